using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Web.Api.Aanvragen;

namespace SlimRegeling.Web.Dossier;

/// <param name="Activiteit">A, B or C.</param>
/// <param name="Titel">What shows that it was done; Dutch, from the rules.</param>
public sealed record Bewijseis(string Activiteit, string Titel, string Artikel);

/// <param name="Documenten">Ids of documents of the case.</param>
public sealed record Bewijsstuk(string Activiteit, IReadOnlyList<string> Documenten);

/// <param name="Toelichting">By activity; null when it was destroyed.</param>
/// <param name="Gemachtigde">KVK number of the adviser who sent it; null when the enterprise did it itself.</param>
public sealed record Bewijsgift(
    IReadOnlyList<Bewijsstuk> Stukken,
    IReadOnlyDictionary<string, string>? Toelichting,
    DateTimeOffset Op,
    bool TeLaat,
    string? Gemachtigde = null
);

/// <param name="Soort">A, B or C.</param>
/// <param name="Argument">What the assessor wrote; null when it was destroyed.</param>
/// <param name="Bedrag">What counts of what was done for a part, in euro; null of any other.</param>
public sealed record Activiteitoordeel(string Soort, bool Uitgevoerd, string? Argument = null, decimal? Bedrag = null);

/// <param name="Oordelen">By activity; null where none are told.</param>
public sealed record Vaststellingsbesluit(string Nummer, IReadOnlyList<Activiteitoordeel>? Oordelen = null);

/// <summary>The accounting of a case, as far as its applicant has to do with it.</summary>
/// <param name="BewijsUiterlijk">The last day to send proof; null while none is asked.</param>
/// <param name="Besluit">The settlement that holds; null until there is one.</param>
public sealed record Verantwoordingsbeeld(
    string Fase,
    IReadOnlyList<string> Activiteiten,
    DateOnly? BewijsUiterlijk = null,
    Bewijsgift? Bewijs = null,
    IReadOnlyList<Bewijseis>? GevraagdBewijs = null,
    Vaststellingsbesluit? Besluit = null
)
{
    /// <summary>The kind under which documents of an activity are sent.</summary>
    public static string Soort(string activiteit) => $"bewijs-activiteit-{activiteit.ToLowerInvariant()}";

    /// <summary>Asked, and nothing was proposed yet: it can be sent, and sent again.</summary>
    public bool KanBewijzen => Fase is "in-steekproef" or "bewijs-ontvangen";

    public IEnumerable<Bewijseis> Eisen(string activiteit) => (GevraagdBewijs ?? []).Where(e => e.Activiteit == activiteit);
}

/// <summary>The accounting of a case, as the person who looks at the page.</summary>
public sealed class VaststellingApi(HttpClient client)
{
    // Also what is too large is told where it was sent.
    private static readonly int[] Bestandweigeringen = [400, 409, 413, 422, 503];

    public async Task<Verantwoordingsbeeld> Lees(string zaaknummer, CancellationToken ct) =>
        (await client.Vraag(HttpMethod.Get, Pad(zaaknummer), ct: ct)).Inhoud.Deserialize<Verantwoordingsbeeld>(Json.Opties)!;

    public Task<JsonAntwoord> Bewijs(string zaaknummer, JsonObject bewijs, string sleutel, CancellationToken ct) =>
        client.Vraag(HttpMethod.Post, $"{Pad(zaaknummer)}/bewijs", bewijs, sleutel, ct: ct);

    /// <inheritdoc cref="Vragen.Vraag"/>
    public Task<JsonAntwoord> Vraag(
        HttpMethod methode,
        string pad,
        JsonNode? lichaam = null,
        string? sleutel = null,
        long? gezien = null,
        CancellationToken ct = default
    ) => client.Vraag(methode, pad, lichaam, sleutel, gezien, ct: ct);

    /// <summary>Reads the lines of costs in a spreadsheet; every line and column that is wrong is an answer too. Nothing is stored.</summary>
    public async Task<JsonAntwoord> LeesIn(string zaaknummer, Stream bestand, CancellationToken ct)
    {
        using var verzoek = new HttpRequestMessage(HttpMethod.Post, new Uri($"{Pad(zaaknummer)}/declaratie/inlezen", UriKind.Relative));
        verzoek.Content = new StreamContent(bestand);
        verzoek.Content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        return await client.Antwoord(verzoek, Bestandweigeringen, ct);
    }

    /// <summary>The template for such a spreadsheet; the caller disposes it.</summary>
    /// <param name="vorm">csv or xlsx.</param>
    public async Task<HttpResponseMessage> Sjabloon(string zaaknummer, string vorm, CancellationToken ct)
    {
        var pad = $"{Pad(zaaknummer)}/declaratie/sjabloon?vorm={Uri.EscapeDataString(vorm)}";
        var antwoord = await client.GetAsync(new Uri(pad, UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, ct);
        if (!antwoord.IsSuccessStatusCode)
        {
            using (antwoord)
            {
                throw new ApiException(
                    $"GET {pad}",
                    (int)antwoord.StatusCode,
                    await antwoord.Content.ReadAsStringAsync(ct),
                    new Dictionary<string, IEnumerable<string>>(),
                    null
                );
            }
        }
        return antwoord;
    }

    /// <inheritdoc cref="Vragen.Lees{T}"/>
    public Task<(T Inhoud, long? Versie)> Lees<T>(string pad, CancellationToken ct) => client.Lees<T>(pad, ct);

    /// <summary>Reads or decides, for who works on cases; why a step is not theirs is an answer too.</summary>
    /// <param name="pad">Below <c>/v1</c>, without a slash before it.</param>
    public Task<JsonAntwoord> Werk(
        HttpMethod methode,
        string pad,
        JsonNode? lichaam = null,
        string? sleutel = null,
        long? gezien = null,
        CancellationToken ct = default
    ) => client.Vraag(methode, pad, lichaam, sleutel, gezien, Vragen.VanWerk, ct);

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

    private static string Pad(string zaaknummer) => $"verantwoordingen/{Uri.EscapeDataString(zaaknummer)}";
}
