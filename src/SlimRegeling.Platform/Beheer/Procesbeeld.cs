using System.Diagnostics;
using NodaTime;

namespace SlimRegeling.Platform.Beheer;

/// <summary>The process that answers: behind one address there can be several, and each knows only what it measured itself.</summary>
/// <param name="Naam">Its machine and its number there.</param>
/// <param name="Sinds">When it began.</param>
public sealed record Procesbeeld(string Naam, Instant Sinds)
{
    internal static readonly Procesbeeld Dit = new(
        $"{Environment.MachineName}, proces {Environment.ProcessId}",
        Instant.FromDateTimeUtc(Process.GetCurrentProcess().StartTime.ToUniversalTime())
    );
}
