using SlimRegeling.Platform;

namespace SlimRegeling.Host;

/// <summary>The data of the program for a command that works on them while no host does. Data that are not there are not made.</summary>
internal static class BestaandeGegevens
{
    private static readonly EnumerationOptions Tweediep = new()
    {
        RecurseSubdirectories = true,
        MaxRecursionDepth = 1,
        IgnoreInaccessible = false,
    };

    /// <returns>Null when the data are in a database that was given.</returns>
    /// <exception cref="Opstartfout">There are no data, or a host has them.</exception>
    public static async Task<IngebouwdePostgres?> Open(ConfigurationManager configuratie, CancellationToken ct)
    {
        if (Huis.VerbindingGegeven(configuratie))
        {
            return null;
        }
        var gegevensmap = configuratie["SlimRegeling:Gegevensmap"] ?? IngebouwdePostgres.StandaardGegevensmap;
        if (!Directory.Exists(gegevensmap) || !Directory.EnumerateFiles(gegevensmap, "PG_VERSION", Tweediep).Any())
        {
            throw new Opstartfout(
                $"In {gegevensmap} staan geen gegevens. Kies met SlimRegeling:Gegevensmap de map van het programma, of geef een verbinding op in ConnectionStrings:SlimRegeling."
            );
        }
        return await Huis.Postgres(configuratie, gegevensmap, ct);
    }
}
