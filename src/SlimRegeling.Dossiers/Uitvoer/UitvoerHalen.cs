using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SlimRegeling.Platform;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Dossiers.Uitvoer;

/// <summary>
/// The whole dossier as a ZIP with an index page that opens without a network: for who asked for it, within an hour. Each time is a view with its
/// reason.
/// </summary>
public static class UitvoerHalen
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/dossiers/{zaaknummer}/uitvoer/{id}", Voer)
            .Produces<Stream>(200, "application/zip")
            .LegtInzageVast("dossieruitvoer")
            .WithDescription("Alleen voor wie de uitvoer vroeg, tot een uur daarna; later: 409 (uitvoer-verlopen).")
            .Voor(UitvoerVragen.Wie);

    private static async Task<Uitkomst> Voer(
        Zaaknummer zaaknummer,
        string id,
        Persoon persoon,
        Stroom<Dossieruitvoer> uitvoeren,
        Dossierinhoud inhoud,
        Dossierzip zip,
        Moment moment,
        CancellationToken ct
    )
    {
        if (await uitvoeren.Lees(id, ct) is not { } uitvoer || IsVreemd(uitvoer, zaaknummer.ToString(), persoon.Onderwerp))
        {
            return Weigering.NietGevonden(id);
        }
        if (moment.Nu > uitvoer.Op + Dossieruitvoer.Geldig)
        {
            return Weigering.Van("uitvoer-verlopen", "Dit dossier kon tot een uur na uw verzoek worden gedownload. Vraag het opnieuw.");
        }
        // All that must be asked of others is here before the first byte leaves: a file that lacks something is no dossier.
        var (dossier, weigering) = await inhoud.Verzamel(uitvoer, persoon, ct);
        return dossier is null
            ? weigering!
            : Uitkomst.Ok(new Bestand(zip.Maak(dossier, ct), null, "application/zip", $"dossier-{uitvoer.Zaaknummer}.zip")) with
            {
                Zaak = uitvoer.Zaaknummer,
                Reden = JsonNamingPolicy.KebabCaseLower.ConvertName(uitvoer.Aanleiding.ToString()),
            };
    }

    /// <summary>Whether it is not of this case, or somebody else's.</summary>
    private static bool IsVreemd(Dossieruitvoer uitvoer, string zaaknummer, string wie) =>
        uitvoer.Zaaknummer != zaaknummer || uitvoer.Door != wie;
}
