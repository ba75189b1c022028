using NodaTime;
using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Dossiers.Brieven;
using SlimRegeling.Dossiers.Sjablonen;
using SlimRegeling.Regels;
using static SlimRegeling.Dossiers.Tests.Zaken;

namespace SlimRegeling.Dossiers.Tests;

/// <summary>The letters while a project runs: on a change, on the second advance, and before a last day.</summary>
public sealed class ProjectbriefTests
{
    private static readonly LocalDate Later = new(2026, 8, 3);
    private static readonly WijzigingBeslotenBericht Uitstel = Briefsoorten.Zoek("wijzigingsbesluit")!.Voorbeeld.Wijziging!;

    [Fact]
    public void Wie_uitstel_krijgt_leest_de_oude_en_de_nieuwe_laatste_dag_en_waarom()
    {
        var brief = Lees(new() { Wijziging = Uitstel });
        Assert.All(
            (string[])["22 augustus 2026", "22 oktober 2026", "Daarom.", "2.13, vijfde lid", "€ 11.040,00", "versie 2", "Maak dan bezwaar"],
            stuk => Assert.Contains(stuk, brief, StringComparison.Ordinal)
        );
        Assert.DoesNotContain("niet goed", brief, StringComparison.Ordinal);
    }

    [Fact]
    public void Een_afwijzing_noemt_haar_grond_met_artikel_en_verandert_niets()
    {
        var brief = Lees(
            new()
            {
                Wijziging = Uitstel with
                {
                    Uitkomst = "afgewezen",
                    Grond = Wijzigingsgrond.EigenOorzaak,
                    Versienummer = null,
                    Bedrag = null,
                    PeriodeTot = null,
                    PeriodeTotWas = null,
                },
            }
        );
        Assert.Contains(Wijzigingsgrond.Titel(Wijzigingsgrond.EigenOorzaak), brief, StringComparison.Ordinal);
        Assert.Contains("2.13, vijfde lid", brief, StringComparison.Ordinal);
        Assert.DoesNotContain("22 oktober 2026", brief, StringComparison.Ordinal);
    }

    [Fact]
    public void Partijen_lezen_hun_deel_voor_en_na()
    {
        var brief = Lees(
            new()
            {
                Wijziging = Uitstel with
                {
                    Soort = Wijzigingssoort.PartijTreedtUit,
                    PartijenWas = new Dictionary<string, decimal>
                    {
                        [Kvk] = 5000.00m,
                        ["90003003"] = 4000.00m,
                        ["90003004"] = 2040.00m,
                    },
                    Partijen = new Dictionary<string, decimal> { [Kvk] = 5000.00m, ["90003003"] = 6040.00m },
                    Nu = null,
                },
            }
        );
        Assert.All(
            (string[])["€ 4.000,00", "€ 6.040,00", "90003004", "€ 2.040,00"],
            stuk => Assert.Contains(stuk, brief, StringComparison.Ordinal)
        );
        Assert.DoesNotContain("22 oktober 2026", brief, StringComparison.Ordinal);
    }

    /// <summary>What each activity weighs did not change, and is not said.</summary>
    [Fact]
    public void Wie_tussen_partijen_verschuift_leest_de_verdeling_en_geen_activiteiten()
    {
        var aandelen = new Dictionary<string, decimal> { ["C"] = 11_040.00m };
        var verdeeld = Uitstel with
        {
            Soort = Wijzigingssoort.Begroting,
            PartijenWas = new Dictionary<string, decimal> { [Kvk] = 7_000.00m, ["90003003"] = 4_040.00m },
            Partijen = new Dictionary<string, decimal> { [Kvk] = 6_000.00m, ["90003003"] = 5_040.00m },
            AandelenWas = aandelen,
            Aandelen = aandelen,
            Nu = null,
        };
        var brief = Lees(new() { Wijziging = verdeeld });
        Assert.All(
            (string[])["De verdeling over de partijen", "€ 7.000,00", "€ 6.000,00", "90003003", "€ 5.040,00", "2.11, vierde lid"],
            stuk => Assert.Contains(stuk, brief, StringComparison.Ordinal)
        );
        Assert.DoesNotContain("Zoveel weegt elke activiteit", brief, StringComparison.Ordinal);

        var tussenActiviteiten = Lees(new() { Wijziging = verdeeld with { Partijen = verdeeld.PartijenWas } });
        Assert.DoesNotContain("De verdeling over de partijen", tussenActiviteiten, StringComparison.Ordinal);
        Assert.Contains("Zoveel weegt elke activiteit", tussenActiviteiten, StringComparison.Ordinal);
    }

    [Fact]
    public void De_brief_eindigt_met_de_hele_verlening_zoals_zij_nu_is()
    {
        var nu = new Verleningsstand(
            141_000.00m,
            230_000.00m,
            35_250.00m,
            new(2025, 7, 4),
            new(2027, 10, 3),
            ["C"],
            Aanvragertype.Samenwerkingsverband,
            new Dictionary<string, decimal> { ["C"] = 138_000.00m },
            new Dictionary<string, decimal> { ["90003003"] = 49_350.00m, [Kvk] = 91_650.00m },
            Versienummer: 3,
            Posten: new Dictionary<string, IReadOnlyDictionary<string, decimal>>
            {
                ["C"] = new Dictionary<string, decimal> { ["directe-loonkosten"] = 74_250.00m },
            }
        );

        var brief = Lees(new() { Wijziging = Uitstel with { KvkNummer = Kvk, Nu = nu } });

        var einde = brief[brief.IndexOf("Zo is uw hele verlening nu. Dit is versie 3.", StringComparison.Ordinal)..];
        Assert.All(
            (string[])
                [
                    Getal.Euro(141_000.00m),
                    Getal.Euro(230_000.00m),
                    "60%",
                    Getal.Euro(35_250.00m),
                    "4 juli 2025 tot en met 3 oktober 2027",
                    $"weegt {Getal.Euro(138_000.00m)}",
                    $"Begroot in C voor eigen uren, zonder opslag\n{Getal.Euro(74_250.00m)}",
                    $"Deel van partij {Kvk} (hoofdaanvrager), ten hoogste\n{Getal.Euro(91_650.00m)}",
                    $"Deel van partij 90003003, ten hoogste\n{Getal.Euro(49_350.00m)}",
                ],
            stuk => Assert.Contains(stuk, einde, StringComparison.Ordinal)
        );
        Assert.DoesNotContain("Zo is uw hele verlening", Lees(new() { Wijziging = Uitstel with { Nu = null } }), StringComparison.Ordinal);
    }

    [Fact]
    public void Het_tweede_voorschot_noemt_beide_samen()
    {
        var brief = Lees(Briefsoorten.Zoek("voorschot")!.Voorbeeld);
        Assert.All(
            (string[])["€ 70.500,00", "€ 105.750,00", "2.18, tweede lid, onderdeel c", "3 augustus 2026"],
            stuk => Assert.Contains(stuk, brief, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Over_een_voornemen_zegt_de_herinnering_dat_reageren_nog_kan_en_niet_hoeft()
    {
        var voorbeeld = Briefsoorten.Zoek("herinnering")!.Voorbeeld.Herinnering!;
        var opdracht = BijZienswijzetermijnNadert.Opdracht(
            new(voorbeeld.Zaaknummer, voorbeeld.KvkNummer, $"{voorbeeld.Zaaknummer}-I1", voorbeeld.Dag, voorbeeld.Op)
        );
        Assert.Equal($"{Nummer}-herinnering-zienswijze-20260720", opdracht.Brief);
        var brief = Lees(opdracht);
        Assert.Contains("artikel 4:8 Awb", brief, StringComparison.Ordinal);
        Assert.Contains("Het hoeft niet.", brief, StringComparison.Ordinal);
        Assert.DoesNotContain("5.7", brief, StringComparison.Ordinal);
    }

    [Fact]
    public void Over_een_aanvraag_zegt_de_herinnering_dat_er_iets_ontbreekt()
    {
        var voorbeeld = Briefsoorten.Zoek("herinnering")!.Voorbeeld.Herinnering!;
        var opdracht = BijAanvullingstermijnNadert.Opdracht(new(voorbeeld.Zaaknummer, voorbeeld.KvkNummer, voorbeeld.Dag, voorbeeld.Op));
        var brief = Lees(opdracht);
        Assert.Contains("artikel 4:5 Awb", brief, StringComparison.Ordinal);
        Assert.DoesNotContain("5.7", brief, StringComparison.Ordinal);
    }

    [Fact]
    public void Elke_laatste_dag_heeft_zijn_eigen_herinnering()
    {
        var herinnering = Briefsoorten.Zoek("herinnering")!.Voorbeeld;
        Assert.Equal($"{Nummer}-herinnering-einde-periode-20260720", herinnering.Brief);
        Assert.Null(herinnering.Besluit);
        var brief = Lees(herinnering);
        Assert.Contains("20 juli 2026", brief, StringComparison.Ordinal);
        Assert.DoesNotContain("bezwaar", brief, StringComparison.Ordinal);
    }

    [Fact]
    public void Een_afwijzing_na_de_vaststelling_zegt_niet_dat_de_verlening_blijft()
    {
        var brief = Lees(
            new()
            {
                Wijziging = Uitstel with
                {
                    Uitkomst = "afgewezen",
                    Grond = Wijzigingsgrond.AlVastgesteld,
                    Versienummer = null,
                    Bedrag = null,
                    PeriodeTot = null,
                    PeriodeTotWas = null,
                },
            }
        );
        Assert.Contains("De subsidie is al vastgesteld", brief, StringComparison.Ordinal);
        Assert.Contains("artikel 4:42 Awb", brief, StringComparison.Ordinal);
        Assert.DoesNotContain("De verlening blijft zoals zij was", brief, StringComparison.Ordinal);
        Assert.DoesNotContain("Wat hetzelfde blijft", brief, StringComparison.Ordinal);
    }

    [Fact]
    public void Wie_de_vaststelling_niet_vroeg_leest_zijn_laatste_termijn_en_wat_daarna_kan()
    {
        var herinnering = Briefsoorten.Zoek("herinnering")!.Voorbeeld.Herinnering!;
        var brief = Lees(new() { Herinnering = herinnering with { Soort = "verantwoording-laatste-termijn" } });
        Assert.All(
            (string[])["20 juli 2026", "laatste termijn (artikel 4:44, derde lid, Awb)", "4:44, vierde lid, Awb", "ook nul"],
            stuk => Assert.Contains(stuk, brief, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Wie_zijn_voortgangsverslag_terugkrijgt_leest_tot_wanneer_het_opnieuw_kan()
    {
        var herinnering = Briefsoorten.Zoek("herinnering")!.Voorbeeld.Herinnering!;
        var brief = Lees(new() { Herinnering = herinnering with { Soort = "voortgangsverslag-terug" } });
        Assert.Contains("Stuur het verslag daar opnieuw, uiterlijk op die dag.", brief, StringComparison.Ordinal);
        Assert.DoesNotContain("eindigt de periode", brief, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("verantwoording-laatste-termijn", "31 augustus 2026")]
    [InlineData("voortgangsverslag-terug", "17 augustus 2026")]
    // A reminder gives no term: it tells of the day that there is.
    [InlineData("verantwoording-laatste-termijn-nadert", "20 juli 2026")]
    [InlineData("voortgangsverslag-terug-nadert", "20 juli 2026")]
    [InlineData("declaratie-aanvullen", "20 juli 2026")]
    public void Een_termijn_die_de_brief_geeft_telt_vanaf_de_dag_van_verzenden(string soort, string laatste)
    {
        var herinnering = Briefsoorten.Zoek("herinnering")!.Voorbeeld.Herinnering!;
        var brief = Lees(new() { Herinnering = herinnering with { Soort = soort } }, Later);
        Assert.Contains(laatste, brief, StringComparison.Ordinal);
        Assert.DoesNotContain("eindigt de periode", brief, StringComparison.Ordinal);
    }

    [Fact]
    public void Een_verzoek_om_bewijs_dat_later_uitgaat_geeft_een_latere_dag() =>
        Assert.Contains("31 augustus 2026", Lees(Briefsoorten.Zoek("bewijsverzoek")!.Voorbeeld, Later), StringComparison.Ordinal);

    [Fact]
    public void Wie_nog_niet_aanvulde_leest_wat_er_dan_gebeurt()
    {
        var herinnering = Briefsoorten.Zoek("herinnering")!.Voorbeeld.Herinnering!;
        Assert.Contains(
            "dan beoordelen wij de declaratie die wij hebben",
            Lees(new() { Herinnering = herinnering with { Soort = "declaratie-aanvullen" } }),
            StringComparison.Ordinal
        );
    }

    private static string Lees(Briefopdracht opdracht, LocalDate? dag = null)
    {
        var (onderwerp, blokken) = Briefsoorten
            .Van(opdracht)
            .Ingebouwd.Vul(new(opdracht, Regelboek.Versie("slim-2026"), dag ?? Dag, Wijziging: new Wijzigingsargument("Daarom.")));
        return string.Join('\n', blokken.SelectMany(Woorden).Prepend(onderwerp));
    }

    private static IEnumerable<string> Woorden(Briefblok blok) =>
        blok switch
        {
            Alinea alinea => [alinea.Tekst],
            Kop kop => [kop.Tekst],
            Opsomming opsomming => opsomming.Punten,
            Tabel tabel => tabel.Rijen.Prepend(tabel.Koppen).SelectMany(rij => rij),
            _ => [],
        };
}
