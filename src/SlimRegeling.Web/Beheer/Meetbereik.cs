namespace SlimRegeling.Web.Beheer;

/// <summary>Behind one address any of several processes answers; what the others measured is not seen.</summary>
public static class Meetbereik
{
    /// <returns>Null when each context runs in one process.</returns>
    public static string? Buiten(IReadOnlyList<Hostbeeld> hosts)
    {
        var meer = hosts
            .SelectMany(h => h.Berichten?.Contexten ?? [])
            .Where(c => c.Afnemers > 1)
            .OrderBy(c => c.Context, StringComparer.Ordinal)
            .Select(c => $"{c.Context} ({Weergave.Getal(c.Afnemers!.Value)})")
            .ToList();
        return meer.Count == 0
            ? null
            : $"Meer dan één proces draait dit: {string.Join(", ", meer)}. U ziet de metingen van het proces dat nu antwoordde. Wat in een ander proces traag is of misgaat, staat hier dan niet bij.";
    }
}
