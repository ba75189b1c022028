using Microsoft.AspNetCore.Routing;
using SlimRegeling.Platform;
using SlimRegeling.Platform.Identiteit;

namespace SlimRegeling.Api.Tests;

/// <summary>Someone of another enterprise learns nothing of a case, and changes nothing in it.</summary>
public sealed class AndermansZaakTests(Apihuis huis)
{
    private readonly Zaakloop _loop = new(huis);

    /// <summary>Endpoints that name no thing of an enterprise: what they list or begin is the caller's own.</summary>
    private static readonly string[] ZonderDing = ["GET /v1/aanvragen", "POST /v1/aanvragen", "GET /v1/zaken", "POST /v1/scans"];

    /// <summary>A thing of each kind, by the parameter that names it.</summary>
    private sealed record Dingen(string Zaaknummer, string Concept, string KvkNummer, string Document, string Brief, string Scan);

    [Fact]
    public async Task What_belongs_to_another_enterprise_is_to_them_as_if_it_did_not_exist()
    {
        var (wie, kvkNummer) = huis.Ondernemer();
        var bestaand = await Maak(wie, kvkNummer);
        var nergens = new Dingen(
            Zaaknummer.Trek(),
            Zaaknummer.Trek(),
            "99999999",
            Guid.NewGuid().ToString("N"),
            $"{Zaaknummer.Trek()}-V1-verlening",
            "scan-000000000000"
        );
        var eindpunten = huis.Eindpunten.Where(e => e.Metadata.GetMetadata<Toegang>()!.EigenZaak).Select(Naam).ToList();
        Assert.Empty(eindpunten.Except(Verzoeken(bestaand).Select(v => v.Eindpunt)).Except(ZonderDing));

        foreach (var (echt, verzonnen) in Verzoeken(bestaand).Zip(Verzoeken(nergens)))
        {
            var voor = await huis.Opgeslagen();
            var antwoord = await Doe(Mensen.Bram, echt);
            var leeg = await Doe(Mensen.Bram, verzonnen);
            if (echt.Eindpunt == "GET /v1/brieven")
            {
                Assert.Equal((200, "[]"), (antwoord.Status, antwoord.Tekst));
                Assert.Equal("[]", leeg.Tekst);
                Assert.NotEqual("[]", (await Doe(wie, echt)).Tekst);
                continue;
            }
            Assert.True(antwoord.Status == 404, $"{echt.Eindpunt}: {antwoord.Status} {antwoord.Tekst}");
            antwoord.IsProbleem(404, "niet-gevonden");
            Assert.Equal(
                leeg.Tekst.Replace(verzonnen.Ding, "…", StringComparison.Ordinal),
                antwoord.Tekst.Replace(echt.Ding, "…", StringComparison.Ordinal)
            );
            Assert.Equal(voor, await huis.Opgeslagen());
            if (echt.Methode == HttpMethod.Get)
            {
                Assert.Equal(200, (await Doe(wie, echt)).Status);
            }
        }

        var zaken = (await huis.Haal(Mensen.Bram, "/v1/zaken")).Tekst + (await huis.Haal(Mensen.Bram, "/v1/aanvragen")).Tekst;
        Assert.DoesNotContain(bestaand.Zaaknummer, zaken, StringComparison.Ordinal);
    }

    /// <summary>A case of this enterprise from draft to award with all that hangs on it.</summary>
    private async Task<Dingen> Maak(string wie, string kvkNummer)
    {
        await _loop.Ingeschreven(wie, kvkNummer);
        var tijdvak = await _loop.Tijdvak();
        var concept = await _loop.Concept(tijdvak, wie);
        var zaak = await _loop.Ingediend(tijdvak, wie);
        var scan = await _loop.GeslotenScan(zaak, wie);
        var document = (
            await Zaakloop.Gelukt(huis.Zend(wie, HttpMethod.Post, $"/v1/documenten?zaaknummer={zaak}&soort=opleidingsplan", Zaakloop.Pdf))
        ).Veld("document");
        await _loop.Gereserveerd(tijdvak, zaak);
        await _loop.Beoordeeld(zaak);
        await _loop.Verleend(zaak);
        var brieven = await Zaakloop.Gelukt(huis.Haal(wie, $"/v1/brieven?zaaknummer={zaak}"));
        return new(zaak, concept, kvkNummer, document, brieven.Inhoud[0].GetProperty("id").GetString()!, scan);
    }

    private sealed record Verzoek(HttpMethod Methode, string Route, string Ding, string Inhoud = "{}", string Vraag = "", bool Pdf = false)
    {
        public string Eindpunt => $"{Methode} {Route}";

        public string Pad =>
            (
                Route.Contains('{', StringComparison.Ordinal)
                    ? Route[..Route.IndexOf('{', StringComparison.Ordinal)]
                        + Ding
                        + Route[(Route.IndexOf('}', StringComparison.Ordinal) + 1)..]
                    : Route
            ) + Vraag;
    }

    private static IEnumerable<Verzoek> Verzoeken(Dingen d) =>
        [
            new(HttpMethod.Get, "/v1/aanvragen/{zaaknummer}", d.Zaaknummer),
            new(HttpMethod.Get, "/v1/aanvragen/{zaaknummer}/uitleg", d.Zaaknummer),
            new(HttpMethod.Get, "/v1/aanvragen/{zaaknummer}/concept", d.Concept),
            new(HttpMethod.Get, "/v1/aanvragen/{zaaknummer}/concept/controle", d.Concept),
            new(HttpMethod.Put, "/v1/aanvragen/{zaaknummer}/concept", d.Concept, Zaakloop.Formulier),
            new(HttpMethod.Post, "/v1/aanvragen/{zaaknummer}/indiening", d.Concept),
            new(HttpMethod.Post, "/v1/aanvragen/{zaaknummer}/intrekking", d.Zaaknummer),
            new(HttpMethod.Post, "/v1/aanvragen/{zaaknummer}/aanvulling", d.Zaaknummer),
            new(HttpMethod.Get, "/v1/scans/{scan}", d.Scan),
            new(HttpMethod.Get, "/v1/scans/{scan}/rapport", d.Scan),
            new(HttpMethod.Post, "/v1/scans/{scan}/sluiting", d.Scan),
            new(HttpMethod.Get, "/v1/verleningen/{zaaknummer}", d.Zaaknummer),
            new(HttpMethod.Post, "/v1/verleningen/{zaaknummer}/intrekking", d.Zaaknummer),
            new(HttpMethod.Get, "/v1/verantwoordingen/{zaaknummer}", d.Zaaknummer),
            new(
                HttpMethod.Post,
                "/v1/verantwoordingen/{zaaknummer}/bewijs",
                d.Zaaknummer,
                """{"activiteiten":[{"soort":"A","toelichting":"gedaan","documenten":["x"]}]}"""
            ),
            new(HttpMethod.Post, "/v1/documenten", d.Zaaknummer, Vraag: $"?zaaknummer={d.Zaaknummer}&soort=plan", Pdf: true),
            new(HttpMethod.Get, "/v1/documenten/{id}", d.Document),
            new(HttpMethod.Get, "/v1/brieven", d.Zaaknummer, Vraag: $"?zaaknummer={d.Zaaknummer}"),
            new(HttpMethod.Get, "/v1/brieven/{id}", d.Brief),
            new(HttpMethod.Get, "/v1/ondernemingen/{kvkNummer}", d.KvkNummer),
            new(HttpMethod.Post, "/v1/ondernemingen/{kvkNummer}", d.KvkNummer, Zaakloop.Inschrijving),
            new(
                HttpMethod.Post,
                "/v1/ondernemingen/{kvkNummer}/rekening",
                d.KvkNummer,
                """{"iban":"NL81TEST0100200300","tenaamstelling":"Bram"}"""
            ),
            new(HttpMethod.Get, "/v1/ondernemingen/{kvkNummer}/steun", d.KvkNummer),
            new(HttpMethod.Get, "/v1/zaken/{zaaknummer}", d.Zaaknummer),
        ];

    private Task<Gekregen> Doe(string wie, Verzoek verzoek) =>
        verzoek switch
        {
            { Pdf: true } => huis.Zend(wie, verzoek.Methode, verzoek.Pad, Zaakloop.Pdf),
            _ when verzoek.Methode == HttpMethod.Get => huis.Haal(wie, verzoek.Pad),
            _ when verzoek.Methode == HttpMethod.Put => huis.Put(wie, verzoek.Pad, verzoek.Inhoud),
            _ => huis.Post(wie, verzoek.Pad, verzoek.Inhoud),
        };

    private static string Naam(RouteEndpoint eindpunt) =>
        $"{eindpunt.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Single()} {eindpunt.RoutePattern.RawText}";
}
