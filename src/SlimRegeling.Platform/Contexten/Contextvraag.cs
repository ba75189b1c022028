using System.Net;
using System.Net.Http.Json;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Platform.Contexten;

/// <summary>Asks another context something that somebody waits for: there is an answer within five seconds, or none.</summary>
public sealed class Contextvraag(IHttpClientFactory clients)
{
    private static readonly TimeSpan Geduld = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Why this installation has no address of a context, and what to do about it; null when it has one. A context that is only away has one. Asked
    /// once the host runs: of a context in this host the address is known only then.
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
    public async Task<T?> Stel<T>(string context, string pad, CancellationToken ct)
        where T : class
    {
        using var eindig = CancellationTokenSource.CreateLinkedTokenSource(ct);
        eindig.CancelAfter(Geduld);
        try
        {
            using var client = clients.CreateClient(context);
            using var antwoord = await client.GetAsync($"/v1{pad}", eindig.Token);
            if (antwoord.StatusCode == HttpStatusCode.NotFound)
            {
                return null;
            }
            return await antwoord.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<T>(Json.Opties, eindig.Token)
                ?? throw new HttpRequestException($"{context} gives an empty answer for {pad}.");
        }
        catch (OperationCanceledException e) when (!ct.IsCancellationRequested)
        {
            throw new HttpRequestException($"{context} does not answer within {Geduld}.", e);
        }
    }
}
