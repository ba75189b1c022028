using System.Text.Json;
using Microsoft.Playwright;
using NodaTime;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Web.Tests;

/// <summary>The whole way of an objection by the pages: from the refusal to the award, by who applied and who decide.</summary>
public sealed class BezwaarreisTests(Browser browser)
{
    private const string Tijdvak = "2026-bezwaar-mkb";
    private const string Inschrijving = """
        {"naam":"Bouwbedrijf De Troffel B.V.","straat":"Steenweg 12","postcode":"3511 AB","plaats":"Utrecht","sbiCodes":["4321"],
         "iban":"NL13TEST0123456789","tenaamstelling":"Bouwbedrijf De Troffel B.V."}
        """;

    [Fact]
    public async Task Who_was_refused_objects_and_two_others_decide_that_it_is_awarded()
    {
        var klok = new Verzetklok();
        await using var huis = new Portaalhuis { Klok = klok };
        await huis.InitializeAsync();
        var zaak = await Afgewezen(huis, klok);
        // The term begins the day after the letter was sent (6:8 Awb).
        klok.Verzet += Duration.FromDays(1);
        var olivia = await Portaal.Aangemeld(huis, browser, scripts: true);
        var bezwaar = await Maak(olivia, zaak);
        await huis.Stil();
        await IsNietVoorDeBuurman(huis, zaak, bezwaar);
        var pad = $"/beheer/bezwaren/{bezwaar}";

        // Who decided on the application sees it, and judges nothing.
        var bas = await Portaal.Aangemeld(huis, browser, wie: Portaalhuis.Beoordelaar);
        await bas.Ga(pad);
        Assert.Contains("U werkte mee aan het besluit", await bas.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await bas.Locator("#stap-voorstel").CountAsync());
        await bas.Context.CloseAsync();

        var bea = await Portaal.Aangemeld(huis, browser, scripts: true, wie: "Bea Beoordelaar");
        await StaatInDeWerklijst(bea, huis, zaak, bezwaar);
        await bea.Ga("/");
        await bea.GetByRole(AriaRole.Link, new() { Name = "Bezwaren" }).ClickAsync();
        await Portaal.IsBruikbaar(bea, "bezwaren");
        await bea.GetByRole(AriaRole.Link, new() { Name = bezwaar }).ClickAsync();
        await Assertions.Expect(bea.Locator("h1")).ToContainTextAsync(bezwaar);
        Assert.Contains("op tijd", await bea.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await Portaal.IsBruikbaar(bea, "bezwaar-behandelen");
        await Behandel(bea, huis);

        var max = await Portaal.Aangemeld(huis, browser, scripts: true, wie: "Max Medeondertekenaar");
        await max.Ga(pad);
        Assert.Contains("De subsidie wordt verleend", await max.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        var brief = await max.Locator("article.slim-brief").InnerTextAsync();
        Assert.Contains($"Kenmerk {bezwaar}-1", brief, StringComparison.Ordinal);
        Assert.Contains("Het plan is haalbaar.", brief, StringComparison.Ordinal);
        await Portaal.IsBruikbaar(max, "bezwaar-ondertekenen");
        await Open(max, "ondertekening");
        await Portaal.Knop(max, "Onderteken de beslissing");
        await max.GetByText("De beslissing is genomen.").WaitForAsync();
        await huis.Stil();
        await max.ReloadAsync();
        await Portaal.IsBruikbaar(max, "bezwaar-beslist");
        await max.Context.CloseAsync();

        await olivia.Ga($"/aanvragen/{zaak}/bezwaren/{bezwaar}");
        var tekst = await olivia.Locator("main").InnerTextAsync();
        Assert.Contains("Gegrond", tekst, StringComparison.Ordinal);
        Assert.Contains("Het plan is haalbaar.", tekst, StringComparison.Ordinal);
        Assert.Contains("in beroep bij de rechter tot en met", tekst, StringComparison.Ordinal);
        await Portaal.IsBruikbaar(olivia, "bezwaarstand-beslist");
        await olivia.Ga($"/zaken/{zaak}");
        tekst = await olivia.Locator("main").InnerTextAsync();
        Assert.Contains("Beslissing op bezwaar", tekst, StringComparison.Ordinal);
        Assert.Equal("verleend", (await huis.Lees($"/v1/zaken/{zaak}")).GetProperty("status").GetString());
        await Portaal.IsBruikbaar(olivia, "zaak-bezwaar");
        await olivia.Context.CloseAsync();

        await TypOver(bea, huis, zaak);
        await MeldBelang(bea, zaak, bezwaar);
        await bea.Context.CloseAsync();
    }

    /// <summary>By the page of the case, with a mistake on the way.</summary>
    private static async Task<string> Maak(IPage blad, string zaak)
    {
        await blad.Ga($"/zaken/{zaak}");
        Assert.Contains("U kunt bezwaar maken tot en met", await blad.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        // The reasons stand with the decision too.
        Assert.Contains("Gezien.", await blad.Locator("section[aria-labelledby=waarom]").InnerTextAsync(), StringComparison.Ordinal);
        await blad.GetByRole(AriaRole.Link, new() { Name = "Bezwaar maken" }).ClickAsync();
        await Portaal.IsBruikbaar(blad, "bezwaar-maken");
        await blad.Locator("#naam").FillAsync("Olivia Ondernemer");
        await Portaal.Knop(blad, "Verstuur uw bezwaar");
        await blad.Locator("#fouten a").First.ClickAsync();
        await Assertions.Expect(blad.Locator("#gronden")).ToBeFocusedAsync();
        Assert.Equal("Olivia Ondernemer", await blad.Locator("#naam").InputValueAsync());
        await Portaal.IsBruikbaar(blad, "bezwaar-maken-fout");
        await blad.Locator("#gronden").FillAsync("Ons plan is wel haalbaar.");
        await blad.Locator("#horen-nee").CheckAsync();
        await Portaal.Knop(blad, "Verstuur uw bezwaar");
        await blad.WaitForURLAsync("**/bezwaren/*");
        Assert.Contains("Wij hebben uw bezwaar ontvangen", await blad.Locator("[role=status]").InnerTextAsync(), StringComparison.Ordinal);
        await Portaal.IsBruikbaar(blad, "bezwaarstand");

        await blad.Locator("#tekst").FillAsync("Zie ook ons jaarplan.");
        await Portaal.Knop(blad, "Verstuur de aanvulling");
        await blad.GetByText("Wij hebben uw aanvulling ontvangen.").WaitForAsync();
        Assert.Contains("Zie ook ons jaarplan.", await blad.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        var bezwaar = blad.Url.Split('/')[^1];
        await blad.GetByRole(AriaRole.Link, new() { Name = "Bezwaar intrekken" }).ClickAsync();
        await Portaal.IsBruikbaar(blad, "bezwaar-intrekken");
        await blad.GetByRole(AriaRole.Link, new() { Name = "Nee, terug naar uw bezwaar" }).ClickAsync();
        await blad.WaitForURLAsync($"**/{bezwaar}");
        return bezwaar;
    }

    private async Task IsNietVoorDeBuurman(Portaalhuis huis, string zaak, string bezwaar)
    {
        var bram = await Portaal.Aangemeld(huis, browser, wie: Portaalhuis.Buurman);
        foreach (var waar in (string[])["bezwaar", $"bezwaren/{bezwaar}", $"bezwaren/{bezwaar}/intrekken"])
        {
            Assert.Equal((waar, 404), (waar, (await bram.Ga($"/aanvragen/{zaak}/{waar}"))!.Status));
        }
        Assert.Equal(403, (await bram.Ga($"/beheer/bezwaren/{bezwaar}"))!.Status);
        await bram.Context.CloseAsync();
    }

    /// <summary>The case was decided on, so there only the objection is work.</summary>
    private static async Task StaatInDeWerklijst(IPage blad, Portaalhuis huis, string zaak, string bezwaar)
    {
        for (var i = 0; i < 300 && await huis.Voer("select 1 from zaken.termijnwerk limit 1") is not null; i++)
        {
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
        await blad.Ga("/beheer/werk?fase=bezwaar");
        var rij = blad.Locator("tbody tr", new() { HasText = zaak });
        Assert.Contains("Beslistermijn op bezwaar (artikel 7:10, eerste lid, Awb)", await rij.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await blad.Locator($"#kies-{zaak}").CountAsync());
        await Portaal.IsBruikbaar(blad, "werk-bezwaar");
        await rij.GetByRole(AriaRole.Link, new() { Name = $"Bezwaar {bezwaar}" }).ClickAsync();
        await blad.WaitForURLAsync($"**/beheer/bezwaren/{bezwaar}");
    }

    /// <summary>Judges, does not hear, assesses again and proposes; what is not filled in is told at once and keeps what was.</summary>
    private static async Task Behandel(IPage blad, Portaalhuis huis)
    {
        await Open(blad, "ontvankelijkheid");
        await blad.Locator("#ontvankelijkheid-argument").FillAsync("Binnen zes weken.");
        await Portaal.Knop(blad, "Leg het oordeel vast");
        Assert.Contains("Maak een keuze.", await blad.Locator("#fouten").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal("Binnen zes weken.", await blad.Locator("#ontvankelijkheid-argument").InputValueAsync());
        await Portaal.IsBruikbaar(blad, "bezwaar-behandelen-fout");
        await Kies(blad, "ontvankelijkheid", "grond", "op-tijd");
        await Portaal.Knop(blad, "Leg het oordeel vast");
        await blad.GetByText("Uw stap is vastgelegd.").WaitForAsync();

        await Open(blad, "hoorafzien");
        await Kies(blad, "hoorafzien", "grond", "wil-niet-gehoord");
        await blad.Locator("#hoorafzien-argument").FillAsync("Zelf gezegd.");
        await Portaal.Knop(blad, "Leg vast dat u niet hoort");
        await blad.GetByText("Niet gehoord: de indiener wil dat niet.").WaitForAsync();

        await Open(blad, "herbeoordeling");
        // The budget stands as it was judged when it was refused; what is judged anew changes it and nothing else does.
        Assert.True(await blad.Locator("#v-regel0-oordeel-1").IsCheckedAsync());
        Assert.Equal("70", await blad.Locator("#v-regel0-uren").InputValueAsync());
        Assert.Equal("Tien uur is niet onderbouwd.", await blad.Locator("#v-regel0-reden").InputValueAsync());
        var bedrag = blad.Locator("#uitkomst .slim-bedrag");
        await Assertions.Expect(bedrag).ToHaveTextAsync("€\u00a06.037,50");
        await Portaal.Knop(blad, "Leg de herbeoordeling vast");
        await Assertions.Expect(blad.Locator("#fouten")).ToContainTextAsync("Geef uw oordeel.");
        await Portaal.IsBruikbaar(blad, "bezwaar-herbeoordelen-fout");
        foreach (var veld in await blad.Locator("#stap-herbeoordeling input[value='voldaan']").AllAsync())
        {
            await veld.CheckAsync();
        }
        foreach (var veld in await blad.Locator("#stap-herbeoordeling textarea[id$='-argument']").AllAsync())
        {
            await veld.FillAsync("Blijkt uit het plan.");
        }
        await blad.Locator("#v-regel0-uren").FillAsync("85");
        await Portaal.Knop(blad, "Bereken wat dit oplevert");
        await Assertions.Expect(blad.Locator("#fouten")).ToContainTextAsync("artikel 4:29 Awb");
        await blad.Locator("#v-regel0-uren").FillAsync("75");
        await Portaal.Knop(blad, "Bereken wat dit oplevert");
        await Assertions.Expect(bedrag).ToHaveTextAsync("€\u00a06.468,75");
        await Assertions.Expect(blad.Locator("#uitkomst")).ToContainTextAsync("Voorstel: verlenen.");
        await Portaal.IsBruikbaar(blad, "bezwaar-herbeoordelen");
        await Portaal.Knop(blad, "Leg de herbeoordeling vast");
        await blad.GetByText("De herbeoordeling is vastgelegd.").WaitForAsync();
        await huis.Stil();
        await blad.ReloadAsync();
        var opnieuw = await blad.Locator("section[aria-labelledby=herbeoordeling]").InnerTextAsync();
        Assert.Contains("Niets staat in de weg", opnieuw, StringComparison.Ordinal);
        Assert.Contains("€\u00a06.468,75", opnieuw, StringComparison.Ordinal);

        await Open(blad, "voorstel");
        await Kies(blad, "voorstel", "uitkomst", "gegrond");
        await blad.Locator("#voorstel-motivering").FillAsync("Het plan is haalbaar.");
        await Portaal.Knop(blad, "Leg het voorstel voor");
        await blad.GetByText("Het voorstel ligt klaar om te worden ondertekend.").WaitForAsync();
        await huis.Stil();
    }

    private static async Task TypOver(IPage blad, Portaalhuis huis, string zaak)
    {
        await blad.Ga("/beheer/bezwaren");
        await blad.GetByRole(AriaRole.Link, new() { Name = "Een bezwaar overtypen uit een brief" }).ClickAsync();
        await Portaal.IsBruikbaar(blad, "bezwaar-invoeren");
        await blad.Locator("#invoer-zaaknummer").FillAsync(zaak);
        await blad.Locator("#invoer-ontvangenOp").FillAsync("gisteren");
        await blad.Locator("#invoer-naam").FillAsync("Bram Buurman");
        await Portaal.Knop(blad, "Leg het bezwaar vast");
        Assert.Contains(
            "Schrijf de datum als dag, maand en jaar",
            await blad.Locator("#fouten").InnerTextAsync(),
            StringComparison.Ordinal
        );
        Assert.Equal("Bram Buurman", await blad.Locator("#invoer-naam").InputValueAsync());
        await Portaal.IsBruikbaar(blad, "bezwaar-invoeren-fout");
        await blad.Locator("#invoer-besluit").FillAsync(await Eerste(huis, zaak));
        await Kies(blad, "invoer", "indiener", "derde");
        await blad.Locator("#invoer-ontvangenOp").FillAsync($"{Moment.Dag(huis.Nu):d-M-uuuu}");
        await Kies(blad, "invoer", "ondertekend", "ja");
        await Portaal.Knop(blad, "Leg het bezwaar vast");
        await blad.GetByText("Het bezwaar is vastgelegd.").WaitForAsync();
        var tekst = await blad.Locator("main").InnerTextAsync();
        Assert.Contains("Iemand anders: Bram Buurman", tekst, StringComparison.Ordinal);
        Assert.Contains("waarom men het niet eens is met het besluit", tekst, StringComparison.Ordinal);
        Assert.Equal(1, await blad.Locator("#stap-herstelverzoek").CountAsync());
        await Corrigeer(blad);
    }

    /// <summary>What was typed in stands there, and only what is wrong is typed again.</summary>
    private static async Task Corrigeer(IPage blad)
    {
        await Open(blad, "correctie");
        Assert.Equal("Bram Buurman", await blad.Locator("#correctie-naam").InputValueAsync());
        await blad.Locator("#correctie-naam").FillAsync("Bram Buurman-Smit");
        await blad.Locator("#correctie-reden").FillAsync("Een deel van de naam ontbrak.");
        await Portaal.Knop(blad, "Leg de correctie vast");
        await blad.GetByText("Uw stap is vastgelegd.").WaitForAsync();
        var tekst = await blad.Locator("main").InnerTextAsync();
        Assert.Contains("Iemand anders: Bram Buurman-Smit", tekst, StringComparison.Ordinal);
        Assert.Contains("Een deel van de naam ontbrak.", tekst, StringComparison.Ordinal);
    }

    /// <summary>Declared at one objection it closes the case, with all its objections.</summary>
    private static async Task MeldBelang(IPage blad, string zaak, string bezwaar)
    {
        await Open(blad, "belang");
        await blad.Locator("#belang-toelichting").FillAsync("Mijn zus werkt daar.");
        await Portaal.Knop(blad, "Meld uw belang");
        await blad.WaitForURLAsync("**/beheer/bezwaren");
        Assert.DoesNotContain(zaak, await blad.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        foreach (var pad in (string[])[$"/beheer/bezwaren/{bezwaar}", $"/beheer/zaken/{zaak}"])
        {
            Assert.Equal(403, (await blad.Ga(pad))!.Status);
            Assert.Equal("Deze zaak is voor u gesloten", await blad.Locator("h1").InnerTextAsync());
        }
    }

    /// <summary>The number of the first decision of the case.</summary>
    private static async Task<string> Eerste(Portaalhuis huis, string zaak) =>
        (await huis.Lees($"/v1/verleningen/{zaak}/bezwaren")).GetProperty("besluiten")[0].GetProperty("besluit").GetString()!;

    private static Task Open(IPage blad, string stap) => blad.Locator($"#stap-{stap} > summary").ClickAsync();

    private static Task Kies(IPage blad, string stap, string veld, string waarde) =>
        blad.Locator($"#{stap}-{veld} input[value='{waarde}']").CheckAsync();

    /// <summary>Refused by people, after the window had closed.</summary>
    private static async Task<string> Afgewezen(Portaalhuis huis, Verzetklok klok)
    {
        var inschrijving = JsonSerializer.Deserialize<JsonElement>(Inschrijving);
        await huis.Gelukt("ondernemer", HttpMethod.Post, $"/v1/ondernemingen/{Bezwaarzaak.Kvk}", inschrijving);
        await huis.Tijdvak(Tijdvak, dagen: 1, volgorde: "binnenkomst");
        var zaak = await huis.Concept(Tijdvak, Portaalhuis.Ondertekend);
        await huis.Gelukt("ondernemer", HttpMethod.Post, $"/v1/aanvragen/{zaak}/indiening", new { });
        await huis.Stil();
        const string Wie = "beoordelaar";
        await huis.Gelukt(Wie, HttpMethod.Post, $"/v1/aanvragen/{zaak}/volledigheid", new { volledig = true });
        klok.Verzet = Duration.FromDays(2);
        await huis.Gelukt("regelbeheerder", HttpMethod.Post, $"/v1/ontvangsten/{Tijdvak}", new { });
        await huis.Stil();
        await huis.Gelukt(Wie, HttpMethod.Post, $"/v1/aanvragen/{zaak}/toewijzing", new { });
        var beeld = await huis.Gelukt(Wie, HttpMethod.Get, $"/v1/aanvragen/{zaak}");
        var gronden = beeld
            .GetProperty("teOordelen")
            .EnumerateArray()
            .Select(c => c.GetString()!)
            .Select(code => new
            {
                code,
                uitkomst = code == "niet-haalbaar" ? "nietVoldaan" : "voldaan",
                argument = "Gezien.",
            });
        var regel = new
        {
            regel = "activiteiten[0].externeUren[0]",
            uitkomst = "gewijzigd",
            nieuw = new { uren = 70 },
            reden = "Tien uur is niet onderbouwd.",
            artikel = "2.14",
        };
        await huis.Gelukt(Wie, HttpMethod.Post, $"/v1/aanvragen/{zaak}/beoordeling", new { gronden, regels = new[] { regel } });
        await huis.Stil();
        await Bezwaarzaak.Onderteken(huis.Adres, zaak);
        await huis.Stil();
        return zaak;
    }
}
