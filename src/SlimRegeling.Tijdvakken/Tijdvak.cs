using JasperFx.Events;
using NodaTime;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Tijdvakken;

/// <summary>
/// The minister set a window with its ceiling (2.6, 2.7). <c>Regelhash</c> is that of the rule version at that moment, absent in windows from
/// before it was kept; each decision on a case records its own. <c>Ondertekenaars</c> are the pseudonyms of who proposed and who signed.
/// </summary>
[Naam("tijdvak-vastgesteld")]
public sealed record TijdvakVastgesteld(
    string Aanvragertype,
    Instant Opent,
    Instant Sluit,
    decimal Plafond,
    Volgorde Volgorde,
    string Regelversie,
    Instant Op,
    [property: LaterToegevoegd] string? Regelhash = null,
    [property: LaterToegevoegd] Instant? RegistratieVanaf = null,
    [property: LaterToegevoegd] Overschrijding? Overschrijding = null,
    [property: LaterToegevoegd] string? Bron = null,
    [property: LaterToegevoegd] IReadOnlyList<string>? Ondertekenaars = null,
    [property: LaterToegevoegd] decimal? Bezwaarreserve = null
) : Gebeurtenis;

/// <summary>Two people changed the window (2.6, 2.7); it holds from <c>Op</c> on. <c>Ondertekenaars</c> are who proposed and who signed.</summary>
[Naam("tijdvak-gewijzigd")]
public sealed record TijdvakGewijzigd(
    string Aanvragertype,
    Volgorde Volgorde,
    string Regelversie,
    Tijdvakinhoud Was,
    Tijdvakinhoud Wordt,
    string Bron,
    string Regelhash,
    int Voorstel,
    string Voorstelhash,
    IReadOnlyList<string> Ondertekenaars,
    Instant Op
) : Gebeurtenis;

/// <summary>
/// What one window left was added to another of the same calendar year (2.7, third paragraph); said on the streams of both, each with its own
/// ceiling. <c>Voorstel</c> is that of the window <c>Naar</c>.
/// </summary>
[Naam("budget-verplaatst")]
public sealed record BudgetVerplaatst(
    string Van,
    string Naar,
    decimal Bedrag,
    string Aanvragertype,
    Volgorde Volgorde,
    string Regelversie,
    Tijdvakinhoud Was,
    Tijdvakinhoud Wordt,
    string Bron,
    string Regelhash,
    int Voorstel,
    string Voorstelhash,
    IReadOnlyList<string> Ondertekenaars,
    Instant Op
) : Gebeurtenis;

/// <summary>
/// After closing: who takes part. <c>Volledig</c> by moment of receipt; <c>Aangevuld</c> by moment of completion, they go behind (2.10, third
/// paragraph); of one moment by when they came to the door; <c>Onvolledig</c> are known to be incomplete, from receipt on or since they were asked, and nothing came yet. <c>Dubbel</c> are left
/// out, <c>Uitgesloten</c> says why (2.8, fourth paragraph; 2.10, second). <c>Hash</c> is the SHA-256 of the sorted numbers of <c>Volledig</c>, to be published before a draw.
/// </summary>
[Naam("lijst-vastgelegd")]
public sealed record LijstVastgelegd(
    IReadOnlyList<Deelname> Volledig,
    IReadOnlyList<Deelname> Aangevuld,
    IReadOnlyList<string> Dubbel,
    string Hash,
    Instant Op,
    [property: LaterToegevoegd] IReadOnlyList<string>? Onvolledig = null,
    [property: LaterToegevoegd] IReadOnlyList<Uitsluiting>? Uitgesloten = null
) : Gebeurtenis;

/// <summary>
/// The order in which the applications of the list are handled (2.10); <c>Zaad</c> and <c>Bron</c> only when it was drawn. <c>Binnen</c> are those for
/// whom there was room, the first <c>BinnenPlafond</c> when absent; <c>Vertrokken</c> had left their place since the list was fixed.
/// </summary>
[Naam("gerangschikt")]
public sealed record Gerangschikt(
    IReadOnlyList<string> Zaaknummers,
    int BinnenPlafond,
    string? Zaad,
    string? Bron,
    Instant Op,
    [property: LaterToegevoegd] IReadOnlyList<string>? Binnen = null,
    [property: LaterToegevoegd] IReadOnlyList<string>? Vertrokken = null,
    [property: LaterToegevoegd] IReadOnlyList<string>? Ondertekenaars = null
) : Gebeurtenis
{
    /// <summary>Each with its rank, and whether there was room for it.</summary>
    public IEnumerable<Plaats> Plaatsen() => Plaats.Van(Zaaknummers, 1, Binnen ?? [.. Zaaknummers.Take(BinnenPlafond)]);
}

/// <summary>
/// The draw was done over by order of a court (<c>Uitspraak</c>). The order before it stays what it was: a decision of its day. <c>Binnen</c> are those
/// who have budget by this order or were awarded before. <c>Herloting</c> counts 1, 2, … in the window.
/// </summary>
[Naam("herloot")]
public sealed record Herloot(
    IReadOnlyList<string> Zaaknummers,
    IReadOnlyList<string> Binnen,
    IReadOnlyList<string> Vertrokken,
    string Zaad,
    string Bron,
    string Uitspraak,
    IReadOnlyList<string> Ondertekenaars,
    Instant Op,
    [property: LaterToegevoegd] int? Herloting = null
) : Gebeurtenis;

/// <summary>In a window by arrival: those of one and the same moment, through whom the ceiling cut, were drawn (KR 2.3). Ranks from <c>Vanaf</c> on.</summary>
[Naam("gelijken-geloot")]
public sealed record GelijkenGeloot(
    int Vanaf,
    IReadOnlyList<string> Zaaknummers,
    IReadOnlyList<string> Binnen,
    string Zaad,
    string Bron,
    IReadOnlyList<string> Ondertekenaars,
    Instant Op
) : Gebeurtenis;

/// <summary>One person typed the seed of a draw; nothing is drawn before another typed the same. <c>Uitspraak</c> when it is done over.</summary>
[Naam("loting-voorbereid")]
public sealed record LotingVoorbereid(string Zaad, string Bron, string? Uitspraak, string Door, Instant Op) : Gebeurtenis;

/// <summary>What was prepared is not drawn.</summary>
[Naam("loting-teruggenomen")]
public sealed record LotingTeruggenomen(string Door, Instant Op) : Gebeurtenis;

/// <summary>One person proposed that nobody waits any longer; the reason is kept beside the stream.</summary>
[Naam("wachtlijstsluiting-voorgesteld")]
public sealed record WachtlijstsluitingVoorgesteld(Verwijzing Reden, string Door, Instant Op) : Gebeurtenis;

/// <summary>Two people decided that nobody waits any longer (2.12, under i): what falls free is not given out again.</summary>
[Naam("wachtlijst-gesloten")]
public sealed record WachtlijstGesloten(IReadOnlyList<string> Ondertekenaars, Verwijzing Reden, Instant Op) : Gebeurtenis;

/// <summary>An application that is left out because <c>Eerdere</c> takes part; <c>Reden</c> is <c>dubbele-aanvraag</c> or <c>verbonden-onderneming</c>.</summary>
public sealed record Uitsluiting(string Zaaknummer, string Reden, string Eerdere);

/// <summary>An application on the list and what it asks, in euro.</summary>
public sealed record Deelname(string Zaaknummer, decimal Gevraagd);

/// <summary>A place in the order, and whether there was room for it.</summary>
public sealed record Plaats(int Rang, string Zaaknummer, bool BinnenPlafond)
{
    public static IEnumerable<Plaats> Van(IReadOnlyList<string> zaaknummers, int vanaf, IReadOnlyList<string> binnen)
    {
        var passend = binnen.ToHashSet();
        return zaaknummers.Select((zaaknummer, i) => new Plaats(vanaf + i, zaaknummer, passend.Contains(zaaknummer)));
    }
}

/// <summary>An application window.</summary>
public sealed record Tijdvak(
    string Id,
    string Aanvragertype,
    Instant Opent,
    Instant Sluit,
    decimal Plafond,
    Volgorde Volgorde,
    string Regelversie,
    Lijststand? Lijst,
    Rangordestand? Rangorde
)
{
    /// <summary>From when drafts can be made.</summary>
    public Instant RegistratieVanaf { get; init; }

    public Overschrijding Overschrijding { get; init; }

    /// <summary>What of the ceiling is held back for objections, in euro; null when nothing is.</summary>
    public decimal? Bezwaarreserve { get; init; }

    /// <summary>Pseudonyms of the two people who said what happens to who does not fit; none for a window from before that was kept.</summary>
    public IReadOnlyList<string> Ondertekenaars { get; init; } = [];

    /// <summary>When two people last changed the window or its money; null when nobody did.</summary>
    public Instant? GewijzigdOp { get; init; }

    /// <summary>The draw that waits for the second person.</summary>
    public LotingVoorbereid? Voorbereid { get; init; }

    /// <summary>How often its draw was done over.</summary>
    public int Herlotingen { get; init; }

    public WachtlijstsluitingVoorgesteld? Sluitvoorstel { get; init; }

    public WachtlijstGesloten? Wachtlijst { get; init; }

    public static Tijdvak Create(IEvent<TijdvakVastgesteld> e) =>
        new(e.StreamKey!, e.Data.Aanvragertype, e.Data.Opent, e.Data.Sluit, e.Data.Plafond, e.Data.Volgorde, e.Data.Regelversie, null, null)
        {
            RegistratieVanaf = Inhoud(e.Data).RegistratieVanaf,
            Overschrijding = Inhoud(e.Data).Overschrijding,
            Bezwaarreserve = e.Data.Bezwaarreserve,
            Ondertekenaars = e.Data.Ondertekenaars ?? [],
        };

    /// <summary>Of windows from before these were kept, what held then.</summary>
    public static Tijdvakinhoud Inhoud(TijdvakVastgesteld e) =>
        new(
            e.Opent,
            e.Sluit,
            e.RegistratieVanaf ?? Moment.Op(Vaststellen.Registratie(e.Opent.InZone(Moment.Amsterdam).LocalDateTime)),
            e.Plafond,
            e.Overschrijding ?? Overschrijding.Stoppen,
            e.Bezwaarreserve
        );

    public Tijdvakinhoud Inhoud() => new(Opent, Sluit, RegistratieVanaf, Plafond, Overschrijding, Bezwaarreserve);

    public Tijdvak Apply(TijdvakGewijzigd e) =>
        Met(e.Wordt) with
        {
            Ondertekenaars = e.Wordt.Overschrijding == Overschrijding ? Ondertekenaars : e.Ondertekenaars,
            GewijzigdOp = e.Op,
        };

    public Tijdvak Apply(BudgetVerplaatst e) => Met(e.Wordt) with { GewijzigdOp = e.Op };

    public Tijdvak Apply(LijstVastgelegd e) =>
        this with
        {
            Lijst = new Lijststand(e.Hash, e.Volledig.Count, e.Volledig.Concat(e.Aangevuld).Sum(d => d.Gevraagd), e.Op),
        };

    public Tijdvak Apply(Gerangschikt e) => this with { Rangorde = new Rangordestand(e.Zaad, e.Bron, e.Op), Voorbereid = null };

    public Tijdvak Apply(Herloot e) =>
        this with
        {
            Rangorde = new Rangordestand(e.Zaad, e.Bron, e.Op),
            Herlotingen = Herlotingen + 1,
            Voorbereid = null,
        };

    public Tijdvak Apply(GelijkenGeloot _) => this with { Voorbereid = null };

    public Tijdvak Apply(LotingVoorbereid e) => this with { Voorbereid = e };

    public Tijdvak Apply(LotingTeruggenomen _) => this with { Voorbereid = null };

    public Tijdvak Apply(WachtlijstsluitingVoorgesteld e) => this with { Sluitvoorstel = e };

    public Tijdvak Apply(WachtlijstGesloten e) => this with { Wachtlijst = e };

    private Tijdvak Met(Tijdvakinhoud inhoud) =>
        this with
        {
            Opent = inhoud.Opent,
            Sluit = inhoud.Sluit,
            RegistratieVanaf = inhoud.RegistratieVanaf,
            Plafond = inhoud.Plafond,
            Overschrijding = inhoud.Overschrijding,
            Bezwaarreserve = inhoud.Bezwaarreserve,
        };
}

/// <summary>The list of a window; who is on it stands in its event and not here, so that what decides on the window stays small.</summary>
/// <param name="Gevraagd">What all on it asked together, in euro.</param>
public sealed record Lijststand(string Hash, int Aantal, decimal Gevraagd, Instant Op);

/// <summary>How the order of a window was made; the order itself stands in its event.</summary>
public sealed record Rangordestand(string? Zaad, string? Bron, Instant Op);
