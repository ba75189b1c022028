using SlimRegeling.Platform.Contexten;

namespace SlimRegeling.Platform.Berichtenverkeer;

/// <summary>
/// Whether everything that was said has been heard: all outboxes of this process are empty (in memory that means: all effects are committed).
/// With one database that is sure; contexts with databases of their own are looked at one after the other.
/// </summary>
public sealed class Stilte(Contextregister contexten)
{
    public async Task<bool> Heerst(CancellationToken ct)
    {
        foreach (var samen in contexten.Hier.GroupBy(o => o.Bron))
        {
            // In one look: what follows from a message is in an outbox before the message itself leaves its own.
            var vol = string.Join(" or ", samen.Select(o => $"exists (select from {o.Context.Naam}.outbox)"));
            await using var opdracht = samen.Key.CreateCommand($"select {vol}");
            if (await opdracht.ExecuteScalarAsync(ct) is true)
            {
                return false;
            }
        }
        return true;
    }

    public async Task Wacht(CancellationToken ct)
    {
        while (!await Heerst(ct))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(5), ct);
        }
    }
}
