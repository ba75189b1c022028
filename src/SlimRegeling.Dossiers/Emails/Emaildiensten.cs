using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace SlimRegeling.Dossiers.Emails;

/// <summary>What sending e-mail needs.</summary>
internal static class Emaildiensten
{
    public static void VoegToe(IServiceCollection diensten)
    {
        diensten.AddSingleton(sp => Emailinstellingen.Lees(sp.GetRequiredService<IConfiguration>()));
        diensten.AddSingleton<Emailstand>();
        diensten.AddSingleton<Emailtabel>();
        diensten.AddSingleton<Bezorger>();
        diensten.AddScoped<Emailpost>();
        diensten.AddHostedService<Emailcontrole>();
        diensten.AddHealthChecks().AddCheck<Emailcontrole>(Emailcontrole.Naam, tags: ["ready"]);
    }
}
