using System.Diagnostics;
using System.Text.Json;
using JasperFx.Events;
using Marten;
using Marten.Events;
using NodaTime;
using Npgsql;
using NpgsqlTypes;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Platform.Herbouw;

/// <summary>
/// Makes the snapshots of all streams of a context again, in one pass over its events, stream by stream, and lets others hear what the context
/// says by them. Memory holds one stream at a time.
/// </summary>
internal sealed class Standenherbouw
{
    private const string Grafsteen = "tombstone";

    private static readonly JsonSerializerOptions Kolomnamen = new(Json.Inrichten(new JsonSerializerOptions()))
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
    };

    private readonly Contextopslag _opslag;
    private readonly IReadOnlyList<Hoorder> _hoorders;
    private readonly IReadOnlyList<Standsoort> _soorten;
    private readonly Dictionary<string, EventMapping> _gebeurtenissen;
    private readonly Dictionary<Type, Standsoort[]> _perGebeurtenis;
    private readonly ISerializer _json;

    public Standenherbouw(Contextopslag opslag, IReadOnlyList<Hoorder> hoorders)
    {
        _opslag = opslag;
        _hoorders = hoorders;
        _soorten = [.. opslag.Context.Stromen.Select(stand => Standsoort.Van(stand, opslag.Documenten))];
        _gebeurtenissen = opslag
            .Store.Options.Events.AllKnownEventTypes()
            .OfType<EventMapping>()
            .Where(g => opslag.Context.Gebeurtenissen.ContainsKey(g.EventTypeName))
            .ToDictionary(g => g.EventTypeName);
        _perGebeurtenis = _gebeurtenissen.Values.ToDictionary(
            g => g.DocumentType,
            g => _soorten.Where(s => s.Volgt(g.DocumentType)).ToArray()
        );
        _json = opslag.Store.Options.Serializer();
    }

    public async Task<Contextherbouw> Voer(CancellationToken ct)
    {
        var sinds = Stopwatch.StartNew();
        var schema = _opslag.Context.Naam;
        await using var verbinding = await _opslag.Bron.OpenConnectionAsync(ct);
        await using var transactie = await verbinding.BeginTransactionAsync(ct);
        // Whoever would append all the same waits until the snapshots stand.
        await verbinding.Voer(
            $"""
            lock table {schema}.mt_events in share mode;
            set local work_mem = '64MB';
            create temp table stand (soort text, id text, data jsonb, versie int) on commit drop
            """,
            ct
        );
        long gebeurtenissen;
        await using (var standen = await verbinding.BeginBinaryImportAsync("copy stand from stdin (format binary)", ct))
        {
            gebeurtenissen = await Lees(standen, ct);
            await standen.CompleteAsync(ct);
        }
        await verbinding.Voer("analyze stand", ct);
        var modellen = new List<Herbouwd>();
        foreach (var soort in _soorten)
        {
            modellen.Add(
                await new Overbrenging(verbinding, soort.Tabel, ["id"], "mt_last_modified").BrengOver(
                    $"""
                    select id, data, now() as mt_last_modified, versie as mt_version, '{soort.Naam}' as mt_dotnet_type
                    from stand where soort = '{soort.Naam}'
                    """,
                    ct
                )
            );
        }
        foreach (var herleiding in _opslag.Context.Herleidingen)
        {
            modellen.Add(
                await new Overbrenging(verbinding, herleiding.Tabel, [.. herleiding.Sleutel], herleiding.Nummer).Vergelijk(
                    $"""
                    select r.* from stand s, jsonb_populate_record(null::{herleiding.Tabel}, s.data) r where s.soort = '{herleiding.Tabel}'
                    """,
                    ct
                )
            );
        }
        await transactie.CommitAsync(ct);
        return new(schema, gebeurtenissen, 0, sinds.Elapsed, modellen);
    }

    /// <returns>How many events there are.</returns>
    private async Task<long> Lees(NpgsqlBinaryImporter standen, CancellationToken ct)
    {
        await using var sessie = _opslag.Store.QuerySession();
        await using var verbinding = await _opslag.Bron.OpenConnectionAsync(ct);
        await using var transactie = await verbinding.BeginTransactionAsync(ct);
        // By the index of the key, so that streams come one by one and nothing is sorted first.
        await verbinding.Voer("set local enable_sort = off", ct);
        await using var opdracht = new NpgsqlCommand(
            $"""
            select data, stream_id, version, id, seq_id, timestamp, type, headers ->> 'wie', headers ->> 'namens'
            from {_opslag.Context.Naam}.mt_events order by stream_id, version
            """,
            verbinding
        );
        await using var rij = await opdracht.ExecuteReaderAsync(ct);
        var aantal = 0L;
        var stroom = new List<IEvent>();
        while (await rij.ReadAsync(ct))
        {
            if (Lees(rij) is not { } gebeurtenis)
            {
                continue;
            }
            aantal++;
            if (stroom.Count > 0 && stroom[0].StreamKey != gebeurtenis.StreamKey)
            {
                await Vouw(stroom, standen, sessie, ct);
                stroom.Clear();
            }
            stroom.Add(gebeurtenis);
            await ZegVoort(gebeurtenis, rij, ct);
            await Herleid(gebeurtenis, standen, ct);
        }
        if (stroom.Count > 0)
        {
            await Vouw(stroom, standen, sessie, ct);
        }
        return aantal;
    }

    /// <summary>Null for what a failed append left.</summary>
    private IEvent? Lees(NpgsqlDataReader rij)
    {
        var soort = rij.GetString(6);
        if (soort == Grafsteen)
        {
            return null;
        }
        if (!_gebeurtenissen.TryGetValue(soort, out var gebeurtenis))
        {
            throw new Opstartfout(
                $"In {_opslag.Context.Naam} staat een gebeurtenis '{soort}', die dit programma niet kent. Herbouw met de versie van het programma die haar schreef."
            );
        }
        var gelezen = gebeurtenis.ReadEventData(_json, rij);
        gelezen.StreamKey = rij.GetString(1);
        gelezen.Version = rij.GetInt64(2);
        gelezen.Id = rij.GetGuid(3);
        gelezen.Sequence = rij.GetInt64(4);
        gelezen.Timestamp = rij.GetFieldValue<Instant>(5).ToDateTimeOffset();
        return gelezen;
    }

    private async Task ZegVoort(IEvent gebeurtenis, NpgsqlDataReader rij, CancellationToken ct)
    {
        if (_hoorders.Count == 0)
        {
            return;
        }
        foreach (
            var (id, bericht) in Berichtenverkeer.Berichtsoorten.Gezegd(
                _opslag.Context,
                gebeurtenis.StreamKey!,
                gebeurtenis.Version,
                gebeurtenis.Id,
                gebeurtenis.Data
            )
        )
        {
            foreach (var hoorder in _hoorders)
            {
                await hoorder.Hoor(
                    id,
                    bericht,
                    rij.IsDBNull(7) ? Aanroep.Systeem : rij.GetString(7),
                    rij.IsDBNull(8) ? null : rij.GetString(8),
                    ct
                );
            }
        }
    }

    private async Task Vouw(List<IEvent> stroom, NpgsqlBinaryImporter standen, IQuerySession sessie, CancellationToken ct)
    {
        foreach (var soort in _soorten)
        {
            if (!stroom.Exists(e => _perGebeurtenis[e.EventType].Contains(soort)) || await soort.Vouw(stroom, sessie, ct) is not { } stand)
            {
                continue;
            }
            await Schrijf(standen, soort.Naam, _json.ToJson(stand), stroom[^1], ct);
        }
    }

    private async Task Herleid(IEvent gebeurtenis, NpgsqlBinaryImporter standen, CancellationToken ct)
    {
        foreach (var herleiding in _opslag.Context.Herleidingen)
        {
            foreach (var rij in herleiding.Rijen(gebeurtenis))
            {
                await Schrijf(standen, herleiding.Tabel, JsonSerializer.Serialize(rij, rij.GetType(), Kolomnamen), gebeurtenis, ct);
            }
        }
    }

    private static async Task Schrijf(NpgsqlBinaryImporter standen, string soort, string json, IEvent laatste, CancellationToken ct)
    {
        await standen.StartRowAsync(ct);
        await standen.WriteAsync(soort, NpgsqlDbType.Text, ct);
        await standen.WriteAsync(laatste.StreamKey!, NpgsqlDbType.Text, ct);
        await standen.WriteAsync(json, NpgsqlDbType.Jsonb, ct);
        await standen.WriteAsync((int)laatste.Version, NpgsqlDbType.Integer, ct);
    }
}
