using System.Text;
using System.Text.RegularExpressions;

namespace SlimRegeling.Dossiers.Keuring;

/// <summary>Plain text, and the rows of values that spreadsheets write: UTF-8, UTF-16 with its mark, or the Western European page of Windows.</summary>
internal static partial class Tekstkeuring
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly byte[] NietInWindows = [0x81, 0x8D, 0x8F, 0x90, 0x9D];

    public static Bestandsvorm Keur(Stream bestand)
    {
        var tekst = Lees(Bestandskeuring.Lees(bestand, 0, (int)bestand.Length));
        if (tekst.AsSpan().ContainsAnyInRange('\u0000', '\u0008') || tekst.AsSpan().ContainsAnyInRange('\u000E', '\u001F'))
        {
            throw new Afgekeurd(Afkeuring.Onbekend);
        }
        if (Opmaak().IsMatch(tekst))
        {
            throw new Afgekeurd(Afkeuring.Webpagina);
        }
        if (Dde().IsMatch(tekst))
        {
            throw new Afgekeurd(Afkeuring.Extern);
        }
        return IsCsv(tekst) ? Bestandsvorm.Csv : Bestandsvorm.Txt;
    }

    private static string Lees(byte[] inhoud)
    {
        if (inhoud is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
        {
            return (inhoud[0] == 0xFF ? Encoding.Unicode : Encoding.BigEndianUnicode).GetString(inhoud, 2, inhoud.Length - 2);
        }
        try
        {
            return Utf8.GetString(inhoud);
        }
        catch (DecoderFallbackException)
        {
            return inhoud.AsSpan().ContainsAny(NietInWindows) ? throw new Afgekeurd(Afkeuring.Onbekend) : Encoding.Latin1.GetString(inhoud);
        }
    }

    private static bool IsCsv(string tekst)
    {
        var regels = tekst.Split('\n', 6, StringSplitOptions.RemoveEmptyEntries).Take(5).ToList();
        return regels.Count > 1
            && ";\t,".Any(teken =>
                regels[0].Contains(teken) && regels.All(r => r.Count(c => c == teken) == regels[0].Count(c => c == teken))
            );
    }

    // What a browser would read as a page, or a server as a program, at its very start.
    [GeneratedRegex(@"\A[\uFEFF\s]*<(!doctype|!--|\?|html|head|body|script|svg|iframe|object|embed|meta)", RegexOptions.IgnoreCase)]
    private static partial Regex Opmaak();

    // A cell that starts another program when a spreadsheet opens it: =cmd|' /c …'!A0.
    [GeneratedRegex(
        @"(^|[;,\t])[""'\s]*[=+\-@][^;\t\r\n|]{0,200}\|[^\t\r\n!]{0,400}!",
        RegexOptions.Multiline | RegexOptions.NonBacktracking,
        matchTimeoutMilliseconds: 15_000
    )]
    private static partial Regex Dde();
}
