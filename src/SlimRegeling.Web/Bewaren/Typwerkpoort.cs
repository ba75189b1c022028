using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace SlimRegeling.Web.Bewaren;

/// <summary>
/// Stands before the sign-in: a form that comes when the session ended is kept, and the person signs in and comes back to it.
/// </summary>
internal sealed class Typwerkpoort(RequestDelegate volgende, Typwerk typwerk, IAntiforgery antiforgery)
{
    /// <summary>A page that saves by itself says so; it keeps what was typed and needs no redirect.</summary>
    public const string Vanzelf = "X-Bewaren";

    /// <summary>As it says so when it goes away: it keeps nothing any more.</summary>
    public const string Laatst = "laatst";

    private const long MeesteBytes = 2_000_000;

    /// <summary>Where pages are with something to type, for who signed in.</summary>
    private static readonly string[] Plaatsen = ["/aanvragen", "/machtigingen", "/scans", "/interventielog", "/beheer", "/geld"];

    public async Task InvokeAsync(HttpContext http)
    {
        if (
            !HttpMethods.IsPost(http.Request.Method)
            || !Plaatsen.Any(plaats => http.Request.Path.StartsWithSegments(plaats))
            || !http.Request.HasFormContentType
            || (await http.AuthenticateAsync(CookieAuthenticationDefaults.AuthenticationScheme)).Succeeded
        )
        {
            await volgende(http);
            return;
        }
        if (HoudtZelf(http))
        {
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }
        // Nobody knows who sends this, so no more of it is read than can be kept. A file is not.
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } grens)
        {
            grens.MaxRequestBodySize = MeesteBytes;
        }
        IFormCollection formulier;
        try
        {
            formulier = await http.Request.ReadFormAsync(http.RequestAborted);
        }
        catch (BadHttpRequestException e) when (e.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            LaatStaan(http);
            return;
        }
        // A form made for someone who was signed in is ours by its seal; of others only the token says so.
        if (
            typwerk.Maker(formulier) is { } wie
            && (wie.Length > 0 || (Typwerk.MagNaamloos(http) && await antiforgery.IsRequestValidAsync(http)))
            && !typwerk.Bewaar(http, wie, formulier, Bewaarreden.Afgemeld)
        )
        {
            LaatStaan(http);
            return;
        }
        MeldAan(http);
    }

    /// <summary>Whether the page that sent this keeps what was typed, and sends it again.</summary>
    public static bool HoudtZelf(HttpContext http) => http.Request.Headers.TryGetValue(Vanzelf, out var hoe) && hoe != Laatst;

    /// <summary>Going on to the sign-in would lose it without a word: the page says that it is lost, and what is still there.</summary>
    private static void LaatStaan(HttpContext http)
    {
        http.Features.Set(new Bewaarstand(false, Bewaarreden.Afgemeld, http.Request.Path.Value ?? "/"));
        http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
    }

    private static void MeldAan(HttpContext http)
    {
        http.Response.StatusCode = StatusCodes.Status303SeeOther;
        http.Response.Headers.Location = $"/aanmelden?terug={Uri.EscapeDataString(http.Request.Path.Value ?? "/")}";
    }
}
