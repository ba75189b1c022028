using System.Text.Json;
using NodaTime;

namespace SlimRegeling.Api.Tests;

/// <summary>What if: a window under other rules or another ceiling, over HTTP on a real database. Nothing of it is decided or stored.</summary>
public sealed class SimulatieTests(Apihuis huis)
{
    private readonly Zaakloop _loop = new(huis);

    [Fact]
    public async Task A_raised_ceiling_gives_exactly_those_next_in_rank_and_changes_nothing()
    {
        var (tijdvak, zaken, _) = await _loop.Geloot(3, "22080.00");
        var voor = await huis.Opgeslagen();

        var zelfde = await Simuleer($$"""{"tijdvak":"{{tijdvak}}"}""");
        Assert.Empty(zelfde.GetProperty("andereUitkomst").EnumerateArray());
        Assert.Equal("22080.00", zelfde.GetProperty("plafondNa").GetString());

        var hoger = await Simuleer($$"""{"tijdvak":"{{tijdvak}}","wijzigingen":[],"plafond":"33120.00"}""");
        var anders = Assert.Single(hoger.GetProperty("andereUitkomst").EnumerateArray());
        Assert.Equal(zaken[2], anders.GetProperty("zaaknummer").GetString());
        Assert.Equal(3, anders.GetProperty("rang").GetInt32());
        Assert.Equal("afgewezen", anders.GetProperty("van").GetProperty("uitkomst").GetString());
        Assert.Equal("toegekend", anders.GetProperty("naar").GetProperty("uitkomst").GetString());
        Assert.Equal("11040.00", anders.GetProperty("naar").GetProperty("subsidie").GetString());
        var waarom = Assert.Single(anders.GetProperty("waarom").EnumerateArray());
        Assert.Equal("plafond-overschreden", waarom.GetProperty("code").GetString());
        Assert.StartsWith("2.12", waarom.GetProperty("artikel").GetString(), StringComparison.Ordinal);
        var gezien = "select count(*) from aanvragen.inzage where wat = 'simulatie' and zaaknummer = ";
        Assert.Equal((0, 1), (await huis.Tel($"{gezien}'{zaken[1]}'"), await huis.Tel($"{gezien}'{zaken[2]}'")));

        var lager = await Simuleer(
            $$"""{"tijdvak":"{{tijdvak}}","wijzigingen":[{"sectie":"parameters","code":"percentage-klein","waarde":"40"}]}"""
        );
        Assert.Equal("22080.00", lager.GetProperty("totaal").GetProperty("na").GetProperty("subsidie").GetString());
        Assert.All(
            lager.GetProperty("andereUitkomst").EnumerateArray(),
            a => Assert.Equal("7360.00", a.GetProperty("naar").GetProperty("subsidie").GetString())
        );

        Assert.Equal(voor, await huis.Opgeslagen());
        Assert.Equal(0, await huis.Tel($"select count(*) from aanvragen.simulatie where opdracht like '%{tijdvak}%'"));
    }

    [Fact]
    public async Task An_assessment_counts_with_what_the_assessor_judged()
    {
        var tijdvak = await _loop.Tijdvak();
        var zaak = await _loop.Ingediend(tijdvak, huis.Ondernemer().Wie);
        await _loop.Gereserveerd(tijdvak, zaak);
        var oordelen = (await _loop.Oordelen(zaak)).Replace(
            "\"niet-haalbaar\",\"uitkomst\":\"voldaan\"",
            "\"niet-haalbaar\",\"uitkomst\":\"nietVoldaan\"",
            StringComparison.Ordinal
        );
        await Zaakloop.Gelukt(huis.Post(Mensen.Beoordelaar, $"/v1/aanvragen/{zaak}/beoordeling", oordelen));

        var uitslag = await Simuleer($$"""{"tijdvak":"{{tijdvak}}","plafond":"999999.00"}""");

        var groep = Assert.Single(uitslag.GetProperty("naarUitkomst").EnumerateArray());
        Assert.Equal("niet-haalbaar", groep.GetProperty("code").GetString());
        Assert.Equal(1, groep.GetProperty("na").GetProperty("afgewezen").GetInt32());
    }

    [Fact]
    public async Task What_cannot_be_simulated_is_named_by_field()
    {
        var tijdvak = await _loop.Tijdvak();
        await Weigert("""{"tijdvak":"2099-01-mkb"}""", 422, "tijdvak");
        await Weigert($$"""{"tijdvak":"{{tijdvak}}","plafond":"0.00"}""", 422, "plafond");
        await Weigert($$"""{"tijdvak":"{{tijdvak}}","plafond":"1.005"}""", 400, "plafond");
        await Weigert($$"""{"tijdvak":"{{tijdvak}}","budget":"1.00"}""", 400, "budget");
        await Weigert(Met("parameters", "percentage-klein", "150"), 422, "wijzigingen[0].waarde");
        await Weigert(Met("parameters", "werkbare-uren", "0"), 422, "wijzigingen[0].waarde");
        await Weigert(Met("parameters", "maximum-mkb-onderneming", new string('9', 30)), 422, "wijzigingen[0].waarde");
        await Weigert(Met("parameters", "de-minimis-plafond-algemeen", "2099-01-01: 1.00"), 422, "wijzigingen[0].waarde");
        await Weigert(Met("parameters", "percentage-groot", "60"), 422, "wijzigingen[0].code");
        await Weigert(Met("gronden", "niet-haalbaar", "60"), 422, "wijzigingen[0].waarde");
        await Weigert(
            Met("parameters", "percentage-klein", "60").Replace("\"60\"", "60", StringComparison.Ordinal),
            400,
            "wijzigingen[0].waarde"
        );

        string Met(string sectie, string code, string waarde) =>
            $$"""{"tijdvak":"{{tijdvak}}","wijzigingen":[{"sectie":"{{sectie}}","code":"{{code}}","waarde":"{{waarde}}"}]}""";

        Task Weigert(string verzoek, int status, string veld) =>
            huis.Weigert(
                () => huis.Post(Mensen.Regelbeheerder, "/v1/simulaties", verzoek),
                a => a.IsProbleem(status, status == 400 ? "onleesbaar" : "onjuiste-invoer").NoemtVeld(veld)
            );
    }

    [Fact]
    public async Task A_large_window_is_computed_in_the_background_and_kept_for_seven_days()
    {
        var tijdvak = await _loop.Tijdvak(plafond: "1104000.00");
        var zaak = await _loop.Ingediend(tijdvak, huis.Ondernemer().Wie);
        await Vermenigvuldig(zaak, 600);
        var voor = await huis.Opgeslagen();

        var antwoord = await huis.Post(Mensen.Regelbeheerder, "/v1/simulaties", $$"""{"tijdvak":"{{tijdvak}}","plafond":"2208000.00"}""");

        Assert.Equal(202, antwoord.Status);
        var id = antwoord.Veld("simulatie");
        Assert.Equal($"/v1/simulaties/{id}", antwoord.Locatie);
        Assert.Equal(("bezig", 601), (antwoord.Veld("voortgang"), antwoord.Inhoud.GetProperty("totaal").GetInt32()));
        var klaar = await Klaar(id);
        Assert.Equal("klaar", klaar.GetProperty("voortgang").GetString());
        Assert.Equal(601, klaar.GetProperty("gedaan").GetInt32());
        var uitslag = klaar.GetProperty("uitslag");
        Assert.Equal(100, uitslag.GetProperty("totaal").GetProperty("voor").GetProperty("toegekend").GetInt32());
        Assert.Equal(200, uitslag.GetProperty("totaal").GetProperty("na").GetProperty("toegekend").GetInt32());
        Assert.Equal(100, uitslag.GetProperty("andereUitkomst").GetArrayLength());
        Assert.Equal(voor, await huis.Opgeslagen());
        Assert.Equal(403, (await huis.Haal(Mensen.Beoordelaar, $"/v1/simulaties/{id}")).Status);

        // What a killed process leaves is taken up, from the start; what fails again and again ends.
        await Achtergelaten(id, "achtergelaten", pogingen: 1);
        Assert.Equal(uitslag.GetRawText(), (await Klaar("achtergelaten")).GetProperty("uitslag").GetRawText());
        await Achtergelaten(id, "hopeloos", pogingen: 5);
        var hopeloos = await Klaar("hopeloos");
        Assert.Equal("mislukt", hopeloos.GetProperty("voortgang").GetString());
        Assert.Contains("opnieuw", hopeloos.GetProperty("uitleg").GetString(), StringComparison.Ordinal);

        huis.Klok.Vooruit(Duration.FromDays(7));
        Assert.Equal(200, (await huis.Haal(Mensen.Regelbeheerder, $"/v1/simulaties/{id}")).Status);
        huis.Klok.Vooruit(Duration.FromMilliseconds(1));
        (await huis.Haal(Mensen.Regelbeheerder, $"/v1/simulaties/{id}")).IsProbleem(404, "niet-gevonden").Noemt("zeven dagen");
        await Tot(async () => await huis.Tel($"select count(*) from aanvragen.simulatie where id = '{id}'") == 0);
    }

    /// <summary>The same application again under other numbers, as the store has it.</summary>
    private Task Vermenigvuldig(string zaak, int aantal) =>
        huis.Voer(
            $"""
            insert into aanvragen.gezegd (zaaknummer, soort, tijdvak, op)
              select '{zaak}-' || n, soort, tijdvak, op from aanvragen.gezegd, generate_series(1, {aantal}) n where zaaknummer = '{zaak}';
            insert into aanvragen.mt_doc_aanvraag
              select (jsonb_populate_record(d, jsonb_build_object('id', '{zaak}-' || n, 'data', jsonb_set(d.data, array['id'], to_jsonb('{zaak}-' || n))))).*
              from aanvragen.mt_doc_aanvraag d, generate_series(1, {aantal}) n where d.id = '{zaak}'
            """
        );

    private Task Achtergelaten(string van, string id, int pogingen) =>
        huis.Voer(
            $"""
            insert into aanvragen.simulatie (id, opdracht, gevraagd_op, totaal, gedaan, pogingen)
              select '{id}', opdracht, gevraagd_op, totaal, 250, {pogingen} from aanvragen.simulatie where id = '{van}'
            """
        );

    private async Task<JsonElement> Simuleer(string verzoek) =>
        (await Zaakloop.Gelukt(huis.Post(Mensen.Regelbeheerder, "/v1/simulaties", verzoek))).Inhoud;

    private async Task<JsonElement> Klaar(string id)
    {
        JsonElement stand = default;
        await Tot(async () =>
        {
            stand = (await Zaakloop.Gelukt(huis.Haal(Mensen.Regelbeheerder, $"/v1/simulaties/{id}"))).Inhoud;
            return stand.GetProperty("voortgang").GetString() != "bezig";
        });
        return stand;
    }

    private static async Task Tot(Func<Task<bool>> klaar)
    {
        using var eindig = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!await klaar())
        {
            await Task.Delay(100, eindig.Token);
        }
    }
}
