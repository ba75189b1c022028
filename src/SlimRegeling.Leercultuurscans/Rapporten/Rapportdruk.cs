using System.Globalization;
using NodaTime;
using SlimRegeling.Leercultuurscans.Benchmarks;
using SlimRegeling.Leercultuurscans.Instrumenten;
using SlimRegeling.Leercultuurscans.Interventies;
using SlimRegeling.Leercultuurscans.Plannen;

namespace SlimRegeling.Leercultuurscans.Rapporten;

/// <summary>
/// The words of what is printed: a report for the employer, one for its people, and the plan. Pure; in Dutch. What the report itself has is taken from there,
/// so that it is printed the same in later years.
/// </summary>
public static class Rapportdruk
{
    private const string Leeg = "–";

    /// <param name="interventies">The catalogue, for the handles of a report from before those were in it.</param>
    public static Drukwerk VoorWerkgever(
        string scan,
        string kvkNummer,
        string hash,
        Rapport rapport,
        IReadOnlyList<Interventie> interventies
    )
    {
        var tekst = rapport.Toon ?? Rapporttekst.VoorWerkgever(rapport.Leiding?.Fase);
        return new(
            scan,
            Dag(rapport),
            [$"De onderneming met KVK-nummer {kvkNummer}"],
            "Rapport leercultuurscan",
            [
                new(Alinea: tekst.Inleiding.Nl),
                new(Alinea: Deelname(rapport)),
                new(Kop: "Inzicht"),
                Tabel(rapport.Dimensies),
                .. rapport.Leiding is null ? [] : Verschillen(rapport),
                .. Anderen(rapport),
                .. rapport.Onderdelen is { } onderdelen
                    ? (Drukblok[])[new(Kop: "Onderdelen van de vragenlijst"), Tabel(onderdelen, metLeiding: rapport.Leiding is not null)]
                    : [],
                .. rapport.Afbeelding is { } afbeelding ? (Drukblok[])[new(Kop: "Naast de negen onderwerpen"), Tabel(afbeelding)] : [],
                .. (rapport.Splitsingen ?? []).Where(s => s.Groepen.Count > 0).SelectMany(s => Splits(rapport, s)),
                .. rapport.Leiding is { } leiding ? VanLeiding(rapport, leiding) : [],
                new(Kop: "Prioriteiten"),
                new(Punten: [.. rapport.Prioriteiten.Select(p => $"{p.Rang}. {Bevriezen.Naam(rapport, p.Dimensie)}. {p.Waarom}")]),
                .. rapport.Sterk is { } sterk ? (Drukblok[])[new(Alinea: $"Sterk is: {Bevriezen.Naam(rapport, sterk)}.")] : [],
                new(Kop: "Handvatten"),
                new(Alinea: tekst.EersteStap.Nl),
                .. rapport.Prioriteiten.Select(p => Handvatten(rapport, p, interventies)),
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
                Tabel(versie.Dimensies),
                new(Kop: "Wat eerst beter kan"),
                new(Punten: [.. versie.Prioriteiten.Select(p => Bevriezen.Naam(rapport, p.Dimensie))]),
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
                .. plan.Plan.Regels.SelectMany((r, i) => Regel(rapport, r, i)),
                new(Kop: "Tijd en geld"),
                new(Alinea: plan.Plan.Middelen),
                new(Kop: "Hoe wij zien of het werkt"),
                new(Alinea: plan.Plan.Volgen),
                .. plan.Hash is { } hash ? (Drukblok[])[new(Alinea: $"Dit plan staat vast. SHA-256: {hash}")] : [],
            ]
        );

    private static IEnumerable<Drukblok> Regel(Rapport rapport, Planregel r, int i) =>
        [
            new(Alinea: $"{i + 1}. {r.Doel}"),
            Drukblok.Tabel(
                ["Onderdeel", "Inhoud"],
                [
                    ["Hoort bij", r.Dimensie is { } d ? Bevriezen.Naam(rapport, d) : Leeg],
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

    /// <summary>What management gave beside what its people did, and where that is a point or more apart.</summary>
    private static IEnumerable<Drukblok> Verschillen(Rapport rapport)
    {
        yield return new(Kop: "Leiding en mensen");
        yield return Drukblok.Tabel(
            ["Onderwerp", "Mensen", "Leiding", "Verschil"],
            rapport.Dimensies.Select(d => (IReadOnlyList<string>)[d.Naam, Getal(d.Score), Getal(d.Leiding), Verschil(d)])
        );
    }

    private static string Verschil(Dimensiescore d) =>
        d.Signaal switch
        {
            "leiding-hoger" => "een punt of meer: de leiding is positiever",
            "leiding-lager" => "een punt of meer: de mensen zijn positiever",
            _ => d.Score is null || d.Leiding is null ? Leeg : "minder dan een punt",
        };

    /// <summary>Where other firms were on the day on which the report was fixed.</summary>
    private static IEnumerable<Drukblok> Anderen(Rapport rapport)
    {
        yield return new(Kop: "Naast andere bedrijven");
        if (rapport.Anderen is not { } anderen)
        {
            yield return new(Alinea: "Toen dit rapport werd vastgesteld, waren er te weinig andere bedrijven om mee te vergelijken.");
            yield break;
        }
        yield return new(
            Alinea: $"Dit zijn {Kring(rapport, anderen)}: {anderen.Bedrijven} of meer, op de dag waarop dit rapport werd vastgesteld."
        );
        yield return Drukblok.Tabel(
            ["Onderwerp", "Uw score", "De helft van hen zit tussen", "Midden"],
            rapport.Dimensies.Select(d =>
                anderen.Dimensies.FirstOrDefault(a => a.Code == d.Code) is { } ander
                    ? (IReadOnlyList<string>)[d.Naam, Getal(d.Score), $"{Getal(ander.P25)} en {Getal(ander.P75)}", Getal(ander.P50)]
                    : [d.Naam, Getal(d.Score), "te weinig bedrijven", Leeg]
            )
        );
    }

    private static string Kring(Rapport rapport, Benchmarkbeeld anderen) =>
        "bedrijven"
        + (anderen.Sector is { } sector ? $" in de sector {Bevriezen.Naam(rapport, $"sector:{sector}")}" : "")
        + (anderen.Grootte is { } grootte ? $" met {Bevriezen.Naam(rapport, $"grootte:{grootte}")}" : "");

    private static IEnumerable<Drukblok> VanLeiding(Rapport rapport, Leidingbeeld leiding)
    {
        yield return new(Kop: "Wat de leiding zegt");
        yield return new(
            Punten:
            [
                $"Waar het bedrijf staat: {Namen(rapport, "fase", [leiding.Fase])}",
                $"Wat leren tegenhoudt: {Namen(rapport, "belemmering", leiding.Belemmeringen)}",
                $"Waarom mensen leren: {Namen(rapport, "drijfveer", leiding.Drijfveren)}",
                $"Voor wie vooral: {Namen(rapport, "doelgroep", leiding.Doelgroepen ?? [])}",
            ]
        );
        if (leiding.Richting is { Count: > 0 } richting)
        {
            yield return new(Kop: Bevriezen.Naam(rapport, "D9"));
            yield return Drukblok.Tabel(
                ["Vraag aan de leiding", "Antwoord"],
                richting.Select(r =>
                    (IReadOnlyList<string>)[Bevriezen.Naam(rapport, $"richting:{r.Key}"), Bevriezen.Naam(rapport, $"antwoord:{r.Value}")]
                )
            );
        }
    }

    private static string Namen(Rapport rapport, string lijst, IReadOnlyList<string> codes) =>
        codes.Count == 0 ? "niets gekozen" : string.Join("; ", codes.Select(c => Bevriezen.Naam(rapport, $"{lijst}:{c}")));

    private static IEnumerable<Drukblok> Splits(Rapport rapport, Splitsing splitsing)
    {
        yield return new(Kop: splitsing.Naam);
        // Names do not fit above eight columns.
        yield return new(Alinea: string.Join("; ", Dimensies.Kern.Select(d => $"{d} is {Bevriezen.Naam(rapport, d)}")) + ".");
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

    /// <param name="metLeiding">What management gave stands in it; of the dimensions it has a table of its own.</param>
    private static Drukblok Tabel(IReadOnlyList<Dimensiescore> scores, bool metLeiding = false)
    {
        var metDeel = scores.Any(s => s.Gunstig is not null);
        return Drukblok.Tabel(
            [
                "Onderwerp",
                "Score",
                "Marge",
                "Beeld",
                .. metDeel ? (string[])["3,5 of hoger"] : [],
                .. metLeiding ? (string[])["Leiding"] : [],
            ],
            scores.Select(s =>
                (IReadOnlyList<string>)
                    [
                        s.Naam,
                        Getal(s.Score),
                        Getal(s.Marge),
                        s.Beeld,
                        .. metDeel ? (string[])[s.Gunstig is { } deel ? $"{deel}%" : Leeg] : [],
                        .. metLeiding ? (string[])[Getal(s.Leiding)] : [],
                    ]
            )
        );
    }

    private static Drukblok Handvatten(Rapport rapport, Prioriteit prioriteit, IReadOnlyList<Interventie> interventies)
    {
        var hulp = prioriteit.Hulp ?? Handvat.Van(prioriteit.Handvatten, interventies);
        return new(
            Punten:
            [
                .. hulp.Select(h =>
                    $"{Bevriezen.Naam(rapport, prioriteit.Dimensie)}: {h.Naam.Nl}. {h.Omschrijving.Nl} "
                    + $"Betalen: {string.Join(", ", h.Routes.Select(r => Bevriezen.Naam(rapport, $"route:{r}")))}."
                ),
            ]
        );
    }

    private static string Getal(decimal? getal) => getal?.ToString("0.0#", CultureInfo.InvariantCulture).Replace('.', ',') ?? Leeg;

    private static LocalDate Dag(Rapport rapport) =>
        rapport.Tot ?? throw new InvalidOperationException("A report from before it had its day is not printed.");
}
