using System.Text.Json.Serialization;
using NodaTime;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Aanvragen;

/// <summary>
/// The minister withdrew what was awarded or settled, or made it less, by <c>Besluit</c>: at most <c>Bedrag</c> is left, in euro; zero when nothing is.
/// </summary>
[Naam("intrekking-vernomen")]
public sealed record IntrekkingVernomen(string Besluit, decimal Bedrag, Instant Op) : Gebeurtenis;

/// <summary>
/// By <c>Besluit</c>, on objection, the withdrawal <c>Intrekking</c> was revoked: wholly, or so that it leaves <c>Blijft</c>, in euro.
/// </summary>
[Naam("herroeping-vernomen")]
public sealed record HerroepingVernomen(string Besluit, string Intrekking, decimal? Blijft, Instant Op) : Gebeurtenis;

public sealed partial record Aanvraag
{
    /// <summary>In the order in which they were heard.</summary>
    public IReadOnlyList<IntrekkingVernomen> Intrekkingen { get; init; } = [];

    /// <summary>In the order in which they were heard; each can be heard before the withdrawal.</summary>
    public IReadOnlyList<HerroepingVernomen> Herroepingen { get; init; } = [];

    /// <summary>The decisions with what is left of their amounts: they go up before a withdrawal only, and down after it.</summary>
    [JsonIgnore]
    public IReadOnlyList<Besluit> GeldendeBesluiten =>
        Intrekkingen.Min(i => Laat(i)) is { } rest ? [.. Besluiten.Select(b => b with { Bedrag = Math.Min(b.Bedrag, rest) })] : Besluiten;

    public Aanvraag Apply(IntrekkingVernomen e) => this with { Intrekkingen = [.. Intrekkingen, e] };

    public Aanvraag Apply(HerroepingVernomen e) => this with { Herroepingen = [.. Herroepingen, e] };

    /// <summary>What a withdrawal leaves, as far as it was revoked; null when it was revoked altogether.</summary>
    private decimal? Laat(IntrekkingVernomen intrekking)
    {
        var herroepen = Herroepingen.Where(h => h.Intrekking == intrekking.Besluit).ToList();
        return herroepen.Any(h => h.Blijft is null) ? null : herroepen.Select(h => h.Blijft!.Value).Append(intrekking.Bedrag).Max();
    }
}
