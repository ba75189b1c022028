using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace SlimRegeling.Platform.Afstemming;

/// <summary>Where two rows differ, in words: the name of each field with its value on either side.</summary>
internal static partial class Jsonverschil
{
    private const int Meeste = 5;
    private const int Langst = 60;
    private const string Geen = "geen rij";
    private const string Leeg = "niets";

    // In a snapshot everything stands under this.
    private const string Inhoud = "data.";

    /// <param name="verwacht">As JSON; null when there should be no row.</param>
    /// <param name="gevonden">As JSON; null when there is none.</param>
    public static (string Verwacht, string Gevonden) Van(string? verwacht, string? gevonden)
    {
        if (verwacht is null || gevonden is null)
        {
            return (Kort(verwacht), Kort(gevonden));
        }
        var (links, rechts) = (Velden(verwacht), Velden(gevonden));
        var anders = links
            .Keys.Union(rechts.Keys)
            .Where(veld => links.GetValueOrDefault(veld) != rechts.GetValueOrDefault(veld))
            .Order(StringComparer.Ordinal)
            .Take(Meeste)
            .ToList();
        return (Kant(anders, links), Kant(anders, rechts));
    }

    // The amounts of a row that is missing on the other side, or else what it begins with.
    private static string Kort(string? rij)
    {
        if (rij is null)
        {
            return Geen;
        }
        var velden = Velden(rij);
        var bedragen = velden.Where(v => Bedrag().IsMatch(v.Value)).Select(v => v.Key).Take(Meeste).ToList();
        return Kant(bedragen.Count > 0 ? bedragen : [.. velden.Keys.Take(Meeste)], velden);
    }

    private static string Kant(List<string> namen, Dictionary<string, string> velden) =>
        string.Join(", ", namen.Select(naam => $"{Naam(naam)} {velden.GetValueOrDefault(naam, Leeg)}"));

    private static string Naam(string veld) => veld.StartsWith(Inhoud, StringComparison.Ordinal) ? veld[Inhoud.Length..] : veld;

    private static Dictionary<string, string> Velden(string rij)
    {
        using var document = JsonDocument.Parse(rij);
        var velden = new Dictionary<string, string>(StringComparer.Ordinal);
        Verzamel("", document.RootElement, velden);
        return velden;
    }

    private static void Verzamel(string pad, JsonElement element, Dictionary<string, string> velden)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var lid in element.EnumerateObject())
                {
                    Verzamel(pad.Length == 0 ? lid.Name : $"{pad}.{lid.Name}", lid.Value, velden);
                }
                break;
            case JsonValueKind.Array:
                var nummer = 0;
                foreach (var lid in element.EnumerateArray())
                {
                    Verzamel(string.Create(CultureInfo.InvariantCulture, $"{pad}[{++nummer}]"), lid, velden);
                }
                break;
            case JsonValueKind.Null:
                break;
            default:
                var tekst = element.ToString();
                velden[pad] = tekst.Length > Langst ? $"{tekst[..Langst]}…" : tekst;
                break;
        }
    }

    [GeneratedRegex(@"^-?[0-9]+\.[0-9]{2}\z")]
    private static partial Regex Bedrag();
}
