using SlimRegeling.Platform.Afstemming;
using SlimRegeling.Platform.Contexten;

namespace SlimRegeling.Platform.Taken;

/// <summary>Lays down the hash of every event that has none yet; a second run changes nothing.</summary>
public sealed class Verzegelen(Contextregister contexten)
{
    public Task Voer(string context, CancellationToken ct) =>
        contexten.Met(context) is { } opslag ? Zegels.Leg(opslag, ct) : Task.CompletedTask;
}
