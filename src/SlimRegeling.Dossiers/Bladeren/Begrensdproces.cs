using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace SlimRegeling.Dossiers.Bladeren;

/// <param name="Tijd">From start to end; in whole seconds also of the processor.</param>
/// <param name="Megabytes">Address space.</param>
/// <param name="Uitvoerbytes">What it may write to its standard output.</param>
internal sealed record Procesgrenzen(TimeSpan Tijd, int Megabytes, int Uitvoerbytes);

internal enum Proceseinde
{
    Vanzelf,
    TeLang,
    TeVeel,
}

/// <param name="Code">As a shell has it: 128 and the signal when one ended it.</param>
/// <param name="Uit">What it wrote, when it wrote no more than it may.</param>
/// <param name="Fout">The beginning of what it said of errors.</param>
internal sealed record Afloop(Proceseinde Einde, int Code, byte[] Uit, string Fout);

/// <summary>
/// A program that reads a file of somebody unknown, in a process of its own that gets nothing of ours but that file, through a pipe: no setting (so
/// no connection string), no folder, and not the rights of root. The kernel bounds its memory and processor time and lets it write no file; here
/// it is ended when it takes too long or says too much.
/// </summary>
internal static class Begrensdproces
{
    private const int LangsteFout = 64 * 1024;

    // Known on every Unix, and nothing there is of this account.
    private const string Niemand = "nobody";

    /// <param name="programma">Its whole path.</param>
    /// <param name="invoer">
    /// What it reads from its standard input. It is read to its end, also when the program has enough of it: only then it is known that these were
    /// the right bytes.
    /// </param>
    /// <exception cref="OperationCanceledException">Nobody waits for it any more; the process is gone.</exception>
    public static async Task<Afloop> Voer(
        string programma,
        IReadOnlyList<string> argumenten,
        Procesgrenzen grenzen,
        IAsyncEnumerable<ReadOnlyMemory<byte>> invoer,
        CancellationToken ct
    )
    {
        using var grens = CancellationTokenSource.CreateLinkedTokenSource(ct);
        grens.CancelAfter(grenzen.Tijd);
        using var proces = Process.Start(Opdracht(programma, argumenten, grenzen))!;
        // What reads and writes below ends with the process, whatever it waits for.
        using var bijGrens = grens.Token.Register(proces.Kill);
        var teVeel = false;
        var lezen = Task.WhenAll(
            Lees(proces.StandardOutput.BaseStream, grenzen.Uitvoerbytes, Stop),
            Lees(proces.StandardError.BaseStream, LangsteFout, () => { })
        );
        try
        {
            await Geef(proces.StandardInput.BaseStream, invoer, ct);
            var gelezen = await lezen;
            await proces.WaitForExitAsync(CancellationToken.None);
            ct.ThrowIfCancellationRequested();
            var einde =
                teVeel ? Proceseinde.TeVeel
                : grens.IsCancellationRequested ? Proceseinde.TeLang
                : Proceseinde.Vanzelf;
            return new(einde, proces.ExitCode, gelezen[0], Encoding.UTF8.GetString(gelezen[1]));
        }
        finally
        {
            proces.Kill();
            await ((Task)lezen).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        void Stop()
        {
            teVeel = true;
            grens.Cancel();
        }
    }

    private static ProcessStartInfo Opdracht(string programma, IReadOnlyList<string> argumenten, Procesgrenzen grenzen)
    {
        var kilobytes = (grenzen.Megabytes * 1024).ToString(CultureInfo.InvariantCulture);
        var seconden = Math.Ceiling(grenzen.Tijd.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        // Where a limit cannot be set the program does not start.
        var schil = $"ulimit -v {kilobytes} && ulimit -t {seconden} && ulimit -f 0 && ulimit -c 0 && exec \"$0\" \"$@\"";
        var opdracht = new ProcessStartInfo("/bin/sh", ["-c", schil, programma, .. argumenten])
        {
            UseShellExecute = false,
            WorkingDirectory = "/",
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        opdracht.Environment.Clear();
        opdracht.Environment["LC_ALL"] = "C";
        if (Environment.IsPrivilegedProcess)
        {
            opdracht.UserName = Niemand;
        }
        return opdracht;
    }

    private static async Task Geef(Stream naar, IAsyncEnumerable<ReadOnlyMemory<byte>> invoer, CancellationToken ct)
    {
        await using (naar)
        {
            var leest = true;
            await foreach (var deel in invoer.WithCancellation(ct))
            {
                leest = leest && await Neemt(naar, deel, ct);
            }
        }
    }

    private static async Task<bool> Neemt(Stream naar, ReadOnlyMemory<byte> deel, CancellationToken ct)
    {
        try
        {
            await naar.WriteAsync(deel, ct);
            return true;
        }
        catch (IOException)
        {
            // It has ended: how says its code.
            return false;
        }
    }

    /// <summary>To the end, and no more than so much of it.</summary>
    private static async Task<byte[]> Lees(Stream van, int hoogstens, Action bijMeer)
    {
        using var alles = new MemoryStream();
        var deel = new byte[32 * 1024];
        while (await van.ReadAsync(deel) is > 0 and var gelezen)
        {
            if (alles.Length + gelezen > hoogstens)
            {
                bijMeer();
            }
            else
            {
                alles.Write(deel, 0, gelezen);
            }
        }
        return alles.ToArray();
    }
}
