using NodaTime;
using Npgsql;
using SlimRegeling.Platform.Berichtenverkeer;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Platform.Herbouw;

namespace SlimRegeling.Platform.Afstemming;

/// <summary>
/// Which messages a hearer need not have had at a moment: what was said a moment ago, waits in an outbox, or was set apart. The last two are
/// looked up before that moment and those of them that were heard meanwhile after it, so that none is lost between the two.
/// </summary>
internal sealed class Onderweg
{
    /// <summary>So long a message may be under way.</summary>
    public static readonly Duration Langst = Duration.FromMinutes(10);

    private readonly HashSet<Guid> _wachtend;
    private readonly HashSet<Guid> _gehoord;
    private readonly DateTimeOffset _vanaf;

    private Onderweg(HashSet<Guid> wachtend, HashSet<Guid> gehoord, DateTimeOffset vanaf)
    {
        _wachtend = wachtend;
        _gehoord = gehoord;
        _vanaf = vanaf;
    }

    /// <summary>What waits in the outboxes of these contexts, or was set apart by one of them.</summary>
    public static async Task<HashSet<Guid>> Wachtend(IEnumerable<Contextopslag> opslagen, CancellationToken ct)
    {
        var wachtend = new HashSet<Guid>();
        foreach (var opslag in opslagen)
        {
            var naam = opslag.Context.Naam;
            await using var opdracht = opslag.Bron.CreateCommand(
                $"select id from {naam}.outbox union all select g.id from {naam}.geparkeerd g"
            );
            await Lees(opdracht, wachtend, ct);
        }
        return wachtend;
    }

    /// <param name="wachtend">As they were before <paramref name="opname"/>.</param>
    public static async Task<Onderweg> Van(Contextopslag hoorder, HashSet<Guid> wachtend, Momentopname opname, CancellationToken ct)
    {
        var vanaf = opname.Op - Langst;
        await using var blik = await opname.Open(ct);
        await using var opdracht = new NpgsqlCommand(
            $"select id from {hoorder.Context.Naam}.inbox where op >= $1 or id = any($2)",
            blik.Verbinding
        );
        opdracht.Parameters.Add(new NpgsqlParameter<Instant> { TypedValue = vanaf });
        opdracht.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = [.. wachtend] });
        var gehoord = new HashSet<Guid>();
        await Lees(opdracht, gehoord, ct);
        return new(wachtend, gehoord, vanaf.ToDateTimeOffset());
    }

    public bool Is(Herkomst herkomst) =>
        (herkomst.Op > _vanaf || _wachtend.Contains(herkomst.Bericht)) && !_gehoord.Contains(herkomst.Bericht);

    private static async Task Lees(NpgsqlCommand opdracht, HashSet<Guid> ids, CancellationToken ct)
    {
        await using var rij = await opdracht.ExecuteReaderAsync(ct);
        while (await rij.ReadAsync(ct))
        {
            ids.Add(rij.GetGuid(0));
        }
    }
}
