using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using SlimRegeling.Berichten.Tijdvakken;
using SlimRegeling.Platform.Berichtenverkeer;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Platform.Narekenen;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Regelstand;

/// <summary>The rules as one context knows them, kept in memory for a second: nearly every decision asks, and they seldom change.</summary>
public sealed class Regelbron<TContext>(Contextregister contexten)
    where TContext : IContext
{
    private static readonly TimeSpan Houdbaar = TimeSpan.FromSeconds(1);

    private volatile Gelezen? _onthouden;

    public async ValueTask<Regelstanden> Nu(CancellationToken ct)
    {
        if (_onthouden is { } bekend && Stopwatch.GetElapsedTime(bekend.Op) < Houdbaar)
        {
            return bekend.Regels;
        }
        var op = Stopwatch.GetTimestamp();
        var stappen = await Regelwijzigingtabel.Lees(contexten.Van(typeof(TContext)).Bron, TContext.Naam, ct);
        // What was computed of the same changes before is kept.
        var regels = _onthouden is { } eerder && eerder.Stappen.SequenceEqual(stappen) ? eerder.Regels : new Regelstanden(stappen);
        _onthouden = new(stappen, regels, op);
        return regels;
    }

    private sealed record Gelezen(IReadOnlyList<Regelstap> Stappen, Regelstanden Regels, long Op);
}

/// <summary>How a context comes to know the rules.</summary>
public static class Regelgebruik
{
    /// <summary>The context hears of every change to a rule, and its use cases may ask for a <see cref="Regelbron{TContext}"/>.</summary>
    public static Contextbouwer LeestRegels<TContext>(this Contextbouwer context)
        where TContext : class, IContext =>
        context
            .Tabel(Regelwijzigingtabel.Ddl)
            .Diensten(d => d.AddSingleton<Regelbron<TContext>>())
            .Hoort<ParameterGewijzigdBericht, BijParameterGewijzigd<TContext>>();

    /// <summary>The rules as the context of these streams knows them, for computing again.</summary>
    public static async Task<Regelstanden> Regels<TContext>(this Bundel bundel, CancellationToken ct)
        where TContext : IContext => new(await Regelwijzigingtabel.Lees(bundel.Bron, TContext.Naam, ct));
}

public sealed class BijParameterGewijzigd<TContext>(Werkeenheid<TContext> eenheid) : IVerwerker<ParameterGewijzigdBericht>
    where TContext : IContext
{
    public Task Verwerk(ParameterGewijzigdBericht bericht, CancellationToken ct)
    {
        Regelwijzigingtabel.Voeg(eenheid.Sessie, TContext.Naam, bericht);
        return Task.CompletedTask;
    }
}
