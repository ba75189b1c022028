using System.Runtime.Versioning;

namespace SlimRegeling.Platform;

/// <summary>The data of one PostgreSQL major version: the folder <c>postgres-18</c> in the data folder.</summary>
[UnsupportedOSPlatform("windows")]
internal static class Cluster
{
    /// <summary>The role that owns everything in the cluster.</summary>
    public const string Gebruiker = "slimregeling";

    private const string Voorvoegsel = "postgres-";

    /// <summary>The major version of the data that is there already, or null; the newest when there is more than one.</summary>
    public static int? Versie(string gegevensmap) =>
        Directory
            .EnumerateDirectories(gegevensmap, $"{Voorvoegsel}*")
            .Where(map => File.Exists(Path.Combine(map, "PG_VERSION")))
            .Select(map => int.TryParse(Path.GetFileName(map)[Voorvoegsel.Length..], out var versie) ? versie : (int?)null)
            .Max();

    public static string Map(string gegevensmap, int versie) => Path.Combine(gegevensmap, $"{Voorvoegsel}{versie}");

    /// <summary>
    /// The folder of the cluster, made when it is not there. It is made under another name and renamed when complete, so that a host that
    /// is killed meanwhile leaves no half a cluster behind. The caller holds the lock of the data folder.
    /// </summary>
    public static async Task<string> Zorg(string gegevensmap, Binaries binaries, Account account, CancellationToken ct)
    {
        foreach (var rest in Directory.EnumerateDirectories(gegevensmap, $"{Voorvoegsel}*.nieuw-*"))
            await Verwijder(rest, ct);
        var cluster = Map(gegevensmap, binaries.Versie);
        if (Directory.Exists(cluster))
            return cluster;
        var nieuw = $"{cluster}.nieuw-{Guid.NewGuid():N}";
        await account.MaakMap(nieuw, ct);
        IEnumerable<string> taal = binaries.Versie >= 17 ? ["--locale-provider=builtin", "--builtin-locale=C.UTF-8"] : [];
        string[] vast = ["-D", nieuw, "-U", Gebruiker, "-E", "UTF8", "--locale=C", "--data-checksums", "--no-instructions"];
        // One call instead of one for each of a thousand files.
        IEnumerable<string> vastleggen = binaries.Versie >= 17 && OperatingSystem.IsLinux() ? ["--sync-method=syncfs"] : [];
        // The socket's folder is closed to others, so whoever gets there may come in.
        var initdb = await account.VoerUit(binaries.Initdb, [.. vast, .. taal, .. vastleggen, "--auth=trust"], ct);
        if (!initdb.Gelukt)
            throw new Opstartfout(
                $"De database kon niet worden aangelegd in {gegevensmap}. PostgreSQL meldt: {initdb.Fout.Trim()} "
                    + "Maak ruimte of kies een andere map met SlimRegeling:Gegevensmap."
            );
        Directory.Move(nieuw, cluster);
        // Makes the rename itself durable; .NET cannot flush a folder.
        await Account.AlsHost("sync", [gegevensmap], ct);
        return cluster;
    }

    /// <summary>The initdb of a host that was killed a moment ago can still be writing here.</summary>
    private static async Task Verwijder(string map, CancellationToken ct)
    {
        for (var poging = 1; Directory.Exists(map); poging++)
        {
            try
            {
                Directory.Delete(map, recursive: true);
            }
            catch (IOException) when (poging < 50)
            {
                await Task.Delay(100, ct);
            }
        }
    }
}
