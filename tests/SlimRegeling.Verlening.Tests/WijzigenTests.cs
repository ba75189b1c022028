using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Platform.Narekenen;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Regels;
using SlimRegeling.Regelstand;
using SlimRegeling.Verlening.Wijzigen;
using static SlimRegeling.Verlening.Tests.Voorbeelden;
using static SlimRegeling.Verlening.Tests.Wijzigingszaak;

namespace SlimRegeling.Verlening.Tests;

/// <summary>A change of the award is asked by its recipient, decided on by two people, and never gives another amount.</summary>
public sealed class WijzigenTests
{
    [Fact]
    public void De_school_treedt_uit_en_de_vereniging_neemt_haar_deel_over()
    {
        var zaak = Samenwerkingsverband();
        var was = zaak.Verlening.Verleend!;
        zaak.Gevraagd(SchoolUit);
        // Eight weeks end on Koningsdag.
        Assert.Equal((Zaak + "-W1", Dag("2026-04-28")), (zaak.Eerste.Wijziging, zaak.Eerste.Gevraagd.BeslissenUiterlijk));
        zaak.Voorgesteld();
        Assert.Equal(21150.00m, zaak.Verlening.Verleend!.Partijen![School]);
        zaak.Getekend();

        var nu = zaak.Verlening.Verleend!;
        Assert.Equal((141000.00m, 230000.00m, 35250.00m), (nu.Bedrag, nu.SubsidiabeleKosten, nu.Voorschot));
        Assert.Equal((was.Besluit, was.PeriodeTot, was.Verantwoording), (nu.Besluit, nu.PeriodeTot, nu.Verantwoording));
        Assert.Equal([(Kvk, 56400.00m), (Zagerij, 35250.00m), (Vereniging, 49350.00m)], nu.Partijen!.Select(p => (p.Key, p.Value)));
        var besluit = zaak.Eerste.Besloten!;
        Assert.Equal((Zaak + "-W1", 2), (besluit.Besluit, besluit.Versienummer));
        Assert.Equal([Bo, Mo], besluit.Ondertekenaars);
        var aangepast = Assert.Single(zaak.Gezegd.OfType<VerleningAangepastBericht>());
        Assert.Equal((141000.00m, was.Besluit, was.Besluitdatum), (aangepast.Bedrag, aangepast.Wijzigt, aangepast.VerleendOp));
        Assert.Equal(21150.00m, aangepast.PartijenWas![School]);
        Assert.DoesNotContain(School, aangepast.Partijen!.Keys);
        Assert.Empty(zaak.Gezegd.OfType<VerleningGewijzigdBericht>());
        Assert.Equal("toegewezen", Assert.Single(zaak.Gezegd.OfType<WijzigingBeslotenBericht>()).Uitkomst);
    }

    [Fact]
    public void Wat_op_een_handtekening_wacht_is_te_vinden_tot_het_is_getekend()
    {
        var zaak = Samenwerkingsverband().Gevraagd(SchoolUit);
        Assert.Null(zaak.Verlening.Projectvoorstel);
        zaak.Voorgesteld();
        Assert.NotNull(zaak.Verlening.Projectvoorstel);
        zaak.Getekend();
        Assert.Null(zaak.Verlening.Projectvoorstel);
    }

    [Fact]
    public void Elke_versie_toont_wat_er_veranderde()
    {
        var zaak = Samenwerkingsverband().Gevraagd(SchoolUit).Voorgesteld().Getekend();
        zaak.Gevraagd(Uitstel("2027-10-03")).Voorgesteld().Getekend();
        zaak.Gevraagd(new("plan", "Een andere volgorde.")).Voorgesteld().Getekend();

        var versies = VersiesTonen.Van(zaak.Gebeurd, Aanvragertype.Samenwerkingsverband, Regelstanden.Ongewijzigd);
        Assert.Equal(["verlening", "partij-treedt-uit", "uitstel", "plan"], versies.Select(v => v.Aanleiding));
        Assert.Equal([1, 2, 3, 4], versies.Select(v => v.Nummer));
        Assert.Empty(versies[0].Verschillen);
        Assert.Equal(
            [
                new VersiesTonen.Verschil("partij", Vereniging, Getal.Euro(28200.00m), Getal.Euro(49350.00m)),
                new VersiesTonen.Verschil("partij", School, Getal.Euro(21150.00m)),
            ],
            versies[1].Verschillen
        );
        Assert.Equal([new VersiesTonen.Verschil("periode-tot", null, "3 juli 2027", "3 oktober 2027")], versies[2].Verschillen);
        Assert.Equal([new VersiesTonen.Verschil("plan")], versies[3].Verschillen);
        Assert.All(versies, v => Assert.Contains(v.Inhoud, o => (o.Wat, o.Waarde) == ("bedrag", Getal.Euro(141000.00m))));
        Assert.All(versies, v => Assert.Contains(v.Inhoud, o => (o.Wat, o.Waarde) == ("percentage", "60%")));
        var nu = zaak.Gezegd.OfType<WijzigingBeslotenBericht>().Last().Nu!;
        Assert.Equal((141000.00m, Dag("2027-10-03"), 4), (nu.Bedrag, nu.PeriodeTot, nu.Versienummer));
        Assert.Equal((3, 49350.00m), (nu.Partijen!.Count, nu.Partijen[Vereniging]));
        Assert.Equal(["periode-tot: 3 oktober 2027"], Gewijzigd(versies[2]));
        Assert.Equal([$"plan: zoals gevraagd in {versies[3].Besluit}"], Gewijzigd(versies[3]));
        Assert.Equal([$"partij: {Getal.Euro(49350.00m)}"], Gewijzigd(versies[1]));
        Assert.Contains(versies[3].Inhoud, o => (o.Wat, o.Welke, o.Waarde) == ("partij", Vereniging, Getal.Euro(49350.00m)));
        Assert.DoesNotContain(versies[3].Inhoud, o => o.Welke == School);
        Assert.Equal([2, 3, 4], zaak.Verlening.Wijzigingen.Select(w => w.Besloten!.Versienummer!.Value));
    }

    [Theory]
    [InlineData("2027-07-03", "nieuwEinde")]
    [InlineData("2027-07-04", null)]
    [InlineData("2027-10-03", null)]
    [InlineData("2027-10-04", "nieuwEinde")]
    public void Uitstel_is_samen_ten_hoogste_drie_maanden(string einde, string? fout)
    {
        var beslissing = Samenwerkingsverband().Vraag(Uitstel(einde), "2027-06-01T10:00:00");
        Assert.Equal(fout, beslissing.Weigering?.Fouten.Single().Veld);
        // What was given before counts.
        var eerder = Samenwerkingsverband().Gevraagd(Uitstel("2027-08-03")).Voorgesteld().Getekend();
        var nogEens = eerder.Vraag(Uitstel(einde), "2027-06-01T10:00:00");
        Assert.Equal(einde is "2027-10-03" ? null : "onjuiste-invoer", nogEens.Weigering?.Code);
    }

    [Fact]
    public void Wie_uitstel_krijgt_ziet_de_nieuwe_laatste_dagen()
    {
        var zaak = Samenwerkingsverband().Gevraagd(Uitstel("2027-10-03")).Voorgesteld().Getekend();
        var beeld = Bekijken.Van(zaak.Verlening, aanvrager: true, Regelstanden.Ongewijzigd, Op("2026-03-13T10:00:00"));
        Assert.Equal(Dag("2027-10-03"), beeld.Besluit!.PeriodeTot);
        Assert.Equal(Dag("2027-10-03"), beeld.Termijnen.Single(t => t.Code == "initiatiefperiode-samenwerkingsverband").LaatsteDag);
        Assert.Equal(Dag("2028-03-05"), beeld.Termijnen.Single(t => t.Code == "verzoek-om-vaststelling").LaatsteDag);
    }

    [Fact]
    public void Vragen_kan_tot_en_met_de_laatste_dag_van_de_periode_en_niet_na_de_vaststelling()
    {
        var zaak = Samenwerkingsverband();
        Assert.Null(zaak.Vraag(SchoolUit, "2027-07-03T23:59:00").Weigering);
        Assert.Equal("periode-voorbij", zaak.Vraag(SchoolUit, "2027-07-04T00:01:00").Weigering?.Code);
        var mkb = Mkb();
        mkb.Met(Hoor(mkb.Verlening, Vastgesteld(5000.00m)));
        Assert.Equal("al-vastgesteld", mkb.Vraag(new("plan", "Anders."), "2027-08-03T10:00:00").Weigering?.Code);
    }

    [Fact]
    public void Een_verzoek_dat_niet_kan_noemt_het_veld()
    {
        (string Veld, WijzigingVragen.Verzoek Verzoek)[] gevallen =
        [
            ("soort", new("geld", "Meer.")),
            ("reden", new("plan", "  ")),
            ("nieuwEinde", new("uitstel", "Later.")),
            ("partij", new("partij-treedt-uit", "Stopt.")),
            ("partij", SchoolUit with { Partij = "11111111" }),
            ("partij", SchoolUit with { Soort = "partij-treedt-toe" }),
            ("verdeling", SchoolUit with { Verdeling = null }),
            // The sum is what was awarded, to the cent.
            ("verdeling", SchoolUit with { Verdeling = [new(Kvk, 56400.00m), new(Zagerij, 35250.00m), new(Vereniging, 49350.01m)] }),
            ("verdeling", SchoolUit with { Verdeling = [new(Kvk, 91650.00m), new(Vereniging, 49350.00m)] }),
            // More than 80% of the costs by one.
            ("verdeling", SchoolUit with { Verdeling = [new(Kvk, 112800.01m), new(Zagerij, 14099.99m), new(Vereniging, 14100.00m)] }),
        ];
        Assert.All(
            gevallen,
            g =>
                Assert.Contains(
                    Samenwerkingsverband().Vraag(g.Verzoek, "2026-03-02T10:00:00").Weigering!.Fouten,
                    fout => fout.Veld == g.Veld
                )
        );
    }

    [Fact]
    public void De_hoofdaanvrager_blijft_en_een_mkb_onderneming_heeft_geen_partijen()
    {
        var uit = SchoolUit with
        {
            Partij = Kvk,
            Verdeling = [new(Zagerij, 35250.00m), new(Vereniging, 84600.00m), new(School, 21150.00m)],
        };
        Assert.Equal("partij", Assert.Single(Samenwerkingsverband().Vraag(uit, "2026-03-02T10:00:00").Weigering!.Fouten).Veld);
        Assert.Equal("soort", Assert.Single(Mkb().Vraag(SchoolUit, "2026-09-01T10:00:00").Weigering!.Fouten).Veld);
    }

    [Fact]
    public void Tussen_activiteiten_verschuift_het_zonder_dat_het_samen_verandert()
    {
        var zaak = Mkb();
        var schuift = new WijzigingVragen.Verzoek("begroting", "A viel mee.", Activiteiten: [new("A", 4000.00m), new("C", 7040.00m)]);
        Assert.Equal(
            "onjuiste-invoer",
            zaak.Vraag(schuift with { Activiteiten = [new("A", 4000.00m), new("C", 7040.01m)] }, Mei).Weigering?.Code
        );
        Assert.Equal("onjuiste-invoer", zaak.Vraag(schuift with { Activiteiten = [new("C", 11040.00m)] }, Mei).Weigering?.Code);
        zaak.Gevraagd(schuift, Mei).Met(zaak.StelVoor("toegewezen", op: "2027-05-05T10:00:00")).Getekend();
        Assert.Equal((11040.00m, 4000.00m), (zaak.Verlening.Verleend!.Bedrag, zaak.Verlening.Verleend.Aandelen!["A"]));
    }

    [Fact]
    public void Tussen_kosten_en_een_vast_bedrag_verschuift_niets_want_daaruit_volgt_het_percentage()
    {
        var zaak = Mkb(
            new Dictionary<string, decimal>
            {
                ["A"] = 4340.00m,
                ["B"] = 2100.00m,
                ["C"] = 4600.00m,
            }
        );
        var schuift = new WijzigingVragen.Verzoek(
            "begroting",
            "A viel mee.",
            Activiteiten: [new("A", 3640.00m), new("B", 2800.00m), new("C", 4600.00m)]
        );
        var fout = Assert.Single(zaak.Vraag(schuift, Mei).Weigering!.Fouten);
        Assert.Equal(("activiteiten", "2.20, tweede lid"), (fout.Veld, fout.Artikel));
        Assert.Contains(Getal.Euro(8940.00m), fout.Uitleg, StringComparison.Ordinal);
        Assert.Null(
            zaak.Vraag(schuift with { Activiteiten = [new("A", 3640.00m), new("B", 2100.00m), new("C", 5300.00m)] }, Mei).Weigering
        );
    }

    [Fact]
    public void Een_afwijzing_noemt_haar_grond_en_laat_de_verlening_zoals_zij_was()
    {
        var zaak = Samenwerkingsverband().Gevraagd(Uitstel("2027-10-03"));
        Assert.Equal("grond", Assert.Single(zaak.StelVoor("afgewezen").Weigering!.Fouten).Veld);
        zaak.Voorgesteld("afgewezen", "eigen-oorzaak").Getekend();
        Assert.Equal(Dag("2027-07-03"), zaak.Verlening.Verleend!.PeriodeTot);
        var gezegd = Assert.Single(zaak.Gezegd.OfType<WijzigingBeslotenBericht>());
        Assert.Equal(("afgewezen", "eigen-oorzaak"), (gezegd.Uitkomst, gezegd.Grond));
        Assert.Null(gezegd.Versienummer);
        Assert.Empty(zaak.Gezegd.OfType<VerleningAangepastBericht>());
        // A cause of one's own is no ground to refuse another party.
        Assert.NotNull(Samenwerkingsverband().Gevraagd(SchoolUit).StelVoor("afgewezen", "eigen-oorzaak").Weigering);
    }

    [Fact]
    public void Twee_mensen_besluiten_over_wat_zij_lazen()
    {
        var zaak = Samenwerkingsverband().Gevraagd(SchoolUit);
        Assert.Equal("geen-voorstel", zaak.Teken().Weigering?.Code);
        zaak.Voorgesteld();
        Assert.Equal("zelf-voorgesteld", zaak.Teken(Bo).Weigering?.Code);
        Assert.Equal("eigen-belang", zaak.Teken(metBelang: [Mo]).Weigering?.Code);
        Assert.Equal("voorstel-met-belang", zaak.Teken(metBelang: [Bo]).Weigering?.Code);
        Assert.Equal("ander-voorstel", zaak.Teken(hash: "iets anders").Weigering?.Code);
        zaak.Met(WijzigingTerugzenden.Beslis(zaak.Verlening, Zaak + "-W1", new("Te kort."), Verwijs, Mo, Op("2026-03-11T10:00:00")));
        Assert.NotNull(zaak.Eerste.Teruggezonden);
        Assert.Equal("geen-voorstel", zaak.Teken().Weigering?.Code);
        zaak.Voorgesteld().Getekend();
        Assert.Equal("al-besloten", zaak.Teken().Weigering?.Code);
    }

    [Fact]
    public void Wat_op_een_andere_verlening_rust_wordt_niet_ondertekend()
    {
        var zaak = Samenwerkingsverband().Gevraagd(SchoolUit).Voorgesteld();
        var schoolUit = zaak.Eerste.Voorstel!.Voorstelhash;
        zaak.Gevraagd(Uitstel("2027-10-03")).Voorgesteld().Getekend();
        Assert.Equal(
            "verlening-gewijzigd",
            WijzigingOndertekenen
                .Beslis(Zaak, zaak.Verlening, Zaak + "-W1", schoolUit, Mo, Regelstanden.Ongewijzigd, Op("2026-03-12T11:00:00"))
                .Weigering?.Code
        );
    }

    [Fact]
    public void Een_verzoek_loopt_een_keer_tegelijk_en_kan_terug()
    {
        var zaak = Samenwerkingsverband().Gevraagd(SchoolUit);
        Assert.Equal("verzoek-loopt", zaak.Vraag(SchoolUit, "2026-03-03T10:00:00").Weigering?.Code);
        Assert.Null(zaak.Vraag(Uitstel("2027-10-03"), "2026-03-03T10:00:00").Weigering);
        zaak.Met(WijzigingIntrekken.Beslis(zaak.Verlening, Zaak + "-W1", Op("2026-03-04T10:00:00")));
        Assert.Same(Beslissing.Geen, WijzigingIntrekken.Beslis(zaak.Verlening, Zaak + "-W1", Op("2026-03-05T10:00:00")));
        Assert.Equal("ingetrokken", zaak.StelVoor("toegewezen").Weigering?.Code);
        zaak.Gevraagd(SchoolUit, "2026-03-06T10:00:00");
        Assert.Equal(Zaak + "-W2", zaak.Verlening.Wijzigingen[^1].Wijziging);
    }

    [Fact]
    public void Tegen_het_besluit_kan_bezwaar_en_herstellen_gaat_over_de_verlening_zelf()
    {
        var zaak = Samenwerkingsverband().Gevraagd(SchoolUit).Voorgesteld().Getekend();
        zaak.Met(Hoor(zaak.Verlening, Brief("2026-03-12", "wijzigingsbesluit", Zaak + "-W1")));
        var bestreden = SlimRegeling.Verlening.Bezwaren.Bestreden.Van(zaak.Verlening);
        Assert.Equal([Zaak + "-V1", Zaak + "-W1"], bestreden.Select(b => b.Besluit));
        Assert.Equal(Dag("2026-04-23"), bestreden[1].Termijn!.TotEnMet);
        Assert.Equal(Zaak + "-V1", Herstellen.Herstelpoort.Geldend(zaak.Verlening)!.Besluit);
    }

    [Fact]
    public void Elk_besluit_komt_bij_narekenen_weer_zo_uit()
    {
        var zaak = Samenwerkingsverband().Gevraagd(SchoolUit).Voorgesteld().Getekend();
        zaak.Met(zaak.Verslag()).Met(zaak.StelVoorschotVoor()).Met(zaak.TekenVoorschot());
        var nagerekend = Narekenen.Stroom(new Verloop(Zaak, zaak.Gebeurd), Regelstanden.Ongewijzigd).ToList();
        Assert.Contains(nagerekend, n => n.Besluit == "wijziging-besloten");
        Assert.Contains(nagerekend, n => n.Besluit == "tweede-voorschot-voorgesteld");
        Assert.All(nagerekend, n => Assert.Empty(n.Verschillen));
    }

    private const string Mei = "2027-05-03T10:00:00";

    private static WijzigingVragen.Verzoek Uitstel(string einde) => new("uitstel", "De leverancier ging failliet.", NieuwEinde: Dag(einde));

    private static Verwijzing Verwijs() => new(Guid.Empty, "hash");

    private static IEnumerable<string> Gewijzigd(VersiesTonen.Versie versie) =>
        versie.Inhoud.Where(o => o.Gewijzigd == true).Select(o => $"{o.Wat}: {o.Waarde}");
}
