using System.Text.Json.Serialization;
using NodaTime;

namespace SlimRegeling.Tijdvakken;

/// <summary>
/// What two people can change of a window; the ceiling in euro, and what of it is held back for objections: absent when nothing is.
/// </summary>
public sealed record Tijdvakinhoud(
    Instant Opent,
    Instant Sluit,
    Instant RegistratieVanaf,
    decimal Plafond,
    Overschrijding Overschrijding,
    decimal? Bezwaarreserve = null
)
{
    /// <summary>What is there for applications, in euro.</summary>
    [JsonIgnore]
    public decimal Verdeelbaar => Plafond - (Bezwaarreserve ?? 0);
}

public enum Volgorde
{
    /// <summary>By lot when the ceiling would be passed (2.10(1)).</summary>
    Loting,

    /// <summary>By moment of complete receipt (KR 2.3).</summary>
    Binnenkomst,
}

/// <summary>What happens to the first application that does not fit under the ceiling.</summary>
public enum Overschrijding
{
    /// <summary>It waits, and nobody passes it.</summary>
    Stoppen,

    /// <summary>It is refused, and the next is tried.</summary>
    Overslaan,

    /// <summary>It gets what is left, when that is more than nothing; then it stops.</summary>
    Gedeeltelijk,
}
