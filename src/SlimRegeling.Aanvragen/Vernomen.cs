using NodaTime;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Aanvragen;

// What other contexts said about the case. Versie is that of the reservation; absent in what was heard before it was told.

/// <summary>
/// The letter with the request was sent, and the term to complete runs: from the day after <c>VerzondenOp</c> up to and including
/// <c>Uiterlijk</c> (AWB 4:5, 4:15).
/// </summary>
[Naam("hersteltermijn-gestart")]
public sealed record HersteltermijnGestart(
    string Tijdvak,
    LocalDate VerzondenOp,
    LocalDate Uiterlijk,
    string Regelversie,
    string Regelhash,
    Instant Op
) : Gebeurtenis;

/// <summary><c>Herloting</c> counts the draws that were done over before; absent when none was.</summary>
[Naam("rang-vernomen")]
public sealed record RangVernomen(int Rang, bool BinnenPlafond, Instant Op, [property: LaterToegevoegd] int? Herloting = null)
    : Gebeurtenis;

/// <summary>Budget of the window was set apart for this application, in euro. <c>Gedeeltelijk</c>: less than it asks, because no more was left.</summary>
[Naam("budget-vernomen")]
public sealed record BudgetVernomen(
    decimal Bedrag,
    Instant Op,
    [property: LaterToegevoegd] bool? Gedeeltelijk = null,
    [property: LaterToegevoegd] long? Versie = null
) : Gebeurtenis;

/// <summary>Nothing is set apart any more.</summary>
[Naam("budgetvrijgave-vernomen")]
public sealed record BudgetvrijgaveVernomen(string Reden, Instant Op, [property: LaterToegevoegd] long? Versie = null) : Gebeurtenis;

/// <summary>The ceiling leaves nothing for this application (2.12, under i).</summary>
[Naam("budgettekort-vernomen")]
public sealed record BudgettekortVernomen(string Reden, Instant Op, [property: LaterToegevoegd] long? Versie = null) : Gebeurtenis;

/// <summary>The list of the window leaves this application out, because another case goes before it (2.8, fourth paragraph).</summary>
[Naam("uitsluiting-vernomen")]
public sealed record UitsluitingVernomen(string Reden, string Eerdere, Instant Op) : Gebeurtenis;

/// <summary>The second person did not sign the proposal: it is to be assessed again.</summary>
[Naam("terugzending-vernomen")]
public sealed record TerugzendingVernomen(string Voorstelhash, Instant Op) : Gebeurtenis;

/// <summary><c>Op</c> is when it was decided; absent in what was heard before that was kept.</summary>
[Naam("besluit-vernomen")]
public sealed record BesluitVernomen(string KvkNummer, Besluit Besluit, Instant? Op = null) : Gebeurtenis;

public enum Besluitsoort
{
    Verlening,
    Afwijzing,
    Vaststelling,
}

/// <param name="Bedrag">Euro; zero for a refusal.</param>
public sealed record Besluit(Besluitsoort Soort, string Nummer, LocalDate Datum, decimal Bedrag);

public sealed record Rangschikking(int Rang, bool BinnenPlafond, Instant Op, int? Herloting = null);

/// <param name="Gereserveerd">Euro.</param>
/// <param name="Gedeeltelijk">Less than the application asks: an award is at most this.</param>
public sealed record Budget(decimal Gereserveerd, Instant Op, bool Gedeeltelijk = false);
