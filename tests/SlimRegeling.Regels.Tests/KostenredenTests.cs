namespace SlimRegeling.Regels.Tests;

/// <summary>Every reason not to accept a line of costs has its article in every version.</summary>
public sealed class KostenredenTests
{
    [Theory]
    [InlineData("tarief", "A", "12, vierde lid", "2.14, vierde lid")]
    [InlineData("periode", "A", "13, onderdeel d", "2.15, onderdeel d")]
    [InlineData("periode", "B", "11, derde lid", "2.13, derde lid")]
    [InlineData("geen-factuur", "C", "13, onderdeel f", "2.15, onderdeel f")]
    [InlineData("geen-betaalbewijs", "C", "12, tweede lid", "2.14, tweede lid")]
    [InlineData("btw", "C", "13, onderdeel i", "2.15, onderdeel i")]
    [InlineData("dubbel", "C", "12, tweede lid", "2.14, tweede lid")]
    [InlineData("uren", "C", "12, eerste lid, onderdeel b", "2.14, eerste lid, onderdeel b")]
    [InlineData("rekenfout", "A", "12, tweede lid", "2.14, tweede lid")]
    [InlineData("marktconformiteit", "A", "12, derde lid, onderdeel a", "2.14, derde lid, onderdeel a")]
    [InlineData("verbonden-leverancier", "A", "12, vijfde lid", "2.14, vijfde lid")]
    [InlineData("opleiding", "C", "13, onderdeel h", "2.15, onderdeel h")]
    [InlineData("overhead", "C", "13, onderdeel c", "2.15, onderdeel c")]
    [InlineData("loonverlet", "C", "13, onderdeel b", "2.15, onderdeel b")]
    [InlineData("andere-subsidie", "C", "13, onderdeel e", "2.15, onderdeel e")]
    [InlineData("niet-redelijk", "C", "13, onderdeel a", "2.15, onderdeel a")]
    [InlineData("wettelijke-taak", "C", "13, onderdeel g", "2.15, onderdeel g")]
    [InlineData("niet-toegesneden", "A", "13, onderdeel j", "2.15, onderdeel j")]
    [InlineData("niet-toegesneden", "C", "13, onderdeel k", "2.15, onderdeel k")]
    [InlineData("niet-toegesneden", "B", null, null)]
    [InlineData("anders", "C", null, null)]
    public void Een_reden_heeft_haar_artikel_in_de_nummering_van_de_versie(string code, string activiteit, string? oud, string? nieuw)
    {
        foreach (var versie in Regelboek.Laad())
        {
            Assert.Equal(versie.Nummering == Nummering.Oud ? oud : nieuw, Kostenreden.Artikel(versie, code, activiteit));
        }
    }

    [Fact]
    public void Alleen_wat_een_eigen_reden_is_heeft_geen_artikel_en_elk_artikel_heeft_de_vorm()
    {
        foreach (var versie in Regelboek.Laad())
        {
            Assert.Equal(["anders"], Kostenreden.Alle.Except(Kostenreden.Artikelen(versie, "A").Keys));
            foreach (var activiteit in (string[])["A", "B", "C", "D"])
            {
                Assert.All(Kostenreden.Artikelen(versie, activiteit).Values, artikel => Assert.True(Artikelvorm.Is(artikel), artikel));
            }
        }
    }

    [Fact]
    public void Elk_artikel_van_de_regels_heeft_de_vorm_van_een_artikel() =>
        Assert.DoesNotContain(Regelboek.Laad().SelectMany(v => v.AlleRegels).Select(r => r.Artikel), a => !Artikelvorm.Is(a));

    [Theory]
    [InlineData("13", true)]
    [InlineData("13a", true)]
    [InlineData("2.15, onderdeel f", true)]
    [InlineData("2.14, eerste lid, aanhef en onderdelen a tot en met c", true)]
    [InlineData("11, eerste en derde lid", true)]
    [InlineData("7.6 en 7.8 Kaderregeling", true)]
    [InlineData("4:46, tweede lid, onderdeel b, Awb", true)]
    [InlineData("5:7, tweede lid, Arbeidstijdenwet", true)]
    [InlineData("x", false)]
    [InlineData("2.15,f", false)]
    [InlineData("zie de regeling", false)]
    [InlineData("2.15, onderdeel f\n", false)]
    [InlineData("2.15 omdat het niet mag", false)]
    public void Wat_geen_artikel_is_wordt_herkend(string tekst, bool artikel) => Assert.Equal(artikel, Artikelvorm.Is(tekst));
}
