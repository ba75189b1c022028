using System.Text.Json;
using Microsoft.Playwright;
using NodaTime;

namespace SlimRegeling.Web.Tests;

/// <summary>
/// A partnership of which a party did not declare its de-minimis aid: the receipt names it, and the hoofdaanvrager completes exactly that. And a party
/// whose session ended while it confirmed.
/// </summary>
public sealed class PartnerschapNaIndieningTests(Portaalhuis huis, Browser browser)
{
    private const string Zager = "90006002";

    private const string Formulier = """
        {"activiteiten":[{"soort":"C","overigeExterneKosten":"200000.00"}],
         "plan":{"doelen":"Doelen.","aanpak":"Aanpak.","resultaten":"Resultaten.","evaluatie":"Evaluatie."},
         "rekening":{"iban":"NL13TEST0123456789"},"verklaringen":{"waarheid":true},
         "partijen":[
          {"kvkNummer":"69599084","naam":"Bouwbedrijf De Troffel B.V.","rol":"hoofdaanvrager","type":"mkb-onderneming","aandeelKosten":"100000.00","werkzamePersonen":40,"jaaromzet":"6000000.00","balanstotaal":"3000000.00","sbiCodes":["3109"],"verklaringen":{"mkb":true,"deMinimis":{"soort":"geen"}}},
          {"kvkNummer":"90006002","naam":"Houtzagerij De Plank B.V.","rol":"partij","type":"mkb-onderneming","aandeelKosten":"50000.00","werkzamePersonen":40,"jaaromzet":"5000000.00","balanstotaal":"2500000.00","sbiCodes":["1610"],"verklaringen":{"mkb":true}},
          {"kvkNummer":"90006004","naam":"Houtcollege","rol":"partij","type":"onderwijsinstelling","aandeelKosten":"50000.00","verklaringen":{"deMinimis":{"soort":"geen"}}}]}
        """;

    [Fact]
    public async Task A_declaration_of_a_party_that_was_missing_is_named_asked_and_completed()
    {
        var zaak = await Concept("2026-partij-swv");
        await huis.Gelukt("ondernemer", HttpMethod.Post, $"/v1/aanvragen/{zaak}/uitnodigingen", new { kvkNummer = Zager });
        await huis.Gelukt("ondernemer", HttpMethod.Post, $"/v1/aanvragen/{zaak}/indiening", new { });
        await huis.Stil();
        var blad = await Portaal.Aangemeld(huis, browser, scripts: true);
        await blad.Ga($"/aanvragen/{zaak}/ontvangst");
        var ontbrak = await blad.Locator("[aria-labelledby=ontbrak]").InnerTextAsync();
        Assert.Contains("van Houtzagerij De Plank B.V.", ontbrak, StringComparison.Ordinal);
        Assert.DoesNotContain("de-minimisverklaring", ontbrak, StringComparison.Ordinal);
        Assert.DoesNotContain("van Houtcollege", ontbrak, StringComparison.Ordinal);
        Assert.Contains(
            $"(KVK {Zager})",
            await blad.Locator("[aria-labelledby=niet-bevestigd]").InnerTextAsync(),
            StringComparison.Ordinal
        );
        await Portaal.IsBruikbaar(blad, "swv-ontvangst-onvolledig");

        string[] ontbreekt = ["de-minimisverklaring"];
        await huis.Gelukt("beoordelaar", HttpMethod.Post, $"/v1/aanvragen/{zaak}/volledigheid", new { volledig = false, ontbreekt });
        await huis.Stil();
        await blad.Ga($"/aanvragen/{zaak}/aanvullen");
        // Of one party, and of it what it did not declare.
        Assert.Equal(1, await blad.Locator("form > fieldset").CountAsync());
        Assert.Equal(0, await blad.Locator("form [name$='jaaromzet'], form [name$='mkb']").CountAsync());
        await Portaal.IsBruikbaar(blad, "swv-aanvullen");
        await Portaal.Knop(blad, "Stuur mijn aanvulling");
        await blad.Locator("#fouten a").First.ClickAsync();
        await Assertions.Expect(blad.Locator($"#v-partij-{Zager}-verklaringen-deMinimis-soort-0")).ToBeFocusedAsync();
        await Portaal.IsBruikbaar(blad, "swv-aanvullen-fout");
        await blad.Locator($"#v-partij-{Zager}-verklaringen-deMinimis-soort-1").CheckAsync();
        await blad.Locator($"#v-partij-{Zager}-verklaringen-deMinimis-bedrag").FillAsync("1.250,50");
        await Portaal.Knop(blad, "Stuur mijn aanvulling");
        await blad.WaitForURLAsync($"**/zaken/{zaak}");

        var partijen = (await huis.Lees($"/v1/aanvragen/{zaak}")).GetProperty("formulier").GetProperty("partijen");
        Assert.Equal("1250.50", partijen[1].GetProperty("verklaringen").GetProperty("deMinimis").GetProperty("bedrag").GetString());
        Assert.True(partijen[1].GetProperty("verklaringen").GetProperty("mkb").GetBoolean());
        await huis.Stil();
        await blad.Ga($"/aanvragen/{zaak}/ontvangst");
        Assert.Contains("U hebt uw aanvraag aangevuld op", await blad.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("Gekomen op", await blad.Locator("[aria-labelledby=ontbrak]").InnerTextAsync(), StringComparison.Ordinal);
        await blad.Context.CloseAsync();
    }

    [Fact]
    public async Task A_party_whose_session_ended_is_told_so_and_finds_what_it_typed()
    {
        huis.Registreer("zager-partij", "Zeger van Zes", Zager);
        var zaak = await Concept("2026-afgemeld-swv");
        await huis.Gelukt("ondernemer", HttpMethod.Post, $"/v1/aanvragen/{zaak}/uitnodigingen", new { kvkNummer = Zager });
        var blad = await Portaal.Aangemeld(huis, browser, scripts: true, wie: "Zeger van Zes");
        await blad.Ga($"/aanvragen/uitnodigingen/{zaak}/deel");
        await blad.Locator("#v-deel-jaaromzet").FillAsync("4.321.000,00");
        await blad.Locator("#v-deel-verklaringen-deMinimis-soort-0").CheckAsync();
        await Afgemeld(blad, "Opslaan en controleren");
        await blad.WaitForURLAsync("**/deel");
        Assert.Contains("U was afgemeld", await blad.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal("4.321.000,00", await blad.Locator("#v-deel-jaaromzet").InputValueAsync());
        await Portaal.Knop(blad, "Opslaan en controleren");
        await blad.WaitForURLAsync($"**/uitnodigingen/{zaak}");

        await blad.Locator("#akkoord").CheckAsync();
        await Afgemeld(blad, "Bevestig en onderteken");
        await blad.WaitForURLAsync($"**/uitnodigingen/{zaak}");
        var tekst = await blad.Locator("main").InnerTextAsync();
        Assert.Contains("U was afgemeld. Uw antwoord is niet verstuurd", tekst, StringComparison.Ordinal);
        Assert.DoesNotContain("U hebt bevestigd en ondertekend op", tekst, StringComparison.Ordinal);
        await Portaal.IsBruikbaar(blad, "swv-afgemeld");
        await blad.Locator("#akkoord").CheckAsync();
        await Portaal.Knop(blad, "Bevestig en onderteken");
        Assert.Contains("U hebt bevestigd en ondertekend op", await blad.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await blad.Context.CloseAsync();
    }

    [Fact]
    public async Task A_party_taken_out_by_the_one_shifts_nothing_that_another_party_saves_at_the_same_time()
    {
        huis.Registreer("zager-schuift", "Zeger Schuift", "90006004");
        var zaak = await Concept("2026-schuift-swv");
        await huis.Gelukt("ondernemer", HttpMethod.Post, $"/v1/aanvragen/{zaak}/uitnodigingen", new { kvkNummer = "90006004" });
        var hoofd = await Portaal.Aangemeld(huis, browser, scripts: true);
        await hoofd.Ga($"/aanvragen/{zaak}/partijen");
        var school = await Portaal.Aangemeld(huis, browser, scripts: true, wie: "Zeger Schuift");
        await school.Ga($"/aanvragen/uitnodigingen/{zaak}/deel");
        await school.Locator("#v-deel-aandeelKosten").FillAsync("12.345,00");
        await Portaal.Knop(school, "Opslaan en later verder");
        await school.WaitForURLAsync($"**/uitnodigingen/{zaak}");

        await hoofd.Locator("button[value='weg:partijen[1]']").ClickAsync();
        await Portaal.Knop(hoofd, "Opslaan en later verder");
        await hoofd.WaitForURLAsync($"**/{zaak}");

        var partijen = (await huis.Lees($"/v1/aanvragen/{zaak}/concept")).GetProperty("partijen");
        Assert.Equal(
            [("69599084", "100000.00"), ("90006004", "12345.00")],
            partijen.EnumerateArray().Select(p => (p.GetProperty("kvkNummer").GetString(), p.GetProperty("aandeelKosten").GetString()))
        );
        await school.Context.CloseAsync();
        await hoofd.Context.CloseAsync();
    }

    private static async Task Afgemeld(IPage blad, string knop)
    {
        await blad.Context.ClearCookiesAsync(new() { Name = "slimregeling" });
        await Portaal.Knop(blad, knop);
        await blad.GetByRole(AriaRole.Button, new() { Name = "Zeger van Zes" }).ClickAsync();
    }

    private async Task<string> Concept(string tijdvak)
    {
        var nu = huis.Nu;
        await huis.Tijdvak(
            tijdvak,
            "samenwerkingsverband",
            "slim-2026",
            "loting",
            Daghuis.Wandklok(nu - Duration.FromDays(3)),
            Daghuis.Wandklok(nu + Duration.FromDays(20))
        );
        return await huis.Concept(tijdvak, Formulier);
    }
}
