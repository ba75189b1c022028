using Microsoft.Playwright;
using SlimRegeling.Omgeving;

namespace SlimRegeling.Web.Tests;

/// <summary>The whole way of an adviser by the pages, on a telephone: from the machtiging that a client gives to the completion.</summary>
public sealed class AdviseurreisTests(Portaalhuis huis, Browser browser)
{
    private const int Telefoon = 390;
    private const string Klant = "klant-reis";
    private const string KlantKvk = "90005006";
    private const string Klantnaam = "Karel Klantreis";
    private const string Tijdvak = "2026-adviseurreis-mkb";

    [Fact]
    public async Task An_adviser_gets_a_machtiging_applies_and_completes_on_a_telephone()
    {
        huis.Registreer(Klant, Klantnaam, KlantKvk);
        await huis.Tijdvak(Tijdvak, dagen: 4);
        await Machtig();
        var blad = await Open("Ada Adviseur");
        await blad.Ga("/");
        await blad.Locator(".slim-kop a[href='/machtigingen']").ClickAsync();
        await blad.WaitForURLAsync("**/machtigingen");
        await Past(blad, "kiezen");
        await blad.Locator($"form:has(input[name=kvkNummer][value='{KlantKvk}']) button").ClickAsync();
        await blad.WaitForURLAsync("**/aanvragen");
        await blad.Locator(".slim-kop__naam").ClickAsync();
        await blad.Locator($"a[href='/aanvragen/beginnen?tijdvak={Tijdvak}']").ClickAsync();
        await blad.WaitForURLAsync("**/aanvragen/beginnen?*");
        await Past(blad, "beginnen");
        await Portaal.Knop(blad, "Begin de aanvraag");
        await blad.WaitForURLAsync("**/aanvragen/SLIM-*");
        var zaak = blad.Url.Split('/')[^1];

        await VulIn(blad, zaak);
        await KijkNaarAdres(blad, zaak);
        await Taak(blad, zaak, "documenten");
        await blad.Locator("#bestand-bewijs-bankrekening")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = "rekening.pdf",
                    MimeType = "application/pdf",
                    Buffer = Proefpdf.Van("rekening"),
                }
            );
        await blad.Locator("form:has(#bestand-bewijs-bankrekening) button").ClickAsync();
        await Assertions.Expect(blad.Locator("[role=status]")).ToContainTextAsync("rekening.pdf");
        await Past(blad, "documenten-gestuurd");

        await Taak(blad, zaak, "indienen");
        await Assertions.Expect(blad.Locator("#bereik")).ToContainTextAsync("Alleen de onderneming zelf vult het in.");
        await blad.Locator("#akkoord").CheckAsync();
        await Portaal.Knop(blad, "Onderteken en dien in");
        await blad.WaitForURLAsync("**/ontvangst");
        await Past(blad, "ontvangst");
        Assert.Contains($"namens KVK {KlantKvk}", await blad.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal("ingediend", await Status(zaak));

        await huis.Gelukt(
            "beoordelaar",
            HttpMethod.Post,
            $"/v1/aanvragen/{zaak}/volledigheid",
            new { volledig = false, ontbreekt = (string[])["activiteitenplan"] }
        );
        await huis.Stil();
        await blad.GetByRole(AriaRole.Link, new() { Name = "Volg uw zaak" }).ClickAsync();
        await blad.WaitForURLAsync($"**/zaken/{zaak}");
        await Past(blad, "zaak");
        await blad.Locator($"main a[href='/aanvragen/{zaak}/aanvullen']").First.ClickAsync();
        await blad.WaitForURLAsync("**/aanvullen");
        await blad.Locator("#v-plan-resultaten").FillAsync("Een opleidingsplan voor iedereen.");
        await Past(blad, "aanvullen");
        await blad.Locator("button[value=stuur]").ClickAsync();
        await blad.WaitForURLAsync($"**/zaken/{zaak}");
        await Past(blad, "aangevuld");
        Assert.Equal("aangevuld", await Status(zaak));
        await blad.Context.CloseAsync();
    }

    private async Task Machtig()
    {
        var blad = await Open(Klantnaam);
        await blad.Locator(".slim-kop a[href='/machtigingen']").ClickAsync();
        await blad.Locator("main a[href='/machtigingen/geven']").ClickAsync();
        await blad.Locator("#gemachtigde").FillAsync("68727720");
        await blad.Locator("#naam").FillAsync("Adviesbureau De Wegwijzer");
        await blad.Locator("#uwNaam").FillAsync(Klantnaam);
        await blad.Locator("#omvang-aanvragen").CheckAsync();
        await Past(blad, "machtiging-geven");
        await Portaal.Knop(blad, "Geef de machtiging");
        await blad.WaitForURLAsync("**/machtigingen");
        await Past(blad, "machtiging-gegeven");
        await blad.Context.CloseAsync();
    }

    private static async Task VulIn(IPage blad, string zaak)
    {
        await Taak(blad, zaak, "onderneming");
        await blad.Locator("#v-onderneming-naam").FillAsync("Klantreis B.V.");
        await blad.Locator("#v-onderneming-werkzamePersonen").FillAsync("12,5");
        await blad.Locator("#v-onderneming-jaaromzet").FillAsync("1.500.000,00");
        await blad.Locator("#v-onderneming-balanstotaal").FillAsync("800000");
        await blad.Locator("#v-onderneming-sbiCodes").FillAsync("4321");
        await Bewaar(blad, zaak);

        await Taak(blad, zaak, "plan");
        foreach (var deel in (string[])["doelen", "aanpak", "resultaten", "evaluatie"])
        {
            await blad.Locator($"#v-plan-{deel}").FillAsync($"Onze {deel} in gewone woorden.");
        }
        await Bewaar(blad, zaak);

        await Taak(blad, zaak, "activiteiten");
        await blad.Locator("#v-activiteiten-0-soort-0").CheckAsync();
        await blad.Locator("#v-activiteiten-0-externeUren-erbij").ClickAsync();
        await blad.Locator("#v-activiteiten-0-externeUren-0-uren").FillAsync("80");
        await blad.Locator("#v-activiteiten-0-externeUren-0-uurtarief").FillAsync("125");
        await Past(blad, "activiteiten-gevuld");
        await Bewaar(blad, zaak);

        await Taak(blad, zaak, "verklaringen");
        await blad.Locator("#v-verklaringen-mkb-0").CheckAsync();
        await blad.Locator("#v-verklaringen-deMinimis-soort-0").CheckAsync();
        await Bewaar(blad, zaak);

        await Taak(blad, zaak, "rekening");
        await blad.Locator("#v-rekening-iban").FillAsync("NL13 TEST 0123 4567 89");
        await Bewaar(blad, zaak);
        Assert.Contains("5 van 6 taken klaar", await blad.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await Past(blad, "taken");
    }

    /// <summary>Only the enterprise itself gives it; the adviser sees so, and is back in the list after it.</summary>
    private async Task KijkNaarAdres(IPage blad, string zaak)
    {
        Assert.Equal("Adres ontbreekt", await Portaal.Stand(blad, "gegevens").InnerTextAsync());
        await blad.GetByRole(AriaRole.Link, new() { Name = "Adres, rekening en e-mail" }).ClickAsync();
        await blad.WaitForURLAsync("**/aanvragen/gegevens?*");
        Assert.Equal(0, await blad.Locator("main form").CountAsync());
        await Past(blad, "gegevens");
        await blad.GetByRole(AriaRole.Link, new() { Name = "Terug naar waar u was" }).ClickAsync();
        await blad.WaitForURLAsync(new Uri(huis.Adres, $"/aanvragen/{zaak}").ToString());
    }

    private async Task<IPage> Open(string wie)
    {
        var blad = await browser.Open(huis.Adres, breedte: Telefoon, scripts: true);
        await Browser.MeldAan(blad, wie);
        return blad;
    }

    private async Task<string?> Status(string zaak)
    {
        await huis.Stil();
        return (await huis.Gelukt(Klant, HttpMethod.Get, $"/v1/aanvragen/{zaak}")).GetProperty("status").GetString();
    }

    /// <summary>From the list of tasks, or from a page that leads back to it.</summary>
    private static async Task Taak(IPage blad, string zaak, string taak)
    {
        if (!blad.Url.EndsWith(zaak, StringComparison.Ordinal))
        {
            await blad.Locator($"main a[href='/aanvragen/{zaak}']").First.ClickAsync();
            await blad.WaitForURLAsync($"**/{zaak}");
        }
        await blad.Locator($".slim-taken a[href='/aanvragen/{zaak}/{taak}']").ClickAsync();
        await blad.WaitForURLAsync($"**/{taak}");
        await Past(blad, taak);
    }

    private static async Task Bewaar(IPage blad, string zaak)
    {
        await Portaal.Knop(blad, "Opslaan en controleren");
        await blad.WaitForURLAsync($"**/{zaak}");
    }

    /// <summary>Nothing is wider than the telephone.</summary>
    private static async Task Past(IPage blad, string naam)
    {
        await Browser.Beeld(blad, $"{Telefoon}-adviseurreis-{naam}");
        Assert.Equal(Telefoon, await blad.EvaluateAsync<int>("() => document.documentElement.scrollWidth"));
    }
}
