using System.Text.Json;
using Microsoft.Playwright;

namespace SlimRegeling.Web.Tests;

/// <summary>The message box of the portal: what is new, in the menu, after signing in and in the list, and what one opened.</summary>
public sealed class BerichtenbladTests(Portaalhuis huis, Browser browser)
{
    private const int PerBladzijde = 25;

    [Fact]
    public async Task A_letter_is_new_until_one_opens_it_and_new_still_to_a_colleague()
    {
        const string KvkNummer = "91000071";
        huis.Registreer("berichten-een", "Lotte Lezer", KvkNummer);
        huis.Registreer("berichten-twee", "Lars Lezer", KvkNummer);
        var zaak = await MetBrief("berichten-een", KvkNummer, "2026-berichten-mkb");

        var blad = await Portaal.Aangemeld(huis, browser, scripts: true, wie: "Lotte Lezer");
        await blad.Ga("/aanvragen");
        await Portaal.IsBruikbaar(blad, "aanvragen-nieuw-bericht");
        await blad.GetByRole(AriaRole.Link, new() { Name = "U hebt 1 nieuw bericht" }).ClickAsync();
        await blad.WaitForURLAsync("**/berichten");
        Assert.Equal("Berichten (1 nieuw)", await Menu(blad).InnerTextAsync());
        Assert.Equal("Verzoek om aan te vullen", await blad.Locator("main li a strong").InnerTextAsync());
        Assert.Equal("Nieuw", await blad.Locator("main li .slim-stand").InnerTextAsync());
        Assert.Contains($"Zaak {zaak}, verzonden op", await blad.Locator("main li").InnerTextAsync(), StringComparison.Ordinal);
        await Portaal.IsBruikbaar(blad, "berichten-nieuw");
        await blad.Ga("/taal/en?terug=/berichten");
        await blad.Ga("/berichten");
        Assert.Equal("Messages (1 new)", await Menu(blad).InnerTextAsync());
        Assert.Equal("New", await blad.Locator("main li .slim-stand").InnerTextAsync());
        await blad.Ga("/taal/nl?terug=/berichten");
        await blad.Ga("/berichten");

        await blad.GetByRole(AriaRole.Link, new() { Name = "Verzoek om aan te vullen", Exact = true }).ClickAsync();
        await blad.Locator(".slim-brief").WaitForAsync();
        Assert.Equal("Berichten", await Menu(blad).InnerTextAsync());
        await blad.Ga("/berichten");
        Assert.Equal("Gelezen", await blad.Locator("main li .slim-stand").InnerTextAsync());
        Assert.Equal(0, await blad.Locator("main li strong").CountAsync());
        await Portaal.IsBruikbaar(blad, "berichten-gelezen");
        await blad.Ga("/aanvragen");
        Assert.DoesNotContain("nieuw bericht", await blad.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await blad.Context.CloseAsync();

        var collega = await Portaal.Aangemeld(huis, browser, scripts: true, wie: "Lars Lezer");
        await collega.Ga("/berichten");
        Assert.Equal("Nieuw", await collega.Locator("main li .slim-stand").InnerTextAsync());
        // As a PDF it is read too.
        var pdf = collega.GetByRole(AriaRole.Link, new() { Name = $"PDF (Verzoek om aan te vullen, {zaak})" });
        await collega.RunAndWaitForDownloadAsync(() => pdf.ClickAsync());
        await collega.ReloadAsync();
        Assert.Equal("Gelezen", await collega.Locator("main li .slim-stand").InnerTextAsync());
        await collega.Context.CloseAsync();

        var buurman = await Portaal.Aangemeld(huis, browser, wie: Portaalhuis.Buurman);
        await buurman.Ga("/berichten");
        Assert.Contains("U hebt nog geen bericht van ons.", await buurman.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await Portaal.IsBruikbaar(buurman, "berichten-leeg");
        await buurman.Context.CloseAsync();
        var beoordelaar = await Portaal.Aangemeld(huis, browser, wie: Portaalhuis.Beoordelaar);
        Assert.Equal(403, (await beoordelaar.Ga("/berichten"))!.Status);
        Assert.Equal(0, await Menu(beoordelaar).CountAsync());
        await beoordelaar.Context.CloseAsync();
    }

    [Fact]
    public async Task Who_has_more_letters_than_fit_on_a_page_goes_on()
    {
        const string KvkNummer = "91000072";
        huis.Registreer("berichten-veel", "Vera Brieven", KvkNummer);
        var zaak = await MetBrief("berichten-veel", KvkNummer, "2026-berichten-vol-mkb");
        // As many as years bring.
        await huis.Voer(
            $"""
            insert into dossiers.mt_doc_brief
            select (jsonb_populate_record(d, jsonb_build_object('id', d.id || '-' || n, 'data', d.data || jsonb_build_object('id', d.id || '-' || n)))).*
            from dossiers.mt_doc_brief d, generate_series(1, {PerBladzijde}) n where d.id = '{zaak}-aanvulling'
            """
        );
        var blad = await Portaal.Aangemeld(huis, browser, scripts: true, wie: "Vera Brieven");
        await blad.Ga("/berichten");
        Assert.Equal($"Berichten ({PerBladzijde + 1} nieuw)", await Menu(blad).InnerTextAsync());
        Assert.Equal(PerBladzijde, await blad.Locator("main li").CountAsync());
        await Portaal.IsBruikbaar(blad, "berichten-vol");
        await blad.GetByRole(AriaRole.Link, new() { Name = "Eerdere berichten" }).ClickAsync();
        await blad.WaitForURLAsync("**/berichten?na=*");
        Assert.Equal(1, await blad.Locator("main li").CountAsync());
        Assert.Equal(0, await blad.Locator("a[rel=next]").CountAsync());
        Assert.Equal(404, (await blad.Ga("/berichten?na=ergens"))!.Status);
        await blad.Context.CloseAsync();
    }

    private static ILocator Menu(IPage blad) => blad.Locator("header a[href='/berichten']");

    /// <summary>A case of which a completion was asked, by a letter that was sent.</summary>
    private async Task<string> MetBrief(string wie, string kvkNummer, string tijdvak)
    {
        await huis.Gelukt(
            wie,
            HttpMethod.Post,
            $"/v1/ondernemingen/{kvkNummer}",
            new
            {
                naam = "De Troffel B.V.",
                straat = "Dorpsstraat 12",
                postcode = "3511 AB",
                plaats = "Utrecht",
                sbiCodes = (string[])["4321"],
                iban = "NL13TEST0123456789",
                tenaamstelling = "De Troffel",
            }
        );
        await huis.Tijdvak(tijdvak);
        var zaak = (await huis.Gelukt(wie, HttpMethod.Post, "/v1/aanvragen", new { tijdvak })).GetProperty("zaaknummer").GetString()!;
        var formulier = JsonSerializer.Deserialize<JsonElement>(Portaalhuis.Ondertekend);
        await huis.Gelukt(wie, HttpMethod.Put, $"/v1/aanvragen/{zaak}/concept", formulier);
        await huis.Gelukt(wie, HttpMethod.Post, $"/v1/aanvragen/{zaak}/indiening", new { });
        await huis.Stil();
        string[] ontbreekt = ["bewijs-bankrekening"];
        await huis.Gelukt("beoordelaar", HttpMethod.Post, $"/v1/aanvragen/{zaak}/volledigheid", new { volledig = false, ontbreekt });
        await huis.Stil();
        return zaak;
    }
}
