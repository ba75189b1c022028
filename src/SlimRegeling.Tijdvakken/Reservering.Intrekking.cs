using NodaTime;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Tijdvakken;

public sealed partial record Reservering
{
    /// <summary>The least that a withdrawal left of the award, in euro; null when there was none. What was awarded before it may be heard after it.</summary>
    public decimal? Ingetrokken { get; init; }

    public Reservering Apply(ReserveringIngetrokken e) =>
        this with
        {
            Bedrag = e.Gereserveerd,
            VastUitReserve = VastUitReserve - e.UitReserve,
            Ingetrokken = Math.Min(Ingetrokken ?? e.Bedrag, e.Bedrag),
        };

    /// <summary>
    /// What is left by a withdrawal; what is set apart for an award that was not heard of yet stays until it is. What came from what the window holds back
    /// for objections came last, and goes back first.
    /// </summary>
    public Beslissing TrekIn(decimal blijft, string besluit, Instant nu)
    {
        var gereserveerd = Besluit is null ? Bedrag : Math.Min(Bedrag, blijft);
        return Ingetrokken is { } minste && minste <= blijft
            ? Beslissing.Geen
            : new ReserveringIngetrokken(blijft, besluit, gereserveerd, Math.Min(VastUitReserve, Bedrag - gereserveerd), nu);
    }

    /// <summary>What of an award comes from what the window holds back for objections, less what a withdrawal gives back of it.</summary>
    private decimal UitReserveVoor(decimal verleend, decimal blijft, Bezwaarbudget budget) =>
        Math.Max(0, Math.Clamp(verleend - Eigen, 0, budget.UitReserve) - (verleend - blijft));

    /// <summary>What of an award is to be set apart, with what is known of its withdrawal.</summary>
    private decimal Blijft(decimal verleend) => Math.Min(verleend, Ingetrokken ?? verleend);
}
