using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Platform.Narekenen;

/// <summary>A stored decision beside the one computed again, field by field, in the notation in which they are stored.</summary>
public static class Vergelijking
{
    private const string Niets = "-";
    private static readonly JsonSerializerOptions Leesbaar = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Beside the event of its kind in a decision; a refusal is a difference.</summary>
    /// <param name="regel">The article of a field.</param>
    public static IEnumerable<Verschil> Van(Gebeurtenis vastgelegd, Beslissing opnieuw, Func<string, string> regel) =>
        opnieuw.Weigering is { } weigering ? [new("besluit", "genomen", weigering.Uitleg, weigering.Artikel ?? Niets)]
        : opnieuw.Gebeurtenissen.FirstOrDefault(e => e.GetType() == vastgelegd.GetType()) is { } berekend
            ? Van((object)vastgelegd, berekend, regel)
        : [new("besluit", "genomen", "niet genomen", regel("besluit"))];

    /// <param name="regel">The article of a field.</param>
    public static IEnumerable<Verschil> Van<T>(T vastgelegd, T berekend, Func<string, string> regel)
        where T : class
    {
        var soort = vastgelegd.GetType();
        var links = JsonSerializer.SerializeToUtf8Bytes(vastgelegd, soort, Json.Opties);
        var rechts = JsonSerializer.SerializeToUtf8Bytes(berekend, soort, Json.Opties);
        if (links.AsSpan().SequenceEqual(rechts))
        {
            return [];
        }
        var later = LaterToegevoegd(soort);
        return Velden(JsonNode.Parse(links), JsonNode.Parse(rechts), "", regel).Where(v => v.Vastgelegd != Niets || !later.Contains(v.Wat));
    }

    private static HashSet<string> LaterToegevoegd(Type soort) =>
        [
            .. soort
                .GetProperties()
                .Where(p => p.IsDefined(typeof(LaterToegevoegdAttribute), inherit: false))
                .Select(p => JsonNamingPolicy.CamelCase.ConvertName(p.Name)),
        ];

    private static IEnumerable<Verschil> Velden(JsonNode? links, JsonNode? rechts, string pad, Func<string, string> regel)
    {
        if (JsonNode.DeepEquals(links, rechts))
        {
            return [];
        }
        return (links, rechts) switch
        {
            (JsonObject l, JsonObject r) => l.Select(v => v.Key)
                .Union(r.Select(v => v.Key))
                .SelectMany(naam => Velden(l[naam], r[naam], pad.Length == 0 ? naam : $"{pad}.{naam}", regel)),
            (JsonArray l, JsonArray r) when l.Count == r.Count && l.Any(x => x is JsonObject) => Enumerable
                .Range(0, l.Count)
                .SelectMany(i => Velden(l[i], r[i], $"{pad}[{i}]", regel)),
            _ => [new(pad, Tekst(links), Tekst(rechts), regel(pad))],
        };
    }

    private static string Tekst(JsonNode? waarde) => waarde?.ToJsonString(Leesbaar).Trim('"') ?? Niets;
}
