using System.Text;
using Microsoft.Playwright;
using SlimRegeling.Omgeving;

namespace SlimRegeling.Web.Tests;

/// <summary>A recipient accounts for a subsidy: line by line on a telephone, or with a spreadsheet; and is told what is missing before it is sent.</summary>
public sealed class DeclaratiereisTests(Portaalhuis huis, Browser browser)
{
    private const string Inlezen = "form[action$='/declaratie/inlezen'] button[type=submit]";

    [Fact]
    public async Task On_a_telephone_lines_documents_and_reports_are_given_and_the_declaration_is_sent_with_a_receipt()
    {
        var zaak = await Projectzaak.Gehoord(huis, "2026-declaratie-mkb", Projectzaak.OpVerzoek);
        var blad = await Telefoon();
        await blad.Ga($"/zaken/{zaak}");
        await blad.GetByRole(AriaRole.Link, new() { Name = "Uw project en verantwoorden" }).ClickAsync();
        await Ziet(blad, "Uw project en verantwoorden");
        Assert.Contains("€\u00a08.000,00", await blad.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await IsBruikbaar(blad, "verantwoorden");
        await blad.GetByRole(AriaRole.Link, new() { Name = "Werk aan uw declaratie" }).ClickAsync();
        await Ziet(blad, "Uw declaratie");

        await blad.GetByRole(AriaRole.Link, new() { Name = "Eigen uren toevoegen" }).ClickAsync();
        await Ziet(blad, "Eigen uren");
        await Portaal.Knop(blad, "Bewaar deze regel");
        await Assertions.Expect(blad.Locator("#fouten li")).ToHaveCountAsync(5);
        await IsBruikbaar(blad, "declaratie-uren-fout");
        await blad.Locator("#v-medewerker").FillAsync("P-01");
        // Whatever day of the week it is, that week is meant.
        await blad.Locator("#v-week").FillAsync("6-3-2024");
        await blad.Locator("#v-uren").FillAsync("7,5");
        await blad.Locator("#v-uurtarief").FillAsync("31,68");
        await blad.Locator("#v-brutojaarloon").FillAsync("41280,00");
        await blad.Locator("#bestand").SetInputFilesAsync(Projectzaak.Bestand("urenlijst.pdf", Proefpdf.Van("uren")));
        await Portaal.Knop(blad, "Bewaar en voeg er nog een toe");
        await blad.GetByText("De regel staat in uw declaratie.").WaitForAsync();
        await blad.Ga($"/aanvragen/{zaak}/declaratie");
        var tekst = await blad.Locator("main").InnerTextAsync();
        Assert.Contains("week van 4 maart 2024", tekst, StringComparison.Ordinal);
        Assert.Contains("€\u00a0237,60", tekst, StringComparison.Ordinal);
        Assert.Contains("€\u00a010.000,00", tekst, StringComparison.Ordinal);
        await IsBruikbaar(blad, "declaratie");

        // A line is changed at its own page, with the document that was sent ticked.
        await blad.Locator("tbody th a").First.ClickAsync();
        await Ziet(blad, "Eigen uren");
        await Assertions.Expect(blad.Locator("#v-week")).ToHaveValueAsync("04-03-2024");
        await Assertions.Expect(blad.Locator("#stuk-0")).ToBeCheckedAsync();
        await blad.Locator("#v-uren").FillAsync("8");
        await Portaal.Knop(blad, "Bewaar deze regel");
        await Ziet(blad, "Uw declaratie");
        Assert.Contains("€\u00a0253,44", await blad.Locator("main").InnerTextAsync(), StringComparison.Ordinal);

        // An invoice is written there too, with a photo of it or whatever one has.
        await blad.GetByRole(AriaRole.Link, new() { Name = "Factuur toevoegen" }).ClickAsync();
        await Ziet(blad, "Factuur");
        await Portaal.Knop(blad, "Bewaar deze regel");
        await Assertions.Expect(blad.Locator("#v-factuurdatum-fout")).ToBeVisibleAsync();
        await IsBruikbaar(blad, "declaratie-factuur-fout");
        await blad.Locator("#v-leverancier").FillAsync($"Advies van {zaak} B.V.");
        await blad.Locator("#v-factuurnummer").FillAsync("F-1");
        await blad.Locator("#v-factuurdatum").FillAsync("4-3-2024");
        await blad.Locator("#v-betaaldatum").FillAsync("18-3-2024");
        await blad.Locator("#v-adviseur-1").CheckAsync();
        await blad.Locator("#v-bedrag").FillAsync("1232,00");
        await blad.Locator("#v-btw").FillAsync("258,72");
        await blad.Locator("#bestand").SetInputFilesAsync(Projectzaak.Bestand("factuur.pdf", Proefpdf.Van("factuur")));
        await IsBruikbaar(blad, "declaratie-factuur");
        await Portaal.Knop(blad, "Bewaar deze regel");
        await Ziet(blad, "Uw declaratie");
        var factuur = blad.Locator("section[aria-labelledby=regels] tbody tr").Filter(new() { HasText = "F-1" });
        await Assertions.Expect(factuur).ToContainTextAsync("€\u00a01.232,00");
        await Assertions.Expect(factuur.Locator("td[data-kop=Documenten]")).ToHaveTextAsync("1");
        await IsBruikbaar(blad, "declaratie-met-factuur");

        await blad.GetByRole(AriaRole.Link, new() { Name = "Controleer en dien in" }).ClickAsync();
        await Ziet(blad, "Declaratie indienen");
        Assert.Contains("Wat nog ontbreekt", await blad.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await IsBruikbaar(blad, "declaratie-ontbreekt");
        await blad.Ga($"/aanvragen/{zaak}/declaratie/verslagen");
        foreach (var keuze in await blad.Locator("input[type=file]").AllAsync())
        {
            await keuze.SetInputFilesAsync(Projectzaak.Bestand("verslag.pdf", Proefpdf.Van("verslag")));
        }
        await IsBruikbaar(blad, "declaratie-verslagen");
        await Portaal.Knop(blad, "Bewaar");
        await Ziet(blad, "Uw declaratie");
        await huis.Stil();

        await blad.Ga($"/aanvragen/{zaak}/declaratie/indienen");
        await IsBruikbaar(blad, "declaratie-indienen");
        await Portaal.Knop(blad, "Dien uw declaratie in");
        await Ziet(blad, "Uw declaratie");
        var bon = await blad.Locator("main").InnerTextAsync();
        Assert.Contains("Wij hebben uw declaratie ontvangen", bon, StringComparison.Ordinal);
        Assert.DoesNotContain("Regels toevoegen", bon, StringComparison.Ordinal);
        await IsBruikbaar(blad, "declaratie-ontvangen");
        await blad.Context.CloseAsync();

        var buurman = await Portaal.Aangemeld(huis, browser, wie: Portaalhuis.Buurman);
        Assert.Equal(404, (await buurman.Ga($"/aanvragen/{zaak}/declaratie"))!.Status);
        await buurman.Context.CloseAsync();
    }

    [Fact]
    public async Task An_item_of_the_budget_that_differs_a_fifth_is_explained_apart()
    {
        const string Veld = "#afwijking-C-overige-externe-kosten";
        var zaak = await Projectzaak.Gehoord(huis, "2026-posten-mkb", Projectzaak.MetPosten);
        var pad = $"/v1/verantwoordingen/{zaak}/declaratie/concept";
        var regel = new
        {
            id = "een",
            soort = "factuur",
            activiteit = "C",
            partij = "69599084",
            leverancier = $"Leverancier van {zaak} B.V.",
            factuurnummer = "F-1",
            factuurdatum = "2026-01-05",
            betaaldatum = "2026-01-19",
            bedrag = "150000.00",
        };
        await huis.Gelukt("ondernemer", HttpMethod.Put, pad, new { regels = (object[])[regel] });
        var blad = await Portaal.Aangemeld(huis, browser);
        await blad.Ga($"/aanvragen/{zaak}/declaratie");
        var rij = blad.Locator("tbody tr").Filter(new() { HasText = "andere externe kosten" });
        await Assertions.Expect(rij).ToContainTextAsync("Dit verschilt veel van de verlening. Leg uit waarom.");
        await Assertions.Expect(rij).ToContainTextAsync("€\u00a0200.000,00");
        await Portaal.IsBruikbaarOokSmal(blad, "declaratie-posten");

        await blad.Ga($"/aanvragen/{zaak}/declaratie/verslagen");
        Assert.Equal(1, await blad.Locator("textarea[id^=afwijking-]").CountAsync());
        await Assertions
            .Expect(blad.Locator("section[aria-labelledby=verslag-activiteitenverslag]"))
            .ToContainTextAsync("Maak dit verslag op het model van de minister. Waar u het vindt: de pagina over de SLIM-regeling");
        await Assertions.Expect(blad.Locator($"{Veld}-hulp")).ToContainTextAsync("€\u00a0150.000,00");
        await blad.Locator(Veld).FillAsync("De uitvoering was goedkoper.");
        await Portaal.IsBruikbaarOokSmal(blad, "verslagen-posten");
        await Portaal.Knop(blad, "Bewaar");
        await Ziet(blad, "Uw declaratie");
        var bewaard = Assert.Single((await huis.Gelukt("ondernemer", HttpMethod.Get, pad)).GetProperty("afwijkingen").EnumerateArray());
        Assert.Equal(
            ("C", "overige-externe-kosten", "De uitvoering was goedkoper."),
            (
                bewaard.GetProperty("activiteit").GetString(),
                bewaard.GetProperty("post").GetString(),
                bewaard.GetProperty("uitleg").GetString()
            )
        );
        // What was written of an item that nothing stands in stays until it is made empty.
        var eerder = new
        {
            activiteit = "C",
            post = "externe-adviseur",
            uitleg = "Zij hielpen niet.",
        };
        await huis.Gelukt("ondernemer", HttpMethod.Put, pad, new { regels = (object[])[regel], afwijkingen = (object[])[eerder] });
        await blad.Ga($"/aanvragen/{zaak}/declaratie/verslagen");
        await Assertions.Expect(blad.Locator("#afwijking-C-externe-adviseur")).ToHaveValueAsync("Zij hielpen niet.");
        await Assertions.Expect(blad.Locator(Veld)).ToHaveValueAsync("");
        await blad.Context.CloseAsync();
    }

    [Fact]
    public async Task What_another_contributed_names_a_party_and_stays_as_it_was_kept_while_a_row_cannot_be_read()
    {
        var zaak = await Projectzaak.Gehoord(huis, "2026-bijdragen-mkb", Projectzaak.MetPosten);
        var pad = $"/v1/verantwoordingen/{zaak}/declaratie/concept";
        var eerste = new
        {
            van = "Gemeente Utrecht",
            bedrag = "1000.00",
            partij = "69599084",
        };
        await huis.Gelukt("ondernemer", HttpMethod.Put, pad, new { regels = Array.Empty<object>(), bijdragen = (object[])[eerste] });
        var blad = await Portaal.Aangemeld(huis, browser);
        await blad.Ga($"/aanvragen/{zaak}/declaratie/verslagen");
        await Assertions.Expect(blad.Locator("#bijdrage-partij-0")).ToHaveValueAsync("69599084");
        await blad.Locator("#bijdrage-bedrag-0").FillAsync("duizend");
        await blad.Locator("#bijdrage-van-1").FillAsync("O&O-fonds");
        await blad.Locator("#bijdrage-bedrag-1").FillAsync("15,08");
        await Portaal.Knop(blad, "Bewaar");
        await Assertions.Expect(blad.Locator("#bijdrage-bedrag-0-fout")).ToBeVisibleAsync();
        await Assertions
            .Expect(blad.Locator("#bijdrage-partij-1-fout"))
            .ToContainTextAsync("Noem de partij van wie de kosten zijn: 68750110, 69599084.");
        await Portaal.IsBruikbaarOokSmal(blad, "verslagen-bijdragen-fout");
        Assert.Equal([("Gemeente Utrecht", "1000.00", "69599084")], await Bewaard());

        await blad.Locator("#bijdrage-bedrag-0").FillAsync("900,00");
        await blad.Locator("#bijdrage-partij-1").SelectOptionAsync("68750110");
        await Portaal.Knop(blad, "Bewaar");
        await Ziet(blad, "Uw declaratie");
        Assert.Equal([("Gemeente Utrecht", "900.00", "69599084"), ("O&O-fonds", "15.08", "68750110")], await Bewaard());
        await blad.Context.CloseAsync();

        async Task<IEnumerable<(string?, string?, string?)>> Bewaard() =>
            (await huis.Gelukt("ondernemer", HttpMethod.Get, pad))
                .GetProperty("bijdragen")
                .EnumerateArray()
                .Select(b => (b.GetProperty("van").GetString(), b.GetProperty("bedrag").GetString(), b.GetProperty("partij").GetString()));
    }

    [Fact]
    public async Task A_spreadsheet_with_a_mistake_is_told_by_line_and_column_and_a_good_one_gives_a_list_page_by_page_without_script()
    {
        var zaak = await Projectzaak.Gehoord(huis, "2026-rekenblad-mkb", Projectzaak.OpVerzoek);
        var blad = await Portaal.Aangemeld(huis, browser);
        await blad.Ga($"/aanvragen/{zaak}/declaratie/inlezen");
        await Portaal.Knop(blad, "Lees het bestand in");
        await Assertions.Expect(blad.Locator("#bestand-fout")).ToContainTextAsync("Kies eerst een bestand.");

        await Stuur(blad, Csv(zaak, "uren;A;P-01;4-3-2024;veel;31,68"));
        await Assertions.Expect(blad.Locator("#fouten")).ToContainTextAsync("Regel 3, kolom Uren");
        Assert.Equal(0, await Regels(zaak));
        // As full of refusals as it gets: every line, and words that have no place to break.
        var lang = new string('x', 60);
        await Stuur(blad, Csv(zaak, [.. Enumerable.Range(1, 120).Select(i => $"{lang};E;P-{i};4 {lang};{lang};0,001")]));
        await Assertions.Expect(blad.Locator("#fouten")).ToContainTextAsync("Dit zijn de eerste 100 fouten");
        await Portaal.IsBruikbaarOokSmal(blad, "inlezen-fouten");
        await Stuur(blad, Csv("SLIM-0000000012", "uren;A;P-01;4-3-2024;1;31,68"));
        await Assertions.Expect(blad.Locator("#fouten")).ToContainTextAsync("Regel 1, kolom B: dit bestand is van zaak 'SLIM-0000000012'");
        await Portaal.IsBruikbaarOokSmal(blad, "inlezen-andere-zaak");
        Assert.Equal(0, await Regels(zaak));
        // Cut off at the end of its second line: the first would be taken for all there is.
        var half = Csv(zaak, "uren;A;P-01;4-3-2024;1;31,68", "uren;A;P-02;4-3-2024;1;31,68");
        await Stuur(blad, half[..(half.AsSpan().IndexOf("uren;A;P-02"u8))]);
        await Assertions.Expect(blad.Locator("#fouten")).ToContainTextAsync("Regel 3: hier houdt het bestand op zonder de regel 'Einde'.");
        await Portaal.IsBruikbaarOokSmal(blad, "inlezen-half");
        Assert.Equal(0, await Regels(zaak));

        var rijen = Enumerable.Range(1, 26).Select(i => $"uren;A;P-{i};4-3-2024;1;31,68").ToArray();
        await Stuur(blad, Csv(zaak, rijen));
        await blad.GetByText("Er kwamen 26 regels bij.").WaitForAsync();
        Assert.Equal(25, await blad.Locator("section[aria-labelledby=regels] tbody tr").CountAsync());
        await Portaal.IsBruikbaarOokSmal(blad, "declaratie-ingelezen");
        await blad.Locator("a[rel=next]").ClickAsync();
        Assert.Equal(1, await blad.Locator("section[aria-labelledby=regels] tbody tr").CountAsync());
        Assert.Equal(404, (await blad.Ga($"/aanvragen/{zaak}/declaratie?bladzijde=3"))!.Status);

        // The same file again is the same lines.
        await blad.Ga($"/aanvragen/{zaak}/declaratie/inlezen");
        await Stuur(blad, Csv(zaak, rijen));
        await blad.GetByText("Er kwamen 0 regels bij.").WaitForAsync();
        Assert.Equal(26, await Regels(zaak));

        // A line is taken away at its own page.
        await blad.Locator("section[aria-labelledby=regels] tbody th a").First.ClickAsync();
        await Portaal.Knop(blad, "Haal deze regel weg");
        await blad.GetByText("De regel is weggehaald.").WaitForAsync();
        Assert.Equal(25, await Regels(zaak));
        await blad.Context.CloseAsync();
    }

    [Fact]
    public async Task A_line_that_was_typed_is_there_after_the_session_ended_and_one_that_was_changed_elsewhere_is_not_overwritten_unseen()
    {
        var zaak = await Projectzaak.Gehoord(huis, "2026-regelterug-mkb", Projectzaak.OpVerzoek);
        var blad = await Portaal.Aangemeld(huis, browser, scripts: true);
        await blad.Ga($"/aanvragen/{zaak}/declaratie/factuur");
        await blad.Locator("#v-leverancier").FillAsync("Advies B.V.");
        await blad.Locator("#v-factuurdatum").FillAsync("4-3-2024");
        await blad.Locator("#v-adviseur-1").CheckAsync();
        await blad.Locator("#v-bedrag").FillAsync("1232,00");
        await blad.Context.ClearCookiesAsync(new() { Name = "slimregeling" });
        await Portaal.Knop(blad, "Bewaar deze regel");
        await blad.GetByRole(AriaRole.Button, new() { Name = Portaalhuis.Ondernemer }).ClickAsync();
        await blad.WaitForURLAsync("**/declaratie/factuur");
        await Assertions.Expect(blad.Locator("#v-leverancier")).ToHaveValueAsync("Advies B.V.");
        await Portaal.Knop(blad, "Bewaar deze regel");
        await blad.WaitForURLAsync("**/declaratie");

        var regel = (await blad.Locator("section[aria-labelledby=regels] tbody th a").First.GetAttributeAsync("href"))!;
        await blad.Ga(regel);
        var ander = await Portaal.Aangemeld(huis, browser, scripts: true);
        await ander.Ga(regel);
        await ander.Locator("#v-bedrag").FillAsync("1000,00");
        await Portaal.Knop(ander, "Bewaar deze regel");
        await ander.WaitForURLAsync("**/declaratie");
        await ander.Context.CloseAsync();
        await blad.Locator("#v-bedrag").FillAsync("2000,00");
        await Portaal.Knop(blad, "Bewaar deze regel");
        await blad.GetByText("Deze regel is intussen ergens anders gewijzigd.").WaitForAsync();
        await Assertions.Expect(blad.Locator("#v-bedrag")).ToHaveValueAsync("2000,00");
        await blad.Context.CloseAsync();
    }

    [Fact]
    public async Task A_file_with_a_mistake_is_read_in_told_and_what_is_missing_looked_up_with_the_keyboard_alone()
    {
        var zaak = await Projectzaak.Gehoord(huis, "2026-rekentoets-mkb", Projectzaak.OpVerzoek);
        var blad = await Portaal.Aangemeld(huis, browser, scripts: true);
        await blad.Ga($"/aanvragen/{zaak}/declaratie/inlezen");
        await Toetsenbord.Naar(blad, "#bestand");
        await Kies(blad, Csv(zaak, "uren;A;P-01;4-3-2024;veel;31,68"));
        await Toetsenbord.Volg(blad, Inlezen);
        // Who hears the page is at what is wrong.
        await Assertions.Expect(blad.Locator("#fouten")).ToBeFocusedAsync();
        await Assertions.Expect(blad.Locator("#fouten li")).ToHaveCountAsync(1);

        await Toetsenbord.Naar(blad, "#bestand");
        await Kies(blad, Csv(zaak, "uren;A;P-01;4-3-2024;1;31,68"));
        await Toetsenbord.Volg(blad, Inlezen);
        await Ziet(blad, "Uw declaratie");
        await Toetsenbord.Volg(blad, $"main a[href='/aanvragen/{zaak}/declaratie/indienen']");
        await Toetsenbord.Volg(blad, "section[aria-labelledby=ontbreekt] li:first-child a");
        Assert.DoesNotContain("/indienen", blad.Url, StringComparison.Ordinal);
        await blad.Context.CloseAsync();
    }

    private static byte[] Csv(string zaak, params string[] regels) =>
        Encoding.UTF8.GetBytes(
            $"Zaaknummer;{zaak};Laatste regel: Einde\r\nSoort;Activiteit;Medewerker;Week;Uren;Uurtarief\r\n{string.Join("\r\n", regels)}\r\nEinde\r\n"
        );

    private static async Task Stuur(IPage blad, byte[] bestand)
    {
        await Kies(blad, bestand);
        await Portaal.Knop(blad, "Lees het bestand in");
    }

    private static Task Kies(IPage blad, byte[] bestand) =>
        blad.Locator("#bestand").SetInputFilesAsync(Projectzaak.Bestand("declaratie.csv", bestand));

    private async Task<int> Regels(string zaak) =>
        (await huis.Lees($"/v1/verantwoordingen/{zaak}/declaratie/concept")).GetProperty("regels").GetArrayLength();

    /// <summary>
    /// Until the page with this heading is there, to its foot, as a person sees it. Not until the browser says that all is loaded: pages here save by
    /// themselves what is typed, and that is missed, or late.
    /// </summary>
    private static async Task Ziet(IPage blad, string kop)
    {
        await blad.GetByRole(AriaRole.Heading, new() { Name = kop, Level = 1 }).WaitForAsync();
        await blad.Locator("footer").WaitForAsync();
    }

    /// <summary>A screen of 390 pixels.</summary>
    private async Task<IPage> Telefoon()
    {
        var blad = await browser.Open(huis.Adres, 390, scripts: true);
        await Browser.MeldAan(blad, Portaalhuis.Ondernemer);
        return blad;
    }

    /// <summary>As everyone looks at it; after it the page is that of a telephone again.</summary>
    private static async Task IsBruikbaar(IPage blad, string naam)
    {
        Assert.Empty(await blad.EvaluateAsync<string[]>(Bladvorm.Past));
        await Portaal.IsBruikbaarOokSmal(blad, naam);
        await blad.SetViewportSizeAsync(390, 844);
    }
}
