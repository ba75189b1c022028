using NodaTime;

namespace SlimRegeling.Api.Tests;

/// <summary>The server's clock is put back two minutes while a window and a case go on: what is said after it counts as said after it.</summary>
public sealed class TeruggezetteKlokTests(Apihuis huis)
{
    private static readonly Duration TweeMinuten = Duration.FromMinutes(2);

    private readonly Zaakloop _loop = new(huis);

    [Fact]
    public async Task A_second_change_of_a_window_reaches_the_door_and_the_cases()
    {
        var id = await _loop.Tijdvak();
        var sluit = Instant.FromUnixTimeSeconds((huis.Klok.GetCurrentInstant() + Zaakloop.Openstelling).ToUnixTimeSeconds());
        huis.Klok.Vooruit(Duration.FromMinutes(5));
        await Wijzig(id, sluit + Duration.FromHours(3));
        huis.Klok.Vooruit(-TweeMinuten);
        await Wijzig(id, sluit + Duration.FromHours(5));
        huis.Klok.Vooruit(TweeMinuten);

        var wordt = (sluit + Duration.FromHours(5)).ToUnixTimeSeconds();
        Assert.Equal(wordt, await huis.Tel($"select extract(epoch from sluit)::bigint from aanvragen.tijdvak where tijdvak = '{id}'"));
        Assert.Equal(wordt, await huis.Tel($"select extract(epoch from sluit)::bigint from zaken.tijdvak where id = '{id}'"));
    }

    [Fact]
    public async Task A_case_goes_on_from_its_reservation_to_its_award()
    {
        var id = await _loop.Tijdvak();
        var zaak = await _loop.Ingediend(id, huis.Ondernemer().Wie);
        await _loop.Gereserveerd(id, zaak);
        await _loop.Beoordeeld(zaak);

        // It is sent back, and assessed again at less: each of these on an earlier moment than what it follows.
        huis.Klok.Vooruit(-TweeMinuten);
        await Zaakloop.Gelukt(
            huis.Post(Mensen.Medeondertekenaar, $"/v1/verleningen/{zaak}/terugzending", """{"reden":"Verlaag de uren."}""")
        );
        await huis.Stil();
        await _loop.Beoordeeld(zaak, begroting: """[{"soort":"A","externeUren":[{"uren":80,"uurtarief":"150.00"}]}]""");
        Assert.Equal("7452.00 7452.00 7452.00", await Bedragen(zaak));
        await _loop.Verleend(zaak);
        huis.Klok.Vooruit(TweeMinuten);

        Assert.Equal("vastgelegd", await huis.Lees($"select staat from tijdvakken.inschrijving where zaaknummer = '{zaak}'"));
        Assert.Equal(
            0,
            await huis.Tel("select (select count(*) from tijdvakken.geparkeerd) + (select count(*) from verlening.geparkeerd)")
        );
    }

    /// <summary>What is set apart, as Tijdvakken, Verlening and Aanvragen know it.</summary>
    private Task<string> Bedragen(string zaak) =>
        huis.Lees(
            $"""
            select concat_ws(' ', (select gereserveerd::text from tijdvakken.inschrijving where zaaknummer = '{zaak}'),
              (select data ->> 'gereserveerd' from verlening.mt_doc_verlening where id = '{zaak}'),
              (select data #>> array['budget', 'gereserveerd'] from aanvragen.mt_doc_aanvraag where id = '{zaak}'))
            """
        );

    private Task Wijzig(string id, Instant sluit) =>
        _loop.Tijdvakbesluit($"/v1/tijdvakken/{id}/wijzigingen", $$"""{"sluit":"{{Zaakloop.Wandklok(sluit)}}","bron":"Stcrt. 2026, 9"}""");
}
