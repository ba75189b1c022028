using CsCheck;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using SlimRegeling.Berichten.Vaststelling;
using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Platform.Stromen;
using static SlimRegeling.Tijdvakken.Tests.Bezwaarpost;
using static SlimRegeling.Tijdvakken.Tests.Gegeven;

namespace SlimRegeling.Tijdvakken.Tests;

/// <summary>What the minister withdraws is free for the next, once, in whatever order it is heard; after the waiting list was closed it is only booked.</summary>
[Collection(typeof(EenVerdeelhuis))]
public sealed class IntrekkingTests(Verdeelhuis huis)
{
    private static readonly int[] Vier = [0, 1, 2, 3];

    [Fact]
    public async Task What_is_withdrawn_goes_to_the_next_in_line_and_is_counted_once()
    {
        var v = await Gevuld(huis, 300);
        await v.Hoor(v.Verleend("a", 100, 20), v.Verleend("b", 100, 21), v.Verleend("c", 100, 22));
        Assert.Equal((300m, 300m), await v.Geld());

        // Forty is not enough for who asks a hundred.
        await v.Hoor(Ingetrokken(v, "a", 60, 1));
        await Klopt(v);
        await v.Hoor(Ingetrokken(v, "a", 0, 2), Ingetrokken(v, "a", 0, 2));
        Assert.Equal((300m, 300m), await v.Geld());
        Assert.Equal(100m, await Gereserveerd(v, "d"));
        Assert.Equal(0m, await Gereserveerd(v, "a"));
        await Klopt(v);
    }

    [Fact]
    public async Task What_is_withdrawn_before_the_award_is_heard_keeps_its_place_until_then()
    {
        var v = await Gevuld(huis, 300);
        await v.Hoor(Ingetrokken(v, "a", 0, 1));
        Assert.Equal((300m, 300m), await v.Geld());
        await v.Hoor(v.Verleend("a", 100, 20));
        Assert.Equal((300m, 300m), await v.Geld());
        Assert.Equal(100m, await Gereserveerd(v, "d"));
        await Klopt(v);
    }

    [Fact]
    public void In_any_order_what_is_left_is_what_is_reserved_and_the_reserve_is_whole_again() =>
        Gen.Select(Gen.Shuffle(Vier), Gen.Int[0, 139], Gen.Int[0, 40])
            .Sample(
                (volgorde, rest, uitReserve) =>
                {
                    var stand = new Reservering("SLIM-1", "2026-04-mkb", 100, null) with
                    {
                        Bezwaarbudgetten = [new Bezwaarbudget("BZ1", 40, uitReserve)],
                    };
                    Func<Reservering, Beslissing>[] gehoord =
                    [
                        r => r.LegVast(100, "V1", Daarna),
                        r => r.LegVastNaBezwaar(140, "BZ1-1", "BZ1", Daarna),
                        // The objection is over when the award that it gives is there, also when that is less by now.
                        r => r.Heeft(140) ? r.GeefBezwaarVrij("BZ1", Daarna) : Beslissing.Geen,
                        r => r.TrekIn(rest, "I1", Daarna),
                    ];
                    var hoogste = stand.Geteld;
                    foreach (var i in volgorde)
                    {
                        var beslissing = gehoord[i](stand);
                        Assert.Null(beslissing.Weigering);
                        stand = beslissing.Gebeurtenissen.Aggregate(stand, (s, g) => s.Na(g));
                        Assert.InRange(stand.Geteld, 0, hoogste);
                        Assert.InRange(stand.UitReserve, 0, uitReserve);
                        Assert.True(stand.UitReserve <= stand.Geteld);
                    }
                    Assert.Equal((rest, rest), (stand.Bedrag, stand.Geteld));
                    Assert.Equal(Math.Max(0, uitReserve - (140 - rest)), stand.VastUitReserve);
                }
            );

    [Fact]
    public void In_any_order_what_is_revoked_is_reserved_again_and_nothing_beside_it() =>
        Gen.Select(Gen.Shuffle(Vier), Gen.Int[0, 98], Gen.Int[1, 100], Gen.Bool)
            .Sample(
                (volgorde, rest, erbij, geheel) =>
                {
                    var blijft = Math.Min(99, rest + erbij);
                    var wordt = geheel ? 100 : blijft;
                    var stand = new Reservering("SLIM-1", "2026-04-mkb", 100, null)
                    {
                        Bezwaarbudgetten = [new Bezwaarbudget("BZ1", wordt - rest, 0)],
                    };
                    Func<Reservering, Beslissing>[] gehoord =
                    [
                        r => r.LegVast(100, "V1", Daarna),
                        r => r.TrekIn(rest, "I1", Daarna),
                        r => r.Herroep("I1", geheel ? null : blijft, wordt, "BZ1-1", "BZ1", Daarna),
                        r => r.IsHerroepen("BZ1-1") ? r.GeefBezwaarVrij("BZ1", Daarna) : Beslissing.Geen,
                    ];
                    foreach (var i in volgorde)
                    {
                        stand = Gehoord(gehoord[i](stand), stand);
                    }
                    Assert.Equal((wordt, wordt), (stand.Bedrag, stand.Geteld));
                    // A withdrawal after it counts again.
                    Assert.Equal(0, Gehoord(stand.TrekIn(0, "I2", Daarna), stand).Geteld);
                }
            );

    [Fact]
    public async Task What_is_revoked_takes_from_the_window_what_was_set_apart_for_it()
    {
        var v = await Gevuld(huis, 300);
        await v.Hoor(v.Verleend("a", 100, 20));
        await v.Hoor(Ingetrokken(v, "a", 60, 1));
        await v.Hoor(Vraag(v, "a", 40, 1));
        Assert.Equal((300m, 300m), await v.Geld());
        var gewijzigd = Gewijzigd(v, "a", 100) with { Was = 60, Intrekking = $"{v.Zaak("a")}-I1" };
        await v.Hoor(Beslist(v, "a", 2, 100) with { Gevolg = "herroepen" }, gewijzigd, gewijzigd);
        Assert.Equal(100m, await Gereserveerd(v, "a"));
        await Klopt(v);
    }

    [Fact]
    public async Task What_is_settled_lower_is_booked_and_goes_to_nobody()
    {
        var v = await Gevuld(huis, 300);
        // Heard before its award, and after the one in whose place it comes.
        await v.Hoor(Vastgesteld(v, "a", 80, 4), Vastgesteld(v, "a", 60, 3));
        await v.Hoor(v.Verleend("a", 100, 20), v.Verleend("b", 100, 21), v.Verleend("c", 100, 22));
        Assert.Equal((300m, 80m, 20m), await Stand(v));
        await v.Hoor(Vastgesteld(v, "b", 100, 5));
        Assert.Equal((300m, 180m, 20m), await Stand(v));
        Assert.Equal((300m, 300m), await v.Geld());
        Assert.Equal(0m, await Gereserveerd(v, "d"));

        await v.Hoor(Ingetrokken(v, "a", 50, 1));
        Assert.Equal((250m, 150m, 0m), await Stand(v));
        await Klopt(v);
    }

    [Fact]
    public void A_later_withdrawal_leaves_less_and_one_that_is_heard_again_changes_nothing()
    {
        var stand = new Reservering("SLIM-1", "2026-04-mkb", 100, "V1");
        var na = Na(stand.TrekIn(60, "I1", Daarna), stand);
        Assert.Equal(30, Na(na.TrekIn(30, "I2", Daarna), na).Geteld);
        Assert.Empty(na.TrekIn(60, "I1", Daarna).Gebeurtenissen);
        Assert.Equal(60, Na(na.TrekIn(80, "I0", Daarna), na).Geteld);

        static Reservering Na(Beslissing beslissing, Reservering voor) => beslissing.Gebeurtenissen.Aggregate(voor, (s, g) => s.Na(g));
    }

    private static Reservering Gehoord(Beslissing beslissing, Reservering voor)
    {
        Assert.Null(beslissing.Weigering);
        return beslissing.Gebeurtenissen.Aggregate(voor, (s, g) => s.Na(g));
    }

    private async Task<(decimal Verleend, decimal Vastgesteld, decimal Lager)> Stand(Venster v)
    {
        var uitkomst = await huis.Doe(async d =>
        {
            var sessie = d.GetRequiredService<Werkeenheid<TijdvakkenContext>>().Sessie;
            return Uitkomst.Ok(await Vastgesteldstand.Lees(sessie, v.Id, TestContext.Current.CancellationToken));
        });
        var stand = Assert.IsType<Vastgesteldstand>(uitkomst.Inhoud);
        return (stand.Verleend, stand.Vastgesteld, stand.LagerVastgesteld);
    }

    private static SubsidieVastgesteldBericht Vastgesteld(Venster v, string naam, decimal bedrag, long versie) =>
        new(
            v.Zaak(naam),
            v.Id,
            $"kvk-{naam}",
            "slim-2026",
            $"{v.Zaak(naam)}-S1",
            new LocalDate(2027, 7, 1),
            100,
            bedrag,
            0,
            bedrag,
            [],
            Daarna,
            Versie: versie
        );

    private static VerleningIngetrokkenBericht Ingetrokken(Venster v, string naam, decimal blijft, int volgnummer) =>
        new(
            v.Zaak(naam),
            v.Id,
            $"kvk-{naam}",
            "slim-2026",
            $"{v.Zaak(naam)}-I{volgnummer}",
            "V1",
            "verlening",
            new LocalDate(2026, 9, 22),
            "verlening-onjuist",
            blijft,
            100,
            0,
            0,
            0,
            new LocalDate(2026, 6, 22),
            Guid.Empty,
            "hash",
            ["bo", "mo"],
            Erna + Duration.FromHours(volgnummer)
        );

    private Task<decimal> Gereserveerd(Venster v, string naam) =>
        huis.Vraag<decimal>(
            $"select coalesce((select (data ->> 'bedrag')::numeric from tijdvakken.mt_doc_reservering where id = '{v.Zaak(naam)}'), 0)"
        );

    /// <summary>The total as the reconciliation lays it beside the reservations every night.</summary>
    private async Task Klopt(Venster v)
    {
        var totaal = Context
            .Van<TijdvakkenContext>()
            .Controles.Single(c => c.Regel == "het totaal van een tijdvak is de som van zijn reserveringen");
        Assert.Equal(
            0L,
            await huis.Vraag<long>($"select count(*) from ({totaal.Sql}) c (tijdvak, verwacht, gevonden) where c.tijdvak = '{v.Id}'")
        );
    }
}
