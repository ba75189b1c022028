using System.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;

namespace SlimRegeling.Platform.Tests.Ingebouwd;

/// <summary>A host in a process of its own: the test program started again with an argument, until its input closes or it is killed.</summary>
internal sealed class Gastheer : IDisposable
{
    public const string Opdracht = "gastheer";

    private readonly Process proces;

    private Gastheer(Process proces) => this.proces = proces;

    /// <summary>What runs inside that process.</summary>
    public static async Task<int> Draai(string gegevensmap)
    {
        try
        {
            await using var postgres = await IngebouwdePostgres.Start(gegevensmap, NullLogger.Instance, CancellationToken.None);
            Console.WriteLine(postgres.Verbinding);
            await Console.In.ReadToEndAsync();
            return 0;
        }
        catch (Opstartfout fout)
        {
            await Console.Error.WriteLineAsync(fout.Message);
            return 1;
        }
    }

    public static Gastheer Start(string gegevensmap) =>
        new(
            Process.Start(
                new ProcessStartInfo(Environment.ProcessPath!, [Opdracht, gegevensmap])
                {
                    RedirectStandardInput = true,
                    RedirectStandardOutput = true,
                    RedirectStandardError = true,
                }
            )!
        );

    /// <summary>The connection string, as soon as the server is up; null when it could not start.</summary>
    public Task<string?> Verbinding() => proces.StandardOutput.ReadLineAsync();

    /// <summary>kill -9.</summary>
    public void Dood() => proces.Kill();

    /// <summary>Asks it to stop.</summary>
    public void Stop() => proces.StandardInput.Close();

    public async Task<(int Code, string Fout)> Einde()
    {
        var fout = proces.StandardError.ReadToEndAsync();
        await proces.WaitForExitAsync();
        return (proces.ExitCode, await fout);
    }

    public void Dispose()
    {
        proces.Kill();
        proces.Dispose();
    }
}
