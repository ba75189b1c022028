using NodaTime;
using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Verlening.Wijzigen;
using static SlimRegeling.Verlening.Tests.Voorbeelden;

namespace SlimRegeling.Verlening.Tests;

/// <summary>A decision on a change that comes later than within eight weeks, told in time: the term moves (4:14, third paragraph, Awb).</summary>
public class WijzigingVertragenTests
{
    [Fact]
    public void Wie_binnen_de_acht_weken_meldt_heeft_tot_de_nieuwe_dag()
    {
        var zaak = Gevraagd();
        var eerst = zaak.Eerste.BeslissenUiterlijk;
        Assert.Equal(zaak.Eerste.Gevraagd.BeslissenUiterlijk, eerst);

        var gemeld = Assert.IsType<WijzigingVertraagd>(Assert.Single(zaak.Vertraag("2026-05-29").Gebeurtenissen));

        Assert.Equal(
            new WijzigingVertraagdBericht(
                Zaak,
                $"{Zaak}-W1",
                Kvk,
                zaak.Eerste.Gevraagd.Regelversie,
                eerst,
                Dag("2026-05-29"),
                Op("2026-04-20T10:00:00")
            ),
            Assert.Single(Uitgaand.Berichten(Zaak, gemeld))
        );
        zaak.Met(gemeld);
        Assert.Equal(Dag("2026-05-29"), zaak.Eerste.BeslissenUiterlijk);
        Assert.Equal("te-vroeg", zaak.Ingebreke("2026-05-29").Weigering?.Code);
        Assert.Null(zaak.Ingebreke("2026-05-30").Weigering);
        Assert.Equal(Dag("2026-05-29"), zaak.Voorgesteld().Getekend().Eerste.Besloten!.BeslissenUiterlijk);
    }

    [Fact]
    public void Melden_kan_tot_en_met_de_laatste_dag_en_een_keer()
    {
        var zaak = Gevraagd();
        var laatste = zaak.Eerste.BeslissenUiterlijk;
        Assert.Equal("te-laat", zaak.Vertraag("2026-05-29", $"{Iso(laatste.PlusDays(1))}T00:00:00").Weigering?.Code);
        Assert.Equal("onjuiste-invoer", zaak.Vertraag(Iso(laatste)).Weigering?.Code);

        zaak.Met(zaak.Vertraag("2026-05-29", $"{Iso(laatste)}T23:59:00"));

        Assert.Same(Beslissing.Geen, zaak.Vertraag("2026-05-29"));
        Assert.Equal("al-gemeld", zaak.Vertraag("2026-06-29").Weigering?.Code);
    }

    [Fact]
    public void Wat_is_besloten_of_ingetrokken_wordt_niet_uitgesteld()
    {
        var ingetrokken = Gevraagd();
        ingetrokken.Met(WijzigingIntrekken.Beslis(ingetrokken.Verlening, $"{Zaak}-W1", Op("2026-03-04T10:00:00")));
        Assert.Equal("ingetrokken", ingetrokken.Vertraag("2026-05-29").Weigering?.Code);
        Assert.Equal("al-besloten", Gevraagd().Voorgesteld().Getekend().Vertraag("2026-05-29").Weigering?.Code);
    }

    private static Wijzigingszaak Gevraagd() => Wijzigingszaak.Samenwerkingsverband().Gevraagd(Wijzigingszaak.SchoolUit);

    private static string Iso(LocalDate dag) => NodaTime.Text.LocalDatePattern.Iso.Format(dag);
}
