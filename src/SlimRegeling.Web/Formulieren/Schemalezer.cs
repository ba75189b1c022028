using System.Text.Json.Nodes;
using SlimRegeling.Web.Talen;

namespace SlimRegeling.Web.Formulieren;

/// <summary>Reads the form from the JSON Schema that the API serves for a window and a type of applicant.</summary>
public static class Schemalezer
{
    private const int LangsteRegel = 500;

    public static Veld Lees(JsonNode schema, Teksten t) => Lees("", schema.AsObject(), t, verplicht: true);

    private static Veld Lees(string naam, JsonObject schema, Teksten t, bool verplicht)
    {
        var soort = Soort(schema);
        return new Veld(naam, soort, Woord(schema, "title", t) ?? naam)
        {
            Uitleg = Woord(schema, "description", t),
            Artikel = (string?)schema["x-artikel"],
            Sectie = (string?)schema["x-sectie"],
            Verplicht = verplicht,
            Keuzes = soort == Veldsoort.Keuze ? Keuzes(schema, t) : [],
            Velden = soort == Veldsoort.Groep ? Velden(schema, t) : [],
            Element = soort == Veldsoort.Lijst ? Lees("", schema["items"]!.AsObject(), t, verplicht: true) : null,
            Meeste = (int?)schema["maxItems"],
        };
    }

    private static Veldsoort Soort(JsonObject schema) =>
        ((string?)schema["type"], (string?)schema["format"]) switch
        {
            ("object", _) => Veldsoort.Groep,
            ("array", _) => (string?)schema["items"]?["type"] == "string" ? Veldsoort.Teksten : Veldsoort.Lijst,
            ("boolean", _) => Veldsoort.JaNee,
            ("integer", _) => Veldsoort.Geheel,
            ("number", _) => Veldsoort.Getal,
            _ when (string?)schema["x-eenheid"] == "euro" => Veldsoort.Bedrag,
            (_, "date") => Veldsoort.Datum,
            _ when schema["oneOf"] is JsonArray || schema["enum"] is JsonArray => Veldsoort.Keuze,
            // A long text without a form of its own, such as that of an IBAN.
            _ when (int?)schema["maxLength"] > LangsteRegel && VrijeTekst((string?)schema["pattern"]) => Veldsoort.Alinea,
            _ => Veldsoort.Tekst,
        };

    private static bool VrijeTekst(string? patroon) => patroon?.Contains("[^", StringComparison.Ordinal) != false;

    private static List<Veld> Velden(JsonObject schema, Teksten t)
    {
        var verplicht = (schema["required"] as JsonArray ?? []).Select(n => (string?)n).ToHashSet();
        var bijSoort = BijSoort(schema);
        return
        [
            .. (schema["properties"] as JsonObject ?? [])
                .Where(p => p.Value is JsonObject)
                .OrderBy(p => (int?)p.Value!["x-volgorde"] ?? int.MaxValue)
                .Select(p =>
                    Lees(p.Key, p.Value!.AsObject(), t, verplicht.Contains(p.Key)) with
                    {
                        BijSoort = bijSoort.GetValueOrDefault(p.Key),
                    }
                ),
        ];
    }

    private static List<Keuze> Keuzes(JsonObject schema, Teksten t) =>
        schema["oneOf"] is JsonArray keuzes
            ? [.. keuzes.Select(k => new Keuze((string)k!["const"]!, Woord(k.AsObject(), "title", t) ?? (string)k["const"]!))]
            : [.. schema["enum"]!.AsArray().Select(k => new Keuze((string)k!, (string)k!))];

    /// <summary>From <c>if soort is one of these, then this field may not be there</c>: with which kinds a field is asked.</summary>
    private static Dictionary<string, string> BijSoort(JsonObject schema)
    {
        if (schema["properties"]?["soort"] is not JsonObject soort || Soort(soort) != Veldsoort.Keuze)
        {
            return [];
        }
        var alle = soort["oneOf"] is JsonArray keuzes
            ? keuzes.Select(k => (string)k!["const"]!).ToList()
            : [.. soort["enum"]!.AsArray().Select(k => (string)k!)];
        if (alle.Exists(s => s.Length > 1))
        {
            return [];
        }
        var bij = new Dictionary<string, HashSet<string>>();
        foreach (var regel in schema["allOf"] as JsonArray ?? [])
        {
            if (Soorten(regel?["if"], alle) is not { } soorten)
            {
                continue;
            }
            foreach (var naam in Vervalt(regel?["then"]))
            {
                bij.TryAdd(naam, [.. alle]);
                bij[naam].ExceptWith(soorten);
            }
        }
        return bij.ToDictionary(b => b.Key, b => string.Concat(alle.Where(b.Value.Contains)));
    }

    private static IEnumerable<string>? Soorten(JsonNode? als, List<string> alle) =>
        als?["not"] is { } niet ? (Soorten(niet, alle) is { } behalve ? alle.Except(behalve) : null)
        : als?["properties"]?["soort"] is JsonObject soort
            ? soort["const"] is { } een ? [(string)een!]
                : soort["enum"] is JsonArray meer ? meer.Select(m => (string)m!)
                : null
        : null;

    /// <summary>Fields that may not be there, or only with nothing in them.</summary>
    private static IEnumerable<string> Vervalt(JsonNode? dan) =>
        (dan?["properties"] as JsonObject ?? [])
            .Where(p => p.Value is JsonValue waarde && waarde.TryGetValue<bool>(out var mag) ? !mag : IsNiets(p.Value as JsonObject))
            .Select(p => p.Key);

    private static bool IsNiets(JsonObject? schema) => schema?["maxItems"] is { } m && (int)m == 0 || (decimal?)schema?["maximum"] == 0m;

    private static string? Woord(JsonObject schema, string wat, Teksten t) =>
        (t.IsEngels ? (string?)schema["x-en"]?[wat] : null) ?? (string?)schema[wat];
}
