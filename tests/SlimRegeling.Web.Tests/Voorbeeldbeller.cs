using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace SlimRegeling.Web.Tests;

/// <summary>Calls the API of a whole program as one of its example people, or as nobody.</summary>
internal static class Voorbeeldbeller
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task<HttpClient> Als(string? persoon, Uri adres)
    {
        var client = new HttpClient { BaseAddress = adres };
        if (persoon is not null)
        {
            using var aanmelding = await client.PostAsync(
                "/voorbeeldprovider/token",
                new FormUrlEncodedContent([
                    new("grant_type", "urn:slimregeling:voorbeeldpersoon"),
                    new("client_id", "voorbeeld"),
                    new("persoon", persoon),
                ]),
                Ct
            );
            var token = (await aanmelding.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("access_token").GetString();
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }
        return client;
    }

    public static async Task<HttpResponseMessage> Roep(Uri adres, string? persoon, HttpMethod methode, string pad, object? lichaam = null)
    {
        using var client = await Als(persoon, adres);
        using var verzoek = new HttpRequestMessage(methode, pad) { Content = lichaam is null ? null : JsonContent.Create(lichaam) };
        verzoek.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        return await client.SendAsync(verzoek, Ct);
    }

    public static async Task<JsonElement> Gelukt(Uri adres, string? persoon, HttpMethod methode, string pad, object? lichaam = null)
    {
        using var antwoord = await Roep(adres, persoon, methode, pad, lichaam);
        var tekst = await antwoord.Content.ReadAsStringAsync(Ct);
        Assert.True(antwoord.IsSuccessStatusCode, tekst);
        return JsonSerializer.Deserialize<JsonElement>(tekst);
    }
}
