using System.Text.Json.Nodes;
using SlimRegeling.Web.Pages.Aanvragen.Verantwoorden;

namespace SlimRegeling.Web.Tests;

/// <summary>Lines of a file beside the lines that are in a draft.</summary>
public sealed class RegelsInlezenTests
{
    [Fact]
    public void The_same_line_is_there_once_and_a_mark_of_ours_never_replaces_another_line()
    {
        var declaratie = Declaratie(("regel-3", "eerste"), ("huur-1", "oud"));

        Assert.Equal((0, 0), InlezenModel.Leg(declaratie, Regels(("regel-3", "eerste"), ("huur-1", "oud")), InlezenModel.Erbij));
        Assert.Equal((1, 1), InlezenModel.Leg(declaratie, Regels(("regel-3", "tweede"), ("huur-1", "nieuw")), InlezenModel.Erbij));

        Assert.Equal(["regel-3 eerste", "huur-1 nieuw", "regel-3-2 tweede"], Staat(declaratie));
    }

    [Fact]
    public void A_file_that_is_the_whole_declaration_takes_the_place_of_all_lines()
    {
        var declaratie = Declaratie(("regel-3", "eerste"), ("huur-1", "oud"));

        Assert.Equal((1, 0), InlezenModel.Leg(declaratie, Regels(("regel-3", "tweede")), InlezenModel.Vervang));

        Assert.Equal(["regel-3 tweede"], Staat(declaratie));
    }

    private static JsonObject Declaratie(params (string Id, string Wat)[] regels) => new() { ["regels"] = Regels(regels) };

    private static JsonArray Regels(params (string Id, string Wat)[] regels) =>
        new([.. regels.Select(r => new JsonObject { ["id"] = r.Id, ["omschrijving"] = r.Wat })]);

    private static IEnumerable<string> Staat(JsonObject declaratie) =>
        declaratie["regels"]!.AsArray().Select(r => $"{r!["id"]} {r["omschrijving"]}");
}
