using NodaTime;

namespace SlimRegeling.Berichten.Betalingen;

/// <summary>
/// It was decided to claim <c>Bedrag</c> back (4:57 Awb): of <c>Betaald</c>, less what was claimed before (<c>EerderGevorderd</c>), it is not due by
/// <c>Grondslag</c>, the decision from which that follows; in euro. <c>Besluit</c> is also the number of the claim and the reference to pay with. Why, and how
/// to pay, is with Betalingen, under <c>Motivering</c> and its <c>Hash</c>. The term to pay starts when its letter is sent (4:87 Awb).
/// </summary>
public sealed record TerugvorderingBeslotenBericht(
    string Zaaknummer,
    string KvkNummer,
    string Besluit,
    string Grondslag,
    decimal Bedrag,
    decimal Betaald,
    decimal EerderGevorderd,
    Guid Motivering,
    string Hash,
    IReadOnlyList<string> Ondertekenaars,
    Instant Op
);

/// <summary>One instalment, in euro, with its last day.</summary>
public sealed record Vorderingstermijn(LocalDate Uiterlijk, decimal Bedrag);

/// <summary>
/// Something else was decided about the claim <c>Vordering</c>. <c>Soort</c>: <c>betalingsregeling</c> (with <c>Termijnen</c>), <c>regeling-intrekken</c>,
/// <c>rente</c> (<c>Totaal</c> from the day <c>Van</c> up to and without <c>Tot</c>, of which <c>Bedrag</c> is new), <c>verrekening</c> (with
/// <c>Betaalopdracht</c>), <c>dwangbevel</c> (with what its <c>Bedrag</c> is made of, <c>Besluitdag</c>: of the decision to claim back, and <c>Van</c>: from which
/// day on it bears interest), <c>renteteruggave</c> (paid back as <c>Betaalopdracht</c>) or <c>afboeking</c>. <c>Bedrag</c>: what it is about, in euro. Why is
/// with Betalingen, under <c>Motivering</c> and its <c>Hash</c>.
/// </summary>
public sealed record VorderingsbesluitGenomenBericht(
    string Zaaknummer,
    string KvkNummer,
    string Vordering,
    string Besluit,
    string Soort,
    decimal Bedrag,
    Guid Motivering,
    string Hash,
    IReadOnlyList<string> Ondertekenaars,
    Instant Op,
    IReadOnlyList<Vorderingstermijn>? Termijnen = null,
    decimal? Totaal = null,
    LocalDate? Van = null,
    LocalDate? Tot = null,
    string? Betaalopdracht = null,
    decimal? Hoofdsom = null,
    decimal? Kosten = null,
    decimal? Rente = null,
    LocalDate? Besluitdag = null
);

/// <summary>
/// The last day to pay the claim, <c>Uiterlijk</c>, comes near and <c>Openstaand</c> is due, in euro. It costs nothing and starts no term. How to pay is with
/// Betalingen, under <c>Motivering</c> and its <c>Hash</c>.
/// </summary>
public sealed record VorderingHerinnerdBericht(
    string Zaaknummer,
    string KvkNummer,
    string Vordering,
    decimal Openstaand,
    LocalDate Uiterlijk,
    Guid Motivering,
    string Hash,
    Instant Op
);

/// <summary>
/// The claim was not paid on the last day, <c>Uiterlijk</c>: <c>Openstaand</c> is due, and <c>Vergoeding</c> for reminding (4:112, 4:113 Awb), in euro. How to
/// pay is with Betalingen, under <c>Motivering</c> and its <c>Hash</c>. The term of the reminder starts when its letter is sent.
/// </summary>
public sealed record VorderingAangemaandBericht(
    string Zaaknummer,
    string KvkNummer,
    string Vordering,
    decimal Openstaand,
    decimal Vergoeding,
    LocalDate Uiterlijk,
    Guid Motivering,
    string Hash,
    Instant Op
);

/// <summary>
/// Nothing of the claim stands open any more; <c>Betaald</c> is all that came in for it, of which <c>Hoofdsom</c> of the sum itself, in euro. It is said again
/// when interest was set and paid after that.
/// </summary>
public sealed record VorderingVoldaanBericht(
    string Zaaknummer,
    string KvkNummer,
    string Vordering,
    decimal Betaald,
    decimal Hoofdsom,
    LocalDate Dag,
    Instant Op
);

/// <summary>
/// It was decided (4:99 Awb) that we owe interest, as payment <c>Betaalopdracht</c> was made after its last day, <c>Uiterlijk</c>: <c>Bedrag</c> on
/// <c>Hoofdsom</c>, in euro, from the day <c>Van</c> up to and without <c>Tot</c>. Why is with Betalingen, under <c>Motivering</c> and its <c>Hash</c>.
/// </summary>
public sealed record RentevergoedingBeslotenBericht(
    string Zaaknummer,
    string KvkNummer,
    string Betaalopdracht,
    string Besluit,
    decimal Hoofdsom,
    decimal Bedrag,
    LocalDate Uiterlijk,
    LocalDate Van,
    LocalDate Tot,
    Guid Motivering,
    string Hash,
    IReadOnlyList<string> Ondertekenaars,
    Instant Op
);
