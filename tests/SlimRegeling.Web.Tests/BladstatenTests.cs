using System.Text.Json;
using Microsoft.Playwright;
using SlimRegeling.Omgeving;

namespace SlimRegeling.Web.Tests;

/// <summary>Pages as one seldom sees them: refused, given back, waiting for the scanner, away. Each light and dark, wide and on 320 pixels.</summary>
public sealed partial class BladstatenTests(Scanhuis huis, Browser browser) : IClassFixture<Scanhuis>
{
    private const string Beheerder = "Bert Beheerder";

    private readonly Portaalhuis _portaal = huis.Portaal;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Documents_that_wait_for_the_scanner_and_one_that_it_refused()
    {
        var zaak = await _portaal.Concept(await _portaal.Tijdvak("2026-scan-mkb"), Portaalhuis.Volledig);
        var blad = await Portaal.Aangemeld(_portaal, browser, scripts: true);
        await Stuur(blad, zaak, "bewijs-bankrekening", "rekening.pdf", Proefpdf.Van("rekening"));
        await Stuur(blad, zaak, "bijlage", "bijlage.pdf", Proefpdf.Van(ClamavServer.Virus));
        Assert.Equal(2, await blad.Locator(".slim-stukkenlijst .slim-stand--bezig").CountAsync());
        Assert.Equal(0, await blad.Locator(".slim-stukkenlijst a").CountAsync());
        await Portaal.IsBruikbaar(blad, "documenten-in-onderzoek");
        await Bekijk(blad, $"/aanvragen/{zaak}/indienen", "indienen-in-onderzoek");

        await huis.Clamav.Hervat(Ct);
        for (var i = 0; i < 300 && await InOnderzoek(zaak) > 0; i++)
        {
            await Task.Delay(100, Ct);
        }
        await blad.Ga($"/aanvragen/{zaak}/documenten");
        Assert.Equal(1, await blad.Locator(".slim-stukkenlijst .slim-stand--fout").CountAsync());
        Assert.Equal(1, await blad.Locator(".slim-stukkenlijst a").CountAsync());
        await Portaal.IsBruikbaar(blad, "documenten-geweigerd");
        await Bekijk(blad, $"/aanvragen/{zaak}", "taken-stuk-geweigerd");
        await Bekijk(blad, $"/aanvragen/{zaak}/indienen", "indienen-stuk-geweigerd");
        await blad.Context.CloseAsync();
    }

    [Fact]
    public async Task Submitting_with_mistakes_after_a_change_and_refused()
    {
        var tijdvak = await _portaal.Tijdvak("2026-staat-mkb");
        var leeg = await _portaal.Concept(tijdvak);
        var zaak = await _portaal.Concept(tijdvak, Portaalhuis.Volledig);
        var blad = await Portaal.Aangemeld(_portaal, browser, scripts: true);
        await blad.Ga($"/aanvragen/{leeg}/indienen");
        Assert.True(await blad.Locator("#fouten li").CountAsync() > 1);
        await Portaal.IsBruikbaar(blad, "indienen-fouten");

        await blad.Ga($"/aanvragen/{zaak}/indienen");
        await Schrijf(zaak, Portaalhuis.Volledig.Replace("\"uren\":80", "\"uren\":90", StringComparison.Ordinal));
        await Onderteken(blad, "gewijzigd sinds u deze pagina opende");
        await Portaal.IsBruikbaar(blad, "indienen-gewijzigd");

        await Ingediend(tijdvak);
        await blad.Ga($"/aanvragen/{zaak}/indienen");
        await Onderteken(blad, "al een aanvraag ingediend");
        await Portaal.IsBruikbaar(blad, "indienen-geweigerd");
        await blad.Context.CloseAsync();
    }

    [Fact]
    public async Task Reporting_and_withdrawing_with_a_mistake_and_given_back()
    {
        var zaak = await Ingediend(await _portaal.Tijdvak("2026-terug-mkb"));
        var blad = await Portaal.Aangemeld(_portaal, browser, scripts: true);
        await blad.Ga($"/aanvragen/{zaak}/melden");
        await Portaal.Knop(blad, "Verstuur de melding");
        await blad.Locator("#tekst-fout").WaitForAsync();
        await Portaal.IsBruikbaar(blad, "melden-fout");
        await Terug(blad, "#tekst", "Verstuur de melding");
        await Portaal.IsBruikbaar(blad, "melden-terug");
        await blad.Ga($"/aanvragen/{zaak}/intrekken");
        await Terug(blad, "#reden", "Ja, trek mijn aanvraag in");
        await Portaal.IsBruikbaar(blad, "intrekken-terug");

        // A decision was taken: that it cannot be withdrawn any more, is told on the page that stood open.
        var besloten = await BewijsTests.InSteekproef(_portaal, "2026-besloten-mkb");
        await blad.Ga($"/aanvragen/{besloten}/intrekken");
        await Portaal.Knop(blad, "Ja, trek mijn aanvraag in");
        await blad.GetByRole(AriaRole.Heading, new() { Name = "Dit kan nu niet" }).WaitForAsync();
        await Portaal.IsBruikbaar(blad, "intrekken-geweigerd");
        await blad.Context.CloseAsync();
    }

    [Fact]
    public async Task What_is_not_allowed_not_understood_not_there_now_and_not_kept()
    {
        var zaak = await Ingediend(await _portaal.Tijdvak("2026-fout-mkb"));
        var melden = $"/aanvragen/{zaak}/melden";
        var collega = await Portaal.Aangemeld(_portaal, browser, scripts: true, wie: Portaalhuis.Beoordelaar);
        Assert.Equal(403, (await collega.Ga(melden))!.Status);
        await IsFout(collega, "U hebt hier geen toegang", "fout-403");
        await collega.Context.CloseAsync();

        var blad = await Portaal.Aangemeld(_portaal, browser, scripts: true);
        await blad.Ga(melden);
        await blad.EvaluateAsync("() => document.querySelector('main [name=__RequestVerificationToken]').remove()");
        await Portaal.Knop(blad, "Verstuur de melding");
        await IsFout(blad, "Dit kan niet", "fout-400");
        await blad.Ga(melden);
        _portaal.Onderweg = _ => Stilhuis.Weg();
        try
        {
            // More than is kept for who cannot send it now.
            await blad.EvaluateAsync("() => { document.querySelector('#tekst').value = 'x'.repeat(600000); }");
            await Portaal.Knop(blad, "Verstuur de melding");
            await IsFout(blad, "Wat u typte is niet opgeslagen", "fout-niet-opgeslagen");
            Assert.Equal(503, (await blad.Ga(melden))!.Status);
            await IsFout(blad, "Dit werkt nu even niet", "fout-503");
        }
        finally
        {
            _portaal.Onderweg = _ => Task.CompletedTask;
        }
        await blad.Context.CloseAsync();
    }

    [Fact]
    public async Task Ending_a_machtiging_a_search_that_finds_nothing_and_the_emails_of_a_case()
    {
        await _portaal.Gelukt(
            "ondernemer",
            HttpMethod.Post,
            "/v1/machtigingen",
            new
            {
                gemachtigde = "33333333",
                naam = "Adviesbureau Zevenhuizen-Moerkapelle",
                uwNaam = "De Troffel",
                omvang = (string[])["aanvragen"],
            }
        );
        var blad = await Portaal.Aangemeld(_portaal, browser, scripts: true);
        await Bekijk(blad, "/machtigingen/69599084-33333333/beeindigen", "machtiging-beeindigen");
        await blad.Context.CloseAsync();

        var zaak = await Ingediend(await _portaal.Tijdvak("2026-email-mkb"));
        var collega = await Portaal.Aangemeld(_portaal, browser, scripts: true, wie: Beheerder);
        await collega.Ga("/zaken?zoek=hallo");
        await collega.Locator("#zoekfout").WaitForAsync();
        await Portaal.IsBruikbaar(collega, "zaken-zoekfout");
        await Bekijk(collega, "/zaken?zoek=99999999", "zaken-niet-gevonden");
        var knop = collega.Locator("section[aria-labelledby=emails] button");
        for (var i = 0; i < 100 && await knop.CountAsync() == 0; i++)
        {
            await Task.Delay(200, Ct);
            await collega.Ga($"/zaken/{zaak}");
        }
        Assert.Equal(1, await knop.CountAsync());
        await Portaal.IsBruikbaar(collega, "zaak-emails");
        await collega.Context.CloseAsync();
    }

    private static async Task Bekijk(IPage blad, string pad, string naam)
    {
        Assert.Equal(200, (await blad.Ga(pad))!.Status);
        await Portaal.IsBruikbaar(blad, naam);
    }

    private static async Task IsFout(IPage blad, string kop, string naam)
    {
        await blad.GetByRole(AriaRole.Heading, new() { Level = 1, Name = kop }).WaitForAsync();
        await Portaal.IsBruikbaar(blad, naam);
    }

    private static async Task Onderteken(IPage blad, string uitleg)
    {
        await blad.Locator("#akkoord").CheckAsync();
        await Portaal.Knop(blad, "Onderteken en dien in");
        await Assertions.Expect(blad.Locator("#fouten")).ToContainTextAsync(uitleg);
    }

    /// <summary>The session ends while one types here, and what was typed comes back.</summary>
    private static async Task Terug(IPage blad, string veld, string knop)
    {
        var pad = new Uri(blad.Url).AbsolutePath;
        await blad.Locator(veld).FillAsync("Onze plannen zijn anders.");
        await blad.Context.ClearCookiesAsync(new() { Name = "slimregeling" });
        await Portaal.Knop(blad, knop);
        await blad.GetByRole(AriaRole.Button, new() { Name = Portaalhuis.Ondernemer }).ClickAsync();
        await blad.WaitForURLAsync($"**{pad}");
        Assert.Equal("Onze plannen zijn anders.", await blad.Locator(veld).InputValueAsync());
    }

    private static async Task Stuur(IPage blad, string zaak, string soort, string naam, byte[] inhoud)
    {
        await blad.Ga($"/aanvragen/{zaak}/documenten");
        await blad.Locator($"#bestand-{soort}")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = naam,
                    MimeType = "application/pdf",
                    Buffer = inhoud,
                }
            );
        await blad.Locator($"form:has(#bestand-{soort}) button").ClickAsync();
        await Assertions.Expect(blad.Locator("[role=status]")).ToContainTextAsync(naam);
    }

    private async Task<int> InOnderzoek(string zaak) =>
        (await _portaal.Lees($"/v1/documenten?zaaknummer={zaak}"))
            .EnumerateArray()
            .Count(d => d.GetProperty("stand").GetString() is not ("beschikbaar" or "geweigerd"));

    private async Task<string> Ingediend(string tijdvak)
    {
        var zaak = await _portaal.Concept(tijdvak, Portaalhuis.Ondertekend);
        await _portaal.Gelukt("ondernemer", HttpMethod.Post, $"/v1/aanvragen/{zaak}/indiening", new { });
        await _portaal.Stil();
        return zaak;
    }

    private Task<JsonElement> Schrijf(string zaak, string formulier) =>
        _portaal.Gelukt("ondernemer", HttpMethod.Put, $"/v1/aanvragen/{zaak}/concept", JsonSerializer.Deserialize<JsonElement>(formulier));
}
