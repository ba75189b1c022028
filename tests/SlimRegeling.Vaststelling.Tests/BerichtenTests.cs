using SlimRegeling.Platform.Contexten;
using SlimRegeling.Regelstand;
using SlimRegeling.Vaststelling.Declaraties;
using SlimRegeling.Vaststelling.Voortgang;
using static SlimRegeling.Vaststelling.Tests.Voorbeelden;

namespace SlimRegeling.Vaststelling.Tests;

public class BerichtenTests
{
    public static TheoryData<string, object[]> Verzamelingen =>
        new()
        {
            { "award with a document, a scan and a payment", [Verleend, Plan, Scan, Betaling] },
            { "award on request of parties", [Declaratieverhaal.Verband, Plan, Betaling] },
            { "before any award", [Plan, Methode, Scan] },
            { "what an objection made of the award", [Verleend, Gewijzigd, Plan] },
            {
                "two objections",
                [Verleend, Gewijzigd, Gewijzigd with { Besluit = Zaak + "-BZ2-1", Was = 12000.00m, Bedrag = 12500.00m }, Plan]
            },
            {
                "two payments and two scans",
                [Betaling, Betaling with { Betaalopdracht = Zaak + "-B2", Soort = "vaststelling" }, Scan, Scan with { Scan = "scan-0" }]
            },
            { "what the recipient told", [Verleend, Gemeld, Gemeld with { Op = Op("2026-12-01T09:00:00"), Soort = null, Versie = 11 }] },
            {
                "a payment that came back and went once more, for less",
                [Betaling with { Versie = 5 }, Teruggekomen, Betaling with { Versie = 9, Bedrag = 1000.00m }, Verleend]
            },
        };

    [Theory]
    [MemberData(nameof(Verzamelingen))]
    public void Elke_volgorde_en_elke_herhaling_van_de_berichten_geeft_dezelfde_stand(string geval, object[] berichten)
    {
        var verwacht = Beeld(Na(berichten));

        foreach (var volgorde in Volgordes<object>(berichten))
        {
            Assert.True(verwacht == Beeld(Na([.. volgorde, .. volgorde])), geval);
            Assert.True(verwacht == Beeld(Na(volgorde.SelectMany(b => new[] { b, b }))), geval);
            Assert.True(verwacht == Beeld(Na([.. volgorde, .. volgorde.Reverse()])), geval);
        }
    }

    [Fact]
    public void Een_betaling_telt_een_keer() => Assert.Equal(5520.00m, Na(Verleend, Betaling, Betaling)!.Betaald);

    [Fact]
    public void Wat_terugkwam_is_niet_betaald_ook_als_dat_eerst_wordt_gehoord()
    {
        var betaling = Betaling with { Versie = 5 };
        Assert.Equal(0.00m, Na(Verleend, betaling, Teruggekomen)!.Betaald);
        Assert.Equal(0.00m, Na(Verleend, Teruggekomen, betaling)!.Betaald);
        Assert.Equal(5520.00m, Na(Verleend, betaling, Teruggekomen, betaling with { Versie = 9 })!.Betaald);
    }

    [Fact]
    public void Een_tweede_verlening_met_een_ander_besluit_wordt_apart_gezet() =>
        Assert.Equal("al-opengesteld", Hoor(Opengesteld(), Verleend with { Besluit = Zaak + "-V2" }).Weigering?.Code);

    [Fact]
    public void Zonder_verlening_is_de_zaak_van_niemand_en_er_niets_te_doen()
    {
        var stand = Na(Plan)!;

        Assert.NotEqual(Kvk, stand.KvkNummer);
        Assert.Equal(404, Trek(stand).Weigering?.Status);
        Assert.Equal(404, GeefBewijs(stand).Weigering?.Status);
        Assert.Equal(404, Onderteken(stand, Eerste).Weigering?.Status);
    }

    [Fact]
    public void Alles_wat_gezegd_wordt_heeft_een_naam()
    {
        var context = Context.Van<VaststellingContext>();
        object[] gebeurtenissen =
        [
            .. Trek(Opengesteld()).Gebeurtenissen,
            .. GeefBewijs(InSteekproef()).Gebeurtenissen,
            .. Declaratieverhaal.DienIn(Declaratieverhaal.Open(), Declaratieverhaal.Gemaakt).Gebeurtenissen,
            .. DeclaratieAanvullen
                .Beslis(Declaratieverhaal.Ingediend(), "?", Bewaar, Beoordelaar, Regelstanden.Ongewijzigd, Op("2025-07-07T10:00:00"))
                .Gebeurtenissen,
            .. VerzoektermijnStellen
                .Beslis(Declaratieverhaal.Open(Declaratieverhaal.Verband), Beoordelaar, Regelstanden.Ongewijzigd, Op("2025-11-26T10:00:00"))
                .Gebeurtenissen,
            .. Onderteken(Voorgesteld().Dan(s => Onderteken(s, Eerste)), Tweede).Gebeurtenissen,
            .. VoortgangTests.Meld(Opengesteld(VoortgangTests.Partnerschap), "2026-08-03T12:00:00").Gebeurtenissen,
            .. Herinneren
                .Beslis(Opengesteld(VoortgangTests.Partnerschap), Regelstanden.Ongewijzigd, Op("2026-07-31T07:00:00"))
                .Gebeurtenissen,
            .. Hoor(Voorgesteld().Dan(s => Onderteken(s, Eerste)).Dan(s => Onderteken(s, Tweede)), Gegrond).Gebeurtenissen,
            .. VoortgangTests.Meld(Opengesteld(VoortgangTests.Partnerschap), "2026-08-03T12:00:00").Gebeurtenissen,
            .. VoortgangTests
                .Terug(Opengesteld(VoortgangTests.Partnerschap).Dan(s => VoortgangTests.Meld(s, "2026-08-03T12:00:00")))
                .Gebeurtenissen,
            new IngebrekestellingOntvangen(Dag("2025-12-03"), Beoordelaar, Op("2025-12-10T10:00:00")),
            new VertragingMedegedeeld(Kvk, "slim-2024", Dag("2025-12-02"), Dag("2026-01-15"), Beoordelaar, Op("2025-11-20T10:00:00")),
            new Herinnerd(Kvk, Laatstedag.EindePeriode, Dag("2027-06-22"), Op("2027-05-25T06:20:00")),
        ];
        var gezegd = gebeurtenissen.SelectMany(e => context.Berichten(Zaak, e)).Select(b => b.GetType()).Distinct();

        Assert.Equal(context.GezegdeBerichten.OrderBy(t => t.Name), gezegd.OrderBy(t => t.Name));
        Assert.All(gebeurtenissen, e => Assert.Contains(e.GetType(), context.Gebeurtenisnamen.Values));
    }
}
