using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace SlimRegeling.Web.Scanwerk;

/// <summary>
/// What someone fills in with a code, between one page and the next. It stands in the form itself: there is no cookie and no memory that would tell who
/// was where.
/// </summary>
public sealed class Invulblad
{
    public const string Codeveld = "code";
    public const string Beurtveld = "beurt";
    public const string Scanveld = "scan";
    public const string Versveld = "vers";
    public const string Stapveld = "stap";
    public const string Wilveld = "wil";
    public const string Kenmerkveld = "k-";

    /// <summary>What someone may want to be better at most.</summary>
    public const int MeesteWensen = 3;

    /// <summary>Of <see cref="Versveld"/>, which is absent otherwise.</summary>
    public const string Ja = "ja";

    private const int Beurtlengte = 32;

    private static readonly HashSet<string> GeenAntwoord = [Codeveld, Beurtveld, Scanveld, Versveld, Stapveld, Wilveld, "_doe"];

    private readonly Dictionary<string, string> _velden;

    private Invulblad(string scan, string code, string beurt, bool vers, Dictionary<string, string> velden, IReadOnlyList<string> wil) =>
        (Scan, Code, Beurt, Vers, _velden, Wil) = (scan, code, beurt, vers, velden, wil);

    /// <param name="scan">By the address; the form says it when that does not.</param>
    public static Invulblad Van(IFormCollection formulier, string? scan) =>
        new(
            Naam(scan) ?? Naam(formulier[Scanveld]) ?? "",
            formulier[Codeveld].ToString().Trim(),
            formulier[Beurtveld].ToString() is { Length: >= Beurtlengte } beurt ? beurt : RandomNumberGenerator.GetHexString(Beurtlengte),
            formulier[Versveld].ToString() == Ja,
            formulier
                .Where(v => !GeenAntwoord.Contains(v.Key) && v.Value.ToString().Length > 0)
                .ToDictionary(v => v.Key, v => v.Value[^1] ?? "", StringComparer.Ordinal),
            [.. formulier[Wilveld].OfType<string>().Distinct(StringComparer.Ordinal)]
        );

    /// <summary>Of a scan, as people type it; null when it can be none.</summary>
    public static string? Naam(string? getypt) =>
        getypt?.Trim().ToLowerInvariant() is { Length: > 5 and < 40 } naam
        && naam.StartsWith("scan-", StringComparison.Ordinal)
        && naam.All(c => char.IsAsciiLetterOrDigit(c) || c == '-')
            ? naam
            : null;

    /// <summary>Empty when nobody said which.</summary>
    public string Scan { get; }

    public string Code { get; }

    /// <summary>Made up when the form was made, and in it alone: who presses Begin twice, or again after an answer that was lost, gets the same code.</summary>
    public string Beurt { get; }

    /// <summary>The code was made when this form was opened, so that nobody else has it.</summary>
    public bool Vers { get; }

    public IReadOnlyList<string> Wil { get; }

    public string? this[string veld] => _velden.GetValueOrDefault(veld);

    /// <summary>All that a page takes along of what stands on others.</summary>
    /// <param name="hier">The fields of the page itself.</param>
    public IEnumerable<(string Naam, string Waarde)> Mee(IReadOnlyCollection<string> hier) =>
        _velden
            .Where(v => !hier.Contains(v.Key))
            .Select(v => (v.Key, v.Value))
            .Concat(hier.Contains(Wilveld) ? [] : Wil.Select(w => (Wilveld, w)));

    /// <summary>With the code of one's own that takes the place of the one that was handed out.</summary>
    public Invulblad Met(string eigenCode, bool vers) => new(Scan, eigenCode, Beurt, vers, _velden, Wil);

    /// <summary>With what was filled in before, of what is not filled in here.</summary>
    public Invulblad Met(Invullijst lijst)
    {
        if (lijst.Half is not { } half)
        {
            return this;
        }
        var velden = new Dictionary<string, string>(_velden, StringComparer.Ordinal);
        foreach (var deel in lijst.Onderdelen.Where(d => half.Antwoorden.ContainsKey(d.Code)))
        {
            foreach (var (i, antwoord) in half.Antwoorden[deel.Code].Index())
            {
                velden.TryAdd(Vraagveld.Naam(deel, i), Vraagveld.Van(antwoord));
            }
        }
        foreach (var (kenmerk, keuze) in half.Kenmerken ?? new Dictionary<string, string>())
        {
            velden.TryAdd(Kenmerkveld + kenmerk, keuze);
        }
        return new(Scan, Code, Beurt, Vers, velden, Wil.Count > 0 ? Wil : half.WilBeter ?? []);
    }

    /// <summary>As the API takes it, with the parts that are complete.</summary>
    public JsonObject Verzoek(Invullijst lijst)
    {
        var antwoorden = new JsonObject();
        foreach (var deel in lijst.Onderdelen)
        {
            if (Vraagveld.Antwoorden(deel, veld => this[veld]) is { } gegeven)
            {
                antwoorden[deel.Code] = gegeven;
            }
        }
        var kenmerken = new JsonObject();
        foreach (var vraag in lijst.Kenmerken)
        {
            if (this[Kenmerkveld + vraag.Code] is { } keuze && vraag.Keuzes.Any(k => k.Code == keuze))
            {
                kenmerken[vraag.Code] = keuze;
            }
        }
        return new JsonObject
        {
            ["code"] = Code,
            ["antwoorden"] = antwoorden,
            ["wilBeter"] = new JsonArray([.. Wil.Take(MeesteWensen).Select(w => JsonValue.Create(w))]),
            ["kenmerken"] = kenmerken,
        };
    }
}
