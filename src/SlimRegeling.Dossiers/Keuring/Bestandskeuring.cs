using System.Security.Cryptography;
using System.Text.RegularExpressions;
using System.Xml;

namespace SlimRegeling.Dossiers.Keuring;

/// <summary>What was found of a file: its kind, size and SHA-256, or why it is not taken.</summary>
public sealed record Gekeurd(Bestandsvorm? Vorm, long Bytes, string Hash, Afkeuring? Afkeuring);

/// <summary>
/// Examines a file by its content: what kind it is, and that nothing is in it that does something, hides something or blows up. What cannot be
/// examined is not taken. Time and memory have a bound, whatever the file says.
/// </summary>
public static class Bestandskeuring
{
    private const int Kopgrootte = 1024;

    // Of a ZIP: its closing record with the longest comment.
    private const int Staartgrootte = 22 + ushort.MaxValue;

    // Each holds at most one file of the largest kind, and what is unpacked of it.
    private static readonly SemaphoreSlim Plaatsen = new(Math.Max(2, Environment.ProcessorCount));

    private static readonly (byte[] Begin, Afkeuring Afkeuring)[] Herkend =
    [
        ("MZ"u8.ToArray(), Afkeuring.Programma),
        ([0x7F, .. "ELF"u8], Afkeuring.Programma),
        ("#!"u8.ToArray(), Afkeuring.Programma),
        ([0xCA, 0xFE, 0xBA, 0xBE], Afkeuring.Programma),
        ([0xCF, 0xFA, 0xED, 0xFE], Afkeuring.Programma),
        ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], Afkeuring.OudOffice),
        ("Rar!"u8.ToArray(), Afkeuring.Archief),
        ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], Afkeuring.Archief),
        ([0x1F, 0x8B], Afkeuring.Archief),
        ("PK\x05\x06"u8.ToArray(), Afkeuring.Archief),
        ("{\\rtf"u8.ToArray(), Afkeuring.Onbekend),
    ];

    /// <param name="bestand">Can be read from any place; it stays open.</param>
    public static async Task<Gekeurd> Keur(Stream bestand, CancellationToken ct)
    {
        await Plaatsen.WaitAsync(ct);
        try
        {
            return await Task.Run(() => Keur(bestand, TimeProvider.System, ct), ct);
        }
        finally
        {
            Plaatsen.Release();
        }
    }

    internal static Gekeurd Keur(Stream bestand, TimeProvider klok, CancellationToken ct)
    {
        var tijd = new Keurtijd(klok, ct);
        var bytes = bestand.Length;
        bestand.Position = 0;
        var hash = Convert.ToHexStringLower(SHA256.HashData(bestand));
        try
        {
            return new(Bepaal(bestand, bytes, tijd), bytes, hash, null);
        }
        catch (Afgekeurd e)
        {
            return new(null, bytes, hash, e.Waarom);
        }
        catch (RegexMatchTimeoutException)
        {
            return new(null, bytes, hash, Afkeuring.TeGrootUitgepakt);
        }
        catch (Exception e) when (e is InvalidDataException or XmlException or EndOfStreamException)
        {
            return new(null, bytes, hash, Afkeuring.Onleesbaar);
        }
    }

    private static Bestandsvorm Bepaal(Stream bestand, long bytes, Keurtijd tijd)
    {
        if (bytes == 0)
        {
            throw new Afgekeurd(Afkeuring.Leeg);
        }
        var kop = Lees(bestand, 0, (int)Math.Min(Kopgrootte, bytes));
        if (kop.AsSpan().StartsWith("PK\x03\x04"u8))
        {
            return Van(bestand, bytes, kop, tijd);
        }
        var vorm = Vorm(kop);
        if (bytes > vorm.Hoogstens)
        {
            throw new Afgekeurd(Afkeuring.TeGroot(vorm));
        }
        WeesEen(bestand, bytes, kop, vorm);
        if (vorm == Bestandsvorm.Pdf)
        {
            Pdfkeuring.Keur(bestand, tijd);
        }
        else if (vorm == Bestandsvorm.Png)
        {
            Beeldkeuring.Png(bestand, tijd);
        }
        else if (vorm == Bestandsvorm.Jpeg)
        {
            Beeldkeuring.Jpeg(bestand, tijd);
        }
        else
        {
            return Tekstkeuring.Keur(bestand);
        }
        return vorm;
    }

    private static Bestandsvorm Van(Stream bestand, long bytes, byte[] kop, Keurtijd tijd)
    {
        if (bytes > Bestandsvorm.Docx.Hoogstens)
        {
            throw new Afgekeurd(Afkeuring.TeGroot(Bestandsvorm.Docx));
        }
        if (kop.AsSpan().IndexOf("%PDF-"u8) >= 0)
        {
            throw new Afgekeurd(Afkeuring.Tweeledig);
        }
        return Officekeuring.Keur(bestand, tijd);
    }

    private static Bestandsvorm Vorm(ReadOnlySpan<byte> kop)
    {
        if (kop.StartsWith("%PDF-"u8))
        {
            return Bestandsvorm.Pdf;
        }
        if (kop.StartsWith((ReadOnlySpan<byte>)[0x89, .. "PNG\r\n"u8, 0x1A, 0x0A]))
        {
            return Bestandsvorm.Png;
        }
        if (kop.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]))
        {
            return Bestandsvorm.Jpeg;
        }
        foreach (var (begin, afkeuring) in Herkend)
        {
            if (kop.StartsWith(begin))
            {
                throw new Afgekeurd(afkeuring);
            }
        }
        return Bestandsvorm.Txt;
    }

    // A reader of PDF looks for its mark in the first 1024 bytes, one of ZIP for its closing record at the end.
    private static void WeesEen(Stream bestand, long bytes, byte[] kop, Bestandsvorm vorm)
    {
        if (vorm != Bestandsvorm.Pdf && kop.AsSpan().IndexOf("%PDF-"u8) >= 0)
        {
            throw new Afgekeurd(Afkeuring.Tweeledig);
        }
        var lengte = (int)Math.Min(Staartgrootte, bytes);
        var staart = Lees(bestand, bytes - lengte, lengte).AsSpan();
        for (var plaats = staart.LastIndexOf("PK\x05\x06"u8); plaats >= 0; plaats = staart[..plaats].LastIndexOf("PK\x05\x06"u8))
        {
            if (plaats + 22 <= lengte && plaats + 22 + staart[plaats + 20] + (staart[plaats + 21] << 8) == lengte)
            {
                throw new Afgekeurd(Afkeuring.Tweeledig);
            }
        }
    }

    internal static byte[] Lees(Stream bestand, long plaats, int lengte)
    {
        // Before anything is set apart for it: what a file says of its own size is no more than that.
        if (plaats + lengte > bestand.Length)
        {
            throw new EndOfStreamException();
        }
        var uit = new byte[lengte];
        bestand.Position = plaats;
        bestand.ReadExactly(uit);
        return uit;
    }
}
