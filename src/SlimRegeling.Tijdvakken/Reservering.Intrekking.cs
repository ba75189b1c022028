using System.Text.Json.Serialization;
using NodaTime;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Tijdvakken;

public sealed partial record Reservering
{
    /// <summary>What was heard of one withdrawal.</summary>
    /// <param name="Bedrag">What it left, in euro; null while it was not heard.</param>
    /// <param name="Blijft">What it leaves since it was revoked in part; null while it was not.</param>
    /// <param name="Herroepen">The decisions that revoked it.</param>
    /// <param name="Vervallen">Whether it was revoked altogether.</param>
    public sealed record Intrekking(string Besluit, decimal? Bedrag, decimal? Blijft, IReadOnlyList<string> Herroepen, bool Vervallen)
    {
        /// <summary>What it leaves, in euro; null when nothing of it counts.</summary>
        [JsonIgnore]
        public decimal? Laat => Vervallen || Bedrag is not { } bedrag ? null : Math.Max(bedrag, Blijft ?? bedrag);
    }

    /// <summary>In the order in which they were heard, or heard to be revoked. What was awarded before one may be heard after it.</summary>
    public IReadOnlyList<Intrekking> Intrekkingen { get; init; } = [];

    /// <summary>The least that a withdrawal left of the award, in euro; null when none did.</summary>
    [JsonIgnore]
    public decimal? Ingetrokken => Intrekkingen.Min(i => i.Laat);

    public Reservering Apply(ReserveringIngetrokken e) =>
        Met(e.Besluit, i => i with { Bedrag = e.Bedrag }) with
        {
            Bedrag = e.Gereserveerd,
            VastUitReserve = VastUitReserve - e.UitReserve,
        };

    public Reservering Apply(IntrekkingHerroepen e) =>
        Met(
            e.Intrekking,
            i =>
                i with
                {
                    Blijft = e.Blijft is { } blijft ? Math.Max(blijft, i.Blijft ?? 0) : i.Blijft,
                    Herroepen = [.. i.Herroepen, e.Besluit],
                    Vervallen = i.Vervallen || e.Blijft is null,
                }
        );

    /// <summary>
    /// What is left by a withdrawal; what is set apart for an award that was not heard of yet stays until it is. What came from what the window holds back
    /// for objections came last, and goes back first.
    /// </summary>
    public Beslissing TrekIn(decimal blijft, string besluit, Instant nu)
    {
        if (Intrekkingen.Any(i => i.Besluit == besluit && i.Bedrag is not null))
        {
            return Beslissing.Geen;
        }
        var rest = Met(besluit, i => i with { Bedrag = blijft }).Ingetrokken ?? Bedrag;
        var gereserveerd = Besluit is null ? Bedrag : Math.Min(Bedrag, rest);
        return new ReserveringIngetrokken(blijft, besluit, gereserveerd, Math.Min(VastUitReserve, Bedrag - gereserveerd), nu);
    }

    /// <summary>A decision on objection revokes a withdrawal, wholly or in part: what was set apart for it is part of the award again.</summary>
    public Beslissing Herroep(string intrekking, decimal? blijft, decimal verleend, string besluit, string bezwaar, Instant nu)
    {
        if (IsHerroepen(besluit))
        {
            return Beslissing.Geen;
        }
        var herroepen = new IntrekkingHerroepen(intrekking, besluit, blijft, nu);
        var gevolg = Apply(herroepen).LegVastNaBezwaar(verleend, besluit, bezwaar, nu);
        return gevolg.Weigering is null ? Beslissing.Van([herroepen, .. gevolg.Gebeurtenissen]) : gevolg;
    }

    /// <summary>Whether what this decision revokes was heard: nothing beside the award is for it any more.</summary>
    public bool IsHerroepen(string besluit) => Intrekkingen.Any(i => i.Herroepen.Contains(besluit));

    /// <summary>What of an award comes from what the window holds back for objections, less what a withdrawal gives back of it.</summary>
    private decimal UitReserveVoor(decimal verleend, decimal blijft, Bezwaarbudget budget) =>
        Math.Max(0, Math.Clamp(verleend - Eigen, 0, budget.UitReserve) - (verleend - blijft));

    private Reservering Met(string intrekking, Func<Intrekking, Intrekking> na) =>
        this with
        {
            Intrekkingen = Intrekkingen.Any(i => i.Besluit == intrekking)
                ? [.. Intrekkingen.Select(i => i.Besluit == intrekking ? na(i) : i)]
                : [.. Intrekkingen, na(new Intrekking(intrekking, null, null, [], false))],
        };

    /// <summary>What of an award is to be set apart, with what is known of its withdrawal.</summary>
    private decimal Blijft(decimal verleend) => Math.Min(verleend, Ingetrokken ?? verleend);
}
