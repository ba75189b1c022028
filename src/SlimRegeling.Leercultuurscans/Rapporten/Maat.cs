using SlimRegeling.Leercultuurscans.Antwoorden;
using SlimRegeling.Leercultuurscans.Instrumenten;

namespace SlimRegeling.Leercultuurscans.Rapporten;

/// <summary>Something that is measured of a person.</summary>
internal sealed record Maat(string Code, string Naam, Schaal Schaal, Func<Antwoordblad, decimal?> Van);

/// <summary>A measure with, of each person who counts, its score or null.</summary>
internal sealed record Gemeten(Maat Maat, IReadOnlyList<decimal?> Scores)
{
    /// <summary>Of those who have one.</summary>
    public List<decimal> Gegeven { get; } = [.. Scores.OfType<decimal>()];

    /// <summary>Whether enough have one to show anything of it.</summary>
    public bool Genoeg => Gegeven.Count >= Drempels.Antwoorden;
}
