using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using SlimRegeling.Berichten.Aanvragen;
using SlimRegeling.Platform;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regelstand;

namespace SlimRegeling.Aanvragen.BuitenBehandeling;

/// <summary>
/// What would be told if it were signed now that an application is not handled, for who writes that letter before it is: the same decision by the same
/// function, of which nothing is kept.
/// </summary>
public static class Besluitvoorbeeld
{
    /// <summary>Stands in the place of who signs; no letter names them.</summary>
    private const string Niemand = "voorbeeld";

    public sealed record Beeld(BuitenBehandelingGesteldBericht BuitenBehandeling);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/aanvragen/{zaaknummer}/buitenbehandelingvoorbeeld", Voer).Voor(Rol.Dienst).Geeft<Beeld>();

    private static async Task<Uitkomst> Voer(
        Zaaknummer zaaknummer,
        Stroom<Aanvraag> aanvragen,
        Regelbron<AanvragenContext> regelbron,
        Moment moment,
        CancellationToken ct
    ) =>
        await aanvragen.Lees(zaaknummer, ct) is { } aanvraag
        && Van(Stellen.Beslis(aanvraag, Niemand, await regelbron.Nu(ct), moment.Nu), zaaknummer) is { } beeld
            ? Uitkomst.Ok(beeld)
            : Weigering.NietGevonden(zaaknummer);

    /// <summary>Null when nothing would be decided.</summary>
    public static Beeld? Van(Beslissing beslissing, string zaaknummer) =>
        beslissing
            .Gebeurtenissen.SelectMany(e => Uitgaand.Berichten(zaaknummer, e))
            .OfType<BuitenBehandelingGesteldBericht>()
            .FirstOrDefault()
            is { } bericht
            ? new(bericht)
            : null;
}
