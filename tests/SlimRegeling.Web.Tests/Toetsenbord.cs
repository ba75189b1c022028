using Microsoft.Playwright;

namespace SlimRegeling.Web.Tests;

/// <summary>What someone without a mouse does, who sees where they are.</summary>
internal static class Toetsenbord
{
    private const int MeesteStappen = 400;
    private const float Geduld = 30_000;

    /// <summary>Whether the focus is on what is meant: 0 for elsewhere, 1 for there, 2 for there and nobody sees it.</summary>
    private const string Focus = """
        doel => {
          const hier = document.activeElement;
          if (!hier?.matches(doel)) {
            return 0;
          }
          const stijl = getComputedStyle(hier);
          return stijl.outlineStyle !== "none" || stijl.boxShadow !== "none" ? 1 : 2;
        }
        """;

    /// <summary>Signs in as this example person; at the list of cases.</summary>
    public static async Task<IPage> Aangemeld(Uri adres, Browser browser, string persoon)
    {
        var blad = await browser.Open(adres, scripts: true);
        await blad.Ga("/zaken");
        await Volg(blad, $"button[value='{persoon}']");
        await blad.WaitForURLAsync("**/zaken");
        return blad;
    }

    /// <summary>With Tab, from where the keyboard is, to the first that is meant.</summary>
    public static async Task Naar(IPage blad, string doel)
    {
        for (var i = 0; i < MeesteStappen; i++)
        {
            var focus = await blad.EvaluateAsync<int>(Focus, doel);
            if (focus > 0)
            {
                Assert.True(focus == 1, $"Nobody sees that {doel} has the focus on {blad.Url}.");
                return;
            }
            await blad.Keyboard.PressAsync("Tab");
        }
        Assert.Fail($"The keyboard does not reach {doel} on {blad.Url}.");
    }

    /// <summary>Goes there and presses these keys; the page stays.</summary>
    public static async Task Druk(IPage blad, string doel, params string[] toetsen)
    {
        await Naar(blad, doel);
        foreach (var toets in toetsen)
        {
            await blad.Keyboard.PressAsync(toets);
        }
    }

    /// <summary>Goes there and types; in a select that chooses what begins with it.</summary>
    public static async Task Typ(IPage blad, string doel, string tekst)
    {
        await Naar(blad, doel);
        await blad.Keyboard.TypeAsync(tekst);
    }

    /// <summary>Goes there and presses Enter; the next page stands there afterwards, also when it has the same address.</summary>
    public static async Task Volg(IPage blad, string doel)
    {
        await Naar(blad, doel);
        await blad.EvaluateAsync("() => { document.documentElement.dataset.oud = 'ja'; }");
        await blad.Keyboard.PressAsync("Enter");
        await Assertions.Expect(blad.Locator("html[data-oud]")).ToHaveCountAsync(0, new() { Timeout = Geduld });
        await blad.WaitForFunctionAsync("() => document.readyState === 'complete'");
    }
}
