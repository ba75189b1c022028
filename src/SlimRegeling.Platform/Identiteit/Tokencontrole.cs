using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;

namespace SlimRegeling.Platform.Identiteit;

/// <summary>
/// How a bearer token is checked: signature by the provider's keys (fetched once and kept), issuer, audience and lifetime by
/// the real clock, also when example play moves the clock of the cases.
/// </summary>
internal sealed class Tokencontrole(IOptions<Aanmeldinstellingen> instellingen, Provideradres provider)
    : IConfigureNamedOptions<JwtBearerOptions>
{
    public void Configure(JwtBearerOptions opties) => Configure(JwtBearerDefaults.AuthenticationScheme, opties);

    public void Configure(string? name, JwtBearerOptions opties)
    {
        var aanmelding = instellingen.Value;
        var adres = provider.Adres;
        opties.Authority = adres.ToString();
        opties.RequireHttpsMetadata = !adres.IsLoopback;
        opties.MapInboundClaims = false;
        opties.TimeProvider = TimeProvider.System;
        opties.TokenValidationParameters = new TokenValidationParameters
        {
            ValidAudience = aanmelding.Doelgroep,
            NameClaimType = aanmelding.Claims.Onderwerp,
            RoleClaimType = aanmelding.Claims.Rol,
            ClockSkew = TimeSpan.FromSeconds(30),
        };
        opties.Events = new JwtBearerEvents
        {
            OnAuthenticationFailed = mislukt =>
            {
                // Not the token is wrong but its keys cannot be had: the caller must not be told to sign in again.
                if (mislukt.Exception is not (SecurityTokenException or ArgumentException))
                {
                    mislukt.HttpContext.Features.Set(new Aanmelddienststoring());
                    mislukt.Fail(mislukt.Exception);
                }
                return Task.CompletedTask;
            },
        };
    }
}

/// <summary>Marks a request whose token could not be checked because the provider does not answer.</summary>
internal sealed record Aanmelddienststoring;
