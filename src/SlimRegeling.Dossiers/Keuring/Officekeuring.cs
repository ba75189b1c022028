using System.Text;
using System.Xml;

namespace SlimRegeling.Dossiers.Keuring;

/// <summary>
/// Word, Excel and OpenDocument: a ZIP of which every part is unpacked and looked at once. Macros, controls, embedded files and objects, what is
/// fetched from elsewhere and fields that start a program are refused.
/// </summary>
internal static class Officekeuring
{
    private const string Docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    private const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";

    private static readonly (string Deel, Afkeuring Afkeuring)[] Namen =
    [
        ("vbaproject", Afkeuring.Macro),
        ("vbadata", Afkeuring.Macro),
        ("macrosheets/", Afkeuring.Macro),
        ("dialogsheets/", Afkeuring.Macro),
        ("activex/", Afkeuring.Macro),
        ("ctrlprops/", Afkeuring.Macro),
        ("embeddings/", Afkeuring.Ingesloten),
        ("afchunk", Afkeuring.Ingesloten),
        ("externallinks/", Afkeuring.Extern),
        ("xl/connections.xml", Afkeuring.Extern),
        ("xl/querytables/", Afkeuring.Extern),
    ];

    // The last word of what a part is for: its name is free.
    private static readonly (string Einde, Afkeuring Afkeuring)[] Rollen =
    [
        ("externalLink", Afkeuring.Extern),
        ("connections", Afkeuring.Extern),
        ("queryTable", Afkeuring.Extern),
        ("macrosheet", Afkeuring.Macro),
        ("dialogsheet", Afkeuring.Macro),
    ];

    // XML that programs write under an extension of its own: what it is for can hold nothing that is looked for here.
    private static readonly string[] Losse = ["image/svg+xml", "application/vnd.openxmlformats-package.core-properties+xml"];

    private static readonly (byte[] Begin, Afkeuring Afkeuring)[] Inhouden =
    [
        ("MZ"u8.ToArray(), Afkeuring.Programma),
        ([0x7F, .. "ELF"u8], Afkeuring.Programma),
        ("PK\x03\x04"u8.ToArray(), Afkeuring.Ingesloten),
        ([0xD0, 0xCF, 0x11, 0xE0], Afkeuring.Ingesloten),
        ("%PDF-"u8.ToArray(), Afkeuring.Ingesloten),
        ("Rar!"u8.ToArray(), Afkeuring.Ingesloten),
        ([0x37, 0x7A, 0xBC, 0xAF], Afkeuring.Ingesloten),
    ];

    private static readonly XmlReaderSettings Streng = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        IgnoreWhitespace = true,
        MaxCharactersInDocument = 200_000_000,
    };

    public static Bestandsvorm Keur(Stream bestand, Keurtijd tijd)
    {
        var zip = Zipinhoud.Lees(bestand);
        var namen = zip.Delen.Select(d => d.Naam).ToHashSet();
        var isOdf = zip.Delen is [{ Naam: "mimetype", Ingepakt: false }, ..];
        if (!isOdf && !namen.Contains("[Content_Types].xml"))
        {
            throw new Afgekeurd(namen.Contains("META-INF/MANIFEST.MF") ? Afkeuring.Programma : Afkeuring.Archief);
        }
        var vorm = isOdf ? OdfVorm(zip) : null;
        foreach (var deel in isOdf ? zip.Delen.Skip(1) : zip.Delen)
        {
            tijd.Bewaak();
            Naam(deel.Naam, isOdf);
            var inhoud = zip.Open(deel);
            vorm = Deel(deel.Naam, inhoud, isOdf, tijd) ?? vorm;
            zip.Sluit(inhoud);
        }
        return vorm ?? throw new Afgekeurd(Afkeuring.Onbekend);
    }

    private static Bestandsvorm OdfVorm(Zipinhoud zip)
    {
        using var inhoud = zip.Open(zip.Delen[0]);
        using var lezer = new StreamReader(inhoud, Encoding.ASCII);
        var buffer = new char[100];
        var soort = new string(buffer, 0, lezer.ReadBlock(buffer));
        return soort == Bestandsvorm.Odt.Mediatype ? Bestandsvorm.Odt
            : soort == Bestandsvorm.Ods.Mediatype ? Bestandsvorm.Ods
            : throw new Afgekeurd(Afkeuring.Onbekend);
    }

    private static void Naam(string naam, bool isOdf)
    {
        var klein = naam.ToLowerInvariant();
        if (isOdf && (klein.StartsWith("basic/", StringComparison.Ordinal) || klein.StartsWith("scripts/", StringComparison.Ordinal)))
        {
            throw new Afgekeurd(Afkeuring.Macro);
        }
        foreach (var (deel, afkeuring) in isOdf ? [] : Namen)
        {
            if (klein.Contains(deel, StringComparison.Ordinal))
            {
                throw new Afgekeurd(afkeuring);
            }
        }
    }

    /// <returns>The kind of the whole, when this part tells it.</returns>
    private static Bestandsvorm? Deel(string naam, Stream inhoud, bool isOdf, Keurtijd tijd)
    {
        if (!IsXml(naam))
        {
            Bekijk(inhoud);
            return null;
        }
        using var lezer = XmlReader.Create(inhoud, Streng);
        Bestandsvorm? vorm = null;
        var velden = new Veldcodes();
        while (Lees(lezer, naam))
        {
            tijd.Stap();
            if (isOdf)
            {
                Odfelement.Keur(lezer);
            }
            else if (lezer.NodeType == XmlNodeType.Element && naam == "[Content_Types].xml")
            {
                vorm = Soort(lezer) ?? vorm;
            }
            else if (lezer is { NodeType: XmlNodeType.Element, LocalName: "Relationship" })
            {
                Verband(lezer);
            }
            else
            {
                velden.Volg(lezer);
            }
        }
        return vorm;
    }

    private static bool IsXml(string naam)
    {
        // Escaped or not, it is the same part.
        var heel = Uri.UnescapeDataString(naam);
        return heel.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)
            || heel.EndsWith(".rels", StringComparison.OrdinalIgnoreCase)
            || heel.EndsWith(".rdf", StringComparison.OrdinalIgnoreCase);
    }

    // Configurations of OpenOffice can be empty files.
    private static bool Lees(XmlReader lezer, string naam)
    {
        try
        {
            return lezer.Read();
        }
        catch (XmlException) when (lezer.ReadState == ReadState.Error && naam.StartsWith("Configurations2/", StringComparison.Ordinal))
        {
            return false;
        }
    }

    private static void Bekijk(Stream inhoud)
    {
        Span<byte> kop = stackalloc byte[8];
        var lengte = inhoud.ReadAtLeast(kop, kop.Length, throwOnEndOfStream: false);
        foreach (var (begin, afkeuring) in Inhouden)
        {
            if (kop[..lengte].StartsWith(begin))
            {
                throw new Afgekeurd(afkeuring);
            }
        }
    }

    private static Bestandsvorm? Soort(XmlReader lezer)
    {
        var soort = lezer.GetAttribute("ContentType") ?? "";
        if (soort.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase) || soort.Contains("vba", StringComparison.OrdinalIgnoreCase))
        {
            throw new Afgekeurd(Afkeuring.Macro);
        }
        if (
            soort.Contains("activeX", StringComparison.OrdinalIgnoreCase)
            || soort.Contains("controlproperties", StringComparison.OrdinalIgnoreCase)
        )
        {
            throw new Afgekeurd(Afkeuring.Macro);
        }
        if (soort.Contains("oleObject", StringComparison.OrdinalIgnoreCase))
        {
            throw new Afgekeurd(Afkeuring.Ingesloten);
        }
        var kaal = soort.Split(';')[0].Trim();
        var isXml = kaal.EndsWith("+xml", StringComparison.OrdinalIgnoreCase);
        Rol(isXml ? kaal[..^"+xml".Length] : kaal);
        // Who opens it reads it as XML; here only its first bytes would be looked at.
        if (
            isXml
            && !IsXml(lezer.GetAttribute("PartName") ?? $".{lezer.GetAttribute("Extension")}")
            && !Losse.Contains(kaal, StringComparer.OrdinalIgnoreCase)
        )
        {
            throw new Afgekeurd(Afkeuring.Tweeledig);
        }
        return soort switch
        {
            Docx => Bestandsvorm.Docx,
            Xlsx => Bestandsvorm.Xlsx,
            _ => null,
        };
    }

    private static void Rol(string soort)
    {
        foreach (var (einde, afkeuring) in Rollen)
        {
            if (soort.EndsWith(einde, StringComparison.OrdinalIgnoreCase))
            {
                throw new Afgekeurd(afkeuring);
            }
        }
    }

    // What is not in the file is fetched when it opens; a link waits until someone clicks on it.
    private static void Verband(XmlReader lezer)
    {
        var soort = lezer.GetAttribute("Type") ?? "";
        var doel = lezer.GetAttribute("Target") ?? "";
        Rol(soort);
        if (
            soort.EndsWith("/vbaProject", StringComparison.OrdinalIgnoreCase)
            || soort.EndsWith("/control", StringComparison.OrdinalIgnoreCase)
        )
        {
            throw new Afgekeurd(Afkeuring.Macro);
        }
        if (
            soort.EndsWith("/aFChunk", StringComparison.OrdinalIgnoreCase)
            || soort.EndsWith("/oleObject", StringComparison.OrdinalIgnoreCase)
        )
        {
            throw new Afgekeurd(Afkeuring.Ingesloten);
        }
        var buiten = !string.Equals(lezer.GetAttribute("TargetMode") ?? "Internal", "Internal", StringComparison.OrdinalIgnoreCase);
        var klik =
            soort.EndsWith("/hyperlink", StringComparison.Ordinal)
            && Uri.TryCreate(doel, UriKind.Absolute, out var adres)
            && adres.Scheme is "https" or "http" or "mailto" or "tel";
        if (buiten && !klik)
        {
            throw new Afgekeurd(Afkeuring.Extern);
        }
    }
}
