using System.Text;
using NodaTime;
using SlimRegeling.Platform;

namespace SlimRegeling.Api.Tests;

/// <summary>Bad input on the real endpoints: each a problem in plain Dutch that names rule or field, and nothing stored.</summary>
public sealed class VerkeerdeInvoerTests(Apihuis huis)
{
    private readonly Zaakloop _loop = new(huis);

    [Fact]
    public async Task An_unknown_case_number_is_not_found()
    {
        var zaak = Zaaknummer.Trek().ToString();
        (string, HttpMethod, string, string)[] gevallen =
        [
            (Mensen.Anna, HttpMethod.Get, $"/v1/aanvragen/{zaak}", ""),
            (Mensen.Anna, HttpMethod.Get, $"/v1/zaken/{zaak}", ""),
            (Mensen.Anna, HttpMethod.Post, $"/v1/aanvragen/{zaak}/indiening", "{}"),
            (Mensen.Anna, HttpMethod.Put, $"/v1/aanvragen/{zaak}/concept", Zaakloop.Formulier),
            (Mensen.Beoordelaar, HttpMethod.Post, $"/v1/aanvragen/{zaak}/toewijzing", "{}"),
            (Mensen.Beoordelaar, HttpMethod.Post, $"/v1/aanvragen/{zaak}/beoordeling", """{"gronden":[]}"""),
            (Mensen.Medeondertekenaar, HttpMethod.Post, $"/v1/verleningen/{zaak}/ondertekening", """{"hash":"x"}"""),
            (Mensen.Medeondertekenaar, HttpMethod.Get, $"/v1/verantwoordingen/{zaak}", ""),
            (
                Mensen.FinancieelMedewerker,
                HttpMethod.Post,
                $"/v1/betaalopdrachten/{zaak}-B1/vrijgave",
                """{"bezwaar":"x","toelichting":"x"}"""
            ),
        ];
        foreach (var (wie, methode, pad, inhoud) in gevallen)
        {
            await huis.Weigert(() => huis.Zend(wie, methode, pad, Json(inhoud)), a => a.IsProbleem(404, "niet-gevonden").Noemt(zaak));
        }
    }

    [Fact]
    public async Task A_wrong_check_character_is_told_before_anything_is_looked_up()
    {
        var goed = Zaaknummer.Trek().ToString();
        var fout = goed[..^1] + (goed[^1] == '0' ? '1' : '0');
        (string, HttpMethod, string, string)[] gevallen =
        [
            (Mensen.Anna, HttpMethod.Get, $"/v1/aanvragen/{fout}", ""),
            (Mensen.Anna, HttpMethod.Get, $"/v1/brieven?zaaknummer={fout}", ""),
            (Mensen.Beoordelaar, HttpMethod.Post, $"/v1/aanvragen/{fout}/toewijzing", "{}"),
            (Mensen.Medeondertekenaar, HttpMethod.Post, $"/v1/verleningen/{fout}/ondertekening", """{"hash":"x"}"""),
        ];
        foreach (var (wie, methode, pad, inhoud) in gevallen)
        {
            await huis.Weigert(
                () => huis.Zend(wie, methode, pad, Json(inhoud)),
                a => a.IsProbleem(400, "onleesbaar").NoemtVeld("zaaknummer").Noemt(fout)
            );
        }
        await huis.Weigert(
            () => huis.Post(Mensen.Anna, "/v1/scans", $$"""{"zaaknummer":"{{fout}}","gevraagd":6}"""),
            a => a.IsProbleem(422, "onjuiste-invoer").NoemtVeld("zaaknummer")
        );
    }

    [Fact]
    public async Task A_wrong_role_and_someone_elses_case_are_refused()
    {
        var zaak = await _loop.Concept(await _loop.Tijdvak());
        await huis.Weigert(
            () => huis.Post(Mensen.Beoordelaar, $"/v1/aanvragen/{zaak}/indiening"),
            a => a.IsProbleem(403, "niet-bevoegd").Noemt("rol")
        );
        await huis.Weigert(
            () => huis.Post(Mensen.Bram, $"/v1/aanvragen/{zaak}/indiening"),
            a => a.IsProbleem(404, "niet-gevonden").Noemt(zaak)
        );
    }

    [Fact]
    public async Task Submitting_before_opening_or_from_closing_on_is_refused_and_the_draft_stays()
    {
        var tijdvak = await _loop.Tijdvak(over: Duration.FromHours(1));
        var vroeg = await _loop.Concept(tijdvak);
        var laat = await _loop.Concept(tijdvak, Mensen.Bram);
        await huis.Weigert(
            () => huis.Post(Mensen.Anna, $"/v1/aanvragen/{vroeg}/indiening"),
            a => a.IsProbleem(409, "tijdvak-nog-niet-open").NoemtArtikel("artikel 2.6")
        );
        huis.Klok.Vooruit(Duration.FromHours(1));
        await Zaakloop.Gelukt(huis.Post(Mensen.Anna, $"/v1/aanvragen/{vroeg}/indiening"));
        huis.Klok.Vooruit(Zaakloop.Openstelling);
        await huis.Weigert(
            () => huis.Post(Mensen.Bram, $"/v1/aanvragen/{laat}/indiening"),
            a => a.IsProbleem(409, "tijdvak-gesloten").NoemtArtikel("artikel 2.6")
        );
        Assert.Equal(200, (await huis.Haal(Mensen.Bram, $"/v1/aanvragen/{laat}/concept")).Status);
    }

    [Fact]
    public async Task A_step_out_of_order_names_its_rule()
    {
        var tijdvak = await _loop.Tijdvak();
        var zaak = await _loop.Ingediend(tijdvak);
        await huis.Weigert(
            () => huis.Post(Mensen.Regelbeheerder, $"/v1/tijdvakken/{tijdvak}/loting", """{"zaad":"z","bron":"notaris"}"""),
            a => a.IsProbleem(409, "lijst-ontbreekt").NoemtArtikel("artikel 2.10, eerste lid")
        );
        await huis.Weigert(
            () => huis.Post(Mensen.Regelbeheerder, $"/v1/tijdvakken/{tijdvak}/lijst"),
            a => a.IsProbleem(409, "tijdvak-open").NoemtArtikel("artikel 2.10, eerste lid")
        );
        await huis.Weigert(
            () => huis.Post(Mensen.Beoordelaar, $"/v1/aanvragen/{zaak}/beoordeling", """{"gronden":[]}"""),
            a => a.IsProbleem(409, "niet-volledig").NoemtArtikel("artikel 2.12")
        );
        await Zaakloop.Gelukt(huis.Post(Mensen.Beoordelaar, $"/v1/aanvragen/{zaak}/volledigheid", """{"volledig":true}"""));
        await Zaakloop.Gelukt(huis.Post(Mensen.Beoordelaar, $"/v1/aanvragen/{zaak}/toewijzing"));
        await huis.Weigert(
            () => huis.Post(Mensen.Beoordelaar, $"/v1/aanvragen/{zaak}/beoordeling", """{"gronden":[]}"""),
            a => a.IsProbleem(409, "budget-niet-gereserveerd").NoemtArtikel("artikel 2.10")
        );
        // Nothing was said about this case in the context of the awards yet.
        await huis.Weigert(
            () => huis.Post(Mensen.Medeondertekenaar, $"/v1/verleningen/{zaak}/ondertekening", """{"hash":"x"}"""),
            a => a.IsProbleem(404, "niet-gevonden").Noemt(zaak)
        );
        await _loop.Gereserveerd(tijdvak, zaak);
        await huis.Weigert(
            () => huis.Post(Mensen.Medeondertekenaar, $"/v1/verleningen/{zaak}/ondertekening", """{"hash":"x"}"""),
            a => a.IsProbleem(409, "nog-niet-voorgelegd")
        );
    }

    [Fact]
    public async Task A_second_application_in_the_window_names_the_rule()
    {
        var tijdvak = await _loop.Tijdvak();
        var eerste = await _loop.Ingediend(tijdvak);
        var tweede = await _loop.Concept(tijdvak);
        await huis.Weigert(
            () => huis.Post(Mensen.Anna, $"/v1/aanvragen/{tweede}/indiening"),
            a => a.IsProbleem(409, "al-aangevraagd").NoemtArtikel("artikel 2.8, vierde lid").Noemt(eerste)
        );
    }

    [Fact]
    public async Task A_stale_version_is_refused()
    {
        var tijdvak = await _loop.Tijdvak();
        var concept = await _loop.Concept(tijdvak);
        await huis.Weigert(
            () => huis.Put(Mensen.Anna, $"/v1/aanvragen/{concept}/concept", Zaakloop.Formulier, ifMatch: "\"1\""),
            a => a.IsProbleem(412, "verouderd").Noemt(concept)
        );
        var zaak = await _loop.Ingediend(tijdvak, Mensen.Bram);
        await Zaakloop.Gelukt(huis.Post(Mensen.Beoordelaar, $"/v1/aanvragen/{zaak}/volledigheid", """{"volledig":true}"""));
        await huis.Weigert(
            () => huis.Post(Mensen.Beoordelaar, $"/v1/aanvragen/{zaak}/toewijzing", ifMatch: "\"1\""),
            a => a.IsProbleem(412, "verouderd").Noemt(Mensen.Beoordelaar)
        );
        await huis.Weigert(
            () => huis.Post(Mensen.Beoordelaar, $"/v1/aanvragen/{zaak}/toewijzing", ifMatch: "gisteren"),
            a => a.IsProbleem(422, "onjuiste-invoer").NoemtVeld("If-Match")
        );
    }

    [Fact]
    public async Task A_key_that_was_used_for_something_else_is_refused()
    {
        var tijdvak = await _loop.Tijdvak();
        var zaak = await _loop.Ingediend(tijdvak);
        var sleutel = Guid.NewGuid().ToString();
        await Zaakloop.Gelukt(huis.Post(Mensen.Anna, "/v1/aanvragen", $$"""{"tijdvak":"{{tijdvak}}"}""", sleutel));
        await huis.Weigert(
            () => huis.Post(Mensen.Anna, "/v1/aanvragen", """{"tijdvak":"ander"}""", sleutel),
            a => a.IsProbleem(422, "sleutel-hergebruikt").Noemt("Idempotency-Key")
        );
        // The same bytes for another kind of document are another call.
        var document = Guid.NewGuid().ToString();
        await Zaakloop.Gelukt(Document("plan"));
        await huis.Weigert(() => Document("begroting"), a => a.IsProbleem(422, "sleutel-hergebruikt"));

        Task<Gekregen> Document(string soort) =>
            huis.Zend(Mensen.Anna, HttpMethod.Post, $"/v1/documenten?zaaknummer={zaak}&soort={soort}", Zaakloop.Pdf, document);
    }

    [Fact]
    public async Task A_change_without_a_key_is_refused()
    {
        foreach (var sleutel in new[] { "", " ", new string('x', 101) })
        {
            await huis.Weigert(
                () => huis.Post(Mensen.Anna, "/v1/aanvragen", """{"tijdvak":"x"}""", sleutel),
                a => a.IsProbleem(400, "sleutel-ontbreekt").Noemt("Idempotency-Key")
            );
        }
    }

    [Theory]
    [InlineData("\"899.20\"", "\"899.205\"", "activiteiten[0].overigeExterneKosten", 400)]
    [InlineData("\"899.20\"", "\"12345678901234.00\"", "activiteiten[0].overigeExterneKosten", 400)]
    [InlineData("\"899.20\"", "899.20", "activiteiten[0].overigeExterneKosten", 400)]
    [InlineData("\"899.20\"", "\"899,20\"", "activiteiten[0].overigeExterneKosten", 400)]
    [InlineData("\"899.20\"", "\"1e9\"", "activiteiten[0].overigeExterneKosten", 400)]
    [InlineData("\"899.20\"", "\"-0.01\"", "activiteiten[0].overigeExterneKosten", 422)]
    [InlineData("\"uren\":60", "\"uren\":1e9", "activiteiten[1].eigenUren[0].uren", 400)]
    [InlineData("\"uren\":60", "\"uren\":99999999999999999999999999999999", "activiteiten[1].eigenUren[0].uren", 400)]
    [InlineData("\"uren\":60", "\"uren\":-1", "activiteiten[1].eigenUren[0].uren", 400)]
    [InlineData("\"uren\":60", "\"uren\":1.005", "activiteiten[1].eigenUren[0].uren", 400)]
    [InlineData("\"uren\":60", "\"uren\":\"60\"", "activiteiten[1].eigenUren[0].uren", 400)]
    [InlineData("\"uren\":60", "\"uren\":NaN", "activiteiten[1].eigenUren[0].uren", 400)]
    [InlineData("\"soort\":\"A\"", "\"soort\":\"Z\"", "activiteiten[0].soort", 422)]
    [InlineData("\"soort\":\"geen\"", "\"soort\":\"misschien\"", "verklaringen.deMinimis.soort", 400)]
    [InlineData("\"soort\":\"geen\"", "\"soort\":0", "verklaringen.deMinimis.soort", 400)]
    [InlineData("\"doelen\":\"doelen\"", "\"doelen\":\"a\\u0007\"", "plan.doelen", 400)]
    [InlineData("\"4321\"", "null", "onderneming.sbiCodes", 400)]
    [InlineData("\"externeUren\":[{\"uren\":40,\"uurtarief\":\"150.00\"}]", "\"externeUren\":[null]", "activiteiten[0].externeUren", 400)]
    [InlineData("\"4321\"", "\"43.21\"", "onderneming.sbiCodes[0]", 422)]
    [InlineData("\"mkb\":true", "\"mkb\":\"ja\"", "verklaringen.mkb", 400)]
    [InlineData("\"mkb\":true", "\"mkb\":true,\"extra\":1", "verklaringen.extra", 400)]
    public async Task A_wrong_value_deep_in_the_form_is_named_by_its_place(string goed, string fout, string veld, int status)
    {
        Assert.Contains(goed, Zaakloop.Formulier, StringComparison.Ordinal);
        var zaak = await _loop.Concept(await _loop.Tijdvak());
        await huis.Weigert(
            () => huis.Put(Mensen.Anna, $"/v1/aanvragen/{zaak}/concept", Zaakloop.Formulier.Replace(goed, fout, StringComparison.Ordinal)),
            a => a.IsProbleem(status, status == 400 ? "onleesbaar" : "onjuiste-invoer").NoemtVeld(veld)
        );
    }

    [Theory]
    [InlineData("[\"4321\"]", "null", "onderneming.sbiCodes")]
    [InlineData("\"brutojaarloon\":\"41280.00\"", "\"eigenaar\":false", "activiteiten[1].eigenUren[0].brutojaarloon")]
    public async Task What_a_draft_may_lack_is_named_on_submission(string goed, string zonder, string veld)
    {
        Assert.Contains(goed, Zaakloop.Formulier, StringComparison.Ordinal);
        var zaak = await _loop.Concept(await _loop.Tijdvak());
        await Zaakloop.Gelukt(
            huis.Put(Mensen.Anna, $"/v1/aanvragen/{zaak}/concept", Zaakloop.Formulier.Replace(goed, zonder, StringComparison.Ordinal))
        );
        (await huis.Post(Mensen.Anna, $"/v1/aanvragen/{zaak}/indiening", "{}")).IsProbleem(422, "onjuiste-invoer").NoemtVeld(veld);
    }

    [Theory]
    [InlineData("\"plafond\":\"1.00\"", "\"plafond\":\"1.005\"", "plafond", 400)]
    [InlineData("\"plafond\":\"1.00\"", "\"plafond\":\"-1.00\"", "plafond", 422)]
    [InlineData("\"opent\":\"2026-04-07T09:00:00\"", "\"opent\":\"7 april\"", "opent", 400)]
    [InlineData("\"opent\":\"2026-04-07T09:00:00\"", "\"opent\":\"2026-02-30T09:00:00\"", "opent", 400)]
    [InlineData("\"opent\":\"2026-04-07T09:00:00\"", "\"opent\":\"-9998-01-01T00:00:00\"", "opent", 422)]
    [InlineData("\"sluit\":\"2026-05-04T17:00:00\"", "\"sluit\":\"9999-12-31T23:59:59\"", "sluit", 422)]
    [InlineData("\"id\":\"x\"", "\"id\":\"../x\"", "id", 422)]
    [InlineData("\"volgorde\":\"loting\"", "\"volgorde\":\"willekeur\"", "volgorde", 400)]
    [InlineData("\"regelversie\":\"slim-2026\"", "\"regelversie\":\"../../etc/passwd\"", "regelversie", 422)]
    [InlineData("\"aanvragertype\":\"mkb-onderneming\"", "\"aanvragertype\":\"iedereen\"", "aanvragertype", 422)]
    [InlineData("\"aanvragertype\":\"mkb-onderneming\"", "\"aanvragertype\":\"grootbedrijf\"", "aanvragertype", 422)]
    public Task A_wrong_window_is_refused_by_field(string goed, string fout, string veld, int status)
    {
        const string Tijdvak = """
            {"id":"x","aanvragertype":"mkb-onderneming","opent":"2026-04-07T09:00:00","sluit":"2026-05-04T17:00:00","plafond":"1.00","volgorde":"loting","regelversie":"slim-2026"}
            """;
        Assert.Contains(goed, Tijdvak, StringComparison.Ordinal);
        return huis.Weigert(
            () => huis.Post(Mensen.Regelbeheerder, "/v1/tijdvakken", Tijdvak.Replace(goed, fout, StringComparison.Ordinal)),
            a => a.IsProbleem(status, status == 400 ? "onleesbaar" : "onjuiste-invoer").NoemtVeld(veld)
        );
    }

    private static StringContent? Json(string inhoud) =>
        inhoud.Length == 0 ? null : new StringContent(inhoud, Encoding.UTF8, "application/json");
}
