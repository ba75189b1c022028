namespace SlimRegeling.Regels;

public static class Aanvragertype
{
    public const string MkbOnderneming = "mkb-onderneming";
    public const string Samenwerkingsverband = "samenwerkingsverband";
    public const string Grootbedrijf = "grootbedrijf";
}

/// <summary>The kinds of article 2.4. D (praktijkleerplaats) ended in 2024 and is refused from then on.</summary>
public enum Activiteitsoort
{
    A,
    B,
    C,
    D,
}

/// <summary>What the rules look at in an application. Money in euro, excluding VAT; amounts and hours are never negative
/// (the caller has checked that).</summary>
public sealed record Plan(string Aanvragertype, Onderneming Onderneming, IReadOnlyList<Activiteit> Activiteiten);

/// <param name="WerkzamePersonen">Fte over the last closed financial year.</param>
/// <param name="Jaaromzet">Euro, the same year.</param>
/// <param name="Balanstotaal">Euro, the same year.</param>
/// <param name="SbiCodes">The first is the main activity.</param>
public sealed record Onderneming(decimal WerkzamePersonen, decimal Jaaromzet, decimal Balanstotaal, IReadOnlyList<string> SbiCodes)
{
    /// <summary>Enterprises linked to this one or its partners; their size counts with it.</summary>
    public IReadOnlyList<GelieerdeOnderneming> Gelieerd { get; init; } = [];

    public string? HoofdSbi => SbiCodes.Count > 0 ? SbiCodes[0] : null;
}

public enum Band
{
    /// <summary>More than 50% of the votes, either way: counts in full.</summary>
    Verbonden,

    /// <summary>25% up to 50%: counts pro rata.</summary>
    Partner,
}

/// <param name="Percentage">The higher of capital and votes, 0 to 100; not looked at when Verbonden.</param>
public sealed record GelieerdeOnderneming(Band Band, decimal Percentage, decimal WerkzamePersonen, decimal Jaaromzet, decimal Balanstotaal);

public sealed record Activiteit(Activiteitsoort Soort)
{
    public IReadOnlyList<EigenUren> EigenUren { get; init; } = [];
    public IReadOnlyList<ExterneUren> ExterneUren { get; init; } = [];
    public decimal OverigeExterneKosten { get; init; }

    /// <summary>Number of careers-advice trajectories (B only).</summary>
    public int Trajecten { get; init; }
}

/// <param name="Brutojaarloon">A full-time year's gross pay with fixed thirteenth month, without holiday allowance (article 2.1).</param>
/// <param name="Eigenaar">An owner's customary wage counts without the surcharge of 32%.</param>
public sealed record EigenUren(decimal Uren, decimal Brutojaarloon, bool Eigenaar = false);

public sealed record ExterneUren(decimal Uren, decimal Uurtarief);
