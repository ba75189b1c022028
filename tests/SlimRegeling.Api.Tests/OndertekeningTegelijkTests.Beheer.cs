using System.Text.Json;
using SlimRegeling.Omgeving;
using SlimRegeling.Platform.Identiteit;

namespace SlimRegeling.Api.Tests;

/// <summary>What is of no case: nobody has an interest in it that could be declared, but for who would be given a role.</summary>
public sealed partial class OndertekeningTegelijkTests
{
    [Fact]
    public async Task A_window_and_a_change_of_it()
    {
        var id = $"tegelijk-{Guid.NewGuid().ToString("N")[..12]}";
        var opent = huis.Klok.GetCurrentInstant();
        var venster = $$"""
            {"id":"{{id}}","aanvragertype":"mkb-onderneming","opent":"{{Zaakloop.Wandklok(opent)}}",
             "sluit":"{{Zaakloop.Wandklok(opent + Zaakloop.Openstelling)}}","plafond":"100000.00","volgorde":"loting",
             "regelversie":"slim-2026"}
            """;

        await Teken("/v1/tijdvakken", venster);
        await Eenmaal("tijdvakken", id, "tijdvak-vastgesteld");
        await Teken($"/v1/tijdvakken/{id}/wijzigingen", """{"plafond":"120000.00","bron":"Stcrt. 2026, 9"}""");
        await Eenmaal("tijdvakken", id, "tijdvak-gewijzigd");

        Assert.Equal(2, await Gebeurd("tijdvakken", $"tijdvakbeheer:{id}", "tijdvakvoorstel-ondertekend"));
        Assert.Equal(1, await huis.Tel($"select count(*) from tijdvakken.plafondstand where tijdvak = '{id}' and plafond = 120000"));

        async Task Teken(string pad, string voorstel)
        {
            var voorgesteld = await Zaakloop.Gelukt(huis.Post(Mensen.Regelbeheerder, pad, voorstel));
            var (ondertekening, inhoud) = Tijdvakbesluit.Ondertekening(voorgesteld.Inhoud);
            var voor = await Gehoord("tijdvak-gewijzigd");
            await TekenVoorstel($"/v1/{ondertekening}", JsonSerializer.Serialize(inhoud), "al-ondertekend");
            Assert.Equal(voor + 1, await Gehoord("tijdvak-gewijzigd"));
        }
    }

    [Fact]
    public async Task The_closing_of_a_waiting_list()
    {
        var (tijdvak, zaken, _) = await _loop.Geloot(2, "11040.00");
        var pad = $"/v1/tijdvakken/{tijdvak}/wachtlijstsluiting";
        await Zaakloop.Gelukt(huis.Post(Mensen.Regelbeheerder, pad, """{"reden":"De middelen zijn uitgeput."}"""));
        var hash = (await Zaakloop.Gelukt(huis.Haal(Mensen.TweedeRegelbeheerder, pad))).Veld("hash");

        var tekende = await TekenVoorstel($"{pad}/ondertekening", $$"""{"hash":"{{hash}}"}""", "wachtlijst-gesloten");

        await Eenmaal("tijdvakken", tijdvak, "wachtlijst-gesloten");
        Assert.Equal([Mensen.Regelbeheerder, tekende], await Ondertekenaars("tijdvakken", tijdvak, "wachtlijst-gesloten"));
        // Who waited is refused by these two, in one letter; it waits for an address.
        await Eenmaal("tijdvakken", zaken[1], "budget-ontoereikend");
        await Eenmaal("verlening", zaken[1], "aanvraag-afgewezen");
        Assert.Equal([Mensen.Regelbeheerder, tekende], await Ondertekenaars("verlening", zaken[1], "aanvraag-afgewezen"));
        await Eenmaal("dossiers", $"{zaken[1]}-afwijzing", "brief-gevraagd");
    }

    [Fact]
    public async Task A_draw_and_one_that_is_done_over_which_are_signed_by_typing_the_seed()
    {
        var (tijdvak, van) = await _loop.Gesloten(2, "11040.00");
        await Zaakloop.Gelukt(huis.Post(Mensen.Regelbeheerder, $"/v1/tijdvakken/{tijdvak}/lijst"));
        await huis.Stil();

        await Loot("loting", "\"zaad\":\"eerste\",\"bron\":\"notaris\"");
        await Eenmaal("tijdvakken", tijdvak, "gerangschikt");
        await Loot("herloting", "\"zaad\":\"tweede\",\"bron\":\"notaris\",\"uitspraak\":\"ECLI:NL:RBDHA:2026:1\"");
        await Eenmaal("tijdvakken", tijdvak, "herloot");

        // Each was told its rank once by each of the two.
        foreach (var zaak in van.Keys)
        {
            Assert.Equal(2, await Stappen(zaak, "geloot"));
        }

        async Task Loot(string soort, string wat)
        {
            var pad = $"/v1/tijdvakken/{tijdvak}/{soort}";
            await Zaakloop.Gelukt(huis.Post(Mensen.Regelbeheerder, pad, $"{{{wat}}}"));
            var ander = wat.Replace("\"zaad\":\"", "\"zaad\":\"x", StringComparison.Ordinal);
            await TekenVoorstel($"{pad}/bevestiging", $"{{{wat}}}", "niet-voorbereid", "zelf-voorbereid", $"{{{ander}}}", "zaad-verschilt");
        }
    }

    [Fact]
    public async Task A_rule()
    {
        // Of this version no other test confirms or changes one.
        const string Versie = "slim-2022";
        var voorgesteld = await Zaakloop.Gelukt(
            huis.Post(
                Mensen.Regelbeheerder,
                $"/v1/regelversies/{Versie}/voorstellen",
                """{"sectie":"parameters","code":"sbi-wegvervoer","bron":"CBS, SBI 2008"}"""
            )
        );
        var nummer = voorgesteld.Inhoud.GetProperty("voorstel").GetInt32();
        var voor = await Gehoord("parameter-gewijzigd");

        var tekende = await TekenVoorstel(
            $"/v1/regelversies/{Versie}/voorstellen/{nummer}/ondertekening",
            $$"""{"hash":"{{voorgesteld.Veld("hash")}}"}""",
            "al-ondertekend"
        );

        await Eenmaal("tijdvakken", $"regelversie:{Versie}", "parameter-bevestigd");
        Assert.Equal([Mensen.Regelbeheerder, tekende], await Ondertekenaars("tijdvakken", $"regelversie:{Versie}", "parameter-bevestigd"));
        Assert.Equal(voor + 1, await Gehoord("parameter-gewijzigd"));
        Assert.Equal(1, await huis.Tel($"select count(*) from zaken.regelwijziging where regelversie = '{Versie}'"));
    }

    [Fact]
    public async Task The_text_of_a_letter()
    {
        const string Pad = "/v1/briefsjablonen/bezwaar-beslistermijn";
        var nu = (await Zaakloop.Gelukt(huis.Haal(Mensen.Regelbeheerder, Pad))).Inhoud;
        var versie = nu.GetProperty("versie").GetInt32();
        var voorstel = JsonSerializer.Serialize(
            new
            {
                versie,
                onderwerp = $"{nu.GetProperty("onderwerp").GetString()} (opnieuw)",
                tekst = nu.GetProperty("tekst").GetString(),
                toelichting = "Duidelijker.",
            }
        );
        var voorgesteld = await Zaakloop.Gelukt(huis.Post(Mensen.Regelbeheerder, $"{Pad}/voorstellen", voorstel));
        var nummer = voorgesteld.Inhoud.GetProperty("voorstel").GetInt32();

        var tekende = await TekenVoorstel(
            $"{Pad}/voorstellen/{nummer}/ondertekening",
            $$"""{"hash":"{{voorgesteld.Veld("hash")}}"}""",
            "al-ondertekend"
        );

        const string Stroom = "briefsjabloon:bezwaar-beslistermijn";
        await Eenmaal("dossiers", Stroom, "briefsjabloon-vastgesteld");
        Assert.Equal([Mensen.Regelbeheerder, tekende], await Ondertekenaars("dossiers", Stroom, "briefsjabloon-vastgesteld"));
        Assert.Equal(versie + 1, (await Zaakloop.Gelukt(huis.Haal(Mensen.Regelbeheerder, Pad))).Inhoud.GetProperty("versie").GetInt32());
    }

    [Fact]
    public async Task A_role_which_the_one_who_gets_it_does_not_sign()
    {
        var (wie, tweede) = (huis.Medewerker(Rol.Beheerder), huis.Medewerker(Rol.Beheerder));
        var beheerder = Mensen.In(Rol.Beheerder);
        var id = (await Zaakloop.Gelukt(huis.Post(wie, "/v1/medewerkers/aanmelding"))).Veld("id");
        var voorgesteld = await Zaakloop.Gelukt(
            huis.Post(
                beheerder,
                $"/v1/medewerkers/{id}/voorstellen",
                """{"soort":"rol-toekennen","rol":"onderzoeker","reden":"Zij maakt het jaarverslag."}"""
            )
        );
        var (pad, goed) = ($"/v1/medewerkers/{id}/voorstellen/1/bevestiging", $$"""{"hash":"{{voorgesteld.Veld("hash")}}"}""");
        await huis.Stil();
        var voor = await Gehoord("medewerker-gewijzigd");
        const string AlBevestigd = "al-bevestigd";
        Poging[] pogingen =
        [
            new(beheerder, pad, goed, "zelf-voorgesteld", AlBevestigd),
            new(wie, pad, goed, "eigen-toegang", AlBevestigd),
            new(tweede, pad, AndereHash, "ander-voorstel", AlBevestigd),
            new(tweede, pad, goed, Gelukt, AlBevestigd),
        ];

        Assert.Equal([tweede], await Tegelijk(3, pogingen));
        Assert.Empty(await Tegelijk(1, pogingen));

        await Eenmaal("relaties", id, "rol-toegekend");
        Assert.Equal([beheerder, tweede], await Ondertekenaars("relaties", id, "rol-toegekend"));
        Assert.Equal(voor + 1, await Gehoord("medewerker-gewijzigd"));
    }

    /// <summary>Has a proposal of the first scheme manager signed by all who may and who may not.</summary>
    /// <param name="voorbij">The code for who comes when it is signed.</param>
    /// <param name="ander">The body with something else; null: another hash.</param>
    /// <returns>Who signed it.</returns>
    private async Task<string> TekenVoorstel(
        string pad,
        string goed,
        string voorbij,
        string zelf = "zelf-voorgesteld",
        string? ander = null,
        string verschilt = "ander-voorstel"
    )
    {
        var derde = huis.Medewerker(Rol.Regelbeheerder);
        Poging[] pogingen =
        [
            new(Mensen.Regelbeheerder, pad, goed, zelf, voorbij),
            new(Mensen.TweedeRegelbeheerder, pad, ander ?? AndereHash, verschilt, voorbij),
            new(Mensen.TweedeRegelbeheerder, pad, goed, Gelukt, voorbij),
            new(derde, pad, goed, Gelukt, voorbij),
        ];
        var tekende = Assert.Single(await Tegelijk(3, pogingen));
        Assert.Empty(await Tegelijk(1, pogingen));
        return tekende;
    }

    /// <summary>How many messages of this kind one context heard: each of them once.</summary>
    private Task<long> Gehoord(string soort) => huis.Tel($"select count(*) from zaken.inbox where soort = '{soort}'");
}
