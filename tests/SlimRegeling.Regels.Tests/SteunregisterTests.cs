using NodaTime;
using NodaTime.Text;

namespace SlimRegeling.Regels.Tests;

public class SteunregisterTests
{
    [Theory]
    [InlineData("4321", "2025-12-31", false)]
    [InlineData("4321", "2026-01-01", true)]
    [InlineData(null, "2026-01-01", true)]
    [InlineData("0311", "2026-01-01", true)]
    [InlineData("4941", "2026-01-01", true)]
    [InlineData("0113", "2026-12-31", false)]
    [InlineData("0113", "2027-01-01", true)]
    public void Steun_komt_in_het_register_vanaf_de_dag_van_haar_verordening(string? sbi, string dag, bool geldt) =>
        Assert.All(Regelboek.Laad(), versie => Assert.Equal(geldt, Steunregister.Geldt(versie, sbi, Dag(dag))));

    [Theory]
    // Without holidays.
    [InlineData("2026-06-22", "2026-07-20")]
    // King's Day, 5 May, Ascension Day with the Friday after it, and Whit Monday do not count.
    [InlineData("2026-04-23", "2026-05-28")]
    // Granted on a Saturday, with Christmas and New Year's Day in between.
    [InlineData("2026-12-12", "2027-01-12")]
    public void De_laatste_dag_is_twintig_werkdagen_na_die_van_verlening(string verleendOp, string uiterlijk) =>
        Assert.Equal(Dag(uiterlijk), Steunregister.Uiterlijk(Regelboek.Versie("slim-2026"), Dag(verleendOp)));

    [Theory]
    [InlineData("4321", "2023/2831")]
    [InlineData("4941", "2023/2831")]
    [InlineData("0113", "1408/2013")]
    [InlineData("0311", "717/2014")]
    [InlineData(null, "2023/2831")]
    public void De_sector_wijst_de_verordening_aan(string? sbi, string verordening) =>
        Assert.Equal(verordening, Steunregister.Verordening(Regelboek.Versie("slim-2026"), sbi));

    [Theory]
    [InlineData("4321", "43.21")]
    [InlineData("43.21", "43.21")]
    [InlineData("01131", "01.13")]
    [InlineData("561", "56.1")]
    [InlineData("62", "62")]
    [InlineData("6", null)]
    [InlineData("bouw", null)]
    [InlineData(null, null)]
    public void Een_SBI_code_begint_met_zijn_NACE_code(string? sbi, string? nace) => Assert.Equal(nace, Steunregister.Nace(sbi));

    [Theory]
    // Five working days on from Monday 13 July is Monday 20 July.
    [InlineData("2026-07-10", false)]
    [InlineData("2026-07-13", true)]
    [InlineData("2026-07-20", true)]
    [InlineData("2026-07-21", false)]
    public void De_laatste_dag_nadert_vanaf_vijf_werkdagen_ervoor_tot_en_met_die_dag(string vandaag, bool nadert) =>
        Assert.Equal(nadert, Steunregister.Nadert(Regelboek.Versie("slim-2026"), Dag("2026-07-20"), Dag(vandaag)));

    private static LocalDate Dag(string dag) => LocalDatePattern.Iso.Parse(dag).Value;
}
