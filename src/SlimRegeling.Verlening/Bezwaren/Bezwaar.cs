using System.Text.Json.Serialization;
using NodaTime;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Verlening.Bezwaren;

/// <summary>Where an objection stands.</summary>
public enum Bezwaarfase
{
    Ingediend,
    HerstelGevraagd,
    InBehandeling,
    Voorgesteld,
    Beslist,
    Ingetrokken,
}

/// <summary>
/// One objection against one decision, of any context; its id is a <see cref="Bezwaarnummer"/>. What it decides happens to the case in the stream of
/// the award, in the same transaction.
/// </summary>
public sealed record Bezwaar : IVanOnderneming
{
    public string Id { get; init; } = "";

    /// <summary>To find the objections of a case.</summary>
    public string Zaaknummer { get; init; } = "";

    public Betreft? Betreft { get; init; }

    public BezwaarIngediend? Ingediend { get; init; }

    /// <summary>What was typed in wrongly, in the order in which it was put right; <see cref="Ingediend"/> is as it is now.</summary>
    public IReadOnlyList<RegistratieGecorrigeerd> Correcties { get; init; } = [];

    /// <summary>First day on which it could be lodged; null while the decision that it is against was not sent.</summary>
    public LocalDate? TermijnVan { get; init; }

    /// <summary>Last such day.</summary>
    public LocalDate? TermijnTot { get; init; }

    /// <summary>What it lacks now, by codes of <see cref="Bezwaareis"/>.</summary>
    public IReadOnlyList<string> Ontbreekt { get; init; } = [];

    public HerstelGevraagd? Herstel { get; init; }

    public HersteltermijnGestart? Hersteltermijn { get; init; }

    /// <summary>The day on which nothing was lacking any more; null when nothing ever was, or something still is.</summary>
    public LocalDate? HersteldOp { get; init; }

    /// <summary>What was added, in the order in which it came.</summary>
    public IReadOnlyList<BezwaarAangevuld> Aanvullingen { get; init; } = [];

    public bool? WilHoren { get; init; }

    public OntvankelijkheidBeoordeeld? Oordeel { get; init; }

    public IReadOnlyList<PartijToegevoegd> Partijen { get; init; } = [];

    public HoorzittingGepland? Hoorzitting { get; init; }

    public Gehoord? Gehoord { get; init; }

    public NietGehoord? NietGehoord { get; init; }

    public CommissieIngesteld? Commissie { get; init; }

    public AdviesOntvangen? Advies { get; init; }

    public Verdaagd? Verdaagd { get; init; }

    public Uitgesteld? Uitstel { get; init; }

    /// <summary>That the decision is late, as the objector wrote; null when no such reminder holds.</summary>
    public IngebrekestellingOntvangen? Ingebreke { get; init; }

    /// <summary>Who declared an interest of their own here, while that was not done at the case yet, and takes no part in it: pseudonyms.</summary>
    public IReadOnlyList<string> Belangen { get; init; } = [];

    /// <summary>What lies ready to be signed.</summary>
    public BeslissingVoorgesteld? Voorstel { get; init; }

    public BeslissingTeruggezonden? Teruggezonden { get; init; }

    /// <summary>What was set apart for it, in euro.</summary>
    public decimal Budget { get; init; }

    public BezwaarbudgetOntvangen? Budgetbericht { get; init; }

    /// <summary>
    /// The proposals that asked money since the last decision, or since what was set apart was let go: only what is set apart for one of these is there.
    /// </summary>
    public IReadOnlyList<BeslissingVoorgesteld> Geldvragen { get; init; } = [];

    /// <summary>The first, and those that came in the place of the one before.</summary>
    public IReadOnlyList<BezwaarBeslist> Beslissingen { get; init; } = [];

    public BezwaarIngetrokken? Ingetrokken { get; init; }

    /// <summary>Decisions that were sent to the applicant, of which the term to appeal runs from another letter.</summary>
    public IReadOnlyList<string> Verzonden { get; init; } = [];

    /// <summary>Of each decision that was sent.</summary>
    public IReadOnlyList<BeroepstermijnGestart> Beroepstermijnen { get; init; } = [];

    /// <summary>In the order in which it was noted.</summary>
    public IReadOnlyList<BeroepGenoteerd> Beroep { get; init; } = [];

    [JsonIgnore]
    public string KvkNummer => Betreft?.KvkNummer ?? "onbekend";

    /// <summary>The decision that holds.</summary>
    [JsonIgnore]
    public BezwaarBeslist? Beslissing => Beslissingen.Count == 0 ? null : Beslissingen[^1];

    /// <summary>Whether others have an interest in it too: who was added, and the applicant when somebody else objects.</summary>
    [JsonIgnore]
    public bool HeeftAnderen => Partijen.Count > 0 || Betreft is { Indiener: Indiener.Derde };

    /// <summary>Whether the letters to a third party who objected go by post: their name and address were typed in.</summary>
    [JsonIgnore]
    public bool PostAanDerde =>
        Betreft is { Indiener: Indiener.Derde }
        && ((Correcties is [.., var laatste] ? laatste.MetAdres : null) ?? Ingediend?.Ontbreekt.Contains(Bezwaareis.NaamAdres) == false);

    [JsonIgnore]
    public bool Afgelopen => Beslissing is not null || Ingetrokken is not null;

    [JsonIgnore]
    public Bezwaarfase Fase =>
        this switch
        {
            { Ingetrokken: not null } => Bezwaarfase.Ingetrokken,
            // A decision that is to come in the place of another stands beside it.
            { Voorstel: not null } => Bezwaarfase.Voorgesteld,
            { Beslissing: not null } => Bezwaarfase.Beslist,
            { Herstel: not null, Ontbreekt.Count: > 0, Oordeel: null } => Bezwaarfase.HerstelGevraagd,
            { Oordeel: null, Gehoord: null, Hoorzitting: null, Commissie: null } => Bezwaarfase.Ingediend,
            _ => Bezwaarfase.InBehandeling,
        };

    /// <summary>Whether what it lacks can still be mended in time; a term that was never told of does not run.</summary>
    public bool HerstelKanNog(Instant nu) => Hersteltermijn is not { } termijn || Moment.Dag(nu) <= termijn.Uiterlijk;

    /// <summary>A decision takes effect for the applicant, and is told to them, by being sent to them (3:40, 3:41 Awb).</summary>
    public bool IsVerzonden(BezwaarBeslist beslissing) =>
        beslissing.AanDerde == true ? Verzonden.Contains(beslissing.Besluit) : Beroepstermijnen.Any(t => t.Besluit == beslissing.Besluit);

    public Bezwaar Apply(BezwaarIngediend e) =>
        this with
        {
            Zaaknummer = e.Betreft.Zaaknummer,
            Betreft = e.Betreft,
            Ingediend = e,
            TermijnVan = e.TermijnVan,
            TermijnTot = e.TermijnTot,
            Ontbreekt = e.Ontbreekt,
            WilHoren = e.WilHoren,
        };

    public Bezwaar Apply(RegistratieGecorrigeerd e) =>
        this with
        {
            Correcties = [.. Correcties, e],
            Ontbreekt = e.Ontbreekt,
            HersteldOp =
                e.Ontbreekt.Count > 0 ? null
                : Ontbreekt.Count > 0 && Herstel is not null ? Moment.Dag(e.Op)
                : HersteldOp,
            Oordeel = e.OntvangenOp == Ingediend!.OntvangenOp && e.Poststempel == Ingediend.Poststempel ? Oordeel : null,
            Ingediend = Ingediend with
            {
                OntvangenOp = e.OntvangenOp,
                Poststempel = e.Poststempel,
                Inhoud = e.Inhoud,
                ReactieUiterlijk = e.ReactieUiterlijk,
            },
        };

    public Bezwaar Apply(TermijnBekend e) => this with { TermijnVan = e.TermijnVan, TermijnTot = e.TermijnTot };

    public Bezwaar Apply(HerstelGevraagd e) => this with { Herstel = e };

    public Bezwaar Apply(HersteltermijnGestart e) => this with { Hersteltermijn = e };

    public Bezwaar Apply(BezwaarAangevuld e)
    {
        IReadOnlyList<string> ontbreekt = [.. Ontbreekt.Except(e.Hersteld)];
        return this with
        {
            Aanvullingen = [.. Aanvullingen, e],
            Ontbreekt = ontbreekt,
            HersteldOp = Ontbreekt.Count > 0 && ontbreekt.Count == 0 ? e.OntvangenOp : HersteldOp,
            WilHoren = e.WilHoren ?? WilHoren,
        };
    }

    public Bezwaar Apply(OntvankelijkheidBeoordeeld e) => this with { Oordeel = e };

    public Bezwaar Apply(PartijToegevoegd e) => this with { Partijen = [.. Partijen, e] };

    public Bezwaar Apply(HoorzittingGepland e) => this with { Hoorzitting = e };

    public Bezwaar Apply(Gehoord e) => this with { Gehoord = e, NietGehoord = null };

    public Bezwaar Apply(NietGehoord e) => this with { NietGehoord = e };

    public Bezwaar Apply(CommissieIngesteld e) => this with { Commissie = e };

    public Bezwaar Apply(AdviesOntvangen e) => this with { Advies = e };

    public Bezwaar Apply(Verdaagd e) => this with { Verdaagd = e };

    public Bezwaar Apply(Uitgesteld e) => this with { Uitstel = e };

    public Bezwaar Apply(IngebrekestellingOntvangen e) => this with { Ingebreke = e };

    public Bezwaar Apply(IngebrekestellingVervallen _) => this with { Ingebreke = null };

    public Bezwaar Apply(BelangGemeld e) => this with { Belangen = [.. Belangen.Append(e.Door).Distinct()] };

    public Bezwaar Apply(BeslissingVoorgesteld e) =>
        this with
        {
            Voorstel = e,
            Teruggezonden = null,
            Geldvragen = e.Nodig > 0 ? [.. Geldvragen, e] : Geldvragen,
        };

    public Bezwaar Apply(BezwaarbudgetOntvangen e) => this with { Budget = e.Bedrag, Budgetbericht = e };

    public Bezwaar Apply(BeslissingTeruggezonden e) =>
        this with
        {
            Voorstel = null,
            Teruggezonden = e,
            Budget = e.Tijdvak is null ? Budget : 0,
            Geldvragen = e.Tijdvak is null ? Geldvragen : [],
        };

    public Bezwaar Apply(BezwaarBeslist e) =>
        this with
        {
            Voorstel = null,
            Beslissingen = [.. Beslissingen, e],
            // What was set apart is in the award now, or free.
            Budget = 0,
            Geldvragen = [],
        };

    public Bezwaar Apply(BezwaarIngetrokken e) => this with { Ingetrokken = e, Voorstel = null };

    public Bezwaar Apply(BeslissingVerzonden e) => this with { Verzonden = [.. Verzonden, e.Besluit] };

    public Bezwaar Apply(BeroepstermijnGestart e) =>
        this with
        {
            Beroepstermijnen = [.. Beroepstermijnen.Append(e).OrderBy(t => t.Besluit, StringComparer.Ordinal)],
        };

    public Bezwaar Apply(BeroepGenoteerd e) => this with { Beroep = [.. Beroep, e] };
}
