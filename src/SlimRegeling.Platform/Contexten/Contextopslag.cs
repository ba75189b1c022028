using JasperFx;
using JasperFx.Events;
using Marten;
using NodaTime;
using Npgsql;
using NpgsqlTypes;
using SlimRegeling.Platform.Afstemming;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Berichtenverkeer;
using SlimRegeling.Platform.Inzagen;
using SlimRegeling.Platform.Stromen;
using Weasel.Core;
using Weasel.Postgresql;

namespace SlimRegeling.Platform.Contexten;

/// <summary>A context that runs in this process: its description, its store in a schema of its own and its connection.</summary>
public sealed class Contextopslag : IDisposable
{
    private readonly DocumentStore _store;

    // Without these a moment or day as a parameter of queued SQL is sent as text and refused.
    static Contextopslag()
    {
        PostgresqlProvider.Instance.RegisterMapping(typeof(Instant), "timestamp with time zone", NpgsqlDbType.TimestampTz);
        PostgresqlProvider.Instance.RegisterMapping(typeof(LocalDate), "date", NpgsqlDbType.Date);
    }

    public Contextopslag(Context context, NpgsqlDataSource bron)
        : this(context, bron, AutoCreate.CreateOrUpdate) { }

    private Contextopslag(Context context, NpgsqlDataSource bron, AutoCreate schema)
    {
        Context = context;
        Bron = bron;
        _store = new DocumentStore(Opties(context, bron, schema));
        Gezamenlijk = new Gezamenlijk(_store);
    }

    /// <summary>For who takes the tables as they are: nothing is made or brought up to date.</summary>
    public static Contextopslag OmTeLezen(Context context, NpgsqlDataSource bron) => new(context, bron, AutoCreate.None);

    public Context Context { get; }

    public NpgsqlDataSource Bron { get; }

    public IDocumentStore Store => _store;

    internal DocumentStore Documenten => _store;

    internal Sein Sein { get; } = new();

    internal Gezamenlijk Gezamenlijk { get; }

    /// <summary>Whether anything was ever stored here.</summary>
    public async Task<bool> Bestaat(CancellationToken ct)
    {
        await using var opdracht = Bron.CreateCommand($"select to_regclass('{Context.Naam}.inbox') is not null");
        return (bool)(await opdracht.ExecuteScalarAsync(ct))!;
    }

    /// <summary>Makes or brings up to date the schema, one process at a time.</summary>
    /// <exception cref="Opstartfout">The database lacks an extension that the context needs.</exception>
    public async Task WerkSchemaBij(CancellationToken ct)
    {
        await using var slot = await Bron.OpenConnectionAsync(ct);
        await Uitvoeren(slot, $"select pg_advisory_lock(hashtext('schema {Context.Naam}'))", ct);
        try
        {
            foreach (var uitbreiding in Context.Uitbreidingen)
            {
                await uitbreiding.Zorg(slot, ct);
            }
            await Uitvoeren(slot, $"create schema if not exists {Context.Naam}", ct);
            foreach (
                var ddl in (IEnumerable<string>)
                    [
                        Outbox.Ddl(Context.Naam),
                        Inbox.Ddl(Context.Naam),
                        Idempotentie.Ddl(Context.Naam),
                        Vastgelegd.Ddl(Context.Naam),
                        .. Context.Gebeurtenissen.Count > 0 ? (string[])[Zegels.Ddl(Context.Naam)] : [],
                        .. Context.Tabellen,
                    ]
            )
            {
                await Uitvoeren(slot, ddl, ct);
            }
            await _store.Storage.ApplyAllConfiguredChangesToDatabaseAsync();
        }
        finally
        {
            await Uitvoeren(slot, $"select pg_advisory_unlock(hashtext('schema {Context.Naam}'))", CancellationToken.None);
        }
    }

    public void Dispose()
    {
        _store.Dispose();
        Sein.Dispose();
    }

    private static async Task Uitvoeren(NpgsqlConnection verbinding, string sql, CancellationToken ct)
    {
        await using var opdracht = new NpgsqlCommand(sql, verbinding);
        await opdracht.ExecuteNonQueryAsync(ct);
    }

    private static StoreOptions Opties(Context context, NpgsqlDataSource bron, AutoCreate schema)
    {
        var opties = new StoreOptions { DatabaseSchemaName = context.Naam, AutoCreateSchemaObjects = schema };
        opties.Connection(bron);
        opties.Events.StreamIdentity = StreamIdentity.AsString;
        opties.Events.DatabaseSchemaName = context.Naam;
        opties.Events.MetadataConfig.HeadersEnabled = true;
        opties.UseSystemTextJsonForSerialization(EnumStorage.AsString, Casing.CamelCase, json => Json.Inrichten(json));
        opties.Schema.For<Inhoud>().DocumentAlias("inhoud");
        foreach (var inrichten in context.Opslag)
        {
            inrichten(opties);
        }
        return opties;
    }
}
