using NodaTime;
using SlimRegeling.Berichten.Vaststelling;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Regels;
using SlimRegeling.Regelstand;
using SlimRegeling.Vaststelling.Declaraties;
using static SlimRegeling.Vaststelling.Tests.BrieftermijnTests;
using static SlimRegeling.Vaststelling.Tests.Declaratieverhaal;
using static SlimRegeling.Vaststelling.Tests.Voorbeelden;

namespace SlimRegeling.Vaststelling.Tests;

/// <summary>A settlement that was asked for and comes late: reminded of in writing, with its penalty (4:17 Awb).</summary>
public class IngebrekestellingTests
{
    private const string Nu = "2025-12-10T10:00:00";

    /// <summary>22 weeks after the request.</summary>
    private static readonly LocalDate Uiterlijk = Dag("2025-12-02");

    private static readonly LocalDate Ontvangen = Dag("2025-12-03");

    [Fact]
    public void Een_brief_na_de_termijn_stelt_ons_in_gebreke_en_een_dag_eerder_niet()
    {
        Assert.Equal("te-vroeg", Stel(Ingediend(), Uiterlijk).Weigering?.Code);

        var gebeurd = Assert.IsType<IngebrekestellingOntvangen>(Assert.Single(Stel(Ingediend(), Ontvangen).Gebeurtenissen));

        Assert.Equal(new IngebrekestellingOntvangen(Ontvangen, Beoordelaar, Op(Nu)), gebeurd);
        Assert.Equal(
            new VaststellingIngebrekestellingBericht(Zaak, Ontvangen, true, Op(Nu)),
            Assert.Single(Uitgaand.Berichten(Zaak, gebeurd))
        );
    }

    [Fact]
    public void Zonder_verzoek_is_er_niets_om_te_laat_op_te_beslissen()
    {
        Assert.Equal("niet-gevraagd", Stel(Open(Verband), Ontvangen).Weigering?.Code);
        Assert.Equal("niet-gevraagd", Stel(Opengesteld(), Ontvangen).Weigering?.Code);
    }

    [Fact]
    public void Terwijl_de_ontvanger_aanvult_staat_de_termijn_stil()
    {
        var aanvullen = Ingediend()
            .Apply(
                new DeclaratieaanvullingGevraagd(
                    Kvk,
                    new(Guid.Empty, "hash"),
                    Dag("2025-12-05"),
                    Beoordelaar,
                    Op("2025-11-21T10:00:00"),
                    "slim-2024",
                    "hash"
                )
            );

        // From 22 November until and with 5 December.
        Assert.Equal("te-vroeg", Stel(aanvullen, Uiterlijk.PlusDays(14), "2025-12-20T10:00:00").Weigering?.Code);
        Assert.Single(Stel(aanvullen, Uiterlijk.PlusDays(15), "2025-12-20T10:00:00").Gebeurtenissen);
    }

    [Fact]
    public void Een_aanvulling_begint_geen_nieuwe_termijn_en_die_staat_stil_vanaf_de_verzending()
    {
        // Its letter was sent on the 9th, and it came on the 12th: the 10th and 11th do not count.
        var aangevuld = Ingediend()
            .Dan(Vraag)
            .Dan(s => Verzend(s, "declaratie-aanvulling", "2025-07-09"))
            .Dan(s => DienIn(s, Gemaakt, "2025-07-12T10:00:00"));

        Assert.Equal("te-vroeg", Stel(aangevuld, Uiterlijk.PlusDays(2)).Weigering?.Code);
        Assert.Single(Stel(aangevuld, Uiterlijk.PlusDays(3)).Gebeurtenissen);
    }

    [Fact]
    public void De_dwangsom_loopt_tot_de_dag_voor_de_vaststelling_en_de_ontvanger_leest_haar_niet()
    {
        var ingebreke = Ingediend().Dan(s => Stel(s, Ontvangen));
        var versie = Regelstanden.Ongewijzigd.Versie("slim-2024", Op(Nu));

        var loopt = Beeldvan(ingebreke, "2026-01-05T10:00:00").Dwangsom!;
        Assert.Equal(Dwangsom.Van(versie, Ontvangen, Dag("2026-01-05")).Bedrag, loopt.Bedrag);
        Assert.True(loopt.Bedrag > 0);
        Assert.Null(Beeldvan(ingebreke, "2026-01-05T10:00:00", aanvrager: true).Dwangsom);

        var vastgesteld = ingebreke.Dan(s => Oordeel(s)).Vastgesteld("2025-12-20T10:00:00");
        Assert.Equal(
            Dwangsom.Van(versie, Ontvangen, Dag("2025-12-19")).Dagen,
            Beeldvan(vastgesteld, "2026-02-05T10:00:00").Dwangsom!.Dagen
        );
    }

    [Fact]
    public void Na_de_vaststelling_heeft_een_brief_geen_gevolg_tenzij_hij_ongeopend_lag()
    {
        var vastgesteld = Ingediend().Dan(s => Oordeel(s)).Vastgesteld("2025-12-09T10:00:00");

        Assert.Equal("al-besloten", Stel(vastgesteld, Dag("2025-12-09")).Weigering?.Code);
        Assert.Single(Stel(vastgesteld, Dag("2025-12-08")).Gebeurtenissen);
    }

    [Fact]
    public void Dezelfde_brief_is_een_keer_en_een_vergissing_vervalt_met_een_reden()
    {
        var ingebreke = Ingediend().Dan(s => Stel(s, Ontvangen));

        Assert.Same(Beslissing.Geen, Stel(ingebreke, Ontvangen));
        Assert.Equal("al-in-gebreke", Stel(ingebreke, Ontvangen.PlusDays(1)).Weigering?.Code);
        Assert.Equal("onjuiste-invoer", Verval(ingebreke, " ").Weigering?.Code);
        var vervallen = Assert.IsType<IngebrekestellingVervallen>(Assert.Single(Verval(ingebreke, "Andere zaak.").Gebeurtenissen));
        Assert.Equal(
            new VaststellingIngebrekestellingBericht(Zaak, Ontvangen, false, Op(Nu)),
            Assert.Single(Uitgaand.Berichten(Zaak, vervallen))
        );
        Assert.Equal("niet-in-gebreke", Verval(ingebreke.Apply(vervallen), "Nog eens.").Weigering?.Code);
        Assert.Null(Beeldvan(ingebreke.Apply(vervallen), Nu).Dwangsom);
    }

    private static Beslissing Stel(Verantwoording stand, LocalDate ontvangen, string op = Nu) =>
        InGebrekeStellen.Beslis(stand, ontvangen, Beoordelaar, Regelstanden.Ongewijzigd, Op(op));

    private static Beslissing Verval(Verantwoording stand, string reden) =>
        InGebrekeStellen.BeslisVerval(stand, reden, _ => new(Guid.Empty, "hash"), Beoordelaar, Op(Nu));

    private static Bekijken.Beeld Beeldvan(Verantwoording stand, string op, bool aanvrager = false) =>
        Bekijken.Van(stand, stand.Opening!, Bekijken.Teksten.Geen, aanvrager, Regelstanden.Ongewijzigd, Op(op));
}
