using System.Globalization;
using Microsoft.Playwright;

namespace SlimRegeling.Web.Tests;

/// <summary>The report of a scan as its firm reads it: what stands there, for whom, and that everyone can use it.</summary>
public sealed class RapportbladTests(Portaalhuis huis, Browser browser)
{
    private static int _ondernemers;

    [Fact]
    public async Task A_report_gives_insight_priorities_and_handles_with_a_table_beside_each_chart()
    {
        var (wie, naam) = await Ondernemer();
        var scan = await Leerscan.MetRapport(huis.Adres, wie);
        var blad = await Portaal.Aangemeld(huis, browser, scripts: true, wie: naam);
        await blad.Ga($"/scans/{scan}/rapport");
        var tekst = await blad.Locator("main").InnerTextAsync();
        foreach (
            var deel in (string[])
                [
                    "11 mensen",
                    "12 mensen",
                    "Werk waar je van leert",
                    "Kansen en afspraken",
                    "u bent positiever dan uw mensen",
                    "Ten minste de helft van uw mensen wil dit beter.",
                    "U vindt dit belangrijk voor uw bedrijf.",
                    "Er is geen tijd.",
                    "Beter werk, minder fouten.",
                    "Mensen die praktisch zijn opgeleid.",
                    "Is er een opleidings- of ontwikkelplan op papier?",
                    "Wat hierbij helpt",
                    "Per team",
                    "SHA-256",
                ]
        )
        {
            Assert.Contains(deel, tekst, StringComparison.Ordinal);
        }
        // D5 was lowest, wanted by all and named by management.
        Assert.StartsWith(
            "1. Kansen en afspraken",
            await blad.Locator("#prioriteiten ~ ol h3").First.InnerTextAsync(),
            StringComparison.Ordinal
        );
        Assert.InRange(await blad.Locator("#prioriteiten ~ ol > li").CountAsync(), 1, 3);

        // Each bar says in words what it shows, and the figures stand in a table beside it.
        var balken = blad.Locator("section[aria-labelledby=inzicht] svg[role=img]");
        Assert.Equal(6, await balken.CountAsync());
        for (var i = 0; i < 6; i++)
        {
            Assert.NotEqual("", await balken.Nth(i).Locator("title").TextContentAsync());
            Assert.Contains("De marge is", await balken.Nth(i).Locator("desc").TextContentAsync(), StringComparison.Ordinal);
        }
        Assert.Equal(6, await blad.Locator("section[aria-labelledby=inzicht] tbody tr").CountAsync());
        await Portaal.IsBruikbaarOokSmal(blad, "rapport");

        await blad.Ga("/taal/en?terug=/");
        await blad.Ga($"/scans/{scan}/rapport");
        Assert.Contains("Opportunities and agreements", await blad.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await blad.Context.CloseAsync();
    }

    [Fact]
    public async Task What_people_get_says_nothing_of_management_groups_or_money()
    {
        var (wie, naam) = await Ondernemer();
        var scan = await Leerscan.MetRapport(huis.Adres, wie);
        var blad = await Portaal.Aangemeld(huis, browser, scripts: true, wie: naam);
        await blad.Ga($"/scans/{scan}/rapport/medewerkers");
        var tekst = await blad.Locator("main").InnerTextAsync();
        Assert.Contains("Wat eerst beter kan", tekst, StringComparison.Ordinal);
        foreach (var niet in (string[])["Open vak: de leiding", "Winkel", "Werkplaats", "SLIM-subsidie", "positiever"])
        {
            Assert.DoesNotContain(niet, tekst, StringComparison.Ordinal);
        }
        await Portaal.IsBruikbaarOokSmal(blad, "rapport-medewerkers");
        await blad.Context.CloseAsync();

        using var ondernemer = await KnoppenTests.Als(huis.Adres, wie);
        foreach (var voor in (string[])["werkgever", "medewerkers"])
        {
            using var pdf = await ondernemer.Haal($"/scans/{scan}/rapport?handler=Rapportbestand&voor={voor}");
            Assert.Equal("application/pdf", pdf.Content.Headers.ContentType?.MediaType);
        }
    }

    [Fact]
    public async Task A_plan_begins_with_the_report_is_written_without_a_mouse_and_fixed_once()
    {
        var (wie, _) = await Ondernemer();
        var scan = await Leerscan.MetRapport(huis.Adres, wie);
        var pad = $"/scans/{scan}/plan";
        var blad = await Toetsenbord.Aangemeld(huis.Adres, browser, wie);
        await blad.Ga(pad);
        Assert.Equal("Kansen en afspraken", await blad.Locator("[name='regels[0].doel']").InputValueAsync());
        Assert.NotEqual("", await blad.Locator("[name='regels[0].aanpak']").InputValueAsync());
        await Portaal.IsBruikbaarOokSmal(blad, "plan");

        // What is missing stands at its field, and what was typed is there.
        await Toetsenbord.Typ(blad, "[name='visie']", "Iedereen blijft.");
        await Toetsenbord.Druk(blad, "button[value='vaststellen']", "Enter");
        await Assertions.Expect(blad.Locator(".slim-fouten")).ToContainTextAsync("Zet een vinkje om het plan vast te stellen.");
        Assert.Equal("Iedereen blijft.", await blad.Locator("[name='visie']").InputValueAsync());
        await Portaal.IsBruikbaarOokSmal(blad, "plan-vinkje");
        await blad.Locator("[name='zeker']").CheckAsync();
        await Toetsenbord.Druk(blad, "button[value='vaststellen']", "Enter");
        await Assertions.Expect(blad.Locator(".slim-fouten")).ToContainTextAsync("anders is het plan niet af");
        Assert.Equal("Iedereen blijft.", await blad.Locator("[name='visie']").InputValueAsync());
        await Portaal.IsBruikbaarOokSmal(blad, "plan-fout");

        var weg = blad.Locator("button[value^='weg-']");
        for (var over = await weg.CountAsync() - 1; over > 0; over--)
        {
            await weg.Last.ClickAsync();
            await Assertions.Expect(weg).ToHaveCountAsync(over);
        }
        await Assertions.Expect(blad.Locator("[role=status]")).ToContainTextAsync("De regel is weg");
        foreach (var veld in (string[])["regels[0].voor", "regels[0].wie", "regels[0].wanneer", "regels[0].meten", "middelen", "volgen"])
        {
            await blad.Locator($"[name='{veld}']").FillAsync($"Getypt bij {veld}");
        }
        // In another window it stays open: what is typed there after it was fixed is told to be lost.
        var ander = await blad.Context.NewPageAsync();
        await ander.Ga(pad);
        await blad.Locator("[name='zeker']").CheckAsync();
        await blad.Locator("button[value='vaststellen']").ClickAsync();
        await Assertions.Expect(blad.Locator("[role=status]")).ToContainTextAsync("Uw plan is vastgesteld");
        var tekst = await blad.Locator("main").InnerTextAsync();
        Assert.Contains("Getypt bij regels[0].wie", tekst, StringComparison.Ordinal);
        Assert.Contains("SHA-256", tekst, StringComparison.Ordinal);
        Assert.Equal(0, await blad.Locator("main textarea").CountAsync());
        await Portaal.IsBruikbaarOokSmal(blad, "plan-vast");
        await ander.Locator("[name='visie']").FillAsync("Iets anders.");
        await ander.Locator("button[value='bewaren']").ClickAsync();
        await Assertions.Expect(ander.Locator("[role=alert]")).ToContainTextAsync("Wat u net typte, is niet bewaard.");
        Assert.Equal(0, await ander.Locator("[role=status]").CountAsync());
        await Portaal.IsBruikbaarOokSmal(ander, "plan-te-laat");
        await ander.Locator("[name='zaaknummer']").FillAsync("geen nummer");
        await ander.GetByRole(AriaRole.Button, new() { Name = "Voeg toe aan de zaak" }).ClickAsync();
        await Assertions.Expect(ander.Locator(".slim-fouten")).ToContainTextAsync("Dit is geen zaaknummer.");
        await Portaal.IsBruikbaarOokSmal(ander, "plan-naar-zaak-fout");
        await blad.Context.CloseAsync();
    }

    [Fact]
    public async Task A_second_scan_calls_only_that_a_change_which_chance_does_not_explain()
    {
        var (wie, naam) = await Ondernemer();
        await Leerscan.MetRapport(huis.Adres, wie, hoog: 3);
        var later = await Leerscan.MetRapport(huis.Adres, wie, hoog: 4);
        var blad = await Portaal.Aangemeld(huis, browser, scripts: true, wie: naam);
        await blad.Ga($"/scans/{later}/vergelijking");
        Assert.Equal("geen aantoonbare verandering", await Verandering("Kansen en afspraken"));
        Assert.Equal("hoger", await Verandering("Samen leren en kennis delen"));
        await Portaal.IsBruikbaarOokSmal(blad, "vergelijking");
        await blad.Ga($"/scans/{later}/benchmark");
        Assert.Contains("Uw eigen bedrijf telt niet mee.", await blad.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await Portaal.IsBruikbaarOokSmal(blad, "benchmark");
        await blad.Ga("/interventielog");
        await Portaal.IsBruikbaarOokSmal(blad, "interventielog");
        await blad.Context.CloseAsync();

        Task<string> Verandering(string onderwerp) =>
            blad.Locator("section[aria-labelledby=onderwerpen] tbody tr", new() { HasText = onderwerp })
                .Locator("td")
                .Last.InnerTextAsync();
    }

    [Fact]
    public async Task A_scan_that_is_open_has_no_report_and_its_page_says_so()
    {
        var (wie, naam) = await Ondernemer();
        var gestart = await huis.Gelukt(wie, HttpMethod.Post, "/v1/scans", new { gevraagd = 8 });
        var scan = gestart.GetProperty("scan").GetString();
        var blad = await Portaal.Aangemeld(huis, browser, scripts: true, wie: naam);
        foreach (var deel in (string[])["rapport", "rapport/medewerkers", "benchmark", "vergelijking", "plan"])
        {
            Assert.Equal((deel, 200), (deel, (await blad.Ga($"/scans/{scan}/{deel}"))!.Status));
            Assert.Contains("De scan is nog open.", await blad.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        }
        await Portaal.IsBruikbaarOokSmal(blad, "rapport-open");
        await blad.Context.CloseAsync();
    }

    /// <summary>Instrument, basis, period, who was asked and answered, management, day and hash: and no score, for whoever reads it.</summary>
    [Fact]
    public async Task As_evidence_in_a_case_a_scan_shows_that_it_was_done_and_no_score()
    {
        var (wie, naam) = await Ondernemer();
        await huis.Tijdvak("2026-rapportbewijs-mkb");
        var zaak = await huis.Concept("2026-rapportbewijs-mkb", Portaalhuis.Ondertekend, wie);
        await huis.Gelukt(wie, HttpMethod.Post, $"/v1/aanvragen/{zaak}/indiening", new { });
        await huis.Stil();
        var scan = await Leerscan.MetRapport(huis.Adres, wie, zaak);
        await huis.Stil();
        var hash = (await huis.Gelukt(wie, HttpMethod.Get, $"/v1/scans/{scan}/rapport")).GetProperty("hash").GetString()!;

        var eigen = await Portaal.Aangemeld(huis, browser, scripts: true, wie: naam);
        await eigen.Ga($"/zaken/{zaak}");
        await Bewezen(eigen, hash);
        await Portaal.IsBruikbaarOokSmal(eigen, "zaak-met-scan");
        await eigen.Context.CloseAsync();

        var beoordelaar = await Portaal.Aangemeld(huis, browser, scripts: true, wie: Portaalhuis.Beoordelaar);
        await beoordelaar.Ga($"/beheer/zaken/{zaak}");
        await Bewezen(beoordelaar, hash);
        await Portaal.IsBruikbaarOokSmal(beoordelaar, "behandelen-met-scan");
        foreach (var deel in (string[])["rapport", "rapport/medewerkers", "plan"])
        {
            Assert.Equal((deel, 403), (deel, (await beoordelaar.Ga($"/scans/{scan}/{deel}"))!.Status));
        }
        await beoordelaar.Context.CloseAsync();
    }

    private static async Task Bewezen(IPage blad, string hash)
    {
        var tekst = await blad.Locator("section[aria-labelledby=scans]").InnerTextAsync();
        foreach (var deel in (string[])["Onderbouwing", "Periode", "12 mensen", "11 mensen", "Leiding vulde haar deel in", "Ja", hash])
        {
            Assert.Contains(deel, tekst, StringComparison.Ordinal);
        }
        foreach (var niet in (string[])["Score", "Kansen en afspraken", "kan sterker", "Winkel"])
        {
            Assert.DoesNotContain(niet, tekst, StringComparison.Ordinal);
        }
    }

    /// <summary>A firm of its own: what one did decides what its pages show.</summary>
    private async Task<(string Wie, string Naam)> Ondernemer()
    {
        var nummer = Interlocked.Increment(ref _ondernemers);
        // No name begins another: it is looked for on the page on which people choose.
        var (wie, naam, kvk) = (
            string.Create(CultureInfo.InvariantCulture, $"rapportlezer-{nummer}"),
            $"Rapportlezer {(char)('A' + nummer)}",
            string.Create(CultureInfo.InvariantCulture, $"9375{nummer:0000}")
        );
        huis.Registreer(wie, naam, kvk);
        await huis.Ingeschreven(wie, naam, kvk);
        return (wie, naam);
    }
}
