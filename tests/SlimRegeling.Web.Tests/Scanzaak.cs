using System.Net.Http.Json;
using System.Text.Json;

namespace SlimRegeling.Web.Tests;

/// <summary>A scan of an enterprise that no other test looks at.</summary>
/// <param name="Wie">Who acts for the enterprise, by their own name for themselves.</param>
internal sealed record Scanzaak(string Wie, string Naam, string Scan, IReadOnlyList<string> Codes)
{
    /// <param name="opzet">What is sent to start it.</param>
    public static async Task<Scanzaak> Begin(Portaalhuis huis, string wie, string naam, string kvk, object opzet)
    {
        huis.Registreer(wie, naam, kvk);
        var begonnen = await huis.Gelukt(wie, HttpMethod.Post, "/v1/scans", opzet);
        return new(
            wie,
            naam,
            begonnen.GetProperty("scan").GetString()!,
            [.. begonnen.GetProperty("codes").EnumerateArray().Select(c => c.GetString()!)]
        );
    }

    /// <summary>So many of those who were asked answer all twelve kernvragen.</summary>
    public async Task Beantwoord(Portaalhuis huis, int aantal)
    {
        using var client = new HttpClient { BaseAddress = huis.Adres };
        foreach (var code in Codes.Take(aantal))
        {
            var antwoorden = Enumerable.Range(1, 6).ToDictionary(d => $"D{d}", _ => (int[])[4, 3]);
            using var antwoord = await client.PostAsJsonAsync(
                $"/v1/scans/{Scan}/antwoorden",
                new { code, antwoorden },
                TestContext.Current.CancellationToken
            );
            Assert.True(antwoord.IsSuccessStatusCode, await antwoord.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        }
    }

    public Task<JsonElement> Stand(Portaalhuis huis) => huis.Gelukt(Wie, HttpMethod.Get, $"/v1/scans/{Scan}");
}
