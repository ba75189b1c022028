using NodaTime;
using SlimRegeling.Regelstand;
using SlimRegeling.Vaststelling.Declaraties;
using static SlimRegeling.Vaststelling.Tests.BrieftermijnTests;
using static SlimRegeling.Vaststelling.Tests.Declaratieverhaal;
using static SlimRegeling.Vaststelling.Tests.Voorbeelden;

namespace SlimRegeling.Vaststelling.Tests;

/// <summary>The term to settle runs from the request, and stands still while a completion of it is waited for (4:15 Awb). 22 weeks: until 2 December.</summary>
public sealed class VaststeltermijnTests
{
    private static readonly LocalDate Ongestoord = Dag("2025-12-02");

    [Fact]
    public void Een_aanvulling_begint_geen_nieuwe_termijn() =>
        // Asked on the 7th, and it came on the 10th: the 8th and 9th do not count.
        Assert.Equal(Ongestoord.PlusDays(2), Uiterlijk(Aangevuld("2025-07-10T10:00:00")));

    /// <summary>Of what was completed before that, only the events tell when it was asked: the state of then is made again by <c>herbouw</c>.</summary>
    [Fact]
    public void Een_verzoek_van_voor_het_onthouden_telt_ook_na_zijn_aanvulling()
    {
        var eerder = Ingediend() with { EersteVerzoek = null };
        Assert.Equal(Ongestoord.PlusDays(2), Uiterlijk(eerder.Dan(Vraag).Dan(s => DienIn(s, Gemaakt, "2025-07-10T10:00:00"))));
    }

    [Fact]
    public void De_termijn_staat_stil_vanaf_de_dag_na_de_verzending()
    {
        var gevraagd = Ingediend().Dan(Vraag).Dan(s => Verzend(s, "declaratie-aanvulling", "2025-07-09"));
        Assert.Equal(Ongestoord.PlusDays(2), Uiterlijk(gevraagd.Dan(s => DienIn(s, Gemaakt, "2025-07-12T10:00:00"))));
        // It came before its letter went.
        Assert.Equal(Ongestoord, Uiterlijk(gevraagd.Dan(s => DienIn(s, Gemaakt, "2025-07-09T10:00:00"))));
    }

    [Fact]
    public void Wie_niet_of_te_laat_aanvult_houdt_niet_langer_op_dan_de_termijn_daarvoor()
    {
        Assert.Equal(Ongestoord, Uiterlijk(Ingediend()));
        Assert.Equal(Ongestoord.PlusDays(14), Uiterlijk(Ingediend().Dan(Vraag)));
        Assert.Equal(Ongestoord.PlusDays(14), Uiterlijk(Aangevuld("2025-07-30T10:00:00")));
    }

    [Fact]
    public void Het_besluit_legt_die_dag_vast()
    {
        var besluit = Aangevuld("2025-07-10T10:00:00").Dan(s => Oordeel(s)).Vastgesteld().Vaststelling!;
        Assert.Equal(Ongestoord.PlusDays(2), besluit.Uiterlijk);
    }

    [Fact]
    public void Een_nieuw_verzoek_na_een_bezwaar_heeft_zijn_eigen_termijn()
    {
        var heropend = Aangevuld("2025-07-10T10:00:00").Dan(s => Oordeel(s)).Vastgesteld().Dan(s => Hoor(s, Gegrond));
        var opnieuw = heropend.Dan(s => DienIn(s, Gemaakt, "2027-10-05T10:00:00"));
        Assert.Equal(Dag("2028-03-07"), Uiterlijk(opnieuw));
    }

    private static Verantwoording Aangevuld(string op) => Ingediend().Dan(Vraag).Dan(s => DienIn(s, Gemaakt, op));

    private static LocalDate? Uiterlijk(Verantwoording stand) =>
        Bekijken
            .Van(stand, stand.Opening!, Bekijken.Teksten.Geen, aanvrager: false, Regelstanden.Ongewijzigd, Op("2025-08-01T10:00:00"))
            .VaststellenUiterlijk;
}
