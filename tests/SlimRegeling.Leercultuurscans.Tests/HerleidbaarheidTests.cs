using CsCheck;
using SlimRegeling.Leercultuurscans.Rapporten;

namespace SlimRegeling.Leercultuurscans.Tests;

/// <summary>The search for what groups give away, beside trying every combination with small factors.</summary>
public class HerleidbaarheidTests
{
    private const int Groepen = 4;

    [Fact]
    public void Wat_kleine_factoren_verraden_vindt_het_zoeken_ook() =>
        Gen.Int[1, 12]
            .Array[3, 9]
            .Sample(
                mensen =>
                {
                    // Everyone is in the whole, the first group; the pattern of the others differs by class.
                    IReadOnlyList<Klasse> klassen =
                    [
                        .. mensen.Select((m, i) => new Klasse(1 | ((ulong)(i % 8) << 1), m)).DistinctBy(k => k.Groepen),
                    ];
                    if (MetKleineFactoren(klassen, 5))
                    {
                        Assert.True(Herleidbaarheid.Onthult(klassen, Groepen, 5));
                    }
                },
                iter: 500
            );

    [Fact]
    public void Een_verdeling_in_groepen_die_groot_genoeg_zijn_verraadt_niets() =>
        Assert.False(Herleidbaarheid.Onthult([new(0b0011, 5), new(0b0101, 6), new(0b0001, 7)], 3, 5));

    [Fact]
    public void Een_groep_onder_de_drempel_verraadt_zichzelf() =>
        Assert.True(Herleidbaarheid.Onthult([new(0b0011, 4), new(0b0001, 20)], 2, 5));

    [Fact]
    public void Van_een_verzameling_is_bekend_of_haar_som_volgt()
    {
        IReadOnlyList<Klasse> klassen = [new(0b0011, 5), new(0b0101, 6), new(0b0001, 7)];

        Assert.True(Herleidbaarheid.Kent(klassen, 3, [true, true, false]));
        Assert.True(Herleidbaarheid.Kent(klassen, 3, [false, false, true]));
        Assert.False(Herleidbaarheid.Kent([new(0b0011, 5), new(0b0001, 4), new(0b0001, 7)], 2, [false, true, false]));
    }

    private static bool MetKleineFactoren(IReadOnlyList<Klasse> klassen, int drempel)
    {
        int[] factoren = [-2, -1, 0, 1, 2];
        return (
            from a in factoren
            from b in factoren
            from c in factoren
            from d in factoren
            let mensen = klassen.Where(k => Som(k, [a, b, c, d]) != 0).Sum(k => k.Mensen)
            where mensen > 0 && mensen < drempel
            select mensen
        ).Any();
    }

    private static int Som(Klasse klasse, int[] factoren) => factoren.Select((f, i) => (int)((klasse.Groepen >> i) & 1) * f).Sum();
}
