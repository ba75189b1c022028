namespace SlimRegeling.Regels;

/// <summary>The article, in the numbering of the version, of what an award to a type of applicant says.</summary>
public static class Verleningsartikel
{
    /// <summary>Of the decision on the application itself (2.11): the paragraph that also sets its term.</summary>
    public static string Besluit(Regelversie versie, string aanvragertype) =>
        versie.Termijn(Termijncode.Beslistermijn(aanvragertype)).Artikel;

    /// <summary>Of the amount.</summary>
    public static string Subsidie(Regelversie versie, string aanvragertype) => versie.Parameters[Maximum(aanvragertype).Code].Artikel;

    /// <summary>Of the percentage of the eligible costs.</summary>
    public static string Percentage(Regelversie versie, string aanvragertype) => versie.Parameters[Deel(aanvragertype).Code].Artikel;

    /// <summary>Of the division over the parties of a partnership (2.11, fourth paragraph).</summary>
    public static string Verdeling(Regelversie versie) => versie.Post(Postcode.Partijdeel).Artikel;

    /// <summary>Of the advance with the award; that of the mkb where a version has no percentage for the type.</summary>
    public static string Voorschot(Regelversie versie, string aanvragertype) =>
        versie.Artikel(Regels.Voorschot.Percentage(aanvragertype)) ?? versie.Stap(Stapcode.VoorschotToegekend).Artikel;

    private static Getalsleutel Deel(string aanvragertype) =>
        aanvragertype switch
        {
            Aanvragertype.Samenwerkingsverband => Parameters.PercentageSamenwerkingsverband,
            Aanvragertype.Grootbedrijf => Parameters.PercentageGrootbedrijf,
            _ => Parameters.PercentageMiddelgroot,
        };

    private static Getalsleutel Maximum(string aanvragertype) =>
        aanvragertype switch
        {
            Aanvragertype.Samenwerkingsverband => Parameters.MaximumSamenwerkingsverband,
            Aanvragertype.Grootbedrijf => Parameters.MaximumGrootbedrijf,
            _ => Parameters.MaximumMkb,
        };
}
