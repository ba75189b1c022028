using NodaTime;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Verlening;

/// <summary>
/// The answer to Tijdvakken when it asks budget back. It is given once for each time that it asks, also when later word of the reservation was heard
/// before: whoever signs after it signs on what was heard, never on what was given back. Once awarded nothing is given back; the award says so.
/// </summary>
internal static class Teruggave
{
    /// <param name="terug">Euro; null when nothing is asked back.</param>
    public static IReadOnlyList<Gebeurtenis> Van(string tijdvak, decimal? terug, Instant op) =>
        terug is { } bedrag ? [new BudgetTeruggegeven(tijdvak, bedrag, op)] : [];
}
