using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Api.Tests;

/// <summary>Completion and not handling as the people concerned do them, and at the same moment.</summary>
public sealed class AanvullingTests(Apihuis huis)
{
    private readonly Zaakloop _loop = new(huis);

    private const string Toelichting = """{"toelichting":"Zie het document dat ik stuurde."}""";

    [Fact]
    public async Task What_was_missing_comes_in_once_and_counts_from_then()
    {
        var (wie, _) = huis.Ondernemer();
        var tijdvak = await _loop.Tijdvak();
        var zaak = await _loop.Ingediend(tijdvak, wie);
        await Vraag(zaak, "begroting");
        var duurder = Zaakloop.Formulier.Replace("\"899.20\"", "\"999.20\"", StringComparison.Ordinal);
        var verzoek = $$"""{"formulier":{{duurder}}}""";
        var sleutel = Guid.NewGuid().ToString();
        await Zaakloop.Gelukt(huis.Post(Mensen.Regelbeheerder, $"/v1/ontvangsten/{tijdvak}"));

        var bewijs = await Zaakloop.Gelukt(huis.Post(wie, $"/v1/aanvragen/{zaak}/aanvulling", verzoek, sleutel));

        // The horizon of the window has passed this moment already: it counts from just after that.
        var geteld = huis.Klok.GetCurrentInstant() + Duration.FromNanoseconds(1_000);
        Assert.Equal(("11109.00", geteld), (bewijs.Veld("gevraagd"), InstantPattern.ExtendedIso.Parse(bewijs.Veld("ontvangenOp")).Value));
        Assert.Equal(bewijs.Tekst, (await huis.Post(wie, $"/v1/aanvragen/{zaak}/aanvulling", verzoek, sleutel)).Tekst);
        (await huis.Post(wie, $"/v1/aanvragen/{zaak}/aanvulling", verzoek)).IsProbleem(409, "al-aangevuld");
        await Zaakloop.Gelukt(huis.Post(Mensen.Beoordelaar, $"/v1/aanvragen/{zaak}/volledigheid", """{"volledig":true}"""));
        await huis.Stil();
        var beeld = await Zaakloop.Gelukt(huis.Haal(wie, $"/v1/aanvragen/{zaak}"));
        Assert.Equal(("volledig", "11109.00"), (beeld.Veld("status"), beeld.Veld("gevraagd")));
        Assert.Equal(beeld.Veld("aangevuldOp"), beeld.Veld("volledigOntvangenOp"));
        Assert.Equal(
            "999.20",
            beeld.Inhoud.GetProperty("formulier").GetProperty("activiteiten")[0].GetProperty("overigeExterneKosten").GetString()
        );
        Assert.Equal(4, await huis.Tel($"select count(*) from aanvragen.gezegd where zaaknummer = '{zaak}'"));
        // Who treats it reads what stood in the form before.
        var bijOntvangst = $"/v1/aanvragen/{zaak}/uitleg?op={Uri.EscapeDataString(beeld.Veld("ontvangenOp"))}";
        var toen = (await Zaakloop.Gelukt(huis.Haal(Mensen.Beoordelaar, bijOntvangst))).Inhoud.GetProperty("formulier");
        Assert.Equal("899.20", toen.GetProperty("activiteiten")[0].GetProperty("overigeExterneKosten").GetString());
        Assert.False((await Zaakloop.Gelukt(huis.Haal(wie, bijOntvangst))).Inhoud.TryGetProperty("formulier", out _));
    }

    [Fact]
    public async Task Who_does_not_complete_is_not_handled_when_another_person_signs()
    {
        var (wie, kvkNummer) = huis.Ondernemer();
        await _loop.Ingeschreven(wie, kvkNummer);
        var tijdvak = await _loop.Tijdvak();
        var zaak = await _loop.Ingediend(tijdvak, wie);
        var uiterlijk = await Vraag(zaak, "mkb-verklaring", Mensen.Dubbel);
        var stelling = $"/v1/aanvragen/{zaak}/buitenbehandelingstelling";
        (await huis.Post(Mensen.Medeondertekenaar, stelling, """{"hash":"nog niets"}""")).IsProbleem(409, "wacht-op-aanvulling");
        Assert.Empty(await Voorstellen(tijdvak));

        Zet(uiterlijk.PlusDays(1).AtMidnight());

        (await huis.Post(wie, $"/v1/aanvragen/{zaak}/aanvulling", Toelichting)).IsProbleem(409, "hersteltermijn-voorbij");
        Assert.Equal(0, await Gezien(zaak));
        var voorstel = Assert.Single(await Voorstellen(tijdvak));
        Assert.Equal(zaak, voorstel.GetProperty("zaaknummer").GetString());
        Assert.Equal(1, await Gezien(zaak));
        Assert.Equal(401, (await huis.Haal(null, $"/v1/buitenbehandelingvoorstellen?tijdvak={tijdvak}")).Status);
        Assert.Equal(403, (await huis.Haal(wie, $"/v1/buitenbehandelingvoorstellen?tijdvak={tijdvak}")).Status);
        var hash = voorstel.GetProperty("hash").GetString();
        (await huis.Post(Mensen.Dubbel, stelling, $$"""{"hash":"{{hash}}"}""")).IsProbleem(403, "zelf-gevraagd");
        var bulk = $$$"""{"zaaknummers":["{{{zaak}}}","onbekend"],"hashes":{"{{{zaak}}}":"{{{hash}}}","onbekend":"h"}}""";
        var zelf = await Zaakloop.Gelukt(huis.Post(Mensen.Dubbel, "/v1/buitenbehandelingstellingen", bulk));
        Assert.Equal(["zelf-gevraagd", "niet-gevonden"], zelf.Inhoud.EnumerateArray().Select(r => r.GetProperty("code").GetString()));

        var gesteld = await Zaakloop.Gelukt(huis.Post(Mensen.Medeondertekenaar, "/v1/buitenbehandelingstellingen", bulk));

        Assert.True(gesteld.Inhoud[0].GetProperty("gelukt").GetBoolean());
        await huis.Stil();
        Assert.Empty(await Voorstellen(tijdvak));
        var beeld = await Zaakloop.Gelukt(huis.Haal(wie, $"/v1/aanvragen/{zaak}"));
        Assert.Equal("buiten-behandeling", beeld.Veld("status"));
        Assert.Equal($"{zaak}-N1", beeld.Inhoud.GetProperty("buitenBehandeling").GetProperty("besluit").GetString());
        (await huis.Post(wie, $"/v1/aanvragen/{zaak}/aanvulling", Toelichting)).IsProbleem(409, "buiten-behandeling");
    }

    [Fact]
    public async Task Not_to_handle_it_is_proposed_read_with_its_letter_and_signed_by_the_hash_of_what_was_read()
    {
        var (wie, kvkNummer) = huis.Ondernemer();
        await _loop.Ingeschreven(wie, kvkNummer);
        var zaak = await _loop.Ingediend(await _loop.Tijdvak(), wie);
        var pad = $"/v1/aanvragen/{zaak}/buitenbehandelingvoorstel";
        await Vraag(zaak, "mkb-verklaring");
        var nogNiet = await Zaakloop.Gelukt(huis.Haal(Mensen.Medeondertekenaar, pad));
        Assert.False(nogNiet.Inhoud.TryGetProperty("voorstel", out _));
        Assert.Contains("Wacht die dag af", nogNiet.Veld("waaromGeen"), StringComparison.Ordinal);
        await Zaakloop.Gelukt(huis.Post(wie, $"/v1/aanvragen/{zaak}/aanvulling", Toelichting));
        await Zaakloop.Gelukt(Onvolledig("mkb-verklaring"));

        var gelezen = (await Zaakloop.Gelukt(huis.Haal(Mensen.Medeondertekenaar, pad))).Inhoud.GetProperty("voorstel");
        Assert.True(gelezen.GetProperty("magOndertekenen").GetBoolean());
        Assert.Equal(Mensen.Beoordelaar, gelezen.GetProperty("door").GetString());
        // Who proposed it reads it too, and signs nothing.
        var voorsteller = (await Zaakloop.Gelukt(huis.Haal(Mensen.Beoordelaar, pad))).Inhoud.GetProperty("voorstel");
        Assert.False(voorsteller.GetProperty("magOndertekenen").GetBoolean());
        (await huis.Haal(wie, pad)).IsProbleem(403, "niet-bevoegd");
        var lijst = await Zaakloop.Gelukt(huis.Haal(Mensen.Medeondertekenaar, "/v1/buitenbehandelingvoorstellen"));
        Assert.Contains(lijst.Inhoud.EnumerateArray(), v => v.GetProperty("zaaknummer").GetString() == zaak);
        var voorbeeld = await Zaakloop.Gelukt(
            huis.Haal(Mensen.Medeondertekenaar, $"/v1/brieven/voorbeeld?zaaknummer={zaak}&soort=buiten-behandeling")
        );
        Assert.Equal(("buiten-behandeling", $"{zaak}-N1"), (voorbeeld.Veld("soort"), voorbeeld.Veld("kenmerk")));
        (await huis.Haal(Mensen.Medeondertekenaar, $"/v1/brieven/voorbeeld?zaaknummer={zaak}&soort=paspoort"))
            .IsProbleem(422, "onjuiste-invoer")
            .NoemtVeld("soort");

        // Nothing is signed without saying what was read; and what it rests on changes between reading and signing.
        var stelling = $"/v1/aanvragen/{zaak}/buitenbehandelingstelling";
        (await huis.Post(Mensen.Medeondertekenaar, stelling, "{}")).IsProbleem(400, "onleesbaar").NoemtVeld("hash");
        foreach (var hashes in (string[])["{}", $$"""{"{{zaak}}":""}"""])
        {
            var zonder = $$"""{"zaaknummers":["{{zaak}}"],"hashes":{{hashes}}}""";
            (await huis.Post(Mensen.Medeondertekenaar, "/v1/buitenbehandelingstellingen", zonder))
                .IsProbleem(422, "onjuiste-invoer")
                .NoemtVeld($"hashes.{zaak}");
        }
        await Zaakloop.Gelukt(Onvolledig("begroting"));
        var hash = gelezen.GetProperty("hash").GetString();
        (await huis.Post(Mensen.Medeondertekenaar, stelling, $$"""{"hash":"{{hash}}"}""")).IsProbleem(409, "ander-voorstel");
        var bulk = await Zaakloop.Gelukt(
            huis.Post(
                Mensen.Medeondertekenaar,
                "/v1/buitenbehandelingstellingen",
                $$$"""{"zaaknummers":["{{{zaak}}}"],"hashes":{"{{{zaak}}}":"{{{hash}}}"}}"""
            )
        );
        Assert.Equal("ander-voorstel", bulk.Inhoud[0].GetProperty("code").GetString());

        var nu = (await Zaakloop.Gelukt(huis.Haal(Mensen.Medeondertekenaar, pad))).Inhoud.GetProperty("voorstel").GetProperty("hash");
        await Zaakloop.Gelukt(huis.Post(Mensen.Medeondertekenaar, stelling, $$"""{"hash":"{{nu.GetString()}}"}"""));
        await huis.Stil();
        var brief = await Zaakloop.Gelukt(huis.Haal(wie, $"/v1/brieven/{zaak}-buiten-behandeling/pagina"));
        Assert.Equal($"{zaak}-N1", brief.Veld("kenmerk"));

        Task<Gekregen> Onvolledig(string document) =>
            huis.Post(Mensen.Beoordelaar, $"/v1/aanvragen/{zaak}/volledigheid", $$"""{"volledig":false,"ontbreekt":["{{document}}"]}""");
    }

    [Fact]
    public async Task What_is_the_matter_with_a_document_is_read_in_the_case_and_the_letter_and_stands_in_no_event()
    {
        var (wie, kvkNummer) = huis.Ondernemer();
        await _loop.Ingeschreven(wie, kvkNummer);
        var zaak = await _loop.Ingediend(await _loop.Tijdvak(), wie);
        var volledigheid = $"/v1/aanvragen/{zaak}/volledigheid";
        (
            await huis.Post(
                Mensen.Beoordelaar,
                volledigheid,
                """{"volledig":false,"ontbreekt":["begroting"],"toelichting":{"mkb-verklaring":"De naam klopt niet."}}"""
            )
        )
            .IsProbleem(422, "onjuiste-invoer")
            .NoemtVeld("toelichting.mkb-verklaring");

        await Zaakloop.Gelukt(
            huis.Post(
                Mensen.Beoordelaar,
                volledigheid,
                """{"volledig":false,"ontbreekt":["mkb-verklaring"],"toelichting":{"mkb-verklaring":"De naam klopt niet."}}"""
            )
        );
        await huis.Stil();

        foreach (var lezer in (string[])[wie, Mensen.Beoordelaar])
        {
            var beeld = await Zaakloop.Gelukt(huis.Haal(lezer, $"/v1/aanvragen/{zaak}"));
            Assert.Equal("De naam klopt niet.", beeld.Inhoud.GetProperty("toelichtingen").GetProperty("mkb-verklaring").GetString());
        }
        var brief = await Zaakloop.Gelukt(huis.Haal(wie, $"/v1/brieven/{zaak}-aanvulling/pagina"));
        Assert.Contains("De naam klopt niet.", brief.Tekst, StringComparison.Ordinal);
        var (buur, _) = huis.Ondernemer();
        Assert.Equal(404, (await huis.Haal(buur, $"/v1/aanvragen/{zaak}")).Status);
        Assert.Equal(403, (await huis.Haal(Mensen.Beoordelaar, $"/v1/aanvragen/{zaak}/aanvullingstoelichting")).Status);
        foreach (var tabel in (string[])["aanvragen.mt_events", "dossiers.mt_events"])
        {
            Assert.Equal(
                0,
                await huis.Tel($"select count(*) from {tabel} where stream_id like '{zaak}%' and data::text like '%De naam klopt%'")
            );
        }
    }

    [Fact]
    public async Task When_someone_completes_while_another_signs_one_wins_and_the_other_is_told()
    {
        var tijdvak = await _loop.Tijdvak();
        var zaken = new List<(string Zaak, string Wie)>();
        for (var i = 0; i < 4; i++)
        {
            var (wie, kvkNummer) = huis.Ondernemer();
            await _loop.Ingeschreven(wie, kvkNummer);
            zaken.Add((await _loop.Ingediend(tijdvak, wie), wie));
        }
        LocalDate uiterlijk = default;
        foreach (var (zaak, _) in zaken)
        {
            uiterlijk = await Vraag(zaak, "mkb-verklaring");
        }
        var middernacht = Moment.Op(uiterlijk.PlusDays(1).AtMidnight());
        huis.Klok.Vooruit(middernacht - Duration.FromMilliseconds(1) - huis.Klok.GetCurrentInstant());

        // Nobody can commit while the horizon of the window is held: all have decided before the first of them does.
        List<Task<Gekregen>> aanvullingen,
            besluiten;
        await using (var slot = await huis.Slot($"ontvangst {tijdvak}"))
        {
            aanvullingen = [.. zaken.Select(z => huis.Post(z.Wie, $"/v1/aanvragen/{z.Zaak}/aanvulling", Toelichting))];
            await Task.Delay(1_000, TestContext.Current.CancellationToken);
            huis.Klok.Vooruit(Duration.FromMilliseconds(2));
            var hashes = (await Voorstellen(tijdvak)).ToDictionary(
                v => v.GetProperty("zaaknummer").GetString()!,
                v => v.GetProperty("hash").GetString()
            );
            besluiten =
            [
                .. zaken.Select(z =>
                    huis.Post(
                        Mensen.Medeondertekenaar,
                        $"/v1/aanvragen/{z.Zaak}/buitenbehandelingstelling",
                        $$"""{"hash":"{{hashes[z.Zaak]}}"}"""
                    )
                ),
            ];
            await Task.Delay(1_000, TestContext.Current.CancellationToken);
            await slot.RollbackAsync(TestContext.Current.CancellationToken);
        }

        for (var i = 0; i < zaken.Count; i++)
        {
            var (aanvulling, besluit) = (await aanvullingen[i], await besluiten[i]);
            Assert.Equal([200, 409], new[] { aanvulling.Status, besluit.Status }.Order());
            if (aanvulling.Status == 200)
            {
                besluit.IsProbleem(409, "al-aangevuld");
            }
            else
            {
                aanvulling.IsProbleem(409, "buiten-behandeling");
            }
            Assert.Equal(
                1,
                await huis.Tel(
                    $"select count(*) from aanvragen.gezegd where zaaknummer = '{zaken[i].Zaak}' and soort in ('aangevuld', 'vervallen')"
                )
            );
        }
        await huis.Stil();
    }

    private async Task<LocalDate> Vraag(string zaak, string document, string wie = Mensen.Beoordelaar)
    {
        await Zaakloop.Gelukt(
            huis.Post(wie, $"/v1/aanvragen/{zaak}/volledigheid", $$"""{"volledig":false,"ontbreekt":["{{document}}"]}""")
        );
        await huis.Stil();
        var beeld = await Zaakloop.Gelukt(huis.Haal(Mensen.Beoordelaar, $"/v1/aanvragen/{zaak}"));
        return LocalDatePattern.Iso.Parse(beeld.Veld("aanvullenUiterlijk")).Value;
    }

    private async Task<IReadOnlyList<JsonElement>> Voorstellen(string tijdvak) =>
        [
            .. (
                await Zaakloop.Gelukt(huis.Haal(Mensen.Medeondertekenaar, $"/v1/buitenbehandelingvoorstellen?tijdvak={tijdvak}"))
            ).Inhoud.EnumerateArray(),
        ];

    /// <summary>How often the proposals showed this case to someone of the executor, as the view log has it.</summary>
    private Task<long> Gezien(string zaak) =>
        huis.Tel($"select count(*) from aanvragen.inzage where zaaknummer = '{zaak}' and wat = 'buitenbehandelingvoorstellen'");

    private void Zet(LocalDateTime wandklok) => huis.Klok.Vooruit(Moment.Op(wandklok) - huis.Klok.GetCurrentInstant());
}
