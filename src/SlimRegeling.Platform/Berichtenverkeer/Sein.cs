namespace SlimRegeling.Platform.Berichtenverkeer;

/// <summary>Wakes the relay of a context after a commit in this process; a poll each second finds what other processes committed.</summary>
public sealed class Sein : IDisposable
{
    private readonly SemaphoreSlim _bel = new(0, 1);

    public void Geef()
    {
        try
        {
            _bel.Release();
        }
        catch (SemaphoreFullException)
        {
            // The bell rings already: one waking is enough for all rows.
        }
    }

    public Task Wacht(TimeSpan hoogstens, CancellationToken ct) => _bel.WaitAsync(hoogstens, ct);

    public void Dispose() => _bel.Dispose();
}
