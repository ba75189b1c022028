using SlimRegeling.Platform.Contexten;

namespace SlimRegeling.Platform.Berichtenverkeer;

/// <summary>
/// Whether what was said has been heard: it is in no outbox of this process any more (in memory that means: all effects are committed). With one
/// database that is sure; contexts with databases of their own are looked at one after the other.
/// </summary>
public sealed class Stilte(Contextregister contexten)
{
    // No chain is longer: from a submission by the ranking, the assessment, the decision and its letter to the payment there are fewer.
    private const int Schakels = 16;

    /// <summary>
    /// Waits until all that was said before this call has been heard, and all that followed from it; not for what others say of something else
    /// meanwhile, which in a busy program never ends.
    /// </summary>
    public async Task Wacht(CancellationToken ct)
    {
        // What follows from a message is in an outbox before the message itself leaves its own. So each time that all that waited has left, one
        // link of every chain is done.
        for (var schakel = 0; schakel < Schakels; schakel++)
        {
            var gezegd = await Onderweg(ct);
            if (gezegd.Count == 0)
            {
                return;
            }
            while (gezegd.Count > 0)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(5), ct);
                gezegd.IntersectWith(await Onderweg(ct));
            }
        }
    }

    /// <summary>What waits to be heard, of each database in one look.</summary>
    private async Task<HashSet<Guid>> Onderweg(CancellationToken ct)
    {
        HashSet<Guid> berichten = [];
        foreach (var samen in contexten.Hier.GroupBy(o => o.Bron))
        {
            var rijen = string.Join(" union all ", samen.Select(o => $"select id from {o.Context.Naam}.outbox"));
            await using var opdracht = samen.Key.CreateCommand(rijen);
            await using var lezer = await opdracht.ExecuteReaderAsync(ct);
            while (await lezer.ReadAsync(ct))
            {
                berichten.Add(lezer.GetGuid(0));
            }
        }
        return berichten;
    }
}
