using System.Text.Json;

namespace SlimRegeling.Api.Tests;

/// <summary>
/// What the door cannot see, because another enterprise submits it, is taken out of the order and shown to who must decide on it (2.8, fourth
/// paragraph); and what was received incomplete waits for its place (KR 2.3).
/// </summary>
public sealed class DubbeleAanvraagTests(Apihuis huis)
{
    private const string Moeder = "88888888";

    private readonly Zaakloop _loop = new(huis);

    [Fact]
    public async Task Of_two_sisters_that_name_one_mother_the_second_is_out_and_an_assessor_reads_why()
    {
        var tijdvak = await _loop.Tijdvak(volgorde: "binnenkomst");
        var (een, ander) = (huis.Ondernemer(), huis.Ondernemer());
        var eerste = await DienIn(tijdvak, een.Wie, MetMoeder(Zaakloop.Formulier));
        var tweede = await DienIn(tijdvak, ander.Wie, MetMoeder(Zaakloop.Formulier));
        await Rangschik(tijdvak);

        Assert.Equal(1, (await Beeld(Mensen.Beoordelaar, eerste)).GetProperty("rang").GetInt32());
        var uit = (await Beeld(Mensen.Beoordelaar, tweede)).GetProperty("uitgesloten");
        Assert.Equal(("verbonden-onderneming", eerste), (uit.GetProperty("reden").GetString(), uit.GetProperty("eerdere").GetString()));
        Assert.Contains(
            eerste,
            (await Zaakloop.Gelukt(huis.Haal(Mensen.Beoordelaar, $"/v1/zaken/{tweede}"))).Tekst,
            StringComparison.Ordinal
        );

        // Whose case goes before it is not the applicant's business; that it is out is.
        var eigen = await Zaakloop.Gelukt(huis.Haal(ander.Wie, $"/v1/aanvragen/{tweede}"));
        Assert.Equal("verbonden-onderneming", eigen.Inhoud.GetProperty("uitgesloten").GetProperty("reden").GetString());
        Assert.DoesNotContain(eerste, eigen.Tekst, StringComparison.Ordinal);
        var zaak = await Zaakloop.Gelukt(huis.Haal(ander.Wie, $"/v1/zaken/{tweede}"));
        Assert.DoesNotContain(eerste, zaak.Tekst, StringComparison.Ordinal);
        Assert.Equal(404, (await huis.Haal(een.Wie, $"/v1/aanvragen/{tweede}")).Status);

        // The list stands: that the first is withdrawn does not bring the second back.
        await Zaakloop.Gelukt(huis.Post(een.Wie, $"/v1/aanvragen/{eerste}/intrekking"));
        await Rangschik(tijdvak);
        Assert.False(HeeftRang(await Beeld(Mensen.Beoordelaar, tweede)));
        await Zaakloop.Gelukt(
            huis.Post(Mensen.Medeondertekenaar, $"/v1/aanvragen/{tweede}/buitenbehandelingstelling", await _loop.NietBehandelen(tweede))
        );
        await huis.Stil();
    }

    [Fact]
    public async Task Which_enterprise_it_is_linked_to_must_be_told()
    {
        var tijdvak = await _loop.Tijdvak();
        var (wie, _) = huis.Ondernemer();
        var zaak = await Concept(
            tijdvak,
            wie,
            Zaakloop.Formulier.Replace("\"sbiCodes\"", $"\"verbondenOndernemingen\":[{Band("")}],\"sbiCodes\"", StringComparison.Ordinal)
        );

        await huis.Weigert(
            () => huis.Post(wie, $"/v1/aanvragen/{zaak}/indiening"),
            a =>
                Assert.Contains(
                    "artikel 2.8, vierde lid",
                    a.IsProbleem(422, "onjuiste-invoer").NoemtVeld("onderneming.verbondenOndernemingen[0].kvkNummer").Tekst,
                    StringComparison.Ordinal
                )
        );
    }

    [Fact]
    public async Task Received_incomplete_it_has_no_place_and_the_assessor_finds_and_asks_it()
    {
        var tijdvak = await _loop.Tijdvak(volgorde: "binnenkomst");
        var (een, ander) = (huis.Ondernemer(), huis.Ondernemer());
        var zonder = Zaakloop.Formulier.Replace("\"deMinimis\":{\"soort\":\"geen\"},", "", StringComparison.Ordinal);
        var onvolledig = await DienIn(tijdvak, een.Wie, zonder);
        var volledig = await DienIn(tijdvak, ander.Wie, Zaakloop.Formulier);
        await Rangschik(tijdvak);

        Assert.Equal(1, (await Beeld(Mensen.Beoordelaar, volledig)).GetProperty("rang").GetInt32());
        var beeld = await Beeld(Mensen.Beoordelaar, onvolledig);
        Assert.False(HeeftRang(beeld));
        Assert.Equal("de-minimisverklaring", beeld.GetProperty("ontbreekt")[0].GetString());
        var lijst = await Zaakloop.Gelukt(huis.Haal(Mensen.Beoordelaar, $"/v1/aanvullingsverzoeken?tijdvak={tijdvak}"));
        Assert.Equal($$"""[{"zaaknummer":"{{onvolledig}}","ontbreekt":["de-minimisverklaring"]}]""", lijst.Tekst);
        var gezien = "select count(*) from aanvragen.inzage where wat = 'aanvullingsverzoeken' and zaaknummer = ";
        Assert.Equal((1, 0), (await huis.Tel($"{gezien}'{onvolledig}'"), await huis.Tel($"{gezien}'{volledig}'")));
        Assert.Equal(403, (await huis.Haal(een.Wie, $"/v1/aanvullingsverzoeken?tijdvak={tijdvak}")).Status);

        var gevraagd = await Zaakloop.Gelukt(huis.Post(Mensen.Beoordelaar, "/v1/aanvullingsverzoeken", $$"""{"zaken":{{lijst.Tekst}}}"""));
        Assert.True(gevraagd.Inhoud[0].GetProperty("gelukt").GetBoolean());
        Assert.Equal("[]", (await huis.Haal(Mensen.Beoordelaar, $"/v1/aanvullingsverzoeken?tijdvak={tijdvak}")).Tekst);
        await Zaakloop.Gelukt(huis.Post(een.Wie, $"/v1/aanvragen/{onvolledig}/aanvulling", $$"""{"formulier":{{Zaakloop.Formulier}}}"""));
        huis.Klok.Vooruit(NodaTime.Duration.FromSeconds(1));
        await Rangschik(tijdvak);
        Assert.Equal(2, (await Beeld(Mensen.Beoordelaar, onvolledig)).GetProperty("rang").GetInt32());
    }

    private static string MetMoeder(string formulier) =>
        formulier.Replace(
            "\"sbiCodes\"",
            $"\"verbondenOndernemingen\":[{Band($"\"kvkNummer\":\"{Moeder}\",")}],\"sbiCodes\"",
            StringComparison.Ordinal
        );

    private static string Band(string wie) =>
        $$"""{"soort":"verbonden","percentage":60,{{wie}}"werkzamePersonen":1,"jaaromzet":"1000.00","balanstotaal":"1000.00"}""";

    private async Task<string> Concept(string tijdvak, string wie, string formulier)
    {
        var zaak = (await Zaakloop.Gelukt(huis.Post(wie, "/v1/aanvragen", $$"""{"tijdvak":"{{tijdvak}}"}"""))).Veld("zaaknummer");
        await Zaakloop.Gelukt(huis.Put(wie, $"/v1/aanvragen/{zaak}/concept", formulier));
        return zaak;
    }

    private async Task<string> DienIn(string tijdvak, string wie, string formulier)
    {
        var zaak = await Concept(tijdvak, wie, formulier);
        await Zaakloop.Gelukt(huis.Post(wie, $"/v1/aanvragen/{zaak}/indiening"));
        huis.Klok.Vooruit(NodaTime.Duration.FromSeconds(1));
        return zaak;
    }

    private async Task Rangschik(string tijdvak)
    {
        await Zaakloop.Gelukt(huis.Post(Mensen.Regelbeheerder, $"/v1/ontvangsten/{tijdvak}"));
        await huis.Stil();
    }

    private async Task<JsonElement> Beeld(string wie, string zaak) =>
        (await Zaakloop.Gelukt(huis.Haal(wie, $"/v1/aanvragen/{zaak}"))).Inhoud;

    private static bool HeeftRang(JsonElement beeld) => beeld.TryGetProperty("rang", out var rang) && rang.ValueKind != JsonValueKind.Null;
}
