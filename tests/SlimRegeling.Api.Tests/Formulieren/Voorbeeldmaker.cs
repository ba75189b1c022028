using System.Text.Json.Nodes;
using CsCheck;
using Json.Schema;

namespace SlimRegeling.Api.Tests.Formulieren;

/// <summary>Makes instances of a schema, for the keywords that the form is written in.</summary>
internal static class Voorbeeldmaker
{
    public static Gen<JsonObject> Formulier(JsonObject schema) => Groep(schema).Select(g => (JsonObject)g!);

    private static Gen<JsonNode?> Van(JsonNode schema) =>
        schema["oneOf"] is JsonArray keuzes ? Gen.OneOf<JsonNode?>([.. keuzes.Select(k => Vast(k!["const"]!))])
        : schema["const"] is { } vast ? Vast(vast)
        : schema["type"]!.GetValue<string>() switch
        {
            "object" => Groep(schema),
            "array" => Lijst(schema),
            "string" => Patroonmaker
                .Van(schema["pattern"]!.GetValue<string>())
                .Select(t => (JsonNode?)Kort(t, schema["maxLength"]?.GetValue<int>() ?? int.MaxValue)),
            "number" => Getal(schema),
            "integer" => Gen.OneOf<int>(Gen.Int[0, 20], Gen.Int[0, schema["maximum"]!.GetValue<int>()]).Select(i => (JsonNode?)i),
            "boolean" => Gen.Bool.Select(b => (JsonNode?)b),
            var soort => throw new InvalidOperationException($"No instances of {soort}."),
        };

    private static Gen<JsonNode?> Vast(JsonNode waarde) => Gen.Const(() => waarde.DeepClone()).Select(n => (JsonNode?)n);

    private static Gen<JsonNode?> Getal(JsonNode schema)
    {
        var hoogste = schema["exclusiveMaximum"] is { } onder ? onder.GetValue<int>() - 1 : schema["maximum"]!.GetValue<int>();
        return Gen.OneOf<int>(Gen.Int[0, Math.Min(hoogste, 60) * 100], Gen.Int[0, hoogste * 100]).Select(i => (JsonNode?)(i / 100m));
    }

    private static Gen<JsonNode?> Lijst(JsonNode schema)
    {
        var minste = schema["minItems"]?.GetValue<int>() ?? 0;
        return Van(schema["items"]!)
            .Array[minste, minste + 2]
            .Select(elementen =>
            {
                if (schema["contains"] is { } een)
                {
                    // Exactly one element has the value, and another value of the same field is the second choice.
                    var veld = een["required"]![0]!.GetValue<string>();
                    var keuzes = schema["items"]!["properties"]![veld]!["oneOf"]!.AsArray().Select(k => k!["const"]!.GetValue<string>());
                    var waarde = een["properties"]![veld]!["enum"]![0]!.GetValue<string>();
                    for (var i = 0; i < elementen.Length; i++)
                    {
                        elementen[i]![veld] = i == 0 ? waarde : keuzes.First(k => k != waarde);
                    }
                }
                return (JsonNode?)new JsonArray([.. elementen.Select(e => e?.DeepClone())]);
            });
    }

    /// <summary>All fields are made; what is not required stays or goes, and then what the conditions say is done.</summary>
    private static Gen<JsonNode?> Groep(JsonNode schema)
    {
        var velden = schema["properties"]!.AsObject().ToList();
        var verplicht = schema["required"]!.AsArray().Select(n => n!.GetValue<string>()).ToHashSet();
        var inhoud = Rij(velden.Select(v => Van(v.Value!)));
        return Gen.Select(
            inhoud,
            Gen.Bool.Array[velden.Count],
            (waarden, blijft) =>
            {
                var alles = velden.Zip(waarden).ToDictionary(v => v.First.Key, v => v.Second);
                var groep = new JsonObject();
                for (var i = 0; i < velden.Count; i++)
                {
                    if (blijft[i] || verplicht.Contains(velden[i].Key))
                    {
                        groep[velden[i].Key] = waarden[i]?.DeepClone();
                    }
                }
                Pas(schema, groep, alles);
                return (JsonNode?)groep;
            }
        );
    }

    private static void Pas(JsonNode schema, JsonObject groep, Dictionary<string, JsonNode?> alles)
    {
        // What one condition asks for can be what another looks at.
        for (var keer = 0; keer < 4; keer++)
        {
            foreach (var voorwaarde in Voorwaarden(schema).Where(v => Geldt(v["if"]!, groep)))
            {
                var dan = voorwaarde["then"]!;
                foreach (
                    var naam in (dan["required"]?.AsArray() ?? []).Select(n => n!.GetValue<string>()).Where(n => !groep.ContainsKey(n))
                )
                {
                    groep[naam] = alles[naam]?.DeepClone();
                }
                foreach (var (naam, eis) in dan["properties"]?.AsObject() ?? [])
                {
                    if (eis is JsonValue)
                    {
                        groep.Remove(naam);
                    }
                    else if (groep[naam] is { } waarde && !Geldt(eis!, waarde))
                    {
                        groep[naam] = Gevuld(schema["properties"]![naam]!);
                    }
                }
            }
        }
    }

    public static IEnumerable<JsonNode> Voorwaarden(JsonNode schema) => (schema["allOf"]?.AsArray() ?? []).Select(v => v!);

    public static bool Geldt(JsonNode schema, JsonNode waarde) =>
        JsonSchema
            .FromText(schema.ToJsonString(), new BuildOptions { SchemaRegistry = new() })
            .Evaluate(System.Text.Json.JsonSerializer.SerializeToElement(waarde))
            .IsValid;

    private static JsonNode Gevuld(JsonNode schema) =>
        schema["x-eenheid"]?.GetValue<string>() == "euro" ? "1.00"
        : schema["type"]!.GetValue<string>() == "integer" ? 1
        : "x";

    private static string Kort(string tekst, int langste) => tekst.Length <= langste ? tekst : tekst[..langste];

    private static Gen<T[]> Rij<T>(IEnumerable<Gen<T>> delen) =>
        delen.Aggregate(Gen.Const(Array.Empty<T>()), (rij, deel) => Gen.Select(rij, deel, (r, d) => (T[])[.. r, d]));
}
