using System.Text.Json;
using Microsoft.Playwright;

namespace SlimRegeling.Web.Tests;

/// <summary>What is typed is not lost when the server goes away halfway and comes back, or takes long to answer.</summary>
public sealed class HerstartTests(Paginahuis huis, Portaalhuis portaal, Browser browser)
{
    private const string Doelen = "#v-plan-doelen";
    private const string Bezig = "Bezig met opslaan…";
    private const string Opgeslagen = "Opgeslagen om";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_typed_while_the_server_restarted_is_saved_when_it_is_back()
    {
        using var begonnen = await huis.Roep("ondernemer", HttpMethod.Post, "/v1/aanvragen", new { tijdvak = Paginahuis.Tijdvak });
        var zaak = JsonSerializer
            .Deserialize<JsonElement>(await begonnen.Content.ReadAsStringAsync(Ct))
            .GetProperty("zaaknummer")
            .GetString()!;
        var eerst = await huis.Herstart();
        await eerst.App.StartAsync(Ct);
        var adres = new Uri(eerst.App.Urls.First());
        var met = await Open(adres, zaak, scripts: true);
        var zonder = await Open(adres, zaak, scripts: false);
        await zonder.Locator("#v-plan-aanpak").FillAsync("Getypt voor de herstart.");
        await met.Locator(Doelen).PressSequentiallyAsync("Voor");
        var stand = met.Locator(".slim-bewaarstand");
        await Assertions.Expect(stand).ToContainTextAsync(Opgeslagen);

        await eerst.App.StopAsync(Ct);
        await eerst.DisposeAsync();
        await met.Locator(Doelen).PressSequentiallyAsync(", tijdens");
        await Assertions.Expect(stand).ToContainTextAsync("Niet opgeslagen: geen verbinding");
        await using var daarna = await huis.Herstart(adres.Port);
        await daarna.App.StartAsync(Ct);
        await met.Locator(Doelen).PressSequentiallyAsync(" en na.");

        // It tries by itself, later each time.
        await Assertions.Expect(stand).ToContainTextAsync(Opgeslagen, new() { Timeout = 60_000 });
        await Assertions.Expect(stand).ToHaveAttributeAsync("data-stand", "opgeslagen");
        Assert.Equal("Voor, tijdens en na.", (await Plan(zaak)).GetProperty("doelen").GetString());
        // A page of before the restart is taken as it stands.
        await Portaal.Knop(zonder, "Opslaan en later verder");
        await zonder.WaitForURLAsync($"**/{zaak}");
        var plan = await Plan(zaak);
        Assert.Equal("Getypt voor de herstart.", plan.GetProperty("aanpak").GetString());
        Assert.Equal("Voor, tijdens en na.", plan.GetProperty("doelen").GetString());
        await met.Context.CloseAsync();
        await zonder.Context.CloseAsync();
        await daarna.App.StopAsync(Ct);
    }

    [Fact]
    public async Task A_slow_server_is_seen_and_what_is_typed_and_clicked_meanwhile_is_there_once()
    {
        const string Tijdvak = "2026-traag-mkb";
        await portaal.Tijdvak(Tijdvak);
        var zaak = await portaal.Concept(Tijdvak, Portaalhuis.Volledig);
        var blad = await Portaal.Aangemeld(portaal, browser, scripts: true);
        await blad.Ga($"/aanvragen/{zaak}/plan");
        try
        {
            Vertraag($"{zaak}/concept");
            var stand = blad.Locator(".slim-bewaarstand");
            await blad.Locator(Doelen).FillAsync("Langzaam");
            await Assertions.Expect(stand).ToHaveTextAsync(Bezig);
            await blad.Locator(Doelen).PressSequentiallyAsync(" maar zeker");
            // What was typed while it saved goes after it, and not beside it; until then nobody is told that all is saved.
            await Assertions.Expect(stand).ToHaveTextAsync("Nog niet opgeslagen", new() { Timeout = 30_000 });
            await Assertions.Expect(stand).ToHaveTextAsync(Bezig, new() { Timeout = 10_000 });
            await Assertions.Expect(stand).ToContainTextAsync(Opgeslagen, new() { Timeout = 30_000 });

            Vertraag($"{zaak}/indiening");
            await blad.Ga($"/aanvragen/{zaak}/indienen");
            await blad.Locator("#akkoord").CheckAsync();
            await blad.Locator("main form button").ClickAsync(new() { ClickCount = 3 });
            await blad.WaitForURLAsync("**/ontvangst", new() { Timeout = 60_000 });
        }
        finally
        {
            portaal.Onderweg = _ => Task.CompletedTask;
        }
        var ingediend = await portaal.Lees($"/v1/aanvragen/{zaak}");
        Assert.Equal("Langzaam maar zeker", ingediend.GetProperty("formulier").GetProperty("plan").GetProperty("doelen").GetString());
        await portaal.Stil();
        var stappen = (await portaal.Lees($"/v1/zaken/{zaak}")).GetProperty("stappen").EnumerateArray();
        Assert.Single(stappen, s => s.GetProperty("stap").GetString() == "aanvraag-ingediend");
        await blad.Context.CloseAsync();
    }

    /// <summary>Each change that goes to this address takes five seconds.</summary>
    private void Vertraag(string waar) =>
        portaal.Onderweg = verzoek =>
            verzoek.Method != HttpMethod.Get && verzoek.RequestUri!.OriginalString.EndsWith(waar, StringComparison.Ordinal)
                ? Task.Delay(TimeSpan.FromSeconds(5), Ct)
                : Task.CompletedTask;

    private async Task<IPage> Open(Uri adres, string zaak, bool scripts)
    {
        var blad = await browser.Open(adres, scripts: scripts);
        await Browser.MeldAan(blad, "Olivia Ondernemer");
        await blad.Ga($"/aanvragen/{zaak}/plan");
        return blad;
    }

    private async Task<JsonElement> Plan(string zaak)
    {
        using var antwoord = await huis.Roep("ondernemer", HttpMethod.Get, $"/v1/aanvragen/{zaak}/concept");
        return JsonSerializer.Deserialize<JsonElement>(await antwoord.Content.ReadAsStringAsync(Ct)).GetProperty("plan");
    }
}
