using NodaTime;

namespace SlimRegeling.Regels.Tests;

/// <summary>The strata of the sample and how many are drawn of each; and how many hours a week holds.</summary>
public class SteekproefmaatTests
{
    private static readonly Regelversie Versie = Regelboek.Versie("slim-2026");
    private static readonly LocalDate Dag = new(2027, 7, 1);

    [Theory]
    [InlineData("9999.99", "", "laag-gewoon")]
    [InlineData("10000.00", "eerste-subsidie", "midden-gewoon")]
    [InlineData("19999.99", "eerste-subsidie geen-scan", "midden-verhoogd")]
    [InlineData("20000.00", "eerdere-bevinding", "hoog-verhoogd")]
    [InlineData("20000.00", "gemeld", "hoog-verhoogd")]
    [InlineData("24999.00", "geen-scan", "hoog-gewoon")]
    public void Het_stratum_volgt_uit_het_bedrag_en_de_punten_van_de_signalen(string verleend, string signalen, string stratum)
    {
        var gevonden = Steekproefmaat.Stratum(
            Versie,
            Dag,
            Getal.Lees(verleend),
            signalen.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        );

        Assert.Equal(stratum, gevonden);
        Assert.Contains(gevonden, Steekproefmaat.Strata);
    }

    [Theory]
    [InlineData("laag-gewoon", 0, 0)]
    [InlineData("laag-gewoon", 3, 3)] // fewer than the minimum: all
    [InlineData("laag-gewoon", 50, 5)]
    [InlineData("laag-gewoon", 51, 6)] // 5.1, rounded up
    [InlineData("hoog-verhoogd", 20, 5)]
    [InlineData("hoog-verhoogd", 21, 6)]
    [InlineData("hoog-verhoogd", 1000, 250)]
    public void Van_elk_stratum_komt_het_percentage_en_ten_minste_het_minimum(string stratum, int aantal, int omvang) =>
        Assert.Equal(omvang, Steekproefmaat.Omvang(Versie, Dag, stratum, aantal));

    [Fact]
    public void Wat_twee_mensen_wijzigen_telt_vanaf_zijn_dag()
    {
        var anders = Versie.Met([new("parameters", "steekproef-percentage", "2020-01-01: 10; 2027-07-01: 40", "BELEID", null)]);

        Assert.Equal(10, Steekproefmaat.Omvang(anders, Dag.PlusDays(-1), "laag-gewoon", 100));
        Assert.Equal(40, Steekproefmaat.Omvang(anders, Dag, "laag-gewoon", 100));
    }

    [Theory]
    [InlineData("2026-06-29", 60)]
    [InlineData("2026-05-25", 48)] // Whit Monday
    [InlineData("2026-12-21", 48)] // Christmas Day; the second is a Saturday
    [InlineData("2028-12-25", 36)] // both Christmas days
    [InlineData("2019-06-24", 60)] // before the scheme
    public void Een_week_met_feestdagen_heeft_minder_uren(string maandag, int uren) =>
        Assert.Equal(uren, Weekuren.Meeste(Versie, NodaTime.Text.LocalDatePattern.Iso.Parse(maandag).Value));
}
