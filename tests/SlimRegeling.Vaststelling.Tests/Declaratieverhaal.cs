using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Regelstand;
using SlimRegeling.Vaststelling.Declaraties;
using static SlimRegeling.Vaststelling.Tests.Voorbeelden;

namespace SlimRegeling.Vaststelling.Tests;

/// <summary>
/// The bicycle repair shop of a window of 2024: awarded 9,200.00 at 80% of 11,500.00, advance 4,600.00, period from 25 June 2024 up to and including
/// 24 June 2025. And a partnership of 2025.
/// </summary>
internal static class Declaratieverhaal
{
    public const string School = "10000003";

    public static readonly SubsidieVerleendBericht Ketting = Verleend with
    {
        Tijdvak = "2024-03-mkb",
        Regelversie = "slim-2024",
        Besluitdatum = Dag("2024-06-24"),
        SubsidiabeleKosten = 11_500.00m,
        Bedrag = 9_200.00m,
        Voorschot = 4_600.00m,
        PeriodeVan = Dag("2024-06-25"),
        PeriodeTot = Dag("2025-06-24"),
        Verantwoording = "aanvraag",
        Op = Op("2024-06-24T10:00:00"),
        Aandelen = new Dictionary<string, decimal> { ["A"] = 4_968.00m, ["C"] = 4_232.00m },
        Aanvragertype = "mkb-onderneming",
    };

    public static readonly SubsidieVerleendBericht Verband = Ketting with
    {
        Tijdvak = "2025-06-swv",
        Regelversie = "slim-2025",
        SubsidiabeleKosten = 230_000.00m,
        Bedrag = 141_000.00m,
        Voorschot = 105_750.00m,
        Activiteiten = ["C"],
        Aandelen = new Dictionary<string, decimal> { ["C"] = 138_000.00m },
        Aanvragertype = "samenwerkingsverband",
        Partijen = new Dictionary<string, decimal>
        {
            ["10000001"] = 61_000.00m,
            ["10000002"] = 40_000.00m,
            [School] = 40_000.00m,
        },
    };

    public static readonly Kostenregel Adviseur = new(
        "adviseur",
        Kostensoort.Factuur,
        "A",
        Uren: 36m,
        Uurtarief: 150.00m,
        Leverancier: "Advies B.V.",
        Factuurnummer: "2024-117",
        Factuurdatum: Dag("2024-10-01"),
        Betaaldatum: Dag("2024-10-15"),
        Bedrag: 5_400.00m,
        Adviseur: true,
        Documenten: ["doc-1"]
    );

    public static readonly Kostenregel Eigen = new(
        "uren-1",
        Kostensoort.Uren,
        "C",
        Medewerker: "P-01",
        Week: Dag("2024-09-02"),
        Uren: 30m,
        Uurtarief: 31.68m,
        Brutojaarloon: 41_280.00m
    );

    public static readonly Kostenregel Leermiddel = Factuur("methode", 1_232.00m);
    public static readonly Kostenregel Onbetaald = Factuur("materiaal", 200.00m) with { Betaaldatum = null };

    /// <summary>What it declares: 5,400.00 in A, 2,851.20 and 1,432.00 in C.</summary>
    public static readonly Declaratie Gemaakt = new(
        [
            Adviseur,
            Eigen,
            Eigen with
            {
                Id = "uren-2",
                Week = Dag("2024-09-09"),
            },
            Eigen with
            {
                Id = "uren-3",
                Week = Dag("2024-09-16"),
            },
            Leermiddel,
            Onbetaald,
        ],
        Verslagen: Verslagen(
            "deelnemende-ondernemingen",
            "ontwikkelplan",
            "producten-methode",
            "urenregistratie",
            "facturen-en-betaalbewijzen"
        )
    );

    public static readonly Declaratie VanVerband = new(
        [
            Factuur("a", 60_000.00m) with
            {
                Partij = "10000001",
            },
            Factuur("b", 45_000.00m) with
            {
                Partij = "10000002",
            },
            Factuur("c", 40_000.00m) with
            {
                Partij = School,
            },
        ],
        Afwijkingen: [new("C", "De uitvoering was goedkoper.")],
        Verslagen: Verslagen(
            "deelnemende-ondernemingen",
            "producten-methode",
            "evaluatieverslag",
            "activiteitenverslag",
            "financieel-verslag"
        )
    );

    /// <summary>As in the issue: the rate to the maximum, and not what was not paid.</summary>
    public static readonly DeclaratieBeoordelen.Verzoek Oordelen = new([
        new(Adviseur.Id, "gewijzigd", 4_860.00m, "Het uurtarief is ten hoogste € 135,00.", "tarief", "12, vierde lid"),
        Goed("uren-1"),
        Goed("uren-2"),
        Goed("uren-3"),
        Goed(Leermiddel.Id),
        new(Onbetaald.Id, "afgewezen", null, "U liet niet zien dat deze factuur is betaald.", "geen-betaalbewijs", "13"),
    ]);

    public static Kostenregel Factuur(string id, decimal bedrag) =>
        new(
            id,
            Kostensoort.Factuur,
            "C",
            Leverancier: "Leverancier B.V.",
            Factuurnummer: $"F-{id}",
            Factuurdatum: Dag("2024-11-04"),
            Betaaldatum: Dag("2024-11-18"),
            Bedrag: bedrag,
            Documenten: ["doc-1"]
        );

    public static Regeloordeel Goed(string id) => new(id, "aanvaard");

    /// <summary>Accepted also where the program sees something.</summary>
    public static Regeloordeel Toch(string id) => Goed(id) with { Reden = "Wij zagen de stukken en vinden dit in orde." };

    /// <param name="controle">Whether an auditor's report is accepted; as long as nothing is said, when the declaration has one.</param>
    public static DeclaratieBeoordelen.Verzoek AllesGoed(
        Declaratie declaratie,
        bool? nihil = null,
        string? reden = null,
        bool? controle = null
    ) =>
        new(
            [.. declaratie.Regels.Select(r => Toch(r.Id))],
            nihil,
            reden,
            declaratie.Regels.Any(r => r.Partij is not null)
                ? declaratie.Regels.Select(r => r.Partij).OfType<string>().Distinct().ToDictionary(p => p, _ => "overig")
                : null,
            Controleverklaring: controle ?? declaratie.Verslagen?.Any(v => v.Code == "financieel-verslag") == true ? new("aanvaard") : null
        );

    public static IReadOnlyList<Verslag> Verslagen(params string[] codes) => [.. codes.Select(code => new Verslag(code, ["doc-1"]))];

    public static Verantwoording Open(SubsidieVerleendBericht? verleend = null) => Opengesteld(verleend ?? Ketting);

    public static Beslissing DienIn(
        Verantwoording stand,
        Declaratie? declaratie,
        string op = "2025-07-01T10:00:00",
        bool allesGedaan = false
    ) => DeclaratieIndienen.Beslis(stand, declaratie, allesGedaan, Bewaar, Regelstanden.Ongewijzigd, Op(op));

    public static Verantwoording Ingediend(SubsidieVerleendBericht? verleend = null, Declaratie? declaratie = null) =>
        Open(verleend).Dan(stand => DienIn(stand, declaratie ?? Gemaakt));

    public static Beslissing Oordeel(
        Verantwoording stand,
        DeclaratieBeoordelen.Verzoek? verzoek = null,
        Declaratie? declaratie = null,
        string op = "2025-08-01T10:00:00",
        string wie = Beoordelaar
    ) =>
        DeclaratieBeoordelen.Beslis(Zaak, stand, declaratie ?? Gemaakt, verzoek ?? Oordelen, Bewaar, wie, Regelstanden.Ongewijzigd, Op(op));

    public static Verantwoording Vastgesteld(this Verantwoording stand, string op = "2025-08-04T10:00:00") =>
        stand.Dan(s => Onderteken(s, Eerste, op)).Dan(s => Onderteken(s, Tweede, op));
}
