using SlimRegeling.Berichten.Aanvragen;
using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Platform.Narekenen;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Regelstand;
using SlimRegeling.Verlening.Bezwaren;
using SlimRegeling.Verlening.Herstellen;
using SlimRegeling.Verlening.Tests.Bezwaren;
using static SlimRegeling.Verlening.Tests.Voorbeelden;

namespace SlimRegeling.Verlening.Tests;

/// <summary>A mistake in a decision that was sent is mended by a new one that names it, which gives no less and is signed by another.</summary>
public sealed class HerstellenTests
{
    private const string Besluit = Herstelzaak.Besluit;
    private const string Eerste = Zaak + "-H1";
    private const string Bo = Herstelzaak.Bo;
    private const string Mo = Herstelzaak.Mo;

    [Fact]
    public void Een_fout_in_de_tekst_ligt_meteen_voor_en_verandert_niets_aan_wat_is_verleend()
    {
        var zaak = Herstelzaak.Verleend();
        var was = zaak.Verlening.Verleend;
        zaak.Voorgesteld(Herstelsoort.Tekst);
        Assert.Equal((Eerste, Besluit), (zaak.Voorstel!.Herstel, zaak.Voorstel.Herstelt));
        zaak.Getekend();

        var besluit = Assert.Single(zaak.Verlening.Herstel!.Besluiten);
        Assert.Equal((Eerste, Besluit, Besluitsoort.Verlening), (besluit.Besluit, besluit.Herstelt, besluit.Soort));
        Assert.Equal([Bo, Mo], besluit.Ondertekenaars);
        Assert.Equal(was, zaak.Verlening.Verleend);
        var gezegd = Assert.IsType<HerstelbesluitGenomenBericht>(Assert.Single(zaak.Gezegd));
        Assert.Equal(Dag("2026-06-22"), gezegd.HersteltVan);
        Assert.Null(gezegd.Gevolg);
        Assert.Null(gezegd.Bedrag);
    }

    [Fact]
    public void Een_hoger_bedrag_vraagt_het_verschil_en_geeft_alleen_het_verschil_van_het_voorschot()
    {
        var zaak = Herstelzaak.Verleend();
        var was = zaak.Verlening.Verleend!;
        zaak.Voorgesteld(Herstelsoort.Inhoud);
        Assert.Equal("herbeoordeling-ontbreekt", zaak.Teken().Weigering?.Code);
        zaak.Herbeoordeeld(12000);
        Assert.Equal((Bezwaargevolg.Wijzigen, 960m, Tijdvak), (zaak.Ligt!.Gevolg, zaak.Ligt.Nodig, zaak.Ligt.Tijdvak));
        Assert.Equal("budget-nog-niet", zaak.Teken().Weigering?.Code);
        zaak.Budget(959.99m);
        Assert.Equal("budget-nog-niet", zaak.Teken().Weigering?.Code);
        zaak.Budget(960, versie: 2).Getekend();

        var (nu, besluit) = (zaak.Verlening.Verleend!, Assert.Single(zaak.Verlening.Herstel!.Besluiten));
        Assert.Equal((12000m, 6000m, was.Besluit, was.PeriodeTot), (nu.Bedrag, nu.Voorschot, nu.Besluit, nu.PeriodeTot));
        Assert.Equal(Eerste, Assert.Single(zaak.Gezegd.OfType<HerstelVoorgesteldBericht>()).Herstel);
        var gevraagd = Assert.Single(zaak.Gezegd.OfType<BezwaarbudgetGevraagdBericht>());
        Assert.Equal((Eerste, 960m, besluit.Voorstelhash), (gevraagd.Bezwaar, gevraagd.Bedrag, gevraagd.Voorstel));
        var gewijzigd = Assert.Single(zaak.Gezegd.OfType<VerleningGewijzigdBericht>());
        Assert.Equal((12000m, 11040m, Eerste, true), (gewijzigd.Bedrag, gewijzigd.Was, gewijzigd.Besluit, gewijzigd.Herstel));
        var voorschot = Assert.Single(zaak.Gezegd.OfType<VoorschotToegekendBericht>());
        Assert.Equal((480m, Eerste), (voorschot.Bedrag, voorschot.Besluit));
        var genomen = Assert.Single(zaak.Gezegd.OfType<HerstelbesluitGenomenBericht>());
        Assert.Equal(("wijzigen", 12000m, 11040m), (genomen.Gevolg, genomen.Bedrag, genomen.Was));
    }

    [Fact]
    public void Een_afwijzing_wordt_een_verlening_die_de_brief_van_het_herstel_vertelt()
    {
        var zaak = Herstelzaak.Afgewezen().Voorgesteld(Herstelsoort.Inhoud).Herbeoordeeld(9000).Budget(9000).Getekend();
        var verleend = zaak.Verlening.Verleend!;
        Assert.Equal((9000m, 4500m, Eerste, Eerste), (verleend.Bedrag, verleend.Voorschot, verleend.Besluit, verleend.Bezwaar));
        Assert.Equal(Dag("2026-07-04"), verleend.PeriodeVan);
        Assert.Equal(Eerste, Assert.Single(zaak.Gezegd.OfType<SubsidieVerleendBericht>()).Bezwaar);
    }

    [Fact]
    public void Wat_niet_werd_behandeld_kan_in_tekst_worden_hersteld_en_alsnog_worden_verleend_of_afgewezen()
    {
        var tekst = Herstelzaak.NietBehandeld().Voorgesteld(Herstelsoort.Tekst).Getekend();
        Assert.Equal(Besluitsoort.BuitenBehandeling, Assert.Single(tekst.Verlening.Herstel!.Besluiten).Soort);
        var verleend = Herstelzaak.NietBehandeld().Voorgesteld(Herstelsoort.Inhoud).Herbeoordeeld(9000).Budget(9000).Getekend();
        Assert.Equal(9000m, verleend.Verlening.Verleend!.Bedrag);
        var afgewezen = Herstelzaak.NietBehandeld().Voorgesteld(Herstelsoort.Inhoud).Herbeoordeeld(0, "niet-haalbaar").Getekend();
        Assert.Equal(Eerste, afgewezen.Verlening.Afgewezen!.Bezwaar);
        Assert.Equal(["niet-haalbaar"], afgewezen.Gezegd.OfType<HerstelbesluitGenomenBericht>().Single().Gronden);
    }

    [Theory]
    [InlineData(11039.99, "lager-is-intrekken")]
    [InlineData(11040, "zelfde-bedrag")]
    [InlineData(11040.01, "budget-nog-niet")]
    public void Lager_wordt_een_verlening_alleen_door_haar_in_te_trekken(decimal opnieuw, string weigering)
    {
        var zaak = Herstelzaak.Verleend().Voorgesteld(Herstelsoort.Inhoud).Herbeoordeeld(opnieuw);
        var geweigerd = zaak.Teken().Weigering!;
        Assert.Equal(weigering, geweigerd.Code);
        Assert.Equal(weigering != "budget-nog-niet", zaak.Ligt is null);
        if (weigering == "lager-is-intrekken")
        {
            Assert.Equal("artikel 2.25; artikel 4:48, eerste lid, Awb", geweigerd.Artikel);
        }
    }

    [Fact]
    public void Ook_voor_een_partij_wordt_het_niet_lager_en_een_weigeringsgrond_neemt_niets_af()
    {
        Dictionary<string, decimal> delen = new() { [Kvk] = 6040m, ["87654321"] = 5000m };
        var zaak = Herstelzaak.Verleend(Verlenen with { Partijen = delen, Aanvragertype = "samenwerkingsverband", Voorschot = 2760m });
        zaak.Voorgesteld(Herstelsoort.Inhoud)
            .Herbeoordeeld(12000, partijen: new Dictionary<string, decimal> { [Kvk] = 7000.01m, ["87654321"] = 4999.99m });
        Assert.Equal("lager-is-intrekken", zaak.Teken().Weigering?.Code);

        var afgewezen = Herstelzaak.Verleend().Voorgesteld(Herstelsoort.Inhoud).Herbeoordeeld(0, "niet-haalbaar");
        Assert.Equal("lager-is-intrekken", afgewezen.Teken().Weigering?.Code);
        var blijft = Herstelzaak.Afgewezen().Voorgesteld(Herstelsoort.Inhoud).Herbeoordeeld(0, "niet-haalbaar");
        Assert.Equal("blijft-afgewezen", blijft.Teken().Weigering?.Code);
    }

    [Theory]
    [InlineData(11040, "alleen-het-plafond")]
    [InlineData(3999.99, "lager-is-intrekken")]
    [InlineData(11040.01, "budget-nog-niet")]
    public void Wat_alleen_het_plafond_wegnam_is_geen_fout(decimal opnieuw, string weigering)
    {
        var deel = Verlenen with
        {
            Subsidie = 4000.00m,
            Voorschot = 2000.00m,
            Gedeeltelijk = true,
            Aandelen = new Dictionary<string, decimal> { ["A"] = 5000.00m, ["C"] = 6040.00m },
        };
        var verleend = Herstelzaak.Verleend(deel).Voorgesteld(Herstelsoort.Inhoud).Herbeoordeeld(opnieuw);
        Assert.Equal(weigering, verleend.Teken().Weigering?.Code);

        var afgewezen = new Herstelzaak(Na(Ontoereikend)!).Voorgesteld(Herstelsoort.Inhoud).Herbeoordeeld(opnieuw);
        Assert.Equal("alleen-het-plafond", afgewezen.Teken().Weigering?.Code);
        Assert.Null(afgewezen.Ligt);
        Assert.Empty(afgewezen.Gezegd.OfType<BezwaarbudgetGevraagdBericht>());
        Assert.Null(afgewezen.Met(afgewezen.TerugGezonden()).Voorgesteld(Herstelsoort.Tekst, "2026-07-04T10:00:00").Teken().Weigering);
    }

    [Fact]
    public void Wie_voorstelde_of_ervoor_beoordeelde_tekent_niet_en_wie_belang_heeft_ook_niet()
    {
        var zaak = Herstelzaak.Verleend().Voorgesteld(Herstelsoort.Inhoud).Herbeoordeeld(12000, beoordelaar: "bo-3").Budget(960);
        Assert.Equal("zelf-voorgesteld", zaak.Teken(wie: Bo).Weigering?.Code);
        Assert.Equal("zelf-voorgesteld", zaak.Teken(wie: "bo-3").Weigering?.Code);
        Assert.Equal("eigen-belang", zaak.Teken(metBelang: [Mo]).Weigering?.Code);
        Assert.Equal("voorstel-met-belang", zaak.Teken(metBelang: [Bo]).Weigering?.Code);
        Assert.Equal("beoordelaar-met-belang", zaak.Teken(metBelang: ["bo-3"]).Weigering?.Code);
        // Who made the mistake may mend it: the law keeps them out of an objection only.
        zaak.Getekend(Ondertekenaar);
        Assert.Equal([Bo, "bo-3", Ondertekenaar], zaak.Verlening.Herstel!.Besluiten[0].Ondertekenaars);
    }

    [Fact]
    public void Getekend_wordt_wat_is_gelezen_en_eenmaal()
    {
        var zaak = Herstelzaak.Verleend();
        Assert.Equal("geen-voorstel", zaak.Teken().Weigering?.Code);
        zaak.Voorgesteld(Herstelsoort.Inhoud).Herbeoordeeld(12000).Budget(2000);
        var eerste = zaak.Ligt!.Voorstelhash;
        zaak.Herbeoordeeld(12500, op: "2026-07-02T11:00:00");
        Assert.Equal("ander-voorstel", zaak.Teken(hash: eerste).Weigering?.Code);
        var tweede = zaak.Ligt!.Voorstelhash;
        zaak.Getekend();
        Assert.Equal("al-hersteld", zaak.Teken(hash: tweede).Weigering?.Code);
        Assert.Equal("geen-voorstel", zaak.Teken(hash: eerste).Weigering?.Code);
    }

    [Fact]
    public void Wat_teruggaat_laat_een_nummer_open_en_zijn_geld_telt_niet_voor_het_volgende()
    {
        var zaak = Herstelzaak.Verleend().Voorgesteld(Herstelsoort.Inhoud).Herbeoordeeld(12000).Budget(960);
        Assert.Equal("herstel-ligt-voor", zaak.StelVoor(Herstelsoort.Tekst).Weigering?.Code);
        Assert.NotNull(zaak.TerugGezonden(" ").Weigering);
        zaak.Met(zaak.TerugGezonden());
        Assert.Equal(Eerste, Assert.Single(zaak.Gezegd.OfType<HerstelTeruggezondenBericht>()).Herstel);

        zaak.Voorgesteld(Herstelsoort.Inhoud, "2026-07-02T13:00:00").Herbeoordeeld(12000, op: "2026-07-02T14:00:00");
        Assert.Equal(Zaak + "-H2", zaak.Voorstel!.Herstel);
        // What was said of the first is heard after it went back.
        Assert.Same(Beslissing.Geen, zaak.Hoor(960, Eerste, versie: 9));
        Assert.Equal("budget-nog-niet", zaak.Teken().Weigering?.Code);
        zaak.Budget(960, versie: 10);
        Assert.Null(zaak.Teken().Weigering);
    }

    [Fact]
    public void Een_herstelbesluit_noemt_het_besluit_dat_geldt_ook_als_dat_er_zelf_een_is()
    {
        var zaak = Herstelzaak.Verleend();
        Assert.Equal("ander-besluit", zaak.StelVoor(Herstelsoort.Tekst, herstelt: Zaak + "-V2").Weigering?.Code);
        zaak.Voorgesteld(Herstelsoort.Tekst).Getekend();
        Assert.Equal("ander-besluit", zaak.StelVoor(Herstelsoort.Tekst, herstelt: Besluit).Weigering?.Code);
        zaak.Voorgesteld(Herstelsoort.Tekst, "2026-07-04T10:00:00", Eerste).Getekend();
        Assert.Equal([(Eerste, Besluit), (Zaak + "-H2", Eerste)], zaak.Verlening.Herstel!.Besluiten.Select(b => (b.Besluit, b.Herstelt)));
    }

    [Fact]
    public void Wat_ontbreekt_wordt_per_veld_gezegd_en_zonder_besluit_is_er_niets_te_herstellen()
    {
        var zaak = Herstelzaak.Verleend();
        Assert.Equal(["fout", "juist"], Velden(new(Besluit, Herstelsoort.Tekst, " ")));
        Assert.Equal(["soort"], Velden(new(Besluit, "anders", "Fout.")));
        Assert.Empty(Velden(new(Besluit, Herstelsoort.Inhoud, "Fout.")));
        Assert.Equal("nog-geen-besluit", new Herstelzaak(Voorgelegd()).StelVoor(Herstelsoort.Tekst).Weigering?.Code);

        IEnumerable<string> Velden(HerstelVoorstellen.Verzoek verzoek) =>
            HerstelVoorstellen
                .Beslis(Zaak, zaak.Verlening, [], verzoek, _ => Bezwaarzaak.Verwijs(), Bo, Op("2026-07-01T10:00:00"))
                .Weigering?.Fouten.Select(f => f.Veld)
            ?? [];
    }

    [Fact]
    public void Zolang_er_bezwaar_loopt_of_erop_is_beslist_hoort_het_daar()
    {
        var bezwaar = Bezwaarzaak.Verleend().Ingediend();
        var zaak = new Herstelzaak(bezwaar.Verlening) { Bezwaren = [bezwaar.Bezwaar!] };
        Assert.Equal("bezwaar-loopt", zaak.StelVoor(Herstelsoort.Tekst).Weigering?.Code);
        // It came after the proposal.
        var later = Herstelzaak.Verleend().Voorgesteld(Herstelsoort.Tekst);
        later.Bezwaren = [bezwaar.Bezwaar!];
        Assert.Equal("bezwaar-loopt", later.Teken().Weigering?.Code);

        var beslist = Bezwaarzaak.TeBeslissen(Bezwaarzaak.Verleend()).Voorgesteld("ongegrond").Getekend();
        zaak.Bezwaren = [beslist.Bezwaar!];
        Assert.Equal("beslist-op-bezwaar", zaak.StelVoor(Herstelsoort.Tekst).Weigering?.Code);

        bezwaar.Met(BezwaarIntrekken.Beslis(bezwaar.Bezwaar!, false, () => null, Op("2026-07-02T10:00:00")));
        zaak.Bezwaren = [bezwaar.Bezwaar!];
        Assert.Null(zaak.StelVoor(Herstelsoort.Tekst).Weigering);
    }

    [Fact]
    public void Na_de_vaststelling_wordt_alleen_tekst_hersteld()
    {
        var zaak = Herstelzaak.Verleend();
        zaak.Met(Voorbeelden.Hoor(zaak.Verlening, Vastgesteld(11040.00m)));
        Assert.Equal("al-vastgesteld", zaak.StelVoor(Herstelsoort.Inhoud).Weigering?.Code);
        Assert.Null(zaak.StelVoor(Herstelsoort.Tekst).Weigering);

        var ertussen = Herstelzaak.Verleend().Voorgesteld(Herstelsoort.Inhoud).Herbeoordeeld(12000).Budget(960);
        ertussen.Met(Voorbeelden.Hoor(ertussen.Verlening, Vastgesteld(11040.00m)));
        Assert.Equal("al-vastgesteld", ertussen.Teken().Weigering?.Code);
    }

    [Fact]
    public void Tegen_het_herstelbesluit_kan_bezwaar_als_het_is_verzonden_en_niet_door_wie_het_nam()
    {
        var zaak = Herstelzaak.Verleend().Voorgesteld(Herstelsoort.Tekst).Getekend();
        zaak.Met(Voorbeelden.Hoor(zaak.Verlening, Brief("2026-07-06", "herstelbesluit", Eerste)));
        var bestreden = Bestreden.Van(zaak.Verlening);
        Assert.Equal([Besluit, Eerste], bestreden.Select(b => b.Besluit));
        Assert.Equal((Besluitsoort.Verlening, Dag("2026-07-07")), (bestreden[1].Soort, bestreden[1].Termijn!.Van));
        Assert.Equal([Bo, Mo], bestreden[1].Ondertekenaars);
    }

    [Fact]
    public void De_brief_vooraf_zegt_hetzelfde_ook_als_er_nog_geen_geld_is()
    {
        var zaak = Herstelzaak.Verleend().Voorgesteld(Herstelsoort.Inhoud).Herbeoordeeld(12000);
        var vooraf = Besluitvoorbeeld.Van(
            HerstelOndertekenen.Besluit(Zaak, zaak.Verlening, "voorbeeld", Regelstanden.Ongewijzigd, Op("2026-07-03T10:00:00")),
            Zaak
        )!;
        Assert.Null(vooraf.Verlening);
        var echt = zaak.Budget(960).Getekend().Gezegd.OfType<HerstelbesluitGenomenBericht>().Single();
        Assert.Equal(
            (echt.Besluit, echt.Bedrag, echt.Was, echt.Voorschot, echt.Hash),
            (vooraf.Herstel!.Besluit, vooraf.Herstel.Bedrag, vooraf.Herstel.Was, vooraf.Herstel.Voorschot, vooraf.Herstel.Hash)
        );
    }

    [Fact]
    public void Wat_het_herstel_van_de_verlening_maakte_komt_er_hetzelfde_uit()
    {
        foreach (var zaak in (Herstelzaak[])[Herstelzaak.Verleend(), Herstelzaak.Afgewezen(), Herstelzaak.NietBehandeld()])
        {
            zaak.Voorgesteld(Herstelsoort.Inhoud).Herbeoordeeld(12000).Budget(12000).Getekend();
            zaak.Met(Voorbeelden.Hoor(zaak.Verlening, Brief("2026-07-06", "herstelbesluit", Eerste)));
            var nagerekend = Narekenen.Stroom(new Verloop(Zaak, [.. zaak.Gebeurd]), Regelstanden.Ongewijzigd).ToList();
            Assert.Contains(nagerekend, n => n.Besluit == "subsidie-verleend" || n.Besluit == "verlening-gewijzigd");
            Assert.All(nagerekend, n => Assert.Empty(n.Verschillen));
        }
    }
}
