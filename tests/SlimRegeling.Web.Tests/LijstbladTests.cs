using System.Text.Json;
using Microsoft.Playwright;
using SlimRegeling.Platform;

namespace SlimRegeling.Web.Tests;

/// <summary>
/// Each list that is read page by page, on a page that is full: axe looks at all of it, wide, on 320 pixels and in the dark. And what is
/// further on is found.
/// </summary>
public sealed class LijstbladTests(Portaalhuis huis, Browser browser)
{
    private const int PerBladzijde = 25;
    private const int PerBeheerbladzijde = 50;
    private const string Volgende = "a[rel=next]";

    [Fact]
    public async Task An_adviser_of_many_meets_each_client_once_page_by_page_and_acts_for_one_that_was_looked_up()
    {
        const string Adviseur = "91000041";
        await Adviesbureau("Mia Machtigingen", Adviseur);
        var blad = await Portaal.Aangemeld(huis, browser, scripts: true, wie: "Mia Machtigingen");
        await blad.Ga("/machtigingen");
        Assert.Equal(PerBladzijde, await Rijen(blad, "gegeven").CountAsync());
        await Portaal.IsBruikbaar(blad, "machtigingen-vol");

        var gezien = await Gevers(blad);
        Assert.Equal(PerBladzijde, gezien.Count);
        await Ga(blad, "voor-wie");
        gezien.AddRange(await Gevers(blad));
        Assert.Equal(Enumerable.Range(0, PerBladzijde + 1).Select(i => Gever(Adviseur, i)), gezien.Order(StringComparer.Ordinal));
        Assert.Equal(0, await blad.Locator($"section[aria-labelledby=voor-wie] {Volgende}").CountAsync());
        // Of the other list the first page stayed; going on there leaves this one where it is.
        Assert.Equal(PerBladzijde, await Rijen(blad, "gegeven").CountAsync());
        await Ga(blad, "gegeven");
        Assert.Equal((1, 1), (await Rijen(blad, "gegeven").CountAsync(), (await Gevers(blad)).Count));

        await blad.Locator("#zoek").FillAsync("KLANT 34");
        await Portaal.Knop(blad, "Zoek");
        await blad.WaitForURLAsync("**/machtigingen?zoek=*");
        Assert.Equal([Gever(Adviseur, 24)], await Gevers(blad));
        await Portaal.Knop(blad, "Kies");
        await blad.WaitForURLAsync("**/aanvragen");
        Assert.Contains("U handelt namens Klant 34", await blad.ContentAsync(), StringComparison.Ordinal);
        Assert.Equal(404, (await blad.Ga("/machtigingen?ontvangen-na=ergens"))!.Status);
        await blad.Context.CloseAsync();
    }

    [Fact]
    public async Task A_beheerder_reads_the_machtigingen_of_such_an_adviser_page_by_page_and_finds_one()
    {
        const string Adviseur = "91000042";
        await Adviesbureau("Bea Bureau", Adviseur);
        var blad = await Portaal.Aangemeld(huis, browser, scripts: true, wie: "Bert Beheerder");
        await blad.Ga($"/beheer/machtigingen?kvk={Adviseur}");
        Assert.Equal((PerBladzijde, PerBladzijde), await Kaarten(blad));
        await blad.EvaluateAsync("() => document.querySelectorAll('main details').forEach((d) => { d.open = true; })");
        await Portaal.IsBruikbaar(blad, "beheer-machtigingen-vol");

        await Ga(blad, "ontvangen");
        Assert.Equal((PerBladzijde, 1), await Kaarten(blad));
        await Ga(blad, "gegeven");
        Assert.Equal((1, 1), await Kaarten(blad));
        await blad.Locator("#zoek").FillAsync("klant 34");
        await Portaal.Knop(blad, "Zoek");
        await blad.WaitForURLAsync("**/beheer/machtigingen?kvk=*&zoek=*");
        Assert.Equal((1, 1), await Kaarten(blad));
        await blad.Locator("#zoek").FillAsync("nergens");
        await Portaal.Knop(blad, "Zoek");
        await blad.WaitForURLAsync("**/beheer/machtigingen?kvk=*&zoek=nergens");
        Assert.Equal((0, 0), await Kaarten(blad));
        Assert.Contains("Wij vonden hier geen machtiging", await blad.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(404, (await blad.Ga($"/beheer/machtigingen?kvk={Adviseur}&gegeven-na=ergens"))!.Status);
        await blad.Context.CloseAsync();
    }

    [Fact]
    public async Task Drafts_and_applications_of_one_enterprise()
    {
        const string Wie = "veel-aanvragen";
        huis.Registreer(Wie, "Ans Aanvragen", "91000043");
        var zaak = await Begin(await huis.Tijdvak("2026-ingediend-met-een-lange-naam-mkb"));
        await huis.Gelukt(
            Wie,
            HttpMethod.Put,
            $"/v1/aanvragen/{zaak}/concept",
            JsonSerializer.Deserialize<JsonElement>(Portaalhuis.Ondertekend)
        );
        await huis.Gelukt(Wie, HttpMethod.Post, $"/v1/aanvragen/{zaak}/indiening", new { });
        await huis.Stil();
        // One applies once in a window: these are those of years.
        var nummers = string.Join(',', Enumerable.Range(0, PerBladzijde).Select(_ => Zaaknummer.Trek().ToString()));
        foreach (var tabel in (string[])["concept", "aanvraag"])
        {
            await huis.Voer(
                $"""
                insert into aanvragen.mt_doc_{tabel}
                select (jsonb_populate_record(d, jsonb_build_object('id', n, 'data', d.data || jsonb_build_object('id', n)))).*
                from aanvragen.mt_doc_{tabel} d, unnest(string_to_array('{nummers}', ',')) n where d.id = '{zaak}'
                """
            );
        }
        var open = await huis.Tijdvak("2026-concepten-met-een-lange-naam-mkb");
        for (var i = 0; i < PerBladzijde; i++)
        {
            await Begin(open);
        }

        var blad = await Portaal.Aangemeld(huis, browser, scripts: true, wie: "Ans Aanvragen");
        await blad.Ga("/aanvragen");
        Assert.Equal(
            (PerBladzijde, PerBladzijde),
            (await Rijen(blad, "concepten").CountAsync(), await Rijen(blad, "ingediend").CountAsync())
        );
        await Portaal.IsBruikbaar(blad, "aanvragen-vol");
        await Ga(blad, "ingediend");
        Assert.Equal(1, await Rijen(blad, "ingediend").CountAsync());
        await blad.Context.CloseAsync();

        async Task<string> Begin(string tijdvak) =>
            (await huis.Gelukt(Wie, HttpMethod.Post, "/v1/aanvragen", new { tijdvak })).GetProperty("zaaknummer").GetString()!;
    }

    [Fact]
    public async Task Views_of_cases_by_an_employee()
    {
        await huis.Voer(
            $"""
            insert into zaken.inzage (id, op, wie, rollen, zaaknummer, wat, kenmerk)
            select gen_random_uuid(), now() - n * interval '1 minute', 'veelkijker', array['beoordelaar', 'medeondertekenaar'],
              '{Zaaknummer.Trek()}', 'document', gen_random_uuid()::text
            from generate_series(0, {PerBeheerbladzijde}) n
            """
        );
        await BekijkBeheerlijst("Fatima Functionaris", "/inzagen?wie=veelkijker", "inzagen-vol");
    }

    [Fact]
    public async Task Employees()
    {
        for (var i = 0; i <= PerBeheerbladzijde; i++)
        {
            await huis.Gelukt(
                "beheerder",
                HttpMethod.Post,
                "/v1/medewerkers/blokkades",
                new { kenmerk = $"vertrokken-{Guid.NewGuid()}", reden = "Uit dienst." }
            );
        }
        await BekijkBeheerlijst("Bert Beheerder", "/beheer/medewerkers?zoek=vertrokken-", "medewerkers-vol");
    }

    /// <summary>A list with one row more than fits on its page.</summary>
    private async Task BekijkBeheerlijst(string wie, string pad, string naam)
    {
        var blad = await Portaal.Aangemeld(huis, browser, scripts: true, wie: wie);
        await blad.Ga(pad);
        Assert.Equal(PerBeheerbladzijde, await blad.Locator("tbody tr").CountAsync());
        await Portaal.IsBruikbaar(blad, naam);
        await blad.Ga((await blad.Locator(Volgende).GetAttributeAsync("href"))!);
        Assert.Equal(1, await blad.Locator("tbody tr").CountAsync());
        await blad.Context.CloseAsync();
    }

    /// <summary>
    /// Someone whose enterprise received one machtiging more than fits on a page, and gave as many. Among them what is longest: a name of
    /// 200 characters without a space, and a machtiging for one person with a long mark.
    /// </summary>
    private async Task Adviesbureau(string naam, string kvkNummer)
    {
        var lang = new string('A', 200);
        var kenmerk = $"{kvkNummer}-{new string('k', 100)}";
        huis.Registreer(kenmerk, naam, kvkNummer);
        for (var i = 0; i <= PerBladzijde; i++)
        {
            var gever = Gever(kvkNummer, i);
            var ander = i == PerBladzijde ? lang : $"Klant {10 + i}";
            string[] personen = i == 20 ? [kenmerk] : [];
            huis.Registreer(gever, $"Gever {gever}", gever);
            await Geef(gever, kvkNummer, "Adviesbureau", ander, personen);
            await Geef(kenmerk, gever, ander, naam, personen);
        }
    }

    private Task<JsonElement> Geef(string wie, string gemachtigde, string naam, string uwNaam, string[] personen) =>
        huis.Gelukt(
            wie,
            HttpMethod.Post,
            "/v1/machtigingen",
            new
            {
                gemachtigde,
                naam,
                uwNaam,
                omvang = (string[])["aanvragen", "verantwoorden"],
                personen,
            }
        );

    /// <summary>KVK number of a client of this adviser.</summary>
    private static string Gever(string adviseur, int nummer) => $"92{adviseur[^2..]}{1000 + nummer}";

    private static ILocator Rijen(IPage blad, string deel) => blad.Locator($"section[aria-labelledby={deel}] .slim-taken > li");

    private static async Task<List<string>> Gevers(IPage blad) =>
        [
            .. await blad.Locator("section[aria-labelledby=voor-wie] input[name=kvkNummer]")
                .EvaluateAllAsync<string[]>("velden => velden.map((v) => v.value)"),
        ];

    private static async Task<(int Gegeven, int Ontvangen)> Kaarten(IPage blad) =>
        (
            await blad.Locator("section[aria-labelledby=gegeven] .slim-kaart").CountAsync(),
            await blad.Locator("section[aria-labelledby=ontvangen] .slim-kaart").CountAsync()
        );

    /// <summary>To the next page of this list.</summary>
    private static async Task Ga(IPage blad, string deel) =>
        await blad.Ga((await blad.Locator($"section[aria-labelledby={deel}] {Volgende}").GetAttributeAsync("href"))!);
}
