using System.Text.RegularExpressions;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Web.Talen;

/// <summary>
/// The English of what the API says in Dutch. <c>api.en.json</c> has it sentence by sentence, with places that are filled from the sentence
/// itself: what the API does not say, stands in no English either.
/// </summary>
internal static partial class Apitekst
{
    // What people type can stand in it; no sentence of ours comes near.
    private const int Langst = 2_000;

    internal static readonly IReadOnlyDictionary<string, string> Zinnen = Teksten.Lees("api.en.json");

    // The one that fixes most of the words comes first.
    private static readonly Lazy<IReadOnlyList<(Regex Vorm, string Engels)>> Vormen = new(() =>
        [
            .. Zinnen
                .Where(z => z.Key.Contains("{0}", StringComparison.Ordinal))
                .OrderByDescending(z => Plek().Replace(z.Key, "").Length)
                .Select(z => (Vorm(z.Key), z.Value)),
        ]
    );

    /// <returns>Null when the English of any of its sentences is not known.</returns>
    public static string? Engels(string nederlands)
    {
        if (nederlands.Length > Langst)
        {
            return null;
        }
        if (Slot().Match(nederlands) is { Success: true } slot)
        {
            return Engels(nederlands[..slot.Index]) is { } kop ? $"{kop} ({Artikel(slot.Groups[1].Value)})" : null;
        }
        var zinnen = Zinseinde().Split(nederlands.Trim()).Select(Zin).ToList();
        return zinnen.Contains(null) ? null : string.Join(' ', zinnen);
    }

    /// <summary><c>artikel 2.8, vierde lid</c> is <c>article 2.8, fourth paragraph</c>; names of laws stay what they are called.</summary>
    public static string Artikel(string nederlands) => Woord().Replace(nederlands, w => Woorden[w.Value]);

    private static string? Zin(string zin)
    {
        if (Zinnen.TryGetValue(zin, out var engels))
        {
            return engels;
        }
        // What ends as a sentence is one; the rest is a part of one.
        foreach (var (vorm, met) in Vormen.Value.Where(v => IsAf(v.Engels) == IsAf(zin)))
        {
            if (vorm.Match(zin) is { Success: true } past)
            {
                return Plek().Replace(met, plek => Waarde(past.Groups[$"p{plek.Groups[1].Value}"].Value));
            }
        }
        return null;
    }

    private static bool IsAf(string tekst) => tekst is [.., '.' or '?' or '!'];

    /// <summary>A name or a number stays; a date, a moment and a word of ours get their English.</summary>
    private static string Waarde(string waarde) =>
        Zin(waarde)
        ?? Uur()
            .Replace(
                Datum()
                    .Replace(
                        waarde,
                        d =>
                            $"{d.Groups[1].Value} {Teksten.Maanden[Datumtekst.Maanden.Index().First(m => m.Item == d.Groups[2].Value).Index]} {d.Groups[3].Value}"
                    ),
                " at $1:$2"
            );

    private static Regex Vorm(string zin) =>
        new(
            $@"\A{Plek().Replace(Regex.Escape(zin).Replace(@"\{", "{", StringComparison.Ordinal), p => $"(?<p{p.Groups[1].Value}>.+?)")}\z",
            RegexOptions.NonBacktracking | RegexOptions.CultureInvariant
        );

    private static readonly Dictionary<string, string> Woorden = new()
    {
        ["artikel"] = "article",
        ["lid"] = "paragraph",
        ["onderdeel"] = "part",
        ["onder"] = "under",
        ["eerste"] = "first",
        ["tweede"] = "second",
        ["derde"] = "third",
        ["vierde"] = "fourth",
        ["vijfde"] = "fifth",
        ["zesde"] = "sixth",
        ["zevende"] = "seventh",
        ["achtste"] = "eighth",
        ["en"] = "and",
        ["bijlage"] = "annex",
    };

    [GeneratedRegex(@"\{(\d)\}")]
    private static partial Regex Plek();

    [GeneratedRegex(@"(?<=[.?!])\s+(?=[A-Z'{€])")]
    internal static partial Regex Zinseinde();

    [GeneratedRegex(@"\b(\d{1,2}) (januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december) (\d{4})\b")]
    private static partial Regex Datum();

    // Where a rule stands, after what it says.
    [GeneratedRegex(@" \((artikel [^()]+)\)\z")]
    private static partial Regex Slot();

    [GeneratedRegex(@" om (\d\d)\.(\d\d) uur")]
    private static partial Regex Uur();

    [GeneratedRegex(@"\b(artikel|lid|onderdeel|onder|eerste|tweede|derde|vierde|vijfde|zesde|zevende|achtste|en|bijlage)\b")]
    private static partial Regex Woord();
}
