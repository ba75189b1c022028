using Microsoft.Playwright;

namespace SlimRegeling.Web.Tests;

/// <summary>The page of a decision, for who mends a mistake in it and who signs that.</summary>
public sealed class HerstelpaginaTests(Portaalhuis huis, Browser browser)
{
    [Fact]
    public async Task A_mistake_found_after_sending_is_mended_by_a_new_decision_with_its_letter()
    {
        var zaak = await Werkzaak.Voorgelegd(huis, "2026-herstel-mkb");
        await Bezwaarzaak.Onderteken(huis.Adres, zaak);
        await huis.Stil();
        var bas = await Portaal.Aangemeld(huis, browser, wie: Werkzaak.Beoordelaar);
        await bas.Ga($"/beheer/zaken/{zaak}/besluit");
        await bas.Locator("#stap-herstel > summary").ClickAsync();
        await bas.Locator("#herstel-fout").FillAsync("In het besluit staat een verkeerde naam.");
        await Portaal.Knop(bas, "Leg het herstel voor");
        await Assertions.Expect(bas.Locator("#fouten")).ToContainTextAsync("Maak een keuze.");
        await Portaal.IsBruikbaar(bas, "werkblad-herstel-fout");
        // What was typed stands there.
        Assert.Equal("In het besluit staat een verkeerde naam.", await bas.Locator("#herstel-fout").InputValueAsync());
        await bas.Locator("#herstel-soort-0").CheckAsync();
        await bas.Locator("#herstel-juist").FillAsync("De naam is Bouwbedrijf BV.");
        await Portaal.Knop(bas, "Leg het herstel voor");
        await Assertions.Expect(bas.Locator("[role=status]")).ToContainTextAsync("Uw voorstel om de fout te herstellen is vastgelegd.");
        Assert.Equal(0, await bas.Locator("#stap-hersteltekenen").CountAsync());
        await bas.Context.CloseAsync();

        var mila = await Portaal.Aangemeld(huis, browser, wie: Werkzaak.Medeondertekenaar);
        await mila.Ga($"/beheer/zaken/{zaak}/besluit");
        var brief = await mila.Locator(".slim-brief").InnerTextAsync();
        foreach (
            var deel in (string[])[$"{zaak}-H1", $"{zaak}-V1", "In het besluit staat een verkeerde naam.", "De naam is Bouwbedrijf BV."]
        )
        {
            Assert.Contains(deel, brief, StringComparison.Ordinal);
        }
        await Portaal.IsBruikbaar(mila, "werkblad-herstel");
        await mila.Locator("#stap-hersteltekenen > summary").ClickAsync();
        await Portaal.Knop(mila, "Onderteken het herstelbesluit");
        await Assertions.Expect(mila.Locator("[role=status]")).ToContainTextAsync("Het herstelbesluit is genomen.");
        await Assertions.Expect(mila.Locator("main")).ToContainTextAsync($"{zaak}-H1");
        await Portaal.IsBruikbaar(mila, "werkblad-hersteld");
        await mila.Context.CloseAsync();
    }

    [Fact]
    public async Task What_was_decided_is_assessed_again_with_the_budget_as_it_was_judged_and_waits_in_the_list()
    {
        const string Wie = "beoordelaar";
        var zaak = await Werkzaak.Klaar(huis, "2026-herstelbedrag-mkb");
        var gronden = (await Werkzaak.TeOordelen(huis, zaak)).Select(code => new
        {
            code,
            uitkomst = "voldaan",
            argument = "Het plan laat dit zien.",
        });
        var regel = new
        {
            regel = "activiteiten[0].externeUren[0]",
            uitkomst = "gewijzigd",
            nieuw = new { uren = 70 },
            reden = "Tien uur is niet onderbouwd.",
            artikel = "2.14",
        };
        await huis.Gelukt(Wie, HttpMethod.Post, $"/v1/aanvragen/{zaak}/beoordeling", new { gronden, regels = new[] { regel } });
        await huis.Stil();
        await Bezwaarzaak.Onderteken(huis.Adres, zaak);
        await huis.Stil();
        var bas = await Portaal.Aangemeld(huis, browser, wie: Werkzaak.Beoordelaar);
        await bas.Ga($"/beheer/zaken/{zaak}/besluit");
        await bas.Locator("#stap-herstel > summary").ClickAsync();
        await bas.Locator("#herstel-soort-1").CheckAsync();
        await bas.Locator("#herstel-fout").FillAsync("Wij telden tien uur niet mee.");
        await Portaal.Knop(bas, "Leg het herstel voor");
        await Assertions.Expect(bas.Locator("[role=status]")).ToContainTextAsync("Uw voorstel om de fout te herstellen is vastgelegd.");
        await huis.Stil();
        await bas.ReloadAsync();

        await bas.Locator("#stap-herbeoordeling > summary").ClickAsync();
        Assert.Equal("70", await bas.Locator("#v-regel0-uren").InputValueAsync());
        Assert.Equal("Tien uur is niet onderbouwd.", await bas.Locator("#v-regel0-reden").InputValueAsync());
        var bedrag = bas.Locator("#uitkomst .slim-bedrag");
        await Assertions.Expect(bedrag).ToHaveTextAsync("€\u00a06.037,50");
        await bas.Locator("#v-regel0-uren").FillAsync("75");
        await Portaal.Knop(bas, "Leg de herbeoordeling vast");
        await Assertions.Expect(bas.Locator("#fouten")).ToContainTextAsync("Geef uw oordeel.");
        await Portaal.IsBruikbaar(bas, "werkblad-herbeoordelen-fout");
        // What was typed stands there.
        Assert.Equal("75", await bas.Locator("#v-regel0-uren").InputValueAsync());
        foreach (var veld in await bas.Locator("#stap-herbeoordeling input[value='voldaan']").AllAsync())
        {
            await veld.CheckAsync();
        }
        foreach (var veld in await bas.Locator("#stap-herbeoordeling textarea[id$='-argument']").AllAsync())
        {
            await veld.FillAsync("Blijkt uit het plan.");
        }
        await Portaal.Knop(bas, "Bereken wat dit oplevert");
        await Assertions.Expect(bedrag).ToHaveTextAsync("€\u00a06.468,75");
        await Portaal.IsBruikbaar(bas, "werkblad-herbeoordelen");
        await Portaal.Knop(bas, "Leg de herbeoordeling vast");
        await Assertions.Expect(bas.Locator("[role=status]")).ToContainTextAsync("De herbeoordeling is vastgelegd.");
        await huis.Stil();
        await bas.ReloadAsync();
        await Assertions.Expect(bas.Locator("section[aria-labelledby=herstelvoorstel]")).ToContainTextAsync("Opnieuw beoordeeld door");
        await bas.Context.CloseAsync();

        var mila = await Portaal.Aangemeld(huis, browser, wie: Werkzaak.Medeondertekenaar);
        await mila.Ga("/beheer/ondertekenen");
        var rij = mila.Locator("section[aria-labelledby=herstellen] tbody tr", new() { HasText = zaak });
        Assert.Contains($"Besluit {zaak}-V1", await rij.InnerTextAsync(), StringComparison.Ordinal);
        await Portaal.IsBruikbaar(mila, "ondertekenen-herstel");
        await rij.GetByRole(AriaRole.Link).ClickAsync();
        await mila.WaitForURLAsync($"**/beheer/zaken/{zaak}/besluit");
        await mila.Context.CloseAsync();
    }
}
