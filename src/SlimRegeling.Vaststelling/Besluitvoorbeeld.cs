using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using SlimRegeling.Berichten.Vaststelling;
using SlimRegeling.Platform;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regelstand;

namespace SlimRegeling.Vaststelling;

/// <summary>
/// What would be told of a proposal to settle if it were signed now, for who writes its letter before it is: the same settlement, of which nothing is
/// kept.
/// </summary>
public static class Besluitvoorbeeld
{
    /// <summary>Stands in the place of the second signature, which is not there yet; no letter names who signs.</summary>
    private const string Niemand = "voorbeeld";

    public sealed record Beeld(SubsidieVastgesteldBericht Vaststelling);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/verantwoordingen/{zaaknummer}/besluitvoorbeeld", Voer).Voor(Rol.Dienst).Geeft<Beeld>();

    private static async Task<Uitkomst> Voer(
        Zaaknummer zaaknummer,
        Stroom<Verantwoording> verantwoordingen,
        Regelbron<VaststellingContext> regelbron,
        Moment moment,
        CancellationToken ct
    )
    {
        if (await verantwoordingen.Lees(zaaknummer, ct) is not { LigtVoor: not null, Opening: { } opening, Voorstel: { } voorstel } stand)
        {
            return Weigering.NietGevonden(zaaknummer);
        }
        var nu = moment.Nu;
        var versie = (await regelbron.Nu(ct)).Versie(opening.Regelversie, nu);
        var besluit = Ondertekenen.Besluit(zaaknummer, stand, voorstel, Niemand, versie, nu);
        return Uitkomst.Ok(new Beeld(Uitgaand.Berichten(zaaknummer, besluit).OfType<SubsidieVastgesteldBericht>().Single()));
    }
}
