using SlimRegeling.Regelstand;
using SlimRegeling.Verlening.Bezwaren;
using SlimRegeling.Verlening.Vorderingen;
using static SlimRegeling.Verlening.Tests.Voorbeelden;

namespace SlimRegeling.Verlening.Tests.Bezwaren;

/// <summary>To a decision to claim back can be objected like to any other; what is claimed follows from what was settled or withdrawn.</summary>
public sealed class VorderingsbezwaarTests
{
    private const string Vordering = Zaak + "-TV1";

    [Fact]
    public void Tegen_een_terugvordering_kan_bezwaar_zodra_zij_is_gehoord_en_haar_brief_start_de_termijn()
    {
        var verlening = Gevorderd();

        var bestreden = Assert.Single(Bestreden.Van(verlening), b => b.Soort == Besluitsoort.Terugvordering);
        Assert.Equal(Vordering, bestreden.Besluit);
        Assert.Equal(["fien", "fred", "cor"], bestreden.Ondertekenaars);
        Assert.Null(bestreden.Termijn);
        var brief = Brief("2026-09-01") with { Soort = "terugvordering", Besluit = Vordering, Brief = Vordering + "-terugvordering" };
        var gestart = Assert.IsType<BezwaartermijnGestart>(
            Assert.Single(BijBriefVerzonden.Beslis(verlening, brief, Regelstanden.Ongewijzigd).Gebeurtenissen)
        );
        Assert.Equal((Vordering, Dag("2026-10-13")), (gestart.Besluit, gestart.TotEnMet));
        Assert.Empty(BijTerugvorderingBesloten.Beslis(verlening, Vordering, ["fien"], Beoordeeld).Gebeurtenissen);
    }

    [Theory]
    [InlineData(Bezwaaruitkomst.Ongegrond, null)]
    [InlineData(Bezwaaruitkomst.Gegrond, "opnieuw-kan-hier-niet")]
    public void Ongegrond_kan_en_wie_gegrond_kiest_leest_langs_welke_weg_de_vordering_lager_wordt(string uitkomst, string? weigering)
    {
        var bezwaar = new Bezwaar
        {
            Id = Zaak + "-BZ1",
            Zaaknummer = Zaak,
            Betreft = new Betreft(Zaak, Kvk, Vordering, Besluitsoort.Terugvordering, "slim-2026", Indiener.Aanvrager),
        };

        Assert.Equal(weigering, BeslissingVoorstellen.Gevolg(bezwaar, Gevorderd(), uitkomst).Weigering?.Code);
    }

    private static Verlening Gevorderd() =>
        Ondertekend().Apply(new VorderingsbesluitVernomen(Vordering, ["fien", "fred", "cor"], Beoordeeld));
}
