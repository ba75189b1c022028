using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace SlimRegeling.Platform.Tests.Identiteit;

/// <summary>
/// A provider that knows nothing of our settings and does it otherwise than the example provider: names of its own for claims, a scope that it
/// demands, an audience of its own, another algorithm. It signs one and the same person in at once.
/// </summary>
internal sealed class Andereprovider : IAsyncDisposable
{
    public const string Paginaclient = "slim-paginas";
    public const string Dienstclient = "slim-dienst";
    public const string Geheim = "een lang geheim";
    public const string Scope = "slim.api";
    public const string Doelgroep = "https://slim.voorbeeld/api";

    private readonly WebApplication _app;

    private Andereprovider(WebApplication app) => _app = app;

    public Uri Adres => new(_app.Urls.First());

    public static async Task<Andereprovider> Start()
    {
        var bouwer = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { EnvironmentName = "Development" });
        bouwer.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        bouwer.Services.AddOpenIddict().AddServer(Richt);
        var app = bouwer.Build();
        app.UseAuthentication();
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new Andereprovider(app);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static void Richt(OpenIddictServerBuilder server)
    {
        server
            .SetAuthorizationEndpointUris("connect/authorize")
            .SetTokenEndpointUris("connect/token")
            .AllowAuthorizationCodeFlow()
            .AllowClientCredentialsFlow()
            .RequireProofKeyForCodeExchange()
            .RegisterScopes(Scope)
            .AddEphemeralSigningKey(SecurityAlgorithms.EcdsaSha256)
            .AddEphemeralEncryptionKey()
            .DisableAccessTokenEncryption()
            .EnableDegradedMode();
        server
            .AddEventHandler<ValidateAuthorizationRequestContext>(handler =>
                handler.UseInlineHandler(context =>
                {
                    if (context.ClientId != Paginaclient || !context.Request.HasScope(Scope))
                        context.Reject(Errors.InvalidScope);
                    return ValueTask.CompletedTask;
                })
            )
            .AddEventHandler<HandleAuthorizationRequestContext>(handler =>
                handler.UseInlineHandler(context =>
                {
                    (string, string)[] claims =
                    [
                        ("persoon_id", "p-1"),
                        ("kvk", "12345678"),
                        ("vestiging", "000012345678"),
                        ("niveau", "hoog"),
                    ];
                    context.SignIn(Van("techniek", [Scopes.OpenId, Scope], claims));
                    return ValueTask.CompletedTask;
                })
            )
            .AddEventHandler<ValidateTokenRequestContext>(handler =>
                handler.UseInlineHandler(context =>
                {
                    if (context.ClientSecret != Geheim)
                        context.Reject(Errors.InvalidClient);
                    else if (context.Request.IsClientCredentialsGrantType() && !context.Request.HasScope(Scope))
                        context.Reject(Errors.InvalidScope);
                    return ValueTask.CompletedTask;
                })
            )
            .AddEventHandler<HandleTokenRequestContext>(handler =>
                handler.UseInlineHandler(context =>
                {
                    if (context.Request.IsClientCredentialsGrantType())
                        context.SignIn(Van(Dienstclient, [Scope], ("groepen", "dienst")));
                    return ValueTask.CompletedTask;
                })
            );
        server.UseAspNetCore().DisableTransportSecurityRequirement();
    }

    private static ClaimsPrincipal Van(string onderwerp, string[] scopes, params (string Naam, string Waarde)[] claims)
    {
        var identiteit = new ClaimsIdentity("andere");
        identiteit.SetClaim(Claims.Subject, onderwerp);
        foreach (var (naam, waarde) in claims)
            identiteit.SetClaim(naam, waarde);
        var principaal = new ClaimsPrincipal(identiteit);
        principaal.SetScopes(scopes);
        principaal.SetResources(Doelgroep);
        principaal.SetDestinations(_ => [Destinations.AccessToken, Destinations.IdentityToken]);
        return principaal;
    }
}
