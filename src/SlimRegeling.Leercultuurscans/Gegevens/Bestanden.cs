using System.Reflection;

namespace SlimRegeling.Leercultuurscans.Gegevens;

/// <summary>The files of data that are part of the program.</summary>
internal static class Bestanden
{
    /// <param name="naam">Folder and name: <c>Interventies/interventies.json</c>.</param>
    public static byte[] Lees(string naam)
    {
        using var stroom =
            Assembly.GetExecutingAssembly().GetManifestResourceStream(naam)
            ?? throw new InvalidOperationException($"There is no file {naam} in this assembly.");
        using var uit = new MemoryStream();
        stroom.CopyTo(uit);
        return uit.ToArray();
    }
}
