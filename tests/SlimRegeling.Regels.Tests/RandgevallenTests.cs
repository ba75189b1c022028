using static SlimRegeling.Regels.Tests.Voorbeelden;

namespace SlimRegeling.Regels.Tests;

/// <summary>Edges that a mutation of the code showed to be untried.</summary>
public class RandgevallenTests
{
    [Theory]
    [InlineData(Activiteitsoort.A)]
    [InlineData(Activiteitsoort.C)]
    public void Een_lopend_project_staat_A_alleen_en_C_alleen_in_de_weg(Activiteitsoort soort)
    {
        var feiten = new Feiten { NietVastgesteldeZaken = ["SLIM-1", "SLIM-2"] };

        var toets = Beoordeling
            .Van(Slim2026, Met(new Activiteit(soort) { OverigeExterneKosten = 10_000.00m }), feiten)
            .Toets(Grondcode.LopendProject);

        Assert.Equal(Toetsuitkomst.NietVoldaan, toets.Uitkomst);
        Assert.Equal([new Waarde("aantal", "2"), new Waarde("zaken", "SLIM-1, SLIM-2")], toets.Waarden);
    }

    [Fact]
    public void Een_grond_die_de_versie_niet_voor_dit_soort_aanvrager_kent_is_niet_van_toepassing()
    {
        var versie = RegelbestandTests.Lees(
            "    artikel: 2.12, onderdeel b\n",
            "    artikel: 2.12, onderdeel b\n    aanvragertypen: [samenwerkingsverband]\n"
        );

        var nee = new Feiten { Oordelen = new Dictionary<string, bool> { [Grondcode.OnvoldoendeMeetbaar] = false } };

        var toets = Beoordeling.Van(versie, Zaak, nee).Toets(Grondcode.OnvoldoendeMeetbaar);

        Assert.Equal(
            (Toetsuitkomst.NietVanToepassing, "Deze regel geldt niet voor uw soort aanvrager. (artikel 2.12, onderdeel b)"),
            (toets.Uitkomst, toets.Uitleg)
        );
    }

    [Fact]
    public void Een_onbekend_soort_aanvrager_ziet_alleen_de_eisen_die_voor_iedereen_gelden()
    {
        var toetsen = Beoordeling.Van(Slim2026, Zaak with { Aanvragertype = Aanvragertype.Grootbedrijf }, Feiten.Geen).Toetsen;

        Assert.Equal(
            Eiscode.Alle.Where(c => Slim2026.Eisen.TryGetValue(c, out var eis) && eis.Aanvragertypen.Count == 2),
            toetsen.Take(toetsen.Count - Grondcode.Alle.Count).Select(t => t.Code)
        );
    }

    [Fact]
    public void Maximum_en_ruimte_samen_verlagen_en_een_mkb_onderneming_krijgt_geen_controleverklaring()
    {
        var berekening = Subsidieberekening.Bereken(Slim2026, MetExterneKosten(900_000.00m), deMinimisruimte: 10_000.00m);

        Assert.Equal((10_000.00m, true, 0m), (berekening.Subsidiebedrag, berekening.MaximumToegepast, berekening.Controleverklaring));
        Assert.Equal(
            [
                (24_999.00m, "Verlaagd van € 621.000,00 tot het maximum"),
                (10_000.00m, "Verlaagd van € 24.999,00 tot de ruimte onder het de-minimisplafond"),
            ],
            berekening.Regels.Where(r => r.Code is Postcode.Maximum or Postcode.DeMinimisruimte).Select(r => (r.Bedrag, r.Omschrijving))
        );
    }

    [Fact]
    public void Precies_het_maximumtarief_hoeft_niet_marktconform_te_blijken()
    {
        var plan = Met(new Activiteit(Activiteitsoort.A) { ExterneUren = [new(100m, 125.00m, Marktconform: true)] });

        var beoordeling = Beoordeling.Van(Versie("slim-2020"), plan, Feiten.Geen);

        Assert.Equal(Toetsuitkomst.NietVanToepassing, beoordeling.Toets(Eiscode.Marktconformiteit).Uitkomst);
        Assert.Equal("Activiteit A: externe adviseur, 100 uur à € 125,00", beoordeling.Berekening.Regels[0].Omschrijving);
    }

    [Fact]
    public void Kosten_die_niet_tellen_hoeven_niet_marktconform_te_blijken()
    {
        var plan = Met(
            new(Activiteitsoort.A) { OverigeExterneKosten = 10_000.00m },
            new(Activiteitsoort.B) { Trajecten = 1, OverigeExterneKosten = 60_000.00m }
        );

        Assert.Equal(
            Toetsuitkomst.NietVanToepassing,
            Beoordeling.Van(Slim2026, plan, Feiten.Geen).Toets(Eiscode.Marktconformiteit).Uitkomst
        );
        Assert.Equal(
            Toetsuitkomst.NietBeoordeeld,
            Beoordeling.Van(Versie("slim-2022"), plan, Feiten.Geen).Toets(Eiscode.Marktconformiteit).Uitkomst
        );
    }

    [Fact]
    public void Twee_te_grote_partijen_worden_allebei_genoemd()
    {
        var groot = Klein with { WerkzamePersonen = 300m };
        var plan = Verband(
            200_000.00m,
            Partij("10000001", 1m) with
            {
                Onderneming = groot,
            },
            Partij("10000002", 1m),
            Partij("10000003", 1m) with
            {
                Onderneming = groot,
            },
            Partij("10000004", 1m) with
            {
                Onderneming = null,
            }
        );

        Assert.Equal(
            [new Waarde("partijen", "10000001, 10000003")],
            Beoordeling.Van(Slim2026, plan, Feiten.Geen).Toets(Eiscode.PartijOmvang).Waarden
        );
    }

    [Fact]
    public void De_grens_van_een_sector_die_gelijk_is_aan_die_van_een_partij_noemt_de_partij()
    {
        var versie = Slim2026.Met([new("parameters", "maximum-wegvervoer-in-samenwerkingsverband", "199999.99", "BELEID", null)]);

        var regels = Subsidieberekening
            .Bereken(versie, Verband(900_000.00m, Partij("10000001", 1m, "4941"), Partij("10000002", 1m)))
            .Regels.Where(r => r.Code == Postcode.Partijgrens);

        Assert.All(regels, r => Assert.Equal("2.22, eerste lid", r.Artikel));
    }

    [Fact]
    public void Een_grens_van_nul_geeft_een_partij_niets_en_niet_minder()
    {
        var versie = Slim2026.Met([new("parameters", "grens-per-partij", "0", "BELEID", null)]);

        var berekening = Subsidieberekening.Bereken(versie, Verband(200_000.00m));

        Assert.Equal([0m, 0m, 0m], berekening.Delen.Select(d => d.Bedrag));
    }

    [Fact]
    public void Een_waarde_is_haar_naam_en_haar_tekst()
    {
        Waarde[] zelfde = [Waarde.Van("uren", 2.50m), new("uren", "2.50")];

        Assert.True(zelfde[0] == zelfde[1] && zelfde[0].Equals((object)zelfde[1]) && zelfde[0].GetHashCode() == zelfde[1].GetHashCode());
        Assert.True(zelfde[0] != new Waarde("uren", "2.5") && zelfde[0] != new Waarde("tarief", "2.50"));
        Assert.False(zelfde[0].Equals("2.50"));
    }

    [Fact]
    public void De_initiatiefperiode_volgt_het_soort_aanvrager() =>
        Assert.Equal(
            ["initiatiefperiode", "initiatiefperiode-samenwerkingsverband", "initiatiefperiode"],
            Aanvragertype.Alle.Select(Termijncode.Initiatiefperiode)
        );
}
