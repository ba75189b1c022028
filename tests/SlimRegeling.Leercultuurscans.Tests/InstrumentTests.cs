using System.Security.Cryptography;
using System.Text;
using SlimRegeling.Leercultuurscans.Antwoorden;
using SlimRegeling.Leercultuurscans.Gegevens;
using SlimRegeling.Leercultuurscans.Instrumenten;
using SlimRegeling.Leercultuurscans.Scans;
using static SlimRegeling.Leercultuurscans.Tests.Voorbeelden;

namespace SlimRegeling.Leercultuurscans.Tests;

public class InstrumentTests
{
    private static readonly Dictionary<string, IReadOnlyList<string>> ZonderKeuzes = [];

    /// <summary>A questionnaire that was used never changes: another wording is another version. A new one is added here with its hash.</summary>
    [Theory]
    [InlineData("bouwstenen-1", "a558640f8a2b46417046493047e42fdf9b34352cc885e542ac2ac85f5a98a4ba")]
    [InlineData("bouwstenen-2", "5e77145b2c284db0e84d0d87e291e17c86a6f2f6f87c9f322065f2e3aefe9b88")]
    [InlineData("kernvragen-1", "ffac1485a4db1560e65f997b5cb6eaa8085b9ec7444d86fce745d7d89bb6ba67")]
    [InlineData("lerend-innovatief-2", "2bf600b57bf4a0a58c31a24561dae7105dbcc5558cc401e7a0e41c9f7083583e")]
    [InlineData("lerend-innovatief-1", "53c717ab437fa6925e25efc0c3f9ff849f64bc1223877106a0d4534c51061ae9")]
    public void Een_versie_van_een_instrument_verandert_nooit(string id, string hash)
    {
        Assert.Equal(hash, Boek.Zoek(id)!.Hash);
        Assert.Equal(hash, Convert.ToHexStringLower(SHA256.HashData(Bestanden.Lees($"Instrumenten/{id}.json"))));
    }

    [Fact]
    public void Er_zijn_drie_reeksen_en_elk_is_in_twee_talen()
    {
        Assert.Equal(
            ["bouwstenen-1", "bouwstenen-2", "kernvragen-1", "lerend-innovatief-1", "lerend-innovatief-2"],
            Boek.Alle.Select(i => i.Id)
        );
        Assert.All(
            Boek.Alle.SelectMany(i => i.Onderdelen).SelectMany(o => o.Vragen),
            v => Assert.True(v.Nl.Length > 0 && v.En.Length > 0 && v.Nl != v.En, v.Nl)
        );
    }

    [Fact]
    public void De_kernvragen_zijn_er_twee_voor_elk_van_zes_dimensies()
    {
        Assert.Equal(["D1", "D2", "D3", "D4", "D5", "D6"], Kernvragen.Onderdelen.Select(o => o.Code));
        Assert.All(Kernvragen.Onderdelen, o => Assert.Equal(2, o.Vragen.Count));
        Assert.Equal(Kernvragen.Schaal.Hoogste - Kernvragen.Schaal.Laagste + 1, Kernvragen.Schaal.Antwoorden.Count);
    }

    /// <summary>No negations and one idea each: a question that is turned round asks people to read twice.</summary>
    [Fact]
    public void Geen_vraag_van_het_huis_is_omgekeerd() =>
        Assert.DoesNotContain(Boek.Alle.SelectMany(i => i.Onderdelen).SelectMany(o => o.Vragen), v => v.Omgekeerd);

    [Fact]
    public void De_bouwstenen_dekken_de_zes_dimensies_en_drie_namen_zijn_onbevestigd()
    {
        Assert.Equal(Dimensies.Kern, Bouwstenen.Onderdelen.SelectMany(o => o.Dimensies).Select(d => d.Dimensie));
        Assert.Equal(["B3", "B4", "B5"], Bouwstenen.Onderdelen.Where(o => o.Status == "onbevestigd").Select(o => o.Code));
    }

    [Fact]
    public void De_lerende_organisatie_dekt_hr_niet() =>
        Assert.DoesNotContain(Boek.Zoek("lerend-innovatief-1")!.Onderdelen.SelectMany(o => o.Dimensies), d => d.Dimensie == "D5");

    [Theory]
    [InlineData("bouwstenen-2")]
    [InlineData("lerend-innovatief-2")]
    public void De_tweede_versies_vragen_eigen_wil_en_tellen_leergedrag_en_vragen_dat_de_leiding_niet(string id)
    {
        var instrument = Boek.Zoek(id)!;

        Assert.Contains(instrument.Onderdelen, o => o.Dimensies.Any(d => d.Dimensie == "D7") && o.Schaal is null);
        var gedrag = instrument.Onderdelen.Where(o => o.Dimensies.Any(d => d.Dimensie == "D8")).ToList();
        Assert.All(gedrag, o => Assert.Equal((0, 3), (o.Schaal!.Laagste, o.Schaal.Hoogste)));
        Assert.All(instrument.Onderdelen, o => Assert.Equal(o.Dimensies.Any(d => d.Dimensie is "D7" or "D8"), o.AlleenMensen));

        var lijst = Boek.Lijst(id, "kernvragen-1")!;
        Assert.Equal(
            lijst.Delen.Where(d => !d.Onderdeel.AlleenMensen).Select(d => d.Onderdeel.Code),
            lijst.VoorLeiding().Delen.Select(d => d.Onderdeel.Code)
        );
        // Of a part with answers of its own 0 is one and 4 is none.
        var blad = Voorbeelden.Blad(lijst, 3, [.. gedrag.Select(o => (o.Code, (int?)0))]);
        Assert.Empty(blad.Controleer(lijst, ZonderKeuzes));
        var fout = Voorbeelden.Blad(lijst, 3, (gedrag[0].Code, 4));
        Assert.Equal([$"antwoorden.{gedrag[0].Code}"], fout.Controleer(lijst, ZonderKeuzes).Select(f => f.Veld));
    }

    [Fact]
    public void Wie_een_gebruikt_bestand_verandert_sluit_geen_scan_meer()
    {
        Instrumentgebruik.Eis(Kernvragen, Kernvragen.Hash);
        // Of before it was kept nothing is known.
        Instrumentgebruik.Eis(Kernvragen, null);
        var veranderd = Kernvragen with { Hash = "anders" };
        var fout = Assert.Throws<InvalidOperationException>(() => Instrumentgebruik.Eis(veranderd, Kernvragen.Hash));
        Assert.Contains("kernvragen-1", fout.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Een_score_gaat_naar_een_andere_schaal_van_laagste_naar_laagste()
    {
        var (keren, eens) = (new Schaal(0, 3, []), new Schaal(1, 5, []));

        Assert.Equal([1m, 3m, 5m], ((decimal[])[0m, 1.5m, 3m]).Select(s => eens.Van(keren, s)));
        Assert.Equal([0m, 1.5m, 3m], ((decimal[])[1m, 3m, 5m]).Select(s => keren.Van(eens, s)));
    }

    [Fact]
    public void De_kernvragen_gaan_mee_met_elk_ander_instrument()
    {
        var lijst = Boek.Lijst("bouwstenen-1", "kernvragen-1")!;

        Assert.Equal(12, lijst.Delen.Count);
        Assert.Equal("D1", lijst.Delen[0].Onderdeel.Code);
        Assert.Equal("B1", lijst.Delen[6].Onderdeel.Code);
        Assert.Null(Boek.Lijst("bestaat-niet-1", null));
    }

    [Fact]
    public void Antwoorden_passen_op_de_vragenlijst()
    {
        Assert.Empty(Controleer(Blad(1)));
        Assert.Empty(Controleer(Blad(5, ("D3", null))));
        Assert.Equal(["antwoorden.D2"], Controleer(Blad(3, ("D2", 6))));
        Assert.Equal(["antwoorden.D2"], Controleer(Blad(3, ("D2", 0))));

        var krom = Blad(3).Antwoorden.ToDictionary();
        krom.Remove("D6");
        krom["D9"] = [1, 1];
        krom["D1"] = [1];
        Assert.Equal(["antwoorden.D9", "antwoorden.D1", "antwoorden.D6"], Controleer(new Antwoordblad(krom)));
        Assert.Equal(["antwoorden.D9", "antwoorden.D1"], Controleer(new Antwoordblad(krom), half: true));
    }

    [Fact]
    public void Wie_kiest_wat_niet_gevraagd_wordt_hoort_dat()
    {
        var keuzes = new Dictionary<string, IReadOnlyList<string>> { ["leeftijd"] = ["tot-30", "50-plus"] };

        var goed = Blad(3) with
        {
            WilBeter = ["D1", "D6"],
            Kenmerken = new Dictionary<string, string> { ["leeftijd"] = "tot-30" },
        };
        Assert.Empty(goed.Controleer(Lijst, keuzes));
        Assert.Equal(["wilBeter", "kenmerken.contract", "kenmerken.leeftijd"], (
                Blad(3) with
                {
                    WilBeter = ["D1", "D1"],
                    Kenmerken = new Dictionary<string, string> { ["contract"] = "vast", ["leeftijd"] = "oud" },
                }
            ).Controleer(Lijst, keuzes).Select(f => f.Veld));
    }

    /// <summary>Each hole at the line where it is.</summary>
    [Theory]
    [InlineData("\"licentie\": \"vrij\",", "", "regel 1: 'licentie' ontbreekt")]
    [InlineData("\"bron\": \"eigen\"", "\"bron\": \"\"", "regel 6: 'bron' is leeg of geen tekst")]
    [InlineData("\"versie\": 1", "\"versie\": 2", "regel 2: 'id' is 'proef-1', en reeks en versie samen zijn 'proef-2'")]
    [InlineData("\"hoogste\": 5", "\"hoogste\": 6", "regel 10: van 1 tot en met 6 zijn 6 antwoorden; er staan er 5")]
    [InlineData(
        "\"hoogste\": 5",
        "\"hoogste\": 4",
        "regel 10: de schaal van een instrument loopt van 1 tot en met 5; een onderdeel kan een eigen schaal hebben"
    )]
    [InlineData("\"gewicht\": 1", "\"gewicht\": 0.7", "regel 14: 'gewicht' is 1 (geheel) of 0.5 (deels)")]
    [InlineData(
        "\"dimensie\": \"D1\"",
        "\"dimensie\": \"D0\"",
        "regel 14: 'dimensie' is 'D0'; kies uit D1, D2, D3, D4, D5, D6, D7, D8, D9"
    )]
    [InlineData("\"en\": \"Two.\"", "\"EN\": \"Two.\"", "regel 13: 'EN' bestaat hier niet")]
    [InlineData(
        "\"status\": \"gevalideerd\"",
        "\"status\": \"goed\"",
        "regel 9: 'status' is 'goed'; kies uit niet-gevalideerd, in-onderzoek, gevalideerd"
    )]
    [InlineData(
        "\"code\": \"P1\"",
        "\"code\": \"D1\"",
        "regel 11: een onderdeel heet niet zoals een dimensie: die codes zijn van de kernvragen"
    )]
    [InlineData("\"naam\": {\"nl\": \"P\"", "\"naam\": {\"nl\": 3", "regel 12: 'nl' is leeg of geen tekst")]
    [InlineData(
        "\"code\": \"P1\",",
        "\"code\": \"P1\", \"schaal\": {\"laagste\": 0, \"hoogste\": 2, \"antwoorden\": [{\"nl\": \"niet\", \"en\": \"not\"}]},",
        "regel 12: van 0 tot en met 2 zijn 3 antwoorden; er staan er 1"
    )]
    [InlineData("\"reeks\": \"proef\",", "\"reeks\": \"proef\",,", "regel 3: dit is geen geldige JSON")]
    public void Een_bestand_met_een_gat_wordt_geweigerd_met_regel_en_reden(string wat, string wordt, string fout)
    {
        Assert.Contains(wat, Proef, StringComparison.Ordinal);

        var geweigerd = Assert.Throws<Gegevensfout>(() => Lees(Proef.Replace(wat, wordt, StringComparison.Ordinal)));

        Assert.Contains(fout, geweigerd.Fouten);
        Assert.Contains("proef.json", geweigerd.Message, StringComparison.Ordinal);
    }

    /// <summary>Who weighs a scan as evidence is told on how many firms and people its questions rest, and of when that is.</summary>
    [Fact]
    public void Een_bestand_zegt_bij_hoeveel_bedrijven_en_mensen_het_is_onderzocht_en_wanneer()
    {
        const string Zonder = "\"toelichting\": \"proef\"";
        Assert.Contains(Zonder, Proef, StringComparison.Ordinal);

        var met = Proef.Replace(Zonder, $"{Zonder}, \"bedrijven\": 24, \"personen\": 610, \"jaar\": 2025", StringComparison.Ordinal);

        Assert.Equal(new Validatie("gevalideerd", "proef", 24, 610, 2025), Lees(met).Validatie);
        Assert.Equal(new Validatie("gevalideerd", "proef"), Lees(Proef).Validatie);
    }

    /// <summary>People are told that it takes about eight minutes; what was begun with a longer list of before is still read.</summary>
    [Fact]
    public void Met_wat_langer_dan_acht_minuten_duurt_begint_niets_meer_en_het_is_nog_te_lezen()
    {
        Assert.False(Lees(MetVragen(48)).TeLang);
        Assert.True(Lees(MetVragen(49)).TeLang);
        Assert.DoesNotContain(Boek.Alle, i => i.TeLang);

        var map = Directory.CreateTempSubdirectory("instrumenten-").FullName;
        try
        {
            File.WriteAllText(Path.Combine(map, "proef.json"), MetVragen(49));
            var fout = Starten.Beslis(new(8, null, "proef-1"), KvkNummer, Instrumentboek.Met(map), _ => Bewaard, Start).Weigering!.Fouten;
            Assert.Equal(["instrument"], fout.Select(f => f.Veld));
        }
        finally
        {
            Directory.Delete(map, recursive: true);
        }

        static string MetVragen(int aantal) =>
            Proef.Replace(
                Vragen,
                string.Join(", ", Enumerable.Range(1, aantal).Select(i => $$"""{"nl": "Vraag {{i}}.", "en": "Question {{i}}."}""")),
                StringComparison.Ordinal
            );
    }

    [Fact]
    public void Alle_fouten_van_een_bestand_worden_samen_genoemd()
    {
        var krom = Proef
            .Replace("\"bron\": \"eigen\"", "\"bron\": \"\"", StringComparison.Ordinal)
            .Replace("\"gewicht\": 1", "\"gewicht\": 7", StringComparison.Ordinal);

        Assert.True(Assert.Throws<Gegevensfout>(() => Lees(krom)).Fouten.Count >= 2);
    }

    [Fact]
    public void Een_instrument_erbij_is_een_bestand_in_een_map()
    {
        var map = Directory.CreateTempSubdirectory("instrumenten-").FullName;
        try
        {
            File.WriteAllText(Path.Combine(map, "proef.json"), Proef);
            Assert.Equal("Proef", Instrumentboek.Met(map).Zoek("proef-1")!.Naam.Nl);

            File.WriteAllText(Path.Combine(map, "proef2.json"), Proef);
            Assert.Contains("proef-1", Assert.Throws<Gegevensfout>(() => Instrumentboek.Met(map)).Message, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(map, recursive: true);
        }
    }

    private static Instrument Lees(string json) => Instrumentlezer.Lees("proef.json", Encoding.UTF8.GetBytes(json));

    private static IEnumerable<string> Controleer(Antwoordblad blad, bool half = false) =>
        blad.Controleer(Lijst, ZonderKeuzes, half).Select(f => f.Veld);

    private const string Vragen = """{"nl": "Een.", "en": "One."}, {"nl": "Twee.", "en": "Two."}""";

    private const string Proef = """
        {
          "id": "proef-1",
          "reeks": "proef",
          "versie": 1,
          "naam": {"nl": "Proef", "en": "Trial"},
          "bron": "eigen",
          "licentie": "vrij",
          "onderbouwing": "geen",
          "validatie": {"status": "gevalideerd", "toelichting": "proef"},
          "schaal": {"laagste": 1, "hoogste": 5, "antwoorden": [{"nl": "een", "en": "one"}, {"nl": "twee", "en": "two"}, {"nl": "drie", "en": "three"}, {"nl": "vier", "en": "four"}, {"nl": "vijf", "en": "five"}]},
          "onderdelen": [
            {"code": "P1", "naam": {"nl": "P", "en": "P"}, "status": "bevestigd",
             "vragen": [{"nl": "Een.", "en": "One."}, {"nl": "Twee.", "en": "Two."}],
             "dimensies": [{"dimensie": "D1", "gewicht": 1, "status": "bevestigd", "bron": "proef"}]}
          ]
        }
        """;
}
