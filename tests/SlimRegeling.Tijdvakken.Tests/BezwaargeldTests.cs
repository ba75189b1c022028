using Microsoft.Extensions.DependencyInjection;
using SlimRegeling.Berichten.Tijdvakken;
using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Tijdvakken.Regelversies;
using static SlimRegeling.Tijdvakken.Tests.Bezwaarpost;
using static SlimRegeling.Tijdvakken.Tests.Gegeven;

namespace SlimRegeling.Tijdvakken.Tests;

/// <summary>On a real database: an objection asks money of its window, before those who wait and never above the ceiling.</summary>
[Collection(typeof(EenVerdeelhuis))]
public sealed class BezwaargeldTests(Verdeelhuis huis)
{
    /// <summary>No other test decides about the rules of it.</summary>
    private const string MetReserve = "slim-2023";

    [Fact]
    public async Task Who_objected_goes_before_those_who_wait_and_keeps_what_there_is_until_there_is_enough()
    {
        var v = await Gevuld(huis, 250);
        Assert.Equal("1 a gereserveerd 100, 2 b gereserveerd 100, 3 c wacht 0, 4 d wacht 0", await v.Stand());

        await v.Hoor(v.Afgewezen("x", 19), Vraag(v, "x", 120, 5));
        Assert.Equal(50m, await Laatst(v));
        await v.Hoor(v.Afgewezen("a", 20));
        Assert.Equal(120m, await Laatst(v));
        Assert.Equal("2 b gereserveerd 100, 3 c wacht 0, 4 d wacht 0", Wachtend(await v.Stand()));

        await v.Hoor(v.Afgewezen("b", 21));
        // 30 and 100 are free: the next in line has its turn.
        Assert.Equal("3 c gereserveerd 100, 4 d wacht 0", Wachtend(await v.Stand()));
        Assert.Equal((220m, 250m), await v.Geld());

        await v.Hoor(v.Verleend("x", 120, 30) with { Bezwaar = Bezwaar(v, "x"), Besluit = "BZ1-1" }, Beslist(v, "x", 6, 120));
        Assert.Equal((220m, 250m), await v.Geld());
        Assert.Contains("x vastgelegd 120", await v.Stand(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_an_objection_does_not_get_in_the_end_goes_to_who_waits(bool ingetrokken)
    {
        var v = await Gevuld(huis, 300);
        await v.Hoor(v.Afgewezen("a", 20), Vraag(v, "a", 100, 5));
        Assert.Contains("4 d wacht 0", await v.Stand(), StringComparison.Ordinal);

        await v.Hoor(ingetrokken ? Ingetrokken(v, "a", 6) : Beslist(v, "a", 6));
        Assert.Contains("4 d gereserveerd 100", await v.Stand(), StringComparison.Ordinal);
        Assert.Equal((300m, 300m), await v.Geld());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_mends_a_mistake_has_money_in_the_same_way_until_it_goes_back_or_is_decided(bool terug)
    {
        var v = await Gevuld(huis, 400);
        await v.Hoor(v.Verleend("a", 100, 20));
        var herstel = $"{v.Zaak("a")}-H1";
        await v.Hoor(v.Afgewezen("d", 21), Vraag(v, "a", 40, 5) with { Bezwaar = herstel });
        Assert.Equal(40m, await Laatst(v));
        Assert.Equal((340m, 400m), await v.Geld());

        if (terug)
        {
            await v.Hoor(new HerstelTeruggezondenBericht(v.Zaak("a"), herstel, Erna, 6));
            // What was asked before it went back is heard once more, and asks nothing.
            await v.Hoor(Vraag(v, "a", 50, 4) with { Bezwaar = herstel });
            Assert.Equal((300m, 400m), await v.Geld());
            return;
        }
        await v.Hoor(Gewijzigd(v, "a", 140) with { Bezwaar = herstel, Besluit = herstel, Herstel = true }, Hersteld(v, "a", herstel, 140));
        Assert.Equal("1 a vastgelegd 140", (await v.Stand()).Split(", ")[0]);
        Assert.Equal((340m, 400m), await v.Geld());
    }

    [Fact]
    public async Task In_any_order_of_hearing_what_was_decided_asks_no_more_and_a_later_proposal_does()
    {
        var v = await Gevuld(huis, 500);
        await v.Hoor(Beslist(v, "x", 6));
        await v.Hoor(Vraag(v, "x", 50, 5));
        Assert.Empty(await huis.Gezegd<BezwaarbudgetGereserveerdBericht>(v.Id));

        // It is decided anew, in the place of that; what was asked before this is heard too late to count.
        await v.Hoor(Vraag(v, "x", 70, 9));
        await v.Hoor(Vraag(v, "x", 60, 8));
        Assert.Equal(70m, await Laatst(v));
        Assert.Equal((470m, 500m), await v.Geld());
    }

    [Fact]
    public async Task A_correction_that_went_back_gives_its_money_to_who_waits_and_asks_again_when_it_is_proposed_again()
    {
        var v = await Gevuld(huis, 300);
        await v.Hoor(Beslist(v, "a", 6));
        await v.Hoor(v.Afgewezen("a", 20), Vraag(v, "a", 100, 9, "eerst"));
        Assert.Contains("4 d wacht 0", await v.Stand(), StringComparison.Ordinal);
        Assert.Equal([(100m, "eerst")], await Gezegd(v));

        await v.Hoor(Vraag(v, "a", 0, 10));
        Assert.Contains("4 d gereserveerd 100", await v.Stand(), StringComparison.Ordinal);
        Assert.Equal((300m, 300m), await v.Geld());
        // It asks nothing, so what falls free is not for it.
        await v.Hoor(v.Afgewezen("b", 21));
        Assert.Equal((200m, 300m), await v.Geld());

        await v.Hoor(Vraag(v, "a", 100, 12, "opnieuw"));
        Assert.Equal([(100m, "eerst"), (100m, "opnieuw")], await Gezegd(v));
        Assert.Equal((300m, 300m), await v.Geld());
    }

    [Fact]
    public async Task What_is_let_go_is_heard_late_and_what_was_asked_since_keeps_or_gets_its_money()
    {
        // The same was asked since: nothing is told anew until what was set apart for the former is free.
        var gelijk = await Gevuld(huis, 300);
        await gelijk.Hoor(gelijk.Afgewezen("a", 20), Vraag(gelijk, "a", 100, 9, "eerst"));
        await gelijk.Hoor(Vraag(gelijk, "a", 100, 12, "opnieuw"));
        Assert.Equal([(100m, "eerst")], await Gezegd(gelijk));
        await gelijk.Hoor(Vraag(gelijk, "a", 0, 10));
        Assert.Equal([(100m, "eerst"), (100m, "opnieuw")], await Gezegd(gelijk));
        Assert.Contains("4 d wacht 0", await gelijk.Stand(), StringComparison.Ordinal);
        Assert.Equal((300m, 300m), await gelijk.Geld());

        // More was asked since, and set apart: that stays, also when a decision of before is heard.
        var meer = await Gevuld(huis, 400);
        await meer.Hoor(meer.Afgewezen("a", 20), Vraag(meer, "a", 60, 9, "eerst"));
        await meer.Hoor(Vraag(meer, "a", 90, 12, "opnieuw"));
        await meer.Hoor(Vraag(meer, "a", 0, 10));
        await meer.Hoor(Beslist(meer, "a", 6));
        Assert.Equal([(60m, "eerst"), (90m, "opnieuw")], await Gezegd(meer));
        Assert.Equal((390m, 400m), await meer.Geld());
    }

    [Fact]
    public async Task The_award_that_became_higher_takes_what_was_set_apart()
    {
        var v = await Gevuld(huis, 400);
        await v.Hoor(v.Verleend("a", 100, 20));
        await v.Hoor(v.Afgewezen("d", 21), Vraag(v, "a", 40, 5));
        await v.Hoor(Gewijzigd(v, "a", 140), Beslist(v, "a", 6, 140));
        Assert.Equal("1 a vastgelegd 140", (await v.Stand()).Split(", ")[0]);
        Assert.Equal((340m, 400m), await v.Geld());
    }

    [Fact]
    public async Task Also_once_the_waiting_list_is_closed()
    {
        var v = await Gevuld(huis, 250);
        await v.Hoor(v.Tot(Sluit));
        Assert.Null((await v.SluitWachtlijst()).Weigering);
        await huis.Rust();
        await v.Hoor(Vraag(v, "c", 50, 5));
        Assert.Equal(50m, await Laatst(v));
        Assert.Equal((250m, 250m), await v.Geld());
    }

    [Fact]
    public async Task What_is_held_back_is_for_objections_only_and_only_when_the_rules_say_so()
    {
        var zonder = await MetHeld(300, 120, "slim-2024");
        Assert.Equal("1 a gereserveerd 100, 2 b wacht 0", await zonder.Stand());
        await zonder.Hoor(Vraag(zonder, "x", 100, 5));
        // Only what is free: 300 but the reserve and what a has.
        Assert.Equal(80m, await Laatst(zonder));

        await Regel(MetReserve, "reserve");
        var met = await MetHeld(300, 120, MetReserve);
        await met.Hoor(Vraag(met, "x", 100, 5));
        Assert.Equal(100m, await Laatst(met));
        await met.Hoor(Vraag(met, "y", 100, 5));
        Assert.Equal(100m, await Laatst(met));
        Assert.Equal((300m, 300m), await met.Geld());
        // Nobody who waits is served of it.
        await met.Hoor(Ingetrokken(met, "y", 6));
        Assert.Equal("1 a gereserveerd 100, 2 b wacht 0", await met.Stand());
        Assert.Equal((200m, 300m), await met.Geld());
    }

    [Fact]
    public async Task Before_the_draw_an_objection_gets_nothing_of_what_is_still_to_be_drawn_for()
    {
        var v = await Venster.Publiceer(huis, 250, Volgorde.Loting);
        await v.Hoor(v.Ingediend("a", 100, 1), v.Ingediend("b", 100, 2));
        await v.Hoor(Vraag(v, "x", 50, 5));
        Assert.Empty(await huis.Gezegd<BezwaarbudgetGereserveerdBericht>(v.Id));
        await v.Hoor(v.Tot(Sluit));
        Assert.Null((await v.LegLijstVast()).Weigering);
        await huis.Rust();
        Assert.Equal(50m, await Laatst(v));
    }

    [Fact]
    public async Task Many_objections_at_once_never_pass_the_ceiling()
    {
        var v = await Gevuld(huis, 350);
        var gevraagd = Enumerable.Range(0, 10).Select(i => Vraag(v, $"x{i}", 30, 5)).ToList();
        await Task.WhenAll(gevraagd.Chunk(2).Select(deel => v.Hoor([.. deel])).Append(v.Hoor(v.Afgewezen("a", 20))));
        await huis.Rust();
        var (gereserveerd, plafond) = await v.Geld();
        Assert.Equal(350m, plafond);
        Assert.Equal(
            gereserveerd,
            await huis.Vraag<decimal>($"select sum(gereserveerd) from tijdvakken.bezwaarvraag where tijdvak = '{v.Id}'")
                + (await huis.Rijen(v.Id)).Sum(r => r.Gereserveerd)
        );
        Assert.Equal(350m, gereserveerd);
    }

    private static string Wachtend(string stand) =>
        string.Join(", ", stand.Split(", ").Where(s => s.Split(' ') is [_, _, "wacht" or "gereserveerd", _]));

    /// <summary>What was said last to be set apart for an objection.</summary>
    private async Task<decimal> Laatst(Venster v) => (await huis.Gezegd<BezwaarbudgetGereserveerdBericht>(v.Id))[^1].Bedrag;

    /// <summary>All that was said to be set apart for objections, each with the proposal that it is for.</summary>
    private async Task<IEnumerable<(decimal, string?)>> Gezegd(Venster v) =>
        (await huis.Gezegd<BezwaarbudgetGereserveerdBericht>(v.Id)).Select(b => (b.Bedrag, b.Voorstel));

    /// <summary>By arrival, with so much of the ceiling held back: two who ask 100 each.</summary>
    private async Task<Venster> MetHeld(decimal plafond, decimal reserve, string regelversie)
    {
        var v = new Venster(
            huis,
            await huis.Tijdvak(
                new TijdvakVastgesteld(
                    "mkb-onderneming",
                    Venster.Open,
                    Sluit,
                    plafond,
                    Volgorde.Binnenkomst,
                    regelversie,
                    Venster.Open,
                    Overschrijding: Overschrijding.Stoppen,
                    Bezwaarreserve: reserve
                )
            )
        );
        await v.Hoor(v.Ingediend("a", 100, 1), v.Ingediend("b", 100, 2), v.Tot(10));
        return v;
    }

    private Task<Uitkomst> Regel(string versie, string waarde) =>
        huis.Doe(d =>
            d.GetRequiredService<Stroom<Regelbeheer>>()
                .SchrijfOfBegin(
                    Regelbeheer.Stroom(versie),
                    stand =>
                        stand is not null
                            ? Beslissing.Geen
                            : new ParameterGewijzigd(
                                versie,
                                1,
                                "parameters",
                                "bezwaar-budget",
                                $"2014-01-01: {waarde}",
                                "besluit van de minister",
                                null,
                                Opent,
                                "hash",
                                1,
                                "hash",
                                ["rianne", "rob"],
                                Opent
                            ),
                    CancellationToken.None
                )
        );
}
