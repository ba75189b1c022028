namespace SlimRegeling.Web.Wachtkamer;

/// <summary>Where someone stands.</summary>
/// <param name="Binnen">They may go on; else they wait.</param>
/// <param name="UitDeRij">They waited, or would have: what lets them in is theirs for a while.</param>
/// <param name="Ervoor">How many stand before them.</param>
/// <param name="Wacht">By how many came in lately; null when nobody does, and nothing honest can be said.</param>
/// <param name="Terug">After how long to come and see again.</param>
public sealed record Plaats(bool Binnen, bool UitDeRij, int Ervoor, TimeSpan? Wacht, TimeSpan Terug);

/// <param name="Bezig">Pages that are being made.</param>
/// <param name="BinnenPerMinuut">People who came in from the row in the last minute.</param>
public sealed record Wachtrijstand(Wachtkamerstand Stand, int Bezig, int Wachtenden, int BinnenPerMinuut);

/// <summary>
/// The row before the pages, in order of coming. Only one process has the site (<see cref="Site"/>), so there is one row. It lives in memory and is made of what people bring: each comes back every
/// few seconds with the moment at which they came. So a process that begins again has the same row once everyone has come back, and until
/// then lets nobody in who came later.
/// </summary>
public sealed class Wachtrij(Wachtkamerinstellingen instellingen, TimeProvider klok)
{
    public static readonly TimeSpan Peiling = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan Langste = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Herhaling = TimeSpan.FromSeconds(10);
    private const int Herhalingen = 3;

    // No person reads more, and who lends out what let them in is many.
    private const int HoogsteBezoek = 30;

    private readonly Lock _slot = new();
    private readonly List<Wachtende> _rij = [];
    private readonly Dictionary<Guid, (DateTimeOffset Op, int Keren)> _gebruikt = [];
    private readonly Dictionary<Guid, int> _bezoeken = [];
    private readonly Queue<DateTimeOffset> _binnen = new();
    private readonly DateTimeOffset _begin = klok.GetUtcNow();
    private DateTimeOffset _getikt = klok.GetUtcNow();
    private double _tegoed;
    private DateTimeOffset _vergeten = klok.GetUtcNow();
    private DateTimeOffset _opgeruimd = klok.GetUtcNow();
    private int _bezig;
    private bool _hersteld;

    public Wachtrijstand Stand
    {
        get
        {
            lock (_slot)
            {
                Tik(klok.GetUtcNow());
                return new(instellingen.Stand, _bezig, _rij.Count, _binnen.Count);
            }
        }
    }

    /// <summary>Counts a page from its beginning to its end.</summary>
    public IDisposable Begin()
    {
        Interlocked.Increment(ref _bezig);
        return new Einde(this);
    }

    /// <summary>Someone wants a page.</summary>
    /// <param name="kaartje">The number of their ticket; each lets one person in.</param>
    /// <param name="komst">When they came.</param>
    /// <param name="wachtte">Whether they waited before, here or in a process that has ended.</param>
    /// <returns>Null when the ticket was used up: they need a new one, and stand at the end.</returns>
    public Plaats? Kom(Guid kaartje, DateTimeOffset komst, bool wachtte)
    {
        lock (_slot)
        {
            var nu = klok.GetUtcNow();
            Tik(nu);
            if (_gebruikt.TryGetValue(kaartje, out var eerder))
            {
                // The answer that let them in may have been lost on its way.
                _gebruikt[kaartje] = (eerder.Op, eerder.Keren + 1);
                return nu - eerder.Op < Herhaling && eerder.Keren < Herhalingen ? Erin(uitDeRij: true) : null;
            }
            _hersteld |= wachtte && komst < _begin && Pas(nu);
            if (_rij.Count == 0 && !Herstelt(nu) && instellingen.Stand != Wachtkamerstand.Aan && !Vol)
            {
                return Erin(uitDeRij: wachtte);
            }
            var plek = Plek(kaartje, komst);
            if (plek < (int)_tegoed && !Vol && !Herstelt(nu))
            {
                _rij.RemoveAt(plek);
                _tegoed--;
                _binnen.Enqueue(nu);
                _gebruikt.Add(kaartje, (nu, 1));
                return Erin(uitDeRij: true);
            }
            var wacht = Schatting(plek, nu);
            var terug = wacht is { } w && w < Langste * 4 ? Peiling : Langste;
            _rij[plek] = _rij[plek] with { Tot = nu + (terug * 3) };
            return new Plaats(false, true, plek, wacht, terug);
        }
    }

    /// <summary>Whether someone who came in may see another page: not more in a minute than a person does, while others wait.</summary>
    public bool MagVerder(Guid kaartje)
    {
        lock (_slot)
        {
            Tik(klok.GetUtcNow());
            var keren = _bezoeken[kaartje] = _bezoeken.GetValueOrDefault(kaartje) + 1;
            return _rij.Count == 0 || keren <= HoogsteBezoek;
        }
    }

    private static Plaats Erin(bool uitDeRij) => new(true, uitDeRij, 0, null, TimeSpan.Zero);

    private bool Vol => Volatile.Read(ref _bezig) >= instellingen.Gelijktijdig;

    private bool Pas(DateTimeOffset nu) => nu - _begin < Langste + Peiling;

    /// <summary>Just begun, with people who waited before: all of them must have the time to come back.</summary>
    private bool Herstelt(DateTimeOffset nu) => _hersteld && Pas(nu);

    /// <summary>Room for as many as come back between two looks, so that who is called finds a place.</summary>
    private double Ruimte => instellingen.PerSeconde * Peiling.TotalSeconds;

    private void Tik(DateTimeOffset nu)
    {
        var verstreken = (nu - _getikt).TotalSeconds;
        if (verstreken <= 0)
        {
            return;
        }
        _getikt = nu;
        if (_rij.Count == 0 && instellingen.Stand != Wachtkamerstand.Aan)
        {
            _tegoed = 0;
        }
        else if (!Vol)
        {
            _tegoed = Math.Min(Ruimte, _tegoed + (verstreken * instellingen.PerSeconde));
        }
        if (nu - _opgeruimd >= TimeSpan.FromSeconds(1))
        {
            _opgeruimd = nu;
            _rij.RemoveAll(w => w.Tot < nu);
            RuimOp(nu);
        }
        while (_binnen.TryPeek(out var oudste) && nu - oudste > TimeSpan.FromMinutes(1))
        {
            _binnen.Dequeue();
        }
    }

    private void RuimOp(DateTimeOffset nu)
    {
        if (nu - _vergeten < TimeSpan.FromMinutes(1))
        {
            return;
        }
        _vergeten = nu;
        _bezoeken.Clear();
        foreach (var kaartje in _gebruikt.Where(g => nu - g.Value.Op > Kaartje.Geldig).Select(g => g.Key).ToList())
        {
            _gebruikt.Remove(kaartje);
        }
    }

    private int Plek(Guid kaartje, DateTimeOffset komst)
    {
        var wachtende = new Wachtende(komst, kaartje, default);
        var plek = _rij.BinarySearch(wachtende);
        if (plek < 0)
        {
            plek = ~plek;
            _rij.Insert(plek, wachtende);
        }
        return plek;
    }

    private TimeSpan? Schatting(int plek, DateTimeOffset nu)
    {
        // The first seconds tell nothing yet: then it is what was set, unless nobody is let in at all.
        var perSeconde =
            _binnen.TryPeek(out var eerste) ? _binnen.Count / Math.Clamp((nu - eerste).TotalSeconds, Peiling.TotalSeconds, 60)
            : Vol ? 0
            : instellingen.PerSeconde;
        return perSeconde > 0 ? TimeSpan.FromSeconds((plek + 1) / perSeconde) : null;
    }

    /// <param name="Tot">Until when they keep standing without coming to look.</param>
    private sealed record Wachtende(DateTimeOffset Komst, Guid Kaartje, DateTimeOffset Tot) : IComparable<Wachtende>
    {
        public int CompareTo(Wachtende? other) => (Komst, Kaartje).CompareTo((other!.Komst, other.Kaartje));
    }

    private sealed class Einde(Wachtrij rij) : IDisposable
    {
        public void Dispose() => Interlocked.Decrement(ref rij._bezig);
    }
}
