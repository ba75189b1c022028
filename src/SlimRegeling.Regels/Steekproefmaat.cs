using NodaTime;

namespace SlimRegeling.Regels;

/// <summary>
/// What makes it likelier that a case is not as it was awarded, as far as that is known before anyone looks. Each has a parameter of its own.
/// </summary>
public static class Risicosignaal
{
    /// <summary>The recipient was awarded no subsidy before.</summary>
    public const string EersteSubsidie = "eerste-subsidie";

    /// <summary>An earlier subsidy of the recipient was settled lower than it was awarded.</summary>
    public const string EerdereBevinding = "eerdere-bevinding";

    /// <summary>Activity A was awarded, and no scan of the recipient names the case.</summary>
    public const string GeenScan = "geen-scan";

    /// <summary>The recipient told that something will not, late or partly be done (5.7 Kaderregeling).</summary>
    public const string Gemeld = "gemeld";
}

/// <summary>
/// The strata of the sample of what is settled ambtshalve (2.24, first paragraph), and how many are drawn of each: by amount, because a fault in a
/// larger award costs more, and by risk, because there faults are likelier.
/// </summary>
public static class Steekproefmaat
{
    private const string Verhoogd = "verhoogd";
    private const string Gewoon = "gewoon";

    /// <summary>All, in the order in which they are shown.</summary>
    public static IReadOnlyList<string> Strata { get; } =
    [.. from bedrag in (string[])["laag", "midden", "hoog"] from risico in (string[])[Gewoon, Verhoogd] select $"{bedrag}-{risico}"];

    /// <param name="dag">On which the list of the draw is fixed; here and below.</param>
    /// <param name="verleend">Euro.</param>
    /// <param name="signalen">Codes of <see cref="Risicosignaal"/>.</param>
    public static string Stratum(Regelversie versie, LocalDate dag, decimal verleend, IReadOnlyCollection<string> signalen)
    {
        var bedrag =
            verleend >= versie.Op(Parameters.SteekproefHoogVanaf, dag) ? "hoog"
            : verleend >= versie.Op(Parameters.SteekproefMiddenVanaf, dag) ? "midden"
            : "laag";
        var punten = signalen.Sum(signaal => Punten(versie, dag, signaal));
        return $"{bedrag}-{(punten >= versie.Op(Parameters.SteekproefRisicoVanaf, dag) ? Verhoogd : Gewoon)}";
    }

    /// <summary>How many are drawn of a stratum: its percentage, rounded up, and never less than the minimum while there are so many.</summary>
    /// <param name="aantal">How many cases it has.</param>
    public static int Omvang(Regelversie versie, LocalDate dag, string stratum, int aantal)
    {
        var percentage = stratum.EndsWith(Verhoogd, StringComparison.Ordinal)
            ? versie.Op(Parameters.SteekproefPercentageRisico, dag)
            : versie.Op(Parameters.SteekproefPercentage, dag);
        return (int)Math.Min(aantal, Math.Max(versie.Op(Parameters.SteekproefMinimum, dag), decimal.Ceiling(aantal * percentage / 100m)));
    }

    private static decimal Punten(Regelversie versie, LocalDate dag, string signaal) =>
        signaal switch
        {
            Risicosignaal.EersteSubsidie => versie.Op(Parameters.SteekproefEersteSubsidie, dag),
            Risicosignaal.EerdereBevinding => versie.Op(Parameters.SteekproefEerdereBevinding, dag),
            Risicosignaal.Gemeld => versie.Op(Parameters.SteekproefGemeld, dag),
            Risicosignaal.GeenScan => versie.Op(Parameters.SteekproefGeenScan, dag),
            _ => throw new ArgumentException($"'{signaal}' is geen risicosignaal.", nameof(signaal)),
        };
}
