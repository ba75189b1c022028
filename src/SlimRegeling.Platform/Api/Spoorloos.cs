using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace SlimRegeling.Platform.Api;

/// <summary>Marks an endpoint of which no log or trace tells when or at which address it was called: somebody answers there in confidence.</summary>
public sealed record ZonderSpoor;

/// <summary>What is left out of logs and traces.</summary>
public static class Spoorloos
{
    private static readonly string[] Begin = ["/scan/", "/quickscan", "/v1/quickscans"];
    private static readonly string[] Eind = ["/antwoorden", "/concept", "/vragenlijst"];

    /// <inheritdoc cref="ZonderSpoor"/>
    public static TBuilder LaatGeenSpoor<TBuilder>(this TBuilder eindpunt)
        where TBuilder : IEndpointConventionBuilder => eindpunt.WithMetadata(new ZonderSpoor());

    /// <summary>Whether a request is one of those. By its address, which is all that is known when its trace begins.</summary>
    public static bool Is(HttpContext http)
    {
        var pad = http.Request.Path.Value ?? "";
        return Array.Exists(Begin, b => pad.StartsWith(b, StringComparison.OrdinalIgnoreCase))
            || (
                pad.StartsWith("/v1/scans/", StringComparison.OrdinalIgnoreCase)
                && Array.Exists(Eind, e => pad.EndsWith(e, StringComparison.OrdinalIgnoreCase))
            );
    }

    /// <summary>The address of a request as a log may tell it: of such an endpoint only which one it is.</summary>
    internal static string Pad(HttpContext http)
    {
        var eindpunt = http.Features.Get<IExceptionHandlerFeature>()?.Endpoint ?? http.GetEndpoint();
        return eindpunt?.Metadata.GetMetadata<ZonderSpoor>() is not null && eindpunt is RouteEndpoint route
            ? route.RoutePattern.RawText ?? ""
            : http.Request.Path;
    }
}
