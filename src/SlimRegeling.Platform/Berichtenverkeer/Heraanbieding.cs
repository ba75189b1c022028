using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SlimRegeling.Platform.Contexten;

namespace SlimRegeling.Platform.Berichtenverkeer;

/// <summary>
/// Gives the messages that someone had sent again to the one context that set them apart, in the lane of their key, as if they had just come.
/// What was asked before a process ended, the next one does.
/// </summary>
internal sealed class Heraanbieding(Contextopslag opslag, Verwerkingsrij rij, IHostApplicationLifetime leven, ILogger<Heraanbieding> log)
    : BackgroundService
{
    private const int Bundel = 100;
    private static readonly TimeSpan Peiling = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await leven.Gestart(stoppingToken);
            while (true)
            {
                await BiedAan(stoppingToken);
                await Task.Delay(Peiling, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The program stops; the wish is stored.
        }
    }

    private async Task BiedAan(CancellationToken ct)
    {
        try
        {
            var aangeboden = await Apartgezet.Aangeboden(opslag, Bundel, ct);
            await Task.WhenAll(
                aangeboden.Select(a =>
                {
                    log.LogInformation(
                        "{Context}: {Soort} {Bericht} is offered again by {Wie}",
                        opslag.Context.Naam,
                        a.Bericht.Soort,
                        a.Bericht.Id,
                        a.AangebodenDoor
                    );
                    return rij.Verwerk(a.Bericht, ct);
                })
            );
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            log.LogWarning(e, "{Context}: what is to be sent again waits a moment", opslag.Context.Naam);
        }
    }
}
