using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Json.Schema;
using NodaTime.Text;

namespace SlimRegeling.Regels;

/// <summary>A rule file that must not be used; the message lists every error found.</summary>
public sealed class RegelbestandException(string naam, IReadOnlyList<string> fouten)
    : Exception($"Regelbestand {naam} is niet bruikbaar:\n- {string.Join("\n- ", fouten)}")
{
    public IReadOnlyList<string> Fouten { get; } = fouten;
}

/// <summary>Reads one rule file: YAML text, JSON Schema, records, and the comparison with the keys and codes that code reads.</summary>
public static class Regelbestand
{
    private static readonly Lazy<JsonSchema> Schema = new(() => JsonSchema.FromText(Regelboek.Bestand("regelversie.schema.json")));

    private static readonly JsonSerializerOptions Vorm = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    /// <exception cref="RegelbestandException">The text is no YAML of the plain kind, or does not agree with schema or code.</exception>
    public static Regelversie Lees(string naam, string yaml)
    {
        var boom = Yaml.NaarJson(naam, yaml);
        var fouten = Schemafouten(boom);
        if (fouten.Count > 0)
            throw new RegelbestandException(naam, fouten);

        var versie = Maak(boom);
        fouten = Regelcontrole.Fouten(versie);
        return fouten.Count == 0 ? versie : throw new RegelbestandException(naam, fouten);
    }

    private static List<string> Schemafouten(JsonObject boom)
    {
        var uitslag = Schema.Value.Evaluate(JsonSerializer.SerializeToElement(boom), new() { OutputFormat = OutputFormat.List });
        if (uitslag.IsValid)
            return [];
        return
        [
            .. (uitslag.Details ?? [])
                .Where(d => d.Errors is not null)
                .SelectMany(d => d.Errors!.Values.Select(fout => $"{d.InstanceLocation}: {fout}"))
                .DefaultIfEmpty("het bestand voldoet niet aan regelversie.schema.json")
                .Distinct(),
        ];
    }

    private static Regelversie Maak(JsonObject boom) =>
        new()
        {
            Id = (string)boom["id"]!,
            Titel = (string)boom["titel"]!,
            Vanaf = LocalDatePattern.Iso.Parse((string)boom["vanaf"]!).Value,
            Bronnen = boom["bronnen"]!.AsObject().ToDictionary(b => b.Key, b => (string)b.Value!, StringComparer.Ordinal),
            Parameters = Sectie<Parameter>(boom, "parameters"),
            Eisen = Sectie<Eis>(boom, "eisen"),
            Gronden = Sectie<Grond>(boom, "gronden"),
            Documenten = Sectie<Document>(boom, "documenten"),
            Posten = Sectie<Post>(boom, "posten"),
            Termijnen = Sectie<Termijn>(boom, "termijnen"),
            Stappen = Sectie<Stap>(boom, "stappen"),
            Feestdagen = Sectie<Feestdag>(boom, "feestdagen"),
        };

    /// <summary>Every section is a map from code to entry; the code is written once, as the key, and read into the record.</summary>
    private static Dictionary<string, T> Sectie<T>(JsonObject boom, string naam)
        where T : Regel
    {
        var sectie = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var (code, regel) in boom[naam]!.AsObject())
        {
            var velden = regel!.DeepClone().AsObject();
            velden["code"] = code;
            // A parameter's value is text from here on; its key in code says whether it is a number.
            if (velden["waarde"] is JsonValue waarde)
                velden["waarde"] = waarde.ToString();
            sectie.Add(code, velden.Deserialize<T>(Vorm)!);
        }
        return sectie;
    }
}
