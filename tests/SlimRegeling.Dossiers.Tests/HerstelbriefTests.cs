using NodaTime;
using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Dossiers.Brieven;
using SlimRegeling.Dossiers.Sjablonen;
using SlimRegeling.Dossiers.Teksten;
using SlimRegeling.Regels;
using static SlimRegeling.Dossiers.Tests.Zaken;

namespace SlimRegeling.Dossiers.Tests;

/// <summary>The letter that mends a mistake: which decision, what was wrong, what it is now, and until when one can object.</summary>
public sealed class HerstelbriefTests
{
    private static readonly HerstelbesluitGenomenBericht Hersteld = new(
        Nummer,
        Kvk,
        "slim-2026",
        Nummer + "-H1",
        Nummer + "-V1",
        new LocalDate(2026, 6, 15),
        "verlening",
        Dag,
        Guid.Empty,
        "hash",
        ["bo-2", "mo-2"],
        Nu
    );

    private static readonly string[] Altijd =
    [
        "Ons kenmerk: SLIM-000000000A-H1",
        "In ons besluit SLIM-000000000A-V1 van 15 juni 2026 staat een fout.",
        "Op 22 juni 2026 hebben wij besloten die te herstellen.",
        "De naam klopt niet.",
        "Het is Bouwbedrijf.",
        "Maak dan bezwaar",
        "tot en met 3 augustus 2026",
        "noem het kenmerk SLIM-000000000A-H1",
    ];

    [Fact]
    public void Een_fout_in_de_tekst_verandert_geen_bedrag()
    {
        var brief = Lees(Hersteld, [.. Altijd, "Aan wat wij besloten, en aan het bedrag, verandert niets."]);
        Assert.DoesNotContain("€", brief, StringComparison.Ordinal);
    }

    [Fact]
    public void Een_hoger_bedrag_noemt_wat_het_was_en_wordt_en_het_voorschot() =>
        Lees(
            Toegekend("wijzigen", 9840.00m),
            [.. Altijd, "€ 9.840,00", "€ 11.040,00", "€ 18.400,00", "Het voorschot is in totaal € 5.520,00", "de-minimissteun"]
        );

    [Fact]
    public void Een_samenwerkingsverband_leest_de_nieuwe_verdeling() =>
        Lees(
            Toegekend("wijzigen", 9840.00m) with
            {
                Aanvragertype = "samenwerkingsverband",
                Partijen = new Dictionary<string, decimal> { [Kvk] = 6040.00m, ["87654321"] = 5000.00m },
            },
            ["(hoofdaanvrager)", "€ 6.040,00", "87654321", "€ 5.000,00"]
        );

    [Fact]
    public void Wie_alsnog_subsidie_krijgt_leest_alles_wat_in_een_verlening_staat() =>
        Lees(
            Toegekend("verlenen", 0.00m),
            [.. Altijd, "€ 11.040,00", "2.13, eerste en derde lid", "2.18, tweede lid, onderdeel a", "Hoe u de subsidie verantwoordt"]
        );

    [Fact]
    public void Wat_niet_werd_behandeld_en_alsnog_is_afgewezen_noemt_de_gronden()
    {
        var versie = Regelboek.Versie("slim-2026");
        Lees(
            Hersteld with
            {
                Soort = "afwijzing",
                Gevolg = "afwijzen",
                Gronden = [Grondcode.OnvoldoendeMeetbaar],
            },
            [.. Altijd, versie.Grond(Grondcode.OnvoldoendeMeetbaar).Titel, versie.Stap(Stapcode.AanvraagAfgewezen).Artikel]
        );
    }

    [Fact]
    public void De_vaststelling_die_erop_volgt_noemt_de_fout_en_geen_bezwaar()
    {
        var vastgesteld = Vastgesteld with
        {
            Besluit = Nummer + "-S2",
            Voorschotten = 11040.00m,
            NogTeBetalen = 0.00m,
            Vervangt = Nummer + "-S1",
            Bezwaarbesluit = Nummer + "-H1",
            EerderVastgesteld = 9840.00m,
            Herstel = true,
        };
        var brief = Lees(
            new Briefopdracht { Vaststelling = vastgesteld },
            [
                "Dit besluit volgt op ons besluit SLIM-000000000A-H1, waarmee wij een fout herstelden.",
                "Het komt in de plaats van ons besluit SLIM-000000000A-S1. Daarin stelden wij de subsidie vast op € 9.840,00.",
                "Al toegekend, met voorschot en eerdere vaststelling",
                "Er komt niets bij.",
            ]
        );
        Assert.DoesNotContain("7:11", brief, StringComparison.Ordinal);
        Assert.DoesNotContain("beslissing op bezwaar", brief, StringComparison.Ordinal);
    }

    [Fact]
    public void Elk_herstelbesluit_heeft_zijn_eigen_brief_en_e_mail()
    {
        Briefopdracht opdracht = new() { Herstel = Hersteld };
        Assert.Equal($"{Nummer}-H1-herstelbesluit", opdracht.Brief);
        Assert.Equal("H1-herstelbesluit", opdracht.Emailkenmerk);
        Assert.Equal($"{Nummer}-H1", opdracht.Kenmerk);
    }

    private static HerstelbesluitGenomenBericht Toegekend(string gevolg, decimal was) =>
        Hersteld with
        {
            Gevolg = gevolg,
            Tijdvak = "2026-04-mkb",
            SubsidiabeleKosten = 18400.00m,
            Bedrag = 11040.00m,
            Was = was,
            Voorschot = 5520.00m,
            PeriodeVan = new LocalDate(2026, 6, 23),
            PeriodeTot = new LocalDate(2027, 6, 22),
            Verantwoording = "ambtshalve",
            Activiteiten = ["A", "C"],
        };

    private static string Lees(HerstelbesluitGenomenBericht bericht, IEnumerable<string> zinnen) =>
        Lees(new Briefopdracht { Herstel = bericht }, zinnen);

    private static string Lees(Briefopdracht opdracht, IEnumerable<string> zinnen)
    {
        Briefgeval geval = new(
            opdracht,
            Regelboek.Versie("slim-2026"),
            Dag,
            Hersteltekst: new Hersteltekst("De naam klopt niet.", "Het is Bouwbedrijf.")
        );
        var tekst = Brieflezing.Lees(geval);
        Assert.All(zinnen, zin => Assert.Contains(zin, tekst, StringComparison.Ordinal));
        return tekst;
    }
}
