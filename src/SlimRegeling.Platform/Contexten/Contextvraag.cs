using System.Net;
using System.Net.Http.Json;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Platform.Contexten;

/// <summary>Asks another context something that somebody waits for: there is an answer within five seconds, or none.</summary>
public sealed class Contextvraag(IHttpClientFactory clients)
{
    private static readonly TimeSpan Geduld = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Why this installation has no address of a context, and what to do about it; null when it has one, as also one that is away. Asked once the
    /// host runs: of a context in this host the address is known only then.
    /// </summary>
    /// <param name="context">Its name.</param>
    public string? ZonderAdres(string context)
    {
        try
        {
            using var client = clients.CreateClient(context);
            return client.BaseAddress is null ? $"Context {context} hoort niet bij deze installatie." : null;
        }
        catch (Opstartfout e)
        {
            return e.Message;
        }
    }

    /// <param name="context">Name of who is asked.</param>
    /// <param name="pad">Its address under <c>/v1</c>.</param>
    /// <returns>Null when it has no such thing.</returns>
    /// <exception cref="HttpRequestException">No answer that says something.</exception>
    public Task<T?> Stel<T>(string context, string pad, CancellationToken ct)
        where T : class =>
        Binnen<T?>(
            context,
            async (client, eindig) =>
            {
                using var antwoord = await client.GetAsync($"/v1{pad}", eindig);
                return antwoord.StatusCode == HttpStatusCode.NotFound ? null : await Lees<T>(antwoord, context, pad, eindig);
            },
            ct
        );

    /// <summary>
    /// Asks something about what somebody typed, which belongs in no address. What is refused is told on as its owner says it.
    /// </summary>
    /// <param name="context">Name of who is asked.</param>
    /// <param name="pad">Its address under <c>/v1</c>, where nothing is stored.</param>
    /// <returns>One of the two.</returns>
    /// <exception cref="HttpRequestException">No answer that says something.</exception>
    public Task<(T? Antwoord, Weigering? Weigering)> Leg<T>(string context, string pad, object inhoud, CancellationToken ct)
        where T : class =>
        Binnen<(T?, Weigering?)>(
            context,
            async (client, eindig) =>
            {
                using var lichaam = JsonContent.Create(inhoud, inhoud.GetType(), options: Json.Opties);
                using var antwoord = await client.PostAsync($"/v1{pad}", lichaam, eindig);
                if (antwoord.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Conflict or HttpStatusCode.UnprocessableEntity)
                {
                    var probleem = await antwoord.Content.ReadFromJsonAsync<Probleem>(Json.Opties, eindig);
                    return (null, probleem?.AlsWeigering() ?? throw Leeg(context, pad));
                }
                return (await Lees<T>(antwoord, context, pad, eindig), null);
            },
            ct
        );

    private async Task<T> Binnen<T>(string context, Func<HttpClient, CancellationToken, Task<T>> vraag, CancellationToken ct)
    {
        using var eindig = CancellationTokenSource.CreateLinkedTokenSource(ct);
        eindig.CancelAfter(Geduld);
        try
        {
            using var client = clients.CreateClient(context);
            return await vraag(client, eindig.Token);
        }
        catch (OperationCanceledException e) when (!ct.IsCancellationRequested)
        {
            throw new HttpRequestException($"{context} does not answer within {Geduld}.", e);
        }
    }

    private static async Task<T> Lees<T>(HttpResponseMessage antwoord, string context, string pad, CancellationToken ct)
        where T : class =>
        await antwoord.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<T>(Json.Opties, ct) ?? throw Leeg(context, pad);

    private static HttpRequestException Leeg(string context, string pad) => new($"{context} gives an empty answer for {pad}.");
}
