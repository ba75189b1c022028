using NodaTime;
using SlimRegeling.Berichten.Vaststelling;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Regelstand;
using SlimRegeling.Vaststelling.Declaraties;
using static SlimRegeling.Vaststelling.Tests.BrieftermijnTests;
using static SlimRegeling.Vaststelling.Tests.Declaratieverhaal;
using static SlimRegeling.Vaststelling.Tests.Voorbeelden;

namespace SlimRegeling.Vaststelling.Tests;

/// <summary>Who asked for the settlement is told that it comes later than the law says (4:14 Awb).</summary>
public class VertragingTests
{
    private const string Nu = "2025-11-20T10:00:00";

    /// <summary>22 weeks after the request.</summary>
    private static readonly LocalDate Uiterlijk = Dag("2025-12-02");

    private static readonly LocalDate Verwacht = Dag("2026-01-15");

    [Fact]
    public void De_ontvanger_leest_beide_dagen_en_de_termijn_blijft()
    {
        var gemeld = Assert.IsType<VertragingMedegedeeld>(Assert.Single(Meld(Ingediend(), Verwacht).Gebeurtenissen));

        Assert.Equal(
            new VaststellingVertraagdBericht(Zaak, Kvk, "slim-2024", Uiterlijk, Verwacht, Op(Nu)),
            Assert.Single(Uitgaand.Berichten(Zaak, gemeld))
        );
        var stand = Ingediend().Apply(gemeld);
        var beeld = Bekijken.Van(stand, stand.Opening!, Bekijken.Teksten.Geen, aanvrager: true, Regelstanden.Ongewijzigd, Op(Nu));
        Assert.Equal((Uiterlijk, Verwacht), (beeld.VaststellenUiterlijk, beeld.VerwachtOp));
    }

    [Fact]
    public void De_termijn_die_hij_leest_stond_stil_voor_een_aanvulling_en_begon_niet_opnieuw()
    {
        var aangevuld = Ingediend().Dan(Vraag).Dan(s => DienIn(s, Gemaakt, "2025-07-10T10:00:00"));

        var gemeld = Assert.IsType<VertragingMedegedeeld>(Assert.Single(Meld(aangevuld, Verwacht).Gebeurtenissen));

        // Asked on the 7th: the 8th and 9th do not count.
        Assert.Equal(Uiterlijk.PlusDays(2), gemeld.BeslissenUiterlijk);
    }

    [Fact]
    public void Een_dag_binnen_de_termijn_een_eerdere_dag_en_een_melding_na_het_besluit_kunnen_niet()
    {
        var gemeld = Ingediend().Dan(s => Meld(s, Verwacht));

        Assert.Equal("onjuiste-invoer", Meld(Ingediend(), Uiterlijk).Weigering?.Code);
        Assert.Same(Beslissing.Geen, Meld(gemeld, Verwacht));
        Assert.Equal("eerder-dan-gemeld", Meld(gemeld, Verwacht.PlusDays(-1)).Weigering?.Code);
        Assert.Single(Meld(gemeld, Verwacht.PlusDays(1)).Gebeurtenissen);
        Assert.Equal("al-besloten", Meld(Ingediend().Dan(s => Oordeel(s)).Vastgesteld(), Verwacht).Weigering?.Code);
        Assert.Equal("niet-gevraagd", Meld(Open(Verband), Verwacht).Weigering?.Code);
    }

    private static Beslissing Meld(Verantwoording stand, LocalDate verwacht) =>
        VertragingMelden.Beslis(stand, verwacht, Beoordelaar, Regelstanden.Ongewijzigd, Op(Nu));
}
