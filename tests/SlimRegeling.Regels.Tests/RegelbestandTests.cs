namespace SlimRegeling.Regels.Tests;

public class RegelbestandTests
{
    private const string Algemeen = "algemeen.yaml";
    private const string Slim2020 = "slim-2020.yaml";
    private const string Slim2025 = "slim-2025.yaml";
    private const string Slim2026 = "slim-2026.yaml";

    [Fact]
    public void Elke_regelversie_laadt_en_voldoet_aan_het_schema() =>
        Assert.Equal(
            ["slim-2020", "slim-2021", "slim-2022", "slim-2023", "slim-2023-09", "slim-2024", "slim-2025", "slim-2026"],
            Regelboek.Laad().Select(v => v.Id)
        );

    [Fact]
    public void Een_onbekende_regelversie_is_een_duidelijke_fout()
    {
        var fout = Assert.Throws<KeyNotFoundException>(() => Regelboek.Versie("slim-1999"));

        Assert.Contains("slim-1999", fout.Message, StringComparison.Ordinal);
        Assert.False(Regelboek.Kent("slim-1999"));
    }

    public static TheoryData<string> Versies => [.. Regelboek.Laad().Select(v => v.Id)];

    [Theory]
    [MemberData(nameof(Versies))]
    public void Elke_regel_noemt_een_artikel_een_bron_die_is_uitgelegd_en_een_status(string id)
    {
        var versie = Regelboek.Versie(id);

        Assert.All(
            versie.AlleRegels,
            regel =>
            {
                Assert.Matches("^[0-9]", regel.Artikel);
                Assert.Contains(regel.Bron, versie.Bronnen.Keys);
            }
        );
        Assert.Contains("afronding-verlening", versie.Onbevestigd);
        Assert.Contains("hersteltermijn", versie.Onbevestigd);
        Assert.DoesNotContain("percentage-klein", versie.Onbevestigd);
    }

    [Theory]
    [InlineData("een onbekende sectie", Slim2026, "titel: SLIM", "boetes: {}\ntitel: SLIM", "/boetes: dit veld is hier onbekend")]
    [InlineData(
        "een onbekend veld bij een parameter",
        Slim2026,
        "    waarde: 1720",
        "    waarde: 1720\n    kleur: rood",
        "/parameters/werkbare-uren/kleur: dit veld is hier onbekend"
    )]
    [InlineData(
        "een parameter zonder artikel",
        Slim2026,
        "    artikel: 2.14, derde lid, onderdeel a\n",
        "",
        "/parameters/offertes-vereist-boven: verplicht veld ontbreekt: artikel"
    )]
    [InlineData(
        "een grond zonder artikel",
        Slim2026,
        "    artikel: 2.12, onderdeel k\n",
        "",
        "/gronden/lopend-project: verplicht veld ontbreekt: artikel"
    )]
    [InlineData(
        "een termijn zonder artikel",
        Algemeen,
        "    artikel: 6:7 en 6:8 Awb\n",
        "",
        "/termijnen/bezwaar: verplicht veld ontbreekt: artikel"
    )]
    [InlineData(
        "een artikel dat geen artikel is",
        Algemeen,
        "    artikel: 6:7 en",
        "    artikel: de",
        "/termijnen/bezwaar/artikel: de vorm"
    )]
    [InlineData("een onbekende status", Slim2026, "status: onbevestigd", "status: misschien", "/status: deze waarde is hier geen keuze")]
    [InlineData("een onbekende eenheid", Slim2026, "uren-per-jaar", "uurtjes", "/parameters/werkbare-uren/eenheid: deze waarde")]
    [InlineData("een negatief bedrag", Slim2026, "    waarde: 700.00", "    waarde: -700.00", "/parameters/bedrag-loopbaantraject/waarde")]
    [InlineData("een termijn zonder vlag", Algemeen, "    algemeneTermijnenwet: true\n", "", "ontbreekt: algemeneTermijnenwet")]
    [InlineData("een halve week", Slim2026, "    lengte: 13", "    lengte: 13.5", "/termijnen/beslistermijn/lengte: de soort waarde")]
    [InlineData(
        "een feestdag met twee regels",
        Algemeen,
        "    dagenNaPasen: 39",
        "    dagenNaPasen: 39\n    datum: \"2026-05-14\"",
        "/feestdagen/hemelvaartsdag: kies één vorm"
    )]
    [InlineData(
        "een parameter die geen code leest",
        Slim2026,
        "  werkbare-uren:",
        "  vakantiedagen:",
        "/parameters/vakantiedagen: geen code leest"
    )]
    [InlineData(
        "een verplichte parameter die ontbreekt",
        Slim2026,
        "  werkbare-uren:",
        "  vakantiedagen:",
        "de regel 'werkbare-uren' ontbreekt"
    )]
    [InlineData("een onbekende stap", Algemeen, "  geloot:\n", "  gelot:\n", "/stappen/gelot: geen code leest")]
    [InlineData("een algemene termijn", Slim2026, "  initiatiefperiode:\n", "  bezwaar:\n", "/termijnen/bezwaar: deze regel staat")]
    [InlineData("een onbekende grond", Slim2026, "  lopend-project:", "  lopend-projekt:", "/gronden/lopend-projekt: geen code leest")]
    [InlineData("een andere eenheid dan de code leest", Slim2026, "euro-per-uur", "euro", "verwacht 'euro-per-uur', gevonden 'euro'")]
    [InlineData("tekst waar een getal hoort", Slim2026, "    waarde: 1720", "    waarde: veel", "'veel' is geen getal")]
    [InlineData("meer dan honderd procent", Slim2026, "    waarde: 32", "    waarde: 132", "'132' is meer dan 100 procent")]
    [InlineData("tiende centen", Slim2026, "    waarde: 135.00", "    waarde: 135.001", "heeft meer dan twee decimalen")]
    [InlineData("een halve onderneming", Slim2026, "    waarde: 2\n", "    waarde: 2.5\n", "'2.5' is geen heel aantal")]
    [InlineData("een onbekende afronding", Slim2026, "    waarde: centen", "    waarde: stuivers", "kies uit centen, hele-euros-omlaag")]
    [InlineData("een onbekende keuze", Slim2026, "    waarde: nooit", "    waarde: soms", "kies uit marktconform, nooit")]
    [InlineData("een datum die niet bestaat", Slim2020, "2023-07-10", "2023-07-32", "is geen datum")]
    [InlineData("een SBI-code met letters", Slim2026, "4941", "49A1", "/parameters/sbi-wegvervoer/waarde: '49A1'")]
    [InlineData("een gedateerde waarde zonder dag", Algemeen, "vanaf: \"2024-12-16\", ", "", "verplicht veld ontbreekt: vanaf")]
    [InlineData(
        "gedateerde waarden in de verkeerde volgorde",
        Algemeen,
        "2024-12-16",
        "2013-12-16",
        "algemeen.yaml /parameters/de-minimis-plafond-landbouw/waarden: geef per dag"
    )]
    [InlineData("een bron die niet is uitgelegd", Slim2026, "    bron: UVB", "    bron: XYZ", "de bron 'XYZ' staat niet onder bronnen")]
    [InlineData(
        "een lange termijn die verschuift",
        Slim2026,
        "    algemeneTermijnenwet: false\n    artikel: 2.11, eerste",
        "    algemeneTermijnenwet: true\n    artikel: 2.11, eerste",
        "/termijnen/beslistermijn: de Algemene termijnenwet geldt niet"
    )]
    [InlineData(
        "een artikel in de andere nummering",
        Slim2026,
        "    artikel: 2.12, onderdeel k",
        "    artikel: 10, onderdeel k",
        "'10, onderdeel k' is geen nummer uit de tekst"
    )]
    [InlineData(
        "een weigering buiten het artikel",
        Slim2026,
        "    artikel: 2.12, onderdeel k",
        "    artikel: 2.13, onderdeel k",
        "is geen onderdeel van artikel 2.12"
    )]
    [InlineData(
        "een oud nummer dat nieuw is",
        Slim2026,
        "    artikelOud: 10, onderdeel k",
        "    artikelOud: 2.10, onderdeel k",
        "is geen nummer van voor 28 februari 2025"
    )]
    [InlineData(
        "het eigen nummer dubbel",
        Slim2020,
        "    artikelNieuw: 2.12, onderdeel a",
        "    artikelOud: 10, onderdeel a",
        "/gronden/eisen-regeling: het artikel in de eigen nummering"
    )]
    [InlineData(
        "een type dat niet kan aanvragen",
        Slim2026,
        "    aanvragertypen: [mkb-onderneming]",
        "    aanvragertypen: [grootbedrijf]",
        "een grootbedrijf kan in deze versie niet aanvragen"
    )]
    [InlineData("een eis zonder activiteiten", Slim2026, "    activiteiten: [A, B, C]\n", "", "/eisen/activiteitsoort/activiteiten")]
    [InlineData(
        "een regel die al algemeen is",
        Slim2026,
        "  controleverklaring:\n",
        "  subsidie:\n",
        "/posten/subsidie: deze regel staat al in algemeen.yaml"
    )]
    [InlineData(
        "een verschil dat niet wordt genoemd",
        Slim2026,
        "    waarde: 700.00",
        "    waarde: 701.00",
        "'parameters/bedrag-loopbaantraject' is gewijzigd ten opzichte van slim-2025 en wordt niet genoemd"
    )]
    [InlineData(
        "een verschil dat er niet is",
        Slim2026,
        "regel: termijnen/beslistermijn-samenwerkingsverband",
        "regel: termijnen/beslistermijn",
        "'termijnen/beslistermijn' verschilt niet van slim-2025"
    )]
    [InlineData(
        "een verschil dat dubbel staat",
        Slim2025,
        "regel: parameters/maximum-grootbedrijf",
        "regel: parameters/percentage-grootbedrijf",
        "'parameters/percentage-grootbedrijf' staat er 2 keer"
    )]
    [InlineData("een verschil van een andere soort", Slim2026, "    wat: gewijzigd", "    wat: nieuw", "is gewijzigd en niet nieuw")]
    [InlineData(
        "een vorige versie die niet bestaat",
        Slim2026,
        "vorige: slim-2025",
        "vorige: slim-1999",
        "/vorige: er is geen versie 'slim-1999'"
    )]
    [InlineData(
        "een vorige versie die later begint",
        Slim2025,
        "2024-12-21\"",
        "2023-12-21\"",
        "/vanaf: deze dag moet na die van slim-2024 liggen (2024-01-01)"
    )]
    [InlineData("verschillen zonder vorige", Slim2026, "vorige: slim-2025\n", "", "vorige en verschillen horen bij elkaar")]
    [InlineData("een sleutel die twee keer staat", Slim2026, "  klein-minder-dan-personen:", "  werkbare-uren:", "regel ")]
    [InlineData("een anker", Slim2026, "    waarde: 1720", "    waarde: &uren 1720", "ankers en tags zijn niet toegestaan")]
    [InlineData("kapotte YAML", Slim2026, "parameters:", "parameters: [", "regel ")]
    public void Een_bestand_wordt_geweigerd_om(string reden, string bestand, string oud, string nieuw, string melding)
    {
        var fout = Assert.Throws<RegelbestandException>(() => LeesMet(bestand, oud, nieuw));

        Assert.True(fout.Fouten.Any(f => f.Contains(melding, StringComparison.Ordinal)), $"{reden}: {fout.Message}");
        Assert.Contains(bestand == Algemeen ? Algemeen : "proef.yaml", fout.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Een_goede_regel_van_hetzelfde_bestand_wordt_niet_genoemd()
    {
        var fout = Assert.Throws<RegelbestandException>(() =>
            LeesMet(Algemeen, "    dagenNaPasen: 39", "    dagenNaPasen: 39\n    kleur: rood")
        );

        Assert.Equal(
            "/feestdagen/hemelvaartsdag/kleur: dit veld is hier onbekend; haal het weg of herstel de naam",
            Assert.Single(fout.Fouten)
        );
    }

    [Fact]
    public void De_hash_is_een_sha256_die_alleen_verandert_met_wat_een_besluit_rekent()
    {
        var hash = Regelboek.Versie("slim-2026").Hash;

        Assert.Matches("^[0-9a-f]{64}$", hash);
        Assert.Equal(hash, Lees("    waarde: 700.00", "    waarde: 700").Hash);
        Assert.Equal(hash, Lees("Wat per uur hoger is, telt niet mee.", "Anders gezegd.").Hash);
        Assert.Equal(hash, LeesMet(Algemeen, "waarde: 50000.00", "waarde: 50000").Hash);
        string[] anders =
        [
            Lees("    waarde: 700.00", "    waarde: 700.01").Hash,
            Lees("    waarde: centen", "    waarde: hele-euros-omlaag").Hash,
            Lees("    lengte: 24", "    lengte: 25").Hash,
            Lees("    wanneer: bij-intermediair", "    wanneer: altijd").Hash,
            LeesMet(Algemeen, "    lengte: 14", "    lengte: 15").Hash,
            LeesMet(Algemeen, "waarde: 50000.00", "waarde: 50000.01").Hash,
            LeesMet(Algemeen, "2024-12-16", "2024-12-17").Hash,
        ];
        Assert.Equal(anders.Length + 1, anders.Append(hash).Distinct().Count());
        Assert.Equal(Regelboek.Laad().Count, Regelboek.Laad().Select(v => v.Hash).Distinct().Count());
    }

    [Fact]
    public void Hele_euros_omlaag_is_een_andere_waarde_van_een_parameter_en_geen_andere_code()
    {
        var versie = Lees("    waarde: centen", "    waarde: hele-euros-omlaag");

        // 10,000.99 + 1,500.15 = 11,501.14; 60% = 6,900.68.
        Assert.Equal(6_900.00m, Subsidieberekening.Bereken(versie, Voorbeelden.MetExterneKosten(10_000.99m)).Subsidiebedrag);
        Assert.Equal(6_900.68m, Subsidieberekening.Bereken(Voorbeelden.Slim2026, Voorbeelden.MetExterneKosten(10_000.99m)).Subsidiebedrag);
    }

    /// <summary>The version of 2026 with another text in its file, standing on its own: what differs need not be told.</summary>
    internal static Regelversie Lees(string oud, string nieuw) => Regelbestand.Lees("proef.yaml", Vervang(Alleen(Slim2026), oud, nieuw));

    /// <summary>A file with another text; the general file is read with the version of 2026 standing on its own.</summary>
    private static Regelversie LeesMet(string bestand, string oud, string nieuw) =>
        bestand == Algemeen
            ? Regelbestand.Lees("proef.yaml", Alleen(Slim2026), Vervang(Regelboek.Bestand(Algemeen), oud, nieuw))
            : Regelbestand.Lees("proef.yaml", Vervang(Regelboek.Bestand(bestand), oud, nieuw));

    private static string Alleen(string bestand)
    {
        var tekst = Regelboek.Bestand(bestand);
        var (van, tot) = (tekst.IndexOf("vorige:", StringComparison.Ordinal), tekst.IndexOf("\nbronnen:", StringComparison.Ordinal));
        return tekst[..van] + tekst[(tot + 1)..];
    }

    private static string Vervang(string tekst, string oud, string nieuw)
    {
        Assert.Contains(oud, tekst, StringComparison.Ordinal);
        return tekst.Replace(oud, nieuw, StringComparison.Ordinal);
    }
}
