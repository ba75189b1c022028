using NodaTime;
using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Regels;
using SlimRegeling.Regelstand;
using SlimRegeling.Verlening.Wijzigen;
using static SlimRegeling.Verlening.Tests.Voorbeelden;

namespace SlimRegeling.Verlening.Tests;

/// <summary>A decision on a change that comes late: reminded of in writing, with its penalty (4:17 Awb).</summary>
public class WijzigingIngebrekeTests
{
    [Fact]
    public void Een_brief_na_de_termijn_stelt_ons_in_gebreke_en_op_de_laatste_dag_nog_niet()
    {
        var zaak = Gevraagd();
        var uiterlijk = zaak.Eerste.Gevraagd.BeslissenUiterlijk;

        Assert.Equal("te-vroeg", zaak.Ingebreke(Iso(uiterlijk)).Weigering?.Code);

        var dag = uiterlijk.PlusDays(1);
        var gebeurd = Assert.IsType<WijzigingIngebreke>(Assert.Single(zaak.Ingebreke(Iso(dag)).Gebeurtenissen));
        Assert.Equal(
            new WijzigingIngebrekestellingBericht(Zaak, $"{Zaak}-W1", dag, true, Op("2026-06-01T10:00:00")),
            Assert.Single(Uitgaand.Berichten(Zaak, gebeurd))
        );
    }

    [Fact]
    public void De_dwangsom_loopt_tot_de_dag_voor_het_besluit()
    {
        var zaak = Gevraagd();
        zaak.Met(zaak.Ingebreke("2026-05-11"));
        var versie = Regelstanden.Ongewijzigd.Versie("slim-2025", Op("2026-06-01T10:00:00"));

        var loopt = Wijzigingsdwangsom.Van(zaak.Eerste, versie, Dag("2026-06-08"))!;
        Assert.Equal(Dwangsom.Van(versie, Dag("2026-05-11"), Dag("2026-06-08")).Bedrag, loopt.Bedrag);
        Assert.True(loopt.Bedrag > 0);

        var besloten = zaak.Eerste with { Besloten = Besloten(zaak) };
        Assert.Equal(
            Dwangsom.Van(versie, Dag("2026-05-11"), Dag("2026-03-11")).Dagen,
            Wijzigingsdwangsom.Van(besloten, versie, Dag("2026-07-01"))!.Dagen
        );
    }

    [Fact]
    public void Dezelfde_brief_is_een_keer_en_een_vergissing_vervalt_met_een_reden()
    {
        var zaak = Gevraagd();
        Assert.Equal("niet-in-gebreke", zaak.IngebrekeVervalt().Weigering?.Code);
        zaak.Met(zaak.Ingebreke("2026-05-11"));

        Assert.Same(Beslissing.Geen, zaak.Ingebreke("2026-05-11"));
        Assert.Equal("al-in-gebreke", zaak.Ingebreke("2026-05-12").Weigering?.Code);
        Assert.Equal("onjuiste-invoer", zaak.IngebrekeVervalt(" ").Weigering?.Code);
        zaak.Met(zaak.IngebrekeVervalt());
        Assert.Null(zaak.Eerste.Ingebreke);
    }

    [Fact]
    public void Wat_is_ingetrokken_of_al_besloten_wordt_niet_te_laat_besloten()
    {
        var ingetrokken = Gevraagd();
        ingetrokken.Met(WijzigingIntrekken.Beslis(ingetrokken.Verlening, $"{Zaak}-W1", Op("2026-03-04T10:00:00")));
        Assert.Equal("ingetrokken", ingetrokken.Ingebreke("2026-05-11").Weigering?.Code);

        Assert.Equal("al-besloten", Gevraagd().Voorgesteld().Getekend().Ingebreke("2026-05-11").Weigering?.Code);
    }

    private static Wijzigingszaak Gevraagd() => Wijzigingszaak.Samenwerkingsverband().Gevraagd(Wijzigingszaak.SchoolUit);

    private static WijzigingBesloten Besloten(Wijzigingszaak zaak)
    {
        zaak.Voorgesteld().Getekend();
        return zaak.Eerste.Besloten!;
    }

    private static string Iso(LocalDate dag) => NodaTime.Text.LocalDatePattern.Iso.Format(dag);
}
