using System.Text.Json;
using System.Text.Json.Nodes;
using SlimRegeling.Platform.Identiteit;

namespace SlimRegeling.Api.Tests;

/// <summary>The parties of a partnership confirm for themselves, and see nothing of each other.</summary>
public sealed class PartijenBevestigenTests(Apihuis huis)
{
    private const string Deel = """
        {"deel":{"naam":"De Plank","aandeelKosten":"50000.00","werkzamePersonen":40,"jaaromzet":"6000000.00","balanstotaal":"3000000.00",
         "sbiCodes":["1610"],"verklaringen":{"mkb":true,"deMinimis":{"soort":"geen"}}}}
        """;

    private readonly Zaakloop _loop = new(huis);

    /// <summary>A draft of a partnership: the hoofdaanvrager, a firm and a school, of which only number, role and kind are known yet.</summary>
    private sealed record Verband(
        string Zaak,
        string Hoofd,
        string HoofdKvk,
        string Firma,
        string FirmaKvk,
        string School,
        string SchoolKvk
    )
    {
        public string Uitnodiging => $"/v1/uitnodigingen/{Zaak}";
    }

    [Fact]
    public async Task A_party_fills_in_its_own_part_signs_it_and_the_whole_is_submitted()
    {
        var verband = await Begonnen();
        await Nodig(verband, verband.FirmaKvk);
        var lijst = (await Zaakloop.Gelukt(huis.Haal(verband.Firma, "/v1/uitnodigingen"))).Inhoud.GetProperty("uitnodigingen");
        Assert.Equal(verband.Zaak, Assert.Single(lijst.EnumerateArray()).GetProperty("zaaknummer").GetString());

        var leeg = await Zaakloop.Gelukt(huis.Haal(verband.Firma, verband.Uitnodiging));
        Assert.Equal(
            [
                "deel.aandeelKosten",
                "deel.werkzamePersonen",
                "deel.jaaromzet",
                "deel.balanstotaal",
                "deel.verklaringen.mkb",
                "deel.verklaringen.deMinimis.soort",
            ],
            leeg.Inhoud.GetProperty("fouten").EnumerateArray().Select(f => f.GetProperty("veld").GetString())
        );
        Assert.Equal("200000.00", leeg.Inhoud.GetProperty("gezamenlijk").GetProperty("kosten").GetString());
        (await Teken(verband.Firma, verband)).IsProbleem(422, "onjuiste-invoer");

        var opgeslagen = await Zaakloop.Gelukt(huis.Put(verband.Firma, verband.Uitnodiging, Deel, ifMatch: leeg.Etag));
        (await huis.Put(verband.Firma, verband.Uitnodiging, Deel, ifMatch: leeg.Etag)).IsProbleem(412, "verouderd");
        Assert.NotEqual(leeg.Etag, opgeslagen.Etag);
        await Zaakloop.Gelukt(Teken(verband.Firma, verband));
        Assert.Equal("bevestigd", await Stand(verband, verband.FirmaKvk));
        var concept = await Zaakloop.Gelukt(huis.Haal(verband.Hoofd, $"/v1/aanvragen/{verband.Zaak}/concept"));
        var partijen = concept.Inhoud.GetProperty("partijen");
        Assert.Equal("De Plank", partijen[1].GetProperty("naam").GetString());
        Assert.Equal(
            ("partij", verband.FirmaKvk),
            (partijen[1].GetProperty("rol").GetString(), partijen[1].GetProperty("kvkNummer").GetString())
        );

        // The school was not asked: it is said at its place, and stops nothing.
        await Schrijf(verband, f => f["partijen"]![2]!["aandeelKosten"] = "50000.00");
        var controle = (await Zaakloop.Gelukt(huis.Haal(verband.Hoofd, $"/v1/aanvragen/{verband.Zaak}/concept/controle"))).Inhoud;
        Assert.True(controle.GetProperty("indienbaar").GetBoolean());
        Assert.Equal(
            "/partijen/2",
            Assert.Single(controle.GetProperty("nietBevestigd").EnumerateArray()).GetProperty("plaats").GetString()
        );
        var bewijs = (await Zaakloop.Gelukt(huis.Post(verband.Hoofd, $"/v1/aanvragen/{verband.Zaak}/indiening"))).Inhoud;
        Assert.Equal([verband.SchoolKvk], bewijs.GetProperty("nietBevestigd").EnumerateArray().Select(k => k.GetString()));

        await huis.Stil();
        var na = (await Zaakloop.Gelukt(huis.Haal(verband.Firma, verband.Uitnodiging))).Inhoud;
        Assert.Equal("bevestigd", na.GetProperty("stand").GetString());
        Assert.True(na.TryGetProperty("ingediendOp", out _));
        (await huis.Put(verband.Firma, verband.Uitnodiging, Deel)).IsProbleem(409, "al-ingediend");
    }

    [Fact]
    public async Task A_signature_falls_away_when_the_part_changes_and_not_when_another_part_or_the_plan_does()
    {
        var verband = await Getekend();
        await Schrijf(verband, f => f["partijen"]![2]!["naam"] = "Houtcollege");
        Assert.Equal("bevestigd", await Stand(verband, verband.FirmaKvk));
        // Written another way it is the same.
        await Schrijf(verband, f => f["partijen"]![1]!["werkzamePersonen"] = 40.0m);
        Assert.Equal("bevestigd", await Stand(verband, verband.FirmaKvk));

        await Schrijf(verband, f => f["plan"]!["doelen"] = "andere doelen");
        var plan = (await Zaakloop.Gelukt(huis.Haal(verband.Firma, verband.Uitnodiging))).Inhoud;
        Assert.Equal("bevestigd", plan.GetProperty("stand").GetString());
        Assert.True(plan.GetProperty("planGewijzigd").GetBoolean());

        await Schrijf(verband, f => f["partijen"]![1]!["aandeelKosten"] = "60000.00");
        var vervallen = (await Zaakloop.Gelukt(huis.Haal(verband.Firma, verband.Uitnodiging))).Inhoud;
        Assert.Equal("uitgenodigd", vervallen.GetProperty("stand").GetString());
        Assert.True(vervallen.GetProperty("handtekeningVervallen").GetBoolean());
        await Zaakloop.Gelukt(Teken(verband.Firma, verband));
        Assert.Equal("bevestigd", await Stand(verband, verband.FirmaKvk));
    }

    [Fact]
    public async Task A_party_that_saves_the_same_again_stands_in_nobodys_way()
    {
        var verband = await Getekend();
        var gezien = (await Zaakloop.Gelukt(huis.Haal(verband.Hoofd, $"/v1/aanvragen/{verband.Zaak}/concept"))).Etag;

        await Zaakloop.Gelukt(huis.Put(verband.Firma, verband.Uitnodiging, Deel));

        Assert.Equal(gezien, (await Zaakloop.Gelukt(huis.Haal(verband.Hoofd, $"/v1/aanvragen/{verband.Zaak}/concept"))).Etag);
        Assert.Equal("bevestigd", await Stand(verband, verband.FirmaKvk));
    }

    [Fact]
    public async Task What_is_signed_is_what_was_read()
    {
        var verband = await Begonnen();
        await Nodig(verband, verband.FirmaKvk);
        await Zaakloop.Gelukt(huis.Put(verband.Firma, verband.Uitnodiging, Deel));
        var afdruk = (await Zaakloop.Gelukt(huis.Haal(verband.Firma, verband.Uitnodiging))).Veld("afdruk");
        await Schrijf(verband, f => f["partijen"]![1]!["aandeelKosten"] = "1.00");
        (await Bevestig(verband.Firma, verband, afdruk)).IsProbleem(409, "intussen-gewijzigd");
        (await huis.Post(verband.Firma, $"{verband.Uitnodiging}/bevestiging", $$"""{"akkoord":false,"afdruk":"{{afdruk}}"}""")).IsProbleem(
            422,
            "onjuiste-invoer"
        );
        Assert.Equal("uitgenodigd", await Stand(verband, verband.FirmaKvk));
    }

    [Fact]
    public async Task A_party_sees_no_figure_and_no_declaration_of_another_and_the_hoofdaanvrager_sees_all()
    {
        var verband = await Getekend();
        await Nodig(verband, verband.SchoolKvk);
        await Schrijf(
            verband,
            f => f["activiteiten"] = JsonNode.Parse("""[{"soort":"C","eigenUren":[{"uren":10,"brutojaarloon":"98765.00"}]}]""")
        );
        var school = await Zaakloop.Gelukt(huis.Haal(verband.School, verband.Uitnodiging));
        foreach (var geheim in (string[])["6000000.00", "3000000.00", "50000.00", "98765.00", "\"geen\"", "iban", "brutojaarloon"])
        {
            Assert.DoesNotContain(geheim, school.Tekst, StringComparison.Ordinal);
        }
        Assert.Contains("De Plank", school.Tekst, StringComparison.Ordinal);
        Assert.Contains("doelen", school.Tekst, StringComparison.Ordinal);
        Assert.Contains(
            "6000000.00",
            (await Zaakloop.Gelukt(huis.Haal(verband.Hoofd, $"/v1/aanvragen/{verband.Zaak}/concept"))).Tekst,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_party_comes_to_nothing_else_of_the_draft_and_a_neighbour_to_nothing()
    {
        var verband = await Begonnen();
        var ander = await Getekend();
        await Nodig(verband, verband.FirmaKvk);
        var (vreemde, vreemdeKvk) = huis.Ondernemer();

        foreach (var pad in (string[])["", "/concept", "/concept/controle", "/uitnodigingen"])
        {
            (await huis.Haal(verband.Firma, $"/v1/aanvragen/{verband.Zaak}{pad}")).IsProbleem(404, "niet-gevonden");
        }
        (await huis.Put(verband.Firma, $"/v1/aanvragen/{verband.Zaak}/concept", "{}")).IsProbleem(404, "niet-gevonden");
        (await huis.Post(verband.Firma, $"/v1/aanvragen/{verband.Zaak}/indiening")).IsProbleem(404, "niet-gevonden");
        (await huis.Post(verband.Firma, $"/v1/aanvragen/{verband.Zaak}/uitnodigingen", Nummer(verband.SchoolKvk))).IsProbleem(
            404,
            "niet-gevonden"
        );

        // Not invited yet, of another draft, of no draft, and the hoofdaanvrager of another and of this one.
        foreach (var wie in (string[])[verband.School, ander.Firma, vreemde, ander.Hoofd, verband.Hoofd])
        {
            (await huis.Haal(wie, verband.Uitnodiging)).IsProbleem(404, "niet-gevonden");
            (await huis.Put(wie, verband.Uitnodiging, Deel)).IsProbleem(404, "niet-gevonden");
            (await Bevestig(wie, verband, "x")).IsProbleem(404, "niet-gevonden");
            (await huis.Post(wie, $"{verband.Uitnodiging}/weigering")).IsProbleem(404, "niet-gevonden");
        }
        (await huis.Post(ander.Hoofd, $"/v1/aanvragen/{verband.Zaak}/uitnodigingen", Nummer(verband.SchoolKvk))).IsProbleem(
            404,
            "niet-gevonden"
        );
        (await huis.Post(ander.Hoofd, $"/v1/aanvragen/{verband.Zaak}/uitnodigingen/intrekking", Nummer(verband.FirmaKvk))).IsProbleem(
            404,
            "niet-gevonden"
        );
        (await huis.Post(verband.Hoofd, $"/v1/aanvragen/{verband.Zaak}/uitnodigingen", Nummer(vreemdeKvk))).IsProbleem(
            422,
            "onjuiste-invoer"
        );
        (await huis.Post(verband.Hoofd, $"/v1/aanvragen/{verband.Zaak}/uitnodigingen", Nummer(verband.HoofdKvk))).IsProbleem(
            422,
            "onjuiste-invoer"
        );
        // An adviser of the party does not sign for it.
        Assert.Equal(403, (await huis.Haal(huis.Gemachtigde(verband.FirmaKvk), verband.Uitnodiging)).Status);
        Assert.Equal(200, (await huis.Haal(huis.Namens(Rol.Partij, verband.FirmaKvk), verband.Uitnodiging)).Status);
    }

    [Fact]
    public async Task Who_is_withdrawn_or_taken_out_sees_nothing_more_and_who_refuses_can_be_asked_again()
    {
        var verband = await Getekend();
        await Zaakloop.Gelukt(huis.Post(verband.Hoofd, $"/v1/aanvragen/{verband.Zaak}/uitnodigingen/intrekking", Nummer(verband.FirmaKvk)));
        (await huis.Haal(verband.Firma, verband.Uitnodiging)).IsProbleem(404, "niet-gevonden");
        (await huis.Put(verband.Firma, verband.Uitnodiging, Deel)).IsProbleem(404, "niet-gevonden");
        Assert.Empty(await Mijn(verband.Firma));
        Assert.Equal("ingetrokken", await Stand(verband, verband.FirmaKvk));

        await Nodig(verband, verband.FirmaKvk);
        Assert.Equal("uitgenodigd", await Stand(verband, verband.FirmaKvk));
        await Zaakloop.Gelukt(huis.Post(verband.Firma, $"{verband.Uitnodiging}/weigering"));
        Assert.Equal("geweigerd", await Stand(verband, verband.FirmaKvk));
        (await huis.Put(verband.Firma, verband.Uitnodiging, Deel)).IsProbleem(409, "uitnodiging-geweigerd");
        await Nodig(verband, verband.FirmaKvk);
        await Zaakloop.Gelukt(Teken(verband.Firma, verband));

        await Schrijf(verband, f => f["partijen"]!.AsArray().RemoveAt(1));
        (await huis.Haal(verband.Firma, verband.Uitnodiging)).IsProbleem(404, "niet-gevonden");
        Assert.Empty(await Mijn(verband.Firma));
    }

    [Fact]
    public async Task After_the_closing_nobody_answers_any_more()
    {
        var verband = await Begonnen();
        await Nodig(verband, verband.FirmaKvk);
        huis.Klok.Vooruit(Zaakloop.Openstelling);
        Assert.Equal("verlopen", Assert.Single(await Mijn(verband.Firma)).GetProperty("stand").GetString());
        (await huis.Put(verband.Firma, verband.Uitnodiging, Deel)).IsProbleem(409, "tijdvak-gesloten");
        (await Bevestig(verband.Firma, verband, "x")).IsProbleem(409, "tijdvak-gesloten");
        (await huis.Post(verband.Hoofd, $"/v1/aanvragen/{verband.Zaak}/uitnodigingen", Nummer(verband.SchoolKvk))).IsProbleem(
            409,
            "tijdvak-gesloten"
        );
    }

    [Fact]
    public async Task The_whole_form_by_software_of_an_adviser_needs_no_confirmation()
    {
        var (hoofd, firma, school) = (huis.Ondernemer(), huis.Ondernemer(), huis.Ondernemer());
        var tijdvak = await Tijdvak();
        var zaak = (await Zaakloop.Gelukt(huis.Post(hoofd.Wie, "/v1/aanvragen", $$"""{"tijdvak":"{{tijdvak}}"}"""))).Veld("zaaknummer");
        await Zaakloop.Gelukt(
            huis.Put(
                hoofd.Wie,
                $"/v1/aanvragen/{zaak}/concept",
                Partnerschap.Formulier(
                    Partnerschap.Mkb(hoofd.KvkNummer),
                    Partnerschap.Mkb(firma.KvkNummer),
                    (school.KvkNummer, Partnerschap.School)
                )
            )
        );
        var controle = (await Zaakloop.Gelukt(huis.Haal(hoofd.Wie, $"/v1/aanvragen/{zaak}/concept/controle"))).Inhoud;
        Assert.False(controle.TryGetProperty("nietBevestigd", out _));
        var bewijs = (await Zaakloop.Gelukt(huis.Post(hoofd.Wie, $"/v1/aanvragen/{zaak}/indiening"))).Inhoud;
        Assert.False(bewijs.TryGetProperty("nietBevestigd", out _));
        (await huis.Post(hoofd.Wie, $"/v1/aanvragen/{zaak}/uitnodigingen", Nummer(firma.KvkNummer))).IsProbleem(409, "al-ingediend");
    }

    private Task<string> Tijdvak() => _loop.Tijdvak(volgorde: "binnenkomst", plafond: "10000000.00", type: "samenwerkingsverband");

    private async Task<Verband> Begonnen()
    {
        var (hoofd, firma, school) = (huis.Ondernemer(), huis.Ondernemer(), huis.Ondernemer());
        var tijdvak = await Tijdvak();
        var zaak = (await Zaakloop.Gelukt(huis.Post(hoofd.Wie, "/v1/aanvragen", $$"""{"tijdvak":"{{tijdvak}}"}"""))).Veld("zaaknummer");
        var verband = new Verband(zaak, hoofd.Wie, hoofd.KvkNummer, firma.Wie, firma.KvkNummer, school.Wie, school.KvkNummer);
        var formulier = JsonNode
            .Parse(
                Partnerschap.Formulier(
                    Partnerschap.Mkb(hoofd.KvkNummer),
                    Partnerschap.Mkb(firma.KvkNummer),
                    (school.KvkNummer, Partnerschap.School)
                )
            )!
            .AsObject();
        formulier["partijen"]![0]!["aandeelKosten"] = "100000.00";
        foreach (var i in (int[])[1, 2])
        {
            var partij = formulier["partijen"]![i]!.AsObject();
            foreach (var naam in (string[])["aandeelKosten", "werkzamePersonen", "jaaromzet", "balanstotaal", "sbiCodes", "verklaringen"])
            {
                partij.Remove(naam);
            }
        }
        await Zaakloop.Gelukt(huis.Put(hoofd.Wie, $"/v1/aanvragen/{zaak}/concept", formulier.ToJsonString()));
        return verband;
    }

    private async Task<Verband> Getekend()
    {
        var verband = await Begonnen();
        await Nodig(verband, verband.FirmaKvk);
        await Zaakloop.Gelukt(huis.Put(verband.Firma, verband.Uitnodiging, Deel));
        await Zaakloop.Gelukt(Teken(verband.Firma, verband));
        return verband;
    }

    private Task<Gekregen> Nodig(Verband verband, string kvkNummer) =>
        Zaakloop.Gelukt(huis.Post(verband.Hoofd, $"/v1/aanvragen/{verband.Zaak}/uitnodigingen", Nummer(kvkNummer)));

    /// <summary>Signs what can be read now.</summary>
    private async Task<Gekregen> Teken(string wie, Verband verband) =>
        await Bevestig(wie, verband, (await Zaakloop.Gelukt(huis.Haal(wie, verband.Uitnodiging))).Veld("afdruk"));

    private Task<Gekregen> Bevestig(string wie, Verband verband, string afdruk) =>
        huis.Post(wie, $"{verband.Uitnodiging}/bevestiging", $$"""{"akkoord":true,"afdruk":"{{afdruk}}"}""");

    private async Task Schrijf(Verband verband, Action<JsonNode> wijzig)
    {
        var concept = JsonNode.Parse((await Zaakloop.Gelukt(huis.Haal(verband.Hoofd, $"/v1/aanvragen/{verband.Zaak}/concept"))).Tekst)!;
        wijzig(concept);
        await Zaakloop.Gelukt(huis.Put(verband.Hoofd, $"/v1/aanvragen/{verband.Zaak}/concept", concept.ToJsonString()));
    }

    private async Task<string?> Stand(Verband verband, string kvkNummer) =>
        (await Zaakloop.Gelukt(huis.Haal(verband.Hoofd, $"/v1/aanvragen/{verband.Zaak}/uitnodigingen")))
            .Inhoud.GetProperty("uitnodigingen")
            .EnumerateArray()
            .Single(u => u.GetProperty("kvkNummer").GetString() == kvkNummer)
            .GetProperty("stand")
            .GetString();

    private async Task<IReadOnlyList<JsonElement>> Mijn(string wie) =>
        [.. (await Zaakloop.Gelukt(huis.Haal(wie, "/v1/uitnodigingen"))).Inhoud.GetProperty("uitnodigingen").EnumerateArray()];

    private static string Nummer(string kvkNummer) => $$"""{"kvkNummer":"{{kvkNummer}}"}""";
}
