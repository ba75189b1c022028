using SlimRegeling.Leercultuurscans.Antwoorden;
using SlimRegeling.Leercultuurscans.Instrumenten;

namespace SlimRegeling.Leercultuurscans.Rapporten;

/// <summary>Something that is measured of a person.</summary>
/// <param name="Schaal">Of what is measured, also where the answers were on another.</param>
/// <param name="Van">Of one person; null when they answered too little of it.</param>
/// <param name="Telt">The answers that people counted with, whose words stand in the place of a band; null of what they agreed with.</param>
internal sealed record Maat(string Code, string Naam, Schaal Schaal, Func<Antwoordblad, decimal?> Van, Schaal? Telt = null)
{
    /// <summary>D1 to D6.</summary>
    public static IEnumerable<Maat> Kern(Vragenlijst lijst) => lijst.Kern.Onderdelen.Select(o => Maak(lijst.Kern, o));

    /// <summary>The parts of the instrument itself.</summary>
    public static IEnumerable<Maat> Onderdelen(Vragenlijst lijst) => (lijst.Eigen?.Onderdelen ?? []).Select(o => Maak(lijst.Eigen!, o));

    /// <summary>A mean in words: the band, or of what was counted the answer that is nearest.</summary>
    public string Beeld(decimal gemiddelde) => Beeld(gemiddelde, Schaal, Telt);

    /// <inheritdoc cref="Beeld(decimal)"/>
    public static string Beeld(decimal gemiddelde, Schaal schaal, Schaal? telt) =>
        telt is null
            ? Berekening.Band(gemiddelde)
            : telt.Antwoorden[(int)Berekening.Rond(telt.Van(schaal, gemiddelde), 0) - telt.Laagste].Nl;

    private static Maat Maak(Instrument instrument, Onderdeel o) =>
        new(o.Code, o.Naam.Nl, instrument.Schaal, blad => Berekening.Score(instrument, o, blad), o.Schaal);
}

/// <summary>A measure with, of each person who counts, its score or null.</summary>
/// <param name="Betrouwbaar">Whether its questions hang together enough to tell anything of it.</param>
/// <param name="Drempels">Of the scan that they are of.</param>
internal sealed record Gemeten(Maat Maat, IReadOnlyList<decimal?> Scores, bool Betrouwbaar, Scandrempels Drempels)
{
    /// <summary>Of those who have one.</summary>
    public List<decimal> Gegeven { get; } = [.. Scores.OfType<decimal>()];

    /// <summary>Whether anything of it can be shown.</summary>
    public bool Genoeg => Betrouwbaar && Gegeven.Count >= Drempels.Antwoorden;
}
