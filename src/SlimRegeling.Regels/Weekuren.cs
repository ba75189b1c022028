using NodaTime;

namespace SlimRegeling.Regels;

/// <summary>How many hours of work a week holds for one person, over everything that is declared.</summary>
public static class Weekuren
{
    private const int Werkdagen = 5;

    /// <param name="maandag">The Monday of the week. One from before the version counts as its first day: a typing error is no fault of the rules.</param>
    /// <returns>The most hours of a week, less a fifth for each holiday from Monday to Friday.</returns>
    public static decimal Meeste(Regelversie versie, LocalDate maandag) =>
        versie.Op(Parameters.UrenPerWeek, LocalDate.Max(maandag, versie.Vanaf))
        * (Werkdagen - AantalFeestdagen(versie, maandag))
        / Werkdagen;

    /// <summary>Holidays from Monday to Friday.</summary>
    public static int AantalFeestdagen(Regelversie versie, LocalDate maandag) =>
        Enumerable.Range(0, Werkdagen).Count(i => Feestdagen.IsFeestdag(versie, maandag.PlusDays(i)));
}
