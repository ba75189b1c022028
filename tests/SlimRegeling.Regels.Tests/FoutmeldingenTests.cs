using static SlimRegeling.Regels.Tests.Voorbeelden;

namespace SlimRegeling.Regels.Tests;

/// <summary>What a lawyer or scheme manager reads when a rule cannot be used, word for word: it must say what to mend.</summary>
public class FoutmeldingenTests
{
    private const string Bron = "Staatscourant 2026, 12345";

    [Theory]
    [InlineData("  activiteit-c:", "  activiteit-x:", "/eisen/activiteit-x: geen code leest deze regel; verwijder hem of gebruik hem")]
    [InlineData("  activiteit-c:", "  activiteit-x:", "/eisen: de regel 'activiteit-c' ontbreekt")]
    [InlineData("  begroting:", "  balans:", "/documenten/balans: geen code leest deze regel; verwijder hem of gebruik hem")]
    [InlineData(
        "\nposten:\n",
        "\nposten:\n  korting:\n    titel: Korting\n    artikel: \"2.4\"\n    bron: LAW26\n    status: bevestigd\n",
        "/posten/korting: geen code leest deze regel; verwijder hem of gebruik hem"
    )]
    [InlineData(
        "  initiatiefperiode:",
        "  proefperiode:",
        "/termijnen/proefperiode: geen code leest deze regel; verwijder hem of gebruik hem"
    )]
    [InlineData("    lengte: 13", "    lengte: 0", "/termijnen/beslistermijn/lengte: dit getal ligt buiten de grenzen")]
    [InlineData("titel: Begroting\n", "titel: \"\"\n", "/documenten/begroting/titel: dit mag niet leeg zijn")]
    [InlineData(
        "    aanvragertypen: [mkb-onderneming]",
        "    aanvragertypen: []",
        "/eisen/mkb-omvang/aanvragertypen: dit mag niet leeg zijn"
    )]
    [InlineData(
        "    aanvragertypen: [mkb-onderneming]",
        "    aanvragertypen: [mkb-onderneming, mkb-onderneming]",
        "/eisen/mkb-omvang/aanvragertypen: dit staat er dubbel in"
    )]
    [InlineData(
        "    waarde: 1720\n    eenheid: uren-per-jaar\n",
        "",
        "/parameters/werkbare-uren: verplicht veld ontbreekt: waarde, eenheid"
    )]
    [InlineData(
        "    waarde: 1720",
        "    waarde: true",
        "/parameters/werkbare-uren/waarde: de soort waarde klopt niet (tekst, getal, lijst of ja/nee)"
    )]
    public void Een_fout_in_een_bestand_leest_als(string oud, string nieuw, string melding)
    {
        var fout = Assert.Throws<RegelbestandException>(() => RegelbestandTests.Lees(oud, nieuw));

        Assert.Contains(melding, fout.Fouten);
        Assert.Equal($"Regelbestand proef.yaml is niet bruikbaar:\n- {string.Join("\n- ", fout.Fouten)}", fout.Message);
    }

    [Theory]
    [InlineData(
        "slim-2020",
        "    artikelNieuw: 2.12, onderdeel a",
        "    artikelNieuw: 10, onderdeel a",
        "/gronden/eisen-regeling/artikelNieuw: '10, onderdeel a' is geen nummer van na 28 februari 2025"
    )]
    [InlineData(
        "slim-2025",
        "vanaf: \"2024-12-21\"",
        "vanaf: \"2024-01-01\"",
        "/vanaf: deze dag moet na die van slim-2024 liggen (2024-01-01)"
    )]
    [InlineData(
        "slim-2026",
        "    wat: gewijzigd",
        "    wat: nieuw",
        "/verschillen: 'termijnen/beslistermijn-samenwerkingsverband' is gewijzigd en niet nieuw ten opzichte van slim-2025"
    )]
    [InlineData(
        "slim-2025",
        "regel: posten/praktijkleerplaatsen\n    wat: vervallen",
        "regel: posten/praktijkleerplaatsen\n    wat: nieuw",
        "/verschillen: 'posten/praktijkleerplaatsen' is vervallen en niet nieuw ten opzichte van slim-2024"
    )]
    [InlineData(
        "slim-2026",
        "    artikelOud: 10, onderdeel k",
        "    artikelOud: 2.10, onderdeel k",
        "/gronden/lopend-project/artikelOud: '2.10, onderdeel k' is geen nummer van voor 28 februari 2025"
    )]
    public void Een_enkele_fout_is_de_enige_die_wordt_genoemd(string versie, string oud, string nieuw, string melding)
    {
        var tekst = Regelboek.Bestand($"{versie}.yaml");
        Assert.Contains(oud, tekst, StringComparison.Ordinal);

        var fout = Assert.Throws<RegelbestandException>(() =>
            Regelbestand.Lees("proef.yaml", tekst.Replace(oud, nieuw, StringComparison.Ordinal))
        );

        Assert.Equal([melding], fout.Fouten);
    }

    [Theory]
    [InlineData("- a\n- b\n", "het bestand moet één document met secties zijn")]
    [InlineData("a: 1\n---\nb: 2\n", "het bestand moet één document met secties zijn")]
    [InlineData("a: !x 1\n", "regel 1: ankers en tags zijn niet toegestaan")]
    public void Een_bestand_dat_geen_gewone_YAML_is_leest_als(string tekst, string melding) =>
        Assert.Equal([melding], Assert.Throws<RegelbestandException>(() => Regelbestand.Lees("proef.yaml", tekst)).Fouten);

    [Theory]
    [InlineData("parameters", "sbi-wegvervoer", "1", "/parameters/sbi-wegvervoer/waarde: '1' is geen SBI-code van twee tot vijf cijfers")]
    [InlineData(
        "parameters",
        "sbi-wegvervoer",
        "123456",
        "/parameters/sbi-wegvervoer/waarde: '123456' is geen SBI-code van twee tot vijf cijfers"
    )]
    [InlineData(
        "parameters",
        "sbi-grootbedrijf-horeca",
        "551, 5X",
        "/parameters/sbi-grootbedrijf-horeca/waarde: '5X' is geen SBI-code van twee tot vijf cijfers"
    )]
    [InlineData("parameters", "percentage-klein", "100.01", "/parameters/percentage-klein/waarde: '100.01' is meer dan 100 procent")]
    [InlineData(
        "parameters",
        "bedrag-praktijkleerplaats",
        "0.001",
        "/parameters/bedrag-praktijkleerplaats/waarde: '0.001' heeft meer dan twee decimalen"
    )]
    [InlineData(
        "termijnen",
        "beslistermijn",
        "1000",
        "/termijnen/beslistermijn: '1000' is geen lengte; geef een heel getal van 1 tot en met 999"
    )]
    [InlineData(
        "termijnen",
        "bezwaar",
        "13",
        "algemeen.yaml /termijnen/bezwaar: de Algemene termijnenwet geldt niet voor een termijn van deze lengte (artikel 4)"
    )]
    public void Een_wijziging_die_niet_kan_leest_als(string sectie, string code, string waarde, string melding) =>
        Assert.Contains(
            melding.Replace("algemeen.yaml ", "", StringComparison.Ordinal),
            Assert.Throws<RegelbestandException>(() => Versie("slim-2024").Met([new(sectie, code, waarde, Bron, null)])).Fouten
        );

    [Theory]
    [InlineData("parameters", "percentage-klein", "100")]
    [InlineData("parameters", "sbi-wegvervoer", "49")]
    [InlineData("parameters", "sbi-wegvervoer", "49410")]
    [InlineData("termijnen", "beslistermijn", "999")]
    [InlineData("termijnen", "bezwaar", "12")]
    public void Een_wijziging_op_de_grens_kan(string sectie, string code, string waarde) =>
        Assert.NotEqual(Slim2026.Hash, Slim2026.Met([new(sectie, code, waarde, Bron, null)]).Hash);

    [Fact]
    public void Een_regel_die_een_versie_niet_heeft_wordt_met_soort_en_code_genoemd()
    {
        (string Soort, Func<object> Vraag)[] vragen =
        [
            ("eis", () => Slim2026.Eis("x")),
            ("grond", () => Slim2026.Grond("x")),
            ("document", () => Slim2026.Document("x")),
            ("post", () => Slim2026.Post("x")),
            ("termijn", () => Slim2026.Termijn("x")),
            ("stap", () => Slim2026.Stap("x")),
        ];

        Assert.All(
            vragen,
            v =>
                Assert.Equal(
                    $"Regelversie slim-2026 heeft geen {v.Soort} met de code 'x'.",
                    Assert.Throws<KeyNotFoundException>(v.Vraag).Message
                )
        );
        Assert.Equal(
            "Er is geen bestand 'x' in SlimRegeling.Regels.",
            Assert.Throws<KeyNotFoundException>(() => Regelboek.Bestand("x")).Message
        );
    }

    [Fact]
    public void Een_parameter_die_op_de_verkeerde_manier_wordt_gelezen_is_een_duidelijke_fout()
    {
        var dag = new NodaTime.LocalDate(2013, 12, 31);

        Assert.StartsWith(
            "Regelversie slim-2026 heeft op deze dag nog geen waarde voor 'de-minimis-plafond-algemeen'.",
            Assert.Throws<ArgumentOutOfRangeException>(() => Slim2026.Op(Parameters.DeMinimisAlgemeen, dag)).Message,
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            "Regelversie slim-2026 heeft op deze dag nog geen waarde voor 'de-minimis-periode'.",
            Assert.Throws<ArgumentOutOfRangeException>(() => Slim2026.Op(Parameters.DeMinimisPeriode, dag)).Message,
            StringComparison.Ordinal
        );
        Assert.Equal(
            "De parameter 'percentage-klein' hangt niet af van een dag.",
            Assert.Throws<KeyNotFoundException>(() => Slim2026.Op(Parameters.PercentageKlein, dag)).Message
        );
        Assert.Equal(
            "De parameter 'afronding-verlening' hangt niet af van een dag.",
            Assert.Throws<KeyNotFoundException>(() => Slim2026.Op(Parameters.AfrondingVerlening, dag)).Message
        );
    }

    [Fact]
    public void Wat_niet_te_beoordelen_is_zegt_waarom()
    {
        var oordeel = new Feiten { Oordelen = new Dictionary<string, bool> { ["x"] = true } };

        Assert.StartsWith(
            "Over 'x' geeft een beoordelaar geen oordeel.",
            Assert.Throws<ArgumentException>(() => Beoordeling.Van(Slim2026, Zaak, oordeel)).Message,
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            "Steun is alleen te beoordelen met een peildatum.",
            Assert.Throws<ArgumentException>(() => Beoordeling.Van(Slim2026, Zaak, new() { Steun = [] })).Message,
            StringComparison.Ordinal
        );
        Assert.Equal(
            "De waarde 'grootteklasse' ontbreekt bij deze uitkomst.",
            Assert.Throws<KeyNotFoundException>(() => new Toets(Eiscode.MkbOmvang, "1", Toetsuitkomst.Voldaan, []).Uitleg).Message
        );
    }

    [Fact]
    public void Een_verschil_van_elke_soort_leest_voor_mensen()
    {
        var (eerste, laatste) = (Versie("slim-2024"), Slim2026);
        var terug = Regelverschil.Tussen(laatste, eerste).ToDictionary(v => v.Code, v => v.Uitleg);
        var gewijzigd = Regelverschil
            .Tussen(
                laatste,
                laatste.Met([
                    new("parameters", "afronding-verlening", "hele-euros-omlaag", Bron, null),
                    new("parameters", "sbi-wegvervoer", "4942", Bron, null),
                    new("termijnen", "hersteltermijn", "21", Bron, null),
                ])
            )
            .ToDictionary(v => v.Code, v => v.Uitleg);
        var datum = Regelverschil.Tussen(
            Versie("slim-2020"),
            Versie("slim-2020")
                .Met([
                    new("parameters", "nihil-vervalt-op", "2023-09-01", Bron, null),
                    new("parameters", "sbi-grootbedrijf-recreatie", "932, 9321", Bron, null),
                ])
        );

        Assert.Equal("Deze regel is er in de ene versie wel en in de andere niet.", terug["controleverklaring"]);
        Assert.Equal("Deze regel is er in de ene versie niet en in de andere wel.", terug["praktijkleerplaatsen"]);
        Assert.Equal("Nieuw: 60 procent.", terug["percentage-grootbedrijf"]);
        Assert.Equal("Vervallen: 3000.00 euro.", terug["bedrag-controleverklaring"]);
        Assert.Equal("Was centen, wordt hele-euros-omlaag.", gewijzigd["afronding-verlening"]);
        Assert.Equal("Was 4941, wordt 4942.", gewijzigd["sbi-wegvervoer"]);
        Assert.Equal(
            "Was 14 dagen na de verzending van het verzoek om aanvulling, met de Algemene termijnenwet, wordt 21 dagen na de verzending van "
                + "het verzoek om aanvulling, met de Algemene termijnenwet.",
            gewijzigd["hersteltermijn"]
        );
        Assert.Equal(
            ["Was 2023-07-10, wordt 2023-09-01.", "Was 932, 9321, 93211, 93212, 9329, 93291, 93299, wordt 932, 9321."],
            datum.Select(v => v.Uitleg)
        );
    }
}
