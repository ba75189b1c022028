using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using SlimRegeling.Platform.Contexten;

namespace SlimRegeling.Platform.Berichtenverkeer;

/// <summary>Gives a message to the type that handles it in a context.</summary>
internal static class Verwerkers
{
    private static readonly ConcurrentDictionary<Type, MethodInfo> Methoden = new();

    public static Task Roep(IServiceProvider diensten, Context context, object bericht, CancellationToken ct)
    {
        var verwerker = diensten.GetRequiredService(context.Hoort[bericht.GetType()]);
        var methode = Methoden.GetOrAdd(
            bericht.GetType(),
            static type => typeof(IVerwerker<>).MakeGenericType(type).GetMethod(nameof(IVerwerker<>.Verwerk))!
        );
        return (Task)methode.Invoke(verwerker, BindingFlags.DoNotWrapExceptions, null, [bericht, ct], null)!;
    }
}
