using SlimRegeling.Platform.Narekenen;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Platform.Tests.Narekenen;

/// <summary>A stored decision beside the one computed again.</summary>
public sealed class VergelijkingTests
{
    [Naam("proef-besloten")]
    public sealed record Besloten(decimal Bedrag, string? Reden = null, [property: LaterToegevoegd] string? Regelhash = null) : Gebeurtenis;

    [Fact]
    public void The_same_is_no_difference() => Assert.Empty(Vergelijk(new(1.00m, "r", "h"), new(1.00m, "r", "h")));

    [Fact]
    public void Each_field_that_differs_is_named()
    {
        var verschillen = Vergelijk(new(1.00m, "r", "h"), new(2.00m, "s", "g"));
        Assert.Equal(
            [("bedrag", "1.00", "2.00"), ("reden", "r", "s"), ("regelhash", "h", "g")],
            verschillen.Select(v => (v.Wat, v.Vastgelegd, v.Berekend))
        );
    }

    [Fact]
    public void A_field_that_was_added_later_is_not_compared_where_the_decision_does_not_have_it() =>
        Assert.Empty(Vergelijk(new(1.00m, "r"), new(1.00m, "r", "h")));

    [Fact]
    public void What_a_decision_has_must_come_out_and_what_it_never_lacked_must_not_be_lost()
    {
        Assert.Equal("regelhash", Assert.Single(Vergelijk(new(1.00m, "r", "h"), new(1.00m, "r"))).Wat);
        Assert.Equal("reden", Assert.Single(Vergelijk(new(1.00m), new(1.00m, "r"))).Wat);
    }

    private static IReadOnlyList<Verschil> Vergelijk(Besloten vastgelegd, Besloten berekend) =>
        [.. Vergelijking.Van(vastgelegd, berekend, _ => "artikel")];
}
