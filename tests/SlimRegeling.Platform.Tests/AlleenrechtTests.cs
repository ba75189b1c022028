using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using SlimRegeling.Omgeving;

namespace SlimRegeling.Platform.Tests;

/// <summary>What one process may do, no other does, however the first one ends or the database goes away.</summary>
public sealed class AlleenrechtTests : IAsyncLifetime
{
    private PostgresServer _postgres = null!;
    private string _verbinding = "";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _postgres = await PostgresServer.Start(ct: Ct);
        _verbinding = await _postgres.NieuweDatabase(nameof(AlleenrechtTests));
    }

    public ValueTask DisposeAsync() => _postgres.DisposeAsync();

    [Fact]
    public async Task A_second_process_is_told_why_it_cannot_start_and_starts_when_the_first_has_ended()
    {
        using var eerste = Nieuw();
        await eerste.StartAsync(Ct);
        using var tweede = Nieuw();

        var fout = await Assert.ThrowsAsync<Opstartfout>(() => tweede.StartAsync(Ct));
        Assert.Equal("Zet dit uit.", fout.Message);
        using var anders = Nieuw(wat: "iets anders");
        await anders.StartAsync(Ct);

        await eerste.StopAsync(Ct);
        using var derde = Nieuw();
        await derde.StartAsync(Ct);
        await derde.StopAsync(Ct);
        await anders.StopAsync(Ct);
    }

    [Fact]
    public async Task When_its_connection_breaks_it_takes_it_again()
    {
        using var leven = new Leven();
        using var recht = Nieuw(leven);
        await recht.StartAsync(Ct);
        for (var keer = 0; keer < 3; keer++)
        {
            var oud = Assert.Single(await Houders());
            await Breek(oud);
            await Tot(async () => await Houders() is [var nieuw] && nieuw != oud);
        }
        Assert.False(leven.Gestopt);
        await recht.StopAsync(Ct);
        Assert.Empty(await Houders());
    }

    [Fact]
    public async Task When_another_has_it_by_then_it_stops()
    {
        using var leven = new Leven();
        using var recht = Nieuw(leven);
        await recht.StartAsync(Ct);
        await using var ander = new NpgsqlConnection(_verbinding);
        await ander.OpenAsync(Ct);
        // It stands in line, and so has it as soon as the first connection is gone.
        await using var wacht = new NpgsqlCommand("select pg_advisory_lock(hashtextextended('alleenrecht de proef', 0))", ander);
        var wachtend = wacht.ExecuteNonQueryAsync(Ct);
        await Tot(async () => (await Houders(toegekend: false)).Count == 1);

        await Breek(Assert.Single(await Houders()));
        await wachtend;

        await Tot(() => Task.FromResult(leven.Gestopt));
        await recht.StopAsync(Ct);
    }

    private Alleenrecht Nieuw(Leven? leven = null, string wat = "de proef") =>
        new(_verbinding, wat, "Zet dit uit.", leven ?? new Leven(), NullLogger<Alleenrecht>.Instance)
        {
            Geduld = TimeSpan.FromMilliseconds(300),
            Hartslag = TimeSpan.FromMilliseconds(50),
        };

    private async Task<IReadOnlyList<int>> Houders(bool toegekend = true)
    {
        await using var bron = NpgsqlDataSource.Create(_verbinding);
        await using var vraag = bron.CreateCommand(
            """
            select l.pid from pg_locks l join pg_database d on d.oid = l.database
            where l.locktype = 'advisory' and d.datname = current_database() and l.granted = $1
            """
        );
        vraag.Parameters.Add(new NpgsqlParameter<bool> { TypedValue = toegekend });
        await using var rij = await vraag.ExecuteReaderAsync(Ct);
        var houders = new List<int>();
        while (await rij.ReadAsync(Ct))
        {
            houders.Add(rij.GetInt32(0));
        }
        return houders;
    }

    private async Task Breek(int houder)
    {
        await using var bron = NpgsqlDataSource.Create(_verbinding);
        await using var opdracht = bron.CreateCommand($"select pg_terminate_backend({houder})");
        await opdracht.ExecuteNonQueryAsync(Ct);
    }

    private static async Task Tot(Func<Task<bool>> waar)
    {
        for (var poging = 0; poging < 200 && !await waar(); poging++)
        {
            await Task.Delay(50, Ct);
        }
        Assert.True(await waar());
    }

    private sealed class Leven : IHostApplicationLifetime, IDisposable
    {
        private readonly CancellationTokenSource _stopt = new();

        public bool Gestopt => _stopt.IsCancellationRequested;

        public CancellationToken ApplicationStarted => new(canceled: true);

        public CancellationToken ApplicationStopping => _stopt.Token;

        public CancellationToken ApplicationStopped => default;

        public void StopApplication() => _stopt.Cancel();

        public void Dispose() => _stopt.Dispose();
    }
}
