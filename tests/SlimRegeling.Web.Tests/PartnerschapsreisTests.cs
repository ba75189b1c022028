using Microsoft.Playwright;
using NodaTime;

namespace SlimRegeling.Web.Tests;

/// <summary>The whole way of a partnership in two browsers: the hoofdaanvrager applies, a party confirms for itself.</summary>
public sealed class PartnerschapsreisTests(Browser browser)
{
    private const string Maakster = "Maud Meubelmaker";
    private const string Zager = "Zeger Zager";
    private const string Tijdvak = "2025-06-swv";

    [Fact]
    public async Task A_partnership_is_made_confirmed_and_submitted_by_the_pages()
    {
        await using var huis = await Huis();
        var hoofd = await Aangemeld(huis, Maakster);
        var zaak = await Begin(hoofd);
        Assert.Equal("Niet begonnen", await Portaal.Stand(hoofd, "partijen").InnerTextAsync());
        Assert.Equal(0, await hoofd.Locator("#stand-onderneming").CountAsync());
        await VulPartijen(hoofd, zaak);
        await VulPlan(hoofd, zaak);
        await hoofd.Ga($"/aanvragen/{zaak}");
        await Portaal.IsBruikbaar(hoofd, "swv-taken");
        await hoofd.Ga($"/aanvragen/{zaak}/partijen");
        await Portaal.IsBruikbaar(hoofd, "swv-partijen");

        // Invited; nothing is there before.
        var partij = await Aangemeld(huis, Zager);
        Assert.Equal(404, (await partij.Ga($"/aanvragen/uitnodigingen/{zaak}"))!.Status);
        await hoofd.Ga($"/aanvragen/{zaak}/uitnodigen");
        await hoofd.Locator("form:has(input[value='90003002']) button").ClickAsync();
        Assert.Equal("Nog niet bevestigd", await hoofd.Locator("#stand-90003002").InnerTextAsync());
        Assert.Contains($"/aanvragen/uitnodigingen/{zaak}", await hoofd.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await Portaal.IsBruikbaar(hoofd, "swv-uitnodigen");

        // The party sees the plan and no figure of another, and gives its own part.
        await partij.Ga("/aanvragen");
        await Portaal.IsBruikbaar(partij, "swv-uitgenodigd");
        await partij.GetByRole(AriaRole.Link, new() { Name = "Aanvraag van Meubelmakerij" }).ClickAsync();
        var tekst = await partij.Locator("main").InnerTextAsync();
        Assert.Contains("€\u00a0200.000,00", tekst, StringComparison.Ordinal);
        Assert.Contains("Onze doelen.", tekst, StringComparison.Ordinal);
        Assert.DoesNotContain("6.543.210", await partij.ContentAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await partij.Locator("#akkoord").CountAsync());
        await Portaal.IsBruikbaar(partij, "swv-uitnodiging");
        await hoofd.Ga($"/aanvragen/{zaak}/partijen");
        await VulDeel(partij);

        // What the hoofdaanvrager had open meanwhile keeps what the party wrote.
        await hoofd.Locator("#v-partijen-2-naam").FillAsync("Houtcollege");
        await Portaal.Knop(hoofd, "Opslaan en controleren");
        await hoofd.WaitForURLAsync($"**/{zaak}");
        var concept = await huis.Gelukt("maakster", HttpMethod.Get, $"/v1/aanvragen/{zaak}/concept");
        var partijen = concept.GetProperty("partijen");
        Assert.Equal(
            ("5000000.00", "Houtcollege"),
            (partijen[1].GetProperty("jaaromzet").GetString(), partijen[2].GetProperty("naam").GetString())
        );
        Assert.Equal("Klaar", await Portaal.Stand(hoofd, "partijen").InnerTextAsync());

        await Teken(partij);
        await Portaal.IsBruikbaar(partij, "swv-bevestigd");
        await hoofd.ReloadAsync();
        Assert.Equal("1 van 2 bevestigd", await Portaal.Stand(hoofd, "uitnodigen").InnerTextAsync());

        // Changed by the hoofdaanvrager, the signature falls away and the party is told.
        await hoofd.Ga($"/aanvragen/{zaak}/partijen");
        await hoofd.Locator("#v-partijen-1-werkzamePersonen").FillAsync("41");
        await Portaal.Knop(hoofd, "Opslaan en controleren");
        await partij.ReloadAsync();
        Assert.Contains("Uw handtekening is vervallen.", await partij.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await Portaal.IsBruikbaar(partij, "swv-vervallen");
        await hoofd.Ga($"/aanvragen/{zaak}/uitnodigen");
        Assert.Equal("Handtekening vervallen", await hoofd.Locator("#stand-90003002").InnerTextAsync());
        await Teken(partij);

        // The school did not confirm: it is said, and stops nothing.
        await hoofd.Ga($"/aanvragen/{zaak}/indienen");
        var nietBevestigd = await hoofd.Locator("#niet-bevestigd").InnerTextAsync();
        Assert.Contains("Houtcollege", nietBevestigd, StringComparison.Ordinal);
        Assert.DoesNotContain("Plank", nietBevestigd, StringComparison.Ordinal);
        await Portaal.IsBruikbaar(hoofd, "swv-indienen");
        await hoofd.Locator("#akkoord").CheckAsync();
        await Portaal.Knop(hoofd, "Onderteken en dien in");
        await hoofd.WaitForURLAsync("**/ontvangst");
        Assert.Contains("€\u00a0141.000,00", await hoofd.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await Portaal.IsBruikbaar(hoofd, "swv-ontvangst");

        await huis.Stil();
        await partij.ReloadAsync();
        Assert.Contains(
            "De hoofdaanvrager heeft de aanvraag ingediend",
            await partij.Locator("main").InnerTextAsync(),
            StringComparison.Ordinal
        );
        Assert.Equal(0, await partij.GetByRole(AriaRole.Button, new() { Name = "Wij doen niet mee" }).CountAsync());
        await Portaal.IsBruikbaar(partij, "swv-partij-ingediend");
        await hoofd.Context.CloseAsync();
        await partij.Context.CloseAsync();
    }

    [Fact]
    public async Task A_party_says_no_is_asked_again_and_is_withdrawn_in_English_too()
    {
        await using var huis = await Huis();
        var hoofd = await Aangemeld(huis, Maakster);
        var zaak = await Begin(hoofd);
        await VulPartijen(hoofd, zaak);
        await hoofd.Ga($"/aanvragen/{zaak}/uitnodigen");
        await hoofd.Locator("form:has(input[value='90003002']) button").ClickAsync();

        var partij = await Aangemeld(huis, Zager);
        await partij.Ga($"/aanvragen/uitnodigingen/{zaak}");
        await Portaal.Knop(partij, "Wij doen niet mee");
        await Portaal.IsBruikbaar(partij, "swv-geweigerd");
        await hoofd.ReloadAsync();
        Assert.Equal("Doet niet mee", await hoofd.Locator("#stand-90003002").InnerTextAsync());
        await hoofd.Locator("form:has(input[value='90003002']) button").ClickAsync();

        await partij.Ga($"/taal/en?terug=/aanvragen/uitnodigingen/{zaak}");
        Assert.Contains("Fill in your part first", await partij.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await Portaal.IsBruikbaar(partij, "swv-uitnodiging-en");
        await partij.Ga($"/aanvragen/uitnodigingen/{zaak}/deel");
        await Portaal.IsBruikbaar(partij, "swv-deel-en");
        await hoofd.Locator("form:has(input[value='90003002']) button").ClickAsync();
        Assert.Equal("Uitnodiging ingetrokken", await hoofd.Locator("#stand-90003002").InnerTextAsync());
        Assert.Equal(404, (await partij.Ga($"/aanvragen/uitnodigingen/{zaak}"))!.Status);
        await partij.Ga("/aanvragen/uitnodigingen");
        Assert.DoesNotContain(zaak, await partij.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await Portaal.IsBruikbaar(partij, "swv-uitnodigingen-leeg");
        await hoofd.Context.CloseAsync();
        await partij.Context.CloseAsync();
    }

    private static async Task<Portaalhuis> Huis()
    {
        var huis = new Portaalhuis { Klok = Verzetklok.Vanaf(Instant.FromUtc(2025, 6, 10, 8, 0)) };
        await huis.InitializeAsync();
        huis.Registreer("maakster", Maakster, "90003001");
        huis.Registreer("zager", Zager, "90003002");
        await huis.Tijdvak(Tijdvak, "samenwerkingsverband", "slim-2025", "binnenkomst", "2025-06-02T09:00:00", "2025-06-30T17:00:00");
        return huis;
    }

    private async Task<IPage> Aangemeld(Portaalhuis huis, string wie)
    {
        var blad = await browser.Open(huis.Adres, scripts: true);
        await Browser.MeldAan(blad, wie);
        return blad;
    }

    private static async Task<string> Begin(IPage blad)
    {
        await blad.Ga("/");
        await blad.Locator($"a[href='/aanvragen/beginnen?tijdvak={Tijdvak}']").ClickAsync();
        await Portaal.Knop(blad, "Begin de aanvraag");
        await blad.WaitForURLAsync("**/aanvragen/SLIM-*");
        return blad.Url.Split('/')[^1];
    }

    /// <summary>Of the firm that will confirm only who it is; the others whole.</summary>
    private static async Task VulPartijen(IPage blad, string zaak)
    {
        await blad.Ga($"/aanvragen/{zaak}/partijen");
        Assert.Equal("90003001", await blad.Locator("#v-partijen-0-kvkNummer").InputValueAsync());
        await Partij(blad, 0, "90003001", "Meubelmakerij Eik en Beuk B.V.", rol: 0, soort: 0);
        await Cijfers(blad, "partijen-0", "100.000,00", "40", "6543210,00", "3000000", "3109");
        await Portaal.Knop(blad, "Partij toevoegen");
        await Partij(blad, 1, "90003002", "Houtzagerij De Plank B.V.", rol: 1, soort: 0);
        await Portaal.Knop(blad, "Partij toevoegen");
        await Partij(blad, 2, "90003004", "College", rol: 1, soort: 2);
        await blad.Locator("#v-partijen-2-aandeelKosten").FillAsync("50.000,00");
        await blad.Locator("#v-partijen-2-verklaringen-deMinimis-soort-0").CheckAsync();
        await Portaal.Knop(blad, "Opslaan en later verder");
        await blad.WaitForURLAsync($"**/{zaak}");
    }

    private static async Task Partij(IPage blad, int rij, string kvk, string naam, int rol, int soort)
    {
        await blad.Locator($"#v-partijen-{rij}-kvkNummer").FillAsync(kvk);
        await blad.Locator($"#v-partijen-{rij}-naam").FillAsync(naam);
        await blad.Locator($"#v-partijen-{rij}-rol-{rol}").CheckAsync();
        await blad.Locator($"#v-partijen-{rij}-type-{soort}").CheckAsync();
    }

    private static async Task Cijfers(IPage blad, string plek, string aandeel, string personen, string omzet, string balans, string sbi)
    {
        await blad.Locator($"#v-{plek}-aandeelKosten").FillAsync(aandeel);
        await blad.Locator($"#v-{plek}-werkzamePersonen").FillAsync(personen);
        await blad.Locator($"#v-{plek}-jaaromzet").FillAsync(omzet);
        await blad.Locator($"#v-{plek}-balanstotaal").FillAsync(balans);
        await blad.Locator($"#v-{plek}-sbiCodes").FillAsync(sbi);
        await blad.Locator($"#v-{plek}-verklaringen-mkb-0").CheckAsync();
        await blad.Locator($"#v-{plek}-verklaringen-deMinimis-soort-0").CheckAsync();
    }

    private static async Task VulPlan(IPage blad, string zaak)
    {
        await blad.Ga($"/aanvragen/{zaak}/plan");
        foreach (var deel in (string[])["doelen", "aanpak", "resultaten", "evaluatie"])
        {
            await blad.Locator($"#v-plan-{deel}").FillAsync($"Onze {deel}.");
        }
        await Portaal.Knop(blad, "Opslaan en controleren");
        await blad.Ga($"/aanvragen/{zaak}/activiteiten");
        await blad.Locator("input[name='activiteiten[0].soort'][value='C']").CheckAsync();
        await blad.Locator("#v-activiteiten-0-overigeExterneKosten").FillAsync("200.000,00");
        await Portaal.Knop(blad, "Opslaan en later verder");
        await blad.Ga($"/aanvragen/{zaak}/rekening");
        await blad.Locator("#v-rekening-iban").FillAsync("NL13TEST0123456789");
        await Portaal.Knop(blad, "Opslaan en controleren");
    }

    private static async Task VulDeel(IPage blad)
    {
        await blad.GetByRole(AriaRole.Link, new() { Name = "Vul uw deel in" }).ClickAsync();
        await blad.WaitForURLAsync("**/deel");
        Assert.Equal(0, await blad.Locator("#v-deel-kvkNummer").CountAsync());
        await Portaal.Knop(blad, "Opslaan en controleren");
        await Assertions.Expect(blad.Locator("#fouten")).ToBeFocusedAsync();
        await Portaal.IsBruikbaar(blad, "swv-deel-fouten");
        await Cijfers(blad, "deel", "50.000,00", "40", "5000000", "2500000", "1610");
        await Portaal.Knop(blad, "Opslaan en controleren");
        await blad.Locator("#akkoord").WaitForAsync();
    }

    private static async Task Teken(IPage blad)
    {
        await blad.Locator("#akkoord").CheckAsync();
        await Portaal.Knop(blad, "Bevestig en onderteken");
        Assert.Contains("U hebt bevestigd en ondertekend op", await blad.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
    }
}
