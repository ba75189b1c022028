using SlimRegeling.Platform;
using SlimRegeling.Platform.Contexten;

namespace SlimRegeling.Zaken.Tests;

/// <summary>A database that was given may lack what searching needs.</summary>
public sealed class UitbreidingTests(Zakenserver postgres)
{
    public sealed class Zonder : IContext
    {
        public static string Naam => "zonder";

        public static void Beschrijf(Contextbouwer context) => context.Uitbreiding("bestaat_niet", "iets te doen");
    }

    [Fact]
    public async Task A_database_without_an_extension_is_told_with_what_to_do()
    {
        await using var bron = Vloer.Herbouwbron(
            await postgres.Server.NieuweDatabase(nameof(UitbreidingTests), TestContext.Current.CancellationToken)
        );
        using var opslag = new Contextopslag(Context.Van<Zonder>(), bron);

        var fout = await Assert.ThrowsAsync<Opstartfout>(() => opslag.WerkSchemaBij(TestContext.Current.CancellationToken));

        Assert.Contains(
            "De database mist de uitbreiding bestaat_niet. Die is nodig om iets te doen.",
            fout.Message,
            StringComparison.Ordinal
        );
        Assert.Contains("create extension bestaat_niet", fout.Message, StringComparison.Ordinal);
    }
}
