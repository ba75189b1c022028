using NodaTime;

namespace SlimRegeling.Berichten.Dossiers;

/// <summary>A document of a case was examined and can be read; the hash is the SHA-256 of its content. It was received on <c>Op</c>.</summary>
public sealed record DocumentBeschikbaarBericht(
    string Zaaknummer,
    string KvkNummer,
    string Document,
    string Soort,
    string Hash,
    Instant Op
);

/// <summary>
/// A document that was received on <c>OntvangenOp</c> was refused when it was examined: it counts as missing until it is sent again.
/// <c>Uitleg</c> tells the sender what to do.
/// </summary>
public sealed record DocumentGeweigerdBericht(
    string Zaaknummer,
    string KvkNummer,
    string Document,
    string Soort,
    string Reden,
    string Uitleg,
    Instant OntvangenOp,
    Instant Op
);

/// <summary>
/// A letter was sent, which starts the objection term of its decision (AWB 3:41, 6:8). <c>Besluit</c> is null when it tells no decision.
/// <c>Ontvanger</c>: who beside the applicant it went to, <c>indiener</c> of an objection, or <c>partij-1</c> and on; absent when to the applicant.
/// </summary>
public sealed record BriefVerzondenBericht(
    string Zaaknummer,
    string Brief,
    string Soort,
    string? Besluit,
    LocalDate VerzondenOp,
    Instant Op,
    string? Ontvanger = null
);
