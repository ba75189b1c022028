using System.Globalization;
using Microsoft.Playwright;
using SlimRegeling.Omgeving;

namespace SlimRegeling.Web.Tests;

/// <summary>The whole way of an mkb-onderneming, from the front page to the receipt and on.</summary>
public sealed class AanvraagreisTests(Portaalhuis huis, Browser browser)
{
    private const string Reiziger = "reiziger";
    private const string Adres = "rika@voorbeeld.nl";

    [Fact]
    public async Task An_application_is_made_and_submitted_with_the_keyboard_alone()
    {
        // The front page shows what closes first, and other tests open windows too.
        var tijdvak = await huis.Tijdvak("2026-toetsen-mkb", dagen: 5);
        huis.Registreer(Reiziger, "Rika Reiziger", "91000021");
        var blad = await Portaal.Aangemeld(huis, browser, scripts: true, wie: "Rika Reiziger");
        await blad.Ga("/");
        await Naar(blad, $"a[href='/aanvragen/beginnen?tijdvak={tijdvak}']");
        await Druk(blad, "Enter");
        await blad.WaitForURLAsync("**/aanvragen/beginnen?*");
        await Naar(blad, "main button");
        await Druk(blad, "Enter");
        await blad.WaitForURLAsync("**/aanvragen/SLIM-*");
        var zaak = blad.Url.Split('/')[^1];
        await Browser.Beeld(blad, "reis-toetsen-begonnen");

        await Taak(blad, "onderneming");
        await Typ(blad, "onderneming-naam", "Bouwbedrijf De Troffel B.V.");
        await Typ(blad, "onderneming-werkzamePersonen", "12,5");
        await Typ(blad, "onderneming-jaaromzet", "1.500.000,00");
        await Typ(blad, "onderneming-balanstotaal", "800000");
        await Typ(blad, "onderneming-sbiCodes", "4321");
        await Browser.Beeld(blad, "reis-toetsen-onderneming");
        await Bewaar(blad);

        await Taak(blad, "plan");
        foreach (var deel in (string[])["doelen", "aanpak", "resultaten", "evaluatie"])
        {
            await Typ(blad, $"plan-{deel}", $"Onze {deel} in gewone woorden.");
        }
        await Bewaar(blad);

        await Taak(blad, "activiteiten");
        await Naar(blad, "#v-activiteiten-0-soort-0");
        await Druk(blad, "Space");
        await Naar(blad, "#v-activiteiten-0-externeUren-erbij");
        await Druk(blad, "Enter");
        await Assertions.Expect(blad.Locator("#v-activiteiten-0-externeUren-0-uren")).ToBeFocusedAsync();
        await blad.Keyboard.TypeAsync("80");
        await Typ(blad, "activiteiten-0-externeUren-0-uurtarief", "125");
        await Browser.Beeld(blad, "reis-toetsen-activiteiten");
        await Bewaar(blad);

        await Taak(blad, "verklaringen");
        await Naar(blad, "#v-verklaringen-mkb-0");
        await Druk(blad, "Space");
        await Naar(blad, "#v-verklaringen-deMinimis-soort-0");
        await Druk(blad, "Space");
        await Bewaar(blad);

        await Taak(blad, "rekening");
        await Typ(blad, "rekening-iban", "NL13 TEST 0123 4567 89");
        await Bewaar(blad);

        Assert.Equal("Niet ingevuld", await Portaal.Stand(blad, "gegevens").InnerTextAsync());
        await Naar(blad, ".slim-taken a[href^='/aanvragen/gegevens']");
        await Druk(blad, "Enter");
        await blad.WaitForURLAsync("**/aanvragen/gegevens?*");
        await Typ(blad, "email", Adres);
        await Browser.Beeld(blad, "reis-toetsen-gegevens");
        await Naar(blad, "form:has(#v-email) button");
        await Druk(blad, "Enter");
        await blad.WaitForURLAsync(new Uri(huis.Adres, $"/aanvragen/{zaak}").ToString());
        await Assertions.Expect(blad.Locator("[role=status]")).ToHaveTextAsync("Uw gegevens zijn opgeslagen.");
        Assert.Equal("Adres ontbreekt", await Portaal.Stand(blad, "gegevens").InnerTextAsync());
        Assert.Contains("5 van 6 taken klaar", await blad.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await Taak(blad, "documenten");
        await Naar(blad, "#bestand-bewijs-bankrekening");
        // What opens from here is a window of the browser itself, and not of the page.
        await blad.Locator("#bestand-bewijs-bankrekening")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = "rekening.pdf",
                    MimeType = "application/pdf",
                    Buffer = Proefpdf.Van("rekening"),
                }
            );
        await Naar(blad, "form:has(#bestand-bewijs-bankrekening) button");
        await Druk(blad, "Enter");
        await Assertions.Expect(blad.Locator("[role=status]")).ToContainTextAsync("rekening.pdf");
        await Browser.Beeld(blad, "reis-toetsen-documenten");
        await Naar(blad, $"main a[href='/aanvragen/{zaak}']");
        await Druk(blad, "Enter");
        await blad.WaitForURLAsync($"**/{zaak}");
        await Browser.Beeld(blad, "reis-toetsen-taken");
        await Taak(blad, "indienen");
        await Browser.Beeld(blad, "reis-toetsen-indienen");
        Assert.Contains("€\u00a06.900,00", await blad.Locator(".slim-bedrag").InnerTextAsync(), StringComparison.Ordinal);
        await Naar(blad, "#akkoord");
        await Druk(blad, "Space");
        await Naar(blad, "main form button");
        await Druk(blad, "Enter");
        await blad.WaitForURLAsync("**/ontvangst");
        await Browser.Beeld(blad, "reis-toetsen-ontvangst");
        var bewijs = await blad.Locator("main").InnerTextAsync();
        foreach (var stuk in (string[])[zaak, "€\u00a06.900,00", "Onze doelen in gewone woorden."])
        {
            Assert.Contains(stuk, bewijs, StringComparison.Ordinal);
        }
        // The letters still wait for the address, and the page says so.
        await Assertions.Expect(blad.Locator("#bereik")).ToContainTextAsync("Wij hebben nog geen adres van u.");
        var stand = await huis.Gelukt(Reiziger, HttpMethod.Get, $"/v1/aanvragen/{zaak}");
        Assert.Equal("ingediend", stand.GetProperty("status").GetString());
        await blad.Context.CloseAsync();
        var email = await huis.Email(zaak);
        Assert.Contains($"To: {Adres}", email, StringComparison.Ordinal);
        Assert.Contains("Wij hebben de SLIM-aanvraag ontvangen.", email, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_script_rows_are_added_and_taken_away_mistakes_are_told_and_it_is_submitted_and_withdrawn()
    {
        await huis.Tijdvak("2026-zonder-mkb");
        var zaak = await huis.Concept("2026-zonder-mkb");
        var blad = await Portaal.Aangemeld(huis, browser);
        await blad.Ga($"/aanvragen/{zaak}");
        Assert.Equal("Niet begonnen", await Portaal.Stand(blad, "onderneming").InnerTextAsync());

        await blad.Ga($"/aanvragen/{zaak}/onderneming");
        await blad.GetByLabel("Jaaromzet").FillAsync("1.500.000");
        await blad.GetByLabel("Balanstotaal").FillAsync("heel veel");
        await Portaal.Knop(blad, "Opslaan en controleren");
        await Assertions.Expect(blad.Locator("#fouten")).ToBeFocusedAsync();
        Assert.StartsWith("Fout: ", await blad.TitleAsync(), StringComparison.Ordinal);
        Assert.Equal("heel veel", await blad.GetByLabel("Balanstotaal").InputValueAsync());
        await Browser.Beeld(blad, "reis-zonder-onderneming-fout");
        await blad.Locator("#fouten a").Filter(new() { HasText = "Balanstotaal" }).First.ClickAsync();
        await Assertions.Expect(blad.Locator("#v-onderneming-balanstotaal")).ToBeFocusedAsync();
        await blad.GetByLabel("Naam van de onderneming").FillAsync("De Troffel");
        await blad.GetByLabel("Balanstotaal").FillAsync("€ 800.000,-");
        await blad.Locator("#v-onderneming-werkzamePersonen").FillAsync("12,5");
        await blad.Locator("#v-onderneming-sbiCodes").FillAsync("4321, 4322");
        // The link to the field left its mark in the address, and a browser takes that along.
        await Portaal.Knop(blad, "Opslaan en controleren");
        await blad.WaitForURLAsync($"**/{zaak}*");
        Assert.Equal("Klaar", await Portaal.Stand(blad, "onderneming").InnerTextAsync());
        await Browser.Beeld(blad, "reis-zonder-taken");

        await blad.Ga($"/aanvragen/{zaak}/activiteiten");
        await blad.Locator("#v-activiteiten-0-soort-0").CheckAsync();
        await Portaal.Knop(blad, "Activiteit toevoegen");
        await blad.Locator("#v-activiteiten-1-soort-1").CheckAsync();
        await blad.Locator("#v-activiteiten-1-trajecten").FillAsync("3");
        await blad.GetByRole(AriaRole.Button, new() { Name = "Activiteit 1" }).ClickAsync();
        Assert.Equal("3", await blad.Locator("#v-activiteiten-0-trajecten").InputValueAsync());
        Assert.Equal(0, await blad.Locator("#v-activiteiten-1").CountAsync());
        await Browser.Beeld(blad, "reis-zonder-activiteiten");
        await Portaal.Knop(blad, "Opslaan en later verder");
        await blad.WaitForURLAsync($"**/{zaak}");

        await blad.Ga($"/aanvragen/{zaak}/plan");
        foreach (var deel in (string[])["doelen", "aanpak", "resultaten", "evaluatie"])
        {
            await blad.Locator($"#v-plan-{deel}").FillAsync($"Onze {deel}.");
        }
        await Portaal.Knop(blad, "Opslaan en controleren");
        await blad.Ga($"/aanvragen/{zaak}/verklaringen");
        await blad.Locator("#v-verklaringen-mkb-0").CheckAsync();
        await blad.Locator("#v-verklaringen-deMinimis-soort-0").CheckAsync();
        await Portaal.Knop(blad, "Opslaan en controleren");
        await blad.Ga($"/aanvragen/{zaak}/indienen");
        Assert.Contains("Dit moet nog voordat u kunt indienen", await blad.Locator("#fouten").InnerTextAsync(), StringComparison.Ordinal);
        await Browser.Beeld(blad, "reis-zonder-indienen-fout");
        await blad.Locator("#fouten a").First.ClickAsync();
        await blad.WaitForURLAsync("**/rekening");
        await blad.Locator("#v-rekening-iban").FillAsync("NL13TEST0123456789");
        await Portaal.Knop(blad, "Opslaan en controleren");

        await blad.Ga($"/aanvragen/{zaak}/indienen");
        await blad.Locator("#akkoord").CheckAsync();
        await Browser.Beeld(blad, "reis-zonder-indienen");
        await Portaal.Knop(blad, "Onderteken en dien in");
        await blad.WaitForURLAsync("**/ontvangst");
        await Browser.Beeld(blad, "reis-zonder-ontvangst");
        await huis.Stil();
        await blad.GetByRole(AriaRole.Link, new() { Name = "Volg uw zaak" }).ClickAsync();
        Assert.Contains("Wat er nu gebeurt", await blad.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await Browser.Beeld(blad, "reis-zonder-zaak");
        await blad.GetByRole(AriaRole.Link, new() { Name = "Aanvraag intrekken" }).ClickAsync();
        await Portaal.Knop(blad, "Ja, trek mijn aanvraag in");
        await blad.WaitForURLAsync($"**/zaken/{zaak}");
        await Browser.Beeld(blad, "reis-zonder-ingetrokken");
        Assert.Equal("ingetrokken", (await huis.Lees($"/v1/aanvragen/{zaak}")).GetProperty("status").GetString());
        await blad.Context.CloseAsync();
    }

    [Fact]
    public async Task Three_clicks_on_submit_are_one_application_with_one_receipt()
    {
        await huis.Tijdvak("2026-driemaal-mkb");
        var zaak = await huis.Concept("2026-driemaal-mkb", Portaalhuis.Volledig);
        var blad = await Portaal.Aangemeld(huis, browser, scripts: true);
        await blad.Ga($"/aanvragen/{zaak}/indienen");
        await blad.Locator("#akkoord").CheckAsync();
        // Three requests of the same page at once: faster than a finger, and none is held back by the browser.
        var adressen = await blad.EvaluateAsync<string[]>(
            """
            async () => {
              const formulier = document.querySelector("main form");
              const stuur = () => fetch(formulier.action, { method: "POST", body: new FormData(formulier) }).then((a) => a.url);
              return Promise.all([stuur(), stuur(), stuur()]);
            }
            """
        );
        Assert.All(adressen, a => Assert.EndsWith($"/aanvragen/{zaak}/ontvangst", a, StringComparison.Ordinal));
        var mijn = await huis.Lees("/v1/aanvragen");
        var ingediend = mijn.EnumerateArray().Where(z => z.GetProperty("tijdvak").GetString() == "2026-driemaal-mkb").ToList();
        Assert.Equal("ingediend", Assert.Single(ingediend).GetProperty("status").GetString());
        await blad.Context.CloseAsync();
    }

    [Fact]
    public async Task What_changed_after_it_was_shown_is_shown_again_before_it_is_signed()
    {
        await huis.Tijdvak("2026-gezien-mkb");
        var zaak = await huis.Concept("2026-gezien-mkb", Portaalhuis.Volledig);
        var blad = await Portaal.Aangemeld(huis, browser);
        await blad.Ga($"/aanvragen/{zaak}/indienen");
        await blad.Locator("#akkoord").CheckAsync();
        var anders = Portaalhuis.Volledig.Replace("\"uren\":80", "\"uren\":90", StringComparison.Ordinal);
        await huis.Gelukt(
            "ondernemer",
            HttpMethod.Put,
            $"/v1/aanvragen/{zaak}/concept",
            System.Text.Json.JsonSerializer.Deserialize<System.Text.Json.JsonElement>(anders)
        );
        await Portaal.Knop(blad, "Onderteken en dien in");
        Assert.Contains("gewijzigd sinds u deze pagina opende", await blad.Locator("#fouten").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("90", await blad.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal("concept", (await Stand(zaak)).ToString(CultureInfo.InvariantCulture));
        await blad.Context.CloseAsync();
    }

    private async Task<string> Stand(string zaak) =>
        (await huis.Lees("/v1/aanvragen"))
            .EnumerateArray()
            .Single(z => z.GetProperty("zaaknummer").GetString() == zaak)
            .GetProperty("status")
            .GetString()!;

    private static async Task Taak(IPage blad, string taak)
    {
        await Naar(blad, $".slim-taken a[href$='/{taak}']");
        await Druk(blad, "Enter");
        await blad.WaitForURLAsync($"**/{taak}");
    }

    private static async Task Typ(IPage blad, string id, string tekst)
    {
        await Naar(blad, $"#v-{id}");
        await blad.Keyboard.TypeAsync(tekst);
    }

    private static async Task Bewaar(IPage blad)
    {
        await Naar(blad, "button[value=opslaan]");
        await Druk(blad, "Enter");
        await blad.WaitForURLAsync(u => u.Split('/')[^1].StartsWith("SLIM-", StringComparison.Ordinal));
    }

    private static Task Druk(IPage blad, string toets) => blad.Keyboard.PressAsync(toets);

    /// <summary>With Tab, as someone without a mouse goes.</summary>
    private static async Task Naar(IPage blad, string doel)
    {
        for (var i = 0; i < 150; i++)
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
