using NodaTime;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Aanvragen;

// Who works on an application, and who was told, or told us, that it takes too long. That an assessor took it stands with the application itself.

/// <summary>The assessor who had the case gave it back: nobody has it. A pseudonym.</summary>
[Naam("aanvraag-teruggegeven")]
public sealed record AanvraagTeruggegeven(string Beoordelaar, Instant Op) : Gebeurtenis;

/// <summary>
/// The applicant reminded us in writing, after the term to decide was over, that no decision was taken (4:17, third paragraph, Awb). Received on
/// <c>OntvangenOp</c>.
/// </summary>
[Naam("ingebrekestelling-ontvangen")]
public sealed record IngebrekestellingOntvangen(LocalDate OntvangenOp, Instant Op) : Gebeurtenis;

/// <summary>There is no such reminder (any more): it was typed in by mistake, or the applicant took it back. The reason is kept beside the stream.</summary>
[Naam("ingebrekestelling-vervallen")]
public sealed record IngebrekestellingVervallen(LocalDate OntvangenOp, Verwijzing Reden, Instant Op) : Gebeurtenis;

/// <summary>
/// The applicant is told that there is no decision by <c>BeslissenUiterlijk</c>, the last day by law, and that it can be expected on <c>VerwachtOp</c> at
/// the latest (4:14, first paragraph, Awb). <c>Door</c> is a pseudonym.
/// </summary>
[Naam("vertraging-medegedeeld")]
public sealed record VertragingMedegedeeld(
    string KvkNummer,
    string Regelversie,
    LocalDate BeslissenUiterlijk,
    LocalDate VerwachtOp,
    string Door,
    Instant Op
) : Gebeurtenis;
