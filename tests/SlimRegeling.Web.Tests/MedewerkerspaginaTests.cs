using System.Net;
using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Playwright;
using SlimRegeling.Relaties.Medewerkers;

namespace SlimRegeling.Web.Tests;

/// <summary>The pages on which beheerders keep roles and machtigingen, and what an employee then finds.</summary>
public sealed class MedewerkerspaginaTests(Paginahuis huis, Browser browser)
{
    private const string Buurvrouw = "22222222";
    private static readonly string Bladvan = $"/beheer/medewerkers/{Medewerker.Stroom(Paginahuis.Vertrekker)}";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task From_sign_in_to_a_role_taken_away_another_one_granted_by_two_and_the_end_of_all_access()
    {
        using var vertrekker = new Bezoeker(huis.Adres);
        using var aangemeld = await vertrekker.MeldAan(Paginahuis.Vertrekker, "/zaken");
        Assert.Equal(HttpStatusCode.OK, aangemeld.StatusCode);

        var blad = await browser.Open(huis.Adres, scripts: true);
        await Browser.MeldAan(blad, "Bert Beheerder");
        await blad.Ga("/beheer/medewerkers");
        await Portaal.IsBruikbaar(blad, "medewerkers");
        await blad.GetByLabel("Naam of kenmerk").FillAsync(Paginahuis.Vertrekker);
        await blad.GetByRole(AriaRole.Button, new() { Name = "Zoek" }).ClickAsync();
        await blad.GetByRole(AriaRole.Link, new() { Name = Paginahuis.Vertrekker }).ClickAsync();
        await blad.WaitForURLAsync($"**{Bladvan}");
        await Portaal.IsBruikbaar(blad, "medewerker");

        await blad.GetByText("Rol intrekken").ClickAsync();
        await blad.GetByRole(AriaRole.Button, new() { Name = "Trek de rol in" }).ClickAsync();
        Assert.Contains("Schrijf op waarom.", await blad.Locator("#fouten").InnerTextAsync(), StringComparison.Ordinal);
        await Portaal.IsBruikbaar(blad, "medewerker-fout");
        await blad.Locator("#intrekken-rol").SelectOptionAsync("medeondertekenaar");
        await blad.Locator("#intrekken-reden").FillAsync("Andere afdeling.");
        await blad.GetByRole(AriaRole.Button, new() { Name = "Trek de rol in" }).ClickAsync();
        await blad.GetByText("De rol is ingetrokken.").WaitForAsync();

        // And one that the provider did not give yet.
        await blad.GetByText("Rol intrekken").ClickAsync();
        Assert.Contains(
            "Regelbeheerder (heeft deze medewerker nu niet)",
            await blad.Locator("#intrekken-rol").TextContentAsync(),
            StringComparison.Ordinal
        );
        await blad.Locator("#intrekken-rol").SelectOptionAsync("regelbeheerder");
        await blad.Locator("#intrekken-reden").FillAsync("Ook later niet.");
        await blad.GetByRole(AriaRole.Button, new() { Name = "Trek de rol in" }).ClickAsync();
        await blad.GetByText("ingetrokken, ook als de aanmelddienst de rol later geeft", new() { Exact = true }).WaitForAsync();

        await blad.GetByText("Rol toekennen", new() { Exact = true }).ClickAsync();
        await blad.Locator("#toekennen-rol").SelectOptionAsync("onderzoeker");
        await blad.Locator("#toekennen-reden").FillAsync("Maakt de cijfers.");
        await blad.GetByRole(AriaRole.Button, new() { Name = "Stel voor om de rol toe te kennen" }).ClickAsync();
        await blad.GetByText("Een andere beheerder bevestigt het.").WaitForAsync();
        Assert.Equal(0, await blad.GetByRole(AriaRole.Button, new() { Name = "Bevestig voorstel 1" }).CountAsync());

        var tweede = await browser.Open(huis.Adres, scripts: true);
        await Browser.MeldAan(tweede, "Bo Beheerder");
        await tweede.Ga(Bladvan);
        await Portaal.IsBruikbaar(tweede, "medewerker-voorstel");
        await tweede.GetByRole(AriaRole.Button, new() { Name = "Bevestig voorstel 1" }).ClickAsync();
        await tweede.GetByText("Het voorstel is bevestigd.").WaitForAsync();
        await tweede.GetByText("Alle toegang beëindigen").ClickAsync();
        await tweede.Locator("#blokkeren-reden").FillAsync("Uit dienst.");
        await tweede.GetByRole(AriaRole.Button, new() { Name = "Blokkeer" }).ClickAsync();
        await tweede.GetByText("Deze persoon is geblokkeerd.").WaitForAsync();
        await Portaal.IsBruikbaar(tweede, "medewerker-geblokkeerd");
        await tweede.Context.CloseAsync();
        await blad.Context.CloseAsync();

        var tekst = "";
        for (var i = 0; i < 50 && !tekst.Contains("Uw toegang is beëindigd", StringComparison.Ordinal); i++)
        {
            await Task.Delay(100, Ct);
            using var geweigerd = await vertrekker.Haal("/zaken");
            tekst = WebUtility.HtmlDecode(await geweigerd.Content.ReadAsStringAsync(Ct));
        }
        Assert.Contains("vraag dan uw leidinggevende", tekst, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"/zaken\"", tekst, StringComparison.Ordinal);
        using var begin = await vertrekker.Haal("/begin");
        Assert.Equal(HttpStatusCode.Forbidden, begin.StatusCode);
        // Signing in again goes well, and changes nothing.
        using var opnieuw = new Bezoeker(huis.Adres);
        using var nogEens = await opnieuw.MeldAan(Paginahuis.Vertrekker, "/zaken");
        Assert.Equal(HttpStatusCode.Forbidden, nogEens.StatusCode);
    }

    [Fact]
    public async Task Signing_in_is_noted_and_who_represents_an_enterprise_is_no_employee()
    {
        foreach (var wie in (string[])["medeondertekenaar-2", "ondernemer"])
        {
            using var bezoeker = new Bezoeker(huis.Adres);
            using var aangemeld = await bezoeker.MeldAan(wie);
        }

        Assert.Equal(1, await Gevonden("medeondertekenaar-2"));
        Assert.Equal(0, await Gevonden("ondernemer"));
    }

    [Fact]
    public async Task Signing_in_goes_on_when_it_cannot_be_noted()
    {
        foreach (
            var antwoord in (Func<HttpResponseMessage>[])
                [
                    () => new(HttpStatusCode.InternalServerError),
                    () => throw new HttpRequestException("away"),
                    () => throw new TaskCanceledException(),
                ]
        )
        {
            await new Aanmeldmelder(new Fabriek(antwoord), NullLogger<Aanmeldmelder>.Instance).Aangemeld("token", Ct);
        }
    }

    [Fact]
    public async Task The_privacy_officer_sees_who_has_access_and_has_nothing_to_press()
    {
        using var functionaris = new Bezoeker(huis.Adres);
        using var lijst = await functionaris.MeldAan("functionaris-gegevensbescherming", "/beheer/medewerkers");
        Assert.Equal(HttpStatusCode.OK, lijst.StatusCode);
        using var blad = await functionaris.Haal($"/beheer/medewerkers/{Medewerker.Stroom("onderzoeker")}");
        Assert.Equal(HttpStatusCode.OK, blad.StatusCode);
        var formulieren = Bezoeker.Formulieren(await blad.Content.ReadAsStringAsync(Ct), "");
        Assert.Equal("/afmelden", Assert.Single(formulieren).Naar);
    }

    [Fact]
    public async Task A_beheerder_looks_up_machtigingen_and_ends_one_and_the_enterprise_reads_why()
    {
        await Geef("44444444", "Adviesbureau Weg");
        await Geef("55555555", "Adviesbureau Zelf");
        await Voorbeeldbeller.Gelukt(
            huis.Adres,
            "buurvrouw",
            HttpMethod.Post,
            $"/v1/machtigingen/{Buurvrouw}-55555555/beeindiging",
            new { }
        );
        var blad = await browser.Open(huis.Adres, scripts: true);
        await Browser.MeldAan(blad, "Bert Beheerder");
        await blad.Ga("/beheer/machtigingen?kvk=123");
        await Portaal.IsBruikbaar(blad, "beheer-machtigingen-fout");
        await blad.GetByLabel("KVK-nummer").FillAsync(Buurvrouw);
        await blad.GetByRole(AriaRole.Button, new() { Name = "Zoek" }).ClickAsync();
        var kaart = blad.Locator(".slim-kaart").Filter(new() { HasText = "Adviesbureau Weg" });
        await kaart.GetByText("Beëindig deze machtiging").ClickAsync();
        await Portaal.IsBruikbaar(blad, "beheer-machtigingen");
        await kaart.GetByRole(AriaRole.Button, new() { Name = "Ja, beëindig de machtiging" }).ClickAsync();
        Assert.Contains("Schrijf op waarom", await blad.Locator("#fouten").InnerTextAsync(), StringComparison.Ordinal);
        await kaart.GetByLabel("Waarom beëindigt u haar?").FillAsync("Aangifte gedaan.");
        await kaart.GetByRole(AriaRole.Button, new() { Name = "Ja, beëindig de machtiging" }).ClickAsync();
        await blad.GetByText("De machtiging is beëindigd.").WaitForAsync();
        await blad.Context.CloseAsync();

        using var buurvrouw = new Bezoeker(huis.Adres);
        using var eigen = await buurvrouw.MeldAan("buurvrouw", "/machtigingen");
        var tekst = WebUtility.HtmlDecode(await eigen.Content.ReadAsStringAsync(Ct));
        // And of what she ended herself nobody says so.
        Assert.Equal(2, tekst.Split("door de uitvoerder beëindigd").Length);
        Assert.Contains("Er zijn ernstige bezwaren tegen de gemachtigde (artikel 2:2 Awb).", tekst, StringComparison.Ordinal);
        Assert.DoesNotContain("Aangifte", tekst, StringComparison.Ordinal);
    }

    private Task<JsonElement> Geef(string gemachtigde, string naam) =>
        Voorbeeldbeller.Gelukt(
            huis.Adres,
            "buurvrouw",
            HttpMethod.Post,
            "/v1/machtigingen",
            new
            {
                gemachtigde,
                naam,
                uwNaam = "Slagerij",
                omvang = (string[])["aanvragen"],
            }
        );

    private async Task<int> Gevonden(string kenmerk)
    {
        var lijst = await Voorbeeldbeller.Gelukt(huis.Adres, "beheerder", HttpMethod.Get, $"/v1/medewerkers?zoek={kenmerk}");
        return lijst.GetProperty("medewerkers").EnumerateArray().Count(m => m.GetProperty("kenmerk").GetString() == kenmerk);
    }

    private sealed class Fabriek(Func<HttpResponseMessage> antwoord) : IHttpClientFactory
    {
        public HttpClient CreateClient(string name) => new(new Antwoorder(antwoord)) { BaseAddress = new Uri("http://127.0.0.1/v1/") };

        private sealed class Antwoorder(Func<HttpResponseMessage> antwoord) : HttpMessageHandler
        {
            protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
                Task.FromResult(antwoord());
        }
    }
}
