using System.Net;
using System.Text.Json;
using Microsoft.Playwright;

namespace SlimRegeling.Web.Tests;

/// <summary>One adviser, several enterprises: the pages on which machtigingen are given, ended and chosen, and what each page then says.</summary>
public sealed class MachtigingTests(Paginahuis huis, Browser browser)
{
    private const string Adviseur = "68727720";
    private const string Ondernemer = "69599084";
    private const string Buurvrouw = "22222222";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_enterprise_gives_one_the_adviser_chooses_it_and_ending_it_is_felt_on_the_next_page()
    {
        using var ondernemer = new Bezoeker(huis.Adres);
        using var aangemeld = await ondernemer.MeldAan("ondernemer", "/machtigingen");
        await Geef(ondernemer);

        using var adviseur = new Bezoeker(huis.Adres);
        using var zelf = await adviseur.MeldAan("adviseur", "/machtigingen");
        Assert.Contains("Bouwbedrijf De Troffel", await Tekst(zelf), StringComparison.Ordinal);
        using var nogNiets = await adviseur.Haal($"/zaken/{huis.Zaak}");
        Assert.Equal(HttpStatusCode.NotFound, nogNiets.StatusCode);

        await Kies(adviseur, Ondernemer);
        foreach (
            var pad in (string[])
                ["/", "/aanvragen", $"/aanvragen/{huis.Concept}", $"/zaken/{huis.Zaak}", "/machtigingen", "/proefberekening"]
        )
        {
            using var blad = await adviseur.Haal(pad);
            Assert.Equal((pad, HttpStatusCode.OK), (pad, blad.StatusCode));
            Assert.Contains($"U handelt namens Bouwbedrijf De Troffel (KVK {Ondernemer}).", await Tekst(blad), StringComparison.Ordinal);
        }

        // Whoever one acts for, one's own machtigingen are one's own.
        using var gevenAls = await adviseur.Haal($"/machtigingen/{Ondernemer}-{Adviseur}/beeindigen");
        Assert.Equal(HttpStatusCode.NotFound, gevenAls.StatusCode);

        await Beeindig(ondernemer);
        foreach (var pad in (string[])["/aanvragen", $"/aanvragen/{huis.Concept}/plan", $"/zaken/{huis.Zaak}"])
        {
            using var blad = await adviseur.Haal(pad);
            Assert.Equal((pad, HttpStatusCode.Forbidden), (pad, blad.StatusCode));
            var tekst = await Tekst(blad);
            Assert.Contains("De onderneming kan haar hebben", tekst, StringComparison.Ordinal);
            Assert.Contains("Kies voor wie u handelt", tekst, StringComparison.Ordinal);
        }
        // The way out is always there.
        using var keuze = await adviseur.Haal("/machtigingen");
        using var gestopt = await Verstuur(adviseur, await Tekst(keuze), "/machtigingen", "handler=Stop");
        using var weerZelf = await adviseur.Haal("/aanvragen");
        Assert.DoesNotContain("U handelt namens", await Tekst(weerZelf), StringComparison.Ordinal);
        using var teLaat = await Verstuur(adviseur, await Tekst(zelf), "/machtigingen", "handler=Kies", ("kvkNummer", Ondernemer));
        Assert.Contains("Deze machtiging geldt nu niet", await Tekst(teLaat), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_stood_ready_in_an_old_tab_for_one_enterprise_never_goes_to_another()
    {
        await Geef("ondernemer", "De Troffel");
        await Geef("buurvrouw", "Slagerij");
        using var adviseur = new Bezoeker(huis.Adres);
        using var zelf = await adviseur.MeldAan("adviseur");
        await Kies(adviseur, Buurvrouw);
        var pad = $"/aanvragen/beginnen?tijdvak={Paginahuis.Tijdvak}";
        using var oudeTab = await adviseur.Haal(pad);
        var oud = await Tekst(oudeTab);

        await Kies(adviseur, Ondernemer);
        using var geweigerd = await Verstuur(
            adviseur,
            oud,
            "/aanvragen/beginnen",
            "/aanvragen/beginnen",
            ("tijdvak", Paginahuis.Tijdvak),
            ("sleutel", "x")
        );
        Assert.Equal(HttpStatusCode.BadRequest, geweigerd.StatusCode);
        Assert.Contains("Deze pagina stond klaar voor een andere onderneming", await Tekst(geweigerd), StringComparison.Ordinal);
        Assert.Equal("[]", await Concepten("buurvrouw"));

        // The draft of the one, in a tab, while one acts for the other.
        using var eigen = await adviseur.Haal($"/aanvragen/{huis.Concept}/plan");
        Assert.Equal(HttpStatusCode.OK, eigen.StatusCode);
        await Kies(adviseur, Buurvrouw);
        using var andermans = await adviseur.Haal($"/aanvragen/{huis.Concept}/plan");
        Assert.Equal(HttpStatusCode.NotFound, andermans.StatusCode);
        Assert.Contains("Kies voor wie u handelt", await Tekst(andermans), StringComparison.Ordinal);

        // Back with the right choice it goes.
        using var begonnen = await Verstuur(
            adviseur,
            oud,
            "/aanvragen/beginnen",
            "/aanvragen/beginnen",
            ("tijdvak", Paginahuis.Tijdvak),
            ("sleutel", Guid.NewGuid().ToString())
        );
        Assert.Equal(HttpStatusCode.Redirect, begonnen.StatusCode);
        Assert.Contains(Paginahuis.Tijdvak, await Concepten("buurvrouw"), StringComparison.Ordinal);
        await Trek("ondernemer", Ondernemer);
        await Trek("buurvrouw", Buurvrouw);
    }

    [Fact]
    public async Task Choosing_goes_on_in_the_same_session_so_signing_out_ends_it_for_every_copy()
    {
        await Geef("ondernemer", "De Troffel");
        using var adviseur = new Bezoeker(huis.Adres);
        using var zelf = await adviseur.MeldAan("adviseur");
        var (voor, sessie, voorTekst) = (adviseur.Koekjes.ToDictionary(), adviseur.Sessie, await Tekst(zelf));
        await Kies(adviseur, Ondernemer);
        var na = adviseur.Koekjes.ToDictionary();
        Assert.NotEqual(sessie, adviseur.Sessie);

        // Also from a tab of before the choice.
        using var afgemeld = await Verstuur(adviseur, voorTekst, "/", "/afmelden");
        Assert.Equal(HttpStatusCode.Redirect, afgemeld.StatusCode);
        foreach (var koekjes in (Dictionary<string, string>[])[voor, na])
        {
            using var kopie = new Bezoeker(huis.Adres);
            foreach (var (naam, waarde) in koekjes)
            {
                kopie.Koekjes[naam] = waarde;
            }
            using var geweigerd = await kopie.Haal("/aanvragen");
            Assert.Contains("/aanmelden?terug=", geweigerd.Headers.Location?.ToString(), StringComparison.Ordinal);
        }
        await Trek("ondernemer", Ondernemer);
    }

    [Fact]
    public async Task A_wrong_form_says_what_to_do_at_each_field_and_keeps_what_was_typed()
    {
        using var ondernemer = new Bezoeker(huis.Adres);
        using var aangemeld = await ondernemer.MeldAan("ondernemer", "/machtigingen/geven");
        var tekst = await Tekst(aangemeld);

        using var datum = await Verstuur(
            ondernemer,
            tekst,
            "/machtigingen/geven",
            "/machtigingen/geven",
            ("naam", "Een <b>naam</b>"),
            ("vanaf", "morgen")
        );
        var fout = await Tekst(datum);
        Assert.Contains("href=\"#vanaf\"", fout, StringComparison.Ordinal);
        Assert.Contains("Een &lt;b&gt;naam&lt;/b&gt;", fout, StringComparison.Ordinal);

        using var leeg = await Verstuur(ondernemer, tekst, "/machtigingen/geven", "/machtigingen/geven", ("gemachtigde", Ondernemer));
        var velden = await Tekst(leeg);
        foreach (var veld in (string[])["gemachtigde", "naam", "uwNaam", "omvang"])
        {
            Assert.Contains($"href=\"#{veld}\"", velden, StringComparison.Ordinal);
            Assert.Contains($"id=\"{veld}\"", velden, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_pages_can_be_used_by_everyone()
    {
        await Geef("buurvrouw", new string('W', 190));
        var blad = await browser.Open(huis.Adres, scripts: true);
        await Browser.MeldAan(blad, "Ada Adviseur");
        await blad.Ga("/machtigingen");
        await Portaal.IsBruikbaar(blad, "machtigingen-kiezen");
        await blad.GetByRole(AriaRole.Button, new() { Name = "Kies" }).First.ClickAsync();
        await blad.WaitForURLAsync("**/aanvragen");
        await Portaal.IsBruikbaar(blad, "namens");
        await blad.Ga("/taal/en?terug=/machtigingen");
        await Portaal.IsBruikbaar(blad, "machtigingen-engels");
        await blad.Ga("/machtigingen/geven");
        await blad.GetByRole(AriaRole.Button, new() { Name = "Give the authorisation" }).ClickAsync();
        await Portaal.IsBruikbaar(blad, "machtiging-geven-fout");
        await blad.Context.CloseAsync();
        await Trek("buurvrouw", Buurvrouw);
    }

    private static async Task Geef(Bezoeker ondernemer)
    {
        using var formulier = await ondernemer.Haal("/machtigingen/geven");
        using var gegeven = await Verstuur(
            ondernemer,
            await Tekst(formulier),
            "/machtigingen/geven",
            "/machtigingen/geven",
            ("gemachtigde", "6872 7720"),
            ("naam", "Adviesbureau De Wegwijzer"),
            ("uwNaam", "Bouwbedrijf De Troffel"),
            ("omvang", "aanvragen")
        );
        Assert.True(gegeven.StatusCode == HttpStatusCode.Redirect, await Tekst(gegeven));
        using var lijst = await ondernemer.Haal("/machtigingen");
        Assert.Contains("de machtiging van Adviesbureau De Wegwijzer", await Tekst(lijst), StringComparison.Ordinal);
    }

    private static async Task Beeindig(Bezoeker ondernemer)
    {
        var pad = $"/machtigingen/{Ondernemer}-{Adviseur}/beeindigen";
        using var vraag = await ondernemer.Haal(pad);
        using var beeindigd = await Verstuur(ondernemer, await Tekst(vraag), pad, pad);
        Assert.Equal(HttpStatusCode.Redirect, beeindigd.StatusCode);
        using var lijst = await ondernemer.Haal("/machtigingen");
        Assert.Contains("slim-stand--kan-nog-niet", await Tekst(lijst), StringComparison.Ordinal);
    }

    private static async Task Kies(Bezoeker adviseur, string kvkNummer)
    {
        using var lijst = await adviseur.Haal("/machtigingen");
        using var gekozen = await Verstuur(adviseur, await Tekst(lijst), "/machtigingen", "handler=Kies", ("kvkNummer", kvkNummer));
        Assert.Equal("/aanvragen", gekozen.Headers.Location?.ToString());
    }

    private Task<JsonElement> Geef(string wie, string uwNaam) =>
        Voorbeeldbeller.Gelukt(
            huis.Adres,
            wie,
            HttpMethod.Post,
            "/v1/machtigingen",
            new
            {
                gemachtigde = Adviseur,
                naam = "Ada",
                uwNaam,
                omvang = (string[])["aanvragen"],
            }
        );

    private Task<JsonElement> Trek(string wie, string kvkNummer) =>
        Voorbeeldbeller.Gelukt(huis.Adres, wie, HttpMethod.Post, $"/v1/machtigingen/{kvkNummer}-{Adviseur}/beeindiging", new { });

    private async Task<string> Concepten(string wie)
    {
        using var antwoord = await huis.Roep(wie, HttpMethod.Get, "/v1/aanvragen");
        return await Tekst(antwoord);
    }

    private static Task<HttpResponseMessage> Verstuur(
        Bezoeker wie,
        string html,
        string pad,
        string naar,
        params (string Naam, string Waarde)[] velden
    )
    {
        var formulier = Bezoeker.Formulieren(html, pad).First(f => f.Naar.Contains(naar, StringComparison.Ordinal));
        return wie.Stuur(
            HttpMethod.Post,
            formulier.Naar,
            [.. velden.Select(v => KeyValuePair.Create(v.Naam, v.Waarde)), new("__RequestVerificationToken", formulier.Teken!)]
        );
    }

    private static Task<string> Tekst(HttpResponseMessage antwoord) => antwoord.Content.ReadAsStringAsync(Ct);
}
