using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Verlening.Wijzigen;
using static SlimRegeling.Verlening.Tests.Voorbeelden;
using static SlimRegeling.Verlening.Tests.Wijzigingszaak;

namespace SlimRegeling.Verlening.Tests;

/// <summary>A request for a change that was still open when the subsidy was settled: nothing is granted any more, and on it is decided.</summary>
public sealed class WijzigenNaVaststellingTests
{
    private const string Mei = "2027-05-03T10:00:00";
    private const string Juli = "2027-07-20T10:00:00";

    [Fact]
    public void Een_verzoek_dat_bij_de_vaststelling_nog_openstaat_wordt_afgewezen_door_twee_mensen()
    {
        var zaak = Mkb().Gevraagd(new("plan", "Anders."), Mei);
        zaak.Met(Hoor(zaak.Verlening, Vastgesteld(5000.00m)));
        Assert.Equal("al-vastgesteld", zaak.StelVoor("toegewezen", op: Juli).Weigering?.Code);
        Assert.Equal("grond", Assert.Single(zaak.StelVoor("afgewezen", "niet-onderbouwd", op: Juli).Weigering!.Fouten).Veld);

        zaak.Met(zaak.StelVoor("afgewezen", "al-vastgesteld", op: Juli));
        Assert.True(zaak.Eerste.Open);
        zaak.Getekend();

        Assert.False(zaak.Eerste.Open);
        var gezegd = Assert.Single(zaak.Gezegd.OfType<WijzigingBeslotenBericht>());
        Assert.Equal(("afgewezen", "al-vastgesteld"), (gezegd.Uitkomst, gezegd.Grond));
        Assert.Equal([Bo, Mo], gezegd.Ondertekenaars);
        Assert.Empty(zaak.Gezegd.OfType<VerleningAangepastBericht>());
    }

    [Fact]
    public void Wat_voor_de_vaststelling_ter_toewijzing_lag_wordt_niet_getekend_en_gaat_terug()
    {
        var zaak = Mkb().Gevraagd(new("plan", "Anders."), Mei);
        zaak.Met(zaak.StelVoor("toegewezen", op: "2027-05-05T10:00:00")).Met(Hoor(zaak.Verlening, Vastgesteld(5000.00m)));

        Assert.Equal("al-vastgesteld", zaak.Teken().Weigering?.Code);
        zaak.Met(WijzigingTerugzenden.Beslis(zaak.Verlening, Zaak + "-W1", new("Al vastgesteld."), Verwijs, Mo, Op(Juli)));
        zaak.Met(zaak.StelVoor("afgewezen", "al-vastgesteld", op: Juli)).Getekend();
        Assert.Equal("afgewezen", zaak.Eerste.Besloten!.Uitkomst);
    }

    [Fact]
    public void Wat_voor_de_vaststelling_ter_afwijzing_lag_wordt_nog_getekend()
    {
        var zaak = Mkb().Gevraagd(new("plan", "Anders."), Mei);
        zaak.Met(zaak.StelVoor("afgewezen", "niet-onderbouwd", op: "2027-05-05T10:00:00"))
            .Met(Hoor(zaak.Verlening, Vastgesteld(5000.00m)))
            .Getekend();
        Assert.Equal("niet-onderbouwd", zaak.Eerste.Besloten!.Grond);
        // While the award holds it is no ground.
        var lopend = Mkb().Gevraagd(new("plan", "Anders."), Mei);
        Assert.Equal("grond", Assert.Single(lopend.StelVoor("afgewezen", "al-vastgesteld", op: Juli).Weigering!.Fouten).Veld);
    }

    private static Verwijzing Verwijs() => new(Guid.Empty, "hash");
}
