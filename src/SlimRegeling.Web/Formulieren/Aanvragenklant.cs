using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using SlimRegeling.Platform.Identiteit;

namespace SlimRegeling.Web.Api.Aanvragen;

/// <summary>An answer of the API as JSON: of a form only the API knows the fields.</summary>
/// <param name="Versie">The ETag; null when there is none.</param>
public sealed record JsonAntwoord(int Status, JsonNode? Inhoud, long? Versie)
{
    public bool Gelukt => Status is >= 200 and < 300;

    /// <summary>The code of a refusal, such as <c>al-ingediend</c>; null when it went well.</summary>
    public string? Code => Gelukt ? null : Inhoud?["type"]?.GetValue<string>().Split(':')[^1];

    public string Uitleg => Inhoud?["detail"]?.GetValue<string>() ?? "";

    public string? Artikel => Inhoud?["artikel"]?.GetValue<string>();

    public IReadOnlyList<Fout> Fouten => Inhoud?["fouten"] is { } fouten ? Lees(fouten) : [];

    /// <summary>What a good answer says.</summary>
    public T Als<T>() => Inhoud.Deserialize<T>(SlimRegeling.Platform.Stromen.Json.Opties)!;

    public static IReadOnlyList<Fout> Lees(JsonNode fouten) =>
        fouten.Deserialize<List<Fout>>(SlimRegeling.Platform.Stromen.Json.Opties) ?? [];
}

internal static class Vragen
{
    /// <summary>Who works on a case also reads why a step is not theirs (403).</summary>
    public static readonly int[] VanWerk = [400, 403, 409, 412, 422];

    private static readonly int[] Weigeringen = [400, 409, 412, 422];

    /// <summary>
    /// Asks what has a form in it. A refusal that the person can do something about (400, 409, 412, 422, and 403 when a colleague may do it) is an
    /// answer; anything else is thrown.
    /// </summary>
    /// <param name="pad">Below <c>/v1</c>, without a slash before it.</param>
    /// <param name="weigeringen">The statuses that are an answer, when they are others than these.</param>
    public static async Task<JsonAntwoord> Vraag(
        this HttpClient client,
        HttpMethod methode,
        string pad,
        JsonNode? lichaam = null,
        string? sleutel = null,
        long? gezien = null,
        int[]? weigeringen = null,
        CancellationToken ct = default
    )
    {
        using var verzoek = new HttpRequestMessage(methode, new Uri(pad, UriKind.Relative));
        if (lichaam is not null)
        {
            verzoek.Content = JsonContent.Create(lichaam);
        }
        if (sleutel is not null)
        {
            verzoek.Headers.Add("Idempotency-Key", sleutel);
        }
        if (gezien is { } versie)
        {
            verzoek.Headers.IfMatch.Add(new EntityTagHeaderValue($"\"{versie.ToString(CultureInfo.InvariantCulture)}\""));
        }
        return await client.Antwoord(verzoek, weigeringen ?? Weigeringen, ct);
    }

    /// <summary>What the API has at a place, with its version. Anything but a good answer is thrown, with the words of the API.</summary>
    public static async Task<(T Inhoud, long? Versie)> Lees<T>(this HttpClient client, string pad, CancellationToken ct)
    {
        var antwoord = await client.Vraag(HttpMethod.Get, pad, weigeringen: [], ct: ct);
        return (antwoord.Als<T>(), antwoord.Versie);
    }

    /// <param name="weigeringen">
    /// The statuses that are an answer when they say why, beside 403 for who acts for one establishment; anything else that did not go well is
    /// thrown.
    /// </param>
    public static async Task<JsonAntwoord> Antwoord(
        this HttpClient client,
        HttpRequestMessage verzoek,
        int[] weigeringen,
        CancellationToken ct
    )
    {
        using var antwoord = await client.SendAsync(verzoek, ct);
        var tekst = await antwoord.Content.ReadAsStringAsync(ct);
        var status = (int)antwoord.StatusCode;
        var json = antwoord.Content.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.Ordinal) == true;
        if (!antwoord.IsSuccessStatusCode && !(json && (weigeringen.Contains(status) || IsVoorVestiging(status, tekst))))
        {
            throw new ApiException(
                $"{verzoek.Method} {verzoek.RequestUri}",
                status,
                tekst,
                new Dictionary<string, IEnumerable<string>>(),
                null
            );
        }
        return new(
            status,
            json && tekst.Length > 0 ? JsonNode.Parse(tekst) : null,
            long.TryParse(antwoord.Headers.ETag?.Tag.Trim('"'), CultureInfo.InvariantCulture, out var gelezen) ? gelezen : null
        );
    }

    /// <summary>Where one may be, and only the last step is for someone else: the page stays, with what was typed.</summary>
    private static bool IsVoorVestiging(int status, string tekst) =>
        status == StatusCodes.Status403Forbidden && tekst.Contains($":{BindtOnderneming.Weigering}\"", StringComparison.Ordinal);
}

public partial class AanvragenApi
{
    /// <inheritdoc cref="Vragen.Vraag"/>
    public Task<JsonAntwoord> Vraag(
        HttpMethod methode,
        string pad,
        JsonNode? lichaam = null,
        string? sleutel = null,
        long? gezien = null,
        CancellationToken ct = default
    ) => _httpClient.Vraag(methode, pad, lichaam, sleutel, gezien, ct: ct);

    /// <summary>The same for who works on a case: why a step is not theirs is an answer too.</summary>
    public Task<JsonAntwoord> Werk(
        HttpMethod methode,
        string pad,
        JsonNode? lichaam = null,
        string? sleutel = null,
        long? gezien = null,
        CancellationToken ct = default
    ) => _httpClient.Vraag(methode, pad, lichaam, sleutel, gezien, Vragen.VanWerk, ct);

    /// <inheritdoc cref="Vragen.Lees{T}"/>
    public Task<(T Inhoud, long? Versie)> Lees<T>(string pad, CancellationToken ct) => _httpClient.Lees<T>(pad, ct);
}
