namespace SlimRegeling.Prestaties;

/// <summary>How far the memory in use rises: the collector says nothing of a peak, so that it is looked for from beside, often.</summary>
internal sealed class Geheugenkijker : IDisposable
{
    private static readonly TimeSpan Vaak = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan Minder = TimeSpan.FromMilliseconds(100);

    private readonly long _voor = GC.GetTotalMemory(forceFullCollection: true);
    private readonly ManualResetEventSlim _klaar = new();
    private readonly Thread _kijker;
    private long _hoogste;

    /// <param name="verzamelt">
    /// Each look collects first, so that what was let go is not counted as in use. That takes time of what is measured: its time is then worth nothing.
    /// </param>
    public Geheugenkijker(bool verzamelt)
    {
        _hoogste = _voor;
        _kijker = new Thread(() =>
        {
            while (!_klaar.Wait(verzamelt ? Minder : Vaak))
            {
                _hoogste = Math.Max(_hoogste, GC.GetTotalMemory(verzamelt));
            }
        })
        {
            IsBackground = true,
        };
        _kijker.Start();
    }

    /// <summary>Looks no more.</summary>
    /// <returns>The most that it rose above what it was, bytes.</returns>
    public long Erbij()
    {
        _klaar.Set();
        _kijker.Join();
        return _hoogste - _voor;
    }

    public void Dispose()
    {
        Erbij();
        _klaar.Dispose();
    }
}
