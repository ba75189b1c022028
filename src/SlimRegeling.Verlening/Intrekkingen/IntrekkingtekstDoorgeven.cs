using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using SlimRegeling.Platform;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Verlening.Intrekkingen;

/// <summary>Gives Dossiers why something is withdrawn, for the letters that tell of it, or for the one that it would become.</summary>
public static class IntrekkingtekstDoorgeven
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/verleningen/{zaaknummer}/intrekkingtekst", Voer).Geeft<Inhoudsafschrift>().Voor(Rol.Dienst);

    /// <param name="motivering">As the message names it.</param>
    private static async Task<Uitkomst> Voer(
        Zaaknummer zaaknummer,
        Guid motivering,
        Stroom<Verlening> verleningen,
        Werkeenheid<VerleningContext> eenheid,
        CancellationToken ct
    ) =>
        await verleningen.Lees(zaaknummer, ct) is { Intrekking: { } intrekking }
        && (
            intrekking.Voorstel?.Toelichting.Id == motivering
            || intrekking.Voorgelegd?.Motivering.Id == motivering
            || intrekking.Besluiten.Any(b => b.Motivering.Id == motivering)
        )
        && await eenheid.Sessie.LoadAsync<Inhoud>(motivering, ct) is { } inhoud
            ? Uitkomst.Ok(Inhoudsafschrift.Van(inhoud))
            : Weigering.NietGevonden(zaaknummer);
}
