using System.Text;
using System.Xml.Linq;
using CsCheck;
using SlimRegeling.Dossiers.Brieven;
using UglyToad.PdfPig.Tokens;
using static SlimRegeling.Dossiers.Tests.Voorbeelden;

namespace SlimRegeling.Dossiers.Tests;

/// <summary>
/// A letter as a file that can be kept (PDF/A-2a) and read aloud (PDF/UA-1): what those ask and three readers can see, on names and texts of any kind.
/// A validator of the standards themselves is not at hand on the machines that run this.
/// </summary>
public sealed class BriefvormTests
{
    private static readonly XNamespace Pdfa = "http://www.aiim.org/pdfa/ns/id/";
    private static readonly XNamespace Pdfua = "http://www.aiim.org/pdfua/ns/id/";
    private static readonly XNamespace Schema = "http://www.aiim.org/pdfa/ns/schema#";
    private static readonly XNamespace Xmp = "http://ns.adobe.com/xap/1.0/";

    [Fact]
    public void De_metadata_zeggen_waaraan_de_brief_voldoet()
    {
        using var brief = Lees(new Alinea("Tekst."));

        Assert.Equal(("2", "A", "1"), (Een(brief, Pdfa + "part"), Een(brief, Pdfa + "conformance"), Een(brief, Pdfua + "part")));
        Assert.Equal((Pdfua.NamespaceName, "pdfuaid"), (Een(brief, Schema + "namespaceURI"), Een(brief, Schema + "prefix")));
        Assert.Equal(("SlimRegeling", "2026-06-15T00:00:00Z"), (Een(brief, Xmp + "CreatorTool"), Een(brief, Xmp + "CreateDate")));
    }

    [Fact]
    public void De_brief_zegt_wat_zijn_kleuren_betekenen_en_bevat_niets_dat_doet_of_van_buiten_komt()
    {
        using var brief = Lees(new Alinea("Tekst."), Begroting(1));

        var doelen = Assert.IsType<ArrayToken>(brief.Los(brief.Catalogus, "OutputIntents"));
        var doel = Assert.IsType<DictionaryToken>(brief.Los(Assert.Single(doelen.Data)));
        Assert.Equal("GTS_PDFA1", Assert.IsType<NameToken>(brief.Los(doel, "S")).Data);
        var profiel = Assert.IsType<StreamToken>(brief.Los(doel, "DestOutputProfile"));
        Assert.Equal(3, Assert.IsType<NumericToken>(profiel.StreamDictionary.Data["N"]).Int);
        Assert.Equal("mntrRGB XYZ "u8.ToArray(), profiel.Data.Span[12..24].ToArray());
        foreach (var sleutel in (string[])["OpenAction", "AA", "AcroForm", "OCProperties", "Names", "Perms"])
            Assert.Null(brief.Los(brief.Catalogus, sleutel));
    }

    [Fact]
    public void De_vorm_van_het_bestand_is_die_van_een_bewaarbaar_bestand()
    {
        var pdf = Pdfbrief.Maak(Inhoud(new Alinea("Tekst.")));
        var tekst = Encoding.Latin1.GetString(pdf);

        Assert.StartsWith("%PDF-1.7\n%", tekst, StringComparison.Ordinal);
        Assert.All(tekst[10..14], teken => Assert.True(teken > 127));
        Assert.Equal(2, tekst.Split("/ID[<").Length - 1);
        Assert.DoesNotContain("/Encrypt", tekst, StringComparison.Ordinal);
        Assert.DoesNotContain("/LZWDecode", tekst, StringComparison.Ordinal);
        Assert.DoesNotContain("/SMask", tekst, StringComparison.Ordinal);
        Assert.DoesNotMatch("/(ca|CA) (?!1>>)", tekst);
        Assert.EndsWith("%%EOF\n", tekst, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Łukasz Żółć-Nguyễn Thị Ánh & Ñandú", "Łukasz Żółć-Nguyễn Thị Ánh & Ñandú")]
    [InlineData("Володимир Зеленко, Ὀδυσσεύς", "Володимир Зеленко, Ὀδυσσεύς")]
    [InlineData("Արամ Խաչատրյան", "Արամ Խաչատրյան")]
    [InlineData("გიორგი ბერიძე", "გიორგი ბერიძე")]
    [InlineData("王小明 山田花子 さくら サクラ 김철수", "王小明 山田花子 さくら サクラ 김철수")]
    [InlineData("e\u0301\u0301 Z\u0308", "é\u0301 Z\u0308")]
    [InlineData("u\u0308 \u0415\u0308 か\u3099 \u1112\u1161\u11AB\u1100\u116E\u11A8", "ü Ё が 한국")]
    [InlineData("Bakkerij ★ → ½ ✓", "Bakkerij ★ → ½ ✓")]
    [InlineData("een\u200Bgeheel\u00AD, \u202Evooruit\u202C", "eengeheel, vooruit")]
    public void Een_naam_staat_er_zoals_hij_is(string naam, string gedrukt) =>
        Assert.Equal(new Spelling.Gedrukt(gedrukt, false), Spelling.Van(naam));

    [Theory]
    [InlineData("محمد", "mhmd")]
    [InlineData("Café ☕\uFE0F 😀", null)]
    [InlineData("हिन्दी", null)]
    [InlineData("สมชาย", null)]
    [InlineData("\uE123\U000F0000", "��")]
    public void Wat_niet_letter_voor_letter_kan_wordt_gespeld_en_niet_weggelaten(string naam, string? gedrukt)
    {
        var gevonden = Spelling.Van(naam);

        Assert.True(gevonden.Gespeld);
        Assert.All(gevonden.Tekst, teken => Assert.True(Lettertype.Kan(teken) || teken == ' ', $"{teken} kan niet"));
        Assert.Equal(naam.Contains(' ', StringComparison.Ordinal), gevonden.Tekst.Contains(' ', StringComparison.Ordinal));
        Assert.NotEqual("", gevonden.Tekst.Trim());
        if (gedrukt is not null)
            Assert.Equal(gedrukt, gevonden.Tekst, ignoreCase: true);
    }

    [Fact]
    public void Een_brief_die_iets_spelt_zegt_dat()
    {
        using var gespeld = new GelezenBrief(Pdfbrief.Maak(Inhoud(new Alinea("Tekst.")) with { Adressering = ["محمد"] }));
        using var gewoon = new GelezenBrief(Pdfbrief.Maak(Inhoud(new Alinea("Tekst.")) with { Adressering = ["王小明"] }));

        Assert.Contains("hebben wij in gewone letters gespeld", gespeld.Voorgelezen(), StringComparison.Ordinal);
        Assert.DoesNotContain("in gewone letters gespeld", gewoon.Voorgelezen(), StringComparison.Ordinal);
        Assert.Contains("王小明", gewoon.Voorgelezen(), StringComparison.Ordinal);
    }

    [Fact]
    public void Op_vijandige_namen_en_lange_teksten_staat_elke_letter_op_het_blad_en_in_de_boom() =>
        Gen.Select(Namen, Namen, Namen, Lang)
            .Sample(
                (naam, onderwerp, punt, lang) =>
                {
                    var inhoud = Inhoud(
                        new Alinea(lang),
                        new Kop(naam),
                        new Opsomming([punt, lang]),
                        new Tabel(
                            ["Partij", "Bedrag"],
                            [
                                [naam, "€ 1.234,56"],
                                [lang, "€ 0,01"],
                            ]
                        )
                    ) with
                    {
                        Onderwerp = onderwerp,
                        Adressering = [naam, "Dorpsstraat 12"],
                    };
                    var pdf = Pdfbrief.Maak(inhoud);
                    using var brief = new GelezenBrief(pdf);
                    var verwacht = Verwacht(inhoud).Kaal();

                    Assert.Equal(verwacht, brief.Voorgelezen().Kaal());
                    Assert.Equal(verwacht, Poppler.Boomtekst(pdf));
                    Assert.Equal([.. brief.Tags().Select(t => t.Split(':')[1].Split(' ')[0])], Poppler.Tags(pdf));
                    Assert.All(Poppler.Fonts(pdf), font => Assert.True(font.Ingesloten, font.Naam));
                    Assert.Empty(brief.BuitenDeMarges());
                    Assert.Equal(0, brief.LosseLetters());
                },
                iter: 40
            );

    [Fact]
    public void Welke_tekens_er_ook_komen_er_verdwijnt_er_geen() =>
        Gen.Int[0x20, 0xFFFF]
            .Where(x => x is < 0xD800 or > 0xDFFF)
            .Array[1, 300]
            .Select(x => string.Concat(x.Select(r => (char)r)))
            .Sample(
                tekst =>
                {
                    var inhoud = Inhoud(new Alinea(tekst));
                    var pdf = Pdfbrief.Maak(inhoud);
                    using var brief = new GelezenBrief(pdf);

                    // Of some pairs of characters a font has one form, so which of them it is cannot be told: how many there are can.
                    Assert.Equal(Verwacht(inhoud).Kaal().Length, brief.Voorgelezen().Kaal().Length);
                    Assert.All(Poppler.Fonts(pdf), font => Assert.True(font.Ingesloten, font.Naam));
                    Assert.Empty(brief.BuitenDeMarges());
                },
                iter: 40
            );

    private static readonly Gen<string> Namen = Gen.OneOf<string>(
        Gen.OneOf(
            "Jörg & Søren <b>\"BV\"</b> \\(x\\)",
            "Ольга Петрова",
            "王小明 / 山田花子 / 김철수",
            "Արամ და გიორგი",
            "محمد بن سلمان",
            "O’Neill–D’Hôndt… €",
            "(((\\)%%EOF endstream /Type <<>>",
            "Z\u0308\u0301a\u0323",
            "👩‍👩‍👧 gezin",
            "x"
        ),
        Gen.Char["ABCDEFGHIJKLMNOPabcdefghijklmnop0123456789"].Array[180].Select(x => new string(x)),
        Gen.Char["abc de fgh ijkl"].Array[1, 250].Select(x => new string(x) + "z")
    );

    private static readonly Gen<string> Lang = Gen.OneOf<string>(
        Gen.Char["abcdefg hijklm nopq"].Array[300, 900].Select(x => new string(x) + "z"),
        Gen.Char["WMQ王ж"].Array[200, 400].Select(x => new string(x))
    );

    private static string Verwacht(Briefinhoud inhoud)
    {
        var (druk, gespeld) = Spelling.Van(inhoud);
        return string.Concat([
            druk.Afzender,
            .. druk.Adressering,
            $"Datum: 15 juni 2026 Ons kenmerk: {druk.Kenmerk}",
            druk.Onderwerp,
            .. druk.Blokken.SelectMany(Teksten),
            gespeld
                ? "Sommige letters of tekens kunnen wij niet afdrukken. Die hebben wij in gewone letters gespeld, of met � aangegeven."
                : "",
            .. druk.Slot,
        ]);
    }

    private static IEnumerable<string> Teksten(Briefblok blok) =>
        blok switch
        {
            Alinea alinea => [alinea.Tekst],
            Kop kop => [kop.Tekst],
            Opsomming opsomming => opsomming.Punten.Select(p => $"•{p}"),
            Tabel tabel => [.. tabel.Koppen, .. tabel.Rijen.SelectMany(r => r)],
            _ => throw new ArgumentException("Unknown block.", nameof(blok)),
        };

    private static string Een(GelezenBrief brief, XName naam) => brief.Metadata.Descendants(naam).Single().Value;

    private static GelezenBrief Lees(params IReadOnlyList<Briefblok> blokken) => new(Pdfbrief.Maak(Inhoud(blokken)));
}
