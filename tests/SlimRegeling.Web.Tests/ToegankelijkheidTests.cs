namespace SlimRegeling.Web.Tests;

public sealed class ToegankelijkheidTests(Sitehuis huis, Browser browser)
{
    // Cells whose text is higher than they are: it would lie over the next one.
    private const string TeKrap =
        "() => [...document.querySelectorAll('td, tbody th')].filter(cel => cel.scrollHeight > cel.clientHeight + 1).length";

    public static TheoryData<string, string?> Bladen =>
        new()
        {
            { "/", null },
            { "/zaken", Sitehuis.Ondernemer },
            { "/zaken", Sitehuis.Beoordelaar },
            { "/zaken/{zaak}", Sitehuis.Ondernemer },
            { "/zaken/{zaak}", Sitehuis.Beoordelaar },
            { "/bestaat-niet", null },
        };

    [Theory]
    [MemberData(nameof(Bladen))]
    public async Task A_page_can_be_used_by_everyone_wide_and_on_320_pixels(string pad, string? wie)
    {
        // Only the tester's own script runs: the site has none.
        var blad = await browser.Open(huis.Adres, 1280, scripts: true);
        if (wie is not null)
        {
            await Browser.MeldAan(blad, wie);
        }
        await blad.GotoAsync(pad.Replace("{zaak}", huis.Zaak, StringComparison.Ordinal));
        foreach (var breedte in (int[])[1280, 320])
        {
            await blad.SetViewportSizeAsync(breedte, 900);
            await Browser.Beeld(
                blad,
                $"{breedte}{pad.Trim('{', '}').Replace('/', '-').Replace("{", "", StringComparison.Ordinal)}-{wie?.Split(' ')[0]}"
            );
            Assert.Empty(await Browser.Gebreken(blad));
            Assert.Equal(breedte, await blad.EvaluateAsync<int>("() => document.documentElement.scrollWidth"));
            Assert.Equal(0, await blad.EvaluateAsync<int>(TeKrap));
        }
        await blad.Context.CloseAsync();
    }

    [Fact]
    public async Task The_keyboard_reaches_the_content_first_and_what_has_focus_is_seen()
    {
        var blad = await browser.Open(huis.Adres, scripts: true);
        await blad.GotoAsync("/");
        await blad.Keyboard.PressAsync("Tab");
        Assert.Equal("Naar de inhoud", await blad.EvaluateAsync<string>("() => document.activeElement.textContent"));
        Assert.True(await blad.GetByText("Naar de inhoud").IsVisibleAsync());
        await blad.Keyboard.PressAsync("Enter");
        Assert.Equal("inhoud", await blad.EvaluateAsync<string>("() => document.activeElement.id"));
        await blad.Context.CloseAsync();
    }
}
