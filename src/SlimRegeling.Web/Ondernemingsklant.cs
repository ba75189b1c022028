using System.Text.Json.Nodes;
using SlimRegeling.Web.Api.Aanvragen;
using SlimRegeling.Web.Beoordelen;

namespace SlimRegeling.Web.Api.Relaties;

public partial class RelatiesApi
{
    /// <summary>Name, address and account of an enterprise, as the person who looks at the page; null when it has not given them yet.</summary>
    public Task<JsonObject?> Lees(string kvkNummer, CancellationToken ct) => OfNiets(Pad(kvkNummer), ct);

    /// <summary>What the Handelsregister tells of any number; null when that is not in it.</summary>
    public Task<JsonObject?> Handelsregister(string kvkNummer, CancellationToken ct) =>
        OfNiets($"handelsregister/{Uri.EscapeDataString(kvkNummer)}", ct);

    /// <summary>The de-minimis aid that this scheme granted it and the room that is left; null when it is not known here.</summary>
    public Task<JsonObject?> Steun(string kvkNummer, CancellationToken ct) => OfNiets($"{Pad(kvkNummer)}/steun", ct);

    /// <summary>Who assesses and who signs, for one of them.</summary>
    public async Task<IReadOnlyList<Collega>> LeesCollegas(CancellationToken ct) =>
        (await _httpClient.Lees<IReadOnlyList<Collega>>("beoordelaars?ondertekenaars=true", ct)).Inhoud;

    private async Task<JsonObject?> OfNiets(string pad, CancellationToken ct)
    {
        try
        {
            return (await _httpClient.Vraag(HttpMethod.Get, pad, ct: ct)).Inhoud as JsonObject;
        }
        catch (Aanvragen.ApiException e) when (e.StatusCode == 404)
        {
            return null;
        }
    }

    public Task<JsonAntwoord> Schrijf(string kvkNummer, JsonObject gegevens, string sleutel, CancellationToken ct) =>
        _httpClient.Vraag(HttpMethod.Post, Pad(kvkNummer), gegevens, sleutel, ct: ct);

    /// <summary>Where the enterprise wants e-mail, and whether it wants letters on paper; null when it never said so.</summary>
    public Task<JsonObject?> Contact(string kvkNummer, CancellationToken ct) => OfNiets($"{Pad(kvkNummer)}/contact", ct);

    public Task<JsonAntwoord> SchrijfContact(string kvkNummer, JsonObject gegevens, string sleutel, CancellationToken ct) =>
        _httpClient.Vraag(HttpMethod.Post, $"{Pad(kvkNummer)}/contact", gegevens, sleutel, ct: ct);

    private static string Pad(string kvkNummer) => $"ondernemingen/{Uri.EscapeDataString(kvkNummer)}";
}
