using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Platform.Api;

/// <summary>The hash of a request's body, by which a repeated call is told from another one under the same key.</summary>
internal sealed record Lichaam(string Hash);

/// <summary>The largest body that an endpoint takes, in bytes.</summary>
public sealed record Bovengrens(long Bytes);

/// <summary>Reads a body once, up to the limit of its endpoint, before anything else looks at it.</summary>
internal sealed class Lichaamlezer(RequestDelegate volgende)
{
    private const long Standaard = 256 * 1024;

    public async Task InvokeAsync(HttpContext http)
    {
        if (
            HttpMethods.IsGet(http.Request.Method)
            || http.GetEndpoint() is not { } eindpunt
            || !http.Request.Path.StartsWithSegments("/v1")
        )
        {
            await volgende(http);
            return;
        }
        var grens = eindpunt.Metadata.GetMetadata<Bovengrens>()?.Bytes ?? Standaard;
        if (await Lees(http, grens) is not { } inhoud)
        {
            await Probleem.Schrijf(
                http,
                new Weigering
                {
                    Code = "te-groot",
                    Status = StatusCodes.Status413PayloadTooLarge,
                    Uitleg = $"Dit bericht is te groot. Ten hoogste {grens / 1024} kB is toegestaan; deel het op of verklein het.",
                }
            );
            return;
        }
        http.Features.Set(new Lichaam(Convert.ToHexStringLower(SHA256.HashData(inhoud.GetBuffer().AsSpan(0, (int)inhoud.Length)))));
        http.Request.Body = inhoud;
        await volgende(http);
    }

    private static async Task<MemoryStream?> Lees(HttpContext http, long grens)
    {
        if (http.Request.ContentLength > grens)
        {
            return null;
        }
        var inhoud = new MemoryStream((int)(http.Request.ContentLength ?? 1024));
        var buffer = new byte[16 * 1024];
        int gelezen;
        while ((gelezen = await http.Request.Body.ReadAsync(buffer, http.RequestAborted)) > 0)
        {
            if (inhoud.Length + gelezen > grens)
            {
                return null;
            }
            inhoud.Write(buffer, 0, gelezen);
        }
        inhoud.Position = 0;
        return inhoud;
    }
}
