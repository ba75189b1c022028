using System.Text.Json;
using SlimRegeling.Platform.Identiteit;

namespace SlimRegeling.Api.Tests;

/// <summary>What rests on who declared it, is signed by nobody; and what leaves by post is for a colleague.</summary>
public sealed partial class EigenBelangTests
{
    [Fact]
    public async Task What_was_assessed_by_someone_with_an_interest_is_signed_by_nobody_and_goes_back()
    {
        var beoordelaar = huis.Medewerker(Rol.Beoordelaar);
        var tijdvak = await _loop.Tijdvak();
        var zaak = await _loop.Ingediend(tijdvak, huis.Ondernemer().Wie);
        await _loop.Gereserveerd(tijdvak, zaak, beoordelaar);
        await _loop.Beoordeeld(zaak, beoordelaar);
        var voorstel = await _loop.Voorstel(zaak);

        await Zaakloop.Gelukt(Meld(beoordelaar, zaak));

        (await huis.Post(Mensen.Medeondertekenaar, $"/v1/verleningen/{zaak}/ondertekening", voorstel)).IsProbleem(
            409,
            "beoordelaar-met-belang"
        );
        const string Terug = """{"reden":"Een collega beoordeelt dit opnieuw."}""";
        await Zaakloop.Gelukt(huis.Post(Mensen.Medeondertekenaar, $"/v1/verleningen/{zaak}/terugzending", Terug));
        await huis.Stil();
        // It is theirs no longer: a colleague takes it, and the decision rests on that one.
        await Zaakloop.Gelukt(huis.Post(Mensen.Beoordelaar, $"/v1/aanvragen/{zaak}/toewijzing"));
        await _loop.Beoordeeld(zaak);
        await _loop.Verleend(zaak);
    }

    [Fact]
    public async Task Once_it_is_declared_no_signature_that_comes_at_the_same_moment_gets_in_after_it()
    {
        var iemand = huis.Medewerker(Rol.Beoordelaar, Rol.Medeondertekenaar);
        var tijdvak = await _loop.Tijdvak();
        var zaak = await _loop.Ingediend(tijdvak, huis.Ondernemer().Wie);
        await _loop.Gereserveerd(tijdvak, zaak);
        await _loop.Beoordeeld(zaak);
        var voorstel = await _loop.Voorstel(zaak);

        await Zaakloop.Gelukt(Meld(iemand, zaak));
        var antwoorden = await Task.WhenAll(
            Enumerable.Range(0, 10).Select(_ => huis.Post(iemand, $"/v1/verleningen/{zaak}/ondertekening", voorstel))
        );

        Assert.All(antwoorden, a => a.IsProbleem(403, Gesloten));
        await _loop.Verleend(zaak);
    }

    [Fact]
    public async Task What_was_proposed_not_to_handle_by_someone_with_an_interest_is_signed_when_a_colleague_proposes_it()
    {
        var (beoordelaar, collega) = (huis.Medewerker(Rol.Beoordelaar), huis.Medewerker(Rol.Beoordelaar));
        var (wie, kvkNummer) = huis.Ondernemer();
        await _loop.Ingeschreven(wie, kvkNummer);
        var zaak = await _loop.Ingediend(await _loop.Tijdvak(), wie);
        var stelling = $"/v1/aanvragen/{zaak}/buitenbehandelingstelling";
        await Zaakloop.Gelukt(Onvolledig(beoordelaar));
        await huis.Stil();
        await Zaakloop.Gelukt(huis.Post(wie, $"/v1/aanvragen/{zaak}/aanvulling", """{"toelichting":"Zie het document."}"""));
        await Zaakloop.Gelukt(Onvolledig(beoordelaar));
        var gelezen = await _loop.NietBehandelen(zaak);

        await Zaakloop.Gelukt(Meld(beoordelaar, zaak, "Mijn zus werkt daar."));

        (await huis.Post(Mensen.Medeondertekenaar, stelling, gelezen))
            .IsProbleem(409, "voorstel-met-belang")
            .NoemtArtikel("artikel 2:4 Awb");
        var hash = JsonSerializer.Deserialize<JsonElement>(gelezen).GetProperty("hash").GetString()!;
        var bulk = await Zaakloop.Gelukt(
            huis.Post(
                Mensen.Medeondertekenaar,
                "/v1/buitenbehandelingstellingen",
                JsonSerializer.Serialize(new { zaaknummers = new[] { zaak }, hashes = new Dictionary<string, string> { [zaak] = hash } })
            )
        );
        Assert.Equal("voorstel-met-belang", bulk.Inhoud[0].GetProperty("code").GetString());
        Assert.Equal(0, await Gebeurd(zaak, "buiten-behandeling-gesteld"));

        // The same, found by a colleague, is another proposal.
        await Zaakloop.Gelukt(Onvolledig(collega));
        (await huis.Post(Mensen.Medeondertekenaar, stelling, gelezen)).IsProbleem(409, "ander-voorstel");
        await Zaakloop.Gelukt(huis.Post(Mensen.Medeondertekenaar, stelling, await _loop.NietBehandelen(zaak)));
        await huis.Stil();

        Task<Gekregen> Onvolledig(string door) =>
            huis.Post(door, $"/v1/aanvragen/{zaak}/volledigheid", """{"volledig":false,"ontbreekt":["mkb-verklaring"]}""");
    }

    [Fact]
    public async Task Letters_on_paper_in_the_case_are_for_a_colleague_to_post()
    {
        var iemand = huis.Medewerker(Rol.Beoordelaar);
        var (wie, kvkNummer) = huis.Ondernemer();
        var tijdvak = await _loop.Tijdvak();
        var zaak = await _loop.Ingediend(tijdvak, wie);
        await _loop.Ingeschreven(wie, kvkNummer);
        await Zaakloop.Gelukt(huis.Post(wie, $"/v1/ondernemingen/{kvkNummer}/contact", """{"papier":true}"""));
        await _loop.Gereserveerd(tijdvak, zaak);
        await _loop.Beoordeeld(zaak);
        await Zaakloop.Gelukt(Meld(iemand, zaak));
        await _loop.Verleend(zaak);

        var voorIemand = await Zaakloop.Gelukt(huis.Haal(iemand, "/v1/postbundels"));
        var voorCollega = await Zaakloop.Gelukt(huis.Haal(Mensen.Beoordelaar, "/v1/postbundels"));
        Assert.DoesNotContain(zaak, voorIemand.Tekst, StringComparison.Ordinal);
        Assert.Contains(zaak, voorCollega.Tekst, StringComparison.Ordinal);

        var bundel = (await Zaakloop.Gelukt(huis.Post(Mensen.Beoordelaar, "/v1/postbundels", "{}"))).Veld("id");
        (await huis.Haal(iemand, $"/v1/postbundels/{bundel}/pdf")).IsProbleem(403, Gesloten);
        (await huis.Post(iemand, $"/v1/postbundels/{bundel}/verzending")).IsProbleem(403, Gesloten);
        (await huis.Post(iemand, $"/v1/postbundels/{bundel}/intrekking")).IsProbleem(403, Gesloten);
        Assert.Equal(200, (await huis.Haal(Mensen.Beoordelaar, $"/v1/postbundels/{bundel}/pdf")).Status);
    }
}
