using Microsoft.AspNetCore.Routing;
using SlimRegeling.Platform.Api;

namespace SlimRegeling.Api.Tests;

/// <summary>What the Handelsregister tells, to who applies: of any number, because it is public.</summary>
public sealed class HandelsregisterTests(Apihuis huis)
{
    private const string Troffel = "/v1/handelsregister/69599084";

    [Fact]
    public async Task Who_applies_reads_of_any_number_what_fills_in_a_form()
    {
        var (wie, _) = huis.Ondernemer();
        var antwoord = await Zaakloop.Gelukt(huis.Haal(wie, Troffel));
        Assert.Equal("Bouwbedrijf De Troffel B.V.", antwoord.Veld("naam"));
        Assert.Equal("3511 AB", antwoord.Inhoud.GetProperty("adres").GetProperty("postcode").GetString());
        Assert.Equal("4321", antwoord.Inhoud.GetProperty("activiteiten")[0].GetProperty("code").GetString());
        var grenzen = antwoord.Inhoud.GetProperty("grenzen");
        Assert.Equal((50, 250), (grenzen.GetProperty("klein").GetInt32(), grenzen.GetProperty("mkb").GetInt32()));
        Assert.False(string.IsNullOrEmpty(grenzen.GetProperty("artikel").GetString()));
        Assert.Equal("2025-03-15", (await Zaakloop.Gelukt(huis.Haal(wie, "/v1/handelsregister/90009001"))).Veld("uitgeschrevenOp"));
    }

    [Theory]
    [InlineData("12345678")]
    [InlineData("geen-nummer")]
    public async Task What_is_not_in_it_is_said_in_plain_words(string nummer)
    {
        var (wie, _) = huis.Ondernemer();
        (await huis.Haal(wie, $"/v1/handelsregister/{nummer}"))
            .IsProbleem(404, "niet-in-handelsregister")
            .Noemt(nummer)
            .Noemt("uittreksel");
    }

    [Fact]
    public async Task An_adviser_reads_it_with_a_machtiging_to_apply_and_with_no_other()
    {
        var (gever, kvkNummer) = huis.Ondernemer();
        var (aanvrager, eerste) = huis.Ondernemer();
        var (verantwoorder, tweede) = huis.Ondernemer();
        await Geef(gever, eerste, "aanvragen");
        await Geef(gever, tweede, "verantwoorden");
        Assert.Equal(200, (await huis.Haal(aanvrager, Troffel, kvkNummer)).Status);
        (await huis.Haal(verantwoorder, Troffel, kvkNummer)).IsProbleem(403, "machtiging-omvat-dit-niet");
    }

    [Fact]
    public void Nobody_reads_the_whole_register_with_it() =>
        Assert.Equal(
            60,
            huis.Eindpunten.Single(e => e.Naam() == "GET /v1/handelsregister/{kvkNummer}").Metadata.GetMetadata<Aanroeplimiet>()!.PerMinuut
        );

    private async Task Geef(string gever, string gemachtigde, string omvang) =>
        await Zaakloop.Gelukt(
            huis.Post(
                gever,
                "/v1/machtigingen",
                $$"""{"gemachtigde":"{{gemachtigde}}","naam":"Adviesbureau","uwNaam":"De gever","omvang":["{{omvang}}"]}"""
            )
        );
}
