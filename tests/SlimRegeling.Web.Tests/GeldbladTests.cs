using Microsoft.Playwright;
using SlimRegeling.Host.Voorbeeldzaken;

namespace SlimRegeling.Web.Tests;

/// <summary>The pages of finance with something on each: what stands there, that everyone can use them, and that nobody else comes there.</summary>
public sealed class GeldbladTests(Portaalhuis huis, Browser browser)
{
    private const string Fennanaam = "Fenna Financieel";
    private const string Coennaam = "Coen Controleur";

    // What can be done is folded in, and looked at too.
    private const string Uitvouwen = "() => document.querySelectorAll('details').forEach(d => { d.open = true; })";

    [Fact]
    public async Task Every_page_of_finance_can_be_used_by_everyone_wide_and_on_320_pixels()
    {
        var betaald = await Geldzaak.Verleend(huis, "2026-geldblad-een-mkb");
        var wacht = await Geldzaak.Verleend(huis, "2026-geldblad-twee-mkb");
        await betaald.Betaald(huis);
        var vordering = await betaald.Ingetrokken(huis);
        await huis.Gelukt(
            Geldzaak.Floris,
            HttpMethod.Post,
            $"/v1/vorderingen/{vordering}/terugvordering",
            new { argument = "Te veel betaald." }
        );
        var vandaag = NodaTime.Text.LocalDatePattern.Iso.Format(Platform.Tijd.Moment.Dag(huis.Nu));
        var beslag = new
        {
            beslaglegger = "Deurwaarder De Wit",
            kenmerk = "E-2026-2",
            gelegdOp = vandaag,
        };
        await huis.Gelukt(Geldzaak.Floris, HttpMethod.Post, $"/v1/rekeningen/{wacht.Kvk}/beslagen", beslag);
        var ander = await Geldzaak.Verleend(huis, "2026-geldblad-drie-mkb");
        var ronde = (
            await huis.Gelukt(
                Geldzaak.Floris,
                HttpMethod.Post,
                "/v1/betaalrondes",
                new { uitvoerdatum = vandaag, opdrachten = (string[])[ander.Opdracht] }
            )
        )
            .GetProperty("ronde")
            .GetString();

        var fenna = await Portaal.Aangemeld(huis, browser, scripts: true, wie: Fennanaam);
        var afschrift = await LeesAfschrift(fenna, "Een bijschrijving op het blad");
        var regel = (await fenna.Locator("a[href^='/geld/bankregels/']").First.GetAttributeAsync("href"))!;
        var boeking = (string)
            (await huis.Voer($"select boeking::text from betalingen.grootboek where zaaknummer = '{betaald.Zaak}' limit 1"))!;
        var jaar = Platform.Tijd.Moment.Dag(huis.Nu).Year;
        string[] paden =
        [
            "/geld",
            "/geld/betalingen",
            "/geld/betalingen?stand=wacht",
            $"/geld/betalingen/{wacht.Opdracht}",
            "/geld/termijnen",
            "/geld/rekeningen",
            "/geld/rekeningen?kvk=123",
            $"/geld/rekeningen/{wacht.Kvk}",
            "/geld/rondes",
            $"/geld/rondes/{ronde}",
            "/geld/afschriften",
            afschrift,
            "/geld/bankregels",
            regel,
            "/geld/vorderingen",
            "/geld/vorderingen?verjaart=true",
            $"/geld/vorderingen/{vordering}",
            "/geld/grootboek",
            "/geld/grootboek?van=1-13-2026",
            $"/geld/grootboek/boekingen?zaaknummer={betaald.Zaak}",
            $"/geld/grootboek/boekingen/{boeking}",
            "/geld/grootboek/maanden",
            FormattableString.Invariant($"/geld/grootboek/jaar?jaar={jaar}"),
            "/geld/grootboek/prognose",
            // One file of it is made, looked at and dropped in SteunopgavebladTests.
            "/geld/steunregister",
        ];
        foreach (var pad in paden)
        {
            var antwoord = await fenna.Ga(pad);
            Assert.Equal((pad, 200), (pad, antwoord!.Status));
            await fenna.EvaluateAsync(Uitvouwen);
            await Portaal.IsBruikbaarOokSmal(fenna, pad.Replace('/', '-'));
        }
        await fenna.Context.CloseAsync();

        var beoordelaar = await Portaal.Aangemeld(huis, browser, wie: Portaalhuis.Beoordelaar);
        foreach (var pad in paden)
        {
            Assert.Equal((pad, 403), (pad, (await beoordelaar.Ga(pad))!.Status));
        }
        await beoordelaar.Context.CloseAsync();
    }

    [Fact]
    public async Task From_the_menu_to_the_work_and_from_a_balance_to_the_letter_that_caused_it()
    {
        const string Tijdvak = "2026-geldpad-mkb";
        var zaak = await Geldzaak.Verleend(huis, Tijdvak);
        var blad = await Portaal.Aangemeld(huis, browser, wie: Coennaam);
        await blad.GetByRole(AriaRole.Link, new() { Name = "Geld", Exact = true }).ClickAsync();
        await blad.WaitForURLAsync("**/geld");
        Assert.Equal("nl", await blad.Locator("html").GetAttributeAsync("lang"));
        Assert.Contains("Betalingen die nu kunnen", await blad.Locator("main").InnerTextAsync(), StringComparison.Ordinal);

        var onderdelen = blad.GetByRole(AriaRole.Navigation, new() { Name = "Onderdelen" });
        await onderdelen.GetByRole(AriaRole.Link, new() { Name = "Grootboek", Exact = true }).ClickAsync();
        await Assertions.Expect(blad.Locator("main")).ToContainTextAsync("de boeken sluiten.");
        // The balance of a window with one case is that of the case; from there on links are followed, and no address is typed.
        await blad.GetByLabel("Tijdvak", new() { Exact = true }).FillAsync(Tijdvak);
        await blad.GetByRole(AriaRole.Button, new() { Name = "Toon de balans" }).ClickAsync();
        await blad.WaitForURLAsync(url => url.Contains(Tijdvak, StringComparison.Ordinal));
        var rekening = blad.GetByRole(AriaRole.Link, new() { Name = "Verplichtingen", Exact = true });
        var saldo = await Bladbedrag.InRij(blad, rekening, "Eind");
        await rekening.ClickAsync();
        await Assertions.Expect(blad.Locator("h1")).ToHaveTextAsync("Boekingen op Verplichtingen");
        var regel = Assert.Single(await Bladbedrag.Regels(blad));
        Assert.True(saldo < 0, $"{Tijdvak} has no obligation: {saldo}.");
        Assert.Equal(new Bladbedrag.Regel("Verplichtingen", zaak.Zaak, 0m, -saldo), regel);
        await blad.GetByRole(AriaRole.Link, new() { Name = "Verplichting aangegaan" }).ClickAsync();
        await Assertions.Expect(blad.Locator("h1")).ToHaveTextAsync("Boeking: Verplichting aangegaan");
        var tekst = await blad.Locator("main").InnerTextAsync();
        Assert.Contains($"{zaak.Zaak}-V1", tekst, StringComparison.Ordinal);
        Assert.Contains(Weergave.Bedrag(-saldo), tekst, StringComparison.Ordinal);
        var brief = blad.Locator("a[href*='handler=Brief']").First;
        await brief.WaitForAsync();
        Assert.Contains(zaak.Zaak, (await brief.GetAttributeAsync("href"))!, StringComparison.Ordinal);
        using var coen = await KnoppenTests.Als(huis.Adres, Geldzaak.Coen);
        using var begin = await coen.Haal("/begin");
        Assert.Equal("/geld", begin.Headers.Location?.ToString());
        using var pdf = await coen.Haal((await brief.GetAttributeAsync("href"))!);
        Assert.Equal("application/pdf", pdf.Content.Headers.ContentType?.MediaType);

        var jaar = Platform.Tijd.Moment.Dag(huis.Nu).Year;
        foreach (var vorm in (string[])["csv", "xaf"])
        {
            using var boeken = await coen.Haal(FormattableString.Invariant($"/geld/grootboek?handler=Uitvoer&jaar={jaar}&vorm={vorm}"));
            Assert.Contains("attachment", boeken.Content.Headers.ContentDisposition?.ToString() ?? "", StringComparison.Ordinal);
        }
        await blad.Ga("/geld/grootboek/jaar");
        var overzicht = (await blad.Locator("main").InnerTextAsync()).Replace('\u00a0', ' ');
        Assert.Contains("2026-geldpad-mkb", overzicht, StringComparison.Ordinal);
        Assert.Contains("Nog te betalen, hoogstens", overzicht, StringComparison.Ordinal);
        await HasPictures(blad, "Verplichtingen €");
        await blad.GetByRole(AriaRole.Link, new() { Name = "In welk jaar dat wordt verwacht" }).ClickAsync();
        await Assertions.Expect(blad.Locator("h1")).ToHaveTextAsync("Wat er nog te betalen is");
        await HasPictures(blad, "Hoogstens €");
        await blad.Context.CloseAsync();
    }

    /// <summary>Each picture says what it is and what it shows, and beside them stands a table.</summary>
    private static async Task HasPictures(IPage blad, string toont)
    {
        var beelden = await blad.Locator(".slim-staven svg[role=img]").AllAsync();
        Assert.NotEmpty(beelden);
        foreach (var beeld in beelden)
        {
            Assert.NotEmpty((await beeld.Locator("title").TextContentAsync())!);
            Assert.Contains(" €", await beeld.Locator("desc").TextContentAsync() ?? "", StringComparison.Ordinal);
        }
        Assert.Contains(toont, await beelden[0].Locator("desc").TextContentAsync() ?? "", StringComparison.Ordinal);
        Assert.True(await blad.Locator(".slim-staven + table").CountAsync() > 0);
    }

    /// <summary>Reads a statement with one movement that belongs to nothing.</summary>
    /// <returns>The address of its page, which is open then.</returns>
    private async Task<string> LeesAfschrift(IPage blad, string tekst)
    {
        await blad.Ga("/geld/afschriften");
        var inhoud = Geldzaak.Afschrift(huis, new Bankmutatie(12.34m, Af: false, "NOTPROVIDED", tekst));
        await blad.GetByLabel("Kies een bestand").First.SetInputFilesAsync(Projectzaak.Bestand("afschrift.xml", inhoud));
        await blad.GetByRole(AriaRole.Button, new() { Name = "Lees het afschrift in" }).ClickAsync();
        await blad.WaitForURLAsync("**/geld/afschriften/*");
        await Assertions.Expect(blad.Locator("[role=status]").First).ToContainTextAsync("Ongekoppeld: 1");
        return new Uri(blad.Url).AbsolutePath;
    }
}
