namespace SlimRegeling.Regels;

public static class Aanvragertype
{
    public const string MkbOnderneming = "mkb-onderneming";
    public const string Samenwerkingsverband = "samenwerkingsverband";
    public const string Grootbedrijf = "grootbedrijf";

    public static IReadOnlyList<string> Alle { get; } = [MkbOnderneming, Samenwerkingsverband, Grootbedrijf];
}

/// <summary>What the rules look at in an application. Money in euro, excluding VAT; amounts and hours are never negative
/// (the caller has checked that).</summary>
/// <param name="Onderneming">The applicant; for a partnership <see cref="Onderneming.Geen"/>: its parties are the Deelnemers.</param>
public sealed record Plan(string Aanvragertype, Onderneming Onderneming, IReadOnlyList<Activiteit> Activiteiten)
{
    /// <summary>The parties of a partnership; empty for any other applicant.</summary>
    public IReadOnlyList<Deelnemer> Deelnemers { get; init; } = [];

    internal bool IsSamenwerkingsverband => Aanvragertype == Regels.Aanvragertype.Samenwerkingsverband;

    /// <summary>The plan of a partnership.</summary>
    public static Plan Voor(IReadOnlyList<Deelnemer> deelnemers, IReadOnlyList<Activiteit> activiteiten) =>
        new(Regels.Aanvragertype.Samenwerkingsverband, Onderneming.Geen, activiteiten) { Deelnemers = deelnemers };
}
