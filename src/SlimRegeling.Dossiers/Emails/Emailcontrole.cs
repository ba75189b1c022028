using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SlimRegeling.Platform;

namespace SlimRegeling.Dossiers.Emails;

/// <summary>Says at the start, and to who asks for the health, where e-mail goes.</summary>
internal sealed class Emailcontrole(
    Emailinstellingen instellingen,
    Emailstand stand,
    IConfiguration configuratie,
    IHostEnvironment omgeving,
    ILogger<Emailcontrole> log
) : IHostedService, IHealthCheck
{
    public const string Naam = "email";

    private const string Uitgezet = $"{Emailinstellingen.Sectie}:Server is geen: niemand krijgt e-mail.";

    private string Zonder => $"Er is geen mailserver ingesteld: e-mail wordt niet verstuurd maar bewaard in {instellingen.Map}.";

    /// <exception cref="Opstartfout">In production mode without a server, a sender or the address of the site.</exception>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (instellingen.Uit)
        {
            log.LogWarning("LET OP: {Uitleg}", Uitgezet);
            return Task.CompletedTask;
        }
        if (Productie.Is(configuratie, omgeving) && (instellingen.Server is null || !instellingen.Volledig))
        {
            throw new Opstartfout(
                $"In productie moet e-mail mensen bereiken. Geef bij {Emailinstellingen.Sectie} een Server, een Afzender en een Siteadres. Wilt u dat niemand e-mail krijgt, geef dan bij Server: {Emailinstellingen.Geen}."
            );
        }
        if (instellingen.Server is null)
        {
            log.LogWarning("LET OP: {Uitleg}", Zonder);
        }
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(
            instellingen.Uit ? HealthCheckResult.Healthy(Uitgezet)
            : instellingen.Server is null ? HealthCheckResult.Healthy(Zonder)
            // What is to be sent is kept: it waits.
            : stand.Uitval is { } uitval ? HealthCheckResult.Degraded(uitval)
            : HealthCheckResult.Healthy("E-mail wordt verstuurd.")
        );
}
