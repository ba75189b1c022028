using Microsoft.Playwright;

namespace SlimRegeling.Web.Tests;

/// <summary>The pages of who assesses and who signs: with the keyboard alone, with two in one case, and closed to who has an interest.</summary>
public sealed class WerkbladTests(Portaalhuis huis, Browser browser)
{
    [Fact]
    public async Task A_case_is_assessed_with_the_keyboard_alone_and_another_signs_it()
    {
        const string Tijdvak = "2026-werkblad-mkb";
        var zaak = await Werkzaak.Ingediend(huis, Tijdvak, wie: await huis.Onderneming());
        var blad = await Portaal.Aangemeld(huis, browser, scripts: true, wie: Werkzaak.Beoordelaar);
        await blad.Ga($"/zaken/{zaak}");
        await Volg(blad, $"a[href='/beheer/zaken/{zaak}']", $"**/beheer/zaken/{zaak}");
        await Portaal.IsBruikbaar(blad, "werkblad-zaak");
        await Volg(blad, "form[action*='handler=Neem'] button", $"**/beheer/zaken/{zaak}");
        await Assertions.Expect(blad.Locator("[role=status]")).ToContainTextAsync("U behandelt deze zaak.");
        await Volg(blad, "a[href$='/volledigheid']", "**/volledigheid");
        await Portaal.IsBruikbaar(blad, "werkblad-volledigheid");
        await Volg(blad, "button[value=volledig]", $"**/beheer/zaken/{zaak}");
        await huis.Stil();
        await Werkzaak.Reserveer(huis, Tijdvak, zaak);

        await Volg(blad, "a[href$='/beoordeling']", "**/beoordeling");
        // Laid before another too early: what is missing is told at its place.
        await Volg(blad, "button[value=voorleggen]", "**/beoordeling");
        await Assertions.Expect(blad.Locator("#fouten")).ToBeFocusedAsync();
        await Portaal.IsBruikbaar(blad, "werkblad-beoordeling-fout");
        foreach (var code in await Werkzaak.TeOordelen(huis, zaak))
        {
            await Naar(blad, $"#v-{code}-oordeel-0");
            await blad.Keyboard.PressAsync("Space");
            await Naar(blad, $"#v-{code}-argument");
            await blad.Keyboard.TypeAsync("Het plan laat dit zien.");
        }
        await Naar(blad, "#v-regel0-oordeel-0");
        await blad.Keyboard.PressAsync("ArrowDown");
        await Naar(blad, "details:has(#v-regel0-uren) > summary");
        await blad.Keyboard.PressAsync("Enter");
        await Naar(blad, "#v-regel0-uren");
        await blad.Keyboard.TypeAsync("70");
        await Naar(blad, "#v-regel0-reden");
        await blad.Keyboard.TypeAsync("Tien uur is niet onderbouwd.");
        await Naar(blad, "#v-regel0-artikel");
        await blad.Keyboard.TypeAsync("2.14");
        await Volg(blad, ".slim-knoppen button[value=bewaar]", "**/beoordeling");
        await Assertions.Expect(blad.Locator("#uitkomst .slim-bedrag")).ToHaveTextAsync("€\u00a06.037,50");
        await Assertions.Expect(blad.Locator("#uitkomst")).ToContainTextAsync("Voorstel: verlenen.");
        await Portaal.IsBruikbaar(blad, "werkblad-beoordeling");
        await Volg(blad, "button[value=voorleggen]", $"**/beheer/zaken/{zaak}");
        await Assertions.Expect(blad.Locator("[role=status]")).ToContainTextAsync("Uw voorstel is voorgelegd.");
        await huis.Stil();
        Assert.Equal(403, (await blad.Ga("/beheer/ondertekenen"))!.Status);
        await blad.Context.CloseAsync();

        var ander = await Portaal.Aangemeld(huis, browser, scripts: true, wie: Werkzaak.Medeondertekenaar);
        await ander.Ga("/beheer/ondertekenen");
        await Portaal.IsBruikbaar(ander, "ondertekenen");
        await ander.Locator($"a[href='/beheer/zaken/{zaak}/besluit']").ClickAsync();
        await ander.WaitForURLAsync("**/besluit");
        var voorstel = await ander.Locator("main").InnerTextAsync();
        foreach (var deel in (string[])["€\u00a06.037,50", "70 uur", "Tien uur is niet onderbouwd.", "Kenmerk"])
        {
            Assert.Contains(deel, voorstel, StringComparison.Ordinal);
        }
        await Portaal.IsBruikbaar(ander, "werkblad-besluit");
        await Portaal.Knop(ander, "Onderteken het besluit");
        await Assertions.Expect(ander.Locator("[role=status]")).ToContainTextAsync("U hebt het besluit ondertekend.");
        Assert.Contains("Subsidie verleend (", await ander.Locator("main > dl").InnerTextAsync(), StringComparison.Ordinal);
        await Portaal.IsBruikbaar(ander, "werkblad-besloten");
        Assert.Equal("verleend", (await Werkzaak.Verlening(huis, zaak)).GetProperty("fase").GetString());
        await ander.Context.CloseAsync();
    }

    [Fact]
    public async Task What_another_did_in_the_case_meanwhile_is_told_with_who_and_what_was_ticked_stays()
    {
        var zaak = await Werkzaak.Ingediend(huis, "2026-tussentijds-mkb");
        var blad = await Portaal.Aangemeld(huis, browser, wie: Werkzaak.Beoordelaar);
        await blad.Ga($"/beheer/zaken/{zaak}/volledigheid");
        await blad.Locator("input[name=ontbreekt]").First.CheckAsync();
        await huis.Gelukt("ondernemer", HttpMethod.Post, $"/v1/aanvragen/{zaak}/meldingen", new { tekst = "Wij zijn verhuisd." });

        await Portaal.Knop(blad, "Vraag wat ontbreekt");

        await Assertions.Expect(blad.Locator("#tussentijds")).ToContainTextAsync("Wijziging gemeld door de aanvrager, door ondernemer");
        Assert.True(await blad.Locator("input[name=ontbreekt]").First.IsCheckedAsync());
        await Portaal.IsBruikbaar(blad, "werkblad-tussentijds");
        await Portaal.Knop(blad, "Vraag wat ontbreekt");
        await blad.WaitForURLAsync($"**/beheer/zaken/{zaak}");
        Assert.Equal(
            "aanvulling-gevraagd",
            (await huis.Gelukt("beoordelaar", HttpMethod.Get, $"/v1/aanvragen/{zaak}")).GetProperty("status").GetString()
        );
        await blad.Context.CloseAsync();
    }

    [Fact]
    public async Task Who_declares_an_interest_finds_the_case_closed_until_another_opens_it()
    {
        var zaak = await Werkzaak.Klaar(huis, "2026-belang-mkb");
        var bas = await Portaal.Aangemeld(huis, browser, wie: Werkzaak.Beoordelaar);
        await bas.Ga($"/beheer/zaken/{zaak}#belang");
        await bas.Locator("details:has(#belang-toelichting) > summary").ClickAsync();
        await bas.Locator("#belang-toelichting").FillAsync("Mijn zus werkt daar.");
        await Portaal.Knop(bas, "Sluit de zaak voor mij");
        await Assertions.Expect(bas.Locator("h1")).ToHaveTextAsync("Deze zaak is voor u gesloten");
        await Portaal.IsBruikbaar(bas, "werkblad-gesloten");
        foreach (
            var pad in (string[])
                [
                    $"/beheer/zaken/{zaak}",
                    $"/beheer/zaken/{zaak}/volledigheid",
                    $"/beheer/zaken/{zaak}/beoordeling",
                    $"/beheer/zaken/{zaak}/besluit",
                    $"/beheer/zaken/{zaak}/buiten-behandeling",
                    $"/beheer/zaken/{zaak}/vaststelling",
                    $"/beheer/zaken/{zaak}/wijzigingen",
                    $"/beheer/zaken/{zaak}/intrekken",
                    $"/beheer/zaken/{zaak}/inzagen",
                    $"/zaken/{zaak}",
                ]
        )
        {
            Assert.Equal(403, (await bas.Ga(pad))!.Status);
            Assert.Equal("Deze zaak is voor u gesloten", await bas.Locator("h1").InnerTextAsync());
        }

        await huis.Stil();
        var mila = await Portaal.Aangemeld(huis, browser, wie: Werkzaak.Medeondertekenaar);
        await mila.Ga($"/beheer/zaken/{zaak}");
        Assert.Contains("Mijn zus werkt daar.", await mila.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await mila.Locator("details:has(#opheffing-0-reden) > summary").ClickAsync();
        await Portaal.Knop(mila, "Open de zaak");
        await Assertions.Expect(mila.Locator("#fouten")).ToContainTextAsync("Schrijf waarom dit belang niet meer in de weg staat.");
        await Portaal.IsBruikbaar(mila, "werkblad-belang-fout");
        await mila.Locator("#opheffing-0-reden").FillAsync("De zus werkt er niet meer.");
        await Portaal.Knop(mila, "Open de zaak");
        await Assertions.Expect(mila.Locator("[role=status]")).ToContainTextAsync("De zaak is weer open voor beoordelaar.");

        Assert.Equal(200, (await bas.Ga($"/beheer/zaken/{zaak}"))!.Status);
        await bas.Context.CloseAsync();
        await mila.Context.CloseAsync();
    }

    [Fact]
    public async Task Many_are_signed_at_once_and_each_says_what_came_of_it()
    {
        var goed = await Werkzaak.Voorgelegd(huis, "2026-bulk-een-mkb");
        var veranderd = await Werkzaak.Voorgelegd(huis, "2026-bulk-twee-mkb");
        var blad = await Portaal.Aangemeld(huis, browser, wie: Werkzaak.Medeondertekenaar);
        await blad.Ga("/beheer/ondertekenen");
        await Portaal.Knop(blad, "Onderteken wat is aangevinkt");
        await Assertions.Expect(blad.Locator("#fouten")).ToContainTextAsync("Vink eerst aan wat u wilt ondertekenen.");
        foreach (var zaak in (string[])[goed, veranderd])
        {
            await blad.Locator($"input[name=zaak][value^='{zaak}']").CheckAsync();
        }
        // Meanwhile one goes back and is proposed anew: what was read is not what lies there.
        var terug = $"/v1/verleningen/{veranderd}/terugzending";
        await huis.Gelukt("medeondertekenaar-2", HttpMethod.Post, terug, new { reden = "Kijk nog eens." });
        await huis.Stil();
        await Werkzaak.LegVoor(huis, veranderd);

        await Portaal.Knop(blad, "Onderteken wat is aangevinkt");

        var uitkomst = await blad.Locator("#uitkomsten").InnerTextAsync();
        Assert.Contains("1 van 2 ondertekend", uitkomst, StringComparison.Ordinal);
        Assert.Contains($"{goed}: ondertekend, besluit {goed}-V1", uitkomst, StringComparison.Ordinal);
        Assert.Contains($"{veranderd}: niet ondertekend.", uitkomst, StringComparison.Ordinal);
        await Portaal.IsBruikbaar(blad, "ondertekenen-uitkomst");
        await blad.Context.CloseAsync();
    }

    [Fact]
    public async Task A_proposal_goes_back_with_a_reason_that_the_assessor_reads()
    {
        var zaak = await Werkzaak.Voorgelegd(huis, "2026-teruggezonden-mkb");
        var mila = await Portaal.Aangemeld(huis, browser, wie: Werkzaak.Medeondertekenaar);
        await mila.Ga($"/beheer/zaken/{zaak}/besluit");
        await mila.Locator("details:has(#terug-reden) > summary").ClickAsync();
        await mila.Locator("#terug-reden").FillAsync("De begroting klopt niet met het plan.");
        await Portaal.Knop(mila, "Zend terug");
        await Assertions.Expect(mila.Locator("[role=status]")).ToContainTextAsync("Het voorstel is teruggezonden.");
        await mila.Context.CloseAsync();
        await huis.Stil();

        var bas = await Portaal.Aangemeld(huis, browser, wie: Werkzaak.Beoordelaar);
        await bas.Ga($"/beheer/zaken/{zaak}/besluit");
        var besluit = await bas.Locator("main").InnerTextAsync();
        Assert.Contains("De begroting klopt niet met het plan.", besluit, StringComparison.Ordinal);
        Assert.Contains("Teruggezonden door medeondertekenaar, ", besluit, StringComparison.Ordinal);
        // The history says it once, and by whom.
        await bas.Ga($"/beheer/zaken/{zaak}");
        var stap = bas.Locator("table[aria-labelledby=verloop] tbody tr", new() { HasText = "Voorstel teruggezonden" });
        Assert.Equal(1, await stap.CountAsync());
        Assert.Equal("medeondertekenaar", await stap.Locator("td[data-kop=Door]").InnerTextAsync());
        // As of a moment before it, it is not there yet.
        var voorstel = bas.Locator("table[aria-labelledby=verloop] tbody tr", new() { HasText = "Beoordeeld: voorstel verlenen" });
        await voorstel.Locator("td[data-kop=Moment] a").ClickAsync();
        await bas.WaitForURLAsync("**op=*");
        Assert.Equal(0, await stap.CountAsync());
        Assert.Equal(1, await voorstel.CountAsync());
        // What the proposal rested on stands ready to go on from.
        await bas.Ga($"/beheer/zaken/{zaak}/beoordeling");
        Assert.Equal("Het plan laat dit zien.", await bas.Locator("#v-niet-haalbaar-argument").InputValueAsync());
        await bas.Context.CloseAsync();
    }

    [Fact]
    public async Task Who_works_in_a_case_reads_who_looked_at_it_by_person_and_day()
    {
        var zaak = await Werkzaak.Klaar(huis, "2026-wie-keek-mkb");
        foreach (var wat in (string[])["", "/uitleg", "/verloop"])
        {
            await huis.Gelukt("medeondertekenaar-2", HttpMethod.Get, $"/v1/aanvragen/{zaak}{wat}");
        }
        var bas = await Portaal.Aangemeld(huis, browser, wie: Werkzaak.Beoordelaar);
        await bas.Ga($"/beheer/zaken/{zaak}");
        await bas.GetByRole(AriaRole.Link, new() { Name = "wie deze zaak bekeek" }).ClickAsync();
        await bas.WaitForURLAsync($"**/beheer/zaken/{zaak}/inzagen");
        await Portaal.IsBruikbaar(bas, "werkblad-inzagen");

        Assert.Equal("u", await bas.Locator("tbody th").First.InnerTextAsync());
        var collega = bas.Locator("tbody tr", new() { HasText = "medeondertekenaar-2" });
        Assert.Equal(1, await collega.CountAsync());
        Assert.Equal("aanvraag, uitleg, verloop", await collega.Locator("td[data-kop=Bekeken]").InnerTextAsync());
        Assert.Equal("3", await collega.Locator("td[data-kop=Keren]").InnerTextAsync());
        await bas.Ga($"/beheer/zaken/{zaak}/inzagen?tot=2020-01-01");
        Assert.Contains(
            "Tot en met 1 januari 2020 keek niemand in deze zaak.",
            await bas.Locator("main").InnerTextAsync(),
            StringComparison.Ordinal
        );
        await bas.Context.CloseAsync();
    }

    [Fact]
    public async Task A_text_to_use_again_is_written_and_put_in_an_assessment()
    {
        var zaak = await Werkzaak.Klaar(huis, "2026-standaardtekst-mkb");
        var blad = await Portaal.Aangemeld(huis, browser, wie: Werkzaak.Beoordelaar);
        await blad.Ga("/beheer/standaardteksten");
        await blad.Locator("#nieuw-onderwerp").SelectOptionAsync("niet-haalbaar");
        await blad.Locator("#nieuw-titel").FillAsync("Planning ontbreekt");
        await blad.Locator("#nieuw-tekst").FillAsync($"Zie zaak {zaak}.");
        await Portaal.Knop(blad, "Bewaar de tekst");
        await Assertions.Expect(blad.Locator("#fouten")).ToContainTextAsync("Deze tekst is voor elke zaak.");
        await Portaal.IsBruikbaar(blad, "standaardteksten-fout");
        await blad.Locator("#nieuw-tekst").FillAsync("Het plan heeft geen planning.");
        await Portaal.Knop(blad, "Bewaar de tekst");
        await Assertions.Expect(blad.Locator("[role=status]")).ToContainTextAsync("De tekst staat klaar om te gebruiken.");
        await Portaal.IsBruikbaar(blad, "standaardteksten");

        await blad.Ga($"/beheer/zaken/{zaak}/beoordeling");
        await blad.Locator("#v-niet-haalbaar-argument").FillAsync("Wij zochten ernaar.");
        await blad.Locator("button[value='tekst:niet-haalbaar']").ClickAsync();
        Assert.Equal(
            "Wij zochten ernaar.\n\nHet plan heeft geen planning.",
            (await blad.Locator("#v-niet-haalbaar-argument").InputValueAsync()).ReplaceLineEndings("\n")
        );
        // It is put in what is typed, and saved by saving.
        Assert.Equal(
            0,
            (await huis.Gelukt("beoordelaar", HttpMethod.Get, $"/v1/aanvragen/{zaak}/beoordeling"))
                .GetProperty("concept")
                .GetProperty("versie")
                .GetInt64()
        );
        await blad.Context.CloseAsync();
    }

    /// <summary>Goes there with Tab, presses Enter, and waits for the page behind it.</summary>
    private static async Task Volg(IPage blad, string doel, string adres)
    {
        await Naar(blad, doel);
        await blad.Keyboard.PressAsync("Enter");
        await blad.WaitForURLAsync(adres);
    }

    /// <summary>With Tab, as someone without a mouse goes.</summary>
    private static async Task Naar(IPage blad, string doel)
    {
        for (var i = 0; i < 250; i++)
        {
            if (await blad.EvaluateAsync<bool>("d => document.activeElement?.matches(d) === true", doel))
            {
                return;
            }
            await blad.Keyboard.PressAsync("Tab");
        }
        Assert.Fail($"The keyboard does not reach {doel} on {blad.Url}.");
    }
}
