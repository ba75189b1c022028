using SlimRegeling.Regels;

namespace SlimRegeling.Vaststelling;

/// <summary>
/// What a settlement changes in the de-minimis aid that the award was registered as: who gets less than was awarded had less aid. In a partnership it is
/// divided as the award is (2.11, fourth paragraph): a settlement divides nothing anew.
/// </summary>
internal static class Steunverschil
{
    /// <summary>In euro by KVK number, below zero less; null when it changes nothing.</summary>
    /// <param name="verantwoording">With an award, before the settlement.</param>
    public static IReadOnlyDictionary<string, decimal>? Van(Verantwoording verantwoording, decimal vastgesteld)
    {
        var opening = verantwoording.Opening!;
        var (wordt, verleend) = (Delen(opening, vastgesteld), Delen(opening, opening.Verleend));
        var eerder = verantwoording
            .Vervangen.Append(verantwoording.Vaststelling)
            .SelectMany(v => v?.Steun ?? new Dictionary<string, decimal>())
            .ToLookup(s => s.Key, s => s.Value, StringComparer.Ordinal);
        var verschil = wordt
            .Keys.Union(eerder.Select(e => e.Key))
            .Order(StringComparer.Ordinal)
            .Select(p => KeyValuePair.Create(p, wordt.GetValueOrDefault(p) - verleend.GetValueOrDefault(p) - eerder[p].Sum()))
            .Where(v => v.Value != 0)
            .ToDictionary(StringComparer.Ordinal);
        return verschil.Count == 0 ? null : verschil;
    }

    /// <summary>An amount over the parties, in proportion to their parts of the award; the last cents are of the hoofdaanvrager.</summary>
    private static Dictionary<string, decimal> Delen(Opengesteld opening, decimal bedrag)
    {
        var samen = opening.Partijen?.Values.Sum() ?? 0;
        if (samen == 0)
        {
            return new() { [opening.KvkNummer] = bedrag };
        }
        var delen = opening.Partijen!.ToDictionary(p => p.Key, p => Getal.Centen(p.Value * bedrag / samen), StringComparer.Ordinal);
        var eerste = delen.Keys.OrderBy(p => p != opening.KvkNummer).ThenBy(p => p, StringComparer.Ordinal).First();
        delen[eerste] += bedrag - delen.Values.Sum();
        return delen;
    }
}
