using System.Text.Json;

namespace SlimRegeling.Api.Tests.Levens;

/// <summary>How a case stands by what an employee sees of it; each part null while there is nothing.</summary>
internal sealed record Levensstand(
    JsonElement? Verlening,
    JsonElement? Wijzigingen,
    JsonElement? Intrekkingen,
    JsonElement? Voorschot,
    JsonElement? Bezwaren,
    JsonElement? Verantwoording
)
{
    public string? Fase => Verlening.Tekst("fase");

    public JsonElement? Intrekking => Intrekkingen.Lid("voorstel");

    public string? Verantwoordingsfase => Verantwoording.Tekst("fase");

    /// <summary>Nothing is open, and nothing is to come.</summary>
    public bool IsEinde =>
        Fase is "vastgesteld" or "ingetrokken" or "afgewezen" or "vervallen"
        && Verantwoordingsfase is null or "vastgesteld" or "ingetrokken"
        && OpenBezwaar(Bezwaren) is null
        && OpenWijziging(Wijzigingen) is null
        && Intrekking is null
        && Voorschot.Lid("hash") is null;

    /// <summary>The first objection that is not decided on or withdrawn.</summary>
    public static JsonElement? OpenBezwaar(JsonElement? bezwaren) =>
        bezwaren.Leden("bezwaren").Find(b => b.Tekst("fase") is not ("beslist" or "ingetrokken"));

    /// <summary>Serial number of the first request for a change that is not decided on or withdrawn.</summary>
    public static int? OpenWijziging(JsonElement? wijzigingen) =>
        wijzigingen.Leden("wijzigingen").FindIndex(IsOpen) is >= 0 and var plaats ? plaats + 1 : null;

    public override string ToString() =>
        $"{Fase}, {Verantwoordingsfase}; bezwaar {OpenBezwaar(Bezwaren)}; wijziging {OpenWijziging(Wijzigingen)}; "
        + $"intrekking {Intrekking}; voorschot {Voorschot}";

    private static bool IsOpen(JsonElement? wijziging) => wijziging.Tekst("stand") is "gevraagd" or "voorgesteld";
}
