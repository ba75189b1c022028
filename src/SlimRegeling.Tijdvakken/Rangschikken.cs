using NodaTime;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Tijdvakken;

/// <summary>From an order to who is within the ceiling: budget goes in rank order and stops at the first that does not fit.</summary>
internal static class Rangschikken
{
    /// <param name="volgorde">Case numbers of the complete applications in their order; completed ones follow behind by moment (2.10(3)).</param>
    public static Gerangschikt Op(
        LijstVastgelegd lijst,
        IReadOnlyList<string> volgorde,
        decimal plafond,
        string? zaad,
        string? bron,
        Instant nu
    )
    {
        string[] allen = [.. volgorde, .. lijst.Aangevuld.Select(d => d.Zaaknummer)];
        var bedragen = Bedragen(lijst);
        var som = 0m;
        var binnen = allen.TakeWhile(zaaknummer => (som += bedragen[zaaknummer]) <= plafond).Count();
        return new Gerangschikt(allen, binnen, zaad, bron, nu);
    }

    /// <summary>The applications for which budget is reserved by these events.</summary>
    public static IEnumerable<Deelname> BinnenPlafond(Tijdvak tijdvak, IReadOnlyList<Gebeurtenis> gebeurtenissen)
    {
        var lijst = gebeurtenissen.OfType<LijstVastgelegd>().SingleOrDefault() ?? tijdvak.Lijst;
        var rangorde = gebeurtenissen.OfType<Gerangschikt>().SingleOrDefault();
        if (lijst is null || rangorde is null)
        {
            return [];
        }
        var bedragen = Bedragen(lijst);
        return rangorde.Zaaknummers.Take(rangorde.BinnenPlafond).Select(zaaknummer => new Deelname(zaaknummer, bedragen[zaaknummer]));
    }

    private static Dictionary<string, decimal> Bedragen(LijstVastgelegd lijst) =>
        lijst.Volledig.Concat(lijst.Aangevuld).ToDictionary(d => d.Zaaknummer, d => d.Gevraagd);
}
