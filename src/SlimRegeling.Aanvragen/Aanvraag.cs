using System.Text.Json.Serialization;
using NodaTime;
using SlimRegeling.Platform.Berichtenverkeer;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Aanvragen;

/// <summary>
/// The application was received (2.8). <c>Gevraagd</c> is the subsidy that the rules of the window compute for it; <c>Inhoud</c> points to
/// the form as it was sent. <c>Regelhash</c> says by which state of the rules; here and below absent in what was decided before it was kept.
/// <c>Partijen</c>: KVK numbers of whoever may ask once in the window (2.8, fourth paragraph); <c>Verbonden</c>: of the enterprises that they
/// declared to be linked to, <c>VerbondenPerPartij</c>: of a partnership which party to which. <c>Ontbreekt</c>: codes of the documents that were
/// missing at receipt, absent when none were; until it is completed or found complete it has no place in the order (2.10, third paragraph; KR 2.3).
/// <c>Binnengekomen</c>: the moment at the door, when the horizon had passed that and <c>Op</c> lies just after it; absent when they are one.
/// </summary>
[Naam("aanvraag-ingediend")]
public sealed record AanvraagIngediend(
    string Tijdvak,
    string KvkNummer,
    string Aanvragertype,
    string Regelversie,
    decimal Gevraagd,
    IReadOnlyList<string> Activiteiten,
    Verwijzing Inhoud,
    Instant Op,
    [property: LaterToegevoegd] string? Regelhash = null,
    [property: LaterToegevoegd] IReadOnlyList<string>? Partijen = null,
    [property: LaterToegevoegd] IReadOnlyList<string>? Verbonden = null,
    [property: LaterToegevoegd] IReadOnlyList<string>? Ontbreekt = null,
    [property: LaterToegevoegd] IReadOnlyDictionary<string, IReadOnlyList<string>>? VerbondenPerPartij = null,
    [property: LaterToegevoegd] Instant? Binnengekomen = null
) : Gebeurtenis
{
    /// <summary>Whoever may ask once; of an application from before it was kept the applicant.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Gebonden => Partijen ?? [KvkNummer];

    /// <summary>Those and the applicant: whose awards count for the application.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Betrokken => [.. Gebonden.Append(KvkNummer).Distinct()];
}

/// <summary>The application is complete; it counts from <c>VolledigOntvangenOp</c> (2.10).</summary>
[Naam("aanvraag-volledig")]
public sealed record AanvraagVolledig(string Tijdvak, bool Aangevuld, Instant VolledigOntvangenOp, Instant Op) : Gebeurtenis;

/// <summary><c>BijBesluit</c>: it was withdrawn after the assessment, at Verlening, which keeps the reason.</summary>
[Naam("aanvraag-ingetrokken")]
public sealed record AanvraagIngetrokken(string Tijdvak, Verwijzing? Reden, Instant Op, [property: LaterToegevoegd] bool? BijBesluit = null)
    : Gebeurtenis;

/// <summary>
/// A person decided not to handle the application (AWB 4:5; 2.8, fourth paragraph). <c>Grond</c> is one of <see cref="BuitenBehandeling.Vervalgrond"/>;
/// <c>MededelenUiterlijk</c> the last day to tell the applicant; <c>Eerdere</c> the case that goes before it. Pseudonyms signed.
/// </summary>
[Naam("buiten-behandeling-gesteld")]
public sealed record BuitenBehandelingGesteld(
    string Tijdvak,
    string KvkNummer,
    string Regelversie,
    string Regelhash,
    string Besluit,
    LocalDate Besluitdatum,
    string Grond,
    LocalDate MededelenUiterlijk,
    IReadOnlyList<string> Ontbreekt,
    LocalDate? AanvullenUiterlijk,
    Instant? AangevuldOp,
    string? Eerdere,
    IReadOnlyList<string> Ondertekenaars,
    Instant Op
) : Gebeurtenis;

/// <summary>The applicant told that something changed; <c>Inhoud</c> points to what they wrote. It changes nothing by itself.</summary>
[Naam("wijziging-gemeld")]
public sealed record WijzigingGemeld(string Tijdvak, string KvkNummer, Verwijzing Inhoud, Instant Op) : Gebeurtenis;

/// <summary>An assessor took the case; a pseudonym.</summary>
[Naam("aanvraag-toegewezen")]
public sealed record AanvraagToegewezen(string Beoordelaar, Instant Op) : Gebeurtenis;

/// <summary>
/// The grounds of 2.12 were judged and the amounts computed. <c>Gronden</c> are those that stand in the way; <c>Scans</c> are the hashes of
/// the scan reports whose evidence was shown; <c>Aandelen</c> what each activity weighs in the subsidy, in euro before the maximum; <c>Inhoud</c> points to judgments, arguments and computation;
/// <c>Ontvangen</c> is when the application was received, absent in assessments from before it was kept. <c>Partijen</c> is what each party of
/// a partnership receives, in euro by KVK number; <c>Gedeeltelijk</c> is true when the ceiling left room for part of it (2.12, under i).
/// From <c>OpgeschortVan</c> up to and including <c>OpgeschortTot</c> the term to decide stood still (AWB 4:15).
/// </summary>
[Naam("aanvraag-beoordeeld")]
public sealed record AanvraagBeoordeeld(
    string Tijdvak,
    string KvkNummer,
    string Aanvragertype,
    string Regelversie,
    string Regelhash,
    Voorstel Voorstel,
    IReadOnlyList<string> Gronden,
    IReadOnlyList<string> Activiteiten,
    IReadOnlyDictionary<string, decimal> Aandelen,
    decimal SubsidiabeleKosten,
    decimal Subsidie,
    decimal Voorschot,
    string Beoordelaar,
    IReadOnlyList<string> Scans,
    Verwijzing Inhoud,
    Instant TijdvakSluit,
    Instant Op,
    [property: LaterToegevoegd] Instant? Ontvangen = null,
    [property: LaterToegevoegd] IReadOnlyDictionary<string, decimal>? Partijen = null,
    [property: LaterToegevoegd] bool? Gedeeltelijk = null,
    [property: LaterToegevoegd] LocalDate? OpgeschortVan = null,
    [property: LaterToegevoegd] LocalDate? OpgeschortTot = null
) : Gebeurtenis;

public enum Fase
{
    /// <summary>A draft of which only others have spoken.</summary>
    Concept,
    Ingediend,
    AanvullingGevraagd,
    Volledig,
    Beoordeeld,
    Ingetrokken,

    /// <summary>Completed, to be looked at once more.</summary>
    Aangevuld,
    BuitenBehandeling,
}

public enum Voorstel
{
    Verlenen,
    Afwijzen,
}

/// <summary>An application from receipt to assessment, and what became of it elsewhere.</summary>
public sealed record Aanvraag : IVanOnderneming
{
    public string Id { get; init; } = "";
    public Fase Fase { get; init; }
    public string KvkNummer { get; init; } = "";
    public AanvraagIngediend? Ingediend { get; init; }
    public AanvullingGevraagd? Aanvulling { get; init; }
    public HersteltermijnGestart? Hersteltermijn { get; init; }
    public AanvraagAangevuld? Aangevuld { get; init; }
    public AanvullingOnvoldoende? Onvoldoende { get; init; }
    public AanvraagVolledig? Volledig { get; init; }
    public BuitenBehandelingGesteld? BuitenBehandeling { get; init; }
    public string? Beoordelaar { get; init; }
    public AanvraagBeoordeeld? Beoordeling { get; init; }

    /// <summary>Hash of the proposal that came back last.</summary>
    public string? Teruggezonden { get; init; }
    public Rangschikking? Rangschikking { get; init; }
    public Budget? Budget { get; init; }

    /// <summary>When budget was freed; null when it never was, or was set apart again.</summary>
    public Instant? BudgetVrij { get; init; }

    /// <summary>Version of the reservation at the last that was heard of it.</summary>
    public long? Budgetversie { get; init; }
    public BudgettekortVernomen? Budgettekort { get; init; }
    public UitsluitingVernomen? Uitsluiting { get; init; }

    /// <summary>In the order in which they came.</summary>
    public IReadOnlyList<WijzigingGemeld> Meldingen { get; init; } = [];

    /// <summary>At most one of each kind, in the order of their kinds.</summary>
    public IReadOnlyList<Besluit> Besluiten { get; init; } = [];

    /// <summary>The form as it counts now. Only of what was submitted, like the next.</summary>
    [JsonIgnore]
    public Verwijzing Inhoud => Aangevuld?.Inhoud ?? Ingediend!.Inhoud;

    /// <summary>What the rules compute for that form, in euro.</summary>
    [JsonIgnore]
    public decimal Gevraagd => Aangevuld?.Gevraagd ?? Ingediend!.Gevraagd;

    [JsonIgnore]
    public IReadOnlyList<string> Activiteiten => Aangevuld?.Activiteiten ?? Ingediend!.Activiteiten;

    /// <summary>The last day to complete: of the term that runs, or that would when the request is sent on the day itself.</summary>
    [JsonIgnore]
    public LocalDate? AanvullenUiterlijk => Hersteltermijn?.Uiterlijk ?? Aanvulling?.Uiterlijk;

    /// <summary>A term that was never told of does not run, whatever the day is.</summary>
    public bool HersteltermijnVoorbij(Instant nu) => Hersteltermijn is { } termijn && Moment.Dag(nu) > termijn.Uiterlijk;

    /// <summary>The last that was heard of the reservation.</summary>
    [JsonIgnore]
    public Zegmoment BudgetGehoord => new(Budget?.Op ?? BudgetVrij, Budgetversie);

    /// <summary>Where the case stands for people: the phase here, or the last decision.</summary>
    [JsonIgnore]
    public Status Status =>
        Besluiten.Count > 0
            ? Besluiten[^1].Soort switch
            {
                Besluitsoort.Verlening => Status.Verleend,
                Besluitsoort.Afwijzing => Status.Afgewezen,
                _ => Status.Vastgesteld,
            }
            : (Status)Fase;

    public Aanvraag Apply(AanvraagIngediend e) => this with { Fase = Fase.Ingediend, KvkNummer = e.KvkNummer, Ingediend = e };

    public Aanvraag Apply(AanvullingGevraagd e) =>
        this with
        {
            Fase = Fase.AanvullingGevraagd,
            Aanvulling = e,
            Rangschikking = null,
            Budget = null,
        };

    public Aanvraag Apply(HersteltermijnGestart e) => this with { Hersteltermijn = e };

    public Aanvraag Apply(AanvraagAangevuld e) => this with { Fase = Fase.Aangevuld, Aangevuld = e, Rangschikking = null };

    public Aanvraag Apply(AanvullingOnvoldoende e) => this with { Onvoldoende = e };

    public Aanvraag Apply(AanvraagVolledig e) => this with { Fase = Fase.Volledig, Volledig = e, Onvoldoende = null };

    public Aanvraag Apply(BuitenBehandelingGesteld e) => this with { Fase = Fase.BuitenBehandeling, BuitenBehandeling = e };

    public Aanvraag Apply(AanvraagIngetrokken _) => this with { Fase = Fase.Ingetrokken };

    public Aanvraag Apply(WijzigingGemeld e) => this with { Meldingen = [.. Meldingen, e] };

    public Aanvraag Apply(AanvraagToegewezen e) => this with { Beoordelaar = e.Beoordelaar };

    public Aanvraag Apply(AanvraagBeoordeeld e) => this with { Fase = Fase.Beoordeeld, Beoordeling = e };

    public Aanvraag Apply(RangVernomen e) => this with { Rangschikking = new Rangschikking(e.Rang, e.BinnenPlafond, e.Op, e.Herloting) };

    public Aanvraag Apply(BudgetVernomen e) =>
        this with
        {
            Budget = new Budget(e.Bedrag, e.Op, e.Gedeeltelijk ?? false),
            BudgetVrij = null,
            Budgetversie = e.Versie,
        };

    /// <summary>Before versions were kept, one that was older than the budget was noted too.</summary>
    public Aanvraag Apply(BudgetvrijgaveVernomen e) =>
        e.Versie is null && Budget?.Op >= e.Op ? this : this with { BudgetVrij = e.Op, Budget = null, Budgetversie = e.Versie };

    public Aanvraag Apply(BudgettekortVernomen e) => this with { Budgettekort = e };

    public Aanvraag Apply(UitsluitingVernomen e) => this with { Uitsluiting = e };

    public Aanvraag Apply(TerugzendingVernomen e) => this with { Fase = Fase.Volledig, Teruggezonden = e.Voorstelhash };

    public Aanvraag Apply(BesluitVernomen e) =>
        this with
        {
            KvkNummer = e.KvkNummer,
            Besluiten = [.. Besluiten.Append(e.Besluit).OrderBy(b => b.Soort)],
        };
}

/// <summary>The values of <see cref="Aanvragen.Fase"/>, then what was decided elsewhere.</summary>
public enum Status
{
    Concept = Fase.Concept,
    Ingediend = Fase.Ingediend,
    AanvullingGevraagd = Fase.AanvullingGevraagd,
    Volledig = Fase.Volledig,
    Beoordeeld = Fase.Beoordeeld,
    Ingetrokken = Fase.Ingetrokken,
    Aangevuld = Fase.Aangevuld,
    BuitenBehandeling = Fase.BuitenBehandeling,
    Verleend,
    Afgewezen,
    Vastgesteld,
}
