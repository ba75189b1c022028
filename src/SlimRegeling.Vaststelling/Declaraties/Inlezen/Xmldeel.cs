using System.IO.Compression;
using System.Xml;

namespace SlimRegeling.Vaststelling.Declaraties.Inlezen;

/// <summary>One part of a workbook, read from begin to end; what has no end or no bottom is refused.</summary>
internal sealed class Xmldeel : IDisposable
{
    // Excel goes no deeper than a dozen.
    private const int Diepst = 64;

    // Of Excel, for one cell.
    private const int LangsteTekst = 32_767;

    private static readonly XmlReaderSettings Streng = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CloseInput = true,
    };

    private readonly XmlReader _lezer;

    /// <param name="hoogstens">Bytes, unpacked.</param>
    public Xmldeel(ZipArchiveEntry deel, long hoogstens)
    {
        if (deel.Length > hoogstens)
        {
            throw Onleesbaar.TeGroot();
        }
        _lezer = XmlReader.Create(new Telstroom(deel.Open(), deel.CompressedLength, hoogstens), Streng);
    }

    public int Diepte => _lezer.Depth;

    public string Naam => _lezer.LocalName;

    /// <summary>Of the element that begins here: nothing is in it.</summary>
    public bool IsLeeg => _lezer.IsEmptyElement;

    public bool Lees()
    {
        var gelezen = _lezer.Read();
        return _lezer.Depth <= Diepst ? gelezen : throw Onleesbaar.Beschadigd();
    }

    /// <summary>An element begins here, so deep (the outermost is 0).</summary>
    public bool Begint(int diepte) => _lezer.NodeType == XmlNodeType.Element && _lezer.Depth == diepte;

    public bool Begint(int diepte, string naam) => Begint(diepte) && _lezer.LocalName == naam;

    public string? Kenmerk(string naam) => _lezer.GetAttribute(naam);

    /// <summary>The attribute of this name in the namespace of relations, which is another one in a strict file.</summary>
    public string? Verband(string naam)
    {
        string? gevonden = null;
        while (_lezer.MoveToNextAttribute())
        {
            if (_lezer.LocalName == naam && _lezer.NamespaceURI.EndsWith("/relationships", StringComparison.Ordinal))
            {
                gevonden = _lezer.Value;
            }
        }
        _lezer.MoveToElement();
        return gevonden;
    }

    public bool Waar(string naam) => Kenmerk(naam) is "1" or "true";

    /// <summary>The text of the element that begins here; it is left at its end.</summary>
    public string Tekst()
    {
        if (_lezer.IsEmptyElement)
        {
            return "";
        }
        var (diepte, tekst) = (_lezer.Depth, "");
        while (Lees() && _lezer.Depth > diepte)
        {
            if (_lezer.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace)
            {
                tekst = Samen(tekst, _lezer.Value);
            }
        }
        return tekst;
    }

    public static string Samen(string begin, string vervolg) =>
        begin.Length + vervolg.Length > LangsteTekst ? throw Onleesbaar.TeGroot()
        : begin.Length == 0 ? vervolg
        : begin + vervolg;

    public void Dispose() => _lezer.Dispose();

    /// <summary>Ends what unpacks larger than it said, or than anyone makes.</summary>
    private sealed class Telstroom(Stream inhoud, long ingepakt, long hoogstens) : Stream
    {
        // Above this size what people make does not pack this well; a formatted empty sheet comes near a hundred.
        private const long Verdacht = 10L * 1024 * 1024;
        private const int HoogsteVerhouding = 200;

        private long _geteld;

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

        public override int Read(Span<byte> buffer)
        {
            var gelezen = inhoud.Read(buffer);
            _geteld += gelezen;
            return _geteld > hoogstens || (_geteld > Verdacht && _geteld / Math.Max(1, ingepakt) > HoogsteVerhouding)
                ? throw Onleesbaar.TeGroot()
                : gelezen;
        }

        public override void Flush() { }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

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
