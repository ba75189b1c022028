using System.Text.Json.Nodes;
using SlimRegeling.Web.Aanvraag;
using SlimRegeling.Web.Dossier;
using SlimRegeling.Web.Formulieren;

namespace SlimRegeling.Web.Tests;

/// <summary>Of a partnership each party is asked exactly what it did not declare, and nothing else of the form changes.</summary>
public sealed class AanvulformulierTests
{
    private static readonly Veld DeMinimis = new("deMinimis", Veldsoort.Groep, "De minimis")
    {
        Velden = [new("soort", Veldsoort.Tekst, "Soort"), new("bedrag", Veldsoort.Bedrag, "Bedrag")],
    };

    private static readonly Veld Geheel = new("", Veldsoort.Groep, "")
    {
        Velden =
        [
            new("partijen", Veldsoort.Lijst, "Partijen")
            {
                Element = new("", Veldsoort.Groep, "Partij")
                {
                    Velden =
                    [
                        new("kvkNummer", Veldsoort.Tekst, "KVK"),
                        new("jaaromzet", Veldsoort.Bedrag, "Omzet"),
                        new("verklaringen", Veldsoort.Groep, "Verklaringen") { Velden = [new("mkb", Veldsoort.JaNee, "Mkb"), DeMinimis] },
                    ],
                },
            },
            new("plan", Veldsoort.Groep, "Plan") { Velden = [new("doelen", Veldsoort.Alinea, "Doelen")] },
        ],
    };

    private static readonly Gevraagdstuk Steun = new(
        "de-minimisverklaring",
        "De-minimis",
        null,
        false,
        false,
        ["partijen[].verklaringen.deMinimis"]
    );

    private static readonly Gevraagdstuk Mkb = new(
        "mkb-verklaring",
        "Mkb",
        null,
        false,
        false,
        ["partijen[].jaaromzet", "partijen[].verklaringen.mkb"]
    );

    private static JsonObject Ingediend =>
        JsonNode
            .Parse(
                """
                {"verklaringen":{"mkb":true,"waarheid":true,"deMinimis":{"soort":"geen"}},
                 "plan":{"doelen":"Leren."},
                 "partijen":[
                  {"kvkNummer":"30000001","rol":"hoofdaanvrager","type":"mkb-onderneming","naam":"Hoofd"},
                  {"kvkNummer":"30000002","rol":"partij","type":"mkb-onderneming","naam":"Zagerij","jaaromzet":"10.00","verbondenMet":["39999999"],"verklaringen":{"mkb":true}},
                  {"kvkNummer":"30000003","rol":"partij","type":"onderwijsinstelling"}]}
                """
            )!
            .AsObject();

    [Fact]
    public void Only_who_did_not_declare_is_asked_and_only_that()
    {
        var aanvul = new Aanvulformulier(Geheel, Ingediend, [Steun]);

        Assert.Equal(
            [("partij-30000002", "Zagerij"), ("partij-30000003", "KVK 30000003")],
            aanvul.Formulier.Velden.Select(v => (v.Naam, v.Titel))
        );
        Assert.NotNull(aanvul.Formulier.Zoek("partij-30000002.verklaringen.deMinimis.soort"));
        Assert.Null(aanvul.Formulier.Zoek("partij-30000002.verklaringen.mkb"));
        Assert.Null(aanvul.Formulier.Zoek("partij-30000002.jaaromzet"));
    }

    [Fact]
    public void When_all_declared_what_is_asked_anyway_all_of_its_kind_are_asked()
    {
        var aanvul = new Aanvulformulier(Geheel, Ingediend, [Mkb]);

        Assert.Equal(["partij-30000001", "partij-30000002"], aanvul.Formulier.Velden.Select(v => v.Naam));
        Assert.Equal("10,00", aanvul.Ingevuld()["partij-30000002.jaaromzet"]);
        // Of the hoofdaanvrager what stands in the form itself.
        Assert.Equal("ja", aanvul.Ingevuld()["partij-30000001.verklaringen.mkb"]);
    }

    [Fact]
    public void What_is_filled_in_goes_to_the_row_of_that_party_and_the_rest_stays()
    {
        var aanvul = new Aanvulformulier(Geheel, Ingediend, [Steun]);
        var json = new JsonObject
        {
            ["partij-30000002"] = JsonNode.Parse("""{"verklaringen":{"deMinimis":{"soort":"ontvangen","bedrag":"5.00"}}}"""),
        };

        var geheel = aanvul.Geheel(json);

        Assert.Equal(
            """{"kvkNummer":"30000002","rol":"partij","type":"mkb-onderneming","naam":"Zagerij","jaaromzet":"10.00","verbondenMet":["39999999"],"verklaringen":{"mkb":true,"deMinimis":{"soort":"ontvangen","bedrag":"5.00"}}}""",
            geheel["partijen"]![1]!.ToJsonString()
        );
        Assert.Equal(["Leren.", "geen"], [(string)geheel["plan"]!["doelen"]!, (string)geheel["verklaringen"]!["deMinimis"]!["soort"]!]);
        Assert.DoesNotContain(geheel, v => v.Key.StartsWith("partij-", StringComparison.Ordinal));
        // Nothing filled in is nothing declared.
        Assert.Null(geheel["partijen"]![2]!["verklaringen"]);
    }

    [Fact]
    public void The_hoofdaanvrager_who_declared_beside_the_parties_keeps_that_when_a_figure_changes()
    {
        var aanvul = new Aanvulformulier(Geheel, Ingediend, [Mkb]);

        var hoofd = aanvul.Geheel(aanvul.Ingevuld().Json(aanvul.Formulier))["partijen"]![0]!;

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse("""{"mkb":true,"deMinimis":{"soort":"geen"}}"""), hoofd["verklaringen"]));
    }

    [Theory]
    [InlineData("partijen[1].verklaringen.deMinimis", "partij-30000002.verklaringen.deMinimis")]
    [InlineData("partijen[1].naam", "partijen[1].naam")]
    [InlineData("partijen[7].verklaringen.deMinimis", "partijen[7].verklaringen.deMinimis")]
    [InlineData("plan.doelen", "plan.doelen")]
    public void A_mistake_stands_at_the_party(string pad, string hier) =>
        Assert.Equal(hier, new Aanvulformulier(Geheel, Ingediend, [Steun]).Hier(pad));
}
