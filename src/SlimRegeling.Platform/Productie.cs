using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace SlimRegeling.Platform;

/// <summary>
/// The one rule for production mode: the environment is Production and a connection string to a given database is configured.
/// The environment alone says too little, because it is also the framework's default for a program that is just started.
/// </summary>
public static class Productie
{
    // Also matches the keys below it, with which one context gets a database of its own.
    private const string Verbinding = "SlimRegeling:Verbinding";

    public static bool Is(IConfiguration configuratie, IHostEnvironment omgeving) =>
        omgeving.IsProduction()
        && configuratie
            .AsEnumerable()
            .Any(instelling =>
                instelling.Key.StartsWith(Verbinding, StringComparison.OrdinalIgnoreCase) && !string.IsNullOrWhiteSpace(instelling.Value)
            );
}
