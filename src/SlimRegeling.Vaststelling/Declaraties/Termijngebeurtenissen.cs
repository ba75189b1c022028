using NodaTime;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Vaststelling.Declaraties;

// Who was told, or told us, that the settlement that was asked for takes too long.

/// <summary>
/// The recipient reminded us in writing, after the term to settle was over, that there was no settlement (4:17, third paragraph, Awb). Received on
/// <c>OntvangenOp</c>; <c>Door</c> is a pseudonym.
/// </summary>
[Naam("vaststelling-ingebrekestelling-ontvangen")]
public sealed record IngebrekestellingOntvangen(LocalDate OntvangenOp, string Door, Instant Op) : Gebeurtenis;

/// <summary>There is no such reminder (any more): it was typed in by mistake, or was taken back. The reason is kept beside the stream.</summary>
[Naam("vaststelling-ingebrekestelling-vervallen")]
public sealed record IngebrekestellingVervallen(LocalDate OntvangenOp, Verwijzing Reden, string Door, Instant Op) : Gebeurtenis;

/// <summary>
/// The recipient is told that there is no settlement by <c>BeslissenUiterlijk</c>, the last day by law, and that it can be expected on <c>VerwachtOp</c> at
/// the latest (4:14, first paragraph, Awb). <c>Door</c> is a pseudonym.
/// </summary>
[Naam("vaststelling-vertraging-medegedeeld")]
public sealed record VertragingMedegedeeld(
    string KvkNummer,
    string Regelversie,
    LocalDate BeslissenUiterlijk,
    LocalDate VerwachtOp,
    string Door,
    Instant Op
) : Gebeurtenis;
