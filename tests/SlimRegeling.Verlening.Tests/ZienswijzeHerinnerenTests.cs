using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Verlening.Intrekkingen;
using static SlimRegeling.Verlening.Tests.Intrekkingszaak;
using static SlimRegeling.Verlening.Tests.Voorbeelden;

namespace SlimRegeling.Verlening.Tests;

/// <summary>Who can respond to an intended withdrawal from 2 up to and including 16 September 2026 is reminded from the twelfth on.</summary>
public sealed class ZienswijzeHerinnerenTests
{
    [Theory]
    [InlineData("2026-09-11T23:59:00", false)]
    [InlineData("2026-09-12T06:25:00", true)]
    [InlineData("2026-09-16T23:59:00", true)]
    [InlineData("2026-09-17T00:00:00", false)]
    public void Wie_nog_niet_reageerde_wordt_in_het_laatste_derde_deel_van_de_termijn_herinnerd(string op, bool herinnerd)
    {
        var zaak = Verleend().Voorgesteld().BriefVerzonden();
        Assert.Equal(herinnerd ? 1 : 0, Beslis(zaak, op).Gebeurtenissen.Count);
    }

    [Fact]
    public void Een_keer_met_de_laatste_dag_en_voor_een_volgend_voornemen_opnieuw()
    {
        var zaak = Verleend().Voorgesteld().BriefVerzonden();
        zaak.Met(Beslis(zaak));

        Assert.Equal(
            new ZienswijzetermijnNadertBericht(Zaak, Kvk, Nummer, Dag("2026-09-16"), Op("2026-09-14T06:25:00")),
            Assert.Single(zaak.Gezegd.OfType<ZienswijzetermijnNadertBericht>())
        );
        Assert.Same(Beslissing.Geen, Beslis(zaak));
        zaak.Met(zaak.ZendTerug());
        Assert.Same(Beslissing.Geen, Beslis(zaak));
        zaak.Voorgesteld().BriefVerzonden();
        Assert.Single(Beslis(zaak).Gebeurtenissen);
    }

    [Fact]
    public void Wie_reageerde_of_nog_geen_brief_kreeg_wordt_niet_herinnerd()
    {
        var zaak = Verleend().Voorgesteld();
        Assert.Same(Beslissing.Geen, Beslis(zaak));
        zaak.BriefVerzonden();
        zaak.Met(zaak.Zeg("Wij begonnen later."));
        Assert.Same(Beslissing.Geen, Beslis(zaak));
    }

    private static Beslissing Beslis(Intrekkingszaak zaak, string op = "2026-09-14T06:25:00") =>
        ZienswijzeHerinneren.Beslis(zaak.Verlening, Op(op));
}
