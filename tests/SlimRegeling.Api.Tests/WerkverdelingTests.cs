using System.Text.Json;
using NodaTime;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Api.Tests;

/// <summary>Who has a case when several reach for it, for one or for many at once; and the reminder that it takes too long.</summary>
public sealed class WerkverdelingTests(Apihuis huis)
{
    private static readonly string Beheerder = Mensen.In(Rol.Beheerder);

    private readonly Zaakloop _loop = new(huis);

    [Fact]
    public async Task Of_all_who_take_a_case_at_once_one_has_it_and_the_others_read_who()
    {
        var zaak = await Ingediend();
        var mensen = await Beoordelaars(6);

        var antwoorden = await Task.WhenAll(mensen.Select(wie => huis.Post(wie, $"/v1/aanvragen/{zaak}/toewijzing")));

        var heeft = Array.FindIndex(antwoorden, a => a.Status == 200);
        Assert.NotEqual(-1, heeft);
        Assert.All(antwoorden.Where((_, i) => i != heeft), a => a.IsProbleem(409, "al-toegewezen").Noemt(mensen[heeft]));
        Assert.Equal(1, await Toegewezen(zaak));
        Assert.Equal(mensen[heeft], await Behandelaar(zaak));
    }

    [Fact]
    public async Task Of_two_who_take_over_what_they_saw_a_third_have_one_has_it()
    {
        var zaak = await Ingediend();
        var mensen = await Beoordelaars(3);
        await Zaakloop.Gelukt(huis.Post(mensen[0], $"/v1/aanvragen/{zaak}/toewijzing"));

        var antwoorden = await Task.WhenAll(
            mensen[1..].Select(wie => huis.Post(wie, $"/v1/aanvragen/{zaak}/overdracht", $$"""{"van":"{{mensen[0]}}"}"""))
        );

        var heeft = Array.FindIndex(antwoorden, a => a.Status == 200);
        Assert.NotEqual(-1, heeft);
        antwoorden[1 - heeft].IsProbleem(409, "intussen-overgedragen").Noemt(mensen[1 + heeft]);
        Assert.Equal(2, await Toegewezen(zaak));
        Assert.Equal(mensen[1 + heeft], await Behandelaar(zaak));
    }

    [Fact]
    public async Task A_case_goes_to_a_colleague_who_assesses_and_to_nobody_else()
    {
        var zaak = await Ingediend();
        var (ik, collega, ander) = ((await Beoordelaars(1))[0], huis.Medewerker(Rol.Beoordelaar), huis.Medewerker(Rol.Onderzoeker));
        await Zaakloop.Gelukt(huis.Post(ik, $"/v1/aanvragen/{zaak}/toewijzing"));
        await Zaakloop.Gelukt(huis.Post(ander, "/v1/medewerkers/aanmelding"));
        foreach (var wie in (string[])[collega, ander])
        {
            await huis.Weigert(() => Draag(wie), a => a.IsProbleem(422, "onjuiste-invoer").NoemtVeld("aan"));
        }
        var aangemeld = await Zaakloop.Gelukt(huis.Post(collega, "/v1/medewerkers/aanmelding"));
        await Zaakloop.Gelukt(huis.Put(Beheerder, $"/v1/medewerkers/{aangemeld.Veld("id")}/naam", """{"naam":"Cato de Vries"}"""));

        var lijst = (await Zaakloop.Gelukt(huis.Haal(ik, "/v1/beoordelaars"))).Inhoud.EnumerateArray().ToList();
        Assert.Equal("Cato de Vries", lijst.Single(b => Tekst(b, "kenmerk") == collega).GetProperty("naam").GetString());
        Assert.DoesNotContain(lijst, b => Tekst(b, "kenmerk") == ander);
        // Who signs is named too when that is asked, and gets no case.
        var tekenaar = huis.Medewerker(Rol.Medeondertekenaar);
        await Zaakloop.Gelukt(huis.Post(tekenaar, "/v1/medewerkers/aanmelding"));
        foreach (var (vraag, genoemd) in ((string, bool)[])[("", false), ("?ondertekenaars=false", false), ("?ondertekenaars=true", true)])
        {
            var namen = (await Zaakloop.Gelukt(huis.Haal(ik, $"/v1/beoordelaars{vraag}"))).Inhoud.EnumerateArray();
            Assert.Equal(genoemd, namen.Any(b => Tekst(b, "kenmerk") == tekenaar));
        }
        await huis.Weigert(() => Draag(tekenaar), a => a.IsProbleem(422, "onjuiste-invoer").NoemtVeld("aan"));
        await Zaakloop.Gelukt(Draag(collega));
        Assert.Equal(collega, await Behandelaar(zaak));

        Task<Gekregen> Draag(string aan) => huis.Post(ik, $"/v1/aanvragen/{zaak}/overdracht", $$"""{"van":"{{ik}}","aan":"{{aan}}"}""");
    }

    [Fact]
    public async Task Many_cases_are_given_out_as_one_act_with_an_answer_for_each()
    {
        var mensen = await Beoordelaars(2);
        var (ik, ander) = (mensen[0], mensen[1]);
        await Zaakloop.Gelukt(huis.Post(ander, "/v1/medewerkers/aanmelding"));
        var (tijdvak, aanvrager) = (await _loop.Tijdvak(), huis.Ondernemer().Wie);
        string[] zaken = [await Ingediend(tijdvak), await Ingediend(tijdvak), await Ingediend(tijdvak), await Ingediend(tijdvak)];
        var (vrij, gezien, ongezien, alVan) = (zaken[0], zaken[1], zaken[2], zaken[3]);
        var ingetrokken = await _loop.Ingediend(tijdvak, aanvrager);
        await Zaakloop.Gelukt(huis.Post(aanvrager, $"/v1/aanvragen/{ingetrokken}/intrekking", """{"reden":"toch niet"}"""));
        var concept = await _loop.Concept(tijdvak, huis.Ondernemer().Wie);
        await Zaakloop.Gelukt(huis.Post(ik, "/v1/toewijzingen", Verzoek(null, (gezien, null), (ongezien, null))));
        await Zaakloop.Gelukt(huis.Post(ander, $"/v1/aanvragen/{alVan}/toewijzing"));
        (string Zaak, string? Van, string? Code)[] regels =
        [
            (vrij, null, null),
            (ongezien, null, "al-toegewezen"),
            (gezien, ik, null),
            (ingetrokken, null, "niet-te-beoordelen"),
            (alVan, null, null),
            (concept, null, "niet-gevonden"),
            ("onbekend", null, "niet-gevonden"),
            (vrij, null, "dubbel-genoemd"),
        ];
        var verzoek = Verzoek(ander, [.. regels.Select(r => (r.Zaak, r.Van))]);
        var sleutel = Guid.NewGuid().ToString();

        var antwoord = await Zaakloop.Gelukt(huis.Post(ik, "/v1/toewijzingen", verzoek, sleutel));

        Assert.Equal(regels.Select(r => (r.Zaak, r.Code is null, r.Code)), Regels(antwoord));
        Assert.Equal(antwoord.Tekst, (await huis.Post(ik, "/v1/toewijzingen", verzoek, sleutel)).Tekst);
        Assert.Equal((ander, ander, ik), (await Behandelaar(vrij), await Behandelaar(gezien), await Behandelaar(ongezien)));

        var terug = await Zaakloop.Gelukt(huis.Post(ander, "/v1/teruggaven", Zaken(vrij, ongezien)));
        Assert.Equal((string?[])[null, "van-andere-beoordelaar"], Regels(terug).Select(r => r.Code));
        Assert.Null(await Behandelaar(vrij));
        var volledig = await Zaakloop.Gelukt(huis.Post(ik, "/v1/volledigverklaringen", Zaken(vrij, ingetrokken, gezien, ongezien)));
        Assert.Equal((string?[])[null, "niet-ingediend", "van-andere-beoordelaar", null], Regels(volledig).Select(r => r.Code));
        Assert.Contains(ander, volledig.Inhoud[2].GetProperty("uitleg").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_a_case_that_a_colleague_has_nobody_else_says_whether_it_is_complete_and_no_letter_goes_out()
    {
        const string Vraag = """{"volledig":false,"ontbreekt":["begroting"]}""";
        var zaak = await Ingediend();
        var mensen = await Beoordelaars(2);
        var (heeft, ander) = (mensen[0], mensen[1]);
        await Zaakloop.Gelukt(huis.Post(heeft, $"/v1/aanvragen/{zaak}/toewijzing"));
        foreach (var oordeel in (string[])[Vraag, """{"volledig":true}"""])
        {
            await huis.Weigert(
                () => huis.Post(ander, $"/v1/aanvragen/{zaak}/volledigheid", oordeel),
                a => a.IsProbleem(403, "van-andere-beoordelaar").Noemt(heeft)
            );
        }
        var samen = await Zaakloop.Gelukt(
            huis.Post(ander, "/v1/aanvullingsverzoeken", $$"""{"zaken":[{"zaaknummer":"{{zaak}}","ontbreekt":["begroting"]}]}""")
        );
        Assert.Equal((string?[])["van-andere-beoordelaar"], Regels(samen).Select(r => r.Code));
        Assert.Equal(0, await Gevraagd(zaak));

        await Zaakloop.Gelukt(huis.Post(ander, $"/v1/aanvragen/{zaak}/overdracht", $$"""{"van":"{{heeft}}"}"""));
        await Zaakloop.Gelukt(huis.Post(ander, $"/v1/aanvragen/{zaak}/volledigheid", Vraag));
        Assert.Equal(1, await Gevraagd(zaak));
    }

    [Theory]
    [InlineData("/v1/toewijzingen", """{"zaken":[]}""", "zaken")]
    [InlineData("/v1/teruggaven", """{"zaaknummers":[]}""", "zaaknummers")]
    [InlineData("/v1/volledigverklaringen", """{"zaaknummers":[]}""", "zaaknummers")]
    public async Task No_case_at_all_is_no_act(string pad, string verzoek, string veld) =>
        await huis.Weigert(() => huis.Post(Mensen.Beoordelaar, pad, verzoek), a => a.IsProbleem(422, "onjuiste-invoer").NoemtVeld(veld));

    [Fact]
    public async Task A_reminder_after_the_term_starts_the_penalty_and_what_was_typed_in_by_mistake_is_void()
    {
        var zaak = await Ingediend();
        await huis.Weigert(() => Herinner(zaak, Vandaag), a => a.IsProbleem(409, "te-vroeg").NoemtArtikel("artikel 4:17, derde lid, Awb"));

        // Behind the two days of the window and the thirteen weeks after it, with a holiday moved by the Algemene termijnenwet.
        huis.Klok.Vooruit(Zaakloop.Openstelling + Duration.FromDays(7 * 13 + 5));
        var ontvangen = Vandaag;
        await Zaakloop.Gelukt(Herinner(zaak, ontvangen));
        huis.Klok.Vooruit(Duration.FromDays(30));
        await huis.Stil();
        var ingebreke = (await Zaakloop.Gelukt(huis.Haal(Mensen.Beoordelaar, $"/v1/zaken/{zaak}"))).Inhoud.GetProperty("ingebreke");
        Assert.Equal(Dag(ontvangen), Tekst(ingebreke, "ontvangenOp"));
        Assert.True(ingebreke.GetProperty("dagen").GetInt32() > 10);
        Assert.NotEqual("0.00", Tekst(ingebreke, "bedrag"));

        await Zaakloop.Gelukt(
            huis.Post(Mensen.Beoordelaar, $"/v1/aanvragen/{zaak}/ingebrekestelling/vervallenverklaring", """{"reden":"Verkeerde zaak."}""")
        );
        await huis.Stil();
        var beeld = (await Zaakloop.Gelukt(huis.Haal(Mensen.Beoordelaar, $"/v1/zaken/{zaak}"))).Inhoud;
        Assert.False(beeld.TryGetProperty("ingebreke", out var geen) && geen.ValueKind != JsonValueKind.Null);
        Assert.Equal(
            0,
            await huis.Tel($"select count(*) from aanvragen.mt_events where stream_id = '{zaak}' and data::text like '%Verkeerde zaak%'")
        );
    }

    private LocalDate Vandaag => Moment.Dag(huis.Klok.GetCurrentInstant());

    private Task<Gekregen> Herinner(string zaak, LocalDate dag) =>
        huis.Post(Mensen.Beoordelaar, $"/v1/aanvragen/{zaak}/ingebrekestelling", $$"""{"ontvangenOp":"{{Dag(dag)}}"}""");

    private static string Dag(LocalDate dag) => NodaTime.Text.LocalDatePattern.Iso.Format(dag);

    private async Task<string> Ingediend(string? tijdvak = null) =>
        await _loop.Ingediend(tijdvak ?? await _loop.Tijdvak(), huis.Ondernemer().Wie);

    /// <summary>With their tokens, so that they come at the same moment.</summary>
    private async Task<string[]> Beoordelaars(int aantal)
    {
        string[] mensen = [.. Enumerable.Range(0, aantal).Select(_ => huis.Medewerker(Rol.Beoordelaar))];
        foreach (var wie in mensen)
        {
            await huis.Token(wie);
        }
        return mensen;
    }

    private Task<long> Toegewezen(string zaak) =>
        huis.Tel($"select count(*) from aanvragen.mt_events where type = 'aanvraag-toegewezen' and stream_id = '{zaak}'");

    private Task<long> Gevraagd(string zaak) =>
        huis.Tel($"select count(*) from aanvragen.mt_events where type = 'aanvulling-gevraagd' and stream_id = '{zaak}'");

    /// <summary>As the case page knows it.</summary>
    private async Task<string?> Behandelaar(string zaak)
    {
        await huis.Stil();
        return Tekst((await Zaakloop.Gelukt(huis.Haal(Mensen.Beoordelaar, $"/v1/zaken/{zaak}"))).Inhoud, "behandelaar");
    }

    private static string Verzoek(string? aan, params (string Zaak, string? Van)[] zaken) =>
        JsonSerializer.Serialize(new { zaken = zaken.Select(z => new { zaaknummer = z.Zaak, van = z.Van }), aan });

    private static string Zaken(params string[] zaaknummers) => JsonSerializer.Serialize(new { zaaknummers });

    private static IEnumerable<(string Zaak, bool Gelukt, string? Code)> Regels(Gekregen antwoord) =>
        antwoord.Inhoud.EnumerateArray().Select(r => (Tekst(r, "zaaknummer")!, r.GetProperty("gelukt").GetBoolean(), Tekst(r, "code")));

    private static string? Tekst(JsonElement regel, string veld) =>
        regel.TryGetProperty(veld, out var waarde) && waarde.ValueKind != JsonValueKind.Null ? waarde.GetString() : null;
}
