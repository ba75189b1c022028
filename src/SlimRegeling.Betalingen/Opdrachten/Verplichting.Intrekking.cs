using System.Text.Json.Serialization;
using NodaTime;

namespace SlimRegeling.Betalingen.Opdrachten;

// The award only goes up until something is withdrawn, and only down after that. So what is left is the least that a withdrawal left, in whatever order
// it is heard: what is booked and ordered first goes on as if nothing was withdrawn, and is put right by the difference with that (Verreken). A withdrawal
// that was revoked leaves more, or does not count, also when that is heard before the withdrawal itself.
public sealed partial record Verplichting
{
    /// <summary>In the order of hearing.</summary>
    public IReadOnlyList<IntrekkingVernomen> Intrekkingen { get; init; } = [];

    /// <summary>What decisions on objection revoked of them, in the order of hearing; it only goes up.</summary>
    public IReadOnlyList<HerroepingVernomen> Herroepingen { get; init; } = [];

    /// <summary>Proposals to withdraw that were heard of, in the order of hearing.</summary>
    public IReadOnlyList<OpschortingVernomen> Opschortingen { get; init; } = [];

    /// <summary>Numbers of those that ended.</summary>
    public IReadOnlyList<string> AfgelopenOpschortingen { get; init; } = [];

    /// <summary>What was booked of withdrawals so far, together.</summary>
    public Ingetrokken Geboekt { get; init; } = new(0, 0, 0, 0, 0);

    /// <summary>What the subsidy is at most by a withdrawal, in euro; null when nothing was withdrawn, or all of it was revoked.</summary>
    [JsonIgnore]
    public decimal? Rest => Intrekkingen.Min(i => Laat(i));

    public sealed record Ingetrokken(decimal Verplichting, decimal Voorschotten, decimal Kosten, decimal Gestopt, decimal Vordering);

    /// <summary>Whether no payment is due on this day (4:56 Awb).</summary>
    public bool IsOpgeschort(LocalDate dag) => LopendeOpschortingen(dag).Count > 0;

    /// <summary>Numbers of the proposals to withdraw for which no payment is due on this day, in the order of hearing.</summary>
    public IReadOnlyList<string> LopendeOpschortingen(LocalDate dag) => Open(o => dag <= o.TotEnMet);

    /// <summary>Numbers of those of which the last day is before this one, and of which nothing else was heard since.</summary>
    public IReadOnlyList<string> VerlopenOpschortingen(LocalDate dag) => Open(o => dag > o.TotEnMet);

    private IReadOnlyList<string> Open(Func<OpschortingVernomen, bool> welke) =>
        [.. Opschortingen.Where(welke).Select(o => o.Intrekking).Except(AfgelopenOpschortingen)];

    public Verplichting Apply(OpschortingVernomen e) => this with { Opschortingen = [.. Opschortingen, e] };

    public Verplichting Apply(OpschortingAfgelopen e) => this with { AfgelopenOpschortingen = [.. AfgelopenOpschortingen, e.Intrekking] };

    public Verplichting Apply(IntrekkingVernomen e) =>
        this with
        {
            Intrekkingen = [.. Intrekkingen, e],
            AfgelopenOpschortingen = [.. AfgelopenOpschortingen, e.Besluit],
        };

    public Verplichting Apply(HerroepingVernomen e) => this with { Herroepingen = [.. Herroepingen, e] };

    public Verplichting Apply(VerplichtingIngetrokken e) =>
        this with
        {
            Geboekt = new(
                Geboekt.Verplichting + e.Verplichting,
                Geboekt.Voorschotten + e.Voorschotten,
                Geboekt.Kosten + e.Kosten,
                Geboekt.Gestopt + e.Gestopt,
                Geboekt.Vordering + e.Vordering
            ),
        };

    /// <summary>What a withdrawal leaves, as far as it was revoked; null when it was revoked altogether.</summary>
    private decimal? Laat(IntrekkingVernomen intrekking)
    {
        var herroepen = Herroepingen.Where(h => h.Intrekking == intrekking.Besluit).ToList();
        return herroepen.Any(h => h.Blijft is null) ? null : herroepen.Select(h => h.Blijft!.Value).Append(intrekking.Bedrag).Max();
    }

    /// <summary>
    /// What the withdrawal left that a settlement reckons with, as far as it was revoked then; null when it reckons with none, or what made it so was not
    /// heard of yet.
    /// </summary>
    private (decimal Bedrag, decimal Voorschot)? Verlaagd(VaststellingVernomen v)
    {
        foreach (var i in Intrekkingen.Where(i => i.Besluit == v.Intrekking && i.Bedrag == v.Verleend))
        {
            return (i.Bedrag, i.Voorschot);
        }
        foreach (var h in Herroepingen.Where(h => h.Intrekking == v.Intrekking && h.Blijft == v.Verleend))
        {
            return (h.Bedrag, h.Voorschot);
        }
        return null;
    }
}
