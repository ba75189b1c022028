using NodaTime;
using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Platform.Stromen;
using static SlimRegeling.Aanvragen.Tests.Voorbeelden;

namespace SlimRegeling.Aanvragen.Tests;

public partial class HerbeoordelenTests
{
    [Fact]
    public void Om_een_fout_te_herstellen_beoordeelt_ook_wie_het_besluit_nam_tot_het_is_teruggezonden_of_besloten()
    {
        const string Herstel = Zaak + "-H1";
        var besloten = Hoor(Na(Ingediend, Volledig), BijAanvraagAfgewezen.Beslis(null, Afgewezen));
        Assert.Equal("geen-bezwaar", Beoordeel(besloten, bezwaar: Herstel).Weigering?.Code);
        var voorgesteld = new HerstelVoorgesteldBericht(Zaak, Herstel, Zaak + "-V1", Toen);
        var stand = Hoor(besloten, BijHerstelVoorgesteld.Beslis(besloten, voorgesteld));
        Assert.Same(Beslissing.Geen, BijHerstelVoorgesteld.Beslis(stand, voorgesteld));

        var opnieuw = Beoordeel(stand, wie: Beoordelaar, bezwaar: Herstel).Gebeurde<AanvraagHerbeoordeeld>();
        var gezegd = Assert.IsType<Berichten.Aanvragen.AanvraagBeoordeeldBericht>(Assert.Single(Uitgaand.Berichten(Zaak, opnieuw)));
        Assert.Equal((Herstel, true), (gezegd.Bezwaar, gezegd.Herstel));
        // What holds is explained by the assessment that it rests on.
        stand = Hoor(stand, opnieuw);
        var hersteld = Hoor(stand, BijSubsidieVerleend.Beslis(stand, Verleend(Herstel)));
        Assert.Same(opnieuw.Beoordeling, Uitleggen.Zichtbaar(hersteld, medewerker: false));
        Assert.Equal("al-hersteld", Beoordeel(hersteld, bezwaar: Herstel).Weigering?.Code);

        var terug = Hoor(stand, BijHerstelTeruggezonden.Beslis(stand, new(Zaak, Herstel, Toen + Duration.FromDays(1))));
        Assert.Equal("herstel-teruggezonden", Beoordeel(terug, bezwaar: Herstel).Weigering?.Code);
    }

    [Fact]
    public void Wie_nog_een_fout_herstelt_begint_bij_het_oordeel_waarop_het_besluit_nu_rust()
    {
        const string Eerste = Zaak + "-H1";
        const string Tweede = Zaak + "-H2";
        var stand = Hoor(Na(Ingediend, Volledig), BijAanvraagAfgewezen.Beslis(null, Afgewezen));
        stand = Hoor(stand, BijHerstelVoorgesteld.Beslis(stand, new(Zaak, Eerste, Zaak + "-V1", Toen)));
        var opnieuw = Beoordeel(stand, bezwaar: Eerste).Gebeurde<AanvraagHerbeoordeeld>();
        stand = Hoor(stand, opnieuw);
        // Until it was decided the first assessment holds; there is none here.
        Assert.Null(Uitleggen.Zichtbaar(stand, medewerker: true));
        stand = Hoor(stand, BijSubsidieVerleend.Beslis(stand, Verleend(Eerste)));
        stand = Hoor(stand, BijHerstelVoorgesteld.Beslis(stand, new(Zaak, Tweede, Eerste, Toen)));
        stand = Hoor(stand, Beoordeel(stand, bezwaar: Tweede));
        Assert.Same(opnieuw.Beoordeling, Uitleggen.Zichtbaar(stand, medewerker: true));
    }
}
