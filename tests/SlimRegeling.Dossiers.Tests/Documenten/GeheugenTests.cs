using SlimRegeling.Omgeving;

namespace SlimRegeling.Dossiers.Tests.Documenten;

/// <summary>What is measured of the whole program is measured while no other test runs.</summary>
[CollectionDefinition(DisableParallelization = true)]
public sealed class Alleen;

[Collection<Alleen>]
public sealed class GeheugenTests(Documenthuis huis) : IClassFixture<Documenthuis>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Grote_bestanden_tegelijk_houden_het_geheugen_klein()
    {
        var zaak = await huis.Zaak();
        var groot = Proefpdf.Van(new string('x', 19 * 1024 * 1024));
        await huis.Ontvangen(zaak, groot);
        GC.Collect();
        var voor = GC.GetTotalMemory(forceFullCollection: true);
        var hoogste = 0L;
        using var klaar = new CancellationTokenSource();
        var meting = Task.Run(
            async () =>
            {
                while (!klaar.IsCancellationRequested)
                {
                    hoogste = Math.Max(hoogste, GC.GetTotalMemory(forceFullCollection: true));
                    await Task.Delay(20, CancellationToken.None);
                }
            },
            Ct
        );

        var ids = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => huis.Ontvangen(zaak, groot)));
        await klaar.CancelAsync();
        await meting;
        TestContext.Current.SendDiagnosticMessage(
            $"Highest live memory of six uploads of 19 MB at once: {(hoogste - voor) / 1024 / 1024} MB"
        );

        // Six at once, of which at most two are looked at: one copy of each, and what PDFsharp makes of it. All six together would be 228 MB and more.
        Assert.InRange(hoogste - voor, 0, 150L * 1024 * 1024);
        foreach (var id in ids)
        {
            await huis.Wordt(id, "beschikbaar");
        }
    }
}
