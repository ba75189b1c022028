using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;

namespace SlimRegeling.Web.Talen;

/// <summary><c>GET /taal/{nl|en}?terug=/pad</c> remembers the language for a year and goes back to the page.</summary>
internal static class Taalkeuze
{
    public static void MapTaalkeuze(this IEndpointRouteBuilder paginas) =>
        paginas.MapGet("/taal/{taal:regex(^(nl|en)$)}", Kies).Openbaar().AlsPagina().ExcludeFromDescription();

    /// <summary>
    /// Where what is shown stands in another language. Of a page that leaves no trace the language is in its own address: no other page gets that, and no
    /// cookie is needed.
    /// </summary>
    public static string Adres(HttpContext http, string taal)
    {
        var pad = http.Request.Path.Value ?? "/";
        if (http.GetEndpoint()?.Metadata.GetMetadata<ZonderSpoor>() is null)
        {
            // What a page was sent with does not belong in it.
            var terug = HttpMethods.IsGet(http.Request.Method) ? pad + http.Request.QueryString : pad;
            return $"/taal/{taal}?terug={Uri.EscapeDataString(terug)}";
        }
        var vraag = http.Request.Query.Where(v => v.Key is not (Teksten.Taalvraag or "handler")).Append(new(Teksten.Taalvraag, taal));
        return pad + QueryString.Create(vraag);
    }

    private static IResult Kies(string taal, string? terug, HttpContext http, Koekjes koekjes)
    {
        http.Response.Cookies.Append(koekjes.Naam(Teksten.Koekje), taal, koekjes.Opties(http, TimeSpan.FromDays(365)));
        return Results.LocalRedirect(PaginaAanmelding.Lokaal(terug));
    }
}
