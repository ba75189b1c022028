using SlimRegeling.Verlening.Vorderingen;

namespace SlimRegeling.Verlening;

public sealed partial record Verlening
{
    /// <summary>What Betalingen decided about claiming back, in the order of hearing.</summary>
    public IReadOnlyList<VorderingsbesluitVernomen> Vorderingsbesluiten { get; init; } = [];

    public Verlening Apply(VorderingsbesluitVernomen e) => this with { Vorderingsbesluiten = [.. Vorderingsbesluiten, e] };
}
