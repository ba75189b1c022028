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

/// <summary>The assessment came out lower: the difference is free.</summary>
[Naam("reservering-verlaagd")]
public sealed record ReserveringVerlaagd(decimal Bedrag, Instant Op, [property: LaterToegevoegd] string? Tijdvak = null) : Gebeurtenis;

/// <summary>No award, or the place was lost: all of it is free.</summary>
[Naam("reservering-vrijgegeven")]
public sealed record ReserveringVrijgegeven(string Reden, Instant Op, [property: LaterToegevoegd] string? Tijdvak = null) : Gebeurtenis;

/// <summary>The award turned the reservation into an obligation.</summary>
[Naam("reservering-vastgelegd")]
public sealed record ReserveringVastgelegd(decimal Bedrag, string Besluit, Instant Op) : Gebeurtenis;

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

/// <summary>The reservation of one case; its id is the case number. What counts under the ceiling is <see cref="Bedrag"/>.</summary>
public sealed record Reservering(string Id, string Tijdvak, decimal Bedrag, string? Besluit)
{
    public static Reservering Create(IEvent<BudgetGereserveerd> e) => new(e.StreamKey!, e.Data.Tijdvak, e.Data.Bedrag, null);

    public static Reservering Create(IEvent<BudgetOntoereikend> e) => new(e.StreamKey!, e.Data.Tijdvak, 0, null);

    public Reservering Apply(BudgetGereserveerd e) => this with { Bedrag = e.Bedrag };

    public Reservering Apply(ReserveringVerlaagd e) => this with { Bedrag = e.Bedrag };

    public Reservering Apply(ReserveringVrijgegeven _) => this with { Bedrag = 0 };

    public Reservering Apply(ReserveringVastgelegd e) => this with { Bedrag = e.Bedrag, Besluit = e.Besluit };

    public Reservering Na(Gebeurtenis gebeurtenis) =>
        gebeurtenis switch
        {
            ReserveringVerlaagd e => Apply(e),
            ReserveringVrijgegeven e => Apply(e),
            ReserveringVastgelegd e => Apply(e),
            _ => this,
        };

    /// <summary>The assessed amount; more than was reserved is never taken without a new reservation.</summary>
    public Beslissing Verlaag(decimal beoordeeld, Instant nu) =>
        beoordeeld < Bedrag && Besluit is null ? new ReserveringVerlaagd(beoordeeld, nu, Tijdvak) : Beslissing.Geen;

    public Beslissing LegVast(decimal verleend, string besluit, Instant nu) =>
        Besluit is not null ? Beslissing.Geen
        : verleend <= Bedrag ? new ReserveringVastgelegd(verleend, besluit, nu)
        : Weigering.Van("boven-reservering", $"Verleend is {verleend}, gereserveerd was {Bedrag}.");

    public Beslissing GeefVrij(string reden, Instant nu) =>
        Bedrag > 0 && Besluit is null ? new ReserveringVrijgegeven(reden, nu, Tijdvak) : Beslissing.Geen;
}
