using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace SlimRegeling.Platform.Identiteit.Voorbeeldprovider;

/// <summary>
/// The decisions of the example provider: which client may ask, where it may be sent back to, and who someone is. Three ways
/// in: a person who chooses on the page (authorization code), a script that names a person (<see cref="Persoongrant"/>), a
/// service with its secret (client credentials).
/// </summary>
internal sealed class Voorbeeldaanmelding(
    Voorbeeldpersonen personen,
    Voorbeeldtoken token,
    Voorbeeldsleutel sleutel,
    IOptions<Aanmeldinstellingen> instellingen,
    Koekjes? koekjes = null
)
    : IOpenIddictServerHandler<ValidateAuthorizationRequestContext>,
        IOpenIddictServerHandler<HandleAuthorizationRequestContext>,
        IOpenIddictServerHandler<ValidateTokenRequestContext>,
        IOpenIddictServerHandler<HandleTokenRequestContext>,
        IOpenIddictServerHandler<ValidateEndSessionRequestContext>,
        IOpenIddictServerHandler<HandleEndSessionRequestContext>
{
    /// <summary>
    /// Grant type with which scripts and example play get the token of a person, without a password that would protect nothing:
    /// form fields <c>grant_type</c>, <c>client_id=voorbeeld</c> and <c>persoon</c> (the id).
    /// </summary>
    public const string Persoongrant = "urn:slimregeling:voorbeeldpersoon";

    public const string Persoonclient = "voorbeeld";

    public ValueTask HandleAsync(ValidateAuthorizationRequestContext context)
    {
        if (context.ClientId != instellingen.Value.PaginaClient)
            context.Reject(Errors.InvalidClient, "Deze client kent de voorbeeldprovider niet.");
        else if (!MagTerugNaar(context.RedirectUri, PaginaAanmelding.TerugNaAanmelden, context.Transaction))
            context.Reject(Errors.InvalidRequest, "Dit terugkeeradres hoort niet bij deze client.");
        return ValueTask.CompletedTask;
    }

    public async ValueTask HandleAsync(HandleAuthorizationRequestContext context)
    {
        if (personen.Zoek((string?)context.Request["persoon"]) is { } persoon)
        {
            context.SignIn(token.Van(persoon));
            return;
        }

        var http = Http(context.Transaction);
        http.Response.ContentType = "text/html; charset=utf-8";
        http.Response.Headers.CacheControl = "no-store";
        var parameters = context
            .Request.GetParameters()
            .Where(parameter => parameter.Key != "persoon")
            .Select(parameter => KeyValuePair.Create(parameter.Key, (string?)parameter.Value))
            .ToList();
        // With the pages their style and the choice of a language are here too.
        var pagina = koekjes is null
            ? new Personenpagina(Engels: false, Adres: null)
            : new Personenpagina(
                Engels: http.Request.Cookies[koekjes.Naam(Koekjes.Taal)] == "en",
                Adres: http.Request.Path + QueryString.Create(parameters)
            );
        await http.Response.WriteAsync(pagina.Html(personen.Alle, parameters), context.CancellationToken);
        context.HandleRequest();
    }

    public ValueTask HandleAsync(ValidateTokenRequestContext context)
    {
        var aanmelding = instellingen.Value;
        var bekend = context.Request.GrantType switch
        {
            GrantTypes.AuthorizationCode => context.ClientId == aanmelding.PaginaClient
                && Klopt(context.ClientSecret, aanmelding.PaginaGeheim ?? sleutel.Geheim(aanmelding.PaginaClient)),
            GrantTypes.ClientCredentials => context.ClientId == aanmelding.DienstClient
                && Klopt(context.ClientSecret, aanmelding.DienstGeheim ?? sleutel.Geheim(aanmelding.DienstClient)),
            Persoongrant => context.ClientId == Persoonclient,
            _ => false,
        };
        if (!bekend)
            context.Reject(Errors.InvalidClient, "De client of het geheim klopt niet voor deze manier van aanmelden.");
        return ValueTask.CompletedTask;
    }

    public ValueTask HandleAsync(HandleTokenRequestContext context)
    {
        if (context.Request.IsClientCredentialsGrantType())
            context.SignIn(token.VanDienst(context.Request.ClientId!));
        else if (context.Request.GrantType == Persoongrant)
        {
            var id = (string?)context.Request["persoon"];
            if (personen.Zoek(id) is { } persoon)
                context.SignIn(token.Van(persoon));
            else
                context.Reject(Errors.InvalidGrant, $"Er is geen voorbeeldpersoon '{id}'.");
        }
        return ValueTask.CompletedTask;
    }

    public ValueTask HandleAsync(ValidateEndSessionRequestContext context)
    {
        if (
            context.PostLogoutRedirectUri is { Length: > 0 } adres
            && !MagTerugNaar(adres, PaginaAanmelding.TerugNaAfmelden, context.Transaction)
        )
            context.Reject(Errors.InvalidRequest, "Dit terugkeeradres hoort niet bij deze client.");
        return ValueTask.CompletedTask;
    }

    /// <summary>There is no session at the example provider: signing in always asks who one is.</summary>
    public ValueTask HandleAsync(HandleEndSessionRequestContext context)
    {
        context.SignOut();
        return ValueTask.CompletedTask;
    }

    /// <summary>The pages can run in another process of this machine, so any loopback port will do; besides that only this host.</summary>
    private static bool MagTerugNaar(string? adres, string pad, OpenIddictServerTransaction transactie) =>
        Uri.TryCreate(adres, UriKind.Absolute, out var uri)
        && uri.Scheme is "http" or "https"
        && uri.AbsolutePath == pad
        && (uri.IsLoopback || uri.Authority == Http(transactie).Request.Host.Value);

    private static HttpContext Http(OpenIddictServerTransaction transactie) =>
        transactie.GetHttpRequest()?.HttpContext ?? throw new InvalidOperationException("The provider only answers over HTTP.");

    private static bool Klopt(string? gegeven, string geheim) =>
        gegeven is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(gegeven), Encoding.UTF8.GetBytes(geheim));
}
