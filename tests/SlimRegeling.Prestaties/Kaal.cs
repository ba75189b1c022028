using JasperFx;
using JasperFx.Events;
using JasperFx.Events.Projections;
using Marten;
using Marten.Events.Projections;
using NodaTime;
using Npgsql;
using SlimRegeling.Aanvragen;
using SlimRegeling.Platform;
using SlimRegeling.Platform.Stromen;
using Weasel.Core;

namespace SlimRegeling.Prestaties;

/// <summary>What Marten does at best: the event of a submission on a new stream with its inline snapshot, and nothing else.</summary>
internal sealed class Kaal : IDisposable
{
    private readonly NpgsqlDataSource _bron;
    private readonly DocumentStore _store;

    private Kaal(NpgsqlDataSource bron, DocumentStore store)
    {
        _bron = bron;
        _store = store;
    }

    public static async Task<Kaal> Open(string verbinding)
    {
        var bouwer = new NpgsqlDataSourceBuilder(verbinding + Vloer.Verbindingsopties);
        bouwer.UseNodaTime();
        var bron = bouwer.Build();
        var opties = new StoreOptions { DatabaseSchemaName = "kaal", AutoCreateSchemaObjects = AutoCreate.CreateOrUpdate };
        opties.Connection(bron);
        opties.Events.StreamIdentity = StreamIdentity.AsString;
        opties.UseSystemTextJsonForSerialization(EnumStorage.AsString, Casing.CamelCase, json => Platform.Stromen.Json.Inrichten(json));
        opties.Projections.Snapshot<Aanvraag>(SnapshotLifecycle.Inline);
        var store = new DocumentStore(opties);
        await store.Storage.ApplyAllConfiguredChangesToDatabaseAsync();
        return new Kaal(bron, store);
    }

    public async Task Voeg()
    {
        await using var sessie = _store.LightweightSession();
        sessie.Events.StartStream<Aanvraag>(
            (string)Zaaknummer.Trek(),
            new AanvraagIngediend(
                Proefhuis.Tijdvak,
                "60000001",
                "mkb-onderneming",
                "slim-2026",
                6_900m,
                ["C"],
                new Verwijzing(Guid.CreateVersion7(), new string('a', 64)),
                SystemClock.Instance.GetCurrentInstant()
            )
        );
        await sessie.SaveChangesAsync();
    }

    public void Dispose()
    {
        _store.Dispose();
        _bron.Dispose();
    }
}
