using System.Buffers.Binary;

namespace SlimRegeling.Dossiers.Brieven;

/// <summary>One font that the program carries: which characters it has, and how wide each is.</summary>
/// <param name="bestand">Name of the TrueType file.</param>
internal sealed class Fontbron(string bestand)
{
    private readonly Lazy<byte[]> _bytes = new(() => Bron(bestand));
    private readonly Lazy<Dictionary<int, double>> _breedtes = new(() => Lees(Bron(bestand)));

    public byte[] Bytes => _bytes.Value;

    public bool Heeft(int teken) => _breedtes.Value.ContainsKey(teken);

    /// <summary>How wide a character is, as part of the size of its letter.</summary>
    public double Breedte(int teken) => _breedtes.Value[teken];

    private static byte[] Bron(string bestand)
    {
        using var stroom = typeof(Fontbron).Assembly.GetManifestResourceStream($"Lettertypen/{bestand}")!;
        var bytes = new byte[stroom.Length];
        stroom.ReadExactly(bytes);
        return bytes;
    }

    /// <summary>
    /// The widths (hmtx) of the characters of the 'cmap' table, format 12 (OpenType specification). Only of the basic plane: PDFsharp tells a reader
    /// of a PDF wrongly what lies beyond it.
    /// </summary>
    private static Dictionary<int, double> Lees(ReadOnlySpan<byte> font)
    {
        var perEm = Kort(font, Tabel(font, "head"u8) + 18);
        var (gemeten, maten) = (Kort(font, Tabel(font, "hhea"u8) + 34), Tabel(font, "hmtx"u8));
        var groepen = Groepen(font);
        var breedtes = new Dictionary<int, double>();
        for (var i = 0; i < Lang(font, groepen + 12); i++)
        {
            var groep = groepen + 16 + (12 * i);
            var (eerste, glyph) = (Lang(font, groep), Lang(font, groep + 8));
            for (var teken = eerste; teken <= Lang(font, groep + 4) && teken <= char.MaxValue; teken++, glyph++)
            {
                if (glyph != 0)
                {
                    breedtes[teken] = (double)Kort(font, maten + (4 * Math.Min(glyph, gemeten - 1))) / perEm;
                }
            }
        }
        return breedtes;
    }

    private static int Tabel(ReadOnlySpan<byte> font, ReadOnlySpan<byte> naam)
    {
        for (var i = 0; i < Kort(font, 4); i++)
        {
            var regel = 12 + (16 * i);
            if (font.Slice(regel, 4).SequenceEqual(naam))
            {
                return Lang(font, regel + 8);
            }
        }
        throw new InvalidDataException("A font of the program lacks a table.");
    }

    private static int Groepen(ReadOnlySpan<byte> font)
    {
        var cmap = Tabel(font, "cmap"u8);
        for (var i = 0; i < Kort(font, cmap + 2); i++)
        {
            var tabel = cmap + Lang(font, cmap + 4 + (8 * i) + 4);
            if (Kort(font, tabel) == 12)
            {
                return tabel;
            }
        }
        throw new InvalidDataException("A font of the program does not tell which characters it has.");
    }

    private static int Kort(ReadOnlySpan<byte> font, int plek) => BinaryPrimitives.ReadUInt16BigEndian(font[plek..]);

    private static int Lang(ReadOnlySpan<byte> font, int plek) => BinaryPrimitives.ReadInt32BigEndian(font[plek..]);
}
