using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace SlimRegeling.Platform.Identiteit;

public static class Identiteitsdiensten
{
    /// <summary>
    /// Bearer tokens of the provider of <c>SlimRegeling:Aanmelding</c>, a <see cref="Persoon"/> in every request, and a door that
    /// is closed for every endpoint that does not say <c>Voor</c> or <c>Openbaar</c>.
    /// </summary>
    public static IServiceCollection AddIdentiteit(this IServiceCollection diensten, IConfiguration configuratie)
    {
        diensten.Configure<Aanmeldinstellingen>(configuratie.GetSection(Aanmeldinstellingen.Sectie));
        diensten.AddHttpContextAccessor();
        diensten.AddSingleton<Persoonlezer>();
        diensten.AddSingleton<Provideradres>();
        // Null outside a request and for who did not sign in: a parameter of type Persoon? is then null.
        diensten.AddScoped(bron =>
            bron.GetRequiredService<IHttpContextAccessor>().HttpContext is { } http
                ? bron.GetRequiredService<Persoonlezer>().Lees(http)!
                : null!
        );

        diensten.ConfigureOptions<Tokencontrole>();
        diensten.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer();

        diensten.AddSingleton<IAuthorizationHandler, Toegangscontrole>();
        var gesloten = new AuthorizationPolicyBuilder().AddRequirements(new Geslotentenzij()).Build();
        diensten.AddAuthorizationBuilder().SetDefaultPolicy(gesloten).SetFallbackPolicy(gesloten);
        diensten.AddSingleton<IAuthorizationMiddlewareResultHandler, Toegangsproblemen>();
        return diensten;
    }
}
