using System.Text.Json;
using SlimRegeling.Platform.Identiteit;

namespace SlimRegeling.Api.Tests;

/// <summary>A partnership asks for its settlement line by line, through all contexts.</summary>
public sealed class DeclaratieTests(Apihuis huis)
{
    private static readonly string[] Codes =
    [
        "deelnemende-ondernemingen",
        "producten-methode",
        "evaluatieverslag",
        "activiteitenverslag",
        "financieel-verslag",
    ];

    private readonly Zaakloop _loop = new(huis);

    [Fact]
    public async Task A_declaration_is_written_sent_judged_line_by_line_and_settled_by_two()
    {
        var (hoofd, partij) = (huis.Ondernemer(), huis.Ondernemer());
        await _loop.Ingeschreven(hoofd.Wie, hoofd.KvkNummer);
        var zaak = await Verleend(hoofd, partij.KvkNummer);
        var pad = $"/v1/verantwoordingen/{zaak}";
        var document = (
            await Zaakloop.Gelukt(huis.Zend(hoofd.Wie, HttpMethod.Post, $"/v1/documenten?zaaknummer={zaak}&soort=verslag", Zaakloop.Pdf))
        ).Veld("document");
        await huis.Stil();

        // A draft is overwritten by who saw it last, and by nobody else.
        var leeg = await Zaakloop.Gelukt(huis.Haal(hoofd.Wie, $"{pad}/declaratie/concept"));
        Assert.Empty(leeg.Inhoud.GetProperty("regels").EnumerateArray());
        var onvolledig = Declaratie(hoofd.KvkNummer, partij.KvkNummer, document, []);
        var eerst = await Zaakloop.Gelukt(huis.Put(hoofd.Wie, $"{pad}/declaratie/concept", onvolledig, ifMatch: leeg.Etag));
        (await huis.Put(hoofd.Wie, $"{pad}/declaratie/concept", onvolledig, ifMatch: leeg.Etag)).IsProbleem(412, "verouderd");
        (await huis.Haal(Mensen.Bram, $"{pad}/declaratie/concept")).IsProbleem(404, "niet-gevonden");

        // What is missing is told when it is sent, and nothing is taken then.
        (await huis.Post(hoofd.Wie, $"{pad}/declaratie")).IsProbleem(409, "periode-loopt-nog");
        (await huis.Post(hoofd.Wie, $"{pad}/declaratie", """{"allesGedaan":true}"""))
            .IsProbleem(422, "onjuiste-invoer")
            .NoemtVeld("verslagen")
            .NoemtVeld("afwijkingen");
        var controle = (await Zaakloop.Gelukt(huis.Haal(hoofd.Wie, $"{pad}/declaratie/controle"))).Inhoud;
        var activiteit = Assert.Single(controle.GetProperty("activiteiten").EnumerateArray());
        Assert.False(activiteit.GetProperty("uitleggen").GetBoolean());
        Assert.True(Assert.Single(activiteit.GetProperty("posten").EnumerateArray()).GetProperty("uitleggen").GetBoolean());
        (await huis.Haal(Mensen.Bram, $"{pad}/declaratie/controle")).IsProbleem(404, "niet-gevonden");
        (await huis.Post(Mensen.Beoordelaar, $"{pad}/declaratie/beoordeling", """{"regels":[]}""")).IsProbleem(409, "nog-niet-ingediend");
        var volledig = Declaratie(hoofd.KvkNummer, partij.KvkNummer, document, Codes);
        await Zaakloop.Gelukt(huis.Put(hoofd.Wie, $"{pad}/declaratie/concept", volledig, ifMatch: eerst.Etag));
        // What was changed in another window is not sent unseen, and stays.
        (await huis.Post(hoofd.Wie, $"{pad}/declaratie", """{"allesGedaan":true,"concept":1}""")).IsProbleem(409, "concept-gewijzigd");
        Assert.Equal(1, await huis.Tel($"select count(*) from vaststelling.mt_doc_declaratieconcept where id = '{zaak}'"));
        await Zaakloop.Gelukt(huis.Post(hoofd.Wie, $"{pad}/declaratie", """{"allesGedaan":true,"concept":2}"""));
        await huis.Stil();
        (await huis.Put(hoofd.Wie, $"{pad}/declaratie/concept", volledig)).IsProbleem(409, "al-ingediend");
        Assert.Equal(0, await huis.Tel($"select count(*) from vaststelling.mt_doc_declaratieconcept where id = '{zaak}'"));
        Assert.Equal("bewijs-ontvangen", (await Zaakloop.Gelukt(huis.Haal(hoofd.Wie, $"/v1/zaken/{zaak}"))).Veld("status"));

        // The assessor reads it beside the budget, item by item; the neighbour reads nothing.
        var ingediend = (await Zaakloop.Gelukt(huis.Haal(Mensen.Beoordelaar, $"{pad}/declaratie"))).Inhoud;
        var post = Assert.Single(ingediend.GetProperty("begroting").EnumerateArray());
        Assert.Equal(
            ("overige-externe-kosten", "200000.00", "146000.00", true),
            (
                post.GetProperty("post").GetString(),
                post.GetProperty("begroot").GetString(),
                post.GetProperty("gedeclareerd").GetString(),
                post.GetProperty("uitleggen").GetBoolean()
            )
        );
        var uitgelegd = Assert.Single(ingediend.GetProperty("declaratie").GetProperty("afwijkingen").EnumerateArray());
        Assert.Equal("overige-externe-kosten", uitgelegd.GetProperty("post").GetString());
        (await huis.Haal(Mensen.Bram, $"{pad}/declaratie")).IsProbleem(404, "niet-gevonden");

        // Who pays the invoice shows when; of the third nobody did.
        var proef = (
            await Zaakloop.Gelukt(huis.Post(Mensen.Beoordelaar, $"{pad}/declaratie/beoordeling/proef", """{"regels":[]}"""))
        ).Inhoud;
        Assert.Contains(
            proef.GetProperty("signalen").EnumerateArray(),
            s => s.GetProperty("regel").GetString() == "los" && s.GetProperty("code").GetString() == "geen-betaalbewijs"
        );
        // No invoice is to be seen with either of the others: who accepts them says why, and who signs reads it.
        var oordelen = Oordelen(hoofd.KvkNummer, partij.KvkNummer);
        var zonderReden = oordelen.Replace(",\"reden\":\"De factuur en de offertes zaten bij het verslag.\"", "", StringComparison.Ordinal);
        (await huis.Post(Mensen.Beoordelaar, $"{pad}/declaratie/beoordeling", zonderReden))
            .IsProbleem(422, "onjuiste-invoer")
            .NoemtVeld("regels[0].reden")
            .NoemtVeld("regels[1].reden");
        await Zaakloop.Gelukt(huis.Post(Mensen.Beoordelaar, $"{pad}/declaratie/beoordeling", oordelen));
        var teLezen = (await Zaakloop.Gelukt(huis.Haal(Mensen.Medeondertekenaar, $"{pad}/declaratie"))).Inhoud;
        Assert.Equal(
            "De factuur en de offertes zaten bij het verslag.",
            teLezen.GetProperty("oordelen")[0].GetProperty("reden").GetString()
        );
        Assert.Contains(zaak, await TeTekenen(), StringComparison.Ordinal);
        var vooraf = $"/v1/brieven/voorbeeld?zaaknummer={zaak}&soort=vaststelling";
        var voorbeeld = (await Zaakloop.Gelukt(huis.Haal(Mensen.Medeondertekenaar, vooraf))).Inhoud.GetProperty("blokken").GetRawText();
        Assert.Contains("Er is geen betaling te zien.", voorbeeld, StringComparison.Ordinal);
        await Ondertekend(pad, Mensen.Medeondertekenaar, huis.Medewerker(Rol.Medeondertekenaar));
        Assert.DoesNotContain(zaak, await TeTekenen(), StringComparison.Ordinal);

        // 145,000.00 x 1.15 x 60% and the auditor's report; the advance was 25% of 141,000.00.
        var besluit = (await Zaakloop.Gelukt(huis.Haal(hoofd.Wie, pad))).Inhoud.GetProperty("besluit");
        Assert.Equal(
            ("103050.00", "67800.00"),
            (besluit.GetProperty("vastgesteld").GetString(), besluit.GetProperty("nogTeBetalen").GetString())
        );
        var beeld = (await Zaakloop.Gelukt(huis.Haal(hoofd.Wie, $"{pad}/declaratie"))).Inhoud;
        Assert.Equal(3, beeld.GetProperty("oordelen").GetArrayLength());
        Assert.Equal("103050.00", beeld.GetProperty("berekening").EnumerateArray().Last().GetProperty("bedrag").GetString());
        var brief = await Zaakloop.Gelukt(huis.Haal(hoofd.Wie, $"/v1/brieven/{zaak}-vaststelling/pagina"));
        Assert.Contains("Er is geen betaling te zien.", brief.Tekst, StringComparison.Ordinal);
        Assert.Contains("factuur F-los", brief.Tekst, StringComparison.Ordinal);

        async Task<string> TeTekenen() =>
            (await Zaakloop.Gelukt(huis.Haal(Mensen.Medeondertekenaar, "/v1/vaststellingsvoorstellen"))).Tekst;
    }

    private static string Oordelen(string hoofd, string partij) =>
        $$"""
            {"regels":[
              {"regel":"een","uitkomst":"aanvaard","reden":"De factuur en de offertes zaten bij het verslag."},
              {"regel":"twee","uitkomst":"aanvaard","reden":"De factuur en de offertes zaten bij het verslag."},
              {"regel":"los","uitkomst":"afgewezen","reden":"Er is geen betaling te zien.","code":"geen-betaalbewijs","artikel":"2.14"}],
             "controleverklaring":{"uitkomst":"aanvaard"},
             "sectoren":{"{{hoofd}}":"overig","{{partij}}":"overig"}
            }
            """;

    private static string Declaratie(string hoofd, string partij, string document, string[] codes) =>
        JsonSerializer.Serialize(
            new
            {
                regels = new[]
                {
                    Factuur("een", hoofd, "100000.00", "2026-05-04"),
                    Factuur("twee", partij, "45000.00", "2026-05-04"),
                    Factuur("los", partij, "1000.00", null),
                },
                verslagen = codes.Select(code => new { code, documenten = new[] { document } }),
                afwijkingen = codes.Length == 0
                    ? []
                    : new[]
                    {
                        new
                        {
                            activiteit = "C",
                            uitleg = "Wij hadden minder begeleiding nodig.",
                            post = "overige-externe-kosten",
                        },
                    },
            }
        );

    private static Dictionary<string, object> Factuur(string id, string partij, string bedrag, string? betaald)
    {
        var regel = new Dictionary<string, object>
        {
            ["id"] = id,
            ["soort"] = "factuur",
            ["activiteit"] = "C",
            ["partij"] = partij,
            ["leverancier"] = "Leverancier B.V.",
            ["factuurnummer"] = $"F-{id}",
            ["factuurdatum"] = "2026-04-20",
            ["bedrag"] = bedrag,
        };
        if (betaald is not null)
        {
            regel["betaaldatum"] = betaald;
        }
        return regel;
    }

    private async Task<string> Verleend((string Wie, string KvkNummer) hoofd, string partij)
    {
        var tijdvak = await _loop.Tijdvak(volgorde: "binnenkomst", plafond: "10000000.00", type: "samenwerkingsverband");
        var zaak = (await Zaakloop.Gelukt(huis.Post(hoofd.Wie, "/v1/aanvragen", $$"""{"tijdvak":"{{tijdvak}}"}"""))).Veld("zaaknummer");
        var formulier = Partnerschap.Formulier(Partnerschap.Mkb(hoofd.KvkNummer), Partnerschap.Mkb(partij));
        await Zaakloop.Gelukt(huis.Put(hoofd.Wie, $"/v1/aanvragen/{zaak}/concept", formulier));
        await Zaakloop.Gelukt(huis.Post(hoofd.Wie, $"/v1/aanvragen/{zaak}/indiening"));
        await huis.Stil();
        await Zaakloop.Gelukt(huis.Post(Mensen.Beoordelaar, $"/v1/aanvragen/{zaak}/volledigheid", """{"volledig":true}"""));
        await Zaakloop.Gelukt(huis.Post(Mensen.Beoordelaar, $"/v1/aanvragen/{zaak}/toewijzing"));
        huis.Klok.Vooruit(Zaakloop.Openstelling);
        await Zaakloop.Gelukt(huis.Post(Mensen.Regelbeheerder, $"/v1/ontvangsten/{tijdvak}"));
        await huis.Stil();
        await _loop.Beoordeeld(zaak);
        await _loop.Verleend(zaak);
        return zaak;
    }

    private async Task Ondertekend(string pad, params string[] mensen)
    {
        foreach (var wie in mensen)
        {
            var beeld = (await Zaakloop.Gelukt(huis.Haal(wie, pad))).Inhoud;
            var hash = beeld.GetProperty("voorstel").GetProperty("hash").GetString();
            await Zaakloop.Gelukt(huis.Post(wie, $"{pad}/ondertekening", $$"""{"hash":"{{hash}}"}"""));
        }
        await huis.Stil();
    }
}
