using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Text;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regels;

namespace SlimRegeling.Dossiers.Uitvoer;

/// <summary>
/// What was stored, as people read it: the name of a field as words, an amount, a day and a moment as they are written here, and in the place of a
/// reference what it points to. All text goes in as text: nothing that someone typed becomes a part of the page.
/// </summary>
internal static partial class Leesbaar
{
    private const string Vernietigd = "(niet opgenomen of vernietigd)";

    // Stands in the head of the event itself.
    private const string Moment = "op";

    /// <summary><c>aanvraag-ingediend</c>, <c>AanvraagIngediend</c> and <c>nogTeBetalen</c> as words: Nog te betalen.</summary>
    public static string Woorden(string naam)
    {
        var woorden = Hoofdletter().Replace(naam.Replace('-', ' ').Replace('_', ' '), " $1").Trim().ToLowerInvariant();
        return woorden.Length == 0 ? "" : char.ToUpperInvariant(woorden[0]) + woorden[1..];
    }

    /// <summary><c>7 april 2026, 9.00.05 uur</c></summary>
    public static string Tijdstip(Instant moment)
    {
        var hier = moment.InZone(Platform.Tijd.Moment.Amsterdam);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{Datumtekst.Van(hier.Date)}, {hier.Hour}.{hier.Minute:00}.{hier.Second:00} uur"
        );
    }

    public static string Html(string tekst) => WebUtility.HtmlEncode(tekst);

    /// <summary>Everything that stands in an event, as a list of fields.</summary>
    public static void Schrijf(StringBuilder html, JsonElement gegevens, IReadOnlyDictionary<string, JsonElement> inhouden)
    {
        var leden = gegevens.EnumerateObject().Where(lid => lid.Name != Moment && lid.Value.ValueKind != JsonValueKind.Null).ToList();
        if (leden.Count == 0)
        {
            return;
        }
        html.Append("<dl>");
        foreach (var lid in leden)
        {
            html.Append("<dt>").Append(Html(Woorden(lid.Name))).Append("</dt><dd>");
            Waarde(html, lid.Value, inhouden);
            html.Append("</dd>");
        }
        html.Append("</dl>");
    }

    private static void Waarde(StringBuilder html, JsonElement waarde, IReadOnlyDictionary<string, JsonElement> inhouden)
    {
        switch (waarde.ValueKind)
        {
            case JsonValueKind.Object when Verwezen(waarde) is { } id:
                Inhoud(html, id, waarde.GetProperty("hash").ToString(), inhouden);
                break;
            case JsonValueKind.Object:
                Schrijf(html, waarde, inhouden);
                break;
            case JsonValueKind.Array when waarde.EnumerateArray().All(Enkelvoudig):
                html.Append(Html(string.Join(", ", waarde.EnumerateArray().Select(Tekst))));
                break;
            case JsonValueKind.Array:
                html.Append("<ol>");
                foreach (var lid in waarde.EnumerateArray())
                {
                    html.Append("<li>");
                    Waarde(html, lid, inhouden);
                    html.Append("</li>");
                }
                html.Append("</ol>");
                break;
            default:
                html.Append(Html(Tekst(waarde)));
                break;
        }
    }

    private static void Inhoud(StringBuilder html, string id, string hash, IReadOnlyDictionary<string, JsonElement> inhouden)
    {
        if (inhouden.TryGetValue(id, out var inhoud))
        {
            Waarde(html, inhoud, inhouden);
        }
        else
        {
            html.Append(Vernietigd);
        }
        html.Append("<p class=\"hash\">SHA-256 met zout: ").Append(Html(hash)).Append("</p>");
    }

    private static string? Verwezen(JsonElement waarde) =>
        waarde.TryGetProperty("id", out var id)
        && waarde.TryGetProperty("hash", out _)
        && id.ValueKind == JsonValueKind.String
        && id.TryGetGuid(out _)
            ? id.GetString()
            : null;

    private static bool Enkelvoudig(JsonElement waarde) => waarde.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array);

    /// <summary>A value without parts, as it is written here.</summary>
    internal static string Tekst(JsonElement waarde) =>
        waarde.ValueKind switch
        {
            JsonValueKind.True => "ja",
            JsonValueKind.False => "nee",
            JsonValueKind.String => Tekst(waarde.GetString()!),
            _ => waarde.ToString(),
        };

    private static string Tekst(string tekst) =>
        BedragConverter.Lees(tekst) is { } bedrag ? Getal.Euro(bedrag)
        : LocalDatePattern.Iso.Parse(tekst) is { Success: true, Value: var dag } ? Datumtekst.Van(dag)
        : InstantPattern.ExtendedIso.Parse(tekst) is { Success: true, Value: var moment } ? Tijdstip(moment)
        : tekst;

    [GeneratedRegex("([A-Z])")]
    private static partial Regex Hoofdletter();
}
