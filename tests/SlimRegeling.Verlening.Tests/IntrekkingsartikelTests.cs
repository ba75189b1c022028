using SlimRegeling.Verlening.Intrekkingen;
using static SlimRegeling.Verlening.Tests.Intrekkingszaak;
using static SlimRegeling.Verlening.Tests.Voorbeelden;

namespace SlimRegeling.Verlening.Tests;

/// <summary>The article on withdrawing has another number in the versions of before 2025, and after a settlement the ground is in the Awb alone.</summary>
public sealed class IntrekkingsartikelTests
{
    [Theory]
    [InlineData("slim-2024", "25")]
    [InlineData("slim-2026", "2.25")]
    public void Een_weigering_noemt_het_artikel_van_de_versie_en_van_het_moment(string versie, string artikel)
    {
        var voor = $"artikel {artikel}; artikel 4:48, eerste lid, Awb";
        var zaak = Verleend(Verlenen with { Regelversie = versie });
        Assert.Equal(voor, zaak.StelVoor(Alles with { Grond = "nieuwe-feiten" }).Weigering?.Fouten[0].Artikel);
        Assert.Equal($"artikel {artikel}, tweede lid", zaak.StelVoor(Alles with { Bedrag = -1.00m }).Weigering?.Fouten[0].Artikel);
        zaak.Gereed(Deels).Getekend();
        Assert.Equal(voor, Intrekkingspoort.Verhogen(zaak.Verlening)?.Artikel);

        Assert.Equal(
            "artikel 4:49, eerste lid, Awb",
            NaVaststelling(9_000.00m).StelVoor(Alles, "2027-09-01T10:00:00").Weigering?.Fouten[0].Artikel
        );
    }
}
