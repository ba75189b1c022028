using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Api.Tests;

/// <summary>One adviser, many enterprises: who acts for whom, by a machtiging that the enterprise gives and ends in the portal (2:1 Awb).</summary>
public sealed class MachtigingTests(Apihuis huis)
{
    private const string Artikel = "artikel 2:1 Awb";

    private readonly Zaakloop _loop = new(huis);

    private LocalDate Vandaag => Moment.Dag(huis.Klok.GetCurrentInstant());

    [Fact]
    public async Task An_adviser_makes_and_submits_an_application_and_every_event_says_for_whom()
    {
        var (gever, kvkNummer) = huis.Ondernemer();
        var (adviseur, eigenKvk) = huis.Ondernemer();
        var tijdvak = await _loop.Tijdvak();
        await Geef(gever, eigenKvk);

        var zaak = (await Zaakloop.Gelukt(Begin(adviseur, tijdvak, kvkNummer))).Veld("zaaknummer");
        await Zaakloop.Gelukt(huis.Put(adviseur, $"/v1/aanvragen/{zaak}/concept", Zaakloop.Formulier, namens: kvkNummer));
        await Zaakloop.Gelukt(huis.Post(adviseur, $"/v1/aanvragen/{zaak}/indiening", namens: kvkNummer));
        await huis.Stil();

        Assert.Equal(
            $"{adviseur} voor {kvkNummer} van {eigenKvk}",
            await huis.Lees(
                $"select format('%s voor %s van %s', headers ->> 'wie', headers ->> 'namens', headers ->> 'gemachtigde') from aanvragen.mt_events where stream_id = '{zaak}' order by version limit 1"
            )
        );
        // Read afterwards: which adviser, and no person.
        foreach (var kijker in (string[])[gever, Mensen.Beoordelaar])
        {
            var door = await huis.Haal(kijker, $"/v1/aanvragen/{zaak}/gemachtigden");
            Assert.Contains($"\"kvkNummer\":\"{eigenKvk}\"", door.Tekst, StringComparison.Ordinal);
            Assert.DoesNotContain(adviseur, door.Tekst, StringComparison.Ordinal);
        }
        (await huis.Haal(adviseur, $"/v1/aanvragen/{zaak}/gemachtigden")).IsProbleem(404, "niet-gevonden");
        Assert.Equal(
            eigenKvk,
            (await huis.Haal(gever, $"/v1/aanvragen/{zaak}")).Inhoud.GetProperty("bijOntvangst").GetProperty("gemachtigde").GetString()
        );
        // It is the enterprise's, and not the adviser's.
        Assert.Equal(200, (await huis.Haal(gever, $"/v1/aanvragen/{zaak}")).Status);
        Assert.Contains(zaak, (await huis.Haal(gever, "/v1/zaken")).Tekst, StringComparison.Ordinal);
        Assert.Contains(zaak, (await huis.Haal(adviseur, "/v1/zaken", kvkNummer)).Tekst, StringComparison.Ordinal);
        Assert.DoesNotContain(zaak, (await huis.Haal(adviseur, "/v1/zaken")).Tekst, StringComparison.Ordinal);
        (await huis.Haal(adviseur, $"/v1/aanvragen/{zaak}")).IsProbleem(404, "niet-gevonden");
    }

    [Fact]
    public async Task Ending_it_is_felt_at_the_next_call_and_a_new_one_brings_it_back()
    {
        var (gever, kvkNummer) = huis.Ondernemer();
        var (adviseur, eigenKvk) = huis.Ondernemer();
        var machtiging = await Geef(gever, eigenKvk);
        var zaak = (await Zaakloop.Gelukt(Begin(adviseur, await _loop.Tijdvak(), kvkNummer))).Veld("zaaknummer");

        await Zaakloop.Gelukt(huis.Post(gever, $"/v1/machtigingen/{machtiging}/beeindiging"));

        await huis.Weigert(
            () => huis.Put(adviseur, $"/v1/aanvragen/{zaak}/concept", Zaakloop.Formulier, namens: kvkNummer),
            a => a.IsProbleem(403, "geen-machtiging").NoemtArtikel(Artikel).Noemt(kvkNummer)
        );
        await huis.Weigert(
            () => huis.Post(adviseur, $"/v1/aanvragen/{zaak}/indiening", namens: kvkNummer),
            a => a.IsProbleem(403, "geen-machtiging")
        );
        (await huis.Haal(adviseur, "/v1/zaken", kvkNummer)).IsProbleem(403, "geen-machtiging");
        // Twice is once.
        await Zaakloop.Gelukt(huis.Post(gever, $"/v1/machtigingen/{machtiging}/beeindiging"));

        Assert.Equal(machtiging, await Geef(gever, eigenKvk));
        await Zaakloop.Gelukt(huis.Put(adviseur, $"/v1/aanvragen/{zaak}/concept", Zaakloop.Formulier, namens: kvkNummer));
        await huis.Weigert(
            () => huis.Post(gever, "/v1/machtigingen", Inhoud(eigenKvk)),
            a => a.IsProbleem(409, "al-gemachtigd").NoemtArtikel(Artikel)
        );
    }

    [Fact]
    public async Task Before_its_first_day_and_after_its_last_there_is_none()
    {
        var (gever, kvkNummer) = huis.Ondernemer();
        var (adviseur, eigenKvk) = huis.Ondernemer();
        var (eerste, laatste) = (Vandaag.PlusDays(1), Vandaag.PlusDays(2));
        await Geef(gever, eigenKvk, $",\"vanaf\":\"{Dag(eerste)}\",\"totEnMet\":\"{Dag(laatste)}\"");

        (await Zaken()).IsProbleem(403, "geen-machtiging");
        huis.Klok.Vooruit(Moment.Op(eerste.AtMidnight()) - huis.Klok.GetCurrentInstant());
        Assert.Equal(200, (await Zaken()).Status);
        huis.Klok.Vooruit(Moment.Op(laatste.At(new LocalTime(23, 59))) - huis.Klok.GetCurrentInstant());
        Assert.Equal(200, (await Zaken()).Status);
        huis.Klok.Vooruit(Duration.FromMinutes(1));
        (await Zaken()).IsProbleem(403, "geen-machtiging");

        Task<Gekregen> Zaken() => huis.Haal(adviseur, "/v1/zaken", kvkNummer);
    }

    [Fact]
    public async Task It_reaches_what_it_was_given_for_and_never_the_name_or_the_account()
    {
        var (gever, kvkNummer) = huis.Ondernemer();
        var (adviseur, eigenKvk) = huis.Ondernemer();
        await _loop.Ingeschreven(gever, kvkNummer);
        await Geef(gever, eigenKvk, omvang: "verantwoorden");

        Assert.Equal(200, (await huis.Haal(adviseur, "/v1/zaken", kvkNummer)).Status);
        await huis.Weigert(
            () => Begin(adviseur, "een-tijdvak", kvkNummer),
            a => a.IsProbleem(403, "machtiging-omvat-dit-niet").NoemtArtikel(Artikel)
        );
        // Read, with so much of the account as is enough to recognise it.
        var eigen = (await huis.Haal(gever, $"/v1/ondernemingen/{kvkNummer}"))
            .Inhoud.GetProperty("rekening")
            .GetProperty("iban")
            .GetString()!;
        var gelezen = await huis.Haal(adviseur, $"/v1/ondernemingen/{kvkNummer}", kvkNummer);
        Assert.Equal($"…{eigen[^4..]}", gelezen.Inhoud.GetProperty("rekening").GetProperty("iban").GetString());
        Assert.DoesNotContain(eigen, gelezen.Tekst, StringComparison.Ordinal);
        await huis.Weigert(
            () => huis.Post(adviseur, $"/v1/ondernemingen/{kvkNummer}", Zaakloop.Inschrijving, namens: kvkNummer),
            a => a.IsProbleem(403, "machtiging-omvat-dit-niet")
        );
        await huis.Weigert(
            () =>
                huis.Post(
                    adviseur,
                    $"/v1/ondernemingen/{kvkNummer}/rekening",
                    """{"iban":"NL81TEST0100200300","tenaamstelling":"Ander"}""",
                    namens: kvkNummer
                ),
            a => a.IsProbleem(403, "machtiging-omvat-dit-niet")
        );
    }

    [Fact]
    public async Task For_accounting_only_it_reaches_no_document_of_a_draft()
    {
        var (gever, kvkNummer) = huis.Ondernemer();
        var (adviseur, eigenKvk) = huis.Ondernemer();
        var concept = await _loop.Concept(await _loop.Tijdvak(), gever);
        var pad = $"/v1/documenten?zaaknummer={concept}&soort=plan";
        var document = (await Zaakloop.Gelukt(huis.Zend(gever, HttpMethod.Post, pad, Zaakloop.Pdf))).Veld("document");
        await Geef(gever, eigenKvk, omvang: "verantwoorden");

        (await huis.Haal(adviseur, $"/v1/documenten/{document}", kvkNummer)).IsProbleem(404, "niet-gevonden");
        (await huis.Haal(adviseur, $"/v1/documenten/{document}/stand", kvkNummer)).IsProbleem(404, "niet-gevonden");
        await huis.Weigert(
            () => huis.Zend(adviseur, HttpMethod.Post, pad, Zaakloop.Pdf, namens: kvkNummer),
            a => a.IsProbleem(404, "niet-gevonden")
        );
        Assert.Equal(200, (await huis.Haal(gever, $"/v1/documenten/{document}/stand")).Status);
    }

    [Fact]
    public async Task An_adviser_cannot_pass_it_on_nor_end_it()
    {
        var (gever, kvkNummer) = huis.Ondernemer();
        var (adviseur, adviseurKvk) = huis.Ondernemer();
        var (derde, derdeKvk) = huis.Ondernemer();
        var machtiging = await Geef(gever, adviseurKvk);
        await Geef(adviseur, derdeKvk);

        // The third acts for the adviser's enterprise, and for that one only.
        Assert.Equal(200, (await huis.Haal(derde, "/v1/zaken", adviseurKvk)).Status);
        (await huis.Haal(derde, "/v1/zaken", kvkNummer)).IsProbleem(403, "geen-machtiging");
        await huis.Weigert(
            () => huis.Post(adviseur, "/v1/machtigingen", Inhoud(derdeKvk), namens: kvkNummer),
            a => a.IsProbleem(403, "machtiging-omvat-dit-niet")
        );
        await huis.Weigert(
            () => huis.Post(adviseur, $"/v1/machtigingen/{machtiging}/beeindiging", namens: kvkNummer),
            a => a.IsProbleem(403, "machtiging-omvat-dit-niet")
        );
        await huis.Weigert(
            () => huis.Post(adviseur, $"/v1/machtigingen/{machtiging}/beeindiging"),
            a => a.IsProbleem(404, "niet-gevonden")
        );
        // Who is here for an enterprise by a machtiging of the broker is not here for their own.
        var viaEherkenning = huis.Gemachtigde(derdeKvk);
        (await huis.Haal(viaEherkenning, "/v1/zaken", adviseurKvk)).IsProbleem(403, "niet-voor-eigen-onderneming");
        (await huis.Haal(viaEherkenning, "/v1/machtigingen")).IsProbleem(403, "niet-bevoegd");
        // Whatever role the token names.
        var alsAanvrager = huis.Aanvrager(adviseurKvk, via: derdeKvk);
        await huis.Weigert(
            () => huis.Post(alsAanvrager, "/v1/machtigingen", Inhoud(Mensen.BramKvk)),
            a => a.IsProbleem(403, "niet-met-een-machtiging").NoemtArtikel(Artikel)
        );
        await huis.Weigert(
            () => huis.Post(alsAanvrager, $"/v1/machtigingen/{adviseurKvk}-{derdeKvk}/beeindiging"),
            a => a.IsProbleem(403, "niet-met-een-machtiging")
        );
    }

    [Fact]
    public async Task Who_acts_for_one_enterprise_does_not_reach_the_draft_of_another_that_also_gave_a_machtiging()
    {
        var (eerste, eersteKvk) = huis.Ondernemer();
        var (tweede, tweedeKvk) = huis.Ondernemer();
        var (adviseur, eigenKvk) = huis.Ondernemer();
        await Geef(eerste, eigenKvk);
        await Geef(tweede, eigenKvk);
        var zaak = await _loop.Concept(await _loop.Tijdvak(), tweede);

        Assert.Equal(200, (await huis.Haal(adviseur, $"/v1/aanvragen/{zaak}/concept", tweedeKvk)).Status);
        (await huis.Haal(adviseur, $"/v1/aanvragen/{zaak}/concept", eersteKvk)).IsProbleem(404, "niet-gevonden");
        await huis.Weigert(
            () => huis.Put(adviseur, $"/v1/aanvragen/{zaak}/concept", Zaakloop.Formulier, namens: eersteKvk),
            a => a.IsProbleem(404, "niet-gevonden")
        );
        await huis.Weigert(
            () => huis.Post(adviseur, $"/v1/aanvragen/{zaak}/indiening", namens: eersteKvk),
            a => a.IsProbleem(404, "niet-gevonden")
        );
    }

    [Fact]
    public async Task A_machtiging_for_one_person_is_for_no_colleague_and_for_nobody_else()
    {
        var (gever, kvkNummer) = huis.Ondernemer();
        var (adviseur, eigenKvk) = huis.Ondernemer();
        await Geef(gever, eigenKvk, ",\"personen\":[\"een collega\"]");

        (await huis.Haal(adviseur, "/v1/zaken", kvkNummer)).IsProbleem(403, "geen-machtiging");
        (await huis.Haal(Mensen.Bram, "/v1/zaken", kvkNummer)).IsProbleem(403, "geen-machtiging");
        // Also not for one that does not exist: the answer is the same.
        (await huis.Haal(Mensen.Bram, "/v1/zaken", "99999999")).IsProbleem(403, "geen-machtiging");
        Assert.Equal(0, (await huis.Haal(adviseur, "/v1/machtigingen")).Inhoud.GetProperty("ontvangen").GetArrayLength());
    }

    [Fact]
    public async Task Both_see_what_was_given_and_a_neighbour_sees_nothing_of_it()
    {
        var (gever, kvkNummer) = huis.Ondernemer();
        var (adviseur, eigenKvk) = huis.Ondernemer();
        var machtiging = await Geef(gever, eigenKvk);

        var gegeven = Assert.Single((await huis.Haal(gever, "/v1/machtigingen")).Inhoud.GetProperty("gegeven").EnumerateArray());
        Assert.Equal(
            (machtiging, eigenKvk, "Adviesbureau", "geldig"),
            (
                gegeven.GetProperty("id").GetString(),
                gegeven.GetProperty("kvkNummer").GetString(),
                gegeven.GetProperty("naam").GetString(),
                gegeven.GetProperty("stand").GetString()
            )
        );
        var lijst = (await huis.Haal(adviseur, "/v1/machtigingen")).Inhoud;
        var ontvangen = Assert.Single(lijst.GetProperty("ontvangen").EnumerateArray());
        Assert.Equal((kvkNummer, "De gever"), (ontvangen.GetProperty("kvkNummer").GetString(), ontvangen.GetProperty("naam").GetString()));
        Assert.Equal(adviseur, lijst.GetProperty("persoon").GetString());
        Assert.DoesNotContain(kvkNummer, (await huis.Haal(Mensen.Bram, "/v1/machtigingen")).Tekst, StringComparison.Ordinal);

        await Zaakloop.Gelukt(huis.Post(gever, $"/v1/machtigingen/{machtiging}/beeindiging"));
        Assert.Contains("\"beeindigd\"", (await huis.Haal(gever, "/v1/machtigingen")).Tekst, StringComparison.Ordinal);
        Assert.DoesNotContain(kvkNummer, (await huis.Haal(adviseur, "/v1/machtigingen")).Tekst, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_adviser_reads_them_by_name_a_page_at_a_time_and_meets_each_once_also_when_one_ends_meanwhile()
    {
        var (adviseur, eigenKvk) = huis.Ondernemer();
        var gevers = Enumerable.Range(0, 5).Select(_ => huis.Ondernemer()).ToList();
        foreach (var (i, (gever, _)) in gevers.Index())
        {
            await Geef(gever, eigenKvk, uwNaam: i == 0 ? "Zagerij 4" : $"bakkerij {i}");
        }
        string[] opNaam = [.. gevers.Skip(1).Append(gevers[0]).Select(g => g.KvkNummer)];
        Assert.Equal(opNaam, Nummers(await Lijst("/v1/machtigingen"), "ontvangen"));

        var eerste = await Lijst("/v1/machtigingen?aantal=2");
        Assert.Equal(opNaam[..2], Nummers(eerste, "ontvangen"));
        await Zaakloop.Gelukt(huis.Post(gevers[2].Wie, $"/v1/machtigingen/{gevers[2].KvkNummer}-{eigenKvk}/beeindiging"));
        var tweede = await Lijst($"/v1/machtigingen?aantal=2&ontvangenNa={Verder(eerste, "ontvangen")}");
        Assert.Equal(opNaam[2..4], Nummers(tweede, "ontvangen"));
        var derde = await Lijst($"/v1/machtigingen?aantal=2&ontvangenNa={Verder(tweede, "ontvangen")}");
        Assert.Equal(opNaam[4..], Nummers(derde, "ontvangen"));
        Assert.Null(Verder(derde, "ontvangen"));

        Assert.Equal([gevers[0].KvkNummer], Nummers(await Lijst("/v1/machtigingen?zoek=ZAGErij"), "ontvangen"));
        Assert.Equal([gevers[3].KvkNummer], Nummers(await Lijst($"/v1/machtigingen?zoek={gevers[3].KvkNummer}"), "ontvangen"));
        Assert.Equal([gevers[4].KvkNummer], Nummers(await Lijst($"/v1/machtigingen?onderneming={gevers[4].KvkNummer}"), "ontvangen"));
        Assert.Empty(Nummers(await Lijst("/v1/machtigingen?zoek=%25"), "ontvangen"));
        (await huis.Haal(adviseur, "/v1/machtigingen?aantal=101")).IsProbleem(422, "onjuiste-invoer").NoemtVeld("aantal");
        (await huis.Haal(adviseur, "/v1/machtigingen?ontvangenNa=x")).IsProbleem(422, "onjuiste-invoer").NoemtVeld("ontvangenNa");

        async Task<JsonElement> Lijst(string pad) => (await Zaakloop.Gelukt(huis.Haal(adviseur, pad))).Inhoud;
    }

    [Fact]
    public async Task What_an_enterprise_gave_it_reads_a_page_at_a_time_with_what_is_over_last()
    {
        var (gever, eigenKvk) = huis.Ondernemer();
        for (var i = 0; i < 4; i++)
        {
            await Geef(gever, huis.Ondernemer().KvkNummer);
        }
        string[] alle = [.. Nummers(await Lijst(""), "gegeven")];
        var eerste = await Lijst("?aantal=2");
        Assert.Equal(alle[..2], Nummers(eerste, "gegeven"));

        // What stood last on the page goes to the end; the next page is the one that it was.
        await Zaakloop.Gelukt(huis.Post(gever, $"/v1/machtigingen/{eigenKvk}-{alle[1]}/beeindiging"));
        var tweede = await Lijst($"?aantal=2&gegevenNa={Verder(eerste, "gegeven")}");
        Assert.Equal(alle[2..], Nummers(tweede, "gegeven"));
        var derde = await Lijst($"?aantal=2&gegevenNa={Verder(tweede, "gegeven")}");
        Assert.Equal([alle[1]], Nummers(derde, "gegeven"));
        Assert.Null(Verder(derde, "gegeven"));
        Assert.Equal([alle[0], alle[2], alle[3], alle[1]], Nummers(await Lijst(""), "gegeven"));
        Assert.Equal([alle[3]], Nummers(await Lijst($"?onderneming={alle[3]}"), "gegeven"));

        async Task<JsonElement> Lijst(string vraag) => (await Zaakloop.Gelukt(huis.Haal(gever, $"/v1/machtigingen{vraag}"))).Inhoud;
    }

    [Fact]
    public async Task What_is_no_number_or_no_applicant_is_refused_and_what_is_public_stays_so()
    {
        (await huis.Haal(Mensen.Anna, "/v1/zaken", "1234")).IsProbleem(400, "onleesbaar").NoemtVeld("Slim-Namens");
        (await huis.Haal(Mensen.Beoordelaar, "/v1/zaken", Mensen.AnnaKvk)).IsProbleem(403, "niet-voor-eigen-onderneming");
        (await huis.Haal(null, "/v1/zaken", Mensen.AnnaKvk)).IsProbleem(401, "niet-aangemeld");
        Assert.Equal(200, (await huis.Haal(Mensen.Anna, "/v1/zaken", Mensen.AnnaKvk)).Status);
        Assert.Equal(200, (await huis.Haal(Mensen.Anna, "/v1/tijdvakken", "99999999")).Status);
    }

    [Fact]
    public async Task When_it_cannot_be_asked_the_answer_is_no_and_for_who_needs_none_all_goes_on()
    {
        var (gever, kvkNummer) = huis.Ondernemer();
        var (adviseur, eigenKvk) = huis.Ondernemer();
        await Geef(gever, eigenKvk);
        await huis.Voer("alter table relaties.mt_doc_machtiging rename to weg");
        try
        {
            (await huis.Haal(adviseur, "/v1/zaken", kvkNummer)).IsProbleem(503, "machtiging-niet-te-controleren");
            Assert.Equal(200, (await huis.Haal(gever, "/v1/zaken")).Status);
            Assert.Equal(200, (await huis.Haal(huis.Gemachtigde(kvkNummer), "/v1/zaken")).Status);
        }
        finally
        {
            await huis.Voer("alter table relaties.weg rename to mt_doc_machtiging");
        }
        Assert.Equal(200, (await huis.Haal(adviseur, "/v1/zaken", kvkNummer)).Status);
    }

    private async Task<string> Geef(
        string gever,
        string gemachtigde,
        string verder = "",
        string omvang = "aanvragen",
        string uwNaam = "De gever"
    ) =>
        (await Zaakloop.Gelukt(huis.Post(gever, "/v1/machtigingen", Inhoud(gemachtigde, verder, omvang, uwNaam)))).Veld("id");

    private static string Inhoud(string gemachtigde, string verder = "", string omvang = "aanvragen", string uwNaam = "De gever") =>
        $$"""{"gemachtigde":"{{gemachtigde}}","naam":"Adviesbureau","uwNaam":"{{uwNaam}}","omvang":["{{omvang}}"]{{verder}}}""";

    private static IReadOnlyList<string> Nummers(JsonElement lijst, string welke) =>
        [.. lijst.GetProperty(welke).EnumerateArray().Select(m => m.GetProperty("kvkNummer").GetString()!)];

    private static string? Verder(JsonElement lijst, string welke) =>
        lijst.TryGetProperty($"{welke}Volgende", out var plek) ? plek.GetString() : null;

    private Task<Gekregen> Begin(string wie, string tijdvak, string namens) =>
        huis.Post(wie, "/v1/aanvragen", $$"""{"tijdvak":"{{tijdvak}}"}""", namens: namens);

    private static string Dag(LocalDate dag) => LocalDatePattern.Iso.Format(dag);
}
