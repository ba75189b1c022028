using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SlimRegeling.Dossiers.Opslag;
using SlimRegeling.Platform;

namespace SlimRegeling.Dossiers.Scannen;

/// <summary>Says at the start, and to who asks for the health, what stands between a virus and who opens a document.</summary>
internal sealed class Scannercontrole(
    Virusscanner scanner,
    Bestandsplaatsen plaatsen,
    IConfiguration configuratie,
    IHostEnvironment omgeving,
    ILogger<Scannercontrole> log
) : IHostedService, IHealthCheck
{
    public const string Naam = "virusscanner";

    private const string Zonder =
        "Er is geen virusscanner ingesteld: documenten worden alleen door dit programma zelf onderzocht. Dat mag alleen bij proberen. "
        + $"Geef bij {Virusscanner.Instelling} het adres van ClamAV (tcp://host:poort of unix:/pad).";

    /// <exception cref="Opstartfout">In production mode without a scanner, or with a folder that cannot be written.</exception>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (!scanner.Ingesteld)
        {
            if (Productie.Is(configuratie, omgeving))
            {
                throw new Opstartfout($"In productie mag niemand een document openen dat niet op virussen is onderzocht. {Zonder}");
            }
            log.LogWarning("LET OP: {Uitleg}", Zonder);
        }
        if (plaatsen.Map is { } map)
        {
            ProbeerMap(map);
        }
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (!scanner.Ingesteld)
        {
            return HealthCheckResult.Healthy(Zonder);
        }
        try
        {
            await scanner.Ping(cancellationToken);
            return HealthCheckResult.Healthy($"{scanner.Naam} antwoordt.");
        }
        catch (Scanneruitval uitval)
        {
            // Documents are still received: they wait.
            return HealthCheckResult.Degraded(uitval.Message);
        }
    }

    private static void ProbeerMap(string map)
    {
        try
        {
            Directory.CreateDirectory(map);
            var proef = Path.Combine(map, $"proef-{Guid.NewGuid():N}");
            File.WriteAllBytes(proef, []);
            File.Delete(proef);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new Opstartfout(
                $"In de map {map} kan niet worden geschreven ({e.Message}). Geef bij SlimRegeling:Bestandenmap een map waarin dit account mag schrijven.",
                e
            );
        }
    }
}
