using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Serialization.SystemTextJson;

namespace SlimRegeling.Platform.Stromen;

/// <summary>One way of writing JSON everywhere: on the API, in events and in messages.</summary>
public static class Json
{
    public static readonly JsonSerializerOptions Opties = Inrichten(new JsonSerializerOptions(JsonSerializerDefaults.Web));

    public static JsonSerializerOptions Inrichten(JsonSerializerOptions opties)
    {
        opties.ConfigureForNodaTime(DateTimeZoneProviders.Tzdb);
        opties.NumberHandling = JsonNumberHandling.Strict;
        opties.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        opties.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        opties.Converters.Add(new BedragConverter());
        opties.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false));
        return opties;
    }
}

/// <summary>Money: a string of euros with two decimals, at most 13 digits before the point (<c>"8970.00"</c>).</summary>
public sealed partial class BedragConverter : JsonConverter<decimal>
{
    public const string Uitleg =
        "Schrijf een bedrag als tekst met een punt en twee decimalen, bijvoorbeeld \"8970.00\", met ten hoogste 13 cijfers voor de punt.";

    public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var tekst = reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
        return tekst is not null && Lees(tekst) is { } bedrag ? bedrag : throw new JsonException(Uitleg);
    }

    /// <summary>Null when the text is no amount.</summary>
    public static decimal? Lees(string tekst) =>
        Bedrag().IsMatch(tekst)
            ? decimal.Parse(tekst, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture)
            : null;

    public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options)
    {
        if (decimal.Round(value, 2) != value)
        {
            throw new JsonException(
                $"{value.ToString(CultureInfo.InvariantCulture)} is no amount in cents: round by the rule of its article first."
            );
        }
        writer.WriteStringValue(value.ToString("0.00", CultureInfo.InvariantCulture));
    }

    [GeneratedRegex(@"^-?(0|[1-9][0-9]{0,12})\.[0-9]{2}\z")]
    private static partial Regex Bedrag();
}

/// <summary>A quantity (hours, fte): a JSON number with at most two decimals, zero to 100,000.</summary>
public sealed class AantalConverter : JsonConverter<decimal>
{
    public const decimal Hoogste = 100_000m;

    public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Number
        && reader.TryGetDecimal(out var aantal)
        && aantal is >= 0 and <= Hoogste
        && decimal.Round(aantal, 2) == aantal
            ? aantal
            : throw new JsonException("Schrijf een getal van 0 tot en met 100000 met ten hoogste twee decimalen, zonder aanhalingstekens.");

    public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) => writer.WriteNumberValue(value);
}
