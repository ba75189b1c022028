using NodaTime;
using SlimRegeling.Berichten.Tijdvakken;
using SlimRegeling.Tijdvakken.Verdeling;

namespace SlimRegeling.Tijdvakken.Tests;

/// <summary>The money of a window, from the first message to the last, on a real database.</summary>
[Collection(typeof(EenVerdeelhuis))]
public sealed class VerdeelTests(Verdeelhuis huis)
{
    [Fact]
    public async Task By_arrival_money_goes_in_order_below_the_horizon_while_the_window_is_open()
    {
        var v = await Venster.Publiceer(huis, 250);
        await v.Hoor(v.Ingediend("b", 100, 2), v.Ingediend("c", 100, 3));
        Assert.Equal("b geen 0, c geen 0", await v.Stand());

        var a = v.Ingediend("a", 100, 1);
        await v.Hoor(v.Tot(2));
        Assert.Equal("b geen 0, c geen 0", await v.Stand());

        await v.Hoor(a);
        Assert.Equal("1 a gereserveerd 100, 2 b gereserveerd 100, c geen 0", await v.Stand());

        await v.Hoor(v.Tot(3));
        Assert.Equal("1 a gereserveerd 100, 2 b gereserveerd 100, 3 c wacht 0", await v.Stand());
        Assert.Equal(
            [(1, true), (2, true), (3, false)],
            (await huis.Gezegd<AanvraagGerangschiktBericht>(v.Id)).Select(b => (b.Rang, b.BinnenPlafond))
        );
    }

    [Fact]
    public async Task The_horizon_that_comes_last_in_one_bundle_is_seen_whole()
    {
        var v = await Venster.Publiceer(huis, 100);
        var a = v.Ingediend("a", 100, 1);
        await v.Hoor(v.Tot(1), a);
        Assert.Equal("1 a gereserveerd 100", await v.Stand());
    }

    [Fact]
    public async Task What_comes_free_goes_to_the_next_at_once()
    {
        var v = await Venster.Publiceer(huis, 200);
        await v.Hoor(
            v.Ingediend("a", 100, 1),
            v.Ingediend("b", 100, 2),
            v.Ingediend("c", 60, 3),
            v.Ingediend("d", 30, 4),
            v.Ingediend("e", 80, 5)
        );
        await v.Hoor(v.Tot(5));
        Assert.Equal("1 a gereserveerd 100, 2 b gereserveerd 100, 3 c wacht 0, 4 d wacht 0, 5 e wacht 0", await v.Stand());

        await v.Hoor(v.Beoordeeld("a", 40, 10));
        Assert.Equal("1 a gereserveerd 40, 2 b gereserveerd 100, 3 c gereserveerd 60, 4 d wacht 0, 5 e wacht 0", await v.Stand());
        Assert.Equal(40, (await huis.Gezegd<BudgetGereserveerdBericht>(v.Id)).Last(b => b.Zaaknummer == v.Zaak("a")).Bedrag);

        await v.Hoor(v.Afgewezen("b", 11));
        Assert.Equal("1 a gereserveerd 40, 2 b geen 0, 3 c gereserveerd 60, 4 d gereserveerd 30, 5 e wacht 0", await v.Stand());

        await v.Hoor(v.Verleend("c", 50, 12), v.Vervallen("a", 13));
        Assert.Equal("1 a geen 0, 2 b geen 0, 3 c vastgelegd 50, 4 d gereserveerd 30, 5 e gereserveerd 80", await v.Stand());
        Assert.Equal(160, await v.Totaal());
    }

    [Fact]
    public async Task Who_waited_in_front_and_leaves_holds_nobody_up()
    {
        var v = await Venster.Publiceer(huis, 100);
        await v.Hoor(v.Ingediend("a", 60, 1), v.Ingediend("b", 60, 2), v.Ingediend("c", 40, 3));
        await v.Hoor(v.Tot(3));
        Assert.Equal("1 a gereserveerd 60, 2 b wacht 0, 3 c wacht 0", await v.Stand());

        await v.Hoor(v.Vervallen("b", 4));
        Assert.Equal("1 a gereserveerd 60, 2 b geen 0, 3 c gereserveerd 40", await v.Stand());
    }

    [Fact]
    public async Task Found_incomplete_it_loses_its_place_and_completed_it_joins_behind()
    {
        var v = await Venster.Publiceer(huis, 100);
        await v.Hoor(v.Ingediend("a", 60, 1), v.Ingediend("b", 60, 2), v.Tot(2));
        await v.Hoor(v.AanvullingGevraagd("a", 3));
        Assert.Equal("1 a geen 0, 2 b gereserveerd 60", await v.Stand());
        Assert.Equal("aanvulling-gevraagd", Assert.Single(await huis.Gezegd<BudgetVrijgegevenBericht>(v.Id)).Reden);

        await v.Hoor(v.Aangevuld("a", 50, 10), v.Tot(9));
        Assert.Equal("1 a geen 0, 2 b gereserveerd 60", await v.Stand());
        await v.Hoor(v.Tot(10));
        Assert.Equal("2 b gereserveerd 60, 3 a wacht 0", await v.Stand());

        await v.Hoor(v.Beoordeeld("b", 50, 20));
        Assert.Equal("2 b gereserveerd 50, 3 a gereserveerd 50", await v.Stand());
    }

    [Fact]
    public async Task It_does_not_matter_that_the_completion_is_heard_before_the_request_for_it()
    {
        var v = await Venster.Publiceer(huis, 100);
        await v.Hoor(v.Ingediend("a", 60, 1), v.Ingediend("b", 60, 2), v.Tot(2));
        var gevraagd = v.AanvullingGevraagd("a", 3);
        await v.Hoor(v.Aangevuld("a", 40, 10), v.Tot(10));
        Assert.Equal("1 a geen 0, 2 b gereserveerd 60", await v.Stand());
        await v.Hoor(gevraagd);
        Assert.Equal("2 b gereserveerd 60, 3 a gereserveerd 40", await v.Stand());
    }

    [Theory]
    [InlineData(Overschrijding.Stoppen, "1 a gereserveerd 60, 2 b wacht 0, 3 c wacht 0")]
    [InlineData(Overschrijding.Overslaan, "1 a gereserveerd 60, 2 b ontoereikend 0, 3 c gereserveerd 30")]
    [InlineData(Overschrijding.Gedeeltelijk, "1 a gereserveerd 60, 2 b wacht 40, 3 c wacht 0")]
    public async Task What_happens_to_the_first_that_does_not_fit_is_a_parameter_of_the_window(Overschrijding overschrijding, string stand)
    {
        var v = await Venster.Publiceer(huis, 100, Volgorde.Binnenkomst, overschrijding, "rianne", "rob");
        await v.Hoor(v.Ingediend("a", 60, 1), v.Ingediend("b", 60, 2), v.Ingediend("c", 30, 3), v.Tot(3));
        Assert.Equal(stand, await v.Stand());
        var geweigerd = await huis.Gezegd<BudgetOntoereikendBericht>(v.Id);
        Assert.Equal(
            overschrijding == Overschrijding.Overslaan ? ["past-niet rianne,rob 60"] : [],
            geweigerd.Select(b => $"{b.Reden} {string.Join(',', b.Ondertekenaars)} {b.Gevraagd:0}")
        );
        var deels = (await huis.Gezegd<BudgetGereserveerdBericht>(v.Id)).Where(b => b.Gedeeltelijk == true);
        Assert.Equal(overschrijding == Overschrijding.Gedeeltelijk ? [40m] : [], deels.Select(b => b.Bedrag));
    }

    [Fact]
    public async Task Who_got_a_part_gets_the_rest_before_anyone_behind_it()
    {
        var v = await Venster.Publiceer(huis, 100, Volgorde.Binnenkomst, Overschrijding.Gedeeltelijk);
        await v.Hoor(v.Ingediend("a", 60, 1), v.Ingediend("b", 60, 2), v.Ingediend("c", 30, 3), v.Tot(3));
        await v.Hoor(v.Vervallen("a", 4));
        Assert.Equal("1 a geen 0, 2 b gereserveerd 60, 3 c gereserveerd 30", await v.Stand());
    }

    [Fact]
    public async Task Without_two_who_signed_nobody_is_refused_and_who_does_not_fit_is_passed()
    {
        var v = await Venster.Publiceer(huis, 100, Volgorde.Binnenkomst, Overschrijding.Overslaan);
        await v.Hoor(v.Ingediend("a", 60, 1), v.Ingediend("b", 60, 2), v.Ingediend("c", 30, 3), v.Tot(3));
        Assert.Equal("1 a gereserveerd 60, 2 b wacht 0, 3 c gereserveerd 30", await v.Stand());
        await v.Hoor(v.Vervallen("a", 4));
        Assert.Equal("1 a geen 0, 2 b gereserveerd 60, 3 c gereserveerd 30", await v.Stand());
    }

    [Fact]
    public async Task Doubles_and_linked_enterprises_get_no_place_by_arrival()
    {
        var v = await Venster.Publiceer(huis, 1000);
        await v.Hoor(
            v.Ingediend("a", 10, 1, "1"),
            v.Ingediend("b", 10, 2, "2", "1"),
            v.Ingediend("c", 10, 3, "3", "2"),
            v.Ingediend("d", 10, 4, "1"),
            v.Tot(4)
        );
        Assert.Equal("1 a gereserveerd 10, b uitgesloten 0, c uitgesloten 0, d uitgesloten 0", await v.Stand());
        Assert.Equal(
            [("b", "verbonden-onderneming", "a"), ("c", "verbonden-onderneming", "a"), ("d", "dubbele-aanvraag", "a")],
            (await huis.Gezegd<AanvraagUitgeslotenBericht>(v.Id)).Select(u => (u.Zaaknummer[..1], u.Reden, u.Eerdere[..1]))
        );
    }

    [Fact]
    public async Task Sisters_and_chains_are_found_across_turns_and_who_is_out_stays_out_when_the_first_leaves()
    {
        var v = await Venster.Publiceer(huis, 1000);
        await v.Hoor(v.Ingediend("a", 10, 1, "1", "9"), v.Ingediend("b", 10, 2, "2"), v.Tot(2));
        await v.Hoor(v.Ingediend("c", 10, 3, "3", "9", "8"), v.Ingediend("d", 10, 4, "4", "7"), v.Tot(4));
        await v.Hoor(v.Ingediend("e", 10, 5, "5", "8"), v.Tot(5));
        Assert.Equal("1 a gereserveerd 10, 2 b gereserveerd 10, 3 d gereserveerd 10, c uitgesloten 0, e uitgesloten 0", await v.Stand());

        await v.Hoor(v.Vervallen("a", 6), v.Ingediend("f", 10, 7, "6", "9"), v.Tot(7));
        Assert.Equal(
            "1 a geen 0, 2 b gereserveerd 10, 3 d gereserveerd 10, 4 f gereserveerd 10, c uitgesloten 0, e uitgesloten 0",
            await v.Stand()
        );
    }

    [Fact]
    public async Task Of_a_partnership_each_party_stands_for_its_own_group()
    {
        var v = await Venster.Publiceer(huis, 1000);
        var samen = v.Ingediend("p", 10, 3, "21") with
        {
            Partijen = ["21", "22"],
            Verbonden = ["8", "9"],
            VerbondenPerPartij = new Dictionary<string, IReadOnlyList<string>> { ["21"] = ["8"], ["22"] = ["9"] },
        };
        await v.Hoor(
            v.Ingediend("a", 10, 1, "1", "8"),
            v.Ingediend("b", 10, 2, "2", "9"),
            samen,
            v.Ingediend("c", 10, 4, "3", "9"),
            v.Tot(4)
        );
        Assert.Equal("1 a gereserveerd 10, 2 b gereserveerd 10, c uitgesloten 0, p uitgesloten 0", await v.Stand());
        Assert.Equal(
            [("p", "a"), ("c", "b")],
            (await huis.Gezegd<AanvraagUitgeslotenBericht>(v.Id)).Select(u => (u.Zaaknummer[..1], u.Eerdere[..1]))
        );
    }

    [Fact]
    public async Task When_the_waiting_list_is_closed_who_waits_is_refused_and_what_falls_free_stays_free()
    {
        var v = await Venster.Publiceer(huis, 100);
        await v.Hoor(
            v.Ingediend("a", 60, 1),
            v.Ingediend("b", 30, 2),
            v.Ingediend("c", 60, 3),
            v.Ingediend("d", 10, 4),
            v.Ingediend("e", 10, 5)
        );
        await v.Hoor(v.AanvullingGevraagd("e", 6), v.Tot(6));
        Assert.Equal("nog-te-verdelen", (await v.SluitWachtlijst()).Weigering?.Code);
        await v.Hoor(v.Tot(Gegeven.Sluit));
        Assert.Null((await v.SluitWachtlijst()).Weigering);
        await huis.Rust();
        Assert.Equal("1 a gereserveerd 60, 2 b gereserveerd 30, 3 c ontoereikend 0, 4 d ontoereikend 0, e geen 0", await v.Stand());
        var geweigerd = await huis.Gezegd<BudgetOntoereikendBericht>(v.Id);
        Assert.Equal(["c", "d"], geweigerd.Select(b => b.Zaaknummer[..1]).Order());
        Assert.All(geweigerd, b => Assert.Equal(("wachtlijst-gesloten", "rianne,rob"), (b.Reden, string.Join(',', b.Ondertekenaars))));

        await v.Hoor(v.AanvullingGevraagd("b", 40_000), v.Beoordeeld("a", 50, 40_001), v.Aangevuld("e", 15, 40_002), v.Tot(40_002));
        Assert.Equal(
            "1 a gereserveerd 50, 2 b gereserveerd 30, 3 c ontoereikend 0, 4 d ontoereikend 0, 5 e gereserveerd 15",
            await v.Stand()
        );
        Assert.Equal("wachtlijst-gesloten", (await v.SluitWachtlijst()).Weigering?.Code);
    }

    [Fact]
    public async Task Those_of_one_moment_are_drawn_when_all_before_them_have_their_place()
    {
        var v = await Venster.Publiceer(huis, 100);
        var eerder = Enumerable.Range(0, BijBudgetVerdelen.Bundel + 20).Select(i => v.Ingediend($"z{i:000}", 100, i)).ToList();
        foreach (var bundel in eerder.Append(v.Ingediend("x", 100, 999)).Append(v.Ingediend("y", 100, 999)).Chunk(64))
        {
            await huis.Hoor(bundel);
        }
        await huis.Hoor(v.Tot(999));
        Assert.True(await huis.Beurt());
        Assert.Equal(BijBudgetVerdelen.Bundel, (await huis.Rangen(v.Id)).Count);
        Assert.Equal("geen-loting-nodig", (await v.Loot("zaad")).Weigering?.Code);

        await huis.Rust();
        Assert.Null((await v.Loot("zaad")).Weigering);
        await huis.Rust();
        var rijen = await huis.Rijen(v.Id);
        Assert.Equal(eerder.Select(e => e.Zaaknummer), rijen.Take(eerder.Count).Select(r => r.Zaak));
        Assert.Equal([v.Zaak("x"), v.Zaak("y")], rijen.Skip(eerder.Count).Select(r => r.Zaak).Order());
    }

    [Fact]
    public async Task Thousands_wait_and_a_turn_costs_no_more_for_it()
    {
        var v = await Venster.Publiceer(huis, 100 * 700);
        var berichten = Enumerable.Range(0, 1500).Select(i => (object)v.Ingediend($"z{i:0000}", 100, i)).ToList();
        foreach (var bundel in berichten.Chunk(64))
        {
            await huis.Hoor(bundel);
        }
        await v.Hoor(v.Tot(1500));
        var rijen = await huis.Rijen(v.Id);
        Assert.Equal(Enumerable.Range(1, 1500), rijen.Select(r => r.Rang!.Value));
        Assert.Equal(berichten.Cast<Berichten.Aanvragen.AanvraagIngediendBericht>().Select(b => b.Zaaknummer), rijen.Select(r => r.Zaak));
        Assert.All(rijen.Take(700), r => Assert.Equal("gereserveerd", r.Staat));
        Assert.All(rijen.Skip(700), r => Assert.Equal("wacht", r.Staat));
        Assert.Equal(70_000, await v.Totaal());
    }
}
