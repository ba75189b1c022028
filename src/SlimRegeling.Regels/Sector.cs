namespace SlimRegeling.Regels;

/// <summary>The sector of an enterprise, seen from its main SBI code: the ceilings for agriculture, fisheries and road haulage differ.</summary>
internal static class Sector
{
    public static bool IsLandbouw(Regelversie versie, Onderneming onderneming) => Valt(onderneming, versie[Parameters.SbiLandbouw]);

    public static bool IsVisserij(Regelversie versie, Onderneming onderneming) => Valt(onderneming, versie[Parameters.SbiVisserij]);

    public static bool IsWegvervoer(Regelversie versie, Onderneming onderneming) => Valt(onderneming, versie[Parameters.SbiWegvervoer]);

    /// <summary>Whether the main code is in one of the lists for a grootbedrijf, with or without points. The annex names every level it
    /// means (56, 561, 5610, 56101), so a code below a listed one is in it only when it is listed itself.</summary>
    public static bool IsVoorGrootbedrijf(Regelversie versie, Onderneming onderneming) =>
        Hoofdcode(onderneming) is { } code
        && (
            versie.Lijst(Parameters.SbiGrootbedrijfLandbouw).Contains(code)
            || versie.Lijst(Parameters.SbiGrootbedrijfHoreca).Contains(code)
            || versie.Lijst(Parameters.SbiGrootbedrijfRecreatie).Contains(code)
        );

    private static bool Valt(Onderneming onderneming, string afdeling) =>
        Hoofdcode(onderneming)?.StartsWith(afdeling, StringComparison.Ordinal) ?? false;

    /// <summary>The main code without points.</summary>
    public static string? Hoofdcode(Onderneming onderneming) => onderneming.HoofdSbi?.Replace(".", "", StringComparison.Ordinal);
}
