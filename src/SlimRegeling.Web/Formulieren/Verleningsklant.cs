using System.Text.Json.Nodes;
using SlimRegeling.Web.Api.Aanvragen;

namespace SlimRegeling.Web.Api.Verlening;

public partial class VerleningApi
{
    /// <summary>Withdraws what was assessed, until the decision is signed.</summary>
    public Task<JsonAntwoord> TrekIn(string zaaknummer, JsonObject verzoek, string sleutel, CancellationToken ct) =>
        _httpClient.Vraag(HttpMethod.Post, $"verleningen/{Uri.EscapeDataString(zaaknummer)}/intrekking", verzoek, sleutel, ct: ct);

    /// <summary>Reads or decides, for who works on cases; why a step is not theirs is an answer too.</summary>
    /// <param name="pad">Below <c>/v1</c>, without a slash before it.</param>
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
