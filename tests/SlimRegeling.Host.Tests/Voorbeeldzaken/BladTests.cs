using System.Text.Json.Nodes;
using SlimRegeling.Host.Voorbeeldzaken;

namespace SlimRegeling.Host.Tests.Voorbeeldzaken;

public sealed class BladTests
{
    [Fact]
    public void Bedragen_krijgen_een_komma_en_tekst_kan_geen_formule_worden()
    {
        var regels = JsonNode.Parse(
            """[{ "rekening": "bank", "bedrag": "-11040.00" }, { "rekening": "=1+1;\"x\"", "op": "2027-10-13" }]"""
        );

        Assert.Equal("rekening;bedrag;op\r\nbank;-11040,00;\r\n\"'=1+1;\"\"x\"\"\";;2027-10-13\r\n", Blad.Csv(regels!.AsArray()));
    }
}
