using System.Globalization;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Tijdvakken.Beheer;

/// <summary>What a window holds back of its ceiling for decisions on objections; part of what two people sign.</summary>
internal static class Bezwaarreserve
{
    public static IEnumerable<Fout> Fouten(decimal? reserve, decimal plafond)
    {
        if (reserve < 0 || reserve > plafond)
        {
            yield return new Fout(
                "bezwaarreserve",
                "Geef een reserve voor bezwaren vanaf nul, en niet boven het plafond: zij is daar een deel van.",
                "artikel 2.7"
            );
        }
    }

    /// <summary>The line of what is signed; none when nothing is held back, as in what was signed before it could be.</summary>
    public static IEnumerable<string> Regel(decimal? reserve, string soort = "")
    {
        if (reserve is { } bedrag)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"{soort}bezwaarreserve {bedrag:0.00}");
        }
    }
}
