using CsCheck;
using NodaTime;
using static SlimRegeling.Tijdvakken.Tests.Gegeven;

namespace SlimRegeling.Tijdvakken.Tests;

/// <summary>The draw and what fits under the ceiling (2.10(1), 2.12 i).</summary>
public sealed class LotingTests
{
    private static readonly Loten.Verzoek Zaad = new("zaad-van-de-notaris", "proces-verbaal 8 mei 2026");

    private static readonly Gen<(Tijdvak Tijdvak, OpLijst[] Lijst)> MetLijst =
        from bedragen in Gen.Int[300_000, 2_499_900].Select(c => c / 100m).Array[1, 40]
        from plafond in Gen.Int[0, 30_000_000].Select(c => c / 100m)
        from overschrijding in Gen.Enum<Overschrijding>()
        select (
            Tijdvak(plafond).Apply(LijstVastleggen.Stel([], Daarna)) with
            {
                Overschrijding = overschrijding,
                Ondertekenaars = ["rianne", "rob"],
            },
            bedragen.Select((b, i) => new OpLijst($"SLIM-{i:00}", b, i % 7 != 3)).ToArray()
        );

    [Fact]
    public void Everyone_on_the_list_gets_one_rank_also_who_left_since() =>
        MetLijst.Sample(x =>
        {
            var rangorde = Loot(x.Tijdvak, x.Lijst);
            return rangorde.Zaaknummers.Order().SequenceEqual(x.Lijst.Select(d => d.Zaaknummer))
                && rangorde.Vertrokken!.Order().SequenceEqual(x.Lijst.Where(d => !d.Meedoet).Select(d => d.Zaaknummer));
        });

    [Fact]
    public void What_is_reserved_never_passes_the_ceiling_and_the_next_one_would() =>
        MetLijst.Sample(x =>
        {
            var bedrag = x.Lijst.ToDictionary(d => d.Zaaknummer, d => d.Gevraagd);
            var rangorde = Loot(x.Tijdvak, x.Lijst);
            var binnen = rangorde.Binnen!.ToHashSet();
            var som = 0m;
            foreach (var zaak in rangorde.Zaaknummers.Except(rangorde.Vertrokken!))
            {
                var past = som + bedrag[zaak] <= x.Tijdvak.Plafond;
                if (binnen.Contains(zaak) != (past || x.Tijdvak.Overschrijding == Overschrijding.Gedeeltelijk && som < x.Tijdvak.Plafond))
                {
                    return false;
                }
                som += binnen.Contains(zaak) ? Math.Min(bedrag[zaak], x.Tijdvak.Plafond - som) : 0;
                if (!past && x.Tijdvak.Overschrijding != Overschrijding.Overslaan)
                {
                    return binnen.Count == rangorde.BinnenPlafond;
                }
            }
            return som <= x.Tijdvak.Plafond && binnen.Count == rangorde.BinnenPlafond;
        });

    [Fact]
    public void The_order_does_not_depend_on_how_the_list_was_sorted() =>
        Gen.Shuffle(Enumerable.Range(0, 20).Select(i => $"SLIM-{i:00}").ToArray())
            .Sample(geschud => Loten.Volgorde("zaad", geschud).SequenceEqual(Loten.Volgorde("zaad", geschud.Order())));

    [Fact]
    public void The_order_can_be_computed_at_home()
    {
        // for z in SLIM-A SLIM-B SLIM-C; do printf 'zaad:%s' $z | sha256sum | sed "s/-/$z/"; done | sort
        Assert.Equal(["SLIM-A", "SLIM-B", "SLIM-C"], Loten.Volgorde("zaad", ["SLIM-A", "SLIM-B", "SLIM-C"]));
    }

    [Fact]
    public void A_second_draw_is_refused()
    {
        var tijdvak = Tijdvak(1).Apply(LijstVastleggen.Stel([], Daarna)).Apply(new Gerangschikt([], 0, "z", "b", Daarna));
        Assert.Equal("al-gerangschikt", Loten.Beslis(tijdvak, Zaad, [], Daarna).Weigering?.Code);
    }

    [Fact]
    public void Without_a_list_there_is_no_draw() =>
        Assert.Equal("lijst-ontbreekt", Loten.Beslis(Tijdvak(1), Zaad, [], Daarna).Weigering?.Code);

    [Fact]
    public void A_seed_needs_a_source() =>
        Assert.Equal(422, Loten.Beslis(Tijdvak(1), new Loten.Verzoek("zaad", " "), [], Daarna).Weigering?.Status);

    private static Gerangschikt Loot(Tijdvak tijdvak, OpLijst[] lijst) =>
        Loten.Beslis(tijdvak, Zaad, lijst, Daarna).Gebeurtenissen.OfType<Gerangschikt>().Single();
}
