using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SlimRegeling.Web.Formulieren;

/// <summary>Between how people in the Netherlands write a value and how the API has it.</summary>
public static class Schrijfwijze
{
    private static readonly NumberFormatInfo Nederlands = new() { NumberGroupSeparator = ".", NumberDecimalSeparator = "," };

    /// <summary>For a field: <c>1.250,50</c>, <c>12,5</c>, <c>31-12-2025</c>; empty when there is nothing.</summary>
    public static string Van(Veld veld, JsonNode? json) =>
        json is null ? ""
        : veld.Soort == Veldsoort.Teksten ? string.Join(", ", (json as JsonArray ?? []).Select(t => t?.ToString()))
        : json is not JsonValue waarde ? ""
        : veld.Soort switch
        {
            Veldsoort.Bedrag when Decimaal(waarde) is { } bedrag => bedrag.ToString("#,##0.00", Nederlands),
            Veldsoort.Getal or Veldsoort.Geheel when Decimaal(waarde) is { } getal => getal.ToString("0.##", Nederlands),
            Veldsoort.JaNee => waarde.GetValueKind() == JsonValueKind.True ? "ja" : "nee",
            Veldsoort.Datum when DateOnly.TryParseExact(waarde.ToString(), "yyyy-MM-dd", out var dag) => dag.ToString(
                "dd-MM-yyyy",
                CultureInfo.InvariantCulture
            ),
            _ => waarde.ToString(),
        };

    /// <summary>For the API. Nothing for an empty field; what cannot be read has an explanation of what to write.</summary>
    public static (JsonNode? Json, string? Fout) Lees(Veld veld, string tekst) =>
        tekst.Length == 0
            ? (null, null)
            : veld.Soort switch
            {
                Veldsoort.Bedrag => Bedrag(tekst),
                Veldsoort.Getal or Veldsoort.Geheel => Getal(tekst, veld.Soort == Veldsoort.Geheel),
                Veldsoort.JaNee => (tekst == "ja", null),
                Veldsoort.Datum => Datum(tekst),
                Veldsoort.Keuze => veld.Keuzes.Any(k => k.Waarde == tekst) ? (tekst, null) : (null, "Maak een keuze."),
                Veldsoort.Teksten => (
                    new JsonArray([
                        .. tekst
                            .Split([',', ';', ' ', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                            .Select(t => JsonValue.Create(t)),
                    ]),
                    null
                ),
                _ => (tekst, null),
            };

    private static decimal? Decimaal(JsonValue waarde) =>
        decimal.TryParse(waarde.ToString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var getal) ? getal : null;

    private static (JsonNode?, string?) Bedrag(string tekst) =>
        Getalnotatie(tekst) is { } bedrag && decimal.Round(bedrag, 2) == bedrag && bedrag < 1e13m
            ? (bedrag.ToString("0.00", CultureInfo.InvariantCulture), null)
            : (null, "Schrijf een bedrag, bijvoorbeeld 1.250,50.");

    private static (JsonNode?, string?) Getal(string tekst, bool geheel) =>
        Getalnotatie(tekst) is { } getal && decimal.Round(getal, geheel ? 0 : 2) == getal
            ? (JsonValue.Create(getal), null)
            : (null, geheel ? "Schrijf een heel getal, bijvoorbeeld 12." : "Schrijf een getal, bijvoorbeeld 12,5.");

    private static (JsonNode?, string?) Datum(string tekst) =>
        DateOnly.TryParseExact(
            tekst.Replace('/', '-'),
            ["d-M-yyyy", "yyyy-MM-dd"],
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var dag
        )
            ? (dag.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), null)
            : (null, "Schrijf een datum, bijvoorbeeld 12-9-2024.");

    private static decimal? Getalnotatie(string tekst)
    {
        var kaal = tekst.Replace("€", "", StringComparison.Ordinal).Replace("\u00a0", "", StringComparison.Ordinal).Trim();
        kaal = kaal.EndsWith(",-", StringComparison.Ordinal) ? kaal[..^2] : kaal;
        var stijl = NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands | NumberStyles.AllowLeadingSign;
        return decimal.TryParse(kaal, stijl, Nederlands, out var getal) ? getal : null;
    }
}
