using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Dossiers.Brieven;
using SlimRegeling.Dossiers.Sjablonen;
using SlimRegeling.Dossiers.Teksten;
using SlimRegeling.Regels;
using static SlimRegeling.Dossiers.Tests.Zaken;

namespace SlimRegeling.Dossiers.Tests;

/// <summary>The reasons of a decision stand in the letter itself (3:46, 3:47 Awb), and it sends nobody elsewhere for them.</summary>
public sealed class OnderbouwdTests
{
    private const string Meetbaar = Grondcode.OnvoldoendeMeetbaar;
    private const string Berekend =
        "Zo hebben wij dit berekend: Onderdeel van de berekening Artikel Bedrag Externe kosten 2.14 € 10.000,00";

    private static readonly Onderbouwing Waarom = new(
        [
            new(Meetbaar, "nietVoldaan", "Niet meetbaar.", "U noemt geen moment van meten."),
            new("minimum-kosten", "nietVoldaan", "Uw kosten zijn te laag (artikel 2.4)."),
            new("mkb-omvang", "voldaan", "Uw onderneming is klein."),
        ],
        [new("Externe kosten", 10000.00m, "2.14")]
    );

    [Fact]
    public void De_vaststelling_noemt_van_elke_activiteit_het_oordeel_en_waarom()
    {
        Briefopdracht opdracht = new() { Vaststelling = Vastgesteld with { Vastgesteld = 5000.00m } };

        var tekst = Lees(
            new(
                opdracht,
                Regelboek.Versie("slim-2026"),
                Dag,
                Oordelen: new([new("A", true, "Het plan is er."), new("C", false, "Wij zagen geen methode.")])
            )
        );

        Assert.Contains("Ons oordeel per activiteit", tekst, StringComparison.Ordinal);
        Assert.Contains("A: doorlichting van de onderneming. U hebt haar uitgevoerd. Het plan is er.", tekst, StringComparison.Ordinal);
        Assert.Contains("U hebt haar niet uitgevoerd of niet laten zien. Wij zagen geen methode.", tekst, StringComparison.Ordinal);
        var zonder = Lees(new(opdracht, Regelboek.Versie("slim-2026"), Dag));
        Assert.DoesNotContain("Ons oordeel", zonder, StringComparison.Ordinal);
        Assert.DoesNotContain("leest u ons oordeel", zonder, StringComparison.Ordinal);
    }

    [Fact]
    public void Een_vaststelling_die_niet_is_gevraagd_noemt_de_laatste_termijn_en_de_artikelen()
    {
        Briefopdracht opdracht = new() { Vaststelling = Vastgesteld with { Vastgesteld = 0.00m } };

        var tekst = Lees(
            new(
                opdracht,
                Regelboek.Versie("slim-2026"),
                Dag,
                Oordelen: new([new("C", false, "Er is niets te zien.", 0.00m)], ZonderVerzoekNa: new(2025, 12, 24))
            )
        );

        Assert.All(
            (string[])
                [
                    "(artikel 4:44, vierde lid, Awb)",
                    "in de laatste termijn tot en met 24 december 2025",
                    "(artikel 4:47, onderdeel b, Awb)",
                    "u de subsidie niet hebt verantwoord (artikel 4:46, tweede lid, onderdeel b, Awb)",
                    "Hiervoor stellen wij niets vast. Er is niets te zien.",
                ],
            stuk => Assert.Contains(stuk, tekst, StringComparison.Ordinal)
        );
        Assert.DoesNotContain("niet alle activiteiten", tekst, StringComparison.Ordinal);
    }

    [Fact]
    public void Een_lagere_vaststelling_zonder_verzoek_laat_zien_wat_van_elke_activiteit_meetelt()
    {
        Briefopdracht opdracht = new() { Vaststelling = Vastgesteld with { Vastgesteld = 4_200.00m } };

        var tekst = Lees(
            new(
                opdracht,
                Regelboek.Versie("slim-2026"),
                Dag,
                Oordelen: new(
                    [new("B", true, "Wij zagen zes verklaringen.", 4_200.00m, 6)],
                    Berekening:
                    [
                        new("Activiteit B: deel van de verleende subsidie", 7_000.00m, "4:46, eerste lid, Awb"),
                        new("Activiteit B: 6 afgeronde trajecten van € 700,00", 4_200.00m, "2.16"),
                    ],
                    Ambtshalve: true
                )
            )
        );

        Assert.All(
            (string[])
                [
                    "u niet alle activiteiten helemaal hebt uitgevoerd of laten zien",
                    "U hebt haar voor een deel uitgevoerd: 6 trajecten zijn afgerond. Hiervoor stellen wij € 4.200,00 vast.",
                    "Activiteit B: deel van de verleende subsidie",
                    "Activiteit B: 6 afgeronde trajecten van € 700,00",
                ],
            stuk => Assert.Contains(stuk, tekst, StringComparison.Ordinal)
        );
        Assert.DoesNotContain("de kosten die u maakte", tekst, StringComparison.Ordinal);
        Assert.Contains("berekening.bedrag", Briefsoorten.Zoek("vaststelling")!.Velden.Verplicht);
    }

    [Fact]
    public void Een_vaststelling_zonder_op_de_steekproef_te_wachten_noemt_waarom()
    {
        Briefopdracht opdracht = new() { Vaststelling = Vastgesteld };
        var oordelen = new Vaststellingsoordelen([new("A", true)], Ambtshalve: true, ZonderSteekproef: "De zaak kwam er later bij.");

        var tekst = Lees(new(opdracht, Regelboek.Versie("slim-2026"), Dag, Oordelen: oordelen));

        Assert.Contains(
            "zonder op een steekproef te wachten (artikel 2.24, eerste lid). De zaak kwam er later bij.",
            tekst,
            StringComparison.Ordinal
        );
        var zonder = Lees(new(opdracht, Regelboek.Versie("slim-2026"), Dag, Oordelen: oordelen with { ZonderSteekproef = null }));
        Assert.DoesNotContain("op een steekproef te wachten", zonder, StringComparison.Ordinal);
    }

    [Fact]
    public void Een_vaststelling_met_een_verlaging_noemt_haar_grond_en_reden_en_geen_andere_oorzaak_als_die_er_niet_is()
    {
        Briefopdracht opdracht = new() { Vaststelling = Vastgesteld with { Vastgesteld = 10_000.00m } };
        const string Artikel = "4:46, tweede lid, onderdeel b, Awb";
        var oordelen = new Vaststellingsoordelen(
            [new("A", true), new("C", true)],
            Ambtshalve: true,
            Verlaging: new("u niet hebt voldaan aan de verplichtingen bij de subsidie", Artikel, 1_040.00m, true, "U bewaarde niets.")
        );

        var alleen = Lees(new(opdracht, Regelboek.Versie("slim-2026"), Dag, Oordelen: oordelen));

        Assert.Contains(
            $"Dat is lager dan wij hebben verleend, omdat u niet hebt voldaan aan de verplichtingen bij de subsidie (artikel {Artikel}).",
            alleen,
            StringComparison.Ordinal
        );
        Assert.Contains(
            $"Wij stellen uw subsidie € 1.040,00 lager vast, omdat u niet hebt voldaan aan de verplichtingen bij de subsidie (artikel {Artikel}). U bewaarde niets.",
            alleen,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("niet alle activiteiten", alleen, StringComparison.Ordinal);
        // Beside what was not done.
        var ook = oordelen with
        {
            Verlaging = oordelen.Verlaging! with { Alleen = false },
        };
        var beide = Lees(new(opdracht, Regelboek.Versie("slim-2026"), Dag, Oordelen: ook));
        Assert.Contains("omdat u niet alle activiteiten helemaal hebt uitgevoerd of laten zien", beide, StringComparison.Ordinal);
        Assert.Contains("€ 1.040,00 lager vast", beide, StringComparison.Ordinal);
        var zonder = Lees(new(opdracht, Regelboek.Versie("slim-2026"), Dag, Oordelen: oordelen with { Verlaging = null }));
        Assert.DoesNotContain("lager vast,", zonder, StringComparison.Ordinal);
        Assert.Contains("verlaging", Briefsoorten.Zoek("vaststelling")!.Velden.Verplicht);
    }

    [Theory]
    [InlineData("slim-2025")]
    [InlineData("slim-2026")]
    public void Wie_onder_60_procent_lager_of_op_nul_krijgt_leest_het_artikel_van_die_keuze(string versie)
    {
        Briefopdracht opdracht = new() { Vaststelling = Vastgesteld with { Regelversie = versie, Vastgesteld = 0.00m } };
        var oordelen = new Vaststellingsoordelen(
            [new("C", true)],
            [],
            [new("Subsidie", 0.00m, "2.24, zesde lid")],
            Reden: "De methode is er niet."
        );

        var tekst = Lees(new(opdracht, Regelboek.Versie(versie), Dag, Oordelen: oordelen));

        Assert.Contains(
            "of wij de subsidie lager of op nul vaststellen (artikel 2.24, zesde lid). De methode is er niet.",
            tekst,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Een_vaststelling_op_verzoek_noemt_het_artikel_van_dat_verzoek()
    {
        Briefopdracht opdracht = new() { Vaststelling = Vastgesteld with { Vastgesteld = 5000.00m } };

        var tekst = Lees(
            new(opdracht, Regelboek.Versie("slim-2026"), Dag, Oordelen: new([new("C", true)], [], [new("Subsidie", 5000.00m, "2.14")]))
        );

        Assert.Contains("(artikel 7.8, vierde lid, Kaderregeling)", tekst, StringComparison.Ordinal);
        Assert.DoesNotContain("7.4, tweede lid", tekst, StringComparison.Ordinal);
    }

    [Fact]
    public void Een_afwijzing_noemt_bij_elke_grond_waarom_en_verwijst_niet_naar_elders()
    {
        Briefopdracht opdracht = new() { Afwijzing = Afgewezen with { Gronden = [Meetbaar] } };

        Assert.Contains("onderdeel b). U noemt geen moment van meten.", Lees(opdracht, Waarom), StringComparison.Ordinal);
        // What nobody wrote an argument at, the rules explain.
        var zonder = Waarom with
        {
            Toetsen = [.. Waarom.Toetsen.Select(t => t with { Argument = null })],
        };
        Assert.Contains("onderdeel b). Niet meetbaar.", Lees(opdracht, zonder), StringComparison.Ordinal);
        Assert.DoesNotContain("bij elke grond", Lees(opdracht, Waarom), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("verlenen")]
    [InlineData("wijzigen")]
    public void Wie_op_bezwaar_of_door_een_herstelbesluit_subsidie_krijgt_leest_de_berekening(string gevolg)
    {
        var bezwaar = Briefsoorten.Zoek("beslissing-op-bezwaar")!.Voorbeeld.Bezwaarbeslissing! with { Gevolg = gevolg, Was = 8000.00m };
        var herstel = Briefsoorten.Zoek("herstelbesluit")!.Voorbeeld.Herstel! with { Gevolg = gevolg };

        foreach (var opdracht in (Briefopdracht[])[new() { Bezwaarbeslissing = bezwaar }, new() { Herstel = herstel }])
        {
            var tekst = Lees(opdracht, Waarom);
            Assert.Contains(Berekend, tekst, StringComparison.Ordinal);
            Assert.DoesNotContain("U noemt geen moment", tekst, StringComparison.Ordinal);
            Assert.DoesNotContain("kosten zijn te laag", tekst, StringComparison.Ordinal);
            Assert.DoesNotContain("Zo hebben wij dit berekend", Lees(opdracht, null), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Wie_alsnog_wordt_afgewezen_leest_bij_elke_grond_waarom()
    {
        BezwaarBeslistBericht bezwaar = Briefsoorten.Zoek("beslissing-op-bezwaar")!.Voorbeeld.Bezwaarbeslissing! with
        {
            Gevolg = "afwijzen",
            Bedrag = null,
        };
        HerstelbesluitGenomenBericht herstel = Briefsoorten.Zoek("herstelbesluit")!.Voorbeeld.Herstel! with
        {
            Gevolg = "afwijzen",
            Gronden = [Meetbaar],
        };

        foreach (var opdracht in (Briefopdracht[])[new() { Bezwaarbeslissing = bezwaar }, new() { Herstel = herstel }])
        {
            var tekst = Lees(opdracht, Waarom);
            Assert.Contains("onderdeel b). U noemt geen moment van meten.", tekst, StringComparison.Ordinal);
            Assert.Contains("Uw kosten zijn te laag (artikel 2.4).", tekst, StringComparison.Ordinal);
            Assert.DoesNotContain("Uw onderneming is klein", tekst, StringComparison.Ordinal);
        }
    }

    private static string Lees(Briefopdracht opdracht, Onderbouwing? waarom) =>
        Lees(
            new(
                opdracht,
                Regelboek.Versie("slim-2026"),
                Dag,
                waarom,
                new Bezwaarmotivering("Daarom."),
                Hersteltekst: new Hersteltekst("Er was een fout.")
            )
        );

    private static string Lees(Briefgeval geval) => Brieflezing.Lees(geval);
}
