using NodaTime;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Regels;

namespace SlimRegeling.Vaststelling.Declaraties;

/// <summary>
/// The recipient asks for the settlement. The lines are kept beside the stream: they name people. <c>PerActiviteit</c>: what is asked of costs and fixed
/// amounts, in euro by activity; <c>Gevraagd</c> their sum. <c>AllesGedaan</c>: the recipient says that nothing more will be done. <c>MetGegevens</c>: the
/// wage of own hours, and who and a document with what is paid by the piece, were asked; absent from before that.
/// </summary>
[Naam("declaratie-ingediend")]
public sealed record DeclaratieIngediend(
    Verwijzing Inhoud,
    int Regels,
    decimal Gevraagd,
    IReadOnlyDictionary<string, decimal> PerActiviteit,
    bool AllesGedaan,
    Instant Op,
    string Regelversie,
    string Regelhash,
    [property: LaterToegevoegd] bool? MetGegevens = null
) : Gebeurtenis;

/// <summary>What the declaration lacks is asked for, once; what is asked is kept beside the stream.</summary>
[Naam("declaratieaanvulling-gevraagd")]
public sealed record DeclaratieaanvullingGevraagd(
    string KvkNummer,
    Verwijzing Vraag,
    LocalDate Uiterlijk,
    string Door,
    Instant Op,
    string Regelversie,
    string Regelhash,
    [property: LaterToegevoegd] bool? VanafVerzending = null
) : Gebeurtenis;

/// <summary>
/// The term to ask for the settlement passed without a declaration: the recipient gets a last one, up to and including <c>Uiterlijk</c> (4:44, third
/// paragraph, Awb). Set once.
/// </summary>
[Naam("verzoektermijn-gesteld")]
public sealed record VerzoektermijnGesteld(
    string KvkNummer,
    LocalDate Uiterlijk,
    string Door,
    Instant Op,
    string Regelversie,
    string Regelhash,
    [property: LaterToegevoegd] bool? VanafVerzending = null
) : Gebeurtenis;

/// <summary>
/// What a proposal rests on of a settlement that was to be asked and was not, also not up to and including <c>Termijn</c>, the last day that was given for
/// it. <c>PerActiviteit</c>: what of the subsidy could be established without a declaration, in euro.
/// </summary>
public sealed record ZonderVerzoek(LocalDate Termijn, IReadOnlyDictionary<string, decimal> PerActiviteit);

/// <summary>
/// What a proposal to settle on request rests on, without what names people. <c>Declaratie</c>: the lines that were judged. <c>SubsidiabeleKosten</c>:
/// those that were accepted, with the surcharge; <c>Berekend</c>: what the rules give, also when more was settled before. <c>Nihil</c>: what was chosen
/// where the version has it examined; absent elsewhere. <c>Sectoren</c>: of every party that was judged,
/// <c>overig</c> where no limit of a sector holds; from before that was asked only of those that may have less than another.
/// <c>Controleverklaring</c>: whether the auditor's report was accepted; absent where none is asked, and from before that was judged.
/// <c>Bijdragen</c>: what was deducted of what others contributed; absent when nothing was. <c>BijdragenPerPartij</c>: then, of a partnership, what was
/// contributed to the costs of each party, by KVK number; no more goes off those than they are.
/// </summary>
public sealed record Afrekening(
    Verwijzing Declaratie,
    decimal Gevraagd,
    IReadOnlyList<Aanvaard> Aanvaard,
    decimal SubsidiabeleKosten,
    decimal Berekend,
    Realisatiegevolg Realisatie,
    bool? Nihil = null,
    IReadOnlyDictionary<string, string>? Sectoren = null,
    bool? Controleverklaring = null,
    decimal? Bijdragen = null,
    IReadOnlyDictionary<string, decimal>? BijdragenPerPartij = null
);
