using System.Text.Json.Serialization;
using NodaTime;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Aanvragen;

/// <summary>
/// The minister withdrew what was awarded or settled, or made it less, by <c>Besluit</c>: at most <c>Bedrag</c> is left, in euro; zero when nothing is.
/// </summary>
[Naam("intrekking-vernomen")]
public sealed record IntrekkingVernomen(string Besluit, decimal Bedrag, Instant Op) : Gebeurtenis;

public sealed partial record Aanvraag
{
    /// <summary>In the order in which they were heard.</summary>
    public IReadOnlyList<IntrekkingVernomen> Intrekkingen { get; init; } = [];

    /// <summary>The decisions with what is left of their amounts: they go up before a withdrawal only, and down after it.</summary>
    [JsonIgnore]
    public IReadOnlyList<Besluit> GeldendeBesluiten =>
        Intrekkingen.Count == 0
            ? Besluiten
            : [.. Besluiten.Select(b => b with { Bedrag = Math.Min(b.Bedrag, Intrekkingen.Min(i => i.Bedrag)) })];

    public Aanvraag Apply(IntrekkingVernomen e) => this with { Intrekkingen = [.. Intrekkingen, e] };
}
