using System.Text.Json.Serialization;
using NodaTime;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Aanvragen;

/// <summary>
/// The application was received (2.8). <c>Gevraagd</c> is the subsidy that the rules of the window compute for it; <c>Inhoud</c> points to
/// the form as it was sent. <c>Regelhash</c> says by which state of the rules; here and below absent in what was decided before it was kept.
/// <c>Partijen</c>: KVK numbers of whoever may ask once in the window (2.8, fourth paragraph); <c>Verbonden</c>: of the enterprises that they
/// declared to be linked to, <c>VerbondenPerPartij</c>: of a partnership which party to which. <c>Ontbreekt</c>: codes of the documents that were
/// missing at receipt, absent when none were; until it is completed or found complete it has no place in the order (2.10, third paragraph; KR 2.3).
/// <c>Binnengekomen</c>: the moment at the door, when the horizon had passed that and <c>Op</c> lies just after it; absent when they are one.
/// </summary>
[Naam("aanvraag-ingediend")]
public sealed record AanvraagIngediend(
    string Tijdvak,
    string KvkNummer,
    string Aanvragertype,
    string Regelversie,
    decimal Gevraagd,
    IReadOnlyList<string> Activiteiten,
    Verwijzing Inhoud,
    Instant Op,
    [property: LaterToegevoegd] string? Regelhash = null,
    [property: LaterToegevoegd] IReadOnlyList<string>? Partijen = null,
    [property: LaterToegevoegd] IReadOnlyList<string>? Verbonden = null,
    [property: LaterToegevoegd] IReadOnlyList<string>? Ontbreekt = null,
    [property: LaterToegevoegd] IReadOnlyDictionary<string, IReadOnlyList<string>>? VerbondenPerPartij = null,
    [property: LaterToegevoegd] Instant? Binnengekomen = null
) : Gebeurtenis
{
    /// <summary>Whoever may ask once; of an application from before it was kept the applicant.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Gebonden => Partijen ?? [KvkNummer];

    /// <summary>Those and the applicant: whose awards count for the application.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Betrokken => [.. Gebonden.Append(KvkNummer).Distinct()];
}

/// <summary>The application is complete; it counts from <c>VolledigOntvangenOp</c> (2.10).</summary>
[Naam("aanvraag-volledig")]
public sealed record AanvraagVolledig(string Tijdvak, bool Aangevuld, Instant VolledigOntvangenOp, Instant Op) : Gebeurtenis;

/// <summary><c>BijBesluit</c>: it was withdrawn after the assessment, at Verlening, which keeps the reason.</summary>
[Naam("aanvraag-ingetrokken")]
public sealed record AanvraagIngetrokken(string Tijdvak, Verwijzing? Reden, Instant Op, [property: LaterToegevoegd] bool? BijBesluit = null)
    : Gebeurtenis;

/// <summary>
/// A person decided not to handle the application (AWB 4:5; 2.8, fourth paragraph). <c>Grond</c> is one of <see cref="BuitenBehandeling.Vervalgrond"/>;
/// <c>MededelenUiterlijk</c> the last day to tell the applicant; <c>Eerdere</c> the case that goes before it. Pseudonyms signed.
/// <c>Brief</c>: hash of the template with which its letter was read before it was signed; absent when nobody read it.
/// </summary>
[Naam("buiten-behandeling-gesteld")]
public sealed record BuitenBehandelingGesteld(
    string Tijdvak,
    string KvkNummer,
    string Regelversie,
    string Regelhash,
    string Besluit,
    LocalDate Besluitdatum,
    string Grond,
    LocalDate MededelenUiterlijk,
    IReadOnlyList<string> Ontbreekt,
    LocalDate? AanvullenUiterlijk,
    Instant? AangevuldOp,
    string? Eerdere,
    IReadOnlyList<string> Ondertekenaars,
    Instant Op,
    [property: LaterToegevoegd] string? Brief = null
) : Gebeurtenis;

/// <summary>
/// The applicant told that something changed; <c>Inhoud</c> points to what they wrote. It changes nothing by itself. <c>Soort</c>: what will not, late or
/// partly be done (5.7 Kaderregeling), one of <see cref="Meldingsoort"/>; absent of anything else.
/// </summary>
[Naam("wijziging-gemeld")]
public sealed record WijzigingGemeld(
    string Tijdvak,
    string KvkNummer,
    Verwijzing Inhoud,
    Instant Op,
    [property: LaterToegevoegd] string? Soort = null,
    [property: LaterToegevoegd] IReadOnlyList<string>? Activiteiten = null
) : Gebeurtenis;

/// <summary>An employee (<c>Door</c>, a pseudonym) read what the applicant told: the first <c>Aantal</c> of it.</summary>
[Naam("meldingen-gezien")]
public sealed record MeldingenGezien(string KvkNummer, int Aantal, string Door, Instant Op) : Gebeurtenis;

/// <summary>An assessor took the case; a pseudonym.</summary>
[Naam("aanvraag-toegewezen")]
public sealed record AanvraagToegewezen(string Beoordelaar, Instant Op) : Gebeurtenis;

/// <summary>
/// The grounds of 2.12 were judged and the amounts computed. <c>Gronden</c> are those that stand in the way; <c>Scans</c> are the hashes of
/// the scan reports whose evidence was shown; <c>Aandelen</c> what each activity weighs in the subsidy, in euro before the maximum; <c>Inhoud</c> points to judgments, arguments and computation;
/// <c>Ontvangen</c> is when the application was received, absent in assessments from before it was kept. <c>Partijen</c> is what each party of
/// a partnership receives, in euro by KVK number; <c>Gedeeltelijk</c> is true when the ceiling left room for part of it (2.12, under i).
/// From <c>OpgeschortVan</c> up to and including <c>OpgeschortTot</c> the term to decide stood still (AWB 4:15). <c>Posten</c>: the budget that counts, of
/// each activity by item, in euro before the surcharge.
/// </summary>
[Naam("aanvraag-beoordeeld")]
public sealed record AanvraagBeoordeeld(
    string Tijdvak,
    string KvkNummer,
    string Aanvragertype,
    string Regelversie,
    string Regelhash,
    Voorstel Voorstel,
    IReadOnlyList<string> Gronden,
    IReadOnlyList<string> Activiteiten,
    IReadOnlyDictionary<string, decimal> Aandelen,
    decimal SubsidiabeleKosten,
    decimal Subsidie,
    decimal Voorschot,
    string Beoordelaar,
    IReadOnlyList<string> Scans,
    Verwijzing Inhoud,
    Instant TijdvakSluit,
    Instant Op,
    [property: LaterToegevoegd] Instant? Ontvangen = null,
    [property: LaterToegevoegd] IReadOnlyDictionary<string, decimal>? Partijen = null,
    [property: LaterToegevoegd] bool? Gedeeltelijk = null,
    [property: LaterToegevoegd] LocalDate? OpgeschortVan = null,
    [property: LaterToegevoegd] LocalDate? OpgeschortTot = null,
    [property: LaterToegevoegd] IReadOnlyDictionary<string, IReadOnlyDictionary<string, decimal>>? Posten = null
) : Gebeurtenis;
