using System.Text.Json;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Api.Tests;

/// <summary>A mistake found after sending is mended by a new decision that names the old one, over all contexts.</summary>
public sealed class HerstelTests(Apihuis huis)
{
    private const string Advies = "activiteiten[1].externeUren[0]";
    private const string Aanvaard = $$"""[{"regel":"{{Advies}}","uitkomst":"aanvaard"}]""";
    private const string Geschrapt = $$"""
        [{"regel":"{{Advies}}","uitkomst":"geschrapt","reden":"Dit advies telt niet.","artikel":"2.15, onderdeel h"}]
        """;

    private readonly Zaakloop _loop = new(huis);
    private readonly string _bo = huis.Medewerker(Rol.Beoordelaar);
    private readonly string _mo = huis.Medewerker(Rol.Medeondertekenaar);

    [Fact]
    public async Task A_wrong_name_is_mended_with_its_letter_and_its_own_term_to_object()
    {
        var (zaak, wie, _, tijdvak) = await Verleend();
        var geld = await Geld(tijdvak);
        var pad = Pad(zaak);
        var voorstel = Voorstel($"{zaak}-V1", "tekst", "Er staat Bouwbedrijf Jansen.", "Het is Bouwbedrijf.");
        (await huis.Post(wie, pad, voorstel)).IsProbleem(403, "niet-bevoegd");
        (await huis.Post(_mo, pad, voorstel)).IsProbleem(403, "niet-bevoegd");
        (await huis.Haal(wie, pad)).IsProbleem(403, "niet-bevoegd");
        (await huis.Post(_bo, pad, Voorstel($"{zaak}-V2", "tekst", "x", "y"))).IsProbleem(409, "ander-besluit").Noemt($"{zaak}-V1");
        (await huis.Post(_bo, pad, Voorstel($"{zaak}-V1", "tekst", "x", null))).IsProbleem(422, "onjuiste-invoer").NoemtVeld("juist");
        await Zaakloop.Gelukt(huis.Post(Mensen.Dubbel, pad, voorstel));
        (await huis.Post(_bo, pad, voorstel)).IsProbleem(409, "herstel-ligt-voor").Noemt($"{zaak}-H1");

        // The letter that would go out, before anyone signs.
        var vooraf = await Zaakloop.Gelukt(huis.Haal(_mo, $"/v1/brieven/voorbeeld?zaaknummer={zaak}"));
        Assert.Equal("herstelbesluit", vooraf.Veld("soort"));
        foreach (var deel in (string[])[$"{zaak}-H1", $"{zaak}-V1", "Er staat Bouwbedrijf Jansen.", "Het is Bouwbedrijf."])
        {
            Assert.Contains(deel, vooraf.Tekst, StringComparison.Ordinal);
        }
        Assert.DoesNotContain("herstelbesluit", await Brieven(wie, zaak));

        var hash = await Hash(zaak);
        (await huis.Post(Mensen.Dubbel, $"{pad}/ondertekening", hash)).IsProbleem(403, "zelf-voorgesteld");
        var ander = $$"""{"hash":"{{new string('0', 64)}}"}""";
        (await huis.Post(_mo, $"{pad}/ondertekening", ander)).IsProbleem(409, "ander-voorstel");
        (await huis.Post(_bo, $"{pad}/ondertekening", hash)).IsProbleem(403, "niet-bevoegd");
        var tegelijk = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => huis.Post(_mo, $"{pad}/ondertekening", hash)));
        Assert.Single(tegelijk, a => a.Status == 200);
        Assert.All(tegelijk.Where(a => a.Status != 200), a => a.IsProbleem(409, "al-hersteld"));
        await huis.Stil();

        Assert.Contains("herstelbesluit", await Brieven(wie, zaak));
        var pdf = await huis.Haal(wie, $"/v1/brieven/{zaak}-H1-herstelbesluit");
        Assert.Equal((200, "application/pdf"), (pdf.Status, pdf.Soort));
        var beeld = (await Zaakloop.Gelukt(huis.Haal(wie, $"/v1/zaken/{zaak}"))).Inhoud;
        Assert.Equal("verleend", beeld.GetProperty("status").GetString());
        var stap = beeld.GetProperty("stappen").EnumerateArray().Single(s => s.GetProperty("stap").GetString() == "herstelbesluit-genomen");
        Assert.Equal($"Besluit {zaak}-H1 herstelt {zaak}-V1", stap.GetProperty("uitleg").GetString());
        Assert.True(beeld.GetProperty("laatsteDagen").TryGetProperty("bezwaar", out _));
        // Nothing that costs money happened.
        Assert.Equal(geld, await Geld(tijdvak));
        Assert.Single(await Opdrachten(zaak));

        // Against the new decision one can object, and then what must be another is decided on that.
        var besluiten = (await Zaakloop.Gelukt(huis.Haal(wie, $"/v1/verleningen/{zaak}/bezwaren"))).Inhoud.GetProperty("besluiten");
        var nieuw = besluiten.EnumerateArray().Single(b => b.GetProperty("besluit").GetString() == $"{zaak}-H1");
        Assert.True(nieuw.TryGetProperty("bezwaarTot", out _));
        await Zaakloop.Gelukt(
            huis.Post(wie, $"/v1/verleningen/{zaak}/bezwaren", $$"""{"besluit":"{{zaak}}-H1","naam":"Eva","gronden":"Het is anders."}""")
        );
        await huis.Stil();
        (await huis.Post(_bo, pad, Voorstel($"{zaak}-H1", "tekst", "x", "y")))
            .IsProbleem(409, "bezwaar-loopt")
            .NoemtArtikel("artikel 7:11 Awb");
    }

    [Fact]
    public async Task A_higher_amount_is_set_apart_paid_once_and_counts_as_aid()
    {
        // A line of the budget was struck, by mistake.
        var (zaak, wie, kvk, tijdvak) = await Verleend(Geschrapt);
        var was = await Verleend(zaak, wie);
        var eerste = Assert.Single(await Opdrachten(zaak));
        var pad = Pad(zaak);
        await Zaakloop.Gelukt(huis.Post(_bo, pad, Voorstel($"{zaak}-V1", "inhoud", "Het advies telde niet mee.", null)));
        await huis.Stil();
        (await huis.Post(_mo, $"{pad}/ondertekening", """{"hash":"x"}""")).IsProbleem(409, "herbeoordeling-ontbreekt");

        // What nobody judges anew stays as it was judged.
        var herbeoordeling = $"/v1/aanvragen/{zaak}/herbeoordeling";
        var kaal = Met(await _loop.Oordelen(zaak), $"{zaak}-H1");
        Assert.Equal(was, Getal((await Zaakloop.Gelukt(huis.Post(_bo, $"{herbeoordeling}/proef", kaal))).Inhoud, "subsidie"));
        await Zaakloop.Gelukt(huis.Post(_bo, herbeoordeling, kaal));
        await huis.Stil();
        (await huis.Post(_mo, $"{pad}/ondertekening", """{"hash":"x"}""")).IsProbleem(409, "zelfde-bedrag");

        await Zaakloop.Gelukt(huis.Post(_bo, herbeoordeling, MetRegels(kaal, Aanvaard)));
        await huis.Stil();
        var voorstel = (await Zaakloop.Gelukt(huis.Haal(_mo, pad))).Inhoud.GetProperty("voorstel");
        var wordt = Getal(voorstel.GetProperty("herbeoordeling"), "subsidie");
        Assert.Equal(11_040.00m, wordt);
        Assert.Equal("wijzigen", voorstel.GetProperty("gevolg").GetString());
        Assert.Equal((wordt - was, wordt - was), (Getal(voorstel, "nodig"), Getal(voorstel, "gereserveerd")));
        Assert.False(voorstel.TryGetProperty("waaromNiet", out _));
        Assert.Equal("11040.00", (await Geld(tijdvak)).Split(' ')[0]);
        // The applicant learns of it when it is decided.
        var vooraf = (await Zaakloop.Gelukt(huis.Haal(wie, $"/v1/zaken/{zaak}"))).Tekst;
        Assert.DoesNotContain("-H1", vooraf, StringComparison.Ordinal);

        var hash = await Hash(zaak);
        var tegelijk = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => huis.Post(_mo, $"{pad}/ondertekening", hash)));
        Assert.Single(tegelijk, a => a.Status == 200);
        await huis.Stil();

        Assert.Equal(wordt, await Verleend(zaak, wie));
        Assert.Equal("11040.00", (await Geld(tijdvak)).Split(' ')[0]);
        var opdrachten = await Opdrachten(zaak);
        Assert.Equal(2, opdrachten.Count);
        var tweede = opdrachten.Single(o => o.GetProperty("besluit").GetString() == $"{zaak}-H1");
        Assert.Equal(wordt / 2, Getal(eerste, "bedrag") + Getal(tweede, "bedrag"));
        var steun = (await Zaakloop.Gelukt(huis.Haal(wie, $"/v1/ondernemingen/{kvk}/steun"))).Inhoud;
        Assert.Equal(wordt, Getal(steun, "meegeteld"));
        Assert.Equal("verleend", (await Zaakloop.Gelukt(huis.Haal(wie, $"/v1/aanvragen/{zaak}"))).Veld("status"));
        Assert.Contains("herstelbesluit", await Brieven(wie, zaak));
        (await huis.Post(_bo, herbeoordeling, kaal)).IsProbleem(409, "al-hersteld");
        Assert.Equal(
            1,
            await huis.Tel($"select count(*) from betalingen.mt_events where stream_id = '{zaak}' and type = 'verplichting-gewijzigd'")
        );
    }

    [Fact]
    public async Task What_would_be_lower_names_the_rule_of_withdrawal_and_what_goes_back_frees_its_money()
    {
        var (zaak, _, _, tijdvak) = await Verleend(Geschrapt);
        var geld = await Geld(tijdvak);
        var pad = Pad(zaak);
        await Zaakloop.Gelukt(huis.Post(_bo, pad, Voorstel($"{zaak}-V1", "inhoud", "Het bedrag klopt niet.", null)));
        await huis.Stil();
        var opnieuw = MetRegels(Met(await _loop.Oordelen(zaak), $"{zaak}-H1"), Aanvaard);
        await Zaakloop.Gelukt(huis.Post(_bo, $"/v1/aanvragen/{zaak}/herbeoordeling", opnieuw));
        await huis.Stil();
        Assert.NotEqual(geld, await Geld(tijdvak));
        var lager = Met(await _loop.Oordelen(zaak, """[{"soort":"A","externeUren":[{"uren":38,"uurtarief":"125.00"}]}]"""), $"{zaak}-H1");
        await Zaakloop.Gelukt(huis.Post(_bo, $"/v1/aanvragen/{zaak}/herbeoordeling", lager));
        await huis.Stil();
        (await huis.Post(_mo, $"{pad}/ondertekening", """{"hash":"x"}"""))
            .IsProbleem(409, "lager-is-intrekken")
            .NoemtArtikel("artikel 2.25; artikel 4:48, eerste lid, Awb");

        (await huis.Post(_mo, $"{pad}/terugzending", """{"reden":" "}""")).IsProbleem(422, "onjuiste-invoer").NoemtVeld("reden");
        await Zaakloop.Gelukt(huis.Post(_mo, $"{pad}/terugzending", """{"reden":"Dit is intrekken."}"""));
        await huis.Stil();
        Assert.Equal(geld, await Geld(tijdvak));
        Assert.Equal("Dit is intrekken.", (await Zaakloop.Gelukt(huis.Haal(_bo, pad))).Veld("terugzending"));
        (await huis.Post(_bo, $"/v1/aanvragen/{zaak}/herbeoordeling", opnieuw)).IsProbleem(409, "herstel-teruggezonden");
        (await huis.Post(_mo, $"{pad}/terugzending", """{"reden":"Nog eens."}""")).IsProbleem(409, "geen-voorstel");
    }

    [Fact]
    public async Task A_refusal_that_was_a_mistake_becomes_an_award()
    {
        var (zaak, wie, tijdvak) = await Gereserveerd();
        var oordelen = (await _loop.Oordelen(zaak)).Replace(
            """{"code":"niet-haalbaar","uitkomst":"voldaan""",
            """{"code":"niet-haalbaar","uitkomst":"nietVoldaan""",
            StringComparison.Ordinal
        );
        await Zaakloop.Gelukt(huis.Post(Mensen.Beoordelaar, $"/v1/aanvragen/{zaak}/beoordeling", oordelen));
        await huis.Stil();
        await _loop.Verleend(zaak);
        Assert.Equal("0.00", (await Geld(tijdvak)).Split(' ')[0]);

        var pad = Pad(zaak);
        await Zaakloop.Gelukt(huis.Post(_bo, pad, Voorstel($"{zaak}-V1", "inhoud", "De planning zat er wel bij.", null)));
        await huis.Stil();
        await Zaakloop.Gelukt(huis.Post(_bo, $"/v1/aanvragen/{zaak}/herbeoordeling", Met(await _loop.Oordelen(zaak), $"{zaak}-H1")));
        await huis.Stil();
        await Zaakloop.Gelukt(huis.Post(_mo, $"{pad}/ondertekening", await Hash(zaak)));
        await huis.Stil();

        var beeld = (await Zaakloop.Gelukt(huis.Haal(wie, $"/v1/zaken/{zaak}"))).Inhoud;
        Assert.Equal("verleend", beeld.GetProperty("status").GetString());
        Assert.Equal("11040.00", beeld.GetProperty("bedragen").GetProperty("gereserveerd").GetString());
        Assert.Equal("11040.00", (await Geld(tijdvak)).Split(' ')[0]);
        var opdracht = Assert.Single(await Opdrachten(zaak));
        Assert.Equal(($"{zaak}-H1", 5_520.00m), (opdracht.GetProperty("besluit").GetString(), Getal(opdracht, "bedrag")));
        // One letter tells it, and no award of its own beside it.
        Assert.DoesNotContain("verlening", await Brieven(wie, zaak));
        Assert.Contains("herstelbesluit", await Brieven(wie, zaak));
        var afstemming = await Zaakloop.Gelukt(huis.Haal("bert", "/v1/afstemming"));
        Assert.DoesNotContain(zaak, afstemming.Tekst, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_rests_on_who_declared_an_interest_is_signed_by_nobody_and_a_colleague_does_it_anew()
    {
        var (zaak, _, _, _) = await Verleend(Geschrapt);
        var (pad, herbeoordeling) = (Pad(zaak), $"/v1/aanvragen/{zaak}/herbeoordeling");
        var (eerste, tweede) = (huis.Medewerker(Rol.Beoordelaar), huis.Medewerker(Rol.Beoordelaar));
        await Zaakloop.Gelukt(huis.Post(_bo, pad, Voorstel($"{zaak}-V1", "inhoud", "Het advies telde niet mee.", null)));
        await huis.Stil();
        var opnieuw = MetRegels(Met(await _loop.Oordelen(zaak), $"{zaak}-H1"), Aanvaard);
        await Zaakloop.Gelukt(huis.Post(eerste, herbeoordeling, opnieuw));
        await huis.Stil();
        var lijst = (await Zaakloop.Gelukt(huis.Haal(_mo, "/v1/ondertekeningen"))).Inhoud.GetProperty("herstel");
        var wacht = lijst.EnumerateArray().Single(h => h.GetProperty("zaaknummer").GetString() == zaak);
        Assert.Equal(
            ($"{zaak}-H1", $"{zaak}-V1", "wijzigen", _bo),
            (
                wacht.GetProperty("herstel").GetString(),
                wacht.GetProperty("herstelt").GetString(),
                wacht.GetProperty("gevolg").GetString(),
                wacht.GetProperty("door").GetString()
            )
        );
        Assert.False(wacht.TryGetProperty("waaromNiet", out _));

        await Zaakloop.Gelukt(huis.Post(eerste, $"/v1/aanvragen/{zaak}/belang"));
        await huis.Stil();
        (await huis.Post(_mo, $"{pad}/ondertekening", await Hash(zaak))).IsProbleem(409, "beoordelaar-met-belang");
        (await huis.Post(eerste, herbeoordeling, opnieuw)).IsProbleem(403, "eigen-belang");
        await Zaakloop.Gelukt(huis.Post(tweede, herbeoordeling, opnieuw));
        await huis.Stil();

        await Zaakloop.Gelukt(huis.Post(_bo, $"/v1/aanvragen/{zaak}/belang"));
        await huis.Stil();
        (await huis.Post(_mo, $"{pad}/ondertekening", await Hash(zaak)))
            .IsProbleem(409, "voorstel-met-belang")
            .NoemtArtikel("artikel 2:4 Awb");
        (await huis.Haal(_bo, pad)).IsProbleem(403, "eigen-belang");
        (await huis.Haal(_bo, $"/v1/brieven/voorbeeld?zaaknummer={zaak}")).IsProbleem(403, "eigen-belang");
        await Zaakloop.Gelukt(huis.Post(_mo, $"{pad}/terugzending", """{"reden":"Een collega stelt het opnieuw voor."}"""));
        await huis.Stil();
        await Zaakloop.Gelukt(huis.Post(tweede, pad, Voorstel($"{zaak}-V1", "inhoud", "Het advies telde niet mee.", null)));
        await huis.Stil();
        await Zaakloop.Gelukt(huis.Post(tweede, herbeoordeling, MetRegels(Met(await _loop.Oordelen(zaak), $"{zaak}-H2"), Aanvaard)));
        await huis.Stil();
        await Zaakloop.Gelukt(huis.Post(_mo, $"{pad}/ondertekening", await Hash(zaak)));
    }

    /// <summary>Awarded as asked, or with these judgments on lines of the budget.</summary>
    private async Task<(string Zaak, string Wie, string KvkNummer, string Tijdvak)> Verleend(string? regels = null)
    {
        var (zaak, wie, tijdvak) = await Gereserveerd();
        var oordelen = await _loop.Oordelen(zaak);
        await Zaakloop.Gelukt(
            huis.Post(Mensen.Beoordelaar, $"/v1/aanvragen/{zaak}/beoordeling", regels is null ? oordelen : MetRegels(oordelen, regels))
        );
        await huis.Stil();
        await _loop.Verleend(zaak);
        return (zaak, wie, wie["ondernemer-".Length..], tijdvak);
    }

    private async Task<(string Zaak, string Wie, string Tijdvak)> Gereserveerd()
    {
        var (wie, kvk) = huis.Ondernemer();
        await _loop.Ingeschreven(wie, kvk);
        var tijdvak = await _loop.Tijdvak();
        var zaak = await _loop.Ingediend(tijdvak, wie);
        await _loop.Gereserveerd(tijdvak, zaak);
        return (zaak, wie, tijdvak);
    }

    private async Task<string> Hash(string zaak)
    {
        var beeld = (await Zaakloop.Gelukt(huis.Haal(_mo, Pad(zaak)))).Inhoud;
        return $$"""{"hash":"{{beeld.GetProperty("voorstel").GetProperty("hash").GetString()}}"}""";
    }

    private async Task<decimal> Verleend(string zaak, string wie) =>
        Getal((await Zaakloop.Gelukt(huis.Haal(wie, $"/v1/zaken/{zaak}"))).Inhoud.GetProperty("bedragen"), "verleend");

    private async Task<IReadOnlyList<JsonElement>> Opdrachten(string zaak) =>
        [
            .. (
                await Zaakloop.Gelukt(huis.Haal(Mensen.FinancieelMedewerker, $"/v1/betaalopdrachten?zaaknummer={zaak}"))
            )
                .Inhoud.GetProperty("opdrachten")
                .EnumerateArray(),
        ];

    private async Task<IReadOnlyList<string>> Brieven(string wie, string zaak) =>
        [
            .. (await Zaakloop.Gelukt(huis.Haal(wie, $"/v1/brieven?zaaknummer={zaak}")))
                .Inhoud.EnumerateArray()
                .Select(b => b.GetProperty("soort").GetString()!),
        ];

    /// <summary>Reserved in all, and the ceiling.</summary>
    private Task<string> Geld(string tijdvak) =>
        huis.Lees($"select gereserveerd || ' ' || plafond from tijdvakken.plafondstand where tijdvak = '{tijdvak}'");

    private static string Pad(string zaak) => $"/v1/verleningen/{zaak}/herstelvoorstellen";

    private static string Voorstel(string herstelt, string soort, string fout, string? juist) =>
        JsonSerializer.Serialize(
            new
            {
                herstelt,
                soort,
                fout,
                juist,
            },
            Platform.Stromen.Json.Opties
        );

    private static decimal Getal(JsonElement van, string naam) =>
        decimal.Parse(van.GetProperty(naam).GetString()!, System.Globalization.CultureInfo.InvariantCulture);

    /// <param name="regels">JSON: the judgments on lines of the budget.</param>
    private static string MetRegels(string oordelen, string regels) => $$"""{"regels":{{regels}},{{oordelen[1..]}}""";

    private static string Met(string oordelen, string herstel) => $$"""{"bezwaar":"{{herstel}}",{{oordelen[1..]}}""";
}
