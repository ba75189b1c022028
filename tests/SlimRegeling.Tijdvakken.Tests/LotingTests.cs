using CsCheck;
using NodaTime;
using static SlimRegeling.Tijdvakken.Tests.Gegeven;

namespace SlimRegeling.Tijdvakken.Tests;

/// <summary>The draw and what fits under the ceiling (2.10(1), 2.12 i).</summary>
public sealed class LotingTests
{
    private static readonly Loten.Verzoek Zaad = new("zaad-van-de-notaris", "proces-verbaal 8 mei 2026");

    private static readonly Gen<Tijdvak> MetLijst =
        from bedragen in Gen.Int[300_000, 2_499_900].Select(c => c / 100m).List[1, 40]
        from plafond in Gen.Int[0, 30_000_000].Select(c => c / 100m)
        select Tijdvak(plafond) with
        {
            Lijst = LijstVastleggen.Stel([.. bedragen.Select((b, i) => Inschrijving($"SLIM-{i:00}", b, i, aangevuld: i % 7 == 3))], Daarna),
        };

    [Fact]
    public void Everyone_on_the_list_gets_one_rank_and_completed_ones_are_behind() =>
        MetLijst.Sample(tijdvak =>
        {
            var rangorde = Loot(tijdvak);
            var aangevuld = tijdvak.Lijst!.Aangevuld.Select(d => d.Zaaknummer).ToList();
            return rangorde.Zaaknummers.Order().SequenceEqual(tijdvak.Lijst.Volledig.Select(d => d.Zaaknummer).Concat(aangevuld).Order())
                && rangorde.Zaaknummers.TakeLast(aangevuld.Count).SequenceEqual(aangevuld);
        });

    [Fact]
    public void What_is_reserved_never_passes_the_ceiling_and_the_next_one_would() =>
        MetLijst.Sample(tijdvak =>
        {
            var beslissing = Loten.Beslis(tijdvak, Zaad, Daarna);
            var binnen = Rangschikken.BinnenPlafond(tijdvak, beslissing.Gebeurtenissen).ToList();
            var rangorde = Loot(tijdvak);
            var som = binnen.Sum(d => d.Gevraagd);
            var volgende = rangorde.Zaaknummers.ElementAtOrDefault(rangorde.BinnenPlafond);
            var bedrag = tijdvak.Lijst!.Volledig.Concat(tijdvak.Lijst.Aangevuld).SingleOrDefault(d => d.Zaaknummer == volgende)?.Gevraagd;
            return som <= tijdvak.Plafond && (bedrag is null || som + bedrag > tijdvak.Plafond);
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
        var tijdvak = Tijdvak(1) with { Lijst = LijstVastleggen.Stel([], Daarna), Rangorde = new Gerangschikt([], 0, "z", "b", Daarna) };
        Assert.Equal("al-gerangschikt", Loten.Beslis(tijdvak, Zaad, Daarna).Weigering?.Code);
    }

    [Fact]
    public void Without_a_list_there_is_no_draw() =>
        Assert.Equal("lijst-ontbreekt", Loten.Beslis(Tijdvak(1), Zaad, Daarna).Weigering?.Code);

    [Fact]
    public void A_seed_needs_a_source() =>
        Assert.Equal(422, Loten.Beslis(Tijdvak(1), new Loten.Verzoek("zaad", " "), Daarna).Weigering?.Status);

    private static Gerangschikt Loot(Tijdvak tijdvak) => Loten.Beslis(tijdvak, Zaad, Daarna).Gebeurtenissen.OfType<Gerangschikt>().Single();
}
