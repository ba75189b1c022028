using System.Text.Json.Nodes;
using SlimRegeling.Web.Api.Aanvragen;

namespace SlimRegeling.Web.Dossier;

/// <summary>Name, address and account of an enterprise, as the person who looks at the page.</summary>
public sealed class RelatiesApi(HttpClient client)
{
    /// <summary>Null when the enterprise has not given them yet.</summary>
    public async Task<JsonObject?> Lees(string kvkNummer, CancellationToken ct)
    {
        try
        {
            return (await client.Vraag(HttpMethod.Get, Pad(kvkNummer), ct: ct)).Inhoud as JsonObject;
        }
        catch (ApiException e) when (e.StatusCode == 404)
        {
            return null;
        }
    }

    public Task<JsonAntwoord> Schrijf(string kvkNummer, JsonObject gegevens, string sleutel, CancellationToken ct) =>
        client.Vraag(HttpMethod.Post, Pad(kvkNummer), gegevens, sleutel, ct: ct);

    private static string Pad(string kvkNummer) => $"ondernemingen/{Uri.EscapeDataString(kvkNummer)}";
}
