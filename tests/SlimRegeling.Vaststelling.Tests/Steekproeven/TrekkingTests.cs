using System.Globalization;
using SlimRegeling.Vaststelling.Steekproeven;

namespace SlimRegeling.Vaststelling.Tests.Steekproeven;

/// <summary>The draw itself, and what the faults that were found say of all cases.</summary>
public class TrekkingTests
{
    private const int Keren = 10_000;

    private static readonly (string Stratum, int Aantal, Func<int, decimal> Fout)[] Verdeling =
    [
        // Rare and large; growing; and in three of four.
        ("laag-gewoon", 40, i => i % 10 == 0 ? 300m : 0m),
        ("laag-verhoogd", 8, i => 100m * i),
        ("hoog-verhoogd", 20, i => 50m * (i % 4)),
    ];

    private static readonly Lid[] Populatie = [.. Verdeling.SelectMany(s => Enumerable.Range(0, s.Aantal).Select(i => Zaak(s.Stratum, i)))];

    private static readonly Stratum[] Strata = [.. Verdeling.Select(s => new Stratum(s.Stratum, s.Aantal, 0, 5))];

    private static readonly Dictionary<string, decimal> Fouten = Verdeling
        .SelectMany(s => Enumerable.Range(0, s.Aantal).Select(i => (Zaak(s.Stratum, i).Zaaknummer, Fout: s.Fout(i))))
        .ToDictionary(z => z.Zaaknummer, z => z.Fout);

    [Fact]
    public void Met_dezelfde_lijst_en_hetzelfde_zaad_trekt_iedereen_hetzelfde_in_welke_volgorde_de_lijst_ook_staat()
    {
        var getrokken = Trekking.Trek(Populatie, Strata, "zaad");

        Assert.Equal(getrokken, Trekking.Trek([.. Populatie.OrderByDescending(l => l.Zaaknummer, StringComparer.Ordinal)], Strata, "zaad"));
        Assert.NotEqual(getrokken, Trekking.Trek(Populatie, Strata, "zaad2"));
        Assert.Equal(
            Trekking.Lijsthash(Populatie),
            Trekking.Lijsthash(Populatie.OrderByDescending(l => l.Zaaknummer, StringComparer.Ordinal))
        );
        Assert.NotEqual(Trekking.Lijsthash(Populatie), Trekking.Lijsthash(Populatie.Skip(1)));
        Assert.NotEqual(Trekking.Lijsthash(Populatie), Trekking.Lijsthash(Populatie.Skip(1).Prepend(Populatie[0] with { Stratum = "x" })));
    }

    [Fact]
    public void De_lijsthash_en_het_lot_zijn_die_van_sort_en_sha256sum()
    {
        Lid[] lijst = [new("SLIM-B", 1, [], "laag-gewoon"), new("SLIM-A", 1, [], "hoog-gewoon")];

        // printf 'SLIM-A;hoog-gewoon\nSLIM-B;laag-gewoon\n' | sha256sum
        Assert.Equal("90c4d5aa17f434d4b5ef6f2b5ff805f19e041893007e8e4cf60f71c00160608a", Trekking.Lijsthash(lijst));
        // printf 'z:SLIM-A' | sha256sum; printf 'z:SLIM-B' | sha256sum
        Assert.Equal(["SLIM-B", "SLIM-A"], Trekking.Trek([.. lijst.Select(l => l with { Stratum = "s" })], [new("s", 2, 0, 2)], "z"));
    }

    [Fact]
    public void Elk_stratum_geeft_zijn_omvang_en_niemand_twee_keer()
    {
        foreach (var zaad in Enumerable.Range(0, 100).Select(Zaad))
        {
            var getrokken = Trekking.Trek(Populatie, Strata, zaad);

            Assert.Equal(15, getrokken.Distinct().Count());
            Assert.Equal([5, 5, 5], Strata.Select(s => Populatie.Count(l => l.Stratum == s.Code && getrokken.Contains(l.Zaaknummer))));
        }
        Assert.Equal(8, Trekking.Trek(Populatie, [Strata[1] with { Omvang = 8 }], "alles").Count);
    }

    /// <summary>The seeds are fixed, so that it holds always or never: within five deviations for each case, and four for the estimate.</summary>
    [Fact]
    public void Over_tienduizend_trekkingen_komt_elke_zaak_even_vaak_en_is_de_schatting_gemiddeld_de_echte_fout()
    {
        var keren = Populatie.ToDictionary(l => l.Zaaknummer, _ => 0);
        var stratum = Populatie.ToDictionary(l => l.Zaaknummer, l => l.Stratum);
        var geschat = new List<double>(Keren);
        foreach (var zaad in Enumerable.Range(0, Keren).Select(Zaad))
        {
            var getrokken = Trekking.Trek(Populatie, Strata, zaad);
            foreach (var zaak in getrokken)
            {
                keren[zaak]++;
            }
            var schatting = Foutschatting.Van(Strata, [.. getrokken.Select(z => new Waarneming(stratum[z], Fouten[z]))]);
            geschat.Add((double)schatting.Geschat!.Value);
        }

        foreach (var lid in Populatie)
        {
            var kans = 5.0 / Strata.Single(s => s.Code == lid.Stratum).Aantal;
            Assert.InRange(keren[lid.Zaaknummer] - Keren * kans, -Ruimte(kans), Ruimte(kans));
        }
        var gemiddeld = geschat.Average();
        var fout = Math.Sqrt(geschat.Average(g => (g - gemiddeld) * (g - gemiddeld)) / Keren);
        Assert.InRange(gemiddeld - (double)Fouten.Values.Sum(), -4 * fout, 4 * fout);

        static double Ruimte(double kans) => 5 * Math.Sqrt(Keren * kans * (1 - kans));
    }

    /// <summary>
    /// By hand. Low: N = 40, faults 0, 0, 100, 300: mean 100, so 4,000; s² = (100² + 100² + 0 + 200²) / 3 = 20,000; 40 × 36 × 20,000 / 4 = 7,200,000.
    /// High: N = 10, faults 0, 0, 0, 0, 500: mean 100, so 1,000; s² = (4 × 100² + 400²) / 4 = 50,000; 10 × 5 × 50,000 / 5 = 500,000. Together 5,000, and
    /// 1.96 × √7,700,000 = 5,438.78.
    /// </summary>
    [Fact]
    public void De_geschatte_fout_en_haar_marge_zijn_die_van_een_berekening_met_de_hand()
    {
        Stratum[] strata = [new("laag-gewoon", 40, 300_000m, 4), new("hoog-verhoogd", 10, 220_000m, 5)];
        Waarneming[] gezien =
        [
            .. ((decimal[])[0, 0, 100, 300]).Select(f => new Waarneming("laag-gewoon", f)),
            .. ((decimal[])[0, 0, 0, 0, 500]).Select(f => new Waarneming("hoog-verhoogd", f)),
        ];

        var schatting = Foutschatting.Van(strata, gezien);

        Assert.Equal((900.00m, 5_000.00m, 5_438.78m), (schatting.Gevonden, schatting.Geschat, schatting.Marge));
        Assert.Equal([4_000.00m, 1_000.00m], schatting.Strata.Select(s => s.Geschat ?? -1));
        Assert.Equal([4, 5], schatting.Strata.Select(s => s.Beoordeeld));
    }

    [Fact]
    public void Wat_niet_te_schatten_is_wordt_niet_geschat()
    {
        Stratum[] strata = [new("laag-gewoon", 3, 0, 3), new("hoog-verhoogd", 10, 0, 5)];
        Waarneming[] alle = [.. Enumerable.Repeat(new Waarneming("laag-gewoon", 10m), 3)];

        var zonder = Foutschatting.Van(strata, alle);
        Assert.Equal((30m, null, null), (zonder.Gevonden, zonder.Geschat, zonder.Marge));
        // Of one nobody can tell how far it lies from the others.
        var een = Foutschatting.Van(strata, [.. alle, new("hoog-verhoogd", 10m)]);
        Assert.Equal((130m, null), (een.Geschat, een.Marge));
        // Nothing is uncertain of what was looked at whole.
        var heel = Foutschatting.Van([strata[0]], alle);
        Assert.Equal((30m, 0m), (heel.Geschat, heel.Marge));
    }

    private static Lid Zaak(string stratum, int i) =>
        new(string.Create(CultureInfo.InvariantCulture, $"SLIM-{i:000000000}{Letter(stratum)}"), 0, [], stratum);

    private static char Letter(string stratum) =>
        stratum switch
        {
            "laag-gewoon" => 'L',
            "laag-verhoogd" => 'V',
            _ => 'H',
        };

    private static string Zaad(int i) => string.Create(CultureInfo.InvariantCulture, $"zaad-{i}");
}
