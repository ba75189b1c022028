using NodaTime;
using NodaTime.Text;

namespace SlimRegeling.Regels.Tests;

public class JaarbegrotingTests
{
    private static readonly Regelversie Versie = Regelboek.Versie("slim-2026");

    [Fact]
    public void Zolang_niemand_de_begroting_invulde_is_zij_van_geen_jaar_bekend() =>
        Assert.All(
            Enumerable.Range(2000, 40),
            jaar => Assert.All(Regelboek.Laad(), versie => Assert.Equal(new Jaarbegroting(null, null), Jaarbegroting.Van(versie, jaar)))
        );

    [Fact]
    public void Van_een_jaar_telt_de_laatste_waarde_tot_en_met_31_december()
    {
        var versie = Versie.Met([
            new(
                "parameters",
                "begroting-verplichtingen",
                "2000-01-01: 0.00; 2026-01-01: 45000000.00; 2026-12-01: 47000000.00; 2027-01-01: 0.00",
                "LAW26",
                null
            ),
            new("parameters", "begroting-kas", "2000-01-01: 0.00; 2026-01-01: 40000000.00", "LAW26", null),
        ]);

        Assert.Equal(new Jaarbegroting(null, null), Jaarbegroting.Van(versie, 2025));
        Assert.Equal(new Jaarbegroting(47000000m, 40000000m), Jaarbegroting.Van(versie, 2026));
        Assert.Equal(new Jaarbegroting(null, 40000000m), Jaarbegroting.Van(versie, 2027));
    }

    [Theory]
    // A request until 22 weeks after the period, and 22 weeks to decide on it.
    [InlineData("slim-2026", "aanvraag", "2027-06-01", "2028-04-04")]
    // Settled without a request within 22 weeks.
    [InlineData("slim-2026", "ambtshalve", "2027-06-01", "2027-11-02")]
    public void Uiterlijk_vaststellen_is_de_termijn_van_verantwoorden_en_op_verzoek_die_om_te_beslissen(
        string versie,
        string wijze,
        string periodeTot,
        string uiterlijk
    ) => Assert.Equal(Dag(uiterlijk), Verantwoordingswijze.VaststellenUiterlijk(Regelboek.Versie(versie), wijze, Dag(periodeTot)));

    [Fact]
    public void In_elke_versie_is_van_elke_wijze_die_zij_kent_een_laatste_dag_te_noemen()
    {
        var periodeTot = new LocalDate(2025, 6, 30);
        foreach (var versie in Regelboek.Laad())
        {
            foreach (var type in versie.Aanvragertypen)
            {
                var wijze = Verantwoordingswijze.Van(versie, type, 10_000m);
                Assert.True(Verantwoordingswijze.VaststellenUiterlijk(versie, wijze, periodeTot) > periodeTot);
            }
        }
    }

    private static LocalDate Dag(string dag) => LocalDatePattern.Iso.Parse(dag).Value;
}
