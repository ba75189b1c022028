using System.Globalization;
using System.Security.Cryptography;
using Marten;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using NodaTime.Text;
using SlimRegeling.Betalingen.Bankbestanden;
using SlimRegeling.Betalingen.Opdrachten;
using SlimRegeling.Betalingen.Rekeningen;
using SlimRegeling.Medewerkers;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;
using Fout = SlimRegeling.Platform.Stromen.Fout;

namespace SlimRegeling.Betalingen.Uitbetalen;

/// <summary>Puts the approved payments in one file for the bank. A payment is in one file only: its own stream sees to that.</summary>
public static class BestandMaken
{
    /// <param name="Uitvoerdatum">The day on which the bank pays: today or later.</param>
    /// <param name="Opdrachten">Only these; left out: all that may be paid.</param>
    public sealed record Verzoek(LocalDate Uitvoerdatum, IReadOnlyList<string>? Opdrachten = null);

    public sealed record Antwoord(
        string Bestand,
        LocalDate Uitvoerdatum,
        decimal Totaal,
        IReadOnlyList<string> Betaalopdrachten,
        IReadOnlyList<Overgeslagen> Overgeslagen
    );

    /// <summary>An order that is not in the file, and why.</summary>
    public sealed record Overgeslagen(string Betaalopdracht, string Reden);

    /// <summary>An order with the account that it would be paid to.</summary>
    public sealed record Kandidaat(Betaalopdracht Betaalopdracht, Rekening? Rekening);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/betaalbestanden", Voer).Voor(Rol.FinancieelMedewerker).Geeft<Antwoord>(201);

    private static async Task<Uitkomst> Voer(
        Verzoek verzoek,
        Werkeenheid<BetalingenContext> eenheid,
        Stroom<Betaalronde> rondes,
        Stroom<Betaalopdracht> betaalopdrachten,
        Opdrachtgever opdrachtgever,
        Belangen belangen,
        Persoon persoon,
        Moment moment,
        CancellationToken ct
    )
    {
        var nu = moment.Nu;
        if (verzoek.Uitvoerdatum < Moment.Dag(nu))
        {
            return Weigering.Invoer(new Fout("uitvoerdatum", "Deze dag is al voorbij. Kies vandaag of later."));
        }
        var kandidaten = await Kandidaten(eenheid.Sessie, verzoek.Opdrachten, ct);
        var gesloten = await belangen.Gesloten(persoon.Onderwerp, ct);
        var opgeschort = await Opgeschort(eenheid.Sessie, kandidaten, Moment.Dag(nu), ct);
        var overgeslagen = kandidaten
            .Select(k => (k.Betaalopdracht.Id, Bezwaar: Bezwaar(k, gesloten, opgeschort)))
            .Where(x => x.Bezwaar is not null)
            .Select(x => new Overgeslagen(x.Id, x.Bezwaar!))
            .ToList();
        if (verzoek.Opdrachten is { } gevraagd)
        {
            List<Fout> fouten =
            [
                .. gevraagd
                    .Except(kandidaten.Select(k => k.Betaalopdracht.Id))
                    .Select(id => new Fout("opdrachten", $"{id}: deze betaalopdracht is er niet. Controleer het nummer.")),
                .. overgeslagen.Select(o => new Fout("opdrachten", $"{o.Betaalopdracht}: {o.Reden}")),
            ];
            if (fouten.Count > 0)
            {
                return Weigering.Invoer(fouten);
            }
        }
        var teBetalen = kandidaten
            .Where(k => Bezwaar(k, gesloten, opgeschort) is null)
            .OrderBy(k => k.Betaalopdracht.Id, StringComparer.Ordinal)
            .ToList();
        if (teBetalen.Count == 0)
        {
            return Weigering.Van(
                "niets-te-betalen",
                "Er is geen betaling die door twee mensen is geaccordeerd en niet wordt aangehouden. Er is geen bestand gemaakt."
            );
        }

        var id = await Kenmerk(eenheid.Sessie, Moment.Dag(nu), ct);
        var betalingen = new List<Betaling>();
        foreach (var (betaalopdracht, rekening) in teBetalen)
        {
            var bank =
                await eenheid.Lees<Bankgegevens>(rekening!.Huidig!.Gegevens, ct)
                ?? throw new InvalidDataException($"The account data of {betaalopdracht.Id} were destroyed while it is still to be paid.");
            betalingen.Add(Betaling(betaalopdracht, bank));
        }
        var inhoud = new Betaalbestand(id, nu, verzoek.Uitvoerdatum, opdrachtgever.Naam, opdrachtgever.Iban, betalingen);
        var geschreven = Pain001.Schrijf(inhoud);
        if (!geschreven.Gelukt)
        {
            return Weigering.Invoer([.. geschreven.Fouten.Select(f => new Fout(f.Plaats, f.Uitleg))]);
        }
        var gemaakt = new BetaalbestandGemaakt(
            verzoek.Uitvoerdatum,
            [.. teBetalen.Select(k => k.Betaalopdracht.Id)],
            betalingen.Sum(b => b.Bedrag),
            Hash(geschreven.Waarde),
            eenheid.Bewaar(id, inhoud),
            nu
        );
        var uitkomst = await rondes.SchrijfOfBegin(id, ronde => Beslis(ronde, gemaakt), ct);
        foreach (var (betaalopdracht, rekening) in teBetalen)
        {
            var volgnummer = rekening!.Huidig!.Volgnummer;
            var opgenomen = await betaalopdrachten.Schrijf(
                betaalopdracht.Id,
                o => NeemOp(new Kandidaat(o, rekening), id, volgnummer, nu),
                ct
            );
            if (opgenomen.Weigering is { } weigering)
            {
                return weigering;
            }
        }
        return uitkomst.Weigering is { } botst
            ? botst
            : Uitkomst.Gemaakt(
                $"/betaalbestanden/{id}",
                new Antwoord(id, gemaakt.Uitvoerdatum, gemaakt.Totaal, gemaakt.Betaalopdrachten, overgeslagen)
            );
    }

    public static string Hash(byte[] bestand) => Convert.ToHexStringLower(SHA256.HashData(bestand));

    public static Beslissing Beslis(Betaalronde? ronde, BetaalbestandGemaakt gemaakt) =>
        ronde is null ? gemaakt : Weigering.Van("bestand-bestaat", $"Betaalbestand {ronde.Id} is al gemaakt. Maak een nieuw bestand.");

    public static Beslissing NeemOp(Kandidaat kandidaat, string bestand, int volgnummer, Instant nu) =>
        Bezwaar(kandidaat) is { } bezwaar
            ? Weigering.Van("niet-betaalbaar", $"{kandidaat.Betaalopdracht.Id}: {bezwaar}")
            : new BetalingInBestand(bestand, volgnummer, nu);

    /// <param name="gesloten">Cases in which who makes the file has an interest of their own.</param>
    /// <param name="opgeschort">Cases in which no payment is due now.</param>
    private static string? Bezwaar(Kandidaat kandidaat, IReadOnlySet<string> gesloten, IReadOnlySet<string> opgeschort) =>
        gesloten.Contains(kandidaat.Betaalopdracht.Opdracht.Zaaknummer)
            ? "U hebt gemeld dat u een eigen belang hebt bij deze zaak. Laat een collega deze betaling in een bestand zetten."
            : Bezwaar(kandidaat)
                ?? (
                    opgeschort.Contains(kandidaat.Betaalopdracht.Opdracht.Zaaknummer)
                        ? "Deze betaling is opgeschort: er is een voornemen om de subsidie in te trekken (artikel 4:56 Awb)."
                        : null
                );

    /// <summary>Why this may not be paid now; null when it may.</summary>
    public static string? Bezwaar(Kandidaat kandidaat) =>
        kandidaat switch
        {
            { Betaalopdracht.Status: Betaalstatus.Vervallen } =>
                "Deze betaling is vervallen: door een intrekking of een lagere vaststelling is er niets meer van te betalen.",
            { Betaalopdracht.Open: false } => $"Deze betaling staat al in bestand {kandidaat.Betaalopdracht.Bestand}.",
            { Betaalopdracht.Status: Betaalstatus.Opgedragen } => "Deze betaling is nog niet door twee mensen geaccordeerd.",
            { Rekening.Huidig: null } or { Rekening: null } =>
                "Van deze onderneming is nog geen rekening bekend. Wacht tot Relaties haar meldt.",
            { Betaalopdracht.Aangehouden: true } or { Rekening.TeControleren: not null } =>
                "Deze betaling wordt aangehouden: de gewijzigde rekening is nog niet gecontroleerd.",
            _ => null,
        };

    private static Betaling Betaling(Betaalopdracht betaalopdracht, Bankgegevens bank)
    {
        var opdracht = betaalopdracht.Opdracht;
        var waarvoor = opdracht.Soort.ToString();
        return new Betaling(
            betaalopdracht.Id,
            bank.Tenaamstelling,
            bank.Iban,
            opdracht.Bedrag,
            $"{waarvoor} SLIM-subsidie {opdracht.Zaaknummer}"
        );
    }

    private static async Task<IReadOnlyList<Kandidaat>> Kandidaten(
        IDocumentSession sessie,
        IReadOnlyList<string>? gevraagd,
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
        return [.. betaalopdrachten.Select(b => new Kandidaat(b, rekeningen.GetValueOrDefault(b.Opdracht.KvkNummer)))];
    }

    private static async Task<IReadOnlySet<string>> Opgeschort(
        IDocumentSession sessie,
        IReadOnlyList<Kandidaat> kandidaten,
        LocalDate dag,
        CancellationToken ct
    ) =>
        (await sessie.LoadManyAsync<Verplichting>(ct, kandidaten.Select(k => k.Betaalopdracht.Opdracht.Zaaknummer).Distinct()))
            .Where(v => v.IsOpgeschort(dag))
            .Select(v => v.Id)
            .ToHashSet();

    // Two that are made at once take the same number; the stream lets one through and the other counts again.
    private static async Task<string> Kenmerk(IDocumentSession sessie, LocalDate dag, CancellationToken ct)
    {
        var voorvoegsel = $"SLIM-{LocalDatePattern.Iso.Format(dag)}-";
        var eerder = await sessie.QueryAsync<Betaalronde>("where id like ?", ct, $"{voorvoegsel}%");
        return string.Create(CultureInfo.InvariantCulture, $"{voorvoegsel}{eerder.Count + 1}");
    }
}
