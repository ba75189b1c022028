using NodaTime;
using NodaTime.Text;
using static SlimRegeling.Regels.Tests.Voorbeelden;

namespace SlimRegeling.Regels.Tests;

/// <summary>When a term ends later than its length says: it stood still (4:15 Awb) or was extended (4:14 Awb, 2.13).</summary>
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

    [Theory]
    [InlineData("slim-2026", Termijncode.InitiatiefperiodeEen, "2026-06-30", "2027-09-30", "2.13, vijfde lid")]
    [InlineData("slim-2026", Termijncode.InitiatiefperiodeSamenwerkingsverband, "2026-06-30", "2028-09-30", "2.13, vijfde lid")]
    [InlineData("slim-2020", Termijncode.InitiatiefperiodeEen, "2020-11-29", "2022-02-28", "11, vijfde lid")]
    public void De_initiatiefperiode_is_ten_hoogste_drie_maanden_te_verlengen(
        string versie,
        string code,
        string besluit,
        string uiterlijk,
        string artikel
    )
    {
        var regels = Regelboek.Versie(versie);
        var loop = Termijnen.Loop(regels, code, Dag(besluit));

        var langst = Termijnen.Verlengd(regels, loop, Dag(uiterlijk));

        Assert.Equal(loop with { LaatsteDag = Dag(uiterlijk), Artikel = artikel }, langst);
        Assert.Equal(loop.LaatsteDag.PlusDays(1), Termijnen.Verlengd(regels, loop, loop.LaatsteDag.PlusDays(1)).LaatsteDag);
        var teLang = Assert.Throws<ArgumentOutOfRangeException>(() => Termijnen.Verlengd(regels, loop, Dag(uiterlijk).PlusDays(1)));
        Assert.Contains($"Verlengen kan tot en met {uiterlijk} (artikel {artikel})", teLang.Message, StringComparison.Ordinal);
        var nietLanger = Assert.Throws<ArgumentOutOfRangeException>(() => Termijnen.Verlengd(regels, loop, loop.LaatsteDag));
        Assert.Contains("De termijn loopt al tot en met", nietLanger.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Termijncode.BeslistermijnMkb)]
    [InlineData(Termijncode.BeslistermijnSamenwerkingsverband)]
    [InlineData(Termijncode.BeslistermijnAdvies)]
    public void Een_beslistermijn_is_met_een_mededeling_te_verlengen_tot_een_dag_die_de_wet_openlaat(string code)
    {
        var loop = Termijnen.Loop(Slim2026, code, Dag("2026-05-04"));

        Assert.Equal(
            loop with
            {
                LaatsteDag = Dag("2027-01-02"),
                Artikel = "4:14, eerste lid, Awb",
            },
            Termijnen.Verlengd(Slim2026, loop, Dag("2027-01-02"))
        );
    }

    [Fact]
    public void De_beslistermijn_van_een_grootbedrijf_is_ook_een_beslistermijn()
    {
        var versie = Regelboek.Versie("slim-2024");
        var loop = Termijnen.Loop(versie, Termijncode.BeslistermijnGrootbedrijf, Dag("2024-06-03"));

        Assert.Equal("4:14, eerste lid, Awb", Termijnen.Verlengd(versie, loop, loop.LaatsteDag.PlusDays(7)).Artikel);
    }

    [Theory]
    [InlineData(Termijncode.Bezwaar)]
    [InlineData(Termijncode.VerlengingInitiatiefperiode)]
    [InlineData(Termijncode.AmbtshalveVaststelling)]
    public void Een_andere_termijn_verlengt_niemand(string code)
    {
        var loop = Termijnen.Loop(Slim2026, code, Dag("2026-05-04"));

        Assert.Throws<ArgumentException>(() => Termijnen.Verlengd(Slim2026, loop, loop.LaatsteDag.PlusDays(1)));
    }

    private static LocalDate Dag(string tekst) => LocalDatePattern.Iso.Parse(tekst).Value;
}
