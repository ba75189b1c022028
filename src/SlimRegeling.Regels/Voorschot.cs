using NodaTime;

namespace SlimRegeling.Regels;

/// <summary>Advances (article 2.18), in euro, rounded to cents, half up. A version without the percentage gives none.</summary>
public static class Voorschot
{
    // Article 2.18, first paragraph: the progress report is about the first twelve months.
    private const int EersteMaanden = 12;

    /// <summary>Whether the version gives an advance with the award to this type of applicant.</summary>
    public static bool Kent(Regelversie versie, string aanvragertype) => versie.Zoek(Percentage(aanvragertype)) > 0m;

    /// <summary>The last day of what the progress report is about.</summary>
    public static LocalDate EindeEersteMaanden(LocalDate periodeVan) => periodeVan.PlusMonths(EersteMaanden).PlusDays(-1);

    /// <summary>Payable with the award.</summary>
    /// <param name="subsidie">As granted.</param>
    public static decimal BijVerlening(Regelversie versie, string aanvragertype, decimal subsidie) =>
        Deel(versie, Percentage(aanvragertype), subsidie);

    /// <summary>Payable beside the first after the progress report of a partnership, when its initiative takes longer than what that
    /// report is about.</summary>
    /// <inheritdoc cref="BijVerlening"/>
    public static decimal NaVoortgang(Regelversie versie, decimal subsidie, int looptijdInMaanden) =>
        looptijdInMaanden > EersteMaanden ? Deel(versie, Parameters.VoorschotNaVoortgang, subsidie) : 0m;

    /// <summary>Of the advance with the award; a version may lack it.</summary>
    internal static Getalsleutel Percentage(string aanvragertype) =>
        aanvragertype switch
        {
            Aanvragertype.Samenwerkingsverband => Parameters.VoorschotSamenwerkingsverband,
            Aanvragertype.Grootbedrijf => Parameters.VoorschotGrootbedrijf,
            _ => Parameters.Voorschot,
        };

    private static decimal Deel(Regelversie versie, Getalsleutel percentage, decimal subsidie) =>
        Getal.Centen(subsidie * (versie.Zoek(percentage) ?? 0m) / 100m);
}
