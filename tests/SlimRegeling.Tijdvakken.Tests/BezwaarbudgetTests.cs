using CsCheck;
using NodaTime;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Tijdvakken.Verdeling;
using static SlimRegeling.Tijdvakken.Tests.Gegeven;

namespace SlimRegeling.Tijdvakken.Tests;

/// <summary>What is set apart for decisions on objections (4:25, third paragraph, Awb): in the reservation of the case, and who gets what.</summary>
public sealed class BezwaarbudgetTests
{
    private const string Venster = "2026-04-mkb";

    private static readonly Reservering Geweigerd = new("SLIM-1", Venster, 0, null);
    private static readonly Reservering Verleend = new("SLIM-1", Venster, 8_000, "SLIM-1-B1");

    [Fact]
    public void What_is_set_apart_counts_beside_what_the_case_has_and_becomes_the_award()
    {
        var met = Met(Geweigerd, 5_000, uitReserve: 3_000);
        Assert.Equal((5_000, 3_000, 0), (met.Geteld, met.UitReserve, met.Bedrag));

        var vast = Na(met.LegVastNaBezwaar(5_000, "SLIM-1-BZ1-1", "SLIM-1-BZ1", Daarna), met);
        Assert.Equal((5_000, 5_000, 3_000, "SLIM-1-BZ1-1"), (vast.Geteld, vast.Bedrag, vast.UitReserve, vast.Besluit));
        // Heard again.
        Assert.Empty(vast.LegVastNaBezwaar(5_000, "SLIM-1-BZ1-1", "SLIM-1-BZ1", Daarna).Gebeurtenissen);
    }

    [Fact]
    public void An_award_on_objection_takes_what_was_set_apart_and_not_a_cent_more()
    {
        var met = Met(Verleend, 2_000);
        Assert.Equal(10_000, Na(met.LegVastNaBezwaar(10_000, "SLIM-1-BZ1-1", "SLIM-1-BZ1", Daarna), met).Geteld);
        Assert.Equal("boven-reservering", met.LegVastNaBezwaar(10_000.01m, "SLIM-1-BZ1-1", "SLIM-1-BZ1", Daarna).Weigering?.Code);
        // Nor what was set apart for another objection.
        Assert.Equal("boven-reservering", met.LegVastNaBezwaar(10_000, "SLIM-1-BZ2-1", "SLIM-1-BZ2", Daarna).Weigering?.Code);
    }

    [Fact]
    public void What_the_award_does_not_take_is_free_and_the_reserve_is_used_first()
    {
        var met = Met(Geweigerd, 5_000, uitReserve: 3_000);
        var vast = Na(met.LegVastNaBezwaar(2_500, "SLIM-1-BZ1-1", "SLIM-1-BZ1", Daarna), met);
        Assert.Equal((2_500, 2_500), (vast.Geteld, vast.UitReserve));
    }

    [Fact]
    public void A_decision_that_gives_nothing_frees_it_and_nothing_of_the_award()
    {
        var met = Met(Verleend, 2_000);
        var vrij = Na(met.GeefBezwaarVrij("SLIM-1-BZ1", Daarna), met);
        Assert.Equal((8_000, 8_000), (vrij.Geteld, vrij.Bedrag));
        Assert.Empty(vrij.GeefBezwaarVrij("SLIM-1-BZ1", Daarna).Gebeurtenissen);
        Assert.Empty(met.GeefBezwaarVrij("SLIM-1-BZ2", Daarna).Gebeurtenissen);
    }

    [Fact]
    public void What_was_set_apart_for_a_later_proposal_is_not_freed_by_what_was_said_before_it()
    {
        var met = Geweigerd.Na(new BezwaarbudgetGereserveerd(Venster, "SLIM-1-BZ1", 5_000, 0, Daarna, Vraag: 12));
        Assert.Empty(met.GeefBezwaarVrij("SLIM-1-BZ1", Daarna, totEnMet: 11).Gebeurtenissen);
        Assert.Equal(0, Na(met.GeefBezwaarVrij("SLIM-1-BZ1", Daarna, totEnMet: 12), met).Geteld);
        // Of before it was told what it answered.
        Assert.Equal(0, Na(Met(Geweigerd, 5_000).GeefBezwaarVrij("SLIM-1-BZ1", Daarna, totEnMet: 3), Met(Geweigerd, 5_000)).Geteld);
    }

    [Fact]
    public void A_refusal_that_is_heard_late_frees_nothing_of_an_objection()
    {
        var met = Met(new("SLIM-1", Venster, 1_000, null), 5_000);
        Assert.Equal(5_000, Na(met.GeefVrij("afgewezen", Daarna), met).Geteld);
        var zonder = Met(Geweigerd, 5_000);
        Assert.Empty(zonder.GeefVrij("afgewezen", Daarna).Gebeurtenissen);
        // And an award without objection does not take it.
        Assert.Equal("boven-reservering", zonder.LegVast(1, "SLIM-1-B1", Daarna).Weigering?.Code);
    }

    [Fact]
    public void The_reserve_comes_first_and_what_is_free_after_it()
    {
        var uit = Bezwaarverdeling.Beslis([Vraag("a", 100), Vraag("b", 100)], _ => true, vrij: 70, reserve: 120);
        Assert.Equal([("a", 100m, 100m), ("b", 90m, 20m)], uit.Select(t => (t.Bezwaar, t.Bedrag, t.UitReserve)));
    }

    [Fact]
    public void Without_the_rule_the_reserve_is_not_touched()
    {
        var uit = Bezwaarverdeling.Beslis([Vraag("a", 100) with { Versie = 7, Voorstel = "h" }], _ => false, vrij: 70, reserve: 120);
        Assert.Equal([("a", 70m, 0m)], uit.Select(t => (t.Bezwaar, t.Bedrag, t.UitReserve)));
        Assert.Equal((7L, "h"), (uit[0].Vraag, uit[0].Voorstel));
        Assert.Empty(Bezwaarverdeling.Beslis([Vraag("a", 100)], _ => false, vrij: 0, reserve: 120));
    }

    [Fact]
    public void What_it_has_already_is_part_of_what_it_gets()
    {
        var uit = Bezwaarverdeling.Beslis([Vraag("a", 100) with { Gereserveerd = 60, UitReserve = 10 }], _ => true, vrij: 100, reserve: 15);
        Assert.Equal([("a", 100m, 25m)], uit.Select(t => (t.Bezwaar, t.Bedrag, t.UitReserve)));
    }

    [Fact]
    public void Never_more_than_is_left_and_never_more_than_is_asked()
    {
        var vragen = Gen.Select(Gen.Int[1, 200], Gen.Int[0, 200], Gen.Bool).List[0, 8];
        Gen.Select(vragen, Gen.Int[-50, 600], Gen.Int[0, 300])
            .Sample(
                (gevraagd, vrij, reserve) =>
                {
                    var lijst = gevraagd
                        .Select((g, i) => Vraag($"{i}", g.Item1 + g.Item2) with { Gereserveerd = g.Item2, UitReserve = g.Item2 / 2 })
                        .ToList();
                    var uit = Bezwaarverdeling.Beslis(
                        lijst,
                        v => gevraagd[int.Parse(v.Bezwaar, System.Globalization.CultureInfo.InvariantCulture)].Item3,
                        vrij,
                        reserve
                    );
                    var voor = lijst.ToDictionary(v => v.Bezwaar);
                    var erbij = uit.Sum(t => t.Bedrag - voor[t.Bezwaar].Gereserveerd);
                    var uitReserve = uit.Sum(t => t.UitReserve - voor[t.Bezwaar].UitReserve);
                    return uitReserve >= 0
                        && uitReserve <= reserve
                        && erbij - uitReserve <= Math.Max(vrij, 0)
                        && uit.All(t => t.Bedrag <= voor[t.Bezwaar].Gevraagd && t.Bedrag > voor[t.Bezwaar].Gereserveerd);
                }
            );
    }

    private static Bezwaarvraag Vraag(string bezwaar, decimal gevraagd) => new(bezwaar, $"zaak-{bezwaar}", gevraagd, 0, 0, Daarna);

    private static Reservering Met(Reservering van, decimal bedrag, decimal uitReserve = 0) =>
        van.Na(new BezwaarbudgetGereserveerd(Venster, "SLIM-1-BZ1", bedrag, uitReserve, Daarna));

    private static Reservering Na(Beslissing beslissing, Reservering van) =>
        beslissing.Gebeurtenissen.Aggregate(van, (stand, g) => stand.Na(g));
}
