using System.Data.Common;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace SlimRegeling.Leercultuurscans.Antwoorden;

/// <summary>
/// Asks for the key when the program starts, so that it is not missed at the first answer, and says it when answers wait that no key opens: their scan cannot
/// be closed until that key is back. It stops nothing: the rest of the program has no part in it.
/// </summary>
/// <param name="opslag">Has the key: without one there is none.</param>
internal sealed class Antwoordsleutelcontrole(Antwoordopslag opslag, ILogger<Antwoordsleutelcontrole> log) : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Once the tables are there.</summary>
    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (await opslag.Onleesbaar(cancellationToken) is { Count: > 0 } scans)
            {
                log.LogError(
                    "Answers of {Aantal} learning-culture scans wait under a secret that is not here ({Scans}): give it as {Instelling}, or these scans can only be broken off",
                    scans.Count,
                    string.Join(", ", scans),
                    Antwoordsleutel.VorigeInstelling
                );
            }
        }
        catch (DbException e)
        {
            log.LogError(e, "Whether answers of learning-culture scans wait under another secret could not be looked up");
        }
    }

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
