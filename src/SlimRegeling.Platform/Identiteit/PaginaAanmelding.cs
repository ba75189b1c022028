using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SlimRegeling.Platform.Api;

namespace SlimRegeling.Platform.Identiteit;

/// <summary>
/// Signing in on the pages: authorization code at the provider, then an http-only cookie that carries the person's own access
/// token, with which the pages call the API. The API itself never takes the cookie, so another site cannot use it.
/// </summary>
public static class PaginaAanmelding
{
    public const string TerugNaAanmelden = "/aanmelden/terug";
    public const string TerugNaAfmelden = "/afmelden/terug";

    /// <summary>Where people sign in and out, the example provider among them: none of it may be kept by a browser.</summary>
    internal static readonly string[] Paden = [Aanmeldpad, Afmeldpad, "/voorbeeldprovider"];

    private const string Aanmeldpad = "/aanmelden";
    private const string Afmeldpad = "/afmelden";

    private const string Keuze = "slimregeling";
    private const string Koekje = CookieAuthenticationDefaults.AuthenticationScheme;
    private const string Bearer = JwtBearerDefaults.AuthenticationScheme;

    /// <summary>Cookie for the endpoints that say <see cref="AlsPagina"/>, bearer token for all others.</summary>
    public static IServiceCollection AddPaginaAanmelding(
        this IServiceCollection diensten,
        IConfiguration configuratie,
        IHostEnvironment omgeving
    )
    {
        var koekjes = new Koekjes(Productie.Is(configuratie, omgeving));
        diensten.AddSingleton(koekjes);
        diensten.AddSingleton<Sessies>();
        diensten.AddSingleton<IAntiforgeryAdditionalDataProvider, Formulierdoel>();
        diensten.AddAntiforgery(opties =>
        {
            koekjes.Richt(opties.Cookie, "slim-formulier");
            opties.Cookie.SameSite = SameSiteMode.Strict;
            // The pages say it themselves, and stricter.
            opties.SuppressXFrameOptionsHeader = true;
        });
        diensten
            .AddAuthentication()
            .AddPolicyScheme(Keuze, displayName: null, opties => opties.ForwardDefaultSelector = http => IsPagina(http) ? Koekje : Bearer)
            .AddCookie(opties =>
            {
                koekjes.Richt(opties.Cookie, "slimregeling");
                opties.LoginPath = Aanmeldpad;
                opties.ReturnUrlParameter = "terug";
                opties.SlidingExpiration = false;
                opties.TimeProvider = TimeProvider.System;
                opties.Events.OnSigningIn = aanmelding =>
                {
                    Sessies.Begin(aanmelding.Properties);
                    return Task.CompletedTask;
                };
                opties.Events.OnValidatePrincipal = controle =>
                {
                    if (!controle.HttpContext.RequestServices.GetRequiredService<Sessies>().Loopt(controle.Properties))
                    {
                        controle.RejectPrincipal();
                    }
                    return Task.CompletedTask;
                };
                // The framework would answer 401 where an endpoint gives JSON; a page always goes to the sign-in page.
                opties.Events.OnRedirectToLogin = doorsturen =>
                {
                    doorsturen.Response.Redirect(doorsturen.RedirectUri);
                    return Task.CompletedTask;
                };
                opties.Events.OnRedirectToAccessDenied = weigering =>
                {
                    weigering.Response.StatusCode = StatusCodes.Status403Forbidden;
                    return Task.CompletedTask;
                };
            })
            .AddOpenIdConnect(opties =>
            {
                koekjes.Richt(opties.CorrelationCookie, "slim-aanmelding.");
                koekjes.Richt(opties.NonceCookie, "slim-nonce.");
            });
        diensten.ConfigureOptions<Paginaprovider>();
        diensten.PostConfigure<AuthenticationOptions>(opties => opties.DefaultScheme = Keuze);
        diensten.AddHttpContextAccessor();
        diensten.AddTransient<Persoonstoken>();
        diensten.AddTransient<Eindgebruikersadres>();
        diensten.AddTransient<Deurmoment>();
        return diensten;
    }

    /// <summary>An endpoint for people in a browser: the cookie tells who they are, and who did not sign in is sent to <c>/aanmelden</c>.</summary>
    public static TBuilder AlsPagina<TBuilder>(this TBuilder eindpunt)
        where TBuilder : IEndpointConventionBuilder => eindpunt.WithMetadata(new Paginamarkering());

    /// <summary><c>GET /aanmelden?terug=/pad</c> and <c>POST /afmelden</c>.</summary>
    public static void MapPaginaAanmelding(this IEndpointRouteBuilder paginas)
    {
        paginas.MapGet(Aanmeldpad, Aanmelden).Openbaar().AlsPagina().ExcludeFromDescription();
        paginas.MapPost(Afmeldpad, Afmelden).Openbaar().AlsPagina().AlsZichzelf().ExcludeFromDescription();
    }

    /// <summary>Whether a request is for a page; also while its failure is handled.</summary>
    public static bool IsPagina(HttpContext http) =>
        (http.GetEndpoint() ?? http.Features.Get<IExceptionHandlerFeature>()?.Endpoint)?.Metadata.GetMetadata<Paginamarkering>()
            is not null;

    private static IResult Aanmelden(string? terug) =>
        Results.Challenge(new AuthenticationProperties { RedirectUri = Lokaal(terug) }, [OpenIdConnectDefaults.AuthenticationScheme]);

    /// <summary>Ends the session, not only its cookie: a copy of it is worth nothing any more.</summary>
    private static async Task<IResult> Afmelden(HttpContext http, IAntiforgery formulieren, Sessies sessies)
    {
        if (await http.AuthenticateAsync(Koekje) is not { Succeeded: true, Properties: { } sessie })
        {
            return Results.LocalRedirect("/");
        }
        if (!await formulieren.IsRequestValidAsync(http))
        {
            return Results.StatusCode(StatusCodes.Status400BadRequest);
        }
        await sessies.Eindig(sessie, http.RequestAborted);
        return Results.SignOut(new AuthenticationProperties { RedirectUri = "/" }, [Koekje, OpenIdConnectDefaults.AuthenticationScheme]);
    }

    /// <summary>Only a path of this site: an address of another site would make us the bait of a phisher.</summary>
    public static string Lokaal(string? terug) =>
        terug is ['/', ..] && terug is not ['/', '/' or '\\', ..] && !terug.Any(char.IsControl) ? terug : "/";

    private sealed record Paginamarkering;
}
