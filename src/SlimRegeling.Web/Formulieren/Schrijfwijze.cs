using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SlimRegeling.Web.Invoer;

namespace SlimRegeling.Web.Formulieren;

/// <summary>What became of a text: a value for the API, or what to do about it, with the texts that one can choose from.</summary>
public sealed record Lezing(JsonNode? Json, string? Fout = null, IReadOnlyList<string>? Keuzes = null);

/// <summary>Between how people in the Netherlands write a value and how the API has it.</summary>
public static partial class Schrijfwijze
{
    private static readonly NumberFormatInfo Nederlands = new() { NumberGroupSeparator = ".", NumberDecimalSeparator = "," };

    /// <summary>For a field: <c>1.250,50</c>, <c>12,5</c>, <c>31-12-2025</c>; empty when there is nothing.</summary>
    public static string Van(Veld veld, JsonNode? json) =>
        json is null ? ""
        : veld.Soort == Veldsoort.Teksten ? string.Join(", ", (json as JsonArray ?? []).Select(t => t?.ToString()))
        : json is not JsonValue waarde ? ""
        : veld.Soort switch
        {
            Veldsoort.Bedrag or Veldsoort.Getal or Veldsoort.Geheel when Decimaal(waarde) is { } getal => Getal(veld, getal),
            Veldsoort.JaNee => waarde.GetValueKind() == JsonValueKind.True ? "ja" : "nee",
            Veldsoort.Datum when DateOnly.TryParseExact(waarde.ToString(), "yyyy-MM-dd", out var dag) => Dag(dag),
            _ => waarde.ToString(),
        };

    /// <summary>For the API. Nothing for an empty field; what can mean two things is asked, never guessed.</summary>
    public static Lezing Lees(Veld veld, string tekst) =>
        tekst.Length == 0
            ? new(null)
            : veld.Soort switch
            {
                Veldsoort.Bedrag => Van(
                    Bedraglezer.Lees(tekst),
                    b => b.ToString("0.00", CultureInfo.InvariantCulture),
                    b => Getal(veld, b)
                ),
                Veldsoort.Datum => Van(
                    Datumlezer.Lees(tekst),
                    d => d.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture),
                    d => Dag(d.ToDateOnly())
                ),
                Veldsoort.Getal or Veldsoort.Geheel => Getal(tekst, veld.Soort == Veldsoort.Geheel),
                Veldsoort.JaNee => new(tekst == "ja"),
                Veldsoort.Keuze => veld.Keuzes.Any(k => k.Waarde == tekst) ? new(tekst) : new(null, "Maak een keuze."),
                Veldsoort.Teksten => new(
                    new JsonArray([
                        .. tekst
                            .Split([',', ';', ' ', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                            // Numbers in which some write points.
                            .Select(t => JsonValue.Create(t.Replace(".", "", StringComparison.Ordinal))),
                    ])
                ),
                _ => new(tekst),
            };

    /// <summary>One text for all ways to write a value; what cannot be read stays as it is.</summary>
    public static string Eender(Veld veld, string tekst) => Lees(veld, tekst).Json is { } json ? Van(veld, json) : tekst;

    private static Lezing Van<T>(Gelezen<T> gelezen, Func<T, string> json, Func<T, string> tekst) =>
        gelezen switch
        {
            Gelezen<T>.Waarde w => new(json(w.Is)),
            Gelezen<T>.Vraag v => new(null, v.Tekst, [.. v.Lezingen.Select(l => tekst(l.Is))]),
            Gelezen<T>.Fout f => new(null, f.Uitleg),
            _ => throw new InvalidOperationException("There is no fourth way to read a text."),
        };

    /// <summary>Amounts with their cents: <c>1.250</c> alone could be read in two ways.</summary>
    private static string Getal(Veld veld, decimal getal) =>
        veld.Soort == Veldsoort.Bedrag ? getal.ToString("#,##0.00", Nederlands) : Getal(getal);

    private static string Getal(decimal getal) => getal.ToString("0.##", Nederlands);

    private static Gelezen<decimal>.Lezing Lezing(decimal getal)
    {
        var rond = decimal.Round(getal, 2, MidpointRounding.AwayFromZero);
        return new(rond, rond == getal ? Getal(rond) : $"{Getal(rond)} (afgerond)");
    }

    /// <summary>Thousands or decimals: <c>1.250</c>.</summary>
    [GeneratedRegex(@"^[1-9][0-9]{0,2}\.[0-9]{3}$")]
    private static partial Regex Duizend();

    private static string Dag(DateOnly dag) => dag.ToString("dd-MM-yyyy", CultureInfo.InvariantCulture);

    private static decimal? Decimaal(JsonValue waarde) =>
        decimal.TryParse(waarde.ToString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var getal) ? getal : null;

    /// <summary>Thousands set apart in one way, with the other sign before the decimals: <c>1.250,5</c>, <c>1 250,5</c>, <c>1.250.000</c>.</summary>
    [GeneratedRegex(
        @"^(?<heel>[1-9][0-9]{0,2}(?:(?:\.[0-9]{3})+(?=,)|(?:,[0-9]{3})+(?=\.)|(?:[ \u00a0][0-9]{3})+|(?:\.[0-9]{3}){2,}|(?:,[0-9]{3}){2,}))(?:[.,](?<deel>[0-9]+))?$"
    )]
    private static partial Regex MetDuizenden();

    private static Lezing Getal(string tekst, bool geheel)
    {
        if (MetDuizenden().Match(tekst) is { Success: true } groot)
        {
            tekst = $"{string.Concat(groot.Groups["heel"].Value.Where(char.IsAsciiDigit))}.{groot.Groups["deel"].Value}".TrimEnd('.');
        }
        var kaal = tekst.Replace("\u00a0", "", StringComparison.Ordinal).Replace(',', '.');
        if (Duizend().IsMatch(kaal))
        {
            var duizend = decimal.Parse(kaal.Replace(".", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
            return geheel
                ? new(JsonValue.Create(duizend))
                : Van(
                    Gelezen<decimal>.Vraagt([Lezing(duizend), Lezing(decimal.Parse(kaal, CultureInfo.InvariantCulture))]),
                    _ => "",
                    Getal
                );
        }
        return
            decimal.TryParse(kaal, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var getal)
            && decimal.Round(getal, geheel ? 0 : 2) == getal
            ? new(JsonValue.Create(getal))
            : TeFijn(geheel);
    }

    private static Lezing TeFijn(bool geheel) =>
        new(
            null,
            geheel
                ? "Schrijf een heel getal, bijvoorbeeld 12."
                : "Schrijf een getal met ten hoogste twee cijfers achter de komma, bijvoorbeeld 12,5."
        );
}
