using System.Diagnostics;

namespace SlimRegeling.Host.Tests.Voorbeeldzaken;

/// <summary>The program without a command, on a data folder of its own.</summary>
public sealed class EersteStartTests : IDisposable
{
    private readonly DirectoryInfo _map = Directory.CreateTempSubdirectory("eerste-start-test-");

    [Fact]
    public async Task Op_een_lege_map_worden_de_voorbeeldzaken_eenmaal_gespeeld()
    {
        // What a first start leaves that was killed halfway.
        await File.WriteAllTextAsync(Path.Combine(_map.FullName, "eerste-start"), "", TestContext.Current.CancellationToken);
        _map.CreateSubdirectory("postgres-18/half");

        var eerste = await StartTotAccounts();
        var tweede = await StartTotAccounts();

        Assert.Contains("voorbeeldzaken: 6 zaken afgehandeld, 0 verschillen", eerste);
        Assert.DoesNotContain(tweede, regel => regel.StartsWith("voorbeeldzaken:", StringComparison.Ordinal));
        Assert.Contains(tweede, regel => regel.StartsWith("  ondernemer ", StringComparison.Ordinal));
        Assert.False(File.Exists(Path.Combine(_map.FullName, "eerste-start")));
    }

    [Fact]
    public async Task Zonder_voorbeeldzaken_begint_het_huis_leeg()
    {
        var regels = await StartTotAccounts(("SlimRegeling__Voorbeeldzaken", "false"));

        Assert.DoesNotContain(regels, regel => regel.StartsWith("Eerste start", StringComparison.Ordinal));
    }

    public void Dispose() => _map.Delete(recursive: true);

    /// <summary>Runs until it has said who one can be, then is killed.</summary>
    private async Task<List<string>> StartTotAccounts(params (string Naam, string Waarde)[] omgeving)
    {
        using var proces = Opdracht.Start(
            [],
            [("SlimRegeling__Gegevensmap", _map.FullName), ("ASPNETCORE_URLS", "http://127.0.0.1:0"), .. omgeving]
        );
        try
        {
            var fout = proces.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            var regels = new List<string>();
            while (await proces.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } regel)
            {
                regels.Add(regel);
                if (regel.Contains("Bert Beheerder", StringComparison.Ordinal))
                {
                    return regels;
                }
            }
            throw new InvalidOperationException($"The program ended: {string.Join('\n', regels)}\n{await fout}");
        }
        finally
        {
            await Einde(proces);
        }
    }

    // The database ends by itself when the program is gone; only then can its folder be used again.
    private async Task Einde(Process proces)
    {
        proces.Kill();
        await proces.WaitForExitAsync(TestContext.Current.CancellationToken);
        while (Directory.EnumerateFiles(_map.FullName, "postmaster.pid", SearchOption.AllDirectories).Any())
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }
}
