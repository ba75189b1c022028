using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Platform.Contexten;

/// <summary>
/// Content that identifies people as its owner gives it to another context. <c>Inhoud</c> is the exact JSON text over which, after the salt,
/// the hash was taken.
/// </summary>
public sealed record Inhoudsafschrift(string Inhoud, string Zout, string Hash)
{
    public static Inhoudsafschrift Van(Inhoud inhoud) => new(inhoud.Json, inhoud.Zout, Werkeenheid.Hash(inhoud.Zout, inhoud.Json));
}

/// <summary>Asks another context for content that messages only point to.</summary>
public sealed class Contextgegevens(IHttpClientFactory clients)
{
    /// <param name="context">Name of the owner.</param>
    /// <param name="pad">An address of the owner under <c>/v1</c> that answers with an <see cref="Inhoudsafschrift"/>.</param>
    /// <param name="verwachteHash">The hash in the message that points to the content.</param>
    /// <exception cref="HttpRequestException">The owner does not answer now; later it may.</exception>
    /// <exception cref="InvalidDataException">The owner does not have it (any more), or has something else than the message told of.</exception>
    public async Task<T> Haal<T>(string context, string pad, string verwachteHash, CancellationToken ct)
        where T : class
    {
        using var client = clients.CreateClient(context);
        using var antwoord = await client.GetAsync($"/v1{pad}", ct);
        if (antwoord.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Gone)
        {
            throw new InvalidDataException($"{context} does not have {pad}.");
        }
        antwoord.EnsureSuccessStatusCode();
        var afschrift = await antwoord.Content.ReadFromJsonAsync<Inhoudsafschrift>(Json.Opties, ct);
        if (afschrift is null || Werkeenheid.Hash(afschrift.Zout, afschrift.Inhoud) != verwachteHash)
        {
            throw new InvalidDataException($"What {context} gives for {pad} does not fit the hash in its message.");
        }
        return JsonSerializer.Deserialize<T>(afschrift.Inhoud, Json.Opties)
            ?? throw new InvalidDataException($"{context} gives nothing for {pad}.");
    }
}
