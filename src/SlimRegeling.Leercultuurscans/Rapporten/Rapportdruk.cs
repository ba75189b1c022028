using System.Globalization;
using NodaTime;
using SlimRegeling.Leercultuurscans.Instrumenten;
using SlimRegeling.Leercultuurscans.Interventies;
using SlimRegeling.Leercultuurscans.Plannen;
using SlimRegeling.Leercultuurscans.Scans;

namespace SlimRegeling.Leercultuurscans.Rapporten;

/// <summary>The words of what is printed: a report for the employer, one for its people, and the plan. Pure; in Dutch.</summary>
public static class Rapportdruk
{
    private const string Leeg = "–";

    private static readonly Dictionary<string, string> Routes = new()
    {
        ["slim-a"] = "SLIM, activiteit A",
        ["slim-b"] = "SLIM, activiteit B",
        ["slim-c"] = "SLIM, activiteit C",
        ["oeno-fonds"] = "O&O-fonds",
        ["expeditie"] = "Expeditie-regeling",
        ["ngf"] = "Nationaal Groeifonds",
        ["bibliotheek"] = "bibliotheek",
        ["zelf"] = "zelf",
    };

    /// <param name="interventies">The catalogue, for the handles that the report names.</param>
    public static Drukwerk VoorWerkgever(
        string scan,
        string kvkNummer,
        string hash,
        Rapport rapport,
        IReadOnlyList<Interventie> interventies
    )
    {
        var tekst = Rapporttekst.VoorWerkgever(rapport.Leiding?.Fase);
        return new(
            scan,
            Dag(rapport),
            [$"De onderneming met KVK-nummer {kvkNummer}"],
            "Rapport leercultuurscan",
            [
                new(Alinea: tekst.Inleiding.Nl),
                new(Alinea: Deelname(rapport)),
                new(Kop: "Inzicht"),
                Tabel(rapport.Dimensies, metLeiding: rapport.Leiding is not null),
                .. rapport.Onderdelen is { } onderdelen
                    ? Deel("Onderdelen van de vragenlijst", onderdelen, rapport.Leiding is not null)
                    : [],
                .. (rapport.Splitsingen ?? []).Where(s => s.Groepen.Count > 0).SelectMany(Splits),
                .. rapport.Leiding is { } leiding ? VanLeiding(leiding) : [],
                new(Kop: "Prioriteiten"),
                new(Punten: [.. rapport.Prioriteiten.Select(p => $"{p.Rang}. {Naam(p.Dimensie)}. {p.Waarom}")]),
                .. rapport.Sterk is { } sterk ? (Drukblok[])[new(Alinea: $"Sterk is: {Naam(sterk)}.")] : [],
                new(Kop: "Handvatten"),
                new(Alinea: tekst.EersteStap.Nl),
                .. rapport.Prioriteiten.Select(p => Handvatten(p, interventies)),
                new(Kop: "Bewijs"),
                new(Alinea: $"Dit rapport staat vast. SHA-256: {hash}"),
            ]
        );
    }

    public static Drukwerk VoorMedewerkers(RapportTonen.VoorMedewerkers versie, Rapport rapport) =>
        new(
            versie.Scan,
            Dag(rapport),
            ["Iedereen die meedeed"],
            "Wat wij samen zeggen over leren op ons werk",
            [
                new(Alinea: versie.Toon.Inleiding.Nl),
                new(Alinea: Deelname(rapport)),
                new(Kop: "Uitkomst"),
                Tabel(versie.Dimensies, metLeiding: false),
                new(Kop: "Wat eerst beter kan"),
                new(Punten: [.. versie.Prioriteiten.Select(p => Naam(p.Dimensie))]),
                new(Kop: "Wat u kunt doen"),
                new(Alinea: versie.Toon.EersteStap.Nl),
            ]
        );

    public static Drukwerk Plan(string scan, string kvkNummer, Rapport rapport, Plannenmaken.Planbeeld plan) =>
        new(
            scan,
            Dag(rapport),
            [$"De onderneming met KVK-nummer {kvkNummer}"],
            plan.Vastgesteld ? "Opleidings- of ontwikkelplan" : "Opleidings- of ontwikkelplan (concept)",
            [
                new(Kop: "Aanleiding"),
                new(Alinea: plan.Plan.Aanleiding),
                new(Kop: "Waar wij naartoe willen"),
                new(Alinea: plan.Plan.Visie),
                new(Kop: "Wat wij gaan doen"),
                .. plan.Plan.Regels.SelectMany((r, i) => Regel(r, i)),
                new(Kop: "Tijd en geld"),
                new(Alinea: plan.Plan.Middelen),
                new(Kop: "Hoe wij zien of het werkt"),
                new(Alinea: plan.Plan.Volgen),
                .. plan.Hash is { } hash ? (Drukblok[])[new(Alinea: $"Dit plan staat vast. SHA-256: {hash}")] : [],
            ]
        );

    private static IEnumerable<Drukblok> Regel(Planregel r, int i) =>
        [
            new(Alinea: $"{i + 1}. {r.Doel}"),
            Drukblok.Tabel(
                ["Onderdeel", "Inhoud"],
                [
                    ["Hoort bij", r.Dimensie is { } d ? Naam(d) : Leeg],
                    ["Wat", r.Aanpak],
                    ["Voor wie", r.Voor],
                    ["Wie doet het", r.Wie],
                    ["Wanneer", r.Wanneer],
                    ["Hoe te zien", r.Meten],
                ]
            ),
        ];

    private static string Deelname(Rapport rapport) =>
        $"{rapport.Antwoorden} van {rapport.Gevraagd} mensen deden mee. Lees de uitkomst als: {rapport.Beeld}.";

    private static IEnumerable<Drukblok> Deel(string kop, IReadOnlyList<Dimensiescore> scores, bool metLeiding) =>
        [new(Kop: kop), Tabel(scores, metLeiding)];

    private static IEnumerable<Drukblok> VanLeiding(Leidingbeeld leiding)
    {
        yield return new(Kop: "Wat de leiding zegt");
        yield return new(
            Punten:
            [
                $"Waar het bedrijf staat: {Namen(Keuzelijsten.Fasen, [leiding.Fase])}",
                $"Wat leren tegenhoudt: {Namen(Keuzelijsten.Belemmeringen, leiding.Belemmeringen)}",
                $"Waarom mensen leren: {Namen(Keuzelijsten.Drijfveren, leiding.Drijfveren)}",
                $"Voor wie vooral: {Namen(Keuzelijsten.Doelgroepen, leiding.Doelgroepen ?? [])}",
            ]
        );
    }

    private static string Namen(IReadOnlyList<Keuze> keuzes, IReadOnlyList<string> codes) =>
        codes.Count == 0 ? "niets gekozen" : string.Join("; ", codes.Select(c => keuzes.FirstOrDefault(k => k.Code == c)?.Naam.Nl ?? c));

    private static IEnumerable<Drukblok> Splits(Splitsing splitsing)
    {
        yield return new(Kop: splitsing.Naam);
        yield return Drukblok.Tabel(
            ["Groep", "Mensen", .. Dimensies.Kern],
            splitsing.Groepen.Select(g =>
                (IReadOnlyList<string>)
                    [
                        g.Naam,
                        g.Antwoorden?.ToString(CultureInfo.InvariantCulture) ?? g.Beeld,
                        .. Dimensies.Kern.Select(d => Getal(g.Dimensies?.FirstOrDefault(s => s.Code == d)?.Score)),
                    ]
            )
        );
    }

    private static Drukblok Tabel(IReadOnlyList<Dimensiescore> scores, bool metLeiding) =>
        Drukblok.Tabel(
            ["Onderwerp", "Score", "Marge", "Beeld", .. metLeiding ? (string[])["Leiding"] : []],
            scores.Select(s =>
                (IReadOnlyList<string>)[s.Naam, Getal(s.Score), Getal(s.Marge), s.Beeld, .. metLeiding ? (string[])[Getal(s.Leiding)] : []]
            )
        );

    private static Drukblok Handvatten(Prioriteit prioriteit, IReadOnlyList<Interventie> interventies) =>
        new(
            Punten:
            [
                .. (prioriteit.Handvatten ?? [])
                    .Select(h => interventies.FirstOrDefault(i => i.Id == h))
                    .OfType<Interventie>()
                    .Select(i => $"{Naam(prioriteit.Dimensie)}: {i.Naam.Nl}. {i.Omschrijving.Nl} Betalen: {Betalen(i)}."),
            ]
        );

    private static string Betalen(Interventie i) => string.Join(", ", i.Routes.Select(r => Routes.GetValueOrDefault(r, r)));

    private static string Naam(string dimensie) => Dimensies.Naam(dimensie).Nl;

    private static string Getal(decimal? getal) => getal?.ToString("0.0#", CultureInfo.InvariantCulture).Replace('.', ',') ?? Leeg;

    private static LocalDate Dag(Rapport rapport) =>
        rapport.Tot ?? throw new InvalidOperationException("A report from before it had its day is not printed.");
}
