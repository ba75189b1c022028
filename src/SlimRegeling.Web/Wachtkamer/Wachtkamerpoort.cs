using System.Globalization;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using SlimRegeling.Platform.Identiteit;

namespace SlimRegeling.Web.Wachtkamer;

/// <summary>
/// The waiting room before the pages. Only who asks for a page waits: a form that is sent, the API and signing in go through, and so do our
/// own people, who must see what happens.
/// </summary>
internal sealed class Wachtkamerpoort(
    RequestDelegate volgende,
    Wachtrij rij,
    Kaartschrift schrift,
    Wachtkamerinstellingen instellingen,
    Persoonlezer lezer,
    Koekjes koekjes,
    TimeProvider klok
)
{
    private const string Koekje = "slim-wachtkamer";

    public async Task InvokeAsync(HttpContext http)
    {
        if (!VraagtPagina(http))
        {
            await volgende(http);
            return;
        }
        if (instellingen.Stand != Wachtkamerstand.Uit && await Wacht(http) is { } plaats)
        {
            http.Features.Set(plaats);
            var seconden = plaats.Terug.TotalSeconds.ToString(CultureInfo.InvariantCulture);
            http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            http.Response.Headers.RetryAfter = seconden;
            http.Response.Headers["Refresh"] = seconden;
            http.Response.Headers.CacheControl = "no-store";
            return;
        }
        using (rij.Begin())
        {
            await volgende(http);
        }
    }

    /// <summary>Null when they may go on.</summary>
    private async Task<Plaats?> Wacht(HttpContext http)
    {
        var nu = klok.GetUtcNow();
        var kaartje = schrift.Lees(http.Request.Cookies[koekjes.Naam(Koekje)]) is { } gelezen && gelezen.Tot > nu ? gelezen : null;
        if (kaartje is { Soort: Kaartsoort.Binnen })
        {
            if (rij.MagVerder(kaartje.Nummer))
            {
                LaatIn(http, kaartje, nu);
                return null;
            }
            kaartje = null;
        }
        var aangemeld = await http.AuthenticateAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        if (aangemeld.Principal is { } gebruiker && lezer.Lees(gebruiker) is { KvkNummer: null })
        {
            return null;
        }
        var bekend = kaartje is not null;
        kaartje ??= Kaartje.Nieuw(nu);
        var plaats = rij.Kom(kaartje.Nummer, kaartje.Komst, bekend);
        if (plaats is null)
        {
            kaartje = Kaartje.Nieuw(nu);
            plaats = rij.Kom(kaartje.Nummer, kaartje.Komst, wachtte: false)!;
        }
        if (!plaats.Binnen)
        {
            Geef(http, kaartje with { Soort = Kaartsoort.Wachtend });
            return plaats;
        }
        if (plaats.UitDeRij)
        {
            LaatIn(http, kaartje with { Tot = nu }, nu);
        }
        return null;
    }

    /// <summary>They stay in, from their last page on; the ticket is written anew at most once in half that time.</summary>
    private void LaatIn(HttpContext http, Kaartje kaartje, DateTimeOffset nu)
    {
        if (kaartje.Tot - nu < instellingen.Verblijf / 2)
        {
            Geef(http, kaartje with { Soort = Kaartsoort.Binnen, Tot = nu + instellingen.Verblijf });
        }
    }

    private void Geef(HttpContext http, Kaartje kaartje) =>
        http.Response.Cookies.Append(koekjes.Naam(Koekje), schrift.Schrijf(kaartje), koekjes.Opties(http, Kaartje.Geldig));

    private static bool VraagtPagina(HttpContext http) =>
        (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method))
        && PaginaAanmelding.IsPagina(http)
        // The page that says so is made in place of the one that was asked.
        && http.Features.Get<Plaats>() is null
        && !http.Request.Path.StartsWithSegments("/aanmelden")
        // A place in the row needs a cookie: these do without, in the page of another site or in confidence.
        && !http.Request.Path.StartsWithSegments("/quickscan")
        && !http.Request.Path.StartsWithSegments("/scan")
        && !http.Request.Path.StartsWithSegments("/beheer");
}
