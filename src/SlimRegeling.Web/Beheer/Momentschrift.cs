using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SlimRegeling.Web.Api.Tijdvakken;

/// <summary>Moments as the API reads them.</summary>
public partial class TijdvakkenApi
{
    static partial void UpdateJsonSerializerSettings(JsonSerializerOptions settings) => settings.Converters.Add(new Momentschrift());

    private sealed class Momentschrift : JsonConverter<DateTimeOffset>
    {
        public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.GetDateTimeOffset();

        public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
    }
}
