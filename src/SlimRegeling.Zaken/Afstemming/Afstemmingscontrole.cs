using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace SlimRegeling.Zaken.Afstemming;

/// <summary>Tells who asks for the health how the last reconciliation came out, and when it did not run.</summary>
internal sealed class Afstemmingscontrole(Alarmtabel alarmen) : IHealthCheck
{
    public const string Naam = "afstemming";

    // It runs every night; the clock can be put forward, and it takes a while.
    private static readonly TimeSpan Langst = TimeSpan.FromHours(26);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var stand = await alarmen.Zie(cancellationToken);
        return stand switch
        {
            { Open: > 0 } => HealthCheckResult.Degraded($"Alarmen van de afstemming die niemand heeft afgehandeld: {stand.Open}."),
            { Oud: null } => HealthCheckResult.Healthy("De gegevens zijn nog niet afgestemd."),
            { Oud: { } oud } when oud > Langst => HealthCheckResult.Degraded(
                $"De gegevens zijn {(int)oud.TotalHours} uur geleden voor het laatst afgestemd."
            ),
            _ => HealthCheckResult.Healthy("De gegevens zijn afgestemd; er is geen alarm."),
        };
    }
}
