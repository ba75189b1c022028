using NodaTime;

namespace SlimRegeling.Berichten.Verlening;

/// <summary>A subsidy was granted (2.11, KR 4.2). <c>Ondertekenaars</c>: pseudonyms of who prepared and who signed. <c>Verantwoording</c>: <c>ambtshalve</c> or <c>aanvraag</c>. <c>Aandelen</c>: as in the assessment. <c>Aanvragertype</c>: absent in what was said before other types than an mkb-onderneming were awarded. <c>Partijen</c>: what each party of a partnership receives, in euro by KVK number. <c>Gedeeltelijk</c>: the ceiling left room for part of what was asked (2.12, under i). <c>Bezwaar</c>: the objection on which it was granted, or the decision that mends a mistake by it; then the letter on that tells it. <c>Brief</c>, here and below: hash of the template with which the letter was read before it was signed; absent when nobody read it. <c>Posten</c>: as in the assessment; absent in what was said before they were told.</summary>
public sealed record SubsidieVerleendBericht(
    string Zaaknummer,
    string Tijdvak,
    string KvkNummer,
    string Regelversie,
    string Besluit,
    LocalDate Besluitdatum,
    decimal SubsidiabeleKosten,
    decimal Bedrag,
    decimal Voorschot,
    LocalDate PeriodeVan,
    LocalDate PeriodeTot,
    string Verantwoording,
    IReadOnlyList<string> Activiteiten,
    IReadOnlyList<string> Ondertekenaars,
    Instant Op,
    IReadOnlyDictionary<string, decimal>? Aandelen = null,
    string? Aanvragertype = null,
    IReadOnlyDictionary<string, decimal>? Partijen = null,
    bool? Gedeeltelijk = null,
    string? Bezwaar = null,
    string? Brief = null,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, decimal>>? Posten = null,
    long? Versie = null
);

/// <summary>
/// An application was refused; <c>Gronden</c> are the codes of the rule version. <c>Volgorde</c> is that of the window (<c>loting</c> or
/// <c>binnenkomst</c>), when the ceiling left nothing; absent otherwise. <c>Bezwaar</c>: the objection on which it was decided, against not
/// handling the application, or the decision that mends a mistake by it; then the letter on that tells it.
/// </summary>
public sealed record AanvraagAfgewezenBericht(
    string Zaaknummer,
    string Tijdvak,
    string KvkNummer,
    string Regelversie,
    string Besluit,
    LocalDate Besluitdatum,
    IReadOnlyList<string> Gronden,
    IReadOnlyList<string> Ondertekenaars,
    Instant Op,
    string? Volgorde = null,
    string? Bezwaar = null,
    string? Brief = null
);

/// <summary>
/// An advance is payable by a signed decision (2.18). <c>NaVoortgang</c>: beside that of the award, after the progress report of a partnership; then
/// <c>Totaal</c> is both together, in euro, and <c>Regelversie</c> that of the award.
/// </summary>
public sealed record VoorschotToegekendBericht(
    string Zaaknummer,
    string KvkNummer,
    string Besluit,
    decimal Bedrag,
    IReadOnlyList<string> Ondertekenaars,
    Instant Op,
    bool? NaVoortgang = null,
    decimal? Totaal = null,
    string? Regelversie = null
);

/// <summary>The objection term of a decision runs: the day after sending up to and including the last day (AWB 6:7, 6:8).</summary>
public sealed record BezwaartermijnGestartBericht(string Zaaknummer, string Besluit, LocalDate Van, LocalDate TotEnMet, Instant Op);

/// <summary>
/// The second person did not sign; the assessor judges again. The reason stays with Verlening. <c>BeoordeeldOp</c> says which assessment it was;
/// absent in what was said before it was told.
/// </summary>
public sealed record VoorstelTeruggezondenBericht(
    string Zaaknummer,
    string Tijdvak,
    string Voorstelhash,
    Instant Op,
    Instant? BeoordeeldOp = null
);

/// <summary>
/// Budget that was asked back was not awarded and cannot be any more: Tijdvakken may give it to another. <c>Bedrag</c> is the <c>Terug</c> of the
/// message that asked, in euro.
/// </summary>
public sealed record BudgetTeruggegevenBericht(string Zaaknummer, string Tijdvak, decimal Bedrag, Instant Op);

/// <summary>
/// The applicant withdrew what was assessed, before a decision on it was signed: there is nothing left to decide. The reason stays with Verlening.
/// </summary>
public sealed record AanvraagIngetrokkenBericht(string Zaaknummer, string Tijdvak, string KvkNummer, Instant Op);
