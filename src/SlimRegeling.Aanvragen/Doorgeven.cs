using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using SlimRegeling.Platform;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Aanvragen;

/// <summary>Whose an application is and whether it was assessed, for a service that did not hear of the assessment yet.</summary>
public static class Doorgeven
{
    /// <param name="Beoordeeld">What becomes of it is decided at Verlening.</param>
    public sealed record Stand(string Zaaknummer, string KvkNummer, bool Beoordeeld);

    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/aanvragen/{zaaknummer}/stand", Voer).Voor(Rol.Dienst).Geeft<Stand>();

    private static async Task<Uitkomst> Voer(Zaaknummer zaaknummer, Stroom<Aanvraag> aanvragen, CancellationToken ct) =>
        await aanvragen.Lees(zaaknummer, ct) is { Ingediend: not null } aanvraag
            ? Uitkomst.Ok(new Stand(aanvraag.Id, aanvraag.KvkNummer, aanvraag.Fase == Fase.Beoordeeld))
            : Weigering.NietGevonden(zaaknummer);
}
