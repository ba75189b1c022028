using Microsoft.Playwright;

namespace SlimRegeling.Web.Tests;

/// <summary>Someone answers on a telephone: page by page, without script and without a cookie, stops and goes on elsewhere.</summary>
public sealed class InvulbladTests(Portaalhuis huis, Browser browser)
{
    private static readonly object Groot = new
    {
        gevraagd = 20,
        instrument = "bouwstenen-1",
        teams = (object[])[new { naam = "Winkel" }, new { naam = "Werkplaats" }],
        kenmerken = (string[])["leeftijd"],
        contact = "Kim van kantoor, 06 12345678",
    };

    [Fact]
    public async Task Every_page_can_be_used_on_a_telephone_and_what_was_filled_in_goes_on_elsewhere()
    {
        var zaak = await Scanzaak.Begin(huis, "invullen-een", "Ivo Invullen", "91000094", Groot);
        var blad = await browser.Open(huis.Adres, 320);
        await blad.Ga("/scan/" + zaak.Scan);
        await Portaal.IsBruikbaarOokSmal(blad, "invullen-code");
        await blad.GetByLabel("Uw code").FillAsync(string.Join('-', zaak.Codes[0].ToUpperInvariant().Chunk(4).Select(d => new string(d))));
        await Druk(blad, "Begin");
        Assert.Contains("Kim van kantoor", await blad.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("Vertrouwelijk, vanaf 5", await blad.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        // A code of one's own, that the firm does not know.
        var eigen = await blad.Locator("#eigen-code").InnerTextAsync();
        Assert.NotEqual(zaak.Codes[0], eigen.Replace("-", "", StringComparison.Ordinal));
        Assert.Contains("Uw werkgever kent hem niet", await blad.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await Portaal.IsBruikbaarOokSmal(blad, "invullen-uitleg");
        await Druk(blad, "Begin met de vragen");

        // Each question is a group with its own name, and has a mistake of its own.
        await Druk(blad, "Verder");
        var aantal = await blad.GetByRole(AriaRole.Group).CountAsync();
        Assert.Equal(2, aantal);
        // As who does not see it hears it: a question, with each answer by its own words.
        var vraag = blad.GetByRole(AriaRole.Group, new() { Name = "In mijn werk leer ik geregeld iets nieuws." });
        Assert.Equal(6, await vraag.GetByRole(AriaRole.Radio).CountAsync());
        foreach (var woorden in (string[])["helemaal niet mee eens", "helemaal mee eens", "Weet ik niet, of past niet bij mij"])
        {
            Assert.Equal(1, await vraag.GetByRole(AriaRole.Radio, new() { Name = woorden, Exact = true }).CountAsync());
        }
        Assert.Equal(aantal, await blad.Locator("#fouten li").CountAsync());
        await Portaal.IsBruikbaarOokSmal(blad, "invullen-fout");

        // In another language, with the same answers.
        await blad.Locator("#D1-1-2").CheckAsync();
        await Druk(blad, "English");
        Assert.Equal("en", await blad.Locator("html").GetAttributeAsync("lang"));
        Assert.True(await blad.Locator("#D1-1-2").IsCheckedAsync());
        await Portaal.IsBruikbaarOokSmal(blad, "invullen-engels");
        await Druk(blad, "Nederlands");
        await blad.Locator("#D1-2-n").CheckAsync();
        await Druk(blad, "Verder");
        Assert.Contains("Bladzijde 2 van", await blad.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await Druk(blad, "Stop en ga later verder");
        await Portaal.IsBruikbaarOokSmal(blad, "invullen-bewaard");
        Assert.Equal(eigen, await blad.Locator("#eigen-code").InnerTextAsync());
        Assert.Empty(await blad.Context.CookiesAsync());
        Assert.DoesNotContain(zaak.Codes[0], blad.Url, StringComparison.OrdinalIgnoreCase);
        await blad.Context.CloseAsync();

        blad = await browser.Open(huis.Adres, 320);
        await blad.Ga("/scan/" + zaak.Scan);
        await blad.GetByLabel("Uw code").FillAsync(zaak.Codes[0]);
        await Druk(blad, "Begin");
        Assert.Contains(
            "Met deze code kunt u niet (meer) antwoorden",
            await blad.GetByRole(AriaRole.Alert).InnerTextAsync(),
            StringComparison.Ordinal
        );
        await blad.Ga("/scan/" + zaak.Scan);
        await blad.GetByLabel("Uw code").FillAsync(eigen);
        await Druk(blad, "Begin");
        // The site cannot know whether it was this person who began.
        Assert.Contains("ga dan niet verder", await blad.Locator("#al-begonnen").InnerTextAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("Uw werkgever kent hem niet", await blad.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await Portaal.IsBruikbaarOokSmal(blad, "invullen-al-begonnen");
        await Druk(blad, "Ga verder waar u was");
        Assert.Contains("Bladzijde 2 van", await blad.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await Druk(blad, "Vorige");
        Assert.True(await blad.Locator("#D1-1-2").IsCheckedAsync());
        Assert.True(await blad.Locator("#D1-2-n").IsCheckedAsync());
        await Druk(blad, "Verder");
        while (await blad.GetByRole(AriaRole.Radio).CountAsync() > 0)
        {
            foreach (var groep in await blad.GetByRole(AriaRole.Group).AllAsync())
            {
                await groep.GetByRole(AriaRole.Radio).Nth(3).CheckAsync();
            }
            await Druk(blad, "Verder");
        }
        foreach (var onderwerp in await blad.GetByRole(AriaRole.Checkbox).AllAsync())
        {
            await onderwerp.CheckAsync();
        }
        await Druk(blad, "Verder");
        await Portaal.IsBruikbaarOokSmal(blad, "invullen-wil-fout");
        foreach (var onderwerp in (await blad.GetByRole(AriaRole.Checkbox).AllAsync()).Skip(3))
        {
            await onderwerp.UncheckAsync();
        }
        await Druk(blad, "Verder");
        await blad.GetByLabel("Werkplaats").CheckAsync();
        await Portaal.IsBruikbaarOokSmal(blad, "invullen-over-u");
        await Druk(blad, "Verder");
        await Portaal.IsBruikbaarOokSmal(blad, "invullen-klaar");
        await Druk(blad, "Verstuur mijn antwoorden");
        Assert.Equal("Dank u wel", await blad.Locator("h1").InnerTextAsync());
        Assert.Equal(
            $"/scan/{zaak.Scan}?taal=en",
            await blad.GetByRole(AriaRole.Link, new() { Name = "English" }).GetAttributeAsync("href")
        );
        await Portaal.IsBruikbaarOokSmal(blad, "invullen-verstuurd");
        Assert.Empty(await blad.Context.CookiesAsync());
        await blad.Context.CloseAsync();
    }

    [Fact]
    public async Task A_code_that_was_used_that_is_made_up_or_of_another_scan_is_told_the_same()
    {
        var zaak = await Scanzaak.Begin(huis, "invullen-twee", "Iris Invullen", "91000095", new { gevraagd = 6 });
        var ander = await Scanzaak.Begin(huis, "invullen-drie", "Imke Invullen", "91000096", new { gevraagd = 6 });
        await zaak.Beantwoord(huis, 1);
        var blad = await browser.Open(huis.Adres, 320);
        var gezien = new HashSet<string>();
        foreach (
            var (scan, code) in ((string, string)[])
                [(zaak.Scan, zaak.Codes[0]), (zaak.Scan, ander.Codes[0]), (zaak.Scan, "zomaar"), ("scan-bestaatniet", zaak.Codes[1])]
        )
        {
            await blad.Ga("/scan/" + scan);
            await blad.GetByLabel("Uw code").FillAsync(code);
            await Druk(blad, "Begin");
            gezien.Add(await blad.GetByRole(AriaRole.Alert).InnerTextAsync());
        }
        Assert.Contains("Met deze code kunt u niet (meer) antwoorden", Assert.Single(gezien), StringComparison.Ordinal);
        // Nobody sent anything here.
        Assert.DoesNotContain("binnen", Assert.Single(gezien), StringComparison.Ordinal);
        Assert.Contains("Vraag uw bedrijf om een reservecode.", Assert.Single(gezien), StringComparison.Ordinal);
        await Portaal.IsBruikbaarOokSmal(blad, "invullen-ongeldig");
        await blad.Ga("/scan");
        await Druk(blad, "Begin");
        Assert.Equal(2, await blad.Locator("#fouten li").CountAsync());
        await Portaal.IsBruikbaarOokSmal(blad, "invullen-leeg");
        // What is wrong can be read in the other language too.
        await Druk(blad, "English");
        Assert.Equal("en", await blad.Locator("html").GetAttributeAsync("lang"));
        Assert.Equal(2, await blad.Locator("#fouten li").CountAsync());
        await blad.Context.CloseAsync();
    }

    [Fact]
    public async Task Who_answers_reads_how_long_answers_are_kept_and_what_the_works_council_knows_now()
    {
        var zaak = await Scanzaak.Begin(
            huis,
            "invullen-zes",
            "Isa Invullen",
            "91000123",
            new { gevraagd = 6, ondernemingsraad = "nog-niet" }
        );
        var werknemer = await browser.Open(huis.Adres, 320);
        Assert.Contains(
            "vroeg de ondernemingsraad of personeelsvertegenwoordiging nog niet",
            await Uitleg(zaak.Codes[0]),
            StringComparison.Ordinal
        );

        var blad = await Portaal.Aangemeld(huis, browser, wie: zaak.Naam);
        await blad.Ga($"/scans/{zaak.Scan}");
        Assert.Contains("Dat moet nog", await blad.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await blad.GetByRole(AriaRole.Link, new() { Name = "Ondernemingsraad" }).ClickAsync();
        Assert.True(await blad.GetByLabel("Dat moet nog").IsCheckedAsync());
        await blad.GetByLabel("De raad of vertegenwoordiging heeft ingestemd").CheckAsync();
        await blad.GetByLabel("Op welke dag?").FillAsync("gisteren");
        await Portaal.Knop(blad, "Bewaar dit");
        Assert.Equal(1, await blad.Locator("#fouten li").CountAsync());
        await Portaal.IsBruikbaarOokSmal(blad, "scan-raad-fout");
        await blad.GetByLabel("Op welke dag?").FillAsync("1-3-2026");
        await Portaal.Knop(blad, "Bewaar dit");
        await blad.GetByText("Dit is bewaard.").WaitForAsync();
        await blad.Context.CloseAsync();

        var nu = await Uitleg(zaak.Codes[1]);
        Assert.Contains("stemde in met deze scan. Dat was op 1 maart 2026.", nu, StringComparison.Ordinal);
        Assert.Contains("Wij bewaren uw antwoorden tot de scan sluit", nu, StringComparison.Ordinal);
        await werknemer.Context.CloseAsync();

        async Task<string> Uitleg(string code)
        {
            await werknemer.Ga("/scan/" + zaak.Scan);
            await werknemer.GetByLabel("Uw code").FillAsync(code);
            await Druk(werknemer, "Begin");
            return await werknemer.Locator("main").InnerTextAsync();
        }
    }

    [Fact]
    public async Task Who_sends_and_is_refused_hears_both_what_it_can_mean()
    {
        var zaak = await Scanzaak.Begin(huis, "invullen-vijf", "Inge Invullen", "91000121", new { gevraagd = 6 });
        using var iemand = new Bezoeker(huis.Adres);
        var velden = Enumerable
            .Range(1, 6)
            .SelectMany(d => (string[])[$"D{d}-1", $"D{d}-2"])
            .Select(veld => KeyValuePair.Create(veld, "4"))
            .Append(new("scan", zaak.Scan))
            .Append(new("code", zaak.Codes[0]))
            .Append(new("stap", "klaar"))
            .Append(new("_doe", "verstuur"))
            .ToList();
        using var eerste = await iemand.Stuur(HttpMethod.Post, "/scan/invullen", velden);
        using var tweede = await iemand.Stuur(HttpMethod.Post, "/scan/invullen", velden);
        var ct = TestContext.Current.CancellationToken;
        Assert.Contains("Uw antwoorden zijn binnen.", await eerste.Content.ReadAsStringAsync(ct), StringComparison.Ordinal);
        var html = await tweede.Content.ReadAsStringAsync(ct);
        Assert.Contains("Dan zijn uw antwoorden waarschijnlijk binnen.", html, StringComparison.Ordinal);
        Assert.Contains("neemt deze scan geen antwoorden meer aan", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Dank u wel", html, StringComparison.Ordinal);
    }

    /// <summary>What people lack first divides nobody into groups.</summary>
    [Fact]
    public async Task Who_is_asked_only_what_they_lack_reads_nothing_of_groups()
    {
        var zaak = await Scanzaak.Begin(
            huis,
            "invullen-acht",
            "Ina Invullen",
            "91000142",
            new { gevraagd = 20, kenmerken = (string[])["fase"] }
        );
        using var iemand = new Bezoeker(huis.Adres);
        var code = zaak.Codes[0];
        foreach (var (stap, doe) in ((string, string)[])[("", "open"), ("over-u", "blijf")])
        {
            using var antwoord = await iemand.Stuur(
                HttpMethod.Post,
                "/scan/invullen",
                [new("scan", zaak.Scan), new("code", code), new("beurt", new string('B', 32)), new("stap", stap), new("_doe", doe)]
            );
            var html = await antwoord.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.Contains(
                stap.Length > 0 ? "Elke vraag mag u overslaan." : "Uw werkgever ziet niet wie antwoordde",
                html,
                StringComparison.Ordinal
            );
            Assert.DoesNotContain("Naar leeftijd, contract of opleiding", html, StringComparison.Ordinal);
            Assert.DoesNotContain("verschillen tussen groepen", html, StringComparison.Ordinal);
            code = Bezoeker.Velden(html).Last(v => v.Key == "code").Value;
        }
    }

    [Fact]
    public async Task The_code_of_a_link_goes_to_its_field_and_out_of_the_address()
    {
        var zaak = await Scanzaak.Begin(huis, "invullen-vier", "Ilse Invullen", "91000097", new { gevraagd = 6 });
        var blad = await browser.Open(huis.Adres, 320, scripts: true);
        await blad.Ga($"/scan/{zaak.Scan}#{zaak.Codes[0]}");
        await Assertions.Expect(blad.GetByLabel("Uw code")).ToHaveValueAsync(zaak.Codes[0]);
        Assert.DoesNotContain(zaak.Codes[0], blad.Url, StringComparison.Ordinal);
        // It goes along to the other language, and stands in that address no longer than in this one.
        await blad.GetByRole(AriaRole.Link, new() { Name = "English" }).ClickAsync();
        await Assertions.Expect(blad.GetByLabel("Your code")).ToHaveValueAsync(zaak.Codes[0]);
        await Assertions.Expect(blad.Locator("html")).ToHaveAttributeAsync("lang", "en");
        Assert.DoesNotContain(zaak.Codes[0], blad.Url, StringComparison.Ordinal);
        await blad.GetByRole(AriaRole.Link, new() { Name = "Nederlands" }).ClickAsync();
        await Assertions.Expect(blad.GetByLabel("Uw code")).ToHaveValueAsync(zaak.Codes[0]);
        // With the keyboard alone.
        await blad.GetByLabel("Uw code").PressAsync("Enter");
        await blad.GetByRole(AriaRole.Button, new() { Name = "Begin met de vragen" }).PressAsync("Enter");
        await blad.Locator("#D1-1-1").FocusAsync();
        await blad.Keyboard.PressAsync("ArrowDown");
        Assert.True(await blad.Locator("#D1-1-2").IsCheckedAsync());
        await blad.Keyboard.PressAsync("Tab");
        await blad.Keyboard.PressAsync("Space");
        Assert.True(await blad.Locator("#D1-2-1").IsCheckedAsync());
        await blad.Keyboard.PressAsync("Enter");
        await blad.GetByText("Bladzijde 2 van").WaitForAsync();
        await blad.Context.CloseAsync();
    }

    [Fact]
    public async Task Who_goes_back_right_after_Begin_begins_again_with_the_same_code()
    {
        var zaak = await Scanzaak.Begin(huis, "invullen-zeven", "Ida Invullen", "91000141", new { gevraagd = 6 });
        var blad = await browser.Open(huis.Adres, 320, scripts: true);
        await blad.Ga($"/scan/{zaak.Scan}#{zaak.Codes[0]}");
        await Assertions.Expect(blad.GetByLabel("Uw code")).ToHaveValueAsync(zaak.Codes[0]);
        await Druk(blad, "Begin");
        var eigen = await blad.Locator("#eigen-code").InnerTextAsync();
        await blad.GoBackAsync();
        await Assertions.Expect(blad.GetByLabel("Uw code")).ToHaveValueAsync(zaak.Codes[0]);
        await Druk(blad, "Begin");
        await Assertions.Expect(blad.Locator("#eigen-code")).ToHaveTextAsync(eigen);
        await blad.Context.CloseAsync();
    }

    private static Task Druk(IPage blad, string knop) => blad.GetByRole(AriaRole.Button, new() { Name = knop, Exact = true }).ClickAsync();
}
