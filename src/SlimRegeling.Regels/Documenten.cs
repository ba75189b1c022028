namespace SlimRegeling.Regels;

/// <summary>Which documents an application must contain (articles 2.8 and 2.23).</summary>
public static class Documenten
{
    /// <param name="metIntermediair">Whether someone else submits on behalf of the applicant.</param>
    /// <param name="metVoorschot">Whether an advance is asked for.</param>
    public static IReadOnlyList<Document> Vereist(
        Regelversie versie,
        string aanvragertype,
        bool metIntermediair,
        bool metVoorschot = true
    ) =>
        [
            .. Documentcode
                .Alle.Select(versie.Document)
                .Where(d => d.Aanvragertypen.Contains(aanvragertype) && Geldt(d, metIntermediair, metVoorschot)),
        ];

    private static bool Geldt(Document document, bool metIntermediair, bool metVoorschot) =>
        document.Wanneer switch
        {
            "bij-intermediair" => metIntermediair,
            "bij-voorschot" => metVoorschot,
            _ => true,
        };

    /// <summary>The required documents that are not among the codes given; empty when the application is complete.</summary>
    public static IReadOnlyList<Document> Ontbrekend(
        Regelversie versie,
        string aanvragertype,
        bool metIntermediair,
        IEnumerable<string> aanwezig
    )
    {
        var codes = aanwezig.ToHashSet(StringComparer.Ordinal);
        return [.. Vereist(versie, aanvragertype, metIntermediair).Where(d => !codes.Contains(d.Code))];
    }
}
