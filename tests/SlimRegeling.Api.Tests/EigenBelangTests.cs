using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Api.Tests;

/// <summary>Who declared an interest of their own in a case comes to nothing of it, in any role and at any context (2:4 Awb).</summary>
public sealed partial class EigenBelangTests(Apihuis huis)
{
    private const string Gesloten = "eigen-belang";

    private static readonly Rol[] Rollen =
    [
        Rol.Beoordelaar,
        Rol.Medeondertekenaar,
        Rol.FinancieelMedewerker,
        Rol.FinancieelControleur,
        Rol.Regelbeheerder,
        Rol.Beheerder,
    ];

    /// <summary>A body that can be read, so that the refusal is about the case; an endpoint that is not here takes an empty one.</summary>
    private static readonly Dictionary<string, string> Berichten = new()
    {
        ["POST /v1/aanvragen/{zaaknummer}/belang/opheffing"] = """{"medewerker":"iemand","reden":"reden"}""",
        ["POST /v1/aanvragen/{zaaknummer}/beoordeling"] = """{"gronden":[]}""",
        ["POST /v1/aanvragen/{zaaknummer}/beoordeling/proef"] = """{"gronden":[]}""",
        ["POST /v1/aanvragen/{zaaknummer}/herbeoordeling"] = """{"bezwaar":"b","gronden":[]}""",
        ["POST /v1/aanvragen/{zaaknummer}/herbeoordeling/proef"] = """{"bezwaar":"b","gronden":[]}""",
        ["POST /v1/aanvragen/{zaaknummer}/ingebrekestelling"] = """{"ontvangenOp":"2026-01-01"}""",
        ["POST /v1/aanvragen/{zaaknummer}/ingebrekestelling/vervallenverklaring"] = """{"reden":"r"}""",
        ["POST /v1/aanvragen/{zaaknummer}/volledigheid"] = """{"volledig":true}""",
        ["PUT /v1/aanvragen/{zaaknummer}/beoordeling/concept"] = """{"gronden":[]}""",
        ["POST /v1/afstemming/alarmen/{id}/afhandeling"] = """{"reden":"r"}""",
        ["POST /v1/bezwaren/{bezwaar}/advies"] = """{"strekking":"gegrond","tekst":"t"}""",
        ["POST /v1/bezwaren/{bezwaar}/beroep"] = """{"besluit":"b","stand":"ingesteld","dag":"2026-01-01","toelichting":"t"}""",
        ["POST /v1/bezwaren/{bezwaar}/correctie"] = """{"ontvangenOp":"2026-01-01","reden":"r"}""",
        ["POST /v1/bezwaren/{bezwaar}/hoorafzien"] = """{"grond":"wil-niet-gehoord","argument":"a"}""",
        ["POST /v1/bezwaren/{bezwaar}/hoorverslag"] = """{"dag":"2026-01-01","tekst":"t"}""",
        ["POST /v1/bezwaren/{bezwaar}/hoorzitting"] = """{"wanneer":"2026-01-01T10:00:00","wijze":"video"}""",
        ["POST /v1/bezwaren/{bezwaar}/ondertekening"] = """{"hash":"h"}""",
        ["POST /v1/bezwaren/{bezwaar}/ontvankelijkheid"] = """{"grond":"op-tijd","argument":"a"}""",
        ["POST /v1/bezwaren/{bezwaar}/partijen"] = """{"naam":"n","belang":"b"}""",
        ["POST /v1/bezwaren/{bezwaar}/terugzending"] = """{"hash":"h","reden":"r"}""",
        ["POST /v1/bezwaren/{bezwaar}/uitstel"] = """{"grond":"indiener-stemt-in","totEnMet":"2026-01-01","argument":"a"}""",
        ["POST /v1/bezwaren/{bezwaar}/voorstel"] = """{"uitkomst":"gegrond","motivering":"m"}""",
        ["POST /v1/briefsjablonen/{soort}/voorbeeld/{zaaknummer}"] = """{"onderwerp":"o","tekst":"t"}""",
        ["POST /v1/dossiers/{zaaknummer}/uitvoer"] = """{"aanleiding":"beroep","toelichting":"t"}""",
        ["POST /v1/verantwoordingen/{zaaknummer}/beoordeling"] = """{"activiteiten":[]}""",
        ["POST /v1/verantwoordingen/{zaaknummer}/ondertekening"] = """{"hash":"h"}""",
        ["POST /v1/verantwoordingen/{zaaknummer}/steekproef"] = """{"zaad":"z"}""",
        ["POST /v1/verleningen/{zaaknummer}/ondertekening"] = """{"hash":"h"}""",
        ["POST /v1/verleningen/{zaaknummer}/terugzending"] = """{"reden":"r"}""",
        ["POST /v1/verleningen/{zaaknummer}/herstelvoorstellen"] = """{"herstelt":"h","soort":"tekst","fout":"f"}""",
        ["POST /v1/verleningen/{zaaknummer}/herstelvoorstellen/ondertekening"] = """{"hash":"h"}""",
        ["POST /v1/verleningen/{zaaknummer}/herstelvoorstellen/terugzending"] = """{"reden":"r"}""",
    };

    /// <summary>Where addresses begin that name nothing of a case; and that of the post, which a test of its own looks at.</summary>
    private static readonly string[] VanGeenZaak =
    [
        "/v1/beheer/",
        "/v1/briefsjablonen/{soort}",
        "/v1/machtigingen/",
        "/v1/medewerkers/",
        "/v1/ondernemingen/",
        "/v1/ontvangsten/",
        "/v1/postbundels/",
        "/v1/regelversies/",
        "/v1/rekeningen/",
        "/v1/simulaties/",
        "/v1/standaardteksten/",
        "/v1/tijdvakken/",
        "/v1/werk/weergaven/",
    ];

    /// <summary>What has a number of its own in one case.</summary>
    private sealed record Zaakdingen(string Wie, Dingen Dingen, string Bestand, string Email, Guid Alarm)
    {
        public string Zaak => Dingen.Zaaknummer;

        /// <summary>What an address names by this parameter; null when that is of no case.</summary>
        public string? Nummer(string route, string parameter) =>
            (parameter, route.Split('/')[2]) switch
            {
                ("zaaknummer", _) => Zaak,
                ("bezwaar", _) => Dingen.Bezwaar,
                ("id", "brieven") => Dingen.Brief,
                ("id", "documenten") => Dingen.Document,
                ("id", "betaalopdrachten") => $"{Zaak}-B1",
                ("id", "betaalbestanden") => Bestand,
                ("id", "emails") => Email,
                ("id", "afstemming") => Alarm.ToString(),
                _ => null,
            };
    }

    private readonly Zaakloop _loop = new(huis);

    [Fact]
    public async Task Every_endpoint_that_names_a_case_or_something_of_it_is_closed_to_who_declared_it_and_open_to_a_colleague()
    {
        var iemand = huis.Medewerker(Rollen);
        var (van, ander) = (await Alles(), await Alles());
        await Zaakloop.Gelukt(Meld(iemand, van.Zaak, "Mijn zus werkt daar."));
        await huis.Stil();

        var eindpunten = huis
            .Eindpunten.Where(e =>
                e.RoutePattern.Parameters.Count > 0
                && e.Metadata.GetMetadata<Toegang>()!.Rollen.Any(Rollen.Contains)
                && e.Metadata.GetMetadata<OpenBijBelang>() is null
            )
            .ToLookup(e => e.RoutePattern.Parameters.Any(p => van.Nummer(e.RoutePattern.RawText!, p.Name) is not null));
        var onbekend = eindpunten[false]
            .Where(e => !VanGeenZaak.Any(begin => e.RoutePattern.RawText!.StartsWith(begin, StringComparison.Ordinal)))
            .Select(e => e.Naam())
            .ToList();
        Assert.True(
            onbekend.Count == 0,
            $"Nobody tries whether these are closed: {string.Join(", ", onbekend)}. Add to Zaakdingen what they name of a case, or to VanGeenZaak that it is nothing."
        );
        var namen = eindpunten[true].Select(e => e.Naam()).ToList();
        Assert.Contains("POST /v1/verleningen/{zaaknummer}/ondertekening", namen);
        Assert.Contains("POST /v1/bezwaren/{bezwaar}/ondertekening", namen);
        var voor = await Gebeurd(van.Zaak);
        foreach (var eindpunt in eindpunten[true])
        {
            var antwoord = await Roep(eindpunt, iemand, van);
            Assert.True(antwoord.Status == 403, $"{eindpunt.Naam()} answers {antwoord.Status}: {antwoord.Tekst}");
            antwoord.IsProbleem(403, Gesloten).NoemtArtikel("artikel 2:4 Awb");
            var open = await Roep(eindpunt, iemand, ander);
            Assert.False(open.Tekst.Contains($":{Gesloten}\"", StringComparison.Ordinal), $"{eindpunt.Naam()}: {open.Tekst}");
        }
        foreach (
            var pad in (string[])
                [
                    "betaalopdrachten?zaaknummer=",
                    "documenten?zaaknummer=",
                    "brieven?zaaknummer=",
                    "brieven/voorbeeld?zaaknummer=",
                    "emails?zaaknummer=",
                    "grootboek?zaaknummer=",
                    "grootboek/saldi?zaaknummer=",
                ]
        )
        {
            (await huis.Haal(iemand, $"/v1/{pad}{van.Zaak}")).IsProbleem(403, Gesloten);
        }
        await huis.Stil();
        Assert.Equal(voor, await Gebeurd(van.Zaak));
        Assert.Equal(200, (await huis.Haal(Mensen.Beoordelaar, $"/v1/aanvragen/{van.Zaak}")).Status);
        Assert.Equal(200, (await huis.Haal(Mensen.Beoordelaar, $"/v1/bezwaren/{van.Dingen.Bezwaar}")).Status);
        Assert.Equal(200, (await huis.Haal(van.Wie, $"/v1/aanvragen/{van.Zaak}")).Status);
        await Ruim(van, ander);
    }

    [Fact]
    public async Task What_names_the_case_in_its_body_is_closed_too_and_what_names_many_does_the_others()
    {
        var iemand = huis.Medewerker(Rollen);
        var tijdvak = await _loop.Tijdvak();
        var zaak = await _loop.Ingediend(tijdvak, huis.Ondernemer().Wie);
        var ander = await _loop.Ingediend(tijdvak, huis.Ondernemer().Wie);
        await Zaakloop.Gelukt(Meld(iemand, zaak));
        await huis.Stil();

        var brief = $$"""{"zaaknummer":"{{zaak}}","besluit":"b","indiener":"derde","ontvangenOp":"2026-01-01","ondertekend":true}""";
        (await huis.Post(iemand, "/v1/bezwaren", brief)).IsProbleem(403, Gesloten);
        (await huis.Post(Mensen.Beoordelaar, "/v1/bezwaren", brief)).IsProbleem(422, "onjuiste-invoer");
        var zaken = JsonSerializer.Serialize(new[] { zaak, ander }.Select(zaaknummer => new { zaaknummer }));
        var nummers = JsonSerializer.Serialize(new[] { zaak, ander });
        (string Pad, string Verzoek)[] acties =
        [
            ("toewijzingen", $"{{\"zaken\":{zaken}}}"),
            ("volledigverklaringen", $"{{\"zaaknummers\":{nummers}}}"),
            ("buitenbehandelingstellingen", $"{{\"zaaknummers\":{nummers}}}"),
            ("teruggaven", $"{{\"zaaknummers\":{nummers}}}"),
        ];
        foreach (var (pad, verzoek) in acties)
        {
            var regels = await Zaakloop.Gelukt(huis.Post(iemand, $"/v1/{pad}", verzoek));
            Assert.Equal(Gesloten, regels.Inhoud[0].GetProperty("code").GetString());
            Assert.DoesNotContain(Gesloten, regels.Inhoud[1].GetRawText(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task No_list_shows_the_case_to_who_declared_it_and_nobody_gives_it_to_them()
    {
        var iemand = huis.Medewerker(Rol.Beoordelaar);
        await Zaakloop.Gelukt(huis.Post(iemand, "/v1/medewerkers/aanmelding"));
        var ondernemer = huis.Ondernemer();
        var zaak = await _loop.Ingediend(await _loop.Tijdvak(), ondernemer.Wie);
        await Zaakloop.Gelukt(huis.Post(iemand, $"/v1/aanvragen/{zaak}/toewijzing"));
        await huis.Stil();
        await huis.Bijgewerkt();
        string[] lijsten =
        [
            $"/v1/zaken?zaaknummer={zaak}",
            $"/v1/zaken?tekst={zaak}",
            $"/v1/zaken?kvkNummer={ondernemer.KvkNummer}",
            $"/v1/werk?wie={iemand}",
        ];
        foreach (var lijst in lijsten)
        {
            Assert.Contains(zaak, await Zaken(iemand, lijst));
        }

        await Zaakloop.Gelukt(Meld(iemand, zaak));
        await huis.Stil();

        foreach (var lijst in lijsten[..^1])
        {
            Assert.DoesNotContain(zaak, await Zaken(iemand, lijst));
            Assert.Contains(zaak, await Zaken(Mensen.Beoordelaar, lijst));
        }
        Assert.DoesNotContain(zaak, await Zaken(Mensen.Beoordelaar, lijsten[^1]));
        Assert.DoesNotContain(zaak, await Zaken(iemand, $"/v1/werk?wie=niemand&tijdvak={await Tijdvak(zaak)}"));
        Assert.Contains(zaak, await Zaken(Mensen.Beoordelaar, $"/v1/werk?wie=niemand&tijdvak={await Tijdvak(zaak)}"));
        (
            await huis.Post(Mensen.Beoordelaar, $"/v1/aanvragen/{zaak}/overdracht", JsonSerializer.Serialize(new { aan = iemand }))
        ).IsProbleem(409, "belang-van-beoordelaar");

        async Task<string[]> Zaken(string kijker, string lijst) =>
            [
                .. (await Zaakloop.Gelukt(huis.Haal(kijker, lijst)))
                    .Inhoud.GetProperty("zaken")
                    .EnumerateArray()
                    .Select(z => z.GetProperty("zaaknummer").GetString()!),
            ];

        async Task<string> Tijdvak(string van) =>
            (await Zaakloop.Gelukt(huis.Haal(Mensen.Beoordelaar, $"/v1/zaken/{van}"))).Veld("tijdvak");
    }

    [Fact]
    public async Task What_has_a_number_of_its_own_tells_of_which_case_it_is_and_is_closed_too()
    {
        var iemand = huis.Medewerker(Rol.Beoordelaar);
        var wie = huis.Ondernemer().Wie;
        var tijdvak = await _loop.Tijdvak();
        var zaak = await _loop.Concept(tijdvak, wie);
        var document = await Zaakloop.Gelukt(huis.Zend(wie, HttpMethod.Post, $"/v1/documenten?zaaknummer={zaak}&soort=plan", Zaakloop.Pdf));
        await Zaakloop.Gelukt(huis.Post(wie, $"/v1/aanvragen/{zaak}/indiening"));
        await huis.Stil();
        var pad = $"/v1/documenten/{document.Veld("document")}/stand";
        Assert.Equal(200, (await huis.Haal(iemand, pad)).Status);

        await Zaakloop.Gelukt(Meld(iemand, zaak));

        (await huis.Haal(iemand, pad)).IsProbleem(403, Gesloten);
        Assert.Equal(200, (await huis.Haal(Mensen.Beoordelaar, pad)).Status);
    }

    [Fact]
    public async Task Only_another_opens_it_again_and_says_why()
    {
        var iemand = huis.Medewerker(Rol.Beoordelaar, Rol.Medeondertekenaar);
        var zaak = await _loop.Ingediend(await _loop.Tijdvak(), huis.Ondernemer().Wie);
        await Zaakloop.Gelukt(Meld(iemand, zaak));
        await Zaakloop.Gelukt(Meld(iemand, zaak, "nog een keer"));
        Assert.Equal(1, await Gebeurd(zaak, "belang-gemeld"));

        (await Hef(iemand, zaak, iemand, "Het valt wel mee.")).IsProbleem(403, Gesloten);
        (await Hef(Mensen.Medeondertekenaar, zaak, iemand, " ")).IsProbleem(422, "onjuiste-invoer").NoemtVeld("reden");
        (await Hef(Mensen.Medeondertekenaar, zaak, "een-ander", "reden")).IsProbleem(409, "geen-belang");
        (await Hef(Mensen.Beoordelaar, zaak, iemand, "reden")).IsProbleem(403, "niet-bevoegd");
        await Zaakloop.Gelukt(Hef(Mensen.Medeondertekenaar, zaak, iemand, "De zus werkt er niet meer."));

        Assert.Equal(200, (await huis.Haal(iemand, $"/v1/aanvragen/{zaak}")).Status);
        await Zaakloop.Gelukt(huis.Post(iemand, $"/v1/aanvragen/{zaak}/toewijzing"));
    }

    [Fact]
    public async Task What_the_interest_is_stays_out_of_events_messages_and_lists_of_others()
    {
        var iemand = huis.Medewerker(Rol.Beoordelaar);
        var zaak = await _loop.Ingediend(await _loop.Tijdvak(), huis.Ondernemer().Wie);
        await Zaakloop.Gelukt(Meld(iemand, zaak, "Mijn zwager Pjotr is er directeur."));
        await huis.Stil();

        Assert.Equal(0, await huis.Tel("select count(*) from aanvragen.mt_events where data::text like '%Pjotr%'"));
        var voorOndertekenaar = await Zaakloop.Gelukt(huis.Haal(Mensen.Medeondertekenaar, $"/v1/aanvragen/{zaak}/belangen"));
        var voorBeoordelaar = await Zaakloop.Gelukt(huis.Haal(Mensen.Beoordelaar, $"/v1/aanvragen/{zaak}/belangen"));
        Assert.Contains("Pjotr", voorOndertekenaar.Tekst, StringComparison.Ordinal);
        Assert.DoesNotContain("Pjotr", voorBeoordelaar.Tekst, StringComparison.Ordinal);
        Assert.Contains(iemand, voorBeoordelaar.Tekst, StringComparison.Ordinal);
    }

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

    private Task<Gekregen> Meld(string wie, string zaak, string? toelichting = null) =>
        huis.Post(wie, $"/v1/aanvragen/{zaak}/belang", JsonSerializer.Serialize(new { toelichting }));

    private Task<Gekregen> Hef(string wie, string zaak, string medewerker, string reden) =>
        huis.Post(wie, $"/v1/aanvragen/{zaak}/belang/opheffing", JsonSerializer.Serialize(new { medewerker, reden }));

    /// <summary>What happened in a case, at all who decide something in it.</summary>
    private Task<long> Gebeurd(string zaak, string soort = "%") =>
        huis.Tel(
            string.Join(
                " + ",
                ((string[])["aanvragen", "betalingen", "dossiers", "vaststelling", "verlening"]).Select(context =>
                    $"(select count(*) from {context}.mt_events where stream_id like '{zaak}%' and type like '{soort}')"
                )
            )
        );

    /// <summary>A case with an award, letters, an objection, its advance in a payment file, an e-mail and an alarm.</summary>
    private async Task<Zaakdingen> Alles()
    {
        var (wie, kvkNummer) = huis.Ondernemer();
        var dingen = await new Bereik(huis).Maak(wie, kvkNummer);
        var opdracht = $"{dingen.Zaaknummer}-B1";
        foreach (var medewerker in (string[])[Mensen.FinancieelMedewerker, Mensen.TweedeFinancieelMedewerker])
        {
            await Zaakloop.Gelukt(huis.Post(medewerker, $"/v1/betaalopdrachten/{opdracht}/akkoord"));
        }
        var dag = Moment.Dag(huis.Klok.GetCurrentInstant()).ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);
        var verzoek = JsonSerializer.Serialize(new { uitvoerdatum = dag, opdrachten = new[] { opdracht } });
        var bestand = (await Zaakloop.Gelukt(huis.Post(Mensen.FinancieelMedewerker, "/v1/betaalbestanden", verzoek))).Veld("bestand");
        await huis.Stil();
        var emails = await Zaakloop.Gelukt(huis.Haal(Mensen.Beoordelaar, $"/v1/emails?zaaknummer={dingen.Zaaknummer}"));
        var alarm = Guid.CreateVersion7();
        await huis.Voer(
            $"""
            insert into zaken.alarm (id, kenmerk, context, regel, onderwerp, zaaknummer, verwacht, gevonden, eerst_op, laatst_op)
            values ('{alarm}', '{alarm}', 'betalingen', 'Elke betaling heeft een besluit', '{opdracht}', '{dingen.Zaaknummer}', '1', '0', now(), now())
            """
        );
        return new(wie, dingen, bestand, emails.Inhoud[0].GetProperty("id").GetString()!, alarm);
    }

    /// <summary>No other test finds an alarm or an e-mail that was made up here.</summary>
    private async Task Ruim(params IEnumerable<Zaakdingen> zaken)
    {
        foreach (var zaak in zaken)
        {
            await huis.Voer($"delete from zaken.alarm where id = '{zaak.Alarm}'");
            await huis.Voer($"update dossiers.email set stand = 'Vervallen' where zaaknummer = '{zaak.Zaak}'");
        }
    }

    private Task<Gekregen> Roep(RouteEndpoint eindpunt, string wie, Zaakdingen zaak)
    {
        var route = eindpunt.RoutePattern.RawText!;
        var pad = Parameter()
            .Replace(
                route,
                p => Uri.EscapeDataString(zaak.Nummer(route, p.Groups[1].Value) ?? (p.Groups[1].Value == "nummer" ? "1" : "verlening"))
            );
        var methode = new HttpMethod(eindpunt.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Single());
        return methode == HttpMethod.Get
            ? huis.Haal(wie, pad)
            : huis.Zend(
                wie,
                methode,
                pad,
                new StringContent(Berichten.GetValueOrDefault(eindpunt.Naam(), "{}"), Encoding.UTF8, "application/json")
            );
    }

    [GeneratedRegex(@"\{(\w+)[^}]*\}")]
    private static partial Regex Parameter();
}
