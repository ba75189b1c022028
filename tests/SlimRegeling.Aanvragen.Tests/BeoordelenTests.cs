using NodaTime;
using NodaTime.Text;
using SlimRegeling.Berichten.Aanvragen;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Regels;
using SlimRegeling.Regelstand;
using static SlimRegeling.Aanvragen.Beoordelen;
using static SlimRegeling.Aanvragen.Tests.Voorbeelden;

namespace SlimRegeling.Aanvragen.Tests;

public class BeoordelenTests
{
    private static readonly string[] Codes = [Eiscode.NietEnkelBestuurders, .. Grondcode.DoorBeoordelaar];

    private static readonly Scanbewijs Scan = new(
        "scan-1",
        "kernvragen-1",
        new LocalDate(2026, 3, 1),
        new LocalDate(2026, 3, 9),
        8,
        "beeld",
        "rapporthash"
    );

    private static readonly Aanvraag Klaar = Na(Ingediend, Volledig, Gereserveerd, Toegewezen);

    [Fact]
    public void De_zaak_wordt_voorgesteld_voor_11040_met_5520_voorschot()
    {
        Beoordelen.Inhoud? bewaard = null;
        var beoordeeld = Beslis(
                Klaar,
                Alles(),
                Dossier(),
                Beoordelaar,
                inhoud =>
                {
                    bewaard = inhoud;
                    return Bewaard;
                },
                Regelstanden.Ongewijzigd,
                Later
            )
            .Gebeurde<AanvraagBeoordeeld>();

        Assert.Equal(Voorstel.Verlenen, beoordeeld.Voorstel);
        Assert.Empty(beoordeeld.Gronden);
        Assert.Equal(18_400.00m, beoordeeld.SubsidiabeleKosten);
        Assert.Equal(11_040.00m, beoordeeld.Subsidie);
        Assert.Equal(5_520.00m, beoordeeld.Voorschot);
        Assert.Equal(new Dictionary<string, decimal> { ["A"] = 4_346.45m, ["C"] = 6_693.55m }, beoordeeld.Aandelen);
        // Adviser and other costs in A; own hours and adviser in C. With the surcharge they are the eligible costs.
        Assert.Equal(
            ["A externe-adviseur 5400.00", "A overige-externe-kosten 899.20", "C directe-loonkosten 1900.80", "C externe-adviseur 7800.00"],
            beoordeeld.Posten!.SelectMany(a => a.Value.Select(p => FormattableString.Invariant($"{a.Key} {p.Key} {p.Value:0.00}")))
        );
        Assert.Same(
            beoordeeld.Posten,
            Assert.IsType<AanvraagBeoordeeldBericht>(Assert.Single(Uitgaand.Berichten(Zaak, beoordeeld))).Posten
        );
        Assert.Equal(Regelboek.Versie("slim-2026").Hash, beoordeeld.Regelhash);
        Assert.Equal(Sluit, beoordeeld.TijdvakSluit);
        Assert.Equal(Binnen, beoordeeld.Ontvangen);
        Assert.Equal(["rapporthash"], beoordeeld.Scans);
        Assert.Contains(bewaard!.Toetsen, t => t.Code == Grondcode.LopendProject && t.Uitkomst == Toetsuitkomst.Voldaan);
        Assert.Equal(11_040.00m, bewaard.Berekening.Single(r => r.Code == Postcode.Subsidie).Bedrag);
    }

    [Theory]
    [InlineData(Grondcode.NietHaalbaar, Grondcode.NietHaalbaar)]
    [InlineData(Eiscode.NietEnkelBestuurders, Grondcode.EisenRegeling)]
    public void Een_grond_die_in_de_weg_staat_wordt_afwijzing(string oordeel, string grond)
    {
        var beoordeeld = Beoordeel(Klaar, Alles(oordeel), Dossier()).Gebeurde<AanvraagBeoordeeld>();

        Assert.Equal(Voorstel.Afwijzen, beoordeeld.Voorstel);
        Assert.Equal([grond], beoordeeld.Gronden);
        Assert.Equal((0m, 0m), (beoordeeld.Subsidie, beoordeeld.Voorschot));
    }

    [Fact]
    public void Een_lopend_project_op_het_moment_van_indiening_staat_in_de_weg()
    {
        var eerder = new Subsidie(
            "SLIM-EERDER",
            "2025-03-mkb",
            true,
            9_000m,
            new LocalDate(2025, 6, 1),
            Instant.FromUtc(2025, 6, 1, 9, 0),
            null
        );

        Assert.Equal([Grondcode.LopendProject], Gronden(eerder));
        Assert.Equal([Grondcode.LopendProject], Gronden(eerder with { Vastgesteld = Binnen + Duration.Epsilon }));
        Assert.Empty(Gronden(eerder with { Vastgesteld = Binnen }));
        Assert.Empty(Gronden(eerder with { MetKosten = false }));
        Assert.Equal([Grondcode.AlVerleendInTijdvak], Gronden(eerder with { Tijdvak = Tijdvak.Id, Verleend = Later }));

        static IReadOnlyList<string> Gronden(Subsidie eerder) =>
            Beoordeel(Klaar, Alles(), Dossier(eerder)).Gebeurde<AanvraagBeoordeeld>().Gronden;
    }

    [Fact]
    public void Eigen_steun_telt_mee_ook_als_de_verklaring_haar_vergeet()
    {
        var eerder = new Subsidie("SLIM-EERDER", "2025-03-mkb", false, 295_000m, new LocalDate(2025, 6, 1), Binnen, Binnen);

        var beoordeeld = Beoordeel(Klaar, Alles(), Dossier(eerder)).Gebeurde<AanvraagBeoordeeld>();

        Assert.Equal(5_000.00m, beoordeeld.Subsidie);
    }

    [Theory]
    [InlineData("before the declaration: among what was declared", "2026-04-08", "5000.00")]
    [InlineData("after it: on top of what was declared", "2026-04-09", "1000.00")]
    public void Andere_steun_telt_mee_zoals_verklaard_naast_de_eigen(string geval, string verleendOp, string subsidie)
    {
        var dag = LocalDatePattern.Iso.Parse(verleendOp).Value;
        var eigen = new Subsidie("SLIM-EERDER", "2025-03-mkb", false, 4_000m, dag, Binnen, Binnen);
        var verklaard = Compleet with
        {
            Verklaringen = Compleet.Verklaringen! with { DeMinimis = new DeMinimisverklaring(Steunsoort.Ontvangen, 295_000m) },
        };

        var beoordeeld = Beoordeel(Klaar, Alles(), new Dossier(verklaard, [eigen], [], Sluit)).Gebeurde<AanvraagBeoordeeld>();

        Assert.True(Getal.Lees(subsidie) == beoordeeld.Subsidie, $"{geval}: {beoordeeld.Subsidie}");
    }

    [Theory]
    [InlineData("declared with the completion: our own award of 10 April is among it", true, "5000.00")]
    [InlineData("declared at submission and sent again: the award came on top of it", false, "1000.00")]
    public void Wat_bij_de_aanvulling_is_verklaard_telt_vanaf_die_dag(string geval, bool nieuw, string subsidie)
    {
        var verklaard = Compleet with
        {
            Verklaringen = Compleet.Verklaringen! with { DeMinimis = new DeMinimisverklaring(Steunsoort.Ontvangen, 295_000m) },
        };
        var eerst = nieuw ? Compleet with { Verklaringen = Compleet.Verklaringen! with { DeMinimis = null } } : verklaard;
        var gevraagd = Gevraagd with { Ontbreekt = [Documentcode.DeMinimisverklaring], Op = Binnen };
        var aangevuld = Aanvullen
            .Beslis(Na(Ingediend, gevraagd), new(verklaard), eerst, _ => Bewaard, Regelstanden.Ongewijzigd, Binnen + Duration.FromDays(3))
            .Gebeurde<AanvraagAangevuld>();
        Assert.Equal(nieuw, aangevuld.Verklaard is [KvkNummer]);
        var eigen = new Subsidie("SLIM-EERDER", "2025-03-mkb", false, 4_000m, new LocalDate(2026, 4, 10), Binnen, Binnen);

        var beoordeeld = Beoordeel(
                Na(Ingediend, gevraagd, aangevuld, Volledig, Gereserveerd, Toegewezen),
                Alles(),
                new Dossier(verklaard, [eigen], [], Sluit)
            )
            .Gebeurde<AanvraagBeoordeeld>();

        Assert.True(Getal.Lees(subsidie) == beoordeeld.Subsidie, $"{geval}: {beoordeeld.Subsidie}");
    }

    [Fact]
    public void Zonder_mkb_verklaring_is_er_geen_subsidie()
    {
        var zonder = new Dossier(Compleet with { Verklaringen = Compleet.Verklaringen! with { Mkb = false } }, [], [], Sluit);

        Assert.Equal([Grondcode.VerklaringOntbreekt], Beoordeel(Klaar, Alles(), zonder).Gebeurde<AanvraagBeoordeeld>().Gronden);
    }

    [Fact]
    public void De_beoordelaar_kan_de_begroting_verlagen_maar_niet_boven_de_reservering_uit()
    {
        Activiteitgegevens[] minder = [new("C", ExterneUren: [new ExterneUrenregel(65m, 120.00m)])];
        var lager = Beoordeel(Klaar, Alles() with { Begroting = minder }, Dossier()).Gebeurde<AanvraagBeoordeeld>();
        Assert.Equal(5_382.00m, lager.Subsidie);
        Assert.Equal(["C"], lager.Activiteiten);

        Activiteitgegevens[] meer = [new("C", OverigeExterneKosten: 17_000.00m)];
        var weigering = Beoordeel(Klaar, Alles() with { Begroting = meer }, Dossier()).Geweigerd("onjuiste-invoer");
        Assert.Equal("begroting", Assert.Single(weigering.Fouten).Veld);
    }

    [Fact]
    public void Elk_oordeel_is_nodig_bekend_enkel_en_beargumenteerd()
    {
        Verzoek fout = new([
            new Oordeel(Grondcode.NietHaalbaar, Uitkomstoordeel.Voldaan, "  "),
            new Oordeel(Grondcode.NietHaalbaar, Uitkomstoordeel.NietVoldaan, "toch niet"),
            new Oordeel(Grondcode.LopendProject, Uitkomstoordeel.Voldaan, "het systeem toetst dit"),
        ]);

        var weigering = Beoordeel(Klaar, fout, Dossier()).Geweigerd("onjuiste-invoer");

        Assert.Equal(
            ["gronden[0].argument", "gronden[1].code", "gronden[2].code"],
            weigering.Fouten.Select(f => f.Veld).Where(v => v != "gronden")
        );
        Assert.Equal(Codes.Length - 1, weigering.Fouten.Count(f => f.Veld == "gronden"));
    }

    [Fact]
    public void Een_oordeel_leest_als_de_uitkomst_van_een_toets()
    {
        const string Bericht = """{"gronden":[{"code":"niet-haalbaar","uitkomst":"nietVoldaan","argument":"geen planning"}]}""";

        var verzoek = System.Text.Json.JsonSerializer.Deserialize<Verzoek>(Bericht, Platform.Stromen.Json.Opties)!;

        Assert.Equal([new Oordeel(Grondcode.NietHaalbaar, Uitkomstoordeel.NietVoldaan, "geen planning")], verzoek.Gronden);
    }

    [Fact]
    public void Buiten_de_volgorde_kan_beoordelen_niet()
    {
        Beoordeel(Na(Ingediend, Toegewezen), Alles(), Dossier()).Geweigerd("niet-volledig");
        Beoordeel(Na(Ingediend, Volledig, Gereserveerd), Alles(), Dossier()).Geweigerd("niet-toegewezen");
        Beoordeel(Na(Ingediend, Volledig, Toegewezen), Alles(), Dossier()).Geweigerd("budget-niet-gereserveerd");
        Beoordeel(Beoordeeld(), Alles(), Dossier()).Geweigerd("al-beoordeeld");
        var uitgesloten = new UitsluitingVernomen("verbonden-onderneming", "SLIM-EERDER", Later);
        Beoordeel(Na(Ingediend, Volledig, Gereserveerd, Toegewezen, uitgesloten), Alles(), Dossier()).Geweigerd("uitgesloten");
        var ander = Na(Ingediend, Volledig, Gereserveerd, new AanvraagToegewezen("ander", Later));
        Assert.Equal(403, Beoordeel(ander, Alles(), Dossier()).Geweigerd("van-andere-beoordelaar").Status);
    }

    internal static Aanvraag Beoordeeld() => Pas(Klaar, Beoordeel(Klaar, Alles(), Dossier()).Gebeurde<AanvraagBeoordeeld>());

    private static Verzoek Alles(string? nietVoldaan = null) =>
        new([.. Codes.Select(c => new Oordeel(c, c == nietVoldaan ? Uitkomstoordeel.NietVoldaan : Uitkomstoordeel.Voldaan, "argument"))]);

    private static Dossier Dossier(params Subsidie[] subsidies) => new(Compleet, subsidies, [Scan], Sluit);

    private static Beslissing Beoordeel(Aanvraag aanvraag, Verzoek verzoek, Dossier dossier) =>
        Beslis(aanvraag, verzoek, dossier, Beoordelaar, _ => Bewaard, Regelstanden.Ongewijzigd, Later);
}
