namespace SlimRegeling.Leercultuurscans.Rapporten;

/// <summary>People who are in the same shown groups: by what is published nobody can tell them apart.</summary>
/// <param name="Groepen">A bit for each published group that they are in.</param>
internal readonly record struct Klasse(ulong Groepen, int Mensen);

/// <summary>
/// What can be computed from published sums. Of every group the mean and the number of people are known, so their sum; adding and subtracting those,
/// each with any factor, gives the sum over other sets of people. When such a set counts fewer people than the threshold, the groups reveal them.
/// This looks at all combinations there are, so also where three attributes reveal together what no two of them do (specification §10, rule 6).
/// </summary>
internal static class Herleidbaarheid
{
    /// <summary>Sums over 64 groups are more than any report has.</summary>
    public const int MeesteGroepen = 64;

    /// <summary>A firm in which looking takes longer than this has so many small groups that splitting it is unwise anyway.</summary>
    private const int MeesteStappen = 20_000;

    /// <summary>Arithmetic is modulo this prime: the determinants of zeros and ones that come up are smaller, so that what is zero here is zero.</summary>
    private const ulong Priem = (1UL << 61) - 1;

    /// <summary>Whether some combination of the groups counts from 1 up to and including <paramref name="drempel"/> − 1 people.</summary>
    public static bool Onthult(IReadOnlyList<Klasse> klassen, int groepen, int drempel)
    {
        var aanwezig = klassen.OrderByDescending(k => k.Mensen).ToList();
        var stappen = 0;
        return Zoek(aanwezig, [], groepen, Basis(aanwezig, groepen, groepen).Count, drempel - 1, ref stappen);
    }

    /// <summary>Whether the sum over one set of people follows from the sums over the groups.</summary>
    /// <param name="erin">Of each class whether it is in the set.</param>
    public static bool Kent(IReadOnlyList<Klasse> klassen, int groepen, IReadOnlyList<bool> erin)
    {
        var rijen = new List<(int Spil, ulong[] Rij)>();
        for (var k = 0; k < klassen.Count; k++)
        {
            // The set is one more place, on which no row is turned: where the groups are used up, what is left there does not follow from them.
            var rij = Kolom(klassen[k], groepen + 1);
            rij[groepen] = erin[k] ? 1UL : 0;
            Herleid(rij, rijen);
            var spil = Array.FindIndex(rij, 0, groepen, x => x != 0);
            if (spil >= 0)
            {
                Deel(rij, rij[spil]);
                rijen.Add((spil, rij));
            }
            else if (rij[groepen] != 0)
            {
                return false;
            }
        }
        return true;
    }

    /// <summary>
    /// A combination that vanishes on all but a few people leaves the others with fewer independent groups. Of the classes that span what there is, largest
    /// first, it cannot vanish on all: so one of them is among the few. Each in its turn is taken for that, and from then on for one of the others.
    /// </summary>
    /// <param name="blijvend">Of these it was seen that they are not among the few.</param>
    private static bool Zoek(List<Klasse> over, List<Klasse> blijvend, int groepen, int rang, int ruimte, ref int stappen)
    {
        if (++stappen > MeesteStappen)
        {
            return true;
        }
        var basis = Basis([.. blijvend, .. over], groepen, rang);
        if (basis.Count < rang)
        {
            return true;
        }
        var gezien = new List<Klasse>(blijvend);
        foreach (var klasse in basis.Where(k => k.Mensen <= ruimte && !blijvend.Contains(k)))
        {
            var rest = over.Where(k => k != klasse && !gezien.Contains(k)).ToList();
            if (Zoek(rest, gezien, groepen, rang, ruimte - klasse.Mensen, ref stappen))
            {
                return true;
            }
            gezien.Add(klasse);
        }
        return false;
    }

    /// <summary>The classes that are independent of those before them.</summary>
    /// <param name="hoogstens">There are no more than this.</param>
    private static List<Klasse> Basis(IReadOnlyList<Klasse> klassen, int groepen, int hoogstens)
    {
        var rijen = new List<(int Spil, ulong[] Rij)>();
        var basis = new List<Klasse>();
        foreach (var klasse in klassen)
        {
            var rij = Kolom(klasse, groepen);
            Herleid(rij, rijen);
            var spil = Array.FindIndex(rij, x => x != 0);
            if (spil >= 0)
            {
                Deel(rij, rij[spil]);
                rijen.Add((spil, rij));
                basis.Add(klasse);
                if (basis.Count == hoogstens)
                {
                    break;
                }
            }
        }
        return basis;
    }

    private static ulong[] Kolom(Klasse klasse, int lengte)
    {
        var rij = new ulong[lengte];
        for (var i = 0; i < Math.Min(lengte, MeesteGroepen); i++)
        {
            rij[i] = (klasse.Groepen >> i) & 1;
        }
        return rij;
    }

    private static void Herleid(ulong[] rij, List<(int Spil, ulong[] Rij)> rijen)
    {
        foreach (var (spil, eerder) in rijen)
        {
            var factor = rij[spil];
            for (var i = 0; factor != 0 && i < rij.Length; i++)
            {
                rij[i] = (rij[i] + Priem - Maal(factor, eerder[i])) % Priem;
            }
        }
    }

    private static void Deel(ulong[] rij, ulong door)
    {
        var omgekeerd = Macht(door, Priem - 2);
        for (var i = 0; i < rij.Length; i++)
        {
            rij[i] = Maal(rij[i], omgekeerd);
        }
    }

    private static ulong Macht(ulong grondtal, ulong exponent)
    {
        var uit = 1UL;
        for (; exponent > 0; exponent >>= 1)
        {
            uit = (exponent & 1) == 1 ? Maal(uit, grondtal) : uit;
            grondtal = Maal(grondtal, grondtal);
        }
        return uit;
    }

    // Modulo 2^61 − 1 the upper bits count as much as the lower.
    private static ulong Maal(ulong a, ulong b)
    {
        var hoog = Math.BigMul(a, b, out var laag);
        return ((laag & Priem) + ((laag >> 61) | (hoog << 3))) % Priem;
    }
}
