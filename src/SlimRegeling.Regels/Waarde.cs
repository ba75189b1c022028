using System.Globalization;

namespace SlimRegeling.Regels;

/// <summary>A value that an outcome looked at, as text that reads the same everywhere: a number with a point, a date as yyyy-MM-dd.</summary>
public readonly record struct Waarde(string Naam, string Inhoud)
{
    public static Waarde Van(string naam, decimal getal) => new(naam, getal.ToString(CultureInfo.InvariantCulture));
}

internal static class Waarden
{
    public static string Tekst(this IReadOnlyList<Waarde> waarden, string naam)
    {
        foreach (var waarde in waarden)
            if (waarde.Naam == naam)
                return waarde.Inhoud;
        throw new KeyNotFoundException($"De waarde '{naam}' ontbreekt bij deze uitkomst.");
    }

    public static decimal Getal(this IReadOnlyList<Waarde> waarden, string naam) => Regels.Getal.Lees(waarden.Tekst(naam));

    public static string Euro(this IReadOnlyList<Waarde> waarden, string naam) => Regels.Getal.Euro(waarden.Getal(naam));
}
