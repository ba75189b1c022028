using NodaTime;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Verlening.Bezwaren;

// What an objection does to a case, in the stream of the award, and the mending of a mistake with it: Bezwaar is the number of either.

/// <summary>The application was assessed again, for this objection.</summary>
[Naam("herbeoordeling-ontvangen")]
public sealed record HerbeoordelingOntvangen(string Bezwaar, Voorstel Voorstel) : Gebeurtenis;

/// <summary>
/// A decision on objection, or one that mends, made another award of it: <c>Wordt</c>, under the number that it has. <c>Besluit</c> is that of the decision, <c>Was</c> what
/// was awarded before, in euro. <c>Intrekking</c>: the withdrawal that it revokes, wholly, or in part when <c>Blijft</c> says what that leaves from now on;
/// absent when it revokes none. Then <c>Vaststelling</c> is the settlement that stands again, when none comes in its place.
/// </summary>
[Naam("verlening-gewijzigd")]
public sealed record VerleningGewijzigd(
    Verleend Wordt,
    string Bezwaar,
    string Besluit,
    LocalDate Besluitdatum,
    decimal Was,
    IReadOnlyList<string> Ondertekenaars,
    Instant Op,
    string Regelhash,
    IReadOnlyDictionary<string, decimal>? PartijenWas = null,
    [property: LaterToegevoegd] string? Intrekking = null,
    [property: LaterToegevoegd] decimal? Blijft = null,
    [property: LaterToegevoegd] string? Vaststelling = null
) : Gebeurtenis;
