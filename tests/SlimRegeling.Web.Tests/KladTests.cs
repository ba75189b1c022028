using Microsoft.Playwright;

namespace SlimRegeling.Web.Tests;

/// <summary>What one types on a page that is sent as a whole is there when it is opened again, on another device too, until it is sent.</summary>
public sealed class KladTests(Portaalhuis huis, Browser browser)
{
    private const string Stand = ".slim-bewaarstand";
    private const string Bewaard = "nog niet verstuurd";
    private const string Gedaan = "De adviseur heeft ons bedrijf doorgelicht.";

    [Fact]
    public async Task Proof_that_was_typed_is_there_after_closing_the_page_and_on_another_device_and_is_gone_once_it_is_thrown_away()
    {
        var zaak = await BewijsTests.InSteekproef(huis, "2026-kladbewijs-mkb");
        var pad = $"/aanvragen/{zaak}/bewijs";
        var telefoon = await Open(pad);
        await Assertions.Expect(telefoon.Locator(Stand)).ToBeHiddenAsync();
        await telefoon.Locator("#toelichting-A").FillAsync(Gedaan);
        await Assertions.Expect(telefoon.Locator(Stand)).ToContainTextAsync("Nog niet opgeslagen");
        await Assertions.Expect(telefoon.Locator(Stand)).ToContainTextAsync(Bewaard);
        await Portaal.IsBruikbaar(telefoon, "bewijs-klad");
        // Nobody who looks in the database reads it, nor who typed it.
        Assert.Equal(0L, await huis.Voer("select count(*) from site.klad where encode(inhoud, 'escape') like '%doorgelicht%'"));
        Assert.Equal(0L, await huis.Voer("select count(*) from site.klad where sleutel !~ '^[0-9A-F]{64}$'"));
        await telefoon.CloseAsync();
        await telefoon.Context.CloseAsync();

        var laptop = await Open(pad);
        Assert.Equal(Gedaan, await laptop.Locator("#toelichting-A").InputValueAsync());
        Assert.Contains("U typte dit op", await laptop.Locator("#formulier").InnerTextAsync(), StringComparison.Ordinal);
        await Portaal.IsBruikbaar(laptop, "bewijs-teruggegeven");
        var collega = await Portaal.Aangemeld(huis, browser, scripts: true, wie: Portaalhuis.Buurman);
        Assert.Equal(404, (await collega.Ga(pad))!.Status);
        await collega.Context.CloseAsync();

        await Portaal.Knop(laptop, "Gooi dit weg en begin opnieuw");
        await Assertions.Expect(laptop.Locator("#toelichting-A")).ToHaveValueAsync("");
        await laptop.ReloadAsync();
        Assert.Equal("", await laptop.Locator("#toelichting-A").InputValueAsync());
        await laptop.Context.CloseAsync();
    }

    [Fact]
    public async Task A_completion_keeps_the_form_and_the_explanation_and_what_is_sent_is_given_back_no_more()
    {
        var (zaak, pad) = await Gevraagd("2026-kladaanvul-mkb");
        var eerst = await Open(pad);
        await eerst.Locator("#v-plan-resultaten").FillAsync("Een beter plan.");
        await eerst.Locator("#toelichting").FillAsync("Wij hebben overlegd.");
        await Assertions.Expect(eerst.Locator(Stand)).ToContainTextAsync(Bewaard);
        await eerst.Context.CloseAsync();

        var later = await Open(pad);
        Assert.Equal("Een beter plan.", await later.Locator("#v-plan-resultaten").InputValueAsync());
        Assert.Equal("Wij hebben overlegd.", await later.Locator("#toelichting").InputValueAsync());
        await Portaal.Knop(later, "Stuur mijn aanvulling");
        await later.WaitForURLAsync($"**/zaken/{zaak}");
        await huis.Stil();
        await later.Ga(pad);
        Assert.Contains("U hoeft niets te doen", await later.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        var plan = (await huis.Lees($"/v1/aanvragen/{zaak}")).GetProperty("formulier").GetProperty("plan");
        Assert.Equal("Een beter plan.", plan.GetProperty("resultaten").GetString());
        await later.Context.CloseAsync();
    }

    [Fact]
    public async Task Who_types_on_two_devices_overwrites_nothing_unseen()
    {
        var (_, pad) = await Gevraagd("2026-kladtwee-mkb");
        var telefoon = await Open(pad);
        var laptop = await Open(pad);
        await telefoon.Locator("#toelichting").FillAsync("Van de telefoon.");
        await Assertions.Expect(telefoon.Locator(Stand)).ToContainTextAsync(Bewaard);
        await laptop.Locator("#toelichting").FillAsync("Van de laptop.");
        await Assertions.Expect(laptop.Locator(Stand)).ToContainTextAsync("u typte intussen ergens anders");
        await Portaal.IsBruikbaar(laptop, "aanvullen-elders");
        Assert.Equal("Van de laptop.", await laptop.Locator("#toelichting").InputValueAsync());
        await laptop.Context.CloseAsync();

        // Who goes on where they were keeps on keeping.
        await telefoon.Locator("#toelichting").FillAsync("Van de telefoon, en meer.");
        await Assertions.Expect(telefoon.Locator(Stand)).ToContainTextAsync("Nog niet opgeslagen");
        await Assertions.Expect(telefoon.Locator(Stand)).ToContainTextAsync(Bewaard);
        await telefoon.ReloadAsync();
        Assert.Equal("Van de telefoon, en meer.", await telefoon.Locator("#toelichting").InputValueAsync());
        await telefoon.Context.CloseAsync();
    }

    [Fact]
    public async Task Without_script_each_button_keeps_what_was_typed()
    {
        var (_, pad) = await Gevraagd("2026-kladzonder-mkb");
        var blad = await Portaal.Aangemeld(huis, browser);
        await blad.Ga(pad);
        await blad.Locator("#v-plan-resultaten").FillAsync("");
        await blad.Locator("#toelichting").FillAsync("Zonder script.");
        await Portaal.Knop(blad, "Stuur mijn aanvulling");
        await Assertions.Expect(blad.Locator("#fouten")).ToBeVisibleAsync();
        Assert.Contains(Bewaard, await blad.Locator(Stand).InnerTextAsync(), StringComparison.Ordinal);
        await blad.Context.CloseAsync();
        var weer = await Open(pad);
        Assert.Equal("Zonder script.", await weer.Locator("#toelichting").InputValueAsync());
        Assert.Equal("", await weer.Locator("#v-plan-resultaten").InputValueAsync());
        await weer.Context.CloseAsync();
    }

    private async Task<IPage> Open(string pad)
    {
        var blad = await Portaal.Aangemeld(huis, browser, scripts: true);
        await blad.Ga(pad);
        return blad;
    }

    /// <summary>A case that was found without its plan.</summary>
    private async Task<(string Zaak, string Pad)> Gevraagd(string tijdvak)
    {
        await huis.Tijdvak(tijdvak);
        var zaak = await huis.Concept(tijdvak, Portaalhuis.Ondertekend);
        await huis.Gelukt("ondernemer", HttpMethod.Post, $"/v1/aanvragen/{zaak}/indiening", new { });
        await huis.Stil();
        string[] ontbreekt = ["activiteitenplan"];
        await huis.Gelukt("beoordelaar", HttpMethod.Post, $"/v1/aanvragen/{zaak}/volledigheid", new { volledig = false, ontbreekt });
        await huis.Stil();
        return (zaak, $"/aanvragen/{zaak}/aanvullen");
    }
}
