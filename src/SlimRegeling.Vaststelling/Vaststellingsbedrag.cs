using SlimRegeling.Regels;

namespace SlimRegeling.Vaststelling;

/// <summary>What remains of an award when not all of it was done.</summary>
public static class Vaststellingsbedrag
{
    /// <summary>
    /// The award when every activity was wholly done (7.4, third paragraph, Kaderregeling: at most the award). Otherwise lower (4:46, second paragraph,
    /// under a, Awb): the part that the activities that were wholly done have in the award, and what counts of those that were done for a part. Null when
    /// the award does not tell what each activity weighs.
    /// </summary>
    /// <param name="uitgevoerd">Wholly or for a part.</param>
    /// <param name="deels">What counts, in euro, of those that were done for a part; null when there are none.</param>
    public static decimal? Bereken(
        Opengesteld verleend,
        IReadOnlyList<string> uitgevoerd,
        IReadOnlyDictionary<string, decimal>? deels = null
    )
    {
        var geheel = Geheel(uitgevoerd, deels);
        if (verleend.Activiteiten.All(geheel.Contains))
        {
            return verleend.Verleend;
        }
        if (uitgevoerd.Count == 0)
        {
            return 0.00m;
        }
        return Aandelen(verleend, geheel) is { } aandelen ? geheel.Sum(a => aandelen[a]) + (deels?.Values.Sum() ?? 0.00m) : null;
    }

    /// <summary>
    /// The part of each activity in the award, in cents: together exactly the award, and those of what was wholly done exactly what is settled for these.
    /// Null when the award does not tell what each activity weighs.
    /// </summary>
    /// <param name="geheel">The activities that were wholly done.</param>
    public static IReadOnlyDictionary<string, decimal>? Aandelen(Opengesteld verleend, IReadOnlyList<string> geheel)
    {
        if (verleend.Activiteiten is [var enige])
        {
            return new Dictionary<string, decimal> { [enige] = verleend.Verleend };
        }
        if (verleend.Aandelen is not { } wegen || !verleend.Activiteiten.All(wegen.ContainsKey))
        {
            return null;
        }
        var som = verleend.Activiteiten.Sum(a => wegen[a]);
        if (som <= 0 || verleend.Activiteiten.Any(a => wegen[a] < 0))
        {
            return null;
        }
        var aandelen = new Dictionary<string, decimal>(StringComparer.Ordinal);
        var (gewogen, verdeeld) = (0.00m, 0.00m);
        foreach (var activiteit in verleend.Activiteiten.OrderByDescending(a => geheel.Contains(a)))
        {
            gewogen += wegen[activiteit];
            var totEnMet = Getal.Centen(verleend.Verleend * gewogen / som);
            aandelen[activiteit] = totEnMet - verdeeld;
            verdeeld = totEnMet;
        }
        return aandelen;
    }

    /// <summary>What was done and is not among what was done for a part.</summary>
    internal static IReadOnlyList<string> Geheel(IReadOnlyList<string> uitgevoerd, IReadOnlyDictionary<string, decimal>? deels) =>
        [.. uitgevoerd.Where(a => deels?.ContainsKey(a) != true)];
}
