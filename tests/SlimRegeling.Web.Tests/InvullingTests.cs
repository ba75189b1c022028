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

    [Theory]
    [InlineData("1.250", "1250", "1,25", "Bedoelt u 1250 of 1,25?")]
    [InlineData("1,000", "1000", "1", "Bedoelt u 1000 of 1?")]
    [InlineData("12,345", "12345", "12,35", "Bedoelt u 12345 of 12,35 (afgerond)?")]
    public void A_number_that_can_be_two_is_asked(string tekst, string eerste, string tweede, string vraag)
    {
        var getal = new Veld("uren", Veldsoort.Getal, "Uren");
        var lezing = Schrijfwijze.Lees(getal, tekst);
        Assert.Null(lezing.Json);
        Assert.Equal(vraag, lezing.Fout);
        Assert.Equal([eerste, tweede], lezing.Keuzes!);
        Assert.All(lezing.Keuzes!, k => Assert.NotNull(Schrijfwijze.Lees(getal, k).Json));
        // Of whole things there are no parts.
        var heel = Schrijfwijze.Lees(getal with { Soort = Veldsoort.Geheel }, tekst);
        Assert.Equal(eerste, heel.Json!.ToJsonString());
    }

    [Theory]
    [InlineData("1250", "1250")]
    [InlineData("0,125", null)]
    [InlineData("0.500", "0.500")]
    [InlineData("12,50", "12.50")]
    [InlineData("1.2500", "1.2500")]
    [InlineData("1.250,5", "1250.5")]
    [InlineData("1 250,5", "1250.5")]
    [InlineData("1,250.50", "1250.50")]
    [InlineData("1.250.000", "1250000")]
    [InlineData("1.250,555", null)]
    public void A_number_that_can_be_one_is_not_asked(string tekst, string? json)
    {
        var lezing = Schrijfwijze.Lees(new Veld("uren", Veldsoort.Getal, "Uren"), tekst);
        Assert.Equal(json, lezing.Json?.ToJsonString());
        Assert.Null(lezing.Keuzes);
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
    [InlineData("weg:regels[0")]
    [InlineData("weg:regels[00]")]
    [InlineData("weg:regels[1]")]
    [InlineData("weg:regels[0].uren")]
    [InlineData("weg:naam[0]")]
    [InlineData("weg:codes[0]")]
    [InlineData("erbij:regels[0]")]
    [InlineData("lees:regels[1.uren=1")]
    [InlineData("lees:regels[500].uren=1")]
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

    [Theory]
    [InlineData("regels[1.uren")]
    [InlineData("regels[0]].uren")]
    [InlineData("regels[01].uren")]
    [InlineData("regels[+1].uren")]
    [InlineData("regels[ 1].uren")]
    [InlineData("regels.[1].uren")]
    [InlineData("regels[1]..uren")]
    [InlineData("[0].regels[0].uren")]
    [InlineData("naam[0]")]
    [InlineData("")]
    public void A_path_that_is_written_crookedly_is_of_no_field(string pad)
    {
        var invulling = Van((pad, "1"), ("naam", "x"), ("regels[0].uren", "1"));
        Assert.Equal(["naam", "regels[0].uren"], invulling.Waarden.Keys);
        var zelf = new Invulling();
        zelf.Zet("regels[1.uren", "1");
        Assert.Empty(zelf.Waarden);
    }

    [Fact]
    public void A_list_takes_no_more_rows_than_it_may_hold()
    {
        var kort = Formulier with { Velden = [Formulier.Velden[2] with { Meeste = 2 }] };
        var invulling = Invulling.Van(kort, Enumerable.Range(0, 9).Select(r => KeyValuePair.Create($"regels[{r}].uren", "1")));
        Assert.Equal(2, invulling.Rijen("regels"));
        Assert.Equal(2, invulling.Doe(kort, "erbij:regels")!.Rijen("regels"));
    }

    [Fact]
    public void A_few_fields_with_high_numbers_do_not_make_thousands_of_rows()
    {
        var genest = new Veld("", Veldsoort.Groep, "")
        {
            Velden =
            [
                new("lijst", Veldsoort.Lijst, "")
                {
                    Element = new("", Veldsoort.Groep, "") { Velden = [new("naam", Veldsoort.Tekst, ""), Formulier.Velden[2]] },
                },
            ],
        };
        var velden = Enumerable.Range(0, 199).Select(r => KeyValuePair.Create($"lijst[{r}].regels[199].uren", "")).ToList();
        var invulling = Invulling.Van(genest, velden);
        Assert.InRange(Rijen(invulling), 0, velden.Count);
        for (var rij = 0; rij < 199; rij++)
        {
            invulling.Zet($"lijst[{rij}].regels[199].uren", "");
        }
        Assert.InRange(Rijen(invulling), 1, 3_000);
        Assert.Empty(invulling.Opgeruimd().Waarden);

        static int Rijen(Invulling invulling) =>
            invulling.Rijen("lijst") + Enumerable.Range(0, 200).Sum(r => invulling.Rijen($"lijst[{r}].regels"));
    }

    [Fact]
    public void Rows_in_rows_move_up_with_the_row_they_stand_in()
    {
        var genest = Formulier with
        {
            Velden =
            [
                new("lijst", Veldsoort.Lijst, "")
                {
                    Element = new("", Veldsoort.Groep, "") { Velden = [new("naam", Veldsoort.Tekst, ""), Formulier.Velden[2]] },
                },
            ],
        };
        var invulling = new Invulling();
        foreach (
            var (pad, waarde) in ((string, string)[])
                [
                    ("[0].naam", ""),
                    ("[0].regels[0].uren", ""),
                    ("[1].naam", "b"),
                    ("[1].regels[0].uren", ""),
                    ("[1].regels[1].uren", "2"),
                    ("[2].regels[0].uren", "3"),
                ]
        )
        {
            invulling.Zet($"lijst{pad}", waarde);
        }
        var netjes = invulling.Opgeruimd();
        Assert.Equal(
            [("lijst[0].naam", "b"), ("lijst[0].regels[0].uren", "2"), ("lijst[1].regels[0].uren", "3")],
            netjes.Waarden.Select(w => (w.Key, w.Value))
        );
        Assert.Equal("3", netjes.Doe(genest, "weg:lijst[0]")!["lijst[0].regels[0].uren"]);
        Assert.Equal("2", invulling.Doe(genest, "weg:lijst[1].regels[0]")!["lijst[1].regels[0].uren"]);
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

    [Fact]
    public void A_place_in_what_was_saved_counts_only_the_rows_that_were_saved()
    {
        var invulling = Van(("regels[0].uren", ""), ("regels[1].uren", "8"), ("regels[2].uren", "9"), ("codes", "1, 2"));
        Assert.Equal("regels[2].tarief", invulling.Hier("regels[1].tarief"));
        Assert.Equal("codes[1]", invulling.Hier("codes[1]"));
        Assert.Equal("codes", Formulier.Plaats("codes[1]"));
        Assert.Null(Formulier.Plaats("regels[0].onbekend"));

        invulling.LaatWeg("regels[1]", "regels[1].tarief");
        invulling.LaatWeg("naam", "naam");
        Assert.Equal("regels[2].uren", invulling.Hier("regels[0].uren"));
        Assert.Equal("regels[1]", Assert.Single(invulling.Weggelaten).Key);

        invulling.Meld("regels[1].tarief", "Dit veld ontbreekt.");
        invulling.Meld("regels[1].uren", "Dit kan niet.");
        invulling.ZwijgOverLege();
        Assert.Equal("regels[1].uren", Assert.Single(invulling.Fouten).Pad);
    }

    [Fact]
    public void An_article_that_the_words_name_is_not_named_twice()
    {
        Assert.Equal("Te weinig (artikel 2.4)", new Veldfout("x", "Te weinig (artikel 2.4)", "artikel 2.4").Tekst);
        Assert.Equal("Te weinig (artikel 2.4)", new Veldfout("x", "Te weinig", "artikel 2.4").Tekst);
    }

    private static Invulling Van(params (string Pad, string Waarde)[] velden) =>
        Invulling.Van(Formulier, velden.Select(v => KeyValuePair.Create(v.Pad, v.Waarde)));
}
