using static SlimRegeling.Regels.Tests.Voorbeelden;

namespace SlimRegeling.Regels.Tests;

public class SubsidieberekeningTests
{
    [Fact]
    public void De_zaak_van_adviseur_projectleider_en_overige_kosten_levert_11040_euro_op()
    {
        var berekening = Subsidieberekening.Bereken(Slim2026, Zaak);

        Assert.Equal(16_000.00m, berekening.ExternEnLoon);
        Assert.Equal(2_400.00m, berekening.Toeslag);
        Assert.Equal(18_400.00m, berekening.SubsidiabeleKosten);
        Assert.Equal(60m, berekening.Percentage);
        Assert.Equal(11_040.00m, berekening.Subsidiebedrag);
        Assert.Equal(5_520.00m, berekening.Voorschot);
        Assert.False(berekening.MaximumToegepast);
    }

    [Fact]
    public void Elke_regel_van_de_zaak_noemt_bedrag_omschrijving_en_artikel()
    {
        var regels = Subsidieberekening.Bereken(Slim2026, Zaak).Regels;

        Assert.Equal(
            [
                (5_400.00m, "Activiteit A: externe adviseur, 40 uur à € 135,00 (uw tarief van € 150,00 telt mee tot het maximum)"),
                (899.20m, "Activiteit A: overige externe kosten"),
                (7_800.00m, "Activiteit C: externe adviseur, 65 uur à € 120,00"),
                (
                    1_900.80m,
                    "Activiteit C: eigen personeel, 60 uur à € 31,68 (brutojaarloon € 41.280,00 met 32% opslag, 1.720 uur per jaar)"
                ),
                (16_000.00m, "Externe kosten en loonkosten samen"),
                (2_400.00m, "Toeslag van 15% voor overige kosten"),
                (18_400.00m, "Subsidiabele kosten"),
                (11_040.00m, "Subsidie: 60% van de subsidiabele kosten"),
                (11_040.00m, "Subsidie"),
                (5_520.00m, "Voorschot: 50% van de subsidie"),
            ],
            regels.Select(r => (r.Bedrag, r.Omschrijving))
        );
        Assert.Equal(
            [
                "2.14, vierde lid",
                "2.14, eerste lid, onderdeel a",
                "2.14, vierde lid",
                "2.14, eerste lid, onderdeel b",
                "2.14, eerste lid, onderdelen a en b",
                "2.14, eerste lid, onderdeel c",
                "2.14, eerste lid",
                "2.20, tweede lid",
                "2.20",
                "2.18, tweede lid, onderdeel a",
            ],
            regels.Select(r => r.Artikel)
        );
    }

    [Fact]
    public void Externe_kosten_van_10000_en_loon_van_3000_leveren_8970_euro_op()
    {
        // 100 hours at € 30.00: 39,090.91 × 1.32 / 1,720 = 30.00.
        var plan = Met(new Activiteit(Activiteitsoort.A) { OverigeExterneKosten = 10_000.00m, EigenUren = [new(100m, 39_090.91m)] });

        var berekening = Subsidieberekening.Bereken(Slim2026, plan);

        Assert.Equal(13_000.00m, berekening.ExternEnLoon);
        Assert.Equal(14_950.00m, berekening.SubsidiabeleKosten);
        Assert.Equal(8_970.00m, berekening.Subsidiebedrag);
    }

    [Fact]
    public void Tien_loopbaantrajecten_leveren_7000_euro_op_zonder_percentage_toeslag_of_minimum()
    {
        var plan = Met(new Activiteit(Activiteitsoort.B) { Trajecten = 10 });

        var beoordeling = Beoordeling.Van(Slim2026, plan, Feiten.Geen);

        Assert.True(beoordeling.Subsidiabel);
        Assert.Equal(7_000.00m, beoordeling.Subsidiebedrag);
        Assert.Equal(0m, beoordeling.Berekening.SubsidiabeleKosten);
        Assert.Equal(Toetsuitkomst.NietVanToepassing, beoordeling.Toets(Eiscode.MinimumKosten).Uitkomst);
    }

    [Theory]
    // 31.68 exactly in the case; 2,625 a month is the executor's example of € 24.17; a half cent goes up.
    [InlineData("41280.00", false, "31.68")]
    [InlineData("31500.00", false, "24.17")]
    [InlineData("56000.00", true, "32.56")]
    [InlineData("8.60", true, "0.01")]
    [InlineData("8.59", true, "0.00")]
    public void Het_uurloon_wordt_op_centen_afgerond_half_omhoog(string brutojaarloon, bool eigenaar, string uurloon) =>
        Assert.Equal(Getal.Lees(uurloon), Subsidieberekening.Uurloon(Slim2026, new EigenUren(1m, Getal.Lees(brutojaarloon), eigenaar)));

    [Fact]
    public void Elk_product_van_uren_en_tarief_wordt_apart_afgerond()
    {
        // Twice 0.5 × 0.01 = 0.005 → 0.01 each; rounded together it would be 0.01.
        var plan = Met(new Activiteit(Activiteitsoort.A) { ExterneUren = [new(0.5m, 0.01m), new(0.5m, 0.01m)] });

        Assert.Equal(0.02m, Subsidieberekening.Bereken(Slim2026, plan).ExternEnLoon);
    }

    [Theory]
    [InlineData("134.99", "134.99")]
    [InlineData("135.00", "135.00")]
    [InlineData("135.01", "135.00")]
    public void Een_uurtarief_van_een_adviseur_telt_mee_tot_135_euro(string tarief, string gerekend) =>
        Assert.Equal(
            Getal.Lees(gerekend),
            Subsidieberekening
                .Bereken(Slim2026, Met(new Activiteit(Activiteitsoort.A) { ExterneUren = [new(1m, Getal.Lees(tarief))] }))
                .ExternEnLoon
        );

    [Theory]
    [InlineData("36230.43", "24998.99", false)]
    [InlineData("36230.44", "24999.00", true)]
    public void Een_mkb_onderneming_krijgt_ten_hoogste_24999_euro(string kosten, string subsidie, bool begrensd)
    {
        var berekening = Subsidieberekening.Bereken(Slim2026, MetExterneKosten(Getal.Lees(kosten)));

        Assert.Equal(Getal.Lees(subsidie), berekening.Subsidiebedrag);
        Assert.Equal(begrensd, berekening.MaximumToegepast);
    }

    [Fact]
    public void Precies_24999_euro_is_niet_verlaagd()
    {
        // 35,215.94 + 5,282.39 = 40,498.33; 60% = 24,299.00; one trajectory makes 24,999.00.
        var plan = Met(new(Activiteitsoort.C) { OverigeExterneKosten = 35_215.94m }, new(Activiteitsoort.B) { Trajecten = 1 });

        var berekening = Subsidieberekening.Bereken(Slim2026, plan);

        Assert.Equal(24_999.00m, berekening.Subsidiebedrag);
        Assert.False(berekening.MaximumToegepast);
    }

    [Fact]
    public void Het_maximum_geldt_voor_A_B_en_C_samen()
    {
        var plan = Met(new(Activiteitsoort.C) { OverigeExterneKosten = 30_000.00m }, new(Activiteitsoort.B) { Trajecten = 20 });

        Assert.Equal(24_999.00m, Subsidieberekening.Bereken(Slim2026, plan).Subsidiebedrag);
    }

    [Theory]
    [InlineData("0113", "20000.00")]
    [InlineData("01.13", "20000.00")]
    [InlineData("1013", "24999.00")]
    [InlineData("0311", "24999.00")]
    public void Een_landbouwbedrijf_krijgt_ten_hoogste_20000_euro(string hoofdSbi, string maximum)
    {
        var plan = MetExterneKosten(90_000.00m) with { Onderneming = Klein with { SbiCodes = [hoofdSbi, "0113"] } };

        Assert.Equal(Getal.Lees(maximum), Subsidieberekening.Bereken(Slim2026, plan).Subsidiebedrag);
    }

    [Fact]
    public void Kosten_bij_een_loopbaantraject_tellen_niet_mee()
    {
        var plan = Met(new Activiteit(Activiteitsoort.B) { Trajecten = 1, OverigeExterneKosten = 5_000.00m });

        Assert.Equal(700.00m, Subsidieberekening.Bereken(Slim2026, plan).Subsidiebedrag);
    }

    [Fact]
    public void Een_kleinere_de_minimisruimte_verlaagt_het_bedrag_tot_die_ruimte()
    {
        var berekening = Subsidieberekening.Bereken(Slim2026, Zaak, deMinimisruimte: 11_039.99m);

        Assert.Equal(11_039.99m, berekening.Subsidiebedrag);
        Assert.True(berekening.MaximumToegepast);
        Assert.Equal(5_520.00m, berekening.Voorschot);
    }
}
