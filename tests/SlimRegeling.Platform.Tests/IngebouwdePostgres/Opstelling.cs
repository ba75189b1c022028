using System.Diagnostics;
using System.Runtime.Versioning;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

[assembly: UnsupportedOSPlatform("windows")]

namespace SlimRegeling.Platform.Tests.Ingebouwd;

/// <summary>A data folder of its own for each test, and what tests ask of the machine.</summary>
public abstract class Opstelling : IDisposable
{
    private readonly string tijdelijk = Directory.CreateTempSubdirectory("slimregeling-").FullName;

    protected string Gegevensmap => tijdelijk;
    protected string Clustermap => Path.Combine(tijdelijk, "postgres-18");
    protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        GC.SuppressFinalize(this);
        Directory.Delete(tijdelijk, recursive: true);
    }

    protected Task<IngebouwdePostgres> Start() => IngebouwdePostgres.Start(Gegevensmap, NullLogger.Instance, Ct);

    protected static async Task<object?> Vraag(string verbinding, string sql)
    {
        await using var bron = NpgsqlDataSource.Create(verbinding);
        await using var opdracht = bron.CreateCommand(sql);
        return await opdracht.ExecuteScalarAsync(Ct);
    }

    protected int ServerPid() => int.Parse(File.ReadLines(Path.Combine(Clustermap, "postmaster.pid")).First(), provider: null);

    protected static bool Leeft(int pid) => Directory.Exists($"/proc/{pid}") && !File.ReadAllText($"/proc/{pid}/stat").Contains(") Z ");

    /// <summary>Waits until something is so; fails when it takes too long.</summary>
    protected static async Task Tot(Func<Task<bool>> zo, int seconden = 20)
    {
        var sinds = Stopwatch.StartNew();
        while (!await zo())
        {
            Assert.True(sinds.Elapsed < TimeSpan.FromSeconds(seconden), $"Na {seconden} s nog niet.");
            await Task.Delay(20, Ct);
        }
    }

    protected static Task Tot(Func<bool> zo) => Tot(() => Task.FromResult(zo()));

    protected static async Task<string> Roep(string programma, params string[] argumenten)
    {
        using var proces = Process.Start(new ProcessStartInfo(programma, argumenten) { RedirectStandardOutput = true })!;
        var uit = await proces.StandardOutput.ReadToEndAsync(Ct);
        await proces.WaitForExitAsync(Ct);
        return uit.Trim();
    }
}
