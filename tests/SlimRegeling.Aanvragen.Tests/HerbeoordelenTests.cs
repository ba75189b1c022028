using NodaTime;
using SlimRegeling.Aanvragen.Begrotingen;
using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Regels;
using SlimRegeling.Regelstand;
using static SlimRegeling.Aanvragen.Tests.Voorbeelden;

namespace SlimRegeling.Aanvragen.Tests;

/// <summary>An application that was refused is assessed again for an objection (7:11 Awb), and what was decided then shows in its state.</summary>
public partial class HerbeoordelenTests
{
    private const string Bezwaar = Zaak + "-BZ1";
    private const string OverigA = "activiteiten[0].overigeExterneKosten";
    private const string AdviesC = "activiteiten[1].externeUren[0]";

    private static readonly Regeloordeel Schrap = new(
        OverigA,
        Regeluitkomst.Geschrapt,
        null,
        "Een laptop telt niet mee.",
        "2.15, onderdeel h"
    );

    private static readonly Regeloordeel Verlaag = new(AdviesC, Regeluitkomst.Gewijzigd, new(Uren: 60m), "Het plan noemt 60 uur.", "2.14");

    private static readonly Scanbewijs Scan = new(
        "scan-1",
        "kernvragen-1",
        new LocalDate(2026, 3, 1),
        new LocalDate(2026, 3, 9),
        8,
        "beeld",
        "rapporthash"
    );

    private static readonly Instant Toen = Later + Duration.FromDays(40);

    private static readonly BezwaarIngediendBericht Ontvangen = new(
        Zaak,
        Bezwaar,
        KvkNummer,
        "slim-2026",
        Zaak + "-V1",
        "afwijzing",
        "aanvrager",
        new LocalDate(2026, 7, 1),
        [Beoordelaar, "mo-1"],
        [],
        new LocalDate(2026, 7, 15),
        Toen
    );

    private static readonly AanvraagAfgewezenBericht Afgewezen = new(
        Zaak,
        Tijdvak.Id,
        KvkNummer,
        "slim-2026",
        Zaak + "-V1",
        new LocalDate(2026, 6, 22),
        ["niet-haalbaar"],
        [Beoordelaar, "mo-1"],
        Later
    );

    private static readonly Aanvraag InBezwaar = Hoor(
        Hoor(Na(Ingediend, Volledig), BijAanvraagAfgewezen.Beslis(null, Afgewezen)),
        BijBezwaarIngediend.Beslis(null, Ontvangen)
    );

    [Fact]
    public void Zij_wordt_helemaal_opnieuw_beoordeeld_zonder_wat_onder_het_plafond_apart_stond()
    {
        // Of what it asks 4,000 was set apart once: that says nothing here.
        var gedeeltelijk = Hoor(InBezwaar, new BudgetVernomen(4_000m, Toen, Gedeeltelijk: true));
        var opnieuw = Beoordeel(gedeeltelijk).Gebeurde<AanvraagHerbeoordeeld>();
        Assert.Equal(Bezwaar, opnieuw.Bezwaar);
        Assert.Equal(
            (Voorstel.Verlenen, 11_040.00m, 5_520.00m),
            (opnieuw.Beoordeling.Voorstel, opnieuw.Beoordeling.Subsidie, opnieuw.Beoordeling.Voorschot)
        );
        var gezegd = Assert.IsType<Berichten.Aanvragen.AanvraagBeoordeeldBericht>(Assert.Single(Uitgaand.Berichten(Zaak, opnieuw)));
        Assert.Equal((Bezwaar, "bo-2"), (gezegd.Bezwaar, gezegd.Beoordelaar));
    }

    [Fact]
    public void Wie_het_besluit_nam_beoordeelt_niet_opnieuw()
    {
        Assert.Equal("nam-bestreden-besluit", Beoordeel(InBezwaar, wie: Beoordelaar).Weigering?.Code);
        Assert.Equal("nam-bestreden-besluit", Beoordeel(InBezwaar, wie: "mo-1").Weigering?.Code);
        Assert.Null(Beoordeel(InBezwaar).Weigering);
    }

    [Fact]
    public void Alleen_voor_een_bezwaar_dat_loopt_en_tegen_de_beoordeling_is()
    {
        Assert.Equal("geen-bezwaar", Beoordeel(InBezwaar, bezwaar: Zaak + "-BZ2").Weigering?.Code);
        var ingetrokken = Hoor(
            InBezwaar,
            BijBezwaarIngetrokken.Beslis(InBezwaar, new(Zaak, Bezwaar, KvkNummer, Zaak + "-V1", Toen + Duration.FromDays(1)))
        );
        Assert.Equal("bezwaar-ingetrokken", Beoordeel(ingetrokken).Weigering?.Code);
        var vaststelling = Hoor(
            InBezwaar,
            BijBezwaarIngediend.Beslis(null, Ontvangen with { Bezwaar = Zaak + "-BZ2", Soort = "vaststelling" })
        );
        Assert.Equal("vaststelling-niet-hier", Beoordeel(vaststelling, bezwaar: Zaak + "-BZ2").Weigering?.Code);
    }

    [Fact]
    public void Elk_oordeel_wordt_opnieuw_gegeven()
    {
        var geweigerd = Beoordeel(InBezwaar, new Herbeoordelen.Verzoek(Bezwaar, [])).Weigering!;
        Assert.NotEmpty(geweigerd.Fouten);
    }

    [Fact]
    public void De_stand_is_die_van_het_besluit_tot_op_het_bezwaar_is_beslist()
    {
        Assert.Equal(Status.Afgewezen, InBezwaar.Status);
        var opnieuw = Hoor(InBezwaar, Beoordeel(InBezwaar));
        Assert.Equal(Status.Afgewezen, opnieuw.Status);
        var verleend = Hoor(opnieuw, BijSubsidieVerleend.Beslis(opnieuw, Verleend(Bezwaar + "-1")));
        Assert.Equal(Status.Verleend, verleend.Status);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Een_hogere_verlening_telt_welke_ook_eerst_werd_gehoord(bool gewijzigdEerst)
    {
        var gewijzigd = new VerleningGewijzigdBericht(
            Zaak,
            Tijdvak.Id,
            KvkNummer,
            "slim-2026",
            Bezwaar,
            Bezwaar + "-1",
            Zaak + "-V1",
            new LocalDate(2026, 10, 5),
            20_000m,
            12_000m,
            11_040m,
            6_000m,
            ["A", "C"],
            ["bo-2", "mo-2"],
            Toen
        );
        var stand = Na(Ingediend, Volledig);
        foreach (var eerst in (bool[])[gewijzigdEerst, !gewijzigdEerst])
        {
            stand = Hoor(
                stand,
                eerst ? BijVerleningGewijzigd.Beslis(stand, gewijzigd) : BijSubsidieVerleend.Beslis(stand, Verleend(Zaak + "-V1"))
            );
        }
        var besluit = Assert.Single(stand.Besluiten);
        Assert.Equal((12_000m, Bezwaar + "-1", Status.Verleend), (besluit.Bedrag, besluit.Nummer, stand.Status));
    }

    private static SubsidieVerleendBericht Verleend(string besluit) =>
        new(
            Zaak,
            Tijdvak.Id,
            KvkNummer,
            "slim-2026",
            besluit,
            new LocalDate(2026, 8, 10),
            18_400m,
            11_040m,
            5_520m,
            new LocalDate(2026, 8, 11),
            new LocalDate(2027, 8, 10),
            "ambtshalve",
            ["A", "C"],
            ["bo-2", "mo-2"],
            Toen
        );

    private static Beslissing Beoordeel(
        Aanvraag aanvraag,
        Herbeoordelen.Verzoek? verzoek = null,
        string wie = "bo-2",
        string bezwaar = Bezwaar
    ) =>
        Herbeoordelen.Beslis(
            aanvraag,
            verzoek ?? new(bezwaar, [.. Oordelen()]),
            new Beoordelen.Dossier(Compleet, [], [Scan], Sluit),
            wie,
            _ => Bewaard,
            Regelstanden.Ongewijzigd,
            Toen
        );

    /// <summary>With all grounds met, on an application whose decision rests on these judgments.</summary>
    private static Beslissing Probeer(
        Beoordelen.Verzoek? eerder,
        IReadOnlyList<Regeloordeel>? regels,
        Action<Beoordelen.Inhoud>? bewaard = null
    ) =>
        Herbeoordelen.Beslis(
            InBezwaar,
            new(Bezwaar, [.. Oordelen()], Regels: regels),
            new Beoordelen.Dossier(Compleet, [], [Scan], Sluit, eerder),
            "bo-2",
            inhoud =>
            {
                bewaard?.Invoke(inhoud);
                return Bewaard;
            },
            Regelstanden.Ongewijzigd,
            Toen
        );

    private static AanvraagBeoordeeld Opnieuw(
        Beoordelen.Verzoek? eerder,
        IReadOnlyList<Regeloordeel>? regels,
        Action<Beoordelen.Inhoud>? bewaard = null
    ) => Probeer(eerder, regels, bewaard).Gebeurde<AanvraagHerbeoordeeld>().Beoordeling;

    private static IEnumerable<Beoordelen.Oordeel> Oordelen() =>
        ((string[])[Eiscode.NietEnkelBestuurders, .. Grondcode.DoorBeoordelaar]).Select(code => new Beoordelen.Oordeel(
            code,
            Beoordelen.Uitkomstoordeel.Voldaan,
            "argument"
        ));

    private static Aanvraag Hoor(Aanvraag stand, Beslissing beslissing)
    {
        Assert.Null(beslissing.Weigering);
        return beslissing.Gebeurtenissen.Aggregate(stand, (s, g) => Hoor(s, g));
    }

    private static Aanvraag Hoor(Aanvraag stand, Gebeurtenis gebeurtenis) => Vouw.Volg(stand, gebeurtenis);
}
