using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace SlimRegeling.Dossiers.Keuring;

/// <summary>One file in a ZIP, as both its directory and its own header say it.</summary>
internal sealed record Zipdeel(string Naam, bool Ingepakt, long Plaats, long Bytes, long Uitgepakt);

/// <summary>
/// A ZIP as office programs write it: one row of files from the first byte to the directory at the end, read once, with a bound on their number,
/// size and how far they unpack. What another program could read in another way is refused.
/// </summary>
internal sealed class Zipinhoud
{
    private const int MeesteDelen = 5_000;
    private const long GrootsteDeel = 40L * 1024 * 1024;
    private const long GrootsteGeheel = 120L * 1024 * 1024;

    // Above this size what people make does not pack this well; a formatted empty sheet comes near a hundred.
    private const long Verdacht = 10L * 1024 * 1024;
    private const int HoogsteVerhouding = 200;

    // Behind a file its sizes can be told once more; nothing else stands between two.
    private const int Tussenrecord = 24;

    private readonly Stream _bestand;
    private long _uitgepakt;

    private Zipinhoud(Stream bestand, List<Zipdeel> delen)
    {
        _bestand = bestand;
        Delen = delen;
    }

    public IReadOnlyList<Zipdeel> Delen { get; }

    public static Zipinhoud Lees(Stream bestand)
    {
        if (bestand.Length < 22)
        {
            throw new InvalidDataException("A ZIP is at least its closing record.");
        }
        var slot = Bestandskeuring.Lees(bestand, bestand.Length - 22, 22);
        var aantal = BinaryPrimitives.ReadUInt16LittleEndian(slot.AsSpan(10));
        var lengte = BinaryPrimitives.ReadUInt32LittleEndian(slot.AsSpan(12));
        var begin = BinaryPrimitives.ReadUInt32LittleEndian(slot.AsSpan(16));
        if (
            !slot.AsSpan().StartsWith("PK\x05\x06"u8)
            || BinaryPrimitives.ReadUInt32LittleEndian(slot.AsSpan(4)) != 0
            || begin + (long)lengte != bestand.Length - 22
        )
        {
            throw new InvalidDataException("This ZIP has no directory at its end.");
        }
        if (aantal > MeesteDelen)
        {
            throw new Afgekeurd(Afkeuring.TeGrootUitgepakt);
        }
        var delen = Inhoudsopgave(Bestandskeuring.Lees(bestand, begin, (int)lengte), aantal);
        var namen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var verwacht = 0L;
        for (var i = 0; i < delen.Count; i++)
        {
            var begint = delen[i].Plaats;
            delen[i] = Bevestig(bestand, delen[i]);
            if (begint < verwacht || begint - verwacht > Tussenrecord || !namen.Add(delen[i].Naam))
            {
                throw new InvalidDataException("The files in this ZIP overlap, leave room, or two have the same name.");
            }
            verwacht = delen[i].Plaats + delen[i].Bytes;
        }
        if (verwacht > begin || begin - verwacht > Tussenrecord)
        {
            throw new InvalidDataException("Something stands before the directory of this ZIP.");
        }
        return new(bestand, delen);
    }

    /// <summary>The content of a part, to read once; <see cref="Sluit"/> it to have its end looked at too.</summary>
    public Stream Open(Zipdeel deel)
    {
        if (deel.Uitgepakt > GrootsteDeel)
        {
            throw new Afgekeurd(Afkeuring.TeGrootUitgepakt);
        }
        Stream rauw = new Deelstroom(_bestand, deel.Plaats, deel.Bytes);
        return new Telstroom(deel.Ingepakt ? new DeflateStream(rauw, CompressionMode.Decompress) : rauw, n => Tel(deel, n));
    }

    private void Tel(Zipdeel deel, long totNu)
    {
        if (
            totNu > GrootsteDeel
            || _uitgepakt + totNu > GrootsteGeheel
            || (totNu > Verdacht && totNu / Math.Max(1, deel.Bytes) > HoogsteVerhouding)
        )
        {
            throw new Afgekeurd(Afkeuring.TeGrootUitgepakt);
        }
    }

    /// <summary>Reads on to the end of a part.</summary>
    public void Sluit(Stream inhoud)
    {
        var buffer = new byte[64 * 1024];
        while (inhoud.Read(buffer) > 0) { }
        _uitgepakt += ((Telstroom)inhoud).Geteld;
        inhoud.Dispose();
    }

    private static List<Zipdeel> Inhoudsopgave(ReadOnlySpan<byte> rijen, int aantal)
    {
        var delen = new List<Zipdeel>(aantal);
        for (var i = 0; i < aantal; i++)
        {
            if (rijen.Length < 46 || !rijen.StartsWith("PK\x01\x02"u8))
            {
                throw new InvalidDataException("The directory of this ZIP is cut off.");
            }
            var naam = BinaryPrimitives.ReadUInt16LittleEndian(rijen[28..]);
            var rest =
                46 + naam + BinaryPrimitives.ReadUInt16LittleEndian(rijen[30..]) + BinaryPrimitives.ReadUInt16LittleEndian(rijen[32..]);
            if (rijen.Length < rest)
            {
                throw new InvalidDataException("The directory of this ZIP is cut off.");
            }
            // Encrypted, or its names are.
            if ((BinaryPrimitives.ReadUInt16LittleEndian(rijen[8..]) & 0x2041) != 0)
            {
                throw new Afgekeurd(Afkeuring.Versleuteld);
            }
            var methode = BinaryPrimitives.ReadUInt16LittleEndian(rijen[10..]);
            if (methode is not (0 or 8))
            {
                throw new InvalidDataException("Office files are stored or deflated.");
            }
            delen.Add(
                new(
                    Naam(rijen.Slice(46, naam)),
                    methode == 8,
                    BinaryPrimitives.ReadUInt32LittleEndian(rijen[42..]),
                    BinaryPrimitives.ReadUInt32LittleEndian(rijen[20..]),
                    BinaryPrimitives.ReadUInt32LittleEndian(rijen[24..])
                )
            );
            rijen = rijen[rest..];
        }
        if (rijen.Length > 0)
        {
            throw new InvalidDataException("Something stands behind the directory of this ZIP.");
        }
        delen.Sort((a, b) => a.Plaats.CompareTo(b.Plaats));
        return delen;
    }

    /// <summary>The part with the place of its bytes, when its own header says the same as the directory.</summary>
    private static Zipdeel Bevestig(Stream bestand, Zipdeel deel)
    {
        var kop = Bestandskeuring.Lees(bestand, deel.Plaats, 30);
        var lengte = BinaryPrimitives.ReadUInt16LittleEndian(kop.AsSpan(26));
        var naam = Bestandskeuring.Lees(bestand, deel.Plaats + 30, lengte);
        var zelfde =
            kop.AsSpan().StartsWith("PK\x03\x04"u8)
            && BinaryPrimitives.ReadUInt16LittleEndian(kop.AsSpan(8)) == (deel.Ingepakt ? 8 : 0)
            && Naam(naam) == deel.Naam;
        return zelfde
            ? deel with
            {
                Plaats = deel.Plaats + 30 + lengte + BinaryPrimitives.ReadUInt16LittleEndian(kop.AsSpan(28)),
            }
            : throw new InvalidDataException("A file in this ZIP is not what its directory says.");
    }

    private static string Naam(ReadOnlySpan<byte> bytes)
    {
        var naam = Encoding.UTF8.GetString(bytes);
        var onveilig =
            naam.Length == 0
            || naam.StartsWith('/')
            || naam.AsSpan().ContainsAny("\\:\0")
            || naam.Any(char.IsControl)
            || naam.Split('/').Any(d => d is ".." or ".");
        return onveilig ? throw new Afgekeurd(Afkeuring.Padnaam) : naam;
    }

    /// <summary>A piece of a stream that others read too.</summary>
    private sealed class Deelstroom(Stream bestand, long begin, long lengte) : Leesstroom
    {
        private long _gelezen;

        public override int Read(Span<byte> buffer)
        {
            var over = (int)Math.Min(buffer.Length, lengte - _gelezen);
            if (over <= 0)
            {
                return 0;
            }
            bestand.Position = begin + _gelezen;
            var gelezen = bestand.Read(buffer[..over]);
            _gelezen += gelezen;
            return gelezen > 0 ? gelezen : throw new EndOfStreamException();
        }
    }

    /// <summary>Tells after each piece how much has come.</summary>
    private sealed class Telstroom(Stream inhoud, Action<long> tel) : Leesstroom
    {
        public long Geteld { get; private set; }

        public override int Read(Span<byte> buffer)
        {
            var gelezen = inhoud.Read(buffer);
            Geteld += gelezen;
            tel(Geteld);
            return gelezen;
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                inhoud.Dispose();
            }
            base.Dispose(disposing);
        }
    }
}

/// <summary>A stream that is read from begin to end.</summary>
internal abstract class Leesstroom : Stream
{
    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public abstract override int Read(Span<byte> buffer);

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
