using System.Text.Json.Serialization;
using NodaTime;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Vaststelling.Declaraties;

namespace SlimRegeling.Vaststelling;

/// <summary>
/// A subsidy was awarded, so there is something to account for. The period includes both days. <c>Partijen</c> and <c>Posten</c>: as in the award. The last
/// four are absent in what was heard before they were kept, <c>Partijen</c> where there are none, and of <c>Posten</c> what is not known.
/// </summary>
[Naam("verantwoording-opengesteld")]
public sealed record Opengesteld(
    string Tijdvak,
    string KvkNummer,
    string Regelversie,
    string Besluit,
    decimal Verleend,
    decimal Voorschot,
    LocalDate PeriodeVan,
    LocalDate PeriodeTot,
    string Wijze,
    IReadOnlyList<string> Activiteiten,
    Instant Op,
    IReadOnlyDictionary<string, decimal>? Aandelen = null,
    string? Aanvragertype = null,
    decimal? SubsidiabeleKosten = null,
    IReadOnlyDictionary<string, decimal>? Partijen = null,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, decimal>>? Posten = null
) : Gebeurtenis;

/// <summary>
/// A decision on objection, or one that mends a mistake (<c>Besluit</c>), made the award a higher one: what is accounted for is this from now on. The
/// period stays what it was.
/// </summary>
[Naam("verantwoording-gewijzigd")]
public sealed record OpeningGewijzigd(
    string Besluit,
    decimal Verleend,
    decimal Was,
    decimal Voorschot,
    string? Wijze,
    IReadOnlyList<string> Activiteiten,
    Instant Op,
    IReadOnlyDictionary<string, decimal>? Aandelen = null,
    decimal? SubsidiabeleKosten = null,
    IReadOnlyDictionary<string, decimal>? Partijen = null,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, decimal>>? Posten = null
) : Gebeurtenis;

/// <summary>A document of the case can be read.</summary>
[Naam("document-beschikbaar")]
public sealed record DocumentBeschikbaar(string Document, string Soort, string Hash) : Gebeurtenis;

/// <summary>
/// A scan was done that names this case: evidence that it was, never its scores. <c>KvkNummer</c> is who had it done: anyone can name a case number,
/// so only those of the recipient's own enterprise count. What follows it is absent of what was heard before it was told, and is told at
/// <c>ScanAfgerondBericht</c>.
/// </summary>
[Naam("scan-afgerond")]
public sealed record ScanAfgerond(
    string Scan,
    string Instrument,
    LocalDate Van,
    LocalDate Tot,
    string Rapporthash,
    string? KvkNummer = null,
    int? Gevraagd = null,
    string? Beeld = null,
    string? Vragenlijst = null,
    string? Bron = null,
    int? Instrumentversie = null,
    string? Onderbouwing = null,
    string? Validatie = null,
    string? Instrumenthash = null,
    int? Beantwoord = null,
    bool? Leiding = null,
    LocalDate? RapportOp = null,
    string? Dimensies = null,
    int? OnderzoekBedrijven = null,
    int? OnderzoekPersonen = null,
    int? OnderzoekJaar = null
) : Gebeurtenis;

/// <summary>The bank paid an order of the case. <c>Op</c> and <c>Versie</c>: when that was said.</summary>
[Naam("betaling-uitgevoerd")]
public sealed record BetalingUitgevoerd(
    string Betaalopdracht,
    string Soort,
    decimal Bedrag,
    LocalDate Boekdatum,
    [property: LaterToegevoegd] Instant? Op = null,
    [property: LaterToegevoegd] long? Versie = null
) : Gebeurtenis;

/// <summary>What the bank had paid on an order of the case came back.</summary>
[Naam("betaling-teruggekomen")]
public sealed record BetalingTeruggekomen(string Betaalopdracht, string Soort, LocalDate Boekdatum, Instant Op, long? Versie) : Gebeurtenis;

/// <summary>
/// The case is in the sample; <c>Zaad</c> and <c>Bron</c> let anyone do the draw again. Proof is due on <c>Uiterlijk</c>. <c>Regelhash</c> says
/// by which state of the rules; here and below absent in what was decided before it was kept. <c>Steekproef</c> is the number of the draw; absent
/// of a case that an assessor put in by itself. <c>VanafVerzending</c>, here and where else a letter gives a term: that does not run before its letter was
/// sent; absent of one that ran from the day on which it was asked.
/// </summary>
[Naam("in-steekproef")]
public sealed record InSteekproef(
    string KvkNummer,
    string Zaad,
    string? Bron,
    string Door,
    LocalDate Uiterlijk,
    Instant Op,
    [property: LaterToegevoegd] string? Regelversie = null,
    [property: LaterToegevoegd] string? Regelhash = null,
    [property: LaterToegevoegd] string? Steekproef = null,
    [property: LaterToegevoegd] bool? VanafVerzending = null
) : Gebeurtenis;

/// <summary>The documents that prove one activity.</summary>
public sealed record Bewijsstuk(string Activiteit, IReadOnlyList<string> Documenten);

/// <summary>The recipient gave proof; what they wrote with it is kept beside the stream. Proof sent later replaces it.</summary>
[Naam("bewijs-ontvangen")]
public sealed record BewijsOntvangen(IReadOnlyList<Bewijsstuk> Stukken, Verwijzing Toelichting, Instant Op) : Gebeurtenis;

/// <summary>
/// What an assessor proposes to settle; a proposal that comes later replaces it and voids what was signed. <c>Afrekening</c>: of a settlement on request;
/// then the arguments are the judgments line by line. <c>ZonderVerzoek</c>: of one that was to be asked, and was not. <c>Gedeeltelijk</c>: of those of
/// <c>Uitgevoerd</c> that were done for a part, where there are any. <c>Steekproef</c>: of one that needs a sample and was not asked for proof.
/// <c>Verlaging</c>: what was taken off last, absent when nothing was.
/// </summary>
[Naam("vaststelling-voorgesteld")]
public sealed record Voorgesteld(
    string Voorstelhash,
    decimal Vastgesteld,
    IReadOnlyList<string> Uitgevoerd,
    IReadOnlyList<string> NietUitgevoerd,
    Verwijzing Argumenten,
    string Door,
    Instant Op,
    [property: LaterToegevoegd] string? Regelversie = null,
    [property: LaterToegevoegd] string? Regelhash = null,
    [property: LaterToegevoegd] Afrekening? Afrekening = null,
    [property: LaterToegevoegd] ZonderVerzoek? ZonderVerzoek = null,
    [property: LaterToegevoegd] Gedeeltelijk? Gedeeltelijk = null,
    [property: LaterToegevoegd] Steekproefgrond? Steekproef = null,
    [property: LaterToegevoegd] Regels.Verlaging? Verlaging = null
) : Gebeurtenis;

/// <summary>One of the two who sign.</summary>
[Naam("vaststelling-ondertekend")]
public sealed record Ondertekend(string Voorstelhash, string Door, Instant Op) : Gebeurtenis;

/// <summary>
/// The second signature made it a decision. <c>NogTeBetalen</c> below zero is to be claimed back. <c>Vervangt</c>: the settlement in whose place it
/// comes, by the decision on objection <c>Bezwaarbesluit</c>, or, when <c>Herstel</c>, the one that mends a mistake; <c>EerderVastgesteld</c> what that
/// settled; then <c>Voorschotten</c> is all that was to be paid before, in advance or by settlements. <c>NaVoortgang</c>: what was advanced after the
/// progress report. <c>Intrekking</c>: the withdrawal that it reckons with: then <c>Voorschotten</c> has of the advances no more than what that left. Euro.
/// <c>ZonderVerzoek</c>: it was to be asked, and was not. <c>VanafEersteVerzoek</c>: <c>Uiterlijk</c> of a request is counted from that, not from what
/// completed it; absent from before that. <c>Steun</c>: what it changes in the de-minimis aid by the award, of the day <c>VerleendOp</c>, by
/// KVK number; absent when nothing.
/// </summary>
[Naam("subsidie-vastgesteld")]
public sealed record Vastgesteld(
    string Voorstelhash,
    string Tijdvak,
    string KvkNummer,
    string Regelversie,
    string Besluit,
    LocalDate Besluitdatum,
    LocalDate Uiterlijk,
    decimal Verleend,
    decimal Bedrag,
    decimal Voorschotten,
    decimal NogTeBetalen,
    IReadOnlyList<string> Ondertekenaars,
    Instant Op,
    [property: LaterToegevoegd] string? Regelhash = null,
    [property: LaterToegevoegd] string? Vervangt = null,
    [property: LaterToegevoegd] string? Bezwaarbesluit = null,
    [property: LaterToegevoegd] decimal? EerderVastgesteld = null,
    [property: LaterToegevoegd] bool? Herstel = null,
    [property: LaterToegevoegd] decimal? NaVoortgang = null,
    [property: LaterToegevoegd] string? Intrekking = null,
    [property: LaterToegevoegd] bool? ZonderVerzoek = null,
    [property: LaterToegevoegd] IReadOnlyDictionary<string, decimal>? Steun = null,
    [property: LaterToegevoegd] LocalDate? VerleendOp = null,
    [property: LaterToegevoegd] bool? VanafEersteVerzoek = null
) : Gebeurtenis;

/// <summary>
/// By the decision <c>Besluit</c> on objection <c>Bezwaar</c>, or, when <c>Herstel</c>, by one that mends a mistake, another settlement comes in the place
/// of <c>Vervangt</c>, which holds until then.
/// </summary>
[Naam("vaststelling-heropend")]
public sealed record Heropend(string Vervangt, string Besluit, string Bezwaar, Instant Op, [property: LaterToegevoegd] bool? Herstel = null)
    : Gebeurtenis
{
    /// <summary>The least that is kept of a moment.</summary>
    private static readonly Duration Tel = Duration.FromTicks(10);

    /// <summary>
    /// Opened after it was settled, also when that was signed after the decision which opens it and before that was heard: in the life of the case the
    /// one follows the other.
    /// </summary>
    public static Heropend Van(Vastgesteld vaststelling, string besluit, string bezwaar, Instant op, bool? herstel = null) =>
        new(vaststelling.Besluit, besluit, bezwaar, Instant.Max(op, vaststelling.Op + Tel), herstel);
}

/// <summary>The accounting for one award, up to its settlement. Documents, scans and payments may be heard before the award.</summary>
public sealed partial record Verantwoording : IVanOnderneming
{
    public string Id { get; init; } = "";

    public InSteekproef? Steekproef { get; init; }

    public BewijsOntvangen? Bewijs { get; init; }

    public Voorgesteld? Voorstel { get; init; }

    /// <summary>Who signed the proposal that lies ready, in order.</summary>
    public IReadOnlyList<string> Ondertekenaars { get; init; } = [];

    /// <summary>Hash of the proposal while it waits for a signature; stored so that those that wait are found.</summary>
    public string? LigtVoor => Fase == Fase.Voorgesteld ? Voorstel?.Voorstelhash : null;

    /// <summary>The settlement that holds.</summary>
    public Vastgesteld? Vaststelling { get; init; }

    /// <summary>Those in whose place another came, the first one first.</summary>
    public IReadOnlyList<Vastgesteld> Vervangen { get; init; } = [];

    /// <summary>In the order in which they were heard.</summary>
    public IReadOnlyList<Heropend> Heropeningen { get; init; } = [];

    /// <summary>
    /// Why another comes in the place of the settlement that holds; null when none does. An objection goes before what mends a mistake, whichever was
    /// heard first: who takes it must be others then (10:3 Awb).
    /// </summary>
    [JsonIgnore]
    public Heropend? Heropening =>
        Heropeningen.Where(h => h.Vervangt == Vaststelling?.Besluit).OrderBy(h => h.Herstel != true).LastOrDefault();

    /// <summary>What is to be paid without the next settlement, in advance or by those in whose place it comes, in euro.</summary>
    [JsonIgnore]
    public decimal AlTeBetalen => Bevoorschot + Voorgangers.Sum(v => Math.Max(0, v.NogTeBetalen));

    /// <summary>Each in the order of its id, so that the state does not hang on what was heard first.</summary>
    public IReadOnlyList<DocumentBeschikbaar> Documenten { get; init; } = [];

    public IReadOnlyList<ScanAfgerond> Scans { get; init; } = [];

    /// <summary>Nobody's until the award says whose.</summary>
    [JsonIgnore]
    public string KvkNummer => Opening?.KvkNummer ?? "niet-opengesteld";

    [JsonIgnore]
    public Fase Fase =>
        this switch
        {
            { Opening: null } => Fase.NietOpengesteld,
            { Geheel: true } => Fase.Ingetrokken,
            { Vaststelling: not null, Heropening: null } => Fase.Vastgesteld,
            { Voorstel: not null } => Fase.Voorgesteld,
            { Declaratie: not null } => AanvullingLoopt ? Fase.AanvullingGevraagd : Fase.Ingediend,
            { Bewijs: not null } => Fase.BewijsOntvangen,
            { Steekproef: not null } => Fase.InSteekproef,
            _ => Fase.Opengesteld,
        };

    public Verantwoording Apply(DocumentBeschikbaar e) =>
        this with
        {
            Documenten = [.. Documenten.Append(e).OrderBy(d => d.Document, StringComparer.Ordinal)],
        };

    public Verantwoording Apply(ScanAfgerond e) => this with { Scans = [.. Scans.Append(e).OrderBy(s => s.Scan, StringComparer.Ordinal)] };

    public Verantwoording Apply(InSteekproef e) => this with { Steekproef = e };

    public Verantwoording Apply(BewijsOntvangen e) => this with { Bewijs = e };

    public Verantwoording Apply(Voorgesteld e) => this with { Voorstel = e, Ondertekenaars = [] };

    public Verantwoording Apply(Ondertekend e) => this with { Ondertekenaars = [.. Ondertekenaars, e.Door] };

    public Verantwoording Apply(Vastgesteld e) =>
        this with
        {
            Vaststelling = e,
            Vervangen = Vaststelling is { } vorige ? [.. Vervangen, vorige] : Vervangen,
        };

    /// <summary>What was proposed before does not know of the objection, or of the mistake.</summary>
    public Verantwoording Apply(Heropend e) => this with { Heropeningen = [.. Heropeningen, e], Voorstel = null, Ondertekenaars = [] };

    private IEnumerable<Vastgesteld> Voorgangers => Heropening is null ? Vervangen : Vervangen.Append(Vaststelling!);
}
