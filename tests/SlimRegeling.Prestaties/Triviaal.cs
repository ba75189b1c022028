using JasperFx;
using JasperFx.Events;
using JasperFx.Events.Projections;
using Marten;
using Marten.Events.Projections;
using Microsoft.Extensions.Logging;
using Npgsql;
using SlimRegeling.Platform.Contexten;
using Weasel.Core;

namespace SlimRegeling.Prestaties;

/// <summary>
/// The least that a read model can be: one small document per stream that tells how many events it has, projected by Marten's asynchronous daemon
/// as it comes. One store, with the events of all contexts one after the other.
/// </summary>
internal sealed class Triviaal : IAsyncDisposable
{
    private const string Schema = "triviaal";
    private static readonly TimeSpan Geduld = TimeSpan.FromHours(2);

    private readonly NpgsqlDataSource _bron;
    private readonly DocumentStore _store;

    private Triviaal(NpgsqlDataSource bron, DocumentStore store, long gebeurtenissen)
    {
        _bron = bron;
        _store = store;
        Gebeurtenissen = gebeurtenissen;
    }

    public long Gebeurtenissen { get; }

    public sealed record Teller(string Id, long Gebeurtenissen);

    /// <summary>Copies all events.</summary>
    public static async Task<Triviaal> Neem(NpgsqlDataSource bron, IReadOnlyList<Context> contexten)
    {
        var opties = new StoreOptions { DatabaseSchemaName = Schema, AutoCreateSchemaObjects = AutoCreate.CreateOrUpdate };
        opties.Connection(bron);
        opties.Events.StreamIdentity = StreamIdentity.AsString;
        opties.Events.DatabaseSchemaName = Schema;
        opties.Events.MetadataConfig.HeadersEnabled = true;
        opties.UseSystemTextJsonForSerialization(EnumStorage.AsString, Casing.CamelCase, json => Platform.Stromen.Json.Inrichten(json));
        foreach (var context in contexten)
        {
            foreach (var (naam, type) in context.Gebeurtenisnamen)
            {
                opties.Events.MapEventType(type, $"{context.Naam}:{naam}");
            }
        }
        opties.Schema.For<Teller>().DocumentAlias("teller");
        opties.Projections.Add(new Telling(), ProjectionLifecycle.Async, nameof(Telling), o => o.DeleteViewTypeOnTeardown<Teller>());
        var store = new DocumentStore(opties);
        await store.Storage.ApplyAllConfiguredChangesToDatabaseAsync();

        var gebeurtenissen = 0L;
        foreach (var context in contexten.Where(c => c.Gebeurtenisnamen.Count > 0))
        {
            await Kopieer(bron, context.Naam, "mt_streams", "id", new() { ["id"] = $"'{context.Naam}:' || id" });
            gebeurtenissen += await Kopieer(
                bron,
                context.Naam,
                "mt_events",
                "seq_id",
                new()
                {
                    ["seq_id"] = $"{gebeurtenissen} + row_number() over (order by seq_id)",
                    ["stream_id"] = $"'{context.Naam}:' || stream_id",
                    ["type"] = $"'{context.Naam}:' || type",
                }
            );
        }
        await Voer(bron, $"select setval('{Schema}.mt_events_sequence', {gebeurtenissen})");
        await Voer(bron, "vacuum analyze");
        return new(bron, store, gebeurtenissen);
    }

    public async Task Herbouw()
    {
        using var log = LoggerFactory.Create(l => l.AddSimpleConsole().SetMinimumLevel(LogLevel.Warning));
        using var daemon = await _store.BuildProjectionDaemonAsync(logger: log.CreateLogger<Triviaal>());
        await daemon.RebuildProjectionAsync(nameof(Telling), Geduld, CancellationToken.None);
        await using var opdracht = _bron.CreateCommand(
            $"select sum((data ->> 'gebeurtenissen')::bigint)::bigint from {Schema}.mt_doc_teller"
        );
        var geteld = (long)(await opdracht.ExecuteScalarAsync())!;
        Console.WriteLine($"the trivial projection saw {geteld} of {Gebeurtenissen} events");
        // It leaves out a few; that makes no difference to its speed.
        if (geteld < Gebeurtenissen * 0.999)
        {
            throw new InvalidOperationException("That is not the same work.");
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
    }

    /// <returns>How many rows.</returns>
    private static async Task<long> Kopieer(
        NpgsqlDataSource bron,
        string context,
        string tabel,
        string volgorde,
        Dictionary<string, string> anders
    )
    {
        await using var verbinding = await bron.OpenConnectionAsync();
        var kolommen = await Platform.Herbouw.Overbrenging.Kolommen(verbinding, $"{context}.{tabel}", CancellationToken.None);
        await using var opdracht = new NpgsqlCommand(
            $"""
            insert into {Schema}.{tabel} ({string.Join(", ", kolommen)})
            select {string.Join(", ", kolommen.Select(k => anders.GetValueOrDefault(k, k)))} from {context}.{tabel} order by {volgorde}
            """,
            verbinding
        )
        {
            CommandTimeout = 0,
        };
        return await opdracht.ExecuteNonQueryAsync();
    }

    private static async Task Voer(NpgsqlDataSource bron, string sql)
    {
        await using var opdracht = bron.CreateCommand(sql);
        opdracht.CommandTimeout = 0;
        await opdracht.ExecuteNonQueryAsync();
    }

    private sealed class Telling : IProjection
    {
        public Task ApplyAsync(IDocumentOperations operations, IReadOnlyList<IEvent> events, CancellationToken cancellation)
        {
            foreach (var stroom in events.GroupBy(e => e.StreamKey!))
            {
                operations.Store(new Teller(stroom.Key, stroom.Max(e => e.Version)));
            }
            return Task.CompletedTask;
        }
    }
}
