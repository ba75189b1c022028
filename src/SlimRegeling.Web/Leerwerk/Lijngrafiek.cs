using System.Globalization;
using SlimRegeling.Web.Talen;

namespace SlimRegeling.Web.Leerwerk;

/// <summary>
/// One chart of an indicator: only series that the API says may stand together, and only the lines that it says are lines. Nothing is joined here.
/// </summary>
/// <param name="Nummer">Which of its charts, from 1.</param>
public sealed record Lijngrafiek(Indicator Indicator, Grafiek Grafiek, int Nummer)
{
    private const decimal Breedte = 1000;
    private const decimal Hoogte = 300;

    // Room for a dot at each end.
    private const decimal Rand = 30;

    public string Id => $"{Indicator.Id}-grafiek-{Nummer.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>In the order in which they are drawn: each has a pattern of its own.</summary>
    public IReadOnlyList<Reeks> Reeksen =>
        [.. Grafiek.Reeksen.Select(c => Indicator.Reeksen.FirstOrDefault(r => r.Code == c)).OfType<Reeks>()];

    /// <summary>Those that are measured by a series of this chart.</summary>
    public IReadOnlyList<Doel> Doelen => [.. Indicator.Doelen.Where(d => d.Reeks is { } reeks && Grafiek.Reeksen.Contains(reeks))];

    public int Eerste => Jaren.Min();

    public int Laatste => Jaren.Max();

    public decimal Boven =>
        Indicator.Eenheid == "procent" ? 100
        : Indicator.Eenheid == "cijfer" ? 10
        : Hoogste;

    private IEnumerable<int> Jaren => Grafiek.Lijnen.SelectMany(l => l.Punten).Select(p => p.Jaar).Concat(Doelen.Select(d => d.Jaar));

    private decimal Hoogste =>
        Math.Max(
            1,
            Grafiek.Lijnen.SelectMany(l => l.Punten).Select(p => p.Waarde).Concat(Doelen.Select(d => d.Waarde)).DefaultIfEmpty(1).Max()
        );

    /// <summary>Of a pattern: the how-manieth series it is.</summary>
    public int Patroon(string reeks) => Grafiek.Reeksen.ToList().IndexOf(reeks) % 3;

    /// <summary>The points of a line, for <c>polyline</c>.</summary>
    public string Punten(Lijn lijn) => string.Join(' ', lijn.Punten.Select(p => $"{X(p.Jaar)},{Y(p.Waarde)}"));

    /// <summary>A dot: a line of no length with a round end.</summary>
    public string Stip(int jaar, decimal waarde) => $"M{X(jaar)} {Y(waarde)}h0.01";

    /// <summary>A short level line around a year: what is aimed at.</summary>
    public string Streep(Doel doel) => $"M{Getal(Math.Max(0, Plek(doel.Jaar) - Rand))} {Y(doel.Waarde)}h{Getal(Rand * 2)}";

    /// <summary>The chart in words, for who does not see it.</summary>
    public string Beschrijving(Teksten t) =>
        string.Join(
            ' ',
            Grafiek
                .Lijnen.Select(l =>
                    $"{Indicator.Reeksen.First(r => r.Code == l.Reeks).Naam.In(t)}: "
                    + string.Join(", ", l.Punten.Select(p => $"{Jaar(p.Jaar)} {Leerwoorden.Waarde(p.Waarde, Indicator.Eenheid, t)}"))
                    + "."
                )
                .Concat(Doelen.Select(d => t["Doel in {0}: {1}.", Jaar(d.Jaar), Leerwoorden.Waarde(d.Waarde, Indicator.Eenheid, t)]))
        );

    public static string Jaar(int jaar) => jaar.ToString(CultureInfo.InvariantCulture);

    private string X(int jaar) => Getal(Plek(jaar));

    private decimal Plek(int jaar) => Eerste == Laatste ? Breedte / 2 : Rand + (Breedte - 2 * Rand) * (jaar - Eerste) / (Laatste - Eerste);

    private string Y(decimal waarde) => Getal(Rand + (Hoogte - 2 * Rand) * (1 - Math.Clamp(waarde / Boven, 0, 1)));

    private static string Getal(decimal getal) => getal.ToString("0.##", CultureInfo.InvariantCulture);
}
