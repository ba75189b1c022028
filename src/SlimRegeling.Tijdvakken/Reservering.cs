using System.Text.Json.Serialization;
using JasperFx.Events;
using NodaTime;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Tijdvakken;

/// <summary>
/// Budget of the window is set apart for one application: what it asks by the rules, or <c>Gedeeltelijk</c> what was left. Again when it lost its
/// place and got another, or when more came free.
/// </summary>
[Naam("budget-gereserveerd")]
public sealed record BudgetGereserveerd(string Tijdvak, decimal Bedrag, Instant Op, [property: LaterToegevoegd] bool? Gedeeltelijk = null)
    : Gebeurtenis;

/// <summary>
/// The assessment came out lower. <c>Terug</c>: the difference, which is asked back of Verlening; absent in what was freed at once before it was.
/// </summary>
[Naam("reservering-verlaagd")]
public sealed record ReserveringVerlaagd(
    decimal Bedrag,
    Instant Op,
    [property: LaterToegevoegd] string? Tijdvak = null,
    [property: LaterToegevoegd] decimal? Terug = null
) : Gebeurtenis;

/// <summary>
/// No award, or the place was lost. <c>Terug</c>: all of it is asked back of Verlening; absent when no award can follow any more, or in what was
/// freed at once before it was asked: all of it is free.
/// </summary>
[Naam("reservering-vrijgegeven")]
public sealed record ReserveringVrijgegeven(
    string Reden,
    Instant Op,
    [property: LaterToegevoegd] string? Tijdvak = null,
    [property: LaterToegevoegd] decimal? Terug = null
) : Gebeurtenis;

/// <summary>Verlening gave back what was asked and not awarded: it is free.</summary>
[Naam("reservering-teruggenomen")]
public sealed record ReserveringTeruggenomen(decimal Bedrag, Instant Op) : Gebeurtenis;

/// <summary>
/// The award turned the reservation into an obligation. <c>Bezwaar</c>: it was given by the decision on that objection, of which <c>UitReserve</c> came
/// from what the window holds back for objections, in euro.
/// </summary>
[Naam("reservering-vastgelegd")]
public sealed record ReserveringVastgelegd(
    decimal Bedrag,
    string Besluit,
    Instant Op,
    [property: LaterToegevoegd] string? Bezwaar = null,
    [property: LaterToegevoegd] decimal? UitReserve = null
) : Gebeurtenis;

/// <summary>
/// By <c>Besluit</c> the minister withdrew the award, or made it less: at most <c>Bedrag</c> of it stays, zero when nothing does. <c>Gereserveerd</c> is
/// what is set apart after it, of which <c>UitReserve</c> goes back to what the window holds back for objections; in euro.
/// </summary>
[Naam("reservering-ingetrokken")]
public sealed record ReserveringIngetrokken(decimal Bedrag, string Besluit, decimal Gereserveerd, decimal UitReserve, Instant Op)
    : Gebeurtenis;

/// <summary>
/// By <c>Besluit</c>, on objection, the withdrawal <c>Intrekking</c> was revoked: wholly, or so that it leaves <c>Blijft</c>, in euro. What that takes of the
/// window is part of the award.
/// </summary>
[Naam("intrekking-herroepen")]
public sealed record IntrekkingHerroepen(string Intrekking, string Besluit, decimal? Blijft, Instant Op) : Gebeurtenis;

/// <summary>
/// The ceiling leaves nothing for it (2.12, under i), as two people decided for the window (<c>past-niet</c>) or for all who waited
/// (<c>wachtlijst-gesloten</c>).
/// </summary>
[Naam("budget-ontoereikend")]
public sealed record BudgetOntoereikend(
    string Tijdvak,
    string KvkNummer,
    string Aanvragertype,
    string Regelversie,
    decimal Gevraagd,
    Instant Ontvangen,
    Instant TijdvakSluit,
    string Reden,
    IReadOnlyList<string> Ondertekenaars,
    Instant Op,
    [property: LaterToegevoegd] Volgorde? Volgorde = null
) : Gebeurtenis;

/// <summary>
/// Budget is set apart for what a decision on this objection would give; <c>Bedrag</c> is all of it together, of which <c>UitReserve</c> comes from what
/// the window holds back for objections, in euro. <c>Vraag</c>: the version of the stream of the objection at what asked it, <c>Voorstel</c> the hash of the
/// proposal that it is for.
/// </summary>
[Naam("bezwaarbudget-gereserveerd")]
public sealed record BezwaarbudgetGereserveerd(
    string Tijdvak,
    string Bezwaar,
    decimal Bedrag,
    decimal UitReserve,
    Instant Op,
    [property: LaterToegevoegd] long? Vraag = null,
    [property: LaterToegevoegd] string? Voorstel = null
) : Gebeurtenis;

/// <summary>The objection gave nothing, or asks no more: what was set apart for it is free.</summary>
[Naam("bezwaarbudget-vrijgegeven")]
public sealed record BezwaarbudgetVrijgegeven(string Tijdvak, string Bezwaar, Instant Op) : Gebeurtenis;

/// <summary>What is set apart for the decision on one objection, in euro.</summary>
/// <param name="Vraag">The version of the stream of the objection at what asked it last; null when that was not told.</param>
public sealed record Bezwaarbudget(string Bezwaar, decimal Bedrag, decimal UitReserve, long? Vraag = null);

/// <summary>
/// The reservation of one case; its id is the case number. Verlening signs on what it has heard, and may sign before it hears that budget was taken
/// away. So what is taken away is asked back and counts under the ceiling until Verlening gave it back or awarded it: what counts is never less than
/// what can be signed.
/// </summary>
/// <param name="Bedrag">What is set apart, in euro.</param>
public sealed partial record Reservering(string Id, string Tijdvak, decimal Bedrag, string? Besluit)
{
    /// <summary>What was set apart above it before and is asked back, in euro.</summary>
    public decimal Teruggevraagd { get; init; }

    /// <summary>What is set apart beside it for decisions on objections that were not taken yet.</summary>
    public IReadOnlyList<Bezwaarbudget> Bezwaarbudgetten { get; init; } = [];

    /// <summary>What of the award came from what the window holds back for objections, in euro.</summary>
    public decimal VastUitReserve { get; init; }

    /// <summary>What counts under the ceiling.</summary>
    [JsonIgnore]
    public decimal Geteld => Eigen + Bezwaarbudgetten.Sum(b => b.Bedrag);

    /// <summary>What of that comes from what the window holds back for objections.</summary>
    [JsonIgnore]
    public decimal UitReserve => VastUitReserve + Bezwaarbudgetten.Sum(b => b.UitReserve);

    /// <summary>What the place in the order of the window has.</summary>
    private decimal Eigen => Bedrag + Teruggevraagd;

    public static Reservering Create(IEvent<BudgetGereserveerd> e) => new(e.StreamKey!, e.Data.Tijdvak, e.Data.Bedrag, null);

    public static Reservering Create(IEvent<BudgetOntoereikend> e) => new(e.StreamKey!, e.Data.Tijdvak, 0, null);

    /// <summary>Of an application that never had a place.</summary>
    public static Reservering Create(IEvent<BezwaarbudgetGereserveerd> e) =>
        new Reservering(e.StreamKey!, e.Data.Tijdvak, 0, null).Apply(e.Data);

    public Reservering Apply(BudgetGereserveerd e) => this with { Bedrag = e.Bedrag };

    public Reservering Apply(ReserveringVerlaagd e) => this with { Bedrag = e.Bedrag, Teruggevraagd = Teruggevraagd + (e.Terug ?? 0) };

    public Reservering Apply(ReserveringVrijgegeven e) =>
        this with
        {
            Bedrag = 0,
            Teruggevraagd = e.Terug is { } terug ? Teruggevraagd + terug : 0,
        };

    public Reservering Apply(ReserveringTeruggenomen e) => this with { Teruggevraagd = Teruggevraagd - e.Bedrag };

    public Reservering Apply(ReserveringVastgelegd e) =>
        this with
        {
            Bedrag = e.Bedrag,
            Besluit = e.Besluit,
            Teruggevraagd = 0,
            Bezwaarbudgetten = Zonder(e.Bezwaar),
            VastUitReserve = VastUitReserve + (e.UitReserve ?? 0),
        };

    public Reservering Apply(BezwaarbudgetGereserveerd e) =>
        this with
        {
            Bezwaarbudgetten = [.. Zonder(e.Bezwaar), new Bezwaarbudget(e.Bezwaar, e.Bedrag, e.UitReserve, e.Vraag)],
        };

    public Reservering Apply(BezwaarbudgetVrijgegeven e) => this with { Bezwaarbudgetten = Zonder(e.Bezwaar) };

    public Reservering Na(Gebeurtenis gebeurtenis) =>
        gebeurtenis switch
        {
            BudgetGereserveerd e => Apply(e),
            ReserveringVerlaagd e => Apply(e),
            ReserveringVrijgegeven e => Apply(e),
            ReserveringTeruggenomen e => Apply(e),
            ReserveringVastgelegd e => Apply(e),
            BezwaarbudgetGereserveerd e => Apply(e),
            BezwaarbudgetVrijgegeven e => Apply(e),
            ReserveringIngetrokken e => Apply(e),
            IntrekkingHerroepen e => Apply(e),
            _ => this,
        };

    /// <summary>The assessed amount; more than was reserved is never taken without a new reservation.</summary>
    public Beslissing Verlaag(decimal beoordeeld, Instant nu) =>
        beoordeeld < Bedrag && Besluit is null ? new ReserveringVerlaagd(beoordeeld, nu, Tijdvak, Bedrag - beoordeeld) : Beslissing.Geen;

    /// <summary>The award; when it was signed before what it rests on was asked back, that is set apart again.</summary>
    public Beslissing LegVast(decimal verleend, string besluit, Instant nu)
    {
        var vastgelegd = new ReserveringVastgelegd(Blijft(verleend), besluit, nu);
        return Besluit is not null ? Beslissing.Geen
            : verleend <= Bedrag ? vastgelegd
            : verleend <= Eigen ? Beslissing.Van(new BudgetGereserveerd(Tijdvak, verleend, nu), vastgelegd)
            : Weigering.Van("boven-reservering", $"Verleend is {verleend}, gereserveerd was {Eigen}.");
    }

    /// <summary>The place is lost, and an award may still follow from what was said before.</summary>
    public Beslissing VraagTerug(string reden, Instant nu) =>
        Bedrag > 0 && Besluit is null ? new ReserveringVrijgegeven(reden, nu, Tijdvak, Bedrag) : Beslissing.Geen;

    /// <summary>What Verlening gave back; nothing when all was free already.</summary>
    public Beslissing NeemTerug(decimal bedrag, Instant nu) =>
        Math.Min(bedrag, Teruggevraagd) is > 0 and var terug ? new ReserveringTeruggenomen(terug, nu) : Beslissing.Geen;

    /// <summary>No award can follow: the application was withdrawn before its assessment, not handled, or refused.</summary>
    public Beslissing GeefVrij(string reden, Instant nu) =>
        Eigen > 0 && Besluit is null ? new ReserveringVrijgegeven(reden, nu, Tijdvak) : Beslissing.Geen;

    /// <summary>
    /// What a decision on objection awards, or makes of the award; it is never lowered by one. What was set apart for it and is not in the award is free.
    /// </summary>
    public Beslissing LegVastNaBezwaar(decimal verleend, string besluit, string bezwaar, Instant nu)
    {
        var budget = Bezwaarbudgetten.FirstOrDefault(b => b.Bezwaar == bezwaar) ?? new Bezwaarbudget(bezwaar, 0, 0);
        var blijft = Blijft(verleend);
        return Besluit is not null && blijft <= Bedrag ? GeefBezwaarVrij(bezwaar, nu)
            : blijft <= Eigen + budget.Bedrag
                ? new ReserveringVastgelegd(blijft, besluit, nu, bezwaar, UitReserveVoor(verleend, blijft, budget))
            : Weigering.Van(
                "boven-reservering",
                $"Na bezwaar is {verleend} verleend, gereserveerd was {Eigen} en voor het bezwaar {budget.Bedrag}."
            );
    }

    /// <summary>Whether so much is awarded by what was heard: then nothing beside it is for that award any more.</summary>
    public bool Heeft(decimal verleend) => Besluit is not null && Bedrag >= Blijft(verleend);

    /// <summary>No award follows from this objection any more, or from what it asked so far: what was set apart for a later proposal stays.</summary>
    /// <param name="totEnMet">The version of the stream of the objection that says so; null when nothing can have been asked since.</param>
    public Beslissing GeefBezwaarVrij(string bezwaar, Instant nu, long? totEnMet = null) =>
        Bezwaarbudgetten.Any(b => b.Bezwaar == bezwaar && (totEnMet is null || (b.Vraag ?? 0) <= totEnMet))
            ? new BezwaarbudgetVrijgegeven(Tijdvak, bezwaar, nu)
            : Beslissing.Geen;

    private IReadOnlyList<Bezwaarbudget> Zonder(string? bezwaar) =>
        Bezwaarbudgetten.Any(b => b.Bezwaar == bezwaar) ? [.. Bezwaarbudgetten.Where(b => b.Bezwaar != bezwaar)] : Bezwaarbudgetten;
}
