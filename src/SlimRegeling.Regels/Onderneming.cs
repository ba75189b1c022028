namespace SlimRegeling.Regels;

/// <param name="WerkzamePersonen">Fte over the last closed financial year.</param>
/// <param name="Jaaromzet">Euro, the same year.</param>
/// <param name="Balanstotaal">Euro, the same year.</param>
/// <param name="SbiCodes">The first is the main activity.</param>
public sealed record Onderneming(decimal WerkzamePersonen, decimal Jaaromzet, decimal Balanstotaal, IReadOnlyList<string> SbiCodes)
{
    /// <summary>Stands where no single enterprise applies: in the plan of a partnership.</summary>
    public static Onderneming Geen { get; } = new(0m, 0m, 0m, []);

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

/// <param name="Percentage">The higher of capital and votes, 0 to 100; not looked at when Verbonden. A partner below 25% does not count,
/// above 50% counts in full.</param>
public sealed record GelieerdeOnderneming(Band Band, decimal Percentage, decimal WerkzamePersonen, decimal Jaaromzet, decimal Balanstotaal)
{
    /// <summary>Step 4: above the limit it is linked, whatever it was called.</summary>
    public bool IsVerbonden(Regelversie versie) => Band == Band.Verbonden || Percentage > versie[Parameters.VerbondenBoven];
}
