using System.Net;
using Microsoft.Playwright;
using SlimRegeling.Platform.Tijd;
using static SlimRegeling.Web.Tests.KnoppenTests;

namespace SlimRegeling.Web.Tests;

/// <summary>The files for the central register, one after the other: there is one that waits at a time.</summary>
public sealed class SteunopgavebladTests(Portaalhuis huis, Browser browser)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_page_of_a_file_can_be_used_by_everyone_while_it_waits_and_when_it_was_dropped()
    {
        var zaak = await Geldzaak.Verleend(huis, "2026-geldsteunblad-mkb");
        var gemaakt = await huis.Gelukt(Geldzaak.Fenna, HttpMethod.Post, "/v1/steunregister/opgaven", new { });
        var opgave = gemaakt.GetProperty("opgave").GetString()!;
        var pad = $"/geld/steunregister/{opgave}";
        var maker = await Portaal.Aangemeld(huis, browser, scripts: true, wie: "Fenna Financieel");
        var ander = await Portaal.Aangemeld(huis, browser, scripts: true, wie: "Coen Controleur");

        await IsBruikbaar(maker, "wacht-maker", zaak.Zaak);
        await IsBruikbaar(ander, "wacht-ander", "Nieuw, gewijzigd, ingetrokken");
        await huis.Gelukt(
            Geldzaak.Coen,
            HttpMethod.Post,
            $"/v1/steunregister/opgaven/{opgave}/vervallenverklaring",
            new { reden = "Het register nam het niet aan." }
        );
        await IsBruikbaar(ander, "vervallen", "Het register nam het niet aan.");
        await maker.Context.CloseAsync();
        await ander.Context.CloseAsync();

        var beoordelaar = await Portaal.Aangemeld(huis, browser, wie: Portaalhuis.Beoordelaar);
        Assert.Equal(403, (await beoordelaar.Ga(pad))!.Status);
        await beoordelaar.Context.CloseAsync();

        async Task IsBruikbaar(IPage blad, string naam, string zegt)
        {
            Assert.Equal(200, (await blad.Ga(pad))!.Status);
            // What can be done is folded in, and looked at too.
            await blad.EvaluateAsync("() => document.querySelectorAll('details').forEach(d => { d.open = true; })");
            await Assertions.Expect(blad.Locator("main")).ToContainTextAsync(zegt);
            await Portaal.IsBruikbaarOokSmal(blad, $"-geld-steunregister-opgave-{naam}");
        }
    }

    [Fact]
    public async Task A_file_for_the_register_is_made_dropped_and_confirmed_once()
    {
        var zaak = await Geldzaak.Verleend(huis, "2026-geldsteun-mkb");
        using var fenna = await Als(huis.Adres, Geldzaak.Fenna);
        using var coen = await Als(huis.Adres, Geldzaak.Coen);

        await Klik(fenna, "/geld/steunregister", "Maak het bestand");
        var eerste = await Laatste();
        await Klik(coen, $"/geld/steunregister/{eerste}", "vervallen-reden", ("reden", "Het register nam het niet aan."));
        await Klik(fenna, "/geld/steunregister", "Maak het bestand");
        var tweede = await Laatste();
        var pad = $"/geld/steunregister/{tweede}";
        using (var eigen = await fenna.Haal(pad))
        {
            Assert.DoesNotContain("bevestigen-hash", await eigen.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        }
        var beeld = await huis.Gelukt(Geldzaak.Coen, HttpMethod.Get, $"/v1/steunregister/opgaven/{tweede}");
        var hash = beeld.GetProperty("opgave").GetProperty("hash").GetString()!;
        await Klik(coen, pad, "bevestigen-hash", ("geleverdOp", Geldzaak.Getypt(Moment.Dag(huis.Nu))), ("hash", hash));

        Assert.NotEqual(eerste, tweede);
        Assert.Equal("steunopgave-gemaakt steunopgave-vervallen", await Geldzaak.Verloop(huis, "relaties", eerste));
        Assert.Equal("steunopgave-gemaakt steunopgave-bevestigd", await Geldzaak.Verloop(huis, "relaties", tweede));
        using var bestand = await coen.Haal($"{pad}?handler=Bestand");
        Assert.Equal(HttpStatusCode.OK, bestand.StatusCode);
        using (var blad = await coen.Haal(pad))
        {
            Assert.Contains("op tijd geleverd", await blad.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        }
        using var ontvanger = await Als(huis.Adres, zaak.Wie);
        using var steun = await ontvanger.Haal("/steun");
        Assert.Contains("Ja, sinds", await steun.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    private async Task<string> Laatste() =>
        (string)(await huis.Voer("select id from relaties.mt_doc_steunopgave order by id desc limit 1"))!;
}
