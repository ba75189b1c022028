using System.Numerics;

namespace SlimRegeling.Leercultuurscans.Tests;

/// <summary>
/// What someone can compute who has every published sum: whether a sum over other people follows from them. In whole numbers, so that nothing is lost; no
/// line of it is that of the program.
/// </summary>
internal sealed class Stelsel
{
    private readonly List<BigInteger[]> _rijen = [];

    /// <param name="gepubliceerd">Of each published sum how often each person is in it.</param>
    public Stelsel(IEnumerable<int[]> gepubliceerd)
    {
        foreach (var rij in gepubliceerd)
        {
            var over = Herleid([.. rij.Select(x => (BigInteger)x)]);
            if (Array.Exists(over, x => !x.IsZero))
            {
                _rijen.Add(over);
            }
        }
    }

    /// <summary>Whether the sum over these people is a combination of what was published.</summary>
    public bool Volgt(int[] mensen) => Array.TrueForAll(Herleid([.. mensen.Select(x => (BigInteger)x)]), x => x.IsZero);

    private BigInteger[] Herleid(BigInteger[] rij)
    {
        foreach (var eerder in _rijen)
        {
            var spil = Array.FindIndex(eerder, x => !x.IsZero);
            if (rij[spil].IsZero)
            {
                continue;
            }
            var (a, b) = (eerder[spil], rij[spil]);
            for (var i = 0; i < rij.Length; i++)
            {
                rij[i] = (rij[i] * a) - (eerder[i] * b);
            }
            var deler = rij.Aggregate(BigInteger.Zero, BigInteger.GreatestCommonDivisor);
            if (!deler.IsZero)
            {
                for (var i = 0; i < rij.Length; i++)
                {
                    rij[i] /= deler;
                }
            }
        }
        return rij;
    }
}
