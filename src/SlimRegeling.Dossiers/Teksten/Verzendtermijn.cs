using NodaTime;
using SlimRegeling.Dossiers.Sjablonen;
using SlimRegeling.Regels;

namespace SlimRegeling.Dossiers.Teksten;

/// <summary>A term that the letter gives runs from the day after its sending, and ends no earlier than was said when it was asked.</summary>
internal static class Verzendtermijn
{
    /// <param name="code">Of the term in the rule version.</param>
    public static LocalDate Uiterlijk(Briefgeval geval, string code, LocalDate gezegd) =>
        LocalDate.Max(gezegd, Termijnen.Einde(geval.Versie, code, geval.Dag));
}
