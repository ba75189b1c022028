using SlimRegeling.Berichten.Tijdvakken;

namespace SlimRegeling.Tijdvakken.Tests;

/// <summary>Each rank tells how it came about: by lot (2.10), or by arrival (2.3 Kaderregeling).</summary>
public sealed class RangwijzeTests(Verdeelhuis huis) : IClassFixture<Verdeelhuis>
{
    [Fact]
    public async Task By_arrival_it_is_that_of_receipt_of_a_completion_or_of_a_lot_between_equals()
    {
        var v = await Venster.Publiceer(huis, 100);
        await v.Hoor(v.Ingediend("a", 50, 1), v.Ingediend("b", 30, 2), v.Ingediend("c", 30, 2), v.Ingediend("d", 5, 3), v.Tot(3));
        Assert.Null((await v.Loot("zaad")).Weigering);
        await huis.Rust();
        await v.Hoor(v.AanvullingGevraagd("d", 4), v.Tot(4));
        await v.Hoor(v.Aangevuld("d", 5, 5), v.Tot(5));

        Assert.Equal(
            [("a", "ontvangst"), ("b", "gelijken-geloot"), ("c", "gelijken-geloot"), ("d", "ontvangst"), ("d", "aanvulling")],
            (await Gezegd(v)).OrderBy(w => w.Naam)
        );
    }

    [Fact]
    public async Task In_a_window_with_a_draw_it_is_the_draw_and_behind_it_the_completion()
    {
        var v = await Venster.Publiceer(huis, 50, Volgorde.Loting);
        await v.Hoor(v.Ingediend("a", 30, 1), v.Ingediend("b", 30, 2), v.Ingediend("c", 30, 3), v.AanvullingGevraagd("c", 4));
        await v.Hoor(v.Tot(Gegeven.Sluit));
        Assert.Null((await v.LegLijstVast()).Weigering);
        Assert.Null((await v.Loot("zaad")).Weigering);
        await huis.Rust();
        await v.Hoor(v.Aangevuld("c", 30, 40_000), v.Tot(40_000));

        Assert.Equal([("a", "loting"), ("b", "loting"), ("c", "achteraan")], (await Gezegd(v)).OrderBy(w => w.Naam));
    }

    [Fact]
    public async Task When_all_fit_nothing_is_drawn()
    {
        var v = await Venster.Publiceer(huis, 100, Volgorde.Loting);
        await v.Hoor(v.Ingediend("a", 30, 1), v.Ingediend("b", 30, 2), v.Tot(Gegeven.Sluit));
        Assert.Null((await v.LegLijstVast()).Weigering);
        await huis.Rust();

        Assert.Equal([("a", "zonder-loting"), ("b", "zonder-loting")], (await Gezegd(v)).OrderBy(w => w.Naam));
    }

    [Theory]
    [InlineData(Volgorde.Binnenkomst, "binnenkomst")]
    [InlineData(Volgorde.Loting, "loting")]
    public async Task Who_is_refused_for_want_of_budget_hears_the_order_of_the_window(Volgorde volgorde, string naam)
    {
        var v = await Venster.Publiceer(huis, 100, volgorde, Overschrijding.Overslaan, "een", "twee");
        await v.Hoor(v.Ingediend("a", 90, 1), v.Ingediend("b", 90, 2), v.Tot(Gegeven.Sluit));
        if (volgorde == Volgorde.Loting)
        {
            Assert.Null((await v.LegLijstVast()).Weigering);
            Assert.Null((await v.Loot("zaad")).Weigering);
            await huis.Rust();
        }

        Assert.Equal(naam, Assert.Single(await huis.Gezegd<BudgetOntoereikendBericht>(v.Id)).Volgorde);
    }

    private async Task<IReadOnlyList<(string Naam, string? Wijze)>> Gezegd(Venster v) =>
        [.. (await huis.Gezegd<AanvraagGerangschiktBericht>(v.Id)).Select(b => (b.Zaaknummer[..1], b.Wijze))];
}
