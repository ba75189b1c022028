using NodaTime;
using SlimRegeling.Aanvragen.Simulaties;
using SlimRegeling.Berichten.Aanvragen;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Regels;
using SlimRegeling.Regelstand;
using static SlimRegeling.Aanvragen.Tests.Typezaken;
using static SlimRegeling.Aanvragen.Tests.Voorbeelden;

namespace SlimRegeling.Aanvragen.Tests;

/// <summary>All applicant types from the form to the proposal, by amounts derived by hand.</summary>
public class TypezakenTests
{
    [Fact]
    public void Declaratie_vraagt_9200_met_4600_voorschot()
    {
        var aanvraag = Klaar(Mkb2024, Declaratie);
        var beoordeeld = Beoordeel(Mkb2024, aanvraag, Declaratie);

        Assert.Equal(9_200.00m, aanvraag.Ingediend!.Gevraagd);
        Assert.Equal(
            (Voorstel.Verlenen, 11_500.00m, 9_200.00m, 4_600.00m),
            (beoordeeld.Voorstel, beoordeeld.SubsidiabeleKosten, beoordeeld.Subsidie, beoordeeld.Voorschot)
        );
        Assert.Null(beoordeeld.Partijen);
        Assert.Null(beoordeeld.Gedeeltelijk);
    }

    [Fact]
    public void Een_samenwerkingsverband_vraagt_141000_en_verdeelt_het_over_zijn_partijen()
    {
        var aanvraag = Klaar(Swv2025, Samenwerking, Hoofd);
        var beoordeeld = Beoordeel(Swv2025, aanvraag, Samenwerking);

        Assert.Equal(141_000.00m, aanvraag.Ingediend!.Gevraagd);
        Assert.Equal(
            (Voorstel.Verlenen, 230_000.00m, 141_000.00m, 35_250.00m),
            (beoordeeld.Voorstel, beoordeeld.SubsidiabeleKosten, beoordeeld.Subsidie, beoordeeld.Voorschot)
        );
        Assert.Equal(
            new Dictionary<string, decimal>
            {
                [Hoofd] = 56_400.00m,
                [Tweede] = 35_250.00m,
                [Branche] = 28_200.00m,
                [School] = 21_150.00m,
            },
            beoordeeld.Partijen
        );
        Assert.Equal(beoordeeld.Subsidie, beoordeeld.Partijen!.Values.Sum());
        Assert.Equal(
            beoordeeld.Partijen,
            Assert.IsType<AanvraagBeoordeeldBericht>(Assert.Single(Uitgaand.Berichten(Zaak, beoordeeld))).Partijen
        );
    }

    [Fact]
    public void Een_groot_hotel_vraagt_66709_en_20_cent()
    {
        var aanvraag = Klaar(Groot2024, Hotel);
        var beoordeeld = Beoordeel(Groot2024, aanvraag, Hotel);

        Assert.Equal(66_709.20m, aanvraag.Ingediend!.Gevraagd);
        Assert.Equal(
            (Voorstel.Verlenen, 111_182.00m, 66_709.20m),
            (beoordeeld.Voorstel, beoordeeld.SubsidiabeleKosten, beoordeeld.Subsidie)
        );
    }

    [Fact]
    public void Wie_A_opnieuw_vraagt_terwijl_de_eerste_niet_is_vastgesteld_stuit_op_lopend_project()
    {
        var eerste = new Subsidie(
            "SLIM-EERSTE",
            Mkb2024.Id,
            MetKosten: true,
            9_200.00m,
            new LocalDate(2024, 5, 13),
            Mkb2024.Sluit + Duration.FromDays(45),
            Vastgesteld: null,
            KvkNummer
        );
        var weer = Declaratie with { Activiteiten = [Declaratie.Activiteiten![0] with { OverigeExterneKosten = 5_000.00m }] };

        var beoordeeld = Beoordeel(Najaar2024, Klaar(Najaar2024, weer), weer, subsidies: [eerste]);

        Assert.Equal(Voorstel.Afwijzen, beoordeeld.Voorstel);
        Assert.Equal([Grondcode.LopendProject], beoordeeld.Gronden);
        Assert.Equal((0m, 0m), (beoordeeld.Subsidie, beoordeeld.Voorschot));
    }

    [Fact]
    public void Van_een_samenwerkingsverband_telt_een_lopend_project_van_de_hoofdaanvrager_en_niet_dat_van_een_andere_partij()
    {
        Subsidie Lopend(string kvkNummer, string aanvrager) =>
            new("SLIM-EERDER", "2025-03-mkb", true, 5_000.00m, new LocalDate(2025, 5, 1), Swv2025.Opent, null, kvkNummer, aanvrager);
        var aanvraag = Klaar(Swv2025, Samenwerking, Hoofd);

        Assert.Equal([Grondcode.LopendProject], Beoordeel(Swv2025, aanvraag, Samenwerking, subsidies: [Lopend(Hoofd, Hoofd)]).Gronden);
        Assert.Empty(Beoordeel(Swv2025, aanvraag, Samenwerking, subsidies: [Lopend(Tweede, Tweede)]).Gronden);
        // As a party of what another applied for, it was not granted to the hoofdaanvrager of now.
        Assert.Empty(Beoordeel(Swv2025, aanvraag, Samenwerking, subsidies: [Lopend(Hoofd, Tweede)]).Gronden);
    }

    [Fact]
    public void Een_verlening_in_hetzelfde_tijdvak_telt_van_wie_daar_een_keer_mag_vragen()
    {
        Subsidie InTijdvak(string kvkNummer) =>
            new("SLIM-EERDER", Swv2025.Id, false, 5_000.00m, new LocalDate(2025, 7, 1), Swv2025.Sluit, null, kvkNummer, "30000009");
        var aanvraag = Klaar(Swv2025, Samenwerking, Hoofd);

        Assert.Equal([Grondcode.AlVerleendInTijdvak], Beoordeel(Swv2025, aanvraag, Samenwerking, subsidies: [InTijdvak(Tweede)]).Gronden);
        Assert.Empty(Beoordeel(Swv2025, aanvraag, Samenwerking, subsidies: [InTijdvak(Branche)]).Gronden);
    }

    [Fact]
    public void De_ruimte_onder_het_de_minimisplafond_is_er_per_partij()
    {
        var met = Samenwerking.Met(
            1,
            p => p with { Verklaringen = new Partijverklaringen(true, new DeMinimisverklaring(Steunsoort.Ontvangen, 270_000.00m)) }
        );
        var eerder = new Subsidie("SLIM-EERDER", "2025-03-mkb", false, 10_000.00m, new LocalDate(2025, 7, 1), Swv2025.Sluit, null, Tweede);

        var beoordeeld = Beoordeel(Swv2025, Klaar(Swv2025, met, Hoofd), met, subsidies: [eerder]);

        // 300,000 − 270,000 declared − 10,000 granted since.
        Assert.Equal(20_000.00m, beoordeeld.Partijen![Tweede]);
        Assert.Equal(56_400.00m, beoordeeld.Partijen[Hoofd]);
        Assert.Equal(125_750.00m, beoordeeld.Subsidie);
    }

    [Fact]
    public void Wie_maar_een_deel_krijgt_ziet_de_regel_en_een_voorschot_daarvan()
    {
        Beoordelen.Inhoud? inhoud = null;
        var budget = new BudgetVernomen(4_000.00m, Mkb2024.Sluit, Gedeeltelijk: true);
        var beoordeeld = Beoordeel(Mkb2024, Klaar(Mkb2024, Declaratie, budget: budget), Declaratie, bewaard: i => inhoud = i);

        Assert.Equal((4_000.00m, 2_000.00m, true), (beoordeeld.Subsidie, beoordeeld.Voorschot, beoordeeld.Gedeeltelijk));
        var regel = Assert.Single(inhoud!.Berekening, r => r.Code == Plafond.Regelcode);
        Assert.Equal("10, onderdeel i", regel.Artikel);
        Assert.Equal("Verlaagd van € 9.200,00 tot wat onder het subsidieplafond over is", regel.Omschrijving);
    }

    [Fact]
    public void Van_een_deel_krijgt_elke_partij_naar_verhouding()
    {
        var budget = new BudgetVernomen(100_000.00m, Swv2025.Sluit, Gedeeltelijk: true);
        var beoordeeld = Beoordeel(Swv2025, Klaar(Swv2025, Samenwerking, Hoofd, budget), Samenwerking);

        Assert.Equal((100_000.00m, 25_000.00m), (beoordeeld.Subsidie, beoordeeld.Voorschot));
        Assert.Equal([40_000.00m, 25_000.00m, 20_000.00m, 15_000.00m], beoordeeld.Partijen!.Values);
    }

    [Fact]
    public void Wie_lager_uitkomt_dan_zijn_deel_krijgt_gewoon_wat_de_regels_geven()
    {
        var budget = new BudgetVernomen(9_000.00m, Mkb2024.Sluit, Gedeeltelijk: true);
        IReadOnlyList<Activiteitgegevens> lager = [Declaratie.Activiteiten![1] with { OverigeExterneKosten = 2_000.00m }];

        var beoordeeld = Beoordeel(Mkb2024, Klaar(Mkb2024, Declaratie, budget: budget), Declaratie, lager);

        // 3,168 + 2,000 = 5,168; with 15% 5,943.20; 80%.
        Assert.Equal(4_754.56m, beoordeeld.Subsidie);
        Assert.Null(beoordeeld.Gedeeltelijk);
    }

    [Fact]
    public void Ook_een_samenwerkingsverband_en_een_grootbedrijf_zijn_door_te_rekenen()
    {
        Regelwijziging[] lager =
        [
            new("parameters", Parameters.PercentageSamenwerkingsverband.Code, "50", "simulatie", null),
            new("parameters", Parameters.GrensPerPartij.Code, "50000.00", "simulatie", null),
        ];
        var verband = new Weegschaal(Regelstanden.Ongewijzigd, lager).Weeg(
            Klaar(Swv2025, Samenwerking, Hoofd),
            Samenwerking,
            null,
            [],
            Swv2025.Sluit
        );
        var groot = new Weegschaal(Regelstanden.Ongewijzigd, []).Weeg(Klaar(Groot2024, Hotel), Hotel, null, [], Groot2024.Sluit);

        Assert.Equal((141_000.00m, 35_250.00m, "geen"), (verband.Voor.Subsidie, verband.Voor.Voorschot, verband.Voor.Grootteklasse));
        // 115,000 and no report needed below € 125,000: 46,000 / 28,750 / 23,000 / 17,250, each below 50,000.
        Assert.Equal((115_000.00m, 28_750.00m), (verband.Na.Subsidie, verband.Na.Voorschot));
        Assert.Equal((66_709.20m, "groot", "horeca"), (groot.Na.Subsidie, groot.Na.Grootteklasse, groot.Na.Sector));
    }
}
