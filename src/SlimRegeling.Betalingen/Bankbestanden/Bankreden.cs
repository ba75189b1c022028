namespace SlimRegeling.Betalingen.Bankbestanden;

/// <summary>The codes with which banks say why a payment did not go or came back (ISO 20022 external code set), in words for finance.</summary>
public static class Bankreden
{
    /// <summary>The reason is told in words beside it.</summary>
    public const string Toegelicht = "NARR";

    private static readonly Dictionary<string, string> Woorden = new(StringComparer.Ordinal)
    {
        ["AC01"] = "het rekeningnummer klopt niet",
        ["AC04"] = "de rekening is opgeheven",
        ["AC06"] = "de rekening is geblokkeerd",
        ["AC13"] = "de rekening is van een soort die dit niet aanneemt",
        ["AG01"] = "op deze rekening kan niet worden overgeboekt",
        ["AG02"] = "de bank kent deze soort boeking niet",
        ["AM04"] = "er staat te weinig op onze rekening",
        ["AM05"] = "de bank ziet haar als dubbel",
        ["BE01"] = "de naam hoort niet bij de rekening",
        ["DUPL"] = "de bank ziet het bestand als dubbel",
        ["FF01"] = "het bestand is niet in de vorm die de bank aanneemt",
        ["FOCR"] = "de betaling is op verzoek teruggegeven",
        ["MD07"] = "de rekeninghouder is overleden",
        ["MS02"] = "de ontvanger neemt haar niet aan",
        ["MS03"] = "de bank geeft geen reden",
        [Toegelicht] = "de reden staat in een toelichting",
        ["RC01"] = "de bank van de ontvanger is niet bekend",
        ["RR04"] = "de wet staat haar niet toe",
        ["TM01"] = "het bestand kwam na sluitingstijd",
    };

    /// <summary>Whether the bank refuses it because it has it already: it may be on its way, or paid.</summary>
    public static bool IsDubbel(string? code) => code is "AM05" or "DUPL";

    public static string Uitleg(string code) =>
        Woorden.TryGetValue(code, out var woorden) ? $"{woorden} ({code})"
        : code.Length == 0 ? "zonder reden"
        : $"code {code}";
}
