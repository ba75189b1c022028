using System.Net;
using Microsoft.Playwright;
using SlimRegeling.Platform.Tijd;
using Xunit.v3;
using static SlimRegeling.Web.Tests.Toetsenbord;

namespace SlimRegeling.Web.Tests;

/// <summary>
/// A day of who assesses and who signs, without a mouse: twenty cases, two people, one objection that two others judge. A part of the day needs those
/// before it, so each is done by its own test or by the first that needs it, and each ends with what the API says of the cases.
/// </summary>
[TestMethodOrderer(typeof(UnorderedTestMethodOrderer))]
public sealed partial class BeoordelaarsdagTests(Kantoor kantoor, Browser browser) : IClassFixture<Kantoor>
{
    private const string Werk = "/beheer/werk";
    private const string Bea = "beoordelaar-2";
    private const string Max = "medeondertekenaar-2";
    private const string Argument = "Het plan laat dit zien.";
    private const string Terugreden = "De planning past niet bij de begroting.";
    private const string Schrapreden = "Deze uren staan niet in het plan.";
    private const string Motivering = "Het plan is haalbaar.";
    private const string Alles = "a[href*='alles=true']";
    private const string Bewaar = ".slim-knoppen button[value=bewaar]";
    private const string Voorleggen = "button[value=voorleggen]";
    private const string Teken = "form[action*='handler=Teken'] button";
    private const string Ondertekenen = "a[href='/beheer/ondertekenen']";
    private const string Bezwaren = "a[href='/beheer/bezwaren']";

    private string Onvolledig => kantoor.Zaken[0];

    private string MetBelang => kantoor.Zaken[1];

    private string VanDina => kantoor.Zaken[2];

    private string Geschrapt => kantoor.Zaken[3];

    private string Geweigerd => kantoor.Zaken[4];

    private string Teruggezonden => kantoor.Zaken[5];

    private string Tussentijds => kantoor.Zaken[6];

    private string Laatste => kantoor.Zaken[^1];

    [Fact]
    public Task In_the_morning_cases_are_divided_and_looked_through() => kantoor.Eenmaal(Verdeel);

    [Fact]
    public Task Then_they_are_judged_ground_by_ground_and_laid_before_another() => kantoor.Eenmaal(Beoordeel);

    [Fact]
    public Task The_other_signs_them_and_sends_one_back() => kantoor.Eenmaal(Onderteken);

    [Fact]
    public async Task The_one_that_was_refused_objects_by_letter_and_at_the_end_all_twenty_are_as_people_decided()
    {
        await kantoor.Eenmaal(Heroverweeg);
        var standen = new List<string>();
        foreach (var zaak in kantoor.Zaken)
        {
            standen.Add(await Uitkomst(zaak));
        }
        Assert.Equal(kantoor.Zaken.Select(Verwacht), standen);
        var brief = await kantoor.Lees($"/v1/brieven/{Geschrapt}-verlening/pagina");
        Assert.Contains("6.900,00", brief.GetRawText(), StringComparison.Ordinal);
    }

    private async Task Verdeel()
    {
        var bas = await Begin(Kantoor.Bas);
        await Open(bas, $"a[href='{Werk}']", "werk");
        await Typ(bas, "#wie", "Niem");
        await Typ(bas, "#fase", "Te");
        await Volg(bas, "form[role=search] button");
        Assert.Equal(Kantoor.Aantal, await bas.Locator("tbody tr").CountAsync());
        await Druk(bas, "details > summary", "Enter");
        await Typ(bas, "#weergave-naam", "Nog te verdelen");
        await Open(bas, "#weergave-naam", "werk-weergave");
        await Open(bas, "section[aria-labelledby=weergaven] a", "werk");
        Assert.EndsWith("?fase=behandelen&wie=niemand", bas.Url, StringComparison.Ordinal);

        // All but one at once; that one is taken on its own page.
        await Volg(bas, Alles);
        await Druk(bas, $"#kies-{Laatste}", "Space");
        await Samen(bas, "neem", Kantoor.Aantal - 1);
        await Toon(bas, "Ik");
        await Druk(bas, $"#kies-{VanDina}", "Space");
        await Typ(bas, "#bulk-aan", "Dina");
        await Samen(bas, "wijs", 1);
        await Toon(bas, "Ied");
        Assert.Equal(Kantoor.Dinanaam, await Rij(bas, VanDina).Locator("td[data-kop=Wie]").InnerTextAsync());

        await Toon(bas, "Ik");
        await Volg(bas, Alles);
        await Druk(bas, $"#kies-{Onvolledig}", "Space");
        await Samen(bas, "volledig", Kantoor.Aantal - 3);
        await Toon(bas, "Niem");
        await Open(bas, $"a[href='/zaken/{Laatste}']", "zaak");
        await Open(bas, $"a[href='/beheer/zaken/{Laatste}']", "behandelen");
        await Volg(bas, "form[action*='handler=Neem'] button");
        await Gezegd(bas, "U behandelt deze zaak.");
        await VerklaarVolledig(bas);

        await NaarZaak(bas, Onvolledig);
        await Open(bas, "a[href$='/volledigheid']", "volledigheid");
        await Druk(bas, "input[name=ontbreekt][value=bewijs-bankrekening]", "Space");
        await Volg(bas, "button[value=onvolledig]");
        await Gezegd(bas, "De aanvrager krijgt een brief");
        await NaarZaak(bas, MetBelang);
        await Druk(bas, "details:has(#belang-toelichting) > summary", "Enter");
        await Typ(bas, "#belang-toelichting", "Mijn zus werkt daar.");
        await Open(bas, "form[action*='handler=Belang'] button", "gesloten");
        Assert.Equal("Deze zaak is voor u gesloten", await bas.Locator("h1").InnerTextAsync());
        await bas.Context.CloseAsync();

        var dina = await Begin(Kantoor.Dina);
        await Volg(dina, $"a[href='{Werk}']");
        await Toon(dina, "Ik");
        await Open(dina, $"a[href='/zaken/{VanDina}']", "zaak");
        await Staat(dina, "U hebt deze zaak.");
        await Open(dina, $"a[href='/beheer/zaken/{VanDina}']", "behandelen");
        await VerklaarVolledig(dina);
        await dina.Context.CloseAsync();

        await kantoor.Portaal.Stil();
        await IsOveral(zaak => zaak == Onvolledig ? "aanvulling-gevraagd" : "volledig");
        using var dicht = await Voorbeeldbeller.Roep(kantoor.Portaal.Adres, Kantoor.Bas, HttpMethod.Get, $"/v1/aanvragen/{MetBelang}");
        Assert.Equal(HttpStatusCode.Forbidden, dicht.StatusCode);
    }

    private async Task Beoordeel()
    {
        await kantoor.Eenmaal(Verdeel);
        await kantoor.Reserveer();
        var codes = await Werkzaak.TeOordelen(kantoor.Portaal, Geschrapt);
        var bas = await Begin(Kantoor.Bas);

        await Oordeel(bas, Geschrapt, codes);
        await Volg(bas, Bewaar);
        await Assertions.Expect(bas.Locator("#uitkomst .slim-bedrag")).ToHaveTextAsync("€\u00a08.280,00");
        await Druk(bas, "#v-regel1-oordeel-0", "ArrowDown", "ArrowDown");
        await Druk(bas, "details:has(#v-regel1-reden) > summary", "Enter");
        await Typ(bas, "#v-regel1-reden", Schrapreden);
        await Typ(bas, "#v-regel1-artikel", "2.14");
        await Open(bas, Bewaar, "beoordeling-geschrapt");
        await Assertions.Expect(bas.Locator("#uitkomst .slim-bedrag")).ToHaveTextAsync("€\u00a06.900,00");
        await LegVoor(bas);

        await Oordeel(bas, Geweigerd, codes, weiger: "niet-haalbaar");
        await LegVoor(bas);

        // The applicant tells something after Bas opened the case: he is told so, and what he typed is still there.
        var wie = Kantoor.Werkgever(6);
        await Oordeel(bas, Tussentijds, codes);
        await kantoor.Portaal.Gelukt(wie, HttpMethod.Post, $"/v1/aanvragen/{Tussentijds}/meldingen", new { tekst = "Wij zijn verhuisd." });
        await Open(bas, Voorleggen, "beoordeling-tussentijds");
        await Assertions.Expect(bas.Locator("#tussentijds")).ToContainTextAsync($"Wijziging gemeld door de aanvrager, door {wie}");
        foreach (var code in codes)
        {
            Assert.Equal(Argument, await bas.Locator($"#v-{code}-argument").InputValueAsync());
        }
        await LegVoor(bas);

        foreach (var zaak in kantoor.Zaken.Skip(7).Prepend(Teruggezonden))
        {
            await Oordeel(bas, zaak, codes);
            await LegVoor(bas);
        }
        await bas.Context.CloseAsync();
        var dina = await Begin(Kantoor.Dina);
        await Oordeel(dina, VanDina, codes);
        await LegVoor(dina);
        await dina.Context.CloseAsync();

        await kantoor.Portaal.Stil();
        await IsOveral(zaak =>
            zaak == Onvolledig ? "aanvulling-gevraagd"
            : zaak == MetBelang ? "volledig"
            : "beoordeeld"
        );
    }

    private async Task Onderteken()
    {
        await kantoor.Eenmaal(Beoordeel);
        var dina = await Begin(Kantoor.Dina);
        await Open(dina, Ondertekenen, "ondertekenen");
        var eigen = dina.Locator($"tbody tr:has(a[href='{Pad(VanDina, "/besluit")}'])");
        Assert.Contains("U hebt deze aanvraag zelf beoordeeld.", await eigen.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await eigen.Locator("input").CountAsync());

        await Open(dina, $"a[href='{Pad(Geschrapt, "/besluit")}']", "besluit");
        await Staat(dina, Schrapreden);
        Assert.Contains("6.900,00", await dina.Locator("article.slim-brief").InnerTextAsync(), StringComparison.Ordinal);
        await Open(dina, Teken, "besloten");
        await Gezegd(dina, "U hebt het besluit ondertekend.");
        await Open(dina, Ondertekenen, "ondertekenen");
        await Open(dina, $"a[href='{Pad(Teruggezonden, "/besluit")}']", "besluit");
        await Druk(dina, "details:has(#terug-reden) > summary", "Enter");
        await Typ(dina, "#terug-reden", Terugreden);
        await Volg(dina, "form[action*='handler=Terug'] button");
        await Gezegd(dina, "Het voorstel is teruggezonden.");

        await Open(dina, Ondertekenen, "ondertekenen");
        string[] samen = [.. kantoor.Zaken.Skip(6).Append(Geweigerd).Order(StringComparer.Ordinal)];
        foreach (var zaak in samen)
        {
            await Druk(dina, $"input[name=zaak][value^='{zaak}']", "Space");
        }
        await Open(dina, "#voorstellen button", "ondertekenen-uitkomst");
        await Staat(dina, $"{samen.Length} van {samen.Length} ondertekend");
        await kantoor.Bijgewerkt();

        var bas = await Begin(Kantoor.Bas);
        await Volg(bas, $"a[href='{Werk}']");
        await Typ(bas, "#wie", "Ik");
        await Typ(bas, "#status", "Opn");
        await Volg(bas, "form[role=search] button");
        await Open(bas, $"a[href='/zaken/{Teruggezonden}']", "zaak");
        var stap = bas.Locator("tbody tr", new() { HasText = "Voorstel teruggezonden" });
        Assert.Equal(Kantoor.Dinanaam, await stap.Locator("td[data-kop=Door]").InnerTextAsync());
        await Open(bas, $"a[href='{Pad(Teruggezonden)}']", "behandelen");
        await Open(bas, "a[href$='/besluit']", "besluit-terug");
        await Staat(bas, Terugreden);
        await Open(bas, "a[href$='/beoordeling']", "beoordeling");
        await LegVoor(bas);
        await bas.Context.CloseAsync();
        await kantoor.Portaal.Stil();

        await Open(dina, Ondertekenen, "ondertekenen");
        await Open(dina, $"a[href='{Pad(Teruggezonden, "/besluit")}']", "besluit");
        await Volg(dina, Teken);
        await Gezegd(dina, "U hebt het besluit ondertekend.");
        await dina.Context.CloseAsync();
        await kantoor.Portaal.Stil();
        Assert.Equal("afgewezen", await Status(Geweigerd));
    }

    private async Task Heroverweeg()
    {
        await kantoor.Eenmaal(Onderteken);
        kantoor.Later(dagen: 10);
        var bezwaar = $"{Geweigerd}-BZ1";
        var pad = $"a[href='/beheer/bezwaren/{bezwaar}']";
        var bas = await Begin(Kantoor.Bas);
        await Open(bas, Bezwaren, "bezwaren");
        await Open(bas, "a[href='/beheer/bezwaren/invoeren']", "bezwaar-invoeren");
        await TypOver(bas, $"{Moment.Dag(kantoor.Portaal.Nu):d-M-uuuu}");
        await Gezegd(bas, "Het bezwaar is vastgelegd.");
        await Staat(bas, "U werkte mee aan het besluit");
        await Staat(bas, "op tijd");
        Assert.Equal(0, await bas.Locator("#stap-voorstel").CountAsync());
        await bas.Context.CloseAsync();
        await kantoor.Portaal.Stil();

        var bea = await Begin(Bea);
        await Open(bea, Bezwaren, "bezwaren");
        await Open(bea, pad, "bezwaar");
        await Stap(bea, "commissie", "Uw stap is vastgelegd.");
        await Stap(bea, "advies", "Uw stap is vastgelegd.", ("strekking-0", null), ("tekst", "Wij vinden het plan haalbaar."));
        await Stap(bea, "ontvankelijkheid", "Uw stap is vastgelegd.", ("grond-0", null), ("argument", "Binnen zes weken."));
        await Stap(bea, "hoorafzien", "Uw stap is vastgelegd.", ("grond-0", null), ("argument", "Dat staat in de brief."));
        await Herbeoordeel(bea);
        await kantoor.Portaal.Stil();
        await bea.ReloadAsync();
        await Staat(bea, "Niets staat in de weg");
        await Stap(bea, "voorstel", "Het voorstel ligt klaar om te worden ondertekend.", ("uitkomst-0", null), ("motivering", Motivering));
        await bea.Context.CloseAsync();
        await kantoor.Portaal.Stil();

        var max = await Begin(Max);
        await Open(max, Bezwaren, "bezwaren");
        await Open(max, pad, "bezwaar");
        await Staat(max, "De subsidie wordt verleend");
        await Stap(max, "ondertekening", "De beslissing is genomen.");
        await max.Context.CloseAsync();
        await kantoor.Portaal.Stil();

        var werkgever = await Begin(Kantoor.Werkgever(4));
        await Open(werkgever, $"a[href='/zaken/{Geweigerd}']", "zaak-aanvrager");
        await Open(werkgever, "a[href*='handler=Briefpagina'][href*='beslissing-op-bezwaar']", "brief");
        Assert.Contains(Motivering, await werkgever.Locator("article.slim-brief").InnerTextAsync(), StringComparison.Ordinal);
        await werkgever.Context.CloseAsync();
    }
}
