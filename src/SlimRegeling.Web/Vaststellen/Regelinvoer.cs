using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using SlimRegeling.Web.Invoer;

namespace SlimRegeling.Web.Vaststellen;

/// <summary>What stands in the fields of one line, as it was typed.</summary>
public sealed record Regelinvoer(string Uitkomst, string Bedrag = "", string Code = "", string Artikel = "", string Reden = "")
{
    public const string Aanvaard = "aanvaard";

    [JsonIgnore]
    public bool IsAfwijkend => Uitkomst != Aanvaard;

    /// <summary>As the API has it.</summary>
    public static Regelinvoer Van(Kostenoordeel oordeel) =>
        new(
            oordeel.Uitkomst,
            oordeel.Bedrag is { } bedrag ? Geschreven(bedrag) : "",
            oordeel.Code ?? "",
            oordeel.Artikel ?? "",
            oordeel.Reden ?? ""
        );

    /// <summary>What could be found of a line by what is seen in it: the strictest; accepted when nothing is.</summary>
    public static Regelinvoer Van(IEnumerable<Regelsignaal> signalen) =>
        signalen.Where(s => s.Uitkomst != Aanvaard).OrderBy(s => s.Uitkomst != "afgewezen").ThenBy(s => s.Bedrag).FirstOrDefault()
            is { } eerste
            ? new(eerste.Uitkomst, eerste.Bedrag is { } bedrag ? Geschreven(bedrag) : "", eerste.Code, eerste.Artikel, eerste.Uitleg)
            : new(Aanvaard);

    /// <summary>As the API takes it; of an amount that cannot be read why.</summary>
    public (Kostenoordeel Oordeel, string? Fout) Lees(string regel)
    {
        if (!IsAfwijkend)
        {
            return (new(regel, Aanvaard, null, OfNiets(Reden)), null);
        }
        var oordeel = new Kostenoordeel(regel, Uitkomst, null, OfNiets(Reden), OfNiets(Code), OfNiets(Artikel));
        if (Uitkomst != "gewijzigd")
        {
            return (oordeel, null);
        }
        return Bedraglezer.Lees(Bedrag) is Gelezen<decimal>.Waarde(var bedrag)
            ? (oordeel with { Bedrag = bedrag }, (string?)null)
            : (oordeel, Onleesbaar(Bedraglezer.Lees(Bedrag)));
    }

    private static string? Onleesbaar(Gelezen<decimal> gelezen) =>
        gelezen switch
        {
            Gelezen<decimal>.Vraag vraag => vraag.Tekst,
            Gelezen<decimal>.Fout fout => fout.Uitleg,
            _ => null,
        };

    private static string Geschreven(decimal bedrag) => bedrag.ToString("0.00", CultureInfo.InvariantCulture).Replace('.', ',');

    private static string? OfNiets(string tekst) => string.IsNullOrWhiteSpace(tekst) ? null : tekst.Trim();
}

/// <summary>
/// What an assessor found so far of the lines of a declaration, by the id of the line. Of a line that is not in it nothing was chosen; those that stand
/// on another page go along in one field.
/// </summary>
public sealed class Regelinvoeren
{
    /// <summary>The hidden field with those of all pages.</summary>
    public const string Alleveld = "_oordelen";

    /// <summary>The hidden field with the ids of the lines that stand on the page.</summary>
    public const string Getoondveld = "_regels";

    private readonly Dictionary<string, Regelinvoer> _invoer = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, Regelinvoer> Alle => _invoer;

    public static string Veld(string regel, string naam) => $"regel.{regel}.{naam}";

    public bool Heeft(string regel) => _invoer.ContainsKey(regel);

    public Regelinvoer? Van(string regel) => _invoer.GetValueOrDefault(regel);

    public void Zet(string regel, Regelinvoer invoer) => _invoer[regel] = invoer;

    /// <summary>Takes those that came along, and those that stand on the page in their place.</summary>
    /// <param name="bekend">The lines of the declaration.</param>
    /// <returns>The lines that stood on the page.</returns>
    public IReadOnlyList<string> Neem(IReadOnlyDictionary<string, string> velden, IReadOnlySet<string> bekend)
    {
        foreach (var (regel, invoer) in Lees(velden.GetValueOrDefault(Alleveld)).Where(i => i.Value is not null && bekend.Contains(i.Key)))
        {
            Zet(regel, invoer);
        }
        IReadOnlyList<string> getoond =
        [
            .. (velden.GetValueOrDefault(Getoondveld) ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries).Where(bekend.Contains),
        ];
        foreach (var regel in getoond.Where(r => velden.ContainsKey(Veld(r, "uitkomst"))))
        {
            Zet(regel, new(Uit(regel, "uitkomst"), Uit(regel, "bedrag"), Uit(regel, "code"), Uit(regel, "artikel"), Uit(regel, "reden")));
        }
        return getoond;

        string Uit(string regel, string naam) => velden.GetValueOrDefault(Veld(regel, naam)) ?? "";
    }

    /// <summary>In one field; without what says no more than that a line counts, and not why.</summary>
    /// <param name="metSignaal">Whether something is seen in a line: of such a one it is kept also that it counts.</param>
    public string Schrijf(Func<string, bool> metSignaal) =>
        JsonSerializer.Serialize(_invoer.Where(i => i.Value.IsAfwijkend || i.Value.Reden.Length > 0 || metSignaal(i.Key)).ToDictionary());

    public static IReadOnlyDictionary<string, string> Velden(IFormCollection formulier) =>
        formulier.ToDictionary(v => v.Key, v => v.Value.LastOrDefault() ?? "");

    private static Dictionary<string, Regelinvoer> Lees(string? tekst)
    {
        try
        {
            return string.IsNullOrEmpty(tekst) ? [] : JsonSerializer.Deserialize<Dictionary<string, Regelinvoer>>(tekst) ?? [];
        }
        catch (JsonException)
        {
            // Not of this page.
            return [];
        }
    }
}
