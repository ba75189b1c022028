using System.Text.Json;
using SlimRegeling.Platform.Identiteit;

namespace SlimRegeling.Api.Tests;

/// <summary>Many proposals signed as one act: each has the answer it would have had alone, and nobody signs what they may not.</summary>
public sealed class OndertekenenTests(Apihuis huis)
{
    private const string Bulk = "/v1/ondertekeningen";

    private readonly Zaakloop _loop = new(huis);

    [Fact]
    public async Task Each_case_has_its_own_answer_and_what_one_refuses_takes_nothing_from_another()
    {
        var metBelang = huis.Medewerker(Rol.Medeondertekenaar);
        var zaken = await Voorgelegd(Mensen.Beoordelaar, Mensen.Beoordelaar, Mensen.Beoordelaar);
        var hashes = new Dictionary<string, string>();
        foreach (var zaak in zaken)
        {
            hashes[zaak] = await Hash(zaak);
        }
        await Zaakloop.Gelukt(huis.Post(metBelang, $"/v1/aanvragen/{zaken[0]}/belang"));
        (string Zaak, string Hash)[] gevraagd =
        [
            (zaken[0], hashes[zaken[0]]),
            (zaken[1], new string('0', 64)),
            (zaken[2], hashes[zaken[2]]),
            (zaken[2], hashes[zaken[2]]),
            ("SLIM-000000000A", hashes[zaken[2]]),
        ];

        var antwoord = await Zaakloop.Gelukt(Teken(metBelang, gevraagd));

        Assert.Equal(["eigen-belang", "ander-voorstel", null, "dubbel-genoemd", "niet-gevonden"], Codes(antwoord));
        Assert.Equal(
            [false, false, true, false, false],
            antwoord.Inhoud.EnumerateArray().Select(r => r.GetProperty("gelukt").GetBoolean())
        );
        Assert.Equal($"{zaken[2]}-V1", antwoord.Inhoud[2].GetProperty("besluit").GetString());
        Assert.Equal((0L, 0L, 1L), (await Besluiten(zaken[0]), await Besluiten(zaken[1]), await Besluiten(zaken[2])));
        // A second time nothing happens again, and a colleague signs the rest.
        Assert.Equal(["al-besloten"], Codes(await Zaakloop.Gelukt(Teken(Mensen.Medeondertekenaar, (zaken[2], hashes[zaken[2]])))));
        var rest = await Zaakloop.Gelukt(Teken(Mensen.Medeondertekenaar, (zaken[0], hashes[zaken[0]]), (zaken[1], hashes[zaken[1]])));
        Assert.Equal([null, null], Codes(rest));
    }

    [Fact]
    public async Task Who_assessed_signs_nothing_of_it_in_bulk_either()
    {
        var zaken = await Voorgelegd(Mensen.Dubbel, Mensen.Beoordelaar);
        (string, string)[] gevraagd = [(zaken[0], await Hash(zaken[0])), (zaken[1], await Hash(zaken[1]))];

        var antwoord = await Zaakloop.Gelukt(Teken(Mensen.Dubbel, gevraagd));

        Assert.Equal(["zelf-beoordeeld", null], Codes(antwoord));
    }

    [Fact]
    public async Task Whoever_signs_at_once_in_bulk_and_alone_there_is_one_decision_of_each()
    {
        var zaken = await Voorgelegd(Mensen.Beoordelaar, Mensen.Beoordelaar, Mensen.Beoordelaar);
        (string Zaak, string Hash)[] alle = [.. await Task.WhenAll(zaken.Select(async z => (z, await Hash(z))))];

        var inBulk = Enumerable.Range(0, 4).Select(i => Teken(i % 2 == 0 ? Mensen.Medeondertekenaar : Mensen.Dubbel, alle)).ToList();
        var alleen = alle.Select(z =>
                huis.Post(Mensen.Dubbel, $"/v1/verleningen/{z.Zaak}/ondertekening", JsonSerializer.Serialize(new { hash = z.Hash }))
            )
            .ToList();
        await Task.WhenAll(inBulk.Concat(alleen));

        foreach (var (zaak, i) in zaken.Select((z, i) => (z, i)))
        {
            Assert.Equal(1, await Besluiten(zaak));
            var gelukt = (await alleen[i]).Status == 200 ? 1 : 0;
            foreach (var bulk in inBulk)
            {
                gelukt += (await bulk).Status == 200 && (await bulk).Inhoud[i].GetProperty("gelukt").GetBoolean() ? 1 : 0;
            }
            Assert.Equal(1, gelukt);
        }
    }

    [Fact]
    public async Task The_list_says_what_waits_and_who_cannot_sign_it_until_it_is_signed_or_sent_back()
    {
        var zaken = await Voorgelegd(Mensen.Dubbel, Mensen.Beoordelaar);

        var voorDubbel = (await Alles(Mensen.Dubbel)).ToDictionary(v => v.GetProperty("zaaknummer").GetString()!);
        Assert.Contains("zelf beoordeeld", voorDubbel[zaken[0]].GetProperty("waaromNiet").GetString(), StringComparison.Ordinal);
        Assert.False(voorDubbel[zaken[1]].TryGetProperty("waaromNiet", out _));
        Assert.Equal(await Hash(zaken[1]), voorDubbel[zaken[1]].GetProperty("hash").GetString());
        Assert.Equal(("verlenen", "11040.00"), (voorDubbel[zaken[1]].GetProperty("soort").GetString(), Subsidie(voorDubbel[zaken[1]])));

        await _loop.Verleend(zaken[1]);
        await Zaakloop.Gelukt(
            huis.Post(Mensen.Medeondertekenaar, $"/v1/verleningen/{zaken[0]}/terugzending", """{"reden":"De begroting klopt niet."}""")
        );
        var over = (await Alles(Mensen.Dubbel)).Select(v => v.GetProperty("zaaknummer").GetString());
        Assert.Empty(over.Intersect(zaken));

        static string? Subsidie(JsonElement regel) => regel.GetProperty("subsidie").GetString();
    }

    [Fact]
    public async Task A_place_that_is_no_case_and_a_page_that_is_too_long_are_refused()
    {
        (await huis.Haal(Mensen.Medeondertekenaar, $"{Bulk}?na=ergens")).IsProbleem(422, "onjuiste-invoer").NoemtVeld("na");
        (await huis.Haal(Mensen.Medeondertekenaar, $"{Bulk}?aantal=201")).IsProbleem(422, "onjuiste-invoer").NoemtVeld("aantal");
        await huis.Weigert(
            () => huis.Post(Mensen.Medeondertekenaar, Bulk, """{"zaken":[]}"""),
            a => a.IsProbleem(422, "onjuiste-invoer").NoemtVeld("zaken")
        );
    }

    [Fact]
    public async Task The_letter_is_seen_before_it_is_signed_and_nothing_is_sent_or_kept()
    {
        var tijdvak = await _loop.Tijdvak();
        var (wie, kvkNummer) = huis.Ondernemer();
        var zaak = await _loop.Ingediend(tijdvak, wie);
        await _loop.Ingeschreven(wie, kvkNummer);
        var pad = $"/v1/brieven/voorbeeld?zaaknummer={zaak}";
        (await huis.Haal(Mensen.Medeondertekenaar, pad)).IsProbleem(409, "geen-voorstel");
        await _loop.Gereserveerd(tijdvak, zaak);
        await _loop.Beoordeeld(zaak);
        var voor = await huis.Opgeslagen();

        var brief = (await Zaakloop.Gelukt(huis.Haal(Mensen.Medeondertekenaar, pad))).Inhoud;
        Assert.Equal("verlening", brief.GetProperty("soort").GetString());
        Assert.Equal(64, brief.GetProperty("sjabloonhash").GetString()!.Length);
        Assert.Contains(zaak, brief.GetProperty("kenmerk").GetString(), StringComparison.Ordinal);
        Assert.Contains("Bouwbedrijf", brief.GetProperty("adressering").GetRawText(), StringComparison.Ordinal);
        Assert.Contains("11.040,00", brief.GetProperty("blokken").GetRawText(), StringComparison.Ordinal);
        Assert.Equal(200, (await huis.Haal(Mensen.Beoordelaar, pad)).Status);
        (await huis.Haal(wie, pad)).IsProbleem(403, "niet-bevoegd");

        await huis.Stil();
        Assert.Equal(voor, await huis.Opgeslagen());
        Assert.Equal(0, await Besluiten(zaak));
        await _loop.Verleend(zaak);
        (await huis.Haal(Mensen.Medeondertekenaar, pad)).IsProbleem(409, "geen-voorstel");
    }

    /// <summary>For each of these assessors a case that they assessed, in one window.</summary>
    private async Task<string[]> Voorgelegd(params string[] beoordelaars)
    {
        var (tijdvak, van) = await _loop.Gesloten(beoordelaars.Length, "100000.00");
        string[] zaken = [.. van.Keys];
        foreach (var (zaak, beoordelaar) in zaken.Zip(beoordelaars))
        {
            await Zaakloop.Gelukt(huis.Post(beoordelaar, $"/v1/aanvragen/{zaak}/toewijzing"));
        }
        await Zaakloop.Gelukt(huis.Post(Mensen.Regelbeheerder, $"/v1/tijdvakken/{tijdvak}/lijst"));
        await huis.Stil();
        foreach (var (zaak, beoordelaar) in zaken.Zip(beoordelaars))
        {
            await _loop.Beoordeeld(zaak, beoordelaar);
        }
        return zaken;
    }

    private async Task<List<JsonElement>> Alles(string wie)
    {
        var alles = new List<JsonElement>();
        for (string? na = ""; na is not null; )
        {
            var blad = (await Zaakloop.Gelukt(huis.Haal(wie, $"{Bulk}?aantal=1&na={na}"))).Inhoud;
            alles.AddRange(blad.GetProperty("voorstellen").EnumerateArray());
            na = blad.TryGetProperty("volgende", out var volgende) ? volgende.GetString() : null;
        }
        return alles;
    }

    private async Task<string> Hash(string zaak) =>
        JsonSerializer.Deserialize<JsonElement>(await _loop.Voorstel(zaak)).GetProperty("hash").GetString()!;

    private Task<Gekregen> Teken(string wie, params (string Zaak, string Hash)[] zaken) =>
        huis.Post(wie, Bulk, JsonSerializer.Serialize(new { zaken = zaken.Select(z => new { zaaknummer = z.Zaak, hash = z.Hash }) }));

    private static IEnumerable<string?> Codes(Gekregen antwoord) =>
        antwoord.Inhoud.EnumerateArray().Select(r => r.TryGetProperty("code", out var code) ? code.GetString() : null);

    private Task<long> Besluiten(string zaak) =>
        huis.Tel($"select count(*) from verlening.mt_events where stream_id = '{zaak}' and type = 'subsidie-verleend'");
}
