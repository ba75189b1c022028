using System.Text.Json.Serialization;
using NodaTime;
using SlimRegeling.Platform.Berichtenverkeer;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Aanvragen;

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
public sealed partial record Aanvraag : IVanOnderneming
{
    public string Id { get; init; } = "";
    public Fase Fase { get; init; }
    public string KvkNummer { get; init; } = "";
    public AanvraagIngediend? Ingediend { get; init; }
    public AanvullingGevraagd? Aanvulling { get; init; }
    public HersteltermijnGestart? Hersteltermijn { get; init; }

    /// <summary>Null while the applicant was not reminded of the end of that term.</summary>
    public AanvullingHerinnerd? Aanvullingherinnering { get; init; }
    public AanvraagAangevuld? Aangevuld { get; init; }
    public AanvullingOnvoldoende? Onvoldoende { get; init; }
    public AanvraagVolledig? Volledig { get; init; }
    public BuitenBehandelingGesteld? BuitenBehandeling { get; init; }
    public string? Beoordelaar { get; init; }

    /// <summary>That we were reminded in writing that a decision is late; null when we were not, or it is void.</summary>
    public IngebrekestellingOntvangen? Ingebreke { get; init; }

    /// <summary>The last that the applicant was told of a decision that comes late; null when nothing was.</summary>
    public VertragingMedegedeeld? Vertraging { get; init; }
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

    /// <summary>How many of those an employee read.</summary>
    public int GezieneMeldingen { get; init; }

    /// <summary>Interests of employees that were declared and not taken away again, in the order in which they came.</summary>
    public IReadOnlyList<BelangGemeld> Belangen { get; init; } = [];

    /// <summary>At most one of each kind, in the order of their kinds.</summary>
    public IReadOnlyList<Besluit> Besluiten { get; init; } = [];

    /// <summary>In the order of their numbers.</summary>
    public IReadOnlyList<BezwaarVernomen> Bezwaren { get; init; } = [];

    /// <summary>Numbers of those that were withdrawn.</summary>
    public IReadOnlyList<string> BezwarenIngetrokken { get; init; } = [];

    /// <summary>
    /// All for objections and to mend mistakes, in the order in which they were made; a decision may rest on one that was made anew since.
    /// </summary>
    public IReadOnlyList<AanvraagHerbeoordeeld> Herbeoordelingen { get; init; } = [];

    /// <summary>Of each decision that was taken on one of those, in the order in which they were heard.</summary>
    public IReadOnlyList<Grondslag> Grondslagen { get; init; } = [];

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

    /// <summary>Whether this person declared an interest of their own: the case is closed to them (2:4 Awb).</summary>
    public bool HeeftBelang(string wie) => Belangen.Any(b => b.Medewerker == wie);

    /// <summary>The last that was heard of the reservation.</summary>
    [JsonIgnore]
    public Zegmoment BudgetGehoord => new(Budget?.Op ?? BudgetVrij, Budgetversie);

    /// <summary>Where the case stands for people: the phase here, or the last decision.</summary>
    [JsonIgnore]
    public Status Status =>
        Besluiten.Count > 0
            // An award beside a refusal came in its place, on objection or to mend a mistake.
            ? Besluiten.Any(b => b.Soort == Besluitsoort.Vaststelling)
                ? Status.Vastgesteld
                : Besluiten.Any(b => b.Soort == Besluitsoort.Verlening)
                    ? Status.Verleend
                    : Status.Afgewezen
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

    public Aanvraag Apply(AanvullingHerinnerd e) => this with { Aanvullingherinnering = e };

    public Aanvraag Apply(AanvraagAangevuld e) => this with { Fase = Fase.Aangevuld, Aangevuld = e, Rangschikking = null };

    public Aanvraag Apply(AanvullingOnvoldoende e) => this with { Onvoldoende = e };

    public Aanvraag Apply(AanvraagVolledig e) => this with { Fase = Fase.Volledig, Volledig = e, Onvoldoende = null };

    public Aanvraag Apply(BuitenBehandelingGesteld e) => this with { Fase = Fase.BuitenBehandeling, BuitenBehandeling = e };

    public Aanvraag Apply(AanvraagIngetrokken _) => this with { Fase = Fase.Ingetrokken };

    public Aanvraag Apply(WijzigingGemeld e) => this with { Meldingen = [.. Meldingen, e] };

    public Aanvraag Apply(MeldingenGezien e) => this with { GezieneMeldingen = e.Aantal };

    public Aanvraag Apply(AanvraagToegewezen e) => this with { Beoordelaar = e.Beoordelaar };

    public Aanvraag Apply(AanvraagTeruggegeven _) => this with { Beoordelaar = null };

    public Aanvraag Apply(IngebrekestellingOntvangen e) => this with { Ingebreke = e };

    public Aanvraag Apply(IngebrekestellingVervallen _) => this with { Ingebreke = null };

    public Aanvraag Apply(VertragingMedegedeeld e) => this with { Vertraging = e };

    public Aanvraag Apply(AanvraagBeoordeeld e) => this with { Fase = Fase.Beoordeeld, Beoordeling = e };

    public Aanvraag Apply(BelangGemeld e) =>
        this with
        {
            Belangen = [.. Belangen, e],
            Beoordelaar = Beoordelaar == e.Medewerker ? null : Beoordelaar,
        };

    public Aanvraag Apply(BelangOpgeheven e) => this with { Belangen = [.. Belangen.Where(b => b.Medewerker != e.Medewerker)] };

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

    public Aanvraag Apply(BezwaarVernomen e) =>
        this with
        {
            Bezwaren = [.. Bezwaren.Append(e).OrderBy(b => b.Bezwaar, StringComparer.Ordinal)],
        };

    public Aanvraag Apply(BezwaarintrekkingVernomen e) =>
        this with
        {
            BezwarenIngetrokken = [.. BezwarenIngetrokken.Append(e.Bezwaar).Order(StringComparer.Ordinal)],
        };

    /// <summary>
    /// An award only goes up, on objection or when a mistake is mended, and a settlement on objection: the highest is the latest, whichever was heard
    /// first.
    /// </summary>
    public Aanvraag Apply(BesluitwijzigingVernomen e) =>
        this with
        {
            Besluiten =
            [
                .. Besluiten
                    .Where(b => b.Soort != e.Besluit.Soort || b.Bedrag > e.Besluit.Bedrag)
                    .Append(e.Besluit)
                    .DistinctBy(b => b.Soort)
                    .OrderBy(b => b.Soort),
            ],
            Grondslagen = MetGrondslag(e.Besluit.Nummer, e.Op),
        };

    public Aanvraag Apply(AanvraagHerbeoordeeld e) => this with { Herbeoordelingen = [.. Herbeoordelingen, e] };

    /// <summary>What was heard before its moment was kept is of before there were objections.</summary>
    public Aanvraag Apply(BesluitVernomen e) =>
        this with
        {
            KvkNummer = e.KvkNummer,
            Besluiten = [.. Besluiten.Append(e.Besluit).OrderBy(b => b.Soort)],
            Grondslagen = e.Op is { } op ? MetGrondslag(e.Besluit.Nummer, op) : Grondslagen,
        };

    /// <summary>
    /// With the assessment on which a decision was taken: the last one for it that there was then, whatever was assessed since. Where the clock that
    /// dates the decision is behind, that is the first one.
    /// </summary>
    private IReadOnlyList<Grondslag> MetGrondslag(string besluit, Instant op)
    {
        var ervoor = Herbeoordelingen.Where(h => h.IsVoor(besluit)).Select(h => h.Beoordeling).ToList();
        return ervoor.Count == 0 || Grondslagen.Any(g => g.Besluit == besluit)
            ? Grondslagen
            : [.. Grondslagen, new Grondslag(besluit, op, ervoor.LastOrDefault(b => b.Op <= op) ?? ervoor[0])];
    }
}
