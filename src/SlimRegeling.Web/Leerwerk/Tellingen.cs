using System.Globalization;

namespace SlimRegeling.Web.Leerwerk;

/// <summary>Numbers of one kind beside each other, as bars and as a table.</summary>
/// <param name="Id">Begins the ids in it.</param>
/// <param name="Kop">Of the first column.</param>
/// <param name="Aantal">Of the second.</param>
/// <param name="Schaal">Of means: where bars begin and end. Counts have none: they begin at nothing, and the largest is a full bar.</param>
public sealed record Tellingen(
    string Id,
    string Titel,
    string Kop,
    string Aantal,
    IReadOnlyList<(string Naam, decimal Aantal)> Regels,
    Schaal? Schaal = null
)
{
    private const decimal Breedte = 1000;

    private decimal Laagste => Schaal?.Laagste ?? 0;

    private decimal Hoogste => Schaal?.Hoogste ?? Regels.Select(r => r.Aantal).DefaultIfEmpty(0).Max();

    public string Tekst(decimal aantal) => Schaal is null ? Weergave.Getal((long)aantal) : Leerwoorden.Score(aantal);

    public string Lengte(decimal aantal) =>
        decimal.Round(Breedte * Math.Clamp((aantal - Laagste) / Math.Max(1, Hoogste - Laagste), 0, 1), 1)
            .ToString("0.#", CultureInfo.InvariantCulture);
}
