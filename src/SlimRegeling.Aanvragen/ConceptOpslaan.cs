using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SlimRegeling.Platform;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Aanvragen;

/// <summary>Overwrites the draft, complete or not, until it is submitted; and shows it.</summary>
public static class ConceptOpslaan
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPut("/aanvragen/{zaaknummer}/concept", Voer)
            .Voor(Rol.Aanvrager, Rol.Gemachtigde)
            .EigenZaak()
            .OokMetMachtiging(Machtigingsomvang.Aanvragen)
            .Geeft<Bijgewerkt>();
        api.MapGet("/aanvragen/{zaaknummer}/concept", Toon)
            .Voor(Rol.Aanvrager, Rol.Gemachtigde)
            .EigenZaak()
            .OokMetMachtiging(Machtigingsomvang.Aanvragen)
            .Geeft<Formulier>();
    }

    private static async Task<Uitkomst> Voer(
        Zaaknummer zaaknummer,
        Formulier formulier,
        Werkeenheid<AanvragenContext> eenheid,
        Aanroep aanroep,
        CancellationToken ct
    )
    {
        var concept = await eenheid.Sessie.LoadAsync<Concept>(zaaknummer, ct);
        if (concept is null || !eenheid.MagZien(concept))
        {
            return Weigering.NietGevonden(zaaknummer);
        }
        if (Weiger(concept, formulier, aanroep.GezienVersie) is { } weigering)
        {
            return weigering;
        }
        var versie = concept.Version + 1;
        eenheid.Sessie.UpdateRevision(
            concept with
            {
                Formulier = formulier,
                Gemachtigde = aanroep.Gemachtigde ?? concept.Gemachtigde,
            },
            versie
        );
        return Uitkomst.Ok(new Bijgewerkt(zaaknummer, versie)) with { Versie = versie };
    }

    private static async Task<Uitkomst> Toon(Zaaknummer zaaknummer, Werkeenheid<AanvragenContext> eenheid, CancellationToken ct) =>
        await eenheid.Sessie.LoadAsync<Concept>(zaaknummer, ct) is { } concept && eenheid.MagZien(concept)
            ? concept.Ontvangen is null
                ? Uitkomst.Ok(concept.Formulier) with
                {
                    Versie = concept.Version,
                }
                : AlIngediend(zaaknummer)
            : Weigering.NietGevonden(zaaknummer);

    public static Weigering? Weiger(Concept concept, Formulier formulier, long? gezien)
    {
        if (concept.Ontvangen is not null)
        {
            return AlIngediend(concept.Id);
        }
        if (Verouderd(concept, gezien) is { } verouderd)
        {
            return verouderd;
        }
        var fouten = Formuliercontrole.Fouten(formulier);
        return fouten.Count > 0 ? Weigering.Invoer(fouten) : null;
    }

    /// <summary>Refuses to overwrite another version of the draft than the one that was seen.</summary>
    /// <param name="gezien">Null when the caller overwrites it as it stands.</param>
    internal static Weigering? Verouderd(Concept concept, long? gezien) =>
        gezien is null || gezien == concept.Version
            ? null
            : new Weigering
            {
                Code = "verouderd",
                Status = StatusCodes.Status412PreconditionFailed,
                Uitleg =
                    $"Het concept van '{concept.Id}' is intussen gewijzigd (versie {concept.Version}). Haal de laatste versie op, kijk wat er veranderd is en probeer het opnieuw.",
            };

    internal static Weigering AlIngediend(string zaaknummer) =>
        Weigering.Van(
            "al-ingediend",
            $"Aanvraag {zaaknummer} is al ingediend. U leest haar bij /v1/aanvragen/{zaaknummer}; wijzigen kan niet meer.",
            "artikel 2.8"
        );
}
