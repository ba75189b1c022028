using CsCheck;
using SlimRegeling.Leercultuurscans.Antwoorden;
using SlimRegeling.Leercultuurscans.Benchmarks;
using SlimRegeling.Leercultuurscans.Instrumenten;
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

    /// <summary>The kernvragen and the building blocks: twelve parts.</summary>
    private static readonly Vragenlijst Lang = Boek.Lijst(Bouwstenen.Id, Kernvragen.Id)!;
    private static readonly int Delen = Lang.Delen.Count;

    /// <summary>A person, by where they belong; of each part of the list whether they answered it.</summary>
    private sealed record Mens(string Team, string Contract, string Leeftijd, string Opleiding, bool[] Antwoordt);

    // Age and education go together with the team, in some firms for nearly all, so that groups nearly coincide.
    private static Gen<Mens> Mensen(int anders) =>
        from team in Gen.Int[0, 11]
        from contract in Gen.Int[0, 11]
        from leeftijd in Gen.Int[0, anders]
        from opleiding in Gen.Int[0, anders]
        from antwoordt in Gen.Int[0, 19].Array[Delen]
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

    /// <param name="Meer">Of each team how many more were asked than answered; null when the firm does not say.</param>
    private sealed record Bedrijf(Mens[] Mensen, int?[] Meer);

    private static readonly Gen<Bedrijf> Bedrijven =
        from aantal in Gen.Int[6, 110]
        from samen in Gen.Bool
        from mensen in Mensen(samen ? 40 : 7).Array[aantal]
        from meer in Gen.Int[0, 5].Array[3]
        select new Bedrijf(mensen, [.. meer.Select(m => m == 5 ? (int?)null : m)]);

    [Fact]
    public void Wie_alles_heeft_wat_getoond_wordt_leert_van_geen_kleine_groep_de_score() =>
        Bedrijven.Sample(bedrijf => Assert.Null(Geleerd(bedrijf, Gepubliceerd)), iter: 150);

    /// <summary>
    /// The control: when each attribute hides its own small groups and nobody looks at what they give away together, firms of the same kind are betrayed.
    /// </summary>
    [Fact]
    public void Zonder_te_kijken_wat_samen_volgt_worden_zulke_bedrijven_verraden()
    {
        var verraden = 0;

        Bedrijven.Sample(
            bedrijf =>
            {
                if (Geleerd(bedrijf, (_, _, met) => ElkVoorZich(met)) is not null)
                {
                    Interlocked.Increment(ref verraden);
                }
            },
            iter: 200
        );

        Assert.True(verraden > 0);
    }

    [Fact]
    public void Wat_verborgen_is_staat_in_geen_veld_van_het_rapport() =>
        Bedrijven.Sample(
            bedrijf =>
            {
                if (Gemaakt(bedrijf) is not { Splitsingen: { } splitsingen })
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
        var cijfers = Enumerable.Range(0, 12).SelectMany(i => Rapportcijfers.Van($"scan-{i}", $"{i}", null, rapport)).ToList();

        Assert.Equal(12, cijfers.Count);
        Assert.All(cijfers, c => Assert.Equal(rapport.Dimensies.Where(d => d.Score is not null).Select(d => d.Code), c.Scores.Keys));
        Assert.DoesNotContain(Benchmark.Bereken(cijfers, "F", "10-49", null)!.Dimensies, d => d.Code == "D2");
    }

    /// <summary>
    /// Eight people, of whom one skipped a part: what stands on the common dimension is made of the means that are shown, so that it is not about that one.
    /// </summary>
    [Fact]
    public void Wat_op_een_dimensie_staat_volgt_uit_de_onderdelen_die_het_rapport_toont()
    {
        var lijst = Boek.Lijst("lerend-innovatief-1", Kernvragen.Id)!;
        var bladen = Enumerable.Range(0, 7).Select(_ => Blad(lijst, 3, ("L4", 4))).Append(Blad(lijst, 3, ("L4", 1), ("L5", null))).ToList();

        var rapport = Rapportmaker.Maak(new(lijst, Scanopzet.Zonder, 12, bladen, null, new(2026, 3, 2), new(2026, 3, 20)))!;

        // Half of (7 x 4 + 1) / 8 and the whole of 3, by 1.5; of each person first it would be 3.0.
        Assert.Equal(3.2m, rapport.Afbeelding!.Single(d => d.Code == "D4").Score);
        var d2 = rapport.Afbeelding!.Single(d => d.Code == "D2");
        Assert.Equal(rapport.Onderdelen!.Single(o => o.Code == "L3") with { Code = d2.Code, Naam = d2.Naam }, d2);
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
    /// <param name="publiek">What is told of one part of the list: of each sum who is in it, of those who answered that part.</param>
    private static string? Geleerd(Bedrijf bedrijf, Func<Rapport, string, List<Mens>, IEnumerable<int[]>> publiek)
    {
        if (Gemaakt(bedrijf) is not { } rapport)
        {
            return null;
        }
        var tellend = bedrijf.Mensen.Where(m => Berekening.TeltMee(Lang, Ingevuld(m))).ToList();
        for (var d = 0; d < Delen; d++)
        {
            var code = Lang.Delen[d].Onderdeel.Code;
            var met = tellend.Where(m => m.Antwoordt[d]).ToList();
            var stelsel = new Stelsel(publiek(rapport, code, met));
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

    private static Rapport? Gemaakt(Bedrijf bedrijf)
    {
        string[] teams = ["T01", "T02", "T03"];
        return Rapportmaker.Maak(
            new(
                Lang,
                new Scanopzet(
                    [
                        .. teams.Zip(
                            bedrijf.Meer,
                            (team, meer) => new Team(team, team, meer is null ? null : bedrijf.Mensen.Count(m => m.Team == team) + meer)
                        ),
                    ],
                    ["leeftijd", "contract", "opleiding"]
                ),
                bedrijf.Mensen.Length + 15,
                [.. bedrijf.Mensen.Select(Ingevuld)],
                null,
                new(2026, 3, 2),
                new(2026, 3, 20)
            )
        );
    }

    private static Antwoordblad Ingevuld(Mens mens)
    {
        var leeg = Lang.Delen.Where((_, i) => !mens.Antwoordt[i]).Select(d => (d.Onderdeel.Code, (int?)null));
        var blad = Blad(Lang, 3, [.. leeg]);
        var kenmerken = Kenmerken(mens).Where(k => k.Waarde.Length > 0).ToDictionary(k => k.Kenmerk, k => k.Waarde);
        return blad with { Kenmerken = kenmerken };
    }

    private static (string Kenmerk, string Waarde)[] Kenmerken(Mens m) =>
        [("team", m.Team), ("opleiding", m.Opleiding), ("contract", m.Contract), ("leeftijd", m.Leeftijd)];

    /// <summary>Every sum that the report gives away of one part: of all, and of each group that it shows.</summary>
    private static IEnumerable<int[]> Gepubliceerd(Rapport rapport, string code, List<Mens> met)
    {
        if (rapport.Dimensies.Concat(rapport.Onderdelen!).Single(d => d.Code == code).Score is not null)
        {
            yield return [.. met.Select(_ => 1)];
        }
        foreach (var splitsing in rapport.Splitsingen!)
        {
            foreach (var groep in splitsing.Groepen.Where(g => g.Dimensies?.Single(d => d.Code == code).Score is not null))
            {
                yield return Erin(met, (splitsing.Kenmerk, groep.Code));
            }
        }
    }

    /// <summary>The same when every attribute looks at itself only.</summary>
    private static IEnumerable<int[]> ElkVoorZich(List<Mens> met)
    {
        yield return [.. met.Select(_ => 1)];
        foreach (var kenmerk in (string[])["team", "opleiding", "contract", "leeftijd"])
        {
            var drempel = kenmerk == "team" ? 5 : 10;
            List<string> groepen = [.. met.Select(m => Kenmerken(m).Single(k => k.Kenmerk == kenmerk).Waarde)];
            var indeling = new Indeling(kenmerk, groepen, new Dictionary<string, int>(), drempel);
            foreach (var groep in Onderdrukking.Verberg(indeling, [.. met.Select(_ => true)], []) ?? [])
            {
                yield return Erin(met, (kenmerk, groep));
            }
        }
    }

    private static int[] Erin(List<Mens> met, (string Kenmerk, string Waarde) groep) =>
        [.. met.Select(m => Kenmerken(m).Contains(groep) ? 1 : 0)];

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
