using Microsoft.Playwright;

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
        await blad.GotoAsync("/aanvragen");
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
        var strookjes = await blad.RunAndWaitForDownloadAsync(() => Portaal.Knop(blad, "Maak strookjes (PDF)"));
        Assert.EndsWith(".pdf", strookjes.SuggestedFilename, StringComparison.Ordinal);

        var scan = links[0].Split('#')[0].Split('/')[^1];
        var zaak = new Scanzaak(Wie, Naam, scan, [.. links.Select(l => l.Split('#')[1])]);
        await zaak.Beantwoord(huis, 4);
        await blad.GotoAsync($"/scans/{scan}");
        Assert.Contains("Nog geen vijf", await blad.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await (zaak with { Codes = [.. zaak.Codes.Skip(4)] }).Beantwoord(huis, 5);
        await blad.ReloadAsync();
        Assert.Contains("Ten minste 5", await blad.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await Portaal.IsBruikbaarOokSmal(blad, "scan-open");

        await blad.GotoAsync($"/scans/{scan}/leiding");
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

        await blad.GotoAsync($"/scans/{scan}/codes");
        await Portaal.IsBruikbaarOokSmal(blad, "scan-reservecodes");
        await blad.GotoAsync($"/scans/{scan}/sluiten");
        await Portaal.IsBruikbaarOokSmal(blad, "scan-sluiten");
        await Portaal.Knop(blad, "Ja, sluit de scan voorgoed");
        await blad.GetByText("Het rapport staat vast.").First.WaitForAsync();
        Assert.DoesNotContain("Ten minste", await blad.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await Portaal.IsBruikbaarOokSmal(blad, "scan-gesloten");
        await blad.GotoAsync($"/scans/{scan}/sluiten");
        Assert.Equal(0, await blad.GetByRole(AriaRole.Button, new() { Name = "Ja, sluit de scan voorgoed" }).CountAsync());
        await blad.Context.CloseAsync();
    }

    [Fact]
    public async Task A_scan_becomes_evidence_from_the_application()
    {
        var zaak = await Scanzaak.Begin(huis, "scanblad-twee", "Stijn Scan", "91000099", new { gevraagd = 6 });
        await zaak.Beantwoord(huis, 6);
        await huis.Gelukt(zaak.Wie, HttpMethod.Post, $"/v1/scans/{zaak.Scan}/sluiting", new { });
        var concept = await huis.Concept(await huis.Tijdvak("2026-scanbewijs-mkb"), wie: zaak.Wie);

        var blad = await Portaal.Aangemeld(huis, browser, wie: zaak.Naam);
        await blad.GotoAsync($"/aanvragen/{concept}");
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
        foreach (var deel in (string[])["", "/leiding", "/codes", "/koppelen", "/sluiten"])
        {
            Assert.Equal(404, (await buurman.GotoAsync($"/scans/{zaak.Scan}{deel}"))!.Status);
        }
        await buurman.Context.CloseAsync();
    }

    [Fact]
    public async Task A_campaign_asks_many_firms_and_never_tells_which_joined()
    {
        huis.Registreer("scanblad-drie", "Tess Trekker", "91000100");
        var blad = await Portaal.Aangemeld(huis, browser, wie: "Tess Trekker");
        await blad.GotoAsync("/scans/campagnes/beginnen");
        await Portaal.IsBruikbaarOokSmal(blad, "campagne-beginnen");
        await Portaal.Knop(blad, "Begin de campagne");
        Assert.Equal(1, await blad.Locator("#fouten li").CountAsync());
        await blad.GetByLabel("Naam van de campagne").FillAsync("Bouw leert");
        await Portaal.Knop(blad, "Begin de campagne");
        await blad.WaitForURLAsync("**/scans/campagnes/campagne-*");
        var campagne = blad.Url.Split('/')[^1];
        Assert.Contains("Nog geen vijf", await blad.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await Portaal.IsBruikbaarOokSmal(blad, "campagne");
        await blad.GotoAsync("/scans");
        await Portaal.IsBruikbaarOokSmal(blad, "scans-met-campagne");
        await blad.GetByRole(AriaRole.Link, new() { Name = "Bouw leert" }).ClickAsync();
        Assert.EndsWith($"/scans/campagnes/{campagne}", blad.Url, StringComparison.Ordinal);
        await blad.Context.CloseAsync();

        var bedrijf = await Portaal.Aangemeld(huis, browser, wie: Portaalhuis.Buurman);
        await bedrijf.GotoAsync("/scans");
        Assert.Equal(0, await bedrijf.Locator("#campagnes").CountAsync());
        await bedrijf.GotoAsync($"/campagnes/{campagne}");
        await Portaal.IsBruikbaarOokSmal(bedrijf, "campagne-uitnodiging");
        await bedrijf.GetByRole(AriaRole.Link, new() { Name = "Start een scan" }).ClickAsync();
        Assert.Contains("Bouw leert", await bedrijf.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await bedrijf.GetByLabel("Hoeveel mensen vraagt u?").FillAsync("6");
        await Portaal.Knop(bedrijf, "Start de scan en toon de codes");
        Assert.Equal(6, await bedrijf.Locator(".slim-codes code").CountAsync());
        await bedrijf.Context.CloseAsync();
    }
}
