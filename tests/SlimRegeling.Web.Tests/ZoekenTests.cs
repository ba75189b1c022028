namespace SlimRegeling.Web.Tests;

/// <summary>Who treats cases finds one by what they know of it: a name, a word of the plan, a word that they mistype.</summary>
public sealed class ZoekenTests(Portaalhuis huis, Browser browser)
{
    private const string Naam = "Slim-Advies Kurkentrekker B.V.";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_word_finds_its_case_with_the_place_marked_and_one_that_is_mistyped_says_what_was_looked_for()
    {
        const string Wie = "zoekbaar";
        const string Kvk = "91000081";
        huis.Registreer(Wie, "Zoë Zoekbaar", Kvk);
        await huis.Ingeschreven(Wie, Naam, Kvk);
        var tijdvak = await huis.Tijdvak("2026-zoeken-mkb");
        var formulier = Portaalhuis
            .Ondertekend.Replace("Bouwbedrijf De Troffel B.V.", Naam, StringComparison.Ordinal)
            .Replace("Een adviseur licht ons bedrijf door.", "Een adviseur leert ons flessenblazen.", StringComparison.Ordinal);
        var zaak = await huis.Concept(tijdvak, formulier, Wie);
        await huis.Gelukt(Wie, HttpMethod.Post, $"/v1/aanvragen/{zaak}/indiening", new { });
        await huis.Stil();
        await Doorzoekbaar(zaak);
        var blad = await Portaal.Aangemeld(huis, browser, scripts: true, wie: Portaalhuis.Beoordelaar);
        var rij = blad.Locator($"tbody tr:has(a[href='/zaken/{zaak}'])");

        await Zoek("flessenblazen");
        Assert.Equal(["flessenblazen"], await rij.Locator("mark").AllInnerTextsAsync());
        Assert.Contains(Naam, await rij.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("Plan: ", await rij.InnerTextAsync(), StringComparison.Ordinal);
        await Portaal.IsBruikbaar(blad, "zaken-gevonden");

        await Zoek("flessenblazem");
        Assert.Contains("Wij zochten ook op: flessenblazen.", await Gezegd(), StringComparison.Ordinal);
        Assert.Equal(["flessenblazen"], await rij.Locator("mark").AllInnerTextsAsync());
        await Portaal.IsBruikbaar(blad, "zaken-verbeterd");

        // What begins as the number of a case is a name when no number begins so.
        foreach (var naam in (string[])["Slim-Advies", "slim-adv kurkentrekker", "Kurkentrekker", Kvk, zaak, zaak[..12], $"{zaak}-V1"])
        {
            await Zoek(naam);
            Assert.True(await rij.CountAsync() == 1, $"'{naam}' does not find it.");
            Assert.Equal(0, await blad.Locator("#zoekfout").CountAsync());
        }
        await blad.Context.CloseAsync();

        async Task Zoek(string tekst)
        {
            await blad.Ga("/zaken");
            await blad.Locator("#zoek").FillAsync(tekst);
            await Portaal.Knop(blad, "Zoeken");
            await blad.WaitForURLAsync("**/zaken?zoek=*");
        }

        Task<string> Gezegd() => blad.Locator("main p[role=status]").InnerTextAsync();
    }

    [Fact]
    public async Task Who_works_reads_the_name_of_the_enterprise_in_every_list_and_above_its_case()
    {
        const string Wie = "genoemd";
        const string Kvk = "91000082";
        const string Bedrijf = "Mandenvlechterij Wilgenteen";
        const string Tijdvak = "2026-genoemd-mkb";
        huis.Registreer(Wie, "Gerda Genoemd", Kvk);
        await huis.Ingeschreven(Wie, Bedrijf, Kvk);
        await huis.Tijdvak(Tijdvak);
        var formulier = Portaalhuis.Ondertekend.Replace("Bouwbedrijf De Troffel B.V.", Bedrijf, StringComparison.Ordinal);
        var zaak = await huis.Concept(Tijdvak, formulier, Wie);
        await huis.Gelukt(Wie, HttpMethod.Post, $"/v1/aanvragen/{zaak}/indiening", new { });
        await huis.Gelukt("beoordelaar", HttpMethod.Post, $"/v1/aanvragen/{zaak}/volledigheid", new { volledig = true });
        await huis.Gelukt("beoordelaar", HttpMethod.Post, $"/v1/aanvragen/{zaak}/toewijzing", new { });
        await Werkzaak.Reserveer(huis, Tijdvak, zaak);
        await Werkzaak.LegVoor(huis, zaak);
        await Doorzoekbaar(zaak);
        var mila = await Portaal.Aangemeld(huis, browser, scripts: true, wie: Werkzaak.Medeondertekenaar);

        foreach (
            var (pad, plaats) in ((string, string)[])
                [
                    ("/beheer/ondertekenen", $"tbody tr:has(a[href='/beheer/zaken/{zaak}/besluit'])"),
                    ($"/beheer/werk?tijdvak={Tijdvak}", $"tbody tr:has(a[href='/zaken/{zaak}'])"),
                    ($"/zaken?zoek={zaak}", $"tbody tr:has(a[href='/zaken/{zaak}'])"),
                    ($"/zaken/{zaak}", "main"),
                    ($"/beheer/zaken/{zaak}", "#aanvrager"),
                ]
        )
        {
            await mila.Ga(pad);
            Assert.Contains(Bedrijf, await mila.Locator(plaats).First.InnerTextAsync(), StringComparison.Ordinal);
        }
        await mila.Context.CloseAsync();
    }

    /// <summary>Until the round has been there by which it is found, and the one by which it stands in the list of work.</summary>
    private async Task Doorzoekbaar(string zaak)
    {
        var wacht =
            $"select (select count(*) from zaken.zoekwerk where zaaknummer = '{zaak}') + (select count(*) from zaken.termijnwerk where zaaknummer = '{zaak}')";
        for (var i = 0; i < 300 && await huis.Voer(wacht) is not 0L; i++)
        {
            await Task.Delay(100, Ct);
        }
        Assert.Equal(0L, await huis.Voer(wacht));
    }
}
