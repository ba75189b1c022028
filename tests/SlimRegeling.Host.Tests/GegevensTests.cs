using SlimRegeling.Host.Tests.Voorbeeldzaken;

namespace SlimRegeling.Host.Tests;

/// <summary>The commands that work on the data of a program that does not run.</summary>
[Collection(typeof(EenGespeeld))]
public sealed class GegevensTests(Gespeeld gespeeld)
{
    [Theory]
    [InlineData("narekenen")]
    [InlineData("herbouw")]
    public async Task Een_draaiend_programma_heeft_de_gegevens(string opdracht)
    {
        using var proces = gespeeld.Start();
        await Gespeeld.TotAccounts(proces);

        var antwoord = await Opdracht.Voer([opdracht], gespeeld.Omgeving);
        await gespeeld.Einde(proces);

        Assert.Equal(1, antwoord.Code);
        Assert.Empty(antwoord.Uit);
        Assert.Contains("in gebruik door een ander draaiend SlimRegeling-programma", antwoord.Fout, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("narekenen")]
    [InlineData("herbouw")]
    public async Task Waar_geen_gegevens_zijn_worden_ze_niet_gemaakt(string opdracht)
    {
        var leeg = Directory.CreateTempSubdirectory($"{opdracht}-leeg-");

        var antwoord = await Opdracht.Voer([opdracht], ("SlimRegeling__Gegevensmap", leeg.FullName));

        Assert.Equal(1, antwoord.Code);
        Assert.Contains("staan geen gegevens", antwoord.Fout, StringComparison.Ordinal);
        Assert.Empty(leeg.EnumerateFileSystemInfos());
        leeg.Delete();
    }
}
