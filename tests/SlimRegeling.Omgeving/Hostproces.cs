using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace SlimRegeling.Omgeving;

/// <summary>A command as a child process, with its output kept. Disposing kills it with all its descendants.</summary>
public sealed class Hostproces : IAsyncDisposable
{
    private const int SigTerm = 15;
    private const int Bewaard = 4_000;

    private readonly Process proces;
    private readonly Queue<string> regels = new();
    private readonly TaskCompletionSource<int> einde = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private Hostproces(ProcessStartInfo start)
    {
        Opdracht = string.Join(' ', [start.FileName, .. start.ArgumentList]);
        proces = new Process { StartInfo = start, EnableRaisingEvents = true };
        proces.OutputDataReceived += (_, regel) => Bewaar(regel.Data);
        proces.ErrorDataReceived += (_, regel) => Bewaar(regel.Data);
        // Not WaitForExitAsync: that also waits for every descendant that still holds the output open.
        proces.Exited += (_, _) => einde.TrySetResult(proces.ExitCode);
        if (!proces.Start())
        {
            throw new InvalidOperationException($"{Opdracht} is niet gestart.");
        }
        proces.StandardInput.Close();
        proces.BeginOutputReadLine();
        proces.BeginErrorReadLine();
    }

    public string Opdracht { get; }

    public int Pid => proces.Id;

    /// <summary>Exit code, once the process itself has ended; 137 after <see cref="Kill9"/>.</summary>
    public Task<int> Einde => einde.Task;

    public bool Loopt => !einde.Task.IsCompleted;

    /// <summary>The last lines of standard output and error together, in the order they came.</summary>
    public string Uitvoer
    {
        get
        {
            lock (regels)
            {
                return string.Join('\n', regels);
            }
        }
    }

    /// <param name="omgeving">Added to this process's environment; a null value takes a variable away.</param>
    /// <param name="map">Working directory; this process's own when null.</param>
    /// <exception cref="Win32Exception">The command does not exist.</exception>
    public static Hostproces Start(
        string opdracht,
        IEnumerable<string> argumenten,
        IReadOnlyDictionary<string, string?>? omgeving = null,
        string? map = null
    )
    {
        var start = new ProcessStartInfo(opdracht, argumenten)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = map ?? "",
        };
        foreach (var (naam, waarde) in omgeving ?? new Dictionary<string, string?>())
        {
            start.Environment[naam] = waarde;
        }
        return new Hostproces(start);
    }

    /// <summary>Waits until a GET answers with success.</summary>
    /// <exception cref="TimeoutException">It did not in time; the message ends with the output.</exception>
    /// <exception cref="InvalidOperationException">The process ended first; the message ends with the output.</exception>
    public async Task WachtOp(Uri url, TimeSpan geduld, CancellationToken ct = default)
    {
        using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };
        await WachtTot(
            $"antwoord van {url}",
            async stop =>
            {
                using var antwoord = await client.GetAsync(url, stop);
                return antwoord.IsSuccessStatusCode;
            },
            geduld,
            ct
        );
    }

    /// <summary>Asks again every 50 ms until the answer is yes; a failed connection counts as no.</summary>
    /// <exception cref="TimeoutException">It did not in time; the message ends with the output.</exception>
    /// <exception cref="InvalidOperationException">The process ended first; the message ends with the output.</exception>
    public async Task WachtTot(string wat, Func<CancellationToken, Task<bool>> vraag, TimeSpan geduld, CancellationToken ct = default)
    {
        using var grens = CancellationTokenSource.CreateLinkedTokenSource(ct);
        grens.CancelAfter(geduld);
        Exception? laatste = null;
        while (true)
        {
            try
            {
                if (await vraag(grens.Token))
                {
                    return;
                }
            }
            catch (Exception fout) when (!ct.IsCancellationRequested && fout is not (InvalidOperationException or ArgumentException))
            {
                laatste = fout;
            }
            if (!Loopt)
            {
                throw new InvalidOperationException($"{Opdracht} eindigde met {await Einde} voor: {wat}.\n{Uitvoer}", laatste);
            }
            if (grens.IsCancellationRequested)
            {
                ct.ThrowIfCancellationRequested();
                throw new TimeoutException($"Na {geduld.TotalSeconds:0} s geen {wat}: {Opdracht}.\n{Uitvoer}", laatste);
            }
            await Task.Delay(50, ct);
        }
    }

    /// <summary>SIGKILL to this process alone, as a crash would; returns when it is gone.</summary>
    public async Task Kill9()
    {
        proces.Kill();
        await Einde;
    }

    /// <summary>SIGTERM, and SIGKILL to the whole tree when that does not end it in time.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> Stop(TimeSpan geduld)
    {
        if (Loopt && Kill(Pid, SigTerm) == 0)
        {
            await Task.WhenAny(Einde, Task.Delay(geduld));
        }
        if (Loopt)
        {
            proces.Kill(entireProcessTree: true);
        }
        return await Einde;
    }

    public async ValueTask DisposeAsync()
    {
        if (Loopt)
        {
            proces.Kill(entireProcessTree: true);
            await Einde;
        }
        proces.Dispose();
    }

    private void Bewaar(string? regel)
    {
        if (regel is null)
        {
            return;
        }
        lock (regels)
        {
            regels.Enqueue(regel);
            if (regels.Count > Bewaard)
            {
                regels.Dequeue();
            }
        }
    }

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int pid, int signaal);
}
