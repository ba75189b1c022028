using System.Globalization;
using CsCheck;
using NodaTime;
using NodaTime.Text;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Web.Invoer;

namespace SlimRegeling.Web.Tests;

/// <summary>Amounts and dates as people write them: read, asked or refused, never guessed.</summary>
public sealed class InvoerTests
{
    [Theory]
    [InlineData("1.250,50", "1250.50")]
    [InlineData("€ 1.250,-", "1250.00")]
    [InlineData("€ 1.250,--", "1250.00")]
    [InlineData("€1250,–", "1250.00")]
    [InlineData("1250,5", "1250.50")]
    [InlineData("1250", "1250.00")]
    [InlineData("1 250,50", "1250.50")]
    [InlineData("1\u00a0250,50", "1250.50")]
    [InlineData("1 250", "1250.00")]
    [InlineData("1250.50", "1250.50")]
    [InlineData("1,250.50", "1250.50")]
    [InlineData("1.250.000", "1250000.00")]
    [InlineData("1,250,000", "1250000.00")]
    [InlineData("EUR 12,50", "12.50")]
    [InlineData("12,50 euro", "12.50")]
    [InlineData("100euro", "100.00")]
    [InlineData(" 0 ", "0.00")]
    [InlineData("0,05", "0.05")]
    [InlineData("007,50", "7.50")]
    [InlineData("9999999999999,99", "9999999999999.99")]
    public void An_amount_is_read(string invoer, string bedrag) => Assert.Equal(bedrag, Tekst(Is(Bedraglezer.Lees(invoer))));

    [Theory]
    [InlineData("1.250", "1250.00", "1.25", "Bedoelt u €\u00a01.250,00 of €\u00a01,25?")]
    [InlineData("€ 1.250", "1250.00", "1.25", "Bedoelt u €\u00a01.250,00 of €\u00a01,25?")]
    [InlineData("12,345", "12345.00", "12.35", "Bedoelt u €\u00a012.345,00 of €\u00a012,35 (afgerond)?")]
    [InlineData("1,000", "1000.00", "1.00", "Bedoelt u €\u00a01.000,00 of €\u00a01,00?")]
    public void An_amount_that_can_be_two_is_asked(string invoer, string eerste, string tweede, string vraag)
    {
        var gevraagd = Assert.IsType<Gelezen<decimal>.Vraag>(Bedraglezer.Lees(invoer));
        Assert.Equal([eerste, tweede], gevraagd.Lezingen.Select(l => Tekst(l.Is)));
        Assert.Equal(vraag, gevraagd.Tekst);
    }

    [Theory]
    [InlineData("1.2.3", "geen bedrag")]
    [InlineData("", "Vul een bedrag in")]
    [InlineData(null, "Vul een bedrag in")]
    [InlineData("€", "Vul een bedrag in")]
    [InlineData("-5", "negatief")]
    [InlineData("−5,00", "negatief")]
    [InlineData("1250,", "geen bedrag")]
    [InlineData("12,345,-", "geen bedrag")]
    [InlineData(",50", "geen bedrag")]
    [InlineData("12 50", "geen bedrag")]
    [InlineData("1.25,50", "geen bedrag")]
    [InlineData("1,25,50", "geen bedrag")]
    [InlineData("1.250,500", "twee cijfers")]
    [InlineData("0,125", "twee cijfers")]
    [InlineData("1234,567", "twee cijfers")]
    [InlineData("12,3456", "twee cijfers")]
    [InlineData("twaalf", "geen bedrag")]
    [InlineData("1e3", "geen bedrag")]
    [InlineData("١٢", "geen bedrag")]
    [InlineData("12345678901234", "te groot")]
    public void What_is_no_amount_is_told_with_what_to_do(string? invoer, string wat) =>
        Zegt(Assert.IsType<Gelezen<decimal>.Fout>(Bedraglezer.Lees(invoer)).Uitleg, wat);

    [Fact]
    public void An_amount_that_is_written_out_is_read_back() =>
        Gen.Select(Gen.Long[0, 999_999_999_999_999], Gen.Int[0, 3])
            .Sample(
                (centen, macht) =>
                {
                    // Small ones too.
                    var bedrag = decimal.Round(centen / (decimal)Math.Pow(10, macht * 4) / 100m, 2);
                    var tekst = Tekst(bedrag);
                    var geschreven = Weergave.Bedrag(tekst);
                    string[] wijzen =
                    [
                        geschreven,
                        geschreven[2..],
                        geschreven[2..].Replace(".", " ", StringComparison.Ordinal),
                        geschreven.Replace(".", "", StringComparison.Ordinal),
                        tekst.Replace('.', ','),
                        tekst,
                        .. tekst.EndsWith(".00", StringComparison.Ordinal) ? (string[])[$"{geschreven[..^2]}-", tekst[..^3]] : [],
                    ];
                    foreach (var wijze in wijzen)
                    {
                        Assert.Equal((wijze, tekst), (wijze, Tekst(Is(Bedraglezer.Lees(wijze)))));
                    }
                }
            );

    [Fact]
    public void Whatever_is_typed_is_read_asked_or_told() =>
        Gen.Char["0123456789.,- €eur/"]
            .Array[0, 14]
            .Select(tekens => new string(tekens))
            .Sample(tekst =>
            {
                switch (Bedraglezer.Lees(tekst))
                {
                    case Gelezen<decimal>.Waarde { Is: var bedrag }:
                        Assert.True(bedrag >= 0m && decimal.Round(bedrag, 2) == bedrag);
                        break;
                    case Gelezen<decimal>.Vraag vraag:
                        Assert.Equal(2, vraag.Lezingen.Select(l => l.Is).Distinct().Count());
                        break;
                    case Gelezen<decimal>.Fout fout:
                        Zegt(fout.Uitleg, "");
                        break;
                }
                if (Datumlezer.Lees(tekst) is Gelezen<LocalDate>.Fout datum)
                {
                    Zegt(datum.Uitleg, "");
                }
            });

    [Theory]
    [InlineData("1-3-2026", "2026-03-01")]
    [InlineData("01-03-2026", "2026-03-01")]
    [InlineData("1.3.2026", "2026-03-01")]
    [InlineData("1 3 2026", "2026-03-01")]
    [InlineData("1 maart 2026", "2026-03-01")]
    [InlineData("1 mrt 2026", "2026-03-01")]
    [InlineData("1 mrt. 2026", "2026-03-01")]
    [InlineData("1-mrt-2026", "2026-03-01")]
    [InlineData("1 March 2026", "2026-03-01")]
    [InlineData(" 1  MAART  2026 ", "2026-03-01")]
    [InlineData("2026-03-01", "2026-03-01")]
    [InlineData("2026/3/1", "2026-03-01")]
    [InlineData("20260301", "2026-03-01")]
    [InlineData("01032026", "2026-03-01")]
    [InlineData("13/3/2026", "2026-03-13")]
    [InlineData("3/3/2026", "2026-03-03")]
    [InlineData("29-2-2028", "2028-02-29")]
    public void A_date_is_read(string invoer, string datum) =>
        Assert.Equal(datum, LocalDatePattern.Iso.Format(Is(Datumlezer.Lees(invoer))));

    [Theory]
    [InlineData("1/3/26", "2026-03-01", "2026-01-03")]
    [InlineData("1/3/2026", "2026-03-01", "2026-01-03")]
    [InlineData("1-3-26", "2026-03-01", "1926-03-01")]
    [InlineData("13/3/26", "2026-03-13", "1926-03-13")]
    [InlineData("1 mei 45", "2045-05-01", "1945-05-01")]
    public void A_date_that_can_be_two_is_asked(string invoer, params string[] dagen)
    {
        var vraag = Assert.IsType<Gelezen<LocalDate>.Vraag>(Datumlezer.Lees(invoer));
        Assert.Equal(dagen, vraag.Lezingen.Select(l => LocalDatePattern.Iso.Format(l.Is)));
        Assert.StartsWith($"Bedoelt u {vraag.Lezingen[0].Tekst} of {vraag.Lezingen[1].Tekst}?", vraag.Tekst, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("31-2-2026", "31 februari 2026 bestaat niet: die maand heeft 28 dagen")]
    [InlineData("31 april 2026", "30 dagen")]
    [InlineData("0-3-2026", "bestaat niet")]
    [InlineData("1-13-2026", "Maand 13 bestaat niet")]
    [InlineData("2026-13-01", "Maand 13 bestaat niet")]
    [InlineData("1-3-0026", "Controleer het jaar")]
    [InlineData("1 maart", "ook het jaar")]
    [InlineData("1 marcht 2026", "geen maand")]
    [InlineData("morgen", "geen datum")]
    [InlineData("1-3/2026", "geen datum")]
    [InlineData("", "Vul een datum in")]
    [InlineData(null, "Vul een datum in")]
    public void What_is_no_date_is_told_with_what_to_do(string? invoer, string wat) =>
        Zegt(Assert.IsType<Gelezen<LocalDate>.Fout>(Datumlezer.Lees(invoer)).Uitleg, wat);

    [Fact]
    public void A_date_that_is_written_out_is_read_back() =>
        Gen.Int[0, 73_000]
            .Select(dagen => new LocalDate(1900, 1, 1).PlusDays(dagen))
            .Sample(datum =>
            {
                string[] wijzen =
                [
                    Datumtekst.Van(datum),
                    LocalDatePattern.Iso.Format(datum),
                    datum.ToString("d-M-yyyy", CultureInfo.InvariantCulture),
                    datum.ToString("dd-MM-yyyy", CultureInfo.InvariantCulture),
                    datum.ToString("yyyyMMdd", CultureInfo.InvariantCulture),
                    datum.ToString("ddMMyyyy", CultureInfo.InvariantCulture),
                ];
                foreach (var wijze in wijzen)
                {
                    Assert.Equal((wijze, datum), (wijze, Is(Datumlezer.Lees(wijze))));
                }
            });

    private static T Is<T>(Gelezen<T> gelezen) => Assert.IsType<Gelezen<T>.Waarde>(gelezen).Is;

    private static string Tekst(decimal bedrag) => bedrag.ToString("0.00", CultureInfo.InvariantCulture);

    private static void Zegt(string uitleg, string wat)
    {
        Assert.Contains(wat, uitleg, StringComparison.Ordinal);
        Assert.Matches(@"^[A-Z0-9'].{12,}\.$", uitleg);
    }
}
