using System.Globalization;

namespace SlimRegeling.Dossiers.Brieven;

/// <summary>Breaks text into lines of a width: between words, and inside a word only when it is wider than a line; never after a euro sign.</summary>
internal static class Afbreking
{
    private const char Vast = '\u00A0';

    /// <param name="breedte">Width of a text as it will be drawn.</param>
    public static List<string> Regels(string tekst, double ruimte, Func<string, double> breedte)
    {
        var regels = new List<string>();
        foreach (var alinea in tekst.Replace("€ ", $"€{Vast}", StringComparison.Ordinal).Split('\n'))
        {
            var regel = "";
            foreach (var woord in alinea.Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(x => Passend(x, ruimte, breedte)))
            {
                var langer = regel.Length == 0 ? woord : $"{regel} {woord}";
                if (regel.Length > 0 && breedte(langer) > ruimte)
                {
                    regels.Add(regel);
                    langer = woord;
                }

                regel = langer;
            }

            regels.Add(regel);
        }

        return [.. regels.Select(x => x.Replace(Vast, ' '))];
    }

    private static IEnumerable<string> Passend(string woord, double ruimte, Func<string, double> breedte)
    {
        while (woord.Length > 1 && breedte(woord) > ruimte)
        {
            int kort = 1,
                lang = woord.Length;
            while (lang - kort > 1)
                (kort, lang) = breedte(woord[..((kort + lang) / 2)]) <= ruimte ? ((kort + lang) / 2, lang) : (kort, (kort + lang) / 2);
            // A mark stays with its letter.
            while (kort > 1 && char.GetUnicodeCategory(woord[kort]) == UnicodeCategory.NonSpacingMark)
                kort--;
            yield return woord[..kort];
            woord = woord[kort..];
        }

        yield return woord;
    }
}
