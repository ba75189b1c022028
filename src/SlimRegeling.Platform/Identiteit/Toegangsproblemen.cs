using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Http;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Platform.Identiteit;

/// <summary>Gives 401, 403 and 503 at the door a body (RFC 9457) that says what to do.</summary>
internal sealed class Toegangsproblemen : IAuthorizationMiddlewareResultHandler
{
    private static readonly Weigering NietAangemeld = Weigering.Van(
        "niet-aangemeld",
        "Meld u aan en stuur het verzoek opnieuw met een geldig token (Authorization: Bearer)."
    ) with
    {
        Status = StatusCodes.Status401Unauthorized,
    };

    private static readonly Weigering NietBevoegd = Weigering.NietDoorU(
        "niet-bevoegd",
        "Uw rol geeft geen toegang tot dit onderdeel. Meld u aan met een andere rol, of vraag de beheerder om deze rol."
    );

    private static readonly Weigering AlleenVoorVestiging = Weigering.NietDoorU(
        BindtOnderneming.Weigering,
        "U handelt voor één vestiging, en dit bindt de hele onderneming. U kunt wel lezen en voorbereiden. Vraag iemand die voor de hele onderneming mag handelen om dit te doen."
    );

    private static readonly Weigering Geblokkeerd = Weigering.NietDoorU(
        "toegang-geblokkeerd",
        "Een beheerder heeft uw toegang beëindigd. Klopt dat niet, vraag dan uw leidinggevende om contact op te nemen met de beheerder."
    );

    private static readonly Weigering Onbereikbaar = Weigering.Van(
        "aanmelddienst-onbereikbaar",
        "Wij kunnen nu niet controleren wie u bent, want de aanmelddienst antwoordt niet. Probeer het over een minuut opnieuw."
    ) with
    {
        Status = StatusCodes.Status503ServiceUnavailable,
    };

    private static readonly Weigering RollenOnbekend = Weigering.Van(
        "rollen-niet-te-controleren",
        "Wij kunnen nu niet controleren welke rollen u hebt. Er is niets opgeslagen. Probeer het over een minuut opnieuw."
    ) with
    {
        Status = StatusCodes.Status503ServiceUnavailable,
    };

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
            context.Response.Headers.RetryAfter = "60";
            await Probleem.Schrijf(context, Onbereikbaar);
            return;
        }
        if (authorizeResult.Forbidden && context.Features.Get<Rolstoring>() is not null)
        {
            context.Response.Headers.RetryAfter = "60";
            if (PaginaAanmelding.IsPagina(context))
                context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            else
                await Probleem.Schrijf(context, RollenOnbekend);
            return;
        }

        await _standaard.HandleAsync(next, context, policy, authorizeResult);
        // A page redirects to the sign-in page, or shows its own words for the status.
        if (authorizeResult.Succeeded || PaginaAanmelding.IsPagina(context))
            return;
        await Probleem.Schrijf(
            context,
            authorizeResult.Challenged ? NietAangemeld
                : context.Features.Get<Persoon>() is { Geblokkeerd: true } ? Geblokkeerd
                : IsAlleenVestiging(authorizeResult) ? AlleenVoorVestiging
                : NietBevoegd
        );
    }

    /// <summary>The role is right, and the establishment is all that stands in the way.</summary>
    private static bool IsAlleenVestiging(PolicyAuthorizationResult uitslag) =>
        uitslag.AuthorizationFailure?.FailedRequirements.ToList() is [GeheleOnderneming];
}
