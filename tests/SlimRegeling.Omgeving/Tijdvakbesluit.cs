using System.Text.Json;

namespace SlimRegeling.Omgeving;

/// <summary>A decision on a window takes two people: one proposes it, another signs what was answered to the first.</summary>
public static class Tijdvakbesluit
{
    /// <param name="voorgesteld">The answer to the proposal.</param>
    /// <returns>The path below <c>/v1/</c> and the body of the signature.</returns>
    public static (string Pad, object Inhoud) Ondertekening(JsonElement voorgesteld) =>
        (
            $"tijdvakken/{voorgesteld.GetProperty("id").GetString()}/voorstellen/{voorgesteld.GetProperty("voorstel").GetInt32()}/ondertekening",
            new { hash = voorgesteld.GetProperty("hash").GetString() }
        );
}
