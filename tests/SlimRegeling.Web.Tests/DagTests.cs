using System.Globalization;
using System.Net;
using Microsoft.Playwright;

namespace SlimRegeling.Web.Tests;

/// <summary>What the scheme manager sees and does on the day itself, in a browser without script.</summary>
[Collection(nameof(Daghuis))]
public sealed class DagTests(Daghuis huis, Browser browser)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_page_of_the_day_shows_how_it_stands_and_refreshes_itself()
    {
        var blad = await Aangemeld(Daghuis.Beheerder);
        await blad.GetByRole(AriaRole.Link, new() { Name = "Beheer" }).ClickAsync();
        var antwoord = await blad.RunAndWaitForResponseAsync(
            () => blad.GetByRole(AriaRole.Link, new() { Name = Daghuis.Tijdvak }).ClickAsync(),
            a => a.Url.Contains("/beheer/tijdvakken/", StringComparison.Ordinal)
        );
        Assert.Equal("5", await antwoord.HeaderValueAsync("refresh"));
        var tekst = await blad.Locator("main").InnerTextAsync();
        foreach (var stuk in (string[])["€\u00a020.000,00", "Apart voor bezwaren\nniets", "Ingediend\n1", "Niet te zien: betalingen."])
        {
            Assert.Contains(stuk, tekst, StringComparison.Ordinal);
        }
        Assert.Matches(@"Open concepten\s+[1-9]", tekst);
        var minuten = await blad.GetByText("Ingediend per minuut, als tabel")
            .Locator("xpath=..")
            .Locator("tbody tr")
            .AllTextContentsAsync();
        Assert.Equal(1, minuten.Sum(m => int.Parse(m.Trim().Split('\n')[^1], CultureInfo.InvariantCulture)));
        Assert.Matches(@"(GET|POST|PUT) /v1/\S+\s+[1-9]", tekst);

        var eerst = await Stand(blad);
        await Assertions.Expect(blad.Locator("main p strong").First).Not.ToHaveTextAsync(eerst, new() { Timeout = 15_000 });
        await blad.GetByRole(AriaRole.Link, new() { Name = "Stop met verversen" }).ClickAsync();
        await blad.GetByText("Deze pagina staat stil.").WaitForAsync();
        await blad.Context.CloseAsync();
    }

    [Fact]
    public async Task What_fails_fast_stands_among_the_errors_with_its_number_and_a_total()
    {
        using var client = new HttpClient { BaseAddress = huis.Adres };
        for (var i = 0; i < 12; i++)
        {
            Assert.Equal(HttpStatusCode.InternalServerError, (await client.GetAsync("/v1/kapot", Ct)).StatusCode);
        }
        await huis.ZegOnzin();
        var blad = await Aangemeld(Daghuis.Beheerder);
        var fouten = blad.Locator("section[aria-labelledby=fouten]");
        var bericht = fouten.GetByRole(AriaRole.Row).Filter(new() { HasText = "aanvragen: tijdvak-gewijzigd" });
        for (var poging = 0; poging < 100 && await bericht.CountAsync() == 0; poging++)
        {
            await Task.Delay(100, Ct);
            await blad.Ga($"/beheer/tijdvakken/{Daghuis.Tijdvak}?ververs=nee");
        }
        Assert.Matches(@"bericht\s+[1-9]", await bericht.InnerTextAsync());
        var verzoek = fouten.GetByRole(AriaRole.Row).Filter(new() { HasText = "GET /v1/kapot" });
        Assert.Matches(@"verzoek\s+12\s+12", await verzoek.InnerTextAsync());
        var totaal = int.Parse(await fouten.Locator("dd").First.InnerTextAsync(), System.Globalization.CultureInfo.InvariantCulture);
        Assert.True(totaal >= 12);
        var aantallen = (await fouten.Locator("td strong").AllInnerTextsAsync())
            .Select(a => int.Parse(a, System.Globalization.CultureInfo.InvariantCulture))
            .ToList();
        Assert.Equal(aantallen.OrderDescending(), aantallen);
        await blad.Context.CloseAsync();
    }

    [Fact]
    public async Task It_tells_who_takes_the_messages_when_one_was_last_handled_and_where_was_measured()
    {
        var blad = await Aangemeld(Daghuis.Beheerder);
        await blad.Ga($"/beheer/tijdvakken/{Daghuis.Tijdvak}?ververs=nee");
        var rij = blad.Locator("section[aria-labelledby=verkeer]").GetByRole(AriaRole.Row).Filter(new() { HasText = "aanvragen" });
        Assert.Equal("1", await rij.Locator("td[data-kop=Afnemers]").InnerTextAsync());
        Assert.Matches(@"\d+\.\d\d(\.\d\d)? uur", await rij.Locator("td[data-kop='Laatst verwerkt']").InnerTextAsync());
        var processen = await blad.Locator("section[aria-labelledby=processen]").InnerTextAsync();
        Assert.Contains($"proces {Environment.ProcessId} (sinds", processen, StringComparison.Ordinal);
        Assert.Contains("Niet gemeten: betalingen.", processen, StringComparison.Ordinal);
        await blad.Context.CloseAsync();
    }

    [Theory]
    [InlineData("/beheer")]
    [InlineData("/beheer/berichten")]
    [InlineData("/beheer/mededeling")]
    [InlineData($"/beheer/tijdvakken/{Daghuis.Tijdvak}?ververs=nee")]
    public async Task A_page_can_be_used_by_everyone_wide_and_on_320_pixels(string pad)
    {
        var blad = await browser.Open(huis.Adres, scripts: true);
        await Browser.MeldAan(blad, Daghuis.Regelbeheerder);
        await blad.Ga(pad);
        await Browser.IsBruikbaar(blad, pad);
        await blad.Context.CloseAsync();
    }

    [Fact]
    public async Task A_window_of_which_Aanvragen_has_not_heard_yet_is_shown_with_zeros_and_an_unknown_one_is_not_there()
    {
        await huis.Publiceer("2026-vers-mkb");
        await huis.Tel("with weg as (delete from aanvragen.tijdvak where tijdvak = '2026-vers-mkb' returning 1) select count(*) from weg");
        var blad = await Aangemeld(Daghuis.Beheerder);

        var antwoord = await blad.Ga("/beheer/tijdvakken/2026-vers-mkb?ververs=nee");

        Assert.Equal(200, antwoord!.Status);
        var tekst = await blad.Locator("main").InnerTextAsync();
        foreach (var stuk in (string[])["€\u00a020.000,00", "Ingediend\n0", "Laatste indiening\nnog geen", "Open concepten\n0"])
        {
            Assert.Contains(stuk, tekst, StringComparison.Ordinal);
        }
        Assert.Equal(404, (await blad.Ga("/beheer/tijdvakken/2026-nooit-mkb?ververs=nee"))!.Status);
        await blad.Context.CloseAsync();
    }

    [Fact]
    public async Task Nothing_on_the_page_of_the_day_is_of_a_person()
    {
        var blad = await Aangemeld(Daghuis.Beheerder);
        await blad.Ga($"/beheer/tijdvakken/{Daghuis.Tijdvak}?ververs=nee");
        var tekst = await blad.Locator("main").InnerTextAsync();
        Assert.DoesNotMatch("SLIM-[0-9A-Z]{10}", tekst);
        Assert.DoesNotContain("69599084", tekst, StringComparison.Ordinal);
        Assert.DoesNotContain("ondernemer", tekst, StringComparison.OrdinalIgnoreCase);
        await blad.Context.CloseAsync();
    }

    [Theory]
    [InlineData("/beheer")]
    [InlineData("/beheer/berichten")]
    [InlineData("/beheer/mededeling")]
    [InlineData($"/beheer/tijdvakken/{Daghuis.Tijdvak}")]
    public async Task An_applicant_does_not_come_here(string pad)
    {
        var blad = await Aangemeld(Daghuis.Ondernemer);
        Assert.Equal((int)HttpStatusCode.Forbidden, (await blad.Ga(pad))!.Status);
        await blad.Context.CloseAsync();
    }

    [Fact]
    public async Task A_window_that_is_nowhere_has_no_page_of_the_day()
    {
        var blad = await Aangemeld(Daghuis.Regelbeheerder);
        Assert.Equal(404, (await blad.Ga("/beheer/tijdvakken/bestaat-niet"))!.Status);
        await blad.Context.CloseAsync();
    }

    [Fact]
    public async Task One_click_tells_everyone_and_another_takes_it_back()
    {
        var blad = await Aangemeld(Daghuis.Regelbeheerder);
        await blad.Ga($"/beheer/tijdvakken/{Daghuis.Tijdvak}?ververs=nee");
        await blad.GetByRole(AriaRole.Button, new() { Name = "Plaats deze tekst" }).Nth(1).ClickAsync();
        await blad.GetByRole(AriaRole.Complementary, new() { Name = "Mededeling" }).WaitForAsync();

        var lezer = await browser.Open(huis.Adres);
        foreach (var pad in (string[])["/", "/bestaat-niet"])
        {
            await lezer.Ga(pad);
            Assert.Contains(
                "Indienen lukt nu niet altijd",
                await lezer.GetByRole(AriaRole.Complementary, new() { Name = "Mededeling" }).InnerTextAsync(),
                StringComparison.Ordinal
            );
        }
        using var client = new HttpClient { BaseAddress = huis.Adres };
        Assert.Contains("Mededeling: Indienen lukt nu", await client.GetStringAsync("/openapi/zaken.json", Ct), StringComparison.Ordinal);

        await blad.Ga("/beheer/mededeling");
        await blad.GetByLabel("Tekst").FillAsync("Let op: het tijdvak sluit om 17.00 uur.");
        await blad.GetByLabel("Soort").SelectOptionAsync("Waarschuwing");
        await blad.GetByLabel("Tonen tot").FillAsync("2020-01-01T09:00");
        await blad.GetByRole(AriaRole.Button, new() { Name = "Plaatsen" }).ClickAsync();
        await blad.GetByText("Kies een moment dat nog komt").WaitForAsync();
        await blad.GetByLabel("Tonen tot").FillAsync("2099-01-01T09:00");
        await blad.GetByRole(AriaRole.Button, new() { Name = "Plaatsen" }).ClickAsync();
        await blad.GetByText("tot 1 januari 2099, 9.00 uur").WaitForAsync();
        await blad.GetByRole(AriaRole.Button, new() { Name = "Van alle pagina's halen" }).ClickAsync();
        await Assertions.Expect(blad.GetByRole(AriaRole.Complementary, new() { Name = "Mededeling" })).ToHaveCountAsync(0);
        await lezer.Context.CloseAsync();
        await blad.Context.CloseAsync();
    }

    [Fact]
    public async Task A_message_that_stands_apart_is_read_and_sent_again()
    {
        var blad = await Aangemeld(Daghuis.Beheerder);
        await blad.Ga("/beheer/berichten");
        var kaart = blad.Locator(".slim-kaart").Filter(new() { HasText = Daghuis.Stuk });
        await kaart.GetByText("Wat er misging").ClickAsync();
        Assert.True(await kaart.GetByText("de kolom was er nog niet").IsVisibleAsync());
        Assert.Equal(0, await blad.Locator("#bericht").CountAsync());
        await kaart.GetByRole(AriaRole.Link, new() { Name = "Bekijk het bericht" }).ClickAsync();
        Assert.Contains(Daghuis.Stuk, await kaart.Locator("#bericht").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(1, await huis.Tel("select count(*) from aanvragen.inzage where wat = 'bericht'"));
        await kaart.GetByRole(AriaRole.Button, new() { Name = "Opnieuw aanbieden" }).ClickAsync();
        await blad.GetByText("Het bericht is opnieuw aangeboden").WaitForAsync();
        // Asked for now, done in a round of the program.
        for (var poging = 0; poging < 300 && await kaart.CountAsync() > 0; poging++)
        {
            await Task.Delay(100, TestContext.Current.CancellationToken);
            await blad.Ga("/beheer/berichten");
        }
        Assert.Equal(0, await kaart.CountAsync());
        Assert.Equal(1, await huis.Tel($"select count(*) from aanvragen.tijdvak where tijdvak = '{Daghuis.Stuk}'"));
        await blad.Context.CloseAsync();
    }

    private static Task<string> Stand(IPage blad) => blad.Locator("main p strong").First.InnerTextAsync();

    private async Task<IPage> Aangemeld(string wie)
    {
        var blad = await browser.Open(huis.Adres);
        await Browser.MeldAan(blad, wie);
        return blad;
    }
}
