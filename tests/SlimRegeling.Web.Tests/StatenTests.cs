using Microsoft.Playwright;
using SlimRegeling.Platform;

namespace SlimRegeling.Web.Tests;

/// <summary>Pages with what breaks them first: names of 200 characters without a space, and very many rows.</summary>
public sealed class StatenTests(Portaalhuis huis, Browser browser)
{
    private const int Activiteiten = 25;
    private const int Regels = 100;

    private static readonly PageGotoOptions Geduld = new() { Timeout = 60_000 };

    private static readonly string Lang = new('W', 200);

    [Fact]
    public async Task Long_names_zoom_text_spacing_and_paper_cut_nothing_off_on_any_page_of_an_application()
    {
        var tijdvak = await huis.Tijdvak("2026-staten-mkb");
        var zaak = await huis.Concept(
            tijdvak,
            Portaalhuis
                .Volledig.Replace("Bouwbedrijf De Troffel B.V.", Lang, StringComparison.Ordinal)
                .Replace("Een opleidingsplan.", Lang, StringComparison.Ordinal)
        );
        var blad = await Portaal.Aangemeld(huis, browser, scripts: true);
        var fouten = new List<string>();
        foreach (var pad in (string[])["", "/onderneming", "/plan", "/documenten", "/indienen"])
        {
            await Bladvorm.Bekijk(blad, $"/aanvragen/{zaak}{pad}", fouten);
        }
        await blad.Ga($"/aanvragen/{zaak}/indienen");
        await blad.Locator("#akkoord").CheckAsync();
        await Portaal.Knop(blad, "Onderteken en dien in");
        await blad.WaitForURLAsync("**/ontvangst");
        await huis.Stil();
        await Portaal.Knop(await Melding(blad, zaak), "Verstuur de melding");
        await blad.WaitForURLAsync("**/zaken/*");
        foreach (
            var pad in (string[])
                [
                    $"/aanvragen/{zaak}/ontvangst",
                    $"/zaken/{zaak}",
                    $"/aanvragen/{zaak}/intrekken",
                    "/zaken",
                    "/aanvragen",
                    "/",
                    "/toegankelijkheid",
                ]
        )
        {
            await Bladvorm.Bekijk(blad, pad, fouten);
        }
        Assert.Empty(fouten);
        await blad.Context.CloseAsync();
    }

    /// <summary>
    /// The longest application that the form takes: 25 activities with a hundred lines each, all on one page. That it fits is looked at over all
    /// rows. Axe looks at the first two rows and at the last one: over thousands of fields that are made alike it takes minutes.
    /// </summary>
    [Fact]
    public async Task The_most_rows_that_the_form_takes_are_shown_and_kept_and_fit_on_a_telephone()
    {
        var tijdvak = await huis.Tijdvak("2026-duizend-mkb");
        var regels = string.Join(',', Enumerable.Range(1, Regels).Select(i => $$"""{"uren":{{i}},"uurtarief":"100.00"}"""));
        var activiteiten = string.Join(',', Enumerable.Repeat($$"""{"soort":"A","externeUren":[{{regels}}]}""", Activiteiten));
        var zaak = await huis.Concept(
            tijdvak,
            Portaalhuis.Volledig.Replace(
                """{"soort":"A","externeUren":[{"uren":80,"uurtarief":"125.00"}]}""",
                activiteiten,
                StringComparison.Ordinal
            )
        );
        var blad = await Portaal.Aangemeld(huis, browser, scripts: true);
        await blad.Ga($"/aanvragen/{zaak}/activiteiten", Geduld);
        Assert.Equal(Activiteiten * Regels, await blad.Locator("fieldset.slim-rij fieldset.slim-rij").CountAsync());
        var laatste = $"#v-activiteiten-{Activiteiten - 1}-externeUren-{Regels - 1}";
        await IsHeel(blad, "#v-activiteiten-0-externeUren-0", "#v-activiteiten-0-externeUren-1", laatste);
        await blad.Locator($"{laatste}-uren").FillAsync("77");
        await Portaal.Knop(blad, "Opslaan en later verder");
        await blad.WaitForURLAsync($"**/{zaak}", new() { Timeout = 60_000 });
        var bewaard = (await huis.Lees($"/v1/aanvragen/{zaak}/concept")).GetProperty("activiteiten");
        Assert.Equal(Activiteiten * Regels, bewaard.EnumerateArray().Sum(a => a.GetProperty("externeUren").GetArrayLength()));
        Assert.Equal("77", bewaard[Activiteiten - 1].GetProperty("externeUren")[Regels - 1].GetProperty("uren").ToString());
        await blad.Ga($"/aanvragen/{zaak}/indienen", Geduld);
        await IsHeel(blad, "section[aria-labelledby=taak-onderneming]", "main > :last-child");
        await blad.Context.CloseAsync();
    }

    /// <summary>
    /// A list never shows them all: 25 a page, and axe looks at all of that. Other lists are looked at in <see cref="LijstbladTests"/>; what
    /// everyone can read of a window names no case, and its order is a file.
    /// </summary>
    [Fact]
    public async Task A_thousand_cases_of_one_enterprise_are_read_page_by_page_and_each_page_fits_on_a_telephone()
    {
        const string Kvk = "91000031";
        huis.Registreer("duizend", "Dora Duizend", Kvk);
        var nummers = Enumerable.Range(0, 1000).Select(_ => Zaaknummer.Trek().ToString()).ToHashSet(StringComparer.Ordinal);
        await huis.Voer(
            $"""
            insert into zaken.zaak (zaaknummer, kvk_nummer, tijdvak, regelversie, ingediend_op, gevraagd, status, status_op)
            select z.nummer, '{Kvk}', '2024-een-tijdvak-met-een-heel-lange-naam-mkb', 'slim-2026', now() - interval '2 years' - z.n * interval '1 minute',
              123456789.12, z.n % 10, now() - interval '2 years'
            from unnest(string_to_array('{string.Join(',', nummers)}', ',')) with ordinality as z(nummer, n)
            """
        );
        var blad = await Portaal.Aangemeld(huis, browser, scripts: true, wie: "Dora Duizend");
        await Portaal.IsBruikbaar(blad, "zaken-duizend");
        await blad.SetViewportSizeAsync(320, 900);
        var gezien = new List<string>();
        var verder = blad.Locator("a[rel=next]");
        while (true)
        {
            Assert.Empty(await blad.EvaluateAsync<string[]>(Bladvorm.Past));
            gezien.AddRange(await blad.Locator("tbody th").AllInnerTextsAsync());
            if (await verder.CountAsync() == 0)
            {
                break;
            }
            await blad.Ga((await verder.GetAttributeAsync("href"))!);
        }
        await Portaal.IsBruikbaar(blad, "zaken-duizend-laatste");
        Assert.Equal(nummers.Order(StringComparer.Ordinal), gezien.Order(StringComparer.Ordinal));
        await blad.Context.CloseAsync();

        var collega = await Portaal.Aangemeld(huis, browser, scripts: true, wie: Portaalhuis.Beoordelaar);
        await collega.Ga($"/zaken?zoek={Kvk}");
        Assert.Equal(25, await collega.Locator("tbody th").CountAsync());
        await Portaal.IsBruikbaar(collega, "zaken-duizend-medewerker");
        await collega.Context.CloseAsync();
    }

    /// <summary>Of all of it that it fits, wide and on 320 pixels; of these parts also what axe finds, light and dark.</summary>
    private static async Task IsHeel(IPage blad, params string[] delen)
    {
        foreach (var breedte in (int[])[1280, 320])
        {
            await blad.SetViewportSizeAsync(breedte, 900);
            Assert.Empty(await blad.EvaluateAsync<string[]>(Bladvorm.Past));
            Assert.Empty(await Axe.Gebreken(blad, delen));
        }
        await blad.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        Assert.Empty(await Axe.Kleurgebreken(blad, delen));
        await blad.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
    }

    private static async Task<IPage> Melding(IPage blad, string zaak)
    {
        await blad.Ga($"/aanvragen/{zaak}/melden");
        await blad.Locator("#tekst").FillAsync(Lang + Lang);
        return blad;
    }
}
