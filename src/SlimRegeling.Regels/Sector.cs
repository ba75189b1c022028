namespace SlimRegeling.Regels;

/// <summary>The sector of an enterprise, seen from its main SBI code: the ceilings for agriculture, fisheries and road haulage differ.</summary>
internal static class Sector
{
    public static bool IsLandbouw(Regelversie versie, Onderneming onderneming) => Valt(onderneming, versie[Parameters.SbiLandbouw]);

    public static bool IsVisserij(Regelversie versie, Onderneming onderneming) => Valt(onderneming, versie[Parameters.SbiVisserij]);

    public static bool IsWegvervoer(Regelversie versie, Onderneming onderneming) => Valt(onderneming, versie[Parameters.SbiWegvervoer]);

    private static bool Valt(Onderneming onderneming, string afdeling) =>
        onderneming.HoofdSbi?.Replace(".", "", StringComparison.Ordinal).StartsWith(afdeling, StringComparison.Ordinal) ?? false;
}
