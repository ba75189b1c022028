using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Aanvragen.Behandeling;

/// <summary>
/// Knows whether a case can be given to someone: Relaties says who assesses. A case that somebody has who cannot work on it would be seen by nobody.
/// </summary>
public sealed class Beoordelaars(Contextvraag contexten, ILogger<Beoordelaars> log)
{
    internal const string Relaties = "relaties";

    private sealed record Beoordelaar(string Kenmerk);

    /// <summary>Why this person cannot be given a case; null when they can.</summary>
    /// <param name="wie">A pseudonym.</param>
    public async Task<Weigering?> Weiger(string wie, CancellationToken ct)
    {
        try
        {
            var beoordelaars = await contexten.Stel<List<Beoordelaar>>(Relaties, "/beoordelaars", ct) ?? [];
            return beoordelaars.Exists(b => b.Kenmerk == wie)
                ? null
                : Weigering.Invoer(
                    new Fout("aan", $"'{wie}' is geen beoordelaar die zich hier heeft aangemeld. Kies een beoordelaar uit de lijst.")
                );
        }
        catch (HttpRequestException e)
        {
            log.LogWarning(e, "Who assesses cannot be asked now");
            return new Weigering
            {
                Code = "beoordelaars-onzeker",
                Status = StatusCodes.Status503ServiceUnavailable,
                Uitleg =
                    "Wij kunnen nu niet nagaan of deze collega beoordelaar is. Er is niets veranderd. Probeer het over een minuut opnieuw.",
            };
        }
    }
}
