using SlimRegeling.Web.Vaststellen;

namespace SlimRegeling.Web.Tests;

/// <summary>Who assesses a party that joins or takes over sees what is known of its aid, and confirms its declarations.</summary>
public sealed class ToetredingsveldenTests
{
    private const string Opvolger = "90003003";

    private static readonly Wijzigingsbeeld Gevraagd = new(
        "SLIM-2025-000001-W1",
        "partij-treedt-uit",
        "een partij die uit het samenwerkingsverband treedt",
        "gevraagd",
        new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero),
        new(2026, 4, 27),
        "4:13 Awb",
        [],
        Groeit: [new(Opvolger, 21_150.00m)]
    );

    [Fact]
    public void The_room_that_is_known_is_filled_in()
    {
        var steun = new Dictionary<string, Steunruimtebeeld>
        {
            [Opvolger] = new(Opvolger, 300_000.00m, 28_200.00m, 271_800.00m, "3, tweede lid, Verordening (EU) 2023/2831"),
        };
        var velden = Toetredingsvelden.Van(Gevraagd, steun).ToList();

        Assert.Equal(["deMinimisverklaring", "mkbverklaring", $"steunruimte.{Opvolger}"], velden.Select(v => v.Naam));
        Assert.Equal("271800,00", velden[2].Nu);
        Assert.Contains("Verordening (EU) 2023/2831", velden[2].Hulp, StringComparison.Ordinal);
    }

    [Fact]
    public void Room_that_is_not_known_is_left_to_who_assesses()
    {
        Assert.Null(Toetredingsvelden.Van(Gevraagd, null).Last().Nu);
        Assert.Empty(Toetredingsvelden.Van(Gevraagd with { Groeit = [] }, null));
    }
}
