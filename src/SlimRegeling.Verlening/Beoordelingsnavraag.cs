using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Verlening;

/// <summary>
/// Asks Aanvragen itself about a case that is not known here, before its applicant is told so: its assessment may be on its way. Who withdraws what
/// was heard of never asks, and what is answered here changes nothing.
/// </summary>
public sealed class Beoordelingsnavraag(Contextvraag contexten, ILogger<Beoordelingsnavraag> log)
{
    internal const string Aanvragen = "aanvragen";

    /// <param name="Beoordeeld">It lies here, or is on its way.</param>
    public sealed record Stand(string KvkNummer, bool Beoordeeld);

    /// <param name="kvkNummer">Of the enterprise whose cases exist for who asks.</param>
    public async Task<Weigering> Vraag(string zaaknummer, string? kvkNummer, CancellationToken ct)
    {
        try
        {
            return Antwoord(zaaknummer, kvkNummer, await contexten.Stel<Stand>(Aanvragen, $"/aanvragen/{zaaknummer}/stand", ct));
        }
        catch (HttpRequestException e)
        {
            log.LogWarning(e, "Whether {Zaaknummer} was assessed cannot be asked now", zaaknummer);
            return Straks("zaak-onzeker", $"Wij kunnen zaak {zaaknummer} nu niet opzoeken. Er is niets veranderd.");
        }
    }

    /// <param name="stand">Null when Aanvragen has no such case.</param>
    public static Weigering Antwoord(string zaaknummer, string? kvkNummer, Stand? stand) =>
        stand is null || stand.KvkNummer != kvkNummer ? Weigering.NietGevonden(zaaknummer)
        : stand.Beoordeeld
            ? Straks("beoordeling-onderweg", "Uw aanvraag is net beoordeeld en komt er hier aan. Zij is nog niet ingetrokken.") with
            {
                Artikel = "artikel 2.11",
            }
        : Intrekken.NogNietBeoordeeld(zaaknummer);

    private static Weigering Straks(string code, string uitleg) =>
        new()
        {
            Code = code,
            Status = StatusCodes.Status503ServiceUnavailable,
            Uitleg = $"{uitleg} Probeer het over een minuut opnieuw.",
        };
}
