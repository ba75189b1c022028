using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SlimRegeling.Berichten.Relaties;
using SlimRegeling.Platform.Berichtenverkeer;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Medewerkers;

/// <summary>How a context comes to know what was decided about employees.</summary>
public static class Medewerkergebruik
{
    /// <summary>The context hears of every role taken away or granted and of every block, and its process applies them at the door.</summary>
    public static Contextbouwer LeestMedewerkers<TContext>(this Contextbouwer context)
        where TContext : class, IContext =>
        context
            .Tabel(Medewerkertabel.Ddl)
            .Diensten(d => d.TryAddSingleton<IRolcorrectie, Rolcorrecties>())
            .Hoort<MedewerkerGewijzigdBericht, BijMedewerkerGewijzigd<TContext>>();
}

public sealed class BijMedewerkerGewijzigd<TContext>(Werkeenheid<TContext> eenheid) : IVerwerker<MedewerkerGewijzigdBericht>
    where TContext : IContext
{
    public Task Verwerk(MedewerkerGewijzigdBericht bericht, CancellationToken ct)
    {
        Medewerkertabel.Voeg(eenheid.Sessie, TContext.Naam, bericht);
        return Task.CompletedTask;
    }
}
