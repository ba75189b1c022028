namespace SlimRegeling.Regels;

/// <summary>Codes of articles that hold for every decision; each is a key of the section bepalingen.</summary>
public static class Bepalingcode
{
    public const string Hardheidsclausule = "hardheidsclausule";

    /// <summary>The statutory interest on what is claimed back of a settlement that is withdrawn.</summary>
    public const string RenteNaVaststelling = "rente-na-vaststelling";

    /// <summary>The same of an advance, when the award is withdrawn.</summary>
    public const string RenteVoorschot = "rente-voorschot";

    public static IReadOnlyList<string> Alle { get; } = [Hardheidsclausule, RenteNaVaststelling, RenteVoorschot];

    /// <summary>Those that a version can do without: its text says nothing of it, or is not at hand.</summary>
    public static IReadOnlyList<string> Optioneel { get; } = [RenteNaVaststelling, RenteVoorschot];
}
