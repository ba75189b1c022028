using System.Diagnostics;
using Marten.Services;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using SlimRegeling.Platform.Berichtenverkeer;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Platform.Herbouw;

/// <summary>
/// A context that hears everything again. Its own handlers do the work, in one transaction that holds nothing of the floor's: no inbox row and no
/// outbox row.
/// </summary>
internal sealed class Hoorder : IAsyncDisposable
{
    private readonly Stopwatch _sinds = Stopwatch.StartNew();
    private readonly Contextopslag _opslag;
    private readonly ServiceProvider _diensten;
    private readonly AsyncServiceScope _scope;
    private readonly NpgsqlConnection _verbinding;
    private readonly NpgsqlTransaction _transactie;
    private readonly IHerbouw _herbouw;
    private readonly Aanroep _aanroep;
    private long _gehoord;

    private Hoorder(Contextopslag opslag, ServiceProvider diensten, NpgsqlConnection verbinding, NpgsqlTransaction transactie)
    {
        _opslag = opslag;
        _diensten = diensten;
        _verbinding = verbinding;
        _transactie = transactie;
        _scope = diensten.CreateAsyncScope();
        _aanroep = _scope.ServiceProvider.GetRequiredService<Aanroep>();
        var eenheden = _scope.ServiceProvider.GetRequiredService<Werkeenheden>();
        eenheden.Neem(opslag, opslag.Store.LightweightSession(SessionOptions.ForTransaction(transactie)));
        _herbouw = _scope.ServiceProvider.GetRequiredService<IHerbouw>();
    }

    public static async Task<Hoorder> Begin(Contextopslag opslag, Contextregister contexten, CancellationToken ct)
    {
        var verbinding = await opslag.Bron.OpenConnectionAsync(ct);
        var transactie = await verbinding.BeginTransactionAsync(ct);
        // Whoever would hear something all the same waits until all of it stands.
        await verbinding.Voer($"lock table {opslag.Context.Naam}.inbox in share mode; set local work_mem = '64MB'", ct);
        var hoorder = new Hoorder(opslag, Diensten(opslag.Context, contexten), verbinding, transactie);
        await hoorder._herbouw.Begin(verbinding, ct);
        return hoorder;
    }

    public async ValueTask Hoor(Guid id, object bericht, string wie, string? namens, CancellationToken ct)
    {
        if (!_opslag.Context.Hoort.ContainsKey(bericht.GetType()))
        {
            return;
        }
        _gehoord++;
        _aanroep.Aanleiding = id;
        _aanroep.Veroorzaker = wie;
        _aanroep.Namens = namens;
        await Verwerkers.Roep(_scope.ServiceProvider, _opslag.Context, bericht, ct);
    }

    public async Task<Contextherbouw> Sluit(CancellationToken ct)
    {
        var modellen = await _herbouw.Sluit(ct);
        await _transactie.CommitAsync(ct);
        return new(_opslag.Context.Naam, 0, _gehoord, _sinds.Elapsed, modellen);
    }

    public async ValueTask DisposeAsync()
    {
        await _scope.DisposeAsync();
        await _diensten.DisposeAsync();
        await _transactie.DisposeAsync();
        await _verbinding.DisposeAsync();
    }

    private static ServiceProvider Diensten(Context context, Contextregister contexten)
    {
        var diensten = new ServiceCollection();
        diensten.AddSingleton(contexten);
        diensten.AddScoped<Aanroep>();
        diensten.AddScoped<Werkeenheden>();
        diensten.AddScoped(typeof(Werkeenheid<>));
        foreach (var toevoegen in context.Diensten.Append(context.Herbouw!))
        {
            toevoegen(diensten);
        }
        return diensten.BuildServiceProvider();
    }
}
