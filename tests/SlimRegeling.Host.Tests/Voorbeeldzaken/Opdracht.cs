using System.Diagnostics;
using System.Text;

namespace SlimRegeling.Host.Tests.Voorbeeldzaken;

/// <summary>The program with a command, as a process, to its end.</summary>
internal sealed record Opdracht(int Code, string Uit, string Fout)
{
    public string LaatsteRegel => Uit.TrimEnd('\n').Split('\n')[^1];

    public static async Task<Opdracht> Voer(IEnumerable<string> argumenten, params (string Naam, string Waarde)[] omgeving)
    {
        using var proces = Start(argumenten, omgeving);
        var uit = proces.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var fout = proces.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await proces.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new Opdracht(proces.ExitCode, await uit, await fout);
    }

    /// <summary>Its standard output and error are to be read by the caller.</summary>
    public static Process Start(IEnumerable<string> argumenten, params (string Naam, string Waarde)[] omgeving)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "SlimRegeling.Host.dll"), .. argumenten])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        foreach (var (naam, waarde) in omgeving)
        {
            start.Environment[naam] = waarde;
        }
        return Process.Start(start)!;
    }
}
