using System.Text.Json.Nodes;
using SlimRegeling.Web.Api.Aanvragen;

namespace SlimRegeling.Web.Api.Zaken;

public partial class ZakenApi
{
    /// <summary>Says why an alarm is handled; what is wrong comes as an answer.</summary>
    public Task<JsonAntwoord> HandelAf(Guid alarm, JsonObject verzoek, CancellationToken ct) =>
        _httpClient.Vraag(HttpMethod.Post, $"afstemming/alarmen/{alarm}/afhandeling", verzoek, Guid.NewGuid().ToString(), ct: ct);

    /// <summary>Changes something; a refusal that the person can do something about is an answer.</summary>
    /// <param name="pad">Below <c>/v1</c>, without a slash before it.</param>
    public Task<JsonAntwoord> Doe(HttpMethod methode, string pad, JsonObject verzoek, string sleutel, CancellationToken ct) =>
        _httpClient.Vraag(methode, pad, verzoek, sleutel, ct: ct);
}
