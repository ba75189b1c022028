using static SlimRegeling.Regels.Tests.Voorbeelden;

namespace SlimRegeling.Regels.Tests;

public class GrootteTests
{
    [Theory]
    [InlineData("12", "1500000", "800000", Grootteklasse.Klein)]
    // 50 fte is no longer klein, whatever turnover and balance.
    [InlineData("49.99", "10000000", "99000000", Grootteklasse.Klein)]
    [InlineData("50", "0", "0", Grootteklasse.Middelgroot)]
    // Above ten million on both is middelgroot; on one it stays klein.
    [InlineData("10", "10000000.01", "10000000.00", Grootteklasse.Klein)]
    [InlineData("10", "10000000.00", "10000000.01", Grootteklasse.Klein)]
    [InlineData("10", "10000000.01", "10000000.01", Grootteklasse.Middelgroot)]
    // 250 fte is groot.
    [InlineData("249.99", "1", "1", Grootteklasse.Middelgroot)]
    [InlineData("250", "1", "1", Grootteklasse.Groot)]
    // Above 50 million turnover and above 43 million balance is groot; on one it stays middelgroot.
    [InlineData("100", "50000000.01", "43000000.00", Grootteklasse.Middelgroot)]
    [InlineData("100", "50000000.00", "43000000.01", Grootteklasse.Middelgroot)]
    [InlineData("100", "50000000.01", "43000000.01", Grootteklasse.Groot)]
    [InlineData("1", "50000000.01", "43000000.01", Grootteklasse.Groot)]
    public void De_grootteklasse_volgt_de_stappen_van_de_mkb_verklaring(string fte, string omzet, string balans, Grootteklasse klasse) =>
        Assert.Equal(klasse, Grootte.Bepaal(Slim2026, new(Getal.Lees(fte), Getal.Lees(omzet), Getal.Lees(balans), ["4321"])));

    [Theory]
    [InlineData(Band.Verbonden, 60, "38.00", Grootteklasse.Middelgroot)]
    [InlineData(Band.Verbonden, 60, "37.99", Grootteklasse.Klein)]
    [InlineData(Band.Partner, 25, "152.00", Grootteklasse.Middelgroot)]
    [InlineData(Band.Partner, 25, "151.96", Grootteklasse.Klein)]
    [InlineData(Band.Verbonden, 100, "238.00", Grootteklasse.Groot)]
    public void Verbonden_ondernemingen_tellen_geheel_en_partners_naar_rato(Band band, int percentage, string fte, Grootteklasse klasse)
    {
        var onderneming = Klein with { Gelieerd = [new(band, percentage, Getal.Lees(fte), 0m, 0m)] };

        Assert.Equal(klasse, Grootte.Bepaal(Slim2026, onderneming));
    }

    [Theory]
    // Below 25% a tie does not count at all, from 25 to 50% pro rata, above 50% in full; a link counts in full whatever the percentage.
    [InlineData(Band.Partner, "24.99", "12")]
    [InlineData(Band.Partner, "25", "37")]
    [InlineData(Band.Partner, "50", "62")]
    [InlineData(Band.Partner, "50.01", "112")]
    [InlineData(Band.Verbonden, "50", "112")]
    [InlineData(Band.Verbonden, "0", "112")]
    public void De_grenzen_van_25_en_50_procent_bepalen_hoe_een_onderneming_meetelt(Band band, string percentage, string personen) =>
        Assert.All(
            Regelboek.Laad(),
            versie =>
                Assert.Equal(
                    Getal.Lees(personen),
                    Grootte.MetGelieerde(versie, Klein with { Gelieerd = [new(band, Getal.Lees(percentage), 100m, 0m, 0m)] }).Personen
                )
        );

    [Fact]
    public void Omzet_en_balans_van_verbonden_ondernemingen_tellen_mee()
    {
        var onderneming = Klein with { Gelieerd = [new(Band.Verbonden, 100m, 1m, 8_500_000.01m, 9_200_000.01m)] };

        Assert.Equal((13.0m, 10_000_000.01m, 10_000_000.01m), Grootte.MetGelieerde(Slim2026, onderneming));
        Assert.Equal(Grootteklasse.Middelgroot, Grootte.Bepaal(Slim2026, onderneming));
    }

    [Fact]
    public void Een_middelgrote_onderneming_krijgt_hetzelfde_percentage_als_een_kleine()
    {
        var middelgroot = Zaak with { Onderneming = Klein with { WerkzamePersonen = 50m } };

        Assert.Equal(11_040.00m, Subsidieberekening.Bereken(Slim2026, middelgroot).Subsidiebedrag);
    }

    [Fact]
    public void Een_grote_onderneming_krijgt_niets()
    {
        var groot = Zaak with { Onderneming = Klein with { WerkzamePersonen = 250m } };

        var beoordeling = Beoordeling.Van(Slim2026, groot, Feiten.Geen);

        Assert.False(beoordeling.Subsidiabel);
        Assert.Null(beoordeling.Berekening.Percentage);
        Assert.Equal(0m, beoordeling.Subsidiebedrag);
        Assert.Equal(0m, beoordeling.Voorschot);
        Assert.Equal(Toetsuitkomst.NietVoldaan, beoordeling.Toets(Eiscode.MkbOmvang).Uitkomst);
    }
}
