using System.Net;
using Microsoft.Playwright;

namespace SlimRegeling.Web.Tests;

/// <summary>A scheme manager changes the text of a letter without a manual: what is wrong is said, the letter is shown, a colleague signs.</summary>
public sealed class BrievenbeheerTests(Paginahuis huis, Browser browser)
{
    private const string Rianne = "Rianne Regelbeheerder";
    private const string Pad = "/beheer/brieven/afwijzing";

    [Fact]
    public async Task From_the_list_to_a_text_that_another_signs()
    {
        var blad = await browser.Open(huis.Adres);
        await Browser.MeldAan(blad, Rianne);
        await blad.Ga("/beheer");
        await blad.GetByRole(AriaRole.Link, new() { Name = "Teksten van brieven" }).ClickAsync();
        await Portaal.IsBruikbaar(blad, "brieven");
        await blad.GetByRole(AriaRole.Link, new() { Name = "Besluit: geen subsidie" }).ClickAsync();
        await Portaal.IsBruikbaar(blad, "brief-sjabloon");

        // A field that is not there, and what was typed stays.
        var tekst = await blad.Locator("#tekst-tekst").InputValueAsync();
        await blad.Locator("#tekst-tekst").FillAsync($"{tekst}\nU hoort van {{mij}}.");
        await blad.GetByRole(AriaRole.Button, new() { Name = "Bekijk het voorbeeld" }).ClickAsync();
        await blad.Locator("#fouten a").First.ClickAsync();
        await Assertions.Expect(blad.Locator("#tekst-tekst")).ToBeFocusedAsync();
        Assert.Contains("{mij} kennen wij niet", await blad.Locator("#fouten").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("U hoort van {mij}.", await blad.Locator("#tekst-tekst").InputValueAsync(), StringComparison.Ordinal);
        await Portaal.IsBruikbaar(blad, "brief-sjabloon-fout");

        await blad.Locator("#tekst-tekst").FillAsync(tekst.Replace("Geachte heer of mevrouw,", "Beste lezer,", StringComparison.Ordinal));
        await blad.Locator("#tekst-toelichting").FillAsync("Een aanhef voor iedereen.");
        await blad.GetByRole(AriaRole.Button, new() { Name = "Bekijk het voorbeeld" }).ClickAsync();
        var voorbeeld = await blad.Locator("article.slim-brief").InnerTextAsync();
        foreach (
            var deel in (string[])
                ["Beste lezer,", "U noemt niet wanneer het plan is geslaagd.", "(naam van de onderneming)", "6:7 en 6:8 Awb"]
        )
        {
            Assert.Contains(deel, voorbeeld, StringComparison.Ordinal);
        }
        await Portaal.IsBruikbaar(blad, "brief-voorbeeld");
        // A case that got no such letter.
        await blad.Locator("#tekst-zaaknummer").FillAsync(huis.Zaak);
        await blad.GetByRole(AriaRole.Button, new() { Name = "Bekijk het voorbeeld" }).ClickAsync();
        await blad.GetByText("kreeg geen brief").WaitForAsync();
        Assert.Contains("Beste lezer,", await blad.Locator("#tekst-tekst").InputValueAsync(), StringComparison.Ordinal);

        await blad.GetByRole(AriaRole.Button, new() { Name = "Leg voor aan een collega" }).ClickAsync();
        await blad.GetByText("Uw voorstel ligt klaar.").WaitForAsync();
        await blad.GetByText("U hebt dit zelf voorgesteld.").WaitForAsync();
        Assert.Equal(0, await blad.GetByRole(AriaRole.Button, new() { Name = "Onderteken voorstel 1" }).CountAsync());
        await blad.Context.CloseAsync();

        using var tweede = new Bezoeker(huis.Adres);
        using var gezien = await tweede.MeldAan("regelbeheerder-2", Pad);
        var html = WebUtility.HtmlDecode(await gezien.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Contains("<ins>Beste lezer,</ins>", html, StringComparison.Ordinal);
        Assert.Contains("<del>Geachte heer of mevrouw,</del>", html, StringComparison.Ordinal);
        Assert.Contains("Onderteken voorstel 1", html, StringComparison.Ordinal);
    }
}
