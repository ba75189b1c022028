using NodaTime;

namespace SlimRegeling.Regels;

/// <summary>Aid granted earlier to the enterprise or those linked to it. It counts on the day of granting, paid or not.</summary>
public sealed record Steun(decimal Bedrag, LocalDate VerleendOp)
{
    /// <summary>Whose aid it is; null: of the applicant, in a partnership the hoofdaanvrager.</summary>
    public string? KvkNummer { get; init; }
}

/// <param name="Plafond">The ceiling of the enterprise's sector.</param>
/// <param name="Meegeteld">Aid granted on or after <paramref name="Vanaf"/>, up to and including the day of granting.</param>
/// <param name="Beschikbaar">What can still be granted; never below zero.</param>
/// <param name="Vanaf">First day of the period looked at.</param>
public sealed record DeMinimisruimte(decimal Plafond, decimal Meegeteld, decimal Beschikbaar, LocalDate Vanaf)
{
    /// <summary>What can still be granted after this amount, in euro; never below zero.</summary>
    public decimal Na(decimal bedrag) => Math.Max(0m, Beschikbaar - bedrag);
}

/// <summary>De-minimis room (article 3(2) of the regulation of the sector). It follows the day of granting, not the window.</summary>
public static class DeMinimis
{
    /// <param name="steun">All other aid of the enterprise and those linked to it; aid outside the period may be among it.</param>
    /// <param name="dagVanVerlening">The day on which the new aid is granted.</param>
    public static DeMinimisruimte Ruimte(Regelversie versie, Onderneming onderneming, IEnumerable<Steun> steun, LocalDate dagVanVerlening)
    {
        var vanaf = Vanaf(versie, dagVanVerlening);
        var meegeteld = Som(steun, vanaf, dagVanVerlening);
        var plafond = versie.Op(Plafond(versie, onderneming), dagVanVerlening);
        return new(plafond, meegeteld, Math.Max(0m, plafond - meegeteld), vanaf);
    }

    /// <summary>All aid that is known: our own awards each on its own day, and what was declared beside them on the day of the
    /// declaration, for it has no other.</summary>
    /// <param name="verklaard">The total of the declaration, in euro, our own awards of its period among it.</param>
    /// <param name="eigen">Our own awards, also those granted since the declaration.</param>
    public static IReadOnlyList<Steun> Bekend(Regelversie versie, decimal verklaard, LocalDate verklaardOp, IReadOnlyList<Steun> eigen)
    {
        var andere = verklaard - Som(eigen, Vanaf(versie, verklaardOp), verklaardOp);
        return andere > 0m ? [.. eigen, new Steun(andere, verklaardOp)] : eigen;
    }

    /// <summary>The first day of the period that ends on this day. It is counted backwards, so no day off moves it (article 1(2)
    /// Algemene termijnenwet).</summary>
    private static LocalDate Vanaf(Regelversie versie, LocalDate dag) =>
        versie.Op(Parameters.DeMinimisPeriode, dag) == DeMinimisperiode.DrieBelastingjaren
            ? new LocalDate(dag.Year - 2, 1, 1)
            : dag.PlusMonths(-36).PlusDays(1);

    private static decimal Som(IEnumerable<Steun> steun, LocalDate vanaf, LocalDate totEnMet)
    {
        var som = 0m;
        foreach (var deel in steun)
            if (deel.VerleendOp >= vanaf && deel.VerleendOp <= totEnMet)
                som += deel.Bedrag;
        return som;
    }

    private static Getalsleutel Plafond(Regelversie versie, Onderneming onderneming) =>
        Sector.IsLandbouw(versie, onderneming) ? Parameters.DeMinimisLandbouw
        : Sector.IsVisserij(versie, onderneming) ? Parameters.DeMinimisVisserij
        : Sector.IsWegvervoer(versie, onderneming) ? Parameters.DeMinimisWegvervoer
        : Parameters.DeMinimisAlgemeen;
}
