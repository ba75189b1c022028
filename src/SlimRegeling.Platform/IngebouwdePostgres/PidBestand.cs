using System.Diagnostics;
using System.Globalization;
using System.Runtime.Versioning;

namespace SlimRegeling.Platform;

/// <summary>What PostgreSQL wrote about itself in <c>postmaster.pid</c>: its process and the folder of its socket.</summary>
[UnsupportedOSPlatform("windows")]
internal sealed record PidBestand(int Pid, string Socketmap)
{
    private static string Pad(string cluster) => Path.Combine(cluster, "postmaster.pid");

    /// <summary>Null when there is none, or when it is being written or taken away just now.</summary>
    public static PidBestand? Lees(string cluster)
    {
        try
        {
            var regels = File.ReadAllLines(Pad(cluster));
            return regels.Length >= 5 && int.TryParse(regels[0], CultureInfo.InvariantCulture, out var pid)
                ? new PidBestand(pid, regels[4])
                : null;
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }

    /// <summary>
    /// A killed server leaves this file, and its process number can belong to another program by now, which PostgreSQL takes for itself.
    /// It still refuses to start while orphans of the old server hold its shared memory, so this takes no guard away.
    /// </summary>
    public static void Verwijder(string cluster) => File.Delete(Pad(cluster));

    /// <summary>Whether the process lives.</summary>
    public bool Leeft()
    {
        try
        {
            using var proces = Process.GetProcessById(Pid);
            return !proces.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    /// <summary>
    /// Whether the living process is the server of this cluster: its name, and where the system tells us, its working folder, which for a
    /// PostgreSQL server is its data.
    /// </summary>
    public bool IsServerVan(string cluster)
    {
        if (!OperatingSystem.IsLinux())
            return HeetPostgres();
        try
        {
            if (File.ReadAllText($"/proc/{Pid}/comm").Trim() != "postgres")
                return false;
            return File.ResolveLinkTarget($"/proc/{Pid}/cwd", returnFinalTarget: false)?.FullName is not { } map
                || map == WerkelijkPad(cluster);
        }
        catch (UnauthorizedAccessException)
        {
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    /// <summary>The path without symbolic links, as the system names it.</summary>
    public static string WerkelijkPad(string pad)
    {
        var ouder = Path.GetDirectoryName(pad);
        if (ouder is null)
            return pad;
        var hier = Path.Combine(WerkelijkPad(ouder), Path.GetFileName(pad));
        return Directory.ResolveLinkTarget(hier, returnFinalTarget: true) is { } doel ? WerkelijkPad(doel.FullName) : hier;
    }

    private bool HeetPostgres()
    {
        try
        {
            using var proces = Process.GetProcessById(Pid);
            return proces.ProcessName == "postgres";
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
