using System.Text.Json;
using SlimRegeling.Platform.Identiteit;

namespace SlimRegeling.Api.Tests;

/// <summary>What people do to the books themselves.</summary>
public sealed partial class OndertekeningTegelijkTests
{
    [Fact]
    public async Task A_booking_that_is_reversed_which_takes_another_than_who_proposed_it()
    {
        var zaak = await Voorgelegd(Mensen.Beoordelaar);
        await _loop.Verleend(zaak);
        var metBelang = await MetBelang(zaak, Rol.FinancieelControleur);
        var voorstel = huis.Medewerker(Rol.FinancieelMedewerker, Rol.FinancieelControleur);
        var regels = (await Zaakloop.Gelukt(huis.Haal(voorstel, $"/v1/grootboek?zaaknummer={zaak}"))).Inhoud;
        var boeking = regels[0].GetProperty("boeking").GetString()!;
        var pad = $"/v1/grootboek/boekingen/{boeking}/tegenboeking";
        await Zaakloop.Gelukt(huis.Post(voorstel, pad, """{"reden":"Dit staat er dubbel in."}"""));
        pad += "/ondertekening";
        var voorstellen = (await Zaakloop.Gelukt(huis.Haal(Mensen.Controleur, "/v1/grootboek/tegenboekingen"))).Inhoud.EnumerateArray();
        var goed = Gezien(voorstellen.Single(v => v.GetProperty("boeking").GetString() == boeking));
        const string AlGeboekt = "al-tegengeboekt";
        Poging[] pogingen =
        [
            new(voorstel, pad, goed, "zelfde-persoon", AlGeboekt),
            new(metBelang, pad, goed, "eigen-belang"),
            new(Mensen.Controleur, pad, AndereHash, "ander-voorstel", AlGeboekt),
            new(Mensen.Controleur, pad, "{}", "onleesbaar"),
            new(Mensen.Controleur, pad, goed, "verouderd") { IfMatch = "\"99\"" },
            new(Mensen.Controleur, pad, goed, Gelukt, AlGeboekt),
            new(huis.Medewerker(Rol.FinancieelControleur), pad, goed, Gelukt, AlGeboekt),
        ];

        var tekende = Assert.Single(await Tegelijk(3, pogingen));
        Assert.Empty(await Tegelijk(1, pogingen));

        await Eenmaal("betalingen", boeking, "correctie-geboekt");
        Assert.Equal(
            $"{voorstel} {tekende}",
            await huis.Lees(
                $"""
                select (data ->> 'voorsteller') || ' ' || (data ->> 'door') from betalingen.mt_events
                where stream_id = '{boeking}' and type = 'correctie-geboekt'
                """
            )
        );
        Assert.Equal(1, await huis.Tel($"select count(distinct boeking) from betalingen.grootboek where keert_om = '{boeking}'"));
    }

    [Fact]
    public async Task A_month_of_the_books_which_takes_another_than_who_closed_it()
    {
        // From before the clock of the house began: nothing was booked in it or in a month before, and no other test books there.
        const string Maand = "/v1/boekmaanden/2020-01";
        var sloot = huis.Medewerker(Rol.FinancieelMedewerker, Rol.FinancieelControleur);
        await Zaakloop.Gelukt(huis.Post(sloot, $"{Maand}/afsluiting"));
        const string Pad = $"{Maand}/bevestiging";
        const string AlGesloten = "al-gesloten";
        var goed = Gezien(await Maand2020());
        Poging[] pogingen =
        [
            new(sloot, Pad, goed, "zelfde-persoon", AlGesloten),
            new(Mensen.Controleur, "/v1/boekmaanden/2020-02/bevestiging", goed, "niet-afgesloten"),
            new(Mensen.Controleur, Pad, AndereHash, "andere-afsluiting", AlGesloten),
            new(Mensen.Controleur, Pad, "{}", "onleesbaar"),
            new(Mensen.Controleur, Pad, goed, "verouderd") { IfMatch = "\"99\"" },
            new(Mensen.Controleur, Pad, goed, Gelukt, AlGesloten),
            new(huis.Medewerker(Rol.FinancieelControleur), Pad, goed, Gelukt, AlGesloten),
        ];

        var tekende = Assert.Single(await Tegelijk(3, pogingen));
        Assert.Empty(await Tegelijk(1, pogingen));

        await Eenmaal("betalingen", "boekmaand-2020-01", "boekmaand-bevestigd");
        Assert.Equal(1, await huis.Tel("select count(*) from betalingen.maandsluiting where maand = '2020-01-01'"));
        var maand = await Maand2020();
        Assert.Equal((sloot, tekende), (maand.GetProperty("afgeslotenDoor").GetString(), maand.GetProperty("bevestigdDoor").GetString()));
    }

    private async Task<JsonElement> Maand2020()
    {
        var maanden = (await Zaakloop.Gelukt(huis.Haal(Mensen.Controleur, "/v1/boekmaanden"))).Inhoud.EnumerateArray();
        return maanden.Single(m => m.GetProperty("maand").GetString() == "2020-01");
    }

    /// <summary>Agrees to this as it was looked at.</summary>
    private static string Gezien(JsonElement beeld) => $$"""{"hash":"{{beeld.GetProperty("hash").GetString()}}"}""";
}
