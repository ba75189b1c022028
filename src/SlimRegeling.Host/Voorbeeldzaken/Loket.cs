using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using SlimRegeling.Platform.Identiteit.Voorbeeldprovider;

namespace SlimRegeling.Host.Voorbeeldzaken;

/// <summary>An answer of the API; <c>Json</c> is null when it is none.</summary>
internal sealed record Loketantwoord(int Status, byte[] Inhoud, JsonNode? Json)
{
    private const string Probleemsoort = "urn:slimregeling:probleem:";

    public bool Gelukt => Status is >= 200 and < 300;

    /// <summary>The code of the problem, or null when the answer is none.</summary>
    public string? Probleem =>
        !Gelukt
        && Json is JsonObject velden
        && velden["type"]?.ToString() is { } soort
        && soort.StartsWith(Probleemsoort, StringComparison.Ordinal)
            ? soort[Probleemsoort.Length..]
            : null;

    /// <summary>The answer, for a person who must find out what went wrong.</summary>
    public string Uitleg =>
        $"{Status} {Probleem}: {Json?["detail"]} "
        + string.Join("; ", (Json?["fouten"] as JsonArray ?? []).Select(fout => $"{fout?["veld"]}: {fout?["uitleg"]}"));
}

/// <summary>The public API as the people of the case files use it, each with their own token of the example provider.</summary>
internal sealed class Loket(Uri adres) : IDisposable
{
    private readonly HttpClient _client = new() { BaseAddress = adres };
    private readonly Dictionary<string, string> _tokens = [];

    /// <param name="wie">Id of an example person; null: nobody signs in.</param>
    /// <param name="sleutel">The Idempotency-Key of a mutation.</param>
    public async Task<Loketantwoord> Vraag(
        string? wie,
        HttpMethod methode,
        string pad,
        HttpContent? inhoud,
        string sleutel,
        CancellationToken ct
    )
    {
        using var verzoek = new HttpRequestMessage(methode, pad) { Content = inhoud };
        if (wie is not null)
        {
            verzoek.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await Token(wie, ct));
        }
        if (methode != HttpMethod.Get)
        {
            verzoek.Headers.Add("Idempotency-Key", sleutel);
        }
        using var antwoord = await _client.SendAsync(verzoek, ct);
        var bytes = await antwoord.Content.ReadAsByteArrayAsync(ct);
        var json = antwoord.Content.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.Ordinal) is true;
        return new Loketantwoord((int)antwoord.StatusCode, bytes, json && bytes.Length > 0 ? JsonNode.Parse(bytes) : null);
    }

    public static HttpContent Json(JsonNode? inhoud) =>
        new StringContent(inhoud?.ToJsonString() ?? "null", Encoding.UTF8, "application/json");

    public static HttpContent Bytes(byte[] inhoud, string mediatype) =>
        new ByteArrayContent(inhoud) { Headers = { ContentType = new MediaTypeHeaderValue(mediatype) } };

    public void Dispose() => _client.Dispose();

    private async Task<string> Token(string wie, CancellationToken ct)
    {
        if (_tokens.TryGetValue(wie, out var bekend))
        {
            return bekend;
        }
        using var formulier = new FormUrlEncodedContent(
            new Dictionary<string, string>
            {
                ["grant_type"] = "urn:slimregeling:voorbeeldpersoon",
                ["client_id"] = "voorbeeld",
                ["persoon"] = wie,
            }
        );
        using var antwoord = await _client.PostAsync("/voorbeeldprovider/token", formulier, ct);
        var inhoud = await antwoord.Content.ReadFromJsonAsync<JsonObject>(ct);
        return _tokens[wie] =
            inhoud?["access_token"]?.ToString()
            ?? throw new Spelfout($"'{wie}' kan zich niet aanmelden: {inhoud?["error_description"] ?? inhoud?["error"]}");
    }
}
