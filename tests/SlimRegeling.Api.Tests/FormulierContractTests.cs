using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using Json.Schema;
using SlimRegeling.Api.Tests.Formulieren;
using SlimRegeling.Regels;

namespace SlimRegeling.Api.Tests;

/// <summary>
/// The form that is served is the form that is taken: instances made from the schema are saved, checked and submitted, and what the schema does
/// not allow is refused at its place. For the windows of every rule version and applicant type.
/// </summary>
public sealed class FormulierContractTests(Apihuis huis)
{
    private readonly Zaakloop _loop = new(huis);

    public static TheoryData<string, string> Soorten =>
        [.. Regelboek.Laad().SelectMany(v => v.Aanvragertypen.Select(t => new TheoryDataRow<string, string>(v.Id, t)))];

    [Theory]
    [MemberData(nameof(Soorten))]
    public async Task What_the_schema_allows_is_taken_unless_a_rule_says_no(string versie, string type)
    {
        var (tijdvak, schema) = await Formulier(versie, type);
        var lezer = Lezer(schema);
        var ingediend = 0;
        // What is made at random can be refused by some rule twelve times; not sixty times.
        for (var keer = 0; ingediend == 0 && keer < 5; keer++)
        {
            await Gen.Select(Voorbeeldmaker.Formulier(schema), Gen.Int[0, 9])
                .SampleAsync(
                    async (voorbeeld, kans) =>
                    {
                        var (wie, kvkNummer) = huis.Ondernemer();
                        var zaak = await Begin(wie, tijdvak);
                        var formulier = Deze(voorbeeld, kvkNummer, metEigenRekening: kans > 0);
                        Voldoet(lezer, formulier);
                        await Zaakloop.Gelukt(Bewaar(wie, zaak, formulier));
                        if (type == Aanvragertype.Samenwerkingsverband && kans > 1)
                        {
                            Verdeel(formulier, (await Controle(wie, zaak)).Inhoud);
                            await Zaakloop.Gelukt(Bewaar(wie, zaak, formulier));
                        }
                        Voldoet(lezer, JsonNode.Parse((await Zaakloop.Gelukt(huis.Haal(wie, $"/v1/aanvragen/{zaak}/concept"))).Tekst)!);

                        var controle = (await Controle(wie, zaak)).Inhoud;
                        var fouten = Fouten(controle);
                        Assert.Equal(controle.GetProperty("indienbaar").GetBoolean(), fouten.Count == 0);
                        Assert.All(fouten, f => Assert.StartsWith("artikel ", f.Artikel, StringComparison.Ordinal));
                        var antwoord = await huis.Post(wie, $"/v1/aanvragen/{zaak}/indiening");
                        if (fouten.Count > 0)
                        {
                            antwoord.IsProbleem(422, "onjuiste-invoer");
                            Assert.Equal(fouten, Fouten(antwoord.Inhoud));
                            return;
                        }
                        Assert.True(antwoord.Status == 200, antwoord.Tekst);
                        var berekening = controle.GetProperty("berekening");
                        if (controle.GetProperty("aandachtspunten").GetArrayLength() == 0 && type != Aanvragertype.Samenwerkingsverband)
                        {
                            Assert.True(Bedrag(berekening, "subsidiebedrag") <= Bedrag(antwoord.Inhoud, "gevraagd"));
                        }
                        Interlocked.Increment(ref ingediend);
                    },
                    iter: 12,
                    threads: 1
                );
        }
        Assert.True(ingediend > 0, "None was accepted.");
    }

    [Theory]
    [MemberData(nameof(Soorten))]
    public async Task What_the_schema_does_not_allow_is_refused_at_its_place(string versie, string type)
    {
        var (tijdvak, schema) = await Formulier(versie, type);
        var lezer = Lezer(schema);
        var (wie, kvkNummer) = huis.Ondernemer();
        var zaak = await Begin(wie, tijdvak);
        await Gen.Select(Voorbeeldmaker.Formulier(schema), Gen.Int[0, 2])
            .SampleAsync(
                async (voorbeeld, begin) =>
                {
                    var formulier = Deze(voorbeeld, kvkNummer, metEigenRekening: true);
                    // Of each kind of thing one, wherever it stands; all windows together try each kind many times.
                    var soorten = Schending.Van(schema, formulier).GroupBy(s => (s.Wat, Naam(s.Pad))).Select(g => g.Last());
                    foreach (var (_, schending) in soorten.Index().Where(s => (s.Index + begin) % 3 == 0))
                    {
                        Assert.False(
                            lezer.Evaluate(JsonSerializer.SerializeToElement(schending.Formulier)).IsValid,
                            $"{schending.Pad}: the schema allows {schending.Wat}"
                        );
                        var antwoord = await Bewaar(wie, zaak, schending.Formulier);
                        if (antwoord.Status == 200)
                        {
                            Assert.Contains(Fouten((await Controle(wie, zaak)).Inhoud), f => OpZijnPlaats(f.Veld, schending.Pad));
                            antwoord = await huis.Post(wie, $"/v1/aanvragen/{zaak}/indiening");
                        }
                        Assert.True(antwoord.Status is 400 or 422, $"{schending.Pad}: {schending.Wat}: {antwoord.Status} {antwoord.Tekst}");
                        Assert.True(
                            Fouten(antwoord.Inhoud).Any(f => OpZijnPlaats(f.Veld, schending.Pad)),
                            $"{schending.Pad}: {schending.Wat} is told elsewhere: {antwoord.Tekst}"
                        );
                    }
                },
                iter: 2,
                threads: 1
            );
    }

    [Fact]
    public async Task The_form_says_which_it_is_and_is_sent_once()
    {
        var tijdvak = await _loop.Tijdvak();
        using var client = new HttpClient { BaseAddress = huis.Adres };
        using var eerste = await client.GetAsync($"/v1/tijdvakken/{tijdvak}/aanvraagformulier", TestContext.Current.CancellationToken);
        Assert.Equal("application/schema+json", eerste.Content.Headers.ContentType?.MediaType);
        Assert.True(eerste.Headers.CacheControl is { Public: true, MaxAge.TotalSeconds: > 0 });
        using var verzoek = new HttpRequestMessage(HttpMethod.Get, eerste.RequestMessage!.RequestUri);
        verzoek.Headers.IfNoneMatch.Add(eerste.Headers.ETag!);
        using var tweede = await client.SendAsync(verzoek, TestContext.Current.CancellationToken);
        Assert.Equal(304, (int)tweede.StatusCode);
        Assert.Equal(eerste.Headers.ETag, tweede.Headers.ETag);
        Assert.Empty(await tweede.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));

        // Also of a window that was never held here.
        Assert.Equal(200, (await huis.Haal(null, "/v1/tijdvakken/2022-06-groot/aanvraagformulier?type=grootbedrijf")).Status);
        (await huis.Haal(null, "/v1/tijdvakken/2031-04-mkb/aanvraagformulier")).IsProbleem(404, "niet-gevonden").Noemt("2031-04-mkb");
        (await huis.Haal(null, $"/v1/tijdvakken/{tijdvak}/aanvraagformulier?type=grootbedrijf"))
            .IsProbleem(422, "onjuiste-invoer")
            .NoemtVeld("type");
        (await huis.Haal(null, $"/v1/tijdvakken/{tijdvak}/aanvraagformulier?type=stichting"))
            .IsProbleem(422, "onjuiste-invoer")
            .NoemtVeld("type");
    }

    [Fact]
    public async Task A_draft_is_checked_as_it_stands_by_its_owner_and_nothing_is_stored()
    {
        var (wie, _) = huis.Ondernemer();
        var zaak = await Begin(wie, await _loop.Tijdvak());
        var voor = await huis.Opgeslagen();
        var leeg = (await Controle(wie, zaak)).Inhoud;
        Assert.Equal(
            ["/onderneming", "/activiteiten", "/plan", "/verklaringen/waarheid", "/rekening"],
            leeg.GetProperty("fouten").EnumerateArray().Select(f => f.GetProperty("plaats").GetString())
        );
        Assert.False(leeg.TryGetProperty("berekening", out _));
        Assert.Equal(voor, await huis.Opgeslagen());

        var onaf = JsonNode.Parse(Zaakloop.Formulier)!.AsObject();
        onaf.Remove("rekening");
        onaf["verklaringen"] = new JsonObject();
        await Zaakloop.Gelukt(Bewaar(wie, zaak, onaf));
        var half = await Controle(wie, zaak);
        Assert.Equal("\"2\"", half.Etag);
        Assert.Equal(["verklaringen.waarheid", "rekening"], Fouten(half.Inhoud).Select(f => f.Veld));
        Assert.Equal("11040.00", half.Inhoud.GetProperty("berekening").GetProperty("subsidiebedrag").GetString());
        Assert.Equal(
            ["de-minimisverklaring", "mkb-verklaring"],
            half.Inhoud.GetProperty("ontbreekt").EnumerateArray().Select(c => c.GetString())
        );

        // Too little to be granted: it can be submitted, and who does is warned.
        var klein = JsonNode.Parse(Zaakloop.Formulier)!.AsObject();
        klein["activiteiten"] = JsonNode.Parse("""[{"soort":"C","overigeExterneKosten":"1000.00"}]""");
        await Zaakloop.Gelukt(Bewaar(wie, zaak, klein));
        var gewaarschuwd = (await Controle(wie, zaak)).Inhoud;
        Assert.True(gewaarschuwd.GetProperty("indienbaar").GetBoolean());
        var punt = Assert.Single(gewaarschuwd.GetProperty("aandachtspunten").EnumerateArray());
        Assert.Equal("/activiteiten", punt.GetProperty("plaats").GetString());

        (await huis.Haal(Mensen.Bram, $"/v1/aanvragen/{zaak}/concept/controle")).IsProbleem(404, "niet-gevonden");
        await Zaakloop.Gelukt(Bewaar(wie, zaak, JsonNode.Parse(Zaakloop.Formulier)!.AsObject()));
        await Zaakloop.Gelukt(huis.Post(wie, $"/v1/aanvragen/{zaak}/indiening"));
        (await huis.Haal(wie, $"/v1/aanvragen/{zaak}/concept/controle")).IsProbleem(409, "al-ingediend");
    }

    private async Task<(string Tijdvak, JsonObject Schema)> Formulier(string versie, string type)
    {
        var tijdvak = await _loop.Tijdvak(volgorde: "binnenkomst", plafond: "100000000.00", regelversie: versie, type: type);
        var antwoord = await Zaakloop.Gelukt(huis.Haal(null, $"/v1/tijdvakken/{tijdvak}/aanvraagformulier?type={type}"));
        return (tijdvak, JsonNode.Parse(antwoord.Tekst)!.AsObject());
    }

    private static JsonSchema Lezer(JsonObject schema)
    {
        var element = JsonSerializer.SerializeToElement(schema);
        Assert.True(MetaSchemas.Draft202012.Evaluate(element).IsValid, "The form is no JSON Schema.");
        return JsonSchema.FromText(schema.ToJsonString(), new BuildOptions { SchemaRegistry = new() });
    }

    private static void Voldoet(JsonSchema schema, JsonNode formulier)
    {
        var uitslag = schema.Evaluate(JsonSerializer.SerializeToElement(formulier), new() { OutputFormat = OutputFormat.List });
        Assert.True(
            uitslag.IsValid,
            string.Join(
                '\n',
                (uitslag.Details ?? [])
                    .Where(d => d.Errors is not null)
                    .Select(d => $"{d.InstanceLocation}: {string.Join("; ", d.Errors!)}")
            ) + $"\n{formulier.ToJsonString()}"
        );
    }

    private async Task<string> Begin(string wie, string tijdvak) =>
        (await Zaakloop.Gelukt(huis.Post(wie, "/v1/aanvragen", $$"""{"tijdvak":"{{tijdvak}}"}"""))).Veld("zaaknummer");

    private Task<Gekregen> Bewaar(string wie, string zaak, JsonObject formulier) =>
        huis.Put(wie, $"/v1/aanvragen/{zaak}/concept", formulier.ToJsonString());

    private Task<Gekregen> Controle(string wie, string zaak) => Zaakloop.Gelukt(huis.Haal(wie, $"/v1/aanvragen/{zaak}/concept/controle"));

    /// <summary>What no schema knows: who applies, and that an account number exists.</summary>
    private static JsonObject Deze(JsonObject voorbeeld, string kvkNummer, bool metEigenRekening)
    {
        var formulier = (JsonObject)voorbeeld.DeepClone();
        if (metEigenRekening)
        {
            formulier["rekening"]!["iban"] = "NL13TEST0123456789";
        }
        if (formulier["partijen"] is JsonArray partijen)
        {
            partijen[0]!["kvkNummer"] = kvkNummer;
        }
        return formulier;
    }

    /// <summary>The parties bear the costs that count in equal parts, as far as these are known.</summary>
    private static void Verdeel(JsonObject formulier, JsonElement controle)
    {
        if (
            !controle.TryGetProperty("berekening", out var berekening)
            || Bedrag(berekening, "externEnLoon") is var kosten && kosten >= 1e13m
        )
        {
            return;
        }
        var partijen = formulier["partijen"]!.AsArray();
        var deel = decimal.Round(kosten / partijen.Count, 2, MidpointRounding.ToZero);
        for (var i = 0; i < partijen.Count; i++)
        {
            var aandeel = i == 0 ? kosten - (partijen.Count - 1) * deel : deel;
            partijen[i]!["aandeelKosten"] = aandeel.ToString("0.00", CultureInfo.InvariantCulture);
        }
    }

    private static IReadOnlyList<(string Veld, string? Artikel)> Fouten(JsonElement inhoud) =>
        [
            .. inhoud
                .GetProperty("fouten")
                .EnumerateArray()
                .Select(f =>
                    (f.GetProperty("veld").GetString()!, f.TryGetProperty("artikel", out var artikel) ? artikel.GetString() : null)
                ),
        ];

    /// <summary>There, or of a group that is not there at what is missing in it.</summary>
    private static bool OpZijnPlaats(string veld, string pad) => veld == pad || veld.StartsWith($"{pad}.", StringComparison.Ordinal);

    private static string Naam(string pad) => string.Concat(pad.Where(c => !char.IsAsciiDigit(c)));

    private static decimal Bedrag(JsonElement inhoud, string naam) =>
        decimal.Parse(inhoud.GetProperty(naam).GetString()!, CultureInfo.InvariantCulture);
}
