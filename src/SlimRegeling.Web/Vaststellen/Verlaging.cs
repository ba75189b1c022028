using System.Globalization;
using System.Text.Json.Nodes;
using SlimRegeling.Web.Invoer;

namespace SlimRegeling.Web.Vaststellen;

/// <summary>What is taken off last in a proposal to settle.</summary>
/// <param name="Grond">One of <see cref="Verlagingswoorden.Gronden"/>.</param>
/// <param name="Bedrag">Euro.</param>
/// <param name="Reden">Null when it was destroyed.</param>
public sealed record Verlagingsbeeld(string Grond, string Artikel, decimal Bedrag, string? Reden = null);

/// <summary>Its grounds in words.</summary>
public static class Verlagingswoorden
{
    public static readonly IReadOnlyList<(string Code, string Naam)> Gronden =
    [
        ("verplichtingen-niet-nageleefd", "De ontvanger voldeed niet aan een verplichting (onderdeel b)"),
        ("onjuiste-gegevens", "Met juiste of volledige gegevens was anders besloten (onderdeel c)"),
        ("verlening-onjuist", "De verlening klopte niet en de ontvanger moest dat weten (onderdeel d)"),
    ];

    /// <summary>At the field for why.</summary>
    public const string Redenhulp =
        "Dit staat in de brief. Schrijf ook wat de ontvanger hierover zei, of waarom u hem niet hoefde te horen (artikel 4:8 Awb).";

    public static string Grond(string code) => Gronden.FirstOrDefault(g => g.Code == code).Naam ?? code;
}

/// <summary>What stands in its fields, as it was typed; empty when nothing is taken off.</summary>
public sealed record Verlagingsinvoer(string Grond = "", string Bedrag = "", string Reden = "")
{
    // As the API names what is wrong in them.
    public const string Grondveld = "verlaging.grond";
    public const string Bedragveld = "verlaging.bedrag";
    public const string Redenveld = "verlaging.reden";

    public bool IsLeeg => Grond.Length == 0 && string.IsNullOrWhiteSpace(Bedrag) && string.IsNullOrWhiteSpace(Reden);

    public static Verlagingsinvoer Van(Verlagingsbeeld? beeld) =>
        beeld is null
            ? new()
            : new(beeld.Grond, beeld.Bedrag.ToString("0.00", CultureInfo.InvariantCulture).Replace('.', ','), beeld.Reden ?? "");

    public static Verlagingsinvoer Van(IReadOnlyDictionary<string, string> velden) =>
        new(
            velden.GetValueOrDefault(Grondveld) ?? "",
            velden.GetValueOrDefault(Bedragveld) ?? "",
            velden.GetValueOrDefault(Redenveld) ?? ""
        );

    /// <summary>The fields, to keep them.</summary>
    public IEnumerable<KeyValuePair<string, string>> Velden() => [new(Grondveld, Grond), new(Bedragveld, Bedrag), new(Redenveld, Reden)];

    /// <summary>As the API takes it, null when nothing is taken off; of an amount that cannot be read why.</summary>
    public (JsonObject? Verzoek, string? Fout) Lees()
    {
        if (IsLeeg)
        {
            return (null, null);
        }
        // What is not filled in the API tells of, with the rest.
        if (string.IsNullOrWhiteSpace(Bedrag))
        {
            return (Verzoek(Grond, null, Reden), null);
        }
        var gelezen = Bedraglezer.Lees(Bedrag);
        if (gelezen is Gelezen<decimal>.Waarde(var bedrag))
        {
            return (Verzoek(Grond, bedrag.ToString("0.00", CultureInfo.InvariantCulture), Reden), null);
        }
        return (null, gelezen is Gelezen<decimal>.Vraag vraag ? vraag.Tekst : (gelezen as Gelezen<decimal>.Fout)?.Uitleg);
    }

    /// <summary>With all that the API wants in it.</summary>
    /// <param name="bedrag">As the API takes it.</param>
    public static JsonObject Verzoek(string? grond, string? bedrag, string? reden) =>
        new()
        {
            ["grond"] = grond ?? "",
            ["bedrag"] = bedrag ?? "0.00",
            ["reden"] = reden ?? "",
        };
}
