using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Regelstand;
using SlimRegeling.Vaststelling.Voortgang;
using static SlimRegeling.Vaststelling.Tests.Declaratieverhaal;
using static SlimRegeling.Vaststelling.Tests.Voorbeelden;

namespace SlimRegeling.Vaststelling.Tests;

/// <summary>What the minister withdrew is not settled any more, and what was settled above what is left is replaced by that.</summary>
public class NaIntrekkingTests
{
    private static readonly IntrekkingVoorgenomenBericht Voorgenomen = new(
        Zaak,
        Kvk,
        Verleend.Regelversie,
        Zaak + "-I1",
        Verleend.Besluit,
        "verlening",
        "verlening-onjuist",
        4000.00m,
        Verleend.Bedrag,
        Guid.Empty,
        "hash",
        Dag("2026-12-01"),
        Op("2026-09-01T10:00:00")
    );

    private static readonly IntrekkingVervallenBericht Vervallen = new(Zaak, Kvk, Zaak + "-I1", Op("2026-09-20T10:00:00"));

    [Fact]
    public void Verantwoord_wordt_wat_is_overgebleven_in_elke_volgorde()
    {
        Assert.All(
            Volgordes<object>([Verleend, Gewijzigd, Ingetrokken(4000.00m)]),
            volgorde =>
            {
                var stand = Na(volgorde)!;
                Assert.Equal((4000.00m, 4000.00m), (stand.Opening!.Verleend, stand.Opening.Voorschot));
                Assert.Empty(Hoor(stand, Ingetrokken(4000.00m)).Gebeurtenissen);
            }
        );
        var vastgesteld = Vastgesteld(Na(Verleend, Plan, Methode, Ingetrokken(4000.00m))!);
        Assert.Equal((4000.00m, 4000.00m, Zaak + "-I1"), (vastgesteld.Verleend, vastgesteld.Bedrag, vastgesteld.Intrekking));
    }

    [Fact]
    public void Wat_helemaal_is_ingetrokken_is_gesloten()
    {
        var stand = Na(Verleend, Plan, Methode, Ingetrokken(0.00m))!;
        Assert.Equal(Fase.Ingetrokken, stand.Fase);
        Assert.Equal("ingetrokken", Trek(stand).Weigering?.Code);
        Assert.Equal("ingetrokken", Beoordeel(stand, ["A", "C"]).Weigering?.Code);
    }

    [Fact]
    public void Zolang_het_voornemen_loopt_wordt_niets_vastgesteld_en_een_voorstel_van_ervoor_vervalt_bij_het_besluit()
    {
        var stand = Voorgesteld().Dan(s => Onderteken(s, Eerste)).Dan(s => Hoor(s, Voorgenomen));
        Assert.Equal("intrekking-loopt", Onderteken(stand, Tweede).Weigering?.Code);
        Assert.Null(Onderteken(stand.Dan(s => Hoor(s, Vervallen)), Tweede).Weigering);
        Assert.Null(stand.Dan(s => Hoor(s, Ingetrokken(4000.00m))).Voorstel);
        // That nothing comes of it is heard first.
        Assert.Null(Na(Verleend, Vervallen, Voorgenomen)!.Voornemen);
    }

    [Fact]
    public void Wat_al_was_vastgesteld_wordt_vervangen_door_wat_is_overgebleven()
    {
        var stand = Voorgesteld().Dan(s => Onderteken(s, Eerste)).Dan(s => Onderteken(s, Tweede));
        var eerste = stand.Vaststelling!;
        var na = stand.Dan(s => Hoor(s, Ingetrokken(4000.00m)));
        var nu = na.Vaststelling!;
        Assert.Equal((Zaak + "-I1", eerste.Besluit, 4000.00m), (nu.Besluit, nu.Vervangt, nu.Bedrag));
        Assert.Equal(eerste.Bedrag, nu.EerderVastgesteld);
        // All that was to be paid before, in advance and by the settlement.
        Assert.Equal((eerste.Bedrag, 4000.00m - eerste.Bedrag), (nu.Voorschotten, nu.NogTeBetalen));
        Assert.Equal([eerste], na.Vervangen);
        Assert.Equal(Fase.Vastgesteld, na.Fase);
        // What was awarded more before that is heard after it: nothing is settled anew.
        Assert.Null(na.Dan(s => Hoor(s, Gewijzigd)).Heropening);
        // What was settled below what is left stays.
        Assert.Equal(eerste, stand.Dan(s => Hoor(s, Ingetrokken(eerste.Bedrag))).Vaststelling);
    }

    [Theory]
    [InlineData(10000, 9520)]
    [InlineData(8000, 8000)]
    [InlineData(4000, 4000)]
    public void Beide_voorschotten_tellen_samen_tot_wat_is_overgebleven_in_elke_volgorde(int rest, int bevoorschot)
    {
        var tweede = new VoorschotToegekendBericht(
            Zaak,
            Kvk,
            Zaak + "-T1",
            4000.00m,
            ["bo", "mo"],
            Op("2026-09-01T10:00:00"),
            NaVoortgang: true
        );
        foreach (var volgorde in Volgordes<object>([Verleend, tweede, Ingetrokken(rest)]))
        {
            var stand = (Verantwoording?)null;
            foreach (var bericht in volgorde)
            {
                stand = Volg(stand, ReferenceEquals(bericht, tweede) ? BijVoorschotToegekend.Beslis(stand, tweede) : Hoor(stand, bericht));
            }
            Assert.Equal(bevoorschot, stand!.AlTeBetalen);
        }
    }

    [Fact]
    public void Een_declaratie_geeft_niet_meer_dan_wat_is_overgebleven_en_niets_als_alles_is_ingetrokken()
    {
        var deels = Ingediend().Dan(s => Oordeel(s)).Dan(s => Hoor(s, Ingetrokken(6000.00m)));
        Assert.Equal(Fase.Ingediend, deels.Fase);
        var vastgesteld = deels.Dan(s => Oordeel(s)).Vastgesteld().Vaststelling!;
        Assert.Equal((6000.00m, 6000.00m, Zaak + "-I1"), (vastgesteld.Verleend, vastgesteld.Bedrag, vastgesteld.Intrekking));
        Assert.Equal((4600.00m, 1400.00m), (vastgesteld.Voorschotten, vastgesteld.NogTeBetalen));

        var geheel = Ingediend().Dan(s => Hoor(s, Ingetrokken(0.00m)));
        Assert.Equal("ingetrokken", Oordeel(geheel).Weigering?.Code);
        Assert.Equal("ingetrokken", DienIn(Open().Dan(s => Hoor(s, Ingetrokken(0.00m))), Gemaakt).Weigering?.Code);
    }

    /// <summary>The award of 141,000.00 asked for an auditor's report; the 120,000.00 that is left would not have.</summary>
    [Fact]
    public void Een_controleverklaring_die_de_verlening_vroeg_blijft_nodig_en_telt_als_er_minder_dan_de_grens_overblijft()
    {
        var ingetrokken = Ingetrokken(120_000.00m) with { Was = 141_000.00m, Voorschot = 105_750.00m };
        var vastgesteld = Ingediend(Verband, VanVerband)
            .Dan(s => Hoor(s, ingetrokken))
            .Dan(s => Oordeel(s, AllesGoed(VanVerband), VanVerband))
            .Vastgesteld()
            .Vaststelling!;
        // 60% of 166,750.00 with the surcharge, and 3,000.00.
        Assert.Equal((120_000.00m, 103_050.00m), (vastgesteld.Verleend, vastgesteld.Bedrag));

        var zonder = VanVerband with { Verslagen = [.. VanVerband.Verslagen!.Where(v => v.Code != "financieel-verslag")] };
        Assert.Equal("verslagen", DienIn(Open(Verband).Dan(s => Hoor(s, ingetrokken)), zonder).Weigering?.Fouten.Single().Veld);
        Assert.Equal(141_000.00m, Na(ingetrokken, Verband)!.Toegekend);
    }

    [Fact]
    public void Zolang_het_voornemen_loopt_wordt_een_declaratie_ontvangen_en_niet_beoordeeld()
    {
        var ingediend = Open().Dan(s => Hoor(s, Voorgenomen)).Dan(s => DienIn(s, Gemaakt));
        Assert.Equal("intrekking-loopt", Oordeel(ingediend).Weigering?.Code);
        var voorgesteld = Ingediend().Dan(s => Oordeel(s)).Dan(s => Hoor(s, Voorgenomen));
        Assert.Equal("intrekking-loopt", Onderteken(voorgesteld, Eerste, "2025-08-04T10:00:00").Weigering?.Code);
    }

    [Fact]
    public void Aan_wat_helemaal_is_ingetrokken_wordt_niemand_herinnerd()
    {
        Assert.NotEmpty(Herinner(Open()).Gebeurtenissen);
        Assert.Empty(Herinner(Open().Dan(s => Hoor(s, Ingetrokken(0.00m)))).Gebeurtenissen);
    }

    private static Beslissing Herinner(Verantwoording stand) =>
        Herinneren.Beslis(stand, Regelstanden.Ongewijzigd, Op("2025-06-10T07:00:00"));

    private static Vastgesteld Vastgesteld(Verantwoording stand) =>
        stand
            .Dan(s => Trek(s))
            .Dan(s => GeefBewijs(s))
            .Dan(s => Beoordeel(s, ["A", "C"]))
            .Dan(s => Onderteken(s, Eerste))
            .Dan(s => Onderteken(s, Tweede))
            .Vaststelling!;

    private static VerleningIngetrokkenBericht Ingetrokken(decimal bedrag) =>
        new(
            Zaak,
            Verleend.Tijdvak,
            Kvk,
            Verleend.Regelversie,
            Zaak + "-I1",
            Verleend.Besluit,
            "verlening",
            Dag("2026-09-22"),
            "verlening-onjuist",
            bedrag,
            Verleend.Bedrag,
            Math.Min(bedrag, Verleend.Voorschot),
            0.00m,
            0.00m,
            Verleend.Besluitdatum,
            Guid.Empty,
            "hash",
            ["bo", "mo"],
            Op("2026-09-22T10:00:00")
        );
}
