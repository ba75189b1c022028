using Microsoft.AspNetCore.Routing;

namespace SlimRegeling.Api.Tests;

/// <summary>A thing of each kind of one enterprise, by the parameter that names it.</summary>
internal sealed record Dingen(
    string Zaaknummer,
    string Concept,
    string KvkNummer,
    string Document,
    string Brief,
    string Scan,
    string Machtiging,
    string Uitnodiging,
    string Bezwaar,
    string Campagne,
    string Logregel
)
{
    /// <summary>Things that are nowhere.</summary>
    public static Dingen Nergens() =>
        new(
            Platform.Zaaknummer.Trek(),
            Platform.Zaaknummer.Trek(),
            "99999999",
            Guid.NewGuid().ToString("N"),
            $"{Platform.Zaaknummer.Trek()}-V1-verlening",
            "scan-000000000000",
            "99999999-99999998",
            Platform.Zaaknummer.Trek(),
            $"{Platform.Zaaknummer.Trek()}-BZ1",
            "campagne-0000000000000000",
            "log-000000000000"
        );
}

internal sealed record Verzoek(HttpMethod Methode, string Route, string Ding, string Inhoud = "{}", string Vraag = "", bool Pdf = false)
{
    public string Eindpunt => $"{Methode} {Route}";

    public string Pad =>
        (
            Route.Contains('{', StringComparison.Ordinal)
                ? Route[..Route.IndexOf('{', StringComparison.Ordinal)] + Ding + Route[(Route.IndexOf('}', StringComparison.Ordinal) + 1)..]
                : Route
        ).Replace("{nummer}", "1", StringComparison.Ordinal) + Vraag;
}

/// <summary>How a test comes to what belongs to one enterprise, at each endpoint that knows whose it is.</summary>
internal sealed class Bereik(Apihuis huis)
{
    /// <summary>Endpoints that name no thing of an enterprise: what they list or begin is the caller's own.</summary>
    private static readonly string[] ZonderDing =
    [
        "GET /v1/aanvragen",
        "POST /v1/aanvragen",
        "GET /v1/zaken",
        "GET /v1/scans",
        "POST /v1/scans",
        "GET /v1/campagnes",
        "POST /v1/campagnes",
        "GET /v1/interventielog",
        "POST /v1/interventielog",
        "GET /v1/machtigingen",
        "POST /v1/machtigingen",
        "GET /v1/uitnodigingen",
        "GET /v1/berichten",
        "GET /v1/berichten/ongelezen",
    ];

    private readonly Zaakloop _loop = new(huis);

    /// <summary>A case of this enterprise from draft to award with all that hangs on it.</summary>
    public async Task<Dingen> Maak(string wie, string kvkNummer)
    {
        await _loop.Ingeschreven(wie, kvkNummer);
        var tijdvak = await _loop.Tijdvak();
        var concept = await _loop.Concept(tijdvak, wie);
        var zaak = await _loop.Ingediend(tijdvak, wie);
        var gemachtigde = huis.Gemachtigde(kvkNummer);
        await Zaakloop.Gelukt(huis.Post(gemachtigde, $"/v1/aanvragen/{zaak}/meldingen", """{"tekst":"Wij zijn verhuisd."}"""));
        var scan = await _loop.GeslotenScan(zaak, wie);
        var document = (
            await Zaakloop.Gelukt(huis.Zend(wie, HttpMethod.Post, $"/v1/documenten?zaaknummer={zaak}&soort=opleidingsplan", Zaakloop.Pdf))
        ).Veld("document");
        await _loop.Gereserveerd(tijdvak, zaak);
        await _loop.Beoordeeld(zaak);
        await _loop.Verleend(zaak);
        var machtiging = (
            await Zaakloop.Gelukt(
                huis.Post(wie, "/v1/machtigingen", """{"gemachtigde":"44444444","naam":"Gerda","uwNaam":"Wij","omvang":["aanvragen"]}""")
            )
        ).Veld("id");
        var brieven = await Zaakloop.Gelukt(huis.Haal(wie, $"/v1/brieven?zaaknummer={zaak}"));
        return new(
            zaak,
            concept,
            kvkNummer,
            document,
            brieven.Inhoud[0].GetProperty("id").GetString()!,
            scan,
            machtiging,
            await Uitgenodigd(kvkNummer),
            await Bezwaar(wie, zaak),
            (await Zaakloop.Gelukt(huis.Post(wie, "/v1/campagnes", """{"naam":"Bouw","uitleg":"Doe mee."}"""))).Veld("campagne"),
            (await Zaakloop.Gelukt(huis.Post(wie, "/v1/interventielog", """{"interventie":"intervisie","van":"2020-01-06"}"""))).Veld("id")
        );
    }

    /// <summary>An objection against the award.</summary>
    private async Task<string> Bezwaar(string wie, string zaak)
    {
        var bezwaren = await Zaakloop.Gelukt(huis.Haal(wie, $"/v1/verleningen/{zaak}/bezwaren"));
        var besluit = bezwaren.Inhoud.GetProperty("besluiten")[0].GetProperty("besluit").GetString();
        var bezwaar = await Zaakloop.Gelukt(
            huis.Post(wie, $"/v1/verleningen/{zaak}/bezwaren", $$"""{"besluit":"{{besluit}}","naam":"Wij","gronden":"Te weinig."}""")
        );
        await huis.Stil();
        return bezwaar.Veld("bezwaar");
    }

    /// <summary>A draft of another enterprise to which this one was invited as a party.</summary>
    private async Task<string> Uitgenodigd(string kvkNummer)
    {
        var hoofd = huis.Ondernemer();
        var tijdvak = await _loop.Tijdvak(volgorde: "binnenkomst", type: "samenwerkingsverband");
        var zaak = (await Zaakloop.Gelukt(huis.Post(hoofd.Wie, "/v1/aanvragen", $$"""{"tijdvak":"{{tijdvak}}"}"""))).Veld("zaaknummer");
        var formulier = Partnerschap.Formulier(Partnerschap.Mkb(hoofd.KvkNummer), Partnerschap.Mkb(kvkNummer));
        await Zaakloop.Gelukt(huis.Put(hoofd.Wie, $"/v1/aanvragen/{zaak}/concept", formulier));
        await Zaakloop.Gelukt(huis.Post(hoofd.Wie, $"/v1/aanvragen/{zaak}/uitnodigingen", $$"""{"kvkNummer":"{{kvkNummer}}"}"""));
        return zaak;
    }

    /// <summary>In an order in which each finds what it asks for, also when those before it did what they say.</summary>
    public static IReadOnlyList<Verzoek> Verzoeken(Dingen d) =>
        [
            new(HttpMethod.Get, "/v1/aanvragen/{zaaknummer}", d.Zaaknummer),
            new(HttpMethod.Get, "/v1/aanvragen/{zaaknummer}/uitleg", d.Zaaknummer),
            new(HttpMethod.Get, "/v1/aanvragen/{zaaknummer}/concept", d.Concept),
            new(HttpMethod.Get, "/v1/aanvragen/{zaaknummer}/concept/controle", d.Concept),
            new(HttpMethod.Get, "/v1/aanvragen/{zaaknummer}/uitnodigingen", d.Concept),
            new(HttpMethod.Get, "/v1/uitnodigingen/{zaaknummer}", d.Uitnodiging),
            new(HttpMethod.Get, "/v1/aanvragen/{zaaknummer}/meldingen", d.Zaaknummer),
            new(HttpMethod.Get, "/v1/aanvragen/{zaaknummer}/gemachtigden", d.Zaaknummer),
            new(HttpMethod.Get, "/v1/scans/{scan}", d.Scan),
            new(HttpMethod.Get, "/v1/scans/{scan}/leiding", d.Scan),
            new(HttpMethod.Get, "/v1/scans/{scan}/rapport", d.Scan),
            new(HttpMethod.Get, "/v1/scans/{scan}/rapport/medewerkers", d.Scan),
            new(HttpMethod.Get, "/v1/scans/{scan}/rapport/pdf", d.Scan),
            new(HttpMethod.Get, "/v1/scans/{scan}/benchmark", d.Scan),
            new(HttpMethod.Get, "/v1/scans/{scan}/vergelijking", d.Scan, Vraag: $"?met={d.Scan}"),
            new(HttpMethod.Get, "/v1/scans/{scan}/plan", d.Scan),
            new(HttpMethod.Get, "/v1/scans/{scan}/plan/pdf", d.Scan),
            new(HttpMethod.Get, "/v1/campagnes/{campagne}", d.Campagne),
            new(HttpMethod.Get, "/v1/verleningen/{zaaknummer}", d.Zaaknummer),
            new(HttpMethod.Get, "/v1/verleningen/{zaaknummer}/bezwaren", d.Zaaknummer),
            new(HttpMethod.Get, "/v1/verleningen/{zaaknummer}/wijzigingen", d.Zaaknummer),
            new(HttpMethod.Get, "/v1/verleningen/{zaaknummer}/versies", d.Zaaknummer),
            new(HttpMethod.Get, "/v1/verleningen/{zaaknummer}/intrekkingen", d.Zaaknummer),
            new(HttpMethod.Get, "/v1/bezwaren/{bezwaar}", d.Bezwaar),
            new(HttpMethod.Get, "/v1/verantwoordingen/{zaaknummer}", d.Zaaknummer),
            new(HttpMethod.Get, "/v1/verantwoordingen/{zaaknummer}/declaratie/sjabloon", d.Zaaknummer, Vraag: "?vorm=csv"),
            new(HttpMethod.Post, "/v1/verantwoordingen/{zaaknummer}/declaratie/inlezen", d.Zaaknummer, "Zaaknummer;"),
            new(HttpMethod.Get, "/v1/verantwoordingen/{zaaknummer}/declaratie", d.Zaaknummer),
            new(HttpMethod.Get, "/v1/verantwoordingen/{zaaknummer}/declaratie/concept", d.Zaaknummer),
            new(HttpMethod.Get, "/v1/verantwoordingen/{zaaknummer}/declaratie/controle", d.Zaaknummer),
            new(HttpMethod.Get, "/v1/verantwoordingen/{zaaknummer}/voortgang", d.Zaaknummer),
            new(HttpMethod.Get, "/v1/betaalzaken/{zaaknummer}/vorderingen", d.Zaaknummer),
            new(HttpMethod.Get, "/v1/documenten/{id}", d.Document),
            new(HttpMethod.Get, "/v1/documenten/{id}/stand", d.Document),
            new(HttpMethod.Get, "/v1/documenten/{id}/bladen", d.Document),
            new(HttpMethod.Get, "/v1/documenten/{id}/bladen/{nummer}", d.Document),
            new(HttpMethod.Get, "/v1/documenten/{id}/bladen/{nummer}/tekst", d.Document),
            new(HttpMethod.Get, "/v1/documenten", d.Zaaknummer, Vraag: $"?zaaknummer={d.Zaaknummer}"),
            new(HttpMethod.Get, "/v1/ontvangstbewijzen/{zaaknummer}", d.Zaaknummer),
            new(HttpMethod.Get, "/v1/brieven", d.Zaaknummer, Vraag: $"?zaaknummer={d.Zaaknummer}"),
            new(HttpMethod.Get, "/v1/brieven/{id}", d.Brief),
            new(HttpMethod.Get, "/v1/brieven/{id}/pagina", d.Brief),
            new(HttpMethod.Get, "/v1/emails", d.Zaaknummer, Vraag: $"?zaaknummer={d.Zaaknummer}"),
            new(HttpMethod.Get, "/v1/ondernemingen/{kvkNummer}", d.KvkNummer),
            new(HttpMethod.Get, "/v1/ondernemingen/{kvkNummer}/steun", d.KvkNummer),
            new(HttpMethod.Get, "/v1/ondernemingen/{kvkNummer}/contact", d.KvkNummer),
            new(HttpMethod.Get, "/v1/ondernemingen/{kvkNummer}/emailbereik", d.KvkNummer),
            new(HttpMethod.Get, "/v1/zaken/{zaaknummer}", d.Zaaknummer),
            new(HttpMethod.Put, "/v1/aanvragen/{zaaknummer}/concept", d.Concept, Zaakloop.Formulier),
            new(HttpMethod.Post, "/v1/aanvragen/{zaaknummer}/uitnodigingen", d.Concept, """{"kvkNummer":"22222222"}"""),
            new(HttpMethod.Post, "/v1/aanvragen/{zaaknummer}/uitnodigingen/intrekking", d.Concept, """{"kvkNummer":"22222222"}"""),
            new(HttpMethod.Put, "/v1/uitnodigingen/{zaaknummer}", d.Uitnodiging, """{"deel":{"naam":"Bram"}}"""),
            new(HttpMethod.Post, "/v1/uitnodigingen/{zaaknummer}/bevestiging", d.Uitnodiging, """{"akkoord":true,"afdruk":"x"}"""),
            new(HttpMethod.Post, "/v1/uitnodigingen/{zaaknummer}/weigering", d.Uitnodiging),
            new(HttpMethod.Post, "/v1/documenten", d.Zaaknummer, Vraag: $"?zaaknummer={d.Zaaknummer}&soort=plan", Pdf: true),
            new(HttpMethod.Delete, "/v1/documenten/{id}", d.Document),
            new(HttpMethod.Post, "/v1/ondernemingen/{kvkNummer}", d.KvkNummer, Zaakloop.Inschrijving),
            new(
                HttpMethod.Post,
                "/v1/ondernemingen/{kvkNummer}/rekening",
                d.KvkNummer,
                """{"iban":"NL81TEST0100200300","tenaamstelling":"Bram"}"""
            ),
            new(HttpMethod.Post, "/v1/ondernemingen/{kvkNummer}/contact", d.KvkNummer, """{"email":"bram@voorbeeld.nl"}"""),
            new(HttpMethod.Post, "/v1/scans/{scan}/sluiting", d.Scan),
            new(HttpMethod.Post, "/v1/scans/{scan}/afbreking", d.Scan),
            new(HttpMethod.Post, "/v1/scans/{scan}/codes", d.Scan, """{"aantal":1}"""),
            new(HttpMethod.Post, "/v1/scans/{scan}/codebladen", d.Scan, """{"codes":["0123456789abcdefghjkmnpqrs"]}"""),
            new(HttpMethod.Post, "/v1/scans/{scan}/ondernemingsraad", d.Scan, """{"ondernemingsraad":"geen"}"""),
            new(HttpMethod.Post, "/v1/scans/{scan}/koppeling", d.Scan, $$"""{"zaaknummer":"{{d.Zaaknummer}}"}"""),
            new(HttpMethod.Post, "/v1/scans/{scan}/terugkoppeling", d.Scan, """{"hielp":"ja"}"""),
            new(
                HttpMethod.Post,
                "/v1/scans/{scan}/leiding",
                d.Scan,
                """{"antwoorden":{},"volgorde":[],"fase":"weten","belemmeringen":[],"drijfveren":[],"akkoord":true}"""
            ),
            new(
                HttpMethod.Put,
                "/v1/scans/{scan}/plan",
                d.Scan,
                """{"aanleiding":"scan","visie":"","regels":[],"middelen":"","volgen":""}"""
            ),
            new(HttpMethod.Post, "/v1/scans/{scan}/plan/vaststelling", d.Scan),
            new(HttpMethod.Post, "/v1/campagnes/{campagne}/sluiting", d.Campagne),
            new(HttpMethod.Post, "/v1/interventielog/{regel}/afronding", d.Logregel, """{"tot":"2020-02-03","hielp":"ja"}"""),
            new(HttpMethod.Post, "/v1/aanvragen/{zaaknummer}/indiening", d.Concept),
            new(HttpMethod.Post, "/v1/aanvragen/{zaaknummer}/meldingen", d.Zaaknummer, """{"tekst":"Wij zijn verhuisd."}"""),
            new(HttpMethod.Post, "/v1/aanvragen/{zaaknummer}/aanvulling", d.Zaaknummer),
            new(HttpMethod.Post, "/v1/aanvragen/{zaaknummer}/intrekking", d.Zaaknummer),
            new(
                HttpMethod.Post,
                "/v1/verantwoordingen/{zaaknummer}/bewijs",
                d.Zaaknummer,
                """{"activiteiten":[{"soort":"A","toelichting":"gedaan","documenten":["x"]}]}"""
            ),
            new(HttpMethod.Put, "/v1/verantwoordingen/{zaaknummer}/declaratie/concept", d.Zaaknummer, """{"regels":[]}"""),
            new(HttpMethod.Post, "/v1/verantwoordingen/{zaaknummer}/declaratie", d.Zaaknummer),
            new(
                HttpMethod.Post,
                "/v1/verleningen/{zaaknummer}/bezwaren",
                d.Zaaknummer,
                $$"""{"besluit":"{{d.Zaaknummer}}-V1","naam":"Bram","gronden":"Daarom."}"""
            ),
            new(
                HttpMethod.Post,
                "/v1/verantwoordingen/{zaaknummer}/voortgang",
                d.Zaaknummer,
                """{"toelichting":"Half klaar.","documenten":["x"]}"""
            ),
            new(
                HttpMethod.Post,
                "/v1/verleningen/{zaaknummer}/wijzigingen",
                d.Zaaknummer,
                """{"soort":"plan","reden":"Een andere aanpak."}"""
            ),
            new(HttpMethod.Post, "/v1/verleningen/{zaaknummer}/wijzigingen/{nummer}/intrekking", d.Zaaknummer),
            new(HttpMethod.Post, "/v1/verleningen/{zaaknummer}/intrekkingen/zienswijze", d.Zaaknummer, """{"tekst":"Wij gaan door."}"""),
            new(HttpMethod.Post, "/v1/bezwaren/{bezwaar}/aanvulling", d.Bezwaar, """{"tekst":"En daarom."}"""),
            new(HttpMethod.Post, "/v1/bezwaren/{bezwaar}/intrekking", d.Bezwaar),
            new(HttpMethod.Post, "/v1/verleningen/{zaaknummer}/intrekking", d.Zaaknummer),
            new(HttpMethod.Post, "/v1/machtigingen/{id}/beeindiging", d.Machtiging),
        ];

    public Task<Gekregen> Doe(string? wie, Verzoek verzoek) =>
        verzoek switch
        {
            { Pdf: true } => huis.Zend(wie, verzoek.Methode, verzoek.Pad, Zaakloop.Pdf),
            _ when verzoek.Methode == HttpMethod.Delete => huis.Zend(wie, HttpMethod.Delete, verzoek.Pad),
            _ when verzoek.Methode == HttpMethod.Get => huis.Haal(wie, verzoek.Pad),
            _ when verzoek.Methode == HttpMethod.Put => huis.Put(wie, verzoek.Pad, verzoek.Inhoud),
            _ => huis.Post(wie, verzoek.Pad, verzoek.Inhoud),
        };

    /// <summary>Fails when the program has an endpoint that knows whose a thing is, and this does not know how to ask it for one.</summary>
    public static void IsVolledig(IEnumerable<RouteEndpoint> vanIemand)
    {
        var onbekend = vanIemand
            .Select(e => e.Naam())
            .Except(Verzoeken(Dingen.Nergens()).Select(v => v.Eindpunt))
            .Except(ZonderDing)
            .ToList();
        Assert.True(
            onbekend.Count == 0,
            $"Nobody tries whose case these endpoints give: {string.Join(", ", onbekend)}. Add to Bereik.Verzoeken how the own case is asked for, or to ZonderDing when the address names no thing of an enterprise."
        );
    }
}
