using System.Text.RegularExpressions;
using SlimRegeling.Platform;

namespace SlimRegeling.Betalingen.Vorderen;

/// <summary>
/// The reference by which a repayment is known: the number of the claim, as its letter gives it. People type it with spaces or without hyphens, and a bank
/// breaks its lines.
/// </summary>
public static partial class Betalingskenmerk
{
    /// <summary>The claim that a movement names; null when it names none, or more than one.</summary>
    /// <param name="eigen">The reference that the payer gave (EndToEndId).</param>
    /// <param name="tekst">What the payer wrote.</param>
    public static string? Zoek(string? eigen, string tekst)
    {
        var gevonden = Vorm()
            .Matches($"{eigen} {tekst}".ToUpperInvariant())
            .Select(m => (Zaak: $"SLIM-{Wit().Replace(m.Groups[1].Value, "")}", Nummer: m.Groups[2].Value.TrimStart('0')))
            .Where(k => k.Nummer.Length > 0 && Zaaknummer.TryParse(k.Zaak, null, out _))
            .Select(k => $"{k.Zaak}-TV{k.Nummer}")
            .Distinct()
            .ToList();
        return gevonden.Count == 1 ? gevonden[0] : null;
    }

    /// <summary>The case of a claim, of which its number begins with that.</summary>
    public static string Zaak(string vordering) => vordering[..vordering.LastIndexOf("-TV", StringComparison.Ordinal)];

    [GeneratedRegex(@"SLIM[^0-9A-Z]{0,3}((?:[0-9A-HJKMNP-TV-Z]\s?){10})[^0-9A-Z]{0,3}T\s?V\s?([0-9]{1,2})(?![0-9])")]
    private static partial Regex Vorm();

    [GeneratedRegex(@"\s")]
    private static partial Regex Wit();
}
