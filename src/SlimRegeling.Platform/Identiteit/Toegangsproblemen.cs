using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace SlimRegeling.Platform.Identiteit;

/// <summary>Gives 401, 403 and 503 at the door a body (RFC 9457) that says what to do.</summary>
internal sealed class Toegangsproblemen : IAuthorizationMiddlewareResultHandler
{
    private readonly AuthorizationMiddlewareResultHandler _standaard = new();

    public async Task HandleAsync(
        RequestDelegate next,
        HttpContext context,
        AuthorizationPolicy policy,
        PolicyAuthorizationResult authorizeResult
    )
    {
        if (authorizeResult.Challenged && context.Features.Get<Aanmelddienststoring>() is not null)
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            context.Response.Headers.RetryAfter = "60";
        }
        else
        {
            await _standaard.HandleAsync(next, context, policy, authorizeResult);
            if (authorizeResult.Succeeded)
                return;
        }

        // A page redirects to the sign-in page, or shows its own words for the status.
        if (!PaginaAanmelding.IsPagina(context) && Uitleg(context.Response.StatusCode) is var (code, titel, uitleg))
            await Schrijf(context, code, titel, uitleg);
    }

    private static (string Code, string Titel, string Uitleg)? Uitleg(int status) =>
        status switch
        {
            StatusCodes.Status401Unauthorized => (
                "niet-aangemeld",
                "U bent niet aangemeld",
                "Meld u aan en stuur het verzoek opnieuw met een geldig token (Authorization: Bearer)."
            ),
            StatusCodes.Status403Forbidden => (
                "niet-bevoegd",
                "U mag dit niet doen",
                "Uw rol geeft geen toegang tot dit onderdeel. Meld u aan met een andere rol, of vraag de beheerder om deze rol."
            ),
            StatusCodes.Status503ServiceUnavailable => (
                "aanmelddienst-onbereikbaar",
                "De aanmelddienst antwoordt niet",
                "Wij kunnen nu niet controleren wie u bent. Probeer het over een minuut opnieuw."
            ),
            _ => null,
        };

    private static Task Schrijf(HttpContext context, string code, string titel, string uitleg) =>
        context.Response.WriteAsJsonAsync(
            new ProblemDetails
            {
                Type = $"urn:slimregeling:probleem:{code}",
                Title = titel,
                Status = context.Response.StatusCode,
                Detail = uitleg,
            },
            options: null,
            contentType: "application/problem+json",
            context.RequestAborted
        );
}
