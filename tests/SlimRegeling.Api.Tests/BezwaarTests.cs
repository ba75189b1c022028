using System.Globalization;
using System.Text.Json;
using NodaTime;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Api.Tests;

/// <summary>Objection and appeal through the API, over all contexts.</summary>
public sealed class BezwaarTests(Apihuis huis)
{
    private readonly Zaakloop _loop = new(huis);
    private readonly string _bo = huis.Medewerker(Rol.Beoordelaar);
    private readonly string _mo = huis.Medewerker(Rol.Medeondertekenaar);

    [Fact]
    public async Task A_refusal_becomes_an_award_from_the_reserve_with_its_letter_and_its_advance()
    {
        // Of this version no other test looks where the money comes from.
        await Regel("slim-2024", "reserve");
        var tijdvak = await Tijdvak("slim-2024", plafond: 30_000, reserve: 12_000);
        var (eva, kvk) = huis.Ondernemer();
        await _loop.Ingeschreven(eva, kvk);
        var zaak = await Afgewezen(tijdvak, eva);
        var besluit = Assert.Single(Besluiten(await Zaakbezwaren(eva, zaak)));
        Assert.Equal(("afwijzing", true), (besluit.GetProperty("soort").GetString(), besluit.TryGetProperty("bezwaarTot", out _)));

        // A neighbour has no case here, and who decided before does nothing that counts.
        var indienen =
            $$"""{"besluit":"{{besluit.GetProperty("besluit").GetString()}}","naam":"Eva","gronden":"Het is haalbaar.","wilHoren":false}""";
        (await huis.Post(Mensen.Bram, $"/v1/verleningen/{zaak}/bezwaren", indienen)).IsProbleem(404, "niet-gevonden");
        var ingediend = await Zaakloop.Gelukt(huis.Post(eva, $"/v1/verleningen/{zaak}/bezwaren", indienen));
        var bezwaar = ingediend.Veld("bezwaar");
        var pad = $"/v1/bezwaren/{bezwaar}";
        Assert.Equal((201, pad), (ingediend.Status, ingediend.Locatie));
        (await huis.Post(eva, $"/v1/verleningen/{zaak}/bezwaren", indienen)).IsProbleem(409, "al-bezwaar-gemaakt");
        (await huis.Haal(Mensen.Bram, pad)).IsProbleem(404, "niet-gevonden");
        await huis.Stil();
        Assert.Contains("bezwaar-ontvangst", await Brieven(eva, zaak));

        const string OpTijd = """{"grond":"op-tijd","argument":"Binnen zes weken."}""";
        (await huis.Post(Mensen.Beoordelaar, $"{pad}/ontvankelijkheid", OpTijd)).IsProbleem(403, "nam-bestreden-besluit");
        await Zaakloop.Gelukt(huis.Post(_bo, $"{pad}/ontvankelijkheid", OpTijd));
        await Zaakloop.Gelukt(huis.Post(_bo, $"{pad}/hoorafzien", """{"grond":"wil-niet-gehoord","argument":"Zelf gezegd."}"""));
        var opnieuw = Met(await _loop.Oordelen(zaak), bezwaar);
        (await huis.Post(Mensen.Beoordelaar, $"/v1/aanvragen/{zaak}/herbeoordeling", opnieuw)).IsProbleem(403, "nam-bestreden-besluit");
        await Zaakloop.Gelukt(huis.Post(_bo, $"/v1/aanvragen/{zaak}/herbeoordeling", opnieuw));
        await huis.Stil();
        await Zaakloop.Gelukt(huis.Post(_bo, $"{pad}/voorstel", """{"uitkomst":"gegrond","motivering":"Het plan is haalbaar."}"""));
        await huis.Stil();

        var voorstel = (await Zaakloop.Gelukt(huis.Haal(_mo, pad))).Inhoud.GetProperty("voorstel");
        var nodig = Bedrag(voorstel, "nodig");
        // The reserve first, and the rest of what is free.
        Assert.Equal(nodig, Bedrag(voorstel, "gereserveerd"));
        Assert.Equal($"{nodig} 12000.00 30000.00", await Geld(tijdvak));
        // The applicant sees nothing of what lies ready.
        var vanEva = await Zaakloop.Gelukt(huis.Haal(eva, pad));
        Assert.Equal("in-behandeling", vanEva.Veld("fase"));
        Assert.False(vanEva.Inhoud.TryGetProperty("voorstel", out _));

        var hash = $$"""{"hash":"{{voorstel.GetProperty("hash").GetString()}}"}""";
        (await huis.Post(Mensen.Medeondertekenaar, $"{pad}/ondertekening", hash)).IsProbleem(403, "nam-bestreden-besluit");
        var tegelijk = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => huis.Post(_mo, $"{pad}/ondertekening", hash)));
        Assert.Single(tegelijk, a => a.Status == 200);
        // Who read the objection before and the award after the one that counted is told of the award.
        Assert.All(
            tegelijk.Where(a => a.Status != 200),
            a =>
                a.IsProbleem(
                    409,
                    a.Tekst.Contains(":verlening-gewijzigd\"", StringComparison.Ordinal) ? "verlening-gewijzigd" : "al-beslist-op-bezwaar"
                )
        );
        await huis.Stil();

        Assert.Equal($"{nodig} 12000.00 30000.00", await Geld(tijdvak));
        var beeld = (await Zaakloop.Gelukt(huis.Haal(eva, $"/v1/zaken/{zaak}"))).Inhoud;
        Assert.Equal("verleend", beeld.GetProperty("status").GetString());
        Assert.Equal(nodig, Bedrag(beeld.GetProperty("bedragen"), "verleend"));
        Assert.Equal(nodig, Bedrag(beeld.GetProperty("bedragen"), "gereserveerd"));
        var stand = Assert.Single(beeld.GetProperty("bezwaren").EnumerateArray());
        Assert.Equal("beslist", stand.GetProperty("stand").GetString());
        Assert.True(stand.TryGetProperty("beroepTot", out _));
        var brief = Assert.Single(await Brieven(eva, zaak), b => b == "beslissing-op-bezwaar");
        var pdf = await huis.Haal(eva, $"/v1/brieven/{bezwaar}-1-{brief}");
        Assert.Equal((200, "application/pdf"), (pdf.Status, pdf.Soort));
        Assert.Equal("verleend", (await Zaakloop.Gelukt(huis.Haal(eva, $"/v1/aanvragen/{zaak}"))).Veld("status"));
        var opdracht = Assert.Single(
            (
                await Zaakloop.Gelukt(huis.Haal(Mensen.FinancieelMedewerker, $"/v1/betaalopdrachten?zaaknummer={zaak}"))
            ).Inhoud.EnumerateArray()
        );
        Assert.Equal($"{bezwaar}-1", opdracht.GetProperty("besluit").GetString());

        // It was decided, so it cannot be withdrawn; there is appeal.
        (await huis.Post(eva, $"{pad}/intrekking")).IsProbleem(409, "al-beslist-op-bezwaar");
        await Zaakloop.Gelukt(
            huis.Post(
                _bo,
                $"{pad}/beroep",
                $$"""{"besluit":"{{bezwaar}}-1","stand":"ingesteld","dag":"{{Vandaag}}","toelichting":"Rechtbank Den Haag 26/1"}"""
            )
        );
        await huis.Stil();
        var afstemming = await Zaakloop.Gelukt(huis.Haal("bert", "/v1/afstemming"));
        Assert.DoesNotContain(zaak, afstemming.Tekst, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_rule_for_the_reserve_the_money_comes_of_what_falls_free_before_those_who_wait()
    {
        var tijdvak = await Tijdvak("slim-2026", plafond: 22_080, reserve: null);
        var (eva, kvk) = huis.Ondernemer();
        await _loop.Ingeschreven(eva, kvk);
        var (buur, _) = huis.Ondernemer();
        var (wacht, _) = huis.Ondernemer();
        var zaak = await Ingediend(tijdvak, eva);
        var andere = new[] { await Ingediend(tijdvak, buur), await Ingediend(tijdvak, wacht) };
        await Wijs(tijdvak, zaak);
        // What the refusal freed went to who waited.
        Assert.Equal("22080.00 0.00 22080.00", await Geld(tijdvak));

        var bezwaar = await Voorgesteld(eva, zaak);
        var pad = $"/v1/bezwaren/{bezwaar}";
        var voorstel = (await Zaakloop.Gelukt(huis.Haal(_mo, pad))).Inhoud.GetProperty("voorstel");
        var hash = $$"""{"hash":"{{voorstel.GetProperty("hash").GetString()}}"}""";
        Assert.Equal("0.00", Bedrag(voorstel, "gereserveerd"));
        (await huis.Post(_mo, $"{pad}/ondertekening", hash))
            .IsProbleem(409, "budget-nog-niet")
            .NoemtArtikel("artikel 4:25, derde lid, Awb");

        await Zaakloop.Gelukt(huis.Post(buur, $"/v1/aanvragen/{andere[0]}/intrekking"));
        await huis.Stil();
        Assert.Equal("22080.00 0.00 22080.00", await Geld(tijdvak));
        await Zaakloop.Gelukt(huis.Post(_mo, $"{pad}/ondertekening", hash));
        await huis.Stil();
        Assert.Equal("verleend", (await Zaakloop.Gelukt(huis.Haal(eva, $"/v1/zaken/{zaak}"))).Veld("status"));
        Assert.Equal("22080.00 0.00 22080.00", await Geld(tijdvak));
    }

    [Fact]
    public async Task What_was_struck_stays_struck_until_somebody_judges_it_anew()
    {
        const string Laptop = "activiteiten[0].overigeExterneKosten";
        var tijdvak = await Tijdvak("slim-2026", plafond: 100_000, reserve: null);
        var (eva, kvk) = huis.Ondernemer();
        await _loop.Ingeschreven(eva, kvk);
        var zaak = await Ingediend(tijdvak, eva);
        await Besluit(
            tijdvak,
            zaak,
            alles =>
                MetRegels(
                    alles,
                    $$"""[{"regel":"{{Laptop}}","uitkomst":"geschrapt","reden":"Een laptop telt niet.","artikel":"2.15, onderdeel h"}]"""
                )
        );
        var bezwaar = await TeBeslissen(eva, zaak);
        var pad = $"/v1/bezwaren/{bezwaar}";
        var aanvraag = $"/v1/aanvragen/{zaak}";

        var besloten = (await Zaakloop.Gelukt(huis.Haal(_bo, $"{aanvraag}/beoordeling"))).Inhoud.GetProperty("besloten");
        Assert.Equal("geschrapt", besloten.GetProperty("regels")[0].GetProperty("uitkomst").GetString());
        var kaal = $$"""{"bezwaar":"{{bezwaar}}","gronden":[]}""";
        var proef = await Zaakloop.Gelukt(huis.Post(_bo, $"{aanvraag}/herbeoordeling/proef", kaal));
        Assert.Equal("10419.55", proef.Veld("subsidie"));
        (await huis.Post(Mensen.Beoordelaar, $"{aanvraag}/herbeoordeling/proef", kaal)).IsProbleem(403, "nam-bestreden-besluit");

        // Nobody looked at the budget: it gives what it gave.
        var oordelen = Met(await _loop.Oordelen(zaak), bezwaar);
        await Zaakloop.Gelukt(huis.Post(_bo, $"{aanvraag}/herbeoordeling", oordelen));
        await huis.Stil();
        Assert.Equal("10419.55", await Herbeoordeeld());
        const string Gegrond = """{"uitkomst":"gegrond","motivering":"De laptop hoort erbij."}""";
        (await huis.Post(_bo, $"{pad}/voorstel", Gegrond)).IsProbleem(409, "past-niet-bij-herbeoordeling");

        await Zaakloop.Gelukt(
            huis.Post(_bo, $"{aanvraag}/herbeoordeling", MetRegels(oordelen, $$"""[{"regel":"{{Laptop}}","uitkomst":"aanvaard"}]"""))
        );
        await huis.Stil();
        Assert.Equal("11040.00", await Herbeoordeeld());
        await Zaakloop.Gelukt(huis.Post(_bo, $"{pad}/voorstel", Gegrond));
        await huis.Stil();
        var voorstel = (await Zaakloop.Gelukt(huis.Haal(_mo, pad))).Inhoud.GetProperty("voorstel");
        Assert.Equal(("620.45", "620.45"), (Bedrag(voorstel, "nodig"), Bedrag(voorstel, "gereserveerd")));

        async Task<string> Herbeoordeeld() =>
            Bedrag((await Zaakloop.Gelukt(huis.Haal(_mo, pad))).Inhoud.GetProperty("herbeoordeling"), "subsidie");
    }

    [Fact]
    public async Task A_correction_that_goes_back_frees_its_money_and_asks_it_again_when_it_is_proposed_again()
    {
        var tijdvak = await Tijdvak("slim-2026", plafond: 22_080, reserve: null);
        var (eva, kvk) = huis.Ondernemer();
        await _loop.Ingeschreven(eva, kvk);
        var zaak = await Afgewezen(tijdvak, eva);
        var bezwaar = await TeBeslissen(eva, zaak);
        var pad = $"/v1/bezwaren/{bezwaar}";
        await Zaakloop.Gelukt(huis.Post(_bo, $"{pad}/voorstel", """{"uitkomst":"ongegrond","motivering":"Het plan is niet haalbaar."}"""));
        await Zaakloop.Gelukt(huis.Post(_mo, $"{pad}/ondertekening", await Hash()));
        await huis.Stil();

        await Zaakloop.Gelukt(huis.Post(_bo, $"/v1/aanvragen/{zaak}/herbeoordeling", Met(await _loop.Oordelen(zaak), bezwaar)));
        await huis.Stil();
        await Herstel();
        Assert.Equal("11040.00 0.00 22080.00", await Geld(tijdvak));
        var gelezen = await Hash();
        await Zaakloop.Gelukt(huis.Post(_mo, $"{pad}/terugzending", $$"""{"reden":"Leg uit waarom.",{{gelezen[1..]}}"""));
        await huis.Stil();
        Assert.Equal("0.00 0.00 22080.00", await Geld(tijdvak));

        await Herstel();
        Assert.Equal("11040.00 0.00 22080.00", await Geld(tijdvak));
        await Zaakloop.Gelukt(huis.Post(_mo, $"{pad}/ondertekening", await Hash()));
        await huis.Stil();
        Assert.Equal("11040.00 0.00 22080.00", await Geld(tijdvak));
        Assert.Equal("verleend", (await Zaakloop.Gelukt(huis.Haal(eva, $"/v1/zaken/{zaak}"))).Veld("status"));

        async Task Herstel()
        {
            await Zaakloop.Gelukt(
                huis.Post(
                    _bo,
                    $"{pad}/voorstel",
                    $$"""{"uitkomst":"gegrond","motivering":"Het plan is toch haalbaar.","herstelt":"{{bezwaar}}-1"}"""
                )
            );
            await huis.Stil();
        }

        async Task<string> Hash()
        {
            var voorstel = (await Zaakloop.Gelukt(huis.Haal(_mo, pad))).Inhoud.GetProperty("voorstel");
            return $$"""{"hash":"{{voorstel.GetProperty("hash").GetString()}}"}""";
        }
    }

    [Fact]
    public async Task What_lacks_its_grounds_is_mended_after_a_letter_and_what_is_withdrawn_asks_nothing_more()
    {
        var tijdvak = await Tijdvak("slim-2026", plafond: 100_000, reserve: null);
        var (eva, kvk) = huis.Ondernemer();
        await _loop.Ingeschreven(eva, kvk);
        var zaak = await Afgewezen(tijdvak, eva);
        var besluit = Besluiten(await Zaakbezwaren(eva, zaak))[0].GetProperty("besluit").GetString();
        (await huis.Post(eva, $"/v1/verleningen/{zaak}/bezwaren", $$"""{"besluit":"{{besluit}}","naam":"Eva"}"""))
            .IsProbleem(422, "onjuiste-invoer")
            .NoemtVeld("gronden");
        var bezwaar = (
            await Zaakloop.Gelukt(
                huis.Post(eva, $"/v1/verleningen/{zaak}/bezwaren", $$"""{"besluit":"{{besluit}}","naam":"Eva","grondenVolgen":true}""")
            )
        ).Veld("bezwaar");
        var pad = $"/v1/bezwaren/{bezwaar}";
        await Zaakloop.Gelukt(huis.Post(_bo, $"{pad}/herstelverzoek"));
        await huis.Stil();
        Assert.Contains("bezwaar-herstel", await Brieven(eva, zaak));
        var gevraagd = await Zaakloop.Gelukt(huis.Haal(eva, pad));
        Assert.Equal("herstel-gevraagd", gevraagd.Veld("fase"));
        Assert.True(gevraagd.Inhoud.TryGetProperty("herstellenUiterlijk", out _));
        (await huis.Post(Mensen.Bram, $"{pad}/aanvulling", """{"tekst":"Van een ander."}""")).IsProbleem(404, "niet-gevonden");
        (await huis.Post(eva, $"{pad}/aanvulling", """{"tekst":"Daarom."}""", ifMatch: "\"1\"")).IsProbleem(412, "verouderd");
        await Zaakloop.Gelukt(huis.Post(eva, $"{pad}/aanvulling", """{"tekst":"Daarom."}"""));
        Assert.Empty((await Zaakloop.Gelukt(huis.Haal(eva, pad))).Inhoud.GetProperty("ontbreekt").EnumerateArray());

        var lijst = (await Zaakloop.Gelukt(huis.Haal(_bo, "/v1/bezwaren"))).Tekst;
        Assert.Contains(bezwaar, lijst, StringComparison.Ordinal);
        (await huis.Post(Mensen.Bram, $"{pad}/intrekking")).IsProbleem(404, "niet-gevonden");
        await Zaakloop.Gelukt(huis.Post(eva, $"{pad}/intrekking"));
        await huis.Stil();
        Assert.DoesNotContain(bezwaar, (await Zaakloop.Gelukt(huis.Haal(_bo, "/v1/bezwaren"))).Tekst, StringComparison.Ordinal);
        Assert.Contains(bezwaar, (await Zaakloop.Gelukt(huis.Haal(_bo, "/v1/bezwaren?afgelopen=true"))).Tekst, StringComparison.Ordinal);
        (await huis.Post(_bo, $"{pad}/ontvankelijkheid", """{"grond":"op-tijd","argument":"x"}""")).IsProbleem(409, "bezwaar-ingetrokken");
        var inzagen = await Zaakloop.Gelukt(huis.Haal(Mensen.Functionaris, $"/v1/inzagen?zaaknummer={zaak}"));
        Assert.Contains("bezwaren", inzagen.Tekst, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_letter_is_typed_in_with_its_days_also_of_someone_else_and_who_has_an_interest_sees_it_no_more()
    {
        var tijdvak = await Tijdvak("slim-2026", plafond: 100_000, reserve: null);
        var (eva, kvk) = huis.Ondernemer();
        await _loop.Ingeschreven(eva, kvk);
        var zaak = await Afgewezen(tijdvak, eva);
        var besluit = Besluiten(await Zaakbezwaren(eva, zaak))[0].GetProperty("besluit").GetString();
        var brief = $$"""
            {"zaaknummer":"{{zaak}}","besluit":"{{besluit}}","indiener":"derde","ontvangenOp":"{{Vandaag}}","ondertekend":true,
             "dagtekening":"{{Vandaag}}","naam":"Buurman","adres":"Plein 1, 3511 AB Utrecht","gronden":"Ik heb er last van."}
            """;
        (await huis.Post(eva, "/v1/bezwaren", brief)).IsProbleem(403, "niet-bevoegd");
        var bezwaar = (await Zaakloop.Gelukt(huis.Post(_bo, "/v1/bezwaren", brief))).Veld("bezwaar");
        await huis.Stil();
        var pad = $"/v1/bezwaren/{bezwaar}";
        // The applicant sees that it is there, and not what someone else wrote; and cannot withdraw it.
        var vanEva = await Zaakloop.Gelukt(huis.Haal(eva, pad));
        Assert.False(vanEva.Inhoud.GetProperty("uwBezwaar").GetBoolean());
        Assert.DoesNotContain("last van", vanEva.Tekst, StringComparison.Ordinal);
        (await huis.Post(eva, $"{pad}/intrekking")).IsProbleem(403, "niet-uw-bezwaar");
        Assert.Contains("last van", (await Zaakloop.Gelukt(huis.Haal(_bo, pad))).Tekst, StringComparison.Ordinal);

        await Zaakloop.Gelukt(huis.Post(_bo, $"/v1/aanvragen/{zaak}/belang", """{"toelichting":"Mijn zus werkt er."}"""));
        (await huis.Haal(_bo, pad)).IsProbleem(403, "eigen-belang");
        (await huis.Post(_bo, $"{pad}/verdaging")).IsProbleem(403, "eigen-belang");
        (await huis.Post(_bo, "/v1/bezwaren", brief)).IsProbleem(403, "eigen-belang");
        Assert.Single((await Zaakbezwaren(_mo, zaak)).GetProperty("bezwaren").EnumerateArray());
        Assert.Equal("ingediend", (await Zaakloop.Gelukt(huis.Haal(huis.Medewerker(Rol.Beoordelaar), pad))).Veld("fase"));
    }

    [Fact]
    public async Task The_letter_is_read_before_it_is_signed_and_is_the_one_that_leaves()
    {
        var tijdvak = await Tijdvak("slim-2026", plafond: 100_000, reserve: null);
        var (eva, kvk) = huis.Ondernemer();
        await _loop.Ingeschreven(eva, kvk);
        var zaak = await Afgewezen(tijdvak, eva);
        var brief = $"/v1/brieven/voorbeeld?zaaknummer={zaak}&bezwaar=";
        (await huis.Haal(_mo, $"{brief}{zaak}-BZ1")).IsProbleem(409, "geen-voorstel");
        var bezwaar = await Voorgesteld(eva, zaak);
        brief += bezwaar;
        var voor = await huis.Opgeslagen();

        var beeld = (await Zaakloop.Gelukt(huis.Haal(_mo, brief))).Inhoud;
        Assert.Equal(
            ("beslissing-op-bezwaar", $"{bezwaar}-1"),
            (beeld.GetProperty("soort").GetString(), beeld.GetProperty("kenmerk").GetString())
        );
        Assert.Contains("Bouwbedrijf", beeld.GetProperty("adressering").GetRawText(), StringComparison.Ordinal);
        var blokken = beeld.GetProperty("blokken").GetRawText();
        Assert.Contains("Het plan is haalbaar.", blokken, StringComparison.Ordinal);
        Assert.Contains("alsnog subsidie", blokken, StringComparison.Ordinal);
        // By the assessment for this objection: the first one computed no award.
        Assert.Contains("Zo hebben wij dit berekend", blokken, StringComparison.Ordinal);
        Assert.Equal(200, (await huis.Haal(_bo, brief)).Status);
        foreach (var ander in (string[])[eva, Mensen.Bram, Mensen.FinancieelMedewerker])
        {
            (await huis.Haal(ander, brief)).IsProbleem(403, "niet-bevoegd");
            (await huis.Haal(ander, $"/v1/bezwaren/{bezwaar}/besluitvoorbeeld")).IsProbleem(403, "niet-bevoegd");
        }
        // Nobody comes to it by the number of another case, or with an interest of their own.
        var andere = Platform.Zaaknummer.Trek();
        (await huis.Haal(_mo, $"/v1/brieven/voorbeeld?zaaknummer={andere}&bezwaar={bezwaar}")).IsProbleem(409, "geen-voorstel");
        await huis.Stil();
        Assert.Equal(voor, await huis.Opgeslagen());
        var metBelang = huis.Medewerker(Rol.Beoordelaar, Rol.Medeondertekenaar);
        await Zaakloop.Gelukt(huis.Post(metBelang, $"/v1/aanvragen/{zaak}/belang"));
        (await huis.Haal(metBelang, brief)).IsProbleem(403, "eigen-belang").NoemtArtikel("artikel 2:4 Awb");

        var hash = (await Zaakloop.Gelukt(huis.Haal(_mo, $"/v1/bezwaren/{bezwaar}"))).Inhoud.GetProperty("voorstel").GetProperty("hash");
        await Zaakloop.Gelukt(huis.Post(_mo, $"/v1/bezwaren/{bezwaar}/ondertekening", $$"""{"hash":"{{hash.GetString()}}"}"""));
        await huis.Stil();
        (await huis.Haal(_mo, brief)).IsProbleem(409, "geen-voorstel");
        var verstuurd = await Zaakloop.Gelukt(huis.Haal(eva, $"/v1/brieven/{bezwaar}-1-beslissing-op-bezwaar/pagina"));
        Assert.Equal(blokken, verstuurd.Inhoud.GetProperty("blokken").GetRawText());
    }

    [Fact]
    public async Task Who_saw_an_older_version_reads_who_was_first_and_overwrites_nothing()
    {
        var tijdvak = await Tijdvak("slim-2026", plafond: 100_000, reserve: null);
        var (eva, kvk) = huis.Ondernemer();
        await _loop.Ingeschreven(eva, kvk);
        var zaak = await Afgewezen(tijdvak, eva);
        var bezwaar = await Gemaakt(eva, zaak);
        var pad = $"/v1/bezwaren/{bezwaar}";
        await huis.Stil();
        var collega = huis.Medewerker(Rol.Beoordelaar);
        var gezien = (await Zaakloop.Gelukt(huis.Haal(_bo, pad))).Etag!;
        const string Oordeel = """{"grond":"op-tijd","argument":"Van de collega."}""";
        await Zaakloop.Gelukt(huis.Post(collega, $"{pad}/ontvankelijkheid", Oordeel, ifMatch: gezien));

        foreach (
            var (stap, verzoek) in ((string, string)[])
                [
                    ("ontvankelijkheid", """{"grond":"op-tijd","argument":"Van mij."}"""),
                    ("hoorverslag", $$"""{"dag":"{{Vandaag}}","tekst":"Van mij."}"""),
                    ("hoorafzien", """{"grond":"wil-niet-gehoord","argument":"Van mij."}"""),
                    ("partijen", """{"naam":"Buurman","belang":"Van mij."}"""),
                    ("voorstel", """{"uitkomst":"ongegrond","motivering":"Van mij."}"""),
                    ("intrekking", """{"reden":"Van mij."}"""),
                    ("commissie", "{}"),
                    ("verdaging", "{}"),
                ]
        )
        {
            await huis.Weigert(
                () => huis.Post(_bo, $"{pad}/{stap}", verzoek, ifMatch: gezien),
                a => a.IsProbleem(412, "verouderd").Noemt(collega)
            );
        }

        var sinds = (await Zaakloop.Gelukt(huis.Haal(_bo, $"{pad}/verloop")))
            .Inhoud.EnumerateArray()
            .Single(s => s.GetProperty("versie").GetInt64() > long.Parse(gezien.Trim('"'), CultureInfo.InvariantCulture));
        Assert.Equal(
            (collega, "bezwaar-ontvankelijkheid-beoordeeld", "Beoordeeld of het bezwaar kan worden behandeld"),
            (sinds.GetProperty("wie").GetString(), sinds.GetProperty("wat").GetString(), sinds.GetProperty("titel").GetString())
        );
        foreach (var ander in (string[])[eva, Mensen.Bram, Mensen.FinancieelMedewerker])
        {
            (await huis.Haal(ander, $"{pad}/verloop")).IsProbleem(403, "niet-bevoegd");
        }
        var beeld = await Zaakloop.Gelukt(huis.Haal(_bo, pad));
        Assert.Equal("Van de collega.", beeld.Inhoud.GetProperty("ontvankelijkheid").GetProperty("argument").GetString());
        // Having seen that, one goes on.
        const string Afgezien = """{"grond":"wil-niet-gehoord","argument":"Zelf gezegd."}""";
        await Zaakloop.Gelukt(huis.Post(_bo, $"{pad}/hoorafzien", Afgezien, ifMatch: beeld.Etag));
        await Zaakloop.Gelukt(huis.Post(collega, $"/v1/aanvragen/{zaak}/belang"));
        (await huis.Haal(collega, $"{pad}/verloop")).IsProbleem(403, "eigen-belang");
    }

    [Fact]
    public async Task What_rests_on_who_declared_an_interest_afterwards_is_signed_by_nobody_and_a_colleague_does_it_anew()
    {
        var tijdvak = await Tijdvak("slim-2026", plafond: 100_000, reserve: null);
        var (eva, kvk) = huis.Ondernemer();
        await _loop.Ingeschreven(eva, kvk);
        var zaak = await Afgewezen(tijdvak, eva);
        var bezwaar = await Voorgesteld(eva, zaak);
        var pad = $"/v1/bezwaren/{bezwaar}";
        var collega = huis.Medewerker(Rol.Beoordelaar);
        await Zaakloop.Gelukt(huis.Post(_bo, $"/v1/aanvragen/{zaak}/belang"));

        (await Teken()).IsProbleem(409, "voorstel-met-belang").NoemtArtikel("artikel 2:4 Awb");
        await StelOpnieuwVoor();
        // Another proposes, and what it rests on is still theirs.
        (await Teken())
            .IsProbleem(409, "beoordelaar-met-belang")
            .NoemtArtikel("artikel 2:4 Awb");
        await Zaakloop.Gelukt(huis.Post(collega, $"/v1/aanvragen/{zaak}/herbeoordeling", Met(await _loop.Oordelen(zaak), bezwaar)));
        await huis.Stil();
        await StelOpnieuwVoor();
        await Zaakloop.Gelukt(Teken());
        await huis.Stil();
        Assert.Equal("verleend", (await Zaakloop.Gelukt(huis.Haal(eva, $"/v1/zaken/{zaak}"))).Veld("status"));

        async Task<string> Hash() =>
            (await Zaakloop.Gelukt(huis.Haal(_mo, pad))).Inhoud.GetProperty("voorstel").GetProperty("hash").GetString()!;

        async Task<Gekregen> Teken() => await huis.Post(_mo, $"{pad}/ondertekening", $$"""{"hash":"{{await Hash()}}"}""");

        async Task StelOpnieuwVoor()
        {
            await Zaakloop.Gelukt(huis.Post(_mo, $"{pad}/terugzending", $$"""{"hash":"{{await Hash()}}","reden":"Doe het opnieuw."}"""));
            await Zaakloop.Gelukt(huis.Post(collega, $"{pad}/voorstel", """{"uitkomst":"gegrond","motivering":"Het plan is haalbaar."}"""));
            await huis.Stil();
        }
    }

    private string Vandaag => $"{Moment.Dag(huis.Klok.GetCurrentInstant()):uuuu-MM-dd}";

    /// <summary>Objected, judged, assessed again and proposed as well-founded.</summary>
    private async Task<string> Voorgesteld(string eva, string zaak)
    {
        var bezwaar = await Gemaakt(eva, zaak);
        var pad = $"/v1/bezwaren/{bezwaar}";
        await huis.Stil();
        await Zaakloop.Gelukt(huis.Post(_bo, $"{pad}/ontvankelijkheid", """{"grond":"op-tijd","argument":"Binnen zes weken."}"""));
        await Zaakloop.Gelukt(huis.Post(_bo, $"{pad}/hoorafzien", """{"grond":"volledig-tegemoet","argument":"Gelijk."}"""));
        await Zaakloop.Gelukt(huis.Post(_bo, $"/v1/aanvragen/{zaak}/herbeoordeling", Met(await _loop.Oordelen(zaak), bezwaar)));
        await huis.Stil();
        await Zaakloop.Gelukt(huis.Post(_bo, $"{pad}/voorstel", """{"uitkomst":"gegrond","motivering":"Het plan is haalbaar."}"""));
        await huis.Stil();
        return bezwaar;
    }

    private async Task<string> Gemaakt(string eva, string zaak)
    {
        var besluit = Besluiten(await Zaakbezwaren(eva, zaak))[0].GetProperty("besluit").GetString();
        var verzoek = $$"""{"besluit":"{{besluit}}","naam":"Eva","gronden":"Het is haalbaar.","wilHoren":false}""";
        return (await Zaakloop.Gelukt(huis.Post(eva, $"/v1/verleningen/{zaak}/bezwaren", verzoek))).Veld("bezwaar");
    }

    /// <summary>Objected and judged, of who does not want to be heard.</summary>
    private async Task<string> TeBeslissen(string eva, string zaak)
    {
        var bezwaar = await Gemaakt(eva, zaak);
        await huis.Stil();
        var pad = $"/v1/bezwaren/{bezwaar}";
        await Zaakloop.Gelukt(huis.Post(_bo, $"{pad}/ontvankelijkheid", """{"grond":"op-tijd","argument":"Binnen zes weken."}"""));
        await Zaakloop.Gelukt(huis.Post(_bo, $"{pad}/hoorafzien", """{"grond":"wil-niet-gehoord","argument":"Zelf gezegd."}"""));
        return bezwaar;
    }

    private async Task<string> Ingediend(string tijdvak, string wie)
    {
        // Of one moment a draw would decide.
        huis.Klok.Vooruit(Duration.FromSeconds(1));
        var zaak = await _loop.Ingediend(tijdvak, wie);
        await Zaakloop.Gelukt(huis.Post(Mensen.Beoordelaar, $"/v1/aanvragen/{zaak}/volledigheid", """{"volledig":true}"""));
        return zaak;
    }

    private async Task<string> Afgewezen(string tijdvak, string wie)
    {
        var zaak = await Ingediend(tijdvak, wie);
        await Wijs(tijdvak, zaak);
        return zaak;
    }

    /// <summary>The window closes, and this case is refused because it cannot be done.</summary>
    private async Task Wijs(string tijdvak, string zaak)
    {
        await Besluit(
            tijdvak,
            zaak,
            oordelen =>
                oordelen.Replace(
                    """{"code":"niet-haalbaar","uitkomst":"voldaan""",
                    """{"code":"niet-haalbaar","uitkomst":"nietVoldaan""",
                    StringComparison.Ordinal
                )
        );
        Assert.Equal("afgewezen", (await Zaakloop.Gelukt(huis.Haal(Mensen.Beoordelaar, $"/v1/zaken/{zaak}"))).Veld("status"));
    }

    /// <summary>The window closes, and on this case is decided by these judgments.</summary>
    /// <param name="oordelen">Makes of the body that judges every ground as met the one that is sent.</param>
    private async Task Besluit(string tijdvak, string zaak, Func<string, string> oordelen)
    {
        huis.Klok.Vooruit(Zaakloop.Openstelling);
        await Zaakloop.Gelukt(huis.Post(Mensen.Regelbeheerder, $"/v1/ontvangsten/{tijdvak}"));
        await huis.Stil();
        await Zaakloop.Gelukt(huis.Post(Mensen.Beoordelaar, $"/v1/aanvragen/{zaak}/toewijzing"));
        await Zaakloop.Gelukt(huis.Post(Mensen.Beoordelaar, $"/v1/aanvragen/{zaak}/beoordeling", oordelen(await _loop.Oordelen(zaak))));
        await huis.Stil();
        await _loop.Verleend(zaak);
    }

    /// <summary>By arrival, open for two days from now.</summary>
    private async Task<string> Tijdvak(string regelversie, decimal plafond, decimal? reserve)
    {
        var id = $"bezwaar-{Guid.NewGuid().ToString("N")[..12]}";
        var opent = huis.Klok.GetCurrentInstant();
        await _loop.Tijdvakbesluit(
            "/v1/tijdvakken",
            string.Create(
                CultureInfo.InvariantCulture,
                $$"""
                {"id":"{{id}}","aanvragertype":"mkb-onderneming","opent":"{{Zaakloop.Wandklok(opent)}}",
                 "sluit":"{{Zaakloop.Wandklok(opent + Zaakloop.Openstelling)}}","plafond":"{{plafond:0.00}}","volgorde":"binnenkomst",
                 "regelversie":"{{regelversie}}"{{(reserve is { } bedrag ? $",\"bezwaarreserve\":\"{bedrag:0.00}\"" : "")}}}
                """
            )
        );
        return id;
    }

    private async Task Regel(string versie, string waarde)
    {
        var gemaakt = await Zaakloop.Gelukt(
            huis.Post(
                Mensen.Regelbeheerder,
                $"/v1/regelversies/{versie}/voorstellen",
                $$"""{"sectie":"parameters","code":"bezwaar-budget","waarde":"2014-01-01: {{waarde}}","bron":"besluit van de minister"}"""
            )
        );
        var nummer = gemaakt.Inhoud.GetProperty("voorstel").GetInt32();
        await Zaakloop.Gelukt(
            huis.Post(
                Mensen.TweedeRegelbeheerder,
                $"/v1/regelversies/{versie}/voorstellen/{nummer}/ondertekening",
                $$"""{"hash":"{{gemaakt.Veld("hash")}}"}"""
            )
        );
        await huis.Stil();
    }

    /// <summary>Reserved in all, of which from the reserve, and the ceiling.</summary>
    private Task<string> Geld(string tijdvak) =>
        huis.Lees($"select gereserveerd || ' ' || uit_reserve || ' ' || plafond from tijdvakken.plafondstand where tijdvak = '{tijdvak}'");

    private async Task<JsonElement> Zaakbezwaren(string wie, string zaak) =>
        (await Zaakloop.Gelukt(huis.Haal(wie, $"/v1/verleningen/{zaak}/bezwaren"))).Inhoud;

    private static IReadOnlyList<JsonElement> Besluiten(JsonElement bezwaren) => [.. bezwaren.GetProperty("besluiten").EnumerateArray()];

    private async Task<IReadOnlyList<string>> Brieven(string wie, string zaak) =>
        [
            .. (await Zaakloop.Gelukt(huis.Haal(wie, $"/v1/brieven?zaaknummer={zaak}")))
                .Inhoud.EnumerateArray()
                .Select(b => b.GetProperty("soort").GetString()!),
        ];

    private static string Bedrag(JsonElement van, string naam) => van.GetProperty(naam).GetString()!;

    /// <param name="regels">JSON: the judgments on lines of the budget.</param>
    private static string MetRegels(string oordelen, string regels) => $$"""{"regels":{{regels}},{{oordelen[1..]}}""";

    private static string Met(string oordelen, string bezwaar) => $$"""{"bezwaar":"{{bezwaar}}",{{oordelen[1..]}}""";
}
