using System.Text.RegularExpressions;

namespace SlimRegeling.Regels;

/// <summary>How an article is written: its number, and where it has them the paragraph, the part and the law when that is another.</summary>
public static partial class Artikelvorm
{
    /// <summary>For who wrote it otherwise.</summary>
    public const string Uitleg = "Schrijf het artikel zoals '2.15, onderdeel f' of '4:46, tweede lid, Awb'.";

    private const string Nummer = @"\d{1,2}(?:[.:]\d{1,3})?[a-z]?";
    private const string Lid = "(?:eerste|tweede|derde|vierde|vijfde|zesde|zevende|achtste|negende|tiende|elfde|twaalfde)";

    public static bool Is(string artikel) => Vorm().IsMatch(artikel);

    [GeneratedRegex(
        $@"^{Nummer}(?:(?:,| en) {Nummer})*(?:, {Lid}(?:(?: en| tot en met) {Lid})? lid)?(?:,(?: aanhef en)? onderde(?:el|len) [a-z](?:(?:,| en| tot en met) [a-z])*)?(?:, onder \d°)?(?:,? [A-Z]\p{{L}}[\p{{L}}\d ()./]{{1,80}})?\z",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Vorm();
}
