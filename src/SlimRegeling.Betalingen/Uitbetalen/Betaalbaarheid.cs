using Marten;
using NodaTime;
using SlimRegeling.Betalingen.Bankbestanden;
using SlimRegeling.Betalingen.Opdrachten;
using SlimRegeling.Betalingen.Rekeningen;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Betalingen.Uitbetalen;

/// <summary>An order with the account that it would be paid to.</summary>
/// <param name="TeVeelBetaald">Whether its case still has to hear that it came back (<see cref="Betaalbaarheid.IsTeVeelBetaald"/>).</param>
public sealed record Kandidaat(Betaalopdracht Betaalopdracht, Rekening? Rekening, bool TeVeelBetaald = false);

/// <summary>What may be paid now, and why the rest may not; asked when a round is proposed and again at each approval of it.</summary>
public static class Betaalbaarheid
{
    /// <summary>What an order is weighed by beside itself and its account.</summary>
    /// <param name="Gesloten">Cases in which who makes the round has an interest of their own.</param>
    /// <param name="Opgeschort">Cases in which no payment is due on the day.</param>
    public sealed record Omstandigheden(IReadOnlySet<string> Gesloten, IReadOnlySet<string> Opgeschort);

    /// <summary>Why this may not be paid now; null when it may.</summary>
    public static string? Bezwaar(Kandidaat kandidaat, Omstandigheden omstandigheden) =>
        omstandigheden.Gesloten.Contains(kandidaat.Betaalopdracht.Opdracht.Zaaknummer)
            ? "U hebt gemeld dat u een eigen belang hebt bij deze zaak (artikel 2:4 Awb). Laat een collega deze betaling in een ronde zetten."
            : Bezwaar(kandidaat)
                ?? (
                    IsSubsidie(kandidaat.Betaalopdracht) && omstandigheden.Opgeschort.Contains(kandidaat.Betaalopdracht.Opdracht.Zaaknummer)
                        ? "Deze betaling is opgeschort: er is een voornemen om de subsidie in te trekken (artikel 4:56 Awb)."
                        : null
                );

    /// <summary>Why this may not be paid now, whoever asks and whatever the day; null when it may.</summary>
    public static string? Bezwaar(Kandidaat kandidaat) =>
        kandidaat switch
        {
            { Betaalopdracht.Status: Betaalstatus.Vervallen } =>
                "Deze betaling is vervallen: door een intrekking of een lagere vaststelling is er niets meer van te betalen.",
            { Betaalopdracht.Verrekend: true } => "Deze betaling is verrekend met een vordering: er is niets meer van te betalen.",
            { Betaalopdracht.AanBeslaglegger: not null } =>
                "Deze betaling is gedaan aan wie er beslag op legde: er is niets meer van te betalen.",
            { Betaalopdracht.Open: false } => $"Deze betaling staat al in bestand {kandidaat.Betaalopdracht.Bestand}.",
            { TeVeelBetaald: true } =>
                "De bank gaf deze betaling terug, en in deze zaak is te veel betaald (artikel 4:57 Awb). Wacht tot dat is verrekend.",
            { Rekening.Huidig: null } or { Rekening: null } =>
                "Van deze onderneming is nog geen rekening bekend. Wacht tot Relaties haar meldt.",
            { Betaalopdracht.WachtOpRekening: not null } or { Rekening.TeControleren: not null } =>
                "Deze betaling wordt aangehouden: de gewijzigde rekening is nog niet gecontroleerd.",
            { Betaalopdracht.Aanhoudingen: [var eerste, ..] } => Wacht(eerste.Grond, eerste.Nummer),
            { Rekening.LopendeBeslagen: [var beslag, ..] } => Wacht(Aanhoudgrond.Beslag, beslag),
            _ => null,
        };

    /// <summary>
    /// Whether the order came back from the bank while its case still counts it as received, and claims: what is claimed of it comes off first, or more
    /// would be paid than is due. That is heard by a message, which can be on its way. Of what is no subsidy the case hears nothing, and nothing comes off it.
    /// </summary>
    public static bool IsTeVeelBetaald(Betaalopdracht betaalopdracht, Verplichting? verplichting) =>
        IsSubsidie(betaalopdracht) && betaalopdracht.Teruggegeven is not null && verplichting?.Vordering > 0;

    /// <summary>Interest that we owe, and what was received too much, is of no obligation: nothing in the case makes it not due.</summary>
    private static bool IsSubsidie(Betaalopdracht betaalopdracht) =>
        betaalopdracht.Opdracht.Soort is not (Betaalsoort.Rente or Betaalsoort.Terugbetaling);

    private static string Wacht(Aanhoudgrond grond, string nummer) =>
        grond switch
        {
            Aanhoudgrond.Bezwaar =>
                $"Deze betaling wordt aangehouden: er is bezwaar ({nummer}). Laat een collega ernaar kijken; bezwaar schorst een betaling niet (artikel 6:16 Awb).",
            Aanhoudgrond.Beslag =>
                $"Deze betaling wordt aangehouden: er ligt beslag ({nummer}, artikel 475 Wetboek van Burgerlijke Rechtsvordering). Wacht tot het is opgeheven.",
            Aanhoudgrond.Opschorting =>
                $"Deze betaling is opgeschort: er is een voornemen om de subsidie in te trekken ({nummer}, artikel 4:56 Awb).",
            _ =>
                "Deze betaling wordt aangehouden: de naam van de rekening is niet te schrijven in de tekens die een bank aanneemt. Vraag de onderneming om een andere tenaamstelling.",
        };

    /// <summary>Why this is not what a round proposed any more; null when it still is.</summary>
    public static string? Veranderd(Kandidaat kandidaat, Ronderegel regel, string ronde, IReadOnlySet<string> opgeschort) =>
        Bezwaar(kandidaat, new Omstandigheden(new HashSet<string>(), opgeschort))
        ?? (
            kandidaat.Betaalopdracht.Ronde == ronde
            && kandidaat.Betaalopdracht.Opdracht.Bedrag == regel.Bedrag
            && kandidaat.Rekening!.Huidig!.Volgnummer == regel.Volgnummer
                ? null
                : "Deze betaling is veranderd sinds de ronde is voorgesteld: een ander bedrag, een andere rekening, of aangehouden geweest."
        );

    /// <summary>How the account of an order is written for the bank; null, with the reason, when that cannot be done.</summary>
    public static Betaling? Betaling(Betaalopdracht betaalopdracht, Bankgegevens bank, out string? reden)
    {
        var opdracht = betaalopdracht.Opdracht;
        var waarvoor = opdracht.Soort.ToString();
        var betaling = new Betaling(
            betaalopdracht.Id,
            bank.Tenaamstelling,
            bank.Iban,
            opdracht.Bedrag,
            $"{waarvoor} SLIM-subsidie {opdracht.Zaaknummer}"
        );
        reden = Pain001.Fouten(betaling) is [var fout, ..]
            ? $"Deze betaling wordt aangehouden: de bank neemt haar zo niet aan ({fout})."
            : null;
        return reden is null ? betaling : null;
    }

    /// <summary>These orders, or all that are open, each with its account.</summary>
    public static async Task<IReadOnlyList<Kandidaat>> Kandidaten(
        IQuerySession sessie,
        IReadOnlyCollection<string>? gevraagd,
        CancellationToken ct
    )
    {
        var betaalopdrachten = gevraagd is null
            ? await sessie.QueryAsync<Betaalopdracht>(
                "where data ->> 'status' in (?, ?)",
                ct,
                nameof(Betaalstatus.Opgedragen),
                nameof(Betaalstatus.Geaccordeerd)
            )
            : await sessie.LoadManyAsync<Betaalopdracht>(ct, gevraagd.Distinct());
        var rekeningen = (
            await sessie.LoadManyAsync<Rekening>(ct, betaalopdrachten.Select(b => b.Opdracht.KvkNummer).Distinct())
        ).ToDictionary(r => r.Id);
        // Few come back; of those alone the case is read.
        var teruggegeven = betaalopdrachten.Where(b => b.Teruggegeven is not null).Select(b => b.Opdracht.Zaaknummer).Distinct().ToList();
        var verplichtingen = (await sessie.LoadManyAsync<Verplichting>(ct, teruggegeven)).ToDictionary(v => v.Id, StringComparer.Ordinal);
        return
        [
            .. betaalopdrachten.Select(b => new Kandidaat(
                b,
                rekeningen.GetValueOrDefault(b.Opdracht.KvkNummer),
                IsTeVeelBetaald(b, verplichtingen.GetValueOrDefault(b.Opdracht.Zaaknummer))
            )),
        ];
    }

    /// <summary>Which of their cases have no payment due on this day (4:56 Awb).</summary>
    public static async Task<IReadOnlySet<string>> Opgeschort(
        IQuerySession sessie,
        IReadOnlyList<Kandidaat> kandidaten,
        LocalDate dag,
        CancellationToken ct
    ) =>
        (await sessie.LoadManyAsync<Verplichting>(ct, kandidaten.Select(k => k.Betaalopdracht.Opdracht.Zaaknummer).Distinct()))
            .Where(v => v.IsOpgeschort(dag))
            .Select(v => v.Id)
            .ToHashSet();
}
