using System.Globalization;
using System.Text;
using AnyAscii;

namespace SlimRegeling.Dossiers.Brieven;

/// <summary>
/// Text of which every character can be drawn: what no font of ours has, or cannot be set letter by letter, is spelled in Latin letters, and what
/// cannot be spelled either shows as � (U+FFFD). Nothing that a reader would see is left out.
/// </summary>
internal static class Spelling
{
    private const char Onbekend = '\uFFFD';

    /// <param name="Gespeld">Whether something is written in other letters than it was given in.</param>
    public readonly record struct Gedrukt(string Tekst, bool Gespeld);

    /// <summary>All texts of a letter, so that they can be drawn.</summary>
    public static (Briefinhoud Inhoud, bool Gespeld) Van(Briefinhoud inhoud)
    {
        var gespeld = false;
        var gedrukt = inhoud with
        {
            Kenmerk = Druk(inhoud.Kenmerk),
            Afzender = Druk(inhoud.Afzender),
            Adressering = Alle(inhoud.Adressering),
            Onderwerp = Druk(inhoud.Onderwerp),
            Blokken = [.. inhoud.Blokken.Select(Blok)],
            Slot = Alle(inhoud.Slot),
            Voettekst = Druk(inhoud.Voettekst),
        };
        return (gedrukt, gespeld);

        string Druk(string tekst)
        {
            var gevonden = Van(tekst);
            gespeld |= gevonden.Gespeld;
            return gevonden.Tekst;
        }

        string[] Alle(IEnumerable<string> teksten) => [.. teksten.Select(Druk)];

        Briefblok Blok(Briefblok blok) =>
            blok switch
            {
                Alinea alinea => new Alinea(Druk(alinea.Tekst)),
                Kop kop => new Kop(Druk(kop.Tekst)),
                Opsomming opsomming => new Opsomming(Alle(opsomming.Punten)),
                Tabel tabel => new Tabel(Alle(tabel.Koppen), [.. tabel.Rijen.Select(Alle)]),
                Strookjes strookjes => new Strookjes([.. strookjes.Alle.Select(s => s with { Tekst = Druk(s.Tekst) })]),
                _ => throw new ArgumentException($"Unknown block {blok.GetType().Name}.", nameof(inhoud)),
            };
    }

    public static Gedrukt Van(string tekst)
    {
        if (!tekst.AsSpan().ContainsAnyExceptInRange(' ', '~'))
        {
            return new(tekst, false);
        }
        var gespeld = false;
        var uit = new StringBuilder(tekst.Length);
        foreach (var rune in Samenstelling.Van(tekst).EnumerateRunes())
        {
            if (rune.Value == '\n')
            {
                uit.Append('\n');
            }
            else if (Rune.IsWhiteSpace(rune) || Rune.IsControl(rune))
            {
                uit.Append(' ');
            }
            else if (Lettertype.Kan(rune.Value) && !IsOnzichtbaar(rune))
            {
                uit.Append((char)rune.Value);
            }
            else if (!IsOnzichtbaar(rune))
            {
                var letters = Gespeld(rune);
                gespeld |= letters.Length > 0;
                uit.Append(letters);
            }
        }
        return new(uit.ToString(), gespeld);
    }

    /// <summary>What joins, directs or chooses between forms, and shows nothing itself.</summary>
    private static bool IsOnzichtbaar(Rune rune) =>
        Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format || rune.Value is >= 0xFE00 and <= 0xFE0F or >= 0xE0100 and <= 0xE01EF;

    private static string Gespeld(Rune rune)
    {
        var letters = string.Concat(rune.ToString().Transliterate().Where(c => c is >= ' ' and <= '~'));
        return letters.Length > 0 ? letters
            : Rune.GetUnicodeCategory(rune)
                is UnicodeCategory.NonSpacingMark
                    or UnicodeCategory.SpacingCombiningMark
                    or UnicodeCategory.EnclosingMark
                ? ""
            : Onbekend.ToString();
    }
}
