using NodaTime;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Verlening.Wijzigen;

// That we were told, in writing, that the decision on a change takes too long. Wijziging is the number of the request.

/// <summary>
/// The recipient reminded us, after the term to decide was over, that there was no decision (4:17, third paragraph, Awb). Received on <c>OntvangenOp</c>;
/// <c>Door</c> is a pseudonym.
/// </summary>
[Naam("wijziging-ingebrekestelling-ontvangen")]
public sealed record WijzigingIngebreke(string Wijziging, LocalDate OntvangenOp, string Door, Instant Op) : Gebeurtenis;

/// <summary>There is no such reminder (any more): it was typed in by mistake, or was taken back. The reason is kept beside the stream.</summary>
[Naam("wijziging-ingebrekestelling-vervallen")]
public sealed record WijzigingIngebrekeVervallen(string Wijziging, LocalDate OntvangenOp, Verwijzing Reden, string Door, Instant Op)
    : Gebeurtenis;

/// <summary>
/// The recipient was told, within the eight weeks that ended on <c>BeslissenUiterlijk</c>, that the decision comes on <c>VerwachtOp</c> at the latest: that
/// is the term from then on (4:14, third paragraph, Awb). <c>Door</c> is a pseudonym.
/// </summary>
[Naam("wijziging-vertraging-medegedeeld")]
public sealed record WijzigingVertraagd(
    string Wijziging,
    string KvkNummer,
    string Regelversie,
    LocalDate BeslissenUiterlijk,
    LocalDate VerwachtOp,
    string Door,
    Instant Op
) : Gebeurtenis;
