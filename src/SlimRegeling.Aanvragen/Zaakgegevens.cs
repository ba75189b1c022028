using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Platform;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Regelstand;

namespace SlimRegeling.Aanvragen;

/// <summary>Whose draft or application a number is, for a service that keeps its documents: a draft is told to nobody.</summary>
public static class Zaakgegevens
{
    /// <param name="Ingediend">Absent while it is a draft.</param>
    public sealed record Gegevens(string Zaaknummer, string KvkNummer, string Tijdvak, string Regelversie, Ontvangen? Ingediend = null);

    /// <param name="Gevraagd">Euro.</param>
    /// <param name="Inhoud">SHA-256 over a random salt and the form as it was received, as it stands in the event.</param>
    /// <param name="Stand">What was missing, who had not confirmed, and who submitted it.</param>
    public sealed record Ontvangen(Instant Op, decimal Gevraagd, string Inhoud, Ontvangststand Stand);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/aanvragen/{zaaknummer}/zaakgegevens", Voer).Voor(Rol.Dienst).Geeft<Gegevens>();

    private static async Task<Uitkomst> Voer(
        Zaaknummer zaaknummer,
        Stroom<Aanvraag> aanvragen,
        Aanvraagtijdvakken tijdvakken,
        Werkeenheid<AanvragenContext> eenheid,
        Regelbron<AanvragenContext> regelbron,
        CancellationToken ct
    )
    {
        if (await eenheid.Sessie.LoadAsync<Concept>(zaaknummer, ct) is not { } concept)
        {
            return Weigering.NietGevonden(zaaknummer);
        }
        if (concept.Ontvangen is null)
        {
            var tijdvak =
                await tijdvakken.Zoek(concept.Tijdvak, ct)
                ?? throw new InvalidOperationException($"The window {concept.Tijdvak} of a draft is not known.");
            return Uitkomst.Ok(new Gegevens(concept.Id, concept.KvkNummer, concept.Tijdvak, tijdvak.Regelversie));
        }
        var ingediend =
            (await aanvragen.Lees(zaaknummer, ct))?.Ingediend
            ?? throw new InvalidOperationException($"{zaaknummer} was received and has no application.");
        return Uitkomst.Ok(
            new Gegevens(
                concept.Id,
                ingediend.KvkNummer,
                ingediend.Tijdvak,
                ingediend.Regelversie,
                new(
                    ingediend.Op,
                    ingediend.Gevraagd,
                    ingediend.Inhoud.Hash,
                    await Ontvangststand.Lees(zaaknummer, ingediend, await regelbron.Nu(ct), eenheid, ct)
                )
            )
        );
    }
}
