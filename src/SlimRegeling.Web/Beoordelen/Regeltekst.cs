using System.Globalization;

namespace SlimRegeling.Web.Beoordelen;

/// <summary>A line of a budget in words.</summary>
public static class Regeltekst
{
    private static readonly NumberFormatInfo Nederlands = new() { NumberGroupSeparator = ".", NumberDecimalSeparator = "," };

    /// <param name="soort">As the API calls it.</param>
    public static string Van(string soort, Regelwaarde waarde) =>
        soort switch
        {
            "eigen-uren" => $"{Uren(waarde)} van {Wie(waarde)}, bruto jaarloon {Euro(waarde.Brutojaarloon)}",
            "externe-uren" => $"{Uren(waarde)} van een adviseur, {Euro(waarde.Uurtarief)} per uur",
            "overige-externe-kosten" => $"andere externe kosten, {Euro(waarde.Bedrag)}",
            "trajecten" => $"{Stuks(waarde)} loopbaantrajecten",
            _ => $"{Stuks(waarde)} praktijkleerplaatsen",
        };

    /// <param name="uitkomst">As the API calls it.</param>
    public static string Oordeel(string uitkomst) =>
        uitkomst switch
        {
            "gewijzigd" => "Gewijzigd",
            "geschrapt" => "Geschrapt",
            _ => "Aanvaard",
        };

    private static string Wie(Regelwaarde waarde) => waarde.Eigenaar == true ? "een eigenaar" : "eigen mensen";

    private static string Uren(Regelwaarde waarde) => $"{(waarde.Uren ?? 0m).ToString("#,##0.##", Nederlands)} uur";

    private static string Stuks(Regelwaarde waarde) => Weergave.Getal(waarde.Aantal ?? 0);

    private static string Euro(decimal? bedrag) => bedrag is { } euro ? Weergave.Bedrag(euro) : "–";
}
