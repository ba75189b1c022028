using System.Text.Json.Serialization;
using NodaTime;
using SlimRegeling.Platform.Berichtenverkeer;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Verlening.Bezwaren;

namespace SlimRegeling.Verlening;

/// <summary>The assessment arrived, with what it proposes.</summary>
[Naam("beoordeling-ontvangen")]
public sealed record BeoordelingOntvangen(Voorstel Voorstel) : Gebeurtenis;

/// <summary>Budget is set apart; <c>Op</c> is when that was. <c>Versie</c>, here and below: that of the reservation, absent in what was heard before it was told.</summary>
[Naam("reservering-ontvangen")]
public sealed record ReserveringOntvangen(decimal Bedrag, Instant Op, [property: LaterToegevoegd] long? Versie = null) : Gebeurtenis;

/// <summary>No budget is set apart any more: the application lost its place; <c>Op</c> is when that was.</summary>
[Naam("vrijgave-ontvangen")]
public sealed record VrijgaveOntvangen(string Reden, Instant Op, [property: LaterToegevoegd] long? Versie = null) : Gebeurtenis;

/// <summary>
/// What Tijdvakken asked back was not awarded and cannot be from here on: it may go to another. Euro; <c>Op</c> is when it was asked.
/// </summary>
[Naam("budget-teruggegeven")]
public sealed record BudgetTeruggegeven(string Tijdvak, decimal Bedrag, Instant Op) : Gebeurtenis;

/// <summary>
/// The ceiling leaves nothing (2.12, under i), by decision of the two people in <c>Ondertekenaars</c>; <c>Voorstel</c> is the refusal that
/// follows from it.
/// </summary>
[Naam("budget-ontoereikend-ontvangen")]
public sealed record OntoereikendOntvangen(
    Voorstel Voorstel,
    string Reden,
    IReadOnlyList<string> Ondertekenaars,
    [property: LaterToegevoegd] string? Volgorde = null
) : Gebeurtenis;

/// <summary>The application is not handled (4:5 Awb), by a decision of Aanvragen; objections against it are dealt with here.</summary>
[Naam("buiten-behandeling-ontvangen")]
public sealed record BuitenBehandelingOntvangen(
    string KvkNummer,
    string Regelversie,
    string Besluit,
    LocalDate Besluitdatum,
    Instant Op,
    [property: LaterToegevoegd] IReadOnlyList<string>? Ondertekenaars = null
) : Gebeurtenis;

/// <summary>A decision of Aanvragen was sent that was not heard of yet.</summary>
[Naam("verzending-ontvangen")]
public sealed record VerzendingOntvangen(string Besluit, LocalDate VerzondenOp, Instant Op) : Gebeurtenis;

/// <summary>The proposal lies ready for a second person; who signs names its hash.</summary>
[Naam("besluit-voorgelegd")]
public sealed record Voorgelegd(string Voorstelhash, Instant Op) : Gebeurtenis;

/// <summary>The second person did not sign; the reason is kept beside the stream.</summary>
[Naam("voorstel-teruggezonden")]
public sealed record Teruggezonden(
    string Voorstelhash,
    string Tijdvak,
    string Door,
    Verwijzing Reden,
    Instant Op,
    [property: LaterToegevoegd] Instant? BeoordeeldOp = null
) : Gebeurtenis;

/// <summary>
/// The award with what it must state (2.11, 2.13; KR 4.2). The period includes both days; <c>Aanvragertype</c> is absent in awards from before
/// it was kept. <c>Regelhash</c> says by which state of the rules it was signed (the amounts are those of the proposal, under its own hash);
/// here and below absent in what was decided before it was kept. <c>Partijen</c>: what each party of a partnership receives, in euro by KVK
/// number. <c>Gedeeltelijk</c>: the ceiling left room for part of what was asked. <c>Bezwaar</c>: the objection on which it was granted, or the decision
/// that mends a mistake by it, here and below. <c>Brief</c>: hash of the template with which its letter was read before it was signed, also below; absent
/// when nobody read it. <c>Posten</c>: the budget that it rests on, of each activity by item, in euro before the surcharge; without an activity of which it
/// is not known.
/// </summary>
[Naam("subsidie-verleend")]
public sealed record Verleend(
    string Voorstelhash,
    string Tijdvak,
    string KvkNummer,
    string Regelversie,
    string Besluit,
    LocalDate Besluitdatum,
    LocalDate Beslistermijn,
    decimal SubsidiabeleKosten,
    decimal Bedrag,
    decimal Voorschot,
    LocalDate PeriodeVan,
    LocalDate PeriodeTot,
    string Verantwoording,
    IReadOnlyList<string> Activiteiten,
    IReadOnlyList<string> Ondertekenaars,
    Instant Op,
    IReadOnlyDictionary<string, decimal>? Aandelen = null,
    [property: LaterToegevoegd] string? Aanvragertype = null,
    [property: LaterToegevoegd] string? Regelhash = null,
    [property: LaterToegevoegd] IReadOnlyDictionary<string, decimal>? Partijen = null,
    [property: LaterToegevoegd] bool? Gedeeltelijk = null,
    [property: LaterToegevoegd] string? Bezwaar = null,
    [property: LaterToegevoegd] string? Brief = null,
    [property: LaterToegevoegd] IReadOnlyDictionary<string, IReadOnlyDictionary<string, decimal>>? Posten = null
) : Gebeurtenis;

/// <summary>The refusal, with the grounds of 2.12 that it rests on. <c>Volgorde</c> is that of the window, when the ceiling left nothing.</summary>
[Naam("aanvraag-afgewezen")]
public sealed record Afgewezen(
    string Voorstelhash,
    string Tijdvak,
    string KvkNummer,
    string Regelversie,
    string Besluit,
    LocalDate Besluitdatum,
    LocalDate Beslistermijn,
    IReadOnlyList<string> Gronden,
    IReadOnlyList<string> Ondertekenaars,
    Instant Op,
    [property: LaterToegevoegd] string? Regelhash = null,
    [property: LaterToegevoegd] string? Volgorde = null,
    [property: LaterToegevoegd] string? Bezwaar = null,
    [property: LaterToegevoegd] string? Brief = null
) : Gebeurtenis;

/// <summary>The decision was sent: objection is open on both days and between (AWB 6:7, 6:8).</summary>
[Naam("bezwaartermijn-gestart")]
public sealed record BezwaartermijnGestart(
    string Besluit,
    LocalDate VerzondenOp,
    LocalDate Van,
    LocalDate TotEnMet,
    Instant Op,
    [property: LaterToegevoegd] string? Regelversie = null,
    [property: LaterToegevoegd] string? Regelhash = null
) : Gebeurtenis;

/// <summary>The application no longer takes part, so there is nothing to decide.</summary>
[Naam("aanvraag-vervallen")]
public sealed record Vervallen(string Grond, Instant Op) : Gebeurtenis;

/// <summary>The applicant withdrew what was assessed; the reason is kept beside the stream, when there is one.</summary>
[Naam("aanvraag-ingetrokken")]
public sealed record IngetrokkenDoorAanvrager(string Tijdvak, string KvkNummer, Verwijzing? Reden, Instant Op) : Gebeurtenis;

/// <summary>
/// Vaststelling has settled what was awarded here. <c>Verleend</c>: the award that it reckons with. <c>Gezegd</c>: what it settled, when that is more than a
/// withdrawal left.
/// </summary>
[Naam("vaststelling-ontvangen")]
public sealed record VaststellingOntvangen(
    string Besluit,
    decimal Vastgesteld,
    Instant Op,
    [property: LaterToegevoegd] IReadOnlyList<string>? Ondertekenaars = null,
    [property: LaterToegevoegd] long? Versie = null,
    [property: LaterToegevoegd] decimal? Verleend = null,
    [property: LaterToegevoegd] decimal? Gezegd = null
) : Gebeurtenis;

/// <summary>
/// The decision on one application. What leads to it is heard in any order: it lies ready to be signed as soon as the assessment is there
/// and, for an award, the budget.
/// </summary>
public sealed partial record Verlening : IVanOnderneming
{
    public string Id { get; init; } = "";

    public Voorstel? Voorstel { get; init; }

    public decimal? Gereserveerd { get; init; }

    public Instant? GereserveerdOp { get; init; }

    /// <summary>When the budget was freed; null when it never was, or was set apart again.</summary>
    public Instant? VrijgegevenOp { get; init; }

    /// <summary>Version of the reservation at the last that was heard of it.</summary>
    public long? Budgetversie { get; init; }

    public OntoereikendOntvangen? Ontoereikend { get; init; }

    public BuitenBehandelingOntvangen? BuitenBehandeling { get; init; }

    public VerzendingOntvangen? Verzending { get; init; }

    /// <summary>Hash of the proposal that lies ready to be signed; null when none does.</summary>
    public string? Voorstelhash { get; init; }

    public Teruggezonden? Teruggezonden { get; init; }

    public Verleend? Verleend { get; init; }

    public Afgewezen? Afgewezen { get; init; }

    public Vervallen? Vervallen { get; init; }

    public VaststellingOntvangen? Vaststelling { get; init; }

    /// <summary>The application as it was assessed again, for an objection or to mend a mistake; the latest.</summary>
    public HerbeoordelingOntvangen? Herbeoordeling { get; init; }

    /// <summary>One for each decision that was sent, in order of the number of the decision.</summary>
    public IReadOnlyList<BezwaartermijnGestart> Bezwaartermijnen { get; init; } = [];

    /// <summary>Nobody's until it is heard of who asked.</summary>
    [JsonIgnore]
    public string KvkNummer => Voorstel?.KvkNummer ?? BuitenBehandeling?.KvkNummer ?? "onbekend";

    /// <summary>Whether an applicant may read it: the own decision, never a proposal.</summary>
    [JsonIgnore]
    public bool Bekendgemaakt => Besloten || BuitenBehandeling is not null;

    [JsonIgnore]
    public bool Besloten => Verleend is not null || Afgewezen is not null;

    /// <summary>Whether the proposal can be granted from the budget that is set apart.</summary>
    [JsonIgnore]
    public bool Gedekt => Voorstel is { IsVerlenen: false } || Gereserveerd >= Voorstel?.Subsidie;

    /// <summary>Hash of the proposal while it waits for a signature; stored so that those that wait are found.</summary>
    public string? LigtVoor => Fase == Fase.Voorgelegd ? Voorstelhash : null;

    /// <summary>The last that was heard of the reservation.</summary>
    [JsonIgnore]
    public Zegmoment Budget => new(GereserveerdOp ?? VrijgegevenOp, Budgetversie);

    [JsonIgnore]
    public Fase Fase =>
        this switch
        {
            { Intrekking.Geheel: true } => Fase.Ingetrokken,
            { Vaststelling: not null } => Fase.Vastgesteld,
            { Verleend: not null } => Fase.Verleend,
            { Afgewezen: not null } => Fase.Afgewezen,
            { Vervallen: not null } => Fase.Vervallen,
            { Voorstelhash: not null } => Fase.Voorgelegd,
            { Teruggezonden: not null } => Fase.Teruggezonden,
            _ => Fase.InVoorbereiding,
        };

    public Verlening Apply(BeoordelingOntvangen e) => this with { Voorstel = e.Voorstel, Voorstelhash = null, Teruggezonden = null };

    public Verlening Apply(ReserveringOntvangen e) =>
        (
            this with
            {
                Gereserveerd = e.Bedrag,
                GereserveerdOp = e.Op,
                VrijgegevenOp = null,
                Budgetversie = e.Versie,
            }
        ).ZonderDekkingNietVoor();

    public Verlening Apply(VrijgaveOntvangen e) =>
        (this with { Gereserveerd = null, GereserveerdOp = null, VrijgegevenOp = e.Op, Budgetversie = e.Versie }).ZonderDekkingNietVoor();

    public Verlening Apply(OntoereikendOntvangen e) =>
        this with
        {
            Voorstel = e.Voorstel,
            Ontoereikend = e,
            Voorstelhash = null,
            Teruggezonden = null,
        };

    public Verlening Apply(BuitenBehandelingOntvangen e) => this with { BuitenBehandeling = e };

    public Verlening Apply(VerzendingOntvangen e) => this with { Verzending = e };

    public Verlening Apply(Voorgelegd e) => this with { Voorstelhash = e.Voorstelhash };

    public Verlening Apply(Teruggezonden e) => this with { Voorstelhash = null, Teruggezonden = e };

    public Verlening Apply(Verleend e) => this with { Verleend = e };

    public Verlening Apply(Afgewezen e) => this with { Afgewezen = e };

    public Verlening Apply(Vervallen e) => this with { Vervallen = e, Voorstelhash = null };

    public Verlening Apply(IngetrokkenDoorAanvrager e) => Apply(new Vervallen(Intrekken.Grond, e.Op));

    public Verlening Apply(VaststellingOntvangen e) => this with { Vaststelling = e, LaatstVastgesteld = e };

    public Verlening Apply(HerbeoordelingOntvangen e) => this with { Herbeoordeling = e, Herstel = Herstel?.Na(e) };

    public Verlening Apply(VerleningGewijzigd e) => NaHerroeping(e) with { Verleend = e.Wordt, Herschreven = Herschreven + 1 };

    public Verlening Apply(BezwaartermijnGestart e) =>
        this with
        {
            Bezwaartermijnen = [.. Bezwaartermijnen.Append(e).OrderBy(t => t.Besluit, StringComparer.Ordinal)],
            Verzending = null,
        };

    private Verlening ZonderDekkingNietVoor() => Besloten || Gedekt ? this : this with { Voorstelhash = null };
}
