using System.Text.Json;
using NodaTime;
using SlimRegeling.Tijdvakken;

namespace SlimRegeling.Api.Tests;

/// <summary>
/// A draw that is done over by order of a court while an award is under way: whichever of signature and redraw is heard first, no more is awarded than
/// the ceiling and no message is set apart; also when the clock was put back in between.
/// </summary>
public sealed class HerlotingWedloopTests(Apihuis huis)
{
    private readonly Zaakloop _loop = new(huis);

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public async Task What_the_redraw_took_before_the_signature_cannot_be_signed_and_goes_to_the_next(int minutenTerug)
    {
        var venster = await Geloot();
        huis.Klok.Vooruit(-Duration.FromMinutes(minutenTerug));
        await Bereid(venster);
        await Bevestig(venster);
        await huis.Stil();

        var hash = venster.Voorstel;
        (await huis.Post(Mensen.Medeondertekenaar, $"/v1/verleningen/{venster.Eerste}/ondertekening", hash)).IsProbleem(
            409,
            "nog-niet-voorgelegd"
        );
        Assert.Equal("wacht", await Staat(venster.Eerste));
        Assert.Equal("gereserveerd", await Staat(venster.Volgende));
        Assert.Equal(
            1,
            await huis.Tel(
                $"select (data #>> array['rangschikking', 'rang'])::int from aanvragen.mt_doc_aanvraag where id = '{venster.Volgende}'"
            )
        );
        // Which the next can be awarded, on the word of a clock that still runs behind.
        await _loop.Beoordeeld(venster.Volgende);
        await _loop.Verleend(venster.Volgende);
        Assert.Equal("vastgelegd", await Staat(venster.Volgende));
        await Klopt(venster, minutenTerug);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public async Task What_was_signed_before_the_redraw_was_heard_stands_and_the_next_waits(int minutenTerug)
    {
        var venster = await Geloot();
        huis.Klok.Vooruit(-Duration.FromMinutes(minutenTerug));
        await Bereid(venster);
        // The draw is first in line for the window; the award is signed, and what is said of it stands behind that.
        Task herloot;
        // Who decides on the window or hears of it waits, in the order of coming.
        await using (var slot = await huis.Slot($"verdeling {venster.Id}"))
        {
            herloot = Bevestig(venster);
            await huis.WachtOpSlot("ExclusiveLock");
            await Zaakloop.Gelukt(huis.Post(Mensen.Medeondertekenaar, $"/v1/verleningen/{venster.Eerste}/ondertekening", venster.Voorstel));
            await huis.WachtOpSlot("ShareLock");
            await slot.CommitAsync(TestContext.Current.CancellationToken);
        }
        await herloot;
        await huis.Stil();

        Assert.Equal("vastgelegd", await Staat(venster.Eerste));
        Assert.Equal("wacht", await Staat(venster.Volgende));
        await Klopt(venster, minutenTerug);
    }

    /// <param name="Eerste">Drawn first, assessed, and ready to be signed.</param>
    /// <param name="Volgende">First by <paramref name="Zaad"/>.</param>
    private sealed record Venster(string Id, string Eerste, string Volgende, string Zaad, string Voorstel);

    /// <summary>Three of whom one fits under the ceiling.</summary>
    private async Task<Venster> Geloot()
    {
        var id = await _loop.Tijdvak(plafond: "12000.00");
        var zaken = new List<string>();
        for (var i = 0; i < 3; i++)
        {
            var zaak = await _loop.Ingediend(id, huis.Ondernemer().Wie);
            await Zaakloop.Gelukt(huis.Post(Mensen.Beoordelaar, $"/v1/aanvragen/{zaak}/volledigheid", """{"volledig":true}"""));
            await Zaakloop.Gelukt(huis.Post(Mensen.Beoordelaar, $"/v1/aanvragen/{zaak}/toewijzing"));
            zaken.Add(zaak);
        }
        huis.Klok.Vooruit(Zaakloop.Openstelling);
        await Zaakloop.Gelukt(huis.Post(Mensen.Regelbeheerder, $"/v1/ontvangsten/{id}"));
        await huis.Stil();
        await Zaakloop.Gelukt(huis.Post(Mensen.Regelbeheerder, $"/v1/tijdvakken/{id}/lijst"));
        await huis.Stil();
        await Zaakloop.Gelukt(huis.Post(Mensen.Regelbeheerder, $"/v1/tijdvakken/{id}/loting", """{"zaad":"een","bron":"notaris"}"""));
        await Zaakloop.Gelukt(
            huis.Post(Mensen.TweedeRegelbeheerder, $"/v1/tijdvakken/{id}/loting/bevestiging", """{"zaad":"een","bron":"notaris"}""")
        );
        await huis.Stil();
        var eerste = Loten.Volgorde("een", zaken)[0];
        var zaad = Enumerable.Range(0, 100).Select(n => $"zaad {n}").First(z => Loten.Volgorde(z, zaken)[0] != eerste);
        Assert.Equal("gereserveerd", await Staat(eerste));
        await _loop.Beoordeeld(eerste);
        return new(id, eerste, Loten.Volgorde(zaad, zaken)[0], zaad, await _loop.Voorstel(eerste));
    }

    private Task<Gekregen> Bereid(Venster venster) =>
        Zaakloop.Gelukt(huis.Post(Mensen.Regelbeheerder, $"/v1/tijdvakken/{venster.Id}/herloting", Verzoek(venster.Zaad)));

    private Task<Gekregen> Bevestig(Venster venster) =>
        Zaakloop.Gelukt(
            huis.Post(Mensen.TweedeRegelbeheerder, $"/v1/tijdvakken/{venster.Id}/herloting/bevestiging", Verzoek(venster.Zaad))
        );

    private async Task Klopt(Venster venster, int minutenTerug)
    {
        huis.Klok.Vooruit(Duration.FromMinutes(minutenTerug));
        Assert.Equal(
            0,
            await huis.Tel("select (select count(*) from tijdvakken.geparkeerd) + (select count(*) from verlening.geparkeerd)")
        );
        var verleend = await huis.Tel(
            $"select coalesce(sum((data ->> 'bedrag')::numeric), 0)::bigint from verlening.mt_events where type = 'subsidie-verleend' and data ->> 'tijdvak' = '{venster.Id}'"
        );
        Assert.InRange(verleend, 1, 12_000);
        Assert.Equal(verleend, await huis.Tel($"select gereserveerd::bigint from tijdvakken.plafondstand where tijdvak = '{venster.Id}'"));
        Assert.Equal(0, await huis.Tel($"select teruggevraagd::bigint from tijdvakken.plafondstand where tijdvak = '{venster.Id}'"));
        // The nightly reconciliation has nothing to say of these awards.
        Assert.Equal(
            0,
            await huis.Tel(
                $"select count(*) from zaken.zaak where tijdvak = '{venster.Id}' and verleend is not null and (coalesce(gereserveerd, 0) < verleend or budget_vrij_versie > gereserveerd_versie)"
            )
        );
    }

    private Task<string> Staat(string zaak) =>
        huis.Lees($"select coalesce(staat, 'geen') from tijdvakken.inschrijving where zaaknummer = '{zaak}'");

    private static string Verzoek(string zaad) =>
        JsonSerializer.Serialize(
            new
            {
                zaad,
                bron = "notaris",
                uitspraak = "ECLI:NL:RBDHA:2026:1",
            }
        );
}
