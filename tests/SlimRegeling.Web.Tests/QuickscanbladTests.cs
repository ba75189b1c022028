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
        await blad.Ga("/");
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
        await blad.Ga("/");
        await blad.Ga(adres);
        await blad.GetByRole(AriaRole.Button, new() { Name = "Ja, tel mee" }).ClickAsync();
        await blad.GetByText("Uw antwoorden tellen mee").WaitForAsync();
        Assert.Equal(1L, await huis.Voer("select count(*) from leercultuurscans.quickscan where sector = 'R'"));
        Assert.Equal(0, await blad.GetByRole(AriaRole.Button, new() { Name = "Ja, tel mee" }).CountAsync());

        // To look again asks nothing again, and another language keeps the answers.
        await blad.ReloadAsync();
        await blad.GetByText("Uw antwoorden tellen mee").WaitForAsync();
        await blad.GetByRole(AriaRole.Link, new() { Name = "English" }).ClickAsync();
        await blad.GetByText("Your answers").First.WaitForAsync();
        Assert.Equal("Your first picture", await blad.Locator("h1").InnerTextAsync());
        // Who gets the picture counts nothing, and reads it in the same language.
        await blad.GetByRole(AriaRole.Link, new() { Name = "Link to this picture" }).ClickAsync();
        await blad.WaitForURLAsync(adresVan => !adresVan.Contains("formulier", StringComparison.Ordinal));
        Assert.Equal("Your first picture", await blad.Locator("h1").InnerTextAsync());
        Assert.Equal(0, await blad.GetByRole(AriaRole.Button, new() { Name = "Yes, count me" }).CountAsync());
        await blad.Ga(adres);
        await blad.GetByRole(AriaRole.Button, new() { Name = "Ja, tel mee" }).ClickAsync();
        await blad.GetByText("Dit formulier is al geteld").WaitForAsync();
        Assert.Equal(6, await blad.Locator("tbody tr").CountAsync());
        Assert.Equal(0, await blad.GetByRole(AriaRole.Button, new() { Name = "Ja, tel mee" }).CountAsync());
        Assert.Equal(1L, await huis.Voer("select count(*) from leercultuurscans.quickscan where sector = 'R'"));
        // Who begins anew from here gets a form that can be counted.
        var terug = await blad.GetByRole(AriaRole.Link, new() { Name = "Antwoorden veranderen" }).GetAttributeAsync("href");
        Assert.DoesNotContain("formulier", terug, StringComparison.Ordinal);
        Assert.Empty(await blad.Context.CookiesAsync());
        await blad.Context.CloseAsync();
    }

    [Fact]
    public async Task In_another_site_it_is_small_chooses_its_language_by_its_address_and_keeps_no_cookie()
    {
        var blad = await browser.Open(huis.Adres, 320);
        await blad.Ga("/quickscan?ingebed=ja");
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
        // With the questions, so that there is a way on.
        Assert.Contains("Laat mijn beeld zien", onzin, StringComparison.Ordinal);
        var gedrukt = await client.GetStringAsync($"/quickscan/beeld?handler=Pdf&{keizer}", ct);
        Assert.Contains("Dit kan nu niet", gedrukt, StringComparison.Ordinal);
    }

    /// <summary>What was not measured is no bar of nothing: that would read as 0.</summary>
    [Fact]
    public async Task What_was_not_measured_is_said_in_words_and_not_drawn()
    {
        using var client = new HttpClient { BaseAddress = huis.Adres };
        var vraag = Paginahuis.Ingevuld.Replace("D6-1=3&D6-2=4", "D6-1=n&D6-2=n", StringComparison.Ordinal);
        var html = await client.GetStringAsync($"/quickscan/beeld?{vraag}", TestContext.Current.CancellationToken);
        var ongemeten = Aantal(html, "niet gemeten</td>");
        Assert.InRange(ongemeten, 1, 5);
        Assert.Equal(6 - ongemeten, Aantal(html, "class=\"slim-balk__deel\""));
        Assert.Equal(ongemeten, Aantal(html, ": niet gemeten</text>"));
        Assert.Matches("<desc[^>]*>[^<]*niet gemeten", html);

        static int Aantal(string tekst, string deel) => tekst.Split(deel).Length - 1;
    }

    [Fact]
    public async Task In_a_frame_of_a_page_of_another_origin_it_is_filled_in_and_counted_and_no_other_page_shows_there()
    {
        var ct = TestContext.Current.CancellationToken;
        var bouwer = WebApplication.CreateSlimBuilder();
        bouwer.WebHost.UseUrls("http://127.0.0.1:0");
        bouwer.Logging.SetMinimumLevel(LogLevel.Error);
        await using var elders = bouwer.Build();
        var bladzijde = $"""
            <!DOCTYPE html><html lang="nl"><title>Elders</title>
            <iframe id="wel" src="{huis.Adres}quickscan?ingebed=ja&amp;taal=nl" title="QuickScan" width="100%" height="900"></iframe>
            <iframe id="niet" src="{huis.Adres}quickscan" title="Niet"></iframe>
            </html>
            """;
        elders.MapGet("/", () => Results.Content(bladzijde, "text/html"));
        await elders.StartAsync(ct);

        var blad = await browser.Open(huis.Adres, 320);
        // Another site, and not only another port.
        await blad.Ga($"http://localhost:{new Uri(elders.Urls.First()).Port}/");
        var kader = blad.FrameLocator("#wel");
        await VulIn(kiezer => kader.Locator(kiezer), "S");
        await kader.GetByRole(AriaRole.Button, new() { Name = "Laat mijn beeld zien" }).ClickAsync();
        await Assertions.Expect(kader.Locator("h1")).ToHaveTextAsync("Uw eerste beeld");
        await kader.GetByRole(AriaRole.Button, new() { Name = "Ja, tel mee" }).ClickAsync();
        await Assertions.Expect(kader.GetByRole(AriaRole.Status)).ToContainTextAsync("Uw antwoorden tellen mee");
        Assert.Equal(1L, await huis.Voer("select count(*) from leercultuurscans.quickscan where sector = 'S'"));
        Assert.Empty(await blad.Context.CookiesAsync());

        var dicht = await (await blad.QuerySelectorAsync("#niet"))!.ContentFrameAsync();
        Assert.StartsWith("chrome-error:", dicht!.Url, StringComparison.Ordinal);
        await blad.Context.CloseAsync();
    }

    private static Task VulIn(IPage blad) => VulIn(kiezer => blad.Locator(kiezer), "R");

    private static async Task VulIn(Func<string, ILocator> vind, string sector)
    {
        for (var deel = 1; deel <= 6; deel++)
        {
            await vind($"#D{deel}-1-{1 + deel % 5}").CheckAsync();
            await vind($"#D{deel}-2-4").CheckAsync();
        }
        await vind("#rol-0").CheckAsync();
        await vind("#fase-1").CheckAsync();
        await vind("#sector").SelectOptionAsync(sector);
    }
}
