using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Betalingen.Tests;

/// <summary>What can be cut off: kept as a whole, or as if it was never written.</summary>
internal interface IReeks
{
    void LegVast();

    void LaatVallen();

    /// <summary>As a program does that starts again: of what was kept only the events are left.</summary>
    void Herlees();
}

/// <summary>Streams of one kind: the events that were kept of each, those that are not kept yet, and the state that follows from both.</summary>
/// <param name="transactie">To which is added what is written, in order, of all kinds together.</param>
internal sealed class Reeks<T>(Func<string, T> begin, Func<T, Gebeurtenis, T> na, List<(string Stroom, Gebeurtenis Gebeurtenis)> transactie)
    : IReeks
    where T : class
{
    private readonly Dictionary<string, List<Gebeurtenis>> _vastgelegd = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, T> _standen = new(StringComparer.Ordinal);
    private readonly List<(string Id, Gebeurtenis Gebeurtenis)> _nieuw = [];

    /// <summary>By id.</summary>
    public IEnumerable<T> Alle => _standen.Values;

    /// <summary>Null when there is none.</summary>
    public T? Lees(string id) => _standen.GetValueOrDefault(id);

    /// <summary>Of one that is there.</summary>
    public T Stand(string id) => _standen[id];

    public void Schrijf(string id, params IReadOnlyList<Gebeurtenis> gebeurtenissen)
    {
        foreach (var gebeurtenis in gebeurtenissen)
        {
            _standen[id] = na(Lees(id) ?? begin(id), gebeurtenis);
            _nieuw.Add((id, gebeurtenis));
            transactie.Add((id, gebeurtenis));
        }
    }

    public void LegVast()
    {
        foreach (var (id, gebeurtenis) in _nieuw)
        {
            if (!_vastgelegd.TryGetValue(id, out var stroom))
            {
                _vastgelegd.Add(id, stroom = []);
            }
            stroom.Add(gebeurtenis);
        }
        _nieuw.Clear();
    }

    public void LaatVallen()
    {
        foreach (var (id, _) in _nieuw)
        {
            Herlees(id);
        }
        _nieuw.Clear();
    }

    public void Herlees()
    {
        foreach (var id in _vastgelegd.Keys)
        {
            Herlees(id);
        }
    }

    private void Herlees(string id)
    {
        if (_vastgelegd.TryGetValue(id, out var stroom))
        {
            _standen[id] = stroom.Aggregate(begin(id), na);
        }
        else
        {
            _standen.Remove(id);
        }
    }
}
