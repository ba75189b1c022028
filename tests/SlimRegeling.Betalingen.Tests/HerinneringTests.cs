using NodaTime;
using SlimRegeling.Betalingen.Vorderen;
using Xunit;
using static SlimRegeling.Betalingen.Tests.Vorderingszaak;

namespace SlimRegeling.Betalingen.Tests;

/// <summary>That the last day to pay back comes near is told once, at no cost, and is not the reminder that the law means (4:112 Awb).</summary>
public sealed class HerinneringTests
{
    /// <summary>When a third of the six weeks is left.</summary>
    private static readonly LocalDate Herinnerdag = Uiterlijk.PlusDays(-14);

    [Fact]
    public void Twee_weken_voor_de_laatste_dag_gaat_een_keer_een_herinnering_uit()
    {
        var lopend = Lopend();

        Assert.Empty(Herinneren.Beslis(lopend, Op(Herinnerdag.PlusDays(-1))).Gebeurtenissen);
        var herinnerd = Assert.IsType<VorderingHerinnerd>(Assert.Single(Herinneren.Beslis(lopend, Op(Herinnerdag)).Gebeurtenissen));
        Assert.Equal((1520m, Uiterlijk), (herinnerd.Openstaand, herinnerd.Uiterlijk));
        Assert.Empty(Herinneren.Beslis(lopend.Na(herinnerd), Op(Uiterlijk)).Gebeurtenissen);
        Assert.Equal(Herinnerdag, VorderingenTonen.Van(lopend.Na(herinnerd), Versie, Uiterlijk).HerinnerdOp);
    }

    [Fact]
    public void Een_taak_die_te_laat_komt_herinnert_niet_meer_en_laat_het_aan_de_aanmaning()
    {
        Assert.NotEmpty(Herinneren.Beslis(Lopend(), Op(Uiterlijk)).Gebeurtenissen);
        Assert.Empty(Herinneren.Beslis(Lopend(), Op(Uiterlijk.PlusDays(1))).Gebeurtenissen);
        Assert.NotEmpty(Aanmanen.Beslis(Lopend(), Versie, Op(Aanmaandag)).Gebeurtenissen);
    }

    [Fact]
    public void Een_herinnering_kost_niets_en_is_nooit_het_begin_van_de_aanmaning()
    {
        var herinnerd = Gedaan(Lopend(), Herinneren.Beslis(Lopend(), Op(Herinnerdag)));

        Assert.Equal(Lopend().Open, herinnerd.Open);
        Assert.Equal(Vorderingstand.Loopt, herinnerd.Stand(Uiterlijk));
        Assert.Equal(Lopend().Verjaart(Versie, Uiterlijk), herinnerd.Verjaart(Versie, Uiterlijk));
        // Its letter starts nothing, and without the reminder of the law there is no writ.
        Assert.Empty(BijBriefVerzonden.Beslis(herinnerd, Brief("betaalherinnering", Herinnerdag), Versie).Gebeurtenissen);
        var bevel = DwangbevelVoorstellen.Beslis(
            herinnerd,
            new DwangbevelVoorstellen.Verzoek("Niet betaald."),
            () => Tekst,
            "fien",
            Op(Uiterlijk.PlusDays(30))
        );
        Assert.Equal("niet-aangemaand", bevel.Weigering!.Code);
        var aangemaand = Assert.IsType<VorderingAangemaand>(
            Assert.Single(Aanmanen.Beslis(herinnerd, Versie, Op(Aanmaandag)).Gebeurtenissen)
        );
        Assert.Equal(1520m, aangemaand.Openstaand);
    }

    [Fact]
    public void Wie_betaald_heeft_of_niet_kan_worden_aangesproken_wordt_niet_herinnerd()
    {
        Assert.Empty(Herinneren.Beslis(Ontstaan(), Op(Herinnerdag)).Gebeurtenissen);
        Assert.Empty(Herinneren.Beslis(Besloten(), Op(Herinnerdag)).Gebeurtenissen);
        Assert.Empty(Herinneren.Beslis(Betaald(Lopend(), 1520m, Herinnerdag), Op(Herinnerdag)).Gebeurtenissen);
        var failliet = Lopend().Na(new BelemmeringGemeld(Belemmering.Faillissement, Herinnerdag, Tekst, "fien", Op(Herinnerdag)));
        Assert.Empty(Herinneren.Beslis(failliet, Op(Herinnerdag)).Gebeurtenissen);
        Assert.Equal(
            1020m,
            Assert
                .IsType<VorderingHerinnerd>(
                    Assert.Single(Herinneren.Beslis(Betaald(Lopend(), 500m, Herinnerdag), Op(Herinnerdag)).Gebeurtenissen)
                )
                .Openstaand
        );
    }
}
