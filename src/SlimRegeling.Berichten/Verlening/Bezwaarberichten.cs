using NodaTime;

namespace SlimRegeling.Berichten.Verlening;

/// <summary>
/// An objection was received (6:4 Awb). <c>Besluit</c> is the number of the decision that it is against, <c>Soort</c> what that decides:
/// <c>verlening</c>, <c>afwijzing</c>, <c>buiten-behandeling</c>, <c>wijziging</c>, <c>voorschot</c> or <c>vaststelling</c>. <c>Indiener</c>: <c>aanvrager</c> or <c>derde</c>.
/// <c>Ondertekenaars</c>: pseudonyms of who took that decision: they take no part in this (10:3, third paragraph, Awb). <c>Ontbreekt</c>: codes of
/// what it lacks (6:5 Awb). Who wants to be heard says so up to and including <c>ReactieUiterlijk</c>. <c>BeslissenUiterlijk</c>: absent until the
/// decision that it is against was sent.
/// </summary>
public sealed record BezwaarIngediendBericht(
    string Zaaknummer,
    string Bezwaar,
    string KvkNummer,
    string Regelversie,
    string Besluit,
    string Soort,
    string Indiener,
    LocalDate OntvangenOp,
    IReadOnlyList<string> Ondertekenaars,
    IReadOnlyList<string> Ontbreekt,
    LocalDate ReactieUiterlijk,
    Instant Op,
    LocalDate? BeslissenUiterlijk = null
);

/// <summary>The objection lacks what it must hold; it may be mended (6:6 Awb). <c>Ontbreekt</c>: codes of 6:5 Awb.</summary>
public sealed record BezwaarHerstelGevraagdBericht(
    string Zaaknummer,
    string Bezwaar,
    string KvkNummer,
    string Regelversie,
    string Besluit,
    string Indiener,
    IReadOnlyList<string> Ontbreekt,
    Instant Op
);

/// <summary>
/// The objector is heard on <c>Wanneer</c> (7:2 Awb). <c>Wijze</c>: <c>telefonisch</c>, <c>video</c> or <c>op-kantoor</c>. <c>Plaats</c>: the address of
/// the office, or where online; absent when nobody said it.
/// </summary>
public sealed record BezwaarHoorzittingBericht(
    string Zaaknummer,
    string Bezwaar,
    string KvkNummer,
    string Regelversie,
    string Besluit,
    string Indiener,
    Instant Wanneer,
    string Wijze,
    Instant Op,
    string? Plaats = null
);

/// <summary>
/// The last day to decide on the objection became another (7:10 Awb). <c>Reden</c>: <c>termijn-bekend</c> (the decision that it is against was
/// sent), <c>herstel</c>, <c>hersteld</c>, <c>correctie</c> (of what was typed in from a letter), <c>commissie</c>, <c>verdaging</c> or <c>uitstel</c>.
/// </summary>
public sealed record BezwaarBeslistermijnBericht(
    string Zaaknummer,
    string Bezwaar,
    string KvkNummer,
    string Regelversie,
    string Besluit,
    string Indiener,
    string Reden,
    LocalDate BeslissenUiterlijk,
    Instant Op
);

/// <summary>
/// The objector reminded us in writing that no decision was taken in time (4:17, third paragraph, with 7:14 Awb); that was received on
/// <c>OntvangenOp</c>. Not <c>Geldt</c>: that reminder is void. Who computes the penalty goes by the latest of an objection.
/// </summary>
public sealed record BezwaarIngebrekestellingBericht(
    string Zaaknummer,
    string Bezwaar,
    LocalDate OntvangenOp,
    bool Geldt,
    Instant Op,
    long? Versie = null
);

/// <summary>
/// A decision on the objection is proposed that gives subsidy: so much of it, in euro, has to be set apart in the window first. What was asked
/// last counts, as long as nothing was decided since. Zero: it was decided before, and what should come in the place of that was sent back; what was set
/// apart for it is free. <c>Bezwaar</c>: the number of the objection, or that of a proposal to mend a mistake in a decision. <c>Voorstel</c>: the hash of
/// the proposal that asks; absent when none does.
/// </summary>
public sealed record BezwaarbudgetGevraagdBericht(
    string Zaaknummer,
    string Tijdvak,
    string Bezwaar,
    decimal Bedrag,
    Instant Op,
    long? Versie = null,
    string? Voorstel = null
);

/// <summary>The objection was withdrawn (6:21 Awb). <c>Besluit</c> is the decision that it was against.</summary>
public sealed record BezwaarIngetrokkenBericht(
    string Zaaknummer,
    string Bezwaar,
    string KvkNummer,
    string Besluit,
    Instant Op,
    long? Versie = null
);

/// <summary>
/// It was decided on the objection (7:11 Awb). <c>Bestreden</c> is the decision that it was against, <c>Besluit</c> the new one. <c>Uitkomst</c>:
/// <c>niet-ontvankelijk</c>, <c>ongegrond</c> or <c>gegrond</c>; <c>Gevolg</c> of the last: <c>verlenen</c>, <c>wijzigen</c>, <c>afwijzen</c>,
/// <c>vaststellen</c>, <c>herroepen</c> (what was withdrawn, wholly or in part), <c>wijziging-toewijzen</c>, <c>wijziging-herroepen</c> or <c>blijft-ingetrokken</c> (it changes no amount, as what was withdrawn since
/// stays so). The reasons are with Verlening, under <c>Motivering</c> and its <c>Hash</c>. <c>NietGehoord</c>: on which ground of 7:3 Awb
/// nobody was heard.
/// <c>Herstelt</c>: the earlier decision on this objection in whose place this one comes. Of a decision that gives subsidy what the award then is;
/// <c>Was</c>: what it was before. <c>Vaststelling</c>: the settlement that is taken anew by it; absent when none is. <c>Brief</c>: hash of the template
/// with which its letter was read before it was signed; absent when nobody read it. <c>Nu</c>: all of the award as it is after a decision that restates it.
/// </summary>
public sealed record BezwaarBeslistBericht(
    string Zaaknummer,
    string Bezwaar,
    string KvkNummer,
    string Regelversie,
    string Bestreden,
    string Soort,
    string Indiener,
    string Besluit,
    LocalDate Besluitdatum,
    string Uitkomst,
    Guid Motivering,
    string Hash,
    IReadOnlyList<string> Ondertekenaars,
    Instant Op,
    string? Gevolg = null,
    string? NietGehoord = null,
    string? Herstelt = null,
    string? Tijdvak = null,
    string? Aanvragertype = null,
    decimal? SubsidiabeleKosten = null,
    decimal? Bedrag = null,
    decimal? Was = null,
    decimal? Voorschot = null,
    LocalDate? PeriodeVan = null,
    LocalDate? PeriodeTot = null,
    string? Verantwoording = null,
    IReadOnlyList<string>? Activiteiten = null,
    IReadOnlyDictionary<string, decimal>? Partijen = null,
    long? Versie = null,
    string? Vaststelling = null,
    string? Brief = null,
    Verleningsstand? Nu = null
);

/// <summary>
/// An award became another by a decision on objection, or, when <c>Herstel</c>, by one that mends a mistake; <c>Bezwaar</c> is the number of either.
/// <c>Wijzigt</c> is the number of the award, <c>Besluit</c> that of the decision; the amounts are those from now on, <c>Was</c> what the award was, in
/// euro. The period, up to and including <c>PeriodeTot</c>, stays what it was. <c>Aandelen</c>, <c>Partijen</c>, <c>Posten</c> and <c>Verantwoording</c>: as in
/// the award; <c>PartijenWas</c>: what the parts were. <c>Intrekking</c>: the withdrawal that the decision revokes, wholly, or in part when <c>Blijft</c> says what
/// that leaves from now on; absent when it revokes none. Then <c>Vaststelling</c> is the settlement that stands again, when none comes in its place.
/// <c>VerleendOp</c> is the day of the award; absent in what was said before it was told when nothing is revoked.
/// </summary>
public sealed record VerleningGewijzigdBericht(
    string Zaaknummer,
    string Tijdvak,
    string KvkNummer,
    string Regelversie,
    string Bezwaar,
    string Besluit,
    string Wijzigt,
    LocalDate Besluitdatum,
    decimal SubsidiabeleKosten,
    decimal Bedrag,
    decimal Was,
    decimal Voorschot,
    IReadOnlyList<string> Activiteiten,
    IReadOnlyList<string> Ondertekenaars,
    Instant Op,
    IReadOnlyDictionary<string, decimal>? Aandelen = null,
    IReadOnlyDictionary<string, decimal>? Partijen = null,
    string? Verantwoording = null,
    IReadOnlyDictionary<string, decimal>? PartijenWas = null,
    LocalDate? PeriodeTot = null,
    bool? Herstel = null,
    string? Intrekking = null,
    decimal? Blijft = null,
    LocalDate? VerleendOp = null,
    string? Vaststelling = null,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, decimal>>? Posten = null,
    long? Versie = null
);

/// <summary>The decision on the objection was sent: appeal at the court is open on both days and between (6:7, 6:8, 8:1 Awb).</summary>
public sealed record BeroepstermijnGestartBericht(
    string Zaaknummer,
    string Bezwaar,
    string Besluit,
    LocalDate Van,
    LocalDate TotEnMet,
    Instant Op
);

/// <summary>
/// What is known of an appeal at the court (8:1 Awb). <c>Stand</c>: <c>ingesteld</c>, <c>ingetrokken</c> or <c>uitspraak</c>; <c>Uitkomst</c> of the
/// last: <c>gegrond</c>, <c>ongegrond</c>, <c>niet-ontvankelijk</c> or <c>onbevoegd</c>. <c>Dag</c>: on which it was so.
/// </summary>
public sealed record BeroepGenoteerdBericht(
    string Zaaknummer,
    string Bezwaar,
    string Besluit,
    string Stand,
    LocalDate Dag,
    Instant Op,
    string? Uitkomst = null
);
