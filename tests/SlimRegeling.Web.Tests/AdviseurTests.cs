using System.Text.Json;
using Microsoft.Playwright;

namespace SlimRegeling.Web.Tests;

/// <summary>An adviser by a machtiging of the portal: sees what the machtiging reaches, and no way that refuses; what was done says by whom.</summary>
public sealed class AdviseurTests(Portaalhuis huis, Browser browser)
{
    private const string Adviseur = "68727720";
    private const string Ada = "Ada Adviseur";
    private const string Iban = "NL13TEST0123456789";

    private static readonly string Formulier = Portaalhuis.Volledig.Replace(
        "\"verklaringen\":{",
        "\"verklaringen\":{\"waarheid\":true,",
        StringComparison.Ordinal
    );

    [Fact]
    public async Task Address_and_account_are_read_and_only_the_enterprise_changes_them()
    {
        await Klant("klant-lezen", "90005001", "aanvragen");
        await SchrijfIn("klant-lezen", "90005001");
        var blad = await Kies("90005001", "/aanvragen");
        await blad.GetByRole(AriaRole.Link, new() { Name = "Adres, rekening en e-mail" }).ClickAsync();

        var tekst = await blad.Locator("main").InnerTextAsync();
        Assert.Contains(
            "Alleen de onderneming zelf geeft en wijzigt haar adres, rekening en e-mailadres.",
            tekst,
            StringComparison.Ordinal
        );
        Assert.Contains("Dorpsstraat 12", tekst, StringComparison.Ordinal);
        Assert.Contains("…6789", tekst, StringComparison.Ordinal);
        Assert.DoesNotContain(Iban, await blad.ContentAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await blad.Locator("main form").CountAsync());
        await Portaal.IsBruikbaar(blad, "adviseur-gegevens");
        await blad.Context.CloseAsync();

        // The enterprise itself sees all of it.
        var zelf = await Portaal.Aangemeld(huis, browser, scripts: true, wie: "klant-lezen");
        await zelf.Ga("/aanvragen/gegevens");
        Assert.Equal(Iban, await zelf.Locator("#v-iban").InputValueAsync());
        await zelf.Context.CloseAsync();
    }

    [Fact]
    public async Task Who_may_account_only_finds_every_link_open_and_none_to_what_the_machtiging_does_not_reach()
    {
        await huis.Tijdvak("2026-alleenverantwoorden-mkb");
        await Klant("klant-verantwoorden", "90005002", "verantwoorden");
        var zaak = await Ingediend("klant-verantwoorden", "2026-alleenverantwoorden-mkb");
        var blad = await Kies("90005002", "/zaken");

        foreach (var pad in (string[])["/", "/zaken", $"/zaken/{zaak}", $"/aanvragen/{zaak}/documenten", $"/aanvragen/{zaak}/ontvangst"])
        {
            Assert.Equal((pad, 200), (pad, (await blad.Ga(pad))!.Status));
            var links = await blad.Locator("header a, main a").EvaluateAllAsync<string[]>("a => a.map(l => l.getAttribute('href'))");
            Assert.DoesNotContain(links, l => l is "/aanvragen" || l.EndsWith("/intrekken", StringComparison.Ordinal));
            Assert.DoesNotContain(links, l => l.StartsWith("/aanvragen/beginnen", StringComparison.Ordinal));
            foreach (var link in links.Distinct().Where(l => l.StartsWith('/') && !l.StartsWith("/openapi", StringComparison.Ordinal)))
            {
                var antwoord = await blad.Context.APIRequest.GetAsync(new Uri(huis.Adres, link).ToString());
                Assert.True(antwoord.Status == 200, $"{link} on {pad} answers {antwoord.Status}");
            }
        }
        await blad.Ga("/zaken");
        await blad.GetByRole(AriaRole.Link, new() { Name = "Leercultuurscan" }).ClickAsync();
        Assert.EndsWith("/scans", blad.Url, StringComparison.Ordinal);
        await blad.Ga($"/zaken/{zaak}");
        await Portaal.IsBruikbaar(blad, "adviseur-verantwoorden");
        // By hand it is refused, as before.
        Assert.Equal(403, (await blad.Ga("/aanvragen"))!.Status);
        await blad.Context.CloseAsync();
    }

    [Fact]
    public async Task What_an_adviser_submits_says_so_afterwards_and_names_no_person_and_no_machtiging_is_asked_as_paper()
    {
        await huis.Tijdvak("2026-namens-mkb");
        await Klant("klant-namens", "90005003", "aanvragen");
        var concept = await Concept("klant-namens", "2026-namens-mkb");
        var blad = await Kies("90005003", "/aanvragen");
        await blad.Ga($"/aanvragen/{concept}/documenten");
        Assert.Equal(0, await blad.Locator("#bestand-machtiging").CountAsync());
        Assert.Contains("een machtiging die bij ons bekend is", await blad.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await blad.Ga($"/aanvragen/{concept}/indienen");
        await blad.Locator("#akkoord").CheckAsync();
        await Portaal.Knop(blad, "Onderteken en dien in");
        await blad.WaitForURLAsync("**/ontvangst");
        await huis.Stil();

        const string Door = $"Adviseur KVK {Adviseur}, namens KVK 90005003";
        var zelf = await Portaal.Aangemeld(huis, browser, scripts: true, wie: "klant-namens");
        foreach (var kijker in (IPage[])[blad, zelf])
        {
            await kijker.Ga($"/aanvragen/{concept}/ontvangst");
            Assert.Contains(Door, await kijker.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
            await kijker.Ga($"/zaken/{concept}");
            Assert.Equal(Door, await kijker.Locator("td[data-kop=Door]").First.InnerTextAsync());
            Assert.Contains($"Ingediend door\n{Door}", await kijker.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        }
        await Portaal.IsBruikbaar(blad, "adviseur-zaak");
        // What the enterprise does itself is its own.
        await huis.Gelukt("klant-namens", HttpMethod.Post, $"/v1/aanvragen/{concept}/meldingen", new { tekst = "Wij zijn verhuisd." });
        await zelf.ReloadAsync();
        Assert.DoesNotContain("Adviseur", await zelf.Locator("[aria-labelledby=meldingen]").InnerTextAsync(), StringComparison.Ordinal);
        await zelf.Context.CloseAsync();
        await blad.Context.CloseAsync();
        var medewerker = await Portaal.Aangemeld(huis, browser, scripts: true, wie: Portaalhuis.Beoordelaar);
        await medewerker.Ga($"/zaken/{concept}");
        Assert.Equal(Door, await medewerker.Locator("td[data-kop=Door]").First.InnerTextAsync());
        await medewerker.Context.CloseAsync();
    }

    [Fact]
    public async Task Signed_in_again_an_adviser_is_led_to_the_choice_and_back_to_what_was_typed()
    {
        await huis.Tijdvak("2026-terug-mkb");
        await Klant("klant-terug", "90005004", "aanvragen");
        var concept = await Concept("klant-terug", "2026-terug-mkb");
        var blad = await Kies("90005004", "/aanvragen");
        await blad.Ga($"/aanvragen/{concept}/plan");
        await blad.Locator("#v-plan-doelen").FillAsync("Getypt voor een klant.");
        await blad.Context.ClearCookiesAsync(new() { Name = "slimregeling" });
        await Portaal.Knop(blad, "Opslaan en controleren");
        await blad.GetByRole(AriaRole.Button, new() { Name = Ada }).ClickAsync();

        await blad.WaitForURLAsync("**/machtigingen?terug=*");
        Assert.Contains("Daarna gaat u terug naar die pagina", await blad.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await Portaal.IsBruikbaar(blad, "machtigingen-terug");
        await Kiesknop(blad, "90005004").ClickAsync();
        await blad.WaitForURLAsync($"**/{concept}/plan");
        Assert.Equal("Getypt voor een klant.", await blad.Locator("#v-plan-doelen").InputValueAsync());
        Assert.Contains("U was afgemeld", await blad.Locator("main").InnerTextAsync(), StringComparison.Ordinal);

        // Who chose to be oneself again gets a page that says it is not there, with the way to the choice.
        await blad.Ga("/machtigingen");
        await Portaal.Knop(blad, "Handel weer voor uw eigen onderneming");
        Assert.Equal(404, (await blad.Ga($"/aanvragen/{concept}/plan"))!.Status);
        await blad.GetByRole(AriaRole.Link, new() { Name = "Kies voor wie u handelt" }).ClickAsync();
        await Kiesknop(blad, "90005004").ClickAsync();
        await blad.WaitForURLAsync($"**/{concept}/plan");
        // Another site cannot make the choice a way out.
        await blad.Ga("/machtigingen");
        await Portaal.Knop(blad, "Handel weer voor uw eigen onderneming");
        await blad.Ga("/machtigingen?terug=https://elders.example/");
        await Kiesknop(blad, "90005004").ClickAsync();
        await Assertions.Expect(blad).ToHaveURLAsync(huis.Adres.ToString());
        await blad.Context.CloseAsync();
    }

    [Fact]
    public async Task Giving_a_machtiging_is_confirmed_in_words()
    {
        huis.Registreer("klant-geeft", "klant-geeft", "90005005");
        var blad = await Portaal.Aangemeld(huis, browser, scripts: true, wie: "klant-geeft");
        await blad.Ga("/machtigingen/geven");
        await blad.Locator("#gemachtigde").FillAsync(Adviseur);
        await blad.Locator("#naam").FillAsync("Adviesbureau <De> Wegwijzer");
        await blad.Locator("#uwNaam").FillAsync("Klant");
        await blad.Locator("input[name=omvang][value=aanvragen]").CheckAsync();
        await Portaal.Knop(blad, "Geef de machtiging");
        await blad.WaitForURLAsync("**/machtigingen");
        Assert.Contains(
            "U hebt Adviesbureau <De> Wegwijzer een machtiging gegeven.",
            await blad.Locator("[role=status]").InnerTextAsync(),
            StringComparison.Ordinal
        );
        await Portaal.IsBruikbaar(blad, "machtiging-gegeven");
        await blad.Context.CloseAsync();
    }

    private async Task Klant(string id, string kvkNummer, string omvang)
    {
        huis.Registreer(id, id, kvkNummer);
        await huis.Gelukt(
            id,
            HttpMethod.Post,
            "/v1/machtigingen",
            new
            {
                gemachtigde = Adviseur,
                naam = "Ada",
                uwNaam = $"Klant {kvkNummer}",
                omvang = (string[])[omvang],
            }
        );
    }

    private Task<JsonElement> SchrijfIn(string id, string kvkNummer) =>
        huis.Gelukt(
            id,
            HttpMethod.Post,
            $"/v1/ondernemingen/{kvkNummer}",
            new
            {
                naam = "De Troffel B.V.",
                straat = "Dorpsstraat 12",
                postcode = "3511 AB",
                plaats = "Utrecht",
                sbiCodes = (string[])["4321"],
                iban = Iban,
                tenaamstelling = "De Troffel",
            }
        );

    private async Task<IPage> Kies(string kvkNummer, string naar)
    {
        var blad = await Portaal.Aangemeld(huis, browser, scripts: true, wie: Ada);
        await blad.Ga("/machtigingen");
        await Kiesknop(blad, kvkNummer).ClickAsync();
        await Assertions.Expect(blad).ToHaveURLAsync(new Uri(huis.Adres, naar).ToString());
        return blad;
    }

    private static ILocator Kiesknop(IPage blad, string kvkNummer) =>
        blad.Locator($"form:has(input[name=kvkNummer][value='{kvkNummer}']) button");

    private async Task<string> Concept(string wie, string tijdvak)
    {
        var zaak = (await huis.Gelukt(wie, HttpMethod.Post, "/v1/aanvragen", new { tijdvak })).GetProperty("zaaknummer").GetString()!;
        await huis.Gelukt(wie, HttpMethod.Put, $"/v1/aanvragen/{zaak}/concept", JsonSerializer.Deserialize<JsonElement>(Formulier));
        return zaak;
    }

    private async Task<string> Ingediend(string wie, string tijdvak)
    {
        var zaak = await Concept(wie, tijdvak);
        await huis.Gelukt(wie, HttpMethod.Post, $"/v1/aanvragen/{zaak}/indiening", new { });
        await huis.Stil();
        return zaak;
    }
}
