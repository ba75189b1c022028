using NodaTime;
using static SlimRegeling.Regels.Tests.Voorbeelden;

namespace SlimRegeling.Regels.Tests;

/// <summary>How costs and fixed amounts count in each version.</summary>
public class KostenPerVersieTests
{
    [Fact]
    public void Voorbeeld_van_2024_een_kleine_onderneming_komt_op_het_maximum_uit()
    {
        // 165 × 135 = 22,275.00; 157.5 × 32.56 = 5,128.20; × 1.15 = 31,513.68; 80% = 25,210.94.
        var plan = Met(
            new Activiteit(Activiteitsoort.C) { ExterneUren = [new(165m, 135.00m)], EigenUren = [new(157.5m, 56_000.00m, Eigenaar: true)] }
        );

        var berekening = Subsidieberekening.Bereken(Versie("slim-2024"), plan);

        Assert.Equal([22_275.00m, 5_128.20m], berekening.Regels.Take(2).Select(r => r.Bedrag));
        Assert.Equal((27_403.20m, 31_513.68m), (berekening.ExternEnLoon, berekening.SubsidiabeleKosten));
        Assert.Equal(25_210.94m, berekening.Regels.Single(r => r.Code == Postcode.SubsidieOverKosten).Bedrag);
        Assert.Equal((24_999.00m, true, 12_499.50m), (berekening.Subsidiebedrag, berekening.MaximumToegepast, berekening.Voorschot));
        Assert.Equal("18, eerste lid", berekening.Regels.Single(r => r.Code == Postcode.Maximum).Artikel);
    }

    [Theory]
    [InlineData("slim-2020", 80, 0)]
    [InlineData("slim-2021", 80, 0)]
    [InlineData("slim-2022", 80, 0)]
    [InlineData("slim-2023", 80, 0)]
    [InlineData("slim-2023-09", 80, 50)]
    [InlineData("slim-2024", 80, 50)]
    [InlineData("slim-2025", 60, 50)]
    [InlineData("slim-2026", 60, 50)]
    public void Het_percentage_volgt_grootte_en_versie_en_het_voorschot_ook(string versie, int klein, int voorschot)
    {
        // 10,000 + 15% = 11,500.
        var (een, ander) = (
            MetExterneKosten(10_000.00m),
            MetExterneKosten(10_000.00m) with
            {
                Onderneming = Klein with { WerkzamePersonen = 50m },
            }
        );
        var (k, m) = (Subsidieberekening.Bereken(Versie(versie), een), Subsidieberekening.Bereken(Versie(versie), ander));

        Assert.Equal((klein, 115.00m * klein), (k.Percentage, k.Subsidiebedrag));
        Assert.Equal((60m, 6_900.00m), (m.Percentage, m.Subsidiebedrag));
        Assert.Equal(6_900.00m * voorschot / 100m, m.Voorschot);
    }

    [Theory]
    // Until 2023 the whole rate counts when it is shown to be that of the market; from 2024 never above 135.
    [InlineData("slim-2020", "200", true, "200")]
    [InlineData("slim-2020", "200", false, "125")]
    [InlineData("slim-2020", "125.00", false, "125")]
    [InlineData("slim-2020", "125.01", false, "125")]
    [InlineData("slim-2020", "125.01", true, "125.01")]
    [InlineData("slim-2021", "200", true, "200")]
    [InlineData("slim-2022", "200", true, "200")]
    [InlineData("slim-2023", "200", true, "200")]
    [InlineData("slim-2023-09", "200", true, "200")]
    [InlineData("slim-2023-09", "200", false, "125")]
    [InlineData("slim-2024", "200", true, "135")]
    [InlineData("slim-2024", "135.01", false, "135")]
    [InlineData("slim-2025", "200", true, "135")]
    [InlineData("slim-2026", "200", true, "135")]
    public void Een_adviseur_boven_het_maximum_telt_naar_de_versie(string versie, string tarief, bool marktconform, string gerekend)
    {
        var plan = Met(new Activiteit(Activiteitsoort.A) { ExterneUren = [new(100m, Getal.Lees(tarief), marktconform)] });

        Assert.Equal(100m * Getal.Lees(gerekend), Subsidieberekening.Bereken(Versie(versie), plan).ExternEnLoon);
    }

    [Fact]
    public void Een_tarief_boven_het_maximum_dat_telt_moet_marktconform_blijken()
    {
        var plan = Met(new Activiteit(Activiteitsoort.A) { ExterneUren = [new(100m, 200.00m, Marktconform: true)] });

        var beoordeling = Beoordeling.Van(Versie("slim-2022"), plan, Feiten.Geen);

        Assert.Equal(
            "U rekent een uurtarief van € 200,00. Dat is meer dan € 125,00. Bewaar drie offertes of het verslag van de aanbesteding; wij "
                + "kunnen erom vragen. (artikel 12, derde lid)",
            beoordeling.Toets(Eiscode.Marktconformiteit).Uitleg
        );
        Assert.Equal(
            "Activiteit A: externe adviseur, 100 uur à € 200,00 (boven het maximum van € 125,00: u moet aantonen dat het tarief "
                + "marktconform is)",
            beoordeling.Berekening.Regels[0].Omschrijving
        );
        Assert.Equal(
            Toetsuitkomst.NietVanToepassing,
            Beoordeling.Van(Versie("slim-2024"), plan, Feiten.Geen).Toets(Eiscode.Marktconformiteit).Uitkomst
        );
    }

    [Fact]
    public void Loopbaanadvies_telt_tot_2024_naar_kosten_en_daarna_naar_trajecten()
    {
        var plan = Met(new Activiteit(Activiteitsoort.B) { Trajecten = 10, OverigeExterneKosten = 10_000.00m });

        foreach (var versie in Regelboek.Laad())
        {
            var berekening = Subsidieberekening.Bereken(versie, plan);
            var vast = versie.Vanaf >= new LocalDate(2024, 1, 1);

            Assert.Equal(vast ? 0m : 11_500.00m, berekening.SubsidiabeleKosten);
            Assert.Equal(vast ? 7_000.00m : 0m, berekening.Loopbaantrajecten);
            Assert.Equal(vast ? 7_000.00m : 9_200.00m, berekening.Subsidiebedrag);
        }
    }

    [Theory]
    [InlineData("4347.82", Toetsuitkomst.NietVoldaan)]
    [InlineData("4347.83", Toetsuitkomst.Voldaan)]
    public void Loopbaanadvies_valt_tot_2024_onder_het_minimum(string kosten, Toetsuitkomst uitkomst)
    {
        var plan = Met(new Activiteit(Activiteitsoort.B) { OverigeExterneKosten = Getal.Lees(kosten) });

        foreach (var versie in Regelboek.Laad())
            Assert.Equal(
                versie.Vanaf >= new LocalDate(2024, 1, 1) ? Toetsuitkomst.NietVanToepassing : uitkomst,
                Beoordeling.Van(versie, plan, Feiten.Geen).Toets(Eiscode.MinimumKosten).Uitkomst
            );
    }

    [Fact]
    public void Een_praktijkleerplaats_krijgt_tot_2025_een_vast_bedrag_en_heeft_geen_minimum()
    {
        var plan = Met(new Activiteit(Activiteitsoort.D) { Praktijkleerplaatsen = 2, OverigeExterneKosten = 900.00m });

        foreach (var versie in Regelboek.Laad())
        {
            var beoordeling = Beoordeling.Van(versie, plan, Feiten.Geen);
            var oud = versie.Vanaf < new LocalDate(2024, 12, 21);

            Assert.Equal((oud, oud ? 5_400.00m : 0m), (beoordeling.Subsidiabel, beoordeling.Subsidiebedrag));
            Assert.Equal(oud ? 5_400.00m : 0m, beoordeling.Berekening.Praktijkleerplaatsen);
            Assert.Equal(
                oud ? "Activiteit D: 2 praktijkleerplaatsen van € 2.700,00 per jaar" : "Subsidie",
                beoordeling.Berekening.Regels[0].Omschrijving
            );
            Assert.Equal(Toetsuitkomst.NietVanToepassing, beoordeling.Toets(Eiscode.MinimumKosten).Uitkomst);
            Assert.Equal(oud ? Toetsuitkomst.Voldaan : Toetsuitkomst.NietVoldaan, beoordeling.Toets(Eiscode.Activiteitsoort).Uitkomst);
        }
    }

    [Fact]
    public void Een_praktijkleerplaats_staat_buiten_toeslag_percentage_en_minimum()
    {
        // 4,000 + 15% = 4,600, of which 80% is 3,680; a place adds 2,700, but the minimum is not reached.
        var plan = Met(new(Activiteitsoort.A) { OverigeExterneKosten = 4_000.00m }, new(Activiteitsoort.D) { Praktijkleerplaatsen = 1 });

        var beoordeling = Beoordeling.Van(Versie("slim-2022"), plan, Feiten.Geen);

        Assert.Equal(6_380.00m, beoordeling.Berekening.Subsidiebedrag);
        Assert.Equal(Toetsuitkomst.NietVoldaan, beoordeling.Toets(Eiscode.MinimumKosten).Uitkomst);
        Assert.Equal(
            "Uw subsidiabele kosten voor A, B en C zijn € 4.600,00. Dat moet ten minste € 5.000,00 zijn. Breid A, B of C uit, of vraag "
                + "alleen D aan. (artikel 4, tweede lid)",
            beoordeling.Toets(Eiscode.MinimumKosten).Uitleg
        );
        Assert.Contains(
            "Activiteit D: 1 praktijkleerplaats van € 2.700,00 per jaar",
            beoordeling.Berekening.Regels.Select(r => r.Omschrijving)
        );
        Assert.Equal(Toetsuitkomst.NietBeoordeeld, beoordeling.Toets(Eiscode.ErkendLeerbedrijf).Uitkomst);
    }

    [Fact]
    public void Een_te_grote_mkb_onderneming_krijgt_ook_geen_vaste_bedragen()
    {
        var plan = Met(new(Activiteitsoort.B) { Trajecten = 3 }, new(Activiteitsoort.D) { Praktijkleerplaatsen = 3 });
        plan = plan with { Onderneming = Klein with { WerkzamePersonen = 250m } };

        var berekening = Subsidieberekening.Bereken(Versie("slim-2024"), plan);

        Assert.Equal((0m, 0m, 0m), (berekening.Loopbaantrajecten, berekening.Praktijkleerplaatsen, berekening.Subsidiebedrag));
    }
}
