using System.Globalization;
using System.Text.Json.Nodes;
using SlimRegeling.Web.Api.Verlening;
using SlimRegeling.Web.Beoordelen;
using SlimRegeling.Web.Vaststellen;

namespace SlimRegeling.Web.Bezwaren;

/// <summary>The steps that judge an objection and decide on it, and the appeal after that.</summary>
internal static class Beslisstappen
{
    /// <summary>What is withdrawn, as the API calls such a decision.</summary>
    internal const string Intrekking = "intrekking";

    /// <summary>The form by which the application is assessed again; its fields are those of an assessment.</summary>
    public const string Herbeoordeling = "herbeoordeling";

    public static readonly (string, string)[] Uitkomsten =
    [
        ("gegrond", "Gegrond"),
        ("ongegrond", "Ongegrond"),
        ("niet-ontvankelijk", "Niet-ontvankelijk"),
    ];

    /// <param name="delen">Of a partnership whose withdrawal this is against: what each party has now.</param>
    /// <param name="steun">What is known of the aid of who would receive more by a change that this is about.</param>
    public static IEnumerable<Stapvorm> Beslissen(
        BezwaarTonenBeeld b,
        bool loopt,
        bool kanHerbeoordelen,
        IReadOnlyList<Partijbedrag> delen,
        IReadOnlyDictionary<string, Steunruimtebeeld>? steun
    )
    {
        if (loopt)
        {
            yield return new(
                "ontvankelijkheid",
                "Beoordelen of het bezwaar kan worden behandeld",
                "Leg het oordeel vast",
                Bezwaarstappen.Pad(b, "ontvankelijkheid"),
                [
                    new(
                        "grond",
                        "Wat is uw oordeel?",
                        Veldvorm.Keuze,
                        Keuzes:
                        [
                            ("op-tijd", "Ontvankelijk"),
                            ("verschoonbaar-te-laat", "Ontvankelijk: te laat, maar dat is niet te verwijten"),
                            ("te-laat", "Niet-ontvankelijk: te laat"),
                            ("niet-hersteld", "Niet-ontvankelijk: niet op tijd hersteld"),
                            ("geen-belanghebbende", "Niet-ontvankelijk: geen belanghebbende"),
                            ("geen-belang", "Niet-ontvankelijk: geen belang meer"),
                        ]
                    ),
                    new("argument", "Waarom vindt u dat?"),
                ]
            );
            yield return new(
                "hoorverslag",
                "Het verslag van het horen vastleggen",
                "Leg het verslag vast",
                Bezwaarstappen.Pad(b, "hoorverslag"),
                [new("dag", "Op welke dag is gehoord?", Veldvorm.Dag), new("tekst", "Wat is er gezegd?")]
            );
            yield return new(
                "hoorafzien",
                "Niet horen",
                "Leg vast dat u niet hoort",
                Bezwaarstappen.Pad(b, "hoorafzien"),
                [
                    new(
                        "grond",
                        "Op welke grond (artikel 7:3 Awb)?",
                        Veldvorm.Keuze,
                        Keuzes:
                        [
                            ("wil-niet-gehoord", "De indiener wil niet worden gehoord"),
                            ("geen-reactie", "De indiener reageerde niet op tijd"),
                            ("volledig-tegemoet", "De indiener krijgt helemaal gelijk"),
                            ("kennelijk-ongegrond", "Kennelijk ongegrond"),
                            ("kennelijk-niet-ontvankelijk", "Kennelijk niet-ontvankelijk"),
                        ]
                    ),
                    new("argument", "Waarom?"),
                    .. !Bezwaarstappen.HeeftAnderen(b)
                        ? (Stapveld[])[]
                        :
                        [
                            new(
                                "anderen",
                                "Waarom worden andere belanghebbenden niet gehoord?",
                                Hulp: "Zij hebben een eigen recht om te worden gehoord. Niet nodig als het bezwaar kennelijk ongegrond of kennelijk niet-ontvankelijk is.",
                                MagLeeg: true
                            ),
                        ],
                ]
            );
        }
        if (kanHerbeoordelen)
        {
            yield return Herbeoordelen(
                b.Zaaknummer,
                "U beoordeelt elke grond opnieuw (artikel 7:11 Awb). De begroting staat er zoals bij het besluit; verander wat anders moet. Daaruit volgt wat een gegrond bezwaar geeft."
            );
        }
        yield return new(
            "voorstel",
            b.Beslissingen.Count == 0 ? "Een beslissing voorstellen" : "Een fout in de beslissing herstellen",
            "Leg het voorstel voor",
            Bezwaarstappen.Pad(b, "voorstel"),
            [
                new("uitkomst", "Wat stelt u voor?", Veldvorm.Keuze, Keuzes: Uitkomsten),
                new("motivering", "Waarom? Dit staat in de brief."),
                .. b.Advies is null ? (Stapveld[])[] : [new("afwijkingVanAdvies", "Waarom wijkt u af van het advies?", MagLeeg: true)],
                .. b.Soort == Intrekking ? Herroepen(delen) : [],
                .. Toetredingsvelden.Van(
                    b.Groeit?.Select(g => new Wijzigingsdeel(g.Code, decimal.Parse(g.Bedrag, CultureInfo.InvariantCulture))).ToList(),
                    steun,
                    b.Samenstelling is { } eis ? new Samenstellingsvraag(eis.Vraag, eis.Artikel) : null,
                    "Alleen bij gegrond."
                ),
            ]
        )
        {
            Uitleg =
                b.Beslissingen.Count == 0
                    ? "Iemand die het bestreden besluit ook niet nam, ondertekent het (artikel 10:3, derde lid, Awb)."
                    : "Een nieuw besluit komt in de plaats van het oude en noemt het. Het geeft nooit minder.",
            Vast = b.Beslissingen.LastOrDefault() is { } laatste
                ? new Dictionary<string, string> { ["herstelt"] = laatste.Besluit }
                : new Dictionary<string, string>(),
        };
    }

    private static IEnumerable<Stapveld> Herroepen(IReadOnlyList<Partijbedrag> delen) =>
        [
            new(
                "blijft",
                "Wat wordt de subsidie?",
                Veldvorm.Bedrag,
                Hulp: "Alleen als u de intrekking deels herroept. Laat dit leeg om haar helemaal te herroepen, en bij ongegrond of niet-ontvankelijk.",
                MagLeeg: true
            ),
            .. delen.Select(d => new Stapveld(
                $"partijen.{d.KvkNummer}",
                $"Wat krijgt KVK {d.KvkNummer}?",
                Veldvorm.Bedrag,
                Hulp: $"Nu {Weergave.Bedrag(d.Bedrag)}. Alleen als u deels herroept.",
                MagLeeg: true
            )),
        ];

    public static Stapvorm Herbeoordelen(string zaaknummer, string uitleg) =>
        new(
            Herbeoordeling,
            "De aanvraag opnieuw beoordelen",
            "Leg de herbeoordeling vast",
            $"aanvragen/{Uri.EscapeDataString(zaaknummer)}/herbeoordeling",
            []
        )
        {
            Uitleg = uitleg,
        };

    public static IEnumerable<Stapvorm> Beroep(BezwaarTonenBeeld b) =>
        [
            new(
                "beroep",
                "Beroep bij de rechter noteren",
                "Noteer het beroep",
                Bezwaarstappen.Pad(b, "beroep"),
                [
                    new(
                        "besluit",
                        "Tegen welke beslissing?",
                        Veldvorm.Keuze,
                        Keuzes: [.. b.Beslissingen.Select(x => (x.Besluit, x.Besluit))]
                    ),
                    new(
                        "stand",
                        "Wat gebeurde er?",
                        Veldvorm.Keuze,
                        Keuzes: [("ingesteld", "Beroep ingesteld"), ("ingetrokken", "Beroep ingetrokken"), ("uitspraak", "Uitspraak")]
                    ),
                    new("dag", "Op welke dag?", Veldvorm.Dag),
                    new(
                        "uitkomst",
                        "Wat besliste de rechter?",
                        Veldvorm.Keuze,
                        Hulp: "Alleen bij een uitspraak.",
                        Keuzes:
                        [
                            ("gegrond", "Gegrond"),
                            ("ongegrond", "Ongegrond"),
                            ("niet-ontvankelijk", "Niet-ontvankelijk"),
                            ("onbevoegd", "Onbevoegd"),
                        ],
                        MagLeeg: true
                    ),
                    new("toelichting", "Welke rechtbank, welk zaaknummer daar?"),
                ]
            ),
        ];
}
