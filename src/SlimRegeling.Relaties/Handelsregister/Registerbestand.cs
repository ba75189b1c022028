using System.Collections.Frozen;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SlimRegeling.Platform;

namespace SlimRegeling.Relaties.Handelsregister;

/// <summary>
/// A file with answers of the register (<c>SlimRegeling:Handelsregister:Bestand</c>), read when the program starts. Without one it never answers,
/// and nothing is filled in.
/// </summary>
internal sealed class Registerbestand(IConfiguration configuratie, ILogger<Registerbestand> log) : IHandelsregister, IHostedService
{
    public const string Instelling = "SlimRegeling:Handelsregister:Bestand";

    private static readonly JsonSerializerOptions Schrift = new(JsonSerializerDefaults.Web);

    private FrozenDictionary<string, Inschrijving>? _ingeschreven;

    private sealed record Inhoud(IReadOnlyList<Basisprofiel> Basisprofielen);

    public Task<Inschrijving?> Zoek(string kvkNummer, CancellationToken ct) =>
        _ingeschreven is { } ingeschreven
            ? Task.FromResult(ingeschreven.GetValueOrDefault(kvkNummer))
            : throw new Registeruitval("No Handelsregister is configured.");

    /// <exception cref="Opstartfout">There is no such file, or it cannot be read as one.</exception>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (configuratie[Instelling] is not { Length: > 0 } bestand)
        {
            log.LogWarning(
                "LET OP: er is geen Handelsregister ingesteld; in formulieren wordt niets vooraf ingevuld. Geef bij {Instelling} een bestand.",
                Instelling
            );
            return;
        }
        try
        {
            await using var stroom = File.OpenRead(bestand);
            var inhoud =
                await JsonSerializer.DeserializeAsync<Inhoud>(stroom, Schrift, cancellationToken)
                ?? throw new JsonException("Het bestand is leeg.");
            _ingeschreven = inhoud.Basisprofielen.ToFrozenDictionary(p => p.KvkNummer, p => p.Inschrijving(), StringComparer.Ordinal);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException or FormatException or ArgumentException)
        {
            throw new Opstartfout(
                $"Het Handelsregister in '{bestand}' is niet te lezen ({e.Message}). Geef bij {Instelling} een bestand met basisprofielen, of laat haar weg.",
                e
            );
        }
        log.LogInformation("Handelsregister: {Aantal} inschrijvingen uit {Bestand}", _ingeschreven.Count, bestand);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
