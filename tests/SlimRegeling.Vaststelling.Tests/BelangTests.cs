using SlimRegeling.Platform.Stromen;
using SlimRegeling.Regelstand;
using static SlimRegeling.Vaststelling.Tests.Voorbeelden;

namespace SlimRegeling.Vaststelling.Tests;

/// <summary>Who declared an interest of their own in the case settles nothing, and nothing rests on them.</summary>
public class BelangTests
{
    [Fact]
    public void Wie_een_eigen_belang_meldde_ondertekent_niet()
    {
        var weigering = Teken(Voorgesteld(), Eerste, Eerste).Weigering;

        Assert.Equal(("eigen-belang", 403), (weigering?.Code, weigering?.Status));
    }

    [Theory]
    [InlineData(Beoordelaar)]
    [InlineData(Eerste)]
    public void Waaraan_iemand_met_een_belang_meewerkte_ondertekent_niemand_meer(string metBelang)
    {
        var eenmaal = Voorgesteld().Dan(stand => Onderteken(stand, Eerste));

        Assert.Equal("voorstel-met-belang", Teken(eenmaal, Tweede, metBelang).Weigering?.Code);
    }

    [Fact]
    public void Het_belang_van_een_derde_houdt_niets_op()
    {
        var eenmaal = Voorgesteld().Dan(stand => Onderteken(stand, Eerste));

        Assert.Contains(Teken(eenmaal, Tweede, "een derde").Gebeurtenissen, e => e is Vastgesteld);
    }

    private static Beslissing Teken(Verantwoording stand, string wie, params string[] metBelang) =>
        Ondertekenen.Beslis(Zaak, stand, stand.Voorstel!.Voorstelhash, wie, Regelstanden.Ongewijzigd, Op("2027-07-12T09:00:00"), metBelang);
}
