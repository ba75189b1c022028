using System.Globalization;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace SlimRegeling.Api.Tests.Levens;

/// <summary>Reads an answer of which parts may be absent.</summary>
internal static class Lezen
{
    public static JsonElement? Lid(this JsonElement? van, string naam) =>
        van is { ValueKind: JsonValueKind.Object } geheel && geheel.TryGetProperty(naam, out var lid) && lid.ValueKind != JsonValueKind.Null
            ? lid
            : null;

    public static string? Tekst(this JsonElement? van, string naam) => van.Lid(naam)?.GetString();

    /// <summary>In euro; zero when it is absent.</summary>
    public static decimal Bedrag(this JsonElement? van, string naam) =>
        van.Tekst(naam) is { } tekst ? decimal.Parse(tekst, CultureInfo.InvariantCulture) : 0;

    public static LocalDate? Dag(this JsonElement? van, string naam) =>
        van.Tekst(naam) is { } tekst ? LocalDatePattern.Iso.Parse(tekst).Value : null;

    public static List<JsonElement?> Leden(this JsonElement? van, string naam) => van.Lid(naam).Rijen();

    public static List<JsonElement?> Rijen(this JsonElement? lijst) =>
        lijst is { ValueKind: JsonValueKind.Array } rijen ? [.. rijen.EnumerateArray().Select(r => (JsonElement?)r)] : [];

    public static string Iso(LocalDate dag) => LocalDatePattern.Iso.Format(dag);

    public static string Euro(decimal bedrag) => bedrag.ToString("0.00", CultureInfo.InvariantCulture);

    public static bool IsGelukt(this Gekregen antwoord) => antwoord.Status is 200 or 201;

    /// <summary>Code of a refusal; null when it was taken.</summary>
    public static string? Weigering(this Gekregen antwoord) => antwoord.IsGelukt() ? null : antwoord.Veld("type").Split(':')[^1];
}
