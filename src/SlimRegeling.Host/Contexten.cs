using SlimRegeling.Platform.Contexten;
using SlimRegeling.Tijdvakken;

namespace SlimRegeling.Host;

/// <summary>The contexts of the house.</summary>
internal static class Contexten
{
    public static IReadOnlyList<Context> Alle() => [Context.Van<TijdvakkenContext>()];
}
