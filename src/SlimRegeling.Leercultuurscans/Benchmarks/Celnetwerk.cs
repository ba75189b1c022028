using SlimRegeling.Leercultuurscans.Rapporten;

namespace SlimRegeling.Leercultuurscans.Benchmarks;

/// <summary>
/// What can be computed from means of firms that are told of all, by sector, by size class and by both. A combination of those, with any factor for
/// each, comes down to a number for every sector and every size class, and of a cell that is not told itself the difference of its two numbers is what is
/// left. So who is left in a combination is a cut through the network in which sectors and size classes are the nodes and hidden cells the links between
/// them; sectors that are not told are one node, and so are size classes. The fewest that can be left with a certain cell among them is the smallest cut
/// between its two ends. That is exact, and needs no search.
/// </summary>
internal sealed class Celnetwerk
{
    private const int AndereSectoren = 0;
    private const int AndereGroottes = 1;

    private readonly List<Schakel> _verborgen = [];
    private readonly int _knopen;

    private sealed record Schakel(string? Sector, string? Grootte, int Van, int Naar, Celomvang Omvang);

    /// <param name="vakken">Of each sector with each size class what is in it; null is of who did not say.</param>
    public Celnetwerk(Dictionary<(string? Sector, string? Grootte), Celomvang> vakken, HashSet<Benchmarkcel> getoond)
    {
        var plekken = new Dictionary<Benchmarkcel, int>();
        foreach (var cel in getoond.Where(c => c.Kring is "sector" or "grootte"))
        {
            plekken.Add(cel, 2 + plekken.Count);
        }
        _knopen = 2 + plekken.Count;
        // While the whole is not told nothing sets all sectors off against all size classes.
        var andere = getoond.Contains(Benchmarkcel.Alle) ? AndereGroottes : AndereSectoren;
        foreach (var ((sector, grootte), omvang) in vakken)
        {
            if (sector is null || grootte is null || !getoond.Contains(new(sector, grootte)))
            {
                var van = sector is null ? AndereSectoren : plekken.GetValueOrDefault(new(sector, null), AndereSectoren);
                var naar = grootte is null ? andere : plekken.GetValueOrDefault(new(null, grootte), andere);
                _verborgen.Add(new(sector, grootte, van, naar, omvang));
            }
        }
    }

    /// <summary>Whether some combination leaves firms that may not be shown together.</summary>
    public bool Verraadt()
    {
        var (bedrijven, mensen) = (new int[_knopen * _knopen], new int[_knopen * _knopen]);
        var paren = new Dictionary<(int Van, int Naar), Celomvang>();
        foreach (var schakel in _verborgen.Where(s => s.Van != s.Naar))
        {
            paren[(schakel.Van, schakel.Naar)] = paren.GetValueOrDefault((schakel.Van, schakel.Naar)).Met(schakel.Omvang);
        }
        foreach (var ((van, naar), omvang) in paren)
        {
            foreach (var plek in (int[])[(van * _knopen) + naar, (naar * _knopen) + van])
            {
                bedrijven[plek] += omvang.Bedrijven;
                mensen[plek] += omvang.Mensen;
            }
        }
        // A cut has at least what lies between its own two ends.
        return paren
            .Where(p => !p.Value.MagGetoond)
            .Any(p =>
                !Houdt(bedrijven, p.Key.Van, p.Key.Naar, Drempels.Bedrijven) || !Houdt(mensen, p.Key.Van, p.Key.Naar, p.Value.Minstens)
            );
    }

    /// <summary>Whether what firms of certain cells show together follows from what is told.</summary>
    public bool Volgt(Func<string?, string?, bool> erin)
    {
        var getallen = new int?[_knopen];
        for (var begin = 0; begin < _knopen; begin++)
        {
            getallen[begin] ??= 0;
            for (var verder = true; verder; )
            {
                verder = false;
                foreach (var schakel in _verborgen)
                {
                    var verschil = erin(schakel.Sector, schakel.Grootte) ? 1 : 0;
                    if (getallen[schakel.Van] is null && getallen[schakel.Naar] is { } naar)
                    {
                        getallen[schakel.Van] = naar + verschil;
                        verder = true;
                    }
                    else if (getallen[schakel.Naar] is null && getallen[schakel.Van] is { } van)
                    {
                        getallen[schakel.Naar] = van - verschil;
                        verder = true;
                    }
                }
            }
        }
        return _verborgen.TrueForAll(s => getallen[s.Van] - getallen[s.Naar] == (erin(s.Sector, s.Grootte) ? 1 : 0));
    }

    /// <summary>Whether each cut between two nodes counts so many: as much flows from the one to the other.</summary>
    private bool Houdt(int[] schakels, int van, int naar, int minstens)
    {
        var over = (int[])schakels.Clone();
        for (var gevonden = 0; gevonden < minstens; )
        {
            if (Weg(over, van, naar) is not { } vorige)
            {
                return false;
            }
            var ruimte = minstens - gevonden;
            for (var knoop = naar; knoop != van; knoop = vorige[knoop])
            {
                ruimte = Math.Min(ruimte, over[(vorige[knoop] * _knopen) + knoop]);
            }
            for (var knoop = naar; knoop != van; knoop = vorige[knoop])
            {
                over[(vorige[knoop] * _knopen) + knoop] -= ruimte;
                over[(knoop * _knopen) + vorige[knoop]] += ruimte;
            }
            gevonden += ruimte;
        }
        return true;
    }

    /// <summary>Of each node on a way the one before it; null when there is no way left.</summary>
    private int[]? Weg(int[] over, int van, int naar)
    {
        var vorige = new int[_knopen];
        Array.Fill(vorige, -1);
        vorige[van] = van;
        var rij = new Queue<int>([van]);
        while (rij.TryDequeue(out var knoop))
        {
            for (var volgende = 0; volgende < _knopen; volgende++)
            {
                if (vorige[volgende] < 0 && over[(knoop * _knopen) + volgende] > 0)
                {
                    vorige[volgende] = knoop;
                    if (volgende == naar)
                    {
                        return vorige;
                    }
                    rij.Enqueue(volgende);
                }
            }
        }
        return null;
    }
}
