using NodaTime;
using NodaTime.Text;
using static SlimRegeling.Regels.Tests.Voorbeelden;

namespace SlimRegeling.Regels.Tests;

public class TermijnenTests
{
    [Theory]
    [InlineData("an ordinary Thursday", "2026-06-11", "2026-07-23", false)]
    [InlineData("a Saturday", "2026-06-13", "2026-07-27", true)]
    [InlineData("a Sunday", "2026-06-14", "2026-07-27", true)]
    [InlineData("Easter Monday", "2027-02-15", "2027-03-30", true)]
    [InlineData("Good Friday and the whole of Easter", "2027-02-12", "2027-03-30", true)]
    [InlineData("Whit Monday", "2026-04-13", "2026-05-26", true)]
    [InlineData("Ascension Day with the Friday named after it", "2026-04-02", "2026-05-18", true)]
    [InlineData("King's Day on a Monday", "2026-03-16", "2026-04-28", true)]
    [InlineData("King's Day on a Saturday", "2024-03-16", "2024-04-29", true)]
    [InlineData("King's Day kept on a Saturday because the 27th is a Sunday", "2025-03-15", "2025-04-28", true)]
    [InlineData("the Monday after a King's Day on Sunday", "2025-03-17", "2025-04-28", false)]
    [InlineData("5 May in a year without lustrum", "2026-03-24", "2026-05-06", true)]
    [InlineData("Christmas before a weekend", "2026-11-13", "2026-12-28", true)]
    [InlineData("New Year's Day on a Friday", "2026-11-20", "2027-01-04", true)]
    [InlineData("sent on 31 December", "2026-12-31", "2027-02-11", false)]
    [InlineData("over the start of summer time", "2026-03-20", "2026-05-01", false)]
    [InlineData("over the end of summer time", "2026-10-20", "2026-12-01", false)]
    [InlineData("29 February", "2028-01-18", "2028-02-29", false)]
    public void De_bezwaartermijn_eindigt_zes_weken_na_de_dag_van_verzending(string geval, string verzonden, string einde, bool verschoven)
    {
        var loop = Termijnen.Loop(Slim2026, Termijncode.Bezwaar, Dag(verzonden));

        Assert.True(Dag(einde) == loop.LaatsteDag, $"{geval}: {loop}");
        Assert.Equal(verschoven, loop.Verschoven);
        Assert.Equal(Dag(verzonden).PlusDays(1), loop.EersteDag);
        Assert.Equal("6:7 en 6:8 Awb", loop.Artikel);
    }

    [Theory]
    [InlineData(Termijncode.BeslistermijnMkb, "2026-05-04", "2026-08-03")]
    [InlineData(Termijncode.BeslistermijnMkb, "2026-09-25", "2026-12-25")]
    [InlineData(Termijncode.BeslistermijnMkb, "2026-05-03", "2026-08-02")]
    [InlineData(Termijncode.BeslistermijnAdvies, "2026-07-24", "2026-12-25")]
    [InlineData(Termijncode.AmbtshalveVaststelling, "2026-07-25", "2026-12-26")]
    [InlineData(Termijncode.InitiatiefperiodeEen, "2026-12-25", "2027-12-25")]
    public void Dertien_en_tweeentwintig_weken_en_de_initiatiefperiode_verschuiven_nooit(string code, string na, string einde)
    {
        var loop = Termijnen.Loop(Slim2026, code, Dag(na));

        Assert.Equal(Dag(einde), loop.LaatsteDag);
        Assert.False(loop.Verschoven);
    }

    [Theory]
    [InlineData("2026-06-30", "2026-07-01", "2027-06-30")]
    [InlineData("2026-12-31", "2027-01-01", "2027-12-31")]
    [InlineData("2027-02-28", "2027-03-01", "2028-02-29")]
    [InlineData("2028-02-28", "2028-02-29", "2029-02-28")]
    [InlineData("2028-02-29", "2028-03-01", "2029-02-28")]
    public void De_initiatiefperiode_is_twaalf_maanden_vanaf_de_dag_na_dagtekening(string besluit, string eerste, string laatste)
    {
        var loop = Termijnen.Loop(Slim2026, Termijncode.InitiatiefperiodeEen, Dag(besluit));

        Assert.Equal((Dag(eerste), Dag(laatste)), (loop.EersteDag, loop.LaatsteDag));
    }

    [Theory]
    [InlineData("2027-01-31", "2027-02-28")]
    [InlineData("2027-01-30", "2027-02-28")]
    [InlineData("2027-01-29", "2027-02-28")]
    [InlineData("2027-01-28", "2027-02-28")]
    [InlineData("2027-01-27", "2027-02-27")]
    [InlineData("2028-01-31", "2028-02-29")]
    [InlineData("2028-01-28", "2028-02-28")]
    [InlineData("2027-03-31", "2027-04-30")]
    [InlineData("2026-12-31", "2027-01-31")]
    public void Een_maand_na_de_laatste_dagen_van_januari_eindigt_in_februari(string na, string einde)
    {
        var eenMaand = RegelbestandTests.Lees("    lengte: 3\n    eenheid: maanden", "    lengte: 1\n    eenheid: maanden");

        Assert.Equal(Dag(einde), Termijnen.Einde(eenMaand, Termijncode.VerlengingInitiatiefperiode, Dag(na)));
    }

    [Theory]
    [InlineData("2026-05-06", "2026-05-20")]
    [InlineData("2026-05-11", "2026-05-26")]
    public void De_hersteltermijn_is_veertien_dagen_en_verschuift_uit_beleid(string verzonden, string einde) =>
        Assert.Equal(Dag(einde), Termijnen.Einde(Slim2026, Termijncode.Hersteltermijn, Dag(verzonden)));

    [Fact]
    public void Dagen_waarop_de_termijn_stilstond_komen_erbij() =>
        Assert.Equal(Dag("2026-08-13"), Termijnen.Einde(Slim2026, Termijncode.BeslistermijnMkb, Dag("2026-05-04"), dagenStil: 10));

    [Fact]
    public void Een_onbekende_termijn_is_een_fout() =>
        Assert.Throws<KeyNotFoundException>(() => Termijnen.Einde(Slim2026, "verjaardag", Dag("2026-05-04")));

    private static LocalDate Dag(string tekst) => LocalDatePattern.Iso.Parse(tekst).Value;
}
