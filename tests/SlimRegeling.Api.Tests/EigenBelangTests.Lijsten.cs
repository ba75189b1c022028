using System.Text;
using System.Text.Json;
using NodaTime.Text;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Api.Tests;

public sealed partial class EigenBelangTests
{
    /// <summary>The lists in which a colleague finds one of the cases of this test: of the others it is proved nowhere that they leave it out.</summary>
    private static readonly string[] MetZaken =
    [
        "GET /v1/aanvullingsverzoeken",
        "GET /v1/afstemming",
        "GET /v1/beheer/emails",
        "GET /v1/bankregels",
        "GET /v1/betaalopdrachten",
        "GET /v1/bezwaren",
        "GET /v1/buitenbehandelingvoorstellen",
        "GET /v1/grootboek/boekingen",
        "GET /v1/ondertekeningen",
        "GET /v1/werk",
        "GET /v1/zaken",
    ];

    [Fact]
    public async Task No_list_that_an_employee_can_ask_for_names_a_case_that_is_closed_to_them()
    {
        var (iemand, collega) = (huis.Medewerker(Rollen), huis.Medewerker(Rollen));
        var alles = await Alles();
        await huis.Voer($"update dossiers.email set stand = 'Geweigerd' where zaaknummer = '{alles.Zaak}'");
        var later = await _loop.Ingediend(await _loop.Tijdvak(), alles.Wie);
        var voorgelegd = await Voorgelegd();
        var (onvolledig, geloot) = (await Onvolledig(), await _loop.Geloot(3, "22080.00"));
        var (nietAangevuld, teHerstellen, teVerlagen) = (await NietAangevuld(), await TeHerstellen(), await TeVerlagen());
        string[] dicht = [alles.Zaak, voorgelegd, onvolledig.Zaak, geloot.Zaken[0], nietAangevuld.Zaak, teHerstellen, teVerlagen];
        foreach (var zaak in dicht)
        {
            await Zaakloop.Gelukt(Meld(iemand, zaak));
        }
        await huis.Stil();
        await huis.Bijgewerkt();

        var vanEen = $"?zaaknummer={alles.Zaak}";
        var vragen = new Dictionary<string, string>
        {
            ["GET /v1/aanvullingsverzoeken"] = $"?tijdvak={onvolledig.Tijdvak}",
            ["GET /v1/brieven"] = vanEen,
            ["GET /v1/brieven/voorbeeld"] = vanEen,
            ["GET /v1/buitenbehandelingvoorstellen"] = $"?tijdvak={nietAangevuld.Tijdvak}",
            ["GET /v1/documenten"] = vanEen,
            ["GET /v1/emails"] = vanEen,
            ["GET /v1/grootboek"] = vanEen,
            ["GET /v1/grootboek/boekingen"] = "?aantal=200",
            ["GET /v1/ondertekeningen"] = "?aantal=200",
            ["GET /v1/werk"] = "?aantal=100",
            ["GET /v1/zaken"] = "?aantal=100",
        };
        var gezien = new List<string>();
        foreach (
            var lijst in huis.Eindpunten.Where(e =>
                e.RoutePattern.Parameters.Count == 0
                && e.Naam().StartsWith("GET ", StringComparison.Ordinal)
                && e.Metadata.GetMetadata<Toegang>()!.Rollen.Any(Rollen.Contains)
            )
        )
        {
            var (naam, pad) = (lijst.Naam(), lijst.RoutePattern.RawText + vragen.GetValueOrDefault(lijst.Naam()));
            if (pad.EndsWith(vanEen, StringComparison.Ordinal))
            {
                (await huis.Haal(iemand, pad)).IsProbleem(403, Gesloten);
                continue;
            }
            var (voorIemand, voorCollega) = (await Bladzijden(iemand, pad), await Bladzijden(collega, pad));
            Assert.False(dicht.Any(z => voorIemand.Contains(z, StringComparison.Ordinal)), $"{naam} names what is closed: {voorIemand}");
            if (dicht.Any(z => voorCollega.Contains(z, StringComparison.Ordinal)))
            {
                gezien.Add(naam);
            }
        }
        Assert.Empty(MetZaken.Except(gezien));

        await Toont($"/v1/aanvragen/{later}/verwant", alles.Zaak);
        await Toont($"/v1/ondernemingen/{alles.Dingen.KvkNummer}/steun", alles.Zaak);
        await Toont("/v1/ondertekeningen", teHerstellen);
        await Toont("/v1/ondertekeningen", teVerlagen);
        var simulatie =
            $$"""{"tijdvak":"{{geloot.Tijdvak}}","wijzigingen":[{"sectie":"parameters","code":"percentage-klein","waarde":"40"}]}""";
        Assert.DoesNotContain(geloot.Zaken[0], await Reken(iemand), StringComparison.Ordinal);
        Assert.Contains(geloot.Zaken[0], await Reken(collega), StringComparison.Ordinal);
        await Ruim(alles);

        async Task Toont(string pad, string zaak)
        {
            Assert.DoesNotContain(zaak, (await Zaakloop.Gelukt(huis.Haal(iemand, pad))).Tekst, StringComparison.Ordinal);
            Assert.Contains(zaak, (await Zaakloop.Gelukt(huis.Haal(collega, pad))).Tekst, StringComparison.Ordinal);
        }

        async Task<string> Reken(string wie) => (await Zaakloop.Gelukt(huis.Post(wie, "/v1/simulaties", simulatie))).Tekst;
    }

    /// <summary>All that a list gives, page after page.</summary>
    private async Task<string> Bladzijden(string wie, string pad)
    {
        var tekst = new StringBuilder();
        for (var na = ""; ; )
        {
            var bladzijde = await Zaakloop.Gelukt(huis.Haal(wie, pad + na));
            tekst.AppendLine(bladzijde.Tekst);
            if (bladzijde.Inhoud.ValueKind != JsonValueKind.Object || !bladzijde.Inhoud.TryGetProperty("volgende", out var volgende))
            {
                return tekst.ToString();
            }
            na = $"{(pad.Contains('?', StringComparison.Ordinal) ? '&' : '?')}na={Uri.EscapeDataString(volgende.GetString()!)}";
        }
    }

    /// <summary>Assessed, so that it waits for a signature.</summary>
    private async Task<string> Voorgelegd()
    {
        var tijdvak = await _loop.Tijdvak();
        var zaak = await _loop.Ingediend(tijdvak, huis.Ondernemer().Wie);
        await _loop.Gereserveerd(tijdvak, zaak);
        await _loop.Beoordeeld(zaak);
        return zaak;
    }

    /// <summary>Awarded, with a mistake in its words that waits to be mended.</summary>
    private async Task<string> TeHerstellen()
    {
        var zaak = await Voorgelegd();
        await _loop.Verleend(zaak);
        const string Fout = "\"soort\":\"tekst\",\"fout\":\"De naam klopt niet.\",\"juist\":\"De naam is Bouwbedrijf.\"";
        await Zaakloop.Gelukt(
            huis.Post(Mensen.Beoordelaar, $"/v1/verleningen/{zaak}/herstelvoorstellen", $$"""{"herstelt":"{{zaak}}-V1",{{Fout}}}""")
        );
        return zaak;
    }

    /// <summary>Awarded, and what makes it less waits for a signature.</summary>
    private async Task<string> TeVerlagen()
    {
        var zaak = await Voorgelegd();
        await _loop.Verleend(zaak);
        const string Minder = """
            {"bedrag":"1000.00","grond":"onjuiste-gegevens","argument":"a","hardheid":"h","nietHoren":"spoed","waaromNietHoren":"w"}
            """;
        await Zaakloop.Gelukt(huis.Post(Mensen.Beoordelaar, $"/v1/verleningen/{zaak}/intrekkingen", Minder));
        return zaak;
    }

    /// <summary>Received without one of its declarations, and not asked yet.</summary>
    private async Task<(string Tijdvak, string Zaak)> Onvolledig()
    {
        var (tijdvak, wie) = (await _loop.Tijdvak(), huis.Ondernemer().Wie);
        var zaak = await _loop.Concept(tijdvak, wie);
        var zonder = Zaakloop.Formulier.Replace("\"deMinimis\":{\"soort\":\"geen\"},", "", StringComparison.Ordinal);
        await Zaakloop.Gelukt(huis.Put(wie, $"/v1/aanvragen/{zaak}/concept", zonder));
        await Zaakloop.Gelukt(huis.Post(wie, $"/v1/aanvragen/{zaak}/indiening"));
        await huis.Stil();
        return (tijdvak, zaak);
    }

    /// <summary>Asked for a completion that did not come in time.</summary>
    private async Task<(string Tijdvak, string Zaak)> NietAangevuld()
    {
        var (wie, kvkNummer) = huis.Ondernemer();
        await _loop.Ingeschreven(wie, kvkNummer);
        var tijdvak = await _loop.Tijdvak();
        var zaak = await _loop.Ingediend(tijdvak, wie);
        await Zaakloop.Gelukt(
            huis.Post(Mensen.Beoordelaar, $"/v1/aanvragen/{zaak}/volledigheid", """{"volledig":false,"ontbreekt":["mkb-verklaring"]}""")
        );
        await huis.Stil();
        var beeld = await Zaakloop.Gelukt(huis.Haal(Mensen.Beoordelaar, $"/v1/aanvragen/{zaak}"));
        var uiterlijk = LocalDatePattern.Iso.Parse(beeld.Veld("aanvullenUiterlijk")).Value;
        huis.Klok.Vooruit(Moment.Op(uiterlijk.PlusDays(1).AtMidnight()) - huis.Klok.GetCurrentInstant());
        return (tijdvak, zaak);
    }
}
