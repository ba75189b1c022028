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
    private static readonly List<IReadOnlyList<Antwoordblad>> Bedrijven = Rekenbedrijven.Maak(Lijst);

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

    /// <summary>Who counts, and their scores, by counting the pairs that are full.</summary>
    [Fact]
    public void Wie_meetelt_en_met_welke_score_is_die_van_de_andere_weg()
    {
        var gevallen = Gevallen().ToLookup(g => g.Bedrijf);
        foreach (var (bedrijf, bladen) in Bedrijven.Index())
        {
            var tellend = bladen.Where(b => Berekening.TeltMee(Lijst, b)).ToList();
            Assert.Equal(Rekenbedrijven.Tellend(bladen), tellend);
            foreach (var geval in gevallen[bedrijf])
            {
                var deel = Lijst.Delen.Single(d => d.Onderdeel.Code == geval.Code);
                Assert.Equal(geval.Scores, tellend.Select(b => Berekening.Score(deel, b)).OfType<decimal>());
            }
        }
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
            var twintigsten = (int)Half(20 * scores.Count(s => 2 * s >= 7), scores.Count);
            int? anders = scores.Count < 10 || twintigsten is 0 or 20 ? null : 5 * twintigsten;
            Assert.Equal(anders, Berekening.Gunstig(scores));
        }
    }

    /// <summary>What the benchmark tells of 200 firms, in tenths, which are whole: by quarters of a step between two neighbours.</summary>
    [Fact]
    public void Gemiddelden_en_kwantielen_van_bedrijven_zijn_die_van_de_andere_weg()
    {
        var gevallen = Gevallen().Where(g => g.Scores.Count >= 5).ToList();
        var tienden = gevallen.ToLookup(g => g.Code, g => Half(g.Exact.Teller * 10, g.Exact.Noemer));
        var cijfers = gevallen
            .GroupBy(g => g.Bedrijf)
            .Select(b => new Rapportcijfer(
                $"scan-{b.Key}",
                $"{b.Key}",
                Kernvragen.Id,
                new(2026, 3, 20),
                "10-49",
                "F",
                null,
                20,
                b.ToDictionary(g => g.Code, g => Half(g.Exact.Teller * 10, g.Exact.Noemer) / 10)
            ))
            .ToList();

        var beeld = Benchmark.Bereken(cijfers, null, null, null)!;

        Assert.Equal(Dimensies.Kern, beeld.Dimensies.Select(d => d.Code));
        foreach (var dimensie in beeld.Dimensies)
        {
            BigInteger[] waarden = [.. tienden[dimensie.Code].Order().Select(t => (BigInteger)t)];
            var som = waarden.Aggregate(BigInteger.Zero, (s, x) => s + x);
            Assert.Equal(Half(som, waarden.Length) / 10, dimensie.Gemiddelde);
            Assert.Equal((Kwart(waarden, 1), Kwart(waarden, 2), Kwart(waarden, 3)), (dimensie.P25, dimensie.P50, dimensie.P75));
        }

        static decimal Kwart(BigInteger[] waarden, int kwart)
        {
            // Four times the place is whole.
            var (onder, kwarten) = Math.DivRem((waarden.Length - 1) * kwart, 4);
            var boven = Math.Min(onder + 1, waarden.Length - 1);
            return Half(((4 - kwarten) * waarden[onder]) + (kwarten * waarden[boven]), 4) / 10;
        }
    }

    [Fact]
    public void Betrouwbaarheid_komt_er_pas_met_honderd_mensen_bij_tien_bedrijven()
    {
        var sommen = Bedrijven.SelectMany((b, i) => Antwoordsom.Van(Lijst, b, 0).Select(som => (Bedrijf: $"{i}", Som: som))).ToList();

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

    /// <summary>Everyone answered, so there is no margin; 3.04 and 3.06 are 3.0 and 3.1.</summary>
    [Fact]
    public void Wat_door_het_afronden_komt_is_geen_verandering()
    {
        Assert.Equal(0.1m, Berekening.Grens(0, 0));
        Assert.Equal("geen aantoonbare verandering", Berekening.Verandering(3.0m, 0, 3.1m, 0));
        Assert.Equal("geen aantoonbare verandering", Berekening.Verandering(3.1m, 0.05m, 3.0m, 0.05m));
        Assert.Equal("hoger", Berekening.Verandering(3.0m, 0, 3.2m, 0));
    }

    /// <summary>Of each firm and dimension the scores, and their mean as a fraction; both from the answers themselves, which are two.</summary>
    private static IEnumerable<(int Bedrijf, string Code, List<decimal> Scores, (BigInteger Teller, BigInteger Noemer) Exact)> Gevallen()
    {
        foreach (var (bedrijf, bladen) in Bedrijven.Index())
        {
            var tellend = Rekenbedrijven.Tellend(bladen);
            foreach (var code in Dimensies.Kern)
            {
                var paren = tellend.Select(b => b.Antwoorden[code]).Where(a => a.All(x => x is not null)).ToList();
                if (paren.Count > 0)
                {
                    var sommen = paren.ConvertAll(p => p.Sum(x => x!.Value));
                    yield return (bedrijf, code, sommen.ConvertAll(x => x / 2m), (sommen.Sum(), 2 * paren.Count));
                }
            }
        }
    }

    /// <summary>The nearest whole number of a fraction, half away from zero, without division of decimals.</summary>
    private static decimal Half(BigInteger teller, BigInteger noemer) => (decimal)(((2 * teller) + noemer) / (2 * noemer));
}
