using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SlimRegeling.Platform.Identiteit;

namespace SlimRegeling.Vaststelling.Declaraties.Vergelijken;

/// <summary>Asks for the key when the program starts, so that a missing setting is not found when the first declaration comes.</summary>
internal sealed class Schuilnaamcontrole(Schuilnaam schuilnaam, ILogger<Schuilnaamcontrole> log) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (schuilnaam.IsVoorbeeld)
        {
            log.LogWarning("LET OP: {Instelling} is niet ingesteld: schuilnamen verbergen hier niemand.", Schuilnaam.Instelling);
        }
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
