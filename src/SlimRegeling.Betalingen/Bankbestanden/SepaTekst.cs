using System.Buffers;
using System.Globalization;
using System.Text;
using AnyAscii;

namespace SlimRegeling.Betalingen.Bankbestanden;

/// <summary>
/// Text that every SEPA bank takes: the EPC's character set a-z A-Z 0-9 / - ? : ( ) . , ' + and space (EPC217-08), no slash at an end and
/// no two in a row. What is written in another script is spelled in ours; a text of which no letter or digit is left is refused.
/// </summary>
public static class SepaTekst
{
    public const int NaamLengte = 70;
    public const int OmschrijvingLengte = 140;
    public const int KenmerkLengte = 35;
    private static readonly SearchValues<char> Toegestaan = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/-?:().,'+ "
    );

    /// <summary>From here on symbols are pictures (dingbats, emoji): they have no spelling that belongs in a name.</summary>
    private const int EerstePlaatje = 0x2600;

    public static Uitkomst<string> Naam(string? tekst, string plaats = "naam") => Maak(tekst, NaamLengte, plaats);

    public static Uitkomst<string> Omschrijving(string? tekst, string plaats = "omschrijving") => Maak(tekst, OmschrijvingLengte, plaats);

    /// <summary>A reference is taken as it is or refused: a changed or cut one could meet another.</summary>
    public static Uitkomst<string> Kenmerk(string? tekst, string plaats = "kenmerk")
    {
        var kenmerk = tekst ?? "";
        var goed =
            kenmerk.Length is > 0 and <= KenmerkLengte
            && !kenmerk.AsSpan().ContainsAnyExcept(Toegestaan)
            && !kenmerk.Contains(' ', StringComparison.Ordinal)
            && ZonderDubbeleSchrap(kenmerk) == kenmerk;
        return goed
            ? Uitkomst<string>.Van(kenmerk)
            : Uitkomst<string>.Niet(
                new Fout(
                    plaats,
                    $"Een kenmerk heeft 1 tot {KenmerkLengte} letters, cijfers of leestekens van SEPA, zonder spatie. Kies een ander kenmerk."
                )
            );
    }

    private static Uitkomst<string> Maak(string? tekst, int lengte, string plaats)
    {
        var schoon = Kort(IsSchoon(tekst) ? tekst! : Schoon(tekst ?? ""), lengte);
        return schoon.Any(char.IsAsciiLetterOrDigit)
            ? Uitkomst<string>.Van(schoon)
            : Uitkomst<string>.Niet(
                new Fout(plaats, "Hier blijft geen letter of cijfer over dat een bank aanneemt. Schrijf de tekst in gewone letters.")
            );
    }

    /// <summary>Most names are as a bank takes them: those are not spelled again, letter by letter.</summary>
    private static bool IsSchoon(string? tekst) =>
        !string.IsNullOrEmpty(tekst)
        && !tekst.AsSpan().ContainsAnyExcept(Toegestaan)
        && tekst[0] is not ('/' or ' ')
        && tekst[^1] is not ('/' or ' ')
        && !tekst.Contains("//", StringComparison.Ordinal)
        && !tekst.Contains("  ", StringComparison.Ordinal);

    private static string Schoon(string tekst)
    {
        var uit = new StringBuilder(tekst.Length);
        foreach (var rune in tekst.EnumerateRunes())
            uit.Append(Gespeld(rune));
        for (var i = 0; i < uit.Length; i++)
            uit[i] = Vervangen(uit[i]);
        return ZonderDubbeleSchrap(string.Join(' ', uit.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries)));
    }

    private static string Gespeld(Rune rune) =>
        rune.Value switch
        {
            '€' => "EUR",
            '&' => "+",
            >= EerstePlaatje when Rune.GetUnicodeCategory(rune) is UnicodeCategory.OtherSymbol or UnicodeCategory.ModifierSymbol => " ",
            _ => rune.ToString().Transliterate(),
        };

    private static char Vervangen(char teken) =>
        teken switch
        {
            _ when IsToegestaan(teken) => teken,
            '_' or '~' => '-',
            ';' => ',',
            '"' or '`' => '\'',
            '[' or '{' => '(',
            ']' or '}' => ')',
            '\\' or '|' => '/',
            '!' => '.',
            _ => ' ',
        };

    private static bool IsToegestaan(char teken) => Toegestaan.Contains(teken);

    private static string ZonderDubbeleSchrap(string tekst)
    {
        while (tekst.Contains("//", StringComparison.Ordinal))
            tekst = tekst.Replace("//", "/", StringComparison.Ordinal);
        return tekst.Trim('/', ' ');
    }

    /// <summary>Cuts between words; inside a word only when that word alone would take more than half of the room.</summary>
    private static string Kort(string tekst, int lengte)
    {
        if (tekst.Length <= lengte)
            return tekst;
        var woordeinde = tekst.LastIndexOf(' ', lengte);
        return tekst[..(woordeinde >= lengte / 2 ? woordeinde : lengte)].Trim('/', ' ');
    }
}
