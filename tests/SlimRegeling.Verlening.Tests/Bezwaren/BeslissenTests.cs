using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Verlening.Bezwaren;
using static SlimRegeling.Verlening.Tests.Voorbeelden;

namespace SlimRegeling.Verlening.Tests.Bezwaren;

/// <summary>Deciding on an objection (7:11 to 7:13, 10:3 Awb), what it does to the award, and the appeal after it.</summary>
public sealed partial class BeslissenTests
{
    [Fact]
    public void Wie_het_besluit_nam_stelt_niets_voor_en_tekent_niet()
    {
        var zaak = Bezwaarzaak.TeBeslissen();
        Assert.Equal("nam-bestreden-besluit", zaak.StelVoor("ongegrond", wie: Beoordelaar).Weigering?.Code);
        Assert.Equal("nam-bestreden-besluit", zaak.StelVoor("ongegrond", wie: Ondertekenaar).Weigering?.Code);
        zaak.Voorgesteld("ongegrond");
        Assert.Equal("nam-bestreden-besluit", zaak.Teken(wie: Beoordelaar).Weigering?.Code);
        Assert.Equal("nam-bestreden-besluit", zaak.Teken(wie: Ondertekenaar).Weigering?.Code);
        Assert.Equal("zelf-voorgesteld", zaak.Teken(wie: Bezwaarzaak.Bo).Weigering?.Code);
        Assert.Null(zaak.Teken().Weigering);
    }

    [Fact]
    public void Wie_zelf_belang_heeft_tekent_niet()
    {
        var zaak = Bezwaarzaak.TeBeslissen().Voorgesteld("ongegrond");
        zaak.MetBelang.Add(Bezwaarzaak.Mo);
        var weigering = zaak.Teken().Weigering;
        Assert.Equal(("eigen-belang", 403, "artikel 2:4 Awb"), (weigering?.Code, weigering?.Status, weigering?.Artikel));
        Assert.Null(zaak.Teken(wie: "mo-3").Weigering);
    }

    [Fact]
    public void Wat_iemand_met_een_belang_voorstelde_tekent_niemand_maar_het_kan_terug()
    {
        var zaak = Bezwaarzaak.TeBeslissen().Voorgesteld("ongegrond");
        zaak.MetBelang.Add(Bezwaarzaak.Bo);
        var weigering = zaak.Teken().Weigering;
        Assert.Equal(("voorstel-met-belang", 409, "artikel 2:4 Awb"), (weigering?.Code, weigering?.Status, weigering?.Artikel));

        zaak.Met(
            BeslissingOndertekenen.ZendTerug(
                zaak.Bezwaar!,
                new(zaak.Bezwaar!.Voorstel!.Voorstelhash, "Een collega stelt opnieuw voor."),
                Bezwaarzaak.Verwijs,
                Bezwaarzaak.Mo,
                Op("2026-08-10T11:00:00")
            )
        );
        zaak.Met(zaak.StelVoor("ongegrond", "2026-08-11T10:00:00", wie: "bo-3"));
        Assert.Null(zaak.Teken("2026-08-11T11:00:00").Weigering);
    }

    [Fact]
    public void Wat_rust_op_een_herbeoordeling_van_iemand_met_een_belang_tekent_niemand()
    {
        // Assessed again by bo-2; another proposes.
        var zaak = Bezwaarzaak.TeBeslissen().Herbeoordeeld(9000).Budget(9000);
        zaak.Met(zaak.StelVoor("gegrond", wie: "bo-3"));
        zaak.MetBelang.Add(Bezwaarzaak.Bo);
        var weigering = zaak.Teken().Weigering;
        Assert.Equal(("beoordelaar-met-belang", 409, "artikel 2:4 Awb"), (weigering?.Code, weigering?.Status, weigering?.Artikel));

        // That it cannot be dealt with rests on no assessment.
        zaak.Beoordeeld(Ontvankelijkheid.GeenBelanghebbende, "2026-08-08T10:00:00", wie: "bo-3");
        zaak.Met(zaak.StelVoor("niet-ontvankelijk", "2026-08-08T11:00:00", wie: "bo-3"));
        Assert.Null(zaak.Teken().Weigering);
    }

    [Fact]
    public void Getekend_wordt_wat_is_gelezen_en_eenmaal()
    {
        var zaak = Bezwaarzaak.TeBeslissen();
        Assert.Equal("geen-voorstel", zaak.Teken().Weigering?.Code);
        zaak.Voorgesteld("ongegrond");
        var eerste = zaak.Bezwaar!.Voorstel!.Voorstelhash;
        zaak.Met(zaak.StelVoor("ongegrond", "2026-08-08T10:00:00"));
        Assert.Equal("ander-voorstel", zaak.Teken(hash: eerste).Weigering?.Code);
        var tweede = zaak.Bezwaar.Voorstel!.Voorstelhash;
        zaak.Getekend();
        Assert.Equal("al-beslist-op-bezwaar", zaak.Teken(hash: tweede).Weigering?.Code);
        Assert.Equal("al-beslist-op-bezwaar", zaak.StelVoor("ongegrond").Weigering?.Code);
    }

    [Fact]
    public void Terugzenden_vraagt_een_reden_en_maakt_ruimte_voor_een_ander_voorstel()
    {
        var zaak = Bezwaarzaak.TeBeslissen().Voorgesteld("ongegrond");
        var hash = zaak.Bezwaar!.Voorstel!.Voorstelhash;
        Assert.NotNull(ZendTerug(" ").Weigering);
        zaak.Met(ZendTerug("Te kort."));
        Assert.Null(zaak.Bezwaar!.Voorstel);
        Assert.Equal("geen-voorstel", zaak.Teken(hash: hash).Weigering?.Code);
        Assert.Null(zaak.StelVoor("ongegrond", "2026-08-11T10:00:00").Weigering);

        Beslissing ZendTerug(string reden) =>
            BeslissingOndertekenen.ZendTerug(
                zaak.Bezwaar!,
                new(hash, reden),
                Bezwaarzaak.Verwijs,
                Bezwaarzaak.Mo,
                Op("2026-08-10T10:00:00")
            );
    }

    [Fact]
    public void Eerst_wordt_beoordeeld_of_het_kan_en_de_uitkomst_past_daarbij()
    {
        var zaak = Bezwaarzaak.Afgewezen().Ingediend("2026-08-05T10:00:00", redenTeLaat: "Ziek.", wilHoren: false);
        zaak.Afgezien(Hoorgrond.WilNiet, "2026-08-06T09:00:00");
        Assert.Equal("ontvankelijkheid-ontbreekt", zaak.StelVoor("ongegrond").Weigering?.Code);
        zaak.Beoordeeld(Ontvankelijkheid.TeLaat, "2026-08-06T10:00:00");
        Assert.Equal("past-niet-bij-oordeel", zaak.StelVoor("ongegrond").Weigering?.Code);
        Assert.Null(zaak.StelVoor("niet-ontvankelijk").Weigering);
        zaak.Beoordeeld(Ontvankelijkheid.Verschoonbaar, "2026-08-06T11:00:00");
        Assert.Equal("past-niet-bij-oordeel", zaak.StelVoor("niet-ontvankelijk").Weigering?.Code);
        Assert.Null(zaak.StelVoor("ongegrond").Weigering);
    }

    [Fact]
    public void Een_commissie_adviseert_eerst_en_wie_afwijkt_zegt_waarom()
    {
        var zaak = Bezwaarzaak.TeBeslissen();
        zaak.Met(Verdagen.StelIn(zaak.Bezwaar!, Bezwaarzaak.Bo, Bezwaarzaak.Versie, Op("2026-08-06T10:00:00")));
        Assert.Equal("advies-ontbreekt", zaak.StelVoor("ongegrond").Weigering?.Code);
        zaak.Met(
            Bijhouden.Adviseer(zaak.Bezwaar!, new("gegrond", "Het advies."), Bezwaarzaak.Verwijs, Bezwaarzaak.Bo, Op("2026-08-06T11:00:00"))
        );
        Assert.Equal("afwijkingVanAdvies", Assert.Single(zaak.StelVoor("ongegrond").Weigering!.Fouten).Veld);
        Assert.Null(zaak.StelVoor("ongegrond", afwijking: "De commissie zag iets over het hoofd.").Weigering);
        Assert.Null(zaak.Herbeoordeeld(11040).StelVoor("gegrond").Weigering);
    }

    [Fact]
    public void Wat_is_ingetrokken_wordt_niet_beslist_en_wat_is_beslist_niet_ingetrokken()
    {
        var ingetrokken = Bezwaarzaak.TeBeslissen().Voorgesteld("ongegrond");
        var hash = ingetrokken.Bezwaar!.Voorstel!.Voorstelhash;
        ingetrokken.Met(BezwaarIntrekken.Beslis(ingetrokken.Bezwaar, false, () => null, Op("2026-08-08T10:00:00")));
        Assert.Equal("bezwaar-ingetrokken", ingetrokken.Teken(hash: hash).Weigering?.Code);
        Assert.Equal("bezwaar-ingetrokken", ingetrokken.StelVoor("ongegrond").Weigering?.Code);
        Assert.Same(Beslissing.Geen, BezwaarIntrekken.Beslis(ingetrokken.Bezwaar, false, () => null, Op("2026-08-09T10:00:00")));

        var beslist = Bezwaarzaak.TeBeslissen().Voorgesteld("ongegrond").Getekend();
        Assert.Equal(
            "al-beslist-op-bezwaar",
            BezwaarIntrekken.Beslis(beslist.Bezwaar!, false, () => null, Op("2026-08-11T10:00:00")).Weigering?.Code
        );
    }

    [Fact]
    public void Beroep_wordt_genoteerd_na_de_beslissing_en_eindigt_eenmaal()
    {
        Assert.Equal("nog-geen-beslissing", Noteer(Bezwaarzaak.TeBeslissen(), "ingesteld").Weigering?.Code);
        var zaak = Bezwaarzaak.TeBeslissen().Voorgesteld("ongegrond").Getekend();
        Fout(Noteer(zaak, "uitspraak", uitkomst: "gegrond"), "stand");
        Fout(Noteer(zaak, "ingesteld", "2026-08-09"), "dag");
        zaak.Met(Noteer(zaak, "ingesteld", "2026-08-10"));
        Fout(Noteer(zaak, "ingesteld"), "stand");
        Fout(Noteer(zaak, "uitspraak"), "uitkomst");
        Fout(Noteer(zaak, "uitspraak", uitkomst: "misschien"), "uitkomst");
        zaak.Met(Noteer(zaak, "uitspraak", uitkomst: "ongegrond"));
        Fout(Noteer(zaak, "ingetrokken"), "stand");
    }

    private static Beslissing Noteer(Bezwaarzaak zaak, string stand, string dag = "2026-09-01", string? uitkomst = null) =>
        BeroepNoteren.Beslis(
            zaak.Bezwaar!,
            new(Bezwaarzaak.Nummer + "-1", stand, Dag(dag), "Rechtbank Den Haag, 26/1234", uitkomst),
            Bezwaarzaak.Verwijs,
            Bezwaarzaak.Bo,
            Op("2026-09-02T10:00:00")
        );

    private static void Fout(Beslissing beslissing, string veld) =>
        Assert.Equal(veld, Assert.Single(beslissing.Weigering?.Fouten ?? []).Veld);
}
