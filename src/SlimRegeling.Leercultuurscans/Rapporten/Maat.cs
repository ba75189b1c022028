using SlimRegeling.Leercultuurscans.Antwoorden;
using SlimRegeling.Leercultuurscans.Instrumenten;

namespace SlimRegeling.Leercultuurscans.Rapporten;

/// <summary>Something that is measured of a person.</summary>
/// <param name="Schaal">Of what is measured, also where the answers were on another.</param>
/// <param name="Van">Of one person; null when they answered too little of it.</param>
/// <param name="Telt">The answers that people counted with, whose words stand in the place of a band; null of what they agreed with.</param>
internal sealed record Maat(string Sleutel, string Code, string Naam, Schaal Schaal, Func<Antwoordblad, decimal?> Van, Schaal? Telt = null)
{
    /// <summary>D1 to D6.</summary>
    public static IEnumerable<Maat> Kern(Vragenlijst lijst) => lijst.Kern.Onderdelen.Select(o => Maak(lijst.Kern, o));

    /// <summary>The parts of the instrument itself.</summary>
    public static IEnumerable<Maat> Onderdelen(Vragenlijst lijst) => (lijst.Eigen?.Onderdelen ?? []).Select(o => Maak(lijst.Eigen!, o));

    /// <summary>The common dimensions that the instrument tells of.</summary>
    public static IEnumerable<Maat> Afgebeeld(Vragenlijst lijst) =>
        lijst.Eigen is not { } eigen
            ? []
            : Dimensies
                .Alle.Where(d => eigen.Onderdelen.Any(o => o.Dimensies.Any(a => a.Dimensie == d.Code)))
                .Select(d => new Maat(
                    $"op {d.Code}",
                    d.Code,
                    d.Naam.Nl,
                    eigen.Schaal,
                    blad => Berekening.OpDimensie(eigen, d.Code, blad),
                    Geteld(eigen, d.Code)
                ));

    /// <summary>A mean in words: the band, or of what was counted the answer that is nearest.</summary>
    public string Beeld(decimal gemiddelde) =>
        Telt is { } telt
            ? telt.Antwoorden[(int)Berekening.Rond(telt.Van(Schaal, gemiddelde), 0) - telt.Laagste].Nl
            : Berekening.Band(gemiddelde);

    private static Maat Maak(Instrument instrument, Onderdeel o) =>
        new(o.Code, o.Code, o.Naam.Nl, instrument.Schaal, blad => Berekening.Score(instrument, o, blad), o.Schaal);

    // When all that tells of a dimension was counted, and with the same answers.
    private static Schaal? Geteld(Instrument eigen, string dimensie)
    {
        var schalen = eigen.Onderdelen.Where(o => o.Dimensies.Any(a => a.Dimensie == dimensie)).Select(o => o.Schaal).ToList();
        return schalen[0] is { } eerste && schalen.All(s => s?.Antwoorden.SequenceEqual(eerste.Antwoorden) == true) ? eerste : null;
    }
}
