using NodaTime;

namespace SlimRegeling.Regels;

/// <summary>From the beginning of this day on it is so much, in euro, until a later one of the same list.</summary>
public sealed record Dagstand(LocalDate Vanaf, decimal Bedrag);

/// <summary>
/// What is owed for paying late (4:97, 4:98 Awb; 6:119 and 6:120 BW), day by day: on each day the rate of that day, over a year of 365 or 366 days, on what
/// was owed when it began. After each year of default what ran up in it and was not paid bears interest too (6:119, second paragraph, BW). The day of payment
/// itself does not count.
/// </summary>
/// <remarks>
/// Nothing is rounded here but the outcome in <see cref="Bedrag"/>: to the cent, half up, once over the whole time. So of a time in two parts the parts
/// together are <see cref="Over"/> exactly, and after rounding differ by at most a cent.
/// </remarks>
public static class WettelijkeRente
{
    /// <summary>Not rounded, in euro; zero where <paramref name="tot"/> is not after <paramref name="van"/>.</summary>
    /// <param name="verzuim">The first day of default: the day after the last one to pay.</param>
    /// <param name="hoofdsom">What was owed of the sum itself, by day, oldest first; nothing before the first.</param>
    /// <param name="betaald">What was paid of the interest so far, by day, oldest first.</param>
    /// <param name="van">From this day on.</param>
    /// <param name="tot">Up to this day: that of payment, or the first that is not counted yet.</param>
    /// <exception cref="ArgumentOutOfRangeException">A day of before the first rate.</exception>
    public static decimal Over(
        Regelversie versie,
        LocalDate verzuim,
        IReadOnlyList<Dagstand> hoofdsom,
        IReadOnlyList<Dagstand> betaald,
        LocalDate van,
        LocalDate tot
    )
    {
        var (opgelopen, bijgeschreven, uitkomst) = (0m, 0m, 0m);
        for (var dag = verzuim; dag < tot; dag = dag.PlusDays(1))
        {
            if (dag > verzuim && verzuim.PlusYears(dag.Year - verzuim.Year) == dag)
            {
                bijgeschreven = opgelopen;
            }
            var grondslag = Stand(hoofdsom, dag) + Math.Max(0, bijgeschreven - Stand(betaald, dag));
            var rente = grondslag * versie.Op(Parameters.WettelijkeRente, dag) / 100m / CalendarSystem.Iso.GetDaysInYear(dag.Year);
            opgelopen += rente;
            if (dag >= van)
            {
                uitkomst += rente;
            }
        }
        return uitkomst;
    }

    /// <summary>From the first day of default on, in euro and whole cents.</summary>
    /// <inheritdoc cref="Over"/>
    public static decimal Bedrag(
        Regelversie versie,
        LocalDate verzuim,
        IReadOnlyList<Dagstand> hoofdsom,
        IReadOnlyList<Dagstand> betaald,
        LocalDate tot
    ) => Getal.Centen(Over(versie, verzuim, hoofdsom, betaald, verzuim, tot));

    /// <summary>Less than this is not owed (4:98, second paragraph, Awb).</summary>
    public static decimal Drempel(Regelversie versie, LocalDate dag) => versie.Op(Parameters.RenteDrempel, dag);

    /// <summary>The same of what a government body owes itself.</summary>
    public static decimal DrempelBestuursorgaan(Regelversie versie, LocalDate dag) => versie.Op(Parameters.RenteDrempelBestuursorgaan, dag);

    /// <summary>What may be charged for a reminder of this day (4:113 Awb), in euro.</summary>
    /// <param name="schuld">What is owed when it is sent.</param>
    public static decimal Aanmaningsvergoeding(Regelversie versie, decimal schuld, LocalDate dag) =>
        versie.Op(
            schuld < versie.Op(Parameters.AanmaningGrens, dag) ? Parameters.AanmaningVergoedingLaag : Parameters.AanmaningVergoedingHoog,
            dag
        );

    private static decimal Stand(IReadOnlyList<Dagstand> standen, LocalDate dag)
    {
        for (var i = standen.Count - 1; i >= 0; i--)
        {
            if (standen[i].Vanaf <= dag)
            {
                return standen[i].Bedrag;
            }
        }
        return 0;
    }
}
