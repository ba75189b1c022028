using PdfSharp.Drawing;
using PdfSharp.Fonts;

namespace SlimRegeling.Dossiers.Brieven;

/// <summary>How text is set.</summary>
/// <param name="Grootte">In points.</param>
internal readonly record struct Letter(double Grootte, bool Vet = false);

/// <summary>
/// The fonts of a letter, carried inside the program so that it looks the same everywhere: Noto Sans; for Armenian, Georgian and signs that it lacks
/// DejaVu Sans; for Chinese, Japanese and Korean Droid Sans Fallback.
/// </summary>
internal sealed class Lettertype : IFontResolver
{
    private const string Noto = "Noto Sans";
    private const string Vet = "Noto Sans vet";

    private static readonly (string Gezicht, Fontbron Bron)[] Uitwijk =
    [
        ("DejaVu Sans", new("DejaVuSans.ttf")),
        ("Droid Sans Fallback", new("DroidSansFallback.ttf")),
    ];

    private static readonly Dictionary<string, Fontbron> Bronnen = Uitwijk
        .Append((Noto, new Fontbron("NotoSans_400Regular.ttf")))
        .Append((Vet, new Fontbron("NotoSans_700Bold.ttf")))
        .ToDictionary(b => b.Item1, b => b.Item2);

    /// <summary>PDFsharp takes one resolver for the whole process, before its first font.</summary>
    static Lettertype() => GlobalFontSettings.FontResolver = new Lettertype();

    /// <param name="gezicht">One that <see cref="Stukken"/> named.</param>
    public static XFont Font(string gezicht, double grootte) => new(gezicht, grootte, XFontStyleEx.Regular, XPdfFontOptions.UnicodeDefault);

    /// <summary>Whether this can be drawn as it is: there is a letter for it, and it stands beside the one before it, as it is.</summary>
    public static bool Kan(int teken) => !SchriftMetVormen(teken) && !IsEigenTeken(teken) && Gezicht(teken, vet: false) is not null;

    /// <summary>In points.</summary>
    /// <param name="tekst">Of which all can be drawn.</param>
    public static double Breedte(string tekst, Letter letter)
    {
        var bron = Bronnen[Basis(letter.Vet)];
        var breedte = 0.0;
        foreach (var teken in tekst)
        {
            breedte += (bron.Heeft(teken) ? bron : Bronnen[Gezicht(teken, letter.Vet)!]).Breedte(teken);
        }
        return breedte * letter.Grootte;
    }

    /// <summary>The parts of a text, each with the face that has its letters.</summary>
    public static IEnumerable<(string Tekst, string Gezicht)> Stukken(string tekst, bool vet)
    {
        for (var van = 0; van < tekst.Length; )
        {
            var gezicht = Gezicht(tekst[van], vet)!;
            var tot = van + 1;
            while (tot < tekst.Length && Gezicht(tekst[tot], vet) == gezicht)
            {
                tot++;
            }
            yield return (tekst[van..tot], gezicht);
            van = tot;
        }
    }

    public FontResolverInfo? ResolveTypeface(string familyName, bool isBold, bool isItalic) =>
        Bronnen.ContainsKey(familyName) ? new(familyName) : null;

    public byte[]? GetFont(string faceName) => Bronnen[faceName].Bytes;

    private static string Basis(bool vet) => vet ? Vet : Noto;

    private static string? Gezicht(int teken, bool vet) =>
        Bronnen[Basis(vet)].Heeft(teken) ? Basis(vet) : Array.Find(Uitwijk, u => u.Bron.Heeft(teken)).Gezicht;

    /// <summary>
    /// Scripts that run from right to left, or whose letters change with those around them: PDFsharp sets one letter after the other, which would be
    /// wrong. The fonts have some of these.
    /// </summary>
    private static bool SchriftMetVormen(int teken) =>
        teken
            is >= 0x0590
                and <= 0x08FF
                or >= 0x0900
                and <= 0x0E3E
                or >= 0x0E40
                and <= 0x109F
                or >= 0x1100
                and <= 0x11FF
                or >= 0x1700
                and <= 0x18AF
                or >= 0x1CD0
                and <= 0x1CFF
                or >= 0xA8E0
                and <= 0xA8FF
                or >= 0xFB1D
                and <= 0xFDFF
                or >= 0xFE70
                and <= 0xFEFE;

    /// <summary>What means something else in each font (private use): nobody can read it aloud.</summary>
    private static bool IsEigenTeken(int teken) => teken is >= 0xE000 and <= 0xF8FF;
}
