using System.Buffers.Binary;

namespace SlimRegeling.Dossiers.Keuring;

/// <summary>Photos and images: whole, of a size that can be shown, and a PNG with nothing behind it.</summary>
internal static class Beeldkeuring
{
    /// <summary>The largest photo of a telephone today has 200 million.</summary>
    private const long MeestePixels = 250_000_000;

    public static void Png(Stream bestand, Keurtijd tijd)
    {
        var plaats = 8L;
        Span<byte> kop = stackalloc byte[8];
        for (var eerste = true; ; eerste = false)
        {
            tijd.Stap();
            bestand.Position = plaats;
            bestand.ReadExactly(kop);
            var lengte = BinaryPrimitives.ReadUInt32BigEndian(kop);
            var soort = kop[4..];
            if (eerste != soort.SequenceEqual("IHDR"u8) || plaats + 12 + lengte > bestand.Length)
            {
                throw new InvalidDataException("The chunks of this PNG do not follow each other.");
            }
            if (eerste)
            {
                bestand.ReadExactly(kop);
                Begrens(BinaryPrimitives.ReadUInt32BigEndian(kop), BinaryPrimitives.ReadUInt32BigEndian(kop[4..]));
            }
            plaats += 12 + lengte;
            if (soort.SequenceEqual("IEND"u8) && !eerste)
            {
                break;
            }
        }
        if (plaats != bestand.Length)
        {
            throw new Afgekeurd(Afkeuring.Tweeledig);
        }
    }

    // Telephones put things of their own behind a photo (a short film, a second picture): that stays what it is, a photo with something behind it.
    public static void Jpeg(Stream bestand, Keurtijd tijd)
    {
        bestand.Position = 2;
        Span<byte> twee = stackalloc byte[2];
        Span<byte> maat = stackalloc byte[5];
        var gezien = false;
        while (true)
        {
            tijd.Stap();
            bestand.ReadExactly(twee);
            if (twee[0] != 0xFF)
            {
                throw new InvalidDataException("A segment of this JPEG does not begin with its mark.");
            }
            var merk = twee[1];
            if (merk == 0xFF)
            {
                bestand.Position--;
                continue;
            }
            if (merk is 0x01 or (>= 0xD0 and <= 0xD8))
            {
                continue;
            }
            if (merk == 0xDA)
            {
                break;
            }
            bestand.ReadExactly(twee);
            var lengte = BinaryPrimitives.ReadUInt16BigEndian(twee);
            if (lengte < 2 || merk == 0xD9)
            {
                throw new InvalidDataException("This JPEG ends before its picture.");
            }
            var einde = bestand.Position + lengte - 2;
            if (merk is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
            {
                bestand.ReadExactly(maat);
                Begrens(BinaryPrimitives.ReadUInt16BigEndian(maat[3..]), BinaryPrimitives.ReadUInt16BigEndian(maat[1..]));
                gezien = true;
            }
            bestand.Position = einde;
        }
        if (!gezien || !HeeftEinde(bestand))
        {
            throw new InvalidDataException("This JPEG has no picture, or no end.");
        }
    }

    private static bool HeeftEinde(Stream bestand)
    {
        var vorige = 0;
        var buffer = new byte[16 * 1024];
        for (int gelezen; (gelezen = bestand.Read(buffer)) > 0; )
        {
            for (var i = 0; i < gelezen; i++)
            {
                if (vorige == 0xFF && buffer[i] == 0xD9)
                {
                    return true;
                }
                vorige = buffer[i];
            }
        }
        return false;
    }

    // The height of a JPEG can come later; then it is zero here.
    private static void Begrens(long breedte, long hoogte)
    {
        if (breedte == 0)
        {
            throw new InvalidDataException("A picture has a width.");
        }
        if (breedte * hoogte > MeestePixels)
        {
            throw new Afgekeurd(Afkeuring.TeGrootUitgepakt);
        }
    }
}
