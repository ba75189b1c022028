using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Verlening.Bezwaren;
using static SlimRegeling.Verlening.Tests.Voorbeelden;

namespace SlimRegeling.Verlening.Tests.Bezwaren;

public sealed partial class BeslissenTests
{
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
}
