using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SlimRegeling.Platform.Contexten;

namespace SlimRegeling.Leercultuurscans.Antwoorden;

internal static class Antwoordopslagdiensten
{
    public static void VoegToe(IServiceCollection diensten) =>
        diensten
            .AddSingleton(sp => Antwoordsleutel.Uit(sp.GetRequiredService<IConfiguration>(), sp.GetRequiredService<IHostEnvironment>()))
            .AddSingleton(sp => new Antwoordopslag(
                sp.GetRequiredService<Contextregister>().Van(typeof(LeercultuurscansContext)).Bron,
                sp.GetRequiredService<Antwoordsleutel>()
            ))
            .AddHostedService<Antwoordsleutelcontrole>();
}
