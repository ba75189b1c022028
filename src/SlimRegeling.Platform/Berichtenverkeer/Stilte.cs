using Microsoft.Extensions.DependencyInjection;

namespace SlimRegeling.Platform.Berichtenverkeer;

/// <summary>Whether everything that was said has been heard: all outboxes of this process are empty (in memory that means: all effects are committed).</summary>
public sealed class Stilte(IServiceProvider diensten)
{
    public async Task<bool> Heerst(CancellationToken ct)
    {
        foreach (var relay in diensten.GetServices<Relay>())
        {
            if (await relay.Wachtend(ct) > 0)
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
