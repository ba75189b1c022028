using NodaTime;
using NodaTime.Text;

namespace SlimRegeling.Regels;

/// <summary>A value that holds from a day on, until the next.</summary>
public readonly record struct GedateerdeWaarde(LocalDate Vanaf, string Waarde);

/// <summary>The text of a dated parameter: "2014-01-01: 200000.00; 2024-01-01: 300000.00", oldest first.</summary>
internal static class Gedateerd
{
    /// <param name="waarden">Each "2014-01-01: 200000.00".</param>
    public static string Tekst(IEnumerable<string> waarden) => string.Join("; ", waarden);

    /// <summary>Null when the text is none of a dated parameter, or its days do not rise.</summary>
    public static IReadOnlyList<GedateerdeWaarde>? Lees(string tekst)
    {
        var waarden = new List<GedateerdeWaarde>();
        foreach (var deel in tekst.Split("; "))
        {
            var delen = deel.Split(": ");
            if (delen.Length != 2 || !LocalDatePattern.Iso.Parse(delen[0]).TryGetValue(default, out var vanaf))
                return null;
            if (waarden.Count > 0 && waarden[^1].Vanaf >= vanaf)
                return null;
            waarden.Add(new(vanaf, delen[1]));
        }
        return waarden;
    }

    /// <summary>The same value always in the same characters.</summary>
    public static string Canoniek(string waarde) =>
        Lees(waarde) is { } waarden
            ? Tekst(waarden.Select(w => $"{LocalDatePattern.Iso.Format(w.Vanaf)}: {Getal.Canoniek(w.Waarde)}"))
            : Getal.Canoniek(waarde);
}
