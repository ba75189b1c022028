using SlimRegeling.Platform.Identiteit;

namespace SlimRegeling.Api.Tests;

public sealed partial class BezwaarTests
{
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
}
