using SlimRegeling.Platform.Berichtenverkeer;

namespace SlimRegeling.Platform.Contexten;

/// <summary>
/// All contexts of the house, and which of them run in this process. Contexts that run elsewhere count too: their queues must exist
/// before anything is published. Their databases' connections end with it.
/// </summary>
public sealed class Contextregister : IDisposable
{
    private readonly Dictionary<string, Contextopslag> _hier;
    private readonly Dictionary<Type, Contextopslag> _perStroom = [];
    private readonly Dictionary<Type, Contextopslag> _perSoort = [];

    public Contextregister(IReadOnlyList<Context> alle, IReadOnlyList<Contextopslag> hier)
    {
        Alle = alle;
        Hier = hier;
        _hier = hier.ToDictionary(o => o.Context.Naam);
        Berichtsoorten = new Berichtsoorten(alle);
        foreach (var opslag in hier)
        {
            _perSoort.Add(opslag.Context.Soort, opslag);
            foreach (var stroom in opslag.Context.Stromen)
            {
                _perStroom.Add(stroom, opslag);
            }
        }
    }

    public IReadOnlyList<Context> Alle { get; }

    public IReadOnlyList<Contextopslag> Hier { get; }

    /// <summary>Names of the contexts that run in another process.</summary>
    public IReadOnlyList<string> Elders => [.. Alle.Select(c => c.Naam).Where(naam => !_hier.ContainsKey(naam))];

    public Berichtsoorten Berichtsoorten { get; }

    public Contextopslag VanStroom(Type stroom) =>
        _perStroom.TryGetValue(stroom, out var opslag)
            ? opslag
            : throw new InvalidOperationException($"No context here has a stream {stroom.Name}.");

    public Contextopslag Van(Type soort) =>
        _perSoort.TryGetValue(soort, out var opslag)
            ? opslag
            : throw new InvalidOperationException($"{soort.Name} does not run in this process.");

    public Contextopslag? Met(string naam) => _hier.GetValueOrDefault(naam);

    public void Dispose()
    {
        foreach (var opslag in Hier)
        {
            opslag.Dispose();
            opslag.Bron.Dispose();
        }
    }
}
