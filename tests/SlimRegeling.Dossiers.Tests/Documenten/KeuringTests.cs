using System.IO.Compression;
using System.Text;
using SlimRegeling.Dossiers.Keuring;
using SlimRegeling.Omgeving;
using static SlimRegeling.Omgeving.Proefoffice;

namespace SlimRegeling.Dossiers.Tests.Documenten;

/// <summary>What a file is and what is in it decides, whatever it is called.</summary>
public sealed class KeuringTests
{
    private static readonly byte[] Png =
    [
        .. Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="),
    ];

    private static readonly byte[] Jpeg =
    [
        0xFF,
        0xD8,
        0xFF,
        0xE0,
        0,
        4,
        0,
        0,
        0xFF,
        0xC0,
        0,
        11,
        8,
        0,
        1,
        0,
        1,
        1,
        1,
        0x11,
        0,
        0xFF,
        0xDA,
        0,
        8,
        1,
        1,
        0,
        0,
        0x3F,
        0,
        0x37,
        0xFF,
        0xD9,
    ];

    public static TheoryData<string, byte[], string> Goede() =>
        new()
        {
            { "pdf", Proefpdf.Van("plan"), "pdf" },
            {
                "onze eigen brief",
                Brieven.Pdfbrief.Maak(Voorbeelden.Inhoud(new Brieven.Alinea("Geachte heer,"), Voorbeelden.Begroting(2))),
                "pdf"
            },
            { "pdf met objectstroom", Proefpdf.MetObjectstroom(null), "pdf" },
            { "png", Png, "png" },
            { "jpeg", Jpeg, "jpg" },
            { "jpeg met iets erachter", [.. Jpeg, .. "MotionPhoto_Data"u8, .. new byte[500]], "jpg" },
            { "docx", Docx(), "docx" },
            { "docx met een link", Docx("<w:p/>", Verbonden("hyperlink", "https://www.rvo.nl/")), "docx" },
            { "docx met een inhoudsopgave", Docx(Veld("TOC \\o", "PAGEREF x")), "docx" },
            { "xlsx", Xlsx(), "xlsx" },
            { "odt", Odf("application/vnd.oasis.opendocument.text", """<text:a xlink:href="https://www.rvo.nl"/>"""), "odt" },
            { "ods", Odf("application/vnd.oasis.opendocument.spreadsheet", """<draw:object xlink:href="./Object 1"/>"""), "ods" },
            { "csv", "naam;uren\nA;-12,5\n"u8.ToArray(), "csv" },
            { "tekst", "Wij leren.\n=====\n"u8.ToArray(), "txt" },
            { "tekst van Windows", [.. "caf"u8, 0xE9], "txt" },
            { "tekst in UTF-16", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("hallo")], "txt" },
        };

    [Theory]
    [MemberData(nameof(Goede))]
    public void Wat_wordt_aangenomen(string _, byte[] inhoud, string extensie)
    {
        var gekeurd = Keur(inhoud);

        Assert.Null(gekeurd.Afkeuring);
        Assert.Equal((extensie, (long)inhoud.Length, Bestandstabel.Hash(inhoud)), (gekeurd.Vorm?.Extensie, gekeurd.Bytes, gekeurd.Hash));
    }

    public static TheoryData<string, byte[], string> Slechte() =>
        new()
        {
            { "niets", [], "bestand-leeg" },
            { "programma", [.. "MZ"u8, .. new byte[200]], "bestand-programma" },
            { "programma van Linux", [0x7F, .. "ELF"u8, .. new byte[200]], "bestand-programma" },
            { "script", "#!/bin/sh\nrm x"u8.ToArray(), "bestand-programma" },
            { "webpagina", "\n<HTML><script>1</script>"u8.ToArray(), "bestand-webpagina" },
            { "tekening met script", "<svg onload='x'/>"u8.ToArray(), "bestand-webpagina" },
            { "gif", "GIF89a\u0001\0"u8.ToArray(), "bestand-onbekend" },
            { "oud word", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0], "bestand-oud-of-versleuteld" },
            { "rar", "Rar!\u001a\u0007"u8.ToArray(), "bestand-archief" },
            { "zip", Zip(("a.txt", "x"u8.ToArray())), "bestand-archief" },
            { "jar", Zip(("META-INF/MANIFEST.MF", "x"u8.ToArray()), ("A.class", "x"u8.ToArray())), "bestand-programma" },
            { "lege zip", Zip(), "bestand-archief" },
            // Two kinds in one.
            { "pdf achter tekst", [.. "hallo\n"u8, .. Proefpdf.Van("x")], "bestand-tweeledig" },
            { "foto en zip", [.. Jpeg, .. Docx()], "bestand-tweeledig" },
            { "png en zip", [.. Png, .. Docx()], "bestand-tweeledig" },
            { "png met iets erachter", [.. Png, .. "<?php"u8], "bestand-tweeledig" },
            { "pdf en zip", [.. Proefpdf.Van("x"), .. Docx()], "bestand-tweeledig" },
            { "docx en pdf", Zip(("%PDF-1.7", "x"u8.ToArray()), ("[Content_Types].xml", Xml("<Types/>"))), "bestand-tweeledig" },
            { "docx met iets ervoor gelogen", [.. Docx(), .. "x"u8], "bestand-onleesbaar" },
            // Damaged.
            { "halve png", Png[..40], "bestand-onleesbaar" },
            { "halve foto", Jpeg[..24], "bestand-onleesbaar" },
            { "halve pdf", Proefpdf.Van("x")[..200], "bestand-onleesbaar" },
            { "halve docx", Docx()[..300], "bestand-onleesbaar" },
            { "alleen de kop van een pdf", "%PDF-1.7"u8.ToArray(), "bestand-onleesbaar" },
            { "docx zonder xml", Zip(("[Content_Types].xml", "geen xml"u8.ToArray())), "bestand-onleesbaar" },
            // Active content in PDF, also where a careless reader does not look.
            { "script", Pdf("/OpenAction 4 0 R", "<< /S /JavaScript /JS (app.alert(1)) >>"), "bestand-script" },
            { "script met andere letters", Pdf("/OpenAction 4 0 R", "<< /S /J#61vaScript /J#53 (app.alert(1)) >>"), "bestand-script" },
            { "script in een objectstroom", Proefpdf.MetObjectstroom("<< /S /JavaScript /JS (app.alert(1)) >>"), "bestand-script" },
            { "programma starten", Pdf("/OpenAction << /S /Launch /F (cmd.exe) >>"), "bestand-script" },
            { "programma starten in een objectstroom", Proefpdf.MetObjectstroom("<< /S /Launch /F (cmd.exe) >>"), "bestand-script" },
            { "formulier met script", Pdf("/AcroForm << /XFA 4 0 R >>", "<< >>"), "bestand-script" },
            { "script dat nergens hoort", Pdf("", "<< /S /JavaScript /JS (x) >>"), "bestand-script" },
            { "script buiten de tabel", [.. Proefpdf.Van("x"), .. "9 0 obj << /JS (x) >> endobj\n%%EOF"u8], "bestand-script" },
            { "ingesloten bestand", Pdf("/Names << /EmbeddedFiles 4 0 R >>", "<< /Names [] >>"), "bestand-ingesloten" },
            { "film", Pdf("", "<< /Type /Annot /Subtype /RichMedia >>"), "bestand-ingesloten" },
            { "pdf met wachtwoord", Versleuteld(), "bestand-versleuteld" },
            { "pdf-bom", Pdf("", Proefpdf.Stroom(new byte[210 * 1024 * 1024])), "bestand-te-groot-uitgepakt" },
            {
                "pdf-bom in een objectstroom",
                Pdf("", Proefpdf.Stroom(new byte[40 * 1024 * 1024], "/N 1 /First 4")),
                "bestand-te-groot-uitgepakt"
            },
            { "pdf met diepe haken", Pdf("", new string('[', 100_000)), "bestand-onleesbaar" },
            { "pdf met haken in een objectstroom", Pdf("", Proefpdf.Stroom(Haken, "/N 1 /First 4")), "bestand-onleesbaar" },
            // Where a word for word reader sees a text or a remark, the table of objects can point all the same.
            { "pdf-bom in een tekst", Pdf("", $"(\n9 0 obj {Proefpdf.Stroom(Haken, "/N 1 /First 4")} endobj)"), "bestand-onleesbaar" },
            {
                "pdf-bom achter een vals begin",
                Pdf("", Proefpdf.Stroom(Haken, "/N 1 /First 4 /X (9 0 obj << /Y 1)")),
                "bestand-onleesbaar"
            },
            {
                "pdf-bom in een opmerking",
                Pdf("", $"% 9 0 obj {Proefpdf.Stroom(Haken, "/N 1 /First 4")} endobj\nnull"),
                "bestand-onleesbaar"
            },
            {
                "pdf met een filter die niemand volgt",
                Pdf("", "<< /Length 1 /Filter /LZWDecode >>\nstream\nx\nendstream"),
                "bestand-onleesbaar"
            },
            { "pdf met een filter die elders staat", Pdf("", "<< /Length 1 /Filter 3 0 R >>\nstream\nx\nendstream"), "bestand-onleesbaar" },
            { "pdf die in een kring loopt", Pdf("", "<< /Length 4 0 R >>\nstream\nx\nendstream"), "bestand-onleesbaar" },
            // ZIP.
            { "zipbom", Docx(("word/media/a.bin", new byte[50 * 1024 * 1024])), "bestand-te-groot-uitgepakt" },
            {
                "veel delen",
                Docx([.. Enumerable.Range(0, 5000).Select(i => ($"word/{i}.bin", Array.Empty<byte>()))]),
                "bestand-te-groot-uitgepakt"
            },
            { "zip in docx", Docx(("word/media/a.png", Docx())), "bestand-ingesloten" },
            { "pad omhoog", Docx(("../../etc/passwd", "x"u8.ToArray())), "bestand-padnaam" },
            { "pad vanaf de wortel", Docx(("/etc/passwd", "x"u8.ToArray())), "bestand-padnaam" },
            { "pad van Windows", Docx(("C:\\windows\\x", "x"u8.ToArray())), "bestand-padnaam" },
            { "twee met een naam", Docx(("word/document.xml", Xml("<x/>"))), "bestand-onleesbaar" },
            { "versleutelde zip", VersleuteldeZip(), "bestand-versleuteld" },
            // Active content in office files.
            { "macro", Docx(("word/vbaProject.bin", "x"u8.ToArray())), "bestand-macro" },
            {
                "macro in de soorten",
                Docx("<w:p/>", "", "<Override PartName=\"/x\" ContentType=\"application/vnd.ms-word.document.macroEnabled.main+xml\"/>"),
                "bestand-macro"
            },
            { "activex", Docx(("word/activeX/activeX1.xml", Xml("<x/>"))), "bestand-macro" },
            { "excel 4-macro", Xlsx(("xl/macrosheets/sheet1.xml", Xml("<x/>"))), "bestand-macro" },
            { "ingesloten werkblad", Docx(("word/embeddings/a.xlsx", Xlsx())), "bestand-ingesloten" },
            { "ole", Docx(("word/media/a.png", [0xD0, 0xCF, 0x11, 0xE0, 1, 2, 3, 4])), "bestand-ingesloten" },
            { "programma erin", Docx(("word/media/a.png", [.. "MZ"u8, .. new byte[20]])), "bestand-programma" },
            {
                "sjabloon van internet",
                Docx("<w:p/>", Verbonden("attachedTemplate", "https://kwaad.example/x.dotm")),
                "bestand-externe-koppeling"
            },
            { "plaatje van een schijf", Docx("<w:p/>", Verbonden("image", "file://server/x.png")), "bestand-externe-koppeling" },
            { "link die een programma start", Docx("<w:p/>", Verbonden("hyperlink", "file:///c:/x.exe")), "bestand-externe-koppeling" },
            { "dde", Docx(Veld("DDEAUTO c:\\\\windows\\\\cmd.exe")), "bestand-externe-koppeling" },
            { "dde in stukken", Docx(Veld("DD", "", "EAUTO c:")), "bestand-externe-koppeling" },
            { "dde kort", Docx("""<w:fldSimple w:instr=" dde excel x"/>"""), "bestand-externe-koppeling" },
            { "dde uit een ander veld", Docx(Veld("", "QUOTE 68 68 69")), "bestand-externe-koppeling" },
            { "koppeling naar een ander werkblad", Xlsx(("xl/externalLinks/externalLink1.xml", Xml("<x/>"))), "bestand-externe-koppeling" },
            { "document type", Docx(("word/x.xml", "<!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>"u8.ToArray())), "bestand-onleesbaar" },
            {
                "odt met macro",
                Odf("application/vnd.oasis.opendocument.text", "", ("Basic/Standard/Module1.xml", Xml("<x/>"))),
                "bestand-macro"
            },
            { "odt met gebeurtenis", Odf("application/vnd.oasis.opendocument.text", "<script:event-listener/>"), "bestand-macro" },
            { "odt met ole", Odf("application/vnd.oasis.opendocument.text", "<draw:object-ole/>"), "bestand-ingesloten" },
            {
                "ods met dde",
                Odf("application/vnd.oasis.opendocument.spreadsheet", """<table:table-cell table:formula="of:=DDE(1)"/>"""),
                "bestand-externe-koppeling"
            },
            {
                "odt met plaatje van internet",
                Odf("application/vnd.oasis.opendocument.text", """<draw:image xlink:href="http://x.example/a.png"/>"""),
                "bestand-externe-koppeling"
            },
            {
                "odt met wachtwoord",
                Odf("application/vnd.oasis.opendocument.text", "", ("META-INF/manifest.xml", Xml("<m:encryption-data xmlns:m='m'/>"))),
                "bestand-versleuteld"
            },
            { "presentatie", Odf("application/vnd.oasis.opendocument.presentation", ""), "bestand-onbekend" },
            { "csv met dde", "a;b\n=cmd|' /C calc'!A0;1\n"u8.ToArray(), "bestand-externe-koppeling" },
            { "te grote tekst", new string('a', (5 * 1024 * 1024) + 1).Select(c => (byte)c).ToArray(), "bestand-te-groot" },
            { "te grote afbeelding op het scherm", PngVan(60_000, 60_000), "bestand-te-groot-uitgepakt" },
        };

    [Theory]
    [MemberData(nameof(Slechte))]
    public void Wat_wordt_geweigerd(string _, byte[] inhoud, string code)
    {
        var gekeurd = Keur(inhoud);

        Assert.Equal(code, gekeurd.Afkeuring?.Code);
        var weigering = Ontvangen.Weeg("plan", gekeurd);
        Assert.Equal((422, code, "bestand"), (weigering?.Status, weigering?.Code, weigering?.Fouten.Single().Veld));
    }

    [Theory]
    [InlineData("Plan van Jan")]
    [InlineData("")]
    [InlineData("plan\n")]
    public void Een_vreemde_soort_wordt_geweigerd_en_het_bestand_erbij_genoemd(string soort)
    {
        Assert.Equal(["soort"], Ontvangen.Weeg(soort, Keur(Proefpdf.Van("x")))?.Fouten.Select(f => f.Veld));
        Assert.Equal(["soort", "bestand"], Ontvangen.Weeg(soort, Keur([]))?.Fouten.Select(f => f.Veld));
    }

    internal static Gekeurd Keur(byte[] inhoud, TimeProvider? klok = null)
    {
        using var bestand = new MemoryStream(inhoud);
        return Bestandskeuring.Keur(bestand, klok ?? TimeProvider.System, CancellationToken.None);
    }

    private static byte[] Haken => Encoding.ASCII.GetBytes($"4 0 {new string('[', 10_000)}");

    private static byte[] Pdf(string catalogus, params IReadOnlyList<string> meer) => Proefpdf.Van("x", catalogus, meer);

    private static byte[] Versleuteld() =>
        Encoding.Latin1.GetBytes(
            Encoding
                .Latin1.GetString(Proefpdf.Van("x"))
                .Replace("/Root 1 0 R", "/Root 1 0 R /Encrypt << /Filter /Standard >>", StringComparison.Ordinal)
        );

    /// <summary>The first file is marked as encrypted, in the directory.</summary>
    private static byte[] VersleuteldeZip()
    {
        var zip = Docx();
        zip[zip.AsSpan().IndexOf("PK\x01\x02"u8) + 8] |= 1;
        return zip;
    }

    private static byte[] PngVan(int breedte, int hoogte)
    {
        byte[] Getal(int n) => [(byte)(n >> 24), (byte)(n >> 16), (byte)(n >> 8), (byte)n];
        return [.. Png[..16], .. Getal(breedte), .. Getal(hoogte), .. Png[24..]];
    }

    /// <summary>A field whose code stands in runs; what stands between two empty pieces, or behind the first, is a field inside it.</summary>
    private static string Veld(string code, string binnen = "", string rest = "")
    {
        string Kant(string kant) => $"""<w:r><w:fldChar w:fldCharType="{kant}"/></w:r>""";
        string Tekst(string tekst) => tekst.Length == 0 ? "" : $"<w:r><w:instrText>{tekst}</w:instrText></w:r>";
        var nest = binnen.Length == 0 ? "" : $"{Kant("begin")}{Tekst(binnen)}{Kant("end")}";
        return $"<w:p>{Kant("begin")}{Tekst(code)}{nest}{Tekst(rest)}{Kant("separate")}{Kant("end")}</w:p>";
    }
}
