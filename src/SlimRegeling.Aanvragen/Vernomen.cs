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

/// <summary>
/// An objection was made against a decision on it: it can be assessed again (7:11 Awb), not by these people, by their pseudonyms (10:3 Awb). Or a mistake
/// in what was decided is to be mended, which has a number likewise; then <c>Soort</c> is <see cref="Herstel"/>.
/// </summary>
[Naam("bezwaar-vernomen")]
public sealed record BezwaarVernomen(string Bezwaar, string Besluit, string Soort, IReadOnlyList<string> NietDoor, Instant Op) : Gebeurtenis
{
    public const string Herstel = "herstel";
}

/// <summary>The objection was withdrawn, or, when <c>Herstel</c>, what was to be mended was sent back: nothing is assessed again for it.</summary>
[Naam("bezwaarintrekking-vernomen")]
public sealed record BezwaarintrekkingVernomen(string Bezwaar, Instant Op, [property: LaterToegevoegd] bool? Herstel = null) : Gebeurtenis;

/// <summary>
/// A decision on objection, or one that mends, made another award of it, or another settlement came after one; <c>Besluit</c> is that decision, with
/// the amount from now on.
/// </summary>
[Naam("besluitwijziging-vernomen")]
public sealed record BesluitwijzigingVernomen(Besluit Besluit, Instant Op) : Gebeurtenis;

/// <summary>It was assessed again for an objection, or, when <c>Herstel</c>, to mend a mistake; the first assessment stays what it was.</summary>
[Naam("aanvraag-herbeoordeeld")]
public sealed record AanvraagHerbeoordeeld(string Bezwaar, AanvraagBeoordeeld Beoordeling, [property: LaterToegevoegd] bool? Herstel = null)
    : Gebeurtenis
{
    /// <summary>Its number is that of the decision which mends, or that of a decision on objection begins with it.</summary>
    public bool IsVoor(string besluit) => besluit == Bezwaar || besluit.StartsWith($"{Bezwaar}-", StringComparison.Ordinal);
}

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

/// <summary>What a decision on objection, or one that mends a mistake, rests on.</summary>
/// <param name="Besluit">Its number.</param>
/// <param name="Op">When it was decided.</param>
public sealed record Grondslag(string Besluit, Instant Op, AanvraagBeoordeeld Beoordeling);

public sealed record Rangschikking(int Rang, bool BinnenPlafond, Instant Op, int? Herloting = null);

/// <param name="Gereserveerd">Euro.</param>
/// <param name="Gedeeltelijk">Less than the application asks: an award is at most this.</param>
public sealed record Budget(decimal Gereserveerd, Instant Op, bool Gedeeltelijk = false);
