namespace SlimRegeling.Regels;

/// <summary>Codes of articles that hold for every decision; each is a key of the section bepalingen.</summary>
public static class Bepalingcode
{
    public const string Hardheidsclausule = "hardheidsclausule";

    public static IReadOnlyList<string> Alle { get; } = [Hardheidsclausule];
}
