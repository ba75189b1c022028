using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Taken;

namespace SlimRegeling.Platform.Tests.Taken;

/// <summary>Rounds go for as long as there is something to go for: whom they ask has an address here, and the host runs.</summary>
public sealed class RondesTests : IDisposable
{
    private static readonly TimeSpan Geduld = TimeSpan.FromSeconds(30);

    private readonly Leven _leven = new();
    private readonly Logboek _logboek = new();
    private readonly Teller _teller = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_asks_a_context_without_an_address_tells_it_once_and_goes_no_round()
    {
        await using var diensten = Diensten();
        using var rondes = Maak(diensten, "bekend", "onbekend", "zonder-poort");
        await rondes.StartAsync(Ct);

        await rondes.ExecuteTask!.WaitAsync(Geduld, Ct);

        Assert.Equal(0, _teller.Keren);
        Assert.Equal(["Telronde does not go here: Context onbekend hoort niet bij deze installatie. Geef een adres."], _logboek.Regels);
    }

    [Fact]
    public async Task A_context_that_has_an_address_is_asked_also_when_it_is_away()
    {
        await using var diensten = Diensten();
        using var rondes = Maak(diensten, "bekend");
        await rondes.StartAsync(Ct);

        await _teller.Eerste.WaitAsync(Geduld, Ct);
        await rondes.StopAsync(Ct);

        Assert.Empty(_logboek.Regels);
    }

    [Fact]
    public async Task No_round_begins_once_the_application_stops()
    {
        await using var diensten = Diensten();
        using var rondes = Maak(diensten);
        await rondes.StartAsync(Ct);
        await _teller.Eerste.WaitAsync(Geduld, Ct);

        _leven.StopApplication();
        await rondes.ExecuteTask!.WaitAsync(Geduld, Ct);

        Assert.Empty(_logboek.Regels);
    }

    [Fact]
    public async Task Rounds_of_a_host_that_is_gone_end_without_a_word()
    {
        var diensten = Diensten();
        using var rondes = Maak(diensten);
        await rondes.StartAsync(Ct);
        await _teller.Eerste.WaitAsync(Geduld, Ct);

        await diensten.DisposeAsync();
        await rondes.ExecuteTask!.WaitAsync(Geduld, Ct);

        Assert.Empty(_logboek.Regels);
    }

    public void Dispose() => _leven.Dispose();

    private Rondes Maak(ServiceProvider diensten, params string[] vraagt) =>
        new(
            new Ronderegel(typeof(Telronde), vraagt),
            diensten.GetRequiredService<IServiceScopeFactory>(),
            diensten.GetRequiredService<Contextvraag>(),
            _leven,
            _logboek
        );

    private ServiceProvider Diensten()
    {
        var diensten = new ServiceCollection();
        diensten.AddScoped(_ => new Telronde(_teller));
        diensten.AddScoped<Aanroep>().AddScoped<Werkeenheden>().AddSingleton(new Contextregister([], []));
        diensten.AddSingleton<Contextvraag>();
        diensten.AddHttpClient("bekend", client => client.BaseAddress = new Uri("http://bekend.test/"));
        diensten.AddHttpClient("zonder-poort", _ => throw new Opstartfout("Geef een adres."));
        return diensten.BuildServiceProvider();
    }

    private sealed class Teller
    {
        private readonly TaskCompletionSource _eerste = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _keren;

        public int Keren => _keren;

        public Task Eerste => _eerste.Task;

        public void Tel()
        {
            Interlocked.Increment(ref _keren);
            _eerste.TrySetResult();
        }
    }

    /// <summary>There is always more to do at once.</summary>
    private sealed class Telronde(Teller teller) : IRonde
    {
        public async Task<bool> Voer(CancellationToken ct)
        {
            teller.Tel();
            await Task.Delay(1, ct);
            return true;
        }
    }

    private sealed class Logboek : ILogger<Rondes>
    {
        private readonly List<string> _regels = [];

        public IReadOnlyList<string> Regels
        {
            get
            {
                lock (_regels)
                {
                    return [.. _regels];
                }
            }
        }

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        )
        {
            lock (_regels)
            {
                _regels.Add(formatter(state, exception));
            }
        }
    }

    private sealed class Leven : IHostApplicationLifetime, IDisposable
    {
        private readonly CancellationTokenSource _stopt = new();

        public CancellationToken ApplicationStarted => new(canceled: true);

        public CancellationToken ApplicationStopping => _stopt.Token;

        public CancellationToken ApplicationStopped => default;

        public void StopApplication() => _stopt.Cancel();

        public void Dispose() => _stopt.Dispose();
    }
}
