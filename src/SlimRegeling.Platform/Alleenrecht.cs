using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace SlimRegeling.Platform;

/// <summary>
/// What only one process may do at a time, for as long as this one runs: a lock of the database on a connection of its own, which ends with the
/// process however that ends. When the database was away it is taken again; a process that finds it taken by another then stops.
/// </summary>
/// <param name="wat">Names the right.</param>
/// <param name="uitleg">Why this process cannot start, and what to do, when another has it.</param>
public sealed class Alleenrecht(string verbinding, string wat, string uitleg, IHostApplicationLifetime leven, ILogger<Alleenrecht> log)
    : BackgroundService
{
    private NpgsqlConnection? _verbinding;

    /// <summary>How long to wait for a process that is ending.</summary>
    internal TimeSpan Geduld { get; init; } = TimeSpan.FromSeconds(5);

    internal TimeSpan Hartslag { get; init; } = TimeSpan.FromSeconds(5);

    /// <exception cref="Opstartfout">Another process has it.</exception>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        if (!await Neem(cancellationToken))
        {
            throw new Opstartfout(uitleg);
        }
        await base.StartAsync(cancellationToken);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await Laat();
    }

    public override void Dispose()
    {
        base.Dispose();
        _verbinding?.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await Bewaak(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The process ends, and the right with its connection.
        }
    }

    private async Task Bewaak(CancellationToken ct)
    {
        do
        {
            await Task.Delay(Hartslag, ct);
        } while (await HeeftHetNog(ct) || await Neem(ct));
        log.LogCritical("Another process has the right to {Wat} since the database was away; this one stops", wat);
        leven.StopApplication();
    }

    private async Task<bool> HeeftHetNog(CancellationToken ct)
    {
        try
        {
            await using var vraag = new NpgsqlCommand("select 1", _verbinding) { CommandTimeout = 5 };
            await vraag.ExecuteScalarAsync(ct);
            return true;
        }
        catch (Exception e) when (e is NpgsqlException or InvalidOperationException && !ct.IsCancellationRequested)
        {
            log.LogWarning("The right to {Wat} is gone with its connection: {Fout}", wat, e.Message);
            await Laat();
            return false;
        }
    }

    /// <summary>While the database does not answer nobody has it, and it is tried again.</summary>
    /// <returns>False when another process kept it for as long as one that is ending may take.</returns>
    private async Task<bool> Neem(CancellationToken ct)
    {
        var pauze = Geduld / 10;
        for (var geweigerd = 0; geweigerd < 10; )
        {
            try
            {
                if (await Probeer(ct))
                {
                    return true;
                }
                geweigerd++;
            }
            catch (NpgsqlException e) when (!ct.IsCancellationRequested && leven.ApplicationStarted.IsCancellationRequested)
            {
                log.LogWarning("The right to {Wat} cannot be asked for now: {Fout}", wat, e.Message);
            }
            await Task.Delay(pauze, ct);
        }
        return false;
    }

    private async Task<bool> Probeer(CancellationToken ct)
    {
        var nieuw = new NpgsqlConnection(verbinding + ";Pooling=false;Keepalive=10");
        try
        {
            await nieuw.OpenAsync(ct);
            await using var slot = new NpgsqlCommand("select pg_try_advisory_lock(hashtextextended('alleenrecht ' || $1, 0))", nieuw);
            slot.Parameters.Add(new NpgsqlParameter<string> { TypedValue = wat });
            if ((bool)(await slot.ExecuteScalarAsync(ct))!)
            {
                _verbinding = nieuw;
                return true;
            }
        }
        catch
        {
            await nieuw.DisposeAsync();
            throw;
        }
        await nieuw.DisposeAsync();
        return false;
    }

    private async Task Laat()
    {
        if (_verbinding is { } oud)
        {
            _verbinding = null;
            await oud.DisposeAsync();
        }
    }
}
