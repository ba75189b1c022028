using System.Text.Json.Serialization;
using NodaTime;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Betalingen.Opdrachten;

/// <summary>
/// Of the claim <c>Vordering</c> the recipient repaid <c>Bedrag</c> of the sum itself, in euro, or it was set off; <c>Kenmerk</c> is the movement on the
/// statement, or the number of the decision.
/// </summary>
[Naam("terugbetaling-vernomen")]
public sealed record TerugbetalingVernomen(string Vordering, string Kenmerk, decimal Bedrag, Instant Op) : Gebeurtenis;

// What was repaid is claimed no longer. When a claim falls away after that, it is due to the recipient: it is ordered as what was ordered less before.
public sealed partial record Verplichting : IVanOnderneming
{
    /// <summary>Nobody's until the award was heard.</summary>
    [JsonIgnore]
    public string KvkNummer => Verlening?.KvkNummer ?? "onbekend";

    /// <summary>In the order of hearing.</summary>
    public IReadOnlyList<TerugbetalingVernomen> Terugbetalingen { get; init; } = [];

    /// <summary>What is claimed back in all, whether it was repaid or not, in euro.</summary>
    [JsonIgnore]
    public decimal Gevorderd => Math.Max(0, -(Laatste?.NogTeBetalen ?? 0)) + Geboekt.Vordering - Verrekeningen.Sum(v => v.Bedrag);

    [JsonIgnore]
    public decimal Terugbetaald => Terugbetalingen.Sum(t => t.Bedrag);

    /// <summary>The day on which it was settled first, from which the years to claim back count (4:57, fourth paragraph, Awb); null when it was not.</summary>
    [JsonIgnore]
    public Instant? VastgesteldOp => Vaststelling?.Op;

    public Verplichting Apply(TerugbetalingVernomen e) => this with { Terugbetalingen = [.. Terugbetalingen, e] };
}
