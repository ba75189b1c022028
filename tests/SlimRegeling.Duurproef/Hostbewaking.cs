using System.Diagnostics;
using SlimRegeling.Omgeving;
using SlimRegeling.Platform.Contexten;

namespace SlimRegeling.Duurproef;

/// <summary>One process of the host, started again at once whenever it ends, as a service manager would.</summary>
internal sealed class Hostbewaking(Uri adres, IReadOnlyDictionary<string, string?> omgeving, string log) : IAsyncDisposable
{
    public const string Programma = "SlimRegeling.Host.dll";
    private static readonly TimeSpan RustNaEigenEinde = TimeSpan.FromMilliseconds(200);

    private readonly HttpClient _client = new(new Afgebrokenverbinding { InnerHandler = new SocketsHttpHandler() })
    {
        Timeout = TimeSpan.FromSeconds(2),
    };
    private volatile Hostproces _proces = null!;
    private volatile bool _gedood;
    private volatile bool _stop;
    private Task _bewaking = Task.CompletedTask;

    public Uri Adres => adres;

    /// <summary>How often it ended though nobody killed it.</summary>
    public int VanzelfGestopt { get; private set; }

    public void Begin()
    {
        _proces = Start();
        _bewaking = Bewaak();
    }

    /// <summary>SIGKILL, wherever it is: at work or still starting. False when it was gone already.</summary>
    public async Task<bool> Dood()
    {
        var proces = _proces;
        if (!proces.Loopt)
        {
            return false;
        }
        _gedood = true;
        await proces.Kill9();
        return true;
    }

    public async Task WachtTotGereed(TimeSpan geduld)
    {
        var sinds = Stopwatch.StartNew();
        while (!await IsGereed())
        {
            if (sinds.Elapsed > geduld)
            {
                throw new TimeoutException($"{adres} is na {geduld.TotalSeconds:0} s niet gereed; zie {log}.\n{_proces.Uitvoer}");
            }
            await Task.Delay(20);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _stop = true;
        if (_proces is not null)
        {
            await _proces.Stop(TimeSpan.FromSeconds(15));
            await _bewaking;
        }
        _client.Dispose();
    }

    private async Task<bool> IsGereed()
    {
        try
        {
            using var antwoord = await _client.GetAsync(new Uri(adres, "health/ready"));
            return antwoord.IsSuccessStatusCode;
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
        {
            return false;
        }
    }

    private async Task Bewaak()
    {
        while (true)
        {
            var code = await _proces.Einde;
            await File.AppendAllTextAsync(log, $"{_proces.Uitvoer}\n--- {_proces.Pid} ended with {code}\n");
            await _proces.DisposeAsync();
            if (_stop)
            {
                return;
            }
            if (!_gedood)
            {
                VanzelfGestopt++;
                await Task.Delay(RustNaEigenEinde);
            }
            _gedood = false;
            _proces = Start();
        }
    }

    private Hostproces Start() => Hostproces.Start("dotnet", [Pad()], omgeving);

    /// <summary>The host as it was built beside this program, in its own folder.</summary>
    private static string Pad()
    {
        var wortel = new DirectoryInfo(AppContext.BaseDirectory);
        while (wortel is not null && !File.Exists(Path.Combine(wortel.FullName, "SlimRegeling.sln")))
        {
            wortel = wortel.Parent;
        }
        var soort = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        var pad = Path.Combine(wortel?.FullName ?? ".", "src", "SlimRegeling.Host", "bin", soort, "net10.0", Programma);
        return File.Exists(pad) ? pad : throw new InvalidOperationException($"{pad} ontbreekt. Bouw eerst met dotnet build.");
    }
}
