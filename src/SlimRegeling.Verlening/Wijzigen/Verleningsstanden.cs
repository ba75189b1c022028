using SlimRegeling.Berichten.Verlening;

namespace SlimRegeling.Verlening.Wijzigen;

/// <summary>The award as a whole, for the letter of a decision that restates it.</summary>
internal static class Verleningsstanden
{
    /// <summary>Null when nothing is left of it.</summary>
    public static Verleningsstand? Van(Verleend? verleend, int? versienummer) =>
        verleend is { Bedrag: > 0 }
            ? new(
                verleend.Bedrag,
                verleend.SubsidiabeleKosten,
                verleend.Voorschot,
                verleend.PeriodeVan,
                verleend.PeriodeTot,
                verleend.Activiteiten,
                verleend.Aanvragertype,
                verleend.Aandelen,
                verleend.Partijen,
                versienummer,
                verleend.Posten
            )
            : null;
}
