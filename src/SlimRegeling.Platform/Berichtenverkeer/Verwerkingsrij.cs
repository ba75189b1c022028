using System.Diagnostics;
using System.Threading.Channels;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Platform.Metingen;

namespace SlimRegeling.Platform.Berichtenverkeer;

/// <summary>
/// The messages that a context has heard and not yet handled. Each lane takes what waits, at most one message per key, and commits their
/// effects and inbox rows together: under load many messages share one commit, at rest a message waits for nobody. When a batch fails its
/// messages go one by one. One that fails is tried again aside, with what comes for its key behind it, so that it keeps nobody else waiting.
/// What a context says to itself goes alone.
/// </summary>
internal sealed class Verwerkingsrij(
    Contextopslag opslag,
    IServiceScopeFactory scopes,
    IHostApplicationLifetime leven,
    Meetbord meetbord,
    ILogger<Verwerkingsrij> log
) : BackgroundService
{
    private const int Banen = 2;
    private const int GrootsteBundel = 64;

    private readonly Channel<Werk>[] _banen = [.. Enumerable.Range(0, Banen).Select(_ => Channel.CreateUnbounded<Werk>())];
    private readonly Verwerking _verwerking = new(opslag, scopes, meetbord, log);
    private readonly Opzij _opzij = new();

    public Contextopslag Opslag => opslag;

    /// <summary>Messages that were delivered to this process and wait for their turn.</summary>
    public int Wachtend => _banen.Sum(b => b.Reader.Count) + _opzij.Wachtend;

    /// <summary>Whether its lanes take what is delivered.</summary>
    public bool Loopt => ExecuteTask is { IsCompleted: false };

    /// <summary>Ends when the effect is committed, or the message was set apart.</summary>
    public async Task Verwerk(Envelop bericht, CancellationToken ct)
    {
        var begin = Stopwatch.GetTimestamp();
        var werk = new Werk(
            bericht,
            Activity.Current?.Context ?? default,
            new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)
        );
        var baan = (uint)string.GetHashCode(bericht.Sleutel, StringComparison.Ordinal) % Banen;
        await _banen[baan].Writer.WriteAsync(werk, ct);
        await werk.Klaar.Task.WaitAsync(ct);
        meetbord.Verwerkt(opslag.Context.Naam, bericht.Soort, Stopwatch.GetElapsedTime(begin));
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await await Task.WhenAny(Task.WhenAll(_banen.Select(b => Rijd(b.Reader, stoppingToken))), _opzij.Kapot);
        await _opzij.Einde();
    }

    public override void Dispose()
    {
        base.Dispose();
        _verwerking.Dispose();
    }

    private async Task Rijd(ChannelReader<Werk> wachtend, CancellationToken ct)
    {
        try
        {
            // The bus delivers before this host listens: who asks another context of this host for content would find no address.
            await leven.Gestart(ct);
            await Verwerk(wachtend, ct);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // The program stops; what was not handled is delivered again at the next start.
        }
    }

    private async Task Verwerk(ChannelReader<Werk> wachtend, CancellationToken ct)
    {
        var uitgesteld = new Queue<Werk>();
        while (uitgesteld.Count > 0 || await wachtend.WaitToReadAsync(ct))
        {
            var bundel = Neem(wachtend, uitgesteld);
            if (bundel.Count > 1 && await _verwerking.Samen(bundel, ct))
            {
                bundel.ForEach(werk => werk.Klaar.TrySetResult());
                continue;
            }
            foreach (var werk in bundel)
            {
                if (await _verwerking.Eerst(werk, ct))
                {
                    werk.Klaar.TrySetResult();
                }
                else
                {
                    _opzij.Zet(werk, _verwerking, ct);
                }
            }
        }
    }

    private List<Werk> Neem(ChannelReader<Werk> wachtend, Queue<Werk> uitgesteld)
    {
        if (uitgesteld.TryPeek(out var eerste) && GaatAlleen(eerste))
        {
            uitgesteld.Dequeue();
            return _opzij.Achteraan(eerste) ? [] : [eerste];
        }
        var bundel = new List<Werk>();
        var sleutels = new HashSet<string>();
        for (var i = uitgesteld.Count; i > 0; i--)
        {
            Plaats(uitgesteld.Dequeue());
        }
        while (bundel.Count < GrootsteBundel && uitgesteld.Count < GrootsteBundel && wachtend.TryRead(out var werk))
        {
            Plaats(werk);
        }
        return bundel.Count == 0 && uitgesteld.TryDequeue(out var alleen) ? [alleen] : bundel;

        void Plaats(Werk werk)
        {
            if (_opzij.Achteraan(werk))
            {
                return;
            }
            if (bundel.Count < GrootsteBundel && !GaatAlleen(werk) && sleutels.Add(werk.Bericht.Sleutel))
            {
                bundel.Add(werk);
            }
            else
            {
                uitgesteld.Enqueue(werk);
            }
        }
    }

    private bool GaatAlleen(Werk werk) => opslag.Context.Alleen.Contains(werk.Bericht.Soort);

    internal sealed record Werk(Envelop Bericht, ActivityContext Spoor, TaskCompletionSource Klaar);
}
