using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace SlimRegeling.Host.Voorbeeldzaken;

/// <summary>
/// What a case file knows by name while it is played: what it says under <c>gegevens</c> and what steps saved. The items of a list have
/// values of their own, which go before those of the file.
/// </summary>
internal sealed partial class Waarden(JsonObject? gegevens, Waarden? omvattend = null)
{
    private const int Diepste = 10;

    private readonly Dictionary<string, JsonNode?> _opNaam = (gegevens ?? []).ToDictionary(g => g.Key, g => g.Value);
    private readonly Dictionary<(string Lijst, int Nummer), Waarden> _items = [];

    public void Zet(string naam, JsonNode? waarde) => _opNaam[naam] = waarde;

    /// <summary>The values of each item of a list; the item itself is <c>{elk}</c>.</summary>
    /// <exception cref="Spelfout">There is no such list.</exception>
    public IReadOnlyList<Waarden> Elk(string lijst) =>
        Vul(Zoek(lijst, 0), 0) is JsonArray items
            ? [.. items.Select((item, i) => Item(lijst, i, item))]
            : throw new Spelfout($"'{lijst}' is geen lijst.");

    /// <summary>The text with each <c>{naam}</c> or <c>{naam/aanwijzer}</c> in it replaced.</summary>
    /// <exception cref="Spelfout">A name is unknown.</exception>
    public string Tekst(string tekst) => Vul(JsonValue.Create(tekst), 0)?.ToString() ?? "";

    /// <summary>A copy in which names are replaced, in keys too. A text that is one name only becomes that value.</summary>
    /// <exception cref="Spelfout">A name is unknown.</exception>
    public JsonNode? Vul(JsonNode? vorm) => Vul(vorm, 0);

    private JsonNode? Vul(JsonNode? vorm, int diepte) =>
        vorm switch
        {
            JsonObject velden => new JsonObject(velden.Select(v => KeyValuePair.Create(Zin(v.Key, diepte), Vul(v.Value, diepte)))),
            JsonArray items => new JsonArray([.. items.Select(item => Vul(item, diepte))]),
            JsonValue waarde when waarde.TryGetValue<string>(out var tekst) => Naam().Match(tekst) is { Success: true } naam
            && naam.Length == tekst.Length
                ? Waarde(naam, diepte)
                : JsonValue.Create(Zin(tekst, diepte)),
            _ => vorm?.DeepClone(),
        };

    private string Zin(string tekst, int diepte) => Naam().Replace(tekst, naam => Waarde(naam, diepte)?.ToString() ?? "");

    private JsonNode? Waarde(Match naam, int diepte)
    {
        var waarde = Vul(Zoek(naam.Groups[1].Value, diepte), diepte + 1);
        var aanwijzer = naam.Groups[2].Value;
        return aanwijzer.Length == 0 ? waarde
            : Aanwijzer.Volg(waarde, aanwijzer, out var gevonden) ? gevonden?.DeepClone()
            : throw new Spelfout($"In '{naam.Groups[1].Value}' staat niets op {aanwijzer}.");
    }

    private JsonNode? Zoek(string naam, int diepte) =>
        diepte > Diepste ? throw new Spelfout($"'{naam}' verwijst naar zichzelf.")
        : _opNaam.TryGetValue(naam, out var waarde) ? waarde
        : omvattend is not null ? omvattend.Zoek(naam, diepte)
        : throw new Spelfout($"'{naam}' is nergens gegeven of bewaard.");

    private Waarden Item(string lijst, int nummer, JsonNode? item)
    {
        if (!_items.TryGetValue((lijst, nummer), out var waarden))
        {
            _items[(lijst, nummer)] = waarden = new Waarden(null, this);
        }
        waarden.Zet("elk", item?.DeepClone());
        return waarden;
    }

    [GeneratedRegex(@"\{([a-z][A-Za-z0-9]*)((?:/[^{}/]+)*)\}")]
    private static partial Regex Naam();
}

/// <summary>The case file asks something that cannot be; the message says what.</summary>
internal sealed class Spelfout(string message) : Exception(message);
