using System.Globalization;
using NodaTime;
using SlimRegeling.Leercultuurscans.Instrumenten;
using SlimRegeling.Leercultuurscans.Interventies;
using SlimRegeling.Leercultuurscans.Plannen;

namespace SlimRegeling.Leercultuurscans.Rapporten;

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
    {
        var tekst = Rapporttekst.VoorWerkgever(rapport.Leiding?.Fase);
        return new(
            scan,
            Dag(rapport),
            [taal[$"De onderneming met KVK-nummer {kvkNummer}", $"The enterprise with KVK number {kvkNummer}"]],
            taal["Rapport leercultuurscan", "Report of the learning-culture scan"],
            [
                new(Alinea: taal[tekst.Inleiding]),
                new(Alinea: Deelname(rapport)),
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
                new(Kop: taal["Uitkomst", "Outcome"]),
                Tabel(versie.Dimensies, metLeiding: false),
                new(Kop: taal["Wat eerst beter kan", "What can be better first"]),
                new(Punten: [.. versie.Prioriteiten.Select(p => Naam(p.Dimensie))]),
                new(Kop: taal["Wat u kunt doen", "What you can do"]),
                new(Alinea: taal[versie.Toon.EersteStap]),
            ],
            taal.Code
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
                    ["Hoort bij", r.Dimensie is { } d ? Dimensies.Naam(d).Nl : Leeg],
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

    private Drukblok Tabel(IReadOnlyList<Dimensiescore> scores, bool metLeiding) =>
        Drukblok.Tabel(
            [
                taal["Onderwerp", "Subject"],
                "Score",
                taal["Marge", "Margin"],
                taal["Beeld", "Picture"],
                .. metLeiding ? (string[])[taal["Leiding", "Management"]] : [],
            ],
            scores.Select(s =>
                (IReadOnlyList<string>)
                    [
                        taal.Naam(s, instrument),
                        Getal(s.Score),
                        Getal(s.Marge),
                        taal.Beeld(s.Beeld),
                        .. metLeiding ? (string[])[Getal(s.Leiding)] : [],
                    ]
            )
        );

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

    /// <summary>As on the pages: the Dutch way in both languages.</summary>
    private static string Getal(decimal? getal) => getal?.ToString("0.0#", CultureInfo.InvariantCulture).Replace('.', ',') ?? Leeg;

    private static LocalDate Dag(Rapport rapport) =>
        rapport.Tot ?? throw new InvalidOperationException("A report from before it had its day is not printed.");
}
