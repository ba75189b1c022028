using NodaTime;

namespace SlimRegeling.Regelstand;

/// <summary>When a reminder of the end of a short term goes out that a letter gave, whichever term it is.</summary>
public static class Herinnermoment
{
    private const int MinsteDagen = 2;

    /// <summary>When a third of the term is left, and at least two days, up to and including the last day.</summary>
    /// <param name="verzondenOp">The day of the letter.</param>
    /// <param name="uiterlijk">The last day.</param>
    public static bool IsEr(LocalDate verzondenOp, LocalDate uiterlijk, LocalDate vandaag) =>
        vandaag <= uiterlijk && vandaag >= uiterlijk.PlusDays(-Math.Max(MinsteDagen, Period.DaysBetween(verzondenOp, uiterlijk) / 3));
}
