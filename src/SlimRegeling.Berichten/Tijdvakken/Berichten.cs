using NodaTime;

namespace SlimRegeling.Berichten.Tijdvakken;

/// <summary>
/// A window was published or changed (2.6, 2.7). Opens and closes as moments; <c>Volgorde</c> is <c>loting</c> or <c>binnenkomst</c>. Drafts can be
/// made from <c>RegistratieVanaf</c> on. What happens to the first application that does not fit under the ceiling is <c>Overschrijding</c>:
/// <c>stoppen</c>, <c>overslaan</c> or <c>gedeeltelijk</c>. Both are absent in what was said before they were told. <c>Versie</c>, here and in other
/// messages: that of the stream that said it, by which its messages are ordered; filled by the floor.
/// </summary>
public sealed record TijdvakGewijzigdBericht(
    string Tijdvak,
    string Aanvragertype,
    Instant Opent,
    Instant Sluit,
    decimal Plafond,
    string Volgorde,
    string Regelversie,
    Instant Op,
    Instant? RegistratieVanaf = null,
    string? Overschrijding = null,
    long? Versie = null
);

/// <summary>
/// The rank of an application in its window; rank 1 is handled first. <c>Wijze</c> is how it came about: of a window with a draw (2.10)
/// <c>loting</c>, <c>zonder-loting</c> (all fitted) or <c>achteraan</c> (completed); of one by arrival (2.3 Kaderregeling) <c>ontvangst</c>,
/// <c>aanvulling</c> (by the moment of its completion) or <c>gelijken-geloot</c>. Absent in what was said before it was told. <c>Herloting</c>
/// counts the draws that were done over before it was given; absent when none was. Who gets another rank by the same draw gets a higher one.
/// </summary>
public sealed record AanvraagGerangschiktBericht(
    string Zaaknummer,
    string Tijdvak,
    int Rang,
    bool BinnenPlafond,
    Instant Op,
    string? Wijze = null,
    int? Herloting = null
);

/// <summary>
/// Budget of the window is set apart for this application. <c>Gedeeltelijk</c>: less than it asks, because no more was left. <c>Terug</c>: what was
/// set apart above it before, in euro; it counts under the ceiling until Verlening gives it back (<c>budget-teruggegeven</c>) or has awarded it.
/// </summary>
public sealed record BudgetGereserveerdBericht(
    string Zaaknummer,
    string Tijdvak,
    decimal Bedrag,
    Instant Op,
    bool? Gedeeltelijk = null,
    decimal? Terug = null,
    long? Versie = null
);

/// <summary>
/// No budget is set apart any more: the application lost its place. <c>Reden</c> is <c>aanvulling-gevraagd</c> or <c>herloting</c>. <c>Terug</c>: as
/// with what is set apart.
/// </summary>
public sealed record BudgetVrijgegevenBericht(
    string Zaaknummer,
    string Tijdvak,
    string Reden,
    Instant Op,
    decimal? Terug = null,
    long? Versie = null
);

/// <summary>
/// The ceiling leaves nothing for this application (2.12, under i). <c>Reden</c> is <c>past-niet</c> or <c>wachtlijst-gesloten</c>;
/// <c>Ondertekenaars</c> are the pseudonyms of the two people by whose decision that is so; <c>Volgorde</c> is that of the window.
/// </summary>
public sealed record BudgetOntoereikendBericht(
    string Zaaknummer,
    string Tijdvak,
    string KvkNummer,
    string Aanvragertype,
    string Regelversie,
    decimal Gevraagd,
    Instant Ontvangen,
    Instant TijdvakSluit,
    string Reden,
    IReadOnlyList<string> Ondertekenaars,
    Instant Op,
    string? Volgorde = null,
    long? Versie = null
);

/// <summary>
/// Budget of the window is set apart for what a decision on this objection would give, in euro, all of it together. It counts under the ceiling until
/// the objection was decided on or withdrawn, or asks no more. <c>Bezwaar</c> is as in what asked for it: a proposal to mend a mistake has money in the
/// same way. <c>Voorstel</c>: the hash of the proposal that asked it, absent when that did not tell: what was set apart for a proposal of before a
/// decision is not there for one after it.
/// </summary>
public sealed record BezwaarbudgetGereserveerdBericht(
    string Zaaknummer,
    string Tijdvak,
    string Bezwaar,
    decimal Bedrag,
    Instant Op,
    long? Versie = null,
    string? Voorstel = null
);

/// <summary>
/// What was set apart for a decision on an objection became an award, or part of one, or a withdrawal freed some: all that is reserved for the case is
/// <c>Bedrag</c> now, in euro. <c>Bezwaar</c>: the number of the objection, or that of the decision that mends or withdraws.
/// </summary>
public sealed record BezwaarbudgetVastgelegdBericht(
    string Zaaknummer,
    string Bezwaar,
    string Besluit,
    decimal Bedrag,
    Instant Op,
    long? Versie = null
);

/// <summary>
/// What a window tells itself: its order, money or people may have changed, so give out what can be given out (2.10, 2.12, under i).
/// </summary>
public sealed record BudgetVerdelenBericht(string Tijdvak, Instant Op);

/// <summary>
/// When the list was fixed the application was left out (2.8, fourth paragraph; 2.10, second). <c>Reden</c> is <c>dubbele-aanvraag</c> or
/// <c>verbonden-onderneming</c>; <c>Eerdere</c> is the case that takes part.
/// </summary>
public sealed record AanvraagUitgeslotenBericht(string Zaaknummer, string Tijdvak, string Reden, string Eerdere, Instant Op);

/// <summary>
/// Two people confirmed a rule or gave it another value. <c>Volgnummer</c> counts 1, 2, 3, … within the rule version, in the order of signing;
/// <c>Waarde</c> is null for a confirmation; it holds from <c>GeldtVanaf</c> on, never before it was signed.
/// </summary>
public sealed record ParameterGewijzigdBericht(
    string Regelversie,
    int Volgnummer,
    string Sectie,
    string Code,
    string? Waarde,
    string Bron,
    string? Toelichting,
    Instant GeldtVanaf,
    Instant Op
);
