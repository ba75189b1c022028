using Microsoft.Playwright;
using SlimRegeling.Platform;

namespace SlimRegeling.Web.Tests;

/// <summary>The pages of a scan for an enterprise: start it, hand out codes, sign, see how many answered, and close it once.</summary>
public sealed class ScanbladTests(Portaalhuis huis, Browser browser)
{
    private const string Naam = "Sofie Scan";

    [Fact]
    public async Task An_enterprise_starts_a_scan_hands_out_codes_signs_and_closes_it_once()
    {
        const string Wie = "scanblad-een";
        huis.Registreer(Wie, Naam, "91000098");
        var blad = await Portaal.Aangemeld(huis, browser, wie: Naam);
        await blad.Ga("/aanvragen");
        await blad.GetByRole(AriaRole.Link, new() { Name = "Leercultuurscan" }).ClickAsync();
        await Portaal.IsBruikbaarOokSmal(blad, "scans-leeg");
        await blad.GetByRole(AriaRole.Link, new() { Name = "Start een scan" }).ClickAsync();
        await Portaal.IsBruikbaarOokSmal(blad, "scan-starten");

        await blad.GetByLabel("Hoeveel mensen vraagt u?").FillAsync("vijf");
        await Portaal.Knop(blad, "Start de scan en toon de codes");
        Assert.Equal(1, await blad.Locator("#fouten li").CountAsync());
        await blad.GetByLabel("Hoeveel mensen vraagt u?").FillAsync("5");
        await Portaal.Knop(blad, "Start de scan en toon de codes");
        Assert.Contains("Met minder dan 6 mensen", await blad.Locator("#fouten").InnerTextAsync(), StringComparison.Ordinal);
        await Portaal.IsBruikbaarOokSmal(blad, "scan-starten-fout");

        // What is wrong is read out with its field.
        await blad.GetByLabel("Teams (niet verplicht, vanaf 10 mensen)").FillAsync("Winkel");
        await blad.Locator("#kenmerken input").First.CheckAsync();
        await Portaal.Knop(blad, "Start de scan en toon de codes");
        foreach (var veld in (string[])["teams", "kenmerken"])
        {
            Assert.Equal($"{veld}-uitleg {veld}-fout", await blad.Locator($"#{veld}").GetAttributeAsync("aria-describedby"));
            Assert.NotEqual("", await blad.Locator($"#{veld}-fout").InnerTextAsync());
        }
        Assert.Equal("true", await blad.Locator("#teams").GetAttributeAsync("aria-invalid"));
        await Portaal.IsBruikbaarOokSmal(blad, "scan-starten-groepen-fout");
        await blad.Locator("#kenmerken input").First.UncheckAsync();

        await blad.GetByLabel("Hoeveel mensen vraagt u?").FillAsync("12");
        await blad.GetByLabel("Teams (niet verplicht, vanaf 10 mensen)").FillAsync("Winkel, 6\nWerkplaats, 6");
        await Portaal.Knop(blad, "Start de scan en toon de codes");
        Assert.StartsWith("Uw scan is gestart", await blad.Locator("h1").InnerTextAsync(), StringComparison.Ordinal);
        var links = await blad.Locator(".slim-codes code").AllInnerTextsAsync();
        Assert.Equal(12, links.Distinct().Count());
        Assert.All(links, l => Assert.Matches("^http://[^#]+/scan/scan-[0-9a-z]{12}#[0-9a-z-]{26,}$", l));
        var lijnen = await blad.Locator(".slim-codes .slim-qr__zwart")
            .EvaluateAllAsync<string[]>("alle => alle.map(l => l.getAttribute('d'))");
        Assert.Equal(links.Select(l => Scanwerk.Qrpad.Van(l, "").Lijn), lijnen);
        Assert.Equal(1, await blad.GetByRole(AriaRole.Img, new() { Name = "QR-code van link 12", Exact = true }).CountAsync());
        await Portaal.IsBruikbaarOokSmal(blad, "scan-codes");
        var strookjes = await Strookjes(blad);
        Assert.EndsWith(".pdf", strookjes.SuggestedFilename, StringComparison.Ordinal);

        var scan = links[0].Split('#')[0].Split('/')[^1];
        var zaak = new Scanzaak(Wie, Naam, scan, [.. links.Select(l => l.Split('#')[1])]);
        await zaak.Beantwoord(huis, 4);
        await blad.Ga($"/scans/{scan}");
        Assert.Contains("Nog geen vijf", await blad.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await (zaak with { Codes = [.. zaak.Codes.Skip(4)] }).Beantwoord(huis, 5);
        await blad.ReloadAsync();
        Assert.Contains("Ten minste 5", await blad.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await Portaal.IsBruikbaarOokSmal(blad, "scan-open");

        await blad.Ga($"/scans/{scan}/leiding");
        await Portaal.IsBruikbaarOokSmal(blad, "scan-leiding");
        await Portaal.Knop(blad, "Onderteken de verklaring");
        Assert.Equal(14, await blad.Locator("#fouten li").CountAsync());
        await Portaal.IsBruikbaarOokSmal(blad, "scan-leiding-fout");
        foreach (var vraag in await blad.Locator("section fieldset.slim-vraag").AllAsync())
        {
            await vraag.GetByRole(AriaRole.Radio).First.CheckAsync();
        }
        await blad.GetByLabel("Er is geen tijd.").CheckAsync();
        await blad.Locator("#akkoord").CheckAsync();
        await Portaal.Knop(blad, "Onderteken de verklaring");
        await blad.GetByText("De verklaring van de leiding is ondertekend.").WaitForAsync();

        // Again: it says that it was signed, and begins with what was.
        await blad.Ga($"/scans/{scan}/leiding");
        Assert.Contains("Deze verklaring is al ondertekend.", await blad.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        Assert.True(await blad.GetByLabel("Er is geen tijd.").IsCheckedAsync());
        Assert.True(await blad.Locator("#D1-1-1").IsCheckedAsync());
        Assert.False(await blad.Locator("#akkoord").IsCheckedAsync());
        await Portaal.IsBruikbaarOokSmal(blad, "scan-leiding-opnieuw");

        await blad.Ga($"/scans/{scan}/codes");
        await Portaal.IsBruikbaarOokSmal(blad, "scan-reservecodes");
        await blad.Ga($"/scans/{scan}/sluiten");
        await Portaal.IsBruikbaarOokSmal(blad, "scan-sluiten");
        // One tap ends nothing.
        await Portaal.Knop(blad, "Breek de scan af");
        Assert.Equal(1, await blad.Locator("#fouten a[href='#afgebroken']").CountAsync());
        await Portaal.Knop(blad, "Ja, sluit de scan voorgoed");
        Assert.Equal(1, await blad.Locator("#fouten a[href='#gesloten']").CountAsync());
        await Portaal.IsBruikbaarOokSmal(blad, "scan-sluiten-fout");
        Assert.False((await zaak.Stand(huis)).GetProperty("gesloten").GetBoolean());
        await blad.GetByLabel("de scan sluit voorgoed").CheckAsync();
        await Portaal.Knop(blad, "Ja, sluit de scan voorgoed");
        await blad.GetByText("Het rapport staat vast.").First.WaitForAsync();
        Assert.DoesNotContain("Ten minste", await blad.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await Portaal.IsBruikbaarOokSmal(blad, "scan-gesloten");
        await blad.Ga($"/scans/{scan}/sluiten");
        Assert.Equal(0, await blad.GetByRole(AriaRole.Button, new() { Name = "Ja, sluit de scan voorgoed" }).CountAsync());
        await blad.Context.CloseAsync();
    }

    /// <summary>They come in a window of their own: the codes stay where they are.</summary>
    private static async Task<IDownload> Strookjes(IPage blad)
    {
        var klaar = new TaskCompletionSource<IDownload>(TaskCreationOptions.RunContinuationsAsynchronously);
        blad.Download += (_, bestand) => klaar.TrySetResult(bestand);
        blad.Context.Page += (_, ander) => ander.Download += (_, bestand) => klaar.TrySetResult(bestand);
        await Portaal.Knop(blad, "Maak strookjes (PDF)");
        var strookjes = await klaar.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        Assert.Equal(12, await blad.Locator(".slim-codes code").CountAsync());
        return strookjes;
    }

    [Fact]
    public async Task A_scan_becomes_evidence_from_the_application()
    {
        var zaak = await Scanzaak.Begin(huis, "scanblad-twee", "Stijn Scan", "91000099", new { gevraagd = 6 });
        await zaak.Beantwoord(huis, 6);
        await huis.Gelukt(zaak.Wie, HttpMethod.Post, $"/v1/scans/{zaak.Scan}/sluiting", new { });
        var concept = await huis.Concept(await huis.Tijdvak("2026-scanbewijs-mkb"), wie: zaak.Wie);

        var blad = await Portaal.Aangemeld(huis, browser, wie: zaak.Naam);
        await blad.Ga($"/aanvragen/{concept}");
        await blad.GetByRole(AriaRole.Link, new() { Name = "Doe een scan of gebruik er een als bewijs" }).ClickAsync();
        await Portaal.IsBruikbaarOokSmal(blad, "scans-bij-aanvraag");
        await blad.GetByRole(AriaRole.Link, new() { Name = $"Gebruik als bewijs in {concept}" }).ClickAsync();
        Assert.Equal(concept, await blad.GetByLabel("Zaaknummer").InputValueAsync());
        await Portaal.IsBruikbaarOokSmal(blad, "scan-koppelen");
        await Portaal.Knop(blad, "Koppel de scan");
        await blad.GetByText($"Deze scan is bewijs in {concept}.").WaitForAsync();
        Assert.Equal(concept, (await zaak.Stand(huis)).GetProperty("zaaknummer").GetString());
        await blad.Context.CloseAsync();

        var buurman = await Portaal.Aangemeld(huis, browser, wie: Portaalhuis.Buurman);
        foreach (var deel in (string[])["", "/leiding", "/ondernemingsraad", "/codes", "/koppelen", "/terugkoppelen", "/sluiten"])
        {
            Assert.Equal(404, (await buurman.Ga($"/scans/{zaak.Scan}{deel}"))!.Status);
        }
        await buurman.Context.CloseAsync();
    }

    [Fact]
    public async Task On_a_telephone_a_link_is_copied_or_shared_and_all_are_kept_in_a_file_without_a_server()
    {
        huis.Registreer("scanblad-vijf", "Siem Scan", "91000125");
        var blad = await Portaal.Aangemeld(huis, browser, scripts: true, wie: "Siem Scan");
        await blad.Context.AddInitScriptAsync(
            """
            Object.defineProperty(navigator, "clipboard", { value: { writeText: async (tekst) => { window.gekopieerd = tekst; } } });
            Object.defineProperty(navigator, "share", { value: async (wat) => { window.gedeeld = wat.url; } });
            """
        );
        await blad.Ga("/scans/starten");
        await blad.GetByLabel("Hoeveel mensen vraagt u?").FillAsync("6");
        await Portaal.Knop(blad, "Start de scan en toon de codes");
        var links = await blad.Locator(".slim-codes code").AllInnerTextsAsync();
        var gevraagd = new List<string>();
        blad.Request += (_, verzoek) => gevraagd.Add(verzoek.Url);

        await blad.GetByRole(AriaRole.Button, new() { Name = "Kopieer link 2", Exact = true }).ClickAsync();
        await Assertions.Expect(blad.GetByRole(AriaRole.Status)).ToHaveTextAsync("Gekopieerd: link 2");
        Assert.Equal(links[1], await blad.EvaluateAsync<string>("() => window.gekopieerd"));
        await blad.GetByRole(AriaRole.Button, new() { Name = "Deel link 6", Exact = true }).ClickAsync();
        Assert.Equal(links[5], await blad.EvaluateAsync<string>("() => window.gedeeld"));
        var bestand = await blad.RunAndWaitForDownloadAsync(() => Portaal.Knop(blad, "Bewaar alle links als bestand"));
        Assert.Matches("^links-scan-[0-9a-z]{12}\\.txt$", bestand.SuggestedFilename);
        Assert.Equal(links, await File.ReadAllLinesAsync(await bestand.PathAsync(), TestContext.Current.CancellationToken));
        Assert.DoesNotContain(gevraagd, adres => adres.StartsWith("http", StringComparison.Ordinal));
        await Portaal.IsBruikbaarOokSmal(blad, "scan-codes-delen");

        await blad.Ga($"/scans/{links[0].Split('#')[0].Split('/')[^1]}");
        await blad.GetByRole(AriaRole.Button, new() { Name = "Kopieer", Exact = true }).ClickAsync();
        Assert.Equal(links[0].Split('#')[0], await blad.EvaluateAsync<string>("() => window.gekopieerd"));

        // A browser may refuse, and the button is there to try again.
        await blad.EvaluateAsync("() => { navigator.clipboard.writeText = async () => { throw new Error('nee'); }; }");
        await blad.GetByRole(AriaRole.Button, new() { Name = "Kopieer", Exact = true }).ClickAsync();
        await Assertions.Expect(blad.Locator(".slim-hulp[role=status]")).ToContainTextAsync("Kopiëren lukt niet.");
        Assert.Equal(links[0].Split('#')[0], (await blad.EvaluateAsync<string>("() => getSelection().toString()")).Trim());
        await Portaal.IsBruikbaarOokSmal(blad, "scan-open-delen");
        await blad.Context.CloseAsync();
    }

    [Fact]
    public async Task A_case_that_is_not_of_the_firm_takes_no_evidence_and_one_that_is_stands_there_before_closing()
    {
        const string Wie = "scanblad-vier";
        huis.Registreer(Wie, "Sem Scan", "91000122");
        var concept = await huis.Concept(await huis.Tijdvak("2026-scanzaak-mkb"), wie: Wie);
        var blad = await Portaal.Aangemeld(huis, browser, wie: "Sem Scan");
        await blad.Ga($"/scans/starten?zaak={Zaaknummer.Trek()}");
        await blad.GetByLabel("Hoeveel mensen vraagt u?").FillAsync("6");
        await Portaal.Knop(blad, "Start de scan en toon de codes");
        await IsOnbekend(blad);
        await blad.GetByLabel("Bij welke aanvraag? (niet verplicht)").FillAsync(concept);
        await Portaal.Knop(blad, "Start de scan en toon de codes");
        var scan = (await blad.Locator("h1 .slim-nummer").InnerTextAsync()).Trim();
        await blad.Ga($"/scans/{scan}");
        Assert.Equal(concept, await blad.Locator("dt:has-text('Wordt bewijs in') + dd").InnerTextAsync());

        await blad.Ga($"/scans/{scan}/koppelen?zaak={Zaaknummer.Trek()}");
        await Portaal.Knop(blad, "Koppel de scan");
        await IsOnbekend(blad);
        await Portaal.IsBruikbaarOokSmal(blad, "scan-koppelen-fout");
        await blad.Ga($"/scans/campagnes/beginnen?zaak={Zaaknummer.Trek()}");
        await blad.GetByLabel("Naam van de campagne").FillAsync("Van een ander");
        await Portaal.Knop(blad, "Begin de campagne");
        await IsOnbekend(blad);
        await blad.Context.CloseAsync();

        static async Task IsOnbekend(IPage blad) =>
            Assert.Contains("Wij vinden bij u geen aanvraag", await blad.Locator("#fouten").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_campaign_asks_many_firms_and_never_tells_which_joined()
    {
        huis.Registreer("scanblad-drie", "Tess Trekker", "91000100");
        var blad = await Portaal.Aangemeld(huis, browser, wie: "Tess Trekker");
        await blad.Ga("/scans/campagnes/beginnen");
        await Portaal.IsBruikbaarOokSmal(blad, "campagne-beginnen");
        await Portaal.Knop(blad, "Begin de campagne");
        Assert.Equal(1, await blad.Locator("#fouten li").CountAsync());
        await blad.GetByLabel("Naam van de campagne").FillAsync("Bouw leert");
        await Portaal.Knop(blad, "Begin de campagne");
        await blad.WaitForURLAsync("**/scans/campagnes/campagne-*");
        var campagne = blad.Url.Split('/')[^1];
        Assert.Contains("Nog geen vijf", await blad.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await Portaal.IsBruikbaarOokSmal(blad, "campagne");
        await blad.Ga("/scans");
        await Portaal.IsBruikbaarOokSmal(blad, "scans-met-campagne");
        await blad.GetByRole(AriaRole.Link, new() { Name = "Bouw leert" }).ClickAsync();
        Assert.EndsWith($"/scans/campagnes/{campagne}", blad.Url, StringComparison.Ordinal);
        await blad.Context.CloseAsync();

        var bedrijf = await Portaal.Aangemeld(huis, browser, wie: Portaalhuis.Buurman);
        await bedrijf.Ga("/scans");
        Assert.Equal(0, await bedrijf.Locator("#campagnes").CountAsync());
        await bedrijf.Ga($"/campagnes/{campagne}");
        await Portaal.IsBruikbaarOokSmal(bedrijf, "campagne-uitnodiging");
        await bedrijf.GetByRole(AriaRole.Link, new() { Name = "Start een scan" }).ClickAsync();
        Assert.Contains("Bouw leert", await bedrijf.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await bedrijf.GetByLabel("Hoeveel mensen vraagt u?").FillAsync("6");
        await Portaal.Knop(bedrijf, "Start de scan en toon de codes");
        Assert.Equal(6, await bedrijf.Locator(".slim-codes code").CountAsync());
        await bedrijf.Context.CloseAsync();
    }
}
