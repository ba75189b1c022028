using System.Diagnostics;

namespace SlimRegeling.Prestaties;

/// <summary>
/// The most that the whole process held in the memory of the machine since this was made: with what was let go and not collected yet, which
/// <see cref="Geheugenkijker"/> does not see when it collects, and with what is no object.
/// </summary>
internal sealed class Proceskijker
{
    private readonly long _voor;

    public Proceskijker()
    {
        // What was let go before is given back first: else it is room that the process already held.
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        Vergeet();
        _voor = Environment.WorkingSet;
    }

    /// <returns>Bytes: the peak itself, and how far it is above what was held when this was made.</returns>
    public (long Hoogste, long Erbij) Gezien()
    {
        using var proces = Process.GetCurrentProcess();
        return (proces.PeakWorkingSet64, proces.PeakWorkingSet64 - _voor);
    }

    // Where the system does not forget an earlier peak that one is told: too high, never too low.
    private static void Vergeet()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }
        try
        {
            using var piek = File.OpenWrite("/proc/self/clear_refs");
            piek.WriteByte((byte)'5');
        }
        catch (Exception fout) when (fout is IOException or UnauthorizedAccessException) { }
    }
}
