using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using SlimRegeling.Platform.Identiteit.Voorbeeldprovider;

namespace SlimRegeling.Platform.Identiteit;

/// <summary>
/// How a bearer token is checked: signature by the provider's keys (fetched once and kept), issuer, audience and lifetime by
/// the real clock, also when example play moves the clock of the cases.
/// </summary>
internal sealed class Tokencontrole(IOptions<Aanmeldinstellingen> instellingen, Provideradres provider, Voorbeeldsleutel? voorbeeld = null)
    : IConfigureNamedOptions<JwtBearerOptions>
{
    public void Configure(JwtBearerOptions options) => Configure(JwtBearerDefaults.AuthenticationScheme, options);

    public void Configure(string? name, JwtBearerOptions options)
    {
        var aanmelding = instellingen.Value;
        options.TokenHandlers.Clear();
        options.TokenHandlers.Add(new Bewaardetokens { MapInboundClaims = false });
        options.TimeProvider = TimeProvider.System;
        options.TokenValidationParameters.ValidAudience = aanmelding.Doelgroep;
        options.TokenValidationParameters.NameClaimType = aanmelding.Claims.Onderwerp;
        options.TokenValidationParameters.RoleClaimType = aanmelding.Claims.Rol;
        options.TokenValidationParameters.ClockSkew = TimeSpan.FromSeconds(30);
        if (voorbeeld is not null)
        {
            // The own example provider: its key is at hand. Without a configured address the issuer is the address at which the
            // token was asked for, which may have another port after a restart; the key is what proves it.
            options.Configuration = new OpenIdConnectConfiguration { Issuer = aanmelding.Provider };
            options.Configuration.SigningKeys.Add(voorbeeld.Ondertekening);
            options.TokenValidationParameters.ValidateIssuer = !provider.EigenHost;
        }
        else
        {
            options.Authority = provider.Adres.ToString();
            options.RequireHttpsMetadata = !provider.Adres.IsLoopback;
        }
        options.Events = new JwtBearerEvents { OnMessageReceived = ZorgVoorSleutels };
    }

    /// <summary>
    /// The keys are there after the first time. When they cannot be had it is not the token that is wrong: without this the
    /// caller would be told to sign in again.
    /// </summary>
    private static async Task ZorgVoorSleutels(MessageReceivedContext ontvangen)
    {
        if (ontvangen.Request.Headers.Authorization.Count == 0)
            return;
        try
        {
            await ontvangen.Options.ConfigurationManager!.GetConfigurationAsync(ontvangen.HttpContext.RequestAborted);
        }
        catch (InvalidOperationException onbereikbaar)
        {
            ontvangen.HttpContext.Features.Set(new Aanmelddienststoring());
            ontvangen.Fail(onbereikbaar);
        }
    }
}

/// <summary>Marks a request whose token could not be checked because the provider does not answer.</summary>
internal sealed record Aanmelddienststoring;
