using System.Net.Http.Json;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace SlimRegeling.Aanvragen;

/// <summary>
/// Asks Tijdvakken itself when a window closes, before someone is refused for being late: that it was put off may have been decided before the
/// closing and be on its way here. Nobody who is in time asks.
/// </summary>
public sealed class Sluitingsnavraag(IHttpClientFactory clients, ILogger<Sluitingsnavraag> log)
{
    internal const string Tijdvakken = "tijdvakken";

    private static readonly TimeSpan Langst = TimeSpan.FromSeconds(5);

    /// <returns>Null when there is no answer now.</returns>
    public async Task<Instant?> Vraag(string tijdvak, CancellationToken ct)
    {
        using var tijd = CancellationTokenSource.CreateLinkedTokenSource(ct);
        tijd.CancelAfter(Langst);
        try
        {
            using var client = clients.CreateClient(Tijdvakken);
            var sluiting = await client.GetFromJsonAsync<Sluiting>(
                $"v1/tijdvakken/{Uri.EscapeDataString(tijdvak)}/sluiting",
                Platform.Stromen.Json.Opties,
                tijd.Token
            );
            return sluiting!.Sluit;
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException && !ct.IsCancellationRequested)
        {
            log.LogWarning(e, "When {Tijdvak} closes cannot be asked now", tijdvak);
            return null;
        }
    }

    private sealed record Sluiting(Instant Sluit);
}
