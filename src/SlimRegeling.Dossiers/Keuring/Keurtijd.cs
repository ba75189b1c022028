namespace SlimRegeling.Dossiers.Keuring;

/// <summary>How long one examination goes on: at most fifteen seconds, and as long as someone waits for it. One thread at a time.</summary>
internal sealed class Keurtijd(TimeProvider klok, CancellationToken ct)
{
    private const int Stappen = 256;
    private static readonly TimeSpan Langst = TimeSpan.FromSeconds(15);

    private readonly long _begin = klok.GetTimestamp();
    private int _stap;

    /// <exception cref="OperationCanceledException">Nobody waits for it any more.</exception>
    public bool IsLaat()
    {
        ct.ThrowIfCancellationRequested();
        return klok.GetElapsedTime(_begin) > Langst;
    }

    /// <summary>Before a piece of work that takes as long as the file is.</summary>
    /// <exception cref="Afgekeurd">It has taken too long.</exception>
    public void Bewaak()
    {
        if (IsLaat())
        {
            throw new Afgekeurd(Afkeuring.TeGrootUitgepakt);
        }
    }

    /// <summary>At a small step of which the file says how many there are: the clock is read once in so many.</summary>
    /// <exception cref="Afgekeurd">It has taken too long.</exception>
    public void Stap()
    {
        if (++_stap % Stappen == 0)
        {
            Bewaak();
        }
    }
}
