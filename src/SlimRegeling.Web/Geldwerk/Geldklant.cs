using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using SlimRegeling.Web.Api.Aanvragen;

namespace SlimRegeling.Web.Geldwerk;

/// <summary>A part of the API for who works with the money, as the person who looks at the page.</summary>
public abstract class Geldklant(HttpClient client)
{
    // Also what is too large, and what must be tried again, is told where it was sent.
    private static readonly int[] Bestandweigeringen = [.. Vragen.VanWerk, 413, 503];

    /// <inheritdoc cref="Vragen.Lees{T}"/>
    public async Task<T> Lees<T>(string pad, CancellationToken ct) => (await client.Lees<T>(pad, ct)).Inhoud;

    /// <summary>Decides or asks; a refusal that the person can read and do something about is an answer.</summary>
    /// <param name="pad">Below <c>/v1</c>, without a slash before it.</param>
    public Task<JsonAntwoord> Werk(HttpMethod methode, string pad, JsonNode? verzoek, string? sleutel, CancellationToken ct) =>
        client.Vraag(methode, pad, verzoek, sleutel, weigeringen: Vragen.VanWerk, ct: ct);

    /// <summary>Sends a file of the bank; what is wrong in it is an answer.</summary>
    public async Task<JsonAntwoord> Stuur(string pad, Stream bestand, string sleutel, CancellationToken ct)
    {
        using var verzoek = new HttpRequestMessage(HttpMethod.Post, new Uri(pad, UriKind.Relative));
        verzoek.Content = new StreamContent(bestand);
        verzoek.Content.Headers.ContentType = new MediaTypeHeaderValue("application/xml");
        verzoek.Headers.Add("Idempotency-Key", sleutel);
        return await client.Antwoord(verzoek, Bestandweigeringen, ct);
    }

    /// <summary>A file, as it comes; the caller disposes of it.</summary>
    public async Task<HttpResponseMessage> Bestand(string pad, CancellationToken ct)
    {
        var antwoord = await client.GetAsync(new Uri(pad, UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, ct);
        if (antwoord.IsSuccessStatusCode)
        {
            return antwoord;
        }
        using (antwoord)
        {
            var tekst = await antwoord.Content.ReadAsStringAsync(ct);
            throw new ApiException($"GET {pad}", (int)antwoord.StatusCode, tekst, new Dictionary<string, IEnumerable<string>>(), null);
        }
    }

    /// <summary>What is asked in an address, with a question mark before it; what is empty is left out.</summary>
    public static string Vraag(params IEnumerable<(string Naam, string? Waarde)> delen)
    {
        var gevraagd = delen
            .Where(d => !string.IsNullOrEmpty(d.Waarde))
            .Select(d => $"{d.Naam}={Uri.EscapeDataString(d.Waarde!)}")
            .ToList();
        return gevraagd.Count == 0 ? "" : $"?{string.Join('&', gevraagd)}";
    }
}

/// <summary>Orders, rounds, statements, claims and the ledger.</summary>
public sealed class BetalingenApi(HttpClient client) : Geldklant(client);

/// <summary>What the central register of de-minimis aid is told.</summary>
public sealed class SteunregisterApi(HttpClient client) : Geldklant(client);
