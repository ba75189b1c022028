using System.Globalization;
using System.Text;
using CsCheck;
using SlimRegeling.Vaststelling.Declaraties.Inlezen;
using static SlimRegeling.Vaststelling.Tests.Inleesbestand;

namespace SlimRegeling.Vaststelling.Tests;

/// <summary>Lines of costs in a CSV, as they come from every kind of program.</summary>
public sealed class CsvInlezenTests
{
    private const string Factuurkop = "Kenmerk;Soort;Activiteit;Leverancier;Factuurnummer;Factuurdatum;Bedrag zonder btw";

    [Fact]
    public void A_line_is_taken_as_it_stands() => Assert.Equal([Regel], Neemt(Csv(Goed)));

    [Theory]
    [InlineData("1234", "1234")]
    [InlineData("1234,5", "1234.50")]
    [InlineData("1234.5", "1234.50")]
    [InlineData("1.234,56", "1234.56")]
    [InlineData("1,234.56", "1234.56")]
    [InlineData("1.234.567", "1234567")]
    [InlineData("1,234,567.8", "1234567.80")]
    [InlineData("1 234,56", "1234.56")]
    [InlineData("€ 1.234,56", "1234.56")]
    [InlineData("1.250,-", "1250")]
    [InlineData("0,05", "0.05")]
    public void An_amount_is_read_in_Dutch_and_in_English(string geschreven, string bedrag) =>
        Assert.Equal(decimal.Parse(bedrag, CultureInfo.InvariantCulture), Assert.Single(Neemt(Factuur(geschreven))).Bedrag);

    [Theory]
    [InlineData("1.234", "bedoelt u 1234,00 of 1,234?")]
    [InlineData("1,234", "bedoelt u 1234,00 of 1,234?")]
    [InlineData("1,2345", "ten hoogste twee cijfers")]
    [InlineData("1234.567", "ten hoogste twee cijfers")]
    [InlineData("1.23,45", "geen getal")]
    [InlineData("1.234,567", "ten hoogste twee cijfers")]
    [InlineData("twaalf", "geen getal")]
    [InlineData("12,50 per uur", "geen getal")]
    [InlineData("-12,50", "onder nul")]
    [InlineData("12,50-", "onder nul")]
    [InlineData("(12,50)", "onder nul")]
    [InlineData("99999999999999999999", "te groot")]
    [InlineData("=6*7", "formule")]
    [InlineData("1e3", "geen getal")]
    public void An_amount_that_can_be_two_things_is_asked_and_what_is_none_is_told(string geschreven, string uitleg) =>
        Weigert(Factuur(geschreven), "regel[3].bedrag", "Regel 3, kolom Bedrag zonder btw: ", uitleg);

    [Theory]
    [InlineData("4-3-2024")]
    [InlineData("04-03-2024")]
    [InlineData("4.3.2024")]
    [InlineData("4 maart 2024")]
    [InlineData("4-mrt-2024")]
    [InlineData("2024-03-04")]
    [InlineData("2024-03-04T00:00:00")]
    [InlineData("2024-W10")]
    public void A_week_is_read_as_people_and_programs_write_it(string geschreven) =>
        Assert.Equal([Regel], Neemt(Csv(Goed.Replace("4-3-2024", geschreven, StringComparison.Ordinal))));

    [Theory]
    [InlineData("3/4/2024", "bedoelt u 3 april of 4 maart 2024?")]
    [InlineData("4-3-24", "vier cijfers")]
    [InlineData("30-2-2024", "30 februari 2024 bestaat niet")]
    [InlineData("4-13-2024", "maand 13 bestaat niet")]
    [InlineData("4-3-1924", "controleer het jaar")]
    [InlineData("4 foo 2024", "'foo' is geen maand")]
    [InlineData("morgen", "geen datum")]
    [InlineData("45355", "geen datum")]
    [InlineData("2024-W53", "week 53 van 2024 bestaat niet")]
    [InlineData("5-3-2024", "5-3-2024 is een dinsdag en geen maandag. Schrijf de maandag van die week: 4-3-2024.")]
    [InlineData("10-3-2024", "is een zondag en geen maandag. Schrijf de maandag van die week: 4-3-2024.")]
    [InlineData("", "dit is niet ingevuld; het hoort bij de soort uren.")]
    public void A_day_that_is_wrong_or_can_be_two_is_told(string geschreven, string uitleg) =>
        Weigert(Csv(Goed.Replace("4-3-2024", geschreven, StringComparison.Ordinal)), "regel[3].week", "Regel 3, kolom Week: ", uitleg);

    [Theory]
    [InlineData("A-1;UREN;c;P-0417;4-3-2024;7,5;31,68", "", "")]
    [InlineData("a 1;uren;C;P-0417;4-3-2024;7,5;31,68", "id", "streepjes")]
    [InlineData(
        "a-1;loon;C;P-0417;4-3-2024;7,5;31,68",
        "soort",
        "'loon' kan hier niet. Kies uit uren, factuur, traject, praktijkleerplaats."
    )]
    [InlineData("a-1;;C;P-0417;4-3-2024;7,5;31,68", "soort", "niet ingevuld")]
    [InlineData("a-1;uren;E;P-0417;4-3-2024;7,5;31,68", "activiteit", "Kies uit A, B, C, D.")]
    [InlineData("a-1;uren;C;;4-3-2024;7,5;31,68", "medewerker", "niet ingevuld")]
    [InlineData("a-1;traject;B;;;;", "medewerker", "dit is niet ingevuld; het hoort bij de soort traject.")]
    [InlineData("a-1;praktijkleerplaats;D;;;;", "medewerker", "dit is niet ingevuld; het hoort bij de soort praktijkleerplaats.")]
    [InlineData("a-1;uren;C;P\u0007;4-3-2024;7,5;31,68", "medewerker", "niet te lezen")]
    [InlineData("a-1;uren;C;P-0417;4-3-2024;7,5;31,68;los", "H", "zonder kop")]
    public void What_a_line_needs_is_asked_and_capitals_do_no_harm(string regel, string kolom, string uitleg)
    {
        if (kolom.Length == 0)
        {
            Assert.Equal([Regel], Neemt(Csv(regel)));
            return;
        }
        Weigert(Csv(regel), $"regel[3].{kolom}", "Regel 3, kolom ", uitleg);
    }

    [Fact]
    public void Every_wrong_line_is_told_up_to_a_hundred_and_none_is_taken()
    {
        var gelezen = Lees(Csv([Goed, .. Enumerable.Range(0, 500).Select(i => $"b-{i};uren;C;P-1;4-3-2024;veel;31,68")]));

        Assert.Equal(101, gelezen.Fouten.Count);
        Assert.Equal(("regel[4].uren", "bestand"), (gelezen.Fouten[0].Veld, gelezen.Fouten[^1].Veld));
    }

    [Fact]
    public void A_mark_that_stands_twice_is_told_with_the_other_line()
    {
        Weigert(Csv(Goed, "", Goed.ToUpperInvariant()), "regel[5].id", "'a-1' staat ook in regel 3");
        // One that we would give counts too.
        Weigert(Csv("regel-4" + Goed[3..], Goed[3..]), "regel[4].id", "'regel-4' staat ook in regel 3");
    }

    [Fact]
    public void A_line_without_a_mark_gets_the_number_of_its_row() =>
        Assert.Equal(["regel-3", "regel-5"], Neemt(Csv(Goed[3..], "", Goed[3..])).Select(r => r.Id));

    [Theory]
    [InlineData(';')]
    [InlineData(',')]
    [InlineData('\t')]
    public void Either_separator_is_found(char teken)
    {
        var tekst = Tekst(Goed.Replace("7,5", "\"7,5\"", StringComparison.Ordinal).Replace("31,68", "\"31,68\"", StringComparison.Ordinal));

        Assert.Equal([Regel], Neemt(Encoding.UTF8.GetBytes(tekst.Replace(';', teken))));
        Assert.Equal([Regel], Neemt(Encoding.UTF8.GetBytes($"sep={teken}\r\n" + tekst.Replace(';', teken))));
    }

    [Fact]
    public void A_decimal_comma_between_commas_is_told() =>
        Weigert(Encoding.UTF8.GetBytes(Tekst(Goed).Replace(';', ',')), "regel[3].H", "tussen aanhalingstekens");

    [Fact]
    public void Every_encoding_that_spreadsheets_write_gives_the_same_name()
    {
        var tekst = Tekst(Goed.Replace("P-0417", "José Çelik", StringComparison.Ordinal));
        foreach (
            var bestand in (byte[][])
                [
                    Encoding.UTF8.GetBytes(tekst),
                    [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(tekst)],
                    [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(tekst)],
                    [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(tekst)],
                    CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(tekst),
                ]
        )
        {
            Assert.Equal("José Çelik", Assert.Single(Neemt(bestand)).Medewerker);
        }
    }

    [Fact]
    public void A_value_can_have_line_ends_and_quotes_in_it_and_rows_keep_their_number()
    {
        var tweede = "b-1;uren;C;\"De \"\"baas\"\";\r\nJan\";4-3-2024;7,5;31,68";

        Assert.Equal("De \"baas\";\r\nJan", Neemt(Csv(Goed, tweede))[1].Medewerker);
        Weigert(Csv(tweede, "c-1;uren;C;P;4-3-2024;x;1"), "regel[4].uren");
    }

    [Theory]
    [InlineData("a-1;uren;C;\"P-0417;4-3-2024;7,5;31,68", "regel[3]", "houdt niet op")]
    [InlineData("a-1;uren;C;\"P\"-0417;4-3-2024;7,5;31,68", "regel[3]", "midden in een waarde")]
    public void A_quote_that_is_not_closed_or_closes_too_early_is_told(string regel, string veld, string uitleg) =>
        Weigert(Csv(regel, Goed), veld, "Regel 3, kolom D", uitleg);

    /// <summary>
    /// Every cut that takes at least one byte of what the file says, up to and including the last letter of its last row, is told: by the line in which it
    /// falls from the headings on. The end of that row is all that can be gone unnoticed: nothing is lost with it.
    /// </summary>
    [Theory]
    [InlineData("utf-8", false)]
    [InlineData("utf-8", true)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16BE", true)]
    [InlineData("windows-1252", false)]
    public void Half_a_file_is_told_wherever_it_ends(string naam, bool metMerk)
    {
        var codering = CodePagesEncodingProvider.Instance.GetEncoding(naam) ?? Encoding.GetEncoding(naam);
        var tekst = Tekst([.. Enumerable.Range(0, 30).Select(i => $"a-{i};uren;C;\"Café; {i}\";4-3-2024;7,5;31,68")]);
        byte[] merk = metMerk ? [.. codering.Preamble] : [];
        byte[] heel = [.. merk, .. codering.GetBytes(tekst)];
        var eerste = merk.Length + codering.GetByteCount(tekst[..(tekst.IndexOf('\n', StringComparison.Ordinal) + 1)]);
        var slot = codering.GetByteCount("\r\n");
        for (var lengte = 0; lengte < heel.Length - slot; lengte++)
        {
            var fouten = Lees(heel[..lengte]).Fouten;
            Assert.True(fouten.Count > 0, $"Cut at {lengte}.");
            if (lengte > eerste)
            {
                // Either character ends a line by itself, and the second belongs to the first.
                var over = codering
                    .GetString(heel, merk.Length, lengte - merk.Length)
                    .Replace("\r\n", "\n", StringComparison.Ordinal)
                    .Replace('\r', '\n');
                var regel = over.Count(c => c == '\n') + (over[^1] == '\n' ? 0 : 1);
                Assert.True(
                    fouten.Any(f => f.Veld.StartsWith($"regel[{regel}]", StringComparison.Ordinal)),
                    $"Cut at {lengte}: not told by line {regel} but at {string.Join(", ", fouten.Select(f => f.Veld))}."
                );
            }
        }
        for (var lengte = heel.Length - slot; lengte <= heel.Length; lengte += slot / 2)
        {
            Assert.Equal(30, Neemt(heel[..lengte]).Count);
        }
    }

    [Fact]
    public void Half_the_template_that_we_give_is_told_wherever_it_ends()
    {
        var heel = Sjabloon.Csv(Voorbeelden.Zaak, [Regel, Regel with { Id = "a-2" }]);
        for (var lengte = 0; lengte < heel.Length - 2; lengte++)
        {
            Assert.True(Lees(heel[..lengte]).Fouten.Count > 0, $"Cut at {lengte}.");
        }
        Assert.Equal(2, Neemt(heel).Count);
    }

    /// <summary>Of a file without a row that closes only a cut at the end of a line cannot be seen.</summary>
    [Fact]
    public void Half_a_file_that_does_not_say_how_it_closes_is_told_wherever_it_ends_within_a_line()
    {
        var heel = Encoding.UTF8.GetBytes(ZonderSlot(Goed, "b-1;uren;C;Café;4-3-2024;7,5;31,68", ";uren;C;P-2;4-3-2024;7,5;31,68"));
        Assert.Equal(3, Neemt(heel).Count);
        for (var lengte = 0; lengte < heel.Length; lengte++)
        {
            // Between the two characters of a line end all of the line is there.
            Assert.True(Lees(heel[..lengte]).Fouten.Count > 0 || heel[lengte - 1] is (byte)'\r' or (byte)'\n', $"Cut at {lengte}.");
        }
    }

    [Fact]
    public void What_a_file_lacks_that_may_be_half_is_told_with_its_last_line_and_what_to_do()
    {
        // The last line with costs, without the one that closes; and with an amount that may have had another digit.
        Weigert(
            Encoding.UTF8.GetBytes(Tekst(Goed)[..^"Einde\r\n".Length]),
            "regel[3]",
            "Regel 3: hier houdt het bestand op zonder de regel 'Einde'.",
            "zet 'Einde' op een nieuwe regel daaronder"
        );
        Weigert(
            Encoding.UTF8.GetBytes(ZonderSlot(Goed)[..^2]),
            "regel[3]",
            "Regel 3: hier houdt het bestand op zonder nieuwe regel.",
            "zet een nieuwe regel achter de laatste"
        );
        // What stands below it would be half of something else.
        var eronder = Lees(Csv(Goed, "Einde", "b-1;uren;C;P-0417;4-3-2024;7,5;31,68", "c-1;onzin"));
        Assert.Equal("regel[5]", Assert.Single(eronder.Fouten).Veld);
        Assert.StartsWith("Regel 5: hier staat iets onder de regel 'Einde'.", eronder.Fouten[0].Uitleg, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Einde;;;;;;\r\n")]
    [InlineData("EINDE;;;;;;\r\n;;;;;;\r\n")]
    [InlineData(" einde \n\n")]
    [InlineData("\"Einde\"\r\n")]
    [InlineData("Einde")]
    [InlineData("Einde;;;;;;")]
    public void A_spreadsheet_saves_the_row_that_closes_in_its_own_way(string slot) =>
        Assert.Equal(
            [Regel],
            Neemt(
                Encoding.UTF8.GetBytes(
                    // It fills every row to the widest one.
                    Tekst(Goed)
                        .Replace("Laatste regel: Einde\r\n", "Laatste regel: Einde;;;;\r\n", StringComparison.Ordinal)
                        .Replace("\r\nEinde\r\n", $"\r\n{slot}", StringComparison.Ordinal)
                )
            )
        );

    [Fact]
    public void A_file_that_does_not_say_how_it_closes_is_taken_as_it_is_and_can_close_all_the_same()
    {
        Assert.Equal([Regel], Neemt(Encoding.UTF8.GetBytes(ZonderSlot(Goed))));
        Assert.Equal([Regel], Neemt(Encoding.UTF8.GetBytes(ZonderSlot(Goed) + "Einde")));
    }

    [Fact]
    public void Thousands_of_empty_rows_are_passed_over() =>
        Assert.Equal([Regel], Neemt(Csv([.. Enumerable.Repeat(";;;;;;", 50_000), Goed, .. Enumerable.Repeat("", 50_000)])));

    [Fact]
    public void Too_many_lines_are_refused_and_not_cut_off()
    {
        var regels = Enumerable.Range(0, 25_001).Select(i => $"a-{i};uren;C;P;4-3-2024;7,5;31,68").ToArray();

        Assert.Equal(25_000, Neemt(Csv(regels[..^1])).Count);
        Weigert(Csv(regels), "regel[25003]", "meer dan 25000 regels");
    }

    [Theory]
    [InlineData("", "bestand", "leeg")]
    [InlineData("Kenmerk;Soort\r\n1;uren", "bestand", "begint niet zoals ons sjabloon")]
    [InlineData("Zaaknummer\r\n", "regel[1]", "hier hoort het zaaknummer")]
    [InlineData("Zaaknummer;SLIM-000000000A\r\n", "bestand", "begint niet zoals ons sjabloon")]
    [InlineData("Zaaknummer;SLIM-000000000A\r\nSoort;Activiteit;Kleur\r\n", "regel[2].C", "de kop 'Kleur' kennen wij niet")]
    [InlineData("Zaaknummer;SLIM-000000000A\r\nSoort;Activiteit; soort\r\n", "regel[2].C", "staat er twee keer")]
    [InlineData("Zaaknummer;SLIM-000000000A\r\nSoort;Uren\r\n", "regel[2]", "de kolom Activiteit ontbreekt")]
    [InlineData("PK", "bestand", "beschadigd")]
    [InlineData("a\0b", "bestand", "geen CSV-bestand")]
    public void What_is_not_our_template_is_told(string tekst, string veld, string uitleg) =>
        Weigert(Encoding.UTF8.GetBytes(tekst), veld, uitleg);

    [Theory]
    [InlineData("SLIM-0000000012")]
    // One letter of a number is soon mistyped.
    [InlineData("SLIM-000000000B")]
    public void The_file_of_another_case_is_refused_by_line_and_column_and_nothing_is_taken(string zaak)
    {
        Weigert(
            Van(zaak, Goed),
            "regel[1]",
            $"Regel 1, kolom B: dit bestand is van zaak '{zaak}' en niet van {Voorbeelden.Zaak}. Kies het bestand van deze zaak."
        );
        // It is the only thing that is told: the lines of another case are not read.
        Assert.Single(Lees(Van(zaak, "b-1;onzin")).Fouten);
        Assert.Equal([Regel], Neemt(Van("slim-000000000a", Goed)));

        static byte[] Van(string zaak, string regel) =>
            Encoding.UTF8.GetBytes(Tekst(regel).Replace(Voorbeelden.Zaak, zaak, StringComparison.Ordinal));
    }

    [Fact]
    public void Whatever_is_changed_in_a_file_is_read_or_told_and_never_thrown()
    {
        var heel = Csv(Goed, "b-1;uren;C;\"De \"\"baas\"\"\";4-3-2024;7,5;31,68");
        Gen.Select(Gen.Int[0, heel.Length - 1], Gen.Byte)
            .Array[1, 5]
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

    private static byte[] Factuur(string bedrag) =>
        Encoding.UTF8.GetBytes($"Zaaknummer;{Voorbeelden.Zaak}\r\n{Factuurkop}\r\nf-1;factuur;A;Bureau;2024-1;4-3-2024;\"{bedrag}\"\r\n");
}
