using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Options;
using SlimRegeling.Platform.Identiteit;

namespace SlimRegeling.Platform.Tests.Identiteit;

/// <summary>Without a secret nobody is hidden: production does not begin with that, and elsewhere it is known that it is so.</summary>
public sealed class SchuilnaamTests
{
    [Theory]
    [InlineData("Production", "Host=db", "eigen", "dienst", false, false)]
    [InlineData("Production", "Host=db", "eigen", null, false, false)]
    [InlineData("Production", "Host=db", null, "dienst", false, false)]
    [InlineData("Production", "Host=db", null, null, true, false)]
    [InlineData("Production", null, null, null, false, true)]
    [InlineData("Development", "Host=db", null, null, false, true)]
    public void In_productie_weigert_het_programma_te_beginnen_zonder_geheim(
        string omgeving,
        string? verbinding,
        string? eigen,
        string? dienst,
        bool weigert,
        bool voorbeeld
    )
    {
        if (weigert)
        {
            var fout = Assert.Throws<Opstartfout>(() => Maak(omgeving, verbinding, eigen, dienst));
            Assert.Contains(Schuilnaam.Instelling, fout.Message, StringComparison.Ordinal);
            return;
        }
        var schuilnaam = Maak(omgeving, verbinding, eigen, dienst);
        Assert.Equal(voorbeeld, schuilnaam.IsVoorbeeld);
        Assert.Equal(schuilnaam.Van("persoon", "P-01"), Maak(omgeving, verbinding, eigen, dienst).Van("persoon", "P-01"));
        Assert.NotEqual(schuilnaam.Van("persoon", "P-01"), schuilnaam.Van("leverancier", "P-01"));
    }

    private static Schuilnaam Maak(string omgeving, string? verbinding, string? eigen, string? dienst) =>
        Schuilnaam.Uit(
            new ConfigurationBuilder()
                .AddInMemoryCollection(
                    new Dictionary<string, string?> { ["ConnectionStrings:SlimRegeling"] = verbinding, [Schuilnaam.Instelling] = eigen }
                )
                .Build(),
            new HostingEnvironment { EnvironmentName = omgeving },
            new Dienstgeheim(Options.Create(new Aanmeldinstellingen { DienstGeheim = dienst }))
        );
}
