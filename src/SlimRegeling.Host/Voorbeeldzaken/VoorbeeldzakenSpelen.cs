namespace SlimRegeling.Host.Voorbeeldzaken;

/// <summary>The command <c>voorbeeldzaken</c>: plays the case files of a folder on a fresh database.</summary>
internal static class VoorbeeldzakenSpelen
{
    /// <returns>0 when everything is as the files say, else 1.</returns>
    public static async Task<int> Voer(string? map, TextWriter uit, CancellationToken ct)
    {
        var bestanden = Zaakbestand.LeesAlle(map ?? Zaakbestand.EigenMap);
        var gegevensmap = Directory.CreateTempSubdirectory("slimregeling-gegevens-").FullName;
        var verslag = new Verslag(uit, Path.Combine(Path.GetTempPath(), $"slimregeling-voorbeeldzaken-{Guid.NewGuid():N}"));
        try
        {
            await Voorbeeldhuis.Speel(bestanden, gegevensmap, verslag, ct);
        }
        finally
        {
            Directory.Delete(gegevensmap, recursive: true);
        }
        verslag.Sluit(bestanden.Count);
        return verslag.Verschillen.Count == 0 ? 0 : 1;
    }
}
