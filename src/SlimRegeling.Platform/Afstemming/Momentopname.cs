using System.Data;
using NodaTime;
using Npgsql;
using SlimRegeling.Platform.Herbouw;

namespace SlimRegeling.Platform.Afstemming;

/// <summary>
/// A database as it was at one moment, for as many connections as one likes: what is committed since does not show. So a snapshot and its events,
/// or a total and what it sums, are of one and the same moment while the program goes on.
/// </summary>
internal sealed class Momentopname : IAsyncDisposable
{
    private readonly NpgsqlDataSource _bron;
    private readonly Blik _eerste;
    private readonly string _naam;

    private Momentopname(NpgsqlDataSource bron, Blik eerste, string naam, Instant op)
    {
        _bron = bron;
        _eerste = eerste;
        _naam = naam;
        Op = op;
    }

    /// <summary>By the clock of the database.</summary>
    public Instant Op { get; }

    public static async Task<Momentopname> Neem(NpgsqlDataSource bron, CancellationToken ct)
    {
        var eerste = await Blik.Begin(bron, ct);
        await using var opdracht = new NpgsqlCommand("select pg_export_snapshot(), now()", eerste.Verbinding);
        await using var rij = await opdracht.ExecuteReaderAsync(ct);
        await rij.ReadAsync(ct);
        return new(bron, eerste, rij.GetString(0), rij.GetFieldValue<Instant>(1));
    }

    /// <summary>Another look at the same moment; the caller ends it.</summary>
    public async Task<Blik> Open(CancellationToken ct)
    {
        var blik = await Blik.Begin(_bron, ct);
        await blik.Verbinding.Voer($"set transaction snapshot '{_naam}'", ct);
        await blik.Verbinding.Voer("set local work_mem = '64MB'", ct);
        return blik;
    }

    public ValueTask DisposeAsync() => _eerste.DisposeAsync();
}

/// <summary>A connection in a transaction that sees one moment, and of which nothing is committed.</summary>
internal sealed class Blik : IAsyncDisposable
{
    private Blik(NpgsqlConnection verbinding, NpgsqlTransaction transactie)
    {
        Verbinding = verbinding;
        Transactie = transactie;
    }

    public NpgsqlConnection Verbinding { get; }

    public NpgsqlTransaction Transactie { get; }

    public static async Task<Blik> Begin(NpgsqlDataSource bron, CancellationToken ct)
    {
        var verbinding = await bron.OpenConnectionAsync(ct);
        return new(verbinding, await verbinding.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct));
    }

    public async ValueTask DisposeAsync()
    {
        await Transactie.DisposeAsync();
        await Verbinding.DisposeAsync();
    }
}
