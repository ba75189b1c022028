using NodaTime;
using NodaTime.Text;
using static SlimRegeling.Regels.Tests.Voorbeelden;

namespace SlimRegeling.Regels.Tests;

/// <summary>When a term ends later than its length says: it stood still (4:15 Awb).</summary>
public class StilstandTests
{
    [Theory]
    [InlineData("asked and completed within the term", "2026-05-06", "2026-05-20", "2026-05-16", "2026-08-12")]
    [InlineData("completed the day after it was asked: not one whole day", "2026-05-06", "2026-05-20", "2026-05-07", "2026-08-03")]
    [InlineData("completed on the last day", "2026-05-06", "2026-05-20", "2026-05-20", "2026-08-16")]
    [InlineData("not completed: through the last day to complete", "2026-05-06", "2026-05-20", null, "2026-08-17")]
    [InlineData(
        "asked before the window closed: the days before the term do not count",
        "2026-04-28",
        "2026-05-12",
        "2026-05-09",
        "2026-08-07"
    )]
    [InlineData("over before the window closed", "2026-04-10", "2026-04-24", "2026-04-20", "2026-08-03")]
    [InlineData("asked on the last day but one", "2026-08-02", "2026-08-17", "2026-08-13", "2026-08-13")]
    [InlineData("asked on the last day: the term has ended", "2026-08-03", "2026-08-17", "2026-08-13", "2026-08-03")]
    public void Tijdens_de_aanvulling_staat_de_beslistermijn_stil(
        string geval,
        string gevraagd,
        string uiterlijk,
        string? aangevuld,
        string einde
    )
    {
        var stil = Stilstand.Aanvulling(Dag(gevraagd), Dag(uiterlijk), aangevuld is null ? null : Dag(aangevuld));

        var laatste = Termijnen.Einde(Slim2026, Termijncode.BeslistermijnMkb, Dag("2026-05-04"), [stil]);

        Assert.True(Dag(einde) == laatste, $"{geval}: {laatste}");
    }

    [Fact]
    public void Dagen_waarop_de_termijn_om_twee_redenen_stilstond_tellen_een_keer()
    {
        Stilstand eerst = new(Dag("2026-05-10"), Dag("2026-05-19"));
        Stilstand overlapt = new(Dag("2026-05-15"), Dag("2026-05-24"));
        Stilstand binnen = new(Dag("2026-05-12"), Dag("2026-05-13"));
        // Starts in the days that the others added.
        Stilstand later = new(Dag("2026-08-10"), Dag("2026-08-11"));

        Assert.Equal(Dag("2026-08-18"), Beslis([eerst, overlapt, binnen]));
        Assert.Equal(Dag("2026-08-18"), Beslis([binnen, overlapt, eerst]));
        Assert.Equal(Dag("2026-08-20"), Beslis([later, binnen, overlapt, eerst]));
        Assert.Equal(Dag("2026-08-03"), Beslis([later]));
        Assert.Equal(Dag("2026-08-03"), Beslis([]));

        static LocalDate Beslis(IReadOnlyList<Stilstand> stilstand) =>
            Termijnen.Einde(Slim2026, Termijncode.BeslistermijnMkb, Dag("2026-05-04"), stilstand);
    }

    [Fact]
    public void Wat_stilstond_komt_erbij_voordat_het_einde_verschuift()
    {
        var loop = Termijnen.Loop(Slim2026, Termijncode.Hersteltermijn, Dag("2026-06-05"), [new(Dag("2026-06-10"), Dag("2026-06-10"))]);

        // Fourteen days end on Friday the 19th; a day later is Saturday, so it becomes Monday.
        Assert.Equal((Dag("2026-06-22"), true), (loop.LaatsteDag, loop.Verschoven));
    }

    private static LocalDate Dag(string tekst) => LocalDatePattern.Iso.Parse(tekst).Value;
}
