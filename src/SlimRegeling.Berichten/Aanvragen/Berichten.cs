using NodaTime;

namespace SlimRegeling.Berichten.Aanvragen;

/// <summary>
/// An application was received (2.8). <c>Gevraagd</c> is the subsidy that the rules compute for it, in euro; <c>Op</c> is the moment of receipt: that
/// at the door, or just after the horizon when that had passed it. Then <c>Binnengekomen</c> is the moment at the door, by which those of one moment
/// stand in order; absent when they are one. <c>Partijen</c>: KVK numbers of whoever may ask once in a window (2.8, fourth paragraph): the applicant, or the mkb-ondernemingen of a
/// partnership; <c>Verbonden</c>: KVK numbers of the enterprises that they declared to be linked to, <c>VerbondenPerPartij</c>: of a partnership which
/// party to which. <c>Ontbreekt</c>: codes of documents that were missing at receipt, absent when none were: until it is completed or found complete
/// the application has no place in the order (2.10, third paragraph; KR 2.3). Absent in what was said before they were told.
/// </summary>
public sealed record AanvraagIngediendBericht(
    string Zaaknummer,
    string Tijdvak,
    string KvkNummer,
    string Regelversie,
    decimal Gevraagd,
    Instant Op,
    string? Aanvragertype = null,
    IReadOnlyList<string>? Partijen = null,
    IReadOnlyList<string>? Verbonden = null,
    IReadOnlyList<string>? Ontbreekt = null,
    IReadOnlyDictionary<string, IReadOnlyList<string>>? VerbondenPerPartij = null,
    Instant? Binnengekomen = null
);

/// <summary>
/// The application was found incomplete (AWB 4:5): it may be completed up to and including <c>Uiterlijk</c>, when the request is sent on this day,
/// and has no place in the order until it is (2.10, third paragraph; KR 2.3). <c>Ontbreekt</c> are codes of documents of the rule version. What was
/// written to the applicant about them is with Aanvragen, under its hash <c>Toelichtinghash</c>; absent when nothing was.
/// </summary>
public sealed record AanvullingGevraagdBericht(
    string Zaaknummer,
    string Tijdvak,
    string KvkNummer,
    IReadOnlyList<string> Ontbreekt,
    LocalDate Uiterlijk,
    Instant Op,
    string? Toelichtinghash = null
);

/// <summary>The last day <c>Dag</c> to complete an application comes near (4:5 Awb), and it was not completed. Said once.</summary>
public sealed record AanvullingstermijnNadertBericht(string Zaaknummer, string KvkNummer, LocalDate Dag, Instant Op);

/// <summary>
/// The request was sent on <c>VerzondenOp</c>; from the day after it the applicant may complete, up to and including <c>Uiterlijk</c>, and the term
/// to decide stands still (AWB 4:5, 4:15).
/// </summary>
public sealed record HersteltermijnGestartBericht(
    string Zaaknummer,
    string Tijdvak,
    LocalDate VerzondenOp,
    LocalDate Uiterlijk,
    Instant Op
);

/// <summary>
/// What was missing came in; the application counts from <c>Op</c>, as <c>Binnengekomen</c> the moment of receipt of an application.
/// <c>Gevraagd</c> as computed anew, in euro. <c>VerbondenPerPartij</c>: to which enterprises who is linked, by KVK number, as far as that was first
/// told with the completion. Absent in what was said before they were told.
/// </summary>
public sealed record AanvraagAangevuldBericht(
    string Zaaknummer,
    string Tijdvak,
    decimal Gevraagd,
    Instant Op,
    Instant? Binnengekomen = null,
    IReadOnlyDictionary<string, IReadOnlyList<string>>? VerbondenPerPartij = null
);

/// <summary>
/// A person decided that the application is not handled (AWB 4:5; 2.8, fourth paragraph). <c>Grond</c> is <c>niet-aangevuld</c> or
/// <c>dubbele-aanvraag</c>; <c>Ondertekenaars</c> are pseudonyms. <c>Ontbreekt</c>: codes of documents that are still missing, which could come up
/// to and including <c>AanvullenUiterlijk</c>; <c>AangevuldOp</c>: when something came; <c>Eerdere</c>: the case that goes before it. <c>Brief</c>: hash of
/// the template with which its letter was read before it was signed; absent when nobody read it.
/// </summary>
public sealed record BuitenBehandelingGesteldBericht(
    string Zaaknummer,
    string Tijdvak,
    string KvkNummer,
    string Regelversie,
    string Besluit,
    LocalDate Besluitdatum,
    string Grond,
    IReadOnlyList<string> Ondertekenaars,
    Instant Op,
    IReadOnlyList<string>? Ontbreekt = null,
    LocalDate? AanvullenUiterlijk = null,
    LocalDate? AangevuldOp = null,
    string? Eerdere = null,
    string? Brief = null
);

/// <summary>An application is complete; it counts from <c>VolledigOntvangenOp</c>. Completed ones go behind the drawn list (2.10, third paragraph).</summary>
public sealed record AanvraagVolledigBericht(string Zaaknummer, string Tijdvak, bool Aangevuld, Instant VolledigOntvangenOp, Instant Op);

/// <summary>
/// An application no longer takes part; <c>Grond</c> says why: <c>ingetrokken</c>, <c>ingetrokken-bij-besluit</c> (after the assessment, as
/// Verlening said) or <c>buiten-behandeling</c>.
/// </summary>
public sealed record AanvraagVervallenBericht(string Zaaknummer, string Tijdvak, string Grond, Instant Op);

/// <summary>
/// Up to <c>Tot</c> this context has said <c>Aantal</c> messages (ingediend, aanvulling gevraagd, aangevuld, volledig, vervallen together) about
/// applications of the window.
/// Who ranks waits until it has heard that many.
/// </summary>
public sealed record OntvangenTotBericht(string Tijdvak, Instant Tot, int Aantal, Instant Op);

/// <summary>
/// An assessor has the application from now on: one took it, it was handed over, or given back. <c>Beoordelaar</c> is a pseudonym; absent when
/// nobody has it.
/// </summary>
public sealed record AanvraagToegewezenBericht(string Zaaknummer, string? Beoordelaar, Instant Op, long? Versie = null);

/// <summary>
/// The applicant reminded us in writing that no decision was taken in time (4:17, third paragraph, Awb); that was received on <c>OntvangenOp</c>.
/// Not <c>Geldt</c>: that reminder is void. Who computes the penalty goes by the latest of a case.
/// </summary>
public sealed record IngebrekestellingBericht(string Zaaknummer, LocalDate OntvangenOp, bool Geldt, Instant Op, long? Versie = null);

/// <summary>
/// The applicant is told that there is no decision by <c>BeslissenUiterlijk</c>, the last day by law, and that it can be expected on <c>VerwachtOp</c> at
/// the latest (4:14, first paragraph, Awb). The first stays the term by which a penalty runs.
/// </summary>
public sealed record VertragingMedegedeeldBericht(
    string Zaaknummer,
    string KvkNummer,
    string Regelversie,
    LocalDate BeslissenUiterlijk,
    LocalDate VerwachtOp,
    Instant Op,
    long? Versie = null
);

/// <summary>
/// An application was assessed on the grounds of 2.12. <c>Voorstel</c> is <c>verlenen</c> or <c>afwijzen</c>; <c>Gronden</c> are the codes of
/// the grounds for refusal that are met; <c>Beoordelaar</c> is a pseudonym. <c>Aandelen</c>: what each activity weighs
/// in the subsidy, in euro before the maximum (costs times the percentage, and the fixed amounts of B and D); a settlement below the
/// award goes by it. <c>Ontvangen</c>: when the application was received, from which some versions count the term to decide.
/// <c>Partijen</c>: what each party of a partnership receives, in euro by KVK number. <c>OpgeschortVan</c> up to and including
/// <c>OpgeschortTot</c>: the days on which the term to decide stood still for a completion (AWB 4:15). <c>Gedeeltelijk</c>: the ceiling left room
/// for part of it (2.12, under i). <c>Bezwaar</c>: it was assessed again for this objection, which decides what comes of it (7:11 Awb), or, when
/// <c>Herstel</c>, for this proposal to mend a mistake in a decision. <c>Posten</c>: the budget that it was assessed on, of each activity by item
/// (<c>directe-loonkosten</c>, <c>externe-adviseur</c>, <c>overige-externe-kosten</c>, <c>loopbaantrajecten</c> or <c>praktijkleerplaatsen</c>), in euro
/// before the surcharge; what nothing was asked for is no item. Absent in what was said before they were told.
/// </summary>
public sealed record AanvraagBeoordeeldBericht(
    string Zaaknummer,
    string Tijdvak,
    string KvkNummer,
    string Aanvragertype,
    string Regelversie,
    string Regelhash,
    string Voorstel,
    IReadOnlyList<string> Gronden,
    IReadOnlyList<string> Activiteiten,
    decimal SubsidiabeleKosten,
    decimal Subsidie,
    decimal Voorschot,
    string Beoordelaar,
    Instant TijdvakSluit,
    Instant Op,
    IReadOnlyDictionary<string, decimal>? Aandelen = null,
    Instant? Ontvangen = null,
    IReadOnlyDictionary<string, decimal>? Partijen = null,
    LocalDate? OpgeschortVan = null,
    LocalDate? OpgeschortTot = null,
    bool? Gedeeltelijk = null,
    long? Versie = null,
    string? Bezwaar = null,
    bool? Herstel = null,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, decimal>>? Posten = null
);

/// <summary>
/// Something of a draft that one enterprise should hear by e-mail and that is no event, since of a draft nobody else hears. <c>Soort</c>:
/// herinnering (the window closes and it was not submitted), uitnodiging (to take part in it) or gemachtigde (it was submitted, and this is the
/// enterprise of the adviser, who hears what follows too). <c>Kenmerk</c> tells one occasion from the next of its kind. <c>Gever</c>: KVK number of
/// the enterprise of the draft, when it goes to another that acts for it. <c>Sluit</c>: when the window closes; absent where it does not matter.
/// </summary>
public sealed record AandachtGevraagdBericht(
    string Zaaknummer,
    string KvkNummer,
    string Soort,
    string Kenmerk,
    Instant Op,
    string? Gever = null,
    Instant? Sluit = null
);

/// <summary>
/// An employee declared an interest of their own in a case (AWB 2:4), by which it is closed to them, or a colleague took that away again; then
/// <c>Geldt</c> is false. <c>Medewerker</c> is a pseudonym. What the interest is, or why there is none, stays with Aanvragen.
/// </summary>
public sealed record BelangGewijzigdBericht(string Zaaknummer, string Medewerker, bool Geldt, Instant Op, long? Versie = null);

/// <summary>
/// The applicant told that something changed, or the recipient, at once, what will not, late or partly be done (5.7 Kaderregeling); what was written about
/// it stays with Aanvragen. <c>Soort</c>: niet, later or deels; absent of anything else. <c>Activiteiten</c>: letters of those that it is about; absent
/// when it is about all, or none. <c>Gezien</c>: nothing new was told, but an employee read all that was told until then.
/// </summary>
public sealed record WijzigingGemeldBericht(
    string Zaaknummer,
    string KvkNummer,
    Instant Op,
    string? Soort = null,
    IReadOnlyList<string>? Activiteiten = null,
    bool? Gezien = null,
    long? Versie = null
);
