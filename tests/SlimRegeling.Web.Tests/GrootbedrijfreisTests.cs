using NodaTime;

namespace SlimRegeling.Web.Tests;

/// <summary>The whole way of a grootbedrijf by the pages, in the window that was open for it in 2024.</summary>
public sealed class GrootbedrijfreisTests(Browser browser)
{
    private const string Hotelier = "Hanna Hotelier";
    private const string Tijdvak = "2024-06-groot";

    [Fact]
    public async Task A_grootbedrijf_applies_by_the_rules_of_its_window()
    {
        await using var huis = new Portaalhuis { Klok = Verzetklok.Vanaf(Instant.FromUtc(2024, 6, 10, 8, 0)) };
        await huis.InitializeAsync();
        huis.Registreer("hotelier", Hotelier, "90005001");
        await huis.Tijdvak(Tijdvak, "grootbedrijf", "slim-2024", "binnenkomst", "2024-06-03T09:00:00", "2024-07-31T17:00:00");
        var blad = await browser.Open(huis.Adres, scripts: true);
        await Browser.MeldAan(blad, Hotelier);
        await blad.Ga("/");
        await blad.Locator($"a[href='/aanvragen/beginnen?tijdvak={Tijdvak}']").ClickAsync();
        await Portaal.Knop(blad, "Begin de aanvraag");
        await blad.WaitForURLAsync("**/aanvragen/SLIM-*");
        var zaak = blad.Url.Split('/')[^1];
        Assert.Equal(0, await blad.Locator("#stand-partijen").CountAsync());
        Assert.Equal(404, (await blad.Ga($"/aanvragen/{zaak}/uitnodigen"))!.Status);

        await blad.Ga($"/aanvragen/{zaak}/onderneming");
        await Portaal.IsBruikbaar(blad, "groot-onderneming");
        await blad.Locator("#v-onderneming-naam").FillAsync("Grand Hotel De Zwaan B.V.");
        await blad.Locator("#v-onderneming-werkzamePersonen").FillAsync("300");
        await blad.Locator("#v-onderneming-jaaromzet").FillAsync("62.000.000,00");
        await blad.Locator("#v-onderneming-balanstotaal").FillAsync("48.000.000,00");
        await blad.Locator("#v-onderneming-sbiCodes").FillAsync("5510");
        await Portaal.Knop(blad, "Opslaan en controleren");
        await blad.Ga($"/aanvragen/{zaak}/plan");
        foreach (var deel in (string[])["doelen", "aanpak", "resultaten", "evaluatie"])
        {
            await blad.Locator($"#v-plan-{deel}").FillAsync($"Onze {deel}.");
        }
        await Portaal.Knop(blad, "Opslaan en controleren");

        await blad.Ga($"/aanvragen/{zaak}/activiteiten");
        Assert.Equal(4, await blad.Locator("input[name='activiteiten[0].soort'][type=radio]").CountAsync());
        await blad.Locator("input[name='activiteiten[0].soort'][value='C']").CheckAsync();
        await blad.Locator("#v-activiteiten-0-eigenUren-erbij").ClickAsync();
        await blad.Locator("#v-activiteiten-0-eigenUren-0-uren").FillAsync("1000");
        await blad.Locator("#v-activiteiten-0-eigenUren-0-brutojaarloon").FillAsync("41280,00");
        await blad.Locator("#v-activiteiten-0-externeUren-erbij").ClickAsync();
        await blad.Locator("#v-activiteiten-0-externeUren-0-uren").FillAsync("500");
        await blad.Locator("#v-activiteiten-0-externeUren-0-uurtarief").FillAsync("130");
        await Portaal.Knop(blad, "Opslaan en controleren");
        await blad.Ga($"/aanvragen/{zaak}/verklaringen");
        Assert.Equal(0, await blad.Locator("#v-verklaringen-mkb-0").CountAsync());
        await blad.Locator("#v-verklaringen-deMinimis-soort-0").CheckAsync();
        await Portaal.Knop(blad, "Opslaan en controleren");
        await blad.Ga($"/aanvragen/{zaak}/rekening");
        await blad.Locator("#v-rekening-iban").FillAsync("NL13TEST0123456789");
        await Portaal.Knop(blad, "Opslaan en controleren");

        await blad.Ga($"/aanvragen/{zaak}");
        Assert.Contains("6 van 6 taken klaar", await blad.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await Portaal.IsBruikbaar(blad, "groot-taken");
        await blad.Ga($"/aanvragen/{zaak}/indienen");
        await Portaal.IsBruikbaar(blad, "groot-indienen");
        await blad.Locator("#akkoord").CheckAsync();
        await Portaal.Knop(blad, "Onderteken en dien in");
        await blad.WaitForURLAsync("**/ontvangst");
        Assert.Contains("€\u00a066.709,20", await blad.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await Portaal.IsBruikbaar(blad, "groot-ontvangst");
        await blad.Context.CloseAsync();
    }
}
