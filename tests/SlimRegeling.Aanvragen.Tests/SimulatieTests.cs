using CsCheck;
using NodaTime;
using SlimRegeling.Aanvragen.Simulaties;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Regels;
using SlimRegeling.Regelstand;
using static SlimRegeling.Aanvragen.Tests.Simulatiezaken;
using static SlimRegeling.Aanvragen.Tests.Voorbeelden;

namespace SlimRegeling.Aanvragen.Tests;

public class SimulatieTests
{
    [Fact]
    public void A_raised_ceiling_gives_exactly_those_next_in_rank()
    {
        var uitslag = Reken(Drie, 22_080m, na: 33_119.99m);
        Assert.Empty(uitslag.AndereUitkomst);

        uitslag = Reken(Drie, 22_080m, na: 33_120m);

        var anders = Assert.Single(uitslag.AndereUitkomst);
        Assert.Equal((Zaaknr(3), 3), (anders.Zaaknummer, anders.Rang));
        Assert.Equal(Simulatieuitkomst.Afgewezen, anders.Van.Uitkomst);
        Assert.Equal(new Zaakuitkomst(Simulatieuitkomst.Toegekend, 11_040m, 5_520m), anders.Naar);
        Assert.Equal([(Grondcode.PlafondOverschreden, "2.12, onderdeel i")], anders.Waarom.Select(r => (r.Code, r.Artikel)));
        Assert.Equal(new Telling(3, 33_120m, 2, 22_080m, 11_040m, 1, 11_040m, 0), uitslag.Totaal.Voor);
        Assert.Equal(new Telling(3, 33_120m, 3, 33_120m, 16_560m, 0, 0m, 0), uitslag.Totaal.Na);
    }

    [Fact]
    public void A_lowered_ceiling_takes_from_the_last_and_says_on_which_ground()
    {
        var uitslag = Reken(Drie, 33_120m, na: 11_040m);

        Assert.Equal([Zaaknr(2), Zaaknr(3)], uitslag.AndereUitkomst.Select(a => a.Zaaknummer));
        Assert.All(uitslag.AndereUitkomst, a => Assert.Equal(Grondcode.PlafondOverschreden, a.Naar.Reden?.Code));
        Assert.Contains(uitslag.Aannames, a => a.Contains("geloot", StringComparison.Ordinal));
    }

    [Fact]
    public void A_changed_percentage_changes_the_amounts_to_the_cent_and_names_its_article()
    {
        var uitslag = Reken([Weeg(Zaaknr(1), 1, wijzigingen: [Wijziging(Parameters.PercentageKlein, "55.55")])], 100_000m);

        var anders = Assert.Single(uitslag.AndereUitkomst);
        // 18,400.00 of eligible costs.
        Assert.Equal((11_040.00m, 10_221.20m), (anders.Van.Subsidie, anders.Naar.Subsidie));
        Assert.Equal((5_520.00m, 5_110.60m), (anders.Van.Voorschot, anders.Naar.Voorschot));
        var waarom = Assert.Single(anders.Waarom);
        Assert.Equal((Postcode.SubsidieOverKosten, Versie.Post(Postcode.SubsidieOverKosten).Artikel), (waarom.Code, waarom.Artikel));
    }

    [Fact]
    public void A_lower_amount_leaves_room_for_the_next()
    {
        Simulatiezaak[] zaken =
        [
            .. Enumerable.Range(1, 3).Select(i => Weeg(Zaaknr(i), i, wijzigingen: [Wijziging(Parameters.PercentageKlein, "40")])),
        ];

        var uitslag = Reken(zaken, 22_080m);

        Assert.Equal((2, 3), (uitslag.Totaal.Voor.Toegekend, uitslag.Totaal.Na.Toegekend));
        Assert.Equal(7_360m, uitslag.AndereUitkomst[2].Naar.Subsidie);
        Assert.Equal(Grondcode.PlafondOverschreden, uitslag.AndereUitkomst[2].Waarom[0].Code);
    }

    [Fact]
    public void A_limit_that_begins_to_count_is_named_beside_its_cause()
    {
        var anders = Assert.Single(
            Reken(
                [
                    Weeg(
                        Zaaknr(1),
                        1,
                        wijzigingen: [Wijziging(Parameters.UurtariefAdviseur, "999.00"), Wijziging(Parameters.MaximumMkb, "9000.00")]
                    ),
                ],
                100_000m
            ).AndereUitkomst
        );

        Assert.Equal([Postcode.Adviseur, Postcode.Maximum], anders.Waarom.Select(r => r.Code));
        Assert.Equal(9_000m, anders.Naar.Subsidie);
    }

    [Fact]
    public void A_requirement_that_is_no_longer_met_refuses_and_frees()
    {
        Simulatiezaak[] zaken =
        [
            Weeg(
                Zaaknr(1),
                1,
                Compleet with
                {
                    Onderneming = Compleet.Onderneming! with { WerkzamePersonen = 100m },
                },
                [Wijziging(Parameters.MkbPersonen, "100")]
            ),
            Weeg(Zaaknr(2), 2, wijzigingen: [Wijziging(Parameters.MkbPersonen, "100")]),
        ];

        var uitslag = Reken(zaken, 11_040m);

        Assert.Equal([Eiscode.MkbOmvang], uitslag.AndereUitkomst[0].Waarom.Select(r => r.Code));
        Assert.Equal(Eiscode.MkbOmvang, uitslag.AndereUitkomst[0].Naar.Reden?.Code);
        Assert.Equal(Simulatieuitkomst.Toegekend, uitslag.AndereUitkomst[1].Naar.Uitkomst);
        Assert.Equal(
            [("groot", 0, 1), ("klein", 1, 1), ("middelgroot", 1, 0)],
            uitslag.NaarGrootteklasse.Select(g => (g.Code, g.Voor.Aantal, g.Na.Aantal))
        );
        Assert.Equal(
            [(Eiscode.MkbOmvang, 0, 1), (Grondcode.PlafondOverschreden, 1, 0), ("toegekend", 1, 1)],
            uitslag.NaarUitkomst.Select(g => (g.Code, g.Voor.Aantal, g.Na.Aantal))
        );
    }

    [Theory]
    [InlineData("0111", "landbouw")]
    [InlineData("01.11", "landbouw")]
    [InlineData("031", "visserij")]
    [InlineData("4941", "wegvervoer")]
    [InlineData("5610", "overig")]
    [InlineData("4321", "overig")]
    public void Applications_are_counted_by_the_sector_of_their_main_code(string sbi, string sector)
    {
        var formulier = Compleet with { Onderneming = Compleet.Onderneming! with { SbiCodes = [sbi, "0111"] } };

        var groep = Assert.Single(Reken([Weeg(Zaaknr(1), 1, formulier)], 100_000m).NaarSector);

        Assert.Equal((sector, 1, 1), (groep.Code, groep.Voor.Aantal, groep.Na.Aantal));
    }

    [Fact]
    public void What_an_assessor_judged_and_corrected_holds_under_other_rules()
    {
        var beoordeeld = BeoordelenTests.Beoordeeld();
        var gronden = Grondcode
            .DoorBeoordelaar.Append(Eiscode.NietEnkelBestuurders)
            .Select(c => new Beoordelen.Oordeel(c, Beoordelen.Uitkomstoordeel.Voldaan, "gezien"))
            .ToList();
        Activiteitgegevens[] begroting = [new("C", OverigeExterneKosten: 6_000m)];
        var schaal = new Weegschaal(Regelstanden.Ongewijzigd, [Wijziging(Parameters.PercentageKlein, "50")]);

        var verlaagd = schaal.Weeg(beoordeeld, Compleet, new([.. gronden], begroting), Later);
        Assert.Equal((11_040m, 4_140m), (verlaagd.Voor.Gevraagd, verlaagd.Voor.Subsidie));
        Assert.Equal((9_200m, 3_450m), (verlaagd.Na.Gevraagd, verlaagd.Na.Subsidie));

        gronden[0] = gronden[0] with { Uitkomst = Beoordelen.Uitkomstoordeel.NietVoldaan };
        var afgewezen = schaal.Weeg(beoordeeld, Compleet, new([.. gronden], null), Later);
        Assert.Equal(gronden[0].Code, afgewezen.Voor.Beletsel?.Code);
        Assert.Equal(gronden[0].Code, afgewezen.Na.Beletsel?.Code);
        Assert.DoesNotContain(
            Reken([afgewezen with { Rang = 1 }], 100_000m).Aannames,
            a => a.Contains("nog niet beoordeeld", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void A_decision_keeps_the_state_of_the_rules_that_it_was_taken_with_and_the_rest_takes_that_of_now()
    {
        var getekend = Later + Duration.FromHours(1);
        var regels = new Regelstanden([
            new Regelstap(Versie.Id, 1, getekend, new("parameters", Parameters.PercentageKlein.Code, "50", "Staatscourant", null)),
        ]);
        var oordelen = new Beoordelen.Inhoud(new Beoordelen.Verzoek([]), [], []);
        var nu = getekend + Duration.FromHours(1);

        var beoordeeld = new Weegschaal(regels, []).Weeg(BeoordelenTests.Beoordeeld(), Compleet, oordelen, [], nu);
        Assert.Equal((11_040m, 11_040m), (beoordeeld.Voor.Gevraagd, beoordeeld.Voor.Subsidie));

        var open = new Weegschaal(regels, []).Weeg(Na(Ingediend, Volledig), Compleet, null, [], nu);
        Assert.Equal((11_040m, 9_200m), (open.Voor.Gevraagd, open.Voor.Subsidie));
    }

    [Fact]
    public void What_was_destroyed_counts_as_it_was_decided()
    {
        var zaak = new Weegschaal(Regelstanden.Ongewijzigd, [Wijziging(Parameters.PercentageKlein, "50")]).Weeg(
            BeoordelenTests.Beoordeeld(),
            null,
            null,
            [],
            Later
        );

        Assert.Equal(zaak.Voor, zaak.Na);
        Assert.Equal((11_040m, 11_040m, 5_520m), (zaak.Na.Gevraagd, zaak.Na.Subsidie, zaak.Na.Voorschot));
        Assert.Contains(Reken([zaak with { Rang = 1 }], 100_000m).Aannames, a => a.Contains("vernietigd", StringComparison.Ordinal));
    }

    [Fact]
    public void Withdrawn_and_not_on_the_list_take_no_budget()
    {
        Simulatiezaak[] zaken = [Drie[0] with { Ingetrokken = true }, Drie[1] with { Rang = null }, Drie[2]];

        var uitslag = Reken(zaken, 11_040m);

        Assert.Equal(new Telling(3, 33_120m, 1, 11_040m, 5_520m, 0, 0m, 2), uitslag.Totaal.Voor);
        Assert.Equal(["ingetrokken", "niet-op-de-lijst", "toegekend"], uitslag.NaarUitkomst.Select(g => g.Code));
    }

    [Fact]
    public void Before_the_list_the_order_is_that_of_receipt_with_the_completed_ones_behind()
    {
        Simulatiezaak[] zaken =
        [
            Weeg(Zaaknr(1), null) with
            {
                Volgt = (Later, Later),
                Aangevuld = true,
            },
            Weeg(Zaaknr(2), null) with
            {
                Volgt = (Later + Duration.FromHours(1), Later),
            },
            Weeg(Zaaknr(3), null) with
            {
                Volgt = (Later, Later),
            },
        ];

        var uitslag = Reken(zaken, 22_080m, na: 11_040m);

        Assert.Equal(Zaaknr(2), Assert.Single(uitslag.AndereUitkomst).Zaaknummer);
        Assert.Contains(uitslag.Aannames, a => a.Contains("staat nog niet vast", StringComparison.Ordinal));
    }

    [Fact]
    public void The_same_rules_and_ceiling_change_nothing() =>
        Zaken([])
            .Sample(z =>
            {
                var uitslag = Reken(z.Zaken, z.Plafond);
                Assert.Empty(uitslag.AndereUitkomst);
                Assert.Equal(uitslag.Totaal.Voor, uitslag.Totaal.Na);
                Assert.Equal(uitslag.RegelhashVoor, uitslag.RegelhashNa);
                Assert.All(
                    uitslag.NaarSector.Concat(uitslag.NaarGrootteklasse).Concat(uitslag.NaarUitkomst),
                    g => Assert.Equal(g.Voor, g.Na)
                );
            });

    [Fact]
    public void Whatever_changes_the_ceiling_holds_and_every_division_sums_to_the_whole() =>
        Gen.Select(
                Zaken([
                    Wijziging(Parameters.PercentageKlein, "75.50"),
                    Wijziging(Parameters.MaximumMkb, "15000.00"),
                    Wijziging(Parameters.KleinPersonen, "20"),
                ]),
                Gen.Int[0, 200_000]
            )
            .Sample(
                (z, na) =>
                {
                    var uitslag = Reken(z.Zaken, z.Plafond, na);
                    Assert.True(uitslag.Totaal.Voor.Subsidie <= z.Plafond);
                    Assert.True(uitslag.Totaal.Na.Subsidie <= na);
                    Assert.Equal(z.Zaken.Length, uitslag.Totaal.Na.Aantal);
                    foreach (
                        var verdeling in (IReadOnlyList<Groep>[])
                            [uitslag.NaarAanvragertype, uitslag.NaarGrootteklasse, uitslag.NaarSector, uitslag.NaarUitkomst]
                    )
                    {
                        Assert.Equal(uitslag.Totaal.Voor, verdeling.Select(g => g.Voor).Aggregate(Telling.Nul, Som));
                        Assert.Equal(uitslag.Totaal.Na, verdeling.Select(g => g.Na).Aggregate(Telling.Nul, Som));
                    }
                    Assert.All(uitslag.AndereUitkomst, a => Assert.NotEmpty(a.Waarom));
                }
            );
}
