using NodaTime;
using SlimRegeling.Platform.Stromen;
using static SlimRegeling.Tijdvakken.Tests.Gegeven;

namespace SlimRegeling.Tijdvakken.Tests;

/// <summary>Who takes part after closing (2.8(4), 2.10).</summary>
public sealed class LijstTests
{
    [Fact]
    public void Above_the_ceiling_the_list_is_fixed_and_waits_for_the_draw()
    {
        var beslissing = LijstVastleggen.Beslis(Tijdvak(10_000), Alles, [Inschrijving("a", 6000, 1), Inschrijving("b", 6000, 2)], Daarna);
        var lijst = Assert.IsType<LijstVastgelegd>(Assert.Single(beslissing.Gebeurtenissen));
        Assert.Equal(["a", "b"], lijst.Volledig.Select(d => d.Zaaknummer));
    }

    [Fact]
    public void When_all_had_to_be_completed_there_is_nothing_to_draw()
    {
        var beslissing = LijstVastleggen.Beslis(
            Tijdvak(10_000),
            Alles,
            [Inschrijving("a", 6000, 1, aangevuld: true), Inschrijving("b", 6000, 2, aangevuld: true)],
            Daarna
        );
        Assert.Empty(Assert.Single(beslissing.Gebeurtenissen.OfType<Gerangschikt>()).Zaaknummers);
    }

    [Fact]
    public void At_the_ceiling_exactly_nobody_has_to_draw()
    {
        var beslissing = LijstVastleggen.Beslis(Tijdvak(12_000), Alles, [Inschrijving("b", 6000, 2), Inschrijving("a", 6000, 1)], Daarna);
        var rangorde = Assert.Single(beslissing.Gebeurtenissen.OfType<Gerangschikt>());
        Assert.Equal(["a", "b"], rangorde.Zaaknummers);
        Assert.Equal(2, rangorde.BinnenPlafond);
        Assert.Null(rangorde.Zaad);
    }

    [Fact]
    public void Before_closing_no_list_is_fixed() =>
        Assert.Equal("tijdvak-open", Weigering(LijstVastleggen.Beslis(Tijdvak(1), Alles, [], Sluit - Duration.Epsilon)).Code);

    [Fact]
    public void At_the_moment_of_closing_it_can_be() =>
        Assert.Null(LijstVastleggen.Beslis(Tijdvak(1), Alles with { Tot = Sluit }, [], Sluit).Weigering);

    [Fact]
    public void What_was_said_but_not_heard_is_waited_for() =>
        Assert.Equal(
            "nog-niet-alles-gehoord",
            Weigering(LijstVastleggen.Beslis(Tijdvak(1), new Gehoord(Daarna, 3, 2, Sluit), [], Daarna)).Code
        );

    [Fact]
    public void A_horizon_before_closing_says_nothing_yet() =>
        Assert.Equal(
            "nog-niet-alles-gehoord",
            Weigering(LijstVastleggen.Beslis(Tijdvak(1), new Gehoord(Sluit - Duration.Epsilon, 0, 0, Sluit), [], Daarna)).Code
        );

    [Fact]
    public void Of_one_applicant_only_the_first_takes_part()
    {
        var lijst = LijstVastleggen.Stel([Inschrijving("tweede", 100, 2, "kvk"), Inschrijving("eerste", 100, 1, "kvk")], Daarna);
        Assert.Equal(["eerste"], lijst.Volledig.Select(d => d.Zaaknummer));
        Assert.Equal(["tweede"], lijst.Dubbel);
        Assert.Equal([new Uitsluiting("tweede", "dubbele-aanvraag", "eerste")], lijst.Uitgesloten);
    }

    [Fact]
    public void The_first_counts_also_when_it_has_to_be_completed_but_not_when_it_was_withdrawn()
    {
        var lijst = LijstVastleggen.Stel(
            [
                Inschrijving("weg", 100, 1, "kvk", vervallen: true),
                Inschrijving("eerste", 100, 2, "kvk", onvolledig: true),
                Inschrijving("tweede", 100, 3, "kvk"),
            ],
            Daarna
        );
        Assert.Equal([new Uitsluiting("tweede", "dubbele-aanvraag", "eerste")], lijst.Uitgesloten);
        Assert.Equal(["eerste"], lijst.Onvolledig);
    }

    [Fact]
    public void A_linked_enterprise_is_out_whoever_declared_it_over_any_number_of_links()
    {
        var lijst = LijstVastleggen.Stel(
            [
                Inschrijving("a", 100, 1, "1", verbonden: "2"),
                Inschrijving("b", 100, 2, "2"),
                Inschrijving("c", 100, 3, "3", verbonden: ["1"]),
                Inschrijving("d", 100, 4, "4", verbonden: ["3"]),
            ],
            Daarna
        );
        Assert.Equal(["a"], lijst.Volledig.Select(d => d.Zaaknummer));
        Assert.Equal(["b", "c", "d"], lijst.Dubbel);
        Assert.All(lijst.Uitgesloten!, u => Assert.Equal(("verbonden-onderneming", "a"), (u.Reden, u.Eerdere)));
    }

    [Fact]
    public void Whoever_nobody_judged_yet_takes_part_and_completed_ones_go_behind()
    {
        var lijst = LijstVastleggen.Stel(
            [
                Inschrijving("aangevuld", 100, 1, aangevuld: true),
                Inschrijving("ongezien", 100, 2),
                Inschrijving("weg", 100, 3, vervallen: true),
                Inschrijving("open", 100, 4, onvolledig: true),
            ],
            Daarna
        );
        Assert.Equal(["ongezien"], lijst.Volledig.Select(d => d.Zaaknummer));
        Assert.Equal(["aangevuld"], lijst.Aangevuld.Select(d => d.Zaaknummer));
        Assert.Equal(["open"], lijst.Onvolledig);
    }

    [Fact]
    public void What_was_received_incomplete_stands_apart_until_it_is_found_complete()
    {
        var open = Inschrijving("open", 100, 1) with { Onvolledig = true };
        var lijst = LijstVastleggen.Stel([open, Inschrijving("gevonden", 100, 2)], Daarna);
        Assert.Equal(["gevonden"], lijst.Volledig.Select(d => d.Zaaknummer));
        Assert.Equal(["open"], lijst.Onvolledig);
        Assert.Equal(LijstVastleggen.Stel([Inschrijving("gevonden", 100, 2)], Daarna).Hash, lijst.Hash);
    }

    [Fact]
    public void Of_one_moment_who_came_to_the_door_first_stands_first()
    {
        // The horizon had passed both.
        var laat = Inschrijving("a", 100, 1) with
        {
            IngediendBinnen = Sluit - Duration.FromDays(20) + Duration.FromSeconds(30),
        };
        var vroeg = Inschrijving("b", 100, 1) with { IngediendBinnen = Sluit - Duration.FromDays(20) + Duration.FromSeconds(20) };
        var opTijd = Inschrijving("0", 100, 1);
        var beslissing = LijstVastleggen.Beslis(Tijdvak(300), Alles, [opTijd, laat, vroeg], Daarna);
        Assert.Equal(["b", "a", "0"], Assert.Single(beslissing.Gebeurtenissen.OfType<Gerangschikt>()).Zaaknummers);

        Inschrijving Aangevuld(string zaak, int seconde) =>
            Inschrijving(zaak, 100, 1, aangevuld: true) is { AangevuldOp: { } op } i
                ? i with
                {
                    AangevuldBinnen = op - Duration.FromSeconds(seconde),
                }
                : throw new InvalidOperationException();
        Assert.Equal(["b", "a"], LijstVastleggen.Stel([Aangevuld("a", 1), Aangevuld("b", 2)], Daarna).Aangevuld.Select(d => d.Zaaknummer));
        // And of doubles the first at the door takes part.
        var dubbel = LijstVastleggen.Stel([laat with { Partijen = ["kvk"] }, vroeg with { Partijen = ["kvk"] }], Daarna);
        Assert.Equal([new Uitsluiting("a", "dubbele-aanvraag", "b")], dubbel.Uitgesloten);
    }

    [Fact]
    public void By_arrival_there_is_no_list() =>
        Assert.Equal(
            "volgorde-van-binnenkomst",
            Weigering(LijstVastleggen.Beslis(Tijdvak(1, Volgorde.Binnenkomst), Alles, [], Daarna)).Code
        );

    [Fact]
    public void The_published_hash_is_that_of_the_sorted_numbers_on_lines()
    {
        // printf 'a\nb\n' | sha256sum
        var lijst = LijstVastleggen.Stel([Inschrijving("b", 1, 1), Inschrijving("a", 1, 2)], Daarna);
        Assert.Equal("911169ddaaf146aff539f58c26c489af3b892dff0fe283c1c264c65ae5aa59a2", lijst.Hash);
    }

    [Fact]
    public void A_list_is_fixed_once()
    {
        var tijdvak = Tijdvak(1).Apply(LijstVastleggen.Stel([], Daarna));
        Assert.Equal("lijst-vastgelegd", Weigering(LijstVastleggen.Beslis(tijdvak, Alles, [], Daarna)).Code);
    }

    private static Weigering Weigering(Beslissing beslissing) => Assert.IsType<Weigering>(beslissing.Weigering);
}
