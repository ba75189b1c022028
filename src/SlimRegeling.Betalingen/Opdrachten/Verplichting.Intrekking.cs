using System.Text.Json.Serialization;
using NodaTime;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Betalingen.Opdrachten;

// The award only goes up until something is withdrawn, and only down after that. So what is left is the least that a withdrawal left, in whatever order
// it is heard: what is booked and ordered first goes on as if nothing was withdrawn, and is put right by the difference with that (Verreken).
public sealed partial record Verplichting
{
    /// <summary>In the order of hearing.</summary>
    public IReadOnlyList<IntrekkingVernomen> Intrekkingen { get; init; } = [];

    /// <summary>Proposals to withdraw that were heard of, in the order of hearing.</summary>
    public IReadOnlyList<OpschortingVernomen> Opschortingen { get; init; } = [];

    /// <summary>Numbers of those that ended.</summary>
    public IReadOnlyList<string> AfgelopenOpschortingen { get; init; } = [];

    /// <summary>What was booked of withdrawals so far, together.</summary>
    public Ingetrokken Geboekt { get; init; } = new(0, 0, 0, 0, 0);

    /// <summary>What the subsidy is at most by a withdrawal, in euro; null when nothing was withdrawn.</summary>
    [JsonIgnore]
    public decimal? Rest => Intrekkingen.Count == 0 ? null : Intrekkingen.Min(i => i.Bedrag);

    public sealed record Ingetrokken(decimal Verplichting, decimal Voorschotten, decimal Kosten, decimal Gestopt, decimal Vordering);

    /// <summary>What the settlements took of the obligation, took as advances and made cost, together, in euro.</summary>
    private (decimal Verleend, decimal Voorschotten, decimal Kosten) Verrekend
    {
        get
        {
            var afgerekend = Verrekende().Take(AantalAfgerekend).ToList();
            return afgerekend is [.. var eerdere, var laatste]
                ? (laatste.Verleend, laatste.Voorschotten - eerdere.Sum(v => Math.Max(0, v.NogTeBetalen)), laatste.Vastgesteld)
                : (0, 0, 0);
        }
    }

    /// <summary>Whether no payment is due on this day (4:56 Awb).</summary>
    public bool IsOpgeschort(LocalDate dag) => Opschortingen.Any(o => dag <= o.TotEnMet && !AfgelopenOpschortingen.Contains(o.Intrekking));

    public Verplichting Apply(OpschortingVernomen e) => this with { Opschortingen = [.. Opschortingen, e] };

    public Verplichting Apply(OpschortingAfgelopen e) => this with { AfgelopenOpschortingen = [.. AfgelopenOpschortingen, e.Intrekking] };

    public Verplichting Apply(IntrekkingVernomen e) =>
        this with
        {
            Intrekkingen = [.. Intrekkingen, e],
            AfgelopenOpschortingen = [.. AfgelopenOpschortingen, e.Besluit],
        };

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

    /// <summary>The withdrawal that a settlement reckons with; null when it reckons with none, or that was not heard of yet.</summary>
    private IntrekkingVernomen? IntrekkingVan(VaststellingVernomen v) => Intrekkingen.FirstOrDefault(i => i.Besluit == v.Intrekking);

    /// <summary>What contradicts the award in what is known of its withdrawal.</summary>
    private string? TegenspraakVanIntrekking(VerplichtingAangegaan verlening) =>
        Intrekkingen.FirstOrDefault(i =>
            i.KvkNummer != verlening.KvkNummer || i.Bedrag < 0 || i.Bedrag >= i.Was || i.Voorschot < 0 || i.Voorschot > i.Bedrag
        )
            is { } fout
            ? $"Intrekking {fout.Besluit} past niet bij {verlening.Besluit}: een andere onderneming, of geen lager bedrag."
            : null;
}
