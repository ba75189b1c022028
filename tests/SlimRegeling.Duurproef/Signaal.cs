using System.Globalization;
using System.Runtime.InteropServices;

namespace SlimRegeling.Duurproef;

/// <summary>SIGKILL to a process that this program did not start itself.</summary>
internal static class Signaal
{
    private const int SigKill = 9;

    /// <param name="naam">What the process must be called: its id may have gone to another.</param>
    public static bool Kill9(int pid, string naam)
    {
        try
        {
            var heet = File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{pid}/comm")).Trim();
            return heet == naam && Kill(pid, SigKill) == 0;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException or IOException)
        {
            return false;
        }
    }

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int pid, int signaal);
}
