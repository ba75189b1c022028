using System.Runtime.CompilerServices;
using Microsoft.Playwright;
using SlimRegeling.Web.Tests;

[assembly: AssemblyFixture(typeof(Browser))]

namespace SlimRegeling.Web.Tests;

/// <summary>Debian's Chromium, without network of its own. Scripts are off for the pages: the site must do without.</summary>
public sealed class Browser : IAsyncLifetime
{
    private static readonly string[] Programma =
    [
        "/usr/bin/chromium-headless-shell",
        "/usr/bin/chromium",
        "/usr/bin/chromium-browser",
        "/usr/bin/google-chrome",
    ];

    private IPlaywright _playwright = null!;
    private static readonly ConditionalWeakTable<IBrowserContext, object> ZonderScript = [];

    private IBrowser _browser = null!;

    public async ValueTask InitializeAsync()
    {
        var programma =
            Programma.FirstOrDefault(File.Exists)
            ?? throw new InvalidOperationException("Chromium is missing: run tests/run, or apt-get install chromium-headless-shell.");
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(
            new()
            {
                ExecutablePath = programma,
                Args =
                [
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                ],
            }
        );
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }

    public async Task<IPage> Open(Uri adres, int breedte = 1280, bool scripts = false)
    {
        var context = await _browser.NewContextAsync(
            new()
            {
                BaseURL = adres.ToString(),
                ViewportSize = new() { Width = breedte, Height = 900 },
                JavaScriptEnabled = scripts,
                Locale = "nl-NL",
            }
        );
        if (!scripts)
        {
            ZonderScript.Add(context, context);
        }
        return await context.NewPageAsync();
    }

    /// <summary>Whether the page was opened so that it runs nothing.</summary>
    public static bool IsZonderScript(IPage blad) => ZonderScript.TryGetValue(blad.Context, out _);

    /// <summary>Signs in through the provider's page, by hand and without script.</summary>
    public static async Task MeldAan(IPage blad, string naam)
    {
        await blad.Ga("/zaken");
        await blad.GetByRole(AriaRole.Button, new() { Name = naam }).ClickAsync();
        // Not until it is loaded: once in some thousand times Playwright misses that event. The foot of the page is its last part.
        await blad.WaitForURLAsync("**/zaken", new() { WaitUntil = WaitUntilState.Commit });
        await blad.Locator("footer").WaitForAsync();
    }

    // Cells whose text is higher than they are: it would lie over the next one.
    private const string TeKrap =
        "() => [...document.querySelectorAll('td, tbody th')].filter(cel => cel.scrollHeight > cel.clientHeight + 1).length";

    /// <summary>
    /// The page as it stands, wide and on 320 pixels: nothing that axe finds wrong, nothing too wide, nothing over each other. And in the dark: its
    /// colours hang on no width.
    /// </summary>
    public static async Task IsBruikbaar(IPage blad, string naam)
    {
        var bestand = string.Concat(naam.Where(c => c is not ('{' or '}' or '?'))).Replace('/', '-');
        foreach (var breedte in (int[])[1280, 320])
        {
            await blad.SetViewportSizeAsync(breedte, 900);
            await Beeld(blad, $"{breedte}{bestand}");
            var gebreken = string.Join('\n', await Axe.Gebreken(blad));
            Assert.True(gebreken.Length == 0, gebreken);
            Assert.Equal(breedte, await blad.EvaluateAsync<int>("() => document.documentElement.scrollWidth"));
            Assert.Equal(0, await blad.EvaluateAsync<int>(TeKrap));
        }
        await blad.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await Beeld(blad, $"320{bestand}-donker");
        Assert.Empty(await Axe.Kleurgebreken(blad));
        await blad.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
    }

    /// <summary>Screenshots for people, when SLIM_BEELDEN names a folder.</summary>
    public static async Task Beeld(IPage blad, string naam)
    {
        if (Environment.GetEnvironmentVariable("SLIM_BEELDEN") is { Length: > 0 } map)
        {
            await blad.ScreenshotAsync(new() { Path = Path.Combine(map, $"{naam}.png"), FullPage = true });
        }
    }
}
