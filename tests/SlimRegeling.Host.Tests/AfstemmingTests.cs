using Microsoft.Extensions.Logging.Abstractions;
using SlimRegeling.Platform;
using SlimRegeling.Platform.Afstemming;

namespace SlimRegeling.Host.Tests;

/// <summary>The reconciliation of the data that a first start leaves: cases that went every way there is.</summary>
[Collection(typeof(EenGespeeld))]
public sealed class AfstemmingTests(Gespeeld gespeeld)
{
    [Fact]
    public async Task Na_het_voorbeeldspel_sluit_alles_aan()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var postgres = await IngebouwdePostgres.Start(gespeeld.Map, NullLogger.Instance, ct);

        var uitslag = await new Afstemmer(Contexten.Alle(), _ => postgres.Verbinding).Voer(ct);

        Assert.True(uitslag.Sluit, string.Join('\n', uitslag.Verschillen));
        Assert.True(uitslag.Controles.Count > 40);
        Assert.Empty(uitslag.Berichten.Elders);
        Assert.True(uitslag.Berichten.Effecten > 0);
    }
}
