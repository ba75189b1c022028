using Microsoft.Playwright;
using SlimRegeling.Omgeving;

namespace SlimRegeling.Web.Tests;

/// <summary>What an applicant finds after submission: the receipt, the page of the case, completing and reporting.</summary>
public sealed class ZaakbladTests(Portaalhuis huis, Browser browser)
{
    private const string Ondertekend = "\"verklaringen\":{\"waarheid\":true,";

    private static string Formulier => Portaalhuis.Volledig.Replace("\"verklaringen\":{", Ondertekend, StringComparison.Ordinal);

    [Fact]
    public async Task The_receipt_names_the_documents_with_their_hashes_and_can_be_saved_as_a_pdf()
    {
        await huis.Tijdvak("2026-bewijs-mkb");
        var zaak = await huis.Concept("2026-bewijs-mkb", Formulier);
        var blad = await Portaal.Aangemeld(huis, browser, scripts: true);
        await Stuur(blad, zaak, "rekening.pdf");
        await huis.Gelukt("ondernemer", HttpMethod.Post, $"/v1/aanvragen/{zaak}/indiening", new { });
        await blad.Ga($"/aanvragen/{zaak}/ontvangst");

        var tekst = await blad.Locator("main").InnerTextAsync();
        var stuk = (await huis.Lees($"/v1/documenten?zaaknummer={zaak}"))[0].GetProperty("hash").GetString()!;
        var inhoud = (await huis.Lees($"/v1/aanvragen/{zaak}")).GetProperty("inhoudhash").GetString()!;
        foreach (var deel in (string[])["rekening.pdf", stuk, inhoud, "bepaalt een loting de volgorde"])
        {
            Assert.Contains(deel, tekst, StringComparison.Ordinal);
        }
        var adres = new Uri(huis.Adres, await blad.GetByRole(AriaRole.Link, new() { Name = "(PDF)" }).GetAttributeAsync("href")).ToString();
        var pdf = await blad.Context.APIRequest.GetAsync(adres);
        IsAfgeschermd(pdf);
        Assert.Equal("%PDF-"u8.ToArray(), (await pdf.BodyAsync())[..5]);
        await Portaal.IsBruikbaar(blad, "ontvangst-stukken");
        await blad.Context.CloseAsync();
        var buurman = await Portaal.Aangemeld(huis, browser, wie: Portaalhuis.Buurman);
        Assert.Equal(404, (await buurman.Context.APIRequest.GetAsync(adres)).Status);
        await buurman.Context.CloseAsync();
    }

    [Fact]
    public async Task By_arrival_the_receipt_and_the_case_say_so_and_who_signs_in_comes_to_their_applications()
    {
        await huis.Tijdvak("2026-aankomst-mkb", volgorde: "binnenkomst");
        var zaak = await Ingediend("2026-aankomst-mkb");
        var blad = await browser.Open(huis.Adres);
        await blad.Ga("/");
        await blad.GetByRole(AriaRole.Link, new() { Name = "Aanmelden" }).ClickAsync();
        await blad.GetByRole(AriaRole.Button, new() { Name = Portaalhuis.Ondernemer }).ClickAsync();
        await blad.WaitForURLAsync("**/aanvragen");
        await blad.Ga($"/aanvragen/{zaak}/ontvangst");
        Assert.Contains(
            "het moment waarop wij uw aanvraag ontvingen",
            await blad.Locator("main").InnerTextAsync(),
            StringComparison.Ordinal
        );
        await huis.Gelukt("beoordelaar", HttpMethod.Post, $"/v1/aanvragen/{zaak}/volledigheid", new { volledig = true });
        await huis.Stil();
        await blad.Ga($"/zaken/{zaak}");
        var email = await blad.Locator("section[aria-labelledby=emails]").InnerTextAsync();
        Assert.Contains("Wij hebben de aanvraag ontvangen", email, StringComparison.Ordinal);
        Assert.Equal(0, await blad.GetByRole(AriaRole.Button, new() { Name = "Stuur opnieuw" }).CountAsync());
        Assert.DoesNotContain("loting", await blad.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await blad.Context.CloseAsync();
    }

    [Fact]
    public async Task A_request_to_complete_is_answered_with_what_was_asked_and_nothing_else()
    {
        await huis.Tijdvak("2026-aanvul-mkb");
        var zaak = await Ingediend("2026-aanvul-mkb");
        string[] ontbreekt = ["activiteitenplan", "bewijs-bankrekening"];
        await huis.Gelukt("beoordelaar", HttpMethod.Post, $"/v1/aanvragen/{zaak}/volledigheid", new { volledig = false, ontbreekt });
        await huis.Stil();
        var blad = await Portaal.Aangemeld(huis, browser, scripts: true);
        await blad.Ga($"/zaken/{zaak}");
        await Portaal.IsBruikbaar(blad, "zaak-aanvullen");
        await blad.GetByRole(AriaRole.Link, new() { Name = "Vul uw aanvraag aan" }).ClickAsync();
        await blad.Locator("#formulier").WaitForAsync();
        await Portaal.IsBruikbaar(blad, "aanvullen");
        // What was not asked cannot be changed here.
        Assert.Equal(0, await blad.Locator("#v-onderneming-jaaromzet").CountAsync());
        Assert.Equal("Een opleidingsplan.", await blad.Locator("#v-plan-resultaten").InputValueAsync());

        await blad.Locator("#v-plan-resultaten").FillAsync("");
        await blad.Locator("#v-plan-aanpak").FillAsync("Twee adviseurs lichten ons bedrijf door.");
        await Portaal.Knop(blad, "Stuur mijn aanvulling");
        Assert.Contains("niet elk bestand", await blad.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal("Twee adviseurs lichten ons bedrijf door.", await blad.Locator("#v-plan-aanpak").InputValueAsync());
        // The file goes with the same form: what was written stays, also when it is refused.
        await Kies(blad, "programma.pdf", [.. "MZ"u8, .. new byte[200]]);
        await blad.Locator("button[value='bestand:bewijs-bankrekening']").ClickAsync();
        await blad.Locator("#fouten a").First.ClickAsync();
        await Assertions.Expect(blad.Locator("#bestand-bewijs-bankrekening")).ToBeFocusedAsync();
        await Portaal.IsBruikbaar(blad, "aanvullen-bestand-fout");
        Assert.Equal("Twee adviseurs lichten ons bedrijf door.", await blad.Locator("#v-plan-aanpak").InputValueAsync());
        await Kies(blad, "rekening.pdf", Proefpdf.Van("rekening.pdf"));
        await blad.Locator("button[value='bestand:bewijs-bankrekening']").ClickAsync();
        await blad.GetByText("rekening.pdf is ontvangen.").WaitForAsync();
        Assert.Equal("Twee adviseurs lichten ons bedrijf door.", await blad.Locator("#v-plan-aanpak").InputValueAsync());
        Assert.Equal("", await blad.Locator("#v-plan-resultaten").InputValueAsync());
        await blad.Locator("#v-plan-resultaten").FillAsync("");
        await Portaal.Knop(blad, "Stuur mijn aanvulling");
        await blad.Locator("#fouten a").First.ClickAsync();
        await Assertions.Expect(blad.Locator("#v-plan-resultaten")).ToBeFocusedAsync();
        await Portaal.IsBruikbaar(blad, "aanvullen-fout");
        await blad.Locator("#v-plan-resultaten").FillAsync("Een beter opleidingsplan.");
        await Portaal.Knop(blad, "Stuur mijn aanvulling");
        await blad.WaitForURLAsync($"**/zaken/{zaak}");
        Assert.Contains(
            "Wij hebben uw aanvulling ontvangen",
            await blad.Locator("[role=status]").InnerTextAsync(),
            StringComparison.Ordinal
        );
        var aanvraag = await huis.Lees($"/v1/aanvragen/{zaak}");
        Assert.Equal("aangevuld", aanvraag.GetProperty("status").GetString());
        var plan = aanvraag.GetProperty("formulier").GetProperty("plan");
        Assert.Equal("Een beter opleidingsplan.", plan.GetProperty("resultaten").GetString());
        Assert.Equal("Twee adviseurs lichten ons bedrijf door.", plan.GetProperty("aanpak").GetString());
        var stuk = Assert.Single((await huis.Lees($"/v1/documenten?zaaknummer={zaak}")).EnumerateArray());
        Assert.Equal("rekening.pdf", stuk.GetProperty("naam").GetString());
        await huis.Stil();
        await blad.Ga($"/aanvragen/{zaak}/aanvullen");
        Assert.Contains("U hoeft niets te doen", await blad.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await blad.Context.CloseAsync();
    }

    [Fact]
    public async Task A_change_that_is_reported_is_read_by_an_employee()
    {
        await huis.Tijdvak("2026-melding-mkb");
        var zaak = await Ingediend("2026-melding-mkb");
        await huis.Stil();
        var blad = await Portaal.Aangemeld(huis, browser);
        await blad.Ga($"/zaken/{zaak}");
        await blad.GetByRole(AriaRole.Link, new() { Name = "Een wijziging melden" }).ClickAsync();
        await Portaal.Knop(blad, "Verstuur de melding");
        Assert.Contains("Schrijf wat er is veranderd", await blad.Locator("#tekst-fout").InnerTextAsync(), StringComparison.Ordinal);
        await blad.Locator("#tekst").FillAsync("Wij zijn verhuisd.\n<b>Sinds mei</b>");
        await Portaal.Knop(blad, "Verstuur de melding");
        await blad.WaitForURLAsync($"**/zaken/{zaak}");
        Assert.Contains("<b>Sinds mei</b>", await blad.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await blad.Context.CloseAsync();

        var collega = await Portaal.Aangemeld(huis, browser, wie: Portaalhuis.Beoordelaar);
        await collega.Ga($"/zaken/{zaak}");
        Assert.Contains("Wij zijn verhuisd.", await collega.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await collega.Context.CloseAsync();
    }

    [Fact]
    public async Task The_pages_after_submission_are_there_in_English_and_can_be_used_by_everyone()
    {
        await huis.Tijdvak("2026-english-mkb");
        var zaak = await Ingediend("2026-english-mkb");
        await huis.Gelukt(
            "beoordelaar",
            HttpMethod.Post,
            $"/v1/aanvragen/{zaak}/volledigheid",
            new { volledig = false, ontbreekt = (string[])["mkb-verklaring", "bewijs-bankrekening"] }
        );
        await huis.Stil();
        var blad = await Portaal.Aangemeld(huis, browser, scripts: true);
        await blad.Ga("/taal/en");
        foreach (
            var (pad, kop, naam) in ((string, string, string)[])
                [
                    ($"/zaken/{zaak}", "Case", "zaak"),
                    ($"/aanvragen/{zaak}/ontvangst", "We have received your application", "ontvangst"),
                    ($"/aanvragen/{zaak}/documenten", "Documents", "documenten"),
                    ($"/aanvragen/{zaak}/aanvullen", "Complete your application", "aanvullen"),
                    ($"/aanvragen/{zaak}/melden", "Report a change", "melden"),
                ]
        )
        {
            await blad.Ga(pad);
            Assert.StartsWith(kop, await blad.GetByRole(AriaRole.Heading, new() { Level = 1 }).InnerTextAsync(), StringComparison.Ordinal);
            await Portaal.IsBruikbaar(blad, $"engels-na-{naam}");
        }
        await blad.Context.CloseAsync();
    }

    [Fact]
    public async Task A_letter_waits_for_an_address_that_is_filled_in_here_and_is_then_there_to_read()
    {
        await huis.Tijdvak("2026-adres-mkb");
        var zaak = await Ingediend("2026-adres-mkb");
        string[] ontbreekt = ["bewijs-bankrekening"];
        await huis.Gelukt("beoordelaar", HttpMethod.Post, $"/v1/aanvragen/{zaak}/volledigheid", new { volledig = false, ontbreekt });
        await huis.Stil();
        var blad = await Portaal.Aangemeld(huis, browser, scripts: true);
        await blad.Ga("/aanvragen/gegevens");
        await Portaal.IsBruikbaar(blad, "gegevens");
        await blad.Locator("#v-email").FillAsync("geen adres");
        await Portaal.Knop(blad, "Bewaar hoe wij u bereiken");
        await blad.Locator("#fouten a").First.ClickAsync();
        await Assertions.Expect(blad.Locator("#v-email")).ToBeFocusedAsync();
        await Portaal.IsBruikbaar(blad, "gegevens-email-fout");
        await blad.Locator("#v-email").FillAsync("info@voorbeeld.nl");
        await Portaal.Knop(blad, "Bewaar hoe wij u bereiken");
        Assert.Contains("opgeslagen", await blad.Locator("[role=status]").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal("info@voorbeeld.nl", await blad.Locator("#v-email").InputValueAsync());
        foreach (
            var (veld, tekst) in ((string, string)[])
                [
                    ("naam", "De Troffel B.V."),
                    ("straat", "Dorpsstraat 12"),
                    ("postcode", "351"),
                    ("plaats", "Utrecht"),
                    ("sbiCodes", "4321"),
                    ("iban", "NL13 TEST 0123 4567 89"),
                    ("tenaamstelling", "De Troffel"),
                ]
        )
        {
            await blad.Locator($"#v-{veld}").FillAsync(tekst);
        }
        await Portaal.Knop(blad, "Sla op");
        await blad.Locator("#fouten a").First.ClickAsync();
        await Assertions.Expect(blad.Locator("#v-postcode")).ToBeFocusedAsync();
        await Portaal.IsBruikbaar(blad, "gegevens-fout");
        await blad.Locator("#v-postcode").FillAsync("3511ab");
        await Portaal.Knop(blad, "Sla op");
        Assert.Contains("opgeslagen", await blad.Locator("[role=status]").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal("3511 AB", await blad.Locator("#v-postcode").InputValueAsync());
        await huis.Stil();
        await blad.Ga($"/zaken/{zaak}");
        var brief = new Uri(
            huis.Adres,
            await blad.GetByRole(AriaRole.Link, new() { Name = "PDF (Verzoek om aan te vullen)" }).GetAttributeAsync("href")
        ).ToString();
        IsAfgeschermd(await blad.Context.APIRequest.GetAsync(brief));
        await blad.Context.CloseAsync();
        var buurman = await Portaal.Aangemeld(huis, browser, wie: Portaalhuis.Buurman);
        Assert.Equal(404, (await buurman.Context.APIRequest.GetAsync(brief)).Status);
        await buurman.Context.CloseAsync();
    }

    /// <summary>A PDF that is saved and never shown: nothing in it runs in our origin.</summary>
    private static void IsAfgeschermd(IAPIResponse download)
    {
        Assert.Equal("application/pdf", download.Headers["content-type"]);
        Assert.StartsWith("attachment", download.Headers["content-disposition"], StringComparison.Ordinal);
        Assert.Equal("nosniff", download.Headers["x-content-type-options"]);
        Assert.Equal("sandbox; default-src 'none'", download.Headers["content-security-policy"]);
    }

    private async Task<string> Ingediend(string tijdvak)
    {
        var zaak = await huis.Concept(tijdvak, Formulier);
        await huis.Gelukt("ondernemer", HttpMethod.Post, $"/v1/aanvragen/{zaak}/indiening", new { });
        await huis.Stil();
        return zaak;
    }

    private static async Task Stuur(IPage blad, string zaak, string naam)
    {
        await blad.Ga($"/aanvragen/{zaak}/documenten");
        await Kies(blad, naam, Proefpdf.Van(naam));
        await blad.Locator("form:has(#bestand-bewijs-bankrekening) button").ClickAsync();
        await blad.Locator("[role=status]").WaitForAsync();
    }

    private static Task Kies(IPage blad, string naam, byte[] inhoud) =>
        blad.Locator("#bestand-bewijs-bankrekening")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = naam,
                    MimeType = "application/pdf",
                    Buffer = inhoud,
                }
            );
}
