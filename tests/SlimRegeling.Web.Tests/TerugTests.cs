using System.Text.Json;
using Microsoft.Playwright;

namespace SlimRegeling.Web.Tests;

/// <summary>The back button: what was typed last is saved, and who comes back sees what is stored and nothing older.</summary>
public sealed class TerugTests(Portaalhuis huis, Browser browser)
{
    [Fact]
    public async Task Going_back_saves_what_was_typed_last_and_coming_back_shows_what_is_stored()
    {
        await huis.Tijdvak("2026-terugknop-mkb");
        var zaak = await huis.Concept("2026-terugknop-mkb", Portaalhuis.Volledig);
        var blad = await Portaal.Aangemeld(huis, browser, scripts: true);
        var doelen = blad.Locator("#v-plan-doelen");
        await blad.Ga($"/aanvragen/{zaak}");
        await blad.Ga($"/aanvragen/{zaak}/plan");
        await doelen.FillAsync("Bewaard en wel.");
        await Assertions.Expect(blad.Locator(".slim-bewaarstand")).ToContainTextAsync("Opgeslagen om");
        await blad.GoBackAsync();
        Assert.Equal("Bewaard en wel.", await Doelen(zaak));
        await Schrijf(zaak, "Van een collega.");
        await blad.GoForwardAsync();
        Assert.Equal("Van een collega.", await doelen.InputValueAsync());

        // Sooner than it saves by itself.
        await doelen.FillAsync("Net getypt.");
        await blad.GoBackAsync();
        await Wordt(zaak, "Net getypt.");
        await blad.GoForwardAsync();
        Assert.Equal("Net getypt.", await doelen.InputValueAsync());

        // As from the memory of a browser that keeps whole pages.
        await Schrijf(zaak, "Nog nieuwer.");
        await blad.EvaluateAsync("() => { window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })); }");
        await Assertions.Expect(doelen).ToHaveValueAsync("Nog nieuwer.");
        await blad.Context.CloseAsync();
    }

    [Fact]
    public async Task Without_script_coming_back_shows_what_is_stored_too()
    {
        await huis.Tijdvak("2026-terugkaal-mkb");
        var zaak = await huis.Concept("2026-terugkaal-mkb", Portaalhuis.Volledig);
        var blad = await Portaal.Aangemeld(huis, browser);
        await blad.Ga($"/aanvragen/{zaak}");
        await blad.Ga($"/aanvragen/{zaak}/plan");
        await blad.Locator("#v-plan-doelen").FillAsync("Nooit verstuurd.");
        await blad.GoBackAsync();
        await Schrijf(zaak, "Van een collega.");
        await blad.GoForwardAsync();
        Assert.Equal("Van een collega.", await blad.Locator("#v-plan-doelen").InputValueAsync());
        await blad.Context.CloseAsync();
    }

    [Fact]
    public async Task Going_back_to_a_task_of_what_was_submitted_leads_to_the_receipt()
    {
        await huis.Tijdvak("2026-terugna-mkb");
        var zaak = await huis.Concept("2026-terugna-mkb", Portaalhuis.Volledig);
        var blad = await Portaal.Aangemeld(huis, browser, scripts: true);
        await blad.Ga($"/aanvragen/{zaak}/plan");
        await blad.Ga($"/aanvragen/{zaak}/indienen");
        await blad.Locator("#akkoord").CheckAsync();
        await Portaal.Knop(blad, "Onderteken en dien in");
        await blad.WaitForURLAsync("**/ontvangst");
        for (var keer = 0; keer < 2; keer++)
        {
            await blad.GoBackAsync();
            await blad.WaitForURLAsync("**/ontvangst");
            Assert.Contains(zaak, await blad.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        }
        await blad.Context.CloseAsync();
    }

    [Fact]
    public async Task Who_goes_away_when_the_session_has_ended_finds_it_back_after_signing_in()
    {
        await huis.Tijdvak("2026-terugaf-mkb");
        var zaak = await huis.Concept("2026-terugaf-mkb", Portaalhuis.Volledig);
        var blad = await Portaal.Aangemeld(huis, browser, scripts: true);
        await blad.Ga($"/aanvragen/{zaak}/plan");
        await blad.Context.ClearCookiesAsync(new() { Name = "slimregeling" });
        await blad.Locator("#v-plan-doelen").FillAsync("Getypt en weggegaan.");
        await blad.Ga("/toegankelijkheid");
        await Browser.MeldAan(blad, Portaalhuis.Ondernemer);
        await blad.Ga($"/aanvragen/{zaak}/plan");
        Assert.Contains("U was afgemeld", await blad.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal("Getypt en weggegaan.", await blad.Locator("#v-plan-doelen").InputValueAsync());
        await blad.Context.CloseAsync();
    }

    private Task<JsonElement> Schrijf(string zaak, string doelen) =>
        huis.Gelukt(
            "ondernemer",
            HttpMethod.Put,
            $"/v1/aanvragen/{zaak}/concept",
            JsonSerializer.Deserialize<JsonElement>(
                Portaalhuis.Volledig.Replace("Wij willen dat iedereen elk jaar iets leert.", doelen, StringComparison.Ordinal)
            )
        );

    private async Task Wordt(string zaak, string doelen)
    {
        for (var keer = 0; keer < 50 && await Doelen(zaak) != doelen; keer++)
        {
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
        Assert.Equal(doelen, await Doelen(zaak));
    }

    private async Task<string?> Doelen(string zaak) =>
        (await huis.Lees($"/v1/aanvragen/{zaak}/concept")).GetProperty("plan").GetProperty("doelen").GetString();
}
