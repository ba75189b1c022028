using NodaTime;
using static SlimRegeling.Regels.Tests.Voorbeelden;

namespace SlimRegeling.Regels.Tests;

public class DeMinimisTests
{
    private static readonly LocalDate Verlening = new(2026, 7, 1);

    [Fact]
    public void Zonder_eerdere_steun_is_de_ruimte_het_plafond() =>
        Assert.Equal(new DeMinimisruimte(300_000m, 0m, 300_000m, new(2023, 7, 2)), DeMinimis.Ruimte(Slim2026, Klein, [], Verlening));

    [Theory]
    [InlineData(2023, 7, 1, false)]
    [InlineData(2023, 7, 2, true)]
    [InlineData(2026, 7, 1, true)]
    [InlineData(2026, 7, 2, false)]
    public void Steun_telt_mee_tot_drie_jaar_terug_vanaf_de_dag_van_verlening(int jaar, int maand, int dag, bool telt) =>
        Assert.Equal(
            telt ? 1_000.00m : 0m,
            DeMinimis.Ruimte(Slim2026, Klein, [new(1_000.00m, new(jaar, maand, dag))], Verlening).Meegeteld
        );

    [Theory]
    [InlineData("4321", "300000")]
    [InlineData("0113", "50000")]
    [InlineData("0312", "30000")]
    public void Het_plafond_volgt_de_sector_van_de_hoofdactiviteit(string sbi, string plafond) =>
        Assert.Equal(Getal.Lees(plafond), DeMinimis.Ruimte(Slim2026, Klein with { SbiCodes = [sbi] }, [], Verlening).Plafond);

    [Theory]
    [InlineData("288960.00", true, "11040.00", false)]
    [InlineData("288960.01", true, "11039.99", true)]
    [InlineData("299999.99", true, "0.01", true)]
    [InlineData("300000.00", false, "0.00", true)]
    [InlineData("400000.00", false, "0.00", true)]
    public void Een_bedrag_boven_de_ruimte_wordt_verlaagd_en_zonder_ruimte_komt_er_niets(
        string eerder,
        bool subsidiabel,
        string bedrag,
        bool begrensd
    )
    {
        var feiten = new Feiten { Peildatum = Verlening, Steun = [new(Getal.Lees(eerder), new(2025, 1, 1))] };

        var beoordeling = Beoordeling.Van(Slim2026, Zaak, feiten);

        Assert.Equal(subsidiabel, beoordeling.Subsidiabel);
        Assert.Equal(Getal.Lees(bedrag), beoordeling.Subsidiebedrag);
        Assert.Equal(begrensd, beoordeling.Berekening.MaximumToegepast);
    }

    [Fact]
    public void Steun_zonder_peildatum_is_niet_te_beoordelen() =>
        Assert.Throws<ArgumentException>(() => Beoordeling.Van(Slim2026, Zaak, new() { Steun = [] }));
}
