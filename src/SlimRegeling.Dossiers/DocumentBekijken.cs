using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Dossiers;

/// <summary>A document as it was received, once it was examined: until then nobody gets it, and when it was refused nobody ever does.</summary>
public static class DocumentBekijken
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/documenten/{id}", Toon)
            .Produces<Stream>(200, "application/octet-stream")
            .LegtInzageVast("document")
            .WithDescription("Zolang het wordt onderzocht en als het is geweigerd: 409 (document-in-onderzoek, document-geweigerd).")
            .Voor(Rol.Aanvrager, Rol.Gemachtigde, Rol.Beoordelaar, Rol.Medeondertekenaar)
            .EigenZaak()
            .OokMetMachtiging(Machtigingsomvang.Aanvragen, Machtigingsomvang.Verantwoorden);

    private static async Task<Uitkomst> Toon(string id, Documentlezer lezer, Werkeenheid<DossiersContext> eenheid, CancellationToken ct)
    {
        var (gelezen, weigering) = await lezer.Lees(id, ct);
        if (gelezen is null)
        {
            return weigering!;
        }
        var document = gelezen.Document;
        var label = document.Naam is { } naam ? await eenheid.Lees<Bestandslabel>(naam, ct) : null;
        label ??= new Bestandslabel($"{document.Zaaknummer}-{document.Soort}");
        // The size of the earliest is not in their state.
        long? bytes = document.Bytes > 0 ? document.Bytes : null;
        return Uitkomst.Ok(new Bestand(gelezen.Delen, bytes, document.Mediatype, label.Downloadnaam(document.Vorm))) with
        {
            Zaak = document.Zaaknummer,
        };
    }

    public static Weigering? Weeg(Document document) =>
        document.Stand switch
        {
            Documentstand.InOnderzoek => Weigering.Van(
                "document-in-onderzoek",
                "Dit document wordt nog onderzocht op virussen. Niemand kan het openen voordat dat klaar is. Probeer het over enkele minuten opnieuw."
            ),
            Documentstand.Geweigerd => Weigering.Van("document-geweigerd", Weigerreden.Uitleg(document.Reden!)),
            _ => null,
        };
}
