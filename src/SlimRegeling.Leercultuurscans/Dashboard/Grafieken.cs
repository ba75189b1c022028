namespace SlimRegeling.Leercultuurscans.Dashboard;

/// <summary>Series that may stand in one chart.</summary>
/// <param name="Reeksen">Their codes.</param>
/// <param name="Lijnen">What is connected; a value that stands alone is a line of one point.</param>
public sealed record Grafiek(IReadOnlyList<string> Reeksen, IReadOnlyList<Lijn> Lijnen);

/// <summary>Values of one series that were measured in the same way, by year.</summary>
public sealed record Lijn(string Reeks, IReadOnlyList<Punt> Punten);

/// <summary>
/// How an indicator is drawn. Series that are not comparable never share a chart, so that nobody reads a rise or fall from one to the other; and a
/// line never goes from one series to another, nor over a break in one. Pure.
/// </summary>
public static class Grafieken
{
    public static IReadOnlyList<Grafiek> Van(Indicator indicator)
    {
        var grafieken = new List<List<Reeks>>();
        foreach (var reeks in indicator.Reeksen)
        {
            // With each that is there already: being comparable is not handed on.
            if (grafieken.Find(g => g.TrueForAll(r => Vergelijkbaar(r, reeks))) is { } samen)
            {
                samen.Add(reeks);
            }
            else
            {
                grafieken.Add([reeks]);
            }
        }
        return [.. grafieken.Select(g => new Grafiek([.. g.Select(r => r.Code)], [.. g.SelectMany(Lijnen)]))];
    }

    /// <summary>Both must say so.</summary>
    public static bool Vergelijkbaar(Reeks een, Reeks ander) =>
        een.VergelijkbaarMet.Contains(ander.Code) && ander.VergelijkbaarMet.Contains(een.Code);

    private static IEnumerable<Lijn> Lijnen(Reeks reeks)
    {
        var punten = new List<Punt>();
        foreach (var punt in reeks.Punten.OrderBy(p => p.Jaar))
        {
            if (punt.Breuk && punten.Count > 0)
            {
                yield return new Lijn(reeks.Code, punten);
                punten = [];
            }
            punten.Add(punt);
        }
        if (punten.Count > 0)
        {
            yield return new Lijn(reeks.Code, punten);
        }
    }
}
