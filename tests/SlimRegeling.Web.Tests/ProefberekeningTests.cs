using Microsoft.Playwright;
using NodaTime;

namespace SlimRegeling.Web.Tests;

/// <summary>The check in a minute, without script and without an account.</summary>
public sealed class ProefberekeningTests(Portaalhuis huis, Browser browser)
{
    [Fact]
    public async Task What_is_typed_is_computed_explained_and_carried_into_an_application_through_signing_in()
    {
        var tijdvak = await huis.Tijdvak("2026-proef-mkb");
        var blad = await browser.Open(huis.Adres);
        await blad.Ga("/");
        await blad.GetByRole(AriaRole.Link, new() { Name = "Doe de check in een minuut" }).ClickAsync();

        await blad.GetByRole(AriaRole.Button, new() { Name = "Reken uit" }).Last.ClickAsync();
        var fouten = blad.Locator("#fouten");
        Assert.Contains("Er klopt iets niet", await fouten.InnerTextAsync(), StringComparison.Ordinal);
        await Assertions.Expect(blad.Locator("#fouten")).ToBeFocusedAsync();
        await fouten.GetByRole(AriaRole.Link).First.ClickAsync();
        Assert.StartsWith("v-", await blad.EvaluateAsync<string>("() => document.activeElement.id"), StringComparison.Ordinal);

        await blad.GetByLabel($"tijdvak {tijdvak}").CheckAsync();
        await blad.GetByLabel("Werkzame personen (fte)").FillAsync("12,5");
        await blad.GetByLabel("Jaaromzet").FillAsync("€ 1.500.000,-");
        await blad.GetByLabel("Balanstotaal").FillAsync("800000");
        await blad.GetByLabel("SBI-code").FillAsync("43.21");
        await blad.GetByLabel("Doorlichting van de onderneming").CheckAsync();
        await blad.Locator("#v-activiteiten-0-externeUren-0-uren").FillAsync("80");
        await blad.Locator("#v-activiteiten-0-externeUren-0-uurtarief").FillAsync("125,00");
        await blad.GetByRole(AriaRole.Button, new() { Name = "Reken uit" }).Last.ClickAsync();

        Assert.Contains("U kunt subsidie krijgen", await blad.Locator(".slim-uitkomst").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal("€\u00a06.900,00", await blad.Locator(".slim-bedrag").InnerTextAsync());
        Assert.Contains("2.14", await blad.Locator(".slim-uitkomst table").InnerTextAsync(), StringComparison.Ordinal);
        Assert.EndsWith("/proefberekening", blad.Url.Split('#')[0], StringComparison.Ordinal);

        await blad.GetByRole(AriaRole.Button, new() { Name = "Begin uw aanvraag met deze gegevens" }).ClickAsync();
        await blad.GetByRole(AriaRole.Button, new() { Name = Portaalhuis.Ondernemer }).ClickAsync();
        await blad.WaitForURLAsync("**/aanvragen/beginnen");
        Assert.DoesNotContain("1500000", blad.Url, StringComparison.Ordinal);
        await blad.GetByRole(AriaRole.Button, new() { Name = "Begin de aanvraag" }).ClickAsync();
        await blad.WaitForURLAsync("**/aanvragen/SLIM-*");

        var concept = await huis.Lees($"/v1/aanvragen/{blad.Url.Split('/')[^1]}/concept");
        Assert.Equal("1500000.00", concept.GetProperty("onderneming").GetProperty("jaaromzet").GetString());
        Assert.Equal("125.00", concept.GetProperty("activiteiten")[0].GetProperty("externeUren")[0].GetProperty("uurtarief").GetString());
        await blad.Context.CloseAsync();
    }

    [Fact]
    public async Task A_partnership_computes_with_its_parties_is_explained_for_each_and_is_carried_into_an_application()
    {
        await using var verband = await Verband();
        var blad = await browser.Open(verband.Adres);
        await blad.Ga("/proefberekening");
        await blad.GetByRole(AriaRole.Link, new() { Name = "Reken voor een samenwerkingsverband" }).ClickAsync();
        Assert.Equal(0, await blad.Locator("#v-onderneming-jaaromzet").CountAsync());
        Assert.True(await blad.Locator("input[name='partijen[0].rol'][value='hoofdaanvrager']").IsCheckedAsync());
        Assert.True(await blad.Locator("input[name='partijen[1].rol'][value='partij']").IsCheckedAsync());

        // Nothing filled in, and too little divided: each at its place, and what was typed stays.
        await blad.GetByRole(AriaRole.Button, new() { Name = "Reken uit" }).Last.ClickAsync();
        await Assertions.Expect(blad.Locator("#v-partijen-1-kvkNummer-fout")).ToContainTextAsync("Dit veld ontbreekt.");
        await blad.GetByRole(AriaRole.Button, new() { Name = "Partij toevoegen" }).ClickAsync();
        await Partij(blad, 0, "90003001", "hoofdaanvrager", "mkb-onderneming", "0");
        await Partij(blad, 1, "90003002", "partij", "mkb-onderneming", "0");
        await Partij(blad, 2, "90003004", "partij", "onderwijsinstelling", "0");
        await blad.Locator("input[name='activiteiten[0].soort'][value='C']").CheckAsync();
        await blad.Locator("#v-activiteiten-0-overigeExterneKosten").FillAsync("200.000,00");
        await blad.GetByRole(AriaRole.Button, new() { Name = "Reken uit" }).Last.ClickAsync();
        await Assertions.Expect(blad.Locator("#v-partijen-0-werkzamePersonen-fout")).ToBeVisibleAsync();
        Assert.Equal(0, await blad.Locator("#v-partijen-2-werkzamePersonen-fout").CountAsync());
        await Omvang(blad, 0);
        await Omvang(blad, 1);
        await blad.GetByRole(AriaRole.Button, new() { Name = "Reken uit" }).Last.ClickAsync();
        var verdeling = Gewoon(await blad.Locator("#v-partijen-fout").InnerTextAsync());
        Assert.Contains("Verdeel precies € 200.000,00", verdeling, StringComparison.Ordinal);

        await blad.Locator("#v-partijen-0-aandeelKosten").FillAsync("100.000,00");
        await blad.Locator("#v-partijen-1-aandeelKosten").FillAsync("50.000,00");
        await blad.Locator("#v-partijen-2-aandeelKosten").FillAsync("50.000,00");
        await blad.GetByRole(AriaRole.Button, new() { Name = "Reken uit" }).Last.ClickAsync();
        var uitkomst = Gewoon(await blad.Locator(".slim-uitkomst").InnerTextAsync());
        Assert.Contains("U kunt subsidie krijgen", uitkomst, StringComparison.Ordinal);
        Assert.Equal("€\u00a0141.000,00", await blad.Locator(".slim-bedrag").InnerTextAsync());
        foreach (var kvkNummer in (string[])["90003001", "90003002", "90003004"])
        {
            Assert.Contains($"Deel van de partij met KVK-nummer {kvkNummer}", uitkomst, StringComparison.Ordinal);
        }

        await blad.GetByRole(AriaRole.Button, new() { Name = "Begin uw aanvraag met deze gegevens" }).ClickAsync();
        await blad.GetByRole(AriaRole.Button, new() { Name = "Maud Meubelmaker" }).ClickAsync();
        await blad.WaitForURLAsync("**/aanvragen/beginnen");
        Assert.DoesNotContain("90003002", blad.Url, StringComparison.Ordinal);
        await blad.GetByRole(AriaRole.Button, new() { Name = "Begin de aanvraag" }).ClickAsync();
        await blad.WaitForURLAsync("**/aanvragen/SLIM-*");
        var concept = await verband.Gelukt("maakster", HttpMethod.Get, $"/v1/aanvragen/{blad.Url.Split('/')[^1]}/concept");
        var partijen = concept.GetProperty("partijen");
        Assert.Equal(3, partijen.GetArrayLength());
        Assert.Equal("90003002", partijen[1].GetProperty("kvkNummer").GetString());
        Assert.Equal("50000.00", partijen[2].GetProperty("aandeelKosten").GetString());
        Assert.Equal("200000.00", concept.GetProperty("activiteiten")[0].GetProperty("overigeExterneKosten").GetString());
        await blad.Context.CloseAsync();
    }

    [Fact]
    public async Task The_check_of_a_partnership_can_be_used_by_everyone_and_in_English()
    {
        await using var verband = await Verband();
        var blad = await browser.Open(verband.Adres, scripts: true);
        await blad.Ga("/proefberekening?samen=ja");
        await Portaal.IsBruikbaar(blad, "proef-verband-leeg");
        await blad.GetByRole(AriaRole.Button, new() { Name = "Reken uit" }).Last.ClickAsync();
        await Portaal.IsBruikbaar(blad, "proef-verband-fouten");
        await blad.Ga("/taal/en?terug=/proefberekening%3Fsamen%3Dja");
        await blad.GetByRole(AriaRole.Group, new() { Name = "The parties of the partnership" }).WaitForAsync();
        Assert.Equal(2, await blad.GetByRole(AriaRole.Radio, new() { Name = "Lead applicant" }).CountAsync());
        await blad.Context.CloseAsync();
    }

    [Fact]
    public async Task Who_applies_as_a_partnership_is_led_to_its_draft_too_and_a_window_that_closed_says_so()
    {
        var klok = Verzetklok.Vanaf(Instant.FromUtc(2025, 6, 10, 8, 0));
        await using var alleen = await Verband(klok);
        var blad = await browser.Open(alleen.Adres, scripts: true);
        await blad.Ga("/proefberekening");
        var tekst = await blad.Locator("main").InnerTextAsync();
        Assert.Contains("nog geen tijdvak voor één onderneming", tekst, StringComparison.Ordinal);
        Assert.Equal(0, await blad.Locator("#formulier").CountAsync());
        await Portaal.IsBruikbaar(blad, "proef-samen");
        Assert.Equal(
            "/aanvragen/beginnen?tijdvak=2025-06-swv",
            await blad.GetByRole(AriaRole.Link, new() { Name = "Begin uw aanvraag in tijdvak 2025-06-swv" }).GetAttributeAsync("href")
        );

        await alleen.Tijdvak("2025-06-mkb", "mkb-onderneming", "slim-2025", "loting", "2025-06-09T09:00:00", "2025-06-11T17:00:00");
        await blad.ReloadAsync();
        Assert.DoesNotContain("Dat is gesloten", await blad.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(1, await blad.Locator("#formulier").CountAsync());
        klok.Verzet += Duration.FromDays(2);
        await blad.ReloadAsync();
        Assert.Contains(
            "U rekent hier met de regels van tijdvak 2025-06-mkb. Dat is gesloten op 11 juni 2025",
            await blad.Locator("main").InnerTextAsync(),
            StringComparison.Ordinal
        );
        await blad.Context.CloseAsync();
    }

    [Fact]
    public async Task The_check_can_be_used_by_everyone_empty_with_errors_and_with_an_outcome()
    {
        await huis.Tijdvak("2026-proefblad-mkb");
        var blad = await browser.Open(huis.Adres, scripts: true);
        await blad.Ga("/");
        await Portaal.IsBruikbaar(blad, "voorpagina");
        await blad.Ga("/proefberekening");
        await Portaal.IsBruikbaar(blad, "proef-leeg");
        await blad.GetByRole(AriaRole.Button, new() { Name = "Activiteit toevoegen" }).ClickAsync();
        await blad.Locator("#v-activiteiten-1-soort-1").CheckAsync();
        await blad.Locator("#v-activiteiten-1-trajecten").FillAsync("tien");
        await blad.GetByLabel("Jaaromzet").FillAsync("1,2,3");
        await blad.GetByRole(AriaRole.Button, new() { Name = "Reken uit" }).Last.ClickAsync();
        Assert.Contains("1,2,3", await blad.GetByLabel("Jaaromzet").InputValueAsync(), StringComparison.Ordinal);
        await Portaal.IsBruikbaar(blad, "proef-fouten");
        await blad.GetByLabel("tijdvak 2026-proefblad-mkb").CheckAsync();
        await blad.GetByLabel("Werkzame personen (fte)").FillAsync("12,5");
        await blad.GetByLabel("Jaaromzet").FillAsync("1.500.000");
        await blad.GetByLabel("Balanstotaal").FillAsync("800.000,00");
        await blad.GetByLabel("SBI-code").FillAsync("4321");
        await blad.Locator("#v-activiteiten-0-trajecten, #v-activiteiten-1-trajecten").Last.FillAsync("10");
        await blad.GetByRole(AriaRole.Button, new() { Name = "Reken uit" }).Last.ClickAsync();
        Assert.Equal("€\u00a07.000,00", await blad.Locator(".slim-bedrag").InnerTextAsync());
        await Portaal.IsBruikbaar(blad, "proef-uitkomst");
        await blad.Context.CloseAsync();
    }

    private static async Task<Portaalhuis> Verband(Verzetklok? klok = null)
    {
        var huis = new Portaalhuis { Klok = klok ?? Verzetklok.Vanaf(Instant.FromUtc(2025, 6, 10, 8, 0)) };
        await huis.InitializeAsync();
        huis.Registreer("maakster", "Maud Meubelmaker", "90003001");
        await huis.Tijdvak("2025-06-swv", "samenwerkingsverband", "slim-2025", "binnenkomst", "2025-06-02T09:00:00", "2025-06-30T17:00:00");
        return huis;
    }

    private static async Task Partij(IPage blad, int rij, string kvkNummer, string rol, string soort, string aandeel)
    {
        await blad.Locator($"#v-partijen-{rij}-kvkNummer").FillAsync(kvkNummer);
        await blad.Locator($"input[name='partijen[{rij}].rol'][value='{rol}']").CheckAsync();
        await blad.Locator($"input[name='partijen[{rij}].type'][value='{soort}']").CheckAsync();
        await blad.Locator($"#v-partijen-{rij}-aandeelKosten").FillAsync(aandeel);
    }

    private static async Task Omvang(IPage blad, int rij)
    {
        await blad.Locator($"#v-partijen-{rij}-werkzamePersonen").FillAsync("40");
        await blad.Locator($"#v-partijen-{rij}-jaaromzet").FillAsync("5.000.000");
        await blad.Locator($"#v-partijen-{rij}-balanstotaal").FillAsync("2.500.000");
    }

    /// <summary>With spaces that break.</summary>
    private static string Gewoon(string tekst) => tekst.Replace('\u00a0', ' ');
}
