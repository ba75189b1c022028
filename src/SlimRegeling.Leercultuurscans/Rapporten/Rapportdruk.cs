using System.Globalization;
using NodaTime;
using SlimRegeling.Leercultuurscans.Instrumenten;
using SlimRegeling.Leercultuurscans.Interventies;
using SlimRegeling.Leercultuurscans.Plannen;

namespace SlimRegeling.Leercultuurscans.Rapporten;

/// <summary>
/// The words of what is printed: a report for the employer and one for its people, in either language, and the plan, in Dutch. Pure.
/// What the report itself has is taken from there, so that it is printed the same in later years.
/// </summary>
/// <param name="instrument">Of the report, for the English that the report does not have; null when it is no longer there.</param>
public sealed partial class Rapportdruk(Druktaal taal, Instrument? instrument)
{
    private const string Leeg = "–";

    /// <param name="interventies">The catalogue, for the handles of a report from before those were in it.</param>
    public Drukwerk VoorWerkgever(string scan, string kvkNummer, string hash, Rapport rapport, IReadOnlyList<Interventie> interventies)
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
                new(Kop: taal["Inzicht", "Insight"]),
                Tabel(rapport, rapport.Dimensies),
                .. rapport.Leiding is null ? [] : Verschillen(rapport),
                .. Anderen(rapport),
                .. rapport.Onderdelen is { } onderdelen
                    ? (Drukblok[])
                        [
                            new(Kop: taal["Onderdelen van de vragenlijst", "Parts of the questionnaire"]),
                            Tabel(rapport, onderdelen, metLeiding: rapport.Leiding is not null),
                        ]
                    : [],
                .. rapport.Afbeelding is { } afbeelding
                    ? (Drukblok[])[new(Kop: taal["Naast de negen onderwerpen", "Beside the nine topics"]), Tabel(rapport, afbeelding)]
                    : [],
                .. (rapport.Splitsingen ?? []).Where(s => s.Groepen.Count > 0).SelectMany(s => Splits(rapport, s)),
                .. rapport.Leiding is { } leiding ? VanLeiding(rapport, leiding) : [],
                new(Kop: taal["Prioriteiten", "Priorities"]),
                Lijst(rapport, rapport.Prioriteiten.Select(p => $"{p.Rang}. {Naam(rapport, p.Dimensie)}. {Waarom(p, rapport)}")),
                .. rapport.Sterk is { } sterk ? (Drukblok[])[new(Alinea: $"{taal["Sterk is", "Strong is"]}: {Naam(rapport, sterk)}.")] : [],
                new(Kop: taal["Handvatten", "Handles"]),
                new(Alinea: taal[tekst.EersteStap]),
                .. rapport.Prioriteiten.Select(p => Handvatten(rapport, p, interventies)),
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
                Tabel(rapport, versie.Dimensies),
                new(Kop: taal["Wat eerst beter kan", "What can be better first"]),
                Lijst(rapport, versie.Prioriteiten.Select(p => Naam(rapport, p.Dimensie))),
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
                    ["Hoort bij", r.Dimensie is { } d ? Bevriezen.Naam(rapport, d).Nl : Leeg],
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

    private IEnumerable<Drukblok> Splits(Rapport rapport, Splitsing splitsing)
    {
        yield return new(Kop: taal.Naam(splitsing));
        // Names do not fit above eight columns.
        yield return new(Alinea: string.Join("; ", Dimensies.Kern.Select(d => $"{d} is {Naam(rapport, d)}")) + ".");
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

    /// <param name="metLeiding">What management gave stands in it; of the dimensions it has a table of its own.</param>
    private Drukblok Tabel(Rapport rapport, IReadOnlyList<Dimensiescore> scores, bool metLeiding = false)
    {
        var metDeel = scores.Any(s => s.Gunstig is not null);
        return Drukblok.Tabel(
            [
                taal["Onderwerp", "Subject"],
                "Score",
                taal["Marge", "Margin"],
                taal["Beeld", "Picture"],
                .. metDeel ? (string[])[taal["3,5 of hoger", "3,5 or higher"]] : [],
                .. metLeiding ? (string[])[taal["Leiding", "Management"]] : [],
            ],
            scores.Select(s =>
                (IReadOnlyList<string>)
                    [
                        Naam(rapport, s),
                        Getal(s.Score),
                        Getal(s.Marge),
                        Beeld(s.Beeld),
                        .. metDeel ? (string[])[s.Gunstig is { } deel ? $"{deel}%" : Leeg] : [],
                        .. metLeiding ? (string[])[Getal(s.Leiding)] : [],
                    ]
            )
        );
    }

    private Drukblok Lijst(Rapport rapport, IEnumerable<string> prioriteiten) =>
        prioriteiten.ToList() is { Count: > 0 } punten ? new(Punten: punten)
        : rapport.Dimensies.Any(d => d.Score is not null)
            ? new(Alinea: taal["Er is niets wat eerst beter moet.", "There is nothing that has to become better first."])
        : new(
            Alinea: taal["Er zijn te weinig antwoorden om te zeggen wat eerst komt.", "There are too few answers to say what comes first."]
        );

    private Drukblok Handvatten(Rapport rapport, Prioriteit prioriteit, IReadOnlyList<Interventie> interventies)
    {
        var hulp = prioriteit.Hulp ?? Handvat.Van(prioriteit.Handvatten, interventies);
        return new(
            Punten:
            [
                .. hulp.Select(h =>
                    $"{Naam(rapport, prioriteit.Dimensie)}: {taal[h.Naam]}. {taal[h.Omschrijving]} "
                    + $"{taal["Betalen", "Paying"]}: {string.Join(", ", h.Routes.Select(r => Naam(rapport, $"route:{r}")))}."
                ),
            ]
        );
    }

    private string Naam(Rapport rapport, string sleutel) => taal[Bevriezen.Naam(rapport, sleutel)];

    private string Naam(Rapport rapport, Dimensiescore score) =>
        taal[score.Naam, rapport.Namen?.GetValueOrDefault(score.Code)?.En ?? taal.Naam(score, instrument)];

    /// <summary>Of what people counted it is the answer nearest to the mean, and the instrument has its English.</summary>
    private string Beeld(string beeld)
    {
        var geteld = instrument?.Onderdelen.SelectMany(o => o.Schaal?.Antwoorden ?? []).FirstOrDefault(a => a.Nl == beeld);
        return taal[beeld, geteld?.En ?? taal.Beeld(beeld)];
    }

    /// <summary>As on the pages: the Dutch way in both languages.</summary>
    private static string Getal(decimal? getal) => getal?.ToString("0.0#", CultureInfo.InvariantCulture).Replace('.', ',') ?? Leeg;

    private static LocalDate Dag(Rapport rapport) =>
        rapport.Tot ?? throw new InvalidOperationException("A report from before it had its day is not printed.");
}
