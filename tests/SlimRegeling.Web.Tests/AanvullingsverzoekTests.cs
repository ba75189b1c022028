using System.Text.Json;
using Microsoft.Playwright;

namespace SlimRegeling.Web.Tests;

/// <summary>Asking for what is missing or no good, the letter about it, and not to handle the application when it stays so (4:5 Awb).</summary>
public sealed class AanvullingsverzoekTests(Portaalhuis huis, Browser browser)
{
    [Fact]
    public async Task What_is_the_matter_with_a_document_is_written_by_the_assessor_and_read_by_the_applicant()
    {
        var zaak = await Werkzaak.Ingediend(huis, "2026-toelichting-mkb");
        var bas = await Portaal.Aangemeld(huis, browser, scripts: true, wie: Werkzaak.Beoordelaar);
        await bas.Ga($"/beheer/zaken/{zaak}/volledigheid");
        await bas.Locator("details:has([name='toelichting.begroting']) > summary").ClickAsync();
        await bas.Locator("[name='toelichting.begroting']").FillAsync("De uren tellen niet op.\n<b>Kijk nog eens</b>");
        await Portaal.Knop(bas, "Vraag wat ontbreekt");
        // Written where nothing is ticked: that is told, and it stays.
        await Assertions
            .Expect(bas.Locator("#fouten"))
            .ToContainTextAsync("U schreef hier iets, maar vraagt niet om dit document. Vink het aan, of haal de tekst weg.");
        await Portaal.IsBruikbaar(bas, "werkblad-toelichting-fout");
        await bas.Locator("input[name=ontbreekt][value=begroting]").CheckAsync();
        await Portaal.Knop(bas, "Vraag wat ontbreekt");
        await bas.WaitForURLAsync($"**/beheer/zaken/{zaak}");
        await bas.Ga($"/beheer/zaken/{zaak}/volledigheid");
        Assert.Contains("De uren tellen niet op.", await bas.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await bas.GetByRole(AriaRole.Button, new() { Name = "Vraag wat ontbreekt" }).CountAsync());
        await bas.Context.CloseAsync();
        await huis.Stil();

        var blad = await Portaal.Aangemeld(huis, browser, scripts: true);
        await blad.Ga($"/aanvragen/{zaak}/aanvullen");
        var wat = await blad.Locator("section[aria-labelledby=wat]").InnerTextAsync();
        Assert.Contains("De uren tellen niet op.", wat, StringComparison.Ordinal);
        Assert.Contains("<b>Kijk nog eens</b>", wat, StringComparison.Ordinal);
        await Portaal.IsBruikbaar(blad, "aanvullen-toelichting");
        await blad.Context.CloseAsync();
    }

    [Fact]
    public async Task Every_page_of_a_case_says_which_colleague_has_it_and_asks_nothing_of_the_applicant_past_them()
    {
        var zaak = await Werkzaak.Ingediend(huis, "2026-van-collega-mkb", wie: await huis.Onderneming());
        var bea = await Portaal.Aangemeld(huis, browser, wie: "Bea Beoordelaar");
        await bea.Ga($"/beheer/zaken/{zaak}/volledigheid");
        await Assertions.Expect(bea.Locator("#behandelaar")).ToHaveTextAsync("Behandelt de zaak: nog niemand.");
        await bea.Locator("input[name=ontbreekt][value=begroting]").CheckAsync();
        await huis.Gelukt("beoordelaar", HttpMethod.Post, $"/v1/aanvragen/{zaak}/toewijzing", new { });

        await Portaal.Knop(bea, "Vraag wat ontbreekt");

        Assert.True(await bea.Locator("input[name=ontbreekt][value=begroting]").IsCheckedAsync());
        foreach (var deel in (string[])["", "/volledigheid", "/beoordeling", "/besluit", "/buiten-behandeling", "/inzagen"])
        {
            await bea.Ga($"/beheer/zaken/{zaak}{deel}");
            await Assertions.Expect(bea.Locator("#behandelaar")).ToContainTextAsync("behandelt deze zaak. Overleg eerst");
        }
        await bea.Ga($"/beheer/zaken/{zaak}/volledigheid");
        Assert.Equal(0, await bea.Locator("main button[type=submit]").CountAsync());
        await Portaal.IsBruikbaar(bea, "werkblad-volledigheid-van-collega");
        Assert.Equal(
            "ingediend",
            (await huis.Gelukt("beoordelaar", HttpMethod.Get, $"/v1/aanvragen/{zaak}")).GetProperty("status").GetString()
        );
        await bea.Context.CloseAsync();
    }

    [Fact]
    public async Task The_letters_of_a_case_are_read_on_both_pages_of_it_with_what_went_wrong()
    {
        const string Wie = "brieflezer";
        const string Kvk = "91000062";
        huis.Registreer(Wie, "Brigit Brief", Kvk);
        await huis.Gelukt(
            Wie,
            HttpMethod.Post,
            $"/v1/ondernemingen/{Kvk}",
            new
            {
                naam = "Brigit Brief B.V.",
                straat = "Dorpsstraat 1",
                postcode = "3511 AB",
                plaats = "Utrecht",
                sbiCodes = (string[])["4321"],
                iban = "NL91ABNA0417164300",
                tenaamstelling = "Brigit",
            }
        );
        var tijdvak = await huis.Tijdvak("2026-brieflezer-mkb");
        var zaak = (await huis.Gelukt(Wie, HttpMethod.Post, "/v1/aanvragen", new { tijdvak })).GetProperty("zaaknummer").GetString()!;
        var formulier = JsonSerializer.Deserialize<JsonElement>(Portaalhuis.Ondertekend);
        await huis.Gelukt(Wie, HttpMethod.Put, $"/v1/aanvragen/{zaak}/concept", formulier);
        await huis.Gelukt(Wie, HttpMethod.Post, $"/v1/aanvragen/{zaak}/indiening", new { });
        await huis.Stil();
        var bas = await Portaal.Aangemeld(huis, browser, wie: Werkzaak.Beoordelaar);
        var brieven = bas.Locator("section[aria-labelledby=brieven]");
        await bas.Ga($"/beheer/zaken/{zaak}");
        await Assertions.Expect(brieven).ToContainTextAsync("Er is nog geen brief.");
        string[] ontbreekt = ["begroting"];
        await huis.Gelukt("beoordelaar", HttpMethod.Post, $"/v1/aanvragen/{zaak}/volledigheid", new { volledig = false, ontbreekt });
        await huis.Stil();

        foreach (var pad in (string[])[$"/beheer/zaken/{zaak}", $"/zaken/{zaak}"])
        {
            await bas.Ga(pad);
            foreach (var deel in (string[])["Verzoek om aan te vullen", "verzonden op", "PDF", $"E-mail aan KVK {Kvk}: Geen adres."])
            {
                await Assertions.Expect(brieven).ToContainTextAsync(deel);
            }
        }
        await Portaal.IsBruikbaar(bas, "zaak-brieven");
        await brieven.GetByRole(AriaRole.Link, new() { Name = "Verzoek om aan te vullen", Exact = true }).ClickAsync();
        await Assertions.Expect(bas.Locator("h1")).ToHaveTextAsync("Vul uw aanvraag aan");
        await bas.Context.CloseAsync();
    }

    [Fact]
    public async Task Not_to_handle_it_is_proposed_read_with_its_letter_and_signed_by_another()
    {
        var zaak = await Werkzaak.Aangevuld(huis, "2026-niet-behandelen-mkb");
        var bas = await Portaal.Aangemeld(huis, browser, scripts: true, wie: Werkzaak.Beoordelaar);
        await bas.Ga($"/beheer/zaken/{zaak}/buiten-behandeling");
        Assert.Contains("Er is nu geen voorstel", await bas.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await bas.Ga($"/beheer/zaken/{zaak}/volledigheid");
        await Portaal.IsBruikbaar(bas, "werkblad-volledigheid-aangevuld");
        await bas.Locator("input[name=ontbreekt][value=begroting]").CheckAsync();
        await Portaal.Knop(bas, "Stel voor om niet te behandelen");
        await bas.WaitForURLAsync("**/buiten-behandeling");
        await Assertions.Expect(bas.Locator("[role=status]")).ToContainTextAsync("Een ander ondertekent dat.");
        Assert.Contains(
            "Een medeondertekenaar ondertekent dit voorstel.",
            await bas.Locator("main").InnerTextAsync(),
            StringComparison.Ordinal
        );
        Assert.Equal(0, await bas.GetByRole(AriaRole.Button, new() { Name = "Onderteken: niet behandelen" }).CountAsync());
        await bas.Context.CloseAsync();

        var mila = await Portaal.Aangemeld(huis, browser, scripts: true, wie: Werkzaak.Medeondertekenaar);
        await mila.Ga("/beheer/ondertekenen");
        await Portaal.IsBruikbaar(mila, "ondertekenen-niet-behandelen");
        await mila.Locator($"#niet-behandelen a[href='/beheer/zaken/{zaak}/buiten-behandeling']").ClickAsync();
        await mila.WaitForURLAsync($"**/beheer/zaken/{zaak}/buiten-behandeling");
        var voorstel = await mila.Locator("main").InnerTextAsync();
        foreach (var deel in (string[])["De aanvraag is niet volledig", "Besluit: wij behandelen uw aanvraag niet", $"Kenmerk {zaak}-N1"])
        {
            Assert.Contains(deel, voorstel, StringComparison.Ordinal);
        }
        await Portaal.IsBruikbaar(mila, "werkblad-niet-behandelen");
        await Portaal.Knop(mila, "Onderteken: niet behandelen");
        await Assertions
            .Expect(mila.Locator("[role=status]"))
            .ToContainTextAsync("U hebt ondertekend dat de aanvraag niet wordt behandeld.");
        await Portaal.IsBruikbaar(mila, "werkblad-niet-behandeld");
        Assert.Equal(
            "buiten-behandeling",
            (await huis.Gelukt("medeondertekenaar", HttpMethod.Get, $"/v1/aanvragen/{zaak}")).GetProperty("status").GetString()
        );
        await mila.Context.CloseAsync();
    }
}
