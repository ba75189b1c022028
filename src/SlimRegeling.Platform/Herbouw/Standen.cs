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
/// Folds all streams of a context again, in one pass over its events, stream by stream, and lets others hear what the context says by them.
/// Memory holds one stream at a time; what came of it is in a temporary table.
/// </summary>
internal sealed class Standen
{
    /// <summary>Of <see cref="Vouw(NpgsqlConnection, NpgsqlConnection, CancellationToken)"/>: <c>soort, id, data, versie</c>.</summary>
    public const string Tabel = "stand";

    /// <summary>What a failed append leaves.</summary>
    public const string Grafsteen = "tombstone";

    private static readonly JsonSerializerOptions Kolomnamen = new(Json.Inrichten(new JsonSerializerOptions()))
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
    };

    private readonly Contextopslag _opslag;
    private readonly IReadOnlyList<Hoorder> _hoorders;
    private readonly Dictionary<string, EventMapping> _gebeurtenissen;
    private readonly Dictionary<Type, Standsoort[]> _perGebeurtenis;
    private readonly ISerializer _json;

    public Standen(Contextopslag opslag, IReadOnlyList<Hoorder> hoorders)
    {
        _opslag = opslag;
        _hoorders = hoorders;
        Soorten = [.. opslag.Context.Stromen.Select(stand => Standsoort.Van(stand, opslag.Documenten))];
        _gebeurtenissen = opslag
            .Store.Options.Events.AllKnownEventTypes()
            .OfType<EventMapping>()
            .Where(g => opslag.Context.Gebeurtenissen.ContainsKey(g.EventTypeName))
            .ToDictionary(g => g.EventTypeName);
        _perGebeurtenis = _gebeurtenissen.Values.ToDictionary(
            g => g.DocumentType,
            g => Soorten.Where(s => s.Volgt(g.DocumentType)).ToArray()
        );
        _json = opslag.Store.Options.Serializer();
    }

    public IReadOnlyList<Standsoort> Soorten { get; }

    /// <summary>
    /// The states as they follow from the events, under the names of their kinds, and the rows of the tables that follow from events, under the
    /// names of these.
    /// </summary>
    /// <param name="naar">In the transaction with which the table ends.</param>
    /// <param name="uit">In the transaction that sees the events.</param>
    /// <returns>How many events there are.</returns>
    public async Task<long> Vouw(NpgsqlConnection naar, NpgsqlConnection uit, CancellationToken ct)
    {
        await naar.Voer($"create temp table {Tabel} (soort text, id text, data jsonb, versie int) on commit drop", ct);
        long gebeurtenissen;
        await using (var standen = await naar.BeginBinaryImportAsync($"copy {Tabel} from stdin (format binary)", ct))
        {
            gebeurtenissen = await Lees(uit, standen, ct);
            await standen.CompleteAsync(ct);
        }
        await naar.Voer($"analyze {Tabel}", ct);
        return gebeurtenissen;
    }

    private async Task<long> Lees(NpgsqlConnection verbinding, NpgsqlBinaryImporter standen, CancellationToken ct)
    {
        await using var sessie = _opslag.Store.QuerySession();
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
                    new(
                        id,
                        gebeurtenis.Timestamp,
                        rij.IsDBNull(7) ? Aanroep.Systeem : rij.GetString(7),
                        rij.IsDBNull(8) ? null : rij.GetString(8)
                    ),
                    bericht,
                    ct
                );
            }
        }
    }

    private async Task Vouw(List<IEvent> stroom, NpgsqlBinaryImporter standen, IQuerySession sessie, CancellationToken ct)
    {
        foreach (var soort in Soorten)
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
