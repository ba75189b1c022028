namespace SlimRegeling.Leercultuurscans.Rapporten;

/// <summary>One attribute by which people can be shown in groups.</summary>
/// <param name="Groepen">Of each person in which group they are; empty for who did not say, who are a group too.</param>
/// <param name="Gevraagd">How many people of a group were asked, where that is known.</param>
/// <param name="Drempel">Answers below which a group is not shown.</param>
/// <param name="Bestaande">Groups that are known to be there, so that one of which nobody answered is one that is hidden.</param>
public sealed record Indeling(
    string Kenmerk,
    IReadOnlyList<string> Groepen,
    IReadOnlyDictionary<string, int> Gevraagd,
    int Drempel,
    IReadOnlyList<string>? Bestaande = null
)
{
    /// <summary>Those of people and those that are known to be there.</summary>
    public IEnumerable<string> Alle => Groepen.Concat(Gevraagd.Keys).Concat(Bestaande ?? []).Distinct();
}

/// <summary>What may be shown of one attribute.</summary>
/// <param name="Getoond">The groups, in the order of their codes.</param>
/// <param name="PerMaat">Of each measure the groups of which its score is shown; of those left out it is hidden.</param>
public sealed record Toonbaar(string Kenmerk, IReadOnlyList<string> Getoond, IReadOnlyDictionary<string, IReadOnlyList<string>> PerMaat);

/// <summary>
/// Which groups of a closed scan are shown (specification §10). Pure, and the only way to a split: what it leaves out is in no page, file or benchmark, as
/// number, share, response or score. The order of the attributes is their priority.
/// </summary>
public static class Onderdrukking
{
    /// <param name="maten">Of each measure whether it counts for a person.</param>
    public static IReadOnlyList<Toonbaar> Kies(
        int personen,
        IReadOnlyList<Indeling> indelingen,
        IReadOnlyDictionary<string, IReadOnlyList<bool>> maten
    )
    {
        var iedereen = Enumerable.Repeat(true, personen).ToArray();
        var geheim = Kleine(indelingen, iedereen);
        var gekozen = new List<Keus>();
        foreach (var indeling in indelingen)
        {
            if (Verberg(indeling, iedereen, []) is { } getoond && !Onthult([.. gekozen, new(indeling, getoond)], iedereen, geheim))
            {
                gekozen.Add(new(indeling, getoond));
            }
        }
        var perMaat = maten.ToDictionary(m => m.Key, m => PerMaat(indelingen, gekozen, m.Value));
        return
        [
            .. gekozen.Select(g => new Toonbaar(
                g.Indeling.Kenmerk,
                g.Getoond,
                maten.Keys.ToDictionary(m => m, m => perMaat[m].GetValueOrDefault(g.Indeling.Kenmerk, []))
            )),
        ];
    }

    /// <summary>
    /// Rules 1 to 3: a group that is too small is hidden; when those that are hidden count too few people together, or are one, what is left of the total
    /// would be them, so the next smallest goes too.
    /// </summary>
    /// <param name="telt">Of each person whether they count.</param>
    /// <param name="verborgen">Groups that are hidden anyway.</param>
    /// <returns>Null when no split is left.</returns>
    public static IReadOnlyList<string>? Verberg(Indeling indeling, IReadOnlyList<bool> telt, IReadOnlyCollection<string> verborgen)
    {
        var aantallen = indeling.Alle.ToDictionary(g => g, _ => 0, StringComparer.Ordinal);
        for (var i = 0; i < indeling.Groepen.Count; i++)
        {
            aantallen[indeling.Groepen[i]] += telt[i] ? 1 : 0;
        }
        if (aantallen.Count < 2)
        {
            return null;
        }
        var weg = aantallen
            .Where(a =>
                verborgen.Contains(a.Key)
                || a.Value < indeling.Drempel
                || (indeling.Gevraagd.TryGetValue(a.Key, out var gevraagd) && gevraagd < indeling.Drempel)
            )
            .Select(a => a.Key)
            .ToHashSet(StringComparer.Ordinal);
        var over = aantallen
            .Where(a => !weg.Contains(a.Key))
            .OrderBy(a => a.Value)
            .ThenBy(a => a.Key, StringComparer.Ordinal)
            .Select(a => a.Key)
            .ToList();
        while (over.Count > 0 && weg.Count > 0 && (weg.Count == 1 || weg.Sum(g => aantallen[g]) < indeling.Drempel))
        {
            weg.Add(over[0]);
            over.RemoveAt(0);
        }
        return over.Count == 0 ? null : [.. over.Order(StringComparer.Ordinal)];
    }

    /// <summary>Rule 4: the same for one measure, among who has a score of it, in the groups that are shown at all.</summary>
    private static Dictionary<string, IReadOnlyList<string>> PerMaat(
        IReadOnlyList<Indeling> indelingen,
        List<Keus> gekozen,
        IReadOnlyList<bool> telt
    )
    {
        var uit = new List<Keus>();
        if (telt.Count(t => t) >= Drempels.Antwoorden)
        {
            var geheim = Kleine(indelingen, telt);
            foreach (var (indeling, getoond) in gekozen)
            {
                var verborgen = indeling.Alle.Except(getoond).ToList();
                if (Verberg(indeling, telt, verborgen) is { } hier && !Onthult([.. uit, new(indeling, hier)], telt, geheim))
                {
                    uit.Add(new(indeling, hier));
                }
            }
        }
        return uit.ToDictionary(u => u.Indeling.Kenmerk, u => u.Getoond);
    }

    /// <summary>
    /// The sets of people that nobody may learn: groups under the threshold of their attribute, and who is in a group of one and of another, under the lower
    /// threshold of the two.
    /// </summary>
    private static List<bool[]> Kleine(IReadOnlyList<Indeling> indelingen, IReadOnlyList<bool> telt)
    {
        var groepen = (
            from indeling in indelingen
            from groep in indeling.Groepen.Distinct()
            select (indeling, Leden: indeling.Groepen.Select((g, i) => telt[i] && g == groep).ToArray())
        ).ToList();
        var alleen = groepen.Select(g => (g.Leden, g.indeling.Drempel));
        var samen =
            from een in groepen
            from ander in groepen
            where string.CompareOrdinal(een.indeling.Kenmerk, ander.indeling.Kenmerk) < 0
            select (een.Leden.Zip(ander.Leden, (a, b) => a && b).ToArray(), Math.Min(een.indeling.Drempel, ander.indeling.Drempel));
        // Where all are in one group it is no group: the firm itself is shown from five on.
        var allen = telt.Count(t => t);
        return [.. alleen.Concat(samen).Where(s => Telling(s.Item1) is var n && n > 0 && n < s.Item2 && n < allen).Select(s => s.Item1)];
    }

    private static int Telling(bool[] leden) => leden.Count(l => l);

    /// <summary>Whether these groups and the whole together give away a set of people that is too small.</summary>
    private static bool Onthult(IReadOnlyList<Keus> gekozen, IReadOnlyList<bool> telt, List<bool[]> geheim)
    {
        // Everyone is in the whole, the first.
        var aantal = 1 + gekozen.Sum(g => g.Getoond.Count);
        if (aantal > Herleidbaarheid.MeesteGroepen)
        {
            return true;
        }
        var klassen = Enumerable.Range(0, telt.Count).Where(i => telt[i]).GroupBy(i => Patroon(gekozen, i)).ToList();
        IReadOnlyList<Klasse> sommen = [.. klassen.Select(k => new Klasse(k.Key, k.Count()))];
        return Herleidbaarheid.Onthult(sommen, aantal, gekozen.Min(g => g.Indeling.Drempel))
            || geheim.Exists(leden =>
                // Of people who cannot be told apart a sum has all or none.
                klassen.All(k => k.All(i => leden[i]) || !k.Any(i => leden[i]))
                && Herleidbaarheid.Kent(sommen, aantal, [.. klassen.Select(k => leden[k.First()])])
            );
    }

    private static ulong Patroon(IReadOnlyList<Keus> gekozen, int persoon)
    {
        var (patroon, plek) = (1UL, 1);
        foreach (var (indeling, getoond) in gekozen)
        {
            foreach (var groep in getoond)
            {
                patroon |= indeling.Groepen[persoon] == groep ? 1UL << plek : 0;
                plek++;
            }
        }
        return patroon;
    }

    private sealed record Keus(Indeling Indeling, IReadOnlyList<string> Getoond);
}
