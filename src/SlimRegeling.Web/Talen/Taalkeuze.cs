using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SlimRegeling.Platform.Identiteit;

namespace SlimRegeling.Web.Talen;

/// <summary><c>GET /taal/{nl|en}?terug=/pad</c> remembers the language for a year and goes back to the page.</summary>
internal static class Taalkeuze
{
    public static void MapTaalkeuze(this IEndpointRouteBuilder paginas) =>
        paginas.MapGet("/taal/{taal:regex(^(nl|en)$)}", Kies).Openbaar().AlsPagina().ExcludeFromDescription();

    private static IResult Kies(string taal, string? terug, HttpContext http, Koekjes koekjes)
    {
        http.Response.Cookies.Append(koekjes.Naam(Teksten.Koekje), taal, koekjes.Opties(http, TimeSpan.FromDays(365)));
        return Results.LocalRedirect(PaginaAanmelding.Lokaal(terug));
    }
}
