using System.Text;
using System.Text.Json;
using CsCheck;
using NodaTime;
using SlimRegeling.Dossiers.Uitvoer;
using SlimRegeling.Platform.Identiteit;

namespace SlimRegeling.Dossiers.Tests.Documenten;

/// <summary>What was stored, as people read it in a dossier.</summary>
public sealed class LeesbaarTests
{
    private static readonly Dictionary<string, JsonElement> Niets = [];

    [Theory]
    [InlineData("aanvraag-ingediend", "Aanvraag ingediend")]
    [InlineData("nogTeBetalen", "Nog te betalen")]
    [InlineData("DocumentGeweigerd", "Document geweigerd")]
    [InlineData("bedrag", "Bedrag")]
    [InlineData("", "")]
    public void Een_naam_wordt_woorden(string naam, string woorden) => Assert.Equal(woorden, Leesbaar.Woorden(naam));

    [Theory]
    [InlineData("\"11040.00\"", "11.040,00")]
    [InlineData("\"2026-04-07\"", "7 april 2026")]
    [InlineData("\"2026-04-07T07:00:05Z\"", "7 april 2026, 9.00.05 uur")]
    [InlineData("true", "ja")]
    [InlineData("false", "nee")]
    [InlineData("12.5", "12.5")]
    [InlineData("\"Steenweg 12\"", "Steenweg 12")]
    public void Een_waarde_staat_er_zoals_men_haar_hier_schrijft(string json, string tekst) =>
        Assert.EndsWith(tekst, Leesbaar.Tekst(JsonSerializer.Deserialize<JsonElement>(json)), StringComparison.Ordinal);

    [Fact]
    public void In_plaats_van_een_verwijzing_staat_wat_er_was_of_dat_het_weg_is()
    {
        const string Id = "0192f0c0-0000-7000-8000-000000000001";
        var gebeurtenis = JsonSerializer.Deserialize<JsonElement>(
            $$"""{"reden":{"id":"{{Id}}","hash":"abc"},"op":"2026-04-07T07:00:00Z"}"""
        );
        Dictionary<string, JsonElement> inhouden = new()
        {
            [Id] = JsonSerializer.Deserialize<JsonElement>("""{"tekst":"Wij zijn verhuisd."}"""),
        };

        Assert.Contains(
            "<dt>Reden</dt><dd><dl><dt>Tekst</dt><dd>Wij zijn verhuisd.</dd></dl>",
            Html(gebeurtenis, inhouden),
            StringComparison.Ordinal
        );
        Assert.Contains("abc", Html(gebeurtenis, inhouden), StringComparison.Ordinal);
        Assert.Contains("(niet opgenomen of vernietigd)", Html(gebeurtenis, Niets), StringComparison.Ordinal);
        Assert.DoesNotContain("Op</dt>", Html(gebeurtenis, Niets), StringComparison.Ordinal);
    }

    [Fact]
    public void Wat_iemand_typte_wordt_nooit_een_deel_van_het_blad() =>
        Gen.String[Gen.OneOf(Gen.Char["<>&\"'/ab \u0000\u202e"], Gen.Char)]
            // Half a character is no text.
            .Where(tekst => !tekst.Any(char.IsSurrogate))
            .Sample(tekst =>
            {
                var html = Html(JsonSerializer.SerializeToElement(new Dictionary<string, string> { [$"v{tekst}"] = tekst }), Niets);
                var zonder = html.Replace("<dl>", "", StringComparison.Ordinal)
                    .Replace("</dl>", "", StringComparison.Ordinal)
                    .Replace("<dt>", "", StringComparison.Ordinal)
                    .Replace("</dt>", "", StringComparison.Ordinal)
                    .Replace("<dd>", "", StringComparison.Ordinal)
                    .Replace("</dd>", "", StringComparison.Ordinal);
                Assert.DoesNotContain('<', zonder);
                Assert.DoesNotContain('>', zonder);
                Assert.DoesNotContain('"', zonder);
            });

    [Fact]
    public void Een_verzoek_zonder_toelichting_wordt_geweigerd_en_bewaart_niets()
    {
        var nu = Instant.FromUtc(2026, 4, 7, 7, 0);
        foreach (var toelichting in (string[])["", "  ", new string('x', 1001)])
        {
            var beslissing = UitvoerVragen.Beslis(
                "SLIM-1",
                new(Aanleiding.Beroep, toelichting),
                () => throw new InvalidOperationException("kept"),
                "bea",
                nu
            );
            Assert.Equal("toelichting", Assert.Single(beslissing.Weigering!.Fouten).Veld);
        }
        var gevraagd = Assert.IsType<DossieruitvoerGevraagd>(
            Assert.Single(
                UitvoerVragen
                    .Beslis("SLIM-1", new(Aanleiding.Beroep, "De rechtbank."), () => new(Guid.NewGuid(), "h"), "bea", nu)
                    .Gebeurtenissen
            )
        );
        Assert.Equal(("SLIM-1", Aanleiding.Beroep, "bea", nu), (gevraagd.Zaaknummer, gevraagd.Aanleiding, gevraagd.Door, gevraagd.Op));
    }

    [Fact]
    public void Een_scan_die_een_ander_bij_deze_zaak_noemde_hoort_er_niet_bij()
    {
        Zaak zaak = new("SLIM-1", "11111111", "slim-2026");
        Persoon bea = new("bea", new HashSet<Rol> { Rol.Beoordelaar });
        Deel deel = new("leercultuurscans", [Gestart("scan-a", "11111111"), Gestart("scan-b", "22222222"), Gestart("SLIM-1", "11111111")]);
        Assert.Equal(
            ["scan-a", "SLIM-1"],
            Dossierinhoud.Zichtbaar(deel, zaak, bea, Aanleiding.Controle).Gebeurtenissen.Select(g => g.Stroom)
        );
    }

    [Theory]
    [InlineData(Aanleiding.Bezwaar, "BZ1 bezwaar-ingediend;BZ2 bezwaar-beslist")]
    [InlineData(Aanleiding.Inzageverzoek, "BZ1 bezwaar-ingediend;BZ2 bezwaar-beslist")]
    [InlineData(
        Aanleiding.Beroep,
        "BZ1 bezwaar-ingediend;BZ1 bezwaar-partij-toegevoegd;BZ2 bezwaar-ingediend;BZ2 bezwaar-aangevuld;BZ2 bezwaar-beslist"
    )]
    public void Wie_anders_is_en_wat_die_schreef_gaat_alleen_naar_de_rechter_en_een_eigen_belang_nergens_heen(
        Aanleiding aanleiding,
        string metInhoud
    )
    {
        Zaak zaak = new("SLIM-1", "11111111", "slim-2026");
        Persoon bea = new("bea", new HashSet<Rol> { Rol.Beoordelaar });
        Deel deel = new(
            "verlening",
            [
                Geschreven("SLIM-1", "belang-gemeld"),
                Geschreven("SLIM-1", "belang-opgeheven"),
                Geschreven("SLIM-1-BZ1", "bezwaar-ingediend", "aanvrager"),
                Geschreven("SLIM-1-BZ1", "bezwaar-belang-gemeld"),
                Geschreven("SLIM-1-BZ1", "bezwaar-partij-toegevoegd"),
                Geschreven("SLIM-1-BZ2", "bezwaar-ingediend", "derde"),
                Geschreven("SLIM-1-BZ2", "bezwaar-aangevuld", "derde"),
                Geschreven("SLIM-1-BZ2", "bezwaar-beslist", "derde"),
                Geschreven("SLIM-1-uitvoer-1", "dossieruitvoer-gevraagd"),
            ]
        );

        var zichtbaar = Dossierinhoud.Zichtbaar(deel, zaak, bea, aanleiding).Gebeurtenissen;

        Assert.Equal(deel.Gebeurtenissen.Count, zichtbaar.Count);
        Assert.Equal(metInhoud, string.Join(';', zichtbaar.Where(g => g.Inhouden.Count > 0).Select(g => $"{g.Stroom[7..]} {g.Naam}")));
    }

    private static Gebeurd Geschreven(string stroom, string naam, string? indiener = null) =>
        new(
            stroom,
            1,
            naam,
            Instant.MinValue,
            "wie",
            JsonSerializer.SerializeToElement(new { betreft = new { indiener } }),
            new Dictionary<string, JsonElement> { ["id"] = JsonSerializer.SerializeToElement("tekst") },
            []
        );

    private static Gebeurd Gestart(string stroom, string kvkNummer) =>
        new(stroom, 1, "scan-gestart", Instant.MinValue, "wie", JsonSerializer.SerializeToElement(new { kvkNummer }), Niets, []);

    private static string Html(JsonElement gebeurtenis, IReadOnlyDictionary<string, JsonElement> inhouden)
    {
        var html = new StringBuilder();
        Leesbaar.Schrijf(html, gebeurtenis, inhouden);
        return html.ToString();
    }
}
