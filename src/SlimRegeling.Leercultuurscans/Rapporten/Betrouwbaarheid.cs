using System.Text.Json.Serialization;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Leercultuurscans.Rapporten;

/// <summary>How well the questions of a part hang together, over all firms (specification §9, rule 13). Never of one firm: of ten people it would be
/// chance.</summary>
/// <param name="Alfa">Cronbach's; below zero is shown as zero.</param>
/// <param name="Oordeel"><c>goed</c>, <c>voorzichtig</c> or <c>niet tonen</c>; of two questions <c>indicatie</c>.</param>
/// <param name="ItemTotaal">Of each question how it goes with the others, in their order; absent where everyone answered the same.</param>
/// <param name="Icc">Which part of the differences lies between firms, ICC(1).</param>
public sealed record Betrouwbaarheid(
    string Onderdeel,
    int Personen,
    int Bedrijven,
    [property: JsonConverter(typeof(AantalConverter))] decimal? Alfa,
    string Oordeel,
    IReadOnlyList<string> ItemTotaal,
    [property: JsonConverter(typeof(AantalConverter))] decimal? Icc
)
{
    public const int MinstePersonen = 100;
    public const int MinsteBedrijven = 10;

    /// <summary>Nothing of it goes into a report that is fixed from then on.</summary>
    public const string NietTonen = "niet tonen";
}

/// <summary>Classical test theory; in double, because it is shown to two decimals.</summary>
public static class Toetsleer
{
    private const double Goed = 0.70;
    private const double Voorzichtig = 0.60;

    /// <summary>The share of the variance of a sum that its items have in common.</summary>
    /// <param name="personen">Of each who answered all items those answers.</param>
    /// <returns>Null when everyone has the same sum.</returns>
    public static double? Alfa(IReadOnlyList<IReadOnlyList<double>> personen)
    {
        var items = personen[0].Count;
        var totaal = Variantie([.. personen.Select(p => p.Sum())]);
        var losse = Enumerable.Range(0, items).Sum(i => Variantie([.. personen.Select(p => p[i])]));
        return totaal == 0 ? null : (double)items / (items - 1) * (1 - (losse / totaal));
    }

    /// <summary>The correlation of an item with the sum of the others; null where one of the two does not vary.</summary>
    public static double? ItemTotaal(IReadOnlyList<IReadOnlyList<double>> personen, int item)
    {
        IReadOnlyList<double> eigen = [.. personen.Select(p => p[item])];
        IReadOnlyList<double> anders = [.. personen.Select(p => p.Sum() - p[item])];
        var (m1, m2) = (eigen.Average(), anders.Average());
        var samen = eigen.Zip(anders, (a, b) => (a - m1) * (b - m2)).Sum();
        var noemer = Math.Sqrt(eigen.Sum(a => (a - m1) * (a - m1)) * anders.Sum(b => (b - m2) * (b - m2)));
        return noemer == 0 ? null : samen / noemer;
    }

    /// <summary>ICC(1), by a one-way analysis of variance with groups of different sizes.</summary>
    /// <param name="groepen">Scores by firm; firms of one person count too.</param>
    /// <returns>Null when there are not enough groups or people, or nothing differs.</returns>
    public static double? Icc(IReadOnlyList<IReadOnlyList<double>> groepen)
    {
        double aantal = groepen.Sum(g => g.Count);
        if (groepen.Count < 2 || aantal <= groepen.Count)
        {
            return null;
        }
        var algemeen = groepen.Sum(g => g.Sum()) / aantal;
        var tussen = groepen.Sum(g => g.Count * Kwadraat(g.Average() - algemeen)) / (groepen.Count - 1);
        var binnen = groepen.Sum(g => g.Sum(x => Kwadraat(x - g.Average()))) / (aantal - groepen.Count);
        var omvang = (aantal - (groepen.Sum(g => (double)g.Count * g.Count) / aantal)) / (groepen.Count - 1);
        var noemer = tussen + ((omvang - 1) * binnen);
        return noemer == 0 ? null : (tussen - binnen) / noemer;
    }

    public static string Oordeel(double? alfa, int items) =>
        items == 2 ? "indicatie"
        : alfa >= Goed ? "goed"
        : alfa >= Voorzichtig ? "voorzichtig"
        : Betrouwbaarheid.NietTonen;

    private static double Variantie(IReadOnlyList<double> waarden)
    {
        var gemiddelde = waarden.Average();
        return waarden.Sum(x => Kwadraat(x - gemiddelde)) / (waarden.Count - 1);
    }

    private static double Kwadraat(double x) => x * x;
}
