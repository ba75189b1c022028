using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using SlimRegeling.Berichten.Aanvragen;
using SlimRegeling.Berichten.Betalingen;
using SlimRegeling.Berichten.Dossiers;
using SlimRegeling.Berichten.Leercultuurscans;
using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regelstand;
using SlimRegeling.Vaststelling.Voortgang;

namespace SlimRegeling.Vaststelling.Tests;

/// <summary>The case of issue 3 and the small language of these tests: hear messages, decide, look at the state.</summary>
internal static class Voorbeelden
{
    public const string Zaak = "SLIM-000000000A";
    public const string Kvk = "12345678";
    public const string Beoordelaar = "beoordelaar-2";
    public const string Eerste = "ondertekenaar-1";
    public const string Tweede = "ondertekenaar-2";

    /// <summary>The period ends on 22 June 2027. A weighs 4,346.45 of 11,040.00 and C the rest.</summary>
    public static readonly SubsidieVerleendBericht Verleend = new(
        Zaak,
        "2026-04-mkb",
        Kvk,
        "slim-2026",
        Zaak + "-V1",
        Dag("2026-06-22"),
        18400.00m,
        11040.00m,
        5520.00m,
        Dag("2026-06-23"),
        Dag("2027-06-22"),
        "ambtshalve",
        ["A", "C"],
        ["beoordelaar-1", Eerste],
        Op("2026-06-22T10:00:00"),
        new Dictionary<string, decimal> { ["A"] = 4346.45m, ["C"] = 6693.55m }
    );

    /// <summary>A decision on objection adds activity D.</summary>
    public static readonly VerleningGewijzigdBericht Gewijzigd = new(
        Zaak,
        "2026-04-mkb",
        Kvk,
        "slim-2026",
        Zaak + "-BZ1",
        Zaak + "-BZ1-1",
        Zaak + "-V1",
        Dag("2026-10-05"),
        20000.00m,
        12000.00m,
        11040.00m,
        6000.00m,
        ["A", "C", "D"],
        ["beoordelaar-3", "ondertekenaar-3"],
        Op("2026-10-05T10:00:00"),
        new Dictionary<string, decimal>
        {
            ["A"] = 4346.45m,
            ["C"] = 6693.55m,
            ["D"] = 960.00m,
        },
        Verantwoording: "ambtshalve"
    );

    /// <summary>A well-founded objection against the settlement.</summary>
    public static readonly BezwaarBeslistBericht Gegrond = new(
        Zaak,
        Zaak + "-BZ1",
        Kvk,
        "slim-2026",
        Zaak + "-S1",
        "vaststelling",
        "aanvrager",
        Zaak + "-BZ1-1",
        Dag("2027-10-04"),
        "gegrond",
        Guid.Empty,
        "hash",
        ["bo-2", "mo-2"],
        Op("2027-10-04T10:00:00"),
        "vaststellen",
        Vaststelling: Zaak + "-S1"
    );

    public static readonly DocumentBeschikbaarBericht Plan = Document("doc-1");
    public static readonly DocumentBeschikbaarBericht Methode = Document("doc-2");

    public static readonly ScanAfgerondBericht Scan = new(
        Zaak,
        Kvk,
        "scan-1",
        "slim-kern",
        Dag("2026-05-01"),
        Dag("2026-05-20"),
        12,
        "ruim voldoende",
        "hash",
        Op("2026-05-20T12:00:00")
    );

    public static readonly BetalingUitgevoerdBericht Betaling = new(
        Zaak,
        Zaak + "-B1",
        "voorschot",
        5520.00m,
        Dag("2026-07-06"),
        Op("2026-07-07T09:00:00")
    );

    public static readonly BetalingTeruggekomenBericht Teruggekomen = new(
        Zaak,
        Zaak + "-B1",
        "voorschot",
        5520.00m,
        Dag("2026-07-08"),
        Op("2026-07-09T09:00:00"),
        6
    );

    public static readonly BewijsIndienen.Verzoek Bewijs = new([
        new("A", "Het ontwikkelplan is klaar.", ["doc-1"]),
        new("C", "De methode is ingevoerd.", ["doc-2"]),
    ]);

    /// <summary>Activity C is done later than was awarded.</summary>
    public static readonly WijzigingGemeldBericht Gemeld = new(Zaak, Kvk, Op("2026-11-02T09:00:00"), "later", ["C"], Versie: 9);

    public static DocumentBeschikbaarBericht Document(string id) => new(Zaak, Kvk, id, "bewijs", "hash-" + id, Op("2027-07-01T09:00:00"));

    public static Instant Op(string amsterdam) => Moment.Op(LocalDateTimePattern.GeneralIso.Parse(amsterdam).Value);

    public static LocalDate Dag(string dag) => LocalDatePattern.Iso.Parse(dag).Value;

    public static Verantwoording? Na(params IEnumerable<object> berichten) =>
        berichten.Aggregate((Verantwoording?)null, (stand, bericht) => Volg(stand, Hoor(stand, bericht)));

    public static Beslissing Hoor(Verantwoording? stand, object bericht) =>
        bericht switch
        {
            SubsidieVerleendBericht b => BijSubsidieVerleend.Beslis(stand, b),
            VerleningGewijzigdBericht b => BijVerleningGewijzigd.Beslis(stand, b),
            BezwaarBeslistBericht b => BijBezwaarBeslist.Beslis(stand, b),
            IntrekkingVoorgenomenBericht b => BijIntrekkingVoorgenomen.Beslis(stand, b),
            IntrekkingVervallenBericht b => BijIntrekkingVervallen.Beslis(stand, b),
            VerleningIngetrokkenBericht b => BijVerleningIngetrokken.Beslis(stand, b),
            DocumentBeschikbaarBericht b => BijDocumentBeschikbaar.Beslis(stand, b),
            ScanAfgerondBericht b => BijScanAfgerond.Beslis(stand, b),
            BetalingUitgevoerdBericht b => BijBetalingUitgevoerd.Beslis(stand, b),
            BetalingTeruggekomenBericht b => BijBetalingTeruggekomen.Beslis(stand, b),
            WijzigingGemeldBericht b => BijWijzigingGemeld.Beslis(stand, b),
            _ => throw new ArgumentException($"Vaststelling does not hear {bericht.GetType().Name}."),
        };

    public static Verantwoording Opengesteld(SubsidieVerleendBericht? verleend = null) => Na(verleend ?? Verleend, Plan, Methode)!;

    public static Beslissing Trek(Verantwoording stand, string op = "2027-06-23T09:00:00") =>
        SteekproefTrekken.Beslis(stand, new SteekproefTrekken.Verzoek("zaad-1", "notaris"), Beoordelaar, Regelstanden.Ongewijzigd, Op(op));

    public static Beslissing GeefBewijs(Verantwoording stand, BewijsIndienen.Verzoek? bewijs = null, string op = "2027-07-02T09:00:00") =>
        BewijsIndienen.Beslis(stand, bewijs ?? Bewijs, Bewaar, Op(op));

    public static Beslissing Beoordeel(
        Verantwoording stand,
        string[] uitgevoerd,
        string op = "2027-07-05T09:00:00",
        string wie = Beoordelaar,
        string? lijst = "steekproef-2027-1"
    ) =>
        Beoordelen.Beslis(
            Zaak,
            stand,
            new Beoordelen.Verzoek([
                .. stand.Opening!.Activiteiten.Select(a => new Beoordelen.Oordeel(a, uitgevoerd.Contains(a), "gezien")),
            ]),
            Bewaar,
            wie,
            Regelstanden.Ongewijzigd,
            Op(op),
            lijst
        );

    public static Beslissing Onderteken(Verantwoording stand, string wie, string op = "2027-07-12T09:00:00") =>
        Ondertekenen.Beslis(Zaak, stand, stand.Voorstel?.Voorstelhash ?? "geen", wie, Regelstanden.Ongewijzigd, Op(op));

    public static Verantwoording InSteekproef(SubsidieVerleendBericht? verleend = null) => Opengesteld(verleend).Dan(stand => Trek(stand));

    /// <summary>The letter that asks for proof went on the day of the draw: its term ends on 21 July 2027.</summary>
    public static Verantwoording Gevraagd(SubsidieVerleendBericht? verleend = null) =>
        InSteekproef(verleend).Dan(stand => BrieftermijnTests.Verzend(stand, "bewijsverzoek", "2027-06-23"));

    public static Verantwoording Voorgesteld(SubsidieVerleendBericht? verleend = null, params string[] uitgevoerd) =>
        InSteekproef(verleend)
            .Dan(stand => GeefBewijs(stand))
            .Dan(stand => Beoordeel(stand, uitgevoerd.Length == 0 ? ["A", "C"] : uitgevoerd));

    public static Verantwoording Dan(this Verantwoording stand, Func<Verantwoording, Beslissing> stap) => Volg(stand, stap(stand))!;

    public static Verwijzing Bewaar(object inhoud) =>
        new(Guid.Empty, JsonSerializer.Serialize(inhoud, inhoud.GetType(), Platform.Stromen.Json.Opties));

    /// <summary>Events are applied after a round through JSON, as the store does; a refusal fails the test.</summary>
    public static Verantwoording? Volg(Verantwoording? stand, Beslissing beslissing)
    {
        Assert.Null(beslissing.Weigering);
        return beslissing.Gebeurtenissen.Aggregate(stand, (s, e) => Pas(s ?? new Verantwoording { Id = Zaak }, Opgeslagen(e)));
    }

    public static string Beeld(Verantwoording? stand) => JsonSerializer.Serialize(stand, Platform.Stromen.Json.Opties);

    public static IEnumerable<IReadOnlyList<T>> Volgordes<T>(IReadOnlyList<T> zaken) =>
        zaken.Count <= 1
            ? [zaken]
            : Enumerable
                .Range(0, zaken.Count)
                .SelectMany(i => Volgordes<T>([.. zaken.Where((_, j) => j != i)]).Select(rest => (IReadOnlyList<T>)[zaken[i], .. rest]));

    private static Gebeurtenis Opgeslagen(Gebeurtenis gebeurtenis) =>
        (Gebeurtenis)
            JsonSerializer.Deserialize(
                JsonSerializer.Serialize(gebeurtenis, gebeurtenis.GetType(), Platform.Stromen.Json.Opties),
                gebeurtenis.GetType(),
                Platform.Stromen.Json.Opties
            )!;

    private static Verantwoording Pas(Verantwoording stand, Gebeurtenis gebeurtenis) =>
        (Verantwoording)
            typeof(Verantwoording).GetMethod(nameof(Verantwoording.Apply), [gebeurtenis.GetType()])!.Invoke(stand, [gebeurtenis])!;
}
