using SlimRegeling.Host.Tests.Voorbeeldzaken;

namespace SlimRegeling.Host.Tests;

/// <summary>The command <c>instrumenten</c>, for who adds a questionnaire without code.</summary>
public sealed class InstrumentenTests
{
    [Fact]
    public async Task Het_noemt_elk_instrument_en_van_een_bestand_met_een_gat_de_regel()
    {
        var huis = await Opdracht.Voer(["instrumenten"]);
        Assert.Equal(0, huis.Code);
        foreach (var id in (string[])["bouwstenen-1", "kernvragen-1", "lerend-innovatief-1"])
        {
            Assert.Contains($"{id}: ", huis.Uit, StringComparison.Ordinal);
        }

        var map = Directory.CreateTempSubdirectory("instrumenten-");
        await File.WriteAllTextAsync(
            Path.Combine(map.FullName, "proef.json"),
            "{\n  \"id\": \"proef-1\",\n  \"reeks\": \"proef\"\n}\n",
            TestContext.Current.CancellationToken
        );
        var krom = await Opdracht.Voer(["instrumenten", "--map", map.FullName]);
        map.Delete(recursive: true);

        Assert.Equal(1, krom.Code);
        Assert.StartsWith("proef.json is niet in orde:", krom.Uit, StringComparison.Ordinal);
        Assert.Contains("regel 1: ", krom.Uit, StringComparison.Ordinal);
    }
}
