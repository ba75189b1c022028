using Microsoft.Playwright;

namespace SlimRegeling.Web.Tests;

/// <summary>Whether a page keeps its form where it breaks first: 400% zoom, text spacing of WCAG 1.4.12, on paper.</summary>
internal static class Bladvorm
{
    /// <summary>What does not fit: the page is wider than the screen, or text is cut off by the box around it.</summary>
    public const string Past = """
        () => {
          const fout = [];
          if (document.documentElement.scrollWidth > document.documentElement.clientWidth) {
            fout.push(`wider than the screen: ${document.documentElement.scrollWidth}`);
          }
          for (const e of document.querySelectorAll("main *, header *, footer *")) {
            const stijl = getComputedStyle(e);
            const verborgen = e.closest(".slim-verborgen, thead, [hidden], pre, details:not([open])") || stijl.visibility === "hidden";
            if (verborgen || e.matches("input, textarea, select, option") || e.getClientRects().length === 0) {
              continue;
            }
            if ([stijl.overflowX, stijl.overflowY].some((o) => o === "hidden" || o === "clip")
              && (e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1)) {
              fout.push(`cut off: ${e.tagName} ${e.className}`);
            }
            const vlak = e.getBoundingClientRect();
            if (vlak.width > 0 && (vlak.left < -1 || vlak.right > innerWidth + 1)) {
              fout.push(`beside the screen: ${e.tagName}.${e.className} ${e.textContent.trim().slice(0, 30)}`);
            }
          }
          return fout.slice(0, 5);
        }
        """;

    private const string Ruimte = """
        () => {
          const stijl = new CSSStyleSheet();
          stijl.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
            p { margin-block-end: 2em !important; }`);
          document.adoptedStyleSheets = [stijl];
        }
        """;

    private const string Papier = """
        () => ["nav", ".slim-aanmelding", ".slim-voet", ".slim-knoppen", ".utrecht-skip-link"]
          .filter((s) => [...document.querySelectorAll(s)].some((e) => e.getClientRects().length > 0))
        """;

    /// <summary>Opens a page once and looks at it in each.</summary>
    /// <param name="fouten">Where what breaks is added.</param>
    public static async Task Bekijk(IPage blad, string pad, List<string> fouten)
    {
        await blad.SetViewportSizeAsync(1280, 900);
        await blad.Ga(pad);
        await Noteer("wide", Past);
        // What 400% makes of a screen of 1280 by 1024.
        await blad.SetViewportSizeAsync(320, 256);
        await Noteer("at 400%", Past);
        await blad.EvaluateAsync(Ruimte);
        await Noteer("at 400% with text spacing", Past);
        await blad.SetViewportSizeAsync(1280, 900);
        await Noteer("with text spacing", Past);
        foreach (var gebrek in await Axe.Gebreken(blad))
        {
            fouten.Add($"{pad} with text spacing: {gebrek}");
        }
        await blad.EvaluateAsync("() => { document.adoptedStyleSheets = []; }");
        // A4 with its margins.
        await blad.SetViewportSizeAsync(718, 1000);
        await blad.EmulateMediaAsync(new() { Media = Media.Print });
        await Noteer("on paper", Past);
        await Noteer("on paper, to click on", Papier);
        await Browser.Beeld(blad, $"papier{pad.Split('?')[0].Replace('/', '-')}");
        await blad.EmulateMediaAsync(new() { Media = Media.Screen });

        async Task Noteer(string staat, string vraag)
        {
            foreach (var fout in await blad.EvaluateAsync<string[]>(vraag))
            {
                fouten.Add($"{pad} {staat}: {fout}");
            }
        }
    }
}
