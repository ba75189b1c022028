using SlimRegeling.Web.Api.Verlening;
using SlimRegeling.Web.Bezwaren;
using SlimRegeling.Web.Vaststellen;

namespace SlimRegeling.Web.Tests;

/// <summary>Who assesses a party that joins or takes over sees what is known of its aid, and confirms its declarations.</summary>
public sealed class ToetredingsveldenTests
{
    private const string Opvolger = "90003003";

    private static readonly Wijzigingsdeel[] Groeit = [new(Opvolger, 21_150.00m)];

    [Fact]
    public void The_room_that_is_known_is_filled_in()
    {
        var steun = new Dictionary<string, Steunruimtebeeld>
        {
            [Opvolger] = new(Opvolger, 300_000.00m, 28_200.00m, 271_800.00m, "3, tweede lid, Verordening (EU) 2023/2831"),
        };
        var velden = Toetredingsvelden.Van(Groeit, steun, null).ToList();

        Assert.Equal(["deMinimisverklaring", "mkbverklaring", $"steunruimte.{Opvolger}"], velden.Select(v => v.Naam));
        Assert.Equal("271800,00", velden[2].Nu);
        Assert.Contains("Verordening (EU) 2023/2831", velden[2].Hulp, StringComparison.Ordinal);
    }

    [Fact]
    public void Room_that_is_not_known_is_left_to_who_assesses()
    {
        Assert.Null(Toetredingsvelden.Van(Groeit, null, null).Last().Nu);
        Assert.Empty(Toetredingsvelden.Van([], null, null));
        Assert.Empty(Toetredingsvelden.Van(null, null, null));
    }

    /// <summary>Also where nobody receives more.</summary>
    [Fact]
    public void Where_a_party_leaves_it_is_confirmed_that_it_still_is_a_partnership()
    {
        var eis = new Samenstellingsvraag("Blijven er ten minste 2 mkb-ondernemingen?", "2.1");
        var veld = Assert.Single(Toetredingsvelden.Van(null, null, eis));
        Assert.Equal(("samenstelling", eis.Vraag, Veldvorm.JaNee), (veld.Naam, veld.Titel, veld.Vorm));
        Assert.Contains("artikel 2.1", veld.Hulp, StringComparison.Ordinal);
        Assert.Equal("samenstelling", Toetredingsvelden.Van(Groeit, null, eis).First().Naam);
    }

    /// <summary>The same is asked when the change is granted on an objection.</summary>
    [Fact]
    public void Who_proposes_on_an_objection_is_asked_the_same()
    {
        var bezwaar = new BezwaarTonenBeeld
        {
            Bezwaar = "SLIM-000000000A-BZ1",
            Zaaknummer = "SLIM-000000000A",
            Soort = "wijziging",
            Fase = Bezwaarfase.InBehandeling,
            Beslissingen = [],
            Groeit = [new() { Code = Opvolger, Bedrag = "21150.00" }],
            Samenstelling = new() { Vraag = "Blijven er ten minste 2 mkb-ondernemingen?", Artikel = "2.1" },
        };

        var velden = Beslisstappen.Beslissen(bezwaar, loopt: false, kanHerbeoordelen: false, [], null).Single().Velden;

        Assert.Equal(
            ["uitkomst", "motivering", "samenstelling", "deMinimisverklaring", "mkbverklaring", $"steunruimte.{Opvolger}"],
            velden.Select(v => v.Naam)
        );
        Assert.Contains("Alleen bij gegrond.", velden[2].Hulp, StringComparison.Ordinal);
    }
}
