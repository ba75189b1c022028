using NodaTime;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Verlening.Bezwaren;

/// <summary>What is known of an appeal at the court against <c>Besluit</c>. The court, its number and what it says are kept beside the stream.</summary>
/// <param name="Stand">One of <see cref="Beroepstand"/>.</param>
/// <param name="Uitkomst">One of <see cref="Beroepsuitkomst"/>.</param>
[Naam("beroep-genoteerd")]
public sealed record BeroepGenoteerd(
    Betreft Betreft,
    string Besluit,
    string Stand,
    LocalDate Dag,
    string? Uitkomst,
    Verwijzing Toelichting,
    string Door,
    Instant Op
) : Gebeurtenis;
