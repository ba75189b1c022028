using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace SlimRegeling.Web;

/// <summary>What the API refuses, the page says in its own words: sign in again, not found, not allowed, or not now.</summary>
internal sealed class Apifouten : IExceptionFilter, IFilterMetadata
{
    /// <summary>What the API answered, 503 when it did not, 0 for what is no answer of an API.</summary>
    public static int Status(Exception fout) =>
        fout switch
        {
            Api.Aanvragen.ApiException e => e.StatusCode,
            Api.Beheer.ApiException e => e.StatusCode,
            Api.Tijdvakken.ApiException e => e.StatusCode,
            Api.Zaken.ApiException e => e.StatusCode,
            HttpRequestException => 503,
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
        context.Result = status switch
        {
            0 => null,
            401 => new LocalRedirectResult($"/aanmelden?terug={Uri.EscapeDataString(verzoek.Path + verzoek.QueryString)}"),
            // A case number with a wrong character is to a reader a case that is not there.
            400 or 404 => new NotFoundResult(),
            403 => new StatusCodeResult(403),
            _ => new StatusCodeResult(503),
        };
        context.ExceptionHandled = context.Result is not null;
    }
}
