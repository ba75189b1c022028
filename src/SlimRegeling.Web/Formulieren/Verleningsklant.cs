using System.Text.Json.Nodes;
using SlimRegeling.Web.Api.Aanvragen;

namespace SlimRegeling.Web.Api.Verlening;

public partial class VerleningApi
{
    /// <summary>Withdraws what was assessed, until the decision is signed.</summary>
    public Task<JsonAntwoord> TrekIn(string zaaknummer, JsonObject verzoek, string sleutel, CancellationToken ct) =>
        _httpClient.Vraag(HttpMethod.Post, $"verleningen/{Uri.EscapeDataString(zaaknummer)}/intrekking", verzoek, sleutel, ct: ct);
}
