using System.Globalization;
using System.Security;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Text;

namespace SlimRegeling.Dossiers.Brieven;

/// <summary>
/// What PDFsharp cannot be told: it draws random identifiers when it saves, and writes metadata without the entries that say PDF/UA-1 and PDF/A-2a.
/// Here the identifiers become a function of the rest of the file, and an incremental update (ISO 32000-1, 7.5.6) replaces the metadata.
/// </summary>
internal static partial class Pdfvorm
{
    /// <summary>What made the letter, in the file and in its metadata.</summary>
    public const string Programma = "SlimRegeling";

    /// <summary>Each byte is one character, so that text positions are file positions.</summary>
    private static readonly Encoding Bytes = Encoding.Latin1;

    public static byte[] Maak(byte[] pdf, string titel, string auteur, LocalDate datum, string taal)
    {
        var tekst = Fontnamen(Bytes.GetString(pdf));
        tekst = Uuid().Replace(tekst, $"uuid:{Guid.Empty}");
        tekst = Bestandsnummer().Replace(tekst, Nummer(Guid.Empty));
        var kenmerk = new Guid(SHA256.HashData(Bytes.GetBytes(tekst)).AsSpan(0, 16));
        tekst = Bestandsnummer().Replace(tekst, Nummer(kenmerk));
        return Bytes.GetBytes(tekst + Bijwerking(tekst, Xmp(titel, auteur, datum, taal, kenmerk)));
    }

    private static string Nummer(Guid kenmerk) => $"/ID[<{kenmerk:N}><{kenmerk:N}>]";

    /// <summary>PDF/A knows the entries of PDF/UA only when the file says what they are (ISO 19005-2, 6.6.2.3).</summary>
    private const string Uitbreiding = """
        <rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
        <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
        <pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
        <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
        <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
        <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
        <pdfaProperty:name>part</pdfaProperty:name>
        <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
        <pdfaProperty:category>internal</pdfaProperty:category>
        <pdfaProperty:description>Part of ISO 14289 to which the file conforms</pdfaProperty:description>
        </rdf:li></rdf:Seq></pdfaSchema:property>
        </rdf:li></rdf:Bag></pdfaExtension:schemas>
        </rdf:Description>
        """;

    /// <summary>A subset of a font is named by six letters that only have to differ within the file.</summary>
    private static string Fontnamen(string tekst)
    {
        var gezien = new List<string>();
        return Fontvoorvoegsel()
            .Replace(
                tekst,
                x =>
                {
                    if (!gezien.Contains(x.Value))
                        gezien.Add(x.Value);
                    return $"/AAAAA{(char)('A' + gezien.IndexOf(x.Value))}+";
                }
            );
    }

    private static string Bijwerking(string tekst, byte[] xmp)
    {
        var metadata = Verwijzing().Match(tekst).Groups[1].Value;
        var vorige = Startxref().Matches(tekst)[^1].Groups[1].Value;
        var trailer = tekst[tekst.LastIndexOf("trailer", StringComparison.Ordinal)..];
        trailer = trailer[(trailer.IndexOf("<<", StringComparison.Ordinal) + 2)..trailer.LastIndexOf(">>", StringComparison.Ordinal)];
        var naam = string.Create(
            CultureInfo.InvariantCulture,
            $"{metadata} 0 obj\n<</Type/Metadata/Subtype/XML/Length {xmp.Length}>>\nstream\n"
        );
        var inhoud = $"{naam}{Bytes.GetString(xmp)}\nendstream\nendobj\n";
        var begin = tekst.Length + 1;
        var xref = begin + inhoud.Length;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"\n{inhoud}xref\n{metadata} 1\n{begin:D10} 00000 n \ntrailer\n<<{trailer}/Prev {vorige}>>\nstartxref\n{xref}\n%%EOF\n"
        );
    }

    private static byte[] Xmp(string titel, string auteur, LocalDate datum, string taal, Guid kenmerk) =>
        Encoding.UTF8.GetBytes(
            $"""
            <?xpacket begin="{'\uFEFF'}" id="W5M0MpCehiHzreSzNTczkc9d"?>
            <x:xmpmeta xmlns:x="adobe:ns:meta/">
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
            <dc:title><rdf:Alt><rdf:li xml:lang="x-default">{SecurityElement.Escape(titel)}</rdf:li></rdf:Alt></dc:title>
            <dc:creator><rdf:Seq><rdf:li>{SecurityElement.Escape(auteur)}</rdf:li></rdf:Seq></dc:creator>
            <dc:language><rdf:Bag><rdf:li>{taal}</rdf:li></rdf:Bag></dc:language>
            <xmp:CreatorTool>{Programma}</xmp:CreatorTool>
            <xmp:CreateDate>{LocalDatePattern.Iso.Format(datum)}T00:00:00Z</xmp:CreateDate>
            <xmpMM:DocumentID>uuid:{kenmerk}</xmpMM:DocumentID>
            <pdfaid:part>2</pdfaid:part>
            <pdfaid:conformance>A</pdfaid:conformance>
            <pdfuaid:part>1</pdfuaid:part>
            </rdf:Description>
            {Uitbreiding}
            </rdf:RDF>
            </x:xmpmeta>
            <?xpacket end="r"?>
            """
        );

    [GeneratedRegex(@"/[A-Z]{6}\+(?=Noto|DejaVu|Droid)")]
    private static partial Regex Fontvoorvoegsel();

    [GeneratedRegex("uuid:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")]
    private static partial Regex Uuid();

    [GeneratedRegex(@"/ID\s*\[\s*<[0-9A-Fa-f]{32}>\s*<[0-9A-Fa-f]{32}>\s*\]")]
    private static partial Regex Bestandsnummer();

    [GeneratedRegex(@"/Metadata (\d+) 0 R")]
    private static partial Regex Verwijzing();

    [GeneratedRegex(@"startxref\s+(\d+)")]
    private static partial Regex Startxref();
}
