using NodaTime;

namespace SlimRegeling.Regels;

/// <summary>Where the minister's model is, on which a report has to be made (2.18, first paragraph; 2.24, fourth paragraph).</summary>
/// <param name="Vindplaats">Its address; or in words where it is found, while no address is known.</param>
/// <param name="Artikel">That asks to use it.</param>
public sealed record Verslagmodel(string Vindplaats, string Artikel)
{
    internal const string Eenheid = "vindplaats";

    public bool IsAdres => IsWebadres(Vindplaats);

    /// <summary>Null of a report that has no model.</summary>
    /// <param name="verslag">voortgangsverslag, or a code of what goes with a declaration.</param>
    /// <exception cref="ArgumentOutOfRangeException">A day before the first value.</exception>
    public static Verslagmodel? Van(Regelversie versie, string verslag, LocalDate dag) =>
        verslag switch
        {
            Termijncode.Voortgangsverslag => Lees(versie, Parameters.ModelVoortgangsverslag, dag),
            Bewijscode.Activiteitenverslag => Lees(versie, Parameters.ModelActiviteitenverslag, dag),
            Bewijscode.FinancieelVerslag => Lees(versie, Parameters.ModelFinancieelVerslag, dag),
            _ => null,
        };

    /// <summary>An address that a page can link to, or words.</summary>
    internal static bool IsVindplaats(string waarde) =>
        IsWebadres(waarde) || (!string.IsNullOrWhiteSpace(waarde) && !waarde.Contains("://", StringComparison.Ordinal));

    private static bool IsWebadres(string waarde) =>
        Uri.TryCreate(waarde, UriKind.Absolute, out var adres) && adres.Scheme == Uri.UriSchemeHttps;

    private static Verslagmodel Lees(Regelversie versie, Tekstsleutel sleutel, LocalDate dag) =>
        new(versie.Op(sleutel, dag), versie.Parameters[sleutel.Code].Artikel);
}
