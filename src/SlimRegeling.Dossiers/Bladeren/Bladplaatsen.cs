namespace SlimRegeling.Dossiers.Bladeren;

/// <summary>
/// How many pages are made at the same time in this process. Who acts for an enterprise has a place apart: whoever sends what is heavy keeps nobody
/// waiting who has to judge it.
/// </summary>
/// <param name="langst">How long one waits for a place.</param>
internal sealed class Bladplaatsen(TimeSpan langst) : IDisposable
{
    private readonly SemaphoreSlim _voorUitvoerder = new(2);
    private readonly SemaphoreSlim _voorOnderneming = new(1);

    /// <returns>What gives the place back; null when none came free in time.</returns>
    public async Task<IDisposable?> Neem(bool voorOnderneming, CancellationToken ct)
    {
        var rij = voorOnderneming ? _voorOnderneming : _voorUitvoerder;
        return await rij.WaitAsync(langst, ct) ? new Plaats(rij) : null;
    }

    public void Dispose()
    {
        _voorUitvoerder.Dispose();
        _voorOnderneming.Dispose();
    }

    private sealed class Plaats(SemaphoreSlim rij) : IDisposable
    {
        public void Dispose() => rij.Release();
    }
}
