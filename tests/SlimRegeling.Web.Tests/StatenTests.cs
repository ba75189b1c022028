using Microsoft.Playwright;

namespace SlimRegeling.Web.Tests;

/// <summary>
/// Pages in the states in which they break first: names of 200 characters without a space, 400% zoom, text spacing of WCAG
/// 1.4.12, on paper. One page is opened once and looked at in each.
/// </summary>
public sealed class StatenTests(Portaalhuis huis, Browser browser)
{
    private static readonly string Lang = new('W', 200);

    /// <summary>What does not fit: the page is wider than the screen, or text is cut off by the box around it.</summary>
    private const string Past = """
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

    [Fact]
    public async Task Long_names_zoom_text_spacing_and_paper_cut_nothing_off_on_any_page_of_an_application()
    {
        var tijdvak = await huis.Tijdvak("2026-staten-mkb");
        var zaak = await huis.Concept(
            tijdvak,
            Portaalhuis
                .Volledig.Replace("Bouwbedrijf De Troffel B.V.", Lang, StringComparison.Ordinal)
                .Replace("Een opleidingsplan.", Lang, StringComparison.Ordinal)
        );
        var blad = await Portaal.Aangemeld(huis, browser, scripts: true);
        var fouten = new List<string>();
        foreach (var pad in (string[])["", "/onderneming", "/plan", "/documenten", "/indienen"])
        {
            await Bekijk(blad, $"/aanvragen/{zaak}{pad}", fouten);
        }
        await blad.GotoAsync($"/aanvragen/{zaak}/indienen");
        await blad.Locator("#akkoord").CheckAsync();
        await Portaal.Knop(blad, "Onderteken en dien in");
        await blad.WaitForURLAsync("**/ontvangst");
        await huis.Stil();
        await Portaal.Knop(await Melding(blad, zaak), "Verstuur de melding");
        await blad.WaitForURLAsync("**/zaken/*");
        foreach (
            var pad in (string[])
                [
                    $"/aanvragen/{zaak}/ontvangst",
                    $"/zaken/{zaak}",
                    $"/aanvragen/{zaak}/intrekken",
                    "/zaken",
                    "/aanvragen",
                    "/",
                    "/toegankelijkheid",
                ]
        )
        {
            await Bekijk(blad, pad, fouten);
        }
        Assert.Empty(fouten);
        await blad.Context.CloseAsync();
    }

    private static async Task<IPage> Melding(IPage blad, string zaak)
    {
        await blad.GotoAsync($"/aanvragen/{zaak}/melden");
        await blad.Locator("#tekst").FillAsync(Lang + Lang);
        return blad;
    }

    private static async Task Bekijk(IPage blad, string pad, List<string> fouten)
    {
        await blad.SetViewportSizeAsync(1280, 900);
        await blad.GotoAsync(pad);
        await Noteer("wide", Past);
        // What 400% makes of a screen of 1280 by 1024.
        await blad.SetViewportSizeAsync(320, 256);
        await Noteer("at 400%", Past);
        await blad.EvaluateAsync(Ruimte);
        await Noteer("at 400% with text spacing", Past);
        await blad.SetViewportSizeAsync(1280, 900);
        await Noteer("with text spacing", Past);
        foreach (var gebrek in await Browser.Gebreken(blad))
        {
            fouten.Add($"{pad} with text spacing: {gebrek}");
        }
        await blad.EvaluateAsync("() => { document.adoptedStyleSheets = []; }");
        // A4 with its margins.
        await blad.SetViewportSizeAsync(718, 1000);
        await blad.EmulateMediaAsync(new() { Media = Media.Print });
        await Noteer("on paper", Past);
        await Noteer("on paper, to click on", Papier);
        await Browser.Beeld(blad, $"papier{pad.Replace('/', '-')}");
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
