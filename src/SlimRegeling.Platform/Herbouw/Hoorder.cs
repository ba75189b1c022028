using System.Diagnostics;
using Marten.Services;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using SlimRegeling.Platform.Afstemming;
using SlimRegeling.Platform.Berichtenverkeer;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Platform.Herbouw;

/// <summary>Under which id a message goes, when the event behind it was stored, who caused it and for whom.</summary>
internal readonly record struct Herkomst(Guid Bericht, DateTimeOffset Op, string Wie, string? Namens);

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
    private readonly Onderweg? _onderweg;
    private long _gehoord;

    private Hoorder(
        Contextopslag opslag,
        ServiceProvider diensten,
        NpgsqlConnection verbinding,
        NpgsqlTransaction transactie,
        Onderweg? onderweg
    )
    {
        _opslag = opslag;
        _diensten = diensten;
        _verbinding = verbinding;
        _transactie = transactie;
        _onderweg = onderweg;
        _scope = diensten.CreateAsyncScope();
        _aanroep = _scope.ServiceProvider.GetRequiredService<Aanroep>();
        var eenheden = _scope.ServiceProvider.GetRequiredService<Werkeenheden>();
        eenheden.Neem(opslag, opslag.Store.LightweightSession(SessionOptions.ForTransaction(transactie)));
        _herbouw = _scope.ServiceProvider.GetRequiredService<IHerbouw>();
    }

    public Context Context => _opslag.Context;

    public static async Task<Hoorder> Begin(Contextopslag opslag, Contextregister contexten, CancellationToken ct)
    {
        var verbinding = await opslag.Bron.OpenConnectionAsync(ct);
        var transactie = await verbinding.BeginTransactionAsync(ct);
        // Whoever would hear something all the same waits until all of it stands.
        await verbinding.Voer($"lock table {opslag.Context.Naam}.inbox in share mode; set local work_mem = '64MB'", ct);
        var hoorder = new Hoorder(opslag, Diensten(opslag.Context, contexten), verbinding, transactie, null);
        await hoorder._herbouw.Begin(verbinding, ct);
        return hoorder;
    }

    /// <summary>One that only compares, while the program goes on: nothing is locked, and nothing that it writes is committed.</summary>
    /// <param name="blik">Ends with this.</param>
    /// <param name="onderweg">Which messages this context need not have heard yet.</param>
    public static async Task<Hoorder> BeginVergelijking(
        Contextopslag opslag,
        Contextregister contexten,
        Blik blik,
        Onderweg onderweg,
        CancellationToken ct
    )
    {
        var hoorder = new Hoorder(opslag, Diensten(opslag.Context, contexten), blik.Verbinding, blik.Transactie, onderweg);
        await hoorder._herbouw.Begin(blik.Verbinding, ct);
        return hoorder;
    }

    public async ValueTask Hoor(Herkomst herkomst, object bericht, CancellationToken ct)
    {
        if (!_opslag.Context.Hoort.ContainsKey(bericht.GetType()) || _onderweg?.Is(herkomst) == true)
        {
            return;
        }
        _gehoord++;
        _aanroep.Aanleiding = herkomst.Bericht;
        _aanroep.Veroorzaker = herkomst.Wie;
        _aanroep.Namens = herkomst.Namens;
        await Verwerkers.Roep(_scope.ServiceProvider, _opslag.Context, bericht, ct);
    }

    public async Task<Contextherbouw> Sluit(CancellationToken ct)
    {
        var modellen = await _herbouw.Sluit(ct);
        await _transactie.CommitAsync(ct);
        return new(_opslag.Context.Naam, 0, _gehoord, _sinds.Elapsed, modellen);
    }

    /// <summary>What was heard beside what stands there; ends with nothing changed.</summary>
    public Task<IReadOnlyList<Vergeleken>> Vergelijk(CancellationToken ct) => _herbouw.Vergelijk(ct);

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
