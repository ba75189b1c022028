using NodaTime;

namespace SlimRegeling.Berichten.Vaststelling;

/// <summary>The case is in the sample: proof is asked that the activities were done (2.24, first paragraph).</summary>
public sealed record BewijsGevraagdBericht(string Zaaknummer, string KvkNummer, LocalDate Uiterlijk, Instant Op);

/// <summary>The recipient gave proof; <c>Stukken</c> counts the documents.</summary>
public sealed record BewijsOntvangenBericht(string Zaaknummer, int Stukken, Instant Op);

/// <summary>
/// The subsidy was settled (2.24). <c>NogTeBetalen</c> is what the settlement leaves after <c>Voorschotten</c>; negative is to be claimed back.
/// <c>Vervangt</c>: the settlement in whose place it comes, <c>Bezwaarbesluit</c>: the decision on objection by which it does, or, when
/// <c>Herstel</c>, the one that mends a mistake, <c>EerderVastgesteld</c>: what was settled before it; then <c>Voorschotten</c> is all that was to be paid
/// before, in advance or by settlements. Absent of a first one. <c>NaVoortgang</c>: what was advanced after the progress report. <c>Intrekking</c>: the
/// withdrawal of part of the award that it reckons with: then <c>Voorschotten</c> has of the advances no more than what that left. Euro.
/// <c>Steun</c>: what it changes in the de-minimis aid by the award of the day <c>VerleendOp</c>, by KVK number; absent when that stays as it is.
/// </summary>
public sealed record SubsidieVastgesteldBericht(
    string Zaaknummer,
    string Tijdvak,
    string KvkNummer,
    string Regelversie,
    string Besluit,
    LocalDate Besluitdatum,
    decimal Verleend,
    decimal Vastgesteld,
    decimal Voorschotten,
    decimal NogTeBetalen,
    IReadOnlyList<string> Ondertekenaars,
    Instant Op,
    string? Vervangt = null,
    string? Bezwaarbesluit = null,
    decimal? EerderVastgesteld = null,
    long? Versie = null,
    bool? Herstel = null,
    decimal? NaVoortgang = null,
    string? Intrekking = null,
    IReadOnlyDictionary<string, decimal>? Steun = null,
    LocalDate? VerleendOp = null
);

/// <summary>
/// By the decision on objection <c>Bezwaarbesluit</c> the subsidy is settled anew (7:11, second paragraph, Awb), or, when <c>Herstel</c>, by one that
/// mends a mistake. <c>Vervangt</c> is the settlement in whose place another comes; it holds until then.
/// </summary>
public sealed record VaststellingHeropendBericht(
    string Zaaknummer,
    string Vervangt,
    string Bezwaarbesluit,
    Instant Op,
    bool? Herstel = null
);

/// <summary>The recipient asked for the settlement, with a declaration of so many <c>Regels</c>. <c>Gevraagd</c>: what was declared, in euro.</summary>
public sealed record DeclaratieIngediendBericht(string Zaaknummer, int Regels, decimal Gevraagd, Instant Op);

/// <summary>
/// The recipient is asked once for what the declaration lacks, up to and including <c>Uiterlijk</c>. What is asked is with Vaststelling, under <c>Hash</c>.
/// </summary>
public sealed record DeclaratieaanvullingGevraagdBericht(string Zaaknummer, string KvkNummer, string Hash, LocalDate Uiterlijk, Instant Op);

/// <summary>
/// The recipient reminded us in writing that the settlement that was asked for did not come in time (4:17, third paragraph, Awb); that was received on
/// <c>OntvangenOp</c>. Not <c>Geldt</c>: that reminder is void. Who computes the penalty goes by the latest of a case.
/// </summary>
public sealed record VaststellingIngebrekestellingBericht(
    string Zaaknummer,
    LocalDate OntvangenOp,
    bool Geldt,
    Instant Op,
    long? Versie = null
);

/// <summary>
/// The recipient is told that there is no settlement by <c>BeslissenUiterlijk</c>, the last day by law, and that it can be expected on <c>VerwachtOp</c> at
/// the latest (4:14, first paragraph, Awb). The first stays the term by which a penalty runs.
/// </summary>
public sealed record VaststellingVertraagdBericht(
    string Zaaknummer,
    string KvkNummer,
    string Regelversie,
    LocalDate BeslissenUiterlijk,
    LocalDate VerwachtOp,
    Instant Op,
    long? Versie = null
);
