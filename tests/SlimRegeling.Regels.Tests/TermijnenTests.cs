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
    [InlineData("Good Friday", "2026-02-20", "2026-04-07", true)]
    [InlineData("Whit Monday", "2026-04-13", "2026-05-26", true)]
    [InlineData("Ascension Day with the Friday named after it", "2026-04-02", "2026-05-18", true)]
    [InlineData("King's Day on a Monday", "2026-03-16", "2026-04-28", true)]
    [InlineData("King's Day on a Saturday", "2024-03-16", "2024-04-29", true)]
    [InlineData("King's Day kept on a Saturday because the 27th is a Sunday", "2025-03-15", "2025-04-28", true)]
    [InlineData("King's Day on a Sunday", "2025-03-16", "2025-04-28", true)]
    [InlineData("the Monday after a King's Day on Sunday", "2025-03-17", "2025-04-28", false)]
    [InlineData("5 May in a year without lustrum", "2026-03-24", "2026-05-06", true)]
    [InlineData("Christmas before a weekend", "2026-11-13", "2026-12-28", true)]
    [InlineData("Christmas Day on a Thursday, then the second and a weekend", "2025-11-13", "2025-12-29", true)]
    [InlineData("the second day of Christmas on a Friday", "2025-11-14", "2025-12-29", true)]
    [InlineData("Christmas Day on a Monday, then the second", "2023-11-13", "2023-12-27", true)]
    [InlineData("the second day of Christmas on a Tuesday", "2023-11-14", "2023-12-27", true)]
    [InlineData("Christmas Eve and New Year's Eve count", "2025-11-19", "2025-12-31", false)]
    [InlineData("5 May on a Sunday, then a Monday that counts", "2024-03-24", "2024-05-06", true)]
    [InlineData("New Year's Day on a Friday", "2026-11-20", "2027-01-04", true)]
    [InlineData("sent on 31 December", "2026-12-31", "2027-02-11", false)]
    [InlineData("over the start of summer time", "2026-03-20", "2026-05-01", false)]
    [InlineData("over the end of summer time", "2026-10-20", "2026-12-01", false)]
    [InlineData("sent on the day summer time starts", "2026-03-29", "2026-05-11", true)]
    [InlineData("ending on the day summer time ends", "2026-09-13", "2026-10-26", true)]
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

    [Theory]
    [InlineData("three days, none of them off", 3, "2026-06-08", "2026-06-11", false)]
    [InlineData("two working days and a Saturday: article 1", 3, "2026-06-10", "2026-06-15", true)]
    [InlineData("Friday and a weekend: one working day", 3, "2026-06-11", "2026-06-15", true)]
    [InlineData("a weekend and Monday: one working day", 3, "2026-06-12", "2026-06-16", true)]
    [InlineData("Sunday to Tuesday: two working days", 3, "2026-06-13", "2026-06-16", false)]
    [InlineData("Good Friday to Easter Sunday: none", 3, "2027-03-25", "2027-03-31", true)]
    [InlineData("Good Friday to Easter Monday: none", 4, "2027-03-25", "2027-03-31", true)]
    [InlineData("Good Friday to the Tuesday after: one", 5, "2027-03-25", "2027-03-31", true)]
    [InlineData("Good Friday to the Wednesday after: two", 6, "2027-03-25", "2027-03-31", false)]
    [InlineData("both Christmas days before a weekend", 3, "2025-12-24", "2025-12-30", true)]
    [InlineData("a first working day, then Christmas and a weekend", 5, "2025-12-23", "2025-12-29", true)]
    [InlineData("two days are too few for article 2: article 1 alone", 2, "2027-03-25", "2027-03-30", true)]
    [InlineData("one day", 1, "2026-06-12", "2026-06-15", true)]
    public void Een_korte_termijn_wordt_zo_lang_dat_er_twee_werkdagen_in_zitten(
        string geval,
        int dagen,
        string na,
        string einde,
        bool verschoven
    )
    {
        var kort = Slim2026.Met([new("termijnen", Termijncode.Hersteltermijn, $"{dagen}", "BELEID", null)]);

        var loop = Termijnen.Loop(kort, Termijncode.Hersteltermijn, Dag(na));

        Assert.True(Dag(einde) == loop.LaatsteDag, $"{geval}: {loop}");
        Assert.Equal(verschoven, loop.Verschoven);
    }

    [Fact]
    public void Zonder_de_vlag_wordt_ook_een_korte_termijn_niet_langer()
    {
        var kort = Slim2026.Met([new("termijnen", Termijncode.BeslistermijnMkb, "1", "LAW26", null)]);

        Assert.Equal(Dag("2026-12-25"), Termijnen.Einde(kort, Termijncode.BeslistermijnMkb, Dag("2026-12-18")));
    }

    [Fact]
    public void De_vlag_staat_alleen_bij_termijnen_waarvoor_de_wet_geldt_en_nooit_bij_de_lange()
    {
        var vlaggen = Regelboek.Laad().SelectMany(v => v.Termijnen.Values).ToLookup(t => t.AlgemeneTermijnenwet);

        Assert.Equal(
            [
                "aanmaning",
                "beroep",
                "beslissing-op-bezwaar",
                "beslissing-op-bezwaar-met-commissie",
                "beslistermijn-wijziging",
                "betaling",
                "bewijs-steekproef",
                "bezwaar",
                "bezwaar-per-post",
                "herstel-bezwaar",
                "hersteltermijn",
                "ingebrekestelling",
                "mededeling-buiten-behandeling",
                "reactie-horen",
                "vaststelling-dwangsom",
                "verdaging-bezwaar",
            ],
            vlaggen[true].Select(t => t.Code).Distinct().Order()
        );
        Assert.All(
            vlaggen[true],
            t =>
                Assert.True(
                    t.Eenheid switch
                    {
                        "dagen" => t.Lengte <= 90,
                        "weken" => t.Lengte <= 12,
                        "maanden" => t.Lengte <= 3,
                        _ => false,
                    },
                    $"{t.Code}: {t.Lengte} {t.Eenheid}"
                )
        );
        Assert.Empty(vlaggen[false].Select(t => t.Code).Intersect(vlaggen[true].Select(t => t.Code)));
    }

    [Fact]
    public void Een_termijn_met_de_vlag_eindigt_nooit_op_een_vrije_dag_en_nooit_eerder() =>
        Assert.All(
            from n in Enumerable.Range(0, 4 * 366)
            from code in (string[])[Termijncode.Bezwaar, Termijncode.Hersteltermijn, Termijncode.BeslissingOpBezwaar]
            select (Na: new LocalDate(2025, 1, 1).PlusDays(n), code),
            geval =>
            {
                var loop = Termijnen.Loop(Slim2026, geval.code, geval.Na);
                Assert.Equal(loop.LaatsteDag, Feestdagen.EersteWerkdag(Slim2026, loop.LaatsteDag));
                var termijn = Slim2026.Termijn(geval.code);
                var ongestoord = geval.Na.PlusDays(termijn.Lengte * (termijn.Eenheid == "weken" ? 7 : 1));
                Assert.InRange(loop.LaatsteDag, ongestoord, ongestoord.PlusDays(5));
                Assert.Equal(loop.LaatsteDag != ongestoord, loop.Verschoven);
            }
        );

    [Theory]
    [InlineData(IsoDayOfWeek.Friday, false)]
    [InlineData(IsoDayOfWeek.Saturday, true)]
    public void Een_gelijkgestelde_dag_geldt_alleen_in_zijn_eigen_jaar(IsoDayOfWeek dag, bool verschoven)
    {
        // The Friday after Ascension Day is named for 2026 and 2027; in 2028 it is an ordinary day.
        var naHemelvaart = Feestdagen.Pasen(2028).PlusDays(dag == IsoDayOfWeek.Friday ? 40 : 41);

        Assert.Equal(dag, naHemelvaart.DayOfWeek);
        Assert.Equal(verschoven, Termijnen.Loop(Slim2026, Termijncode.Bezwaar, naHemelvaart.PlusWeeks(-6)).Verschoven);
    }

    [Fact]
    public void Een_onbekende_termijn_is_een_fout() =>
        Assert.Throws<KeyNotFoundException>(() => Termijnen.Einde(Slim2026, "verjaardag", Dag("2026-05-04")));

    private static LocalDate Dag(string tekst) => LocalDatePattern.Iso.Parse(tekst).Value;
}
