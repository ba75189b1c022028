using NodaTime;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Aanvragen;

// What happens to an application that is not complete (AWB 4:5).

/// <summary>
/// Documents are missing; they may be sent up to and including <c>Uiterlijk</c> (AWB 4:5), when the request is sent on the day itself. Until they
/// come the application has no place in the order. Codes of the rule version; <c>GevraagdDoor</c> is a pseudonym. What was asked before window and
/// applicant were kept, was told to nobody. <c>Toelichting</c> points to what was written about each document; absent when nothing was.
/// </summary>
[Naam("aanvulling-gevraagd")]
public sealed record AanvullingGevraagd(
    IReadOnlyList<string> Ontbreekt,
    LocalDate Uiterlijk,
    Instant Op,
    [property: LaterToegevoegd] string? Regelversie = null,
    [property: LaterToegevoegd] string? Regelhash = null,
    [property: LaterToegevoegd] string? GevraagdDoor = null,
    [property: LaterToegevoegd] string? Tijdvak = null,
    [property: LaterToegevoegd] string? KvkNummer = null,
    [property: LaterToegevoegd] Verwijzing? Toelichting = null
) : Gebeurtenis;

/// <summary>
/// What was missing came in, or an assessor handles the application without it; it counts from <c>Op</c> (2.10). <c>Inhoud</c> points to the form
/// as it stands from now on, <c>Gevraagd</c> is the subsidy that the rules compute for it, in euro. <c>Verklaard</c>: KVK numbers of those whose
/// de-minimis declaration came, or changed, with it; it counts from this day. <c>Binnengekomen</c>: as of an application that is received.
/// <c>VerbondenPerPartij</c>: to which enterprises who is linked, by KVK number, as far as that was first told with the completion.
/// </summary>
[Naam("aanvraag-aangevuld")]
public sealed record AanvraagAangevuld(
    string Tijdvak,
    string Regelversie,
    string Regelhash,
    decimal Gevraagd,
    IReadOnlyList<string> Activiteiten,
    Verwijzing Inhoud,
    Verwijzing? Toelichting,
    Instant Op,
    [property: LaterToegevoegd] IReadOnlyList<string>? Verklaard = null,
    [property: LaterToegevoegd] Instant? Binnengekomen = null,
    [property: LaterToegevoegd] IReadOnlyDictionary<string, IReadOnlyList<string>>? VerbondenPerPartij = null
) : Gebeurtenis;

/// <summary>What came in does not make the application complete; nobody may ask again (AWB 4:5). Codes of the rule version.</summary>
[Naam("aanvulling-onvoldoende")]
public sealed record AanvullingOnvoldoende(
    IReadOnlyList<string> Ontbreekt,
    string BeoordeeldDoor,
    string Regelversie,
    string Regelhash,
    Instant Op
) : Gebeurtenis;

/// <summary>The applicant was reminded that it can be completed up to and including <c>Dag</c>.</summary>
[Naam("aanvulling-herinnerd")]
public sealed record AanvullingHerinnerd(string KvkNummer, LocalDate Dag, Instant Op) : Gebeurtenis;
