using Microsoft.Extensions.Logging;
using NodaTime;
using SlimRegeling.Platform.Contexten;

namespace SlimRegeling.Aanvragen;

/// <summary>
/// Asks Tijdvakken itself when a window closes, before someone is refused for being late: that it was put off may have been decided before the
/// closing and be on its way here. Nobody who is in time asks.
/// </summary>
public sealed class Sluitingsnavraag(Contextvraag contexten, ILogger<Sluitingsnavraag> log)
{
    internal const string Tijdvakken = "tijdvakken";

    /// <returns>Null when there is no answer now.</returns>
    public async Task<Instant?> Vraag(string tijdvak, CancellationToken ct)
    {
        try
        {
            var sluiting = await contexten.Stel<Sluiting>(Tijdvakken, $"/tijdvakken/{Uri.EscapeDataString(tijdvak)}/sluiting", ct);
            return sluiting?.Sluit;
        }
        catch (HttpRequestException e)
        {
            log.LogWarning(e, "When {Tijdvak} closes cannot be asked now", tijdvak);
            return null;
        }
    }

    private sealed record Sluiting(Instant Sluit);
}
