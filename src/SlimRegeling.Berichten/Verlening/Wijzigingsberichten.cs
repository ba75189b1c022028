using NodaTime;

namespace SlimRegeling.Berichten.Verlening;

/// <summary>
/// The recipient asks for a change of the award (5.7 Kaderregeling). <c>Wijziging</c> is the number of the request, and of the decision on it. <c>Soort</c>:
/// <c>plan</c>, <c>begroting</c>, <c>uitstel</c>, <c>partij-treedt-uit</c> or <c>partij-treedt-toe</c>. Why stays with Verlening.
/// </summary>
public sealed record WijzigingGevraagdBericht(
    string Zaaknummer,
    string Wijziging,
    string KvkNummer,
    string Soort,
    LocalDate BeslissenUiterlijk,
    Instant Op
);

/// <summary>The recipient does not ask for that change any more.</summary>
public sealed record WijzigingIngetrokkenBericht(string Zaaknummer, string Wijziging, Instant Op);

/// <summary>
/// The recipient reminded us in writing that there is no decision on that change in time (4:17, third paragraph, Awb); that was received on
/// <c>OntvangenOp</c>. Not <c>Geldt</c>: that reminder is void. Who computes the penalty goes by the latest of a request.
/// </summary>
public sealed record WijzigingIngebrekestellingBericht(
    string Zaaknummer,
    string Wijziging,
    LocalDate OntvangenOp,
    bool Geldt,
    Instant Op,
    long? Versie = null
);

/// <summary>
/// The recipient is told, within the eight weeks until <c>BeslissenUiterlijk</c>, that it is decided on that change on <c>VerwachtOp</c> at the latest
/// (4:14, third paragraph, Awb). No law sets that term, so from then on it ends on that day, by which a penalty runs too.
/// </summary>
public sealed record WijzigingVertraagdBericht(
    string Zaaknummer,
    string Wijziging,
    string KvkNummer,
    string Regelversie,
    LocalDate BeslissenUiterlijk,
    LocalDate VerwachtOp,
    Instant Op
);

/// <summary>
/// The award as a whole, as a decision that restates it leaves it; amounts in euro, with the same names as in the award. <c>Versienummer</c>: the award as
/// it was first given is the first; absent where the decision does not count them.
/// </summary>
public sealed record Verleningsstand(
    decimal Bedrag,
    decimal SubsidiabeleKosten,
    decimal Voorschot,
    LocalDate PeriodeVan,
    LocalDate PeriodeTot,
    IReadOnlyList<string> Activiteiten,
    string? Aanvragertype = null,
    IReadOnlyDictionary<string, decimal>? Aandelen = null,
    IReadOnlyDictionary<string, decimal>? Partijen = null,
    int? Versienummer = null,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, decimal>>? Posten = null
);

/// <summary>
/// It was decided on a change that was asked on <c>GevraagdOp</c>. <c>Uitkomst</c>: <c>toegewezen</c> or <c>afgewezen</c>; <c>Grond</c> of the last. The
/// reasons are with Verlening, under <c>Motivering</c> and its <c>Hash</c>. Of what was granted what the award then is, as in
/// <see cref="VerleningAangepastBericht"/>, and <c>Nu</c> all of it.
/// </summary>
public sealed record WijzigingBeslotenBericht(
    string Zaaknummer,
    string Wijziging,
    string KvkNummer,
    string Regelversie,
    string Besluit,
    string Wijzigt,
    LocalDate Besluitdatum,
    LocalDate GevraagdOp,
    string Soort,
    string Uitkomst,
    Guid Motivering,
    string Hash,
    IReadOnlyList<string> Ondertekenaars,
    Instant Op,
    string? Grond = null,
    int? Versienummer = null,
    decimal? Bedrag = null,
    LocalDate? PeriodeTot = null,
    LocalDate? PeriodeTotWas = null,
    IReadOnlyDictionary<string, decimal>? Partijen = null,
    IReadOnlyDictionary<string, decimal>? PartijenWas = null,
    IReadOnlyDictionary<string, decimal>? Aandelen = null,
    IReadOnlyDictionary<string, decimal>? AandelenWas = null,
    string? Verantwoording = null,
    Verleningsstand? Nu = null
);

/// <summary>
/// An award was restated at the request of its recipient, its version <c>Versienummer</c> (the award as it was first given is the first): another last day,
/// other parties or another budget, never another amount. <c>Wijzigt</c> is the number of the award, of the day <c>VerleendOp</c>; <c>Besluit</c> that of the
/// decision. <c>Partijen</c> and <c>Aandelen</c>: as in the award; under the names with <c>Was</c> what they were. <c>Posten</c>: as in the award, without
/// the activities of which it is not known any more between which items the budget shifted.
/// </summary>
public sealed record VerleningAangepastBericht(
    string Zaaknummer,
    string Tijdvak,
    string KvkNummer,
    string Regelversie,
    string Besluit,
    string Wijzigt,
    LocalDate Besluitdatum,
    LocalDate VerleendOp,
    string Soort,
    int Versienummer,
    decimal Bedrag,
    decimal Voorschot,
    string Verantwoording,
    LocalDate PeriodeVan,
    LocalDate PeriodeTot,
    LocalDate PeriodeTotWas,
    IReadOnlyList<string> Activiteiten,
    IReadOnlyList<string> Ondertekenaars,
    Instant Op,
    IReadOnlyDictionary<string, decimal>? Partijen = null,
    IReadOnlyDictionary<string, decimal>? PartijenWas = null,
    IReadOnlyDictionary<string, decimal>? Aandelen = null,
    IReadOnlyDictionary<string, decimal>? AandelenWas = null,
    long? Versie = null,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, decimal>>? Posten = null
);

/// <summary>
/// The recipient asked for the settlement, so no second advance is given from here on. <c>Besluit</c>: the decision that gave one before, which may be
/// heard after this; absent when none did.
/// </summary>
public sealed record TweedeVoorschotGeslotenBericht(string Zaaknummer, Instant Op, string? Besluit = null);
