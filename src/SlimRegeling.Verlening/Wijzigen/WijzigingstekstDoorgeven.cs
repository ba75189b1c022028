using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using SlimRegeling.Platform;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Verlening.Wijzigen;

/// <summary>Gives Dossiers why it was decided so on a change, or is proposed, for the letter that tells of it.</summary>
public static class WijzigingstekstDoorgeven
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/verleningen/{zaaknummer}/wijzigingstekst", Voer).Geeft<Inhoudsafschrift>().Voor(Rol.Dienst);

    /// <param name="motivering">As the message names it.</param>
    private static async Task<Uitkomst> Voer(
        Zaaknummer zaaknummer,
        Guid motivering,
        Stroom<Verlening> verleningen,
        Werkeenheid<VerleningContext> eenheid,
        CancellationToken ct
    ) =>
        await verleningen.Lees(zaaknummer, ct) is { } verlening
        && verlening.Wijzigingen.Any(w => w.Besloten?.Argument.Id == motivering || w.Voorstel?.Argument.Id == motivering)
        && await eenheid.Sessie.LoadAsync<Inhoud>(motivering, ct) is { } inhoud
            ? Uitkomst.Ok(Inhoudsafschrift.Van(inhoud))
            : Weigering.NietGevonden(zaaknummer);
}
