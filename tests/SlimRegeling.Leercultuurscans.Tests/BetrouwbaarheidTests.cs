using SlimRegeling.Leercultuurscans.Instrumenten;
using SlimRegeling.Leercultuurscans.Rapporten;
using static SlimRegeling.Leercultuurscans.Tests.Voorbeelden;

namespace SlimRegeling.Leercultuurscans.Tests;

/// <summary>
/// How questions hang together, beside another way: from the covariances of all pairs and sums of squares, where the program takes the variance of sums and
/// deviations from means. With the two questions of the kernvragen, and with the four of the building blocks.
/// </summary>
public class BetrouwbaarheidTests
{
    [Theory]
    [InlineData("kernvragen-1", 2)]
    [InlineData("bouwstenen-1", 4)]
    public void Alfa_item_totaal_en_icc_zijn_die_van_de_andere_weg(string instrument, int items)
    {
        var bladen = Rekenbedrijven
            .Maak(Boek.Lijst("bouwstenen-1", "kernvragen-1")!)
            .SelectMany((b, i) => b.Select(blad => (Bedrijf: $"{i}", Blad: blad)))
            .ToList();
        var getoond = BetrouwbaarheidTonen.Bereken(Boek.Zoek(instrument)!, bladen);

        Assert.Equal(6, getoond.Count);
        foreach (var onderdeel in Boek.Zoek(instrument)!.Onderdelen)
        {
            var volledig = bladen
                .Select(b => (b.Bedrijf, Items: b.Blad.Antwoorden[onderdeel.Code]))
                .Where(b => b.Items.All(x => x is not null))
                .Select(b => (b.Bedrijf, Items: (IReadOnlyList<double>)[.. b.Items.Select(x => (double)x!.Value)]))
                .ToList();
            IReadOnlyList<IReadOnlyList<double>> personen = [.. volledig.Select(v => v.Items)];
            Assert.Equal(items, personen[0].Count);

            var alfa = Alfa(personen);
            Assert.Equal(alfa, Toetsleer.Alfa(personen)!.Value, 9);
            for (var item = 0; item < items; item++)
            {
                Assert.Equal(ItemTotaal(personen, item), Toetsleer.ItemTotaal(personen, item)!.Value, 9);
            }
            var groepen = volledig
                .GroupBy(v => v.Bedrijf)
                .Select(g => (IReadOnlyList<double>)[.. g.Select(v => v.Items.Average())])
                .ToList();
            Assert.Equal(Icc(groepen), Toetsleer.Icc(groepen)!.Value, 9);

            var regel = getoond.Single(b => b.Onderdeel == onderdeel.Code);
            Assert.Equal(Math.Max(0, alfa), (double)regel.Alfa!.Value, 0.005);
            Assert.Equal(items, regel.ItemTotaal.Count);
        }
    }

    private static double Alfa(IReadOnlyList<IReadOnlyList<double>> personen)
    {
        var items = personen[0].Count;
        var eigen = Enumerable.Range(0, items).Sum(i => Covariantie(personen, i, i));
        var paren = Paren(items).Sum(p => Covariantie(personen, p.Een, p.Ander));
        return (double)items / (items - 1) * (paren / (eigen + paren));
    }

    /// <summary>The correlation with the sum of the others, of which the variance is all that they share.</summary>
    private static double ItemTotaal(IReadOnlyList<IReadOnlyList<double>> personen, int item)
    {
        var anderen = Enumerable.Range(0, personen[0].Count).Where(i => i != item).ToList();
        var samen = anderen.Sum(i => Covariantie(personen, item, i));
        var spreiding = anderen.Sum(i => anderen.Sum(j => Covariantie(personen, i, j)));
        return samen / Math.Sqrt(Covariantie(personen, item, item) * spreiding);
    }

    private static IEnumerable<(int Een, int Ander)> Paren(int items) =>
        from een in Enumerable.Range(0, items)
        from ander in Enumerable.Range(0, items)
        where een != ander
        select (een, ander);

    private static double Covariantie(IReadOnlyList<IReadOnlyList<double>> personen, int een, int ander)
    {
        var n = personen.Count;
        var (a, b, ab) = (personen.Sum(p => p[een]), personen.Sum(p => p[ander]), personen.Sum(p => p[een] * p[ander]));
        return ((n * ab) - (a * b)) / ((double)n * (n - 1));
    }

    /// <summary>From the sums of squares over all and over the groups, where the program goes by deviations from means.</summary>
    private static double Icc(List<IReadOnlyList<double>> groepen)
    {
        double n = groepen.Sum(g => g.Count);
        var alles = groepen.Sum(g => g.Sum());
        var correctie = alles * alles / n;
        var tussenSom = groepen.Sum(g => g.Sum() * g.Sum() / g.Count) - correctie;
        var totaalSom = groepen.Sum(g => g.Sum(x => x * x)) - correctie;
        var tussen = tussenSom / (groepen.Count - 1);
        var binnen = (totaalSom - tussenSom) / (n - groepen.Count);
        var omvang = (n - (groepen.Sum(g => (double)g.Count * g.Count) / n)) / (groepen.Count - 1);
        return (tussen - binnen) / (tussen + ((omvang - 1) * binnen));
    }
}
