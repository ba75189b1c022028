using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace SlimRegeling.Dossiers.Brieven;

/// <summary>
/// Letters and the marks after them as the one character that a font has for both (e and ´ as é): some computers write names apart. The program runs
/// without the tables of the system, so <c>Samenstellingen.txt</c> has what composes with what: character, letter and mark of the Unicode Character
/// Database (canonical composition of the basic plane). Korean follows from its rule (Unicode, 3.12).
/// </summary>
internal static class Samenstelling
{
    private const int Lettergrepen = 0xAC00;
    private const int Medeklinkers = 0x1100;
    private const int Klinkers = 0x1161;
    private const int Sluiters = 0x11A7;
    private const int AantalMedeklinkers = 19;
    private const int AantalKlinkers = 21;
    private const int AantalSluiters = 28;

    private static readonly FrozenDictionary<(char Letter, char Teken), char> Paren = Lees();

    public static string Van(string tekst)
    {
        var uit = new StringBuilder(tekst.Length);
        foreach (var teken in tekst)
        {
            if (uit.Length > 0 && Samen(uit[^1], teken) is { } samen)
            {
                uit[^1] = samen;
            }
            else
            {
                uit.Append(teken);
            }
        }
        return uit.ToString();
    }

    private static char? Samen(char letter, char teken)
    {
        if (Paren.TryGetValue((letter, teken), out var samen))
        {
            return samen;
        }
        var (medeklinker, klinker, sluiter) = (letter - Medeklinkers, teken - Klinkers, teken - Sluiters);
        if (medeklinker is >= 0 and < AantalMedeklinkers && klinker is >= 0 and < AantalKlinkers)
        {
            return (char)(Lettergrepen + (((medeklinker * AantalKlinkers) + klinker) * AantalSluiters));
        }
        var lettergreep = letter - Lettergrepen;
        return
            lettergreep is >= 0 and < AantalMedeklinkers * AantalKlinkers * AantalSluiters
            && lettergreep % AantalSluiters == 0
            && sluiter is > 0 and < AantalSluiters
            ? (char)(letter + sluiter)
            : null;
    }

    private static FrozenDictionary<(char Letter, char Teken), char> Lees()
    {
        using var stroom = typeof(Samenstelling).Assembly.GetManifestResourceStream("Samenstellingen.txt")!;
        using var lezer = new StreamReader(stroom);
        var paren = new Dictionary<(char Letter, char Teken), char>();
        while (lezer.ReadLine() is { } regel)
        {
            paren.Add((Teken(regel.AsSpan(5, 4)), Teken(regel.AsSpan(10, 4))), Teken(regel.AsSpan(0, 4)));
        }
        return paren.ToFrozenDictionary();
    }

    private static char Teken(ReadOnlySpan<char> cijfers) => (char)int.Parse(cijfers, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
