using System.IO.Compression;
using System.Security;
using System.Text;
using SlimRegeling.Vaststelling.Declaraties;
using SlimRegeling.Vaststelling.Declaraties.Inlezen;

namespace SlimRegeling.Vaststelling.Tests;

/// <summary>Files as recipients send them, and what is read of them.</summary>
internal static class Inleesbestand
{
    public const string Kop = "Kenmerk;Soort;Activiteit;Medewerker;Week;Uren;Uurtarief";
    public const string Goed = "a-1;uren;C;P-0417;4-3-2024;7,5;31,68";

    public static readonly Kostenregel Regel = new(
        "a-1",
        Kostensoort.Uren,
        "C",
        Medewerker: "P-0417",
        Week: new(2024, 3, 4),
        Uren: 7.5m,
        Uurtarief: 31.68m
    );

    public static byte[] Csv(params string[] regels) => Encoding.UTF8.GetBytes(Tekst(regels));

    /// <summary>On the template: it says at its head with which row it closes.</summary>
    public static string Tekst(params string[] regels)
    {
        string[] alles = [$"Zaaknummer;{Voorbeelden.Zaak};Laatste regel: Einde", Kop, .. regels, "Einde"];
        return string.Join("\r\n", alles) + "\r\n";
    }

    /// <summary>As a program of the sender's own makes it: without a row that closes.</summary>
    public static string ZonderSlot(params string[] regels)
    {
        string[] alles = [$"Zaaknummer;{Voorbeelden.Zaak}", Kop, .. regels];
        return string.Join("\r\n", alles) + "\r\n";
    }

    public static Ingelezen Lees(byte[] bestand)
    {
        using var inhoud = new MemoryStream(bestand);
        var gelezen = Inlezer.Lees(inhoud, Voorbeelden.Zaak, CancellationToken.None);
        // Whatever it is: nothing is half taken in.
        Assert.True(gelezen.Fouten.Count == 0 || gelezen.Regels.Count == 0);
        return gelezen;
    }

    public static IReadOnlyList<Kostenregel> Neemt(byte[] bestand)
    {
        var gelezen = Lees(bestand);
        Assert.Empty(gelezen.Fouten);
        return gelezen.Regels;
    }

    public static void Weigert(byte[] bestand, string veld, params string[] noemt)
    {
        var fouten = Lees(bestand).Fouten;
        var alles = string.Join('\n', fouten.Select(f => $"{f.Veld} | {f.Uitleg}"));
        Assert.True(
            fouten.Any(f => f.Veld == veld && noemt.All(n => f.Uitleg.Contains(n, StringComparison.Ordinal))),
            $"Not told at {veld}: {string.Join(", ", noemt)}.\n{alles}"
        );
    }
}

/// <summary>A workbook as some program wrote it, part by part.</summary>
internal sealed record Werkmap(params string[] Rijen)
{
    /// <summary>Of the first cell of the template on.</summary>
    public static readonly string[] Begin =
    [
        Rij(1, Tekst("A1", "Zaaknummer"), Tekst("B1", Voorbeelden.Zaak)),
        Rij(2, [.. Inleesbestand.Kop.Split(';').Select((kop, i) => Tekst($"{(char)('A' + i)}2", kop))]),
    ];

    public string VoorRijen { get; init; } = "";

    public string NaRijen { get; init; } = "";

    public string Bladen { get; init; } = """<sheet name="Declaratie" sheetId="1" r:id="rId1"/>""";

    public string Eigenschappen { get; init; } = "";

    /// <summary>Shared texts, each the content of its element.</summary>
    public IReadOnlyList<string> Teksten { get; init; } = [];

    /// <summary>Ways of showing numbers: the style after each of Excel's own 0, 14 and 2.</summary>
    public string Vorm { get; init; } = "[h]:mm";

    public string Kop { get; init; } = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";

    public static Werkmap Met(params string[] rijen) => new([.. Begin, .. rijen]);

    public static string Rij(int nummer, params string[] cellen) => $"<row r=\"{nummer}\">{string.Concat(cellen)}</row>";

    public static string Tekst(string plaats, string tekst) =>
        $"<c r=\"{plaats}\" t=\"inlineStr\"><is><t>{SecurityElement.Escape(tekst)}</t></is></c>";

    public static string Getal(string plaats, string getal, int stijl = 0) => $"<c r=\"{plaats}\" s=\"{stijl}\"><v>{getal}</v></c>";

    /// <summary>The line <see cref="Inleesbestand.Regel"/>, with another cell in the place of one.</summary>
    public static string Uurregel(int rij, string anders = "")
    {
        string[] cellen =
        [
            Tekst($"A{rij}", "a-1"),
            Tekst($"B{rij}", "uren"),
            Tekst($"C{rij}", "C"),
            Tekst($"D{rij}", "P-0417"),
            Getal($"E{rij}", "45355", 1),
            Getal($"F{rij}", "7.5"),
            Getal($"G{rij}", "31.679999999999996", 2),
        ];
        var plaats = anders.Length == 0 ? "" : anders.Split('"')[1];
        return Rij(rij, [.. cellen.Select(c => plaats.Length > 0 && c.Contains($"r=\"{plaats}\"", StringComparison.Ordinal) ? anders : c)]);
    }

    public byte[] Bytes(Action<ZipArchive>? erbij = null)
    {
        using var uit = new MemoryStream();
        using (var zip = new ZipArchive(uit, ZipArchiveMode.Create, leaveOpen: true))
        {
            Deel(
                zip,
                "_rels/.rels",
                """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"""
            );
            Deel(
                zip,
                "xl/_rels/workbook.xml.rels",
                """
                <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
                <Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/blad.xml"/>
                <Relationship Id="rId2" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/styles" Target="/xl/styles.xml"/>
                <Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="../xl/teksten.xml"/>
                </Relationships>
                """
            );
            Deel(
                zip,
                "xl/workbook.xml",
                $"""<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><workbookPr {Eigenschappen}/><sheets>{Bladen}</sheets></workbook>"""
            );
            Deel(
                zip,
                "xl/styles.xml",
                $"""<styleSheet><numFmts><numFmt numFmtId="170" formatCode="{SecurityElement.Escape(Vorm)}"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="2"/><xf numFmtId="170"/></cellXfs></styleSheet>"""
            );
            Deel(zip, "xl/teksten.xml", $"<sst>{string.Concat(Teksten.Select(t => $"<si>{t}</si>"))}</sst>");
            Deel(
                zip,
                "xl/worksheets/blad.xml",
                $"{Kop}<worksheet>{VoorRijen}<sheetData>{string.Concat(Rijen)}</sheetData>{NaRijen}</worksheet>"
            );
            erbij?.Invoke(zip);
        }
        return uit.ToArray();
    }

    public static void Deel(ZipArchive zip, string naam, string inhoud)
    {
        using var deel = zip.CreateEntry(naam).Open();
        deel.Write(Encoding.UTF8.GetBytes(inhoud));
    }
}
