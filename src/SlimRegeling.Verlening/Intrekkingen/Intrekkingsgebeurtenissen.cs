using NodaTime;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Verlening.Intrekkingen;

// What happens to withdraw an award or a settlement, or to make it less, in the stream of the award. Intrekking is the number of the proposal, and of
// the decision that comes of it. Amounts in euro.

/// <summary>
/// An employee proposes that what <c>Betreft</c> decided becomes <c>Bedrag</c>, zero for all of it, on <c>Grond</c>, a code of the rule version.
/// <c>Soort</c>: one of <see cref="Regels.Intrekkingsbetreft"/>. <c>Was</c> is the award, <c>VastgesteldWas</c> what was settled. <c>Vanaf</c>: from which
/// day on; absent when it reaches back (4:48, second paragraph, 4:49, second paragraph, Awb). <c>Sinds</c>: the day on which an obligation was not kept,
/// from which the five years of 4:49 run for that ground. <c>NietGehoord</c>: one of <see cref="Hoorreden"/>; absent when the recipient is heard. No payment
/// is due up to and including <c>OpschortenTot</c>, heard or not; absent in what was proposed without hearing before that was kept. Why it is proposed is
/// kept beside the stream.
/// </summary>
[Naam("intrekking-voorgesteld")]
public sealed record IntrekkingVoorgesteld(
    string KvkNummer,
    string Intrekking,
    string Betreft,
    string Soort,
    string Grond,
    decimal Bedrag,
    decimal Was,
    decimal? VastgesteldWas,
    IReadOnlyDictionary<string, decimal>? Partijen,
    LocalDate? Vanaf,
    LocalDate? Sinds,
    string? NietGehoord,
    LocalDate? OpschortenTot,
    Verwijzing Toelichting,
    string Door,
    string Regelversie,
    string Regelhash,
    Instant Op
) : Gebeurtenis;

/// <summary>The recipient was told: what they think of it can be given up to and including <c>Uiterlijk</c>.</summary>
[Naam("zienswijzetermijn-gestart")]
public sealed record ZienswijzetermijnGestart(
    string Intrekking,
    LocalDate VerzondenOp,
    LocalDate Uiterlijk,
    string Regelversie,
    string Regelhash,
    Instant Op
) : Gebeurtenis;

/// <summary>
/// What the recipient thinks of it; absent <c>Inhoud</c>: they said to have nothing to say. <c>Wijze</c>: one of <see cref="Zienswijzewijze"/>;
/// <c>Door</c> who typed it in.
/// </summary>
[Naam("zienswijze-ontvangen")]
public sealed record ZienswijzeOntvangen(
    string Intrekking,
    Verwijzing? Inhoud,
    string Wijze,
    LocalDate OntvangenOp,
    string? Door,
    Instant Op
) : Gebeurtenis;

/// <summary>The recipient was reminded that they can say what they think of it up to and including <c>Dag</c>.</summary>
[Naam("zienswijze-herinnerd")]
public sealed record ZienswijzeHerinnerd(string KvkNummer, string Intrekking, LocalDate Dag, Instant Op) : Gebeurtenis;

/// <summary>It lies ready for another person, who names the hash; <c>Motivering</c> points to all that the letter says of why.</summary>
[Naam("intrekking-voorgelegd")]
public sealed record IntrekkingVoorgelegd(string Intrekking, string Voorstelhash, Verwijzing Motivering, string Door, Instant Op)
    : Gebeurtenis;

/// <summary>Nothing comes of the proposal; why is kept beside the stream. <c>NietGehoord</c>: as in the proposal.</summary>
[Naam("intrekking-teruggezonden")]
public sealed record IntrekkingTeruggezonden(
    string KvkNummer,
    string Intrekking,
    string Door,
    Verwijzing Reden,
    Instant Op,
    [property: LaterToegevoegd] string? NietGehoord = null
) : Gebeurtenis;

/// <summary>
/// The award or the settlement <c>Betreft</c> was withdrawn or made less. <c>Wordt</c>: the award as it is from now on; what was settled is no more than
/// that. <c>Terugvordering</c> is what is claimed back of what is known to be paid (4:57 Awb; 1.8 Kaderregeling). <c>Versienummer</c>: which version of
/// the award that is; absent in what was decided before it was kept.
/// </summary>
[Naam("verlening-ingetrokken")]
public sealed record IntrekkingBesloten(
    string Voorstelhash,
    string Besluit,
    LocalDate Besluitdatum,
    string Betreft,
    string Soort,
    string Grond,
    Verleend Wordt,
    decimal Was,
    decimal? VastgesteldWas,
    decimal Betaald,
    decimal Terugvordering,
    IReadOnlyDictionary<string, decimal>? PartijenWas,
    LocalDate? Vanaf,
    string? NietGehoord,
    Verwijzing Motivering,
    IReadOnlyList<string> Ondertekenaars,
    string Regelversie,
    string Regelhash,
    Instant Op,
    [property: LaterToegevoegd] int? Versienummer = null
) : Gebeurtenis;

/// <summary>The bank paid an order of the case, or, when <c>Bedrag</c> is zero, what it had paid came back.</summary>
[Naam("betaling-vernomen")]
public sealed record BetalingVernomen(string Betaalopdracht, decimal Bedrag, Instant Op, [property: LaterToegevoegd] long? Versie = null)
    : Gebeurtenis;

/// <summary>Why it is withdrawn, as it stands in the letters; paragraphs have an empty line between them.</summary>
/// <param name="Hardheid">Why the hardship clause (4.1; another number in older texts) is not applied, or how far it is.</param>
/// <param name="NietGehoord">Why the recipient is not heard; null when they are.</param>
/// <param name="Reactie">What is said to what the recipient thinks of it; null when they gave nothing.</param>
public sealed record Intrekkingstekst(string Argument, string Hardheid, string? NietGehoord = null, string? Reactie = null);

/// <summary>What the recipient thinks of a proposal to withdraw.</summary>
public sealed record Zienswijze(string Tekst);
