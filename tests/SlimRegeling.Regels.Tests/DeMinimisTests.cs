using NodaTime;
using NodaTime.Text;
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
    [InlineData("an ordinary day", "2026-07-01", "2023-07-02")]
    [InlineData("a first day that is New Year's Day does not move", "2026-12-31", "2024-01-01")]
    [InlineData("a first day that is a Saturday and Christmas does not move", "2024-12-24", "2021-12-25")]
    [InlineData("29 February as first day", "2027-02-28", "2024-02-29")]
    [InlineData("29 February as last day", "2028-02-29", "2025-03-01")]
    [InlineData("the last day of a month", "2026-03-31", "2023-04-01")]
    [InlineData("the first day of the 36 months", "2024-01-01", "2021-01-02")]
    [InlineData("the last day of the three fiscal years", "2023-12-31", "2021-01-01")]
    [InlineData("the first day of a fiscal year", "2023-01-01", "2021-01-01")]
    [InlineData("the first window", "2020-03-02", "2018-01-01")]
    public void De_periode_loopt_terug_vanaf_de_dag_van_verlening(string geval, string verlening, string vanaf)
    {
        var (eerste, laatste) = (Dag(vanaf), Dag(verlening));
        Steun[] steun = [new(1.00m, eerste.PlusDays(-1)), new(10.00m, eerste), new(100.00m, laatste), new(1_000.00m, laatste.PlusDays(1))];

        Assert.All(
            Regelboek.Laad(),
            versie =>
            {
                var ruimte = DeMinimis.Ruimte(versie, Klein, steun, laatste);
                Assert.True(eerste == ruimte.Vanaf, $"{geval}: {ruimte.Vanaf}");
                Assert.Equal(110.00m, ruimte.Meegeteld);
            }
        );
    }

    [Theory]
    [InlineData("4321", "2023-12-31", "200000")]
    [InlineData("4321", "2024-01-01", "300000")]
    [InlineData("01", "2024-12-15", "20000")]
    [InlineData("0113", "2024-12-15", "20000")]
    [InlineData("0113", "2024-12-16", "50000")]
    [InlineData("01.13", "2026-07-01", "50000")]
    [InlineData("0210", "2026-07-01", "300000")]
    [InlineData("0312", "2023-12-31", "30000")]
    [InlineData("0312", "2026-07-01", "30000")]
    [InlineData("4941", "2023-12-31", "100000")]
    [InlineData("49.41", "2023-12-31", "100000")]
    [InlineData("4941", "2024-01-01", "300000")]
    [InlineData("4942", "2023-12-31", "200000")]
    public void Het_plafond_volgt_de_sector_van_de_hoofdactiviteit_en_de_dag_van_verlening(string sbi, string dag, string plafond) =>
        Assert.All(
            Regelboek.Laad(),
            versie =>
                Assert.Equal(
                    Getal.Lees(plafond),
                    DeMinimis.Ruimte(versie, Klein with { SbiCodes = [sbi, "4321", "0113"] }, [], Dag(dag)).Plafond
                )
        );

    [Fact]
    public void Zonder_sbi_code_geldt_het_algemene_plafond() =>
        Assert.Equal(300_000m, DeMinimis.Ruimte(Slim2026, Klein with { SbiCodes = [] }, [], Verlening).Plafond);

    [Fact]
    public void Een_wegvervoerder_volgt_de_parameter_van_het_wegvervoer()
    {
        var lager = Slim2026.Met([
            new("parameters", "de-minimis-plafond-wegvervoer", "2014-01-01: 100000.00; 2024-01-01: 150000.00", "DEMINIMIS", null),
        ]);

        Assert.Equal(150_000m, DeMinimis.Ruimte(lager, Klein with { SbiCodes = ["4941"] }, [], Verlening).Plafond);
        Assert.Equal(300_000m, DeMinimis.Ruimte(lager, Klein, [], Verlening).Plafond);
    }

    [Theory]
    [InlineData("0.00", "11040.00")]
    [InlineData("0.01", "11039.99")]
    [InlineData("11039.99", "0.01")]
    [InlineData("11040.00", "0.00")]
    [InlineData("11040.01", "0.00")]
    public void Na_een_bedrag_is_er_zoveel_minder_ruimte_en_nooit_minder_dan_niets(string bedrag, string na) =>
        Assert.Equal(Getal.Lees(na), DeMinimis.Ruimte(Slim2026, Klein, [new(288_960.00m, Verlening)], Verlening).Na(Getal.Lees(bedrag)));

    [Fact]
    public void Na_meer_steun_dan_het_plafond_is_er_geen_ruimte() =>
        Assert.Equal(0m, DeMinimis.Ruimte(Slim2026, Klein, [new(300_000.01m, Verlening)], Verlening).Na(0m));

    [Fact]
    public void Eigen_steun_telt_op_haar_eigen_dag_en_andere_steun_zoals_verklaard()
    {
        var verklaardOp = new LocalDate(2026, 4, 8);
        Steun eerder = new(9_000.00m, new(2023, 4, 9));
        Steun later = new(4_000.00m, new(2026, 6, 1));

        // Nothing declared, or less than our own awards: these count all the same.
        Assert.Equal([eerder, later], DeMinimis.Bekend(Slim2026, 0m, verklaardOp, [eerder, later]));
        Assert.Equal([eerder, later], DeMinimis.Bekend(Slim2026, 9_000.00m, verklaardOp, [eerder, later]));
        // What is declared above them is other aid; an award since the declaration is not in it.
        Assert.Equal([eerder, later, new(0.01m, verklaardOp)], DeMinimis.Bekend(Slim2026, 9_000.01m, verklaardOp, [eerder, later]));
        Assert.Equal([later, new(9_000.00m, verklaardOp)], DeMinimis.Bekend(Slim2026, 9_000.00m, verklaardOp, [later]));
        // An award of before the period of the declaration is not in it either.
        var teOud = eerder with
        {
            VerleendOp = new(2023, 4, 8),
        };
        Assert.Equal([teOud, new(9_000.00m, verklaardOp)], DeMinimis.Bekend(Slim2026, 9_000.00m, verklaardOp, [teOud]));
        // One of that very day is.
        Steun zelfdeDag = new(5_000.00m, verklaardOp);
        Assert.Equal([zelfdeDag, new(4_000.00m, verklaardOp)], DeMinimis.Bekend(Slim2026, 9_000.00m, verklaardOp, [zelfdeDag]));
    }

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

    private static LocalDate Dag(string tekst) => LocalDatePattern.Iso.Parse(tekst).Value;
}
