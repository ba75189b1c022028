using SlimRegeling.Berichten.Aanvragen;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Regels;
using SlimRegeling.Regelstand;
using static SlimRegeling.Aanvragen.Tests.Typezaken;
using static SlimRegeling.Aanvragen.Tests.Voorbeelden;

namespace SlimRegeling.Aanvragen.Tests;

/// <summary>What a form of a partnership or grootbedrijf must hold, and what may be completed afterwards.</summary>
public class PartijenTests
{
    [Fact]
    public void Wie_een_keer_mag_vragen_zijn_de_mkb_ondernemingen_en_niet_de_andere_partijen()
    {
        var bericht = Assert.IsType<AanvraagIngediendBericht>(
            Assert.Single(Uitgaand.Berichten(Zaak, DienIn(Swv2025, Samenwerking, Hoofd).Gebeurde<AanvraagIngediend>()))
        );

        Assert.Equal("samenwerkingsverband", bericht.Aanvragertype);
        Assert.Equal([Hoofd, Tweede], bericht.Partijen);
        Assert.Equal(["39999999"], bericht.Verbonden);
        var perPartij = Assert.Single(bericht.VerbondenPerPartij!);
        Assert.Equal((Hoofd, "39999999"), (perPartij.Key, Assert.Single(perPartij.Value)));
    }

    public static TheoryData<string> Uitgezonderd => [.. Partijsoort.Alle.Where(soort => soort != Partijsoort.MkbOnderneming)];

    [Theory]
    [MemberData(nameof(Uitgezonderd))]
    public void Wie_is_uitgezonderd_mag_als_hoofdaanvrager_vaker_vragen(string soort)
    {
        var andere = Samenwerking
            .Met(0, p => p with { Rol = Deelnemergegevens.Partij })
            .Met(2, p => p with { Rol = Deelnemergegevens.Hoofdaanvrager, Type = soort });

        Assert.Equal([Hoofd, Tweede], DienIn(Swv2025, andere, Branche).Gebeurde<AanvraagIngediend>().Partijen);
        Met(andere, Branche, Branche).Gebeurde<AanvraagIngediend>();
        Met(andere, Branche, Hoofd).Geweigerd("al-aangevraagd");
    }

    [Theory]
    [MemberData(nameof(Uitgezonderd))]
    public void Wie_is_uitgezonderd_en_al_meedoet_staat_niet_in_de_weg_en_een_mkb_onderneming_wel(string soort)
    {
        var formulier = Samenwerking.Met(3, p => p with { Type = soort });

        Met(formulier, Hoofd, School).Gebeurde<AanvraagIngediend>();
        Met(formulier, Hoofd, Tweede).Geweigerd("al-aangevraagd");
    }

    /// <summary>Submits while someone takes part in another application of the window already.</summary>
    private static Beslissing Met(Formulier formulier, string aanvrager, string doetMee) =>
        Indienen.Beslis(
            Concept(Swv2025, formulier, aanvrager),
            Swv2025,
            new Deurstand(null, [new Deurstand.Deelname(doetMee, "SLIM-ANDERE", "30000009")]),
            () => Bewaard,
            Regelstanden.Ongewijzigd,
            Swv2025.Opent
        );

    [Fact]
    public void Alleen_de_hoofdaanvrager_dient_in()
    {
        var fout = Assert.Single(DienIn(Swv2025, Samenwerking, Tweede).Geweigerd("onjuiste-invoer").Fouten);

        Assert.Equal(("partijen[0].kvkNummer", "artikel 2.21"), (fout.Veld, fout.Artikel));
    }

    [Fact]
    public void De_aandelen_zijn_samen_precies_de_kosten()
    {
        var fout = Assert.Single(
            DienIn(Swv2025, Samenwerking.Met(3, p => p with { AandeelKosten = 30_000.01m }), Hoofd).Geweigerd("onjuiste-invoer").Fouten
        );

        Assert.Equal("partijen", fout.Veld);
        Assert.Contains("€ 200.000,00", fout.Uitleg, StringComparison.Ordinal);
    }

    [Fact]
    public void Wat_bij_een_andere_soort_aanvrager_hoort_wordt_geweigerd()
    {
        var beide = Samenwerking with { Onderneming = Declaratie.Onderneming };

        Assert.Equal("onderneming", Assert.Single(DienIn(Swv2025, beide, Hoofd).Geweigerd("onjuiste-invoer").Fouten).Veld);
        Assert.Equal(
            "partijen",
            Assert
                .Single(
                    DienIn(Mkb2024, Declaratie with { Partijen = Samenwerking.Partijen }, KvkNummer).Geweigerd("onjuiste-invoer").Fouten
                )
                .Veld
        );
        Assert.Contains(DienIn(Swv2025, Declaratie, Hoofd).Geweigerd("onjuiste-invoer").Fouten, f => f.Veld == "partijen");
    }

    [Fact]
    public void Elke_fout_in_een_partij_wordt_genoemd()
    {
        var fout = Samenwerking.Met(
            1,
            p =>
                p with
                {
                    KvkNummer = Hoofd,
                    Rol = "penvoerder",
                    Type = "stichting",
                    AandeelKosten = -1m,
                    SbiCodes = ["1"],
                    VerbondenMet = ["x"],
                    Verklaringen = new Partijverklaringen(DeMinimis: new DeMinimisverklaring(Steunsoort.Ontvangen)),
                }
        );

        Assert.Equal(
            [
                "partijen[1].kvkNummer",
                "partijen[1].rol",
                "partijen[1].type",
                "partijen[1].aandeelKosten",
                "partijen[1].sbiCodes[0]",
                "partijen[1].verbondenMet[0]",
                "partijen[1].verklaringen.deMinimis.bedrag",
            ],
            Formuliercontrole.Fouten(fout).Select(f => f.Veld)
        );
        Assert.Equal(
            ["partijen", "partijen[1].werkzamePersonen"],
            Formuliercontrole
                .Ontbrekend(
                    Samenwerking.Met(0, p => p with { Rol = Deelnemergegevens.Partij }).Met(1, p => p with { WerkzamePersonen = null }),
                    Regelboek.Versie(Swv2025.Regelversie),
                    Swv2025.Aanvragertype,
                    Hoofd
                )
                .Select(f => f.Veld)
        );
    }

    [Fact]
    public void Verbonden_ondernemingen_tellen_mee_in_de_grootte()
    {
        var band = new Verbandgegevens
        {
            Soort = Bandgegevens.Verbonden,
            KvkNummer = "40000002",
            Percentage = 100m,
            WerkzamePersonen = 45m,
            Jaaromzet = 1_000_000.00m,
            Balanstotaal = 1_000_000.00m,
        };
        var groter = Declaratie with
        {
            Onderneming = Declaratie.Onderneming! with { VerbondenOndernemingen = [band], VerbondenMet = ["40000001"] },
        };

        var ingediend = DienIn(Mkb2024, groter).Gebeurde<AanvraagIngediend>();

        // 57 fte: middelgroot, 60% of 11,500.
        Assert.Equal(6_900.00m, ingediend.Gevraagd);
        Assert.Equal(["40000001", "40000002"], ingediend.Verbonden);
        Assert.Null(ingediend.VerbondenPerPartij);
        Assert.Equal(
            "onderneming.verbondenOndernemingen[0].percentage",
            Assert
                .Single(
                    Formuliercontrole.Fouten(
                        groter with
                        {
                            Onderneming = groter.Onderneming with { VerbondenOndernemingen = [band with { Percentage = 101m }] },
                        }
                    )
                )
                .Veld
        );
    }

    [Fact]
    public void Van_een_verbonden_onderneming_is_het_KVK_nummer_nodig_of_in_het_buitenland_de_naam()
    {
        Formulier Met(Verbandgegevens band) =>
            Declaratie with
            {
                Onderneming = Declaratie.Onderneming! with { VerbondenOndernemingen = [band] },
            };
        var moeder = new Verbandgegevens
        {
            Soort = Bandgegevens.Verbonden,
            Percentage = 60m,
            WerkzamePersonen = 1m,
            Jaaromzet = 1.00m,
            Balanstotaal = 1.00m,
        };

        var kvk = Assert.Single(DienIn(Mkb2024, Met(moeder)).Geweigerd("onjuiste-invoer").Fouten);
        Assert.Equal(("onderneming.verbondenOndernemingen[0].kvkNummer", "artikel 2.8, vierde lid"), (kvk.Veld, kvk.Artikel));
        Assert.Contains("buitenlands", kvk.Uitleg, StringComparison.Ordinal);
        // Above 50% it is linked, whatever it is called.
        Assert.Equal(
            kvk.Veld,
            Assert.Single(DienIn(Mkb2024, Met(moeder with { Soort = Bandgegevens.Partner })).Geweigerd("onjuiste-invoer").Fouten).Veld
        );
        var naam = Assert.Single(DienIn(Mkb2024, Met(moeder with { Buitenlands = true, Naam = " " })).Geweigerd("onjuiste-invoer").Fouten);
        Assert.Equal("onderneming.verbondenOndernemingen[0].naam", naam.Veld);
        Assert.Contains(
            DienIn(Mkb2024, Met(moeder with { KvkNummer = "1" })).Geweigerd("onjuiste-invoer").Fouten,
            f => f.Veld == "onderneming.verbondenOndernemingen[0].kvkNummer"
        );

        Assert.Equal(["40000002"], DienIn(Mkb2024, Met(moeder with { KvkNummer = "40000002" })).Gebeurde<AanvraagIngediend>().Verbonden);
        Assert.Empty(
            DienIn(Mkb2024, Met(moeder with { Buitenlands = true, Naam = "Nordic Tools AB" })).Gebeurde<AanvraagIngediend>().Verbonden!
        );
        var partner = moeder with { Soort = Bandgegevens.Partner, Percentage = 50m };
        Assert.Empty(DienIn(Mkb2024, Met(partner)).Gebeurde<AanvraagIngediend>().Verbonden!);
        Assert.Empty(DienIn(Mkb2024, Met(partner with { KvkNummer = "40000002" })).Gebeurde<AanvraagIngediend>().Verbonden!);
    }

    [Fact]
    public void Verklaringen_die_ontbreken_houden_niemand_tegen_en_staan_op_het_bewijs()
    {
        Assert.Null(Ontbreekt(Groot2024, Hotel));
        Assert.Equal(["de-minimisverklaring"], Ontbreekt(Groot2024, Hotel with { Verklaringen = new Verklaringen(Waarheid: true) }));
        Assert.Equal(
            ["de-minimisverklaring", "mkb-verklaring"],
            Ontbreekt(Mkb2024, Declaratie with { Verklaringen = new Verklaringen(Waarheid: true) })
        );
        Assert.Equal(
            ["mkb-verklaring"],
            Ontbreekt(Mkb2024, Declaratie with { Verklaringen = Declaratie.Verklaringen! with { Mkb = false } })
        );
        Assert.Null(Ontbreekt(Swv2025, Samenwerking, Hoofd));
        Assert.Equal(["de-minimisverklaring"], Ontbreekt(Swv2025, Samenwerking.Met(3, p => p with { Verklaringen = null }), Hoofd));
        // What the hoofdaanvrager declares may stand with the form itself.
        Assert.Null(
            Ontbreekt(
                Swv2025,
                Samenwerking.Met(0, p => p with { Verklaringen = null }) with
                {
                    Verklaringen = Declaratie.Verklaringen,
                },
                Hoofd
            )
        );
    }

    [Fact]
    public void Zonder_verklaring_stelt_de_beoordeling_voor_om_af_te_wijzen()
    {
        var zonder = Hotel with { Verklaringen = new Verklaringen(Waarheid: true) };
        var ingediend = DienIn(Groot2024, zonder).Gebeurde<AanvraagIngediend>();
        // The window hears it, because it decides on its place.
        var bericht = Assert.IsType<AanvraagIngediendBericht>(Assert.Single(Uitgaand.Berichten(Zaak, ingediend)));
        Assert.Equal(["de-minimisverklaring"], bericht.Ontbreekt);

        var beoordeeld = Beoordeel(Groot2024, Klaar(Groot2024, zonder), zonder);

        Assert.Equal(Voorstel.Afwijzen, beoordeeld.Voorstel);
        Assert.Equal([Grondcode.VerklaringOntbreekt], beoordeeld.Gronden);
    }

    private static IReadOnlyList<string>? Ontbreekt(Aanvraagtijdvak tijdvak, Formulier formulier, string kvkNummer = KvkNummer) =>
        DienIn(tijdvak, formulier, kvkNummer).Gebeurde<AanvraagIngediend>().Ontbreekt;
}
