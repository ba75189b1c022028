using static SlimRegeling.Omgeving.Proefoffice;

namespace SlimRegeling.Dossiers.Tests.Documenten;

/// <summary>What a part of an office file is for decides, whatever the part is called.</summary>
public sealed class OfficekeuringTests
{
    private const string Excel = "application/vnd.openxmlformats-officedocument.spreadsheetml";
    private const string Kern = "application/vnd.openxmlformats-package.core-properties+xml";

    private static readonly (string Naam, byte[] Inhoud) Hernoemd = ("xl/iets.xml", Xml("<x/>"));

    public static TheoryData<string, byte[], string> Slechte() =>
        new()
        {
            { "ander werkblad, naar verband", Xlsx(Binnen("externalLink"), "", Hernoemd), "bestand-externe-koppeling" },
            { "ander werkblad, naar soort", Xlsx("", Soort($"{Excel}.externalLink+xml"), Hernoemd), "bestand-externe-koppeling" },
            { "verbindingen, naar verband", Xlsx(Binnen("connections"), "", Hernoemd), "bestand-externe-koppeling" },
            { "verbindingen, naar soort", Xlsx("", Soort($"{Excel}.connections+xml"), Hernoemd), "bestand-externe-koppeling" },
            { "opvraging, naar verband", Xlsx(Binnen("queryTable"), "", Hernoemd), "bestand-externe-koppeling" },
            { "opvraging, naar soort", Xlsx("", Soort($"{Excel}.QUERYTABLE+XML; a=b"), Hernoemd), "bestand-externe-koppeling" },
            {
                "opvraging, naar soort van een extensie",
                Xlsx("", $"""<Default Extension="xml" ContentType="{Excel}.queryTable+xml"/>""", Hernoemd),
                "bestand-externe-koppeling"
            },
            {
                "dde in een deel met een eigen naam",
                Xlsx(("xl/iets.xml", Xml("""<externalLink><ddeLink ddeService="cmd"/></externalLink>"""))),
                "bestand-externe-koppeling"
            },
            {
                "dde in een deel met een naam in codes",
                Xlsx(("xl/iets.xm%6C", Xml("""<ddeLink ddeService="cmd"/>"""))),
                "bestand-externe-koppeling"
            },
            { "excel 4-macro, naar verband", Xlsx(Binnen("xlMacrosheet"), "", Hernoemd), "bestand-macro" },
            { "excel 4-macro, naar soort", Xlsx("", Soort("application/vnd.ms-excel.intlmacrosheet+xml"), Hernoemd), "bestand-macro" },
            { "xml die als plaatje heet", Xlsx("", Soort($"{Excel}.worksheet+xml", "/xl/media/a.png")), "bestand-tweeledig" },
            {
                "xml die als plaatje heet, naar extensie",
                Xlsx("", $"""<Default Extension="png" ContentType="{Excel}.worksheet+xml"/>"""),
                "bestand-tweeledig"
            },
            {
                "dde achter een aanwijzing aan het programma",
                Docx(Veld("<w:instrText><?x iets?>DDEAUTO c:</w:instrText>")),
                "bestand-externe-koppeling"
            },
            { "dde achter een leeg element", Docx(Veld("<w:instrText><w:x/>DDEAUTO c:</w:instrText>")), "bestand-externe-koppeling" },
            {
                "dde achter veel wit",
                Docx(Veld($"""<w:instrText xml:space="preserve">{new string(' ', 1000)}DDE c:</w:instrText>""")),
                "bestand-externe-koppeling"
            },
        };

    [Theory]
    [MemberData(nameof(Slechte))]
    public void Wat_een_deel_doet_beslist_hoe_het_ook_heet(string _, byte[] inhoud, string code) =>
        Assert.Equal(code, KeuringTests.Keur(inhoud).Afkeuring?.Code);

    public static TheoryData<string, byte[]> Goede() =>
        new()
        {
            { "tekening", Xlsx("", """<Default Extension="svg" ContentType="image/svg+xml"/>""", ("xl/media/a.svg", Xml("<svg/>"))) },
            { "eigenschappen", Xlsx("", $"""<Default Extension="psmdcp" ContentType="{Kern}"/>""", ("a.psmdcp", Xml("<x/>"))) },
            { "verbanden", Xlsx("", """<Default Extension="rels" ContentType="application/x.relationships+xml"/>""") },
            { "werkblad", Xlsx(Binnen("worksheet"), Soort($"{Excel}.worksheet+xml"), Hernoemd) },
        };

    [Theory]
    [MemberData(nameof(Goede))]
    public void Wat_programma_s_gewoon_schrijven_wordt_aangenomen(string _, byte[] inhoud) =>
        Assert.Equal((null, "xlsx"), (KeuringTests.Keur(inhoud).Afkeuring?.Code, KeuringTests.Keur(inhoud).Vorm?.Extensie));

    private static string Soort(string soort, string deel = "/xl/iets.xml") => $"""<Override PartName="{deel}" ContentType="{soort}"/>""";

    private static string Veld(string code) =>
        $"""<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r>{code}</w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>""";
}
