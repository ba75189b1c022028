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
        var veilig = Productie.Is(configuratie, omgeving) ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        diensten
            .AddAuthentication()
            .AddPolicyScheme(Keuze, displayName: null, opties => opties.ForwardDefaultSelector = http => IsPagina(http) ? Koekje : Bearer)
            .AddCookie(opties =>
            {
                opties.Cookie.Name = "slimregeling";
                opties.Cookie.HttpOnly = true;
                opties.Cookie.SameSite = SameSiteMode.Lax;
                opties.Cookie.SecurePolicy = veilig;
                opties.LoginPath = "/aanmelden";
                opties.ReturnUrlParameter = "terug";
                opties.SlidingExpiration = false;
                opties.TimeProvider = TimeProvider.System;
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
                opties.CorrelationCookie.SameSite = opties.NonceCookie.SameSite = SameSiteMode.Lax;
                opties.CorrelationCookie.SecurePolicy = opties.NonceCookie.SecurePolicy = veilig;
            });
        diensten.ConfigureOptions<Paginaprovider>();
        diensten.PostConfigure<AuthenticationOptions>(opties => opties.DefaultScheme = Keuze);
        diensten.AddHttpContextAccessor();
        diensten.AddTransient<Persoonstoken>();
        diensten.AddTransient<Eindgebruikersadres>();
        return diensten;
    }

    /// <summary>An endpoint for people in a browser: the cookie tells who they are, and who did not sign in is sent to <c>/aanmelden</c>.</summary>
    public static TBuilder AlsPagina<TBuilder>(this TBuilder eindpunt)
        where TBuilder : IEndpointConventionBuilder => eindpunt.WithMetadata(new Paginamarkering());

    /// <summary><c>GET /aanmelden?terug=/pad</c> and <c>POST /afmelden</c>.</summary>
    public static void MapPaginaAanmelding(this IEndpointRouteBuilder paginas)
    {
        paginas.MapGet("/aanmelden", Aanmelden).Openbaar().AlsPagina().ExcludeFromDescription();
        // A cookie of SameSite Lax does not come with a POST of another site, so there is nobody for it to sign out.
        paginas.MapPost("/afmelden", Afmelden).Openbaar().AlsPagina().ExcludeFromDescription();
    }

    /// <summary>Whether a request is for a page; also while its failure is handled.</summary>
    public static bool IsPagina(HttpContext http) =>
        (http.GetEndpoint() ?? http.Features.Get<IExceptionHandlerFeature>()?.Endpoint)?.Metadata.GetMetadata<Paginamarkering>()
            is not null;

    private static IResult Aanmelden(string? terug) =>
        Results.Challenge(new AuthenticationProperties { RedirectUri = Lokaal(terug) }, [OpenIdConnectDefaults.AuthenticationScheme]);

    private static IResult Afmelden(HttpContext http) =>
        http.User.Identity is { IsAuthenticated: true }
            ? Results.SignOut(new AuthenticationProperties { RedirectUri = "/" }, [Koekje, OpenIdConnectDefaults.AuthenticationScheme])
            : Results.LocalRedirect("/");

    /// <summary>Only a path of this site: an address of another site would make us the bait of a phisher.</summary>
    private static string Lokaal(string? terug) =>
        terug is ['/', ..] && terug is not ['/', '/' or '\\', ..] && !terug.Any(char.IsControl) ? terug : "/";

    private sealed record Paginamarkering;
}
