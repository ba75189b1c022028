using System.Text;
using System.Text.RegularExpressions;
using System.Text.Unicode;

namespace SlimRegeling.Vaststelling.Declaraties.Inlezen;

/// <summary>
/// Rows of values as spreadsheets write them (RFC 4180): in UTF-8 with or without its mark, UTF-16 with it or the Western European page of Windows;
/// between semicolons, commas or tabs. A row has the number that a spreadsheet gives it, also when a value has line ends in it.
/// </summary>
internal sealed partial class Csvblad
{
    // More than any column takes: what runs on is a quote that was never closed.
    private const int LangsteWaarde = 4_000;

    private readonly StringBuilder _waarde = new();
    private readonly string _tekst;
    private readonly char _teken;
    private int _plaats;

    private Csvblad(string tekst, int begin, char teken) => (_tekst, _plaats, _teken) = (tekst, begin, teken);

    public static IEnumerable<Bladrij> Rijen(Stream bestand)
    {
        var inhoud = new byte[bestand.Length];
        bestand.Position = 0;
        bestand.ReadExactly(inhoud);
        var tekst = Tekst(inhoud);
        // What Excel itself looks at, and does not show.
        var genoemd = Scheiding().Match(tekst);
        var begin = genoemd.Length;
        var teken = genoemd.Success ? genoemd.Groups["teken"].Value[0] : Teken(tekst);
        return new Csvblad(tekst, begin, teken).Rijen();
    }

    private IEnumerable<Bladrij> Rijen()
    {
        var rij = new Bladrij();
        for (var nummer = 1; _plaats < _tekst.Length; nummer++)
        {
            rij.Begin(nummer, verborgen: false);
            var kolom = 0;
            while (Waarde(rij, kolom))
            {
                kolom++;
            }
            yield return rij;
        }
    }

    /// <returns>Whether another value of this row follows.</returns>
    private bool Waarde(Bladrij rij, int kolom)
    {
        _waarde.Clear();
        if (_plaats < _tekst.Length && _tekst[_plaats] == '"')
        {
            Aangehaald(rij, kolom);
        }
        else
        {
            while (_plaats < _tekst.Length && !IsSlot(_tekst[_plaats]))
            {
                Voeg(rij, kolom, _tekst[_plaats++]);
            }
        }
        rij.Zet(kolom, Cel.VanTekst(_waarde.ToString()));
        if (_plaats == _tekst.Length)
        {
            rij.ZonderEinde = true;
            return false;
        }
        var slot = _tekst[_plaats++];
        if (slot == '\r' && _plaats < _tekst.Length && _tekst[_plaats] == '\n')
        {
            _plaats++;
        }
        return slot == _teken;
    }

    private void Aangehaald(Bladrij rij, int kolom)
    {
        for (_plaats++; ; _plaats++)
        {
            if (_plaats == _tekst.Length)
            {
                throw Open(rij, kolom);
            }
            if (_tekst[_plaats] == '"')
            {
                _plaats++;
                if (_plaats == _tekst.Length || _tekst[_plaats] != '"')
                {
                    break;
                }
            }
            Voeg(rij, kolom, _tekst[_plaats]);
        }
        while (_plaats < _tekst.Length && _tekst[_plaats] == ' ')
        {
            _plaats++;
        }
        if (_plaats < _tekst.Length && !IsSlot(_tekst[_plaats]))
        {
            throw new Onleesbaar(
                $"Regel {rij.Nummer}, kolom {Kolomletters.Van(kolom)}: hier staat een aanhalingsteken midden in een waarde. Haal het weg, of schrijf het dubbel.",
                rij.Nummer
            );
        }
    }

    private void Voeg(Bladrij rij, int kolom, char teken)
    {
        if (_waarde.Length == LangsteWaarde)
        {
            throw Open(rij, kolom);
        }
        _waarde.Append(teken);
    }

    private bool IsSlot(char teken) => teken == _teken || teken is '\r' or '\n';

    private static Onleesbaar Open(Bladrij rij, int kolom) =>
        new(
            $"Regel {rij.Nummer}, kolom {Kolomletters.Van(kolom)}: deze waarde houdt niet op. Er ontbreekt een aanhalingsteken, of het bestand is niet heel overgekomen.",
            rij.Nummer
        );

    /// <summary>The first of the three on the first line; that has the word and the number of the case, which have none in them.</summary>
    private static char Teken(string tekst)
    {
        var einde = tekst.AsSpan().IndexOfAny('\r', '\n');
        var eerste = einde < 0 ? tekst.AsSpan() : tekst.AsSpan(0, einde);
        var plaats = eerste.IndexOfAny(';', ',', '\t');
        return plaats < 0 ? ';' : eerste[plaats];
    }

    private static string Tekst(byte[] inhoud)
    {
        if (inhoud is [0xFF, 0xFE, ..])
        {
            return Encoding.Unicode.GetString(inhoud, 2, inhoud.Length - 2);
        }
        if (inhoud is [0xFE, 0xFF, ..])
        {
            return Encoding.BigEndianUnicode.GetString(inhoud, 2, inhoud.Length - 2);
        }
        if (inhoud.AsSpan().Contains((byte)0))
        {
            throw new Onleesbaar("Dit is geen CSV-bestand en geen Excel-bestand (xlsx). Haal het sjabloon op en zet uw regels daarin.");
        }
        var merk = inhoud is [0xEF, 0xBB, 0xBF, ..] ? 3 : 0;
        var rest = inhoud.AsSpan(merk);
        // Of half a character a mark is left, in the last line: by that line it is told.
        if (Utf8.IsValid(rest) || IsAfgebroken(rest, merk > 0))
        {
            return Encoding.UTF8.GetString(rest);
        }
        return merk > 0 ? throw Onleesbaar.Beschadigd() : CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString(rest);
    }

    /// <summary>UTF-8 that ends within a character. Text with nothing but plain letters before it can be of Windows, unless its mark says otherwise.</summary>
    private static bool IsAfgebroken(ReadOnlySpan<byte> inhoud, bool metMerk)
    {
        for (var los = 1; los <= Math.Min(3, inhoud.Length); los++)
        {
            var heel = inhoud[..^los];
            if (Utf8.IsValid(heel))
            {
                return metMerk || !Ascii.IsValid(heel);
            }
        }
        return false;
    }

    [GeneratedRegex(@"\Asep=(?<teken>[;,\t])\r?\n", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Scheiding();
}
