using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Platform.Api;

/// <summary>The hash of a request's body, by which a repeated call is told from another one under the same key.</summary>
internal sealed record Lichaam(string Hash);

/// <summary>The largest body that an endpoint takes, in bytes.</summary>
/// <param name="Bestand">The body is a file: while it is looked at it is on disk under no name, not in memory.</param>
public sealed record Bovengrens(long Bytes, bool Bestand = false) : IRequestSizeLimitMetadata
{
    private const long VanServer = 30_000_000;

    // The server has a limit of its own, without our words, and counts the framing of a body that comes in chunks: ours comes first.
    long? IRequestSizeLimitMetadata.MaxRequestBodySize => Math.Max(VanServer, 2 * Bytes);
}

/// <summary>Reads a body once, up to the limit of its endpoint, before anything else looks at it.</summary>
internal sealed class Lichaamlezer(RequestDelegate volgende)
{
    private const long Standaard = 256 * 1024;

    // The moment of receipt and a machtiging are looked at before the body: who sends it drop by drop would keep both.
    private static readonly TimeSpan Berichtduur = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Bestandsduur = TimeSpan.FromMinutes(10);

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
        var grens = eindpunt.Metadata.GetMetadata<Bovengrens>() ?? new Bovengrens(Standaard);
        if (http.Request.ContentLength > grens.Bytes)
        {
            await Probleem.Schrijf(http, TeGroot(grens));
            return;
        }
        await using Stream inhoud = grens.Bestand ? Naamloos() : new MemoryStream((int)(http.Request.ContentLength ?? 1024));
        using var tijd = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted);
        tijd.CancelAfter(grens.Bestand ? Bestandsduur : Berichtduur);
        string? hash;
        try
        {
            hash = await Lees(http, grens.Bytes, inhoud, tijd.Token);
        }
        catch (OperationCanceledException) when (!http.RequestAborted.IsCancellationRequested)
        {
            await Probleem.Schrijf(http, TeTraag);
            return;
        }
        if (hash is null)
        {
            await Probleem.Schrijf(http, TeGroot(grens));
            return;
        }
        http.Features.Set(new Lichaam(hash));
        http.Request.Body = inhoud;
        await volgende(http);
    }

    private static Weigering TeTraag =>
        new()
        {
            Code = "te-traag",
            Status = StatusCodes.Status408RequestTimeout,
            Uitleg = "Het versturen duurde te lang. Er is niets ontvangen. Probeer het opnieuw, zo nodig met een betere verbinding.",
        };

    private static Weigering TeGroot(Bovengrens grens)
    {
        var uitleg = grens.Bestand
            ? $"Dit bestand is te groot. Ten hoogste {grens.Bytes / 1024 / 1024} MB is toegestaan. Verklein het of deel het op, en stuur het opnieuw."
            : $"Dit bericht is te groot. Ten hoogste {grens.Bytes / 1024} kB is toegestaan; deel het op of verklein het.";
        return new()
        {
            Code = "te-groot",
            Status = StatusCodes.Status413PayloadTooLarge,
            Uitleg = uitleg,
            Fouten = grens.Bestand ? [new Fout("bestand", uitleg)] : [],
        };
    }

    /// <returns>The SHA-256 of the body; null when it is larger.</returns>
    private static async Task<string?> Lees(HttpContext http, long grens, Stream inhoud, CancellationToken ct)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[16 * 1024];
        int gelezen;
        while ((gelezen = await http.Request.Body.ReadAsync(buffer, ct)) > 0)
        {
            if (inhoud.Length + gelezen > grens)
            {
                return null;
            }
            hash.AppendData(buffer, 0, gelezen);
            await inhoud.WriteAsync(buffer.AsMemory(0, gelezen), ct);
        }
        inhoud.Position = 0;
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    // What identifies people stays nowhere when the process is killed: the file loses its name as soon as it is open.
    private static FileStream Naamloos()
    {
        var pad = Path.Combine(Path.GetTempPath(), $"slimregeling-{Guid.NewGuid():N}");
        var opties = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.Delete,
            BufferSize = 64 * 1024,
            Options = FileOptions.Asynchronous | (OperatingSystem.IsWindows() ? FileOptions.DeleteOnClose : FileOptions.None),
        };
        if (OperatingSystem.IsWindows())
        {
            return new FileStream(pad, opties);
        }
        opties.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var bestand = new FileStream(pad, opties);
        File.Delete(pad);
        return bestand;
    }
}
