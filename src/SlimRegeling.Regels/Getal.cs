using System.Globalization;

namespace SlimRegeling.Regels;

/// <summary>Numbers as the rule files and the values of outcomes write them: a point, no thousands, no exponent.</summary>
public static class Getal
{
    private const NumberStyles Vorm = NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign;
    private static readonly CultureInfo Nederlands = MaakNederlands();

    public static decimal Lees(string tekst) => decimal.Parse(tekst, Vorm, CultureInfo.InvariantCulture);

    /// <summary>The same number always in the same characters (60, 60.0 and 60.00 are 60); other text unchanged.</summary>
    public static string Canoniek(string tekst) =>
        decimal.TryParse(tekst, Vorm, CultureInfo.InvariantCulture, out var getal)
            ? getal.ToString("0.############", CultureInfo.InvariantCulture)
            : tekst;

    /// <summary>Rounds to cents, half up, as each step of the computation does (amounts are never negative).</summary>
    public static decimal Centen(decimal bedrag) => Math.Round(bedrag, 2, MidpointRounding.AwayFromZero);

    /// <summary>An amount for people: € 11.040,00.</summary>
    public static string Euro(decimal bedrag) => "€ " + bedrag.ToString("N2", Nederlands);

    /// <summary>A number for people, without needless zeros: 37,5.</summary>
    public static string Kort(decimal getal) => getal.ToString("#,0.##", Nederlands);

    private static CultureInfo MaakNederlands()
    {
        var cultuur = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        cultuur.NumberFormat.NumberDecimalSeparator = ",";
        cultuur.NumberFormat.NumberGroupSeparator = ".";
        return CultureInfo.ReadOnly(cultuur);
    }
}
