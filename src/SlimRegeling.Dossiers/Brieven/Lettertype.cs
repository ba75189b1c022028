using System.Buffers.Binary;
using System.Text;
using AnyAscii;
using PdfSharp.Drawing;
using PdfSharp.Fonts;

namespace SlimRegeling.Dossiers.Brieven;

/// <summary>Noto Sans, carried inside the program so that a letter looks the same everywhere.</summary>
internal sealed class Lettertype : IFontResolver
{
    private const string Familie = "Noto Sans";
    private static readonly byte[] Gewoon = Bron("NotoSans_400Regular.ttf");
    private static readonly byte[] Vet = Bron("NotoSans_700Bold.ttf");
    private static readonly HashSet<int> Tekens = LeesTekens(Gewoon);

    /// <summary>PDFsharp takes one resolver for the whole process, before its first font.</summary>
    static Lettertype() => GlobalFontSettings.FontResolver = new Lettertype();

    public static XFont Van(double grootte, bool vet = false) =>
        new(Familie, grootte, vet ? XFontStyleEx.Bold : XFontStyleEx.Regular, XPdfFontOptions.UnicodeDefault);

    public FontResolverInfo? ResolveTypeface(string familyName, bool isBold, bool isItalic) =>
        familyName == Familie ? new(isBold ? "vet" : "gewoon") : null;

    public byte[]? GetFont(string faceName) => faceName == "vet" ? Vet : Gewoon;

    /// <summary>Text of which every character can be drawn: what the font lacks is spelled in Latin letters, what cannot be spelled is left out.</summary>
    public static string Drukbaar(string tekst)
    {
        var heel = new StringBuilder(tekst.Length);
        foreach (var rune in tekst.EnumerateRunes())
            heel.Append(rune.Value == 0xFFFD ? "" : rune.ToString());
        var uit = new StringBuilder(heel.Length);
        foreach (var rune in heel.ToString().Normalize().EnumerateRunes())
        {
            if (rune.Value == '\n')
                uit.Append('\n');
            else if (Rune.IsWhiteSpace(rune) || Rune.IsControl(rune))
                uit.Append(' ');
            else
                uit.Append(Tekens.Contains(rune.Value) ? rune.ToString() : Gespeld(rune));
        }

        return uit.ToString();
    }

    private static string Gespeld(Rune rune) => Rune.IsLetterOrDigit(rune) ? rune.ToString().Transliterate() : "";

    private static byte[] Bron(string naam)
    {
        using var stroom = typeof(Lettertype).Assembly.GetManifestResourceStream($"Lettertypen/{naam}")!;
        var bytes = new byte[stroom.Length];
        stroom.ReadExactly(bytes);
        return bytes;
    }

    /// <summary>The code points of the font, from the segments of its 'cmap' table, format 4 (OpenType specification).</summary>
    private static HashSet<int> LeesTekens(ReadOnlySpan<byte> font)
    {
        var cmap = 0;
        for (var i = 0; i < Getal(font, 4); i++)
            if (font.Slice(12 + (16 * i), 4).SequenceEqual("cmap"u8))
                cmap = (int)BinaryPrimitives.ReadUInt32BigEndian(font[(12 + (16 * i) + 8)..]);
        var tekens = new HashSet<int>();
        for (var i = 0; i < Getal(font, cmap + 2); i++)
        {
            var tabel = cmap + (int)BinaryPrimitives.ReadUInt32BigEndian(font[(cmap + 4 + (8 * i) + 4)..]);
            if (Getal(font, tabel) != 4)
                continue;
            var dubbel = Getal(font, tabel + 6);
            for (var segment = 0; segment < dubbel; segment += 2)
            {
                var laatste = Getal(font, tabel + 14 + segment);
                for (var teken = Getal(font, tabel + 16 + dubbel + segment); teken <= laatste && teken != 0xFFFF; teken++)
                    tekens.Add(teken);
            }
        }

        return tekens;
    }

    private static int Getal(ReadOnlySpan<byte> font, int plek) => BinaryPrimitives.ReadUInt16BigEndian(font[plek..]);
}
