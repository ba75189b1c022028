using System.Text.Json;
using System.Text.Json.Serialization;

namespace SlimRegeling.Platform.Api;

/// <summary>Text that people send: no control characters but line ends and tabs, at most 10,000 characters.</summary>
public sealed class TekstConverter : JsonConverter<string>
{
    /// <summary>In characters, as JSON Schema counts them too: one that takes two places in memory counts once.</summary>
    public const int Langste = 10_000;

    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            throw new JsonException("Schrijf hier tekst tussen aanhalingstekens.");
        }
        var tekst = reader.GetString()!;
        if (tekst.Length > Langste && tekst.EnumerateRunes().Count() > Langste)
        {
            throw new JsonException($"Schrijf hier ten hoogste {Langste} tekens.");
        }
        return tekst.Any(c => char.IsControl(c) && c is not ('\n' or '\r' or '\t'))
            ? throw new JsonException("Schrijf hier alleen leesbare tekens; er staat een onzichtbaar stuurteken in.")
            : tekst;
    }

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
