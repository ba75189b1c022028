using System.Diagnostics;
using CsCheck;
using NodaTime;
using SlimRegeling.Tijdvakken.Verdeling;
using static SlimRegeling.Tijdvakken.Tests.Gegeven;

namespace SlimRegeling.Tijdvakken.Tests;

/// <summary>Which applications are one too many: of one applicant or party, or of linked enterprises (2.8(4)).</summary>
public sealed class DubbelenTests
{
    [Fact]
    public void Two_sisters_that_name_one_mother_are_one()
    {
        Inschrijving[] zaken = [Inschrijving("a", 1, 1, "1", verbonden: "9"), Inschrijving("b", 1, 2, "2", verbonden: "9")];
        Assert.Equal([new Uitsluiting("b", "verbonden-onderneming", "a")], Dubbelen.Van(zaken, achteraf: true));
        Assert.Equal([new Uitsluiting("b", "verbonden-onderneming", "a")], Dubbelen.Van(zaken, achteraf: false));
    }

    [Fact]
    public void A_group_goes_over_any_number_of_links_also_of_those_that_are_out()
    {
        Inschrijving[] zaken =
        [
            Inschrijving("a", 1, 1, "1", verbonden: "7"),
            Inschrijving("b", 1, 2, "2", verbonden: ["7", "8"]),
            Inschrijving("c", 1, 3, "3", verbonden: ["8", "9"]),
            Inschrijving("d", 1, 4, "9"),
        ];
        Assert.Equal(["b a", "c a", "d a"], Uit(Dubbelen.Van(zaken, achteraf: true)));
        Assert.Equal(["b a", "c a", "d a"], Uit(Dubbelen.Van(zaken, achteraf: false)));
    }

    [Fact]
    public void Firms_that_name_nothing_in_common_stay()
    {
        Inschrijving[] zaken =
        [
            Inschrijving("a", 1, 1, "1", verbonden: "7"),
            Inschrijving("b", 1, 2, "2", verbonden: "8"),
            Inschrijving("c", 1, 3, "3"),
        ];
        Assert.Empty(Dubbelen.Van(zaken, achteraf: true));
    }

    [Fact]
    public void Who_declares_later_that_two_are_linked_changes_a_list_and_not_what_was_given_by_arrival()
    {
        Inschrijving[] zaken =
        [
            Inschrijving("a", 1, 1, "1"),
            Inschrijving("b", 1, 2, "2"),
            Inschrijving("c", 1, 3, "3", verbonden: ["1", "2"]),
        ];
        Assert.Equal(["b a", "c a"], Uit(Dubbelen.Van(zaken, achteraf: true)));
        Assert.Equal(["c a"], Uit(Dubbelen.Van(zaken, achteraf: false)));
    }

    [Fact]
    public void The_parties_of_a_partnership_are_no_group()
    {
        Inschrijving[] zaken =
        [
            Inschrijving("a", 1, 1, "1", verbonden: "8"),
            Inschrijving("b", 1, 2, "2", verbonden: "9"),
            Samen("p", 3, ["11", "12"], new Band("11", "8"), new Band("12", "9")),
            Inschrijving("c", 1, 4, "3", verbonden: "9"),
        ];
        Assert.Equal(["c b", "p a"], Uit(Dubbelen.Van(zaken, achteraf: true)).Order());
    }

    [Fact]
    public void A_party_of_a_partnership_joins_what_it_is_linked_to()
    {
        Inschrijving[] zaken =
        [
            Inschrijving("a", 1, 1, "1", verbonden: "8"),
            Inschrijving("b", 1, 2, "2", verbonden: "9"),
            Samen("p", 3, ["11", "12"], new Band("11", "8"), new Band("11", "9")),
        ];
        Assert.Equal(["b a", "p a"], Uit(Dubbelen.Van(zaken, achteraf: true)));
    }

    [Fact]
    public void What_was_said_before_it_was_told_which_party_is_linked_touches_those_groups_and_joins_none()
    {
        Inschrijving[] zaken =
        [
            Inschrijving("a", 1, 1, "1", verbonden: "8"),
            Inschrijving("b", 1, 2, "2", verbonden: "9"),
            Samen("p", 3, ["11", "12"]) with
            {
                Verbonden = ["8", "9"],
                Banden = null,
            },
        ];
        Assert.Equal(["p a"], Uit(Dubbelen.Van(zaken, achteraf: true)));
    }

    [Fact]
    public void Who_has_a_place_keeps_it_and_who_was_left_out_puts_nobody_out()
    {
        Inschrijving[] zaken =
        [
            Inschrijving("a", 1, 1, "1", verbonden: "9"),
            Inschrijving("b", 1, 2, "2", verbonden: "9") with
            {
                Meegedaan = true,
            },
            Inschrijving("c", 1, 3, "3", verbonden: "8") with
            {
                Meegedaan = false,
            },
            Inschrijving("d", 1, 4, "4", verbonden: "8"),
        ];
        Assert.Equal(["a b"], Uit(Dubbelen.Van(zaken, achteraf: false)));
    }

    [Fact]
    public void A_link_that_is_told_with_the_completion_counts_from_then_on()
    {
        // Completed thirty days later; between receipt and completion nobody knew of the link.
        var a = Inschrijving("a", 1, 1, "1", aangevuld: true) with
        {
            LatereBanden = [new Band("1", "2")],
        };
        Inschrijving[] zaken = [a, Inschrijving("b", 1, 2, "2"), Inschrijving("c", 1, 3, "1"), Inschrijving("d", 1, 50_000, "2")];

        // It does not matter whether the others had their place by then.
        string[] verwacht = ["c a", "a b", "d b"];
        Assert.Equal(verwacht, Uit(Dubbelen.Van(zaken, achteraf: false)));
        Assert.Equal(
            ["a b", "d b"],
            Uit(Dubbelen.Van([a, zaken[1] with { Meegedaan = true }, zaken[2] with { Meegedaan = false }, zaken[3]], false))
        );
        // A list knows all when it is fixed.
        Assert.Equal(["b a", "c a", "d a"], Uit(Dubbelen.Van(zaken, achteraf: true)));
        Assert.Equal(["c a", "d b"], Uit(Dubbelen.Van([a with { LatereBanden = null }, .. zaken[1..]], achteraf: false)));
    }

    [Fact]
    public void A_link_that_is_told_with_the_completion_puts_out_nobody_who_came_in_between_and_all_who_come_later()
    {
        var a = Inschrijving("a", 1, 1, "1", aangevuld: true) with { LatereBanden = [new Band("1", "9")] };
        var zuster = Inschrijving("b", 1, 2, "2", verbonden: "9") with { IngediendOp = a.AangevuldOp!.Value };
        Assert.Equal(["b a"], Uit(Dubbelen.Van([a, zuster], achteraf: false)));
        Assert.Equal(["a b"], Uit(Dubbelen.Van([a, zuster with { IngediendOp = zuster.IngediendOp - Duration.Epsilon }], false)));
    }

    [Fact]
    public void Twenty_thousand_are_looked_through_at_once()
    {
        // Ten thousand pairs of sisters, and a chain through all the others.
        var zaken = Enumerable
            .Range(0, 20_000)
            .Select(i =>
                i < 10_000
                    ? Inschrijving($"z{i:00000}", 1, i, $"k{i}", verbonden: $"m{i / 2}")
                    : Inschrijving($"z{i:00000}", 1, i, $"k{i}", verbonden: $"k{i + 1}")
            )
            .ToList();
        var klok = Stopwatch.StartNew();
        var uit = Dubbelen.Van(zaken, achteraf: true);
        Assert.Equal(5_000 + 9_999, uit.Count);
        Assert.Equal("z10000", uit[^1].Eerdere);
        Assert.True(klok.Elapsed < TimeSpan.FromSeconds(5), $"{klok.Elapsed}");
    }

    [Fact]
    public void In_whatever_order_they_are_given_it_does_what_a_search_from_firm_to_firm_does() =>
        Gen.Select(Zaken, Gen.Int, Gen.Bool)
            .Sample(
                (zaken, zaad, achteraf) =>
                {
                    var geschud = zaken.ToArray();
                    new Random(zaad).Shuffle(geschud);
                    Assert.Equal(Zoek(zaken, achteraf), Uit(Dubbelen.Van(geschud, achteraf)));
                },
                iter: 2_000
            );

    private static readonly Gen<string> Nummer = Gen.Int[0, 14].Select(n => $"{n}");

    private static readonly Gen<IReadOnlyList<Inschrijving>> Zaken = Gen.Select(
            Nummer.List[1, 2],
            Nummer.List[0, 2],
            Gen.Int[0, 3],
            Gen.Frequency((6, Gen.Const((bool?)null)), (1, Gen.Const((bool?)true)), (1, Gen.Const((bool?)false)))
        )
        .List[0, 12]
        .Select(lijst =>
            (IReadOnlyList<Inschrijving>)
                [
                    .. lijst.Select(
                        (z, i) =>
                            Samen(
                                $"z{i:00}",
                                z.Item3 + i,
                                [.. z.Item1.Distinct()],
                                [.. z.Item2.Select((met, n) => new Band(z.Item1[n % z.Item1.Count], met))]
                            ) with
                            {
                                Meegedaan = z.Item4,
                            }
                    ),
                ]
        );

    /// <summary>The same by walking: from every firm of an application along the links to whoever takes part.</summary>
    private static List<string> Zoek(IReadOnlyList<Inschrijving> zaken, bool achteraf)
    {
        var volgorde = zaken.OrderBy(z => z.IngediendOp).ThenBy(z => z.Zaaknummer, StringComparer.Ordinal).ToList();
        var mee = volgorde.Where(z => z.Meegedaan == true).ToHashSet();
        var uit = new List<string>();
        foreach (var (i, zaak) in volgorde.Index())
        {
            if (zaak.Meegedaan is not null)
            {
                continue;
            }
            var banden = (achteraf ? volgorde : volgorde.Take(i + 1)).SelectMany(z => z.Banden!).ToList();
            var bereikt = Bereik([.. zaak.Partijen, .. zaak.Verbonden], banden);
            var zelfde = volgorde.Find(z => mee.Contains(z) && z.Partijen.Intersect(zaak.Partijen).Any());
            var ander = volgorde.Find(z => mee.Contains(z) && z.Partijen.Concat(z.Verbonden).Any(bereikt.Contains));
            if ((zelfde ?? ander) is { } eerdere)
            {
                uit.Add($"{zaak.Zaaknummer} {eerdere.Zaaknummer}");
            }
            else
            {
                mee.Add(zaak);
            }
        }
        return uit;
    }

    private static HashSet<string> Bereik(IReadOnlyList<string> van, List<Band> banden)
    {
        HashSet<string> bereikt = [.. van];
        int voor;
        do
        {
            voor = bereikt.Count;
            foreach (var (een, ander) in banden.Where(b => bereikt.Contains(b.Van) || bereikt.Contains(b.Met)))
            {
                bereikt.Add(een);
                bereikt.Add(ander);
            }
        } while (bereikt.Count > voor);
        return bereikt;
    }

    private static Inschrijving Samen(string zaak, int minuut, string[] partijen, params Band[] banden) =>
        Inschrijving(zaak, 1, minuut) with
        {
            Partijen = partijen,
            Verbonden = [.. banden.Select(b => b.Met).Distinct()],
            Banden = banden,
        };

    private static IEnumerable<string> Uit(IReadOnlyList<Uitsluiting> uit) => uit.Select(u => $"{u.Zaaknummer} {u.Eerdere}");
}
