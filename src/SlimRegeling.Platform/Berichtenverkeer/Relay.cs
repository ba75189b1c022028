using MassTransit;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using NpgsqlTypes;
using SlimRegeling.Platform.Contexten;

namespace SlimRegeling.Platform.Berichtenverkeer;

/// <summary>
/// Brings the outbox of a context to the bus. In one transaction: take rows that are due (skipping those that another process has), publish,
/// delete what is safe, put off the rest. Safe means: the broker confirmed a routed message, or, in memory, every hearer committed. What a hearer
/// fails on takes seconds; what is said after it does not wait for that.
/// </summary>
internal sealed class Relay(
    Contextopslag opslag,
    Func<Envelop, CancellationToken, Task> publiceer,
    IHostApplicationLifetime leven,
    ILogger<Relay> log
) : BackgroundService
{
    private const int Bundel = 100;
    private const int MeesteRondes = 8;
    private static readonly TimeSpan Geduld = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Peiling = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Tijdslimiet = TimeSpan.FromSeconds(20);

    private string Schema => opslag.Context.Naam;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var onderweg = new List<Task>();
        try
        {
            // Before that, queues may not be bound yet: what is published then is confirmed and routed nowhere.
            await leven.Gestart(stoppingToken);
            while (true)
            {
                onderweg.RemoveAll(ronde => ronde.IsCompleted);
                if (onderweg.Count == MeesteRondes)
                {
                    await Task.WhenAny(onderweg);
                    continue;
                }
                var ronde = GeefAllesDoor(stoppingToken);
                onderweg.Add(ronde);
                await ronde.WaitAsync(Geduld, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                await opslag.Sein.Wacht(Peiling, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The program stops; what waits in the outbox goes at the next start.
        }
        await Task.WhenAll(onderweg).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task GeefAllesDoor(CancellationToken ct)
    {
        try
        {
            while (await GeefDoor(ct) == Bundel) { }
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            log.LogWarning(e, "{Context}: the relay tries again in a moment", Schema);
        }
    }

    private async Task<int> GeefDoor(CancellationToken ct)
    {
        await using var verbinding = await opslag.Bron.OpenConnectionAsync(ct);
        await using var transactie = await verbinding.BeginTransactionAsync(ct);
        var berichten = await Neem(verbinding, ct);
        if (berichten.Count == 0)
        {
            return 0;
        }
        using var limiet = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limiet.CancelAfter(Tijdslimiet);
        var fouten = await Task.WhenAll(berichten.Select(b => Probeer(b, limiet.Token)));
        ct.ThrowIfCancellationRequested();

        var veilig = berichten.Where((_, i) => fouten[i] is null).Select(b => b.Id).ToArray();
        await Verwijder(verbinding, veilig, ct);
        for (var i = 0; i < berichten.Count; i++)
        {
            if (fouten[i] is { } fout)
            {
                await StelUit(verbinding, berichten[i], fout, ct);
            }
        }
        await transactie.CommitAsync(ct);
        return berichten.Count;
    }

    private async Task<string?> Probeer(Envelop bericht, CancellationToken ct)
    {
        try
        {
            using var spoor = Sporen.Doorgeven(bericht);
            await publiceer(bericht, ct);
            return null;
        }
        catch (Exception e)
        {
            log.LogWarning("{Context}: {Soort} {Bericht} was not delivered: {Fout}", Schema, bericht.Soort, bericht.Id, e.Message);
            return e.Message;
        }
    }

    private async Task<List<Envelop>> Neem(NpgsqlConnection verbinding, CancellationToken ct)
    {
        await using var opdracht = new NpgsqlCommand(
            $"select id, soort, sleutel, inhoud, wie, namens, spoor from {Schema}.outbox where volgende_op <= now() order by id limit {Bundel} for update skip locked",
            verbinding
        );
        await using var rij = await opdracht.ExecuteReaderAsync(ct);
        var berichten = new List<Envelop>();
        while (await rij.ReadAsync(ct))
        {
            berichten.Add(Envelop.Lees(rij));
        }
        return berichten;
    }

    private async Task Verwijder(NpgsqlConnection verbinding, Guid[] ids, CancellationToken ct)
    {
        await using var opdracht = new NpgsqlCommand($"delete from {Schema}.outbox where id = any($1)", verbinding);
        opdracht.Parameters.Add(new NpgsqlParameter { Value = ids, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid });
        await opdracht.ExecuteNonQueryAsync(ct);
    }

    private async Task StelUit(NpgsqlConnection verbinding, Envelop bericht, string fout, CancellationToken ct)
    {
        await using var opdracht = new NpgsqlCommand(
            $"update {Schema}.outbox set pogingen = pogingen + 1, volgende_op = now() + least(10, power(2, pogingen)) * interval '1 second', fout = $2 where id = $1",
            verbinding
        );
        opdracht.Parameters.Add(new NpgsqlParameter { Value = bericht.Id });
        opdracht.Parameters.Add(new NpgsqlParameter { Value = fout });
        await opdracht.ExecuteNonQueryAsync(ct);
    }
}
