using SlimRegeling.Berichten.Aanvragen;
using SlimRegeling.Berichten.Vaststelling;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Regelstand;
using SlimRegeling.Verlening.Wijzigen;
using static SlimRegeling.Verlening.Tests.Voorbeelden;

namespace SlimRegeling.Verlening.Tests;

/// <summary>
/// The partnership of the example cases, awarded on 3 July 2025: € 141,000.00 over four parties, of which 25% in advance. And the small language of these
/// tests.
/// </summary>
internal sealed class Wijzigingszaak
{
    public const string Zagerij = "90003002";
    public const string Vereniging = "90003003";
    public const string School = "90003004";
    public const string Bo = "bo-2";
    public const string Mo = "mo-2";

    public static readonly IReadOnlyDictionary<string, decimal> Partijen = new Dictionary<string, decimal>
    {
        [Kvk] = 56400.00m,
        [Zagerij] = 35250.00m,
        [Vereniging] = 28200.00m,
        [School] = 21150.00m,
    };

    public static readonly WijzigingVragen.Verzoek SchoolUit = new(
        "partij-treedt-uit",
        "De school stopt.",
        Partij: School,
        Verdeling: [new(Kvk, 56400.00m), new(Zagerij, 35250.00m), new(Vereniging, 49350.00m)]
    );

    /// <summary>6,400.00 of the first goes to the sawmill; all stay.</summary>
    public static readonly WijzigingVragen.Verzoek Verschoven = new(
        "begroting",
        "De zagerij doet meer van het werk.",
        Verdeling: [new(Kvk, 50000.00m), new(Zagerij, 41650.00m), new(Vereniging, 28200.00m), new(School, 21150.00m)]
    );

    private static readonly AanvraagBeoordeeldBericht Voorstel = Verlenen with
    {
        Aanvragertype = "samenwerkingsverband",
        Regelversie = "slim-2025",
        Activiteiten = ["C"],
        SubsidiabeleKosten = 230000.00m,
        Subsidie = 141000.00m,
        Voorschot = 35250.00m,
        Partijen = Partijen,
        Aandelen = new Dictionary<string, decimal> { ["C"] = 141000.00m },
        TijdvakSluit = Op("2025-06-30T17:00:00"),
        Ontvangen = Op("2025-06-02T09:00:01"),
        Op = Op("2025-07-02T11:00:00"),
    };

    public Verlening Verlening { get; private set; } = new() { Id = Zaak };

    /// <summary>All that happened, in order.</summary>
    public List<Gebeurtenis> Gebeurd { get; } = [];

    public IEnumerable<object> Gezegd => Gebeurd.SelectMany(e => Uitgaand.Berichten(Zaak, e));

    public Wijzigingsverzoek Eerste => Verlening.Wijzigingen[0];

    public static Wijzigingszaak Samenwerkingsverband()
    {
        var zaak = new Wijzigingszaak();
        zaak.Met(Hoor(zaak.Verlening, Voorstel))
            .Met(Hoor(zaak.Verlening, Reservering with { Bedrag = 141000.00m, Op = Op("2025-06-11T09:00:00") }));
        return zaak.Met(Onderteken(zaak.Verlening, "2025-07-03T10:00:00"));
    }

    /// <param name="aandelen">What each activity weighs in the subsidy of 11,040.00.</param>
    /// <param name="posten">The budget that it rests on.</param>
    public static Wijzigingszaak Mkb(
        IReadOnlyDictionary<string, decimal>? aandelen = null,
        IReadOnlyDictionary<string, IReadOnlyDictionary<string, decimal>>? posten = null
    )
    {
        var delen = aandelen ?? new Dictionary<string, decimal> { ["A"] = 4346.45m, ["C"] = 6693.55m };
        var zaak = new Wijzigingszaak();
        zaak.Met(Hoor(zaak.Verlening, Verlenen with { Activiteiten = [.. delen.Keys], Aandelen = delen, Posten = posten }))
            .Met(Hoor(zaak.Verlening, Reservering));
        return zaak.Met(Onderteken(zaak.Verlening));
    }

    /// <summary>All that can happen to what is asked: taken back, granted, refused; and a second advance after a report.</summary>
    public static IEnumerable<Gebeurtenis> Alles()
    {
        var zaak = Samenwerkingsverband().Gevraagd(SchoolUit);
        zaak.Met(zaak.Vertraag("2026-05-08"));
        zaak.Met(zaak.Ingebreke("2026-05-11")).Met(zaak.IngebrekeVervalt());
        zaak.Met(WijzigingIntrekken.Beslis(zaak.Verlening, Zaak + "-W1", Op("2026-03-04T10:00:00")));
        zaak.Gevraagd(SchoolUit, "2026-03-05T10:00:00").Voorgesteld().Getekend();
        zaak.Gevraagd(new("plan", "Een andere volgorde."), "2026-03-06T10:00:00").Voorgesteld("afgewezen", "ander-initiatief").Getekend();
        return zaak.Met(zaak.Verslag()).Met(zaak.StelVoorschotVoor()).Met(zaak.TekenVoorschot()).Gebeurd;
    }

    public Beslissing Vraag(WijzigingVragen.Verzoek verzoek, string op) =>
        WijzigingVragen.Beslis(
            Zaak,
            Verlening,
            verzoek,
            tekst => new Verwijzing(Guid.Empty, tekst.Reden),
            Regelstanden.Ongewijzigd,
            Op(op)
        );

    public Wijzigingszaak Gevraagd(WijzigingVragen.Verzoek verzoek, string op = "2026-03-02T10:00:00") => Met(Vraag(verzoek, op));

    public Beslissing StelVoor(string uitkomst, string? grond = null, string wie = Bo, string op = "2026-03-10T10:00:00") =>
        WijzigingVoorstellen.Beslis(
            Verlening,
            Verlening.Wijzigingen[^1].Wijziging,
            new(uitkomst, "Daarom.", grond, DeMinimisverklaring: true, Mkbverklaring: Mkbkeuze.Aanwezig, Samenstelling: true),
            reden => new Verwijzing(Guid.Empty, reden.Tekst),
            wie,
            Regelstanden.Ongewijzigd,
            Op(op)
        );

    public Wijzigingszaak Voorgesteld(string uitkomst = "toegewezen", string? grond = null) => Met(StelVoor(uitkomst, grond));

    public Beslissing Teken(string wie = Mo, string? hash = null, IReadOnlyCollection<string>? metBelang = null) =>
        WijzigingOndertekenen.Beslis(
            Zaak,
            Verlening,
            Verlening.Wijzigingen[^1].Wijziging,
            hash ?? Verlening.Wijzigingen[^1].Voorstel?.Voorstelhash ?? "geen",
            wie,
            Regelstanden.Ongewijzigd,
            Op("2026-03-12T10:00:00"),
            metBelang
        );

    public Wijzigingszaak Getekend() => Met(Teken());

    public Beslissing Verslag(string op = "2026-08-03T10:00:00") =>
        BijVoortgangGemeld.Beslis(Verlening, new VoortgangGemeldBericht(Zaak, Kvk, Dag("2026-08-28"), Op(op)));

    public Beslissing VerslagTerug(string op) =>
        BijVoortgangTeruggezonden.Beslis(Verlening, new VoortgangTeruggezondenBericht(Zaak, Kvk, Dag("2026-09-10"), Op(op)));

    public Beslissing Declaratie(string op = "2026-08-11T10:00:00") =>
        BijDeclaratieIngediend.Beslis(Verlening, new DeclaratieIngediendBericht(Zaak, 3, 100000.00m, Op(op)));

    public Beslissing StelVoorschotVoor(string op = "2026-08-10T10:00:00", string wie = Bo) =>
        TweedeVoorschotVoorstellen.Beslis(
            Zaak,
            Verlening,
            new("Op schema."),
            reden => new Verwijzing(Guid.Empty, reden.Tekst),
            wie,
            Regelstanden.Ongewijzigd,
            Op(op)
        );

    public Beslissing TekenVoorschot(string wie = Mo, string? hash = null, string op = "2026-08-12T10:00:00") =>
        TweedeVoorschotOndertekenen.Beslis(
            Zaak,
            Verlening,
            hash ?? Verlening.Voortgang?.Voorstel?.Voorstelhash ?? "geen",
            wie,
            Regelstanden.Ongewijzigd,
            Op(op)
        );

    public Beslissing Vertraag(string verwacht, string op = "2026-04-20T10:00:00") =>
        WijzigingVertragen.Beslis(Verlening, Verlening.Wijzigingen[^1].Wijziging, Dag(verwacht), Bo, Op(op));

    /// <param name="ontvangen">The day on which the reminder about the last request came.</param>
    public Beslissing Ingebreke(string ontvangen, string op = "2026-06-01T10:00:00") =>
        WijzigingInGebrekeStellen.Beslis(Verlening, Verlening.Wijzigingen[^1].Wijziging, Dag(ontvangen), Bo, Op(op));

    public Beslissing IngebrekeVervalt(string reden = "Andere zaak.") =>
        WijzigingInGebrekeStellen.BeslisVerval(
            Verlening,
            Verlening.Wijzigingen[^1].Wijziging,
            reden,
            tekst => new Verwijzing(Guid.Empty, tekst),
            Bo,
            Op("2026-06-02T10:00:00")
        );

    public Wijzigingszaak Met(Beslissing beslissing)
    {
        Gebeurd.AddRange(beslissing.Gebeurtenissen);
        Verlening = Volg(Verlening, beslissing)!;
        return this;
    }
}
