using Microsoft.Playwright;

namespace SlimRegeling.Web.Tests;

/// <summary>What tests of the portal do on a page.</summary>
internal static class Portaal
{
    /// <summary>As everyone looks at it; after it the page is wide again.</summary>
    public static async Task IsBruikbaar(IPage blad, string naam)
    {
        await Browser.IsBruikbaar(blad, $"-{naam}");
        await blad.SetViewportSizeAsync(1280, 900);
    }

    /// <summary>The same of a page full of what was filled in or refused: on 320 pixels nothing is cut off or stands beside the screen.</summary>
    public static async Task IsBruikbaarOokSmal(IPage blad, string naam)
    {
        await Browser.IsBruikbaar(blad, $"-{naam}");
        // It left the page narrow.
        Assert.Empty(await blad.EvaluateAsync<string[]>(Bladvorm.Past));
        await blad.SetViewportSizeAsync(1280, 900);
    }

    public static async Task<IPage> Aangemeld(Portaalhuis huis, Browser browser, bool scripts = false, string wie = Portaalhuis.Ondernemer)
    {
        var blad = await browser.Open(huis.Adres, scripts: scripts);
        await Browser.MeldAan(blad, wie);
        return blad;
    }

    public static ILocator Stand(IPage blad, string taak) => blad.Locator($"#stand-{taak}");

    public static async Task<string> Knop(IPage blad, string naam)
    {
        await blad.GetByRole(AriaRole.Button, new() { Name = naam }).Last.ClickAsync();
        return blad.Url;
    }
}
