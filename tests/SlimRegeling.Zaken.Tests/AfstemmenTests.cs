using System.Text.Json;
using NodaTime;
using SlimRegeling.Berichten.Tijdvakken;

namespace SlimRegeling.Zaken.Tests;

public sealed class AfstemmenTests(Zakenhuis huis) : IClassFixture<Zakenhuis>
{
    [Fact]
    public async Task A_case_that_was_said_whole_adds_up()
    {
        var zaak = await Vers();
        var stand = await Afstemming();
        Assert.True(stand.GetProperty("sluit").GetBoolean(), stand.GetRawText());
        Assert.Equal(1, stand.GetProperty("verleningen").GetInt32());
        Assert.Equal(2, stand.GetProperty("betalingen").GetInt32());
        Assert.Equal(14, stand.GetProperty("berichten").GetProperty("effecten").GetInt32());
        Assert.Empty(await huis.Gezien(zaak.Nummer));
    }

    [Fact]
    public async Task A_message_without_effect_is_named_with_who_said_it_and_who_did_not_hear_it()
    {
        var zaak = await Vers();
        await huis.Voer(
            "delete from zaken.inbox where soort = 'SubsidieVerleendBericht'; update verteller.mt_events set timestamp = now() - interval '1 hour'"
        );
        var stand = await Afstemming();
        Assert.False(stand.GetProperty("sluit").GetBoolean());
        var gemist = Assert.Single(stand.GetProperty("berichten").GetProperty("gemist").EnumerateArray());
        Assert.Equal("verteller", gemist.GetProperty("zegger").GetString());
        Assert.Equal("zaken", gemist.GetProperty("hoorder").GetString());
        Assert.Equal("SubsidieVerleendBericht", gemist.GetProperty("soort").GetString());
        Assert.Equal(["afstemming"], await huis.Gezien(zaak.Nummer));
    }

    [Fact]
    public async Task A_message_that_was_just_said_is_under_way_and_no_alarm()
    {
        await Vers();
        await huis.Voer("delete from zaken.inbox where soort = 'SubsidieVerleendBericht'");
        var stand = await Afstemming();
        Assert.True(stand.GetProperty("sluit").GetBoolean(), stand.GetRawText());
        Assert.Equal(1, stand.GetProperty("berichten").GetProperty("wachtend").GetInt32());
    }

    [Theory]
    [InlineData("delete from zaken.stap where stap = 'voorschot-toegekend'", "een betaalopdracht heeft haar besluit")]
    [InlineData("update zaken.zaak set gereserveerd = 11039.99", "een verlening heeft haar reservering")]
    [InlineData(
        "delete from zaken.stap where stap = 'betaling-opgedragen' and betaalopdracht like '%B2'",
        "een betaling heeft haar opdracht"
    )]
    [InlineData("update zaken.zaak set verleend = 11000.00", "er is niet meer betaald dan verleend")]
    public async Task What_does_not_add_up_is_named_with_its_numbers(string schade, string regel)
    {
        var zaak = await Vers();
        await huis.Voer(schade);
        var stand = await Afstemming();
        Assert.False(stand.GetProperty("sluit").GetBoolean());
        var verschil = Assert.Single(stand.GetProperty("verschillen").EnumerateArray());
        Assert.Equal(zaak.Nummer, verschil.GetProperty("zaaknummer").GetString());
        Assert.Equal(regel, verschil.GetProperty("regel").GetString());
        Assert.Equal(["afstemming"], await huis.Gezien(zaak.Nummer));
    }

    [Theory]
    [InlineData(2, false)]
    [InlineData(3, true)]
    public async Task What_was_freed_or_set_apart_last_counts_by_the_reservation_and_not_by_its_clock(int laatste, bool sluit)
    {
        var zaak = await Vers();
        // The clock was put back two minutes after the budget was set apart.
        var terug = zaak.Gereserveerd.Op - Duration.FromMinutes(2);
        BudgetVrijgegevenBericht vrij = new(zaak.Nummer, zaak.Tijdvak, "herloting", terug, Versie: 2);
        object[] berichten = [vrij, zaak.Gereserveerd with { Op = terug - Duration.FromMinutes(1), Versie = 3 }];
        foreach (var bericht in berichten.Take(laatste - 1))
        {
            await huis.Zeg(Zakenhuis.Bea, bericht);
        }
        await huis.Stil();
        var stand = await Afstemming();
        Assert.Equal(sluit, stand.GetProperty("sluit").GetBoolean());
    }

    [Fact]
    public async Task Only_an_administrator_may_ask() => Assert.Equal(403, (await huis.Haal(Zakenhuis.Bea, "/v1/afstemming")).Status);

    private async Task<JsonElement> Afstemming()
    {
        var (status, stand) = await huis.Haal(Zakenhuis.Ben, "/v1/afstemming");
        Assert.Equal(200, status);
        return stand;
    }

    private async Task<Voorbeeldzaak> Vers()
    {
        await huis.Voer(
            "truncate zaken.zaak, zaken.stap, zaken.tijdvak, zaken.inbox, zaken.geparkeerd; delete from verteller.mt_events; delete from verteller.mt_streams"
        );
        var zaak = Voorbeeldzaak.Nieuw();
        foreach (var bericht in zaak.Geheel)
        {
            await huis.Zeg(Zakenhuis.Bea, bericht);
        }
        await huis.Stil();
        return zaak;
    }
}
