using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Marten;

namespace SlimRegeling.Dossiers.Opslag;

/// <summary>
/// Files in a folder. A file gets its name when all of it is on the disk; it can be there before the event that names it, and when that never
/// comes it is taken away after a day.
/// </summary>
internal sealed class Mapplaats(string map) : IBestandsplaats
{
    public const string Soort = "map";

    private static readonly TimeSpan Bedenktijd = TimeSpan.FromDays(1);

    private string Onderweg => Path.Combine(map, "onderweg");

    public string Naam => Soort;

    public async Task Schrijf(IDocumentSession sessie, string adres, IEnumerable<ReadOnlyMemory<byte>> delen, CancellationToken ct)
    {
        var doel = Pad(adres);
        var tijdelijk = Path.Combine(Onderweg, Guid.NewGuid().ToString("N"));
        Directory.CreateDirectory(Onderweg);
        Directory.CreateDirectory(Path.GetDirectoryName(doel)!);
        try
        {
            await using (
                var bestand = new FileStream(tijdelijk, FileMode.CreateNew, FileAccess.Write, FileShare.None, 4096, useAsync: true)
            )
            {
                foreach (var deel in delen)
                {
                    await bestand.WriteAsync(deel, ct);
                }
                bestand.Flush(flushToDisk: true);
            }
            File.Move(tijdelijk, doel, overwrite: true);
        }
        catch
        {
            File.Delete(tijdelijk);
            throw;
        }
        BevestigMap(Path.GetDirectoryName(doel)!);
    }

    public async IAsyncEnumerable<ReadOnlyMemory<byte>> Lees(string adres, [EnumeratorCancellation] CancellationToken ct)
    {
        await using var bestand = new FileStream(
            Pad(adres),
            FileMode.Open,
            FileAccess.Read,
            FileShare.Read | FileShare.Delete,
            4096,
            useAsync: true
        );
        var kop = new byte[Versleuteling.Koplengte];
        await bestand.ReadAtLeastAsync(kop, kop.Length, throwOnEndOfStream: false, ct);
        yield return kop;
        var deel = new byte[Versleuteling.Deellengte + Versleuteling.Taglengte];
        for (int lengte; (lengte = await bestand.ReadAtLeastAsync(deel, deel.Length, throwOnEndOfStream: false, ct)) > 0; )
        {
            yield return deel.AsMemory(0, lengte);
        }
    }

    public Task Verwijder(string adres, CancellationToken ct)
    {
        var pad = Pad(adres);
        if (File.Exists(pad))
        {
            File.Delete(pad);
            BevestigMap(Path.GetDirectoryName(pad)!);
        }
        return Task.CompletedTask;
    }

    public async Task RuimOp(Func<IReadOnlyList<string>, CancellationToken, Task<IReadOnlySet<string>>> kent, CancellationToken ct)
    {
        if (!Directory.Exists(map))
        {
            return;
        }
        // By the clock of the disk: that of the cases can be set.
        var voor = TimeProvider.System.GetUtcNow().UtcDateTime - Bedenktijd;
        var oud = new DirectoryInfo(map).EnumerateFiles("*", SearchOption.AllDirectories).Where(f => f.LastWriteTimeUtc < voor);
        foreach (var bundel in oud.Chunk(500))
        {
            var bekend = await kent([.. bundel.Select(f => f.Name)], ct);
            foreach (var bestand in bundel.Where(f => !bekend.Contains(f.Name)))
            {
                bestand.Delete();
            }
        }
    }

    // An address is a hash that we made: hexadecimal digits, never a path.
    private string Pad(string adres) =>
        adres.Length == 64 && adres.All(char.IsAsciiHexDigitLower)
            ? Path.Combine(map, adres[..2], adres)
            : throw new InvalidDataException($"'{adres}' is no address of a file.");

    // Without it a power cut can take the name of a file whose event stands.
    private static void BevestigMap(string pad)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }
        var map = Open(pad, 0);
        if (map < 0)
        {
            throw new IOException($"The folder {pad} cannot be opened.");
        }
        var uitkomst = Fsync(map);
        _ = Close(map);
        if (uitkomst != 0)
        {
            throw new IOException($"The folder {pad} cannot be written to the disk.");
        }
    }

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open([MarshalAs(UnmanagedType.LPUTF8Str)] string pad, int vlaggen);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Fsync(int bestand);

    [DllImport("libc", EntryPoint = "close", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Close(int bestand);
}
