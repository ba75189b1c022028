using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using SlimRegeling.Platform.Identiteit;

namespace SlimRegeling.Api.Tests;

/// <summary>Every endpoint that has a case in its address, whatever it is for.</summary>
public sealed partial class EigenBelangTests
{
    /// <summary>A body that can be read, so that the refusal is about the case; an endpoint that is not here takes an empty one.</summary>
    private static readonly Dictionary<string, string> Berichten = new()
    {
        ["POST /v1/aanvragen/{zaaknummer}/belang/opheffing"] = """{"medewerker":"iemand","reden":"reden"}""",
        ["POST /v1/aanvragen/{zaaknummer}/beoordeling"] = """{"gronden":[]}""",
        ["POST /v1/aanvragen/{zaaknummer}/beoordeling/proef"] = """{"gronden":[]}""",
        ["POST /v1/aanvragen/{zaaknummer}/buitenbehandelingstelling"] = """{"hash":"h"}""",
        ["POST /v1/aanvragen/{zaaknummer}/herbeoordeling"] = """{"bezwaar":"b","gronden":[]}""",
        ["POST /v1/aanvragen/{zaaknummer}/herbeoordeling/proef"] = """{"bezwaar":"b","gronden":[]}""",
        ["POST /v1/aanvragen/{zaaknummer}/ingebrekestelling"] = """{"ontvangenOp":"2026-01-01"}""",
        ["POST /v1/aanvragen/{zaaknummer}/ingebrekestelling/vervallenverklaring"] = """{"reden":"r"}""",
        ["POST /v1/aanvragen/{zaaknummer}/meldingen/gezien"] = """{"aantal":1}""",
        ["POST /v1/aanvragen/{zaaknummer}/vertraging"] = """{"verwachtOp":"2026-01-01"}""",
        ["POST /v1/aanvragen/{zaaknummer}/volledigheid"] = """{"volledig":true}""",
        ["PUT /v1/aanvragen/{zaaknummer}/beoordeling/concept"] = """{"gronden":[]}""",
        ["POST /v1/afstemming/alarmen/{id}/afhandeling"] = """{"reden":"r"}""",
        ["POST /v1/bankregels/{id}/bevestiging"] = """{"hash":"h"}""",
        ["POST /v1/bankregels/{id}/voorstel"] = """{"afhandeling":"tussenrekening","toelichting":"t"}""",
        ["POST /v1/betaalbestanden/{id}/terugname"] = """{"toelichting":"t"}""",
        ["POST /v1/betaalbestanden/{id}/terugname/bevestiging"] = """{"hash":"h"}""",
        ["POST /v1/betaalopdrachten/{id}/rentevergoeding"] = """{"argument":"a"}""",
        ["POST /v1/betaalopdrachten/{id}/rentevergoeding/ondertekening"] = """{"hash":"h"}""",
        ["POST /v1/betaalopdrachten/{id}/rentevergoeding/terugzending"] = """{"hash":"h","reden":"r"}""",
        ["POST /v1/betaalopdrachten/{id}/vrijgave"] = """{"bezwaar":"b","toelichting":"t"}""",
        ["POST /v1/betaalrondes/{id}/akkoord"] = """{"hash":"h"}""",
        ["POST /v1/betaalrondes/{id}/intrekking"] = """{"toelichting":"t"}""",
        ["POST /v1/betaalrondes/{id}/uitname"] = """{"opdrachten":["o"],"toelichting":"t"}""",
        ["POST /v1/bezwaren/{bezwaar}/advies"] = """{"strekking":"gegrond","tekst":"t"}""",
        ["POST /v1/bezwaren/{bezwaar}/beroep"] = """{"besluit":"b","stand":"ingesteld","dag":"2026-01-01","toelichting":"t"}""",
        ["POST /v1/bezwaren/{bezwaar}/correctie"] = """{"ontvangenOp":"2026-01-01","reden":"r"}""",
        ["POST /v1/bezwaren/{bezwaar}/hoorafzien"] = """{"grond":"wil-niet-gehoord","argument":"a"}""",
        ["POST /v1/bezwaren/{bezwaar}/hoorverslag"] = """{"dag":"2026-01-01","tekst":"t"}""",
        ["POST /v1/bezwaren/{bezwaar}/hoorzitting"] = """{"wanneer":"2026-01-01T10:00:00","wijze":"video"}""",
        ["POST /v1/bezwaren/{bezwaar}/ingebrekestelling"] = """{"ontvangenOp":"2026-01-01"}""",
        ["POST /v1/bezwaren/{bezwaar}/ingebrekestelling/vervallenverklaring"] = """{"reden":"r"}""",
        ["POST /v1/bezwaren/{bezwaar}/ondertekening"] = """{"hash":"h"}""",
        ["POST /v1/bezwaren/{bezwaar}/ontvankelijkheid"] = """{"grond":"op-tijd","argument":"a"}""",
        ["POST /v1/bezwaren/{bezwaar}/partijen"] = """{"naam":"n","belang":"b"}""",
        ["POST /v1/bezwaren/{bezwaar}/terugzending"] = """{"hash":"h","reden":"r"}""",
        ["POST /v1/bezwaren/{bezwaar}/uitstel"] = """{"grond":"indiener-stemt-in","totEnMet":"2026-01-01","argument":"a"}""",
        ["POST /v1/bezwaren/{bezwaar}/voorstel"] = """{"uitkomst":"gegrond","motivering":"m"}""",
        ["POST /v1/briefsjablonen/{soort}/voorbeeld/{zaaknummer}"] = """{"onderwerp":"o","tekst":"t"}""",
        ["POST /v1/brieven/voorbeeld/{zaaknummer}/intrekking-voornemen"] =
            """{"bedrag":"0.00","grond":"verlening-onjuist","argument":"a","hardheid":"h"}""",
        ["POST /v1/dossiers/{zaaknummer}/uitvoer"] = """{"aanleiding":"beroep","toelichting":"t"}""",
        ["POST /v1/vorderingen/{vordering}/terugvordering"] = """{"argument":"a"}""",
        ["POST /v1/vorderingen/{vordering}/betalingsregeling"] = """{"argument":"a","termijnen":[]}""",
        ["POST /v1/vorderingen/{vordering}/betalingsregeling/intrekking"] = """{"argument":"a"}""",
        ["POST /v1/vorderingen/{vordering}/rente"] = """{"argument":"a"}""",
        ["POST /v1/vorderingen/{vordering}/verrekening"] = """{"betaalopdracht":"b","zelfdeActiviteiten":true,"argument":"a"}""",
        ["POST /v1/vorderingen/{vordering}/dwangbevel"] = """{"argument":"a"}""",
        ["POST /v1/vorderingen/{vordering}/dwangbevel/betekening"] = """{"dag":"2026-01-01","kosten":"0.00","toelichting":"t"}""",
        ["POST /v1/vorderingen/{vordering}/afboeking"] = """{"argument":"a"}""",
        ["POST /v1/vorderingen/{vordering}/ondertekening"] = """{"hash":"h"}""",
        ["POST /v1/vorderingen/{vordering}/terugzending"] = """{"hash":"h","reden":"r"}""",
        ["POST /v1/vorderingen/{vordering}/belemmering"] = """{"soort":"faillissement","vanaf":"2026-01-01","toelichting":"t"}""",
        ["POST /v1/vorderingen/{vordering}/belemmering/opheffing"] = """{"toelichting":"t"}""",
        ["POST /v1/vorderingen/{vordering}/erkenning"] = """{"dag":"2026-01-01","toelichting":"t"}""",
        ["POST /v1/grootboek/boekingen/{boeking}/tegenboeking"] = """{"reden":"r"}""",
        ["POST /v1/grootboek/boekingen/{boeking}/tegenboeking/ondertekening"] = """{"hash":"h"}""",
        ["POST /v1/grootboek/boekingen/{boeking}/tegenboeking/terugzending"] = """{"reden":"r"}""",
        ["POST /v1/verantwoordingen/{zaaknummer}/ambtshalve-beoordeling"] = """{"activiteiten":[]}""",
        ["POST /v1/verantwoordingen/{zaaknummer}/beoordeling"] = """{"activiteiten":[]}""",
        ["POST /v1/verantwoordingen/{zaaknummer}/declaratie/aanvullingsverzoek"] = """{"vraag":"v"}""",
        ["POST /v1/verantwoordingen/{zaaknummer}/voortgang/terugzending"] = """{"reden":"r"}""",
        ["POST /v1/verantwoordingen/{zaaknummer}/declaratie/beoordeling"] = """{"regels":[]}""",
        ["POST /v1/verantwoordingen/{zaaknummer}/declaratie/beoordeling/proef"] = """{"regels":[]}""",
        ["POST /v1/verantwoordingen/{zaaknummer}/ingebrekestelling"] = """{"ontvangenOp":"2026-01-01"}""",
        ["POST /v1/verantwoordingen/{zaaknummer}/ingebrekestelling/vervallenverklaring"] = """{"reden":"r"}""",
        ["POST /v1/verantwoordingen/{zaaknummer}/ondertekening"] = """{"hash":"h"}""",
        ["POST /v1/verantwoordingen/{zaaknummer}/steekproef"] = """{"zaad":"z"}""",
        ["POST /v1/verantwoordingen/{zaaknummer}/vertraging"] = """{"verwachtOp":"2026-01-01"}""",
        ["POST /v1/verleningen/{zaaknummer}/ondertekening"] = """{"hash":"h"}""",
        ["POST /v1/verleningen/{zaaknummer}/terugzending"] = """{"reden":"r"}""",
        ["POST /v1/verleningen/{zaaknummer}/intrekkingen"] =
            """{"bedrag":"0.00","grond":"verlening-onjuist","argument":"a","hardheid":"h"}""",
        ["POST /v1/verleningen/{zaaknummer}/intrekkingen/ondertekening"] = """{"hash":"h"}""",
        ["POST /v1/verleningen/{zaaknummer}/intrekkingen/terugzending"] = """{"reden":"r"}""",
        ["POST /v1/verleningen/{zaaknummer}/herstelvoorstellen"] = """{"herstelt":"h","soort":"tekst","fout":"f"}""",
        ["POST /v1/verleningen/{zaaknummer}/herstelvoorstellen/ondertekening"] = """{"hash":"h"}""",
        ["POST /v1/verleningen/{zaaknummer}/herstelvoorstellen/terugzending"] = """{"reden":"r"}""",
        ["POST /v1/verleningen/{zaaknummer}/voorschotvoorstel"] = """{"argument":"a"}""",
        ["POST /v1/verleningen/{zaaknummer}/voorschotvoorstel/ondertekening"] = """{"hash":"h"}""",
        ["POST /v1/verleningen/{zaaknummer}/voorschotvoorstel/terugzending"] = """{"reden":"r"}""",
        ["POST /v1/verleningen/{zaaknummer}/wijzigingen/{nummer}/ingebrekestelling"] = """{"ontvangenOp":"2026-01-01"}""",
        ["POST /v1/verleningen/{zaaknummer}/wijzigingen/{nummer}/ingebrekestelling/vervallenverklaring"] = """{"reden":"r"}""",
        ["POST /v1/verleningen/{zaaknummer}/wijzigingen/{nummer}/ondertekening"] = """{"hash":"h"}""",
        ["POST /v1/verleningen/{zaaknummer}/wijzigingen/{nummer}/terugzending"] = """{"reden":"r"}""",
        ["POST /v1/verleningen/{zaaknummer}/wijzigingen/{nummer}/vertraging"] = """{"verwachtOp":"2026-01-01"}""",
        ["POST /v1/verleningen/{zaaknummer}/wijzigingen/{nummer}/voorstel"] = """{"uitkomst":"toegewezen","argument":"a"}""",
    };

    /// <summary>Where addresses begin that name nothing of a case; and that of the post, which a test of its own looks at.</summary>
    private static readonly string[] VanGeenZaak =
    [
        // A statement is of no case: a test of its lines looks at these.
        "/v1/afschriften/",
        "/v1/beheer/",
        // Of all firms that had a scan, from a threshold on.
        "/v1/benchmarks/",
        "/v1/boekmaanden/",
        "/v1/briefsjablonen/{soort}",
        // Of all cases of a year: a test of the ledger looks at it.
        "/v1/grootboek/uitvoer/",
        // What everyone reads, and how well questions measure.
        "/v1/indicatoren/",
        "/v1/instrumenten/",
        "/v1/interventies/",
        "/v1/machtigingen/",
        "/v1/medewerkers/",
        "/v1/ondernemingen/",
        "/v1/ontvangsten/",
        "/v1/postbundels/",
        "/v1/regelversies/",
        "/v1/rekeningen/",
        "/v1/simulaties/",
        "/v1/standaardteksten/",
        // Of many cases: a test of the draw looks at these.
        "/v1/steekproeven/",
        // Of many cases: a test of the register looks at these.
        "/v1/steunregister/",
        "/v1/tijdvakken/",
        "/v1/werk/weergaven/",
    ];

    /// <summary>What has a number of its own in one case.</summary>
    private sealed record Zaakdingen(string Wie, Dingen Dingen, string Bestand, string Bankregel, string Email, Guid Alarm, string Boeking)
    {
        public string Zaak => Dingen.Zaaknummer;

        /// <summary>What an address names by this parameter; null when that is of no case.</summary>
        public string? Nummer(string route, string parameter) =>
            (parameter, route.Split('/')[2]) switch
            {
                ("zaaknummer", _) => Zaak,
                ("bezwaar", _) => Dingen.Bezwaar,
                ("vordering", _) => $"{Zaak}-TV1",
                ("id", "brieven") => Dingen.Brief,
                ("id", "documenten") => Dingen.Document,
                ("id", "betaalopdrachten") => $"{Zaak}-B1",
                ("id", "betaalbestanden") => Bestand,
                ("id", "betaalrondes") => Bestand,
                ("id", "bankregels") => Bankregel,
                ("id", "emails") => Email,
                ("id", "afstemming") => Alarm.ToString(),
                ("boeking", "grootboek") => Boeking,
                _ => null,
            };
    }

    [Fact]
    public async Task Every_endpoint_that_names_a_case_or_something_of_it_is_closed_to_who_declared_it_and_open_to_a_colleague()
    {
        var iemand = huis.Medewerker(Rollen);
        var (van, ander) = (await Alles(), await Alles());
        await Zaakloop.Gelukt(Meld(iemand, van.Zaak, "Mijn zus werkt daar."));
        await huis.Stil();

        var eindpunten = huis
            .Eindpunten.Where(e =>
                e.RoutePattern.Parameters.Count > 0
                && e.Metadata.GetMetadata<Toegang>()!.Rollen.Any(Rollen.Contains)
                && e.Metadata.GetMetadata<OpenBijBelang>() is null
            )
            .ToLookup(e => e.RoutePattern.Parameters.Any(p => van.Nummer(e.RoutePattern.RawText!, p.Name) is not null));
        var onbekend = eindpunten[false]
            .Where(e => !VanGeenZaak.Any(begin => e.RoutePattern.RawText!.StartsWith(begin, StringComparison.Ordinal)))
            .Select(e => e.Naam())
            .ToList();
        Assert.True(
            onbekend.Count == 0,
            $"Nobody tries whether these are closed: {string.Join(", ", onbekend)}. Add to Zaakdingen what they name of a case, or to VanGeenZaak that it is nothing."
        );
        var namen = eindpunten[true].Select(e => e.Naam()).ToList();
        Assert.Contains("POST /v1/verleningen/{zaaknummer}/ondertekening", namen);
        Assert.Contains("POST /v1/bezwaren/{bezwaar}/ondertekening", namen);
        var voor = await Gebeurd(van.Zaak);
        foreach (var eindpunt in eindpunten[true])
        {
            var antwoord = await Roep(eindpunt, iemand, van);
            Assert.True(antwoord.Status == 403, $"{eindpunt.Naam()} answers {antwoord.Status}: {antwoord.Tekst}");
            antwoord.IsProbleem(403, Gesloten).NoemtArtikel("artikel 2:4 Awb");
            var open = await Roep(eindpunt, iemand, ander);
            Assert.False(open.Tekst.Contains($":{Gesloten}\"", StringComparison.Ordinal), $"{eindpunt.Naam()}: {open.Tekst}");
        }
        foreach (
            var pad in (string[])
                [
                    "betaalopdrachten?zaaknummer=",
                    "documenten?zaaknummer=",
                    "brieven?zaaknummer=",
                    "brieven/voorbeeld?zaaknummer=",
                    "emails?zaaknummer=",
                    "grootboek?zaaknummer=",
                    "grootboek/saldi?zaaknummer=",
                    "vorderingen?zaaknummer=",
                    "grootboek/boekingen?zaaknummer=",
                    "grootboek/proefbalans?zaaknummer=",
                ]
        )
        {
            (await huis.Haal(iemand, $"/v1/{pad}{van.Zaak}")).IsProbleem(403, Gesloten);
        }
        await huis.Stil();
        Assert.Equal(voor, await Gebeurd(van.Zaak));
        Assert.Equal(200, (await huis.Haal(Mensen.Beoordelaar, $"/v1/aanvragen/{van.Zaak}")).Status);
        Assert.Equal(200, (await huis.Haal(Mensen.Beoordelaar, $"/v1/bezwaren/{van.Dingen.Bezwaar}")).Status);
        Assert.Equal(200, (await huis.Haal(van.Wie, $"/v1/aanvragen/{van.Zaak}")).Status);
        await Ruim(van, ander);
    }

    /// <summary>A case with an award, letters, an objection, its advance in a payment file, a movement on the work list, an e-mail and an alarm.</summary>
    private async Task<Zaakdingen> Alles()
    {
        var (wie, kvkNummer) = huis.Ondernemer();
        var dingen = await new Bereik(huis).Maak(wie, kvkNummer);
        var opdracht = $"{dingen.Zaaknummer}-B1";
        var betalen = new Betaalloop(huis);
        var (bestand, bankregel) = (await betalen.Bestand(opdracht), await betalen.Bankregel(opdracht));
        await huis.Stil();
        var emails = await Zaakloop.Gelukt(huis.Haal(Mensen.Beoordelaar, $"/v1/emails?zaaknummer={dingen.Zaaknummer}"));
        var alarm = Guid.CreateVersion7();
        await huis.Voer(
            $"""
            insert into zaken.alarm (id, kenmerk, context, regel, onderwerp, zaaknummer, verwacht, gevonden, eerst_op, laatst_op)
            values ('{alarm}', '{alarm}', 'betalingen', 'Elke betaling heeft een besluit', '{opdracht}', '{dingen.Zaaknummer}', '1', '0', now(), now())
            """
        );
        var grootboek = await Zaakloop.Gelukt(huis.Haal(Mensen.Controleur, $"/v1/grootboek?zaaknummer={dingen.Zaaknummer}"));
        var boeking = grootboek.Inhoud[0].GetProperty("boeking").GetString()!;
        return new(wie, dingen, bestand, bankregel, emails.Inhoud[0].GetProperty("id").GetString()!, alarm, boeking);
    }

    /// <summary>No other test finds an alarm or an e-mail that was made up here.</summary>
    private async Task Ruim(params IEnumerable<Zaakdingen> zaken)
    {
        foreach (var zaak in zaken)
        {
            await huis.Voer($"delete from zaken.alarm where id = '{zaak.Alarm}'");
            await huis.Voer($"update dossiers.email set stand = 'Vervallen' where zaaknummer = '{zaak.Zaak}'");
        }
    }

    private Task<Gekregen> Roep(RouteEndpoint eindpunt, string wie, Zaakdingen zaak)
    {
        var route = eindpunt.RoutePattern.RawText!;
        var pad = Parameter()
            .Replace(
                route,
                p => Uri.EscapeDataString(zaak.Nummer(route, p.Groups[1].Value) ?? (p.Groups[1].Value == "nummer" ? "1" : "verlening"))
            );
        var methode = new HttpMethod(eindpunt.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Single());
        return methode == HttpMethod.Get
            ? huis.Haal(wie, pad)
            : huis.Zend(
                wie,
                methode,
                pad,
                new StringContent(Berichten.GetValueOrDefault(eindpunt.Naam(), "{}"), Encoding.UTF8, "application/json")
            );
    }

    [GeneratedRegex(@"\{(\w+)[^}]*\}")]
    private static partial Regex Parameter();
}
