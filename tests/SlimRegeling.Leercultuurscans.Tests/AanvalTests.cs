using CsCheck;
using SlimRegeling.Leercultuurscans.Antwoorden;
using SlimRegeling.Leercultuurscans.Benchmarks;
using SlimRegeling.Leercultuurscans.Rapporten;
using SlimRegeling.Leercultuurscans.Scans;
using static SlimRegeling.Leercultuurscans.Tests.Voorbeelden;

namespace SlimRegeling.Leercultuurscans.Tests;

/// <summary>
/// An attacker who has all that is published, knows who is in which group, and solves for the sums. Of no group under its threshold is the sum learned,
/// nor of who is in two groups at once, nor of any one person.
/// </summary>
public class AanvalTests
{
    private static readonly string[] Teams = ["T01", "T01", "T01", "T01", "T01", "T02", "T02", "T02", "T02", "T03", "T03", ""];
    private static readonly string[] Contracten =
    [
        "vast",
        "vast",
        "vast",
        "vast",
        "vast",
        "vast",
        "vast",
        "vast",
        "tijdelijk",
        "oproep",
        "uitzend",
        "",
    ];
    private static readonly string[] Leeftijden = ["tot-30", "30-49", "50-plus"];
    private static readonly string[] Opleidingen = ["praktisch", "mbo", "hoger"];

    /// <summary>A person, by where they belong; of each dimension whether they answered it.</summary>
    private sealed record Mens(string Team, string Contract, string Leeftijd, string Opleiding, bool[] Antwoordt);

    // Age and education go together with the team, in some firms for nearly all, so that groups nearly coincide.
    private static Gen<Mens> Mensen(int anders) =>
        from team in Gen.Int[0, 11]
        from contract in Gen.Int[0, 11]
        from leeftijd in Gen.Int[0, anders]
        from opleiding in Gen.Int[0, anders]
        from antwoordt in Gen.Int[0, 19].Array[6]
        select new Mens(
            Teams[team],
            Contracten[contract],
            leeftijd < 3 ? Leeftijden[leeftijd]
                : Teams[team] == "T01" ? "50-plus"
                : "tot-30",
            opleiding < 3 ? Opleidingen[opleiding]
                : Teams[team] == "T02" ? "hoger"
                : "praktisch",
            [.. antwoordt.Select(a => a > 0)]
        );

    private static readonly Gen<Mens[]> Bedrijven =
        from aantal in Gen.Int[6, 110]
        from samen in Gen.Bool
        from mensen in Mensen(samen ? 40 : 7).Array[aantal]
        select mensen;

    [Fact]
    public void Wie_alles_heeft_wat_getoond_wordt_leert_van_geen_kleine_groep_de_score() =>
        Bedrijven.Sample(mensen => Assert.Null(Geleerd(mensen)), iter: 200);

    [Fact]
    public void Wat_verborgen_is_staat_in_geen_veld_van_het_rapport() =>
        Bedrijven.Sample(
            mensen =>
            {
                if (Gemaakt(mensen) is not { Splitsingen: { } splitsingen })
                {
                    return;
                }
                foreach (var groep in splitsingen.SelectMany(s => s.Groepen))
                {
                    Assert.Equal(groep.Antwoorden is null, groep.Beeld == Rapport.TeWeinig);
                    Assert.Equal(groep.Antwoorden is null, groep.Dimensies is null);
                    Assert.True(groep.Antwoorden is null or >= 5);
                    Assert.All(
                        groep.Dimensies ?? [],
                        d => Assert.True(d.Score is not null || d is { Marge: null, Gunstig: null, Schaal100: null, Leiding: null })
                    );
                }
            },
            iter: 100
        );

    /// <summary>Benchmarks are made of what reports show, so that they add nothing to what follows from those.</summary>
    [Fact]
    public void Een_benchmark_leest_geen_dimensie_die_het_rapport_verbergt()
    {
        var rapport = Gerapporteerd(8, [.. Bladen(4, 5), Blad(5, ("D2", null)), Blad(5, ("D2", null))])!;
        var cijfers = Enumerable
            .Range(0, 12)
            .Select(i => new Rapportcijfer(
                $"scan-{i}",
                $"{i}",
                Kernvragen.Id,
                rapport.Tot!.Value,
                "10-49",
                "F",
                null,
                rapport.Antwoorden,
                rapport.Dimensies.Where(d => d.Score is not null).ToDictionary(d => d.Code, d => d.Score!.Value)
            ))
            .ToList();

        Assert.DoesNotContain(Benchmark.Bereken(cijfers, "F", "10-49", null)!.Dimensies, d => d.Code == "D2");
    }

    /// <summary>The attacker finds it where nothing is left out: the attack itself works.</summary>
    [Fact]
    public void Zonder_onderdrukking_leert_de_aanvaller_wel()
    {
        // 9 + 3 with both shown, or with the small one hidden and the total told.
        int[] alle = [.. Enumerable.Repeat(1, 12)];
        int[] grote = [.. Enumerable.Repeat(1, 9), 0, 0, 0];
        int[] kleine = [.. alle.Zip(grote, (a, b) => a - b)];

        Assert.True(new Stelsel([alle, grote]).Volgt(kleine));
        Assert.False(new Stelsel([alle]).Volgt(kleine));
    }

    /// <summary>What was learned, in words; null when nothing was.</summary>
    private static string? Geleerd(Mens[] mensen)
    {
        if (Gemaakt(mensen) is not { } rapport)
        {
            return null;
        }
        var bladen = mensen.Select(Ingevuld).ToList();
        var tellend = mensen.Where((_, i) => Berekening.TeltMee(Lijst, bladen[i])).ToList();
        for (var d = 0; d < 6; d++)
        {
            var code = Kernvragen.Onderdelen[d].Code;
            var met = tellend.Where(m => m.Antwoordt[d]).ToList();
            var stelsel = new Stelsel(Gepubliceerd(rapport, code, met));
            foreach (var (naam, groep) in Geheimen(met))
            {
                if (stelsel.Volgt(groep))
                {
                    return $"{code} of {naam} ({groep.Sum()} people)";
                }
            }
        }
        return null;
    }

    private static Rapport? Gemaakt(Mens[] mensen) =>
        Gerapporteerd(
            mensen.Length + 4,
            [.. mensen.Select(Ingevuld)],
            null,
            new Scanopzet([new("T01", "een"), new("T02", "twee"), new("T03", "drie")], ["leeftijd", "contract", "opleiding"])
        );

    private static Antwoordblad Ingevuld(Mens mens)
    {
        var blad = Blad(
            3,
            [.. Enumerable.Range(0, 6).Where(d => !mens.Antwoordt[d]).Select(d => (Kernvragen.Onderdelen[d].Code, (int?)null))]
        );
        var kenmerken = Kenmerken(mens).Where(k => k.Waarde.Length > 0).ToDictionary(k => k.Kenmerk, k => k.Waarde);
        return blad with { Kenmerken = kenmerken };
    }

    private static (string Kenmerk, string Waarde)[] Kenmerken(Mens m) =>
        [("team", m.Team), ("opleiding", m.Opleiding), ("contract", m.Contract), ("leeftijd", m.Leeftijd)];

    /// <summary>Every sum that the report gives away of one dimension: of all, and of each group that it shows.</summary>
    private static IEnumerable<int[]> Gepubliceerd(Rapport rapport, string code, List<Mens> met)
    {
        if (rapport.Dimensies.Single(d => d.Code == code).Score is not null)
        {
            yield return [.. met.Select(_ => 1)];
        }
        foreach (var splitsing in rapport.Splitsingen!)
        {
            foreach (var groep in splitsing.Groepen.Where(g => g.Dimensies?.Single(d => d.Code == code).Score is not null))
            {
                yield return [.. met.Select(m => Kenmerken(m).Single(k => k.Kenmerk == splitsing.Kenmerk).Waarde == groep.Code ? 1 : 0)];
            }
        }
    }

    /// <summary>Groups under their threshold, pairs of groups under the lower of theirs, and every one person.</summary>
    private static IEnumerable<(string Naam, int[] Groep)> Geheimen(List<Mens> met)
    {
        for (var i = 0; i < met.Count; i++)
        {
            yield return ($"person {i}", [.. met.Select((_, j) => i == j ? 1 : 0)]);
        }
        var groepen = (
            from kenmerk in met.SelectMany(Kenmerken).Distinct()
            let drempel = kenmerk.Kenmerk == "team" ? 5 : 10
            select (kenmerk, drempel, Leden: met.Select(m => Kenmerken(m).Contains(kenmerk)).ToList())
        ).ToList();
        foreach (
            var (kenmerk, drempel, leden) in groepen.Where(g => g.Leden.Count(l => l) is var n && n > 0 && n < g.drempel && n < met.Count)
        )
        {
            yield return ($"{kenmerk}", [.. leden.Select(l => l ? 1 : 0)]);
        }
        foreach (var een in groepen)
        {
            foreach (var ander in groepen.Where(g => string.CompareOrdinal(een.kenmerk.Kenmerk, g.kenmerk.Kenmerk) < 0))
            {
                int[] samen = [.. een.Leden.Zip(ander.Leden, (a, b) => a && b ? 1 : 0)];
                if (samen.Sum() is var n && n > 0 && n < Math.Min(een.drempel, ander.drempel) && n < met.Count)
                {
                    yield return ($"{een.kenmerk} and {ander.kenmerk}", samen);
                }
            }
        }
    }
}
