using System.Text.Json;

namespace SlimRegeling.Api.Tests;

public sealed record Gekregen(int Status, string? Soort, string Tekst, string? Etag, string? Locatie = null)
{
    public static async Task<Gekregen> Van(HttpResponseMessage antwoord) =>
        new(
            (int)antwoord.StatusCode,
            antwoord.Content.Headers.ContentType?.MediaType,
            await antwoord.Content.ReadAsStringAsync(),
            antwoord.Headers.ETag?.Tag,
            antwoord.Headers.Location?.ToString()
        );

    public JsonElement Inhoud => JsonSerializer.Deserialize<JsonElement>(Tekst);

    public string Veld(string naam) => Inhoud.GetProperty(naam).GetString()!;
}
