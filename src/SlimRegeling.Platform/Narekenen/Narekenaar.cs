using System.Reflection;
using System.Runtime.CompilerServices;
using JasperFx.Events;
using Marten;
using Npgsql;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Platform.Narekenen;

/// <summary>
/// Goes over all decisions of a context that are stored, some streams at a time: what it needs of memory does not grow with their number.
/// While one bundle is computed the next is read, its content too. It only reads.
/// </summary>
public sealed class Narekenaar(Contextopslag opslag, INarekening narekening)
{
    private const int Grootte = 500;

    private readonly string[] _besluiten = [.. narekening.Besluiten.Select(Naam)];

    private string Schema => opslag.Context.Naam;

    public static string Naam(Type gebeurtenis) => gebeurtenis.GetCustomAttribute<NaamAttribute>()!.Naam;

    public async IAsyncEnumerable<Nagerekend> Reken([EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var bundel in Lees(ct))
        {
            foreach (var nagerekend in await narekening.Reken(bundel, ct))
            {
                yield return nagerekend;
            }
        }
    }

    /// <summary>The streams with a decision in them, in the order of their names.</summary>
    public async IAsyncEnumerable<Bundel> Lees([EnumeratorCancellation] CancellationToken ct)
    {
        var volgende = LeesNa("", ct);
        try
        {
            while (await volgende is { } bundel)
            {
                volgende = LeesNa(bundel.Stromen[^1].Id, ct);
                yield return bundel;
            }
        }
        finally
        {
            // Whoever stops halfway leaves nothing reading.
            await ((Task)volgende).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<Bundel?> LeesNa(string vorige, CancellationToken ct)
    {
        var namen = await Namen(vorige, ct);
        if (namen.Length == 0)
        {
            return null;
        }
        await using var sessie = opslag.Store.QuerySession();
        var gebeurtenissen = await sessie
            .Events.QueryAllRawEvents()
            .Where(e => e.StreamKey!.IsOneOf(namen))
            .OrderBy(e => e.StreamKey)
            .ThenBy(e => e.Version)
            .ToListAsync(ct);
        IReadOnlyList<Verloop> stromen =
        [
            .. gebeurtenissen
                .GroupBy(e => e.StreamKey!, StringComparer.Ordinal)
                .Select(g => new Verloop(g.Key, [.. g.Select(e => (Gebeurtenis)e.Data)])),
        ];
        var inhouden = await Inhouden.Lees(sessie, stromen.SelectMany(s => s.Gebeurtenissen).SelectMany(narekening.Inhouden), ct);
        return new Bundel(stromen, inhouden, opslag.Bron);
    }

    private async Task<string[]> Namen(string na, CancellationToken ct)
    {
        await using var opdracht = opslag.Bron.CreateCommand(
            $"select distinct stream_id from {Schema}.mt_events where type = any($1) and stream_id > $2 order by stream_id limit {Grootte}"
        );
        opdracht.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = _besluiten });
        opdracht.Parameters.Add(new NpgsqlParameter<string> { TypedValue = na });
        await using var rij = await opdracht.ExecuteReaderAsync(ct);
        var namen = new List<string>();
        while (await rij.ReadAsync(ct))
        {
            namen.Add(rij.GetString(0));
        }
        return [.. namen];
    }
}
