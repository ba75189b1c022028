using System.Globalization;
using System.Text.Json;
using NodaTime;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Api.Tests;

/// <summary>Objection and appeal through the API, over all contexts.</summary>
public sealed partial class BezwaarTests(Apihuis huis)
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
            )
                .Inhoud.GetProperty("opdrachten")
                .EnumerateArray()
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
}
