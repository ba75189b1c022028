using SlimRegeling.Berichten.Tijdvakken;
using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Tijdvakken.Verdeling;
using static SlimRegeling.Tijdvakken.Tests.Gegeven;

namespace SlimRegeling.Tijdvakken.Tests;

/// <summary>
/// Budget that was told to Verlening may be signed for until Verlening has heard that it is taken away. Until it answers, or the award is heard, it
/// goes to nobody else.
/// </summary>
public sealed class TerugvragenTests(Verdeelhuis huis) : IClassFixture<Verdeelhuis>
{
    [Fact]
    public async Task What_is_assessed_lower_goes_to_the_next_when_it_was_given_back()
    {
        var v = await Venster.Publiceer(huis, 100);
        await v.Hoor(v.Ingediend("a", 100, 1), v.Ingediend("b", 60, 2), v.Tot(2));
        huis.Verlening(v.Id, hoort: false);
        await v.Hoor(v.Beoordeeld("a", 40, 10));
        Assert.Equal("1 a gereserveerd 40, 2 b wacht 0", await v.Stand());
        Assert.Equal(100, await v.Totaal());
        var gezegd = (await huis.Gezegd<BudgetGereserveerdBericht>(v.Id))[^1];
        Assert.Equal((40m, 60m), (gezegd.Bedrag, gezegd.Terug));

        huis.Verlening(v.Id, hoort: true);
        await huis.Rust();
        Assert.Equal("1 a gereserveerd 40, 2 b gereserveerd 60", await v.Stand());
        Assert.Equal(100, await v.Totaal());
    }

    [Fact]
    public async Task A_place_that_is_lost_goes_to_the_next_when_it_was_given_back()
    {
        var v = await Venster.Publiceer(huis, 100);
        await v.Hoor(v.Ingediend("a", 60, 1), v.Ingediend("b", 60, 2), v.Tot(2));
        huis.Verlening(v.Id, hoort: false);
        await v.Hoor(v.AanvullingGevraagd("a", 3));
        Assert.Equal("1 a geen 0, 2 b wacht 0", await v.Stand());
        Assert.Equal(60m, Assert.Single(await huis.Gezegd<BudgetVrijgegevenBericht>(v.Id)).Terug);

        huis.Verlening(v.Id, hoort: true);
        await huis.Rust();
        Assert.Equal("1 a geen 0, 2 b gereserveerd 60", await v.Stand());
    }

    [Fact]
    public async Task What_no_award_can_follow_on_is_free_at_once()
    {
        var v = await Venster.Publiceer(huis, 100);
        await v.Hoor(v.Ingediend("a", 60, 1), v.Ingediend("b", 60, 2), v.Ingediend("c", 60, 3), v.Tot(3));
        huis.Verlening(v.Id, hoort: false);
        await v.Hoor(v.Vervallen("a", 4));
        Assert.Equal("1 a geen 0, 2 b gereserveerd 60, 3 c wacht 0", await v.Stand());
        // Also what was asked back before.
        await v.Hoor(v.Beoordeeld("b", 50, 5));
        await v.Hoor(v.Afgewezen("b", 6));
        Assert.Equal("1 a geen 0, 2 b geen 0, 3 c gereserveerd 60", await v.Stand());
        huis.Verlening(v.Id, hoort: true);
        await huis.Rust();
        Assert.Equal(60, await v.Totaal());
    }

    /// <summary>It was signed before the release was heard: the award is heard, and nobody else got the money.</summary>
    [Fact]
    public async Task What_was_signed_before_the_redraw_was_heard_keeps_its_budget_and_counts_first()
    {
        var (v, eerste) = await Geloot();
        // The case numbers are new every time: a seed by which a newcomer comes first is looked for. All who had budget are asked for it.
        var zaad = Enumerable.Range(0, 100).Select(i => $"twee {i}").First(z => !eerste.Take(3).Contains(Orde(v, z)[0]));
        huis.Verlening(v.Id, hoort: false);
        Assert.Null((await v.Herloot(zaad)).Weigering);
        await huis.Rust();
        Assert.Equal(0, (await huis.Rijen(v.Id)).Sum(r => r.Gereserveerd));
        Assert.True(await v.Totaal() <= 100);

        // Both who had budget were signed meanwhile.
        await v.Hoor(v.Verleend(eerste[0], 30, 40_000));
        await v.Hoor(v.Verleend(eerste[1], 30, 40_001));
        huis.Verlening(v.Id, hoort: true);
        await huis.Rust();

        var rijen = (await huis.Rijen(v.Id)).ToDictionary(r => r.Zaak[..1]);
        Assert.All(eerste.Take(2), n => Assert.Equal("vastgelegd", rijen[n].Staat));
        Assert.Equal(1, rijen.Values.Count(r => r.Staat == "gereserveerd"));
        Assert.Equal(90, await v.Totaal());
        // What is said of it last is that it is set apart: who reconciles sees an award with its reservation.
        var laatst = (await huis.Gezegd<BudgetGereserveerdBericht>(v.Id)).Where(b => eerste.Take(2).Contains(b.Zaaknummer[..1])).ToList();
        var vrij = (await huis.Gezegd<BudgetVrijgegevenBericht>(v.Id)).ToDictionary(b => b.Zaaknummer);
        Assert.All(eerste.Take(2).Select(v.Zaak), z => Assert.True(laatst.Last(g => g.Zaaknummer == z).Versie > vrij[z].Versie));
    }

    /// <summary>One of two was signed: the other loses to who stands in front of it in the new order.</summary>
    [Fact]
    public async Task Who_stands_in_front_by_the_new_order_goes_before_who_had_budget_whatever_was_signed()
    {
        var (v, eerste) = await Geloot();
        // An order in which a newcomer comes first and the one who was signed comes last of those with budget.
        var zaad = Enumerable
            .Range(0, 1000)
            .Select(i => $"zaad {i}")
            .First(z =>
            {
                var orde = Orde(v, z);
                return !eerste.Take(3).Contains(orde[0])
                    && !eerste.Take(3).Contains(orde[1])
                    && orde.IndexOf(eerste[0]) < orde.IndexOf(eerste[2]);
            });
        huis.Verlening(v.Id, hoort: false);
        Assert.Null((await v.Herloot(zaad)).Weigering);
        await huis.Rust();
        Assert.Equal(0, (await huis.Rijen(v.Id)).Sum(r => r.Gereserveerd));
        Assert.Equal("nog-te-verdelen", (await v.SluitWachtlijst()).Weigering?.Code);

        await v.Hoor(v.Verleend(eerste[2], 30, 40_000));
        huis.Verlening(v.Id, hoort: true);
        await huis.Rust();

        var orde = Orde(v, zaad);
        Assert.Equal(
            string.Join(
                ", ",
                orde.Select((n, i) => $"{i + 1} {n} {(n == eerste[2] ? "vastgelegd 30" : i < 2 ? "gereserveerd 30" : "wacht 0")}")
            ),
            await v.Stand()
        );
        Assert.Equal(90, await v.Totaal());
    }

    [Fact]
    public async Task An_assessment_that_another_followed_takes_nothing_when_it_is_heard_last()
    {
        var v = await Venster.Publiceer(huis, 100);
        await v.Hoor(v.Ingediend("a", 60, 1), v.Tot(1));
        var eerste = v.Beoordeeld("a", 40, 10) with { Versie = 5 };
        // By a clock that was put back two minutes.
        var tweede = v.Beoordeeld("a", 50, 8) with
        {
            Versie = 7,
        };
        await v.Hoor(tweede);
        await v.Hoor(eerste);
        Assert.Equal("1 a gereserveerd 50", await v.Stand());

        var w = await Venster.Publiceer(huis, 100);
        await w.Hoor(w.Ingediend("a", 60, 1), w.Tot(1));
        await w.Hoor(w.Beoordeeld("a", 50, 10) with { Versie = 5 });
        await w.Hoor(w.Beoordeeld("a", 40, 8) with { Versie = 7 });
        Assert.Equal("1 a gereserveerd 40", await w.Stand());
    }

    /// <summary>The clock was put back between the request and the completion, and the request is heard last.</summary>
    [Fact]
    public async Task A_completed_application_keeps_its_new_place_when_the_request_is_heard_after_it()
    {
        var v = await Venster.Publiceer(huis, 100);
        await v.Hoor(v.Ingediend("a", 60, 1), v.Ingediend("b", 30, 2), v.Tot(2));
        var (gevraagd, aangevuld) = (v.AanvullingGevraagd("a", 6), v.Aangevuld("a", 50, 4));
        await v.Hoor(aangevuld);
        await v.Hoor(v.Tot(5));
        Assert.Equal("2 b gereserveerd 30, 3 a gereserveerd 50", await v.Stand());
        await v.Hoor(gevraagd);
        await v.Hoor(v.Tot(7));
        Assert.Equal("2 b gereserveerd 30, 3 a gereserveerd 50", await v.Stand());
    }

    [Theory]
    [InlineData(Overschrijding.Stoppen)]
    [InlineData(Overschrijding.Overslaan)]
    [InlineData(Overschrijding.Gedeeltelijk)]
    public void Nobody_is_passed_or_refused_for_want_of_money_that_comes_back(Overschrijding overschrijding)
    {
        var stand = new Verdeelstand(10, overschrijding, MagWeigeren: true, WachtlijstGesloten: false, Gelijken: true, Onderweg: 30);
        Gegadigde[] wachtend = [new("a", 40, 0, default), new("b", 10, 0, default)];
        var verdeling = Verdelen.Beslis(stand, wachtend, meer: false, [new("c", 20, 0, default), new("d", 20, 0, default)]);
        Assert.Empty(verdeling.Toegedeeld);
        Assert.Empty(verdeling.Geweigerd);
        Assert.Empty(verdeling.Loten);
    }

    [Fact]
    public void After_the_waiting_list_was_closed_who_completes_late_is_not_refused_before_what_comes_back_was_seen()
    {
        var stand = new Verdeelstand(
            10,
            Overschrijding.Stoppen,
            MagWeigeren: true,
            WachtlijstGesloten: true,
            Gelijken: false,
            Onderweg: 10
        );
        Gegadigde[] laat = [new("e", 15, 0, default), new("f", 5, 0, default)];
        var nu = Verdelen.Beslis(stand, [], meer: false, laat);
        Assert.Empty(nu.Geplaatst);
        Assert.Empty(nu.Geweigerd);
        var straks = Verdelen.Beslis(stand with { Vrij = 20, Onderweg = 0 }, [], meer: false, laat);
        Assert.Equal(["e", "f"], straks.Toegedeeld.Select(t => t.Zaaknummer));
        Assert.Equal(["e"], Verdelen.Beslis(stand with { Onderweg = 0 }, [], meer: false, laat).Geweigerd);
    }

    [Fact]
    public void Those_of_one_moment_are_not_drawn_while_what_comes_back_may_be_enough_for_all()
    {
        var stand = new Verdeelstand(
            10,
            Overschrijding.Stoppen,
            MagWeigeren: true,
            WachtlijstGesloten: false,
            Gelijken: true,
            Onderweg: 30
        );
        Gegadigde[] gelijken = [new("c", 20, 0, default), new("d", 20, 0, default)];
        Assert.Empty(Verdelen.Beslis(stand, [], meer: false, gelijken).Loten);
        Assert.Equal(["c", "d"], Verdelen.Beslis(stand with { Onderweg = 29 }, [], meer: false, gelijken).Loten);
    }

    private static readonly string[] Namen = ["a", "b", "c", "d", "e", "f"];

    /// <summary>Six who ask 30 of 100, drawn by "een"; those with budget first.</summary>
    private async Task<(Venster Venster, List<string> Eerste)> Geloot()
    {
        var v = await Venster.Publiceer(huis, 100, Volgorde.Loting);
        await v.Hoor([.. Namen.Select((naam, i) => v.Ingediend(naam, 30, i + 1)), v.Tot(Sluit)]);
        Assert.Null((await v.LegLijstVast()).Weigering);
        Assert.Null((await v.Loot("een")).Weigering);
        await huis.Rust();
        return (v, Orde(v, "een"));
    }

    /// <summary>The names in the order that this seed draws.</summary>
    private static List<string> Orde(Venster v, string zaad) => [.. Loten.Volgorde(zaad, Namen.Select(v.Zaak)).Select(z => z[..1])];
}
