using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using SlimRegeling.Platform;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Aanvragen.Aanvulling;

/// <summary>Gives Dossiers what was written with the request to complete, of which its message has the hash only.</summary>
public static class ToelichtingDoorgeven
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/aanvragen/{zaaknummer}/aanvullingstoelichting", Voer).Voor(Rol.Dienst).Geeft<Inhoudsafschrift>();

    private static async Task<Uitkomst> Voer(
        Zaaknummer zaaknummer,
        Stroom<Aanvraag> aanvragen,
        Werkeenheid<AanvragenContext> eenheid,
        CancellationToken ct
    ) =>
        await aanvragen.Lees(zaaknummer, ct) is { Aanvulling.Toelichting: { } toelichting }
        && await eenheid.Sessie.LoadAsync<Inhoud>(toelichting.Id, ct) is { } inhoud
            ? Uitkomst.Ok(Inhoudsafschrift.Van(inhoud))
            : Weigering.NietGevonden(zaaknummer);
}
