using SlimRegeling.Berichten.Tijdvakken;

namespace SlimRegeling.Tijdvakken.Tests;

/// <summary>The money of a window goes by lot: of the list, of those of one moment, and once more by order of a court; on a real database.</summary>
[Collection(typeof(EenVerdeelhuis))]
public sealed class VerdeelNaLotingTests(Verdeelhuis huis)
{
    [Fact]
    public async Task Those_of_one_moment_wait_with_all_behind_them_when_the_ceiling_cuts_through()
    {
        var v = await Venster.Publiceer(huis, 100);
        await v.Hoor(
            v.Ingediend("a", 30, 1),
            v.Ingediend("b", 30, 1),
            v.Ingediend("c", 30, 2),
            v.Ingediend("d", 30, 2),
            v.Ingediend("e", 5, 3)
        );
        await v.Hoor(v.Tot(3));
        Assert.Equal("1 a gereserveerd 30, 2 b gereserveerd 30, c geen 0, d geen 0, e geen 0", await v.Stand());
        await v.Hoor(v.Vervallen("a", 4), v.Tot(4));
        Assert.Equal("1 a geen 0, 2 b gereserveerd 30, 3 c gereserveerd 30, 4 d gereserveerd 30, 5 e gereserveerd 5", await v.Stand());
        Assert.Equal("geen-loting-nodig", (await v.Loot("zaad")).Weigering?.Code);
    }

    [Fact]
    public async Task Those_of_one_moment_are_drawn_by_two_and_all_goes_on()
    {
        var v = await Venster.Publiceer(huis, 100);
        await v.Hoor(v.Ingediend("a", 50, 1), v.Ingediend("b", 30, 2), v.Ingediend("c", 30, 2), v.Ingediend("d", 5, 3), v.Tot(3));
        Assert.Equal("1 a gereserveerd 50, b geen 0, c geen 0, d geen 0", await v.Stand());
        Assert.Equal("zaad-verschilt", (await v.Loot("zaad", "zaaad")).Weigering?.Code);
        Assert.Equal("al-voorbereid", (await v.Loot("zaad")).Weigering?.Code);

        Assert.Null((await v.Bevestig("zaad")).Weigering);
        await huis.Rust();
        string[] namen = [.. Loten.Volgorde("zaad", [v.Zaak("b"), v.Zaak("c")]).Select(z => z[..1])];
        Assert.Equal($"1 a gereserveerd 50, 2 {namen[0]} gereserveerd 30, 3 {namen[1]} wacht 0, 4 d wacht 0", await v.Stand());
        Assert.Equal(
            [(1, true), (2, true), (3, false), (4, false)],
            (await huis.Gezegd<AanvraagGerangschiktBericht>(v.Id)).Select(b => (b.Rang, b.BinnenPlafond))
        );
    }

    [Fact]
    public async Task A_draw_done_over_keeps_what_was_awarded_and_gives_the_rest_out_anew()
    {
        var v = await Venster.Publiceer(huis, 100, Volgorde.Loting);
        string[] namen = ["a", "b", "c", "d", "e", "f"];
        await v.Hoor([.. namen.Select((naam, i) => v.Ingediend(naam, 30, i + 1)), v.Tot(Gegeven.Sluit)]);
        Assert.Null((await v.LegLijstVast()).Weigering);
        Assert.Null((await v.Loot("een")).Weigering);
        await huis.Rust();
        var eerste = Loten.Volgorde("een", namen.Select(v.Zaak)).Select(z => z[..1]).ToList();
        var verleend = eerste[2];
        await v.Hoor(v.Verleend(verleend, 30, 40_000));

        // The case numbers are new every time: a seed by which others are within is looked for.
        List<string> Opnieuw(string zaad) => [.. Loten.Volgorde(zaad, namen.Select(v.Zaak)).Select(z => z[..1])];
        HashSet<string> Binnen(string zaad) => [.. Opnieuw(zaad).Where(n => n != verleend).Take(2)];
        var tweedeZaad = Enumerable.Range(0, 100).Select(i => $"twee {i}").First(z => !Binnen(z).SetEquals(eerste.Take(2)));
        var tweede = Opnieuw(tweedeZaad);
        var binnen = Binnen(tweedeZaad);
        Assert.Null((await v.Herloot(tweedeZaad)).Weigering);
        await huis.Rust();
        Assert.Equal(
            string.Join(
                ", ",
                tweede.Select(
                    (n, i) => $"{i + 1} {n} {(n == verleend ? "vastgelegd 30" : binnen.Contains(n) ? "gereserveerd 30" : "wacht 0")}"
                )
            ),
            await v.Stand()
        );
        // Who stands in front of the first that needs more than is left keeps its budget whatever happens; from there on it is asked back.
        var zeker = tweede.Where(n => n != verleend).TakeWhile(eerste.Take(2).Contains);
        Assert.Equal(
            eerste.Take(2).Except(zeker).Order(),
            (await huis.Gezegd<BudgetVrijgegevenBericht>(v.Id)).Where(b => b.Reden == "herloting").Select(b => b.Zaaknummer[..1]).Order()
        );
        Assert.Equal(90, await v.Totaal());
        Assert.Equal("al-gerangschikt", (await v.Loot("drie")).Weigering?.Code);
    }

    [Fact]
    public async Task After_the_waiting_list_was_closed_who_is_completed_at_one_moment_gets_what_fits_by_lot()
    {
        var v = await Venster.Publiceer(huis, 100);
        await v.Hoor(v.Ingediend("a", 50, 1), v.Ingediend("b", 30, 2), v.Ingediend("c", 30, 3));
        await v.Hoor(v.AanvullingGevraagd("b", 4), v.AanvullingGevraagd("c", 5), v.Tot(Gegeven.Sluit));
        Assert.Null((await v.SluitWachtlijst()).Weigering);
        await v.Hoor(v.Aangevuld("b", 30, 40_000), v.Aangevuld("c", 30, 40_000), v.Tot(40_000));
        Assert.Null((await v.Loot("zaad")).Weigering);
        await huis.Rust();
        var volgorde = Loten.Volgorde("zaad", [v.Zaak("b"), v.Zaak("c")]).Select(z => z[..1]).ToList();
        Assert.Equal($"1 a gereserveerd 50, 2 {volgorde[0]} gereserveerd 30, 3 {volgorde[1]} ontoereikend 0", await v.Stand());
        Assert.Equal(
            [(1, true), (2, true), (3, false)],
            (await huis.Gezegd<AanvraagGerangschiktBericht>(v.Id)).Select(b => (b.Rang, b.BinnenPlafond))
        );
    }

    [Fact]
    public async Task After_the_waiting_list_was_closed_a_draw_done_over_takes_no_budget_away()
    {
        var v = await Venster.Publiceer(huis, 65, Volgorde.Loting, Overschrijding.Gedeeltelijk);
        string[] namen = ["a", "b", "c"];
        await v.Hoor([.. namen.Select((naam, i) => v.Ingediend(naam, 30, i + 1)), v.Tot(Gegeven.Sluit)]);
        Assert.Null((await v.LegLijstVast()).Weigering);
        Assert.Null((await v.Loot("een")).Weigering);
        await huis.Rust();
        Assert.Null((await v.SluitWachtlijst()).Weigering);
        await huis.Rust();
        // By the new order who got a part stands in front, and would need more than is left.
        var deel = Loten.Volgorde("een", namen.Select(v.Zaak))[2];
        var zaad = Enumerable.Range(0, 100).Select(i => $"zaad {i}").First(z => Loten.Volgorde(z, namen.Select(v.Zaak))[0] == deel);
        Assert.Null((await v.Herloot(zaad)).Weigering);
        await huis.Rust();
        Assert.Equal(
            string.Join(
                ", ",
                Loten.Volgorde(zaad, namen.Select(v.Zaak)).Select((z, i) => $"{i + 1} {z[..1]} gereserveerd {(z == deel ? 5 : 30)}")
            ),
            await v.Stand()
        );
        Assert.Empty(await huis.Gezegd<BudgetOntoereikendBericht>(v.Id));
        Assert.All((await huis.Gezegd<AanvraagGerangschiktBericht>(v.Id)).Where(b => b.Herloting == 1), b => Assert.True(b.BinnenPlafond));
    }

    [Fact]
    public async Task Who_completed_after_the_draw_stays_behind_when_it_is_done_over()
    {
        var v = await Venster.Publiceer(huis, 60, Volgorde.Loting);
        string[] namen = ["a", "b", "c", "d"];
        await v.Hoor([.. namen.Select((naam, i) => v.Ingediend(naam, 30, i + 1)), v.Tot(Gegeven.Sluit)]);
        Assert.Null((await v.LegLijstVast()).Weigering);
        Assert.Null((await v.Loot("een")).Weigering);
        await huis.Rust();
        var eerste = Loten.Volgorde("een", namen.Select(v.Zaak)).Select(z => z[..1]).ToList();
        // The first of the draw loses its place and gets one behind; by any seed that draws it in front it stays there.
        var aangevuld = eerste[0];
        await v.Hoor(v.AanvullingGevraagd(aangevuld, 40_000), v.Aangevuld(aangevuld, 30, 40_001), v.Tot(40_001));
        var zaad = Enumerable
            .Range(0, 100)
            .Select(i => $"zaad {i}")
            .First(z => Loten.Volgorde(z, namen.Select(v.Zaak))[0][..1] == aangevuld);
        Assert.Null((await v.Herloot(zaad)).Weigering);
        await huis.Rust();
        var tweede = Loten.Volgorde(zaad, namen.Select(v.Zaak)).Select(z => z[..1]).ToList();
        Assert.Equal(
            $"2 {tweede[1]} gereserveerd 30, 3 {tweede[2]} gereserveerd 30, 4 {tweede[3]} wacht 0, 5 {aangevuld} wacht 0",
            await v.Stand()
        );
        Assert.Equal(60, await v.Totaal());
    }

    [Fact]
    public async Task After_the_draw_money_goes_by_rank_and_completed_ones_follow()
    {
        var v = await Venster.Publiceer(huis, 100, Volgorde.Loting);
        await v.Hoor(v.Ingediend("a", 40, 1), v.Ingediend("b", 40, 2), v.Ingediend("c", 40, 3), v.Ingediend("d", 10, 4));
        await v.Hoor(v.AanvullingGevraagd("d", 5), v.Tot(Gegeven.Sluit));
        Assert.Equal("a geen 0, b geen 0, c geen 0, d geen 0", await v.Stand());

        Assert.Null((await v.LegLijstVast()).Weigering);
        await huis.Rust();
        await v.Hoor(v.Vervallen("b", 40_000));
        Assert.Null((await v.Loot("zaad")).Weigering);
        await huis.Rust();
        var rijen = await huis.Rijen(v.Id);
        var volgorde = Loten.Volgorde("zaad", "abc".Select(c => v.Zaak($"{c}")));
        Assert.Equal(volgorde, rijen.Take(3).Select(r => r.Zaak));
        Assert.Equal(80, await v.Totaal());
        Assert.Equal(2, (await huis.Gezegd<AanvraagGerangschiktBericht>(v.Id)).Count(b => b.BinnenPlafond));

        await v.Hoor(v.Aangevuld("d", 20, 40_001), v.Tot(40_001));
        Assert.Equal((v.Zaak("d"), 4, "gereserveerd", 20m), (await huis.Rijen(v.Id))[3]);
        Assert.Equal("al-gerangschikt", (await v.Loot("ander")).Weigering?.Code);
    }
}

/// <summary>One house for the tests that each take windows of their own.</summary>
[CollectionDefinition]
public sealed class EenVerdeelhuis : ICollectionFixture<Verdeelhuis>;
