using System.Text.Json;
using System.Text.Json.Nodes;

namespace SlimRegeling.Api.Tests;

/// <summary>An assessment on its way to a proposal: a draft that two can write, what it comes to, and the budget line by line.</summary>
public sealed class BeoordelingTests(Apihuis huis)
{
    private const string Adviesregel = "activiteiten[1].externeUren[0]";

    private readonly Zaakloop _loop = new(huis);

    [Fact]
    public async Task A_draft_is_kept_and_who_saves_over_another_is_told_who_it_was_and_loses_nothing()
    {
        var (zaak, _) = await Klaar();
        var pad = Concept(zaak);
        const string Eerste = """{"gronden":[{"code":"niet-haalbaar","uitkomst":"voldaan","argument":"Er is een planning."}]}""";
        const string Tweede = """{"gronden":[{"code":"niet-haalbaar","uitkomst":"nietVoldaan","argument":"Toch niet."}]}""";

        var bewaard = await Zaakloop.Gelukt(huis.Put(Mensen.Beoordelaar, pad, Eerste, ifMatch: "\"0\""));
        Assert.Equal("\"1\"", bewaard.Etag);
        (await huis.Put(Mensen.Beoordelaar, pad, Tweede, ifMatch: "\"0\"")).IsProbleem(412, "verouderd").Noemt(Mensen.Beoordelaar);
        Assert.Equal("Er is een planning.", Argument(await Werkblad(zaak)));
        await Zaakloop.Gelukt(huis.Put(Mensen.Beoordelaar, pad, Tweede, ifMatch: bewaard.Etag));

        var nu = await Werkblad(zaak);
        Assert.Equal("Toch niet.", Argument(nu));
        Assert.Equal(2, nu.GetProperty("concept").GetProperty("versie").GetInt64());
        Assert.True(nu.GetProperty("vanU").GetBoolean() && nu.GetProperty("kanNu").GetBoolean());

        static string? Argument(JsonElement werkblad) =>
            werkblad.GetProperty("concept").GetProperty("verzoek").GetProperty("gronden")[0].GetProperty("argument").GetString();
    }

    [Fact]
    public async Task Of_many_first_saves_at_once_one_is_kept_and_the_others_are_told()
    {
        var (zaak, _) = await Klaar();

        var antwoorden = await Task.WhenAll(
            Enumerable
                .Range(0, 12)
                .Select(i =>
                    huis.Put(
                        Mensen.Beoordelaar,
                        Concept(zaak),
                        $$"""{"gronden":[{"code":"niet-haalbaar","uitkomst":"voldaan","argument":"venster {{i}}"}]}""",
                        ifMatch: "\"0\""
                    )
                )
        );

        Assert.Single(antwoorden, a => a.Status == 200);
        Assert.All(antwoorden.Where(a => a.Status != 200), a => a.IsProbleem(412, "verouderd"));
        Assert.Equal(1, (await Werkblad(zaak)).GetProperty("concept").GetProperty("versie").GetInt64());
    }

    [Fact]
    public async Task Only_who_has_the_case_writes_in_it_and_the_draft_goes_when_the_proposal_is_there()
    {
        var (zaak, _) = await Klaar();
        (await huis.Put(Mensen.Dubbel, Concept(zaak), """{"gronden":[]}""")).IsProbleem(403, "van-andere-beoordelaar");
        (await huis.Put(Mensen.Medeondertekenaar, Concept(zaak), """{"gronden":[]}""")).IsProbleem(403, "niet-bevoegd");
        await Zaakloop.Gelukt(huis.Put(Mensen.Beoordelaar, Concept(zaak), """{"gronden":[]}"""));

        await _loop.Beoordeeld(zaak);

        var na = await Werkblad(zaak);
        Assert.False(na.GetProperty("kanNu").GetBoolean());
        // What the proposal rests on stands there in its place.
        Assert.Equal(0, na.GetProperty("concept").GetProperty("versie").GetInt64());
        Assert.NotEqual(0, na.GetProperty("concept").GetProperty("verzoek").GetProperty("gronden").GetArrayLength());
        (await huis.Put(Mensen.Beoordelaar, Concept(zaak), """{"gronden":[]}""")).IsProbleem(409, "al-beoordeeld");
        Assert.Equal(0, await huis.Tel($"select count(*) from aanvragen.mt_doc_beoordelingsconcept where id = '{zaak}'"));
    }

    [Fact]
    public async Task The_rules_compute_at_once_what_the_proposal_then_says_and_keep_nothing_of_it()
    {
        var (zaak, _) = await Klaar();
        var verzoek = await Verzoek(zaak, Wijzig(60));
        var voor = await huis.Opgeslagen();

        var leeg = await Proef(zaak, """{"gronden":[]}""");
        Assert.False(leeg.TryGetProperty("voorstel", out _));
        Assert.NotEqual(0, leeg.GetProperty("teOordelen").GetArrayLength());
        Assert.Equal("11040.00", leeg.GetProperty("subsidie").GetString());
        var proef = await Proef(zaak, verzoek);
        Assert.Equal("verlenen", proef.GetProperty("voorstel").GetString());
        Assert.Empty(proef.GetProperty("teOordelen").EnumerateArray());
        Assert.Equal(voor, await huis.Opgeslagen());
        Assert.Equal(0, (await Werkblad(zaak)).GetProperty("concept").GetProperty("versie").GetInt64());

        await Zaakloop.Gelukt(huis.Post(Mensen.Beoordelaar, $"/v1/aanvragen/{zaak}/beoordeling", verzoek));
        await huis.Stil();
        var beeld = await Zaakloop.Gelukt(huis.Haal(Mensen.Medeondertekenaar, $"/v1/verleningen/{zaak}"));
        var voorstel = beeld.Inhoud.GetProperty("voorstel");
        foreach (var veld in (string[])["subsidie", "voorschot", "subsidiabeleKosten"])
        {
            Assert.Equal(proef.GetProperty(veld).GetString(), voorstel.GetProperty(veld).GetString());
        }
        // 5 hours less at 120.00 with the surcharge of 15%, of which 60%.
        Assert.Equal("10626.00", voorstel.GetProperty("subsidie").GetString());
    }

    [Fact]
    public async Task The_decision_keeps_each_line_with_its_reason_and_the_applicant_reads_it_once_it_is_signed()
    {
        var (zaak, wie) = await Klaar();
        await Zaakloop.Gelukt(huis.Post(Mensen.Beoordelaar, $"/v1/aanvragen/{zaak}/beoordeling", await Verzoek(zaak, Wijzig(60))));
        await huis.Stil();
        var pad = $"/v1/aanvragen/{zaak}";

        var regel = Regel((await Zaakloop.Gelukt(huis.Haal(Mensen.Medeondertekenaar, pad))).Inhoud);
        Assert.Equal("gewijzigd", Veld(regel, "uitkomst"));
        Assert.Equal(("7800.00", "7200.00"), (Veld(regel, "gevraagdBedrag"), Veld(regel, "aanvaardBedrag")));
        Assert.Equal(("Het plan noemt 60 uur.", "2.14"), (Veld(regel, "reden"), Veld(regel, "artikel")));
        Assert.False((await Zaakloop.Gelukt(huis.Haal(wie, pad))).Inhoud.TryGetProperty("begroting", out _));
        Assert.Equal(0, await huis.Tel("select count(*) from aanvragen.mt_events where data::text like '%Het plan noemt 60 uur%'"));

        await _loop.Verleend(zaak);

        Assert.Equal("Het plan noemt 60 uur.", Veld(Regel((await Zaakloop.Gelukt(huis.Haal(wie, pad))).Inhoud), "reden"));

        static JsonElement Regel(JsonElement aanvraag) =>
            aanvraag.GetProperty("begroting").EnumerateArray().Single(r => Veld(r, "regel") == Adviesregel);

        static string? Veld(JsonElement van, string naam) => van.GetProperty(naam).GetString();
    }

    [Fact]
    public async Task More_than_was_asked_is_refused_at_the_line_in_the_preview_and_in_the_proposal()
    {
        var (zaak, _) = await Klaar();
        var verzoek = await Verzoek(zaak, Wijzig(70));

        foreach (var pad in (string[])["beoordeling/proef", "beoordeling"])
        {
            await huis.Weigert(
                () => huis.Post(Mensen.Beoordelaar, $"/v1/aanvragen/{zaak}/{pad}", verzoek),
                a => a.IsProbleem(422, "onjuiste-invoer").NoemtVeld("regels[0].nieuw")
            );
        }
    }

    [Fact]
    public async Task What_was_done_is_shown_as_of_any_moment_with_who_did_it()
    {
        var (zaak, wie) = await Klaar();
        var pad = $"/v1/aanvragen/{zaak}/verloop";
        var alles = (await Zaakloop.Gelukt(huis.Haal(Mensen.Beoordelaar, pad))).Inhoud.EnumerateArray().ToList();

        Assert.Equal(
            ["aanvraag-ingediend", "aanvraag-volledig", "aanvraag-toegewezen"],
            alles.Select(s => s.GetProperty("wat").GetString()).Take(3)
        );
        Assert.Equal(wie, alles[0].GetProperty("wie").GetString());
        Assert.Equal(Mensen.Beoordelaar, alles[2].GetProperty("wie").GetString());
        Assert.Contains(alles, s => s.GetProperty("wie").GetString() == "systeem");
        var toen = Uri.EscapeDataString(alles[0].GetProperty("op").GetString()!);
        var eerst = (await Zaakloop.Gelukt(huis.Haal(Mensen.Beoordelaar, $"{pad}?op={toen}"))).Inhoud.EnumerateArray().ToList();
        Assert.InRange(eerst.Count, 1, alles.Count - 1);
        Assert.DoesNotContain(eerst, s => s.GetProperty("wie").GetString() == "systeem");
        (await huis.Haal(Mensen.Beoordelaar, $"{pad}?op=gisteren")).IsProbleem(422, "onjuiste-invoer").NoemtVeld("op");
    }

    [Fact]
    public async Task Other_cases_of_the_enterprise_stand_beside_it_and_those_of_others_do_not()
    {
        var wie = huis.Ondernemer().Wie;
        var eerder = await _loop.Ingediend(await _loop.Tijdvak(), wie);
        var zaak = await _loop.Ingediend(await _loop.Tijdvak(), wie);
        var vreemd = await _loop.Ingediend(await _loop.Tijdvak(), huis.Ondernemer().Wie);

        var verwant = (await Zaakloop.Gelukt(huis.Haal(Mensen.Beoordelaar, $"/v1/aanvragen/{zaak}/verwant"))).Inhoud;

        var regel = Assert.Single(verwant.EnumerateArray());
        Assert.Equal((eerder, "aanvrager"), (regel.GetProperty("zaaknummer").GetString(), regel.GetProperty("via").GetString()));
        Assert.DoesNotContain(vreemd, verwant.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_group_is_found_from_each_of_its_members_also_by_one_who_declared_nothing()
    {
        var (moeder, dochter, zus, nicht) = (huis.Ondernemer(), huis.Ondernemer(), huis.Ondernemer(), huis.Ondernemer());
        var vanMoeder = await Verbonden(moeder.Wie, dochter.KvkNummer);
        var vanDochter = await Verbonden(dochter.Wie);
        var vanZus = await Verbonden(zus.Wie, moeder.KvkNummer);
        var vreemd = await Verbonden(nicht.Wie, huis.Ondernemer().KvkNummer);

        foreach (
            var (zaak, anderen) in ((string, string[])[])
                [(vanDochter, [vanMoeder, vanZus]), (vanMoeder, [vanDochter, vanZus]), (vanZus, [vanDochter, vanMoeder]), (vreemd, [])]
        )
        {
            var verwant = (await Zaakloop.Gelukt(huis.Haal(Mensen.Beoordelaar, $"/v1/aanvragen/{zaak}/verwant"))).Inhoud;
            Assert.Equal(
                anderen.Order(StringComparer.Ordinal),
                verwant.EnumerateArray().Select(r => r.GetProperty("zaaknummer").GetString()).Order(StringComparer.Ordinal)
            );
            Assert.All(verwant.EnumerateArray(), r => Assert.Equal("verbonden", r.GetProperty("via").GetString()));
        }

        async Task<string> Verbonden(string wie, params string[] met)
        {
            var zaak = await _loop.Concept(await _loop.Tijdvak(), wie);
            var formulier = Zaakloop.Formulier.Replace(
                "\"sbiCodes\"",
                $"\"verbondenMet\":{JsonSerializer.Serialize(met)},\"sbiCodes\"",
                StringComparison.Ordinal
            );
            await Zaakloop.Gelukt(huis.Put(wie, $"/v1/aanvragen/{zaak}/concept", formulier));
            await Zaakloop.Gelukt(huis.Post(wie, $"/v1/aanvragen/{zaak}/indiening"));
            return zaak;
        }
    }

    [Fact]
    public async Task Texts_to_use_again_are_written_by_assessors_with_all_their_versions()
    {
        const string Onderwerp = "niet-haalbaar";
        var titel = $"Titel {string.Concat(Guid.NewGuid().ToString("N").Where(char.IsAsciiLetter))}";
        (await huis.Post(Mensen.Medeondertekenaar, "/v1/standaardteksten", Tekst("a"))).IsProbleem(403, "niet-bevoegd");
        await huis.Weigert(
            () => huis.Post(Mensen.Beoordelaar, "/v1/standaardteksten", Tekst("Zie zaak SLIM-71ZCH67ZP3.")),
            a => a.IsProbleem(422, "onjuiste-invoer").NoemtVeld("tekst")
        );

        var gemaakt = await Zaakloop.Gelukt(huis.Post(Mensen.Beoordelaar, "/v1/standaardteksten", Tekst("De planning ontbreekt.")));
        Assert.Equal(201, gemaakt.Status);
        var pad = $"/v1{gemaakt.Locatie![gemaakt.Locatie!.IndexOf("/standaardteksten", StringComparison.Ordinal)..]}";
        var gezien = (await Zaakloop.Gelukt(huis.Haal(Mensen.Dubbel, pad))).Etag;
        await Zaakloop.Gelukt(huis.Put(Mensen.Dubbel, pad, Tekst("De planning is niet haalbaar."), ifMatch: gezien));
        Assert.Equal(412, (await huis.Put(Mensen.Beoordelaar, pad, Tekst("Van twee kanten."), ifMatch: gezien)).Status);

        var beeld = (await Zaakloop.Gelukt(huis.Haal(Mensen.Medeondertekenaar, pad))).Inhoud.GetProperty("uitgaven");
        Assert.Equal(
            [(2, "De planning is niet haalbaar.", Mensen.Dubbel), (1, "De planning ontbreekt.", Mensen.Beoordelaar)],
            beeld
                .EnumerateArray()
                .Select(u => (u.GetProperty("uitgave").GetInt32(), u.GetProperty("tekst").GetString()!, u.GetProperty("door").GetString()!))
        );
        Assert.Contains(titel, (await Lijst(Onderwerp)).GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain(titel, (await Lijst("commercieel-doel")).GetRawText(), StringComparison.Ordinal);
        await Zaakloop.Gelukt(huis.Post(Mensen.Beoordelaar, $"{pad}/intrekking"));
        Assert.DoesNotContain(titel, (await Lijst(Onderwerp)).GetRawText(), StringComparison.Ordinal);

        string Tekst(string tekst) =>
            JsonSerializer.Serialize(
                new
                {
                    onderwerp = Onderwerp,
                    titel,
                    tekst,
                }
            );

        async Task<JsonElement> Lijst(string over) =>
            (await Zaakloop.Gelukt(huis.Haal(Mensen.Beoordelaar, $"/v1/standaardteksten?onderwerp={over}"))).Inhoud.GetProperty("teksten");
    }

    /// <summary>A case that can be assessed, of an enterprise of its own.</summary>
    private async Task<(string Zaak, string Wie)> Klaar()
    {
        var wie = huis.Ondernemer().Wie;
        var tijdvak = await _loop.Tijdvak();
        var zaak = await _loop.Ingediend(tijdvak, wie);
        await _loop.Gereserveerd(tijdvak, zaak);
        return (zaak, wie);
    }

    private async Task<JsonElement> Werkblad(string zaak) =>
        (await Zaakloop.Gelukt(huis.Haal(Mensen.Beoordelaar, $"/v1/aanvragen/{zaak}/beoordeling"))).Inhoud;

    private async Task<JsonElement> Proef(string zaak, string verzoek) =>
        (await Zaakloop.Gelukt(huis.Post(Mensen.Beoordelaar, $"/v1/aanvragen/{zaak}/beoordeling/proef", verzoek))).Inhoud;

    /// <summary>Every ground met, with these judgments on lines.</summary>
    private async Task<string> Verzoek(string zaak, JsonNode regels)
    {
        var verzoek = JsonNode.Parse(await _loop.Oordelen(zaak))!.AsObject();
        verzoek["regels"] = regels;
        return verzoek.ToJsonString();
    }

    private static JsonArray Wijzig(int uren) =>
        [
            new JsonObject
            {
                ["regel"] = Adviesregel,
                ["uitkomst"] = "gewijzigd",
                ["nieuw"] = new JsonObject { ["uren"] = uren },
                ["reden"] = "Het plan noemt 60 uur.",
                ["artikel"] = "2.14",
            },
        ];

    private static string Concept(string zaak) => $"/v1/aanvragen/{zaak}/beoordeling/concept";
}
