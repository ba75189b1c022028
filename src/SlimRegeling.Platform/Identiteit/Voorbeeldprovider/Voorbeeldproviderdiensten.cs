using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace SlimRegeling.Platform.Identiteit.Voorbeeldprovider;

public static class Voorbeeldproviderdiensten
{
    /// <summary>
    /// An OpenID Connect provider inside this host, for the examples only, without a store. Its endpoints answer by themselves
    /// under <c>/.well-known</c> and <c>/voorbeeldprovider</c>: there is nothing to map.
    /// </summary>
    /// <param name="sleutelmap">Folder of the signing key, unless <c>SlimRegeling:Voorbeeldprovider</c> gives a key or another folder.</param>
    /// <exception cref="Opstartfout">In production mode (<see cref="Productie"/>).</exception>
    public static IServiceCollection AddVoorbeeldprovider(
        this IServiceCollection diensten,
        IConfiguration configuratie,
        IHostEnvironment omgeving,
        string sleutelmap,
        IEnumerable<Voorbeeldpersoon> personen
    )
    {
        if (Productie.Is(configuratie, omgeving))
            throw new Opstartfout(
                "In productie mag niemand zich als voorbeeldpersoon aanmelden. Geef bij SlimRegeling:Aanmelding:Provider het adres van uw eigen "
                    + "OpenID Connect-provider. Is dit een proefomgeving, zet dan ASPNETCORE_ENVIRONMENT op Development."
            );

        var instellingen =
            configuratie.GetSection(Voorbeeldinstellingen.Sectie).Get<Voorbeeldinstellingen>() ?? new Voorbeeldinstellingen();
        var sleutel = string.IsNullOrWhiteSpace(instellingen.Sleutel)
            ? Voorbeeldsleutel.UitMap(instellingen.Sleutelmap ?? sleutelmap)
            : Voorbeeldsleutel.UitPem(instellingen.Sleutel);

        diensten.AddSingleton(sleutel);
        diensten.AddSingleton(new Voorbeeldpersonen(personen));
        diensten.AddSingleton<Voorbeeldtoken>();
        diensten.Replace(ServiceDescriptor.Scoped<IAuthenticationHandlerProvider, Providerpoort>());
        diensten.AddOpenIddict().AddServer(server => Richt(server, Aanmeldinstellingen.Uit(configuratie), instellingen, sleutel));
        return diensten;
    }

    private static void Richt(
        OpenIddictServerBuilder server,
        Aanmeldinstellingen aanmelding,
        Voorbeeldinstellingen instellingen,
        Voorbeeldsleutel sleutel
    )
    {
        server
            .SetAuthorizationEndpointUris("voorbeeldprovider/aanmelden")
            .SetTokenEndpointUris("voorbeeldprovider/token")
            .SetEndSessionEndpointUris("voorbeeldprovider/afmelden")
            .AllowAuthorizationCodeFlow()
            .RequireProofKeyForCodeExchange()
            .AllowClientCredentialsFlow()
            .AllowCustomFlow(Voorbeeldaanmelding.Persoongrant)
            .RegisterScopes(Aanmeldinstellingen.Los($"{aanmelding.Scopes} {aanmelding.DienstScopes}"))
            .AddSigningKey(sleutel.Ondertekening)
            .AddEncryptionKey(sleutel.Versleuteling)
            .DisableAccessTokenEncryption()
            .SetAccessTokenLifetime(instellingen.Geldigheid)
            .SetIdentityTokenLifetime(instellingen.Geldigheid)
            .SetAuthorizationCodeLifetime(TimeSpan.FromMinutes(1))
            .EnableDegradedMode()
            // The real clock: example play moves the clock of the cases, never that of the tokens.
            .Configure(opties => opties.TimeProvider = TimeProvider.System);
        if (!string.IsNullOrWhiteSpace(aanmelding.Provider))
            server.SetIssuer(aanmelding.Provider);

        server
            .AddEventHandler<ValidateAuthorizationRequestContext>(handler => handler.UseSingletonHandler<Voorbeeldaanmelding>())
            .AddEventHandler<HandleAuthorizationRequestContext>(handler => handler.UseSingletonHandler<Voorbeeldaanmelding>())
            .AddEventHandler<ValidateTokenRequestContext>(handler => handler.UseSingletonHandler<Voorbeeldaanmelding>())
            .AddEventHandler<HandleTokenRequestContext>(handler => handler.UseSingletonHandler<Voorbeeldaanmelding>())
            .AddEventHandler<ValidateEndSessionRequestContext>(handler => handler.UseSingletonHandler<Voorbeeldaanmelding>())
            .AddEventHandler<HandleEndSessionRequestContext>(handler => handler.UseSingletonHandler<Voorbeeldaanmelding>());
        server.UseAspNetCore().DisableTransportSecurityRequirement();
    }
}
