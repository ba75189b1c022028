using System.Globalization;

namespace SlimRegeling.Web.Leerwerk;

/// <summary>Numbers of one kind beside each other, as bars and as a table.</summary>
/// <param name="Id">Begins the ids in it.</param>
/// <param name="Kop">Of the first column.</param>
/// <param name="Aantal">Of the second.</param>
public sealed record Tellingen(string Id, string Titel, string Kop, string Aantal, IReadOnlyList<(string Naam, int Aantal)> Regels)
{
    private const int Breedte = 1000;

    public string Lengte(int aantal) =>
        (Regels.Count == 0 ? 0 : Breedte * aantal / Math.Max(1, Regels.Max(r => r.Aantal))).ToString(CultureInfo.InvariantCulture);
}
