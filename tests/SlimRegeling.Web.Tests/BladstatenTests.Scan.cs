using Microsoft.Playwright;

namespace SlimRegeling.Web.Tests;

public sealed partial class BladstatenTests
{
    [Fact]
    public async Task Codes_of_which_no_slips_can_be_made_stand_there_still_and_are_kept_nowhere()
    {
        var zaak = await Scanzaak.Begin(_portaal, "strookjes-weg", "Stella Strookje", "91000120", new { gevraagd = 10 });
        var blad = await Portaal.Aangemeld(_portaal, browser, wie: zaak.Naam);
        await blad.Ga($"/scans/{zaak.Scan}/codes");
        await blad.GetByLabel("Hoeveel codes?").FillAsync("1");
        await Portaal.Knop(blad, "Maak reservecodes");
        var code = await blad.Locator(".slim-codes code").InnerTextAsync();
        _portaal.NaarDossiers = _ => Stilhuis.Weg();
        try
        {
            var ander = await blad.Context.RunAndWaitForPageAsync(() => Portaal.Knop(blad, "Maak strookjes (PDF)"));
            await ander.GetByText("Uw codes staan nog hieronder.").WaitForAsync();
            Assert.Equal(code, await ander.Locator(".slim-codes code").InnerTextAsync());
            Assert.StartsWith("Codes", await ander.Locator("h1").InnerTextAsync(), StringComparison.Ordinal);
            await Portaal.IsBruikbaarOokSmal(ander, "scan-codes-ongedrukt");
        }
        finally
        {
            _portaal.NaarDossiers = _ => Task.CompletedTask;
        }
        Assert.Equal(code, await blad.Locator(".slim-codes code").InnerTextAsync());
        Assert.DoesNotContain(await blad.Context.CookiesAsync(), k => k.Name.EndsWith("slim-typwerk", StringComparison.Ordinal));
        await blad.Context.CloseAsync();
    }

    [Fact]
    public async Task A_picture_that_cannot_be_counted_or_printed_now_is_there_still()
    {
        var pad = $"/quickscan/beeld?ingebed=ja&{Paginahuis.Ingevuld}&formulier=van-niemand";
        using var zaal = new Bezoeker(_portaal.Adres);
        var uitkomsten = new HashSet<string>();
        // More than one address may send in a minute, whichever minute it is.
        for (var i = 0; i < 45; i++)
        {
            using var antwoord = await zaal.Stuur(HttpMethod.Post, $"{pad}&handler=Tel");
            uitkomsten.Add(antwoord.Headers.Location!.ToString().Split("geteld=")[^1]);
        }
        Assert.Equal(["eerder", "later"], uitkomsten.Order(StringComparer.Ordinal));

        var blad = await browser.Open(_portaal.Adres, 320);
        await blad.Ga($"{pad}&geteld=later");
        await blad.GetByText("Meetellen lukt nu niet.").WaitForAsync();
        Assert.Equal(1, await blad.GetByRole(AriaRole.Button, new() { Name = "Ja, tel mee" }).CountAsync());
        await Portaal.IsBruikbaarOokSmal(blad, "quickscan-later");
        _portaal.NaarDossiers = _ => Stilhuis.Weg();
        try
        {
            await blad.GetByRole(AriaRole.Link, new() { Name = "Dit beeld als PDF" }).ClickAsync();
            await blad.GetByText("De PDF kan nu niet worden gemaakt.").WaitForAsync();
            Assert.Equal(6, await blad.Locator("tbody tr").CountAsync());
            await Portaal.IsBruikbaarOokSmal(blad, "quickscan-ongedrukt");
        }
        finally
        {
            _portaal.NaarDossiers = _ => Task.CompletedTask;
        }
        Assert.Empty(await blad.Context.CookiesAsync());
        await blad.Context.CloseAsync();
    }

    [Fact]
    public async Task What_someone_answers_while_it_is_busy_stands_there_to_be_sent_again()
    {
        var zaak = await Scanzaak.Begin(_portaal, "invullen-druk", "Dora Druk", "91000124", new { gevraagd = 6 });
        var blad = await browser.Open(_portaal.Adres, 320, scripts: true);
        await blad.Ga("/scan/" + zaak.Scan);
        await blad.GetByLabel("Uw code").FillAsync(zaak.Codes[0]);
        await Portaal.Knop(blad, "Begin");
        await Portaal.Knop(blad, "Begin met de vragen");
        await blad.Locator("#D1-1-2").CheckAsync();
        await blad.Locator("#D1-2-3").CheckAsync();
        _portaal.AlsNiemand = _ => Stilhuis.Weg();
        try
        {
            await blad.GetByRole(AriaRole.Button, new() { Name = "Verder", Exact = true }).ClickAsync();
            await Assertions.Expect(blad.GetByRole(AriaRole.Alert)).ToBeFocusedAsync();
            Assert.Equal("Het is nu druk", await blad.Locator("h1").InnerTextAsync());
            await Portaal.IsBruikbaarOokSmal(blad, "invullen-druk");
        }
        finally
        {
            _portaal.AlsNiemand = _ => Task.CompletedTask;
        }
        await Portaal.Knop(blad, "Probeer het opnieuw");
        await blad.GetByText("Bladzijde 2 van").WaitForAsync();
        await Portaal.Knop(blad, "Vorige");
        await blad.GetByText("Bladzijde 1 van").WaitForAsync();
        Assert.True(await blad.Locator("#D1-1-2").IsCheckedAsync());
        await blad.Context.CloseAsync();
    }
}
