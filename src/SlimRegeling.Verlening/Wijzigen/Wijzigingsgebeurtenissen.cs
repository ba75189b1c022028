using NodaTime;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Verlening.Wijzigen;

// What happens to a change that the recipient asks, in the stream of the award. Wijziging is the number of the request, and of the decision on it.

/// <summary>
/// What is asked. <c>Soort</c> is one of <see cref="Regels.Wijzigingssoort"/>. <c>NieuwEinde</c>: the last day of the period from then on. <c>Partij</c>: KVK
/// number of who leaves or joins; <c>Partijen</c>: what each party would receive, in euro by KVK number, also where all stay and it is divided anew.
/// <c>Aandelen</c>: what each activity would weigh. <c>Posten</c>: of the activities that it tells them of what their items would be, in euro before the surcharge.
/// </summary>
public sealed record Wijzigingsvraag(
    string Soort,
    LocalDate? NieuwEinde = null,
    string? Partij = null,
    IReadOnlyDictionary<string, decimal>? Partijen = null,
    IReadOnlyDictionary<string, decimal>? Aandelen = null,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, decimal>>? Posten = null
);

/// <summary>The recipient asks for a change; why, and with which documents, is kept beside the stream.</summary>
[Naam("wijziging-gevraagd")]
public sealed record WijzigingGevraagd(
    string Wijziging,
    string KvkNummer,
    Wijzigingsvraag Vraag,
    Verwijzing Toelichting,
    LocalDate BeslissenUiterlijk,
    Instant Op,
    string Regelversie,
    string Regelhash
) : Gebeurtenis;

/// <summary>The recipient does not ask for it any more.</summary>
[Naam("wijziging-ingetrokken")]
public sealed record WijzigingIngetrokken(string Wijziging, Instant Op) : Gebeurtenis;

/// <summary>
/// It lies ready for a second person, who names the hash. <c>Uitkomst</c> is one of <see cref="Wijzigingsuitkomst"/>; <c>Grond</c>, of a refusal, one of
/// <see cref="Regels.Wijzigingsgrond"/>. The argument is kept beside the stream. <c>Toetreding</c>: where a party would leave, join or receive more;
/// absent of what was proposed before that was asked.
/// </summary>
[Naam("wijziging-voorgesteld")]
public sealed record WijzigingVoorgesteld(
    string Wijziging,
    string Voorstelhash,
    string Uitkomst,
    string? Grond,
    Verwijzing Argument,
    string Door,
    Instant Op,
    Toetreding? Toetreding = null
) : Gebeurtenis;

/// <summary>The second person did not sign; why is kept beside the stream.</summary>
[Naam("wijziging-teruggezonden")]
public sealed record WijzigingTeruggezonden(string Wijziging, string Voorstelhash, string Door, Verwijzing Reden, Instant Op) : Gebeurtenis;

/// <summary>
/// The decision on it, in the award <c>Verleningsbesluit</c>. When it is granted <c>Wordt</c> is the award as it stands from now on, its version <c>Versienummer</c>; what it was before is under
/// the names with <c>Was</c>. The amount never changes by it. <c>Bezwaar</c>: the objection on which it came in the place of the first decision.
/// </summary>
[Naam("wijziging-besloten")]
public sealed record WijzigingBesloten(
    string Wijziging,
    string KvkNummer,
    string Regelversie,
    string Besluit,
    string Verleningsbesluit,
    LocalDate Besluitdatum,
    LocalDate BeslissenUiterlijk,
    Wijzigingsvraag Vraag,
    LocalDate GevraagdOp,
    string Uitkomst,
    string? Grond,
    string Voorstelhash,
    Verwijzing Argument,
    IReadOnlyList<string> Ondertekenaars,
    string Regelhash,
    Instant Op,
    Verleend? Wordt = null,
    int? Versienummer = null,
    LocalDate? PeriodeTotWas = null,
    IReadOnlyDictionary<string, decimal>? PartijenWas = null,
    IReadOnlyDictionary<string, decimal>? AandelenWas = null,
    [property: LaterToegevoegd] string? Bezwaar = null,
    [property: LaterToegevoegd] IReadOnlyDictionary<string, IReadOnlyDictionary<string, decimal>>? PostenWas = null
) : Gebeurtenis;
