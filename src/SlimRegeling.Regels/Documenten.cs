namespace SlimRegeling.Regels;

/// <summary>Which documents an application must contain (articles 2.8 and 2.23).</summary>
public static class Documenten
{
    /// <summary>An advance is not asked for: who is of a type that the version gives one, gets it.</summary>
    /// <param name="metIntermediair">Whether someone else submits on behalf of the applicant.</param>
    public static IReadOnlyList<Document> Vereist(Regelversie versie, string aanvragertype, bool metIntermediair)
    {
        var metVoorschot = Voorschot.Kent(versie, aanvragertype);
        return
        [
            .. Documentcode
                .Alle.Select(versie.Document)
                .Where(d => d.Aanvragertypen.Contains(aanvragertype) && Geldt(d, metIntermediair, metVoorschot)),
        ];
    }

    private static bool Geldt(Document document, bool metIntermediair, bool metVoorschot) =>
        document.Wanneer switch
        {
            "bij-intermediair" => metIntermediair,
            "bij-voorschot" => metVoorschot,
            _ => true,
        };
}
