using System.Text.Json;
using Microsoft.Playwright;
using SlimRegeling.Omgeving;

namespace SlimRegeling.Web.Tests;

/// <summary>However often a button is pressed that makes something, it is made once: on every page of the way, with script and without.</summary>
public sealed class KlikkenTests(Portaalhuis huis, Browser browser)
{
    private const string Plan = """
        {"doelen":"Leren.","aanpak":"Samen.","resultaten":"Een plan.","evaluatie":"Na een jaar."}
        """;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true, "91000001", "91000002")]
    [InlineData(false, "91000003", "91000004")]
    public async Task Three_clicks_make_one_thing(bool scripts, string kvk, string partijKvk)
    {
        var (wie, partij) = ($"klikker-{kvk}", $"klikker-{partijKvk}");
        huis.Registreer(wie, $"Klaas {kvk}", kvk);
        huis.Registreer(partij, $"Karin {partijKvk}", partijKvk);
        var mkb = await huis.Tijdvak($"2026-klik-{kvk}-mkb");
        await huis.Gelukt(
            wie,
            HttpMethod.Post,
            $"/v1/ondernemingen/{kvk}",
            new
            {
                naam = "Klik",
                straat = "Steenweg 12",
                postcode = "3511 AB",
                plaats = "Utrecht",
                sbiCodes = (string[])["4321"],
                iban = "NL13TEST0123456789",
                tenaamstelling = "Klik",
            }
        );
        var blad = await Portaal.Aangemeld(huis, browser, scripts, $"Klaas {kvk}");

        var versie = await Versie(wie, kvk);
        await blad.Ga("/aanvragen/gegevens");
        await blad.Locator("#v-straat").FillAsync("Steenweg 13");
        await Klik(blad, scripts, "#formulier button[type=submit]");
        Assert.Equal(versie + 1, await Versie(wie, kvk));
        await blad.Ga("/aanvragen/gegevens");
        await blad.Locator("#v-email").FillAsync("klik@voorbeeld.nl");
        await Klik(blad, scripts, "form:has(#v-email) button");
        Assert.Equal(versie + 2, await Versie(wie, kvk));

        await blad.Ga("/machtigingen/geven");
        await blad.Locator("#gemachtigde").FillAsync("68727720");
        await blad.Locator("#naam").FillAsync("Adviesbureau");
        await blad.Locator("#uwNaam").FillAsync("Klik");
        await blad.Locator("#omvang-aanvragen").CheckAsync();
        await Klik(blad, scripts, "main form button");
        Assert.Single((await Lees(wie, "/v1/machtigingen")).GetProperty("gegeven").EnumerateArray());
        await blad.Ga($"/machtigingen/{kvk}-68727720/beeindigen");
        await Klik(blad, scripts, "main form button");
        var machtiging = (await Lees("beheerder", $"/v1/ondernemingen/{kvk}/machtigingen")).GetProperty("gegeven")[0];
        var gedaan = machtiging.GetProperty("geschiedenis").EnumerateArray().Select(s => s.GetProperty("wat").GetString());
        Assert.Equal(["beeindigd", "verleend"], gedaan);

        await blad.Ga($"/aanvragen/beginnen?tijdvak={mkb}");
        await Klik(blad, scripts, "main form button");
        var zaak = Assert.Single((await Lees(wie, "/v1/aanvragen")).EnumerateArray()).GetProperty("zaaknummer").GetString()!;

        await huis.Gelukt(
            wie,
            HttpMethod.Put,
            $"/v1/aanvragen/{zaak}/concept",
            JsonSerializer.Deserialize<JsonElement>(Portaalhuis.Volledig)
        );
        await blad.Ga($"/aanvragen/{zaak}/documenten");
        await blad.Locator("#bestand-bijlage")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = "een.pdf",
                    MimeType = "application/pdf",
                    Buffer = Proefpdf.Van("een"),
                }
            );
        await Klik(blad, scripts, "form:has(#bestand-bijlage) button");
        Assert.Single((await Lees(wie, $"/v1/documenten?zaaknummer={zaak}")).EnumerateArray());

        await blad.Ga($"/aanvragen/{zaak}/indienen");
        await blad.Locator("#akkoord").CheckAsync();
        await Klik(blad, scripts, "main form button");
        await huis.Stil();
        await EenStap(wie, zaak, "aanvraag-ingediend");

        await blad.Ga($"/aanvragen/{zaak}/melden");
        await blad.Locator("#tekst").FillAsync("Wij zijn verhuisd.");
        await Klik(blad, scripts, "main form button");
        Assert.Single((await Lees(wie, $"/v1/aanvragen/{zaak}/meldingen")).EnumerateArray());

        await huis.Gelukt(
            "beoordelaar",
            HttpMethod.Post,
            $"/v1/aanvragen/{zaak}/volledigheid",
            new { volledig = false, ontbreekt = (string[])["activiteitenplan"] }
        );
        await huis.Stil();
        await blad.Ga($"/aanvragen/{zaak}/aanvullen");
        await blad.Locator("#v-plan-resultaten").FillAsync("Een beter plan.");
        await Klik(blad, scripts, "button[value=stuur]");
        await huis.Stil();
        await EenStap(wie, zaak, "aanvraag-aangevuld");

        await blad.Ga($"/aanvragen/{zaak}/intrekken");
        await Klik(blad, scripts, "main form button");
        await huis.Stil();
        await EenStap(wie, zaak, "aanvraag-ingetrokken");

        await Samen(blad, scripts, (wie, kvk), (partij, partijKvk));
        await blad.Context.CloseAsync();
    }

    /// <summary>Inviting a party, what it confirms and refuses, and taking the invitation back.</summary>
    private async Task Samen(IPage blad, bool scripts, (string Wie, string Kvk) hoofd, (string Wie, string Kvk) partij)
    {
        var tijdvak = await huis.Tijdvak(
            $"2026-klik-{hoofd.Kvk}-swv",
            "samenwerkingsverband",
            "slim-2026",
            "loting",
            Daghuis.Wandklok(huis.Klok.GetCurrentInstant() - NodaTime.Duration.FromDays(3)),
            Daghuis.Wandklok(huis.Klok.GetCurrentInstant() + NodaTime.Duration.FromDays(20))
        );
        var zaak = (await huis.Gelukt(hoofd.Wie, HttpMethod.Post, "/v1/aanvragen", new { tijdvak })).GetProperty("zaaknummer").GetString()!;
        await huis.Gelukt(
            hoofd.Wie,
            HttpMethod.Put,
            $"/v1/aanvragen/{zaak}/concept",
            JsonSerializer.Deserialize<JsonElement>(
                $$"""
                {"partijen":[{{Partij(hoofd.Kvk, "hoofdaanvrager")}},{{Partij(partij.Kvk, "partij")}}],
                 "activiteiten":[{"soort":"C","overigeExterneKosten":"200000.00"}],"plan":{{Plan}}}
                """
            )
        );
        await blad.Ga($"/aanvragen/{zaak}/uitnodigen");
        await Klik(blad, scripts, $"form:has(input[value='{partij.Kvk}']) button");
        Assert.Single((await Lees(partij.Wie, "/v1/uitnodigingen")).GetProperty("uitnodigingen").EnumerateArray());

        var ander = await Portaal.Aangemeld(huis, browser, scripts, $"Karin {partij.Kvk}");
        await ander.Ga($"/aanvragen/uitnodigingen/{zaak}");
        await ander.Locator("#akkoord").CheckAsync();
        await Klik(ander, scripts, "form:has(#akkoord) button");
        var stand = await Lees(partij.Wie, $"/v1/uitnodigingen/{zaak}");
        Assert.Equal("bevestigd", stand.GetProperty("stand").GetString());
        Assert.Equal(2, await Stappen());

        await ander.Ga($"/aanvragen/uitnodigingen/{zaak}");
        await Klik(ander, scripts, "form[action*='handler=Weiger'] button");
        Assert.Equal(3, await Stappen());
        await ander.Context.CloseAsync();

        await blad.Ga($"/aanvragen/{zaak}/uitnodigen");
        await Klik(blad, scripts, $"form[action*='handler=Nodig']:has(input[value='{partij.Kvk}']) button");
        Assert.Equal(4, await Stappen());
        await blad.Ga($"/aanvragen/{zaak}/uitnodigen");
        await Klik(blad, scripts, $"form[action*='handler=Trek']:has(input[value='{partij.Kvk}']) button");
        Assert.Equal(5, await Stappen());

        async Task<object?> Stappen() =>
            await huis.Voer(
                $"select jsonb_array_length(data -> 'verloop') from aanvragen.mt_doc_uitnodiging where id = '{zaak}-{partij.Kvk}'"
            );
    }

    private static string Partij(string kvk, string rol) =>
        $$$"""
            {"kvkNummer":"{{{kvk}}}","rol":"{{{rol}}}","type":"mkb-onderneming","naam":"Partij {{{kvk}}}","aandeelKosten":"100000.00","werkzamePersonen":30,
             "jaaromzet":"4000000.00","balanstotaal":"2000000.00","sbiCodes":["4321"],"verklaringen":{"mkb":true,"deMinimis":{"soort":"geen"} } }
            """;

    /// <summary>
    /// With script three requests at once, faster than a finger and none held back by the browser; without it a real triple click.
    /// </summary>
    private static async Task Klik(IPage blad, bool scripts, string knop)
    {
        if (!scripts)
        {
            await blad.Locator(knop).First.ClickAsync(new() { ClickCount = 3 });
            await blad.WaitForLoadStateAsync(LoadState.NetworkIdle);
            return;
        }
        var antwoorden = await blad.EvaluateAsync<int[]>(
            """
            async (knop) => {
              const gedrukt = document.querySelector(knop);
              const stuur = () => fetch(gedrukt.form.action, { method: "POST", body: new FormData(gedrukt.form, gedrukt) }).then((a) => a.status);
              return Promise.all([stuur(), stuur(), stuur()]);
            }
            """,
            knop
        );
        Assert.All(antwoorden, status => Assert.Equal(200, status));
    }

    private async Task EenStap(string wie, string zaak, string stap)
    {
        var stappen = (await Lees(wie, $"/v1/zaken/{zaak}")).GetProperty("stappen").EnumerateArray();
        Assert.Single(stappen, s => s.GetProperty("stap").GetString() == stap);
    }

    private async Task<long> Versie(string wie, string kvk)
    {
        using var antwoord = await Voorbeeldbeller.Roep(huis.Adres, wie, HttpMethod.Get, $"/v1/ondernemingen/{kvk}");
        return long.Parse(antwoord.Headers.ETag!.Tag.Trim('"'), System.Globalization.CultureInfo.InvariantCulture);
    }

    private Task<JsonElement> Lees(string wie, string pad) => huis.Gelukt(wie, HttpMethod.Get, pad);
}
