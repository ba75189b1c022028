using CsCheck;
using NodaTime;
using SlimRegeling.Leercultuurscans.Benchmarks;

namespace SlimRegeling.Leercultuurscans.Tests;

/// <summary>
/// An attacker who has every cell of the benchmark, and with them the figures of a campaign or those of the panel, knows which firms are in which, and
/// solves for the sums: of no firm, and of no group of firms that may not be shown, is what they show together learned.
/// </summary>
public class BenchmarkaanvalTests
{
    private static readonly string[] Codes = ["D1", "D2"];
    private static readonly string?[] Sectoren = ["F", "F", "F", "G", "G", "H", null];
    private static readonly string?[] Groottes = ["10-49", "10-49", "2-9", "2-9", "250-plus", null];

    /// <param name="Campagne">Whether it is in the campaign; for the panel, whether it had an award in between.</param>
    /// <param name="Twee">Whether it did two scans.</param>
    private sealed record Deelnemer(Rapportcijfer Cijfer, bool Campagne, bool Twee);

    private static readonly Gen<Deelnemer[]> Deelnemers =
        from aantal in Gen.Int[10, 70]
        from samen in Gen.Int[0, 9]
        from trekking in Gen.Int[0, 999].Array[6].Array[aantal]
        select trekking.Select((t, i) => Maak(i, t, samen)).ToArray();

    // In some draws nearly all of a sector are in the campaign, so that the two nearly coincide.
    private static Deelnemer Maak(int i, int[] trekking, int samen)
    {
        var (sector, grootte) = (Sectoren[trekking[0] % Sectoren.Length], Groottes[trekking[1] % Groottes.Length]);
        var mensen = trekking[2] % 25 == 0 ? 60 + (trekking[2] % 90) : 5 + (trekking[2] % 20);
        var scores = Codes.Where(c => c == "D1" || trekking[3] % 8 > 0).ToDictionary(c => c, _ => 3m);
        return new(
            new($"scan-{i}", $"{i}", "kernvragen-1", new(2026, 3, 20), grootte, sector, null, mensen, scores),
            trekking[4] % 10 <= samen ? sector == "F" : trekking[4] % 2 == 0,
            trekking[5] % 10 <= samen
        );
    }

    [Fact]
    public void Uit_alle_cellen_samen_volgt_niets_over_bedrijven_die_niet_samen_te_tonen_zijn() =>
        Deelnemers.Sample(d => Assert.Null(Geleerd(d, (code, met) => Cellen(d, code, met))), iter: 300);

    [Fact]
    public void Ook_niet_met_de_cijfers_van_een_campagne()
    {
        var getoond = 0;

        Deelnemers.Sample(
            d =>
            {
                var groep = Cijfers(d.Where(x => x.Campagne));
                var samen = Benchmark.Samen(groep, Celkeuze.Van(Cijfers(d)));
                var codes = (samen?.Dimensies ?? []).Select(x => x.Code).ToList();
                Interlocked.Add(ref getoond, codes.Count);
                Assert.Null(
                    Geleerd(d, (code, met) => codes.Contains(code) ? [.. Cellen(d, code, met), Erin(met, groep)] : Cellen(d, code, met))
                );
            },
            iter: 300
        );

        // There was something to attack.
        Assert.True(getoond > 0);
    }

    [Fact]
    public void Ook_niet_met_de_groepen_van_het_panel() =>
        Deelnemers.Sample(
            d =>
            {
                var eerst = Cijfers(d.Where(x => x.Twee)).ConvertAll(c => c with { Scan = $"{c.Scan}-eerst", Op = new(2025, 1, 10) });
                var verleend = d.Where(x => x.Campagne).ToLookup(x => x.Cijfer.KvkNummer, _ => new LocalDate(2025, 6, 1));
                var panel = Panel.Bereken([.. eerst, .. Cijfers(d)], verleend, Celkeuze.Van(Cijfers(d)));
                Assert.Null(
                    Geleerd(
                        d,
                        (code, met) =>
                            [
                                .. Cellen(d, code, met),
                                .. from groep in panel
                                where groep.Dimensies.Any(x => x.Code == code)
                                select Erin(met, Cijfers(d.Where(x => x.Twee && x.Campagne == (groep.Groep == "met-slim")))),
                            ]
                    )
                );
            },
            iter: 300
        );

    /// <summary>The control: with every cell that is large enough by itself, firms of the same kind are betrayed.</summary>
    [Fact]
    public void Met_elke_cel_die_op_zichzelf_groot_genoeg_is_worden_bedrijven_verraden()
    {
        var verraden = 0;

        Deelnemers.Sample(
            d =>
            {
                if (Geleerd(d, (_, met) => [.. Groepen(met).Where(Benchmark.MagGetoond).Select(g => Erin(met, g))]) is not null)
                {
                    Interlocked.Increment(ref verraden);
                }
            },
            iter: 300
        );

        Assert.True(verraden > 0);
    }

    /// <param name="publiek">Of one code, among the firms that show it: of each sum which of them are in it.</param>
    private static string? Geleerd(Deelnemer[] deelnemers, Func<string, List<Rapportcijfer>, List<int[]>> publiek)
    {
        foreach (var code in Codes)
        {
            var met = Cijfers(deelnemers).FindAll(c => c.Scores.ContainsKey(code));
            var stelsel = new Stelsel(publiek(code, met));
            foreach (var geheim in met.Select(c => new List<Rapportcijfer> { c }).Concat(Groepen(met).Where(g => !Benchmark.MagGetoond(g))))
            {
                if (stelsel.Volgt(Erin(met, geheim)))
                {
                    return $"{code} of {string.Join(", ", geheim.Select(c => $"{c.KvkNummer} {c.Sector} {c.Grootte}"))}";
                }
            }
        }
        return null;
    }

    private static List<int[]> Cellen(Deelnemer[] deelnemers, string code, List<Rapportcijfer> met) =>
        [
            .. from cel in BenchmarkTonen.Cellen(Cijfers(deelnemers))
            where cel.Dimensies.Any(d => d.Code == code)
            select Erin(met, met.FindAll(c => (cel.Sector ?? c.Sector) == c.Sector && (cel.Grootte ?? c.Grootte) == c.Grootte)),
        ];

    /// <summary>All, each sector, each size class and each of both; who did not say are a group too.</summary>
    private static List<List<Rapportcijfer>> Groepen(List<Rapportcijfer> met) =>
        [
            met,
            .. met.GroupBy(c => c.Sector ?? "").Select(g => g.ToList()),
            .. met.GroupBy(c => c.Grootte ?? "").Select(g => g.ToList()),
            .. met.GroupBy(c => (c.Sector, c.Grootte)).Select(g => g.ToList()),
        ];

    private static List<Rapportcijfer> Cijfers(IEnumerable<Deelnemer> deelnemers) => [.. deelnemers.Select(d => d.Cijfer)];

    private static int[] Erin(List<Rapportcijfer> met, List<Rapportcijfer> groep)
    {
        var scans = groep.Select(c => c.Scan).ToHashSet(StringComparer.Ordinal);
        return [.. met.Select(c => scans.Contains(c.Scan) ? 1 : 0)];
    }
}
