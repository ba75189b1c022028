using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

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
        diensten.AddSingleton<Persoonlezer>();
        diensten.AddSingleton<Machtigingsnavraag>();
        diensten.AddSingleton<Provideradres>();
        diensten.AddSingleton<Dienstgeheim>();
        diensten.AddSingleton(sp =>
            Schuilnaam.Uit(configuratie, sp.GetRequiredService<IHostEnvironment>(), sp.GetRequiredService<Dienstgeheim>())
        );
        diensten.AddSingleton<Dienstaanmelding>();
        diensten.AddTransient<Diensttoken>();
        diensten.AddHttpClient(Dienstaanmelding.Client);

        diensten.ConfigureOptions<Tokencontrole>();
        diensten.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer();
        // Made before the first request, so that a host without a provider does not start.
        diensten.AddOptions<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme).ValidateOnStart();

        diensten.AddSingleton<IAuthorizationHandler, Toegangscontrole>();
        var gesloten = new AuthorizationPolicyBuilder().AddRequirements(new Geslotentenzij()).Build();
        diensten.AddAuthorizationBuilder().SetDefaultPolicy(gesloten).SetFallbackPolicy(gesloten);
        diensten.AddSingleton<IAuthorizationMiddlewareResultHandler, Toegangsproblemen>();
        return diensten;
    }
}
