using System.Globalization;
using Microsoft.AspNetCore.Http;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Platform.Api;

/// <summary>Writes an outcome as HTTP.</summary>
internal sealed class Antwoord(Uitkomst uitkomst) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        if (uitkomst.Weigering is { } weigering)
        {
            return Probleem.Schrijf(httpContext, weigering);
        }
        var response = httpContext.Response;
        response.StatusCode = uitkomst.Status;
        if (uitkomst.Versie is { } versie)
        {
            response.Headers.ETag = string.Create(CultureInfo.InvariantCulture, $"\"{versie}\"");
        }
        if (uitkomst.Locatie is { } locatie)
        {
            response.Headers.Location = locatie;
        }
        return uitkomst.Inhoud switch
        {
            null => Task.CompletedTask,
            Bestand bestand => bestand.Schrijf(httpContext),
            var inhoud => response.WriteAsJsonAsync(inhoud, inhoud.GetType(), Json.Opties, httpContext.RequestAborted),
        };
    }
}
