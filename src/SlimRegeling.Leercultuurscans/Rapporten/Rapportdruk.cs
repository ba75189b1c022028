using System.Globalization;
using NodaTime;
using SlimRegeling.Leercultuurscans.Benchmarks;
using SlimRegeling.Leercultuurscans.Instrumenten;
using SlimRegeling.Leercultuurscans.Interventies;
using SlimRegeling.Leercultuurscans.Plannen;

namespace SlimRegeling.Leercultuurscans.Rapporten;

<<<<<<< HEAD
/// <summary>The words of what is printed: a report for the employer and one for its people, in either language, and the plan, in Dutch. Pure.</summary>
/// <param name="instrument">Of the report, for the English of its parts; null when it is no longer there.</param>
public sealed class Rapportdruk(Druktaal taal, Instrument? instrument)
{
    private const string Leeg = "–";

    private static readonly Dictionary<string, Tweetalig> Routes = new()
    {
        ["slim-a"] = new("SLIM, activiteit A", "SLIM, activity A"),
        ["slim-b"] = new("SLIM, activiteit B", "SLIM, activity B"),
        ["slim-c"] = new("SLIM, activiteit C", "SLIM, activity C"),
        ["oeno-fonds"] = new("O&O-fonds", "training fund of your sector"),
        ["expeditie"] = new("Expeditie-regeling", "Expedition scheme"),
        ["ngf"] = new("Nationaal Groeifonds", "National Growth Fund"),
        ["bibliotheek"] = new("bibliotheek", "library"),
        ["zelf"] = new("zelf", "yourself"),
    };

    /// <param name="interventies">The catalogue, for the handles that the report names.</param>
    public Drukwerk VoorWerkgever(string scan, string kvkNummer, string hash, Rapport rapport, IReadOnlyList<Interventie> interventies)
=======
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
>>>>>>> h-inhoud
    {
        var tekst = rapport.Toon ?? Rapporttekst.VoorWerkgever(rapport.Leiding?.Fase);
        return new(
            scan,
            Dag(rapport),
            [taal[$"De onderneming met KVK-nummer {kvkNummer}", $"The enterprise with KVK number {kvkNummer}"]],
            taal["Rapport leercultuurscan", "Report of the learning-culture scan"],
            [
                new(Alinea: taal[tekst.Inleiding]),
                new(Alinea: Deelname(rapport)),
<<<<<<< HEAD
                new(Kop: taal["Inzicht", "Insight"]),
                Tabel(rapport.Dimensies, metLeiding: rapport.Leiding is not null),
                .. rapport.Onderdelen is { } onderdelen
                    ? Deel(taal["Onderdelen van de vragenlijst", "Parts of the questionnaire"], onderdelen, rapport.Leiding is not null)
                    : [],
                .. (rapport.Splitsingen ?? []).Where(s => s.Groepen.Count > 0).SelectMany(Splits),
                new(Kop: taal["Prioriteiten", "Priorities"]),
                new(Punten: [.. rapport.Prioriteiten.Select(p => $"{p.Rang}. {Naam(p.Dimensie)}. {Waarom(p, rapport)}")]),
                .. rapport.Sterk is { } sterk ? (Drukblok[])[new(Alinea: $"{taal["Sterk is", "Strong is"]}: {Naam(sterk)}.")] : [],
                new(Kop: taal["Handvatten", "Handles"]),
                new(Alinea: taal[tekst.EersteStap]),
                .. rapport.Prioriteiten.Select(p => Handvatten(p, interventies)),
                new(Kop: taal["Bewijs", "Evidence"]),
                new(Alinea: $"{taal["Dit rapport staat vast.", "This report is final."]} SHA-256: {hash}"),
            ],
            taal.Code
=======
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
>>>>>>> h-inhoud
        );
    }

    public Drukwerk VoorMedewerkers(RapportTonen.VoorMedewerkers versie, Rapport rapport) =>
        new(
            versie.Scan,
            Dag(rapport),
            [taal["Iedereen die meedeed", "Everyone who took part"]],
            taal["Wat wij samen zeggen over leren op ons werk", "What we say together about learning at our work"],
            [
                new(Alinea: taal[versie.Toon.Inleiding]),
                new(Alinea: Deelname(rapport)),
<<<<<<< HEAD
                new(Kop: taal["Uitkomst", "Outcome"]),
                Tabel(versie.Dimensies, metLeiding: false),
                new(Kop: taal["Wat eerst beter kan", "What can be better first"]),
                new(Punten: [.. versie.Prioriteiten.Select(p => Naam(p.Dimensie))]),
                new(Kop: taal["Wat u kunt doen", "What you can do"]),
                new(Alinea: taal[versie.Toon.EersteStap]),
            ],
            taal.Code
=======
                new(Kop: "Uitkomst"),
                Tabel(versie.Dimensies),
                new(Kop: "Wat eerst beter kan"),
                new(Punten: [.. versie.Prioriteiten.Select(p => Bevriezen.Naam(rapport, p.Dimensie))]),
                new(Kop: "Wat u kunt doen"),
                new(Alinea: versie.Toon.EersteStap.Nl),
            ]
>>>>>>> h-inhoud
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
<<<<<<< HEAD
                    ["Hoort bij", r.Dimensie is { } d ? Dimensies.Naam(d).Nl : Leeg],
=======
                    ["Hoort bij", r.Dimensie is { } d ? Bevriezen.Naam(rapport, d) : Leeg],
>>>>>>> h-inhoud
                    ["Wat", r.Aanpak],
                    ["Voor wie", r.Voor],
                    ["Wie doet het", r.Wie],
                    ["Wanneer", r.Wanneer],
                    ["Hoe te zien", r.Meten],
                ]
            ),
        ];

    private string Deelname(Rapport rapport) =>
        taal[
            $"{rapport.Antwoorden} van {rapport.Gevraagd} mensen deden mee. Lees de uitkomst als: {rapport.Beeld}.",
            $"{rapport.Antwoorden} of {rapport.Gevraagd} people took part. Read the outcome as: {taal.Beeld(rapport.Beeld)}."
        ];

<<<<<<< HEAD
    /// <summary>The sentence is fixed in Dutch, its reasons as codes; a report from before those has the sentence alone.</summary>
    private string? Waarom(Prioriteit prioriteit, Rapport rapport)
    {
        var score = rapport.Dimensies.FirstOrDefault(d => d.Code == prioriteit.Dimensie);
        return prioriteit.Redenen is not { } redenen || score is null
            ? prioriteit.Waarom
            : taal[
                prioriteit.Waarom ?? "",
                $"The score is: {taal.Beeld(score.Beeld)}."
                    + (redenen.Contains("mensen") ? " At least half of your people want this better." : "")
                    + (redenen.Contains("leiding") ? " You find this important for your firm." : "")
            ];
    }

    private IEnumerable<Drukblok> Deel(string kop, IReadOnlyList<Dimensiescore> scores, bool metLeiding) =>
        [new(Kop: kop), Tabel(scores, metLeiding)];

    private IEnumerable<Drukblok> Splits(Splitsing splitsing)
    {
        yield return new(Kop: taal.Naam(splitsing));
=======
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
>>>>>>> h-inhoud
        yield return Drukblok.Tabel(
            [taal["Groep", "Group"], taal["Mensen", "People"], .. Dimensies.Kern],
            splitsing.Groepen.Select(g =>
                (IReadOnlyList<string>)
                    [
                        taal.Naam(splitsing, g),
                        g.Antwoorden?.ToString(CultureInfo.InvariantCulture) ?? taal.Beeld(g.Beeld),
                        .. Dimensies.Kern.Select(d => Getal(g.Dimensies?.FirstOrDefault(s => s.Code == d)?.Score)),
                    ]
            )
        );
    }

<<<<<<< HEAD
    private Drukblok Tabel(IReadOnlyList<Dimensiescore> scores, bool metLeiding) =>
        Drukblok.Tabel(
            [
                taal["Onderwerp", "Subject"],
                "Score",
                taal["Marge", "Margin"],
                taal["Beeld", "Picture"],
                .. metLeiding ? (string[])[taal["Leiding", "Management"]] : [],
=======
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
>>>>>>> h-inhoud
            ],
            scores.Select(s =>
                (IReadOnlyList<string>)
                    [
<<<<<<< HEAD
                        taal.Naam(s, instrument),
                        Getal(s.Score),
                        Getal(s.Marge),
                        taal.Beeld(s.Beeld),
=======
                        s.Naam,
                        Getal(s.Score),
                        Getal(s.Marge),
                        s.Beeld,
                        .. metDeel ? (string[])[s.Gunstig is { } deel ? $"{deel}%" : Leeg] : [],
>>>>>>> h-inhoud
                        .. metLeiding ? (string[])[Getal(s.Leiding)] : [],
                    ]
            )
        );
    }

<<<<<<< HEAD
    private Drukblok Handvatten(Prioriteit prioriteit, IReadOnlyList<Interventie> interventies) =>
        new(
            Punten:
            [
                .. (prioriteit.Handvatten ?? [])
                    .Select(h => interventies.FirstOrDefault(i => i.Id == h))
                    .OfType<Interventie>()
                    .Select(i =>
                        $"{Naam(prioriteit.Dimensie)}: {taal[i.Naam]}. {taal[i.Omschrijving]} {taal["Betalen", "Paying"]}: {Betalen(i)}."
                    ),
            ]
        );

    private string Betalen(Interventie i) =>
        string.Join(", ", i.Routes.Select(r => Routes.TryGetValue(r, out var route) ? taal[route] : r));

    private string Naam(string dimensie) => taal[Dimensies.Naam(dimensie)];
=======
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
>>>>>>> h-inhoud

    /// <summary>As on the pages: the Dutch way in both languages.</summary>
    private static string Getal(decimal? getal) => getal?.ToString("0.0#", CultureInfo.InvariantCulture).Replace('.', ',') ?? Leeg;

    private static LocalDate Dag(Rapport rapport) =>
        rapport.Tot ?? throw new InvalidOperationException("A report from before it had its day is not printed.");
}
