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

/// <summary>Classical test theory, from sums over people; in double, because it is shown to two decimals.</summary>
public static class Toetsleer
{
    private const double Goed = 0.70;
    private const double Voorzichtig = 0.60;

    /// <summary>The share of the variance of a sum that its items have in common.</summary>
    /// <returns>Null when everyone has the same sum.</returns>
    public static double? Alfa(Antwoordsom som)
    {
        var items = som.Sommen.Count;
        var losse = Enumerable.Range(0, items).Sum(i => som.Samen(i, i));
        var totaal = Enumerable.Range(0, items).Sum(i => Enumerable.Range(0, items).Sum(j => som.Samen(i, j)));
        return totaal == 0 ? null : (double)items / (items - 1) * (1 - ((double)losse / totaal));
    }

    /// <summary>The correlation of an item with the sum of the others; null where one of the two does not vary.</summary>
    public static double? ItemTotaal(Antwoordsom som, int item)
    {
        var anders = Enumerable.Range(0, som.Sommen.Count).Where(i => i != item).ToList();
        var samen = anders.Sum(i => som.Samen(item, i));
        var noemer = Math.Sqrt((double)som.Samen(item, item) * anders.Sum(i => anders.Sum(j => som.Samen(i, j))));
        return noemer == 0 ? null : samen / noemer;
    }

    /// <summary>ICC(1) of the mean that people give to a part, by a one-way analysis of variance with groups of different sizes.</summary>
    /// <param name="groepen">By firm; firms of one person count too.</param>
    /// <returns>Null when there are not enough groups or people, or nothing differs.</returns>
    public static double? Icc(IReadOnlyList<Antwoordsom> groepen)
    {
        double aantal = groepen.Sum(g => g.Mensen);
        if (groepen.Count < 2 || aantal <= groepen.Count)
        {
            return null;
        }
        var items = groepen[0].Sommen.Count;
        var algemeen = groepen.Sum(g => g.Sommen.Sum()) / (aantal * items);
        var tussen = groepen.Sum(g => g.Mensen * Kwadraat(Gemiddelde(g) - algemeen)) / (groepen.Count - 1);
        var binnen = groepen.Sum(Afwijking) / (aantal - groepen.Count);
        var omvang = (aantal - (groepen.Sum(g => (double)g.Mensen * g.Mensen) / aantal)) / (groepen.Count - 1);
        var noemer = tussen + ((omvang - 1) * binnen);
        return noemer == 0 ? null : (tussen - binnen) / noemer;

        double Gemiddelde(Antwoordsom g) => (double)g.Sommen.Sum() / ((double)g.Mensen * items);

        // The squares less the square of the sum, which is whole until it is divided.
        double Afwijking(Antwoordsom g) =>
            (double)((g.Mensen * g.Producten.Sum()) - (g.Sommen.Sum() * g.Sommen.Sum())) / ((double)g.Mensen * items * items);
    }

    public static string Oordeel(double? alfa, int items) =>
        items == 2 ? "indicatie"
        : alfa >= Goed ? "goed"
        : alfa >= Voorzichtig ? "voorzichtig"
        : Betrouwbaarheid.NietTonen;

    private static double Kwadraat(double x) => x * x;
}
