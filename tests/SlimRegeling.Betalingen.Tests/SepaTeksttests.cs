using System.Text;
using CsCheck;
using SlimRegeling.Betalingen.Bankbestanden;
using Xunit;

namespace SlimRegeling.Betalingen.Tests;

public sealed class SepaTeksttests
{
    /// <summary>What people and attackers put in a name field.</summary>
    internal static readonly Gen<string> VijandigeNaam = Gen.OneOf<string>(
        Gen.OneOf(
            "",
            "   ",
            "/",
            "//",
            "---",
            "\t\r\n",
            "Jörg & Søren",
            "Ольга Петрова",
            "علي بن حسن",
            "王小明",
            "👩‍👩‍👧",
            "😀 Bakker 😀",
            "€ 100",
            "<!DOCTYPE x>",
            "]]>",
            "\0\u0001\u001F",
            "\uD800",
            "\uFFFE\uFFFF",
            "\u202Eabc",
            "e\u0301",
            "//a//b//",
            new string('a', 200),
            new string('ß', 200),
            new string('.', 90) + "x"
        ),
        Gen.String[Gen.Char, 0, 200],
        Gen.String[Gen.OneOf('/', ' ', '&', '€', 'é', '\0', '-', '.', 'a', '\u05D0', '\uD83D'), 0, 200],
        Gen.Int[0x20, 0x1FAFF]
            .Where(x => x is < 0xD800 or > 0xDFFF)
            .Array[0, 200]
            .Select(x => string.Concat(x.Select(r => new Rune(r).ToString())))
    );

    [Theory]
    [InlineData("Jörg & Søren", "Jorg + Soren")]
    [InlineData("Ольга Петрова", "Ol'ga Petrova")]
    [InlineData("Straße Ĳmuiden B.V.", "Strasse IJmuiden B.V.")]
    [InlineData("Bakkerij 😀 De Aar", "Bakkerij De Aar")]
    [InlineData("Korting € 100", "Korting EUR 100")]
    [InlineData("//a//b//", "a/b")]
    [InlineData("regel 1\r\nregel 2", "regel 1 regel 2")]
    [InlineData("e\u0301\u0001n", "e n")]
    public void Een_naam_wordt_gespeld_in_de_tekens_van_sepa(string naam, string gespeld) =>
        Assert.Equal(gespeld, SepaTekst.Naam(naam).Waarde);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("//")]
    [InlineData("😀")]
    [InlineData("\u0001\u0002")]
    [InlineData("-.-")]
    public void Een_naam_waarvan_niets_overblijft_wordt_geweigerd(string? naam)
    {
        var fout = Assert.Single(SepaTekst.Naam(naam, "naam van de aanvrager").Fouten);

        Assert.Equal("naam van de aanvrager", fout.Plaats);
        Assert.Contains("gewone letters", fout.Uitleg, StringComparison.Ordinal);
    }

    [Fact]
    public void Een_lange_naam_wordt_na_een_woord_afgekapt_en_een_lang_woord_op_de_grens()
    {
        Assert.Equal(
            string.Concat(Enumerable.Repeat("bakkers ", 8)).Trim(),
            SepaTekst.Naam(string.Concat(Enumerable.Repeat("bakkers ", 20))).Waarde
        );
        Assert.Equal(new string('a', 70), SepaTekst.Naam(new string('a', 200)).Waarde);
        Assert.Equal("ab " + new string('c', 67), SepaTekst.Naam("ab " + new string('c', 200)).Waarde);
        Assert.Equal(new string('a', 70), SepaTekst.Naam(new string('a', 70) + " b").Waarde);
    }

    [Fact]
    public void Elke_tekst_is_daarna_goed_voor_sepa_en_blijft_dan_gelijk_of_wordt_geweigerd() =>
        VijandigeNaam.Sample(
            naam =>
            {
                var uitkomst = SepaTekst.Naam(naam);
                if (uitkomst.Waarde is not { } gespeld)
                    return uitkomst.Fouten.Count == 1;
                return gespeld.Length is > 0 and <= SepaTekst.NaamLengte
                    && gespeld.All(x => char.IsAsciiLetterOrDigit(x) || "/-?:().,'+ ".Contains(x, StringComparison.Ordinal))
                    && !gespeld.Contains("//", StringComparison.Ordinal)
                    && gespeld.Trim('/', ' ') == gespeld
                    && SepaTekst.Naam(gespeld).Waarde == gespeld;
            },
            iter: 20_000
        );

    [Theory]
    [InlineData("")]
    [InlineData("met spatie")]
    [InlineData("/begin")]
    [InlineData("a//b")]
    [InlineData("é")]
    [InlineData("123456789012345678901234567890123456")]
    public void Een_kenmerk_wordt_nooit_veranderd_maar_geweigerd(string kenmerk) => Assert.False(SepaTekst.Kenmerk(kenmerk).Gelukt);
}
