using System.Text.Json;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace SlimRegeling.Web.Tests;

/// <summary>
/// What axe-core finds wrong on a page. Asked in the page itself, once loaded and looked at as often as one likes: its own wrapper loads it again
/// and opens a second page each time, which was half the time of all tests of pages.
/// </summary>
internal static class Axe
{
    // What our pages show stands in no frame, so that the page alone is all of it.
    private const string Opdracht = """
        async ([delen, opties]) => {
          const regels = JSON.parse(opties);
          const deel = await axe.runPartial(delen.length > 0 ? { include: delen.map((d) => [d]) } : document, regels);
          const { violations } = await axe.finishRun([deel], regels);
          return violations.map((v) => `${v.id}: ${v.help} (${v.nodes.map((n) => n.target.join(" ")).join(", ")})`);
        }
        """;

    private static readonly TimeSpan Hoogstens = TimeSpan.FromMinutes(2);

    private static readonly string Programma = new BundledAxeScriptProvider().GetScript();

    // target-size is the one rule of WCAG 2.2 that axe leaves off by itself: what one clicks is 24 by 24 pixels, or far enough from the next.
    private static readonly string Alles = JsonSerializer.Serialize(
        new
        {
            preload = false,
            resultTypes = (string[])["violations"],
            rules = new Dictionary<string, object> { ["target-size"] = new { enabled = true } },
        }
    );

    private static readonly string Kleuren = JsonSerializer.Serialize(
        new
        {
            preload = false,
            resultTypes = (string[])["violations"],
            runOnly = (string[])["color-contrast", "link-in-text-block"],
        }
    );

    /// <summary>One line each.</summary>
    /// <param name="delen">Selectors of the parts that it looks at; the whole page when there are none.</param>
    public static Task<string[]> Gebreken(IPage blad, params string[] delen) => Zoek(blad, Alles, delen);

    /// <summary>Of the rules that look at colours alone: for a page that was looked at and only changed its colours.</summary>
    public static Task<string[]> Kleurgebreken(IPage blad, params string[] delen) => Zoek(blad, Kleuren, delen);

    private static async Task<string[]> Zoek(IPage blad, string regels, string[] delen)
    {
        Assert.Empty(await blad.QuerySelectorAllAsync("iframe, frame"));
        if (!await blad.EvaluateAsync<bool>("() => 'axe' in window"))
        {
            await blad.EvaluateAsync(Programma);
        }
        if (!Browser.IsZonderScript(blad))
        {
            return await Vraag();
        }
        // A page without script has no timers either, and what waits for one waits for ever: it gets them while it is looked at.
        var scripts = await blad.Context.NewCDPSessionAsync(blad);
        // A session takes back only what it said itself.
        await Uit(true);
        await Uit(false);
        var gebreken = await Vraag();
        await Uit(true);
        return gebreken;

        Task<string[]> Vraag() => blad.EvaluateAsync<string[]>(Opdracht, new object[] { delen, regels }).WaitAsync(Hoogstens);

        Task Uit(bool uit) => scripts.SendAsync("Emulation.setScriptExecutionDisabled", new() { ["value"] = uit });
    }
}
