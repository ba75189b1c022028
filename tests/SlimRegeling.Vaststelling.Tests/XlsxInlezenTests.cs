using System.IO.Compression;
using System.Text;
using CsCheck;
using static SlimRegeling.Vaststelling.Tests.Inleesbestand;
using static SlimRegeling.Vaststelling.Tests.Werkmap;

namespace SlimRegeling.Vaststelling.Tests;

/// <summary>Lines of costs in a workbook, as programs and people make them, and as who wants to break something does.</summary>
public sealed class XlsxInlezenTests
{
    [Fact]
    public void A_line_is_taken_as_it_stands() => Assert.Equal([Regel], Neemt(Met(Uurregel(3)).Bytes()));

    [Fact]
    public void The_workbook_of_another_case_is_refused_by_line_and_column_and_nothing_is_taken()
    {
        var ander = Rij(1, Tekst("A1", "Zaaknummer"), Tekst("B1", "SLIM-0000000012"));
        var bestand = new Werkmap(ander, Begin[1], Uurregel(3), Uurregel(4, Getal("F4", "-1"))).Bytes();

        Weigert(
            bestand,
            "regel[1]",
            $"Regel 1, kolom B: dit bestand is van zaak 'SLIM-0000000012' en niet van {Voorbeelden.Zaak}. Kies het bestand van deze zaak."
        );
        Assert.Single(Lees(bestand).Fouten);
    }

    [Fact]
    public void Rows_keep_their_number_and_empty_ones_are_passed_over()
    {
        string[] leeg = [.. Enumerable.Range(3, 20_000).Select(r => Rij(r, $"<c r=\"A{r}\" s=\"1\"/>", Tekst($"B{r}", "  ")))];

        Assert.Equal([Regel], Neemt(Met([.. leeg, Uurregel(30_000)]).Bytes()));
        Weigert(
            Met([.. leeg, Uurregel(30_000, Getal("F30000", "-1"))]).Bytes(),
            "regel[30000].uren",
            "Regel 30000, kolom Uren: ",
            "onder nul"
        );
    }

    [Fact]
    public void Shared_texts_are_read_whole_without_how_they_are_pronounced()
    {
        var map = Met(Uurregel(3, """<c r="D3" t="s"><v>1</v></c>""")) with
        {
            Teksten = ["<t>niet</t>", "<r><t>P-</t></r><r><rPr><b/></rPr><t>0417</t></r><rPh><t>fout</t></rPh>"],
        };

        Assert.Equal([Regel], Neemt(map.Bytes()));
        Weigert(Met(Uurregel(3, """<c r="D3" t="s"><v>7</v></c>""")).Bytes(), "bestand", "beschadigd");
    }

    [Theory]
    [InlineData("""<c r="F3"><f>3*2.5</f><v>7.5</v></c>""", "uren", "formule")]
    [InlineData("""<c r="F3"><f>3*2.5</f></c>""", "uren", "formule")]
    [InlineData("""<c r="D3" t="str"><f>A1</f><v>P-0417</v></c>""", "medewerker", "formule")]
    [InlineData("""<c r="F3" t="e"><v>#DIV/0!</v></c>""", "uren", "geeft uw rekenblad een fout")]
    [InlineData("""<c r="F3" s="1"><v>45355</v></c>""", "uren", "een datum of een tijd")]
    [InlineData("""<c r="F3" s="3"><v>0.3125</v></c>""", "uren", "een datum of een tijd")]
    [InlineData("""<c r="F3"><v>7.555</v></c>""", "uren", "ten hoogste twee cijfers")]
    [InlineData("""<c r="F3"><v>100001</v></c>""", "uren", "te groot")]
    [InlineData("""<c r="F3"><v>veel</v></c>""", "uren", "geen getal")]
    [InlineData("""<c r="F3" t="inlineStr"><is><t>1.234</t></is></c>""", "uren", "bedoelt u 1234,00 of 1,234?")]
    [InlineData("""<c r="E3" s="0"><v>45355</v></c>""", "week", "een getal en geen datum")]
    [InlineData("""<c r="E3" s="1"><v>45355.5</v></c>""", "week", "een tijd")]
    [InlineData("""<c r="E3" s="1"><v>45356</v></c>""", "week", "Schrijf de maandag")]
    [InlineData("""<c r="E3" s="1"><v>12</v></c>""", "week", "controleer het jaar")]
    [InlineData("""<c r="D3" s="1"><v>45355</v></c>""", "medewerker", "heeft veranderd of afgerond")]
    [InlineData("""<c r="D3"><v>1.2345678901234568E+19</v></c>""", "medewerker", "heeft veranderd of afgerond")]
    public void A_cell_that_is_not_what_it_looks_like_is_told(string cel, string veld, string uitleg) =>
        Weigert(Met(Uurregel(3, cel)).Bytes(), $"regel[3].{veld}", "Regel 3, kolom ", uitleg);

    [Theory]
    [InlineData("""<c r="E3" t="d"><v>2024-03-04T00:00:00</v></c>""")]
    [InlineData("""<c r="E3" t="inlineStr"><is><t>4-3-2024</t></is></c>""")]
    [InlineData("""<c r="F3" t="inlineStr"><is><t> 7,5 </t></is></c>""")]
    [InlineData("""<c r="F3"><v>7.5000000000000009</v></c>""")]
    [InlineData("""<c r="D3" t="inlineStr"><is><r><t>P</t></r><r><t>-0417</t></r></is></c>""")]
    [InlineData("""<c r="D3" t="inlineStr"><is><t>_x0050_-0417</t></is></c>""")]
    public void What_means_the_same_is_read_the_same(string cel) => Assert.Equal([Regel], Neemt(Met(Uurregel(3, cel)).Bytes()));

    [Theory]
    [InlineData("0.00", false)]
    [InlineData("#,##0.00\\ [$€-413]", false)]
    [InlineData("[Red]0.00;[Magenta]-0.00", false)]
    [InlineData("0.00 \"dagen\"", false)]
    [InlineData("_-* #,##0.00_-", false)]
    [InlineData("dd-mm-yyyy", true)]
    [InlineData("[$-413]d mmm yyyy", true)]
    [InlineData("[hh]:mm", true)]
    public void A_number_is_a_date_or_a_time_when_it_is_shown_as_one(string vorm, bool isDatum)
    {
        var map = Met(Uurregel(3, Getal("F3", "7.5", 3))) with { Vorm = vorm };
        Assert.Equal(isDatum ? 0 : 1, Lees(map.Bytes()).Regels.Count);
    }

    [Fact]
    public void Days_of_a_workbook_that_counts_from_1904_are_read_right()
    {
        var map = Met(Uurregel(3, Getal("E3", "43893", 1))) with { Eigenschappen = "date1904=\"1\"" };
        Assert.Equal([Regel], Neemt(map.Bytes()));
    }

    [Fact]
    public void A_number_in_a_column_of_text_is_its_digits()
    {
        var regel = Assert.Single(Neemt(Met(Uurregel(3, Getal("D3", "417"))).Bytes()));
        Assert.Equal("417", regel.Medewerker);
    }

    [Fact]
    public void What_is_hidden_is_told_and_not_taken()
    {
        var verborgen = Uurregel(4).Replace("<row ", "<row hidden=\"1\" ", StringComparison.Ordinal);
        Weigert(Met(Uurregel(3), verborgen).Bytes(), "regel[4]", "Regel 4", "verborgen");
        Weigert(
            (Met(Uurregel(3)) with { VoorRijen = """<cols><col min="6" max="6" hidden="1"/></cols>""" }).Bytes(),
            "regel[2].F",
            "verborgen"
        );
        Weigert(
            (Met(Uurregel(3)) with { VoorRijen = """<cols><col min="6" max="99" width="0"/></cols>""" }).Bytes(),
            "regel[2].F",
            "verborgen"
        );
        Weigert(
            (Met(Uurregel(3)) with { Bladen = """<sheet name="Declaratie" sheetId="1" state="hidden" r:id="rId1"/>""" }).Bytes(),
            "bestand",
            "is verborgen"
        );
        // What is hidden and empty hides nothing.
        var leeg = Met("""<row r="3" hidden="1"/>""", Uurregel(4)) with
        {
            VoorRijen = """<cols><col min="9" max="16384" hidden="1"/></cols>""",
        };
        Assert.Equal([Regel], Neemt(leeg.Bytes()));
    }

    [Fact]
    public void Joined_cells_are_told_by_line_and_column()
    {
        var map = Met(Uurregel(3), Uurregel(4).Replace("a-1", "a-2", StringComparison.Ordinal)) with
        {
            NaRijen = """<mergeCells><mergeCell ref="B1:D1"/><mergeCell ref="D3:D4"/></mergeCells>""",
        };

        Weigert(map.Bytes(), "regel[3].D", "Regel 3, kolom D: de cellen D3 tot en met D4 zijn samengevoegd");
        Assert.Single(Lees(map.Bytes()).Fouten);
    }

    [Fact]
    public void The_sheet_of_the_declaration_is_read_and_of_others_it_is_told_that_they_are_not()
    {
        const string Ander = """<sheet name="Oud" sheetId="2" r:id="rId9"/><sheet name="Uitleg" sheetId="3" r:id="rId8"/>""";
        var map = Met(Uurregel(3));

        var gelezen = Lees((map with { Bladen = Ander + map.Bladen }).Bytes());
        Assert.Equal([Regel], gelezen.Regels);
        Assert.Equal(["Blad 'Oud' is niet gelezen: alleen het blad 'Declaratie' telt."], gelezen.Meldingen);
        Weigert((map with { Bladen = Ander }).Bytes(), "bestand", "geen blad 'Declaratie'");
        // A single sheet needs no name.
        Assert.Equal([Regel], Neemt((map with { Bladen = """<sheet name="Sheet1" sheetId="1" r:id="rId1"/>""" }).Bytes()));
    }

    [Fact]
    public void What_stands_outside_the_columns_is_told()
    {
        var ver = Uurregel(3).Replace("</row>", $"{Tekst("XFD3", "los")}</row>", StringComparison.Ordinal);
        Weigert(Met(ver).Bytes(), "regel[3].XFD", "zonder kop");
    }

    [Theory]
    [InlineData("""<row r="3"/><row r="3"/>""")]
    [InlineData("""<row r="5"/><row r="4"/>""")]
    [InlineData("""<row r="3"><c r="B3"/><c r="A3"/></row>""")]
    [InlineData("""<row r="3"><c r="3B"/></row>""")]
    [InlineData("""<row r="3"><c r="AAAAAAAAAAAAAAAAAAAA3"/></row>""")]
    [InlineData("""<row r="99999999999"/>""")]
    [InlineData("<row>")]
    [InlineData("<row>&bestaat-niet;</row>")]
    public void A_sheet_that_readers_would_read_differently_or_not_at_all_is_damaged(string rijen) =>
        Weigert(Met(rijen).Bytes(), "bestand", "beschadigd");

    [Fact]
    public void A_document_type_is_not_read()
    {
        var map = Met(Uurregel(3)) with
        {
            Kop =
                """<!DOCTYPE worksheet [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>""",
        };
        Weigert(map.Bytes(), "bestand", "beschadigd");
    }

    [Fact]
    public void Half_a_workbook_is_told_wherever_it_ends()
    {
        var heel = Met(Uurregel(3)).Bytes();
        for (var lengte = 0; lengte < heel.Length; lengte++)
        {
            Assert.NotEmpty(Lees(heel[..lengte]).Fouten);
        }
    }

    [Fact]
    public void What_unpacks_without_end_is_stopped()
    {
        var wit = Met(Uurregel(3)) with { NaRijen = new string(' ', 15 * 1024 * 1024) };
        Weigert(wit.Bytes(), "bestand", "te groot als het wordt uitgepakt");
        var diep = Met(Uurregel(3)) with { NaRijen = string.Concat(Enumerable.Repeat("<a>", 1_000)) };
        Weigert(diep.Bytes(), "bestand", "beschadigd");
        Weigert(Met(Uurregel(3, Tekst("D3", new string('x', 40_000)))).Bytes(), "bestand", "te groot");
        Weigert(
            Met(Uurregel(3))
                .Bytes(zip =>
                {
                    for (var i = 0; i < 1_000; i++)
                    {
                        Deel(zip, $"xl/deel{i}.xml", "");
                    }
                }),
            "bestand",
            "te groot"
        );
    }

    [Fact]
    public void Two_parts_of_one_name_and_what_is_no_workbook_are_told()
    {
        Weigert(Met(Uurregel(3)).Bytes(zip => Deel(zip, "XL/Workbook.xml", "<workbook/>")), "bestand", "beschadigd");
        using var uit = new MemoryStream();
        using (var zip = new ZipArchive(uit, ZipArchiveMode.Create, leaveOpen: true))
        {
            Deel(zip, "mimetype", "application/vnd.oasis.opendocument.spreadsheet");
        }
        Weigert(uit.ToArray(), "bestand", "geen Excel-bestand");
        Weigert([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1], "bestand", "wachtwoord");
    }

    [Fact]
    public void Whatever_is_changed_in_a_workbook_is_read_or_told_and_never_thrown()
    {
        var heel = Met(Uurregel(3)).Bytes();
        Gen.Select(Gen.Int[0, heel.Length - 1], Gen.Byte)
            .Array[1, 4]
            .Sample(gewijzigd =>
            {
                var bestand = (byte[])heel.Clone();
                foreach (var (plaats, waarde) in gewijzigd)
                {
                    bestand[plaats] = waarde;
                }
                Assert.NotNull(Lees(bestand));
            });
    }

    [Fact]
    public void Whatever_is_changed_in_the_sheet_itself_is_read_or_told_and_never_thrown()
    {
        var rij = Uurregel(3);
        Gen.Select(Gen.Int[0, rij.Length - 1], Gen.Int[0, 9])
            .Array[1, 4]
            .Sample(gewijzigd =>
            {
                var anders = new StringBuilder(rij);
                foreach (var (plaats, wat) in gewijzigd)
                {
                    anders[plaats] = "<>\"&/ 9-ar"[wat];
                }
                Assert.NotNull(Lees(Met(anders.ToString()).Bytes()));
            });
    }
}
