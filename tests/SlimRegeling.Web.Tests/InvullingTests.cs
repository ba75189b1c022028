using System.Text.Json.Nodes;
using SlimRegeling.Web.Aanvraag;
using SlimRegeling.Web.Formulieren;

namespace SlimRegeling.Web.Tests;

/// <summary>A form as texts by path: to and from the API, rows, and three versions of the same fields.</summary>
public sealed class InvullingTests
{
    private static readonly Veld Formulier = new("", Veldsoort.Groep, "")
    {
        Velden =
        [
            new("naam", Veldsoort.Tekst, "Naam") { Verplicht = true },
            new("codes", Veldsoort.Teksten, "Codes"),
            new("regels", Veldsoort.Lijst, "Regels")
            {
                Element = new("", Veldsoort.Groep, "Regel")
                {
                    Velden =
                    [
                        new("uren", Veldsoort.Getal, "Uren") { Verplicht = true },
                        new("tarief", Veldsoort.Bedrag, "Tarief") { Verplicht = true },
                    ],
                },
            },
        ],
    };

    [Fact]
    public void What_people_write_becomes_what_the_api_has_and_comes_back_as_they_write_it()
    {
        var invulling = Van(
            ("naam", "De Troffel"),
            ("codes", "43.21, 4322"),
            ("regels[0].uren", "12,5"),
            ("regels[0].tarief", "€ 1.250,50")
        );

        var json = invulling.Json(Formulier);

        Assert.Equal("""{"naam":"De Troffel","codes":["4321","4322"],"regels":[{"uren":12.5,"tarief":"1250.50"}]}""", json.ToJsonString());
        Assert.Empty(invulling.Fouten);
        var terug = Invulling.Van(Formulier, JsonNode.Parse(json.ToJsonString()));
        Assert.Equal("1.250,50", terug["regels[0].tarief"]);
        Assert.Equal("12,5", terug["regels[0].uren"]);
        Assert.Equal("4321, 4322", terug["codes"]);
    }

    [Fact]
    public void What_can_mean_two_amounts_is_asked_and_one_click_answers()
    {
        var invulling = Van(("regels[0].tarief", "1.250"));
        Assert.Null(invulling.Json(Formulier)["regels"]![0]!["tarief"]);
        var keuzes = invulling.Keuzes("regels[0].tarief");
        Assert.Equal(["1.250,00", "1,25"], keuzes);

        var gekozen = invulling.Doe(Formulier, $"lees:regels[0].tarief={keuzes[0]}")!;

        Assert.Equal("1250.00", (string?)Van([.. gekozen.Waarden.Select(w => (w.Key, w.Value))]).Json(Formulier)["regels"]![0]!["tarief"]);
    }

    [Fact]
    public void A_row_that_is_taken_away_moves_the_later_ones_up_and_rows_with_nothing_are_not_sent()
    {
        var invulling = Van(("regels[0].uren", "1"), ("regels[1].uren", ""), ("regels[2].uren", "3"));
        Assert.Equal("3", invulling.Doe(Formulier, "weg:regels[0]")!["regels[1].uren"]);
        Assert.Equal("""{"regels":[{"uren":1},{"uren":3}]}""", invulling.Opgeruimd().Json(Formulier).ToJsonString());
        Assert.Equal(4, invulling.Doe(Formulier, "erbij:regels")!.Rijen("regels"));
    }

    [Theory]
    [InlineData("weg:regels[")]
    [InlineData("weg:")]
    [InlineData("erbij:naam")]
    [InlineData("lees:bestaat.niet=1")]
    public void An_order_that_makes_no_sense_changes_nothing(string opdracht)
    {
        var invulling = Van(("naam", "x"), ("regels[0].uren", "1"));
        Assert.Equal(invulling.Waarden, invulling.Doe(Formulier, opdracht)!.Waarden);
    }

    [Fact]
    public void Fields_that_the_form_does_not_have_and_rows_that_nobody_has_are_left_out()
    {
        var invulling = Van(("wachtwoord", "x"), ("regels[9999999].uren", "1"), ("regels[-1].uren", "1"), ("regels[", "1"));
        Assert.Empty(invulling.Waarden);
    }

    [Fact]
    public void What_must_be_filled_in_is_told_in_what_was_begun()
    {
        var invulling = Van(("regels[0].uren", "1"));
        invulling.MeldOntbrekend(Formulier, "", "Vul in.");
        Assert.Equal(["naam", "regels[0].tarief"], invulling.Fouten.Select(f => f.Pad));
    }

    [Fact]
    public void What_one_changed_is_taken_and_what_both_changed_is_asked()
    {
        var samen = Samenvoeging.Van(
            new Dictionary<string, string>
            {
                ["a"] = "1",
                ["b"] = "1",
                ["c"] = "1",
                ["d"] = "1",
            },
            new Dictionary<string, string>
            {
                ["a"] = "mijn",
                ["b"] = "1",
                ["c"] = "mijn",
                ["d"] = "zelfde",
            },
            new Dictionary<string, string>
            {
                ["a"] = "1",
                ["b"] = "hun",
                ["c"] = "hun",
                ["d"] = "zelfde",
            }
        );
        Assert.Equal(new Verschil("c", "hun", "mijn"), Assert.Single(samen.Verschillen));
        Assert.Equal(new Verschil("b", "hun", "1"), Assert.Single(samen.Overgenomen));
        Assert.Equal(("mijn", "hun", "zelfde"), (samen.Waarden["a"], samen.Waarden["b"], samen.Waarden["d"]));
    }

    private static Invulling Van(params (string Pad, string Waarde)[] velden) =>
        Invulling.Van(Formulier, velden.Select(v => KeyValuePair.Create(v.Pad, v.Waarde)));
}
