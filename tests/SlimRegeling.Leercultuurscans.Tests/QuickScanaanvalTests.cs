using CsCheck;
using SlimRegeling.Leercultuurscans.QuickScans;
using static SlimRegeling.Leercultuurscans.Tests.Voorbeelden;

namespace SlimRegeling.Leercultuurscans.Tests;

/// <summary>
/// An attacker who has all open figures of the QuickScans, and solves for the sums: of no group under thirty, of nobody who is in two groups at once, and of
/// no one person is the score learned.
/// </summary>
public class QuickScanaanvalTests
{
    private static readonly string[] Kenmerken = ["rol", "fase", "grootte", "sector"];
    private static readonly string[] Codes = ["D1", "D4"];

    // In some draws the other attributes follow from the role, but for a few.
    private static readonly Gen<List<Getelde>> Getelden =
        from aantal in Gen.Int[30, 400]
        from samen in Gen.Int[0, 20]
        from trekking in Gen.Int[0, 999].Array[6].Array[aantal]
        select trekking.Select(t => Maak(t, samen)).ToList();

    private static Getelde Maak(int[] t, int samen)
    {
        var rol =
            t[0] % 5 > 1 ? "ondernemer"
            : t[0] % 5 > 0 ? "werknemer"
            : "leidinggevende";
        var volgt = t[1] % 20 < samen;
        return new(
            rol,
            (volgt ? rol == "ondernemer" : t[2] % 3 == 0) ? "weten" : "willen",
            (volgt ? rol == "ondernemer" : t[3] % 2 == 0) ? "2-9"
                : t[3] % 5 == 0 ? null
                : "10-49",
            t[4] % 10 > 7 ? null
                : t[4] % 10 > 5 ? "G"
                : "F",
            "2026-10",
            (t[5] % 6 == 0 ? Blad(3, ("D4", null)) : Blad(3)).Antwoorden
        );
    }

    [Fact]
    public void Uit_de_open_cijfers_volgt_niets_over_minder_dan_dertig_mensen()
    {
        var getoond = 0;

        Getelden.Sample(
            getelden =>
            {
                var resultaten = Openresultaten.Maak(Kernvragen, getelden);
                Interlocked.Add(ref getoond, resultaten.Groepen.Select(g => g.Kenmerk).Distinct().Count() > 1 ? 1 : 0);
                Assert.Null(Geleerd(getelden, (code, soorten) => Publiek(resultaten, code, soorten)));
            },
            iter: 150
        );

        // There was something to attack: two splits beside each other.
        Assert.True(getoond > 0);
    }

    /// <summary>The control: with every group of thirty or more, whatever is told beside it.</summary>
    [Fact]
    public void Met_elke_groep_die_op_zichzelf_groot_genoeg_is_wordt_er_iemand_verraden()
    {
        var verraden = 0;

        Getelden.Sample(
            getelden =>
            {
                var volgt = Geleerd(
                    getelden,
                    (_, soorten) =>
                        [
                            .. from kenmerk in Kenmerken
                            from groep in soorten.Select(s => Waarde(s.Key, kenmerk)).Distinct()
                            where Mensen(soorten, s => Waarde(s, kenmerk) == groep) >= 30
                            select Erin(soorten, s => Waarde(s, kenmerk) == groep),
                            Erin(soorten, _ => true),
                        ]
                );
                Interlocked.Add(ref verraden, volgt is null ? 0 : 1);
            },
            iter: 150
        );

        Assert.True(verraden > 0);
    }

    /// <summary>People who are in the same groups cannot be told apart, so that they are one unknown.</summary>
    private sealed record Soort(string Rol, string Fase, string? Grootte, string? Sector);

    private static string? Geleerd(List<Getelde> getelden, Func<string, List<KeyValuePair<Soort, int>>, List<int[]>> publiek)
    {
        foreach (var code in Codes)
        {
            var soorten = getelden
                .Where(g => g.Antwoorden[code].All(a => a is not null))
                .CountBy(g => new Soort(g.Rol, g.Fase, g.Grootte, g.Sector))
                .ToList();
            var stelsel = new Stelsel(publiek(code, soorten));
            var groepen = Kenmerken
                .SelectMany(k => soorten.Select(s => (Kenmerk: k, Waarde: Waarde(s.Key, k))))
                .Distinct()
                .Select(g => (Func<Soort, bool>)(s => Waarde(s, g.Kenmerk) == g.Waarde))
                .ToList();
            var geheimen = soorten
                .Select(s => (Func<Soort, bool>)(ander => ander == s.Key))
                .Concat(groepen)
                .Concat(groepen.SelectMany(een => groepen.Select(ander => (Func<Soort, bool>)(s => een(s) && ander(s)))));
            foreach (var geheim in geheimen.Where(g => Mensen(soorten, g) is > 0 and < 30))
            {
                if (stelsel.Volgt(Erin(soorten, geheim)))
                {
                    return $"{code} of {string.Join(", ", soorten.Where(s => geheim(s.Key)))}";
                }
            }
        }
        return null;
    }

    private static List<int[]> Publiek(QuickScanresultaten resultaten, string code, List<KeyValuePair<Soort, int>> soorten)
    {
        var sommen = new List<int[]>();
        if (resultaten.Dimensies.Any(d => d.Code == code))
        {
            sommen.Add(Erin(soorten, _ => true));
        }
        foreach (var groep in resultaten.Groepen.Where(g => g.Dimensies.Any(d => d.Code == code)))
        {
            var genoemd = resultaten.Groepen.Where(g => g.Kenmerk == groep.Kenmerk).Select(g => g.Groep).ToHashSet(StringComparer.Ordinal);
            sommen.Add(
                Erin(
                    soorten,
                    groep.Groep == Openresultaten.Samengevoegd
                        ? s => !genoemd.Contains(Waarde(s, groep.Kenmerk))
                        : s => Waarde(s, groep.Kenmerk) == groep.Groep
                )
            );
        }
        return sommen;
    }

    private static string Waarde(Soort soort, string kenmerk) =>
        kenmerk switch
        {
            "rol" => soort.Rol,
            "fase" => soort.Fase,
            "grootte" => soort.Grootte ?? "",
            _ => soort.Sector ?? "",
        };

    private static int Mensen(List<KeyValuePair<Soort, int>> soorten, Func<Soort, bool> erin) =>
        soorten.Where(s => erin(s.Key)).Sum(s => s.Value);

    private static int[] Erin(List<KeyValuePair<Soort, int>> soorten, Func<Soort, bool> erin) =>
        [.. soorten.Select(s => erin(s.Key) ? 1 : 0)];
}
