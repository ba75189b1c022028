using NodaTime;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Verlening.Bezwaren;

// That the decision on an objection takes too long, in the words of who objects.

/// <summary>
/// The objector reminded us in writing, after the term to decide was over, that no decision was taken (4:17, third paragraph, with 7:14 Awb). Received
/// on <c>OntvangenOp</c>.
/// </summary>
[Naam("bezwaar-ingebrekestelling-ontvangen")]
public sealed record IngebrekestellingOntvangen(LocalDate OntvangenOp, string Door, Instant Op) : Gebeurtenis;

/// <summary>There is no such reminder (any more): it was typed in by mistake, or the objector took it back. The reason is kept beside the stream.</summary>
[Naam("bezwaar-ingebrekestelling-vervallen")]
public sealed record IngebrekestellingVervallen(LocalDate OntvangenOp, Verwijzing Reden, string Door, Instant Op) : Gebeurtenis;
