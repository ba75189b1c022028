using System.Text.Json.Nodes;

namespace SlimRegeling.Api.Tests.Formulieren;

/// <summary>A valid form with one thing that the schema does not allow.</summary>
/// <param name="Pad">Where, as a refusal names it.</param>
internal sealed record Schending(string Wat, string Pad, JsonObject Formulier)
{
    /// <summary>Every one that can be made of this form.</summary>
    public static IReadOnlyList<Schending> Van(JsonObject schema, JsonObject formulier)
    {
        var gevonden = new List<Schending>();
        Zoek(schema, formulier, "", f => f);
        return gevonden;

        void Zoek(JsonNode deel, JsonNode waarde, string pad, Func<JsonObject, JsonNode> hier)
        {
            switch (waarde)
            {
                case JsonObject groep:
                    Groep(deel, groep, pad, hier);
                    break;
                case JsonArray lijst:
                    Lijst(deel, lijst, pad, hier);
                    break;
            }
        }

        void Voeg(string wat, string pad, Action<JsonObject> wijzig)
        {
            var kopie = (JsonObject)formulier.DeepClone();
            wijzig(kopie);
            gevonden.Add(new Schending(wat, pad, kopie));
        }

        void Groep(JsonNode deel, JsonObject groep, string pad, Func<JsonObject, JsonNode> hier)
        {
            Voeg("an unknown field", Bij(pad, "onbekend"), f => hier(f)["onbekend"] = "x");
            foreach (var naam in deel["required"]!.AsArray().Select(n => n!.GetValue<string>()))
            {
                Voeg("a required field is missing", Bij(pad, naam), f => hier(f).AsObject().Remove(naam));
            }
            foreach (var (naam, waarde) in groep)
            {
                var veld = deel["properties"]![naam]!;
                foreach (var (wat, fout) in Fout(veld))
                {
                    Voeg(wat, Bij(pad, naam), f => hier(f)[naam] = fout.DeepClone());
                }
                Zoek(veld, waarde!, Bij(pad, naam), f => hier(f)[naam]!);
            }
            foreach (var voorwaarde in Voorbeeldmaker.Voorwaarden(deel).Where(v => Voorbeeldmaker.Geldt(v["if"]!, groep)))
            {
                var dan = voorwaarde["then"]!;
                foreach (var naam in (dan["required"]?.AsArray() ?? []).Select(n => n!.GetValue<string>()))
                {
                    Voeg("what is needed here is missing", Bij(pad, naam), f => hier(f).AsObject().Remove(naam));
                }
                foreach (var (naam, eis) in (dan["properties"]?.AsObject() ?? []).Where(p => p.Value is JsonValue))
                {
                    Voeg("what does not belong here", Bij(pad, naam), f => hier(f)[naam] = Iets(deel["properties"]![naam]!));
                }
            }
        }

        void Lijst(JsonNode deel, JsonArray lijst, string pad, Func<JsonObject, JsonNode> hier)
        {
            if (deel["minItems"] is not null)
            {
                Voeg("an empty list", pad, f => hier(f).AsArray().Clear());
            }
            if (lijst.Count > 0 && deel["maxItems"]!.GetValue<int>() is var meeste)
            {
                Voeg(
                    "too many",
                    pad,
                    f =>
                    {
                        while (hier(f).AsArray() is { } elementen && elementen.Count <= meeste)
                        {
                            elementen.Add(lijst[0]!.DeepClone());
                        }
                    }
                );
            }
            if (deel["contains"]?["required"]?[0]?.GetValue<string>() is { } veld)
            {
                var ander = deel["items"]!["properties"]![veld]!["oneOf"]![1]!["const"]!;
                Voeg("not one of all", pad, f => hier(f)[0]![veld] = ander.DeepClone());
            }
            for (var i = 0; i < lijst.Count; i++)
            {
                var nummer = i;
                foreach (var (wat, fout) in lijst[i] is JsonValue ? Fout(deel["items"]!) : [])
                {
                    Voeg(wat, $"{pad}[{nummer}]", f => hier(f)[nummer] = fout.DeepClone());
                }
                Zoek(deel["items"]!, lijst[i]!, $"{pad}[{nummer}]", f => hier(f)[nummer]!);
            }
        }
    }

    private static IEnumerable<(string Wat, JsonNode Fout)> Fout(JsonNode schema)
    {
        var soort = schema["type"]!.GetValue<string>();
        yield return ("another type", soort is "object" or "array" ? "x" : new JsonArray());
        if (schema["const"] is not null)
        {
            yield return ("not said yes", false);
        }
        if (schema["oneOf"] is not null)
        {
            yield return ("no such choice", "onzin");
        }
        if (schema["pattern"]?.GetValue<string>() is { } patroon)
        {
            yield return ("a control character", "1\u0007");
            if (!patroon.EndsWith("]*$", StringComparison.Ordinal))
            {
                yield return ("another form", "!");
            }
            if (patroon.Contains("(?=", StringComparison.Ordinal))
            {
                yield return ("white space alone", " \n");
            }
            if (schema["x-eenheid"] is not null)
            {
                yield return ("a comma", "1,00");
                yield return ("three decimals", "1.000");
                yield return ("a negative amount", "-1.00");
            }
        }
        if (schema["maxLength"]?.GetValue<int>() is { } langste)
        {
            yield return ("too long", new string('1', langste + 1));
        }
        if (soort is "number" or "integer")
        {
            yield return ("below the minimum", schema["minimum"]!.GetValue<int>() - 1);
            yield return ("above the maximum", schema["maximum"]!.GetValue<int>() + 1);
            yield return ("too fine", soort == "number" ? 0.001m : 0.5m);
        }
        if (schema["exclusiveMaximum"]?.GetValue<int>() is { } grens)
        {
            yield return ("not below the limit", grens);
        }
    }

    /// <summary>Something that would be right where it belongs.</summary>
    private static JsonNode Iets(JsonNode schema) =>
        schema["type"]!.GetValue<string>() switch
        {
            "integer" => 2,
            "array" => new JsonArray(Element(schema["items"]!)),
            _ => "2.00",
        };

    private static JsonObject Element(JsonNode schema)
    {
        var element = new JsonObject();
        foreach (var naam in schema["required"]!.AsArray().Select(n => n!.GetValue<string>()))
        {
            element[naam] = schema["properties"]![naam]!["type"]!.GetValue<string>() == "string" ? "2.00" : 2;
        }
        return element;
    }

    private static string Bij(string pad, string naam) => pad.Length == 0 ? naam : $"{pad}.{naam}";
}
