using System.Text.Json;

namespace SlimRegeling.Zaken.Tests;

/// <summary>Filters of the list of work that someone keeps.</summary>
public sealed class WeergavenTests(Zakenhuis huis) : IClassFixture<Zakenhuis>
{
    [Fact]
    public async Task A_filter_is_kept_under_a_name_for_who_kept_it()
    {
        var naam = $"Vandaag {Guid.NewGuid():N}";
        await Bewaar(naam, new { wie = "mij", termijn = "week" });
        await Bewaar(
            $" {naam} ",
            new
            {
                wie = "mij",
                termijn = "verlopen",
                tijdvak = "  ",
            }
        );

        var weergave = (await Weergaven(Zakenhuis.Bea)).Single(w => Tekst(w, "naam") == naam);
        Assert.Equal("""{"wie":"mij","termijn":"verlopen"}""", weergave.GetProperty("filter").GetRawText());
        Assert.DoesNotContain(await Weergaven(Zakenhuis.Mila), w => Tekst(w, "naam") == naam);
        var pad = $"/v1/werk/weergaven/{weergave.GetProperty("nummer").GetInt32()}";
        Assert.Equal(200, (await huis.Doe(Zakenhuis.Mila, HttpMethod.Delete, pad)).Status);
        Assert.Contains(await Weergaven(Zakenhuis.Bea), w => Tekst(w, "naam") == naam);
        Assert.Equal(200, (await huis.Doe(Zakenhuis.Bea, HttpMethod.Delete, pad)).Status);
        Assert.Equal(200, (await huis.Doe(Zakenhuis.Bea, HttpMethod.Delete, pad)).Status);
        Assert.DoesNotContain(await Weergaven(Zakenhuis.Bea), w => Tekst(w, "naam") == naam);

        async Task Bewaar(string als, object filter) =>
            Assert.Equal(200, (await huis.Doe(Zakenhuis.Bea, HttpMethod.Post, "/v1/werk/weergaven", new { naam = als, filter })).Status);
    }

    [Fact]
    public async Task A_view_without_a_name_or_with_a_filter_that_is_none_is_not_kept_and_nobody_keeps_more_than_twenty()
    {
        Assert.Equal("naam", await Fout(new { naam = " ", filter = new { } }));
        Assert.Equal("fase", await Fout(new { naam = "x", filter = new { fase = "klaar" } }));
        for (var i = 0; i < 20; i++)
        {
            Assert.Equal(200, (await Bewaar(new { naam = $"w{i}", filter = new { } })).Status);
        }

        var (status, probleem) = await Bewaar(new { naam = "w20", filter = new { } });
        Assert.Equal((409, "urn:slimregeling:probleem:te-veel-weergaven"), (status, Tekst(probleem, "type")));
        Assert.Equal(200, (await Bewaar(new { naam = "w0", filter = new { wie = "mij" } })).Status);

        Task<(int Status, JsonElement Inhoud)> Bewaar(object verzoek) =>
            huis.Doe(Zakenhuis.Mila, HttpMethod.Post, "/v1/werk/weergaven", verzoek);

        async Task<string?> Fout(object verzoek)
        {
            var (geweigerd, inhoud) = await Bewaar(verzoek);
            Assert.Equal(422, geweigerd);
            return Tekst(Assert.Single(inhoud.GetProperty("fouten").EnumerateArray()), "veld");
        }
    }

    private async Task<IReadOnlyList<JsonElement>> Weergaven(string wie) =>
        [.. (await huis.Haal(wie, "/v1/werk/weergaven")).Inhoud.EnumerateArray()];

    private static string? Tekst(JsonElement regel, string veld) =>
        regel.TryGetProperty(veld, out var waarde) && waarde.ValueKind == JsonValueKind.String ? waarde.GetString() : null;
}
