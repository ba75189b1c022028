using System.Net.Http.Headers;
using Microsoft.Playwright;
using NodaTime.Text;

namespace SlimRegeling.Web.Tests;

/// <summary>The page on which one judges: every ground of the article, with what the applicant wrote and sent beside it.</summary>
public sealed class BeoordelingbladTests(Portaalhuis huis, Browser browser)
{
    private const string Argument = "#v-niet-haalbaar-argument";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task All_that_is_weighed_stands_in_one_list_and_looking_at_a_document_beside_it_loses_nothing_that_was_typed()
    {
        const string Tijdvak = "2026-stukkenernaast-mkb";
        var wie = await huis.Onderneming();
        var zaak = await Werkzaak.Ingediend(huis, Tijdvak, concept => Stuur(wie, concept, "uitleg.txt", "Zo leren wij."), wie);
        await huis.Gelukt("beoordelaar", HttpMethod.Post, $"/v1/aanvragen/{zaak}/volledigheid", new { volledig = true });
        await huis.Gelukt("beoordelaar", HttpMethod.Post, $"/v1/aanvragen/{zaak}/toewijzing", new { });
        await Werkzaak.Reserveer(huis, Tijdvak, zaak);
        var blad = await Portaal.Aangemeld(huis, browser, scripts: true, wie: Werkzaak.Beoordelaar);
        await blad.Ga($"/beheer/zaken/{zaak}/beoordeling");

        // Grounds a, g, h, i and k the rules test; the others a person judges.
        string[] getoetst = ["eisen-regeling", "al-verleend-in-tijdvak", "verklaring-ontbreekt", "plafond-overschreden", "lopend-project"];
        foreach (var code in getoetst)
        {
            var rij = blad.Locator($"#formulier #toets-{code}");
            await Assertions.Expect(rij).ToContainTextAsync("Dit toetsten de regels.");
            await Assertions.Expect(rij).ToContainTextAsync("Artikel 2.12");
        }
        foreach (var code in await Werkzaak.TeOordelen(huis, zaak))
        {
            Assert.Equal(
                (1, 0),
                (await blad.Locator($"#v-{code}-argument").CountAsync(), await blad.Locator($"#toets-{code}").CountAsync())
            );
        }

        var ernaast = blad.Locator("#ernaast");
        await ernaast.Locator("summary", new() { HasText = "Uw plan" }).ClickAsync();
        await Assertions.Expect(ernaast).ToContainTextAsync("Een adviseur licht ons bedrijf door.");
        await Assertions.Expect(ernaast).ToContainTextAsync("Bijlage, ");
        await blad.Locator("#v-niet-haalbaar-oordeel-0").CheckAsync();
        await blad.Locator(Argument).FillAsync("Half getypt.");
        await blad.GetByRole(AriaRole.Button, new() { Name = "Toon uitleg.txt" }).ClickAsync();
        await Assertions.Expect(blad.Locator("#voorvertoning pre")).ToHaveTextAsync("Zo leren wij.");
        await Assertions.Expect(blad.Locator("#voorvertoning")).ToBeFocusedAsync();
        Assert.Equal("Half getypt.", await blad.Locator(Argument).InputValueAsync());
        Assert.Equal(0, await Conceptversie(zaak));
        await Portaal.IsBruikbaar(blad, "werkblad-beoordeling-ernaast");

        await blad.Locator(".slim-knoppen button[value=bewaar]").ClickAsync();
        await Assertions.Expect(blad.Locator("[role=status]")).ToContainTextAsync("Bewaard om");
        await Assertions.Expect(blad.Locator("#voorvertoning pre")).ToHaveTextAsync("Zo leren wij.");
        Assert.Equal(1, await Conceptversie(zaak));
        await blad.Context.CloseAsync();

        // Who cannot write has links.
        var mila = await Portaal.Aangemeld(huis, browser, wie: Werkzaak.Medeondertekenaar);
        await mila.Ga($"/beheer/zaken/{zaak}/beoordeling");
        await mila.GetByRole(AriaRole.Link, new() { Name = "uitleg.txt", Exact = true }).ClickAsync();
        await mila.WaitForURLAsync("**/beoordeling?stuk=*");
        Assert.Equal("Zo leren wij.", await mila.Locator("#voorvertoning pre").InnerTextAsync());
        await mila.Context.CloseAsync();
    }

    [Fact]
    public async Task The_case_as_it_was_shows_what_was_asked_and_what_was_made_of_each_line_of_the_budget()
    {
        var zaak = await Werkzaak.Voorgelegd(huis, "2026-toen-mkb");
        var blad = await Portaal.Aangemeld(huis, browser, scripts: true, wie: Werkzaak.Beoordelaar);

        await blad.Ga($"/beheer/zaken/{zaak}?op={Uri.EscapeDataString(InstantPattern.ExtendedIso.Format(huis.Nu))}");

        var toen = blad.Locator("section[aria-labelledby=toen]");
        await Assertions.Expect(toen).ToContainTextAsync("De begroting, zoals toen beoordeeld");
        await Assertions.Expect(toen).ToContainTextAsync("80 uur van een adviseur");
        await toen.Locator("summary", new() { HasText = "Uw plan" }).ClickAsync();
        await Assertions.Expect(toen).ToContainTextAsync("Een adviseur licht ons bedrijf door.");
        await Portaal.IsBruikbaar(blad, "werkblad-toen");
        await blad.Context.CloseAsync();
    }

    private async Task<long> Conceptversie(string zaak) =>
        (await huis.Gelukt("beoordelaar", HttpMethod.Get, $"/v1/aanvragen/{zaak}/beoordeling"))
            .GetProperty("concept")
            .GetProperty("versie")
            .GetInt64();

    private async Task Stuur(string wie, string zaak, string naam, string inhoud)
    {
        using var client = await Voorbeeldbeller.Als(wie, huis.Adres);
        using var verzoek = new HttpRequestMessage(HttpMethod.Post, $"/v1/documenten?zaaknummer={zaak}&soort=bijlage");
        verzoek.Content = new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes(inhoud));
        verzoek.Content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        verzoek.Content.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileNameStar = naam };
        verzoek.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        using var antwoord = await client.SendAsync(verzoek, Ct);
        Assert.True(antwoord.IsSuccessStatusCode, await antwoord.Content.ReadAsStringAsync(Ct));
    }
}
