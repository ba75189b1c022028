using SlimRegeling.Platform;

namespace SlimRegeling.Host.Voorbeeldzaken;

/// <summary>
/// On an empty data folder the example cases are played once, so that a stranger sees a house that is lived in. A mark in the folder says
/// that they are not all played yet: a first start that is killed halfway begins anew.
/// </summary>
internal static class EersteStart
{
    /// <summary>Set to <c>false</c> for a first start without example cases.</summary>
    private const string Instelling = "SlimRegeling:Voorbeeldzaken";

    private const string Merkteken = "eerste-start";
    private const string Databasemap = "postgres-*";

    public static async Task SpeelZoNodig(string[] args, TextWriter uit, CancellationToken ct)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        var configuratie = builder.Configuration;
        if (Voorbeeldhuis.DatabaseGegeven(configuratie))
        {
            return;
        }
        var map = Path.GetFullPath(configuratie["SlimRegeling:Gegevensmap"] ?? IngebouwdePostgres.StandaardGegevensmap);
        if (
            !string.IsNullOrWhiteSpace(configuratie["SlimRegeling:Aanmelding:Provider"])
            || !configuratie.GetValue(Instelling, defaultValue: true)
        )
        {
            // Whoever works on with what is there must not lose it to a later first start.
            if (Directory.Exists(map))
            {
                File.Delete(Path.Combine(map, Merkteken));
            }
            return;
        }
        using var merk = Merk(map);
        if (merk is null)
        {
            return;
        }
        uit.WriteLine($"Eerste start in {map}: de voorbeeldzaken worden gespeeld.");
        var bestanden = Zaakbestand.LeesAlle(Zaakbestand.EigenMap);
        foreach (var half in Databases(map))
        {
            await Verwijder(half, ct);
        }
        var verslag = new Verslag(uit, Path.Combine(map, "voorbeeldzaken"));
        await Voorbeeldhuis.Speel(bestanden, map, verslag, ct);
        verslag.Sluit(bestanden.Count);
        File.Delete(merk.Name);
    }

    /// <summary>The mark, held so that no other start has it; null when the folder holds data that are whole.</summary>
    private static FileStream? Merk(string map)
    {
        var pad = Path.Combine(map, Merkteken);
        try
        {
            Directory.CreateDirectory(map);
            var halverwege = File.Exists(pad);
            if (!halverwege && Databases(map).Any())
            {
                return null;
            }
            var merk = new FileStream(pad, halverwege ? FileMode.Open : FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            if (halverwege || !Databases(map).Any())
            {
                return merk;
            }
            // Another start began and ended since we looked.
            File.Delete(pad);
            merk.Dispose();
            return null;
        }
        catch (FileNotFoundException)
        {
            // Another start ended since we looked.
            return null;
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

    private static IEnumerable<string> Databases(string map) => Directory.EnumerateDirectories(map, Databasemap);

    /// <summary>The database of a host that was killed a moment ago can still be writing here.</summary>
    private static async Task Verwijder(string database, CancellationToken ct)
    {
        for (var poging = 1; Directory.Exists(database); poging++)
        {
            try
            {
                Directory.Delete(database, recursive: true);
            }
            catch (IOException) when (poging < 50)
            {
                await Task.Delay(100, ct);
            }
        }
    }
}
