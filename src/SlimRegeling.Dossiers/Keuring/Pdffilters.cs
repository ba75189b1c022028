using System.IO.Compression;

namespace SlimRegeling.Dossiers.Keuring;

/// <summary>Unpacks the streams of a PDF, each and together within a bound of size and time.</summary>
internal sealed class Pdffilters(Keurtijd tijd)
{
    private const long GrootsteStroom = 200L * 1024 * 1024;
    private const long GrootsteGeheel = 500L * 1024 * 1024;

    /// <summary>What is kept of one stream in memory.</summary>
    private const int GrootsteInhoud = 8 * 1024 * 1024;

    // They hold pictures: nothing that is looked at here comes out of them.
    private static readonly HashSet<string> Beelden = ["DCTDecode", "DCT", "JPXDecode", "CCITTFaxDecode", "CCF", "JBIG2Decode"];

    private long _geheel;

    /// <param name="bewaar">Whether its content is looked at; else it is only measured.</param>
    /// <returns>Null when it was only measured, or holds a picture.</returns>
    /// <exception cref="Afgekeurd">It unpacks too far, or in a way that nobody can follow.</exception>
    /// <exception cref="InvalidDataException">It is damaged.</exception>
    public ArraySegment<byte>? Ontpak(byte[] bytes, int begin, int lengte, IReadOnlyList<string> filters, bool bewaar)
    {
        var stroom = new ArraySegment<byte>(bytes, begin, lengte);
        for (var i = 0; i < filters.Count; i++)
        {
            var laatste = i == filters.Count - 1;
            switch (filters[i])
            {
                case "FlateDecode" or "Fl":
                    if (Flate(stroom, !laatste || bewaar) is not { } uitgepakt)
                    {
                        return null;
                    }
                    stroom = uitgepakt;
                    break;
                case "ASCII85Decode" or "A85":
                    stroom = Ascii85(stroom);
                    break;
                case "ASCIIHexDecode" or "AHx":
                    stroom = Hex(stroom);
                    break;
                case var beeld when Beelden.Contains(beeld):
                    return null;
                default:
                    // LZW, run lengths, encryption, or a name that no reader knows.
                    throw new Afgekeurd(filters[i] == "Crypt" ? Afkeuring.Versleuteld : Afkeuring.Onleesbaar);
            }
        }
        return bewaar ? stroom : default(ArraySegment<byte>?);
    }

    private byte[]? Flate(ArraySegment<byte> stroom, bool bewaar)
    {
        using var bron = new ZLibStream(new MemoryStream(stroom.Array!, stroom.Offset, stroom.Count), CompressionMode.Decompress);
        using var uit = new MemoryStream();
        var buffer = new byte[64 * 1024];
        var lengte = 0L;
        for (int gelezen; (gelezen = Lees(bron, buffer)) > 0; )
        {
            lengte += gelezen;
            Tel(lengte, gelezen);
            if (bewaar && lengte > GrootsteInhoud)
            {
                throw new Afgekeurd(Afkeuring.TeGrootUitgepakt);
            }
            if (bewaar)
            {
                uit.Write(buffer, 0, gelezen);
            }
        }
        return bewaar ? uit.ToArray() : null;
    }

    private static int Lees(ZLibStream bron, byte[] buffer)
    {
        try
        {
            return bron.Read(buffer);
        }
        catch (IOException fout)
        {
            // Some damage comes out as an error of the library instead of the stream.
            throw new InvalidDataException("This stream cannot be unpacked.", fout);
        }
    }

    private void Tel(long stroom, long erbij)
    {
        _geheel += erbij;
        if (stroom > GrootsteStroom || _geheel > GrootsteGeheel)
        {
            throw new Afgekeurd(Afkeuring.TeGrootUitgepakt);
        }
        tijd.Bewaak();
    }

    private byte[] Hex(ReadOnlySpan<byte> stroom)
    {
        var uit = new List<byte>(stroom.Length / 2);
        var hoog = -1;
        foreach (var b in stroom)
        {
            tijd.Stap();
            if (b == '>')
            {
                break;
            }
            if (!char.IsAsciiHexDigit((char)b))
            {
                continue;
            }
            var waarde = (b & 0xF) + (b > '9' ? 9 : 0);
            if (hoog >= 0)
            {
                uit.Add((byte)((hoog << 4) | waarde));
            }
            hoog = hoog >= 0 ? -1 : waarde;
        }
        if (hoog >= 0)
        {
            uit.Add((byte)(hoog << 4));
        }
        Tel(uit.Count, uit.Count);
        return [.. uit];
    }

    private byte[] Ascii85(ReadOnlySpan<byte> stroom)
    {
        using var uit = new MemoryStream(stroom.Length);
        uint groep = 0;
        var aantal = 0;
        foreach (var b in stroom)
        {
            tijd.Stap();
            if (b == '~')
            {
                break;
            }
            if (b == 'z' && aantal == 0)
            {
                uit.Write([0, 0, 0, 0]);
            }
            else if (b is >= (byte)'!' and <= (byte)'u')
            {
                groep = unchecked((groep * 85) + (b - (uint)'!'));
                if (++aantal == 5)
                {
                    Schrijf(uit, groep, 4);
                    (groep, aantal) = (0, 0);
                }
            }
        }
        if (aantal > 1)
        {
            for (var i = aantal; i < 5; i++)
            {
                groep = unchecked((groep * 85) + 84);
            }
            Schrijf(uit, groep, aantal - 1);
        }
        Tel(uit.Length, uit.Length);
        return uit.ToArray();
    }

    private static void Schrijf(MemoryStream uit, uint groep, int aantal)
    {
        for (var i = 0; i < aantal; i++)
        {
            uit.WriteByte((byte)(groep >> (24 - (8 * i))));
        }
    }
}
