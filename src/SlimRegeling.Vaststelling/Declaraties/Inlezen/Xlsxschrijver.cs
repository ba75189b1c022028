using System.Globalization;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using NodaTime;

namespace SlimRegeling.Vaststelling.Declaraties.Inlezen;

/// <summary>
/// Writes the template as a workbook: a sheet for the lines, whose columns keep text as text and days as days, and one that explains each column
/// with an example of each kind of line.
/// </summary>
internal static partial class Xlsxschrijver
{
    // The rows of the sheet: the case, the headings, the lines.
    private const uint EersteRegel = 3;

    // Numbers of the styles below.
    private const uint Gewoon = 0;
    private const uint Kop = 1;
    private const uint AlsTekst = 2;
    private const uint AlsGetal = 3;
    private const uint AlsDag = 4;
    private const uint Lopend = 5;

    public static byte[] Schrijf(string zaaknummer, IReadOnlyList<Kostenregel> regels)
    {
        using var uit = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(uit, SpreadsheetDocumentType.Workbook))
        {
            var werkmap = document.AddWorkbookPart();
            werkmap.AddNewPart<WorkbookStylesPart>().Stylesheet = Stijlen();
            var blad = werkmap.AddNewPart<WorksheetPart>();
            Regels(blad, zaaknummer, regels);
            var uitleg = werkmap.AddNewPart<WorksheetPart>();
            Uitleg(uitleg);
            werkmap.Workbook = new Workbook(
                new Sheets(
                    new Sheet
                    {
                        Name = Sjabloon.Bladnaam,
                        SheetId = 1U,
                        Id = werkmap.GetIdOfPart(blad),
                    },
                    new Sheet
                    {
                        Name = Sjabloon.Uitlegnaam,
                        SheetId = 2U,
                        Id = werkmap.GetIdOfPart(uitleg),
                    }
                )
            );
        }
        return uit.ToArray();
    }

    private static void Regels(WorksheetPart deel, string zaaknummer, IReadOnlyList<Kostenregel> regels)
    {
        using var schrijver = OpenXmlWriter.Create(deel);
        schrijver.WriteStartElement(new Worksheet());
        schrijver.WriteElement(
            new Columns(
                Kolom.Alle.Select(
                    (kolom, i) =>
                        new Column
                        {
                            Min = (uint)i + 1U,
                            Max = (uint)i + 1U,
                            Width = kolom == Kolom.Omschrijving ? 40D : 18D,
                            CustomWidth = true,
                            Style = Stijl(kolom),
                        }
                )
            )
        );
        schrijver.WriteStartElement(new SheetData());
        Rij(schrijver, 1, [("Zaaknummer", Kop), (zaaknummer, AlsTekst)]);
        Rij(schrijver, 2, Kolom.Alle.Select(k => ((object?)k.Kop, Kop)));
        for (var i = 0; i < regels.Count; i++)
        {
            var regel = regels[i];
            Rij(schrijver, EersteRegel + (uint)i, Kolom.Alle.Select(k => (k.Van(regel), Stijl(k))));
        }
        schrijver.WriteEndElement();
        schrijver.WriteElement(new DataValidations(Kolom.Alle.Where(k => k.Keuzes.Count > 0).Select(Keuze)));
        schrijver.WriteEndElement();
    }

    private static void Uitleg(WorksheetPart deel)
    {
        using var schrijver = OpenXmlWriter.Create(deel);
        schrijver.WriteStartElement(new Worksheet());
        schrijver.WriteElement(new Columns(Breed(1, 1, 22), Breed(2, 2, 80), Breed(3, (uint)Sjabloon.Voorbeelden.Count + 2U, 26)));
        schrijver.WriteStartElement(new SheetData());
        Rij(
            schrijver,
            1,
            [("Kolom", Kop), ("Wat vult u in?", Kop), .. Sjabloon.Voorbeelden.Select(v => ((object?)$"Voorbeeld: {v.Soort}", Kop))]
        );
        var rij = 2U;
        foreach (var kolom in Kolom.Alle)
        {
            Rij(
                schrijver,
                rij++,
                [(kolom.Kop, Kop), (kolom.Uitleg, Lopend), .. Sjabloon.Voorbeelden.Select(v => ((object?)Voorbeeld(kolom, v), AlsTekst))]
            );
        }
        Rij(
            schrijver,
            rij + 1U,
            [
                (null, Gewoon),
                (
                    $"Schrijf uw regels op het blad {Sjabloon.Bladnaam}, vanaf de derde regel. Gebruik geen formules, verborgen regels of kolommen en samengevoegde cellen. Dit blad wordt niet gelezen.",
                    Lopend
                ),
            ]
        );
        schrijver.WriteEndElement();
        schrijver.WriteEndElement();
    }

    private static string? Voorbeeld(Kolom kolom, Kostenregel voorbeeld) =>
        kolom.Van(voorbeeld) is { } waarde ? Sjabloon.Tekst(waarde) : null;

    private static void Rij(OpenXmlWriter schrijver, uint nummer, IEnumerable<(object? Waarde, uint Stijl)> cellen)
    {
        schrijver.WriteStartElement(new Row { RowIndex = nummer });
        var kolom = 0;
        foreach (var (waarde, stijl) in cellen)
        {
            if (waarde is not null)
            {
                schrijver.WriteElement(
                    Gevuld(
                        waarde,
                        new Cell
                        {
                            CellReference = string.Create(CultureInfo.InvariantCulture, $"{Kolomletters.Van(kolom)}{nummer}"),
                            StyleIndex = stijl,
                        }
                    )
                );
            }
            kolom++;
        }
        schrijver.WriteEndElement();
    }

    private static Cell Gevuld(object waarde, Cell cel)
    {
        switch (waarde)
        {
            case decimal getal:
                cel.CellValue = new CellValue(getal.ToString(CultureInfo.InvariantCulture));
                break;
            case LocalDate dag:
                cel.CellValue = new CellValue(Daglezer.Bladdag(dag).ToString(CultureInfo.InvariantCulture));
                break;
            default:
                cel.DataType = CellValues.InlineString;
                cel.InlineString = new InlineString(
                    new Text(Teken().Replace((string)waarde, "_x005F_")) { Space = SpaceProcessingModeValues.Preserve }
                );
                break;
        }
        return cel;
    }

    private static DataValidation Keuze(Kolom kolom)
    {
        var letters = Kolomletters.Van(Kolom.Alle.Index().First(k => k.Item == kolom).Index);
        return new()
        {
            Type = DataValidationValues.List,
            AllowBlank = true,
            SequenceOfReferences = new ListValue<StringValue>
            {
                InnerText = $"{letters}{EersteRegel}:{letters}{EersteRegel + Bladlezing.MeesteRegels - 1}",
            },
            Formula1 = new Formula1($"\"{string.Join(',', kolom.Keuzes)}\""),
        };
    }

    private static Column Breed(uint van, uint tot, double breedte) =>
        new()
        {
            Min = van,
            Max = tot,
            Width = breedte,
            CustomWidth = true,
        };

    private static uint Stijl(Kolom kolom) =>
        kolom.Vorm switch
        {
            Kolomvorm.Getal => AlsGetal,
            Kolomvorm.Dag => AlsDag,
            _ => AlsTekst,
        };

    /// <summary>In the order of their numbers above. 49 is text, 4 two decimals and 14 the day as the reader's own country writes it.</summary>
    private static Stylesheet Stijlen() =>
        new(
            new Fonts(new Font(), new Font(new Bold())),
            new Fills(
                new Fill(new PatternFill { PatternType = PatternValues.None }),
                new Fill(new PatternFill { PatternType = PatternValues.Gray125 })
            ),
            new Borders(new Border()),
            new CellFormats(
                new CellFormat(),
                new CellFormat { FontId = 1U, ApplyFont = true },
                new CellFormat { NumberFormatId = 49U, ApplyNumberFormat = true },
                new CellFormat { NumberFormatId = 4U, ApplyNumberFormat = true },
                new CellFormat { NumberFormatId = 14U, ApplyNumberFormat = true },
                new CellFormat(new Alignment { WrapText = true, Vertical = VerticalAlignmentValues.Top }) { ApplyAlignment = true }
            )
        );

    // What a reader would take for a character of its own.
    [GeneratedRegex("_(?=x[0-9A-Fa-f]{4}_)")]
    private static partial Regex Teken();
}
