using NodaTime;

namespace SlimRegeling.Berichten.Verlening;

/// <summary>
/// The minister means to withdraw an award or a settlement, or to make it less; the recipient is told and heard first (4:8 Awb). <c>Intrekking</c> is the
/// number of the proposal, and of the decision that may come of it; <c>Wijzigt</c> that of the decision it is about. <c>Soort</c>: <c>verlening</c> or
/// <c>vaststelling</c>; <c>Grond</c>: a code of the rule version. It would be <c>Bedrag</c>, where it is <c>Was</c>, in euro. The reasons are with
/// Verlening, under <c>Motivering</c> and its <c>Hash</c>. No payment is due up to and including <c>OpschortenTot</c> (4:56 Awb). <c>NietGehoord</c>: on
/// which ground the recipient is told without being heard, or, when it is <c>doel</c>, not told either (4:11, under c, Awb).
/// </summary>
public sealed record IntrekkingVoorgenomenBericht(
    string Zaaknummer,
    string KvkNummer,
    string Regelversie,
    string Intrekking,
    string Wijzigt,
    string Soort,
    string Grond,
    decimal Bedrag,
    decimal Was,
    Guid Motivering,
    string Hash,
    LocalDate OpschortenTot,
    Instant Op,
    IReadOnlyDictionary<string, decimal>? Partijen = null,
    string? NietGehoord = null
);

/// <summary>
/// The last day <c>Dag</c> comes near on which the recipient can say what they think of that proposal (4:8 Awb), and they did not. Said once for each.
/// </summary>
public sealed record ZienswijzetermijnNadertBericht(string Zaaknummer, string KvkNummer, string Intrekking, LocalDate Dag, Instant Op);

/// <summary>That proposal was sent back: nothing comes of it. The reason stays with Verlening. <c>NietGehoord</c>: as in the proposal.</summary>
public sealed record IntrekkingVervallenBericht(
    string Zaaknummer,
    string KvkNummer,
    string Intrekking,
    Instant Op,
    string? NietGehoord = null
);

/// <summary>
/// An award (<c>Soort</c> <c>verlening</c>: 4:48 Awb) or a settlement (<c>vaststelling</c>: 4:49 Awb), <c>Wijzigt</c>, was withdrawn or made less by
/// <c>Besluit</c>. From now on the subsidy is at most <c>Bedrag</c>, zero when all of it was withdrawn, of which at most <c>Voorschot</c> in advance;
/// <c>Was</c> is what the award was, <c>VastgesteldWas</c> what was settled, in euro. <c>Vanaf</c>: from which day on; absent when it reaches back to the
/// award, which is of the day <c>VerleendOp</c>. <c>Terugvordering</c>: what is claimed back of what is known to be paid (<c>Betaald</c>).
/// <c>NietGehoord</c>: on which ground nobody was heard. The reasons are with Verlening, under <c>Motivering</c> and its <c>Hash</c>. <c>Partijen</c> and
/// <c>PartijenWas</c>: what the parties of a partnership receive, and received. <c>PeriodeTot</c> and <c>Verantwoording</c>: as the award has them now,
/// which a withdrawal leaves as they are. <c>Nu</c>: all of the award as it is now; absent when nothing is left of it.
/// </summary>
public sealed record VerleningIngetrokkenBericht(
    string Zaaknummer,
    string Tijdvak,
    string KvkNummer,
    string Regelversie,
    string Besluit,
    string Wijzigt,
    string Soort,
    LocalDate Besluitdatum,
    string Grond,
    decimal Bedrag,
    decimal Was,
    decimal Voorschot,
    decimal Betaald,
    decimal Terugvordering,
    LocalDate VerleendOp,
    Guid Motivering,
    string Hash,
    IReadOnlyList<string> Ondertekenaars,
    Instant Op,
    decimal? VastgesteldWas = null,
    LocalDate? Vanaf = null,
    string? NietGehoord = null,
    IReadOnlyDictionary<string, decimal>? Partijen = null,
    IReadOnlyDictionary<string, decimal>? PartijenWas = null,
    LocalDate? PeriodeTot = null,
    string? Verantwoording = null,
    Verleningsstand? Nu = null,
    long? Versie = null
);
