using System.Text.Json;
using System.Text.Json.Nodes;

namespace SlimRegeling.Aanvragen.Aanvraagformulieren;

/// <summary>A field that must not be filled in here, with what to do.</summary>
internal sealed record Vervallen(string Veld, string Uitleg, string? Artikel, Let Bij);

/// <summary>A field that must be filled in here, with what to do.</summary>
/// <param name="Gevuld">Zero, an empty list and white space are nothing either.</param>
internal sealed record Nodig(string Veld, string Uitleg, string? Artikel, Let Bij, bool Gevuld = true);

/// <summary>What holds in a group when something else in it does.</summary>
internal sealed record Voorwaarde(Als Als)
{
    public IReadOnlyList<Nodig> Nodig { get; init; } = [];

    public IReadOnlyList<Vervallen> Vervalt { get; init; } = [];
}

/// <summary>A condition on the fields of one group: asked of JSON, and written as JSON Schema.</summary>
internal abstract record Als
{
    public abstract bool Geldt(JsonElement groep);

    public abstract JsonObject Schema();

    /// <summary>A choice that is one of these.</summary>
    public sealed record Is(string Veld, params IReadOnlyList<string> Waarden) : Als
    {
        public override bool Geldt(JsonElement groep) =>
            groep.TryGetProperty(Veld, out var waarde) && waarde.ValueKind == JsonValueKind.String && Waarden.Contains(waarde.GetString());

        public override JsonObject Schema() =>
            Van(Veld, new JsonObject { ["enum"] = new JsonArray([.. Waarden.Select(w => (JsonNode?)w)]) });
    }

    /// <summary>A yes.</summary>
    public sealed record Ja(string Veld) : Als
    {
        public override bool Geldt(JsonElement groep) =>
            groep.TryGetProperty(Veld, out var waarde) && waarde.ValueKind == JsonValueKind.True;

        public override JsonObject Schema() => Van(Veld, new JsonObject { ["const"] = true });
    }

    /// <summary>A quantity above this.</summary>
    public sealed record Boven(string Veld, decimal Grens) : Als
    {
        public override bool Geldt(JsonElement groep) =>
            groep.TryGetProperty(Veld, out var waarde) && waarde.ValueKind == JsonValueKind.Number && waarde.GetDecimal() > Grens;

        public override JsonObject Schema() => Van(Veld, new JsonObject { ["exclusiveMinimum"] = Grens });
    }

    public sealed record Ingevuld(string Veld) : Als
    {
        public override bool Geldt(JsonElement groep) =>
            groep.TryGetProperty(Veld, out var waarde) && waarde.ValueKind != JsonValueKind.Null;

        public override JsonObject Schema() => new() { ["required"] = new JsonArray(Veld) };
    }

    public sealed record Niet(Als Wat) : Als
    {
        public override bool Geldt(JsonElement groep) => !Wat.Geldt(groep);

        public override JsonObject Schema() => new() { ["not"] = Wat.Schema() };
    }

    public sealed record Een(params IReadOnlyList<Als> Delen) : Als
    {
        public override bool Geldt(JsonElement groep) => Delen.Any(d => d.Geldt(groep));

        public override JsonObject Schema() => new() { ["anyOf"] = new JsonArray([.. Delen.Select(d => d.Schema())]) };
    }

    public sealed record Alle(params IReadOnlyList<Als> Delen) : Als
    {
        public override bool Geldt(JsonElement groep) => Delen.All(d => d.Geldt(groep));

        public override JsonObject Schema() => new() { ["allOf"] = new JsonArray([.. Delen.Select(d => d.Schema())]) };
    }

    private static JsonObject Van(string veld, JsonObject waarde) =>
        new()
        {
            ["properties"] = new JsonObject { [veld] = waarde },
            ["required"] = new JsonArray(veld),
        };
}
