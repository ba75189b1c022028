using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Web.Api.Aanvragen;

namespace SlimRegeling.Web.Leerwerk;

/// <summary>The API of learning-culture scans, reports, interventions and figures; much of it is for everyone.</summary>
public abstract class Leercultuurklant(HttpClient client)
{
    /// <inheritdoc cref="Vragen.Lees{T}"/>
    public async Task<T> Lees<T>(string pad, CancellationToken ct) => (await client.Lees<T>(pad, ct)).Inhoud;

    /// <summary>Decides or asks; a refusal that the person can read and do something about is an answer.</summary>
    /// <param name="pad">Below <c>/v1</c>, without a slash before it.</param>
    /// <param name="sleutel">The Idempotency-Key; null where there must be none.</param>
    public Task<JsonAntwoord> Vraag(HttpMethod methode, string pad, JsonNode? verzoek, string? sleutel, CancellationToken ct) =>
        client.Vraag(methode, pad, verzoek, sleutel, weigeringen: Vragen.VanWerk, ct: ct);

    /// <inheritdoc cref="Vragen.Lees{T}"/>
    public Task<(T Inhoud, long? Versie)> LeesMetVersie<T>(string pad, CancellationToken ct) => client.Lees<T>(pad, ct);

    /// <summary>Writes what is there in place of what was seen; when someone else did in between, it is refused.</summary>
    /// <param name="gezien">The version that was seen; 0 when nothing was there.</param>
    public Task<JsonAntwoord> Schrijf(string pad, JsonNode verzoek, string sleutel, long gezien, CancellationToken ct) =>
        client.Vraag(HttpMethod.Put, pad, verzoek, sleutel, gezien, Vragen.VanWerk, ct);

    /// <summary>A file, as it comes; the caller disposes of it.</summary>
    public async Task<HttpResponseMessage> Bestand(string pad, CancellationToken ct)
    {
        using var vraag = new HttpRequestMessage(HttpMethod.Get, new Uri(pad, UriKind.Relative));
        return await Haal(vraag, ct);
    }

    /// <summary>A PDF of what is sent, as it comes; the caller disposes of it.</summary>
    public async Task<HttpResponseMessage> Druk(string pad, JsonNode verzoek, CancellationToken ct)
    {
        using var vraag = new HttpRequestMessage(HttpMethod.Post, new Uri(pad, UriKind.Relative)) { Content = JsonContent.Create(verzoek) };
        return await Haal(vraag, ct);
    }

    private async Task<HttpResponseMessage> Haal(HttpRequestMessage vraag, CancellationToken ct)
    {
        var antwoord = await client.SendAsync(vraag, HttpCompletionOption.ResponseHeadersRead, ct);
        if (antwoord.IsSuccessStatusCode)
        {
            return antwoord;
        }
        using (antwoord)
        {
            var tekst = await antwoord.Content.ReadAsStringAsync(ct);
            var waarop = $"{vraag.Method} {vraag.RequestUri}";
            throw new ApiException(waarop, (int)antwoord.StatusCode, tekst, new Dictionary<string, IEnumerable<string>>(), null);
        }
    }
}

/// <summary>As the person who looks at the page.</summary>
public sealed class LeercultuurscansApi(HttpClient client) : Leercultuurklant(client);

/// <summary>
/// As nobody, also for who signed in: who answers in confidence is told to no one. Its calls are in no log, because their addresses name the scan.
/// </summary>
public sealed class NaamloosApi(HttpClient client) : Leercultuurklant(client)
{
    internal static void VoegToe(IServiceCollection diensten) =>
        diensten
            .AddHttpClient<NaamloosApi>("site-naamloos")
            .ConfigureHttpClient((sp, client) => client.BaseAddress = new Uri(Contextklanten.Adres(sp, "leercultuurscans"), "v1/"))
            .AddTypedClient(client => new NaamloosApi(client))
            .AddHttpMessageHandler<Eindgebruikersadres>()
            .RemoveAllLoggers();
}
