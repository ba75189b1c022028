namespace SlimRegeling.Regels.Tests;

public class RegelbestandTests
{
    private static readonly string Bestand = Regelboek.Bestand("slim-2026.yaml");

    [Fact]
    public void Elke_regelversie_laadt_en_voldoet_aan_het_schema() => Assert.Contains(Regelboek.Laad(), v => v.Id == "slim-2026");

    [Fact]
    public void Een_onbekende_regelversie_is_een_duidelijke_fout()
    {
        var fout = Assert.Throws<KeyNotFoundException>(() => Regelboek.Versie("slim-1999"));

        Assert.Contains("slim-1999", fout.Message, StringComparison.Ordinal);
        Assert.False(Regelboek.Kent("slim-1999"));
    }

    [Fact]
    public void Elke_regel_noemt_een_artikel_een_bron_die_is_uitgelegd_en_een_status()
    {
        var versie = Regelboek.Versie("slim-2026");

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
    [InlineData("een onbekende sectie", "titel: SLIM-regeling, tijdvakken 2026", "titel: x\nboetes: {}")]
    [InlineData("een onbekend veld bij een parameter", "    waarde: 1720", "    waarde: 1720\n    kleur: rood")]
    [InlineData("een parameter zonder artikel", "    artikel: 2.14, derde lid, onderdeel a\n", "")]
    [InlineData("een grond zonder artikel", "    artikel: 2.12, onderdeel k\n", "")]
    [InlineData("een termijn zonder artikel", "    artikel: 6:7 en 6:8 Awb\n", "")]
    [InlineData("een artikel dat geen artikel is", "    artikel: 6:7 en 6:8 Awb", "    artikel: de Awb")]
    [InlineData("een onbekende status", "onbevestigd\n    toelichting: De wet geeft", "misschien\n    toelichting: De wet geeft")]
    [InlineData("een onbekende eenheid", "    eenheid: uren-per-jaar", "    eenheid: uurtjes")]
    [InlineData("een negatief bedrag", "    waarde: 700.00", "    waarde: -700.00")]
    [InlineData("een termijn zonder vlag", "    algemeneTermijnenwet: true\n    artikel: 6:7", "    artikel: 6:7")]
    [InlineData("een halve week", "    lengte: 13", "    lengte: 13.5")]
    [InlineData("een feestdag met twee regels", "    dagenNaPasen: 39", "    dagenNaPasen: 39\n    datum: \"2026-05-14\"")]
    [InlineData("een parameter die geen code leest", "  werkbare-uren:", "  vakantiedagen:")]
    [InlineData("een ontbrekende grond", "  lopend-project:", "  lopend-projekt:")]
    [InlineData("een andere eenheid dan de code leest", "    eenheid: euro-per-uur", "    eenheid: euro")]
    [InlineData("tekst waar een getal hoort", "    waarde: 1720", "    waarde: veel")]
    [InlineData("een onbekende afronding", "    waarde: centen", "    waarde: stuivers")]
    [InlineData(
        "een bron die niet is uitgelegd",
        "    bron: UVB\n    status: bevestigd\n    toelichting: >-",
        "    bron: XYZ\n    status: bevestigd\n    toelichting: >-"
    )]
    [InlineData(
        "een lange termijn die verschuift",
        "    algemeneTermijnenwet: false\n    artikel: 2.11",
        "    algemeneTermijnenwet: true\n    artikel: 2.11"
    )]
    [InlineData("een sleutel die twee keer staat", "  klein-minder-dan-personen:", "  werkbare-uren:")]
    [InlineData("een anker", "    waarde: 1720", "    waarde: &uren 1720")]
    [InlineData("kapotte YAML", "parameters:", "parameters: [")]
    public void Een_bestand_wordt_geweigerd_om(string reden, string oud, string nieuw)
    {
        Assert.Contains(oud, Bestand, StringComparison.Ordinal);

        var fout = Assert.Throws<RegelbestandException>(() =>
            Regelbestand.Lees("proef.yaml", Bestand.Replace(oud, nieuw, StringComparison.Ordinal))
        );

        Assert.True(fout.Fouten.Count > 0, reden);
        Assert.Contains("proef.yaml", fout.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Een_fout_noemt_de_plaats_in_het_bestand()
    {
        var zonderArtikel = Bestand.Replace("    artikel: 2.12, onderdeel k\n", "", StringComparison.Ordinal);

        var fout = Assert.Throws<RegelbestandException>(() => Regelbestand.Lees("proef.yaml", zonderArtikel));

        Assert.Contains("/gronden/lopend-project", fout.Message, StringComparison.Ordinal);
        Assert.Contains("artikel", fout.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void De_hash_is_een_sha256_die_alleen_verandert_met_wat_een_besluit_rekent()
    {
        var hash = Regelboek.Versie("slim-2026").Hash;

        Assert.Matches("^[0-9a-f]{64}$", hash);
        Assert.Equal(hash, Lees("    waarde: 700.00", "    waarde: 700").Hash);
        Assert.Equal(hash, Lees("Wat per uur hoger is, telt niet mee.", "Anders gezegd.").Hash);
        Assert.NotEqual(hash, Lees("    waarde: 700.00", "    waarde: 700.01").Hash);
        Assert.NotEqual(hash, Lees("    lengte: 14", "    lengte: 15").Hash);
        Assert.NotEqual(hash, Lees("    waarde: centen", "    waarde: hele-euros-omlaag").Hash);
    }

    [Fact]
    public void Hele_euros_omlaag_is_een_andere_waarde_van_een_parameter_en_geen_andere_code()
    {
        var versie = Lees("    waarde: centen", "    waarde: hele-euros-omlaag");

        // 10,000.99 + 1,500.15 = 11,501.14; 60% = 6,900.68.
        Assert.Equal(6_900.00m, Subsidieberekening.Bereken(versie, Voorbeelden.MetExterneKosten(10_000.99m)).Subsidiebedrag);
        Assert.Equal(6_900.68m, Subsidieberekening.Bereken(Voorbeelden.Slim2026, Voorbeelden.MetExterneKosten(10_000.99m)).Subsidiebedrag);
    }

    internal static Regelversie Lees(string oud, string nieuw)
    {
        Assert.Contains(oud, Bestand, StringComparison.Ordinal);
        return Regelbestand.Lees("proef.yaml", Bestand.Replace(oud, nieuw, StringComparison.Ordinal));
    }
}
