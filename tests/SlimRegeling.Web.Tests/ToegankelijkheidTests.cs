using Microsoft.Playwright;

namespace SlimRegeling.Web.Tests;

public sealed class ToegankelijkheidTests(Sitehuis huis, Browser browser)
{
    public static TheoryData<string, string?> Bladen =>
        new()
        {
            { "/", null },
            { "/zaken", Sitehuis.Ondernemer },
            { "/zaken", Sitehuis.Beoordelaar },
            { "/zaken/{zaak}", Sitehuis.Ondernemer },
            { "/zaken/{zaak}", Sitehuis.Beoordelaar },
            { "/inzagen", Sitehuis.Functionaris },
            { "/inzagen?zaak=hallo", Sitehuis.Functionaris },
            { "/bestaat-niet", null },
            // Of the example provider.
            { "/aanmelden", null },
            { "/tijdvakken/t-wijzigt", null },
            { "/tijdvakken/t-geloot", null },
        };

    [Theory]
    [MemberData(nameof(Bladen))]
    public async Task A_page_can_be_used_by_everyone_wide_and_on_320_pixels(string pad, string? wie)
    {
        // With script: that of the site, and that of the tester.
        var blad = await browser.Open(huis.Adres, 1280, scripts: true);
        if (wie is not null)
        {
            await Browser.MeldAan(blad, wie);
        }
        await blad.Ga(pad.Replace("{zaak}", huis.Zaak, StringComparison.Ordinal));
        await Browser.IsBruikbaar(blad, $"{pad}-{wie?.Split(' ')[0]}");
        await blad.Context.CloseAsync();
    }

    [Fact]
    public async Task What_is_too_small_to_click_is_found()
    {
        var blad = await browser.Open(huis.Adres, scripts: true);
        await blad.Ga("/");
        await blad.EvaluateAsync(
            """
            () => {
              const stijl = new CSSStyleSheet();
              stijl.replaceSync(".slim-voet a { display: block; font-size: 8px; line-height: 1; padding: 0 !important; } .slim-voet ul { display: block; }");
              document.adoptedStyleSheets = [stijl];
            }
            """
        );
        Assert.Contains(await Axe.Gebreken(blad), g => g.StartsWith("target-size:", StringComparison.Ordinal));
        await blad.Context.CloseAsync();
    }

    [Fact]
    public async Task Without_an_address_the_statement_says_in_general_words_whom_to_write()
    {
        using var client = new HttpClient { BaseAddress = huis.Adres };
        var tekst = await client.GetStringAsync("/toegankelijkheid", TestContext.Current.CancellationToken);
        Assert.Contains("Schrijf de uitvoerder van de regeling", tekst, StringComparison.Ordinal);
        Assert.DoesNotContain("mailto:", tekst, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_statement_says_the_status_without_an_examination_when_an_answer_comes_and_where_to_complain()
    {
        var blad = await browser.Open(huis.Adres);
        await blad.Ga("/toegankelijkheid");
        var tekst = await blad.Locator("main").InnerTextAsync();
        Assert.Contains("Status C: eerste maatregelen genomen.", tekst, StringComparison.Ordinal);
        Assert.Contains("U hebt binnen 6 weken een antwoord.", tekst, StringComparison.Ordinal);
        Assert.Contains("PDF/UA-1", tekst, StringComparison.Ordinal);
        Assert.Equal(
            "https://www.nationaleombudsman.nl/",
            await blad.GetByRole(AriaRole.Link, new() { Name = "nationaleombudsman.nl" }).GetAttributeAsync("href")
        );
        await blad.Ga("/taal/en?terug=/toegankelijkheid");
        Assert.Contains("Status C: first measures taken.", await blad.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await blad.Context.CloseAsync();
    }

    [Fact]
    public async Task The_keyboard_reaches_the_content_first_and_what_has_focus_is_seen()
    {
        var blad = await browser.Open(huis.Adres, scripts: true);
        await blad.Ga("/");
        await blad.Keyboard.PressAsync("Tab");
        Assert.Equal("Naar de inhoud", await blad.EvaluateAsync<string>("() => document.activeElement.textContent"));
        Assert.True(await blad.GetByText("Naar de inhoud").IsVisibleAsync());
        await blad.Keyboard.PressAsync("Enter");
        Assert.Equal("inhoud", await blad.EvaluateAsync<string>("() => document.activeElement.id"));
        await blad.Context.CloseAsync();
    }
}
