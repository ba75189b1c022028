using Microsoft.Playwright;
using NodaTime;
using SlimRegeling.Relaties.Handelsregister;

namespace SlimRegeling.Web.Tests;

/// <summary>What the KVK number tells is filled in, marked, and never put over what a person typed.</summary>
public sealed class HandelsregisterTests(Portaalhuis huis, Paginahuis paginahuis, Browser browser)
{
    private const string Fietsen = "Fietsenmakerij De Ketting B.V.";
    private const string Opgeheven = "Klompenmakerij De Laatste Stap B.V.";
    private const string Onbekend = "Onbekende Zaak";

    [Fact]
    public async Task An_application_begins_with_name_and_sbi_and_what_one_changes_stays()
    {
        await huis.Tijdvak("2026-register-mkb");
        huis.Registreer("fietsen", Fietsen, "90002001");
        var blad = await Portaal.Aangemeld(huis, browser, scripts: true, wie: Fietsen);
        await Begin(blad, "2026-register-mkb");
        await blad.Ga($"{blad.Url}/onderneming");
        var naam = blad.Locator("#v-onderneming-naam");
        await Assertions.Expect(naam).ToHaveValueAsync(Fietsen);
        await Assertions.Expect(blad.Locator("#v-onderneming-sbiCodes")).ToHaveValueAsync("9529");
        await Assertions.Expect(blad.Locator("#v-onderneming-naam-merk")).ToContainTextAsync("Ingevuld uit het Handelsregister");
        await Assertions.Expect(blad.Locator("#v-onderneming-sbiCodes-merk")).ToContainTextAsync("SBI 2008");
        Assert.Contains("v-onderneming-naam-merk", await naam.GetAttributeAsync("aria-describedby"), StringComparison.Ordinal);
        await Portaal.IsBruikbaar(blad, "register-ingevuld");

        await naam.FillAsync("De Ketting Twee");
        await Assertions.Expect(blad.Locator("#v-onderneming-naam-merk")).ToHaveCountAsync(0);
        await Assertions.Expect(blad.Locator(".slim-bewaarstand")).ToContainTextAsync("Opgeslagen om");
        // Nine people there; sixty is another size.
        await blad.Locator("#v-onderneming-werkzamePersonen").FillAsync("60");
        await Assertions.Expect(blad.Locator("[data-punt='onderneming.werkzamePersonen']")).ToContainTextAsync("staan 9 werkzame personen");
        await blad.Locator("#v-onderneming-werkzamePersonen").FillAsync("8,5");
        await Assertions.Expect(blad.Locator("[data-punt='onderneming.werkzamePersonen']")).ToHaveCountAsync(0);
        await blad.Locator("#v-onderneming-sbiCodes").FillAsync("4321");
        await Assertions.Expect(blad.Locator("[data-punt='onderneming.sbiCodes']")).ToContainTextAsync("9529");
        await blad.ReloadAsync();
        await Assertions.Expect(naam).ToHaveValueAsync("De Ketting Twee");
        await Assertions.Expect(blad.Locator("#v-onderneming-naam-merk")).ToHaveCountAsync(0);
        await blad.Context.CloseAsync();
    }

    [Fact]
    public async Task Address_begins_filled_in_and_who_is_deregistered_is_warned_and_can_go_on()
    {
        huis.Registreer("klompen", Opgeheven, "90009001");
        var blad = await Portaal.Aangemeld(huis, browser, scripts: true, wie: Opgeheven);
        await blad.Ga("/aanvragen/gegevens");
        foreach (
            var (veld, waarde) in ((string, string)[])
                [("naam", Opgeheven), ("straat", "Dorpsstraat 1"), ("postcode", "7611 AA"), ("plaats", "Aadorp"), ("sbiCodes", "1629")]
        )
        {
            await Assertions.Expect(blad.Locator($"#v-{veld}")).ToHaveValueAsync(waarde);
            await Assertions.Expect(blad.Locator($"#v-{veld}-merk")).ToBeVisibleAsync();
        }
        await Assertions.Expect(blad.Locator("[data-punt='naam']")).ToContainTextAsync("15 maart 2025 uitgeschreven");
        await Portaal.IsBruikbaar(blad, "register-adres");
        await blad.Locator("#v-straat").FillAsync("Nieuwe straat 2");
        await blad.Locator("#v-iban").FillAsync("NL13TEST0123456789");
        await blad.Locator("#v-tenaamstelling").FillAsync("Klompen");
        await Portaal.Knop(blad, "Sla op");
        await Assertions.Expect(blad.Locator(".slim-gelukt")).ToBeVisibleAsync();
        await Assertions.Expect(blad.Locator("#v-straat")).ToHaveValueAsync("Nieuwe straat 2");
        await blad.Context.CloseAsync();
    }

    [Fact]
    public async Task A_number_that_the_register_does_not_know_leaves_the_form_empty()
    {
        await huis.Tijdvak("2026-onbekend-mkb");
        huis.Registreer("onbekend", Onbekend, "12345678");
        var blad = await Portaal.Aangemeld(huis, browser, wie: Onbekend);
        await Begin(blad, "2026-onbekend-mkb");
        await blad.Ga($"{blad.Url}/onderneming");
        await Assertions.Expect(blad.Locator("#v-onderneming-naam")).ToHaveValueAsync("");
        Assert.Equal(0, await blad.Locator("[data-merk]").CountAsync());
        await blad.Context.CloseAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_party_gets_its_name_once_its_number_is_there(bool scripts)
    {
        var tijdvak = $"2026-partijen-{(scripts ? "met" : "zonder")}-swv";
        var nu = huis.Klok.GetCurrentInstant();
        await huis.Tijdvak(
            tijdvak,
            "samenwerkingsverband",
            "slim-2026",
            "loting",
            Daghuis.Wandklok(nu - Duration.FromDays(3)),
            Daghuis.Wandklok(nu + Duration.FromDays(20))
        );
        var zaak = await huis.Concept(tijdvak);
        var blad = await Portaal.Aangemeld(huis, browser, scripts);
        await blad.Ga($"/aanvragen/{zaak}/partijen");
        await Assertions.Expect(blad.Locator("#v-partijen-0-naam")).ToHaveValueAsync("Bouwbedrijf De Troffel B.V.");
        await Portaal.Knop(blad, "Partij toevoegen");
        var (nummer, naam) = (blad.Locator("#v-partijen-1-kvkNummer"), blad.Locator("#v-partijen-1-naam"));
        await nummer.FillAsync("90003002");
        await Vertrek();
        await Assertions.Expect(naam).ToHaveValueAsync("Houtzagerij De Plank B.V.");
        await Assertions.Expect(blad.Locator("#v-partijen-1-sbiCodes")).ToHaveValueAsync("1610");
        await Assertions.Expect(blad.Locator("#v-partijen-1-naam-merk")).ToBeVisibleAsync();
        // What cannot be kept yet says so, and is not called wrong.
        await Assertions.Expect(blad.Locator("[data-punt='partijen[1]']")).ToContainTextAsync("nog niet opgeslagen");
        Assert.Equal(0, await blad.Locator("p[data-fout]").CountAsync());

        // Another number brings another name, unless a person wrote one.
        await nummer.FillAsync("90003004");
        await Vertrek();
        await Assertions.Expect(naam).ToHaveValueAsync("Houtcollege");
        await naam.FillAsync("Onze school");
        await nummer.FillAsync("90003003");
        await Vertrek();
        await Assertions.Expect(blad.Locator("#v-partijen-1-sbiCodes")).ToHaveValueAsync("9411");
        await Assertions.Expect(naam).ToHaveValueAsync("Onze school");
        await blad.Context.CloseAsync();

        // With script it comes when one leaves the field; without it upon saving.
        Task Vertrek() => scripts ? nummer.BlurAsync() : Portaal.Knop(blad, "Partij toevoegen");
    }

    [Fact]
    public async Task In_production_nothing_is_filled_in_from_examples()
    {
        await using var productie = await paginahuis.Productie();
        await productie.App.StartAsync(TestContext.Current.CancellationToken);
        var register = productie.App.Services.GetRequiredService<IHandelsregister>();
        await Assert.ThrowsAsync<Registeruitval>(() => register.Zoek("69599084", TestContext.Current.CancellationToken));
        await productie.App.StopAsync(TestContext.Current.CancellationToken);
    }

    private static async Task Begin(IPage blad, string tijdvak)
    {
        await blad.Ga($"/aanvragen/beginnen?tijdvak={tijdvak}");
        await Portaal.Knop(blad, "Begin de aanvraag");
        await blad.WaitForURLAsync("**/aanvragen/SLIM-*");
    }
}
