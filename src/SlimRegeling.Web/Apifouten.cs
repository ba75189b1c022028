using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Web.Bewaren;

namespace SlimRegeling.Web;

/// <summary>What the API refuses, the page says in its own words: sign in again, not found, not allowed, or not now.</summary>
internal sealed class Apifouten : IExceptionFilter, IFilterMetadata
{
    private const string Codeblad = "/Scans/Codes";

    /// <summary>The pages that give back what was typed.</summary>
    private static readonly HashSet<string> Bewaard =
    [
        "/Aanvragen/Taak",
        "/Aanvragen/Beginnen",
        "/Aanvragen/Indienen",
        "/Aanvragen/Intrekken",
        "/Aanvragen/Aanvullen",
        "/Aanvragen/Bewijs",
        "/Aanvragen/Melden",
        "/Aanvragen/Bezwaar",
        "/Aanvragen/Bezwaarstand",
        "/Aanvragen/BezwaarIntrekken",
        "/Aanvragen/Verantwoorden/Regel",
        "/Aanvragen/Verantwoorden/Verslagen",
        "/Aanvragen/Verantwoorden/Wijziging",
        "/Aanvragen/Verantwoorden/Voortgang",
        "/Aanvragen/Verantwoorden/Zienswijze",
        "/Aanvragen/Gegevens",
        "/Rapporten/Plan",
        "/Rapporten/Logboek",
        "/Uitnodigingen/Deel",
        "/Uitnodigingen/Uitnodiging",
        "/Machtigingen/Geven",
        "/Scans/Starten",
        Codeblad,
        "/Scans/Koppelen",
        "/Scans/Terugkoppelen",
        "/Scans/Raad",
        "/Scans/Leiding",
        "/Scans/Campagne",
        "/Beheer/Mededeling",
        "/Beheer/Machtigingen",
        "/Beheer/Leercultuur/Interventie",
        "/Beheer/Leercultuur/Indicator",
        "/Werk/Index",
        "/Werk/Ingebrekestelling",
        "/Beheer/Brieven/Sjabloon",
        "/Beheer/Bezwaren/Bezwaar",
        "/Beheer/Bezwaren/Invoeren",
        "/Medewerkers/Index",
        "/Medewerkers/Medewerker",
        "/Afstemming/Index",
        "/Uitvoer/Index",
        "/Werkblad/Zaak",
        "/Werkblad/Volledigheid",
        "/Werkblad/Beoordeling",
        "/Werkblad/Besluit",
        "/Werkblad/BuitenBehandeling",
        "/Werkblad/Vaststelling",
        "/Werkblad/Wijzigingen",
        "/Werkblad/Intrekken",
        "/Beheer/Steekproeven",
        "/Geld/Rondes",
        "/Geld/Ronde",
        "/Geld/Betaling",
        "/Geld/Rekening",
        "/Geld/Bankregel",
        "/Geld/Vordering",
        "/Geld/Boeking",
        "/Geld/Opgave",
        "/Werkblad/Standaardteksten",
        "/Werkblad/Standaardtekst",
    ];

    /// <summary>What the API answered, 503 when it did not, 0 for what is no answer of an API.</summary>
    public static int Status(Exception fout) =>
        fout switch
        {
            Api.Aanvragen.ApiException e => e.StatusCode,
            Api.Beheer.ApiException e => e.StatusCode,
            Api.Relaties.ApiException e => e.StatusCode,
            Api.Tijdvakken.ApiException e => e.StatusCode,
            Api.Verlening.ApiException e => e.StatusCode,
            Api.Zaken.ApiException e => e.StatusCode,
            // A client that waited in vain says so with a cancellation.
            HttpRequestException or OperationCanceledException { InnerException: TimeoutException } => 503,
            _ => 0,
        };

    public void OnException(ExceptionContext context)
    {
        var status = Status(context.Exception);
        var verzoek = context.HttpContext.Request;
        if (status >= 500)
        {
            context
                .HttpContext.RequestServices.GetRequiredService<ILogger<Apifouten>>()
                .LogError(context.Exception, "The API gave {Status} for {Pad}", status, verzoek.Path);
        }
        if (status is 401 or > 404 && !Bewaar(context, status == 401 ? Bewaarreden.Afgemeld : Bewaarreden.Storing))
        {
            // Going on to the sign-in would lose it without a word.
            status = 503;
        }
        context.Result = status switch
        {
            0 => null,
            401 => new LocalRedirectResult($"/aanmelden?terug={Uri.EscapeDataString(verzoek.Path + verzoek.QueryString)}"),
            // A case number with a wrong character is to a reader a case that is not there.
            400 or 404 => new NotFoundResult(),
            403 => Gesloten(context),
            _ => new StatusCodeResult(503),
        };
        context.ExceptionHandled = context.Result is not null;
    }

    /// <summary>Whose own interest closes a case reads that: no other role would open it.</summary>
    private static StatusCodeResult Gesloten(ExceptionContext context)
    {
        var waarom = context.Exception switch
        {
            Api.Aanvragen.ApiException e => e.Response,
            Api.Verlening.ApiException e => e.Response,
            Api.Zaken.ApiException e => e.Response,
            _ => null,
        };
        if (waarom?.Contains(":eigen-belang\"", StringComparison.Ordinal) == true)
        {
            context.HttpContext.Features.Set(new Eigenbelang());
        }
        return new StatusCodeResult(403);
    }

    /// <summary>Codes to print are kept nowhere, and least of all beside who sent them.</summary>
    private static bool IsGeheim(string bladzijde, HttpRequest verzoek) =>
        bladzijde == Codeblad && verzoek.Query["handler"] == Pages.Scans.CodesModel.Drukken;

    /// <summary>
    /// Keeps what was typed for the pages that give it back. False when there was something and it cannot be kept; a page that saves by itself
    /// keeps it.
    /// </summary>
    private static bool Bewaar(ExceptionContext context, Bewaarreden reden)
    {
        var http = context.HttpContext;
        if (
            !HttpMethods.IsPost(http.Request.Method)
            || !http.Request.HasFormContentType
            || Typwerkpoort.HoudtZelf(http)
            || context.ActionDescriptor is not PageActionDescriptor { ViewEnginePath: { } bladzijde }
            || !Bewaard.Contains(bladzijde)
            || IsGeheim(bladzijde, http.Request)
            || http.RequestServices.GetRequiredService<Persoonlezer>().Lees(http) is not { } persoon
        )
        {
            return true;
        }
        var bewaard = http.RequestServices.GetRequiredService<Typwerk>().Bewaar(http, Typwerk.Wie(persoon), http.Request.Form, reden);
        http.Features.Set(new Bewaarstand(bewaard, reden, http.Request.Path.Value ?? "/"));
        return bewaard;
    }
}

/// <summary>Goes with a request for a case that is closed to who asks, because they declared an interest of their own in it.</summary>
internal sealed record Eigenbelang;
