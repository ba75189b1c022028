using System.Globalization;
using SlimRegeling.Leercultuurscans.Rapporten;
using static SlimRegeling.Leercultuurscans.Tests.Voorbeelden;

namespace SlimRegeling.Leercultuurscans.Tests;

/// <summary>
/// How questions hang together, beside another way: from the answers of each person and how far they are from the mean, where the program has only sums and
/// products over everyone. With the two questions of the kernvragen, and with the four of the building blocks.
/// </summary>
public class BetrouwbaarheidTests
{
    [Theory]
    [InlineData("kernvragen-1", 2)]
    [InlineData("bouwstenen-1", 4)]
    public void Alfa_item_totaal_en_icc_zijn_die_van_de_andere_weg(string instrument, int items)
    {
        var bedrijven = Rekenbedrijven.Maak(Boek.Lijst("bouwstenen-1", "kernvragen-1")!);
        foreach (var onderdeel in Boek.Zoek(instrument)!.Onderdelen)
        {
            // Of each firm, of each person who answered all of it, the answers.
            var volledig = bedrijven
                .Select(b =>
                    b.Select(blad => blad.Antwoorden[onderdeel.Code])
                        .Where(rij => rij.All(x => x is not null))
                        .Select(rij => (IReadOnlyList<int>)[.. rij.Select(x => x!.Value)])
                        .ToList()
                )
                .Where(b => b.Count > 0)
                .ToList();
            var sommen = volledig.ConvertAll(b => Antwoordsom.Van(onderdeel.Code, b));
            var alle = Antwoordsom.Van(onderdeel.Code, [.. volledig.SelectMany(b => b)]);
            IReadOnlyList<IReadOnlyList<double>> personen =
            [
                .. volledig.SelectMany(b => b).Select(rij => (IReadOnlyList<double>)[.. rij.Select(x => (double)x)]),
            ];
            Assert.Equal(items, personen[0].Count);

            var alfa = Alfa(personen);
            Assert.Equal(alfa, Toetsleer.Alfa(alle)!.Value, 9);
            for (var item = 0; item < items; item++)
            {
                Assert.Equal(ItemTotaal(personen, item), Toetsleer.ItemTotaal(alle, item)!.Value, 9);
            }
            Assert.Equal(
                Icc(volledig.ConvertAll(b => (IReadOnlyList<double>)[.. b.Select(m => m.Average())])),
                Toetsleer.Icc(sommen)!.Value,
                9
            );

            // Firm by firm, as they are kept.
            var regel = Assert.Single(
                BetrouwbaarheidTonen.Bereken(Boek.Zoek(instrument)!, [.. sommen.Select((som, i) => (Bedrijf: $"{i}", Som: som))])
            );
            Assert.Equal(onderdeel.Code, regel.Onderdeel);
            Assert.Equal(Math.Max(0, alfa), (double)regel.Alfa!.Value, 0.005);
            Assert.Equal(items, regel.ItemTotaal.Count);
        }
    }

    /// <summary>Ten firms of ten: of B1 everyone answers the same, of B2 who answers one question high answers another low, of B3 all alike.</summary>
    [Fact]
    public void Alleen_wat_aantoonbaar_te_weinig_samenhangt_staat_in_geen_rapport()
    {
        Antwoordsom[] sommen = [Van("B1", _ => [4, 4, 4, 4]), Van("B2", i => [1 + i, 5 - i, 3, i]), Van("B3", i => [i, i, i, i])];

        var getoond = BetrouwbaarheidTonen.Bereken(
            Bouwstenen,
            [.. from bedrijf in Enumerable.Range(0, 10) from som in sommen select (Bedrijf: $"{bedrijf}", Som: som)]
        );

        Assert.Equal([null, "0.00", "1.00"], getoond.Select(b => b.Alfa?.ToString("0.00", CultureInfo.InvariantCulture)));
        Assert.Equal(["B2"], BetrouwbaarheidTonen.NietTonen(getoond));

        // Five answers, each twice.
        static Antwoordsom Van(string onderdeel, Func<int, IReadOnlyList<int>> antwoorden) =>
            Antwoordsom.Van(onderdeel, [.. Enumerable.Range(0, 10).Select(i => antwoorden(i % 5))]);
    }

    [Fact]
    public void Van_onderdelen_met_twee_vragen_wordt_bij_het_sluiten_niets_gelezen()
    {
        Assert.Empty(BetrouwbaarheidTonen.Verbergbaar(Kernvragen));
        Assert.Equal(Bouwstenen.Onderdelen, BetrouwbaarheidTonen.Verbergbaar(Bouwstenen));
        // What is left out could never have been hidden.
        Assert.Equal("indicatie", Toetsleer.Oordeel(0, 2));
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
        var (a, b) = (personen.Average(p => p[een]), personen.Average(p => p[ander]));
        return personen.Sum(p => (p[een] - a) * (p[ander] - b)) / (personen.Count - 1);
    }

    /// <summary>What lies between firms is what is left of all differences without those within each.</summary>
    private static double Icc(List<IReadOnlyList<double>> groepen)
    {
        double n = groepen.Sum(g => g.Count);
        var totaalSom = Afwijking([.. groepen.SelectMany(g => g)]);
        var binnenSom = groepen.Sum(Afwijking);
        var tussen = (totaalSom - binnenSom) / (groepen.Count - 1);
        var binnen = binnenSom / (n - groepen.Count);
        var omvang = (n - (groepen.Sum(g => (double)g.Count * g.Count) / n)) / (groepen.Count - 1);
        return (tussen - binnen) / (tussen + ((omvang - 1) * binnen));

        static double Afwijking(IReadOnlyList<double> waarden)
        {
            var gemiddelde = waarden.Average();
            return waarden.Sum(x => (x - gemiddelde) * (x - gemiddelde));
        }
    }
}
