using SlimRegeling.Platform.Stromen;
using SlimRegeling.Regels;
using static SlimRegeling.Aanvragen.Tests.Voorbeelden;

namespace SlimRegeling.Aanvragen.Tests;

public class ConceptTests
{
    private static readonly Partijgegevens Partij = new()
    {
        KvkNummer = KvkNummer,
        Rol = Deelnemergegevens.Hoofdaanvrager,
        Type = Partijsoort.MkbOnderneming,
        AandeelKosten = 1m,
    };

    [Fact]
    public void Een_concept_mag_onaf_zijn() => Assert.Null(ConceptOpslaan.Weiger(Ingevuld, new Formulier(), null));

    [Fact]
    public void Alle_fouten_komen_tegelijk()
    {
        var fout = Compleet with
        {
            Onderneming = new Ondernemingsgegevens(1m, -1m, -2m, ["43.21"]),
            Activiteiten =
            [
                new Activiteitgegevens("X"),
                new Activiteitgegevens("D", OverigeExterneKosten: 1m, Trajecten: -1),
                new Activiteitgegevens("A", [new EigenUrenregel(1m, -1m)], [new ExterneUrenregel(1m, -1m)], -1m, 3),
            ],
            Verklaringen = new Verklaringen(true, new DeMinimisverklaring(Steunsoort.Ontvangen), true),
        };

        Assert.Equal(
            [
                "onderneming.jaaromzet",
                "onderneming.balanstotaal",
                "onderneming.sbiCodes[0]",
                "activiteiten[0].soort",
                "activiteiten[1].overigeExterneKosten",
                "activiteiten[1].trajecten",
                "activiteiten[2].eigenUren[0].brutojaarloon",
                "activiteiten[2].externeUren[0].uurtarief",
                "activiteiten[2].overigeExterneKosten",
                "activiteiten[2].trajecten",
                "verklaringen.deMinimis.bedrag",
            ],
            Formuliercontrole.Fouten(fout).Select(f => f.Veld)
        );
    }

    [Fact]
    public void Na_indiening_is_het_concept_dicht()
    {
        var ontvangen = Ingevuld with { Ontvangen = new Ontvangstbewijs(Zaak, Binnen, 11_040.00m) };

        Assert.Equal("al-ingediend", ConceptOpslaan.Weiger(ontvangen, Compleet, null)?.Code);
    }

    [Fact]
    public void Wie_een_oude_versie_zag_overschrijft_niets()
    {
        Assert.Equal(412, ConceptOpslaan.Weiger(Ingevuld with { Version = 3 }, Compleet, 2)?.Status);
        Assert.Null(ConceptOpslaan.Weiger(Ingevuld with { Version = 3 }, Compleet, 3));
    }

    [Fact]
    public void Een_eerder_formulier_gaat_mee_zonder_zijn_verklaringen()
    {
        var nieuw = Overnemen.Formulier(Compleet);

        Assert.Equal(Compleet with { Verklaringen = null }, nieuw);
        var niet = Overnemen.PastNiet(Compleet, Tijdvak, Regelboek.Versie("slim-2026"));
        Assert.Equal("verklaringen", Assert.Single(niet).Veld);
        Assert.Empty(Overnemen.PastNiet(new Formulier(), Tijdvak, Regelboek.Versie("slim-2026")));
        var verklaard = Partij with { Verklaringen = new Partijverklaringen(true) };
        Assert.Equal(Partij, Assert.Single(Overnemen.Formulier(new Formulier(Partijen: [verklaard])).Partijen!));
    }

    [Fact]
    public void Wat_de_regels_van_het_nieuwe_tijdvak_niet_kennen_wordt_genoemd()
    {
        var nieuw = Regelboek.Versie("slim-2026");
        IReadOnlyList<Fout> Niet(Formulier eerder, string type = Aanvragertype.MkbOnderneming) =>
            Overnemen.PastNiet(eerder with { Verklaringen = null }, Tijdvak with { Aanvragertype = type }, nieuw);

        var oud = Compleet with
        {
            Activiteiten =
            [
                new Activiteitgegevens("D", Praktijkleerplaatsen: 2),
                new Activiteitgegevens("B", ExterneUren: [new ExterneUrenregel(40m, 100m)]),
            ],
        };
        Assert.Equal(["activiteiten[0].soort", "activiteiten[1].trajecten"], Niet(oud).Select(f => f.Veld));
        Assert.All(Niet(oud), f => Assert.NotNull(f.Artikel));
        Assert.Equal("onderneming", Assert.Single(Niet(Compleet, Aanvragertype.Samenwerkingsverband)).Veld);
        Assert.Equal("partijen", Assert.Single(Niet(new Formulier(Partijen: [Partij]))).Veld);
        // Granted in 2024 as a grootbedrijf; now nobody that large can ask.
        var groot = Compleet with
        {
            Onderneming = Compleet.Onderneming! with { WerkzamePersonen = 300m },
        };
        Assert.Contains(Niet(groot), f => f.Veld == "onderneming" && f.Uitleg.Contains("groot", StringComparison.Ordinal));
    }

    [Fact]
    public void Een_concept_kan_vanaf_de_registratie_tot_de_sluiting()
    {
        var vanaf = Opent - NodaTime.Duration.FromDays(14);
        var metRegistratie = Tijdvak with { RegistratieVanaf = vanaf };
        Assert.Null(Beginnen.Weiger(KvkNummer, Tijdvak.Id, metRegistratie, vanaf));
        var vroeg = Beginnen.Weiger(KvkNummer, Tijdvak.Id, metRegistratie, vanaf - NodaTime.Duration.Epsilon);
        Assert.Equal("registratie-nog-niet-open", vroeg?.Code);
        Assert.Contains("24-3-2026 om 08.00 uur", vroeg?.Uitleg, StringComparison.Ordinal);
        // Of a window from before it was told.
        Assert.Null(Beginnen.Weiger(KvkNummer, Tijdvak.Id, Tijdvak, Opent - NodaTime.Duration.FromDays(14)));
        Assert.Equal("tijdvak-gesloten", Beginnen.Weiger(KvkNummer, Tijdvak.Id, Tijdvak, Sluit)?.Code);
        Assert.Equal(422, Beginnen.Weiger(KvkNummer, "2031-01", null, Binnen)?.Status);
        Assert.Equal(403, Beginnen.Weiger(null, Tijdvak.Id, Tijdvak, Binnen)?.Status);
    }
}
