using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Dossiers;

/// <summary>A document as it was received.</summary>
public static class DocumentBekijken
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/documenten/{id}", Toon)
            .Produces<Stream>(200, "application/octet-stream")
            .LegtInzageVast("document")
            .Voor(Rol.Aanvrager, Rol.Gemachtigde, Rol.Beoordelaar, Rol.Medeondertekenaar)
            .EigenZaak();

    private static async Task<Uitkomst> Toon(string id, Stroom<Document> documenten, Bestandstabel bestanden, CancellationToken ct)
    {
        if (await documenten.Lees(id, ct) is not { } document || await bestanden.Lees(id, document.Hash, ct) is not { } inhoud)
        {
            return Weigering.NietGevonden(id);
        }
        var naam = $"{document.Zaaknummer}-{document.Soort}.{Bestandsvorm.Met(document.Mediatype).Extensie}";
        return Uitkomst.Ok(new Bestand(inhoud, document.Mediatype, naam)) with { Zaak = document.Zaaknummer };
    }
}
