using static SlimRegeling.Regels.Tests.Voorbeelden;

namespace SlimRegeling.Regels.Tests;

/// <summary>A grootbedrijf in landbouw, horeca or recreatie: until 2024 (articles 22 and 23).</summary>
public class GrootbedrijfTests
{
    public static TheoryData<string> Versies =>
        [.. Regelboek.Laad().Where(v => v.Aanvragertypen.Contains(Aanvragertype.Grootbedrijf)).Select(v => v.Id)];

    private static Activiteit Kosten(decimal bedrag) => new(Activiteitsoort.C) { OverigeExterneKosten = bedrag };

    [Theory]
    [MemberData(nameof(Versies))]
    public void Een_grootbedrijf_krijgt_60_procent_tot_200000_euro(string versie)
    {
        // 100,000 + 15% = 115,000; 60% = 69,000.
        var beoordeling = Beoordeling.Van(Versie(versie), VanGrootbedrijf(Kosten(100_000.00m)), Feiten.Geen);

        Assert.True(beoordeling.Subsidiabel);
        Assert.Equal(Grootteklasse.Groot, beoordeling.Grootteklasse);
        Assert.Equal((60m, 69_000.00m, 0m), (beoordeling.Berekening.Percentage, beoordeling.Subsidiebedrag, beoordeling.Voorschot));
        Assert.DoesNotContain(beoordeling.Toetsen, t => t.Code == Eiscode.MkbOmvang);
        Assert.Equal("23", beoordeling.Berekening.Regels.Single(r => r.Code == Postcode.SubsidieOverKosten).Artikel);
    }

    [Theory]
    // 289,855.07 + 15% = 333,333.33; 60% = 200,000.00.
    [InlineData("289855.07", "200000.00", false)]
    [InlineData("289855.09", "200000.00", true)]
    public void Het_maximum_van_een_grootbedrijf_is_200000_euro(string kosten, string subsidie, bool begrensd)
    {
        foreach (var versie in Versies)
        {
            var berekening = Subsidieberekening.Bereken(Versie(versie.Data), VanGrootbedrijf(Kosten(Getal.Lees(kosten))));

            Assert.Equal((Getal.Lees(subsidie), begrensd), (berekening.Subsidiebedrag, berekening.MaximumToegepast));
            Assert.Equal(begrensd ? ["23"] : [], berekening.Regels.Where(r => r.Code == Postcode.Maximum).Select(r => r.Artikel));
        }
    }

    [Fact]
    public void Een_groot_landbouwbedrijf_krijgt_ten_hoogste_20000_euro()
    {
        var plan = VanGrootbedrijf(Kosten(100_000.00m)) with { Onderneming = Hotel with { SbiCodes = ["0113"] } };

        Assert.Equal(20_000.00m, Subsidieberekening.Bereken(Versie("slim-2024"), plan).Subsidiebedrag);
    }

    [Theory]
    [InlineData("249.99", false)]
    [InlineData("250", true)]
    public void Een_grootbedrijf_is_groter_dan_een_mkb_onderneming(string personen, bool groot)
    {
        var hotel = Hotel with { WerkzamePersonen = Getal.Lees(personen), Jaaromzet = 50_000_000.00m };
        foreach (var versie in Versies)
        {
            var toets = Beoordeling
                .Van(Versie(versie.Data), VanGrootbedrijf(Kosten(100_000.00m)) with { Onderneming = hotel }, Feiten.Geen)
                .Toets(Eiscode.GrootbedrijfOmvang);

            Assert.Equal(groot ? Toetsuitkomst.Voldaan : Toetsuitkomst.NietVoldaan, toets.Uitkomst);
            Assert.Equal("22", toets.Artikel);
        }
    }

    [Theory]
    [InlineData("5510", Toetsuitkomst.Voldaan)]
    [InlineData("55.10", Toetsuitkomst.Voldaan)]
    [InlineData("56", Toetsuitkomst.Voldaan)]
    [InlineData("01.13", Toetsuitkomst.Voldaan)]
    [InlineData("93291", Toetsuitkomst.Voldaan)]
    // Below a listed code but not listed itself, sport, and another sector.
    [InlineData("5622", Toetsuitkomst.NietVoldaan)]
    [InlineData("931", Toetsuitkomst.NietVoldaan)]
    [InlineData("4321", Toetsuitkomst.NietVoldaan)]
    public void De_eerste_SBI_code_staat_in_de_lijst_van_de_bijlage(string sbi, Toetsuitkomst uitkomst)
    {
        foreach (var versie in Versies)
        {
            var plan = VanGrootbedrijf(Kosten(100_000.00m)) with { Onderneming = Hotel with { SbiCodes = [sbi, "5510"] } };

            var toets = Beoordeling.Van(Versie(versie.Data), plan, Feiten.Geen).Toets(Eiscode.GrootbedrijfSector);

            Assert.Equal(("22", uitkomst), (toets.Artikel, toets.Uitkomst));
        }
    }

    [Fact]
    public void Zonder_SBI_code_is_de_sector_niet_te_beoordelen() =>
        Assert.Equal(
            Toetsuitkomst.NietBeoordeeld,
            Beoordeling
                .Van(
                    Versie("slim-2024"),
                    VanGrootbedrijf(Kosten(100_000.00m)) with
                    {
                        Onderneming = Hotel with { SbiCodes = [] },
                    },
                    Feiten.Geen
                )
                .Toets(Eiscode.GrootbedrijfSector)
                .Uitkomst
        );
}
