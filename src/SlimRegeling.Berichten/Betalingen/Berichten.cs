using NodaTime;

namespace SlimRegeling.Berichten.Betalingen;

/// <summary>A payment was ordered by a signed decision. <c>Soort</c>: <c>voorschot</c>, <c>vaststelling</c> or <c>nabetaling</c>.</summary>
public sealed record BetalingOpgedragenBericht(
    string Zaaknummer,
    string Betaalopdracht,
    string Besluit,
    string Soort,
    decimal Bedrag,
    Instant Op
);

/// <summary>A payment waits; <c>Reden</c> is <c>rekening-gewijzigd</c>.</summary>
public sealed record BetalingAangehoudenBericht(string Zaaknummer, string Betaalopdracht, decimal Bedrag, string Reden, Instant Op);

/// <summary>A second person has checked what held the payment.</summary>
public sealed record BetalingVrijgegevenBericht(string Zaaknummer, string Betaalopdracht, decimal Bedrag, Instant Op);

/// <summary>The bank has carried the payment out. Of one order the latest <c>Versie</c> counts: it may have come back since.</summary>
public sealed record BetalingUitgevoerdBericht(
    string Zaaknummer,
    string Betaalopdracht,
    string Soort,
    decimal Bedrag,
    LocalDate Boekdatum,
    Instant Op,
    long? Versie = null
);

/// <summary>
/// A payment of <c>Bedrag</c> that the bank had carried out came back: it was not received, and is no part of what was paid. The order may be paid again.
/// </summary>
public sealed record BetalingTeruggekomenBericht(
    string Zaaknummer,
    string Betaalopdracht,
    string Soort,
    decimal Bedrag,
    LocalDate Boekdatum,
    Instant Op,
    long? Versie = null
);

/// <summary>The bank did not carry out an order of <c>Bedrag</c> that was on its way: no money moved, and it may be paid again.</summary>
public sealed record BetalingAfgewezenBericht(string Zaaknummer, string Betaalopdracht, decimal Bedrag, Instant Op, long? Versie = null);

/// <summary>
/// By <c>Besluit</c> the minister withdrew what a payment rests on, or settled it lower, before it was on its way: of <c>Was</c> only <c>Bedrag</c> is due,
/// nothing when that is zero; in euro.
/// </summary>
public sealed record BetalingVerlaagdBericht(
    string Zaaknummer,
    string Betaalopdracht,
    string Besluit,
    string Soort,
    decimal Bedrag,
    decimal Was,
    Instant Op
);
