using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using SlimRegeling.Leercultuurscans.Antwoorden;
using SlimRegeling.Leercultuurscans.Dashboard;
using SlimRegeling.Platform;
using SlimRegeling.Platform.Identiteit;

namespace SlimRegeling.Api.Tests;

/// <summary>A scan from its start to its plan, and what everyone can do without an account, through the API.</summary>
public sealed class ScanloopTests(Apihuis huis)
{
    private const string Plan = """
        {"aanleiding":"De scan.","visie":"Blijven.",
         "regels":[{"doel":"Leren","aanpak":"Intervisie","voor":"Allen","wie":"De baas","wanneer":"Mei","meten":"Gesprek","dimensie":"D5"}],
         "middelen":"Tijd.","volgen":"Weer een scan."}
        """;

    private readonly Zaakloop _loop = new(huis);

    [Fact]
    public async Task A_scan_without_a_case_gets_a_report_a_plan_and_becomes_evidence_later()
    {
        var (wie, kvkNummer) = huis.Ondernemer();
        var gestart = await Zaakloop.Gelukt(
            huis.Post(
                wie,
                "/v1/scans",
                """{"gevraagd":12,"instrument":"bouwstenen-1","mensen":14,"sector":"F","teams":[{"naam":"Winkel"},{"naam":"Werkplaats"}]}"""
            )
        );
        var scan = gestart.Veld("scan");
        string Bladen(string adres) => $$"""{"codes":["0123456789abcdefghjkmnpqrs"],"adres":"{{adres}}"}""";
        var strookjes = await Zaakloop.Gelukt(
            huis.Post(wie, $"/v1/scans/{scan}/codebladen", Bladen($"https://slim.example.nl/scan/{scan}"))
        );
        Assert.StartsWith("%PDF", strookjes.Tekst, StringComparison.Ordinal);
        (await huis.Post(wie, $"/v1/scans/{scan}/codebladen", Bladen("https://slim.example.nl/scan/scan-1"))).IsProbleem(
            422,
            "onjuiste-invoer"
        );
        Assert.False((await Zaakloop.Gelukt(huis.Haal(wie, $"/v1/scans/{scan}/leiding"))).Inhoud.TryGetProperty("verklaring", out _));
        await Zaakloop.Gelukt(huis.Post(wie, $"/v1/scans/{scan}/leiding", Leiding));
        var getekend = (await Zaakloop.Gelukt(huis.Haal(wie, $"/v1/scans/{scan}/leiding"))).Inhoud;
        Assert.Equal(
            ("kernvragen-1", "kunnen"),
            (getekend.GetProperty("kernvragen").GetString(), getekend.GetProperty("verklaring").GetProperty("fase").GetString())
        );
        (await huis.Haal(Mensen.Bram, $"/v1/scans/{scan}/leiding")).IsProbleem(404, "niet-gevonden");
        foreach (var (i, code) in gestart.Inhoud.GetProperty("codes").EnumerateArray().Select(c => c.GetString()!).Index())
        {
            await Zaakloop.Gelukt(huis.Post(null, $"/v1/scans/{scan}/antwoorden", Antwoord(code, i)));
        }
        Assert.Equal(10, (await Zaakloop.Gelukt(huis.Haal(wie, $"/v1/scans/{scan}"))).Inhoud.GetProperty("tenMinste").GetInt32());
        (await huis.Haal(wie, $"/v1/scans/{scan}/rapport")).IsProbleem(409, "scan-open");
        await Zaakloop.Gelukt(huis.Post(wie, $"/v1/scans/{scan}/sluiting"));

        var rapport = (await Zaakloop.Gelukt(huis.Haal(wie, $"/v1/scans/{scan}/rapport"))).Inhoud;
        var inhoud = rapport.GetProperty("rapport");
        Assert.Equal((12, 6, 6), (inhoud.GetProperty("antwoorden").GetInt32(), Lengte(inhoud, "dimensies"), Lengte(inhoud, "onderdelen")));
        // Six and six: both may be shown.
        Assert.Equal(
            2,
            inhoud.GetProperty("splitsingen")[0].GetProperty("groepen").EnumerateArray().Count(g => g.TryGetProperty("antwoorden", out _))
        );
        Assert.True(Lengte(rapport, "handvatten") > 0);
        Assert.Equal("{}", (await Zaakloop.Gelukt(huis.Haal(wie, $"/v1/scans/{scan}/benchmark"))).Tekst);
        foreach (var voor in (string[])["", "?voor=medewerkers", "?taal=en", "?voor=medewerkers&taal=en"])
        {
            Assert.StartsWith(
                "%PDF",
                (await Zaakloop.Gelukt(huis.Haal(wie, $"/v1/scans/{scan}/rapport/pdf{voor}"))).Tekst,
                StringComparison.Ordinal
            );
        }

        (await huis.Haal(wie, $"/v1/scans/{scan}/rapport/pdf?taal=de")).IsProbleem(422, "onjuiste-invoer");
        (await huis.Post(wie, $"/v1/scans/{scan}/terugkoppeling", """{"hielp":"soms"}""")).IsProbleem(422, "onjuiste-invoer");
        await Zaakloop.Gelukt(huis.Post(wie, $"/v1/scans/{scan}/terugkoppeling", """{"hielp":"nee"}"""));
        await Zaakloop.Gelukt(huis.Post(wie, $"/v1/scans/{scan}/terugkoppeling", """{"hielp":"ja","tekst":"Zeg eerder wat het kost."}"""));
        var oordelen = await Zaakloop.Gelukt(huis.Haal(huis.Medewerker(Rol.Regelbeheerder), "/v1/terugkoppelingen"));
        // The last word of a scan, and nothing by which to know whose.
        var oordeel = Assert.Single(
            oordelen.Inhoud.EnumerateArray(),
            o => o.TryGetProperty("tekst", out var tekst) && tekst.GetString() == "Zeg eerder wat het kost."
        );
        Assert.Equal("ja", oordeel.GetProperty("hielp").GetString());
        Assert.DoesNotContain(scan, oordelen.Tekst, StringComparison.Ordinal);
        Assert.DoesNotContain(kvkNummer, oordelen.Tekst, StringComparison.Ordinal);

        Assert.False((await Zaakloop.Gelukt(huis.Haal(wie, $"/v1/scans/{scan}/plan"))).Inhoud.GetProperty("vastgesteld").GetBoolean());
        (await huis.Post(wie, $"/v1/scans/{scan}/plan/vaststelling")).IsProbleem(409, "geen-plan");
        await Zaakloop.Gelukt(huis.Put(wie, $"/v1/scans/{scan}/plan", Plan.Replace("\"D5\"", "\"D9\"", StringComparison.Ordinal)));
        (await huis.Post(wie, $"/v1/scans/{scan}/plan/vaststelling")).IsProbleem(422, "onjuiste-invoer");
        await Zaakloop.Gelukt(huis.Put(wie, $"/v1/scans/{scan}/plan", Plan));
        await Zaakloop.Gelukt(huis.Post(wie, $"/v1/scans/{scan}/plan/vaststelling"));
        (await huis.Put(wie, $"/v1/scans/{scan}/plan", Plan)).IsProbleem(409, "plan-vastgesteld");
        Assert.StartsWith("%PDF", (await Zaakloop.Gelukt(huis.Haal(wie, $"/v1/scans/{scan}/plan/pdf"))).Tekst, StringComparison.Ordinal);

        await _loop.Ingeschreven(wie, kvkNummer);
        var zaak = await _loop.Ingediend(await _loop.Tijdvak(), wie);
        Assert.Equal(0, Lengte((await Zaakloop.Gelukt(huis.Haal(Mensen.Beoordelaar, $"/v1/aanvragen/{zaak}"))).Inhoud, "scans"));
        await Zaakloop.Gelukt(huis.Post(wie, $"/v1/scans/{scan}/koppeling", $$"""{"zaaknummer":"{{zaak}}"}"""));
        await huis.Stil();
        var bewijs = (await Zaakloop.Gelukt(huis.Haal(Mensen.Beoordelaar, $"/v1/aanvragen/{zaak}"))).Inhoud.GetProperty("scans")[0];
        Assert.Equal(
            ("bouwstenen-1", 12, 12, true, rapport.GetProperty("hash").GetString()),
            (
                bewijs.GetProperty("instrument").GetString(),
                bewijs.GetProperty("gevraagd").GetInt32(),
                bewijs.GetProperty("beantwoord").GetInt32(),
                bewijs.GetProperty("leiding").GetBoolean(),
                bewijs.GetProperty("rapporthash").GetString()
            )
        );
    }

    [Fact]
    public async Task What_the_works_council_says_is_told_anew_until_the_scan_is_closed()
    {
        var (wie, _) = huis.Ondernemer();
        var gestart = await Zaakloop.Gelukt(huis.Post(wie, "/v1/scans", """{"gevraagd":6,"ondernemingsraad":"nog-niet"}"""));
        var scan = gestart.Veld("scan");
        var code = $$"""{"code":"{{gestart.Inhoud.GetProperty("codes")[0].GetString()}}"}""";
        var begonnen = await Zaakloop.Gelukt(huis.Post(null, $"/v1/scans/{scan}/vragenlijst", code));
        Assert.Equal("nog-niet", begonnen.Veld("ondernemingsraad"));
        Assert.Equal("nog-niet", (await Zaakloop.Gelukt(huis.Haal(wie, $"/v1/scans/{scan}"))).Veld("ondernemingsraad"));

        const string Ingestemd = """{"ondernemingsraad":"ingestemd","raadOp":"2026-03-05"}""";
        await Zaakloop.Gelukt(huis.Post(wie, $"/v1/scans/{scan}/ondernemingsraad", Ingestemd));
        var eigen = $$"""{"code":"{{begonnen.Veld("code")}}"}""";
        var lijst = await Zaakloop.Gelukt(huis.Post(null, $"/v1/scans/{scan}/vragenlijst", eigen));
        Assert.Equal(("ingestemd", "2026-03-05"), (lijst.Veld("ondernemingsraad"), lijst.Veld("raadOp")));
        Assert.Contains("tot de scan sluit", lijst.Inhoud.GetProperty("bewaring").GetProperty("nl").GetString(), StringComparison.Ordinal);

        (await huis.Post(wie, $"/v1/scans/{scan}/ondernemingsraad", """{"ondernemingsraad":"misschien"}""")).IsProbleem(
            422,
            "onjuiste-invoer"
        );
        (await huis.Post(Mensen.Bram, $"/v1/scans/{scan}/ondernemingsraad", Ingestemd)).IsProbleem(404, "niet-gevonden");
        await Zaakloop.Gelukt(huis.Post(wie, $"/v1/scans/{scan}/afbreking"));
        (await huis.Post(wie, $"/v1/scans/{scan}/ondernemingsraad", Ingestemd)).IsProbleem(409, "scan-gesloten");
    }

    [Fact]
    public async Task No_scan_starts_with_questions_that_were_changed_after_they_were_used()
    {
        // No other test uses this one.
        const string Start = """{"gevraagd":6,"instrument":"lerend-innovatief-1"}""";
        const string Van = "leercultuurscans.mt_doc_instrumentgebruik where id = 'lerend-innovatief-1'";
        await Zaakloop.Gelukt(huis.Post(Mensen.Anna, "/v1/scans", Start));
        Assert.Equal(1L, await huis.Tel($"select count(*) from {Van}"));
        await Zaakloop.Gelukt(huis.Post(Mensen.Anna, "/v1/scans", Start));

        await huis.Voer(
            """update leercultuurscans.mt_doc_instrumentgebruik set data = jsonb_set(data, '{hash}', '"anders"') where id = 'lerend-innovatief-1'"""
        );
        (await huis.Post(Mensen.Anna, "/v1/scans", Start)).IsProbleem(409, "vragenlijst-veranderd");
        await Zaakloop.Gelukt(huis.Post(Mensen.Anna, "/v1/scans", """{"gevraagd":6}"""));
        await huis.Voer($"delete from {Van}");
    }

    [Fact]
    public async Task Who_begins_a_campaign_never_sees_a_report_of_one_firm()
    {
        var begonnen = await Zaakloop.Gelukt(huis.Post(Mensen.Anna, "/v1/campagnes", """{"naam":"Bouw leert","uitleg":"Doe mee."}"""));
        var campagne = begonnen.Veld("campagne");
        var nodiging = await Zaakloop.Gelukt(huis.Haal(null, $"/v1/campagnes/{campagne}/uitnodiging"));
        Assert.Equal("Bouw leert", nodiging.Veld("naam"));

        var gestart = await Zaakloop.Gelukt(huis.Post(Mensen.Bram, "/v1/scans", $$"""{"gevraagd":6,"campagne":"{{campagne}}"}"""));
        (await huis.Haal(Mensen.Anna, $"/v1/scans/{gestart.Veld("scan")}")).IsProbleem(404, "niet-gevonden");
        var beeld = (await Zaakloop.Gelukt(huis.Haal(Mensen.Anna, $"/v1/campagnes/{campagne}"))).Inhoud;
        // One joined: in steps of five that is none.
        Assert.Equal(
            (0, 0, false),
            (beeld.GetProperty("scans").GetInt32(), beeld.GetProperty("rapporten").GetInt32(), beeld.TryGetProperty("samen", out _))
        );

        var regel = (await Zaakloop.Gelukt(huis.Haal(Mensen.Anna, "/v1/campagnes"))).Inhoud.EnumerateArray().Single(c => Is(c, campagne));
        Assert.Equal(
            ("Bouw leert", 0, 0),
            (regel.GetProperty("naam").GetString(), regel.GetProperty("scans").GetInt32(), regel.GetProperty("rapporten").GetInt32())
        );
        Assert.False(regel.GetProperty("gesloten").GetBoolean());
        // Five and more; of reports only those by the questions of the campaign.
        for (var i = 0; i < 4; i++)
        {
            await Zaakloop.Gelukt(huis.Post(Mensen.Bram, "/v1/scans", $$"""{"gevraagd":6,"campagne":"{{campagne}}"}"""));
        }
        await huis.Voer(
            $$"""
            insert into leercultuurscans.rapportcijfer (scan, reeks, kvk_nummer, op, campagne, antwoorden, codes, scores)
            select '{{campagne}}' || i, case when i <= 6 then 'kernvragen-1' else 'bouwstenen-1' end, 'firma' || i, '2001-01-01', '{{campagne}}', 6, '{}', '{}'
            from generate_series(1, 12) i
            """
        );
        regel = (await Zaakloop.Gelukt(huis.Haal(Mensen.Anna, "/v1/campagnes"))).Inhoud.EnumerateArray().Single(c => Is(c, campagne));
        Assert.Equal((5, 5), (regel.GetProperty("scans").GetInt32(), regel.GetProperty("rapporten").GetInt32()));
        // Who joined it did not begin it.
        Assert.DoesNotContain(campagne, (await Zaakloop.Gelukt(huis.Haal(Mensen.Bram, "/v1/campagnes"))).Tekst, StringComparison.Ordinal);
        (await huis.Haal(null, "/v1/campagnes")).IsProbleem(401, "niet-aangemeld");
        (await huis.Haal(Mensen.Beoordelaar, "/v1/campagnes")).IsProbleem(403, "niet-bevoegd");

        await Zaakloop.Gelukt(huis.Post(Mensen.Anna, $"/v1/campagnes/{campagne}/sluiting"));
        var lijst = (await Zaakloop.Gelukt(huis.Haal(Mensen.Anna, "/v1/campagnes"))).Inhoud;
        Assert.True(lijst.EnumerateArray().Single(c => Is(c, campagne)).GetProperty("gesloten").GetBoolean());
        (await huis.Post(Mensen.Bram, "/v1/scans", $$"""{"gevraagd":6,"campagne":"{{campagne}}"}""")).IsProbleem(422, "onjuiste-invoer");
    }

    [Fact]
    public async Task A_QuickScan_gives_a_picture_at_once_and_counts_once_after_yes()
    {
        var lijst = await Zaakloop.Gelukt(huis.Haal(null, "/v1/quickscans/vragenlijst"));
        var formulier = lijst.Veld("formulier");
        const string Invulling =
            """{"antwoorden":{"D1":[3,4],"D2":[1,2],"D3":[3,4],"D4":[3,4],"D5":[3,4],"D6":[3,4]},"fase":"willen","rol":"ondernemer"}""";

        var beeld = (await Zaakloop.Gelukt(huis.Post(null, "/v1/quickscans/beeld", Invulling))).Inhoud;
        Assert.Equal((6, 3), (Lengte(beeld, "dimensies"), Lengte(beeld, "doen")));
        foreach (var taal in (string[])["", "?taal=en"])
        {
            Assert.StartsWith(
                "%PDF",
                (await Zaakloop.Gelukt(huis.Post(null, $"/v1/quickscans/pdf{taal}", Invulling))).Tekst,
                StringComparison.Ordinal
            );
        }
        Assert.Equal(0L, await huis.Tel("select count(*) from leercultuurscans.quickscan"));

        string Tel(bool ja) => $$"""{"formulier":"{{formulier}}","telMee":{{(ja ? "true" : "false")}},"invulling":{{Invulling}} }""";
        Assert.False((await Zaakloop.Gelukt(huis.Post(null, "/v1/quickscans", Tel(false)))).Inhoud.GetProperty("teltMee").GetBoolean());
        Assert.Equal(0L, await huis.Tel("select count(*) from leercultuurscans.quickscan"));
        Assert.True((await Zaakloop.Gelukt(huis.Post(null, "/v1/quickscans", Tel(true)))).Inhoud.GetProperty("teltMee").GetBoolean());
        (await huis.Post(null, "/v1/quickscans", Tel(true))).IsProbleem(409, "niet-geteld");
        Assert.Equal(1L, await huis.Tel("select count(*) from leercultuurscans.quickscan"));
        Assert.Equal(0, (await Zaakloop.Gelukt(huis.Haal(null, "/v1/quickscans/resultaten"))).Inhoud.GetProperty("aantal").GetInt32());
        Assert.Equal(1L, await huis.Tel("select count(*) from leercultuurscans.quickscan where instrument = 'kernvragen-1'"));
        // A form that was used was written together with what it counted; not any more after the night, and it still counts once.
        await using (var diensten = huis.Diensten())
        {
            await diensten.ServiceProvider.GetRequiredService<Restenopruimen>().Voer(TestContext.Current.CancellationToken);
        }
        Assert.Equal(
            0L,
            await huis.Tel(
                "select count(*) from leercultuurscans.quickscan q join leercultuurscans.quickscanformulier f on f.xmin = q.xmin"
            )
        );
        (await huis.Post(null, "/v1/quickscans", Tel(true))).IsProbleem(409, "niet-geteld");
        Assert.Contains(
            "totEnMet;kenmerk;",
            (await Zaakloop.Gelukt(huis.Haal(null, "/v1/quickscans/resultaten.csv"))).Tekst,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Everyone_reads_the_dashboard_and_the_catalogue_and_a_scheme_manager_writes_them()
    {
        var dashboard = (await Zaakloop.Gelukt(huis.Haal(null, "/v1/dashboard"))).Inhoud;
        var eerste = dashboard.GetProperty("indicatoren")[0].GetProperty("indicator");
        Assert.Contains(
            eerste.GetProperty("id").GetString()!,
            (await Zaakloop.Gelukt(huis.Haal(null, "/v1/dashboard.csv"))).Tekst,
            StringComparison.Ordinal
        );
        await Zaakloop.Gelukt(huis.Haal(null, "/v1/dashboard/verleningen.csv"));

        var beheerder = huis.Medewerker(Rol.Regelbeheerder);
        var nieuw = JsonSerializer.SerializeToNode(eerste)!.AsObject();
        nieuw["id"] = "informeel-leren-doel";
        nieuw["status"] = "concept";
        await Zaakloop.Gelukt(huis.Put(beheerder, "/v1/indicatoren/informeel-leren-doel", $$"""{"indicator":{{nieuw.ToJsonString()}} }"""));
        Assert.Equal(
            "concept",
            (await Zaakloop.Gelukt(huis.Haal(null, "/v1/indicatoren/informeel-leren-doel")))
                .Inhoud.GetProperty("indicator")
                .GetProperty("status")
                .GetString()
        );
        (await huis.Put(Mensen.Anna, "/v1/indicatoren/x", $$"""{"indicator":{{nieuw.ToJsonString()}} }""")).IsProbleem(403, "niet-bevoegd");

        var intervisie = (await Zaakloop.Gelukt(huis.Haal(null, "/v1/interventies/intervisie"))).Inhoud;
        var ander = JsonSerializer.SerializeToNode(intervisie)!.AsObject();
        ander["actief"] = false;
        await Zaakloop.Gelukt(huis.Put(beheerder, "/v1/interventies/intervisie", $$"""{"interventie":{{ander.ToJsonString()}} }"""));
        Assert.DoesNotContain(
            "\"intervisie\"",
            (await Zaakloop.Gelukt(huis.Haal(null, "/v1/interventies?dimensie=D3"))).Tekst,
            StringComparison.Ordinal
        );
        ander["actief"] = true;
        await Zaakloop.Gelukt(huis.Put(beheerder, "/v1/interventies/intervisie", $$"""{"interventie":{{ander.ToJsonString()}} }"""));
    }

    private static bool Is(JsonElement regel, string campagne) => regel.GetProperty("campagne").GetString() == campagne;

    [Fact]
    public async Task Who_has_too_few_people_for_a_scan_gets_a_guide_for_a_talk()
    {
        Assert.Equal(6, Lengte((await Zaakloop.Gelukt(huis.Haal(null, "/v1/gespreksleidraad"))).Inhoud, "onderwerpen"));
        Assert.StartsWith("%PDF", (await Zaakloop.Gelukt(huis.Haal(null, "/v1/gespreksleidraad/pdf"))).Tekst, StringComparison.Ordinal);
    }

    /// <summary>A part that is added to the dashboard has a file too, or this says so; as JSON it is there by itself.</summary>
    [Fact]
    public async Task Every_part_of_the_dashboard_can_be_had_as_CSV()
    {
        Dictionary<string, string> bestanden = new()
        {
            ["Indicatoren"] = "/v1/dashboard.csv",
            ["Scans"] = "/v1/dashboard/scans.csv",
            ["Sectoren"] = "/v1/dashboard/scans.csv",
            ["Ondernemers"] = "/v1/dashboard/ondernemers.csv",
            ["Verleningen"] = "/v1/dashboard/verleningen.csv",
        };
        Assert.Equal(typeof(DashboardTonen.Beeld).GetProperties().Select(p => p.Name).Order(), bestanden.Keys.Order());
        foreach (var bestand in bestanden.Values.Distinct())
        {
            var gelezen = await Zaakloop.Gelukt(huis.Haal(null, bestand));
            Assert.Equal((bestand, "text/csv"), (bestand, gelezen.Soort));
            Assert.Contains(';', gelezen.Tekst);
        }
    }

    /// <summary>Two scheme managers do not overwrite each other, and what is called the same is not the same thing.</summary>
    [Fact]
    public async Task A_scheme_manager_writes_over_what_was_seen_only_and_a_name_may_be_both_an_indicator_and_an_intervention()
    {
        var beheerder = huis.Medewerker(Rol.Regelbeheerder);
        foreach (
            var (soort, pad, voorbeeld) in (IReadOnlyList<(string, string, string)>)
                [("indicator", "indicatoren", "betrokken"), ("interventie", "interventies", "oefenplek")]
        )
        {
            var gezien = await Zaakloop.Gelukt(huis.Haal(null, $"/v1/{pad}/{voorbeeld}"));
            Assert.Equal("0", gezien.Etag?.Trim('"'));
            var inhoud = JsonSerializer
                .SerializeToNode(soort == "indicator" ? gezien.Inhoud.GetProperty(soort) : gezien.Inhoud)!
                .AsObject();
            var eerste = await Zaakloop.Gelukt(huis.Put(beheerder, $"/v1/{pad}/{voorbeeld}", Verzoek(), ifMatch: gezien.Etag));
            (await huis.Put(beheerder, $"/v1/{pad}/{voorbeeld}", Verzoek(), ifMatch: gezien.Etag)).IsProbleem(412, "verouderd");
            Assert.Equal(eerste.Etag, (await Zaakloop.Gelukt(huis.Haal(null, $"/v1/{pad}/{voorbeeld}"))).Etag);
            await Zaakloop.Gelukt(huis.Put(beheerder, $"/v1/{pad}/{voorbeeld}", Verzoek(), ifMatch: eerste.Etag));

            inhoud["id"] = "beide-zo-genoemd";
            await Zaakloop.Gelukt(huis.Put(beheerder, $"/v1/{pad}/beide-zo-genoemd", Verzoek(), ifMatch: "\"0\""));
            await Zaakloop.Gelukt(huis.Haal(null, $"/v1/{pad}/beide-zo-genoemd"));

            string Verzoek() => $$"""{"{{soort}}":{{inhoud.ToJsonString()}} }""";
        }
    }

    private static int Lengte(JsonElement van, string veld) => van.GetProperty(veld).GetArrayLength();

    private static string Antwoord(string code, int i) =>
        $$"""{"code":"{{code}}","antwoorden":{ {{Lijst}} },"wilBeter":["D5"],"kenmerken":{"team":"{{(i < 6 ? "T01" : "T02")}}"} }""";

    private static string Lijst { get; } = Onderdelen();

    private static string Leiding { get; } =
        $$"""{"antwoorden":{ {{Onderdelen()}} },"volgorde":["D5"],"fase":"kunnen","belemmeringen":["tijd"],"drijfveren":["kwaliteit"],"akkoord":true}""";

    private static string Onderdelen()
    {
        var tekst = new StringBuilder();
        for (var i = 1; i <= 6; i++)
        {
            tekst.Append(tekst.Length == 0 ? "" : ",").Append(CultureInfo.InvariantCulture, $"\"D{i}\":[3,4],\"B{i}\":[3,4,3,4]");
        }
        return tekst.ToString();
    }
}
