using System.Text.Json;
using Npgsql;
using SlimRegeling.Platform.Berichtenverkeer;
using SlimRegeling.Platform.Contexten;

namespace SlimRegeling.Duurproef;

/// <summary>
/// What follows from all stored events against what was heard: each message exactly once in the inbox of each context that hears it, nothing
/// left in an outbox, nothing set apart, and no two events of one stream from the same message.
/// </summary>
internal sealed record Telling(int Berichten, int Effecten, int Verloren, int Dubbel, long Wachtend, IReadOnlyList<string> Fouten)
{
    public static readonly Telling Leeg = new(0, 0, 0, 0, 0, []);
    private static readonly TimeSpan Geduld = TimeSpan.FromSeconds(60);
    private static readonly IReadOnlyList<Context> Contexten = Host.Contexten.Alle();

    private bool Rond => Verloren == 0 && Wachtend == 0;

    /// <summary>Counts until all is heard, or nothing has changed for a minute.</summary>
    public static async Task<Telling> NaStilte(string verbinding, CancellationToken ct)
    {
        await using var bron = NpgsqlDataSource.Create(verbinding);
        var stand = await Tel(bron, ct);
        var laatste = DateTime.UtcNow;
        while (!stand.Rond && DateTime.UtcNow - laatste < Geduld)
        {
            await Task.Delay(250, ct);
            var nieuw = await Tel(bron, ct);
            if ((nieuw.Verloren, nieuw.Wachtend, nieuw.Effecten) != (stand.Verloren, stand.Wachtend, stand.Effecten))
            {
                laatste = DateTime.UtcNow;
            }
            stand = nieuw;
        }
        return stand;
    }

    private static async Task<Telling> Tel(NpgsqlDataSource bron, CancellationToken ct)
    {
        var soorten = new Berichtsoorten(Contexten);
        var hoort = Contexten.ToDictionary(c => c.Naam, _ => new Dictionary<Guid, string>());
        var (berichten, dubbel, wachtend) = (0, 0, 0L);
        var fouten = new List<string>();
        // Inboxes first: what is heard after it was read cannot look like something that nobody said.
        var gehoord = new Dictionary<string, Dictionary<Guid, string>>();
        foreach (var context in Contexten)
        {
            gehoord[context.Naam] = (
                await bron.Lees($"select id, soort from {context.Naam}.inbox", r => (Id: r.GetGuid(0), Soort: r.GetString(1)), ct)
            ).ToDictionary(g => g.Id, g => g.Soort);
        }
        foreach (var context in Contexten)
        {
            wachtend += (await bron.Lees($"select count(*) from {context.Naam}.outbox", r => r.GetInt64(0), ct))[0];
            var apart = await bron.Lees(
                $"select soort, sleutel, left(fout, 300) from {context.Naam}.geparkeerd",
                r => $"{context.Naam}: {r.GetString(0)} over {r.GetString(1)} is apart gezet: {r.GetString(2)}",
                ct
            );
            fouten.AddRange(apart);
            if (context.Gebeurtenisnamen.Count == 0)
            {
                // It only hears: its store has no events.
                continue;
            }
            foreach (var (id, soort) in await Gezegd(bron, context, soorten, ct))
            {
                berichten++;
                foreach (var hoorder in soorten.Hoorders(soort))
                {
                    hoort[hoorder].Add(id, soort);
                }
            }
            var tweemaal = await bron.Lees(
                $"""
                select stream_id, type, count(*) from {context.Naam}.mt_events where headers ->> 'aanleiding' is not null
                group by headers ->> 'aanleiding', stream_id, type having count(*) > 1
                """,
                r => $"{context.Naam}: {r.GetString(1)} staat {r.GetInt64(2)} keer in {r.GetString(0)} door hetzelfde bericht",
                ct
            );
            dubbel += tweemaal.Count;
            fouten.AddRange(tweemaal);
        }
        var verloren = 0;
        foreach (var (context, verwacht) in hoort)
        {
            var mist = verwacht.Where(v => !gehoord[context].ContainsKey(v.Key)).ToList();
            var aanZichzelf = AanZichzelf(context, soorten);
            var teveel = gehoord[context].Count(g => !verwacht.ContainsKey(g.Key) && !aanZichzelf.Contains(g.Value));
            verloren += mist.Count;
            dubbel += teveel;
            fouten.AddRange(mist.Take(5).Select(m => $"{context} hoorde {m.Value} {m.Key} niet"));
            if (teveel > 0)
            {
                fouten.Add($"{context} hoorde {teveel} berichten die uit geen gebeurtenis volgen");
            }
        }
        if (wachtend > 0)
        {
            fouten.Add($"{wachtend} berichten staan nog in een outbox");
        }
        return new Telling(berichten, hoort.Values.Sum(h => h.Count), verloren, dubbel, wachtend, fouten);
    }

    /// <summary>With these a context wakes itself, also without an event: they tell nothing new and may come twice.</summary>
    private static HashSet<string> AanZichzelf(string naam, Berichtsoorten soorten)
    {
        var context = Contexten.Single(c => c.Naam == naam);
        return [.. context.GezegdeBerichten.Intersect(context.GehoordeBerichten).Select(soorten.Naam)];
    }

    private static async Task<List<(Guid Id, string Soort)>> Gezegd(
        NpgsqlDataSource bron,
        Context context,
        Berichtsoorten soorten,
        CancellationToken ct
    )
    {
        var gezegd = new List<(Guid, string)>();
        // An append that failed leaves a tombstone, which is no event.
        var gebeurtenissen = await bron.Lees(
            $"select id, stream_id, type, data from {context.Naam}.mt_events where type <> 'tombstone'",
            r => (Id: r.GetGuid(0), Stroom: r.GetString(1), Soort: r.GetString(2), Inhoud: r.GetString(3)),
            ct
        );
        foreach (var gebeurtenis in gebeurtenissen)
        {
            var inhoud = JsonSerializer.Deserialize(
                gebeurtenis.Inhoud,
                context.Gebeurtenisnamen[gebeurtenis.Soort],
                Platform.Stromen.Json.Opties
            )!;
            gezegd.AddRange(
                context
                    .Berichten(gebeurtenis.Stroom, inhoud)
                    .Select((bericht, index) => (Outbox.Berichtnummer(gebeurtenis.Id, index), soorten.Naam(bericht.GetType())))
            );
        }
        return gezegd;
    }
}

internal static class Vragen
{
    /// <summary>All rows of a query.</summary>
    public static async Task<List<T>> Lees<T>(this NpgsqlDataSource bron, string sql, Func<NpgsqlDataReader, T> lees, CancellationToken ct)
    {
        await using var opdracht = bron.CreateCommand(sql);
        await using var rij = await opdracht.ExecuteReaderAsync(ct);
        var rijen = new List<T>();
        while (await rij.ReadAsync(ct))
        {
            rijen.Add(lees(rij));
        }
        return rijen;
    }
}
