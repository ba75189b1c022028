using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using OpenIddict.Server.AspNetCore;

namespace SlimRegeling.Platform.Identiteit.Voorbeeldprovider;

/// <summary>Lets the example provider look at its own paths only: its look at every request would cost more than the rest of the door.</summary>
internal sealed class Providerpoort(IAuthenticationSchemeProvider schemas) : IAuthenticationHandlerProvider
{
    private readonly AuthenticationHandlerProvider _alle = new(schemas);

    public Task<IAuthenticationHandler?> GetHandlerAsync(HttpContext context, string authenticationScheme) =>
        authenticationScheme == OpenIddictServerAspNetCoreDefaults.AuthenticationScheme && !VanProvider(context.Request.Path)
            ? Task.FromResult<IAuthenticationHandler?>(null)
            : _alle.GetHandlerAsync(context, authenticationScheme);

    private static bool VanProvider(PathString pad) =>
        pad.StartsWithSegments("/voorbeeldprovider") || pad.StartsWithSegments("/.well-known");
}
