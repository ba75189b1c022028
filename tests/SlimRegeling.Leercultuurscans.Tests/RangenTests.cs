using System.Numerics;
using SlimRegeling.Leercultuurscans.Antwoorden;
using SlimRegeling.Leercultuurscans.Instrumenten;
using static SlimRegeling.Leercultuurscans.Tests.Voorbeelden;

namespace SlimRegeling.Leercultuurscans.Tests;

/// <summary>
/// Which dimensions come first and which share a rank, for 200 firms with wishes of people and an order of management, in fractions of whole numbers from
/// the answers themselves.
/// </summary>
public class RangenTests
{
    /// <param name="Urgentie">A fraction, as is the mean.</param>
    private sealed record Weging(string Code, BigInteger[] Gemiddelde, double Marge, BigInteger[] Urgentie);

    [Fact]
    public void Prioriteiten_en_gedeelde_rangen_zijn_die_van_de_andere_weg()
    {
        var (gedeeld, andersDanDeScore, sterk) = (0, 0, 0);
        foreach (var (bedrijf, bladen) in Rekenbedrijven.Maak(Lijst).Index())
        {
            // Of two firms in three management names some, from another one on.
            string[] volgorde =
            [
                .. Enumerable.Range(0, bedrijf % 3 == 0 ? 0 : 1 + (bedrijf % 6)).Select(i => Dimensies.Kern[(bedrijf + i) % 6]),
            ];
            var gevraagd = bladen.Count + 3;
            var rapport = Gerapporteerd(gevraagd, bladen, volgorde.Length == 0 ? null : Leiding(3, volgorde));
            var wegingen = Gewogen(Rekenbedrijven.Tellend(bladen), gevraagd, volgorde);
            if (rapport is null)
            {
                Assert.True(Rekenbedrijven.Tellend(bladen).Count < 5);
                continue;
            }

            // From 4.2 on it is strong, and what is shown has one that is no priority.
            var eerst = wegingen
                .Where(w => w.Gemiddelde[0] * 5 < w.Gemiddelde[1] * 21)
                .Take(Math.Max(1, Math.Min(3, wegingen.Count - 1)))
                .ToList();
            sterk += wegingen.Count > 3 && eerst.Count < 3 ? 1 : 0;
            Assert.Equal(Rangen(eerst).Zip(eerst, (rang, w) => (rang, w.Code)), rapport.Prioriteiten.Select(p => (p.Rang, p.Dimensie)));
            Assert.DoesNotContain(eerst, w => w.Code == rapport.Sterk);
            Assert.All(
                wegingen.Except(eerst),
                w => Assert.True(Vergelijk(w.Gemiddelde, wegingen.Single(s => s.Code == rapport.Sterk).Gemiddelde) <= 0)
            );
            gedeeld += rapport.Prioriteiten.Count > rapport.Prioriteiten.DistinctBy(p => p.Rang).Count() ? 1 : 0;
            andersDanDeScore += wegingen.Zip(wegingen.Skip(1)).Any(p => Vergelijk(p.First.Gemiddelde, p.Second.Gemiddelde) > 0) ? 1 : 0;
        }
        // Ranks are shared, wishes and weights make another order than the scores, and some is strong: else this would prove little.
        Assert.InRange(gedeeld, 20, 199);
        Assert.InRange(andersDanDeScore, 20, 200);
        Assert.InRange(sterk, 5, 195);
    }

    /// <summary>The most urgent first.</summary>
    private static List<Weging> Gewogen(List<Antwoordblad> tellend, int gevraagd, string[] volgorde) =>
        [
            .. Dimensies
                .Kern.Select(code =>
                {
                    var sommen = tellend
                        .Select(b => b.Antwoorden[code])
                        .Where(a => a.All(x => x is not null))
                        .Select(a => a.Sum(x => x!.Value))
                        .ToList();
                    var wil = tellend.Count(b => b.WilBeter!.Contains(code));
                    var plek = Array.IndexOf(volgorde, code);
                    BigInteger n = 2 * sommen.Count;
                    // (5 - mean) / 4, times a half and the share that wants it, times 1.0 to 1.5.
                    BigInteger[] urgentie =
                    [
                        ((5 * n) - sommen.Sum()) * (tellend.Count + (2 * wil)) * (plek < 0 ? 10 : 15 - plek),
                        4 * n * (2 * tellend.Count) * 10,
                    ];
                    return (Aantal: sommen.Count, Weging: new Weging(code, [sommen.Sum(), n], Marge(sommen, gevraagd), urgentie));
                })
                .Where(w => w.Aantal >= 5)
                .Select(w => w.Weging)
                .OrderByDescending(w => w.Urgentie, Comparer<BigInteger[]>.Create(Vergelijk))
                .ThenBy(w => w.Code, StringComparer.Ordinal),
        ];

    /// <summary>Each that is closer to the one before it than its margin has the rank of that one.</summary>
    private static List<int> Rangen(List<Weging> wegingen)
    {
        var rangen = new List<int>();
        foreach (var (i, w) in wegingen.Index())
        {
            var dichtbij = i > 0 && Math.Abs(Getal(w.Gemiddelde) - Getal(wegingen[i - 1].Gemiddelde)) < w.Marge;
            rangen.Add(dichtbij ? rangen[^1] : i + 1);
        }
        return rangen;
    }

    /// <summary>In one pass over the sums of two answers, which are twice the score.</summary>
    private static double Marge(List<int> sommen, int gevraagd)
    {
        double n = sommen.Count;
        var variantie = n < 20 ? 0.64 : ((n * sommen.Sum(s => (double)s * s)) - Math.Pow(sommen.Sum(), 2)) / (n * (n - 1)) / 4;
        return Math.Sqrt(1.96 * 1.96 * variantie / n * (gevraagd - n) / (gevraagd - 1));
    }

    private static int Vergelijk(BigInteger[]? een, BigInteger[]? ander) => (een![0] * ander![1]).CompareTo(ander[0] * een[1]);

    private static double Getal(BigInteger[] breuk) => (double)breuk[0] / (double)breuk[1];
}
