using NodaTime;

namespace SlimRegeling.Berichten.Aanvragen;

/// <summary>An application was received (2.8). <c>Gevraagd</c> is the subsidy that the rules compute for it, in euro.</summary>
public sealed record AanvraagIngediendBericht(
    string Zaaknummer,
    string Tijdvak,
    string KvkNummer,
    string Regelversie,
    decimal Gevraagd,
    Instant Op
);

/// <summary>An application is complete; it counts from <c>VolledigOntvangenOp</c>. Completed ones go behind the drawn list (2.10, third paragraph).</summary>
public sealed record AanvraagVolledigBericht(string Zaaknummer, string Tijdvak, bool Aangevuld, Instant VolledigOntvangenOp, Instant Op);

/// <summary>An application no longer takes part; <c>Grond</c> says why (<c>ingetrokken</c>, <c>buiten-behandeling</c>).</summary>
public sealed record AanvraagVervallenBericht(string Zaaknummer, string Tijdvak, string Grond, Instant Op);

/// <summary>
/// Up to <c>Tot</c> this context has said <c>Aantal</c> messages (ingediend, volledig, vervallen together) about applications of the window.
/// Who ranks waits until it has heard that many.
/// </summary>
public sealed record OntvangenTotBericht(string Tijdvak, Instant Tot, int Aantal, Instant Op);

/// <summary>
/// An application was assessed on the grounds of 2.12. <c>Voorstel</c> is <c>verlenen</c> or <c>afwijzen</c>; <c>Gronden</c> are the codes of
/// the grounds for refusal that are met; <c>Beoordelaar</c> is a pseudonym. <c>Aandelen</c>: what each activity weighs
/// in the subsidy, in euro before the maximum (costs times the percentage, and the fixed amounts of B and D); a settlement below the
/// award goes by it. <c>Ontvangen</c>: when the application was received, from which some versions count the term to decide; absent in what
/// was said before it was told.
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
    Instant? Ontvangen = null
);
