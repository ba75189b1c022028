using System.ComponentModel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Dossiers.Bladeren;

/// <summary>
/// A PDF page by page, for who may have the document itself: a picture in which nothing is left that could do something, and the text for who
/// cannot see it. The pages that somebody looks at within an hour are one view of the document.
/// </summary>
public static class BladenBekijken
{
    public sealed record Bladental([property: Description("Hoeveel bladzijden het document heeft.")] int Aantal);

    public sealed record Bladtekst(
        [property: Description("De tekst in leesvolgorde; leeg als er alleen een afbeelding op staat, zoals bij een scan.")] string Tekst
    );

    public static void Map(IEndpointRouteBuilder api)
    {
        VoorLezers(
            api.MapGet("/documenten/{id}/bladen", Tel)
                .Geeft<Bladental>()
                .WithDescription("Alleen van een PDF; van een ander document 409 (geen-bladen). Bewaren kan altijd.")
        );
        VoorLezers(
            api.MapGet("/documenten/{id}/bladen/{nummer}", Toon)
                .Produces<Stream>(200, "image/png")
                .WithDescription(
                    "Bladzijde 'nummer', vanaf 1. Is zij niet op tijd of niet heel te maken: 409 (blad-te-zwaar, blad-onleesbaar)."
                )
        );
        VoorLezers(
            api.MapGet("/documenten/{id}/bladen/{nummer}/tekst", Lees)
                .Geeft<Bladtekst>()
                .WithDescription("Wat op bladzijde 'nummer' staat, om te laten voorlezen.")
        );
    }

    private static void VoorLezers(RouteHandlerBuilder eindpunt) =>
        eindpunt
            .LegtInzageVast("document", bladerend: true)
            .Voor(Rol.Aanvrager, Rol.Gemachtigde, Rol.Beoordelaar, Rol.Medeondertekenaar)
            .EigenZaak()
            .OokMetMachtiging(Machtigingsomvang.Aanvragen, Machtigingsomvang.Verantwoorden);

    private static async Task<Uitkomst> Tel(string id, Documentlezer documenten, Bladlezer bladen, CancellationToken ct)
    {
        var (pdf, weigering) = await Pdf(id, documenten, ct);
        if (pdf is null)
        {
            return weigering!;
        }
        var (aantal, mislukt) = await bladen.Tel(pdf.Delen, ct);
        return mislukt is null ? Van(pdf, new Bladental(aantal)) : mislukt;
    }

    private static async Task<Uitkomst> Toon(string id, int nummer, Documentlezer documenten, Bladlezer bladen, CancellationToken ct)
    {
        var (pdf, weigering) = await Pdf(id, documenten, ct);
        if (pdf is null)
        {
            return weigering!;
        }
        var (png, mislukt) = await bladen.Teken(pdf.Delen, nummer, ct);
        return mislukt is null
            ? Van(pdf, new Bestand(png, "image/png", $"{pdf.Document.Zaaknummer}-{pdf.Document.Soort}-{nummer}.png"))
            : mislukt;
    }

    private static async Task<Uitkomst> Lees(string id, int nummer, Documentlezer documenten, Bladlezer bladen, CancellationToken ct)
    {
        var (pdf, weigering) = await Pdf(id, documenten, ct);
        if (pdf is null)
        {
            return weigering!;
        }
        var (tekst, mislukt) = await bladen.Lees(pdf.Delen, nummer, ct);
        return mislukt is null ? Van(pdf, new Bladtekst(tekst)) : mislukt;
    }

    private static Uitkomst Van(Documentlezer.Gelezen pdf, object inhoud) => Uitkomst.Ok(inhoud) with { Zaak = pdf.Document.Zaaknummer };

    private static async Task<(Documentlezer.Gelezen? Pdf, Uitkomst? Weigering)> Pdf(
        string id,
        Documentlezer documenten,
        CancellationToken ct
    )
    {
        var (gelezen, weigering) = await documenten.Lees(id, ct);
        if (gelezen is not null && gelezen.Document.Mediatype != Bestandsvorm.Pdf.Mediatype)
        {
            Uitkomst anders = GeenBladen;
            return (null, anders with { Zaak = gelezen.Document.Zaaknummer });
        }
        return (gelezen, weigering);
    }

    private static Weigering GeenBladen =>
        Weigering.Van("geen-bladen", "Alleen van een PDF tonen wij bladzijden. Bewaar dit document en open het buiten deze site.");
}
