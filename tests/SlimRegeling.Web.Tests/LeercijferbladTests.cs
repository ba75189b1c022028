using System.Globalization;
using System.Net.Http.Json;
using Microsoft.Playwright;
using SlimRegeling.Platform.Api;

namespace SlimRegeling.Web.Tests;

/// <summary>The pages of figures when there are figures: wide, on 320 pixels and for who hears them.</summary>
public sealed class LeercijferbladTests(Cijferhuis cijfers, Portaalhuis huis, Browser browser) : IClassFixture<Cijferhuis>
{
    /// <summary>Above what one address may call in a minute.</summary>
    private const int TeVeel = 601;

    private Portaalhuis Cijfers => cijfers.Portaal;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_firm_reads_its_report_and_stands_beside_the_others()
    {
        var scan = cijfers.Bedrijven.Scans[0];
        var blad = await Portaal.Aangemeld(Cijfers, browser, scripts: true, wie: Cijferhuis.Naam(1));
        await blad.Ga($"/scans/{scan}/rapport");
        Assert.Equal(6, await blad.Locator("section[aria-labelledby=inzicht] svg[role=img]").CountAsync());
        await Portaal.IsBruikbaarOokSmal(blad, "rapport-met-anderen");

        await blad.Ga($"/scans/{scan}/benchmark");
        foreach (var (deel, rijen) in ((string, int)[])[("kern", 6), ("eigen", 6)])
        {
            Assert.Equal(rijen, await blad.Locator($"section[aria-labelledby={deel}] tbody tr").CountAsync());
        }
        Assert.Contains("10 of meer", await blad.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await Portaal.IsBruikbaarOokSmal(blad, "benchmark-met-cijfers");

        await blad.Ga($"/scans/{scan}/vergelijking");
        await Portaal.IsBruikbaarOokSmal(blad, "vergelijking-met-anderen");
        await blad.Context.CloseAsync();
    }

    [Fact]
    public async Task Who_began_a_campaign_reads_what_its_firms_say_together()
    {
        var blad = await Portaal.Aangemeld(Cijfers, browser, scripts: true, wie: Cijferhuis.Trekker);
        await blad.Ga($"/scans/campagnes/{cijfers.Bedrijven.Campagne}");
        Assert.Equal(12, await blad.Locator("section[aria-labelledby=samen] tbody tr").CountAsync());
        await Portaal.IsBruikbaarOokSmal(blad, "campagne-met-cijfers");
        await blad.Context.CloseAsync();
    }

    [Fact]
    public async Task The_dashboard_and_the_benchmark_of_a_researcher_have_charts_with_their_tables()
    {
        var blad = await browser.Open(Cijfers.Adres, scripts: true);
        await blad.Ga("/leercultuur");
        var scans = blad.Locator("section[aria-labelledby=scans]");
        // The six subjects, and the one sector.
        Assert.Equal(7, await scans.Locator("tbody tr").CountAsync());
        Assert.NotEqual(0, await scans.Locator("svg[role=img]").CountAsync());
        Assert.NotEqual(0, await blad.Locator("section[aria-labelledby=ondernemers] tbody tr").CountAsync());
        await Portaal.IsBruikbaarOokSmal(blad, "leercultuur-met-cijfers");

        await blad.Ga("/aanmelden?terug=/begin");
        await blad.Locator("form:has(input[value='onderzoeker']) button, button[value='onderzoeker']").First.ClickAsync();
        await blad.WaitForURLAsync("**/beheer/benchmarks");
        await blad.Ga("/beheer/benchmarks?instrument=bouwstenen-1");
        Assert.Equal(6, await blad.Locator("section[aria-labelledby=panel] tbody tr").CountAsync());
        Assert.NotEqual(0, await blad.Locator("section[aria-labelledby=groepen] svg[role=img]").CountAsync());
        await Portaal.IsBruikbaarOokSmal(blad, "benchmarks-met-cijfers");
        await blad.Context.CloseAsync();
    }

    [Fact]
    public async Task What_all_QuickScans_say_of_groups_is_there_for_everyone()
    {
        await Cijfers.Voer(
            """
            insert into leercultuurscans.quickscan (id, rol, fase, maand, antwoorden)
            select gen_random_uuid(), (array['ondernemer', 'werknemer'])[1 + i % 2], (array['weten', 'willen'])[1 + i / 40], '2020-01',
              '{"D1":[4,4],"D2":[3,3],"D3":[3,3],"D4":[3,3],"D5":[3,3],"D6":[1,1]}'
            from generate_series(0, 79) i
            """
        );
        var blad = await browser.Open(Cijfers.Adres, scripts: true);
        await blad.Ga("/leercultuur/quickscan");
        Assert.Equal(6, await blad.Locator("section[aria-labelledby=alle] svg[role=img]").CountAsync());
        await Portaal.IsBruikbaarOokSmal(blad, "quickscans-met-groepen");
        await blad.Context.CloseAsync();
    }

    /// <summary>Teams of five, four and eight: of two nothing is told, of the third all.</summary>
    [Fact]
    public async Task A_report_of_which_teams_are_hidden_says_so()
    {
        const string Naam = "Wilma Weinig";
        var teams = (object[])[new { naam = "Winkel" }, new { naam = "Kantoor" }, new { naam = "Werkplaats" }];
        // Not among the twelve: one firm more would be in the figures of all.
        var zaak = await Scanzaak.Begin(huis, "cijfers-weinig", Naam, "94000099", new { gevraagd = 20, teams });
        using var iemand = new HttpClient { BaseAddress = huis.Adres };
        string[] mensen = [.. Enumerable.Repeat("T01", 5), .. Enumerable.Repeat("T02", 4), .. Enumerable.Repeat("T03", 8)];
        foreach (var (code, team) in zaak.Codes.Zip(mensen))
        {
            await Beantwoord(iemand, zaak.Scan, code, team);
        }
        await huis.Gelukt(zaak.Wie, HttpMethod.Post, $"/v1/scans/{zaak.Scan}/sluiting", new { });

        var blad = await Portaal.Aangemeld(huis, browser, scripts: true, wie: Naam);
        await blad.Ga($"/scans/{zaak.Scan}/rapport");
        var tekst = await blad.Locator("main").InnerTextAsync();
        Assert.Contains("Werkplaats", tekst, StringComparison.Ordinal);
        Assert.Contains("te weinig antwoorden om te tonen", tekst, StringComparison.OrdinalIgnoreCase);
        await Portaal.IsBruikbaarOokSmal(blad, "rapport-deels-verborgen");
        await blad.Context.CloseAsync();
    }

    /// <summary>Nothing that was filled in is lost, and the page says what to do.</summary>
    [Fact]
    public async Task Who_answers_while_it_is_busy_keeps_what_they_filled_in()
    {
        const string Adres = "10.77.77.77";
        var zaak = await Scanzaak.Begin(Cijfers, "cijfers-druk", "Dirk Druk", "94000098", new { gevraagd = 6 });
        var blad = await browser.Open(Cijfers.Adres, 320);
        await blad.Context.SetExtraHTTPHeadersAsync(new Dictionary<string, string> { [Eindgebruiker.Kopregel] = Adres });
        await blad.Ga("/scan/" + zaak.Scan);
        await blad.GetByLabel("Uw code").FillAsync(zaak.Codes[0]);
        await blad.GetByRole(AriaRole.Button, new() { Name = "Begin", Exact = true }).ClickAsync();
        await blad.GetByRole(AriaRole.Button, new() { Name = "Begin met de vragen", Exact = true }).ClickAsync();
        await blad.Locator("#D1-1-2").CheckAsync();
        await blad.Locator("#D1-2-4").CheckAsync();

        using var anderen = new HttpClient { BaseAddress = Cijfers.Adres };
        anderen.DefaultRequestHeaders.Add(Eindgebruiker.Kopregel, Adres);
        for (var i = 0; i < TeVeel; i++)
        {
            using var _ = await anderen.PostAsJsonAsync($"/v1/scans/{zaak.Scan}/vragenlijst", new { code = "zomaar" }, Ct);
        }
        await blad.GetByRole(AriaRole.Button, new() { Name = "Verder", Exact = true }).ClickAsync();
        Assert.Equal("Het is nu druk", await blad.Locator("h1").InnerTextAsync());
        Assert.Equal("2", await blad.Locator("input[name='D1-1']").GetAttributeAsync("value"));
        await Portaal.IsBruikbaarOokSmal(blad, "invullen-druk");
        await blad.Context.CloseAsync();
    }

    private static async Task Beantwoord(HttpClient client, string scan, string code, string team)
    {
        var antwoorden = Enumerable.Range(1, 6).ToDictionary(d => string.Create(CultureInfo.InvariantCulture, $"D{d}"), _ => (int[])[4, 3]);
        using var antwoord = await client.PostAsJsonAsync(
            $"/v1/scans/{scan}/antwoorden",
            new
            {
                code,
                antwoorden,
                kenmerken = new Dictionary<string, string> { ["team"] = team },
            },
            Ct
        );
        Assert.True(antwoord.IsSuccessStatusCode, await antwoord.Content.ReadAsStringAsync(Ct));
    }
}
