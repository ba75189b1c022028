using SlimRegeling.Host.Tests.Voorbeeldzaken;

namespace SlimRegeling.Host.Tests;

/// <summary>The program itself, as it would be started in production.</summary>
public sealed class ProductieTests
{
    [Fact]
    public async Task Zonder_aanmelddienst_begint_het_programma_in_productie_niet_en_zegt_het_wat_er_moet_gebeuren()
    {
        var map = Directory.CreateTempSubdirectory("productie-");

        var antwoord = await Opdracht.Voer(
            ["--environment", "Production"],
            // Nobody listens there: it does not come so far.
            ("ConnectionStrings__SlimRegeling", "Host=127.0.0.1;Port=1;Database=nergens;Username=niemand"),
            ("SlimRegeling__Gegevensmap", map.FullName),
            ("ASPNETCORE_URLS", "http://127.0.0.1:0")
        );

        Assert.Equal(1, antwoord.Code);
        Assert.Empty(antwoord.Uit);
        Assert.StartsWith("In productie mag niemand zich als voorbeeldpersoon aanmelden.", antwoord.Fout, StringComparison.Ordinal);
        Assert.Contains("Geef bij SlimRegeling:Aanmelding:Provider", antwoord.Fout, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", antwoord.Fout, StringComparison.Ordinal);
        // No key of the example provider either.
        Assert.Empty(map.EnumerateFileSystemInfos());
        map.Delete();
    }
}
