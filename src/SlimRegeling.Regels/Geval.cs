namespace SlimRegeling.Regels;

/// <summary>All that a test looks at: the plan with what was computed from it and what is known beside it.</summary>
/// <param name="Omvang">Null for a partnership.</param>
/// <param name="Ruimte">Of a single applicant; null when the aid granted earlier is not known.</param>
/// <param name="Partijruimten">Of the parties of a partnership, null for one that is no firm; null when the aid is not known.</param>
internal readonly record struct Geval(
    Regelversie Versie,
    Plan Plan,
    Feiten Feiten,
    Omvang? Omvang,
    DeMinimisruimte? Ruimte,
    IReadOnlyList<DeMinimisruimte?>? Partijruimten,
    Berekening Berekening
)
{
    public Soorten Soorten { get; } = Soorten.Van(Plan.Activiteiten);

    /// <summary>The assessor's judgment; null when there is none.</summary>
    public bool? Oordeel(string code) => Feiten.Oordelen.TryGetValue(code, out var oordeel) ? oordeel : null;
}
