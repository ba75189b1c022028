using SlimRegeling.Platform;

namespace SlimRegeling.Host.Voorbeeldzaken;

/// <summary>
/// On an empty data folder the example cases are played once, so that a stranger sees a house that is lived in. They are played in a folder
/// inside it that takes its place when all is done: a start that is killed halfway begins anew.
/// </summary>
internal static class EersteStart
{
    /// <summary>Set to <c>false</c> for a first start without example cases.</summary>
    private const string Instelling = "SlimRegeling:Voorbeeldzaken";

    private const string Werkmap = "eerste-start";
    private const string Databasemap = "postgres-*";

    public static async Task SpeelZoNodig(string[] args, TextWriter uit, CancellationToken ct)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        var configuratie = builder.Configuration;
        var map = Path.GetFullPath(configuratie["SlimRegeling:Gegevensmap"] ?? IngebouwdePostgres.StandaardGegevensmap);
        if (
            Voorbeeldhuis.DatabaseGegeven(configuratie)
            || !string.IsNullOrWhiteSpace(configuratie["SlimRegeling:Aanmelding:Provider"])
            || configuratie.GetValue(Instelling, defaultValue: true) is false
            || HeeftGegevens(map)
        )
        {
            return;
        }
        using var grendel = Vergrendel(map);
        if (HeeftGegevens(map))
        {
            return;
        }
        uit.WriteLine($"Eerste start in {map}: de voorbeeldzaken worden gespeeld.");
        var bestanden = Zaakbestand.LeesAlle(Zaakbestand.EigenMap);
        var werkmap = Path.Combine(map, Werkmap);
        if (Directory.Exists(werkmap))
        {
            Directory.Delete(werkmap, recursive: true);
        }
        var verslag = new Verslag(uit, Path.Combine(map, "voorbeeldzaken"));
        await Voorbeeldhuis.Speel(bestanden, werkmap, verslag, ct);
        verslag.Sluit(bestanden.Count);
        foreach (var database in Directory.EnumerateDirectories(werkmap, Databasemap))
        {
            Directory.Move(database, Path.Combine(map, Path.GetFileName(database)));
        }
        Directory.Delete(werkmap, recursive: true);
    }

    private static bool HeeftGegevens(string map) => Directory.Exists(map) && Directory.EnumerateDirectories(map, Databasemap).Any();

    // Two starts at once: the second would clear away what the first is playing.
    private static FileStream Vergrendel(string map)
    {
        try
        {
            Directory.CreateDirectory(map);
            return new FileStream(
                Path.Combine(map, $"{Werkmap}.lock"),
                FileMode.OpenOrCreate,
                FileAccess.ReadWrite,
                FileShare.None,
                bufferSize: 1,
                FileOptions.DeleteOnClose
            );
        }
        catch (Exception fout) when (fout is IOException or UnauthorizedAccessException)
        {
            throw new Opstartfout(
                $"De map {map} kan niet worden gebruikt ({fout.Message}). Wacht als een ander SlimRegeling-programma daar net begint, of kies met "
                    + "SlimRegeling:Gegevensmap een map waarin dit account mag schrijven.",
                fout
            );
        }
    }
}
