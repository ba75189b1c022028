namespace SlimRegeling.Regels;

/// <summary>
/// Which difference between what was made and what was awarded a recipient explains: of a budget item at least a fifth, unless it is less than
/// € 25,000 (7.8, second paragraph, Kaderregeling).
/// </summary>
public static class Begrotingsverschil
{
    public const string Artikel = "7.8, tweede lid, Kaderregeling";

    private const decimal VanafProcent = 20m;
    private const decimal NietOnder = 25_000.00m;

    /// <param name="begroot">Euro, of one item.</param>
    /// <param name="gerealiseerd">Euro, of the same.</param>
    public static bool MoetToegelicht(decimal begroot, decimal gerealiseerd)
    {
        var verschil = Math.Abs(gerealiseerd - begroot);
        return verschil >= NietOnder && verschil * 100m >= begroot * VanafProcent;
    }
}
