using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using SlimRegeling.Web.Api.Aanvragen;

namespace SlimRegeling.Web.Api.Relaties;

public partial class RelatiesApi
{
    /// <summary>Gives a machtiging; what is wrong comes as an answer.</summary>
    public Task<JsonAntwoord> Geef(JsonObject verzoek, string sleutel, CancellationToken ct) =>
        _httpClient.Vraag(HttpMethod.Post, "machtigingen", verzoek, sleutel, ct: ct);

    /// <summary>Ends one; to who may not it is not there.</summary>
    public Task<JsonAntwoord> Beeindig(string machtiging, string sleutel, CancellationToken ct) =>
        _httpClient.Vraag(
            HttpMethod.Post,
            $"machtigingen/{Uri.EscapeDataString(machtiging)}/beeindiging",
            new JsonObject(),
            sleutel,
            ct: ct
        );

    /// <summary>Changes something; a refusal that the person can do something about is an answer.</summary>
    /// <param name="pad">Below <c>/v1</c>, without a slash before it.</param>
    public Task<JsonAntwoord> Doe(HttpMethod methode, string pad, JsonObject verzoek, CancellationToken ct) =>
        _httpClient.Vraag(methode, pad, verzoek, Guid.NewGuid().ToString(), ct: ct);

    // What is generated reads an enum by itself, and not a list of them.
    static partial void UpdateJsonSerializerSettings(JsonSerializerOptions settings) =>
        settings.Converters.Add(new JsonStringEnumConverter());
}
