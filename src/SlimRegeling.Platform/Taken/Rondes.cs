using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Platform.Taken;

/// <summary>
/// One round of work that goes on by itself. What waits for it is in the tables, so that a process that ends loses nothing; several processes
/// may be at it together.
/// </summary>
public interface IRonde
{
    /// <summary>What it writes is committed when it has ended.</summary>
    /// <returns>Whether there may be more to do at once.</returns>
    Task<bool> Voer(CancellationToken ct);
}

/// <summary>Has a context go its rounds for as long as the process runs, each in a transaction of its own.</summary>
internal sealed class Rondes(Type soort, IServiceScopeFactory scopes, IHostApplicationLifetime leven, ILogger<Rondes> log)
    : BackgroundService
{
    private static readonly TimeSpan Peiling = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await leven.Gestart(stoppingToken);
            while (true)
            {
                if (!await Probeer(stoppingToken))
                {
                    await Task.Delay(Peiling, stoppingToken);
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The program stops; what waits is stored.
        }
    }

    private async Task<bool> Probeer(CancellationToken ct)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var meer = await ((IRonde)scope.ServiceProvider.GetRequiredService(soort)).Voer(ct);
            if (scope.ServiceProvider.GetRequiredService<Werkeenheden>().Open is { } eenheid)
            {
                await eenheid.Commit(ct);
            }
            return meer;
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            log.Log(Botsing.Herken(e) is null ? LogLevel.Warning : LogLevel.Debug, e, "{Ronde} goes again in a moment", soort.Name);
            return false;
        }
    }
}
