using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Verlening.Bezwaren;
using static SlimRegeling.Verlening.Tests.Voorbeelden;

namespace SlimRegeling.Verlening.Tests.Bezwaren;

/// <summary>Deciding on an objection (7:11 to 7:13, 10:3 Awb), what it does to the award, and the appeal after it.</summary>
public sealed class BeslissenTests
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
    public void Gegrond_volgt_uit_de_herbeoordeling_en_ongegrond_ook()
    {
        var zaak = Bezwaarzaak.TeBeslissen();
        Assert.Equal("herbeoordeling-ontbreekt", zaak.StelVoor("gegrond").Weigering?.Code);
        zaak.Herbeoordeeld(0, gronden: "niet-haalbaar");
        Assert.Equal("past-niet-bij-herbeoordeling", zaak.StelVoor("gegrond").Weigering?.Code);
        Assert.Null(zaak.StelVoor("ongegrond").Weigering);
        zaak.Herbeoordeeld(9000, "2026-08-06T11:00:00");
        Assert.Equal("past-niet-bij-herbeoordeling", zaak.StelVoor("ongegrond").Weigering?.Code);
        var voorstel = zaak.Voorgesteld("gegrond").Bezwaar!.Voorstel!;
        Assert.Equal((Bezwaargevolg.Verlenen, 9000m, Tijdvak), (voorstel.Gevolg, voorstel.Nodig, voorstel.Tijdvak));
    }

    [Fact]
    public void Er_wordt_niets_gegeven_waarvoor_geen_geld_apart_staat()
    {
        var zaak = Bezwaarzaak.TeBeslissen().Herbeoordeeld(9000).Voorgesteld("gegrond");
        Assert.Equal("budget-nog-niet", zaak.Teken().Weigering?.Code);
        zaak.Budget(8999.99m);
        Assert.Equal("budget-nog-niet", zaak.Teken().Weigering?.Code);
        zaak.Budget(9000, versie: 2);
        Assert.Null(zaak.Teken().Weigering);
        // What the reservation said before that, heard later.
        zaak.Budget(1000, versie: 1);
        Assert.Null(zaak.Teken().Weigering);
    }

    [Fact]
    public void Wat_na_het_voorstel_opnieuw_is_beoordeeld_wordt_niet_getekend()
    {
        var zaak = Bezwaarzaak.TeBeslissen().Herbeoordeeld(9000).Voorgesteld("gegrond").Budget(9000);
        zaak.Herbeoordeeld(9500, "2026-08-08T10:00:00");
        Assert.Equal("herbeoordeling-gewijzigd", zaak.Teken().Weigering?.Code);
    }

    [Fact]
    public void Een_afwijzing_wordt_een_verlening_met_voorschot_en_een_periode_vanaf_dan()
    {
        var zaak = Bezwaarzaak.TeBeslissen().Herbeoordeeld(9000).Voorgesteld("gegrond").Budget(9000).Getekend();
        var verleend = zaak.Verlening.Verleend!;
        Assert.Equal((9000m, 4500m, Bezwaarzaak.Nummer + "-1"), (verleend.Bedrag, verleend.Voorschot, verleend.Besluit));
        Assert.Equal(Dag("2026-08-11"), verleend.PeriodeVan);
        Assert.Equal([Bezwaarzaak.Bo, Bezwaarzaak.Mo], verleend.Ondertekenaars);
        var gezegd = zaak.Gezegd.ToList();
        Assert.Equal(Bezwaarzaak.Nummer, Assert.Single(gezegd.OfType<SubsidieVerleendBericht>()).Bezwaar);
        Assert.Equal(4500m, Assert.Single(gezegd.OfType<VoorschotToegekendBericht>()).Bedrag);
        var beslist = Assert.Single(gezegd.OfType<BezwaarBeslistBericht>());
        Assert.Equal((9000m, 0m, "verlenen"), (beslist.Bedrag, beslist.Was, beslist.Gevolg));
        Assert.Single(gezegd.OfType<BezwaarbudgetGevraagdBericht>());
    }

    [Fact]
    public void Een_hogere_verlening_houdt_haar_nummer_en_periode_en_vraagt_alleen_het_verschil()
    {
        var zaak = Bezwaarzaak.TeBeslissen(Bezwaarzaak.Verleend());
        var eerst = zaak.Verlening.Verleend!;
        zaak.Herbeoordeeld(12000).Voorgesteld("gegrond");
        Assert.Equal((Bezwaargevolg.Wijzigen, 960m), (zaak.Bezwaar!.Voorstel!.Gevolg, zaak.Bezwaar.Voorstel.Nodig));
        zaak.Budget(960).Getekend();
        var nu = zaak.Verlening.Verleend!;
        Assert.Equal((12000m, 6000m, eerst.Besluit), (nu.Bedrag, nu.Voorschot, nu.Besluit));
        Assert.Equal((eerst.PeriodeVan, eerst.PeriodeTot), (nu.PeriodeVan, nu.PeriodeTot));
        var gezegd = zaak.Gezegd.ToList();
        var gewijzigd = Assert.Single(gezegd.OfType<VerleningGewijzigdBericht>());
        Assert.Equal((12000m, 11040m, eerst.PeriodeTot), (gewijzigd.Bedrag, gewijzigd.Was, gewijzigd.PeriodeTot));
        Assert.Equal(480m, Assert.Single(gezegd.OfType<VoorschotToegekendBericht>()).Bedrag);
    }

    [Theory]
    [InlineData(11039.99, "niet-slechter")]
    [InlineData(11040, "past-niet-bij-herbeoordeling")]
    [InlineData(11040.01, null)]
    public void Wie_bezwaar_maakt_krijgt_nooit_minder(decimal opnieuw, string? weigering)
    {
        var zaak = Bezwaarzaak.TeBeslissen(Bezwaarzaak.Verleend()).Herbeoordeeld(opnieuw);
        Assert.Equal(weigering, zaak.StelVoor("gegrond").Weigering?.Code);
    }

    [Fact]
    public void Wat_niet_werd_behandeld_kan_alsnog_worden_verleend_of_afgewezen()
    {
        var alsnog = Bezwaarzaak.TeBeslissen(Bezwaarzaak.NietBehandeld()).Herbeoordeeld(9000).Voorgesteld("gegrond").Budget(9000);
        Assert.Equal(9000m, alsnog.Getekend().Verlening.Verleend!.Bedrag);

        var afgewezen = Bezwaarzaak.TeBeslissen(Bezwaarzaak.NietBehandeld()).Herbeoordeeld(0, gronden: "niet-haalbaar");
        afgewezen.Voorgesteld("gegrond");
        Assert.Equal((Bezwaargevolg.Afwijzen, 0m), (afgewezen.Bezwaar!.Voorstel!.Gevolg, afgewezen.Bezwaar.Voorstel.Nodig));
        var besluit = afgewezen.Getekend().Verlening.Afgewezen!;
        Assert.Equal((Bezwaarzaak.Nummer, "niet-haalbaar"), (besluit.Bezwaar, Assert.Single(besluit.Gronden)));
    }

    [Fact]
    public void Een_fout_wordt_hersteld_met_een_nieuw_besluit_dat_het_oude_noemt()
    {
        var zaak = Bezwaarzaak.TeBeslissen().Voorgesteld("ongegrond").Getekend();
        var eerste = Bezwaarzaak.Nummer + "-1";
        Assert.Equal("al-beslist-op-bezwaar", zaak.StelVoor("ongegrond").Weigering?.Code);
        Assert.Equal("ander-besluit", zaak.StelVoor("ongegrond", herstelt: Bezwaarzaak.Nummer + "-7").Weigering?.Code);
        zaak.Herbeoordeeld(9000, "2026-08-11T10:00:00");
        zaak.Met(zaak.StelVoor("gegrond", "2026-08-12T10:00:00", herstelt: eerste)).Budget(9000).Getekend("2026-08-13T10:00:00");
        Assert.Equal(
            [(eerste, null), (Bezwaarzaak.Nummer + "-2", eerste)],
            zaak.Bezwaar!.Beslissingen.Select(b => (b.Besluit, b.Herstelt))
        );
        Assert.Equal(9000m, zaak.Verlening.Verleend!.Bedrag);
        // Once it gave something a correction gives no less.
        var tweede = Bezwaarzaak.Nummer + "-2";
        Assert.Equal("niet-slechter", zaak.StelVoor("ongegrond", herstelt: tweede).Weigering?.Code);
        zaak.Herbeoordeeld(8999, "2026-08-14T10:00:00");
        Assert.Equal("niet-slechter", zaak.StelVoor("gegrond", herstelt: tweede).Weigering?.Code);
        Assert.Equal("niets-te-herstellen", Bezwaarzaak.TeBeslissen().StelVoor("ongegrond", herstelt: eerste).Weigering?.Code);
    }

    [Fact]
    public void Een_herstel_dat_teruggaat_laat_zijn_geld_los_en_vraagt_het_opnieuw()
    {
        var eerste = Bezwaarzaak.Nummer + "-1";
        var zaak = Bezwaarzaak.TeBeslissen().Voorgesteld("ongegrond").Getekend().Herbeoordeeld(9000, "2026-08-11T10:00:00");
        zaak.Met(zaak.StelVoor("gegrond", "2026-08-12T10:00:00", herstelt: eerste));
        var terug = zaak.Bezwaar!.Voorstel!.Voorstelhash;
        Assert.Equal((9000m, Tijdvak, terug), Gevraagd(zaak));
        zaak.Budget(9000, voorstel: terug).Teruggezonden("2026-08-13T10:00:00");
        Assert.Equal((0m, Tijdvak, (string?)null), Gevraagd(zaak));
        Assert.Equal(0m, zaak.Bezwaar.Budget);

        zaak.Met(zaak.StelVoor("gegrond", "2026-08-14T10:00:00", herstelt: eerste));
        var opnieuw = zaak.Bezwaar.Voorstel!.Voorstelhash;
        Assert.Equal((9000m, Tijdvak, opnieuw), Gevraagd(zaak));
        // What was set apart for the one that went back is free by now, however late it is heard.
        zaak.Budget(9000, versie: 2, voorstel: terug);
        Assert.Equal("budget-nog-niet", zaak.Teken("2026-08-15T10:00:00").Weigering?.Code);
        zaak.Budget(9000, versie: 3, voorstel: opnieuw);
        Assert.Equal(9000m, zaak.Getekend("2026-08-15T10:00:00").Verlening.Verleend!.Bedrag);
    }

    [Fact]
    public void Voor_de_eerste_beslissing_blijft_het_geld_staan_ook_als_het_voorstel_teruggaat()
    {
        var zaak = Bezwaarzaak.TeBeslissen().Herbeoordeeld(9000).Voorgesteld("gegrond");
        var eerste = zaak.Bezwaar!.Voorstel!.Voorstelhash;
        zaak.Teruggezonden("2026-08-08T10:00:00");
        Assert.Equal((9000m, Tijdvak, eerste), Gevraagd(zaak));
        // It is heard while nothing lies ready, and is for the next one too.
        zaak.Budget(9000, voorstel: eerste).Met(zaak.StelVoor("gegrond", "2026-08-09T10:00:00"));
        Assert.Null(zaak.Teken().Weigering);
    }

    [Fact]
    public void Een_herstel_dat_niets_kost_laat_los_wat_het_vorige_voorstel_vroeg()
    {
        var eerste = Bezwaarzaak.Nummer + "-1";
        var zaak = Bezwaarzaak.TeBeslissen().Voorgesteld("ongegrond").Getekend().Herbeoordeeld(9000, "2026-08-11T10:00:00");
        zaak.Met(zaak.StelVoor("gegrond", "2026-08-12T10:00:00", herstelt: eerste)).Budget(9000);
        zaak.Herbeoordeeld(0, "2026-08-13T10:00:00", "niet-haalbaar");
        zaak.Met(zaak.StelVoor("ongegrond", "2026-08-13T11:00:00", herstelt: eerste)).Teruggezonden("2026-08-14T10:00:00");
        Assert.Equal((0m, Tijdvak, (string?)null), Gevraagd(zaak));
        // Nothing is asked, so there is nothing to let go.
        zaak.Met(zaak.StelVoor("ongegrond", "2026-08-15T10:00:00", herstelt: eerste)).Teruggezonden("2026-08-16T10:00:00");
        Assert.Equal(2, zaak.Gezegd.OfType<BezwaarbudgetGevraagdBericht>().Count());
    }

    [Fact]
    public void Wat_tussen_voorstel_en_handtekening_is_vastgesteld_verandert_niet_meer()
    {
        var zaak = Bezwaarzaak.TeBeslissen(Bezwaarzaak.Verleend()).Herbeoordeeld(12000).Voorgesteld("gegrond").Budget(960);
        var getekend = zaak.Teken().Gebeurtenissen.OfType<BezwaarBeslist>().Single();
        zaak.MetZaak(Hoor(zaak.Verlening, Vastgesteld(11040.00m)));
        Assert.Equal("al-vastgesteld", zaak.Teken().Weigering?.Code);
        // Heard between the signature and what it does to the case: one transaction, so neither happens.
        Assert.Equal("al-vastgesteld", BeslissingOndertekenen.Gevolg(zaak.Verlening, getekend, Bezwaarzaak.Versie).Weigering?.Code);
    }

    [Fact]
    public void Wie_om_het_plafond_werd_afgewezen_kan_na_een_herbeoordeling_ongegrond_krijgen()
    {
        var afgewezen = Na(Ontoereikend)!;
        var zaak = Bezwaarzaak
            .Van(Volg(afgewezen, Hoor(afgewezen, Brief("2026-07-02", "afwijzing")))!)
            .Ingediend("2026-07-10T10:00:00", wilHoren: false)
            .Beoordeeld()
            .Afgezien(Hoorgrond.WilNiet)
            .Herbeoordeeld(11040);
        Assert.Null(zaak.StelVoor("ongegrond").Weigering);
        // The place in the order may have been wrong: who decides chooses.
        Assert.Equal(11040m, zaak.Voorgesteld("gegrond").Bezwaar!.Voorstel!.Nodig);
    }

    [Theory]
    [InlineData(11040, null)]
    [InlineData(4000, null)]
    [InlineData(11040.01, "past-niet-bij-herbeoordeling")]
    public void Wat_alleen_het_plafond_afnam_maakt_een_bezwaar_niet_gegrond(decimal opnieuw, string? weigering)
    {
        var deel = Verlenen with
        {
            Subsidie = 4000.00m,
            Voorschot = 2000.00m,
            Gedeeltelijk = true,
            Aandelen = new Dictionary<string, decimal> { ["A"] = 5000.00m, ["C"] = 6040.00m },
        };
        var verleend = Ondertekend(voorstel: deel);
        var zaak = Bezwaarzaak.TeBeslissen(Bezwaarzaak.Van(Volg(verleend, Hoor(verleend, Brief("2026-06-23")))!)).Herbeoordeeld(opnieuw);
        Assert.Equal(weigering, zaak.StelVoor("ongegrond").Weigering?.Code);
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

    /// <summary>What was said last of the money that the objection asks.</summary>
    private static (decimal Bedrag, string Tijdvak, string? Voorstel) Gevraagd(Bezwaarzaak zaak)
    {
        var bericht = zaak.Gezegd.OfType<BezwaarbudgetGevraagdBericht>().Last();
        Assert.Equal((Zaak, Bezwaarzaak.Nummer), (bericht.Zaaknummer, bericht.Bezwaar));
        return (bericht.Bedrag, bericht.Tijdvak, bericht.Voorstel);
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
