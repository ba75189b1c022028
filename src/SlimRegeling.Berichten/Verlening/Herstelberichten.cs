using NodaTime;

namespace SlimRegeling.Berichten.Verlening;

/// <summary>
/// There is a mistake in what a decision decided: the application is to be assessed again before it can be mended. <c>Herstel</c> is the number of the
/// proposal, and of the decision that comes of it; <c>Herstelt</c> that of the decision with the mistake.
/// </summary>
public sealed record HerstelVoorgesteldBericht(string Zaaknummer, string Herstel, string Herstelt, Instant Op);

/// <summary>That proposal was sent back: nothing is assessed again for it, and what was set apart for it is free. The reason stays with Verlening.</summary>
public sealed record HerstelTeruggezondenBericht(string Zaaknummer, string Herstel, Instant Op, long? Versie = null);

/// <summary>
/// A decision was taken in the place of <c>Herstelt</c>, of the day <c>HersteltVan</c>, because there is a mistake in that. <c>Soort</c>: what it
/// decides, <c>verlening</c>, <c>afwijzing</c> or <c>buiten-behandeling</c>. What was wrong is with Verlening, under <c>Motivering</c> and its
/// <c>Hash</c>. <c>Gevolg</c>: <c>verlenen</c> (an award, where there was none), <c>wijzigen</c> (a higher one) or <c>afwijzen</c> (a refusal on its
/// merits, with <c>Gronden</c>, of what was not handled); absent when only the text is mended. Of a decision that gives subsidy what the award then
/// is, in euro; <c>Was</c>: what it was before. <c>Brief</c>: hash of the template with which its letter was read before it was signed; absent when nobody
/// read it.
/// </summary>
public sealed record HerstelbesluitGenomenBericht(
    string Zaaknummer,
    string KvkNummer,
    string Regelversie,
    string Besluit,
    string Herstelt,
    LocalDate HersteltVan,
    string Soort,
    LocalDate Besluitdatum,
    Guid Motivering,
    string Hash,
    IReadOnlyList<string> Ondertekenaars,
    Instant Op,
    string? Gevolg = null,
    IReadOnlyList<string>? Gronden = null,
    string? Tijdvak = null,
    string? Aanvragertype = null,
    decimal? SubsidiabeleKosten = null,
    decimal? Bedrag = null,
    decimal? Was = null,
    decimal? Voorschot = null,
    LocalDate? PeriodeVan = null,
    LocalDate? PeriodeTot = null,
    string? Verantwoording = null,
    IReadOnlyList<string>? Activiteiten = null,
    IReadOnlyDictionary<string, decimal>? Partijen = null,
    long? Versie = null,
    string? Brief = null,
    Verleningsstand? Nu = null
);
