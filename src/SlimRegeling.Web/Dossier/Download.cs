using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace SlimRegeling.Web.Dossier;

/// <summary>
/// A file that the API gives, passed on as it comes: it is saved and never shown, so that nothing in it runs in our origin however it is opened. Only
/// a picture can be asked to be shown: there is nothing in it to run.
/// </summary>
/// <param name="alsBeeld">Shows it when it is a picture; what is none is saved all the same.</param>
internal sealed class Download(HttpResponseMessage antwoord, bool alsBeeld = false) : IActionResult
{
    /// <summary>The content security policy of the answer, in place of that of a page.</summary>
    public const string Beleid = "sandbox; default-src 'none'";

    /// <summary>Whether a browser shows files of this kind as a picture and does nothing else with them.</summary>
    public static bool IsBeeld(string? mediatype) => mediatype is "image/jpeg" or "image/png";

    public async Task ExecuteResultAsync(ActionContext context)
    {
        var http = context.HttpContext;
        http.Features.Set(this);
        http.Response.RegisterForDispose(antwoord);
        http.Response.ContentType = antwoord.Content.Headers.ContentType?.ToString() ?? "application/octet-stream";
        http.Response.ContentLength = antwoord.Content.Headers.ContentLength;
        http.Response.Headers.ContentDisposition =
            alsBeeld && IsBeeld(antwoord.Content.Headers.ContentType?.MediaType)
                ? "inline"
                : antwoord.Content.Headers.ContentDisposition?.ToString() ?? "attachment";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers.CacheControl = "no-store";
        await antwoord.Content.CopyToAsync(http.Response.Body, http.RequestAborted);
    }
}
