using NodaTime;

namespace SlimRegeling.Regels;

/// <summary>Aid granted earlier to the enterprise or those linked to it. It counts on the day of granting, paid or not.</summary>
public sealed record Steun(decimal Bedrag, LocalDate VerleendOp);

/// <param name="Plafond">The ceiling of the enterprise's sector.</param>
/// <param name="Meegeteld">Aid granted on or after <paramref name="Vanaf"/>, up to and including the day of granting.</param>
/// <param name="Beschikbaar">What can still be granted; never below zero.</param>
/// <param name="Vanaf">First day of the period looked at.</param>
public sealed record DeMinimisruimte(decimal Plafond, decimal Meegeteld, decimal Beschikbaar, LocalDate Vanaf);

/// <summary>De-minimis room (article 3(2) of the regulation of the sector).</summary>
public static class DeMinimis
{
    /// <param name="steun">All other aid; aid outside the period may be among it.</param>
    /// <param name="dagVanVerlening">The day on which the new aid is granted.</param>
    public static DeMinimisruimte Ruimte(Regelversie versie, Onderneming onderneming, IEnumerable<Steun> steun, LocalDate dagVanVerlening)
    {
        var vanaf =
            versie.Op(Parameters.DeMinimisPeriode, dagVanVerlening) == DeMinimisperiode.DrieBelastingjaren
                ? new LocalDate(dagVanVerlening.Year - 2, 1, 1)
                : dagVanVerlening.PlusMonths(-36).PlusDays(1);
        var meegeteld = steun.Where(s => s.VerleendOp >= vanaf && s.VerleendOp <= dagVanVerlening).Sum(s => s.Bedrag);
        var plafond = versie.Op(Plafond(versie, onderneming), dagVanVerlening);
        return new(plafond, meegeteld, Math.Max(0m, plafond - meegeteld), vanaf);
    }

    private static Getalsleutel Plafond(Regelversie versie, Onderneming onderneming) =>
        Sector.IsLandbouw(versie, onderneming) ? Parameters.DeMinimisLandbouw
        : Sector.IsVisserij(versie, onderneming) ? Parameters.DeMinimisVisserij
        : Parameters.DeMinimisAlgemeen;
}
