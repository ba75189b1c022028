using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using SlimRegeling.Platform;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Verlening.Herstellen;

/// <summary>Gives Dossiers what was wrong in a decision, for the letter that tells of it, or for the one that it would become.</summary>
public static class HersteltekstDoorgeven
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/verleningen/{zaaknummer}/hersteltekst", Voer).Geeft<Inhoudsafschrift>().Voor(Rol.Dienst);

    /// <param name="toelichting">As the message names it.</param>
    private static async Task<Uitkomst> Voer(
        Zaaknummer zaaknummer,
        Guid toelichting,
        Stroom<Verlening> verleningen,
        Werkeenheid<VerleningContext> eenheid,
        CancellationToken ct
    ) =>
        await verleningen.Lees(zaaknummer, ct) is { Herstel: { } herstel }
        && (herstel.Voorstel?.Toelichting.Id == toelichting || herstel.Besluiten.Any(b => b.Toelichting.Id == toelichting))
        && await eenheid.Sessie.LoadAsync<Inhoud>(toelichting, ct) is { } inhoud
            ? Uitkomst.Ok(Inhoudsafschrift.Van(inhoud))
            : Weigering.NietGevonden(zaaknummer);
}
