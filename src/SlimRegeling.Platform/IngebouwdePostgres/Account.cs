using System.Diagnostics;
using System.Runtime.Versioning;

namespace SlimRegeling.Platform;

/// <summary>
/// The account that PostgreSQL runs under. It refuses to run as root, so a host that is root lends it an unprivileged one; any other host
/// runs it under its own account (<see cref="Naam"/> is null).
/// </summary>
[UnsupportedOSPlatform("windows")]
internal sealed record Account(string? Naam)
{
    private const UnixFileMode AlleenEigenaar = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private static readonly string[] Onbevoegd = ["postgres", "nobody"];

    public static Account Kies()
    {
        if (!Environment.IsPrivilegedProcess)
            return new Account(Naam: null);
        var bekend = File.ReadLines("/etc/passwd").Select(regel => regel.Split(':')[0]).ToHashSet();
        return new Account(
            Onbevoegd.FirstOrDefault(bekend.Contains)
                ?? throw new Opstartfout(
                    "De ingebouwde database draait niet als root, en dit systeem kent het account postgres of nobody niet. "
                        + "Start het programma onder een gewoon account, of geef een PostgreSQL-verbinding op in ConnectionStrings:SlimRegeling."
                )
        );
    }

    /// <summary>
    /// The account that owns data made before: a root that found only <c>nobody</c> then may find <c>postgres</c> now, and a plain user may
    /// have made them.
    /// </summary>
    public static async Task<Account> VanEigenaar(string cluster, CancellationToken ct)
    {
        var gewoon = Kies();
        if (gewoon.Naam is null)
            return gewoon;
        string[] vorm = OperatingSystem.IsLinux() ? ["-c", "%U"] : ["-f", "%Su"];
        var eigenaar = (await new Account(Naam: null).VoerUit("stat", [.. vorm, cluster], ct)).Uit.Trim();
        return eigenaar is "root" or "UNKNOWN" ? gewoon : new Account(eigenaar);
    }

    /// <summary>A program to start under this account, without the settings for PostgreSQL programs of the person who started the host.</summary>
    public ProcessStartInfo Opdracht(string programma, IEnumerable<string> argumenten)
    {
        var opdracht = new ProcessStartInfo(programma, argumenten)
        {
            UseShellExecute = false,
            WorkingDirectory = "/",
            RedirectStandardInput = true,
            RedirectStandardError = true,
        };
        if (Naam is not null)
            opdracht.UserName = Naam;
        foreach (var naam in opdracht.Environment.Keys.Where(naam => naam.StartsWith("PG", StringComparison.Ordinal)).ToList())
            opdracht.Environment.Remove(naam);
        opdracht.Environment["LC_ALL"] = "C";
        return opdracht;
    }

    /// <summary>Runs a program under this account to its end.</summary>
    public async Task<Uitkomst> VoerUit(string programma, IEnumerable<string> argumenten, CancellationToken ct)
    {
        var opdracht = Opdracht(programma, argumenten);
        opdracht.RedirectStandardOutput = true;
        using var proces = Process.Start(opdracht)!;
        proces.StandardInput.Close();
        try
        {
            var uit = proces.StandardOutput.ReadToEndAsync(ct);
            var fout = proces.StandardError.ReadToEndAsync(ct);
            await proces.WaitForExitAsync(ct);
            return new Uitkomst(proces.ExitCode, await uit, await fout);
        }
        catch (OperationCanceledException)
        {
            proces.Kill(entireProcessTree: true);
            throw;
        }
    }

    /// <summary>Makes a new folder that only this account (and root) can enter.</summary>
    public async Task MaakMap(string map, CancellationToken ct)
    {
        if (Directory.Exists(map))
            Directory.Delete(map, recursive: true);
        Directory.CreateDirectory(map, AlleenEigenaar);
        File.SetUnixFileMode(map, AlleenEigenaar);
        if (Naam is not null)
            await AlsHost("chown", [$"{Naam}:", map], ct);
    }

    /// <summary>
    /// Lets this account pass through the data folder, which may be closed to all but root, without letting it look around. What lies above
    /// that folder is not ours to open.
    /// </summary>
    public async Task LaatDoor(string map, CancellationToken ct)
    {
        if (Naam is null || await KanBij(map, ct))
            return;
        await AlsHost("chgrp", [(await VoerUit("id", ["-g"], ct)).Uit.Trim(), map], ct);
        File.SetUnixFileMode(map, File.GetUnixFileMode(map) | UnixFileMode.GroupExecute);
        if (!await KanBij(map, ct))
            throw new Opstartfout(
                $"De database draait onder het account {Naam} en dat kan niet bij {map}: {Afgeslotene(map) ?? map} is alleen voor root. "
                    + $"Kies met SlimRegeling:Gegevensmap een map waar dat account wel bij kan, bijvoorbeeld {MapVanRoot}, "
                    + "of geef een PostgreSQL-verbinding op in ConnectionStrings:SlimRegeling."
            );
    }

    public const string MapVanRoot = "/var/lib/slimregeling";

    /// <summary>The highest folder above <paramref name="pad"/> that others than its owner cannot pass, or null.</summary>
    public static string? Afgeslotene(string pad)
    {
        var boven = new Stack<string>();
        for (var map = Path.GetDirectoryName(pad); map is not null; map = Path.GetDirectoryName(map))
            boven.Push(map);
        return boven.FirstOrDefault(map => Directory.Exists(map) && !File.GetUnixFileMode(map).HasFlag(UnixFileMode.OtherExecute));
    }

    private async Task<bool> KanBij(string map, CancellationToken ct) =>
        (await VoerUit("/bin/sh", ["-c", "test -x \"$1\"", "sh", map], ct)).Gelukt;

    /// <summary>Runs a program under the account of the host itself.</summary>
    public static async Task AlsHost(string programma, IEnumerable<string> argumenten, CancellationToken ct)
    {
        var uitkomst = await new Account(Naam: null).VoerUit(programma, argumenten, ct);
        if (!uitkomst.Gelukt)
            throw new IOException($"{programma} {string.Join(' ', argumenten)}: {uitkomst.Fout}");
    }

    /// <summary>How a program ended, and what it wrote.</summary>
    internal sealed record Uitkomst(int Code, string Uit, string Fout)
    {
        public bool Gelukt => Code == 0;
    }
}
