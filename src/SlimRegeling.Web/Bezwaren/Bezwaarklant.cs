using System.Net.Http.Json;
using System.Text.Json.Nodes;
using SlimRegeling.Web.Api.Aanvragen;

namespace SlimRegeling.Web.Api.Verlening;

public partial class VerleningApi
{
    // Also why a step is not theirs is told to who is at work on it.
    private static readonly int[] Weigeringen = [400, 403, 409, 412, 422];

    /// <summary>Does a step in an objection; a refusal that the person can read and do something about is an answer.</summary>
    /// <param name="pad">Below <c>/v1</c>, without a slash before it.</param>
    public async Task<JsonAntwoord> Doe(string pad, JsonObject verzoek, string sleutel, CancellationToken ct)
    {
        using var vraag = new HttpRequestMessage(HttpMethod.Post, new Uri(pad, UriKind.Relative));
        vraag.Content = JsonContent.Create(verzoek);
        vraag.Headers.Add("Idempotency-Key", sleutel);
        return await _httpClient.Antwoord(vraag, Weigeringen, ct);
    }
}
