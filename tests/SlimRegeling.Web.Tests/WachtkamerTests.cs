using System.Net;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Playwright;
using SlimRegeling.Web.Wachtkamer;

namespace SlimRegeling.Web.Tests;

/// <summary>The waiting room in a browser without script, while both places of the house are taken.</summary>
[Collection(nameof(Daghuis))]
public sealed class WachtkamerTests(Daghuis huis, Browser browser)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_comes_while_it_is_full_waits_and_goes_in_without_doing_anything()
    {
        var blad = await browser.Open(huis.Adres);
        IResponse? antwoord;
        using (Vol())
        {
            antwoord = await blad.Ga("/");
            Assert.Equal(503, antwoord!.Status);
            Assert.Equal("U staat in de rij", await Kop(blad));
            Assert.Matches(@"Wachtenden vóór u\s+\d+", await blad.Locator("main").InnerTextAsync());
            Assert.DoesNotContain("kenmerk", await blad.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        }
        await Assertions
            .Expect(blad.GetByRole(AriaRole.Heading, new() { Level = 1 }))
            .ToContainTextAsync("Subsidie voor leren", new() { Timeout = 90_000 });
        await blad.Context.CloseAsync();
    }

    [Fact]
    public async Task The_page_of_the_row_can_be_used_by_everyone()
    {
        var blad = await browser.Open(huis.Adres, scripts: true);
        // It must stand still to be looked at.
        await blad.RouteAsync(
            "**/*",
            async weg =>
            {
                var antwoord = await weg.FetchAsync();
                await weg.FulfillAsync(new() { Response = antwoord, Headers = antwoord.Headers.Where(h => h.Key != "refresh") });
            }
        );
        using (Vol())
        {
            await blad.Ga("/");
            await Browser.IsBruikbaar(blad, "/wachtkamer");
        }
        await blad.Context.CloseAsync();
    }

    [Fact]
    public async Task What_is_sent_the_api_signing_in_and_our_own_people_never_wait()
    {
        var collega = await browser.Open(huis.Adres);
        await Browser.MeldAan(collega, Daghuis.Regelbeheerder);
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = huis.Adres };
        using (Vol())
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, (await client.GetAsync("/", Ct)).StatusCode);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, (await client.GetAsync("/zaken", Ct)).StatusCode);
            Assert.Equal(200, (await collega.Ga("/zaken"))!.Status);
            Assert.Equal(200, (await collega.Ga($"/beheer/tijdvakken/{Daghuis.Tijdvak}?ververs=nee"))!.Status);
            Assert.Matches("[1-9][0-9]* wachten", await collega.Locator("main").InnerTextAsync());
            await huis.Gelukt("ondernemer", HttpMethod.Post, "/v1/aanvragen", new { tijdvak = Daghuis.Tijdvak });
            Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/v1/tijdvakken", Ct)).StatusCode);
            Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/slim.css", Ct)).StatusCode);
            Assert.Equal(HttpStatusCode.Redirect, (await client.GetAsync("/aanmelden?terug=/zaken", Ct)).StatusCode);
            using var verzonden = new FormUrlEncodedContent([]);
            Assert.Equal(HttpStatusCode.Redirect, (await client.PostAsync("/afmelden", verzonden, Ct)).StatusCode);
        }
        await collega.Context.CloseAsync();
    }

    [Fact]
    public async Task Who_was_here_before_and_signed_in_stands_behind_those_who_wait()
    {
        // Who waited in another test goes away first.
        var rij = huis.Diensten.GetRequiredService<Wachtrij>();
        for (var poging = 0; poging < 600 && rij.Stand.Wachtenden > 0; poging++)
        {
            await Task.Delay(100, Ct);
        }
        var vroeg = await browser.Open(huis.Adres);
        await Browser.MeldAan(vroeg, Daghuis.Ondernemer);
        Assert.DoesNotContain(await vroeg.Context.CookiesAsync(), c => c.Name == "slim-wachtkamer");
        var wachtend = await browser.Open(huis.Adres);
        using (Vol())
        {
            await wachtend.Ga("/");
            Assert.Equal(503, (await vroeg.Ga("/zaken"))!.Status);
            var erachter = await Ervoor(vroeg);
            // Asked again, so that nobody went away between the two numbers.
            await wachtend.Ga("/");
            Assert.True(await Ervoor(wachtend) < erachter);
        }
        await vroeg.Context.CloseAsync();
        await wachtend.Context.CloseAsync();
    }

    [Theory]
    [InlineData("")]
    [InlineData("AAAA")]
    [InlineData("geen kaartje!")]
    public async Task A_ticket_that_someone_made_is_no_ticket(string kaartje)
    {
        using var client = new HttpClient(new HttpClientHandler { UseCookies = false }) { BaseAddress = huis.Adres };
        using var vol = Vol();
        using var verzoek = new HttpRequestMessage(HttpMethod.Get, "/");
        verzoek.Headers.Add("Cookie", $"slim-wachtkamer={kaartje}");
        using var antwoord = await client.SendAsync(verzoek, Ct);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, antwoord.StatusCode);
        Assert.Equal("no-store", antwoord.Headers.CacheControl!.ToString());
        Assert.NotNull(antwoord.Headers.RetryAfter);
        var koekje = Assert.Single(antwoord.Headers.GetValues("Set-Cookie"));
        Assert.Contains("httponly", koekje, StringComparison.Ordinal);
        Assert.Contains("samesite=lax", koekje, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Changing_one_character_of_a_ticket_makes_it_worth_nothing()
    {
        var schrift = huis.Diensten.GetRequiredService<Kaartschrift>();
        var kaartje = Kaartje.Nieuw(DateTimeOffset.UtcNow) with { Soort = Kaartsoort.Binnen };
        var tekst = schrift.Schrijf(kaartje);
        Assert.Equal(kaartje, schrift.Lees(tekst));
        for (var i = 0; i < tekst.Length - 1; i++)
        {
            Assert.Null(schrift.Lees($"{tekst[..i]}{(tekst[i] == 'A' ? 'B' : 'A')}{tekst[(i + 1)..]}"));
        }
        // Another process with the same keys reads it.
        await using var bord = new ServiceCollection()
            .AddDataProtection()
            .SetApplicationName("slimregeling")
            .PersistKeysToFileSystem(huis.Sleutels)
            .Services.AddSingleton<Kaartschrift>()
            .BuildServiceProvider();
        Assert.Equal(kaartje, bord.GetRequiredService<Kaartschrift>().Lees(tekst));
    }

    private Bezetting Vol()
    {
        var rij = huis.Diensten.GetRequiredService<Wachtrij>();
        return new Bezetting(rij.Begin(), rij.Begin());
    }

    private static async Task<int> Ervoor(IPage blad) =>
        int.Parse(await blad.Locator("main dd").First.InnerTextAsync(), System.Globalization.CultureInfo.InvariantCulture);

    private static Task<string> Kop(IPage blad) => blad.GetByRole(AriaRole.Heading, new() { Level = 1 }).InnerTextAsync();

    private sealed record Bezetting(IDisposable Een, IDisposable Twee) : IDisposable
    {
        public void Dispose()
        {
            Een.Dispose();
            Twee.Dispose();
        }
    }
}
