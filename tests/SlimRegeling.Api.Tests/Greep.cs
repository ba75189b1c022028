using Npgsql;

namespace SlimRegeling.Api.Tests;

/// <summary>
/// Holds a program at one place in its database until it is killed there: at a row that it writes, before it commits or in the commit itself, or at a table
/// that it reads. What it held is let go when this is disposed; then the database undoes what was not committed, and ends what was being committed.
/// </summary>
internal sealed class Greep : IAsyncDisposable
{
    private const string Functie = "public.greep";
    private const int MeesteKeren = 3_000;

    private readonly NpgsqlConnection _verbinding;
    private readonly string? _tabel;

    private Greep(NpgsqlConnection verbinding, string? tabel) => (_verbinding, _tabel) = (verbinding, tabel);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <param name="verbinding">To the database of the program.</param>
    /// <param name="tabel">In which it inserts.</param>
    /// <param name="voorwaarde">On the row (<c>new</c>).</param>
    /// <param name="inCommit">Whether all was written by then and is kept when it goes on.</param>
    public static async Task<Greep> Schrijven(string verbinding, string tabel, string voorwaarde, bool inCommit)
    {
        var greep = new Greep(await Open(verbinding), tabel);
        await greep.Voer("select pg_advisory_lock(9, 9)");
        await greep.Voer(
            $"""
            create or replace function {Functie}() returns trigger language plpgsql as $$
              begin perform pg_advisory_xact_lock(9, 9); return null; end
            $$
            """
        );
        var (soort, wanneer) = inCommit ? ("constraint trigger", "deferrable initially deferred") : ("trigger", "");
        await greep.Voer(
            $"create {soort} greep after insert on {tabel} {wanneer} for each row when ({voorwaarde}) execute function {Functie}()"
        );
        return greep;
    }

    /// <param name="verbinding">To the database of the program.</param>
    /// <param name="tabel">That it reads.</param>
    public static async Task<Greep> Lezen(string verbinding, string tabel)
    {
        var greep = new Greep(await Open(verbinding), null);
        await greep.Voer("begin");
        await greep.Voer($"lock table {tabel} in access exclusive mode");
        return greep;
    }

    /// <summary>Whether somebody waits there.</summary>
    public async Task<bool> Heeft(CancellationToken ct)
    {
        await using var opdracht = new NpgsqlCommand(
            "select exists (select from pg_stat_activity where pg_backend_pid() = any (pg_blocking_pids(pid)))",
            _verbinding
        );
        return (bool)(await opdracht.ExecuteScalarAsync(ct))!;
    }

    /// <summary>After the program was killed: nothing of it is at work any more when this returns.</summary>
    public async ValueTask DisposeAsync()
    {
        await Voer(_tabel is null ? "rollback" : "select pg_advisory_unlock(9, 9)");
        for (var keer = 0; await AanHetWerk(); keer++)
        {
            Assert.True(keer < MeesteKeren, "The database still works for a program that was killed.");
            await Task.Delay(10, Ct);
        }
        if (_tabel is not null)
        {
            await Voer($"drop trigger greep on {_tabel}");
        }
        await _verbinding.DisposeAsync();
    }

    private async Task<bool> AanHetWerk()
    {
        await using var opdracht = new NpgsqlCommand(
            $"""
            select exists (
              select from pg_stat_activity where datname = current_database() and backend_type = 'client backend'
                and application_name <> '{Losprogramma.Toezicht}'
            )
            """,
            _verbinding
        );
        return (bool)(await opdracht.ExecuteScalarAsync(Ct))!;
    }

    private async Task Voer(string sql)
    {
        await using var opdracht = new NpgsqlCommand(sql, _verbinding);
        await opdracht.ExecuteNonQueryAsync(Ct);
    }

    private static async Task<NpgsqlConnection> Open(string verbinding)
    {
        var open = new NpgsqlConnection($"{verbinding};Pooling=false");
        await open.OpenAsync(Ct);
        return open;
    }
}
