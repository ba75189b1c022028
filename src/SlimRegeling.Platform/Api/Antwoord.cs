using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using NodaTime;
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
            Naslag naslag => Schrijf(naslag, httpContext),
            Bestand bestand => Results.File(bestand.Inhoud, bestand.Mediatype, bestand.Naam).ExecuteAsync(httpContext),
            var inhoud => response.WriteAsJsonAsync(inhoud, inhoud.GetType(), Json.Opties, httpContext.RequestAborted),
        };
    }

    /// <summary>304 for who has it already.</summary>
    private static Task Schrijf(Naslag naslag, HttpContext http)
    {
        var seconden = ((long)naslag.Houdbaar.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        http.Response.Headers.CacheControl = $"public, max-age={seconden}";
        return Results.Bytes(naslag.Inhoud, naslag.Mediatype, entityTag: new EntityTagHeaderValue(naslag.Kenmerk)).ExecuteAsync(http);
    }
}

/// <summary>A body that is the same for everyone and that anyone may keep for a while; its ETag follows from its content.</summary>
/// <param name="Houdbaar">How long it may be used without asking again.</param>
public sealed record Naslag(byte[] Inhoud, string Mediatype, Duration Houdbaar)
{
    internal string Kenmerk { get; } = $"\"{Convert.ToHexStringLower(SHA256.HashData(Inhoud))[..32]}\"";
}

/// <summary>A file as the body of an answer.</summary>
public sealed record Bestand(byte[] Inhoud, string Mediatype, string Naam);
