using System.Globalization;

namespace SlimRegeling.Verlening;

/// <summary>A budget in a fixed notation, for what is signed: of each activity its items, in euro, both in order of their codes.</summary>
internal static class Begrotingsnotatie
{
    public static string Van(IReadOnlyDictionary<string, IReadOnlyDictionary<string, decimal>> posten) =>
        string.Join(' ', posten.OrderBy(a => a.Key, StringComparer.Ordinal).Select(a => $"{a.Key}:{Posten(a.Value)}"));

    private static string Posten(IReadOnlyDictionary<string, decimal> posten) =>
        string.Join(
            ',',
            posten
                .OrderBy(p => p.Key, StringComparer.Ordinal)
                .Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.Key}={p.Value:0.00}"))
        );
}
