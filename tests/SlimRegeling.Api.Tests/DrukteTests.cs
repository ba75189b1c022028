namespace SlimRegeling.Api.Tests;

/// <summary>What who keeps watch on the day itself is told of a window.</summary>
public sealed class DrukteTests(Apihuis huis)
{
    private readonly Zaakloop _loop = new(huis);

    [Fact]
    public async Task It_counts_what_came_in_what_is_asked_and_what_is_still_a_draft()
    {
        var tijdvak = await _loop.Tijdvak();
        var (eerste, _) = huis.Ondernemer();
        var (tweede, _) = huis.Ondernemer();
        await _loop.Concept(tijdvak, eerste);
        var zaak = await _loop.Ingediend(tijdvak, eerste);
        var gevraagd = (await Zaakloop.Gelukt(huis.Haal(eerste, "/v1/aanvragen")))
            .Inhoud.EnumerateArray()
            .Single(a => a.GetProperty("zaaknummer").GetString() == zaak)
            .GetProperty("gevraagd")
            .GetString();
        var ingetrokken = await _loop.Ingediend(tijdvak, tweede);
        await Zaakloop.Gelukt(huis.Post(tweede, $"/v1/aanvragen/{ingetrokken}/intrekking", """{"reden":"toch niet"}"""));
        await huis.Stil();

        var drukte = (await Zaakloop.Gelukt(huis.Haal("bert", $"/v1/beheer/tijdvakken/{tijdvak}/drukte"))).Inhoud;
        Assert.Equal(2, drukte.GetProperty("ingediend").GetInt32());
        Assert.Equal(1, drukte.GetProperty("vervallen").GetInt32());
        Assert.Equal(1, drukte.GetProperty("openConcepten").GetInt32());
        Assert.Equal(gevraagd, drukte.GetProperty("gevraagd").GetString());
        var minuten = drukte.GetProperty("perMinuut").EnumerateArray().Select(m => m.GetProperty("ingediend").GetInt32()).ToList();
        Assert.Equal((60, 2, 2), (minuten.Count, minuten.Sum(), minuten[^1]));
        Assert.DoesNotContain("SLIM-", drukte.GetRawText(), StringComparison.Ordinal);

        var stand = (await Zaakloop.Gelukt(huis.Haal(Mensen.Regelbeheerder, $"/v1/beheer/tijdvakken/{tijdvak}/stand"))).Inhoud;
        Assert.Equal("100000.00", stand.GetProperty("plafond").GetString());
        Assert.Equal("0.00", stand.GetProperty("gereserveerd").GetString());
        Assert.Equal("100000.00", stand.GetProperty("vrij").GetString());
    }

    [Fact]
    public async Task The_money_asked_is_what_those_who_take_part_ask_now()
    {
        var tijdvak = await _loop.Tijdvak();
        var (eerste, kvk) = huis.Ondernemer();
        await _loop.Ingediend(tijdvak, eerste);
        Assert.Equal("11040.00", await Gevraagd(tijdvak));

        // Linked to the first: it asks until the list leaves it out.
        var (tweede, _) = huis.Ondernemer();
        var dubbel = await _loop.Concept(tijdvak, tweede);
        var verbonden = Zaakloop.Formulier.Replace("\"sbiCodes\"", $"\"verbondenMet\":[\"{kvk}\"],\"sbiCodes\"", StringComparison.Ordinal);
        await Zaakloop.Gelukt(huis.Put(tweede, $"/v1/aanvragen/{dubbel}/concept", verbonden));
        await Zaakloop.Gelukt(huis.Post(tweede, $"/v1/aanvragen/{dubbel}/indiening"));
        var (derde, _) = huis.Ondernemer();
        var zaak = await _loop.Ingediend(tijdvak, derde);
        Assert.Equal("33120.00", await Gevraagd(tijdvak));

        await Zaakloop.Gelukt(
            huis.Post(Mensen.Beoordelaar, $"/v1/aanvragen/{zaak}/volledigheid", """{"volledig":false,"ontbreekt":["begroting"]}""")
        );
        var duurder = Zaakloop.Formulier.Replace("\"899.20\"", "\"999.20\"", StringComparison.Ordinal);
        await Zaakloop.Gelukt(huis.Post(derde, $"/v1/aanvragen/{zaak}/aanvulling", $$"""{"formulier":{{duurder}}}"""));
        Assert.Equal("33189.00", await Gevraagd(tijdvak));

        huis.Klok.Vooruit(Zaakloop.Openstelling);
        await Zaakloop.Gelukt(huis.Post(Mensen.Regelbeheerder, $"/v1/ontvangsten/{tijdvak}"));
        await huis.Stil();
        await Zaakloop.Gelukt(huis.Post(Mensen.Regelbeheerder, $"/v1/tijdvakken/{tijdvak}/lijst"));
        await huis.Stil();
        Assert.Equal("22149.00", await Gevraagd(tijdvak));
    }

    private async Task<string> Gevraagd(string tijdvak) =>
        (await Zaakloop.Gelukt(huis.Haal(Mensen.Regelbeheerder, $"/v1/beheer/tijdvakken/{tijdvak}/drukte"))).Veld("gevraagd");

    [Theory]
    [InlineData("drukte")]
    [InlineData("stand")]
    public async Task Of_a_window_that_is_nowhere_there_is_nothing_to_tell(string wat) =>
        (await huis.Haal("bert", $"/v1/beheer/tijdvakken/bestaat-niet/{wat}")).IsProbleem(404, "niet-gevonden");

    [Fact]
    public async Task An_announcement_is_for_everyone_and_placed_by_the_scheme_manager()
    {
        await Zaakloop.Gelukt(huis.Put(Mensen.Regelbeheerder, "/v1/mededeling", """{"tekst":"Het is druk.","soort":"waarschuwing"}"""));
        var mededeling = (await Zaakloop.Gelukt(huis.Haal(null, "/v1/mededeling"))).Inhoud.GetProperty("mededeling");
        Assert.Equal("Het is druk.", mededeling.GetProperty("tekst").GetString());
        Assert.Equal("waarschuwing", mededeling.GetProperty("soort").GetString());
        (await huis.Put(Mensen.Regelbeheerder, "/v1/mededeling", """{"tekst":" ","soort":"storing"}"""))
            .IsProbleem(422, "onjuiste-invoer")
            .NoemtVeld("tekst");
        await Zaakloop.Gelukt(huis.Zend(Mensen.Regelbeheerder, HttpMethod.Delete, "/v1/mededeling"));
        Assert.False((await Zaakloop.Gelukt(huis.Haal(null, "/v1/mededeling"))).Inhoud.TryGetProperty("mededeling", out _));
    }
}
