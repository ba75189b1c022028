using SlimRegeling.Leercultuurscans.Antwoorden;
using SlimRegeling.Leercultuurscans.Instrumenten;

namespace SlimRegeling.Leercultuurscans.Rapporten;

/// <summary>Something that is measured of a person.</summary>
internal sealed record Maat(string Code, string Naam, Schaal Schaal, Func<Antwoordblad, decimal?> Van);

/// <summary>A measure with, of each person who counts, its score or null.</summary>
/// <param name="Betrouwbaar">Whether its questions hang together enough to tell anything of it.</param>
internal sealed record Gemeten(Maat Maat, IReadOnlyList<decimal?> Scores, bool Betrouwbaar)
{
    /// <summary>Of those who have one.</summary>
    public List<decimal> Gegeven { get; } = [.. Scores.OfType<decimal>()];

    /// <summary>Whether anything of it can be shown.</summary>
    public bool Genoeg => Betrouwbaar && Gegeven.Count >= Drempels.Antwoorden;
}
