using System.Diagnostics;
using SlimRegeling.Host.Tests.Voorbeeldzaken;

namespace SlimRegeling.Host.Tests;

/// <summary>The tests of commands on one and the same data, one after the other; each leaves it as it was.</summary>
[CollectionDefinition]
public sealed class EenGespeeld : ICollectionFixture<Gespeeld>;

/// <summary>The data after a first start.</summary>
public sealed class Gespeeld : IAsyncLifetime
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private readonly DirectoryInfo _map = Directory.CreateTempSubdirectory("gespeeld-");

    internal string Map => _map.FullName;

    internal (string Naam, string Waarde) Omgeving => ("SlimRegeling__Gegevensmap", Map);

    public async ValueTask InitializeAsync()
    {
        using var proces = Start();
        await TotAccounts(proces);
        await Einde(proces);
    }

    public ValueTask DisposeAsync()
    {
        _map.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    internal Process Start() => Opdracht.Start([], [Omgeving, ("ASPNETCORE_URLS", "http://127.0.0.1:0")]);

    internal static async Task TotAccounts(Process proces)
    {
        while (await proces.StandardOutput.ReadLineAsync(Ct) is { } regel)
        {
            if (regel.Contains("Bert Beheerder", StringComparison.Ordinal))
            {
                return;
            }
        }
        Assert.Fail(await proces.StandardError.ReadToEndAsync(Ct));
    }

    // The database ends by itself when the program is gone; only then can its folder be used again.
    internal async Task Einde(Process proces)
    {
        proces.Kill();
        await proces.WaitForExitAsync(Ct);
        while (Directory.EnumerateFiles(Map, "postmaster.pid", SearchOption.AllDirectories).Any())
        {
            await Task.Delay(20, Ct);
        }
    }
}
