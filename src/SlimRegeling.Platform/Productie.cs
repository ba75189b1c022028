using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace SlimRegeling.Platform;

/// <summary>
/// The one rule for production mode: the environment is Production and a connection string to a given database is configured.
/// The environment alone says too little, because it is also the framework's default for a program that is just started.
/// </summary>
public static class Productie
{
    public static bool Is(IConfiguration configuratie, IHostEnvironment omgeving) =>
        omgeving.IsProduction()
        && configuratie.GetSection("ConnectionStrings").GetChildren().Any(verbinding => !string.IsNullOrWhiteSpace(verbinding.Value));
}
