using NodaTime;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Betalingen.Opdrachten;

// Everything that can happen to an obligation; what it comes to is in Verplichting.

/// <summary>The award binds the scheme to pay at most <c>Bedrag</c>, of which <c>Voorschot</c> in advance.</summary>
[Naam("verplichting-aangegaan")]
public sealed record VerplichtingAangegaan(string Tijdvak, string KvkNummer, string Besluit, decimal Bedrag, decimal Voorschot, Instant Op)
    : Gebeurtenis;

/// <summary>
/// A decision on objection (<c>Besluit</c>) made the award a higher one: at most <c>Bedrag</c> from now on, where it was <c>Was</c>, of which
/// <c>Voorschot</c> in advance.
/// </summary>
[Naam("verplichting-gewijzigd")]
public sealed record VerplichtingGewijzigd(
    string Tijdvak,
    string KvkNummer,
    string Besluit,
    decimal Bedrag,
    decimal Was,
    decimal Voorschot,
    Instant Op
) : Gebeurtenis;

/// <summary>There is an objection against a decision of the case. It suspends no payment (6:16 Awb); who approves one should know of it.</summary>
[Naam("bezwaar-vernomen")]
public sealed record BezwaarVernomen(string Bezwaar, string Besluit, Instant Op) : Gebeurtenis;

/// <summary>It was decided on the objection, or it was withdrawn.</summary>
[Naam("bezwaar-afgelopen")]
public sealed record BezwaarAfgelopen(string Bezwaar, Instant Op) : Gebeurtenis;

/// <summary>An advance was signed; <c>NaVoortgang</c>: beside that of the award, after the progress report of a partnership.</summary>
[Naam("voorschot-vernomen")]
public sealed record VoorschotVernomen(
    string KvkNummer,
    string Besluit,
    decimal Bedrag,
    IReadOnlyList<string> Ondertekenaars,
    Instant Op,
    [property: LaterToegevoegd] bool? NaVoortgang = null
) : Gebeurtenis;

/// <summary>
/// <c>Vervangt</c>: the settlement in whose place it comes; then <c>Voorschotten</c> is all that was to be paid before it. <c>NaVoortgang</c>: what was
/// advanced after a progress report. <c>Intrekking</c>: the withdrawal that it reckons with; of the advances it counts no more than what that left.
/// </summary>
[Naam("vaststelling-vernomen")]
public sealed record VaststellingVernomen(
    string KvkNummer,
    string Besluit,
    decimal Verleend,
    decimal Vastgesteld,
    decimal Voorschotten,
    decimal NogTeBetalen,
    IReadOnlyList<string> Ondertekenaars,
    Instant Op,
    [property: LaterToegevoegd] string? Vervangt = null,
    [property: LaterToegevoegd] decimal? NaVoortgang = null,
    [property: LaterToegevoegd] string? Intrekking = null
) : Gebeurtenis;

/// <summary>The settlement took the place of the award: the obligation ends and what is settled becomes cost.</summary>
[Naam("verplichting-afgerekend")]
public sealed record VerplichtingAfgerekend(
    string Tijdvak,
    string Besluit,
    decimal Verleend,
    decimal Vastgesteld,
    decimal Voorschotten,
    decimal NogTeBetalen,
    Instant Op
) : Gebeurtenis;

/// <summary>
/// A settlement took the place of <c>Vervangt</c>: of each amount what it is more, in euro. <c>Vordering</c> is what is to be claimed back, below zero
/// when that became less; <c>TeBetalen</c> is what is ordered.
/// </summary>
[Naam("verplichting-herrekend")]
public sealed record VerplichtingHerrekend(
    string Tijdvak,
    string Besluit,
    string Vervangt,
    decimal Verleend,
    decimal Vastgesteld,
    decimal Voorschotten,
    decimal Vordering,
    decimal TeBetalen,
    Instant Op
) : Gebeurtenis
{
    /// <summary>What was ordered by the one before is no part of what was advanced.</summary>
    public static VerplichtingHerrekend Van(string tijdvak, VaststellingVernomen was, VaststellingVernomen wordt, Instant nu) =>
        new(
            tijdvak,
            wordt.Besluit,
            was.Besluit,
            wordt.Verleend - was.Verleend,
            wordt.Vastgesteld - was.Vastgesteld,
            wordt.Voorschotten - was.Voorschotten - Math.Max(0, was.NogTeBetalen),
            Math.Max(0, -wordt.NogTeBetalen) - Math.Max(0, -was.NogTeBetalen),
            Math.Max(0, wordt.NogTeBetalen),
            nu
        );
}

/// <summary>The minister means to withdraw (4:56 Awb): no payment of the case is due up to and including <c>TotEnMet</c>.</summary>
[Naam("opschorting-vernomen")]
public sealed record OpschortingVernomen(string Intrekking, LocalDate TotEnMet, Instant Op) : Gebeurtenis;

/// <summary>Nothing comes of that, it was decided, or its last day is over: what is due is paid.</summary>
[Naam("opschorting-afgelopen")]
public sealed record OpschortingAfgelopen(string Intrekking, Instant Op) : Gebeurtenis;

/// <summary>
/// By <c>Besluit</c> the minister withdrew the award or the settlement, or made it less: at most <c>Bedrag</c> from now on, where the award was
/// <c>Was</c>, of which at most <c>Voorschot</c> in advance.
/// </summary>
[Naam("intrekking-vernomen")]
public sealed record IntrekkingVernomen(
    string Tijdvak,
    string KvkNummer,
    string Besluit,
    decimal Bedrag,
    decimal Was,
    decimal Voorschot,
    Instant Op
) : Gebeurtenis;

/// <summary>
/// By <c>Besluit</c>, on objection, the withdrawal <c>Intrekking</c> was revoked: wholly, or so that it leaves <c>Blijft</c>. The award is <c>Bedrag</c> after
/// it, of which <c>Voorschot</c> in advance.
/// </summary>
[Naam("herroeping-vernomen")]
public sealed record HerroepingVernomen(
    string Tijdvak,
    string KvkNummer,
    string Besluit,
    string Intrekking,
    decimal? Blijft,
    decimal Bedrag,
    decimal Voorschot,
    IReadOnlyList<string> Ondertekenaars,
    Instant Op
) : Gebeurtenis;

/// <summary>
/// What was withdrawn, in money: of each amount what it is less, or, below zero, more; in euro. <c>Gestopt</c> is what was ordered and not on its way to
/// the bank yet, <c>Vordering</c> what is to be claimed back: together they are <c>Voorschotten</c> and <c>Kosten</c>.
/// </summary>
[Naam("verplichting-ingetrokken")]
public sealed record VerplichtingIngetrokken(
    string Tijdvak,
    string Besluit,
    decimal Verplichting,
    decimal Voorschotten,
    decimal Kosten,
    decimal Gestopt,
    decimal Vordering,
    Instant Op
) : Gebeurtenis;

/// <summary>What was paid on an order came back from the bank: it can be paid again, or is set off.</summary>
[Naam("terug-vernomen")]
public sealed record TerugVernomen(string Betaalopdracht, decimal Bedrag, Instant Op, long? Versie) : Gebeurtenis;

/// <summary>
/// What is to be claimed back and was not received yet, as an order was not on its way or came back, is neither paid nor claimed: <c>Bedrag</c>, in euro.
/// Below zero it is what was ordered less before and is due after all, by a later settlement or as a withdrawal was revoked: it is ordered anew.
/// </summary>
[Naam("vordering-verrekend")]
public sealed record VorderingVerrekend(string Tijdvak, string Besluit, decimal Bedrag, Instant Op) : Gebeurtenis;
