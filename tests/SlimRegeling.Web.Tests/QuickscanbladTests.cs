using Microsoft.Playwright;

namespace SlimRegeling.Web.Tests;

/// <summary>The QuickScan as people do it: on a telephone, without an account, without script and without a cookie.</summary>
public sealed class QuickscanbladTests(Portaalhuis huis, Browser browser)
{
    private const int Vragen = 12;

    [Fact]
    public async Task Someone_gets_a_picture_at_once_on_a_telephone_and_is_counted_after_yes()
    {
        var blad = await browser.Open(huis.Adres, 320);
        await blad.GotoAsync("/");
        await blad.GetByRole(AriaRole.Link, new() { Name = "Doe de QuickScan" }).ClickAsync();
        await Portaal.IsBruikbaarOokSmal(blad, "quickscan");

        // Nothing is filled in: each question is named, and leads to its first answer.
        await blad.GetByRole(AriaRole.Button, new() { Name = "Laat mijn beeld zien" }).ClickAsync();
        Assert.Equal(Vragen + 2, await blad.Locator("#fouten li").CountAsync());
        Assert.StartsWith("Fout: ", await blad.TitleAsync(), StringComparison.Ordinal);
        await Portaal.IsBruikbaarOokSmal(blad, "quickscan-fout");
        await blad.Locator("#fouten a").First.ClickAsync();
        Assert.EndsWith("#D1-1-1", blad.Url, StringComparison.Ordinal);

        await VulIn(blad);
        await blad.GetByRole(AriaRole.Button, new() { Name = "Laat mijn beeld zien" }).ClickAsync();
        Assert.Equal("Uw eerste beeld", await blad.Locator("h1").InnerTextAsync());
        Assert.Equal(6, await blad.Locator("tbody tr").CountAsync());
        Assert.Equal(3, await blad.Locator("section[aria-labelledby=doen] ol > li").CountAsync());
        var uitleg = await blad.Locator("svg desc").TextContentAsync();
        foreach (var rij in await blad.Locator("tbody tr").AllAsync())
        {
            // What the picture shows, the table says.
            var naam = await rij.Locator("th").InnerTextAsync();
            var score = (await rij.Locator("td").First.InnerTextAsync()).Split(' ')[^1];
            Assert.Contains($"{naam} {score}", uitleg, StringComparison.Ordinal);
        }
        await Portaal.IsBruikbaarOokSmal(blad, "quickscan-beeld");
        Assert.Equal(0L, await huis.Voer("select count(*) from leercultuurscans.quickscan where sector = 'R'"));

        // The address is the picture.
        var adres = blad.Url;
        await blad.GotoAsync("/");
        await blad.GotoAsync(adres);
        await blad.GetByRole(AriaRole.Button, new() { Name = "Ja, tel mee" }).ClickAsync();
        await blad.GetByText("Uw antwoorden tellen mee").WaitForAsync();
        Assert.Equal(1L, await huis.Voer("select count(*) from leercultuurscans.quickscan where sector = 'R'"));
        Assert.Equal(0, await blad.GetByRole(AriaRole.Button, new() { Name = "Ja, tel mee" }).CountAsync());
        Assert.Empty(await blad.Context.CookiesAsync());
        await blad.Context.CloseAsync();
    }

    [Fact]
    public async Task In_another_site_it_is_small_chooses_its_language_by_its_address_and_keeps_no_cookie()
    {
        var blad = await browser.Open(huis.Adres, 320);
        await blad.GotoAsync("/quickscan?ingebed=ja");
        Assert.Equal(0, await blad.GetByRole(AriaRole.Link, new() { Name = "Aanmelden" }).CountAsync());
        await Portaal.IsBruikbaarOokSmal(blad, "quickscan-ingebed");
        await blad.GetByRole(AriaRole.Link, new() { Name = "English" }).ClickAsync();
        Assert.Equal("en", await blad.Locator("html").GetAttributeAsync("lang"));
        await VulIn(blad);
        await blad.GetByRole(AriaRole.Button, new() { Name = "Show my picture" }).ClickAsync();
        Assert.Equal("Your first picture", await blad.Locator("h1").InnerTextAsync());
        Assert.Contains("ingebed=ja", blad.Url, StringComparison.Ordinal);
        Assert.Equal("_blank", await blad.GetByRole(AriaRole.Link, new() { Name = "Link to this picture" }).GetAttributeAsync("target"));
        var pdf = await blad.GetByRole(AriaRole.Link, new() { Name = "This picture as a PDF" }).GetAttributeAsync("href");
        Assert.EndsWith("&taal=en", pdf, StringComparison.Ordinal);
        await Portaal.IsBruikbaarOokSmal(blad, "quickscan-ingebed-beeld");
        Assert.Empty(await blad.Context.CookiesAsync());
        await blad.Context.CloseAsync();
    }

    [Fact]
    public async Task The_picture_is_there_as_a_PDF_and_what_is_no_answer_is_refused()
    {
        using var client = new HttpClient { BaseAddress = huis.Adres };
        var ct = TestContext.Current.CancellationToken;
        using var pdf = await client.GetAsync($"/quickscan/beeld?handler=Pdf&{Paginahuis.Ingevuld}", ct);
        Assert.StartsWith("%PDF", await pdf.Content.ReadAsStringAsync(ct), StringComparison.Ordinal);
        Assert.Equal("no-store", pdf.Headers.CacheControl?.ToString());

        var keizer = Paginahuis.Ingevuld.Replace("rol=ondernemer", "rol=keizer", StringComparison.Ordinal);
        var onzin = await client.GetStringAsync($"/quickscan/beeld?{keizer}", ct);
        Assert.Contains("Dit kan nu niet", onzin, StringComparison.Ordinal);
        Assert.DoesNotContain("Drie dingen die u kunt doen", onzin, StringComparison.Ordinal);
    }

    private static async Task VulIn(IPage blad)
    {
        for (var deel = 1; deel <= 6; deel++)
        {
            await blad.Locator($"#D{deel}-1-{1 + deel % 5}").CheckAsync();
            await blad.Locator($"#D{deel}-2-4").CheckAsync();
        }
        await blad.Locator("#rol-0").CheckAsync();
        await blad.Locator("#fase-1").CheckAsync();
        await blad.Locator("#sector").SelectOptionAsync("R");
    }
}
