using System.Numerics;
using SlimRegeling.Leercultuurscans.Antwoorden;
using SlimRegeling.Leercultuurscans.Benchmarks;
using SlimRegeling.Leercultuurscans.Instrumenten;
using SlimRegeling.Leercultuurscans.Rapporten;
using static SlimRegeling.Leercultuurscans.Tests.Voorbeelden;

namespace SlimRegeling.Leercultuurscans.Tests;

/// <summary>
/// The arithmetic of the specification, §9, beside another way of doing it: 200 firms of chance, in fractions of whole numbers and in one pass over sums
/// of powers, where the program goes by decimals and twice over the values.
/// </summary>
public class BerekeningTests
{
    private static readonly List<IReadOnlyList<Antwoordblad>> Bedrijven = Maak();

    /// <summary>The examples of the specification.</summary>
    [Theory]
    [InlineData(12, 8, 0.34)]
    [InlineData(40, 24, 0.21)]
    [InlineData(240, 120, 0.10)]
    public void De_marge_volgt_uit_spreiding_antwoorden_en_gevraagden(int gevraagd, int antwoorden, double marge) =>
        Assert.Equal(marge, Berekening.Marge(0.82, antwoorden, gevraagd), 2);

    [Fact]
    public void Wie_iedereen_sprak_heeft_geen_marge_en_wie_niet_weet_hoeveel_er_zijn_de_grootste()
    {
        Assert.Equal(0, Berekening.Marge(0.8, 12, 12));
        Assert.True(Berekening.Marge(0.8, 12, null) > Berekening.Marge(0.8, 12, 1_000));
    }

    [Theory]
    [InlineData("2.4999", "aandacht")]
    [InlineData("2.5", "kan sterker")]
    [InlineData("3.4999", "kan sterker")]
    [InlineData("3.5", "op orde")]
    [InlineData("4.1999", "op orde")]
    [InlineData("4.2", "sterk")]
    public void Banden_zijn_half_open_op_de_score_voor_het_afronden(string score, string band) =>
        Assert.Equal(band, Berekening.Band(decimal.Parse(score, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void Een_omgekeerde_vraag_wordt_omgekeerd_geteld() =>
        Assert.Equal(2, Berekening.Antwoord(new Vraag("nl", "en", Omgekeerd: true), new Schaal(1, 5, []), 4));

    [Fact]
    public void Een_score_vraagt_ten_minste_twee_antwoorden_en_de_helft()
    {
        var deel = new Lijstdeel(Bouwstenen.Onderdelen[0], Bouwstenen.Schaal);

        Assert.Equal(3m, Berekening.Score(deel, new(new Dictionary<string, IReadOnlyList<int?>> { ["B1"] = [2, 4, null, null] })));
        Assert.Null(Berekening.Score(deel, new(new Dictionary<string, IReadOnlyList<int?>> { ["B1"] = [2, null, null, null] })));
        Assert.Null(Berekening.Score(deel, new(new Dictionary<string, IReadOnlyList<int?>>())));
    }

    [Fact]
    public void Gemiddelden_zijn_die_van_de_andere_weg()
    {
        foreach (var (bedrijf, code, scores, ander) in Gevallen())
        {
            var gemiddelde = Berekening.Gemiddelde(scores);
            // The fraction itself, to twenty digits.
            var exact = (decimal)(ander.Teller * BigInteger.Pow(10, 20) / ander.Noemer) / 100_000_000_000_000_000_000m;
            Assert.True(Math.Abs(gemiddelde - exact) < 0.000000000000001m, $"firm {bedrijf}, {code}: {gemiddelde} and {exact}");
            Assert.Equal(Half(ander.Teller * 10, ander.Noemer), Berekening.Rond(gemiddelde, 1) * 10);
            Assert.Equal(Half((ander.Teller - ander.Noemer) * 100, ander.Noemer * 4), Berekening.Schaal100(gemiddelde, Kernvragen.Schaal));
        }
    }

    [Fact]
    public void Spreidingen_en_marges_zijn_die_van_de_andere_weg()
    {
        foreach (var (bedrijf, code, scores, _) in Gevallen().Where(g => g.Scores.Count >= 20))
        {
            // In one pass: n times the sum of squares less the square of the sum, of twice the score, which is whole.
            BigInteger n = scores.Count;
            var som = scores.Aggregate(BigInteger.Zero, (s, x) => s + (BigInteger)(2 * x));
            var kwadraten = scores.Aggregate(BigInteger.Zero, (s, x) => s + (BigInteger)(4 * x * x));
            var variantie = (double)((n * kwadraten) - (som * som)) / (double)(n * (n - 1)) / 4;
            var gevraagd = scores.Count + 7;
            var marge = Math.Sqrt(1.96 * 1.96 * variantie / scores.Count * 7 / (gevraagd - 1));
            Assert.True(Math.Abs(Math.Sqrt(variantie) - Berekening.Spreiding(scores)) < 1e-9, $"firm {bedrijf}, {code}");
            Assert.True(Math.Abs(marge - Berekening.Marge(scores, gevraagd)) < 1e-9, $"firm {bedrijf}, {code}");
        }
    }

    [Fact]
    public void Aandelen_zijn_die_van_de_andere_weg()
    {
        foreach (var (_, _, scores, _) in Gevallen())
        {
            int? anders = scores.Count < 10 ? null : 5 * (int)Half(20 * scores.Count(s => 2 * s >= 7), scores.Count);
            Assert.Equal(anders, Berekening.Gunstig(scores));
        }
    }

    /// <summary>Quantiles by walking along the steps of the sorted values in hundredths, where the program takes a share between two.</summary>
    [Fact]
    public void Kwantielen_zijn_die_van_de_andere_weg()
    {
        foreach (var code in Dimensies.Kern)
        {
            List<decimal> gemiddelden =
            [
                .. Gevallen().Where(g => g.Code == code).Select(g => Berekening.Rond(Berekening.Gemiddelde(g.Scores), 1)).Order(),
            ];
            foreach (var kwart in (int[])[1, 2, 3])
            {
                // Four times the place is whole: how many quarters between two neighbours.
                var plek = (gemiddelden.Count - 1) * kwart;
                var (onder, kwarten) = (plek / 4, plek % 4);
                var waarde = ((4 - kwarten) * gemiddelden[onder]) + (kwarten == 0 ? 0 : kwarten * gemiddelden[onder + 1]);
                Assert.Equal(waarde / 4, Benchmark.Kwantiel(gemiddelden, kwart / 4m));
            }
        }
    }

    [Fact]
    public void Rangen_volgen_de_urgentie_van_de_andere_weg()
    {
        foreach (var (bedrijf, bladen) in Bedrijven.Index())
        {
            if (Gerapporteerd(bladen.Count + 3, bladen) is not { } rapport)
            {
                continue;
            }
            // Without wishes or weights the order is that of the means, the lowest first; a tie goes by code.
            var anders = Gevallen()
                .Where(g => g.Bedrijf == bedrijf && g.Scores.Count >= 5)
                .OrderBy(
                    g => g.Exact,
                    Comparer<(BigInteger Teller, BigInteger Noemer)>.Create((a, b) => (a.Teller * b.Noemer).CompareTo(b.Teller * a.Noemer))
                )
                .ThenBy(g => g.Code, StringComparer.Ordinal)
                .Select(g => g.Code)
                .ToList();
            Assert.Equal(anders.Take(3), rapport.Prioriteiten.Select(p => p.Dimensie));
            Assert.Equal(1, rapport.Prioriteiten[0].Rang);
            Assert.True(rapport.Prioriteiten.Zip(rapport.Prioriteiten.Skip(1), (a, b) => b.Rang - a.Rang is 0 or 1 or 2).All(x => x));
        }
    }

    /// <summary>Alpha from the covariances of all pairs, where the program takes the variance of the sum.</summary>
    [Fact]
    public void Alfa_item_totaal_en_icc_zijn_die_van_de_andere_weg()
    {
        var bladen = Bedrijven.SelectMany((b, i) => b.Select(blad => (Bedrijf: $"{i}", Blad: blad))).ToList();
        foreach (var onderdeel in Kernvragen.Onderdelen)
        {
            var volledig = bladen
                .Select(b => (b.Bedrijf, Items: b.Blad.Antwoorden[onderdeel.Code]))
                .Where(b => b.Items.All(x => x is not null))
                .Select(b => (b.Bedrijf, Items: (IReadOnlyList<int>)[.. b.Items.Select(x => x!.Value)]))
                .ToList();
            IReadOnlyList<IReadOnlyList<double>> personen =
            [
                .. volledig.Select(v => (IReadOnlyList<double>)[.. v.Items.Select(x => (double)x)]),
            ];
            var som = Antwoordsom.Van(onderdeel.Code, [.. volledig.Select(v => v.Items)]);

            var alfa = Toetsleer.Alfa(som)!.Value;
            var (v1, v2, samen) = (Covariantie(personen, 0, 0), Covariantie(personen, 1, 1), Covariantie(personen, 0, 1));
            Assert.Equal(2 * (2 * samen) / (v1 + v2 + (2 * samen)), alfa, 9);
            // With two items the correlation with the others is that of the two.
            Assert.Equal(samen / Math.Sqrt(v1 * v2), Toetsleer.ItemTotaal(som, 0)!.Value, 9);

            var bedrijven = volledig.GroupBy(v => v.Bedrijf).ToList();
            Assert.Equal(
                Icc([.. bedrijven.Select(g => (IReadOnlyList<double>)[.. g.Select(v => v.Items.Average())])]),
                Toetsleer.Icc([.. bedrijven.Select(g => Antwoordsom.Van(onderdeel.Code, [.. g.Select(v => v.Items)]))])!.Value,
                9
            );
        }
    }

    [Fact]
    public void Betrouwbaarheid_komt_er_pas_met_honderd_mensen_bij_tien_bedrijven()
    {
        var sommen = Bedrijven.SelectMany((b, i) => Antwoordsom.Van(Lijst, b, 5).Select(som => (Bedrijf: $"{i}", Som: som))).ToList();

        Assert.Equal(6, BetrouwbaarheidTonen.Bereken(Kernvragen, sommen).Count);
        Assert.Empty(BetrouwbaarheidTonen.Bereken(Kernvragen, [.. sommen.Select(s => (s.Bedrijf, s.Som with { Mensen = 0 }))]));
        Assert.Empty(BetrouwbaarheidTonen.Bereken(Kernvragen, [.. sommen.Select(s => ("een", s.Som))]));
        Assert.All(BetrouwbaarheidTonen.Bereken(Kernvragen, sommen), b => Assert.Equal("indicatie", b.Oordeel));
        Assert.Equal(
            ["goed", "voorzichtig", "niet tonen", "niet tonen"],
            ((double?[])[0.7, 0.69, 0.59, null]).Select(alfa => Toetsleer.Oordeel(alfa, 4))
        );
    }

    [Fact]
    public void Verandering_is_wat_de_marges_samen_te_boven_gaat()
    {
        Assert.Equal("hoger", Berekening.Verandering(3.0m, 0.3m, 3.6m, 0.4m));
        Assert.Equal("geen aantoonbare verandering", Berekening.Verandering(3.0m, 0.3m, 3.5m, 0.4m));
        Assert.Equal("lager", Berekening.Verandering(3.6m, 0.3m, 3.0m, 0.4m));
    }

    /// <summary>Of each firm and dimension the scores, and their mean as a fraction that was counted from the answers themselves.</summary>
    private static IEnumerable<(int Bedrijf, string Code, List<decimal> Scores, (BigInteger Teller, BigInteger Noemer) Exact)> Gevallen()
    {
        foreach (var (bedrijf, bladen) in Bedrijven.Index())
        {
            var tellend = bladen.Where(b => Berekening.TeltMee(Lijst, b)).ToList();
            foreach (var deel in Lijst.Delen)
            {
                var paren = tellend.Select(b => b.Antwoorden[deel.Onderdeel.Code]).Where(a => a.All(x => x is not null)).ToList();
                if (paren.Count > 0)
                {
                    yield return (
                        bedrijf,
                        deel.Onderdeel.Code,
                        [.. tellend.Select(b => Berekening.Score(deel, b)).OfType<decimal>()],
                        (paren.Sum(p => p.Sum(x => x!.Value)), 2 * paren.Count)
                    );
                }
            }
        }
    }

    /// <summary>The nearest whole number of a fraction, half away from zero, without division of decimals.</summary>
    private static decimal Half(BigInteger teller, BigInteger noemer) => (decimal)(((2 * teller) + noemer) / (2 * noemer));

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

    /// <summary>The same 200 firms each time: some high and some low, one answer in fifteen left out.</summary>
    private static List<IReadOnlyList<Antwoordblad>> Maak()
    {
        // No sequence of the framework: that may change with a version.
        var stand = 20261201u;
        return
        [
            .. Enumerable
                .Range(0, 200)
                .Select(_ =>
                {
                    var niveau = Trek(3);
                    return (IReadOnlyList<Antwoordblad>)[.. Enumerable.Range(0, 6 + Trek(60)).Select(_ => Persoon(niveau))];
                }),
        ];

        Antwoordblad Persoon(int niveau)
        {
            var eigen = Trek(2);
            return new(
                Kernvragen.Onderdelen.ToDictionary(
                    o => o.Code,
                    o =>
                        (IReadOnlyList<int?>)
                            [.. o.Vragen.Select(_ => Trek(15) == 0 ? (int?)null : Math.Clamp(niveau + eigen + Trek(3), 1, 5))]
                )
            );
        }

        int Trek(int onder)
        {
            stand = (stand * 1664525u) + 1013904223u;
            return (int)((stand >> 16) % (uint)onder);
        }
    }
}
