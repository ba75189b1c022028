using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SlimRegeling.Betalingen.Rekeningen;
using SlimRegeling.Platform;

namespace SlimRegeling.Betalingen.Uitbetalen;

/// <summary>Whose account is paid from: <c>SlimRegeling:Betalingen:OpdrachtgeverNaam</c> and <c>…:OpdrachtgeverIban</c>.</summary>
public sealed record Opdrachtgever(string Naam, string Iban)
{
    private const string Sectie = "SlimRegeling:Betalingen";

    /// <summary>The example bank's account; no real one.</summary>
    private static readonly Opdrachtgever Voorbeeld = new("Uitvoering SLIM-regeling", "NL91ABNA0417164300");

    /// <exception cref="Opstartfout">In production mode nothing is configured, or what is configured is no IBAN.</exception>
    public static Opdrachtgever Uit(IConfiguration configuratie, IHostEnvironment omgeving)
    {
        var (naam, iban) = (configuratie[$"{Sectie}:OpdrachtgeverNaam"], configuratie[$"{Sectie}:OpdrachtgeverIban"]);
        if (string.IsNullOrWhiteSpace(naam) || string.IsNullOrWhiteSpace(iban))
        {
            return Productie.Is(configuratie, omgeving)
                ? throw new Opstartfout(
                    $"Er is niet ingesteld van welke rekening wordt betaald. Geef {Sectie}:OpdrachtgeverNaam en {Sectie}:OpdrachtgeverIban een waarde."
                )
                : Voorbeeld;
        }
        return Platform.Bank.Iban.Lees(iban, out var gelezen, out _)
            ? new Opdrachtgever(naam, gelezen.Waarde)
            : throw new Opstartfout($"'{iban}' bij {Sectie}:OpdrachtgeverIban is geen IBAN. Controleer het nummer.");
    }
}

/// <summary>
/// Asks for the account, and for the check of names, when the program starts, so that a setting that is missing or wrong is not found on the day of payment.
/// </summary>
internal sealed class Opdrachtgevercontrole(Opdrachtgever opdrachtgever, INaamcontrole naamcontrole, ILogger<Opdrachtgevercontrole> log)
    : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        log.LogInformation("Payments leave from {Iban} ({Naam})", opdrachtgever.Iban, opdrachtgever.Naam);
        log.LogInformation("Names and accounts are checked by {Naamcontrole}", naamcontrole.GetType().Name);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
