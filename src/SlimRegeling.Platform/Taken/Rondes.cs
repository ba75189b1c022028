using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Contexten;
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

/// <param name="Vraagt">Names of the contexts that it asks.</param>
internal sealed record Ronderegel(Type Soort, IReadOnlyList<string> Vraagt);

/// <summary>
/// Has a context go its rounds for as long as the process runs, each in a transaction of its own. Whom a round asks can be away for a while; that no
/// address of them was given only who set this up can mend, so that is said once, at the start.
/// </summary>
internal sealed class Rondes(
    Ronderegel ronde,
    IServiceScopeFactory scopes,
    Contextvraag contexten,
    IHostApplicationLifetime leven,
    ILogger<Rondes> log
) : BackgroundService
{
    private static readonly TimeSpan Peiling = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // What a round asks in this host stops before the round is told to.
        using var eindig = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken, leven.ApplicationStopping);
        var ct = eindig.Token;
        try
        {
            await leven.Gestart(ct);
            if (ronde.Vraagt.Select(contexten.ZonderAdres).OfType<string>().ToList() is { Count: > 0 } ontbreekt)
            {
                log.LogWarning("{Ronde} does not go here: {Ontbreekt}", ronde.Soort.Name, string.Join(' ', ontbreekt));
                return;
            }
            while (true)
            {
                if (!await Probeer(ct))
                {
                    await Task.Delay(Peiling, ct);
                }
            }
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // The program stops; what waits is stored.
        }
        catch (ObjectDisposedException) when (IsWeg())
        {
            // The host was disposed of without being stopped: with what it had a round can do nothing any more.
        }
    }

    private async Task<bool> Probeer(CancellationToken ct)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var meer = await ((IRonde)scope.ServiceProvider.GetRequiredService(ronde.Soort)).Voer(ct);
            if (scope.ServiceProvider.GetRequiredService<Werkeenheden>().Open is { } eenheid)
            {
                await eenheid.Commit(ct);
            }
            return meer;
        }
        catch (Exception e) when (!ct.IsCancellationRequested && !(e is ObjectDisposedException && IsWeg()))
        {
            log.Log(Botsing.Herken(e) is null ? LogLevel.Warning : LogLevel.Debug, e, "{Ronde} goes again in a moment", ronde.Soort.Name);
            return false;
        }
    }

    private bool IsWeg()
    {
        try
        {
            using (scopes.CreateScope())
            {
                return false;
            }
        }
        catch (ObjectDisposedException)
        {
            return true;
        }
    }
}
