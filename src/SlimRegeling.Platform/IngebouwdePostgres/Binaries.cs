using System.ComponentModel;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace SlimRegeling.Platform;

/// <summary>PostgreSQL's own programs: <c>initdb</c> and <c>postgres</c> in one folder, of one major version.</summary>
[UnsupportedOSPlatform("windows")]
internal sealed partial record Binaries(string Map, int Versie)
{
    private const UnixFileMode Leesbaar = UnixFileMode.UserRead | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
    private const UnixFileMode Uitvoerbaar = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    public string Initdb => Path.Combine(Map, "initdb");
    public string Postgres => Path.Combine(Map, "postgres");

    /// <summary>The npm package with the binaries of this machine, as <c>package.json</c> names it.</summary>
    public static string Pakket { get; } =
        $"@embedded-postgres/{(OperatingSystem.IsMacOS() ? "darwin" : "linux")}-{RuntimeInformation.OSArchitecture.ToString().ToLowerInvariant()}";

    /// <summary>
    /// Finds the binaries: of <paramref name="versie"/> when there is data of that major version already, else the newest at hand. The npm
    /// package goes before a PostgreSQL (15 or newer) that the system has in <paramref name="vanSysteem"/>.
    /// </summary>
    /// <param name="vanaf">The folder to look in, and above, for what npm brought.</param>
    public static async Task<Binaries> Vind(string vanaf, string vanSysteem, int? versie, Account account, CancellationToken ct)
    {
        var gevonden = new List<int>();
        if (PakketBoven(vanaf) is { } pakket)
        {
            var binaries = await UitPakket(pakket, account, ct);
            if (versie is null || versie == binaries.Versie)
                return binaries;
            gevonden.Add(binaries.Versie);
        }
        foreach (var map in VanSysteem(vanSysteem))
        {
            if (await Probeer(map, account, ct) is not ({ Versie: >= 15 } binaries, _))
                continue;
            if (versie is null || versie == binaries.Versie)
                return binaries;
            gevonden.Add(binaries.Versie);
        }
        throw new Opstartfout(
            gevonden.Count == 0
                ? $"De ingebouwde database ontbreekt: het npm-pakket {Pakket} is niet gevonden. Installeer Node.js met npm en bouw opnieuw "
                    + "(de bouw voert dan npm ci uit). Of gebruik een eigen PostgreSQL, bijvoorbeeld in een container, en geef de "
                    + "verbinding op in ConnectionStrings:SlimRegeling."
                : $"De gegevens zijn van PostgreSQL {versie}, maar hier is alleen PostgreSQL {string.Join(" en ", gevonden)}. Zorg voor PostgreSQL "
                    + $"{versie} (van npm met een nieuwe bouw, of van het systeem), zet de gegevens over met pg_upgrade, of kies een andere map "
                    + "met SlimRegeling:Gegevensmap."
        );
    }

    private static string? PakketBoven(string vanaf)
    {
        for (var map = Path.GetFullPath(vanaf); map is not null; map = Path.GetDirectoryName(map))
        {
            var pakket = Path.Combine(map, "node_modules", Pakket);
            if (Directory.Exists(Path.Combine(pakket, "native", "bin")))
                return pakket;
        }
        return null;
    }

    private static IEnumerable<string> VanSysteem(string map) =>
        !Directory.Exists(map)
            ? []
            : Directory
                .EnumerateDirectories(map)
                .Select(x => (Map: Path.Combine(x, "bin"), Versie: int.TryParse(Path.GetFileName(x), out var versie) ? versie : 0))
                .Where(x => File.Exists(Path.Combine(x.Map, "postgres")))
                .OrderByDescending(x => x.Versie)
                .Select(x => x.Map);

    /// <summary>
    /// Uses the package where npm put it; copies it out when its library links cannot be made there (a read-only installation) or when the
    /// account of the database cannot read it (a home folder of root).
    /// </summary>
    private static async Task<Binaries> UitPakket(string pakket, Account account, CancellationToken ct)
    {
        if (MaakLinks(pakket) && await Probeer(Path.Combine(pakket, "native", "bin"), account, ct) is ({ } hier, _))
            return hier;
        var kopie = Kopieer(pakket, account);
        var (binaries, fout) = await Probeer(Path.Combine(kopie, "native", "bin"), account, ct);
        return binaries
            ?? throw new Opstartfout(
                $"De ingebouwde database uit {pakket} werkt op dit systeem niet ({fout}). Gebruik een eigen PostgreSQL, bijvoorbeeld in een "
                    + "container, en geef de verbinding op in ConnectionStrings:SlimRegeling."
            );
    }

    private static async Task<(Binaries? Binaries, string Fout)> Probeer(string bin, Account account, CancellationToken ct)
    {
        try
        {
            var uitkomst = await account.VoerUit(Path.Combine(bin, "postgres"), ["-V"], ct);
            return uitkomst.Gelukt && Hoofdversie().Match(uitkomst.Uit) is { Success: true } versie
                ? (new Binaries(bin, int.Parse(versie.Groups[1].ValueSpan, provider: null)), "")
                : (null, (uitkomst.Fout + uitkomst.Uit).Trim());
        }
        catch (Win32Exception fout)
        {
            return (null, fout.Message);
        }
    }

    /// <summary>Makes the library links that npm leaves out without install scripts; false when the folder cannot be written.</summary>
    private static bool MaakLinks(string pakket)
    {
        foreach (var link in JsonSerializer.Deserialize<Link[]>(File.ReadAllBytes(Path.Combine(pakket, "native", "pg-symlinks.json")))!)
        {
            var pad = Path.Combine(pakket, link.target);
            if (File.Exists(pad))
                continue;
            try
            {
                File.CreateSymbolicLink(pad, Path.GetRelativePath(Path.GetDirectoryName(pad)!, Path.Combine(pakket, link.source)));
            }
            catch (IOException) when (File.Exists(pad))
            {
                // Another host, starting at the same time, has just made it.
            }
            catch (Exception fout) when (fout is IOException or UnauthorizedAccessException)
            {
                return false;
            }
        }
        return true;
    }

    private static string Kopieer(string pakket, Account account)
    {
        using var beschrijving = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(pakket, "package.json")));
        var naam = $"{Path.GetFileName(pakket)}-{beschrijving.RootElement.GetProperty("version").GetString()}";
        var boven = account.Naam is null ? Path.Combine(IngebouwdePostgres.LokaleMap, "programma") : "/var/cache/slimregeling";
        var doel = Path.GetFullPath(Path.Combine(boven, naam));
        if (Directory.Exists(doel))
            return doel;
        var tijdelijk = $"{doel}.{Guid.NewGuid():N}";
        foreach (var bron in Directory.EnumerateFiles(pakket, "*", SearchOption.AllDirectories))
        {
            var bestand = Path.Combine(tijdelijk, Path.GetRelativePath(pakket, bron));
            OpenMap(Path.GetDirectoryName(bestand)!);
            File.Copy(bron, bestand);
            var mode = File.GetUnixFileMode(bestand);
            File.SetUnixFileMode(bestand, mode | Leesbaar | (mode.HasFlag(UnixFileMode.UserExecute) ? Uitvoerbaar : UnixFileMode.None));
        }
        MaakLinks(tijdelijk);
        try
        {
            Directory.Move(tijdelijk, doel);
        }
        catch (IOException) when (Directory.Exists(doel))
        {
            Directory.Delete(tijdelijk, recursive: true);
        }
        return doel;
    }

    /// <summary>Makes a folder and those above it readable for everyone, whatever the umask of the host; leaves existing ones alone.</summary>
    private static void OpenMap(string map)
    {
        if (Directory.Exists(map))
            return;
        OpenMap(Path.GetDirectoryName(map)!);
        Directory.CreateDirectory(map);
        File.SetUnixFileMode(map, Leesbaar | Uitvoerbaar | UnixFileMode.UserWrite);
    }

    private sealed record Link(string source, string target);

    [GeneratedRegex(@"\(PostgreSQL\) (\d+)")]
    private static partial Regex Hoofdversie();
}
