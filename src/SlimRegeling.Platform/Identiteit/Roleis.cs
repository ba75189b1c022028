using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace SlimRegeling.Platform.Identiteit;

/// <summary>One of these roles.</summary>
internal sealed record Roleis(IReadOnlyList<Rol> Rollen) : IAuthorizationRequirement;

/// <summary>
/// Never met by an endpoint: what does not say who may call it is closed. A path without an endpoint goes on to its 404, and what the router
/// itself puts in place of one to its 405 or 415.
/// </summary>
internal sealed record Geslotentenzij : IAuthorizationRequirement;

internal sealed class Toegangscontrole(Persoonlezer lezer) : IAuthorizationHandler
{
    public Task HandleAsync(AuthorizationHandlerContext context)
    {
        if (context.Resource is not HttpContext http)
            return Task.CompletedTask;
        foreach (var eis in context.PendingRequirements.ToArray())
        {
            var voldaan = eis switch
            {
                Roleis(var rollen) => lezer.Lees(http) is { } persoon && rollen.Any(persoon.Heeft),
                GeheleOnderneming => lezer.Lees(http) is { Vestigingsnummer: null },
                Geslotentenzij => http.GetEndpoint() is not RouteEndpoint,
                _ => false,
            };
            if (voldaan)
                context.Succeed(eis);
        }
        return Task.CompletedTask;
    }
}
