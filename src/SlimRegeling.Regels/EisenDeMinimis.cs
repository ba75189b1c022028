namespace SlimRegeling.Regels;

/// <summary>Whether anything may still be granted under the de-minimis ceiling (article 2.8, second paragraph).</summary>
internal static class EisenDeMinimis
{
    public static Toets Toets(Toetsregel regel, in Geval geval) =>
        geval.Plan.IsSamenwerkingsverband ? Partijen(regel, geval)
        : geval.Ruimte is { } ruimte
            ? regel.Maak(
                ruimte.Beschikbaar > 0m,
                Waarde.Van("plafond", ruimte.Plafond),
                Waarde.Van("meegeteld", ruimte.Meegeteld),
                Waarde.Van("beschikbaar", ruimte.Beschikbaar)
            )
        : regel.Maak(Toetsuitkomst.NietBeoordeeld);

    /// <summary>A party without room gets nothing, and the others go on; without any room for a firm there is nothing to grant.</summary>
    private static Toets Partijen(Toetsregel regel, in Geval geval)
    {
        if (geval.Partijruimten is not { } ruimten)
            return regel.Maak(Toetsuitkomst.NietBeoordeeld, new Waarde("partijen", ""));
        List<string>? zonder = null;
        var ondernemingen = 0;
        for (var i = 0; i < ruimten.Count; i++)
        {
            if (ruimten[i] is not { } ruimte)
                continue;
            ondernemingen++;
            if (ruimte.Beschikbaar == 0m)
                (zonder ??= []).Add(geval.Plan.Deelnemers[i].KvkNummer);
        }
        return zonder is null
            ? regel.Maak(true, new Waarde("partijen", ""))
            : regel.Maak(zonder.Count < ondernemingen, new Waarde("partijen", string.Join(", ", zonder)));
    }
}
