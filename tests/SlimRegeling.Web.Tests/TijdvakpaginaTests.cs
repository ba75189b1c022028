using System.Diagnostics;
using System.Net;
using Microsoft.Playwright;

namespace SlimRegeling.Web.Tests;

/// <summary>What everyone can read of a window, and check at home.</summary>
public sealed class TijdvakpaginaTests(Sitehuis huis, Browser browser)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_change_is_marked_on_the_front_page_and_told_with_what_it_was_and_its_source()
    {
        var blad = await browser.Open(huis.Adres);
        await blad.Ga("/");
        Assert.Equal(0, await Kaart(blad, "t-komt").GetByText("Gewijzigd").CountAsync());
        await Kaart(blad, "t-wijzigt").GetByRole(AriaRole.Link, new() { Name = "Gewijzigd" }).ClickAsync();

        Assert.Equal("Aanvraagtijdvak t-wijzigt", await blad.GetByRole(AriaRole.Heading, new() { Level = 1 }).InnerTextAsync());
        var besluiten = blad.Locator(".slim-kaart");
        Assert.Equal(2, await besluiten.CountAsync());
        Assert.Contains("Staatscourant 2025, 999", await besluiten.Nth(0).InnerTextAsync(), StringComparison.Ordinal);
        var wijziging = await besluiten.Nth(1).InnerTextAsync();
        foreach (var stuk in (string[])["Staatscourant 2026, 1234", "€\u00a0250.000,00", "was: €\u00a0100.000,00", "Sluit"])
        {
            Assert.Contains(stuk, wijziging, StringComparison.Ordinal);
        }
        Assert.DoesNotContain("Registreren", wijziging, StringComparison.Ordinal);
        var alles = await blad.Locator("main").InnerTextAsync();
        Assert.Contains("de minister van Sociale Zaken en Werkgelegenheid", alles, StringComparison.Ordinal);
        Assert.Contains("Na de sluiting leggen wij vast welke aanvragen meeloten", alles, StringComparison.Ordinal);
        Assert.DoesNotContain("narekenen", alles, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("regelbeheerder-2", alles, StringComparison.Ordinal);
        await blad.Context.CloseAsync();
    }

    [Fact]
    public async Task A_draw_stands_there_with_all_that_it_follows_from_and_the_one_it_replaced()
    {
        var blad = await browser.Open(huis.Adres);
        await blad.Ga("/");
        await Kaart(blad, "t-geloot").GetByRole(AriaRole.Link, new() { Name = "t-geloot" }).ClickAsync();
        var volgorde = blad.Locator("section[aria-labelledby=volgorde]");
        Assert.Matches("[0-9a-f]{64}", await volgorde.Locator("code").First.InnerTextAsync());
        var lijsten = volgorde.Locator(".slim-kaart");
        Assert.Equal(2, await lijsten.CountAsync());
        foreach (var stuk in (string[])["Lijst 1: Geloot", "eerste zaad", "proces-verbaal van de notaris", "geldt niet meer"])
        {
            Assert.Contains(stuk, await lijsten.Nth(0).InnerTextAsync(), StringComparison.Ordinal);
        }
        var opnieuw = await lijsten.Nth(1).InnerTextAsync();
        foreach (var stuk in (string[])["Lijst 2: Opnieuw geloot", "tweede zaad", Sitehuis.Uitspraak])
        {
            Assert.Contains(stuk, opnieuw, StringComparison.Ordinal);
        }
        Assert.Matches(@"Plaatsen\s+3\s+Daarvan binnen het plafond\s+1", opnieuw);
        Assert.DoesNotMatch("SLIM-[0-9A-Z]{10}", await blad.Locator("main").InnerTextAsync());
        await blad.Context.CloseAsync();
    }

    [Fact]
    public async Task What_is_downloaded_here_checks_the_draw_at_home()
    {
        var map = Directory.CreateTempSubdirectory("narekenen").FullName;
        using var client = new HttpClient { BaseAddress = huis.Adres };
        foreach (
            var (pad, naam) in ((string, string)[])
                [("/loting-narekenen.sh", "loting-narekenen.sh"), ("/tijdvakken/t-geloot/rangorde.csv", "rangorde-t-geloot.csv")]
        )
        {
            using var antwoord = await client.GetAsync(pad, Ct);
            Assert.Equal(naam, antwoord.Content.Headers.ContentDisposition!.FileName);
            await File.WriteAllBytesAsync(Path.Combine(map, naam), await antwoord.Content.ReadAsByteArrayAsync(Ct), Ct);
        }
        var blad = await browser.Open(huis.Adres);
        await blad.Ga("/tijdvakken/t-geloot");
        var opdracht = await blad.GetByLabel("Opdracht", new() { Exact = true }).InnerTextAsync();
        Assert.Matches("^bash loting-narekenen.sh rangorde-t-geloot.csv [0-9a-f]{64}$", opdracht);
        await blad.Context.CloseAsync();

        Assert.EndsWith("Uitslag: klopt.\n", await Voer(map, opdracht), StringComparison.Ordinal);
        Assert.EndsWith("Uitslag: klopt niet.\n", await Voer(map, opdracht[..^1] + "x"), StringComparison.Ordinal);
        Directory.Delete(map, recursive: true);
    }

    [Theory]
    [InlineData("/tijdvakken/bestaat-niet")]
    [InlineData("/tijdvakken/t-komt/rangorde.csv")]
    public async Task What_is_not_there_has_a_page_that_says_so(string pad)
    {
        using var client = new HttpClient { BaseAddress = huis.Adres };
        using var antwoord = await client.GetAsync(pad, Ct);
        Assert.Equal(HttpStatusCode.NotFound, antwoord.StatusCode);
        Assert.Contains("Deze pagina is er niet", await antwoord.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    private static ILocator Kaart(IPage blad, string id) => blad.Locator(".slim-kaart").Filter(new() { HasText = id });

    private static async Task<string> Voer(string map, string opdracht)
    {
        var start = new ProcessStartInfo("/bin/bash", ["-c", opdracht]) { WorkingDirectory = map, RedirectStandardOutput = true };
        using var proces = Process.Start(start)!;
        var uit = await proces.StandardOutput.ReadToEndAsync(Ct);
        await proces.WaitForExitAsync(Ct);
        return uit;
    }
}
