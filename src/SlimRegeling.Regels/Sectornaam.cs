namespace SlimRegeling.Regels;

/// <summary>The sectors that the scheme tells apart, by name.</summary>
public static class Sectornaam
{
    public const string Landbouw = "landbouw";
    public const string Visserij = "visserij";
    public const string Wegvervoer = "wegvervoer";
    public const string Horeca = "horeca";
    public const string Recreatie = "recreatie";
    public const string Overig = "overig";

    /// <summary>By the main SBI code; of a partnership by that of its hoofdaanvrager. Horeca and recreatie are told apart for a grootbedrijf
    /// only, where the version lists them.</summary>
    public static string Van(Regelversie versie, Plan plan)
    {
        var onderneming =
            plan.Aanvragertype == Aanvragertype.Samenwerkingsverband
                ? plan.Deelnemers.FirstOrDefault(d => d.Hoofdaanvrager)?.Onderneming ?? Onderneming.Geen
                : plan.Onderneming;
        return Sector.IsLandbouw(versie, onderneming) ? Landbouw
            : Sector.IsVisserij(versie, onderneming) ? Visserij
            : Sector.IsWegvervoer(versie, onderneming) ? Wegvervoer
            : plan.Aanvragertype != Aanvragertype.Grootbedrijf ? Overig
            : Staat(versie, Parameters.SbiGrootbedrijfHoreca, onderneming) ? Horeca
            : Staat(versie, Parameters.SbiGrootbedrijfRecreatie, onderneming) ? Recreatie
            : Overig;
    }

    private static bool Staat(Regelversie versie, Lijstsleutel lijst, Onderneming onderneming) =>
        Sector.Hoofdcode(onderneming) is { } code && versie.Lijst(lijst).Contains(code);
}
