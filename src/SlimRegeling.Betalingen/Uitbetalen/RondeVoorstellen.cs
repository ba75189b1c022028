using System.Globalization;
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

/// <summary>
/// Proposes to pay what may be paid on one value date. A payment is in one round only: its own stream sees to that. What a bank would not take stays out,
/// with the reason; the rest goes on.
/// </summary>
public static class RondeVoorstellen
{
    /// <summary>Payments in one file: more would take a bank too long to answer, and the file too long to look at.</summary>
    private const int MeesteBetalingen = 100_000;

    private const string Vernietigd =
        "De gegevens van de rekening zijn vernietigd. Vraag de onderneming om haar rekening opnieuw op te geven.";

    /// <param name="Uitvoerdatum">The day on which the bank pays: today or later.</param>
    /// <param name="Opdrachten">Only these; left out: all that may be paid.</param>
    public sealed record Verzoek(LocalDate Uitvoerdatum, IReadOnlyList<string>? Opdrachten = null);

    /// <param name="Hash">SHA-256 of the file: who approves names it.</param>
    public sealed record Antwoord(
        string Ronde,
        LocalDate Uitvoerdatum,
        decimal Totaal,
        string Hash,
        IReadOnlyList<string> Betaalopdrachten,
        IReadOnlyList<Overgeslagen> Overgeslagen
    );

    /// <summary>An order that is not in the round, and why.</summary>
    public sealed record Overgeslagen(string Betaalopdracht, string Reden);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/betaalrondes", Voer).Voor(Rol.FinancieelMedewerker).Geeft<Antwoord>(201);

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
        var kandidaten = await Betaalbaarheid.Kandidaten(eenheid.Sessie, verzoek.Opdrachten, ct);
        var omstandigheden = new Betaalbaarheid.Omstandigheden(
            await belangen.Gesloten(persoon.Onderwerp, ct),
            await Betaalbaarheid.Opgeschort(eenheid.Sessie, kandidaten, Moment.Dag(nu), ct)
        );
        var (betalingen, overgeslagen) = await Schift(eenheid, kandidaten, omstandigheden, ct);
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
        if (betalingen.Count == 0)
        {
            return Weigering.Van(
                "niets-te-betalen",
                "Er is geen betaling die nu kan worden voorgesteld: alles is betaald, staat al in een ronde of wordt aangehouden. Er is niets voorgesteld.",
                "artikel 4:52, eerste lid, Awb"
            );
        }
        var id = await Kenmerk(eenheid.Sessie, Moment.Dag(nu), ct);
        var gespeld = Pain001.Spel(
            new Betaalbestand(id, nu, verzoek.Uitvoerdatum, opdrachtgever.Naam, opdrachtgever.Iban, [.. betalingen.Select(b => b.Betaling)])
        );
        if (gespeld is not { Gelukt: true, Waarde: { } inhoud })
        {
            return Weigering.Invoer([.. gespeld.Fouten.Select(f => new Fout(f.Plaats, f.Uitleg))]);
        }
        var voorgesteld = new BetaalrondeVoorgesteld(
            verzoek.Uitvoerdatum,
            [.. betalingen.Select(b => b.Regel)],
            inhoud.Betalingen.Sum(b => b.Bedrag),
            Pain001.Hash(inhoud).Waarde!,
            eenheid.Bewaar(id, inhoud),
            persoon.Onderwerp,
            nu
        );
        var uitkomst = await rondes.SchrijfOfBegin(id, ronde => Beslis(ronde, voorgesteld), ct);
        if (uitkomst.Weigering is not null)
        {
            return uitkomst;
        }
        var volgnummers = voorgesteld.Regels.ToDictionary(r => r.Betaalopdracht, r => r.Volgnummer, StringComparer.Ordinal);
        var ids = volgnummers.Keys.ToList();
        foreach (var weigering in await betaalopdrachten.SchrijfElk(ids, o => NeemOp(o, id, volgnummers[o.Id], nu), ct))
        {
            if (weigering is not null)
            {
                return weigering;
            }
        }
        return Uitkomst.Gemaakt(
            $"/betaalrondes/{id}",
            new Antwoord(id, voorgesteld.Uitvoerdatum, voorgesteld.Totaal, voorgesteld.Hash, ids, overgeslagen)
        );
    }

    public static Beslissing Beslis(Betaalronde? ronde, BetaalrondeVoorgesteld voorgesteld) =>
        ronde is null
            ? voorgesteld
            : Weigering.Van("ronde-bestaat", $"Betaalronde {ronde.Id} is al voorgesteld. Stel een nieuwe ronde voor.");

    public static Beslissing NeemOp(Betaalopdracht betaalopdracht, string ronde, int volgnummer, Instant nu) =>
        InRonde(betaalopdracht) is { } bezwaar
            ? Weigering.Van("niet-betaalbaar", $"{betaalopdracht.Id}: {bezwaar}", "artikel 4:52, eerste lid, Awb")
            : new BetalingInRonde(ronde, volgnummer, nu);

    private static string? InRonde(Betaalopdracht betaalopdracht) =>
        betaalopdracht switch
        {
            { Ronde: { } ronde } => $"Deze betaling is al voorgesteld in ronde {ronde}.",
            { Open: false } => "Deze betaling is al op weg naar de bank, verrekend of vervallen.",
            { Aangehouden: true } => "Deze betaling wordt aangehouden.",
            _ => null,
        };

    /// <summary>What can be in the file, in the order of the file, and why the rest cannot.</summary>
    private static async Task<(IReadOnlyList<(Betaling Betaling, Ronderegel Regel)> Mee, IReadOnlyList<Overgeslagen> Niet)> Schift(
        Werkeenheid<BetalingenContext> eenheid,
        IReadOnlyList<Kandidaat> kandidaten,
        Betaalbaarheid.Omstandigheden omstandigheden,
        CancellationToken ct
    )
    {
        var mee = new List<(Betaling, Ronderegel)>();
        var niet = new List<Overgeslagen>();
        var betaalbaar = new List<Kandidaat>();
        foreach (var kandidaat in kandidaten.OrderBy(k => k.Betaalopdracht.Id, StringComparer.Ordinal))
        {
            if ((Betaalbaarheid.Bezwaar(kandidaat, omstandigheden) ?? InRonde(kandidaat.Betaalopdracht)) is { } bezwaar)
            {
                niet.Add(new Overgeslagen(kandidaat.Betaalopdracht.Id, bezwaar));
            }
            else
            {
                betaalbaar.Add(kandidaat);
            }
        }
        var inhouden = await Inhouden.Lees(eenheid.Sessie, betaalbaar.Select(k => k.Rekening!.Huidig!.Gegevens), ct);
        foreach (var (betaalopdracht, rekening) in betaalbaar)
        {
            var huidig = rekening!.Huidig!;
            if (inhouden.Zoek<Bankgegevens>(huidig.Gegevens) is not { } bank)
            {
                niet.Add(new Overgeslagen(betaalopdracht.Id, Vernietigd));
            }
            else if (Betaalbaarheid.Betaling(betaalopdracht, bank, out var reden) is not { } betaling)
            {
                niet.Add(new Overgeslagen(betaalopdracht.Id, reden!));
            }
            else if (mee.Count == MeesteBetalingen)
            {
                niet.Add(new Overgeslagen(betaalopdracht.Id, "De ronde is vol. Stel deze betaling voor in een volgende ronde."));
            }
            else
            {
                var opdracht = betaalopdracht.Opdracht;
                mee.Add((betaling, new Ronderegel(betaalopdracht.Id, opdracht.Zaaknummer, opdracht.Bedrag, huidig.Volgnummer)));
            }
        }
        return (mee, niet);
    }

    // Two that are made at once take the same number; the stream lets one through and the other counts again.
    private static async Task<string> Kenmerk(IQuerySession sessie, LocalDate dag, CancellationToken ct)
    {
        var voorvoegsel = $"SLIM-{LocalDatePattern.Iso.Format(dag)}-";
        var eerder = await sessie.AdvancedSql.QueryAsync<int>(
            "select count(*)::int from betalingen.mt_doc_betaalronde where id like ?",
            ct,
            $"{voorvoegsel}%"
        );
        return string.Create(CultureInfo.InvariantCulture, $"{voorvoegsel}{eerder[0] + 1}");
    }
}
