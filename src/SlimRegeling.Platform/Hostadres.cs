using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace SlimRegeling.Platform;

/// <summary>Where this host can be called from itself. A port that the system chose is only known once the host runs.</summary>
internal static class Hostadres
{
    /// <summary>The first address that this host listens on; null when it listens on none.</summary>
    public static Uri? Eigen(IServer server)
    {
        if (server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() is not { } adres)
            return null;
        foreach (var overal in (ReadOnlySpan<string>)["//*", "//+", "//[::]", "//0.0.0.0"])
            adres = adres.Replace(overal, "//localhost", StringComparison.Ordinal);
        return new Uri(adres);
    }
}
