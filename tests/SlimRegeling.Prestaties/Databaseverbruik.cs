using System.Globalization;

namespace SlimRegeling.Prestaties;

/// <summary>The processor time of a PostgreSQL server that this program started, by the kernel's account; zero elsewhere than on Linux.</summary>
internal static class Databaseverbruik
{
    private const double NanosecondenPerMilliseconde = 1_000_000.0;

    // Processes that ended in between are not counted: the pool keeps its connections.
    public static double Milliseconden()
    {
        if (!Directory.Exists("/proc"))
        {
            return 0;
        }
        var ouders = Directory
            .EnumerateDirectories("/proc")
            .Select(d => int.TryParse(Path.GetFileName(d), NumberStyles.None, CultureInfo.InvariantCulture, out var pid) ? pid : 0)
            .Where(pid => pid > 0)
            .Select(pid => (Pid: pid, Ouder: Ouder(pid)))
            .ToDictionary(p => p.Pid, p => p.Ouder);
        return ouders.Keys.Where(pid => pid != Environment.ProcessId && VanHier(pid)).Sum(Nanoseconden) / NanosecondenPerMilliseconde;

        bool VanHier(int pid)
        {
            for (var diepte = 0; diepte < 4 && pid > 1; diepte++)
            {
                if (pid == Environment.ProcessId)
                {
                    return true;
                }
                pid = ouders.GetValueOrDefault(pid);
            }
            return false;
        }
    }

    // The parent stands behind the name, which may hold anything: "12 (a b) S 1 …".
    private static int Ouder(int pid) =>
        Lees(pid, "stat") is { } stat ? int.Parse(stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[1], CultureInfo.InvariantCulture) : 0;

    private static double Nanoseconden(int pid) =>
        Lees(pid, "schedstat") is { } stand ? double.Parse(stand.Split(' ')[0], CultureInfo.InvariantCulture) : 0;

    private static string? Lees(int pid, string wat)
    {
        try
        {
            return File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{pid}/{wat}"));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
