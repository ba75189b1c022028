using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using SlimRegeling.Platform.Identiteit;

namespace SlimRegeling.Platform.Api;

/// <summary>What every answer tells the browser that it comes to. Pages say what they may load themselves; the rest loads nothing.</summary>
internal static class Kopregels
{
    private const string Hsts = "max-age=63072000; includeSubDomains";

    private static readonly KeyValuePair<string, string>[] Overal =
    [
        new("X-Content-Type-Options", "nosniff"),
        new("X-Frame-Options", "DENY"),
        new("Referrer-Policy", "same-origin"),
        new("Cross-Origin-Opener-Policy", "same-origin"),
        new("Cross-Origin-Resource-Policy", "same-origin"),
        new(
            "Permissions-Policy",
            "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), payment=(), usb=()"
        ),
    ];

    internal static void GebruikKopregels(this WebApplication app)
    {
        // Over plain http a browser takes no notice of it; a proxy before us gives it over https.
        var productie = Productie.Is(app.Configuration, app.Environment);
        app.Use(
            (http, volgende) =>
            {
                // Before a page that says what went wrong takes the place of what was asked.
                var spoorloos = Spoorloos.Is(http);
                http.Response.OnStarting(() =>
                {
                    Zet(http, productie, spoorloos);
                    return Task.CompletedTask;
                });
                return volgende(http);
            }
        );
    }

    private static void Zet(HttpContext http, bool productie, bool spoorloos)
    {
        var kopregels = http.Response.Headers;
        foreach (var (naam, waarde) in Overal)
        {
            kopregels[naam] = waarde;
        }
        if (spoorloos || http.GetEndpoint()?.Metadata.GetMetadata<ZonderSpoor>() is not null)
        {
            // The address has answers in it, or names the scan.
            kopregels["Referrer-Policy"] = "no-referrer";
        }
        if (http.Features.Get<Inbedbaar>() is not null)
        {
            kopregels.Remove("X-Frame-Options");
            kopregels["Cross-Origin-Resource-Policy"] = "cross-origin";
        }
        if (productie)
        {
            kopregels.StrictTransportSecurity = Hsts;
        }
        if (!PaginaAanmelding.IsPagina(http))
        {
            kopregels.TryAdd("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        }
        if (IsVanIemand(http))
        {
            kopregels.CacheControl = "no-store";
            kopregels.Remove("Pragma");
        }
    }

    /// <summary>
    /// What not everyone may see, or shows who is signed in, stays in no memory of a browser or a proxy; nor does a step of signing in, or a
    /// refusal.
    /// </summary>
    private static bool IsVanIemand(HttpContext http) =>
        http.User.Identity is { IsAuthenticated: true }
        || http.Response.StatusCode >= StatusCodes.Status400BadRequest
        || http.GetEndpoint()?.Metadata.GetMetadata<Toegang>() is { Openbaar: false }
        || PaginaAanmelding.Paden.Any(pad => http.Request.Path.StartsWithSegments(pad));
}
