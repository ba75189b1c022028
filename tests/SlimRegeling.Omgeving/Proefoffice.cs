using System.IO.Compression;
using System.Text;

namespace SlimRegeling.Omgeving;

/// <summary>Small office files as programs write them, with what a test adds.</summary>
public static class Proefoffice
{
    private const string Hoofddeel = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    private const string Werkblad = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";
    private const string Ruimte = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string Verband = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    public static byte[] Docx(params IReadOnlyList<(string Naam, byte[] Inhoud)> meer) => Docx("<w:p/>", "", "", meer);

    public static byte[] Docx(
        string tekst,
        string verbanden = "",
        string soorten = "",
        params IReadOnlyList<(string Naam, byte[] Inhoud)> meer
    ) =>
        Zip([
            ("[Content_Types].xml", Soorten($"""<Override PartName="/word/document.xml" ContentType="{Hoofddeel}"/>{soorten}""")),
            ("_rels/.rels", Verbanden($"""<Relationship Id="r1" Type="{Verband}/officeDocument" Target="word/document.xml"/>""")),
            ("word/document.xml", Xml($"""<w:document xmlns:w="{Ruimte}"><w:body>{tekst}</w:body></w:document>""")),
            ("word/_rels/document.xml.rels", Verbanden(verbanden)),
            .. meer,
        ]);

    public static byte[] Xlsx(params IReadOnlyList<(string Naam, byte[] Inhoud)> meer) => Xlsx("", "", meer);

    public static byte[] Xlsx(string verbanden, string soorten, params IReadOnlyList<(string Naam, byte[] Inhoud)> meer) =>
        Zip([
            ("[Content_Types].xml", Soorten($"""<Override PartName="/xl/workbook.xml" ContentType="{Werkblad}"/>{soorten}""")),
            ("xl/workbook.xml", Xml("<workbook/>")),
            ("xl/_rels/workbook.xml.rels", Verbanden(verbanden)),
            .. meer,
        ]);

    public static byte[] Odf(string soort, string inhoud, params IReadOnlyList<(string Naam, byte[] Inhoud)> meer) =>
        Zip([
            ("mimetype", Encoding.ASCII.GetBytes(soort)),
            (
                "content.xml",
                Xml(
                    $"""<office:document-content xmlns:office="o" xmlns:text="t" xmlns:draw="d" xmlns:script="s" xmlns:table="b" xmlns:xlink="http://www.w3.org/1999/xlink">{inhoud}</office:document-content>"""
                )
            ),
            .. meer,
        ]);

    public static string Verbonden(string soort, string doel) =>
        $"""<Relationship Id="x" Type="{Verband}/{soort}" Target="{doel}" TargetMode="External"/>""";

    /// <summary>To a part of the file itself, which is called something else than programs call it.</summary>
    public static string Binnen(string soort) => $"""<Relationship Id="x" Type="{Verband}/{soort}" Target="iets.xml"/>""";

    public static byte[] Xml(string xml) => Encoding.UTF8.GetBytes($"""<?xml version="1.0" encoding="UTF-8"?>{xml}""");

    /// <summary>The first part is stored as it is.</summary>
    public static byte[] Zip(params IReadOnlyList<(string Naam, byte[] Inhoud)> delen)
    {
        using var uit = new MemoryStream();
        using (var zip = new ZipArchive(uit, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (naam, inhoud) in delen)
            {
                var deel = zip.CreateEntry(naam, naam == "mimetype" ? CompressionLevel.NoCompression : CompressionLevel.Optimal);
                using var stroom = deel.Open();
                stroom.Write(inhoud);
            }
        }
        return uit.ToArray();
    }

    private static byte[] Soorten(string soorten) => Xml($"""<Types xmlns="c">{soorten}</Types>""");

    private static byte[] Verbanden(string verbanden) => Xml($"""<Relationships xmlns="r">{verbanden}</Relationships>""");
}
