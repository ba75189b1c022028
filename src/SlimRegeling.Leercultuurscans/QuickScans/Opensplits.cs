using SlimRegeling.Leercultuurscans.Rapporten;

namespace SlimRegeling.Leercultuurscans.QuickScans;

/// <summary>
/// Which splits of the QuickScans can be told beside each other (specification §10, rule 6). There are too many of them, and too many ways to be in two
/// groups at once, to try what follows as a report does; so this takes what is surely safe. Of people who are alike in all other attributes a combination
/// that treats groups of one attribute differently vanishes on some of those groups at most, and leaves the others. When that leaves enough people however
/// the groups are divided in two, it can do that for no harm; and when this is so of all attributes but one, what is left are whole groups of that one.
/// Pure.
/// </summary>
internal static class Opensplits
{
    /// <summary>Groups of an attribute above which dividing them in every way takes too long; one attribute may have more.</summary>
    private const int MeesteGroepen = 8;

    /// <summary>No group has it as its code.</summary>
    private const string Verborgen = "\n";

    /// <param name="telt">Of each person whether they count.</param>
    /// <returns>By attribute that can be told its groups, in the order of their codes; the order of the attributes is their priority.</returns>
    public static Dictionary<string, IReadOnlyList<string>> Kies(List<Indeling> indelingen, IReadOnlyList<bool> telt)
    {
        var gekozen = new List<string[]>();
        var getoond = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var indeling in indelingen)
        {
            if (Onderdrukking.Verberg(indeling, telt, []) is { } groepen)
            {
                string[] verdeling = [.. indeling.Groepen.Select(g => groepen.Contains(g) ? g : Verborgen)];
                if (!Verraadt([.. gekozen, verdeling], telt, indeling.Drempel))
                {
                    gekozen.Add(verdeling);
                    getoond.Add(indeling.Kenmerk, groepen);
                }
            }
        }
        return getoond;
    }

    private static bool Verraadt(List<string[]> verdelingen, IReadOnlyList<bool> telt, int drempel)
    {
        var soorten = Enumerable
            .Range(0, telt.Count)
            .Where(i => telt[i])
            .GroupBy(i => string.Join('\t', verdelingen.Select(v => v[i])), StringComparer.Ordinal)
            .Select(s => (Groepen: verdelingen.ConvertAll(v => v[s.First()]), Mensen: s.Count()))
            .ToList();
        return Enumerable.Range(0, verdelingen.Count).Count(plek => !LaatGenoeg(soorten, plek, drempel)) > 1;
    }

    /// <summary>Whether enough people are left however the groups of one attribute are divided in two.</summary>
    private static bool LaatGenoeg(List<(List<string> Groepen, int Mensen)> soorten, int plek, int drempel)
    {
        var namen = soorten.Select(s => s.Groepen[plek]).Distinct(StringComparer.Ordinal).ToList();
        if (namen.Count > MeesteGroepen)
        {
            return false;
        }
        var plakken = soorten
            .GroupBy(s => string.Join('\t', s.Groepen.Where((_, i) => i != plek)), StringComparer.Ordinal)
            .Select(plak => namen.ConvertAll(n => plak.Where(s => s.Groepen[plek] == n).Sum(s => s.Mensen)))
            .ToList();
        // The last group is always on the one side.
        for (var deling = 1; deling < 1 << (namen.Count - 1); deling++)
        {
            if (plakken.Sum(p => Kleinste(p, deling)) < drempel)
            {
                return false;
            }
        }
        return true;
    }

    private static int Kleinste(List<int> plak, int deling)
    {
        var erin = plak.Where((_, i) => ((deling >> i) & 1) == 1).Sum();
        return Math.Min(erin, plak.Sum() - erin);
    }
}
