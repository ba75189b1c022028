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
    public void A_lower_assessment_frees_the_difference_and_a_higher_one_takes_nothing()
    {
        Assert.Equal(9_000, Na(Vol.Verlaag(9_000, Daarna)).Bedrag);
        Assert.Empty(Vol.Verlaag(12_000, Daarna).Gebeurtenissen);
    }

    [Fact]
    public void A_refusal_frees_all_but_never_what_was_awarded()
    {
        Assert.Equal(0, Na(Vol.GeefVrij("afgewezen", Daarna)).Bedrag);
        Assert.Empty((Vol with { Besluit = "V1" }).GeefVrij("afgewezen", Daarna).Gebeurtenissen);
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
