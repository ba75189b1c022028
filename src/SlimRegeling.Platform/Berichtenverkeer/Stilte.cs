using SlimRegeling.Platform.Contexten;

namespace SlimRegeling.Platform.Berichtenverkeer;

/// <summary>
/// Whether what was said has been heard: nothing of it is in an outbox of this process any more (in memory that means: all effects are committed).
/// With one database that is sure; contexts with databases of their own are looked at one after the other.
/// </summary>
public sealed class Stilte(Contextregister contexten)
{
    // A message without a trace: what follows from it cannot be told from the rest.
    private const string Spoorloos = "";

    /// <summary>
    /// Waits until all that was said before this call has been heard, and all that followed from it; not for what is said of something else
    /// meanwhile, which in a busy program never ends.
    /// </summary>
    public async Task Wacht(CancellationToken ct)
    {
        var sporen = await Onderweg(ct);
        while (sporen.Count > 0)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(5), ct);
            var nu = await Onderweg(ct);
            if (!sporen.Contains(Spoorloos))
            {
                nu.IntersectWith(sporen);
            }
            sporen = nu;
        }
    }

    /// <summary>The traces of what waits to be heard.</summary>
    private async Task<HashSet<string>> Onderweg(CancellationToken ct)
    {
        HashSet<string> sporen = [];
        foreach (var samen in contexten.Hier.GroupBy(o => o.Bron))
        {
            // In one look: what follows from a message is in an outbox before the message itself leaves its own. The trace is a part of the
            // W3C traceparent.
            var rijen = string.Join(" union ", samen.Select(o => $"select substr(spoor, 4, 32) from {o.Context.Naam}.outbox"));
            await using var opdracht = samen.Key.CreateCommand(rijen);
            await using var lezer = await opdracht.ExecuteReaderAsync(ct);
            while (await lezer.ReadAsync(ct))
            {
                sporen.Add(await lezer.IsDBNullAsync(0, ct) ? Spoorloos : lezer.GetString(0));
            }
        }
        return sporen;
    }
}
