using NodaTime;

namespace SlimRegeling.Regels;

/// <summary>
/// What the budget of a calendar year allows for the scheme, in euro: to promise, and to pay (2.13 Comptabiliteitswet 2016). It follows the year and not the
/// window. Null: that is not known.
/// </summary>
public sealed record Jaarbegroting(decimal? Verplichtingen, decimal? Kas)
{
    private const int December = 12;
    private const int LaatsteDag = 31;

    /// <summary>With every supplementary budget of the year.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A year before 2000.</exception>
    public static Jaarbegroting Van(Regelversie versie, int jaar)
    {
        var dag = new LocalDate(jaar, December, LaatsteDag);
        return new(Bekend(versie.Op(Parameters.BegrotingVerplichtingen, dag)), Bekend(versie.Op(Parameters.BegrotingKas, dag)));
    }

    private static decimal? Bekend(decimal bedrag) => bedrag == 0m ? null : bedrag;
}
