using SlimRegeling.Leercultuurscans.Gegevens;
using SlimRegeling.Leercultuurscans.Instrumenten;

namespace SlimRegeling.Host;

/// <summary>Reads the questionnaires, and those of a folder beside them, as the program would, and tells what is wrong with a file by line.</summary>
internal static class InstrumentenControleren
{
    /// <returns>The exit code.</returns>
    public static int Voer(string? map, TextWriter uit)
    {
        try
        {
            var boek = map is null ? Instrumentboek.Ingebouwd : Instrumentboek.Met(map);
            foreach (var i in boek.Alle)
            {
                uit.WriteLine(
                    $"{i.Id}: {i.Onderdelen.Count} onderdelen, {i.Onderdelen.Sum(o => o.Vragen.Count)} vragen, {i.Validatie.Status}, SHA-256 {i.Hash}{(i.TeLang ? $"; met meer dan {Instrument.MeesteVragen} vragen start er geen scan" : "")}"
                );
            }
            return 0;
        }
        catch (Exception e) when (e is Gegevensfout or IOException or UnauthorizedAccessException)
        {
            uit.WriteLine(e.Message);
            return 1;
        }
    }
}
