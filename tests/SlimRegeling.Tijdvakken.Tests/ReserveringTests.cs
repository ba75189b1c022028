using CsCheck;
using NodaTime;
using SlimRegeling.Platform.Stromen;
using static SlimRegeling.Tijdvakken.Tests.Gegeven;

namespace SlimRegeling.Tijdvakken.Tests;

/// <summary>A reservation follows what is decided on the case, in any order of hearing.</summary>
public sealed class ReserveringTests
{
    private static readonly Reservering Vol = new("SLIM-1", "2026-04-mkb", 11_040, null);

    [Fact]
    public void An_award_turns_it_into_an_obligation() => Assert.Equal(Vol with { Besluit = "V1" }, Na(Vol.LegVast(11_040, "V1", Daarna)));

    [Fact]
    public void An_award_above_the_reservation_is_refused() =>
        Assert.Equal("boven-reservering", Vol.LegVast(11_040.01m, "V1", Daarna).Weigering?.Code);

    [Fact]
    public void A_lower_assessment_asks_the_difference_back_and_a_higher_one_takes_nothing()
    {
        var na = Na(Vol.Verlaag(9_000, Daarna));
        Assert.Equal((9_000, 2_040, 11_040), (na.Bedrag, na.Teruggevraagd, na.Geteld));
        Assert.Equal(9_000, Na(na.NeemTerug(2_040, Daarna), na).Geteld);
        Assert.Empty(Vol.Verlaag(12_000, Daarna).Gebeurtenissen);
    }

    [Fact]
    public void A_refusal_frees_all_at_once_but_never_what_was_awarded()
    {
        Assert.Equal(0, Na(Vol.GeefVrij("afgewezen", Daarna)).Geteld);
        var verlaagd = Na(Vol.Verlaag(9_000, Daarna));
        var weg = Na(verlaagd.GeefVrij("afgewezen", Daarna), verlaagd);
        Assert.Equal(0, weg.Geteld);
        // What Verlening gives back after it was free already.
        Assert.Empty(weg.NeemTerug(2_040, Daarna).Gebeurtenissen);
        Assert.Empty((Vol with { Besluit = "V1" }).GeefVrij("afgewezen", Daarna).Gebeurtenissen);
    }

    [Fact]
    public void A_place_that_is_lost_counts_until_it_is_given_back()
    {
        var terug = Na(Vol.VraagTerug("herloting", Daarna));
        Assert.Equal((0, 11_040), (terug.Bedrag, terug.Geteld));
        Assert.Equal(0, Na(terug.NeemTerug(11_040, Daarna), terug).Geteld);
        // Asked back and set apart again in its new place, before it came back.
        var opnieuw = terug.Apply(new BudgetGereserveerd(Vol.Tijdvak, 11_040, Daarna));
        Assert.Equal(22_080, opnieuw.Geteld);
        Assert.Equal(Vol, Na(opnieuw.NeemTerug(11_040, Daarna), opnieuw));
    }

    [Fact]
    public void What_was_signed_before_it_was_asked_back_is_set_apart_again()
    {
        var terug = Na(Vol.VraagTerug("herloting", Daarna));
        var beslissing = terug.LegVast(11_000, "V1", Daarna);
        Assert.Equal(11_000, Assert.IsType<BudgetGereserveerd>(beslissing.Gebeurtenissen[0]).Bedrag);
        var vast = Na(beslissing, terug);
        Assert.Equal(Vol with { Bedrag = 11_000, Besluit = "V1" }, vast);
        Assert.Empty(vast.NeemTerug(11_040, Daarna).Gebeurtenissen);
        Assert.Equal("boven-reservering", terug.LegVast(11_040.01m, "V1", Daarna).Weigering?.Code);
    }

    [Fact]
    public void What_was_lowered_before_it_was_asked_back_stays_free()
    {
        // As such events were stored before.
        var oud = Vol.Apply(new ReserveringVerlaagd(9_000, Daarna, "2026-04-mkb"));
        Assert.Equal(9_000, oud.Geteld);
        Assert.Equal(0, oud.Apply(new ReserveringVrijgegeven("herloting", Daarna, "2026-04-mkb")).Geteld);
    }

    [Fact]
    public void Assessment_and_award_in_any_order_and_twice_end_the_same()
    {
        Func<Reservering, Beslissing>[] gehoord =
        [
            r => r.Verlaag(9_000, Daarna),
            r => r.LegVast(9_000, "V1", Daarna),
            r => r.Verlaag(9_000, Daarna),
            r => r.LegVast(9_000, "V1", Daarna),
        ];
        Gen.Shuffle(gehoord)
            .Sample(volgorde =>
                volgorde.Aggregate(Vol, (stand, hoor) => Na(hoor(stand), stand)) == Vol with { Bedrag = 9_000, Besluit = "V1" }
            );
    }

    private static Reservering Na(Beslissing beslissing, Reservering? van = null) =>
        beslissing.Gebeurtenissen.Aggregate(van ?? Vol, (stand, g) => stand.Na(g));
}
