using SlimRegeling.Regels;

namespace SlimRegeling.Vaststelling.Declaraties;

/// <summary>
/// Orders to one supplier above the limit of the version: their price is that of the market by quotes or a tender (2.14, third paragraph). Not of an
/// external adviser, whose rate has a maximum instead (fourth paragraph).
/// </summary>
internal static class Offertes
{
    /// <summary>Under which the quotes, or the report of the tender, are sent.</summary>
    public const string Code = "offertes";

    public const string Titel = "de offertes die u vroeg en beoordeelde, of het verslag van de aanbesteding";

    public static string Artikel(Regelversie versie) => versie.Parameters[Parameters.OffertesBoven.Code].Artikel;

    /// <summary>The id of each line of a supplier that is above the limit, with what that supplier comes to in euro.</summary>
    public static IReadOnlyDictionary<string, decimal> Boven(Declaratie declaratie, Regelversie versie) =>
        declaratie
            .Regels.Where(r => r is { Soort: Kostensoort.Factuur, Adviseur: false } && !string.IsNullOrWhiteSpace(r.Leverancier))
            .GroupBy(r => r.Leverancier!.Trim().ToUpperInvariant())
            .Select(g => (Regels: g, Totaal: g.Sum(r => Regelbedrag.Gevraagd(versie, r))))
            .Where(g => g.Totaal > versie[Parameters.OffertesBoven])
            .SelectMany(g => g.Regels.Select(r => (r.Id, g.Totaal)))
            .DistinctBy(r => r.Id)
            .ToDictionary(r => r.Id, r => r.Totaal, StringComparer.Ordinal);

    public static bool Gegeven(Declaratie declaratie) => Declaratiecontrole.Gegeven(declaratie).Contains(Code);
}
