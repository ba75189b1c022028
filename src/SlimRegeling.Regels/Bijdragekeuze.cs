using NodaTime;

namespace SlimRegeling.Regels;

/// <summary>What becomes of what others contributed to the costs of a project (2.14, second paragraph; 7.8, third paragraph, Kaderregeling).</summary>
public static class Bijdragekeuze
{
    /// <summary>What others pay changes nothing.</summary>
    public const string Niet = "niet";

    /// <summary>They lower the costs that the percentage is taken of.</summary>
    public const string Aftrekken = "aftrekken";

    internal static readonly string[] Keuzes = [Niet, Aftrekken];

    /// <summary>Whether they are deducted in what is settled on this day.</summary>
    public static bool TrektAf(Regelversie versie, LocalDate dag) => versie.Op(Parameters.BijdragenDerden, dag) == Aftrekken;
}
