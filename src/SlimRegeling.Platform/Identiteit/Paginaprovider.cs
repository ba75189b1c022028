using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using SlimRegeling.Platform.Identiteit.Voorbeeldprovider;

namespace SlimRegeling.Platform.Identiteit;

/// <summary>Is told that an employee signed in on the pages.</summary>
public interface IAanmeldgehoor
{
    /// <param name="token">With which they can be spoken for.</param>
    Task Aangemeld(string token, CancellationToken ct);
}

/// <summary>How the pages speak with the provider; the same for the example provider and a real broker.</summary>
internal sealed class Paginaprovider(
    IOptions<Aanmeldinstellingen> instellingen,
    Provideradres provider,
    Persoonlezer lezer,
    Voorbeeldsleutel? voorbeeld = null,
    IAanmeldgehoor? gehoor = null
) : IConfigureNamedOptions<OpenIdConnectOptions>
{
    public void Configure(OpenIdConnectOptions options) => Configure(OpenIdConnectDefaults.AuthenticationScheme, options);

    public void Configure(string? name, OpenIdConnectOptions options)
    {
        var aanmelding = instellingen.Value;
        options.Authority = provider.Adres.ToString();
        options.RequireHttpsMetadata = !provider.Adres.IsLoopback;
        options.ClientId = aanmelding.PaginaClient;
        options.ClientSecret = aanmelding.PaginaGeheim ?? voorbeeld?.Geheim(aanmelding.PaginaClient);
        options.SignInScheme = CookieAuthenticationDefaults.AuthenticationScheme;
        options.ResponseType = OpenIdConnectResponseType.Code;
        // The answer comes as a GET: a form of the provider would come without our Lax cookies.
        options.ResponseMode = OpenIdConnectResponseMode.Query;
        options.CallbackPath = PaginaAanmelding.TerugNaAanmelden;
        options.SignedOutCallbackPath = PaginaAanmelding.TerugNaAfmelden;
        options.Scope.Clear();
        options.Scope.Add(OpenIdConnectScope.OpenId);
        foreach (var scope in Aanmeldinstellingen.Los(aanmelding.Scopes))
        {
            options.Scope.Add(scope);
        }
        options.SaveTokens = true;
        // The session ends with the token with which the pages would call the API.
        options.UseTokenLifetime = true;
        options.MapInboundClaims = false;
        // The handler drops the level of assurance unless told to leave it.
        options.ClaimActions.Remove("acr");
        options.TokenValidationParameters.NameClaimType = "name";
        options.TokenValidationParameters.RoleClaimType = aanmelding.Claims.Rol;
        options.TimeProvider = TimeProvider.System;
        options.Events.OnTicketReceived = async ontvangen =>
        {
            if (
                gehoor is not null
                && ontvangen.Principal is { } gebruiker
                && lezer.Lees(gebruiker) is { IsMedewerker: true }
                && ontvangen.Properties?.GetTokenValue("access_token") is { } token
            )
            {
                await gehoor.Aangemeld(token, ontvangen.HttpContext.RequestAborted);
            }
        };
        options.Events.OnRemoteFailure = mislukt =>
        {
            mislukt.Response.Redirect("/?aanmelden=mislukt");
            mislukt.HandleResponse();
            return Task.CompletedTask;
        };
    }
}
