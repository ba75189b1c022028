using Npgsql;
using SlimRegeling.Berichten.Tijdvakken;

namespace SlimRegeling.Tijdvakken.Tests;

/// <summary>How the work of a process ends.</summary>
public enum Dood
{
    Nee,

    /// <summary>The database ends its connection, halfway the transaction.</summary>
    Verbinding,

    /// <summary>The process is gone before the commit.</summary>
    VoorCommit,

    /// <summary>The process is gone after the commit, and nobody heard that it was done.</summary>
    NaCommit,
}

/// <summary>Connections of the program that the database ends while they are at work.</summary>
public sealed class Uitval(Verdeelhuis huis)
{
    private static readonly string[] BijBerichten = ["inschrijving", "gehoord", "inbox"];
    private static readonly string[] BijBesluiten = ["mt_events", "mt_streams", "plafondstand", "outbox", "inschrijving", "inbox"];

    private int _geraakt;

    /// <summary>How many connections were ended.</summary>
    public int Geraakt => _geraakt;

    /// <summary>Does this work; the first connection that comes to write in the table waits there, and is ended.</summary>
    private async Task Tijdens(string tabel, Func<Task> werk)
    {
        await using var slot = await huis.Toezicht.OpenConnectionAsync();
        await using var transactie = await slot.BeginTransactionAsync();
        await using var houd = new NpgsqlCommand($"lock table tijdvakken.{tabel} in exclusive mode", slot);
        await houd.ExecuteNonQueryAsync();
        var bezig = Task.Run(werk);
        while (!bezig.IsCompleted && await Beeindig($"{slot.ProcessID} = any(pg_blocking_pids(pid))") == 0)
        {
            await Task.Delay(1);
        }
        await transactie.RollbackAsync();
        await bezig;
    }

    /// <summary>Hears a message, after the work on it ended so.</summary>
    public async Task Hoor(object bericht, Dood dood, int welke)
    {
        switch (dood)
        {
            case Dood.Verbinding:
                await Tijdens(BijBerichten[welke % BijBerichten.Length], () => huis.Hoor([bericht]));
                return;
            case Dood.VoorCommit:
                await huis.Breek(bericht);
                break;
            case Dood.NaCommit:
                await huis.HoorTweemaal(bericht);
                return;
            default:
                break;
        }
        await huis.Hoor([bericht]);
    }

    /// <summary>Gives out until there is no more to do, after a turn ended so.</summary>
    public async Task Rust(string tijdvak, Dood dood, int welke)
    {
        switch (dood)
        {
            case Dood.Verbinding:
                await Tijdens(BijBesluiten[welke % BijBesluiten.Length], huis.Rust);
                break;
            case Dood.VoorCommit:
                await huis.Breek(new BudgetVerdelenBericht(tijdvak, Gegeven.Daarna));
                break;
            case Dood.NaCommit:
                await huis.Beurt(sterft: true);
                break;
            default:
                break;
        }
        await huis.Rust();
    }

    /// <summary>A use case, that asks again when its connection was cut.</summary>
    public async Task<T> Doe<T>(Func<Task<T>> stap, Dood dood, int welke)
    {
        if (dood != Dood.Verbinding)
        {
            return await stap();
        }
        var uitkomst = default(T);
        await Tijdens(BijBesluiten[welke % BijBesluiten.Length], async () => uitkomst = await stap());
        return uitkomst!;
    }

    /// <summary>Ends one connection that is at work, wherever it is.</summary>
    public Task Willekeurig() =>
        Beeindig(
            "pid = (select pid from pg_stat_activity where datname = current_database() and application_name <> 'Toezicht' and state <> 'idle' and backend_type = 'client backend' order by random() limit 1)"
        );

    private async Task<long> Beeindig(string welke)
    {
        await using var opdracht = huis.Toezicht.CreateCommand(
            $"select count(*) filter (where pg_terminate_backend(pid)) from pg_stat_activity where application_name <> 'Toezicht' and {welke}"
        );
        var geraakt = (long)(await opdracht.ExecuteScalarAsync())!;
        Interlocked.Add(ref _geraakt, (int)geraakt);
        return geraakt;
    }
}
