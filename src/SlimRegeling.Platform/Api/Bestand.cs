using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace SlimRegeling.Platform.Api;

/// <summary>
/// A file as the body of an answer. It is saved, never shown: what is in it does not run in our origin, whatever it is and however it is opened.
/// </summary>
/// <param name="Delen">Its bytes, piece by piece.</param>
/// <param name="Bytes">How many that are together; null when it is not known.</param>
/// <param name="Naam">A label of whoever sent it or of ours, in any characters.</param>
public sealed record Bestand(IAsyncEnumerable<ReadOnlyMemory<byte>> Delen, long? Bytes, string Mediatype, string Naam)
{
    public Bestand(byte[] inhoud, string mediatype, string naam)
        : this(Een(inhoud), inhoud.Length, mediatype, naam) { }

    internal async Task Schrijf(HttpContext http)
    {
        var kop = http.Response.Headers;
        var bijlage = new ContentDispositionHeaderValue("attachment");
        bijlage.SetHttpFileName(Naam);
        kop.ContentDisposition = bijlage.ToString();
        kop.ContentSecurityPolicy = "sandbox; default-src 'none'";
        kop.XContentTypeOptions = "nosniff";
        kop.CacheControl = "no-store";
        http.Response.ContentType = Mediatype;
        http.Response.ContentLength = Bytes;
        await foreach (var deel in Delen.WithCancellation(http.RequestAborted))
        {
            await http.Response.Body.WriteAsync(deel, http.RequestAborted);
        }
    }

    private static async IAsyncEnumerable<ReadOnlyMemory<byte>> Een(byte[] inhoud)
    {
        await Task.CompletedTask;
        yield return inhoud;
    }
}
