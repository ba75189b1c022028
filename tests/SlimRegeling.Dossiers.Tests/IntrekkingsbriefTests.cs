using NodaTime;
using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Dossiers.Brieven;
using SlimRegeling.Dossiers.Sjablonen;
using SlimRegeling.Dossiers.Teksten;
using SlimRegeling.Regels;
using static SlimRegeling.Dossiers.Tests.Zaken;

namespace SlimRegeling.Dossiers.Tests;

/// <summary>The letters of a withdrawal: what is meant and until when one can say what one thinks of it, and what was decided and is claimed back.</summary>
public sealed class IntrekkingsbriefTests
{
    private const string Intrekking = Nummer + "-I1";

    private static readonly Intrekkingstekst Tekst = new(
        "De methode is er niet.",
        "Dit is niet te hard voor u.",
        Reactie: "Later kan niet meer."
    );

    private static readonly IntrekkingVoorgenomenBericht Voorgenomen = new(
        Nummer,
        Kvk,
        "slim-2026",
        Intrekking,
        Nummer + "-V1",
        "verlening",
        Intrekkingsgrondcode.NietBesteed,
        4000.00m,
        11040.00m,
        Guid.Empty,
        "hash",
        Dag.PlusWeeks(13),
        Nu
    );

    private static readonly VerleningIngetrokkenBericht Ingetrokken = new(
        Nummer,
        "2026-04-mkb",
        Kvk,
        "slim-2026",
        Intrekking,
        Nummer + "-V1",
        "verlening",
        Dag,
        Intrekkingsgrondcode.NietBesteed,
        4000.00m,
        11040.00m,
        4000.00m,
        5520.00m,
        1520.00m,
        new LocalDate(2026, 6, 1),
        Guid.Empty,
        "hash",
        ["bo", "mo"],
        Nu
    );

    [Fact]
    public void Het_voornemen_noemt_de_grond_het_bedrag_en_tot_wanneer_men_kan_reageren() =>
        Lees(
            new Briefopdracht { Intrekkingsvoornemen = Voorgenomen },
            [
                "Ons kenmerk: SLIM-000000000A-I1",
                "Wij willen uw subsidie verlagen",
                "2.25, eerste lid, onderdeel a",
                "€ 11.040,00",
                "€ 4.000,00",
                "De methode is er niet.",
                "Dit is niet te hard voor u.",
                "uiterlijk op 6 juli 2026",
                "artikel 4:8, eerste lid, Awb",
                "tot en met 21 september 2026",
                "Dat is nog geen besluit.",
            ]
        );

    [Fact]
    public void Wie_niet_wordt_gehoord_leest_waarom_en_dat_wij_niet_betalen_tenzij_hij_het_niet_mag_weten()
    {
        var bericht = Voorgenomen with { NietGehoord = "spoed" };
        var brief = Lees(
            new Briefopdracht { Intrekkingsvoornemen = bericht },
            ["Dat is nog geen besluit.", "U kunt nu niet reageren", "Het kon niet wachten.", "tot en met 21 september 2026"],
            Tekst with
            {
                NietGehoord = "Het kon niet wachten.",
                Reactie = null,
            }
        );
        Assert.DoesNotContain("Vertel ons uiterlijk", brief, StringComparison.Ordinal);
        Assert.True(BijIntrekkingVoorgenomen.WordtVerteld(Voorgenomen));
        Assert.True(BijIntrekkingVoorgenomen.WordtVerteld(bericht));
        Assert.False(BijIntrekkingVoorgenomen.WordtVerteld(Voorgenomen with { NietGehoord = "doel" }));
    }

    [Fact]
    public void Het_besluit_noemt_wat_wordt_teruggevorderd_en_hoe_men_bezwaar_maakt() =>
        Lees(
            new Briefopdracht { Intrekking = Ingetrokken },
            [
                "Wij hebben op 22 juni 2026 besloten",
                "Zij is nu ten hoogste € 4.000,00.",
                "(artikel 4:48, tweede lid, Awb)",
                "Later kan niet meer.",
                "Wij hebben u € 5.520,00 betaald. Daarvan vorderen wij € 1.520,00 terug (artikel 4:57 Awb).",
                "Daar komt de wettelijke rente bij (artikel 2.25, derde en vierde lid).",
                "Wij kunnen ook de kosten van het terugvorderen vragen (artikel 1.8 Kaderregeling).",
                "tot en met 3 augustus 2026",
                "noem het kenmerk SLIM-000000000A-I1",
            ]
        );

    [Theory]
    [InlineData("slim-2024", "vaststelling", "Wij kunnen ook de wettelijke rente en de kosten van het terugvorderen vragen")]
    [InlineData("slim-2025", "vaststelling", "Daar komt de wettelijke rente bij (artikel 2.25, derde lid).")]
    [InlineData("slim-2026", "verlening", "Daar komt de wettelijke rente bij (artikel 2.25, derde en vierde lid).")]
    public void De_wettelijke_rente_volgt_het_artikel_van_de_versie(string versie, string soort, string zin)
    {
        var bericht = Ingetrokken with { Regelversie = versie, Soort = soort };

        var brief = Brieflezing.Lees(
            new(new Briefopdracht { Intrekking = bericht }, Regelboek.Versie(versie), Dag, Intrekkingstekst: Tekst)
        );

        Assert.Contains(zin, brief, StringComparison.Ordinal);
        Assert.Contains("artikel 1.8 Kaderregeling", brief, StringComparison.Ordinal);
    }

    [Fact]
    public void Alles_intrekken_na_de_vaststelling_zonder_horen_en_vanaf_een_dag_leest_anders()
    {
        var bericht = Ingetrokken with
        {
            Soort = "vaststelling",
            Wijzigt = Nummer + "-S1",
            Grond = Intrekkingsgrondcode.NieuweFeiten,
            Bedrag = 0.00m,
            VastgesteldWas = 9000.00m,
            Terugvordering = 0.00m,
            Vanaf = new LocalDate(2026, 6, 10),
            NietGehoord = "spoed",
        };
        var brief = Lees(
            new Briefopdracht { Intrekking = bericht },
            [
                "helemaal in te trekken",
                "4:49, eerste lid, onderdeel a, Awb",
                "€ 9.000,00",
                "U krijgt geen subsidie meer.",
                "Dit geldt vanaf 10 juni 2026.",
                "Het kon niet wachten.",
                "U hoeft niets terug te betalen",
            ],
            Tekst with
            {
                NietGehoord = "Het kon niet wachten.",
                Reactie = null,
            }
        );
        Assert.DoesNotContain("Uw reactie", brief, StringComparison.Ordinal);
    }

    [Fact]
    public void Een_samenwerkingsverband_leest_wat_elke_partij_krijgt() =>
        Lees(
            new Briefopdracht
            {
                Intrekking = Ingetrokken with
                {
                    Partijen = new Dictionary<string, decimal> { [Kvk] = 3000.00m, ["87654321"] = 1000.00m },
                },
            },
            ["€ 3.000,00", "87654321", "€ 1.000,00"]
        );

    [Fact]
    public void Elk_voornemen_en_besluit_heeft_zijn_eigen_brief()
    {
        Assert.Equal($"{Intrekking}-intrekking-voornemen", new Briefopdracht { Intrekkingsvoornemen = Voorgenomen }.Brief);
        Assert.Null(new Briefopdracht { Intrekkingsvoornemen = Voorgenomen }.Besluit);
        Assert.Equal($"{Intrekking}-intrekking", new Briefopdracht { Intrekking = Ingetrokken }.Brief);
        Assert.Equal(Intrekking, new Briefopdracht { Intrekking = Ingetrokken }.Besluit);
    }

    private static string Lees(Briefopdracht opdracht, IEnumerable<string> zinnen, Intrekkingstekst? tekst = null)
    {
        Briefgeval geval = new(opdracht, Regelboek.Versie("slim-2026"), Dag, Intrekkingstekst: tekst ?? Tekst);
        var gelezen = Brieflezing.Lees(geval);
        Assert.All(zinnen, zin => Assert.Contains(zin, gelezen, StringComparison.Ordinal));
        return gelezen;
    }
}
