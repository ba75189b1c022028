namespace SlimRegeling.Duurproef;

/// <summary>Lets work through in portions, so that each kill finds work under way on a fast and on a slow machine.</summary>
internal sealed class Poortwachter : IDisposable
{
    private const int Onbegrensd = 1_000_000;
    private readonly SemaphoreSlim _vrij = new(0);

    public Task Door(CancellationToken ct) => _vrij.WaitAsync(ct);

    public void Laat(int aantal) => _vrij.Release(aantal);

    public void Open() => _vrij.Release(Onbegrensd);

    public void Dispose() => _vrij.Dispose();
}
