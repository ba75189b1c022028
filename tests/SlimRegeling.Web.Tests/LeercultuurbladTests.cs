using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace SlimRegeling.Web.Tests;

/// <summary>What everyone reads of learning culture, and who writes it.</summary>
public sealed partial class LeercultuurbladTests(Portaalhuis huis, Browser browser)
{
    private const string Regelbeheerder = "Rianne Regelbeheerder";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_cannot_be_compared_never_stands_in_one_chart()
    {
        var blad = await browser.Open(huis.Adres, scripts: true);
        await blad.Ga("/leercultuur");
        var tekst = await blad.Locator("main").InnerTextAsync();
        foreach (var deel in (string[])["Wat anderen meten", "Wat scans van bedrijven laten zien", "Wat de SLIM-regeling doet"])
        {
            Assert.Contains(deel, tekst, StringComparison.Ordinal);
        }
        await Portaal.IsBruikbaarOokSmal(blad, "leercultuur");

        // Two surveys that ask otherwise: a chart for each, and in each the one line of its own survey.
        await blad.Ga("/leercultuur/indicatoren/cursus-twee-jaar");
        Assert.Equal(2, await blad.Locator("svg.slim-lijnen").CountAsync());
        for (var i = 0; i < 2; i++)
        {
            Assert.Equal(1, await blad.Locator("svg.slim-lijnen").Nth(i).Locator("polyline").CountAsync());
        }
        Assert.Contains("niet te vergelijken", await blad.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await Portaal.IsBruikbaarOokSmal(blad, "indicator-los");

        // The same survey of two groups: one chart with two lines, each with a pattern of its own.
        await blad.Ga("/leercultuur/indicatoren/bedrijven-met-cursussen");
        Assert.Equal(1, await blad.Locator("svg.slim-lijnen[role=img]").CountAsync());
        Assert.Equal(2, await blad.Locator("svg.slim-lijnen polyline").CountAsync());
        Assert.Equal(1, await blad.Locator("svg.slim-lijnen polyline.slim-lijnen__lijn--1").CountAsync());
        Assert.Contains("gestreepte lijn", await blad.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await Portaal.IsBruikbaarOokSmal(blad, "indicator-samen");

        await blad.Ga("/leercultuur/gespreksleidraad");
        Assert.Equal(6, await blad.Locator("section[aria-labelledby=vragen] h3").CountAsync());
        await Portaal.IsBruikbaarOokSmal(blad, "gespreksleidraad");

        await blad.Ga("/leercultuur/quickscan");
        await Portaal.IsBruikbaarOokSmal(blad, "quickscans-leeg");
        await blad.Context.CloseAsync();
    }

    [Fact]
    public async Task What_all_QuickScans_say_is_a_chart_with_the_same_numbers_in_a_table_beside_it()
    {
        // Long over, so that no QuickScan of another test is with them.
        const string Maand = "2020-01";
        await huis.Voer(
            $$"""
            insert into leercultuurscans.quickscan (id, rol, fase, maand, antwoorden)
            select gen_random_uuid(), 'ondernemer', 'willen', '{{Maand}}', '{"D1":[4,4],"D2":[3,3],"D3":[3,3],"D4":[3,3],"D5":[3,3],"D6":[1,1]}'
            from generate_series(1, 40)
            """
        );
        try
        {
            var blad = await browser.Open(huis.Adres, scripts: true);
            await blad.Ga("/leercultuur/quickscan");
            var samen = blad.Locator("section[aria-labelledby=alle]");
            Assert.Equal(6, await samen.Locator("svg[role=img]").CountAsync());
            string[] getallen = ["4,0", "3,0", "3,0", "3,0", "3,0", "1,0"];
            Assert.Equal(getallen, await samen.Locator("tbody td").AllInnerTextsAsync());
            Assert.Equal(getallen.Select(g => $"Gemiddelde (1 tot 5): {g}"), await samen.Locator("svg desc").AllTextContentsAsync());
            var lengtes = await samen
                .Locator(".slim-balk__deel")
                .EvaluateAllAsync<string[]>("alle => alle.map(b => b.getAttribute('width'))");
            Assert.Equal(["750", "500", "500", "500", "500", "0"], lengtes);
            await Portaal.IsBruikbaarOokSmal(blad, "quickscans");
            await blad.Context.CloseAsync();
        }
        finally
        {
            await huis.Voer($"delete from leercultuurscans.quickscan where maand = '{Maand}'");
        }
    }

    [Theory]
    [InlineData("dashboard.csv", "text/csv")]
    [InlineData("dashboard.json", "application/json")]
    [InlineData("scans.csv", "text/csv")]
    [InlineData("ondernemers.csv", "text/csv")]
    [InlineData("verleningen.csv", "text/csv")]
    [InlineData("quickscans.csv", "text/csv")]
    [InlineData("quickscans.json", "application/json")]
    [InlineData("interventies.csv", "text/csv")]
    [InlineData("interventies.json", "application/json")]
    [InlineData("indicator-cursus-twee-jaar.json", "application/json")]
    public async Task Everything_that_is_shown_can_be_had_as_a_file(string bestand, string soort)
    {
        using var iemand = new HttpClient { BaseAddress = huis.Adres };
        using var antwoord = await iemand.GetAsync($"/leercultuur/gegevens/{bestand}", Ct);
        Assert.Equal((bestand, soort), (bestand, antwoord.Content.Headers.ContentType?.MediaType));
        Assert.Contains("attachment", antwoord.Content.Headers.ContentDisposition?.ToString() ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_not_there()
    {
        using var iemand = new HttpClient { BaseAddress = huis.Adres };
        foreach (var bestand in (string[])["scans.json", "indicator-.json", "indicator-onbekend.json"])
        {
            using var antwoord = await iemand.GetAsync($"/leercultuur/gegevens/{bestand}", Ct);
            Assert.Equal((bestand, 404), (bestand, (int)antwoord.StatusCode));
        }
    }

    [Fact]
    public async Task Who_searches_the_catalogue_without_a_mouse_finds_what_fits()
    {
        var blad = await browser.Open(huis.Adres, scripts: true);
        await blad.Ga("/interventies");
        var alle = await blad.Locator("main .slim-kaart").CountAsync();
        Assert.InRange(alle, 20, 100);
        await Portaal.IsBruikbaarOokSmal(blad, "interventies");
        await Toetsenbord.Typ(blad, "#zoek", "intervisie");
        await Toetsenbord.Druk(blad, "main form button", "Enter");
        await blad.WaitForURLAsync(Gezocht());
        Assert.InRange(await blad.Locator("main .slim-kaart").CountAsync(), 1, alle - 1);
        await blad.GetByRole(AriaRole.Link, new() { Name = "Intervisie", Exact = true }).ClickAsync();
        await Assertions.Expect(blad.Locator("h1")).ToHaveTextAsync("Intervisie");
        await Portaal.IsBruikbaarOokSmal(blad, "interventie");
        await blad.Ga("/interventies?zoek=bestaatniet");
        await Assertions.Expect(blad.Locator("main [role=status]")).ToContainTextAsync("Niets gevonden");
        await Portaal.IsBruikbaarOokSmal(blad, "interventies-geen");
        Assert.Equal(404, (await blad.Ga("/interventies/bestaat-niet"))!.Status);
        await blad.Context.CloseAsync();
    }

    [Fact]
    public async Task The_scheme_manager_writes_an_intervention_which_everyone_finds_at_once()
    {
        const string Id = "leren-op-het-blad";
        var blad = await Portaal.Aangemeld(huis, browser, scripts: true, wie: Regelbeheerder);
        await blad.Ga("/beheer/interventies");
        await Portaal.IsBruikbaarOokSmal(blad, "beheer-interventies");
        await blad.Locator("#id").FillAsync("Geen Naam!");
        await blad.GetByRole(AriaRole.Button, new() { Name = "Open" }).ClickAsync();
        await Assertions.Expect(blad.Locator("#id-fout")).ToBeVisibleAsync();
        await Assertions.Expect(blad.Locator("#fouten a[href='#id']")).ToBeVisibleAsync();
        await Assertions.Expect(blad.Locator("#id")).ToHaveAttributeAsync("aria-invalid", "true");
        Assert.StartsWith("Fout: ", await blad.TitleAsync(), StringComparison.Ordinal);
        await Portaal.IsBruikbaarOokSmal(blad, "beheer-interventies-fout");
        await blad.Locator("#id").FillAsync(Id);
        await blad.GetByRole(AriaRole.Button, new() { Name = "Open" }).ClickAsync();
        await blad.WaitForURLAsync($"**/beheer/interventies/{Id}");

        // What is missing stands at its field.
        await blad.GetByRole(AriaRole.Button, new() { Name = "Bewaar de interventie" }).ClickAsync();
        await Assertions.Expect(blad.Locator(".slim-fouten a[href='#interventie-bron']")).ToBeVisibleAsync();
        await Portaal.IsBruikbaarOokSmal(blad, "beheer-interventie-fout");

        foreach (
            var (veld, waarde) in (IReadOnlyList<(string, string)>)
                [
                    ("naam.nl", "Leren op het blad"),
                    ("naam.en", "Learning on the page"),
                    ("omschrijving.nl", "Lees samen een blad."),
                    ("omschrijving.en", "Read a page together."),
                    ("bron", "De proef"),
                    ("eigenaar", "De proef"),
                    ("gecontroleerdOp", "1-3-2024"),
                ]
        )
        {
            await blad.Locator($"[name='{veld}']").FillAsync(waarde);
        }
        await blad.Locator("input[name='dimensies'][value='D3']").CheckAsync();
        foreach (var (veld, keuze) in (IReadOnlyList<(string, string)>)[("inspanning", "klein"), ("kosten", "geen"), ("bewijs", "mening")])
        {
            await blad.Locator($"input[name='{veld}'][value='{keuze}']").CheckAsync();
        }
        await blad.GetByRole(AriaRole.Button, new() { Name = "Bewaar de interventie" }).ClickAsync();
        await Assertions.Expect(blad.Locator("[role=status]")).ToContainTextAsync("Bewaard.");
        Assert.True(await blad.Locator("input[name='dimensies'][value='D3']").IsCheckedAsync());
        await blad.Context.CloseAsync();

        var iemand = await browser.Open(huis.Adres);
        await iemand.Ga("/interventies?dimensie=D3&zoek=blad");
        Assert.Contains("Lees samen een blad.", await iemand.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await iemand.Context.CloseAsync();

        // What is no longer advised nobody finds, and who keeps the catalogue still does.
        var weer = await Portaal.Aangemeld(huis, browser, scripts: true, wie: Regelbeheerder);
        await weer.Ga($"/beheer/interventies/{Id}");
        await weer.Locator("input[name='actief'][value='nee']").CheckAsync();
        await weer.GetByRole(AriaRole.Button, new() { Name = "Bewaar de interventie" }).ClickAsync();
        await Assertions.Expect(weer.Locator("[role=status]")).ToContainTextAsync("Bewaard.");
        await weer.Ga("/beheer/interventies");
        await Assertions.Expect(weer.Locator("tr", new() { HasText = "Leren op het blad" })).ToContainTextAsync("nee, niet meer");
        await weer.Ga("/interventies?zoek=blad");
        Assert.DoesNotContain("Lees samen een blad.", await weer.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await weer.Context.CloseAsync();

        var beoordelaar = await Portaal.Aangemeld(huis, browser, wie: Portaalhuis.Beoordelaar);
        foreach (
            var pad in (string[])
                ["/beheer/interventies", $"/beheer/interventies/{Id}", "/beheer/indicatoren", "/beheer/benchmarks", "/beheer/voorbeelden"]
        )
        {
            Assert.Equal((pad, 403), (pad, (await beoordelaar.Ga(pad))!.Status));
        }
        await beoordelaar.Context.CloseAsync();
    }

    [Fact]
    public async Task Two_scheme_managers_do_not_overwrite_each_other_unseen()
    {
        var een = await Portaal.Aangemeld(huis, browser, scripts: true, wie: Regelbeheerder);
        var ander = await Portaal.Aangemeld(huis, browser, scripts: true, wie: Regelbeheerder);
        foreach (var blad in (IPage[])[een, ander])
        {
            await blad.Ga("/beheer/indicatoren/bevlogen");
        }
        await een.Locator("[name='populatie.nl']").FillAsync("werknemers, zegt de een");
        await een.GetByRole(AriaRole.Button, new() { Name = "Bewaar de indicator" }).ClickAsync();
        await Assertions.Expect(een.Locator("[role=status]")).ToContainTextAsync("Bewaard.");

        await ander.Locator("[name='populatie.nl']").FillAsync("werknemers, zegt de ander");
        await ander.GetByRole(AriaRole.Button, new() { Name = "Bewaar de indicator" }).ClickAsync();
        await Assertions.Expect(ander.Locator("section[aria-labelledby=anders]")).ToContainTextAsync("werknemers, zegt de een");
        await Assertions.Expect(ander.Locator("[name='populatie.nl']")).ToHaveValueAsync("werknemers, zegt de ander");
        Assert.Equal(1, await ander.Locator("section[aria-labelledby=anders] dt").CountAsync());
        await Portaal.IsBruikbaarOokSmal(ander, "beheer-indicator-verouderd");

        await ander.GetByRole(AriaRole.Button, new() { Name = "Bewaar de indicator" }).ClickAsync();
        await Assertions.Expect(ander.Locator("[role=status]")).ToContainTextAsync("Bewaard.");
        await een.Context.CloseAsync();
        await ander.Context.CloseAsync();
    }

    [Fact]
    public async Task A_new_indicator_with_a_target_stands_on_the_dashboard_without_code()
    {
        const string Id = "blad-informeel";
        var blad = await Portaal.Aangemeld(huis, browser, scripts: true, wie: Regelbeheerder);
        await blad.Ga($"/beheer/indicatoren/{Id}");
        foreach (
            var (veld, waarde) in (IReadOnlyList<(string, string)>)
                [
                    ("naam.nl", "Informeel leren op het blad"),
                    ("naam.en", "Informal learning on the page"),
                    ("definitie.nl", "Deel dat leert"),
                    ("definitie.en", "Share that learns"),
                    ("populatie.nl", "werknemers"),
                    ("populatie.en", "employees"),
                    ("reeksen.0.code", "proef"),
                    ("reeksen.0.naam.nl", "De proef"),
                    ("reeksen.0.naam.en", "The test"),
                    ("reeksen.0.bron", "Eigen meting"),
                    ("reeksen.0.meetwijze.nl", "Een vraag"),
                    ("reeksen.0.meetwijze.en", "One question"),
                    ("reeksen.0.punten", "2022; 40,5; bevestigd\n2023; veel; bevestigd"),
                    ("doelen", "2030; 60; concept; proef; De proef"),
                ]
        )
        {
            await blad.Locator($"[name='{veld}']").FillAsync(waarde);
        }
        foreach (
            var (veld, keuze) in (IReadOnlyList<(string, string)>)[("groep", "leergedrag"), ("eenheid", "procent"), ("status", "concept")]
        )
        {
            await blad.Locator($"input[name='{veld}'][value='{keuze}']").CheckAsync();
        }
        await blad.GetByRole(AriaRole.Button, new() { Name = "Bewaar de indicator" }).ClickAsync();
        await Assertions.Expect(blad.Locator(".slim-fouten")).ToContainTextAsync("Regel 2: 'veel' is geen getal");
        await Portaal.IsBruikbaarOokSmal(blad, "beheer-indicator-fout");
        await blad.Locator("[name='reeksen.0.punten']").FillAsync("2022; 40,5; bevestigd\n2024; 42; bevestigd; ja; anders gevraagd");
        await blad.GetByRole(AriaRole.Button, new() { Name = "Bewaar de indicator" }).ClickAsync();
        await Assertions.Expect(blad.Locator("[role=status]")).ToContainTextAsync("Bewaard.");
        await blad.Context.CloseAsync();

        var iemand = await browser.Open(huis.Adres);
        await iemand.Ga($"/leercultuur/indicatoren/{Id}");
        // A break: no line goes over it, and both values are there.
        Assert.Equal(2, await iemand.Locator("svg.slim-lijnen polyline").CountAsync());
        var tekst = await iemand.Locator("main").InnerTextAsync();
        foreach (var deel in (string[])["40,5%", "42%", "In 2030: 60%", "anders gemeten dan het jaar ervoor"])
        {
            Assert.Contains(deel, tekst, StringComparison.Ordinal);
        }
        await iemand.Context.CloseAsync();
        var gelezen = await huis.Gelukt("regelbeheerder", HttpMethod.Get, $"/v1/indicatoren/{Id}");
        Assert.Equal(JsonValueKind.Object, gelezen.GetProperty("indicator").ValueKind);
    }

    [Fact]
    public async Task A_researcher_begins_at_the_benchmark_and_sees_no_firm()
    {
        var blad = await browser.Open(huis.Adres, scripts: true);
        await blad.Ga("/aanmelden?terug=/begin");
        await blad.Locator("form:has(input[value='onderzoeker']) button, button[value='onderzoeker']").First.ClickAsync();
        await blad.WaitForURLAsync("**/beheer/benchmarks");
        var tekst = await blad.Locator("main").InnerTextAsync();
        Assert.Contains("Voor en na, met en zonder subsidie", tekst, StringComparison.Ordinal);
        Assert.DoesNotContain("KVK", tekst, StringComparison.Ordinal);
        await Portaal.IsBruikbaarOokSmal(blad, "benchmarks");
        await blad.Context.CloseAsync();
    }

    [GeneratedRegex("zoek=intervisie")]
    private static partial Regex Gezocht();
}
