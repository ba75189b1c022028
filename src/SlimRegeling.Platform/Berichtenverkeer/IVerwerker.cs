namespace SlimRegeling.Platform.Berichtenverkeer;

/// <summary>
/// What a context does when it hears a message: as thin as an endpoint. The floor commits its effect together with the inbox row;
/// a message comes at least once and in any order, its effect happens once.
/// </summary>
public interface IVerwerker<in TBericht>
    where TBericht : class
{
    Task Verwerk(TBericht bericht, CancellationToken ct);
}
