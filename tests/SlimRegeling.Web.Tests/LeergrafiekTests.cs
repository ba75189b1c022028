using System.Globalization;
using System.Text.Json.Nodes;
using CsCheck;
using SlimRegeling.Web.Leerwerk;

namespace SlimRegeling.Web.Tests;

/// <summary>Where things are in the charts about learning, and what a form makes of values on a line.</summary>
public sealed class LeergrafiekTests
{
    private static readonly Scoreblad Blad = new("b", "b", new Schaal(1, 5), []);

    [Fact]
    public void A_score_is_where_its_scale_says()
    {
        Assert.Equal(("0", "500", "1000"), (Blad.Plek(1), Blad.Plek(3), Blad.Plek(5)));
        Assert.Equal("250", Blad.Lengte(2, 3));
    }

    /// <summary>A margin that reaches over the end of the scale is drawn to the end and no further; so is a mark.</summary>
    [Fact]
    public void Nothing_is_drawn_beside_the_chart() =>
        Gen.Select(Gen.Int[100, 500], Gen.Int[0, 200])
            .Sample(
                (score, marge) =>
                {
                    var (s, m) = (score / 100m, marge / 100m);
                    var van = Getal(Blad.Plek(s - m));
                    var begin = Getal(Blad.Begin(s, 8));
                    return van >= 0 && van + Getal(Blad.Lengte(s - m, s + m)) <= 1000.1m && begin >= 0 && begin <= 992;
                }
            );

    [Fact]
    public void A_count_is_measured_by_the_largest_and_a_mean_by_its_scale()
    {
        var aantallen = new Tellingen("t", "t", "k", "a", [("een", 5), ("twee", 20)]);
        Assert.Equal(("250", "1000", "1.500"), (aantallen.Lengte(5), aantallen.Lengte(20), aantallen.Tekst(1500)));
        Assert.Equal("0", new Tellingen("t", "t", "k", "a", [("een", 0)]).Lengte(0));

        var gemiddelden = new Tellingen("t", "t", "k", "a", [("een", 2.5m), ("twee", 4m)], new Schaal(1, 5));
        Assert.Equal(("375", "750", "2,5"), (gemiddelden.Lengte(2.5m), gemiddelden.Lengte(4m), gemiddelden.Tekst(2.5m)));
        Assert.Equal(("0", "1000"), (gemiddelden.Lengte(0.5m), gemiddelden.Lengte(6m)));
    }

    [Fact]
    public void Only_what_the_API_joins_is_a_line_and_a_target_stands_with_its_own_series()
    {
        var reeks = new Reeks(
            "een",
            new("Een", "One"),
            "bron",
            new("zo", "so"),
            [],
            [new(2020, 40, "bevestigd"), new(2024, 50, "bevestigd", Breuk: true)]
        );
        var indicator = new Indicator(
            "i",
            new("I", "I"),
            new("d", "d"),
            new("p", "p"),
            "leergedrag",
            "procent",
            "concept",
            [reeks],
            [new(2030, 60, "concept", "bron", "een"), new(2030, 70, "concept", "bron", "ander"), new(2030, 80, "concept", "bron")]
        );
        var grafiek = new Lijngrafiek(indicator, new(["een"], [new("een", [reeks.Punten[0]]), new("een", [reeks.Punten[1]])]), 1);
        Assert.Equal(60, Assert.Single(grafiek.Doelen).Waarde);
        Assert.Equal((2020, 2030), (grafiek.Eerste, grafiek.Laatste));
        // A value that stands alone is a line of one point.
        Assert.All(grafiek.Grafiek.Lijnen, l => Assert.DoesNotContain(' ', grafiek.Punten(l)));
    }

    [Fact]
    public void Values_on_lines_become_numbers_and_what_cannot_be_read_says_which_line()
    {
        var gelezen = JsonNode
            .Parse(
                """
                {"naam":{"nl":"a","en":"a"},
                 "reeksen":{"0":{"code":"een","vergelijkbaarMet":"twee drie","punten":"2020; 40,5; bevestigd\n2024; 41; tweedehands; ja; anders; en meer"}},
                 "doelen":"2030; 60; concept; ; het programma; bijlage 2\n\nhoi"}
                """
            )!
            .AsObject();
        var fouten = new JsonArray();
        var indicator = Indicatorvorm.Naar(gelezen, fouten);
        var reeks = Assert.Single(indicator["reeksen"]!.AsArray())!;
        Assert.Equal(40.5m, (decimal)reeks["punten"]![0]!["waarde"]!);
        Assert.True((bool)reeks["punten"]![1]!["breuk"]!);
        Assert.Equal(["twee", "drie"], reeks["vergelijkbaarMet"]!.AsArray().Select(c => (string)c!));
        // The last field takes all that is left.
        Assert.Equal("anders; en meer", (string)reeks["punten"]![1]!["opmerking"]!);
        var doel = Assert.Single(indicator["doelen"]!.AsArray())!;
        Assert.Equal((2030, "het programma; bijlage 2"), ((int)doel["jaar"]!, (string)doel["bron"]!));
        Assert.Null(doel["reeks"]);
        var fout = Assert.Single(fouten)!;
        Assert.Equal("doelen", (string?)fout["veld"]);
        // The line as one sees it: an empty one counts.
        Assert.StartsWith("Regel 3: ", (string?)fout["uitleg"], StringComparison.Ordinal);
    }

    /// <summary>What can mean two things, or nothing, is never guessed.</summary>
    [Theory]
    [InlineData("2024; 3.600; bevestigd", "3600 of 3,6")]
    [InlineData("2024; 40; bevestigd; misschien", "'misschien' is geen ja of nee")]
    [InlineData("2024; 40; zeker", "'zeker' is geen status")]
    [InlineData("24; 40; bevestigd", "'24' is geen jaar")]
    [InlineData("2024; -1; bevestigd", "'-1' is geen getal")]
    [InlineData("2024; 40,123; bevestigd", "'40,123'")]
    public void A_value_that_cannot_be_read_is_refused_with_its_line(string regel, string waarom)
    {
        var fouten = new JsonArray();
        Indicatorvorm.Naar(Meting($"2020; 40; bevestigd; NEE; goed\n{regel}"), fouten);
        var fout = Assert.Single(fouten)!;
        Assert.Equal("reeksen.0.punten", (string?)fout["veld"]);
        Assert.StartsWith("Regel 2: ", (string?)fout["uitleg"], StringComparison.Ordinal);
        Assert.Contains(waarom, (string?)fout["uitleg"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_series_without_a_code_is_refused_and_not_dropped()
    {
        var fouten = new JsonArray();
        Indicatorvorm.Naar(JsonNode.Parse("""{"reeksen":{"0":{"bron":"zonder code"}}}""")!.AsObject(), fouten);
        Assert.Equal("reeksen.0.code", (string?)Assert.Single(fouten)!["veld"]);
    }

    /// <summary>A colleague took series away in between: what was typed in the last of them has its place still.</summary>
    [Fact]
    public void The_form_has_room_for_each_series_in_which_something_was_typed()
    {
        Assert.Equal(0, Indicatorvorm.Aantal(["naam.nl", "reeksen", "reeksen.x.code", "reeksen.2000000000.code"]));
        var aantal = Indicatorvorm.Aantal(["reeksen.0.code", "reeksen.3.bron"]);
        Assert.Equal(4, aantal);
        Assert.Contains(Indicatorvorm.Van("i", null, aantal).Velden, v => v.Naam == "reeksen.3.bron");
        Assert.DoesNotContain(Indicatorvorm.Van("i", null).Velden, v => v.Naam == "reeksen.1.bron");
    }

    /// <summary>Whatever stands in the fields, what a form shows is read back as it was.</summary>
    [Fact]
    public void What_a_form_shows_of_an_indicator_comes_back_as_it_was() =>
        Gen.Select(
                Gen.Int[0, 10_000_000],
                Gen.Bool,
                Gen.OneOf("", "iets meer dan 50", "a; b", "ja", "; ja", "x;;"),
                Gen.OneOf("bron", "bron; blz. 3", "een")
            )
            .Sample(
                (honderdsten, breuk, opmerking, bron) =>
                {
                    var punt = new Punt(2024, honderdsten / 100m, "bevestigd", breuk, opmerking.Length == 0 ? null : opmerking);
                    var doel = new Doel(2030, honderdsten / 100m, "concept", bron, breuk ? "een" : null);
                    Reeks reeks = new("een", new("Een", "One"), "bron", new("zo", "so"), [], [punt]);
                    Indicator indicator = new(
                        "i",
                        new("I", "I"),
                        new("d", "d"),
                        new("p", "p"),
                        "leergedrag",
                        "procent",
                        "concept",
                        [reeks],
                        [doel]
                    );
                    var velden = Indicatorvorm.Van("i", indicator).Velden;
                    var gelezen = Meting(velden.Single(v => v.Naam == "reeksen.0.punten").Nu!);
                    gelezen["doelen"] = velden.Single(v => v.Naam == "doelen").Nu;
                    var fouten = new JsonArray();
                    var terug = Indicatorvorm.Naar(gelezen, fouten);
                    var p = terug["reeksen"]![0]!["punten"]![0]!;
                    var d = terug["doelen"]![0]!;
                    return fouten.Count == 0
                        && (decimal)p["waarde"]! == punt.Waarde
                        && (bool)p["breuk"]! == breuk
                        && ((string?)p["opmerking"] ?? "") == opmerking
                        && (string?)d["bron"] == bron
                        && (string?)d["reeks"] == doel.Reeks;
                }
            );

    private static JsonObject Meting(string punten) =>
        new()
        {
            ["reeksen"] = new JsonObject
            {
                ["0"] = new JsonObject { ["code"] = "een", ["punten"] = punten },
            },
        };

    private static decimal Getal(string getal) => decimal.Parse(getal, CultureInfo.InvariantCulture);
}
