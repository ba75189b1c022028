using System.Net;
using Microsoft.Playwright;

namespace SlimRegeling.Web.Tests;

/// <summary>Every page of the portal in every state, light and dark, wide and on 320 pixels, in two languages.</summary>
public sealed class PortaalbladenTests(Portaalhuis huis, Browser browser)
{
    private const string Lang =
        "Internationale Handelsmaatschappij en Aannemingsbedrijf Vandenboogaerdschenkelmakersgildebroederschap-Zevenhuizen-Moerkapelle en Zonen B.V.";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_neighbour_finds_nothing_and_what_someone_else_typed_is_not_given_to_them()
    {
        await huis.Tijdvak("2026-buur-mkb");
        var zaak = await huis.Concept("2026-buur-mkb", Portaalhuis.Volledig);
        var blad = await Portaal.Aangemeld(huis, browser, scripts: true);
        await blad.Ga($"/aanvragen/{zaak}/plan");
        await blad.Locator("#v-plan-doelen").FillAsync("Alleen van mij.");
        await blad.Context.ClearCookiesAsync(new() { Name = "slimregeling" });
        await Portaal.Knop(blad, "Opslaan en controleren");
        await blad.GetByRole(AriaRole.Button, new() { Name = Portaalhuis.Buurman }).ClickAsync();
        await blad.WaitForURLAsync("**/plan");
        Assert.Equal("Deze pagina is er niet", await blad.GetByRole(AriaRole.Heading, new() { Level = 1 }).InnerTextAsync());
        foreach (var pad in (string[])["", "/plan", "/documenten", "/indienen", "/ontvangst", "/intrekken"])
        {
            Assert.Equal(404, (await blad.Ga($"/aanvragen/{zaak}{pad}"))!.Status);
            Assert.DoesNotContain("Alleen van mij", await blad.ContentAsync(), StringComparison.Ordinal);
        }
        await blad.Ga("/aanvragen");
        Assert.Contains("U hebt nog geen aanvraag", await blad.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await Portaal.IsBruikbaar(blad, "aanvragen-leeg");
        await blad.Context.CloseAsync();
    }

    [Fact]
    public async Task The_list_the_beginning_and_the_tasks_can_be_used_by_everyone()
    {
        await huis.Tijdvak("2026-bladen-mkb");
        await huis.Tijdvak("2026-straks-mkb", open: false);
        var blad = await Portaal.Aangemeld(huis, browser, scripts: true);
        await blad.Ga("/aanvragen/beginnen?tijdvak=2026-bladen-mkb");
        await Portaal.IsBruikbaar(blad, "beginnen");
        var zaak = await huis.Concept("2026-bladen-mkb");
        await blad.Ga("/aanvragen/beginnen?tijdvak=2026-bladen-mkb");
        await Portaal.IsBruikbaar(blad, "beginnen-weer");
        await blad.Ga("/aanvragen");
        await Portaal.IsBruikbaar(blad, "aanvragen");
        await blad.Ga($"/aanvragen/{zaak}");
        await Portaal.IsBruikbaar(blad, "taken-leeg");
        var straks = await huis.Concept("2026-straks-mkb", Portaalhuis.Volledig);
        await blad.Ga($"/aanvragen/{straks}");
        await Portaal.IsBruikbaar(blad, "taken-klaar");
        await blad.Ga($"/aanvragen/{straks}/indienen");
        Assert.Equal(0, await blad.Locator("#akkoord").CountAsync());
        await Portaal.IsBruikbaar(blad, "indienen-nog-niet");
        await blad.Context.CloseAsync();
    }

    [Theory]
    [InlineData("onderneming")]
    [InlineData("plan")]
    [InlineData("activiteiten")]
    [InlineData("verklaringen")]
    [InlineData("rekening")]
    public async Task A_task_can_be_used_by_everyone_empty_filled_with_a_long_name_and_with_mistakes(string taak)
    {
        var tijdvak = await huis.Tijdvak($"2026-{taak}-mkb");
        var leeg = await huis.Concept(tijdvak);
        var vol = await huis.Concept(tijdvak, Portaalhuis.Volledig.Replace("Bouwbedrijf De Troffel B.V.", Lang, StringComparison.Ordinal));
        var blad = await Portaal.Aangemeld(huis, browser, scripts: true);
        await blad.Ga($"/aanvragen/{leeg}/{taak}");
        await Portaal.IsBruikbaar(blad, $"{taak}-leeg");
        await Portaal.Knop(blad, "Opslaan en controleren");
        // A declaration can be completed later; nothing else can.
        if (taak != "verklaringen")
        {
            Assert.True(await blad.Locator("#fouten li").CountAsync() > 0);
            await Portaal.IsBruikbaar(blad, $"{taak}-fouten");
        }
        await blad.Ga($"/aanvragen/{vol}/{taak}");
        await Portaal.IsBruikbaar(blad, $"{taak}-vol");
        await blad.Context.CloseAsync();
    }

    [Fact]
    public async Task Checking_the_receipt_the_case_and_withdrawing_can_be_used_by_everyone()
    {
        await huis.Tijdvak("2026-einde-mkb");
        var zaak = await huis.Concept(
            "2026-einde-mkb",
            Portaalhuis.Volledig.Replace("Bouwbedrijf De Troffel B.V.", Lang, StringComparison.Ordinal)
        );
        var blad = await Portaal.Aangemeld(huis, browser, scripts: true);
        await blad.Ga($"/aanvragen/{zaak}/indienen");
        await Portaal.IsBruikbaar(blad, "indienen");
        await blad.Locator("#akkoord").CheckAsync();
        await Portaal.Knop(blad, "Onderteken en dien in");
        await blad.WaitForURLAsync("**/ontvangst");
        await Portaal.IsBruikbaar(blad, "ontvangst");
        await huis.Stil();
        await blad.Ga($"/zaken/{zaak}");
        await Portaal.IsBruikbaar(blad, "zaak");
        await blad.Ga($"/aanvragen/{zaak}/intrekken");
        await Portaal.IsBruikbaar(blad, "intrekken");
        await blad.Ga($"/aanvragen/{zaak}/plan");
        Assert.EndsWith("/ontvangst", blad.Url, StringComparison.Ordinal);
        await blad.Ga("/toegankelijkheid");
        Assert.Equal(
            "mailto:toegankelijk@uitvoering.voorbeeld",
            await blad.GetByRole(AriaRole.Link, new() { Name = "toegankelijk@uitvoering.voorbeeld" }).GetAttributeAsync("href")
        );
        await Portaal.IsBruikbaar(blad, "toegankelijkheid");
        await blad.Context.CloseAsync();
    }

    [Fact]
    public async Task Who_chose_English_reads_English_and_what_stays_Dutch_says_so()
    {
        await huis.Tijdvak("2026-engels-mkb");
        var zaak = await huis.Concept("2026-engels-mkb", Portaalhuis.Volledig);
        var blad = await Portaal.Aangemeld(huis, browser, scripts: true);
        await blad.Ga($"/aanvragen/{zaak}/onderneming");
        await blad.GetByRole(AriaRole.Link, new() { Name = "English" }).ClickAsync();
        await blad.WaitForURLAsync("**/onderneming");
        Assert.Equal("en", await blad.Locator("html").GetAttributeAsync("lang"));
        Assert.Equal("Your enterprise", await blad.GetByRole(AriaRole.Heading, new() { Level = 1 }).InnerTextAsync());
        await blad.GetByLabel("Name of the enterprise").WaitForAsync();
        foreach (
            var (pad, naam) in ((string, string)[])
                [
                    ("", "taken"),
                    ("/plan", "plan"),
                    ("/activiteiten", "activiteiten"),
                    ("/documenten", "documenten"),
                    ("/indienen", "indienen"),
                ]
        )
        {
            await blad.Ga($"/aanvragen/{zaak}{pad}");
            await Portaal.IsBruikbaar(blad, $"engels-{naam}");
        }
        await blad.Ga("/proefberekening");
        await Portaal.IsBruikbaar(blad, "engels-proef");
        await blad.Ga("/");
        await Portaal.IsBruikbaar(blad, "engels-voorpagina");
        await blad.GetByRole(AriaRole.Link, new() { Name = "Nederlands" }).ClickAsync();
        Assert.Equal("nl", await blad.Locator("html").GetAttributeAsync("lang"));
        await blad.Context.CloseAsync();
    }

    [Fact]
    public async Task The_two_versions_to_choose_from_can_be_used_by_everyone()
    {
        await huis.Tijdvak("2026-kies-mkb");
        var zaak = await huis.Concept("2026-kies-mkb", Portaalhuis.Volledig);
        var een = await Portaal.Aangemeld(huis, browser);
        var twee = await Portaal.Aangemeld(huis, browser, scripts: true);
        await een.Ga($"/aanvragen/{zaak}/plan");
        await twee.Ga($"/aanvragen/{zaak}/plan");
        await een.Locator("#v-plan-doelen").FillAsync(string.Join(' ', Enumerable.Repeat(Lang, 8)));
        await Portaal.Knop(een, "Opslaan en controleren");
        await twee.Locator("#v-plan-doelen").FillAsync("Kort.");
        await Portaal.Knop(twee, "Opslaan en controleren");
        await twee.GetByRole(AriaRole.Heading, new() { Name = "Dit is intussen gewijzigd" }).WaitForAsync();
        await Portaal.IsBruikbaar(twee, "kiezen");
        await een.Context.CloseAsync();
        await twee.Context.CloseAsync();
    }

    [Fact]
    public async Task Who_is_no_applicant_has_no_access_and_who_did_not_sign_in_is_asked_to()
    {
        await huis.Tijdvak("2026-dicht-mkb");
        var zaak = await huis.Concept("2026-dicht-mkb", Portaalhuis.Volledig);
        var blad = await Portaal.Aangemeld(huis, browser, wie: Portaalhuis.Beoordelaar);
        foreach (var pad in (string[])["", "/plan", "/documenten", "/indienen", "/ontvangst", "/intrekken"])
        {
            Assert.Equal(403, (await blad.Ga($"/aanvragen/{zaak}{pad}"))!.Status);
        }
        await blad.Context.CloseAsync();
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = huis.Adres };
        using var antwoord = await client.GetAsync($"/aanvragen/{zaak}", Ct);
        Assert.Equal(HttpStatusCode.Redirect, antwoord.StatusCode);
        Assert.Contains("/aanmelden", antwoord.Headers.Location!.ToString(), StringComparison.Ordinal);
        using var onbekend = await client.GetAsync("/proefberekening", Ct);
        Assert.Equal(HttpStatusCode.OK, onbekend.StatusCode);
    }
}
