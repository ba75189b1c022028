using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SlimRegeling.Dossiers.Bladeren;
using SlimRegeling.Dossiers.Opslag;
using SlimRegeling.Dossiers.Scannen;

namespace SlimRegeling.Dossiers;

/// <summary>What receiving, keeping, examining and showing documents needs.</summary>
internal static class Documentdiensten
{
    public static void VoegToe(IServiceCollection diensten)
    {
        diensten.TryAddSingleton(TimeProvider.System);
        diensten.AddSingleton(sp => Documentgrenzen.Uit(sp.GetRequiredService<IConfiguration>()));
        diensten.AddSingleton<Bestandsplaatsen>();
        diensten.AddScoped<Bestandsopslag>();
        diensten.AddScoped<Zaakwijzer>();
        diensten.AddScoped<Documentlezer>();
        diensten.AddSingleton<Virusscanner>();
        diensten.AddSingleton<Scanstand>();
        diensten.AddHostedService<Scannercontrole>();
        diensten.AddSingleton<Bladprogrammas>();
        diensten.AddSingleton(_ => new Bladplaatsen(TimeSpan.FromSeconds(5)));
        diensten.AddScoped<Bladlezer>();
        diensten.AddHostedService<Bladmelder>();
        diensten.AddHealthChecks().AddCheck<Scannercontrole>(Scannercontrole.Naam, tags: ["ready"]);
    }
}
