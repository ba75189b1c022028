using System.Text.Json;

namespace SlimRegeling.Api.Tests;

/// <summary>The rule versions as anyone reads them.</summary>
public sealed class RegelversiesTests(Apihuis huis)
{
    [Fact]
    public async Task Everyone_reads_every_version_with_every_figure_its_article_and_its_source()
    {
        var lijst = (await Zaakloop.Gelukt(huis.Haal(null, "/v1/regelversies"))).Inhoud.EnumerateArray().ToList();
        Assert.Equal(
            ["slim-2020", "slim-2021", "slim-2022", "slim-2023", "slim-2023-09", "slim-2024", "slim-2025", "slim-2026"],
            lijst.Select(v => Tekst(v, "id"))
        );
        foreach (var regel in lijst)
        {
            var versie = (await Zaakloop.Gelukt(huis.Haal(null, $"/v1/regelversies/{Tekst(regel, "id")}"))).Inhoud;
            Assert.Equal(Tekst(regel, "hash"), Tekst(versie, "hash"));
            var bronnen = versie.GetProperty("bronnen").EnumerateArray().Select(b => Tekst(b, "code")).ToList();
            var regels = versie.GetProperty("secties").EnumerateArray().SelectMany(s => s.GetProperty("regels").EnumerateArray()).ToList();
            Assert.All(regels, r => Assert.NotEmpty(Tekst(r, "artikel")));
            Assert.All(regels, r => Assert.Contains(Tekst(r, "bron"), bronnen));
            Assert.All(regels.Where(r => Tekst(r, "sectie") == "parameters"), r => Assert.NotEmpty(Tekst(r, "waarde")));
            Assert.Equal(regel.GetProperty("onbevestigd").GetInt32(), regels.Count(r => Tekst(r, "status") == "onbevestigd"));
        }
    }

    [Fact]
    public async Task A_rule_shows_its_value_unit_both_article_numbers_source_status_and_sentence()
    {
        var versie = (await Zaakloop.Gelukt(huis.Haal(null, "/v1/regelversies/slim-2026"))).Inhoud;
        var regel = Regel(versie, "parameters", "percentage-klein");
        Assert.Equal("60", Tekst(regel, "waarde"));
        Assert.Equal("procent", Tekst(regel, "eenheid"));
        Assert.Equal("2.20, tweede lid", Tekst(regel, "artikel"));
        Assert.Equal("18, tweede lid", Tekst(regel, "artikelOud"));
        Assert.Equal("LAW26", Tekst(regel, "bron"));
        Assert.Equal("bevestigd", Tekst(regel, "status"));
        Assert.Contains("kleine onderneming", Tekst(regel, "toelichting"), StringComparison.Ordinal);
        var termijn = Regel(versie, "termijnen", "beslistermijn-samenwerkingsverband");
        Assert.Equal(("13", "weken"), (Tekst(termijn, "waarde"), Tekst(termijn, "eenheid")));
        Assert.StartsWith("13 weken na ", Tekst(termijn, "inhoud"), StringComparison.Ordinal);
        Assert.NotEmpty(Regel(versie, "documenten", "mkb-verklaring").GetProperty("aanvragertypen").EnumerateArray());
    }

    [Fact]
    public async Task What_differs_between_two_versions_is_told_both_ways()
    {
        var heen = (await Zaakloop.Gelukt(huis.Haal(null, "/v1/regelversies/slim-2025/verschil/slim-2026"))).Inhoud;
        var verschil = Assert.Single(
            heen.GetProperty("verschillen").EnumerateArray(),
            v => Tekst(v, "code") == "beslistermijn-samenwerkingsverband"
        );
        Assert.Equal("gewijzigd", Tekst(verschil, "soort"));
        Assert.Contains("13 weken", Tekst(verschil, "naar"), StringComparison.Ordinal);
        Assert.Equal("De minister beslist binnen 13 weken na het tijdvak.", Tekst(verschil, "uitleg"));
        var terug = (await Zaakloop.Gelukt(huis.Haal(null, "/v1/regelversies/slim-2026/verschil/slim-2025"))).Inhoud;
        Assert.Equal(heen.GetProperty("verschillen").GetArrayLength(), terug.GetProperty("verschillen").GetArrayLength());
        var zelfde = (await Zaakloop.Gelukt(huis.Haal(null, "/v1/regelversies/slim-2026/verschil/slim-2026"))).Inhoud;
        Assert.Empty(zelfde.GetProperty("verschillen").EnumerateArray());
    }

    [Theory]
    [InlineData("/v1/regelversies/slim-2019", "slim-2019")]
    [InlineData("/v1/regelversies/slim-2019/verschil/slim-2026", "slim-2019")]
    [InlineData("/v1/regelversies/slim-2026/verschil/slim-2027", "slim-2027")]
    public async Task A_version_that_does_not_exist_is_told(string pad, string naam) =>
        (await huis.Haal(null, pad)).IsProbleem(404, "niet-gevonden").Noemt($"'{naam}'").Noemt("slim-2024");

    private static JsonElement Regel(JsonElement versie, string sectie, string code) =>
        versie
            .GetProperty("secties")
            .EnumerateArray()
            .Single(s => Tekst(s, "sectie") == sectie)
            .GetProperty("regels")
            .EnumerateArray()
            .Single(r => Tekst(r, "code") == code);

    private static string Tekst(JsonElement element, string naam) => element.GetProperty(naam).GetString()!;
}
