using System.Text;
using System.Text.Json;
using CsCheck;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using NodaTime;
using SlimRegeling.Vaststelling.Declaraties;
using SlimRegeling.Vaststelling.Declaraties.Inlezen;

namespace SlimRegeling.Vaststelling.Tests;

/// <summary>The template that is given, and that what is written on it is what is read.</summary>
public sealed class SjabloonTests
{
    private static readonly string?[] Teksten =
    [
        null,
        "P-0417",
        "Café \"De Hoek\"; B.V.",
        "eerste regel\ntweede, derde",
        "€ 1.234,56 <b>&amp;</b>",
        "_x0041_x0042_ is geen A",
        "0012",
        "J'ai été 😀",
        "- en + en @",
    ];

    private static readonly Gen<Kostenregel[]> Regels = Gen.Select(
            Gen.Int[0, 3],
            Gen.Int[0, 99_999],
            Gen.Int[0, 4_000],
            Gen.Int[0, Teksten.Length - 1],
            Gen.Bool
        )
        .Array[1, 30]
        .Select(gevallen => gevallen.Select((g, i) => Regel(i, g.Item1, g.Item2, g.Item3, Teksten[g.Item4], g.Item5)).ToArray());

    [Fact]
    public void What_is_written_as_CSV_is_read_the_same() =>
        Regels.Sample(regels => Zelfde(regels, Sjabloon.Csv(Voorbeelden.Zaak, regels)));

    [Fact]
    public void What_is_written_as_a_workbook_is_read_the_same() =>
        Regels.Sample(regels => Zelfde(regels, Sjabloon.Xlsx(Voorbeelden.Zaak, regels)), iter: 30);

    [Fact]
    public void A_year_of_hours_is_read_whole()
    {
        var regels = Enumerable.Range(0, 20_000).Select(i => Regel(i, 0, i % 4_000, i % 300, "P-0417", false)).ToArray();

        Zelfde(regels, Sjabloon.Xlsx(Voorbeelden.Zaak, regels));
        Zelfde(regels, Sjabloon.Csv(Voorbeelden.Zaak, regels));
    }

    [Fact]
    public void The_template_is_a_valid_workbook_with_a_sheet_that_explains()
    {
        using var inhoud = new MemoryStream(Sjabloon.Xlsx(Voorbeelden.Zaak, [Inleesbestand.Regel]));
        using var document = SpreadsheetDocument.Open(inhoud, isEditable: false);

        Assert.Empty(
            new OpenXmlValidator()
                .Validate(document, TestContext.Current.CancellationToken)
                .Select(f => $"{f.Path?.XPath}: {f.Description}")
        );
        var tekst = string.Concat(document.WorkbookPart!.WorksheetParts.Select(b => b.Worksheet!.InnerText));
        Assert.Contains("Bedrag zonder btw", tekst, StringComparison.Ordinal);
        Assert.Contains("Voorbeeld: praktijkleerplaats", tekst, StringComparison.Ordinal);
        Assert.Contains("2024-W10", tekst, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_template_is_told_to_be_empty_and_the_examples_of_the_CSV_are_left_out()
    {
        Inleesbestand.Weigert(Sjabloon.Xlsx(Voorbeelden.Zaak, []), "bestand", "geen regels met kosten");
        Inleesbestand.Weigert(Sjabloon.Csv(Voorbeelden.Zaak, Sjabloon.Voorbeelden), "bestand", "geen regels met kosten");

        var gelezen = Inleesbestand.Lees(Sjabloon.Csv(Voorbeelden.Zaak, [Sjabloon.Voorbeelden[0], Inleesbestand.Regel]));

        Assert.Equal([Inleesbestand.Regel], gelezen.Regels);
        Assert.Equal(["Regel 3 is een voorbeeld uit het sjabloon en is niet meegenomen."], gelezen.Meldingen);
    }

    [Fact]
    public void The_CSV_says_at_its_head_with_which_row_it_closes_and_that_is_its_last()
    {
        var regels = Encoding.UTF8.GetString(Sjabloon.Csv(Voorbeelden.Zaak, Sjabloon.Voorbeelden)).Split("\r\n");

        Assert.EndsWith($"Zaaknummer;{Voorbeelden.Zaak};Laatste regel: Einde", regels[0], StringComparison.Ordinal);
        Assert.Equal(("Einde", ""), (regels[^2], regels[^1]));
    }

    [Fact]
    public void Each_example_is_a_line_that_would_be_taken() =>
        Zelfde(
            [.. Sjabloon.Voorbeelden.Select((v, i) => v with { Id = $"r-{i}" })],
            Sjabloon.Csv(Voorbeelden.Zaak, [.. Sjabloon.Voorbeelden.Select((v, i) => v with { Id = $"r-{i}" })])
        );

    [Fact]
    public void The_template_of_another_case_is_not_taken()
    {
        foreach (
            var bestand in (byte[][])
                [Sjabloon.Csv("SLIM-0000000012", [Inleesbestand.Regel]), Sjabloon.Xlsx("SLIM-0000000012", [Inleesbestand.Regel])]
        )
        {
            Inleesbestand.Weigert(bestand, "regel[1]", "Regel 1", "SLIM-0000000012", Voorbeelden.Zaak);
        }
    }

    [Fact]
    public void An_address_gives_either_form_and_nothing_else()
    {
        foreach (var (vorm, soort) in ((string, string)[])[("csv", Sjabloon.Csvtype), ("xlsx", Sjabloon.Xlsxtype)])
        {
            var bestand = Assert.IsType<Platform.Api.Bestand>(SjabloonGeven.Maak(Voorbeelden.Zaak, vorm).Inhoud);
            Assert.Equal((soort, $"declaratie-{Voorbeelden.Zaak}.{vorm}"), (bestand.Mediatype, bestand.Naam));
        }
        Assert.Equal("vorm", Assert.Single(SjabloonGeven.Maak(Voorbeelden.Zaak, "ods").Weigering!.Fouten).Veld);
    }

    [Fact]
    public void What_is_wrong_is_a_refusal_with_each_line_and_column()
    {
        var weigering = BestandInlezen
            .Antwoord(Inleesbestand.Lees(Inleesbestand.Csv(Inleesbestand.Goed, "a-2;uren;C;P-1;4-3-2024;veel;x")))
            .Weigering!;

        Assert.Equal(("bestand-niet-ingelezen", 422), (weigering.Code, weigering.Status));
        Assert.Equal(["regel[4].uren", "regel[4].uurtarief"], weigering.Fouten.Select(f => f.Veld));
        Assert.StartsWith("Regel 4, kolom Uren: dit is geen getal.", weigering.Fouten[0].Uitleg, StringComparison.Ordinal);
    }

    private static void Zelfde(IReadOnlyList<Kostenregel> regels, byte[] bestand) =>
        Assert.Equal(Json(regels), Json(Inleesbestand.Neemt(bestand)));

    private static string Json(IReadOnlyList<Kostenregel> regels) => JsonSerializer.Serialize(regels, Platform.Stromen.Json.Opties);

    private static Kostenregel Regel(int i, int soort, int centen, int dagen, string? tekst, bool anders)
    {
        var dag = new LocalDate(2023, 1, 2).PlusDays(dagen);
        var id = $"r-{i}";
        return soort switch
        {
            0 => new(
                id,
                Kostensoort.Uren,
                "C",
                anders ? "01234567" : null,
                tekst,
                tekst ?? "P-1",
                dag.PlusDays(1 - (int)dag.DayOfWeek),
                centen / 100m,
                centen / 50m,
                Adviseur: anders,
                Brutojaarloon: anders ? null : centen / 25m,
                Eigenaar: anders
            ),
            1 => new(
                id,
                Kostensoort.Factuur,
                "A",
                Omschrijving: tekst,
                Leverancier: tekst ?? "Bureau",
                Factuurnummer: tekst ?? "2024-1",
                Factuurdatum: dag,
                Betaaldatum: anders ? dag.PlusDays(30) : null,
                Bedrag: centen / 100m,
                Btw: anders ? centen / 500 : null,
                Documenten: anders ? [Guid.Empty.ToString("N"), "doc-2"] : null
            ),
            2 => new(id, Kostensoort.Traject, "B", Medewerker: tekst ?? "P-2", AfgerondOp: dag),
            _ => new(id, Kostensoort.Praktijkleerplaats, "D", Omschrijving: tekst, Medewerker: "P-3", Weken: centen % 60),
        };
    }
}
