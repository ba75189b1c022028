using System.Net;
using Microsoft.Playwright;

namespace SlimRegeling.Web.Tests;

/// <summary>What people do on the site, in a browser without script.</summary>
public sealed class SiteTests(Sitehuis huis, Browser browser)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_front_page_tells_which_windows_are_open_and_for_how_long()
    {
        var blad = await browser.Open(huis.Adres);
        await blad.Ga("/");
        Assert.Contains("Nog 19 dagen open", await Kaart(blad, "t-open"), StringComparison.Ordinal);
        Assert.Contains("Gaat over 89 dagen open", await Kaart(blad, "t-komt"), StringComparison.Ordinal);
        Assert.Contains("Registreren kan vanaf", await Kaart(blad, "t-komt"), StringComparison.Ordinal);
        Assert.DoesNotContain("Registreren", await Kaart(blad, "t-open"), StringComparison.Ordinal);
        var gesloten = await Kaart(blad, "t-gesloten");
        Assert.Contains("Gesloten", gesloten, StringComparison.Ordinal);
        Assert.Contains("€\u00a0100.000,00", gesloten, StringComparison.Ordinal);
        Assert.Equal("nl", await blad.Locator("html").GetAttributeAsync("lang"));
        var document = await blad.GetByRole(AriaRole.Link, new() { Name = "zaken", Exact = true }).GetAttributeAsync("href");
        Assert.Equal("/openapi/zaken.json", document);
    }

    [Fact]
    public async Task An_entrepreneur_signs_in_sees_the_own_case_and_signs_out()
    {
        var blad = await browser.Open(huis.Adres);
        await blad.Ga("/");
        await blad.GetByRole(AriaRole.Link, new() { Name = "Aanmelden" }).ClickAsync();
        await blad.GetByRole(AriaRole.Button, new() { Name = Sitehuis.Ondernemer }).ClickAsync();
        await blad.WaitForURLAsync("**/aanvragen");
        await blad.Ga("/zaken");
        Assert.Equal("Mijn zaken", await blad.GetByRole(AriaRole.Heading, new() { Level = 1 }).InnerTextAsync());

        await blad.GetByRole(AriaRole.Link, new() { Name = huis.Zaak }).ClickAsync();
        Assert.Contains(huis.Zaak, await blad.TitleAsync(), StringComparison.Ordinal);
        var verleend = blad.GetByRole(AriaRole.Row).Filter(new() { HasText = "Subsidie verleend" });
        Assert.Contains("2.11, eerste lid", await verleend.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("€\u00a011.040,00", await verleend.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("uitvoering", await verleend.InnerTextAsync(), StringComparison.Ordinal);
        var nu = await blad.Locator("section[aria-labelledby=nu]").InnerTextAsync();
        foreach (var termijn in (string[])["De periode om uw plan uit te voeren loopt tot en met", "Wij stellen de subsidie uiterlijk op"])
        {
            Assert.Contains(termijn, nu, StringComparison.Ordinal);
        }

        await blad.GetByRole(AriaRole.Button, new() { Name = "Afmelden" }).ClickAsync();
        await blad.GetByRole(AriaRole.Link, new() { Name = "Aanmelden" }).WaitForAsync();
        await blad.Context.CloseAsync();
    }

    [Fact]
    public async Task The_neighbour_gets_the_page_that_says_it_is_not_there()
    {
        var blad = await browser.Open(huis.Adres);
        await Browser.MeldAan(blad, Sitehuis.Buurman);
        Assert.Contains("nog geen aanvraag ingediend", await blad.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        var antwoord = await blad.Ga($"/zaken/{huis.Zaak}");
        Assert.Equal(404, antwoord!.Status);
        Assert.Equal("Deze pagina is er niet", await blad.GetByRole(AriaRole.Heading, new() { Level = 1 }).InnerTextAsync());
        await blad.Context.CloseAsync();
    }

    [Fact]
    public async Task An_employee_searches_by_number_and_is_told_what_is_wrong_with_it()
    {
        var blad = await browser.Open(huis.Adres);
        await Browser.MeldAan(blad, Sitehuis.Beoordelaar);
        var zoek = blad.GetByLabel("Nummer, naam of woorden");
        await zoek.FillAsync("!?");
        await blad.GetByRole(AriaRole.Button, new() { Name = "Zoeken" }).ClickAsync();
        await blad.GetByText("Geef een zaaknummer of het begin ervan").WaitForAsync();
        await zoek.FillAsync("11111111");
        await blad.GetByLabel("Status").SelectOptionAsync("verleend");
        await blad.GetByRole(AriaRole.Button, new() { Name = "Zoeken" }).ClickAsync();
        await blad.GetByRole(AriaRole.Link, new() { Name = huis.Zaak }).WaitForAsync();
        await blad.Context.CloseAsync();
    }

    [Theory]
    [InlineData("/bestaat-niet", HttpStatusCode.NotFound, "Deze pagina is er niet")]
    [InlineData("/kapot", HttpStatusCode.InternalServerError, "Er ging bij ons iets mis")]
    public async Task What_goes_wrong_is_told_in_plain_words_with_its_own_status(string pad, HttpStatusCode status, string titel)
    {
        using var client = new HttpClient { BaseAddress = huis.Adres };
        using var antwoord = await client.GetAsync(pad, Ct);
        Assert.Equal(status, antwoord.StatusCode);
        Assert.Contains(
            $"<h1 class=\"utrecht-heading-1\">{titel}</h1>",
            await antwoord.Content.ReadAsStringAsync(Ct),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("/slim.css", "text/css")]
    [InlineData("/portaal.css", "text/css")]
    [InlineData("/portaal.js", "text/javascript")]
    [InlineData("/meldingen.js", "text/javascript")]
    [InlineData("/klad.js", "text/javascript")]
    [InlineData("/scan.js", "text/javascript")]
    [InlineData("/delen.js", "text/javascript")]
    [InlineData("/ui/utrecht.css", "text/css")]
    [InlineData("/ui/tokens.css", "text/css")]
    [InlineData("/ui/source-sans-3-400.woff2", "font/woff2")]
    public async Task Style_and_font_come_from_this_site(string pad, string soort)
    {
        using var client = new HttpClient { BaseAddress = huis.Adres };
        using var antwoord = await client.GetAsync(pad, Ct);
        Assert.Equal(HttpStatusCode.OK, antwoord.StatusCode);
        Assert.Equal(soort, antwoord.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task An_unknown_address_of_the_api_still_answers_with_a_problem()
    {
        using var client = new HttpClient { BaseAddress = huis.Adres };
        using var antwoord = await client.GetAsync("/v1/bestaat-niet", Ct);
        Assert.Equal(HttpStatusCode.NotFound, antwoord.StatusCode);
        Assert.Equal("application/problem+json", antwoord.Content.Headers.ContentType!.MediaType);
    }

    private static Task<string> Kaart(IPage blad, string id) => blad.Locator(".slim-kaart").Filter(new() { HasText = id }).InnerTextAsync();
}
