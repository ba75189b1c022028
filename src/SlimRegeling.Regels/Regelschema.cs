using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Json.Schema;

namespace SlimRegeling.Regels;

/// <summary>The JSON Schemas of the rule files, with their errors in Dutch: what is wrong, and where.</summary>
internal static partial class Regelschema
{
    private static readonly Lazy<(JsonSchema Versie, JsonSchema Algemeen)> Schemas = new(() =>
    {
        var opties = new BuildOptions { SchemaRegistry = new() };
        return (
            JsonSchema.FromText(Regelboek.Bestand("regelversie.schema.json"), opties),
            JsonSchema.FromText(Regelboek.Bestand("algemeen.schema.json"), opties)
        );
    });

    public static List<string> Versiefouten(JsonObject boom) => Fouten(Schemas.Value.Versie, boom, "regelversie.schema.json");

    public static List<string> Algemeenfouten(JsonObject boom) => Fouten(Schemas.Value.Algemeen, boom, "algemeen.schema.json");

    private static List<string> Fouten(JsonSchema schema, JsonObject boom, string naam)
    {
        var element = JsonSerializer.SerializeToElement(boom);
        if (schema.Evaluate(element).IsValid)
            return [];
        // Only a file with an error pays for the list of its errors.
        var uitslag = schema.Evaluate(element, new() { OutputFormat = OutputFormat.Hierarchical });
        return [.. Fouten(uitslag).DefaultIfEmpty($"het bestand voldoet niet aan {naam}").Distinct()];
    }

    /// <summary>The errors of the parts that fail; the branches of a choice that fails are one error.</summary>
    private static IEnumerable<string> Fouten(EvaluationResults deel)
    {
        if (deel.IsValid)
            yield break;
        foreach (var (woord, melding) in deel.Errors ?? [])
            yield return $"{deel.InstanceLocation}: {Nederlands(woord, melding)}";
        var takken = (deel.Details ?? []).ToLookup(d => Tak().IsMatch(d.EvaluationPath.ToString()));
        if (takken[true].Any() && deel.Errors?.ContainsKey("oneOf") != true && takken[true].Count(d => d.IsValid) != 1)
            yield return $"{deel.InstanceLocation}: {Nederlands("oneOf", "")}";
        foreach (var fout in takken[false].SelectMany(Fouten))
            yield return fout;
    }

    private static string Nederlands(string woord, string melding) =>
        woord switch
        {
            "required" => $"verplicht veld ontbreekt: {Genoemd(melding)}",
            "dependentRequired" => "vorige en verschillen horen bij elkaar; geef beide of geen van beide",
            "" => "dit veld is hier onbekend; haal het weg of herstel de naam",
            "enum" => "deze waarde is hier geen keuze",
            "type" => "de soort waarde klopt niet (tekst, getal, lijst of ja/nee)",
            "pattern" => "de vorm van deze tekst klopt niet",
            "minimum" or "maximum" => "dit getal ligt buiten de grenzen",
            "minLength" or "minItems" or "minProperties" => "dit mag niet leeg zijn",
            "uniqueItems" => "dit staat er dubbel in",
            "oneOf" => "kies één vorm: maand en dag, dagenNaPasen, of datum",
            _ => melding,
        };

    private static string Genoemd(string melding) => string.Join(", ", Namen().Matches(melding).Select(m => m.Groups[1].Value));

    [GeneratedRegex("\"([A-Za-z-]+)\"")]
    private static partial Regex Namen();

    [GeneratedRegex("/oneOf/[0-9]+$")]
    private static partial Regex Tak();
}
