using Marten;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Leercultuurscans.Campagnes;

/// <summary>Finds a campaign by its name, which is the right to join it, whosever it is.</summary>
public sealed class Campagneboek(Werkeenheid<LeercultuurscansContext> eenheid)
{
    /// <summary>Null when there is none of that name.</summary>
    public Task<Campagne?> Zoek(string campagne, CancellationToken ct) => eenheid.Sessie.LoadAsync<Campagne>(campagne, ct);
}
