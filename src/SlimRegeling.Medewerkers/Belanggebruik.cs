using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SlimRegeling.Berichten.Aanvragen;
using SlimRegeling.Platform.Berichtenverkeer;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Medewerkers;

/// <summary>How a context comes to know to whom which case is closed (2:4 Awb).</summary>
public static class Belanggebruik
{
    /// <summary>The context hears of every interest that is declared or taken away again, and its process keeps the case closed at the door.</summary>
    public static Contextbouwer LeestBelangen<TContext>(this Contextbouwer context)
        where TContext : class, IContext => context.HoudtBelangen<TContext>().Hoort<BelangGewijzigdBericht, BijBelangGewijzigd<TContext>>();

    /// <summary>The context in which interests are declared: it keeps them itself, in the transaction of the declaration.</summary>
    public static Contextbouwer HoudtBelangen<TContext>(this Contextbouwer context)
        where TContext : class, IContext =>
        context
            .Tabel(Belangtabel.Ddl)
            .Diensten(d =>
            {
                d.AddSingleton(new Belanghouder(TContext.Naam));
                d.TryAddSingleton<Belangen>();
                d.TryAddSingleton<IBelangen>(sp => sp.GetRequiredService<Belangen>());
            });

    /// <summary>Keeps what was declared or taken away, in the transaction that is open.</summary>
    public static void NoteerBelang<TContext>(this Werkeenheid<TContext> eenheid, BelangGewijzigdBericht bericht)
        where TContext : IContext => Belangtabel.Voeg(eenheid.Sessie, TContext.Naam, bericht);
}

public sealed class BijBelangGewijzigd<TContext>(Werkeenheid<TContext> eenheid) : IVerwerker<BelangGewijzigdBericht>
    where TContext : IContext
{
    public Task Verwerk(BelangGewijzigdBericht bericht, CancellationToken ct)
    {
        eenheid.NoteerBelang(bericht);
        return Task.CompletedTask;
    }
}
