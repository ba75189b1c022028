using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using NodaTime;
using SlimRegeling.Berichten.Verlening;

namespace SlimRegeling.Web.Tests;

/// <summary>
/// A case of an enterprise of its own whose period is over. The way from submission to award has tests of its own; here only the accounting heard of it.
/// </summary>
internal static class Vaststelzaak
{
    public static readonly LocalDate Van = new(2024, 6, 25);
    public static readonly LocalDate Tot = new(2025, 6, 24);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>
    /// The bicycle repair shop: awarded 9,200.00 at 80%, with 4,600.00 in advance. It declared an adviser at 150.00 an hour, 90 hours of its own, a
    /// method, and a box of material that nobody saw paid.
    /// </summary>
    public static async Task<string> Gedeclareerd(Portaalhuis huis, string tijdvak)
    {
        var wie = await huis.Onderneming();
        var zaak = await Werkzaak.Ingediend(huis, tijdvak, wie: wie);
        await Verleen(huis, zaak, tijdvak, "slim-2024", "aanvraag");
        var document = await Stuur(huis, wie, zaak);
        await huis.Stil();
        var verslagen = (string[])
            ["deelnemende-ondernemingen", "ontwikkelplan", "producten-methode", "urenregistratie", "facturen-en-betaalbewijzen"];
        var declaratie = new
        {
            regels = (object[])
                [
                    new
                    {
                        id = "adviseur",
                        soort = "factuur",
                        activiteit = "A",
                        uren = 36,
                        uurtarief = "150.00",
                        leverancier = $"Advies van {zaak} B.V.",
                        factuurnummer = "2024-117",
                        factuurdatum = "2024-10-01",
                        betaaldatum = "2024-10-15",
                        bedrag = "5400.00",
                        adviseur = true,
                        documenten = (string[])[document],
                    },
                    Uren("uren-1", "2024-09-02"),
                    Uren("uren-2", "2024-09-09"),
                    Uren("uren-3", "2024-09-16"),
                    Factuur(zaak, "methode", "1232.00", "2024-11-18", document),
                    Factuur(zaak, "materiaal", "200.00", null, document),
                ],
            verslagen = verslagen.Select(code => new { code, documenten = (string[])[document] }),
        };
        await huis.Gelukt(wie, HttpMethod.Put, $"/v1/verantwoordingen/{zaak}/declaratie/concept", declaratie);
        await huis.Gelukt(wie, HttpMethod.Post, $"/v1/verantwoordingen/{zaak}/declaratie", new { });
        await huis.Stil();
        return zaak;
    }

    /// <summary>The accounting is opened for it.</summary>
    public static async Task Verleen(Portaalhuis huis, string zaak, string tijdvak, string regelversie, string wijze)
    {
        var kvkNummer = (await huis.Gelukt("beoordelaar", HttpMethod.Get, $"/v1/aanvragen/{zaak}")).GetProperty("kvkNummer").GetString()!;
        await huis.Zeg(
            "verlening",
            "subsidie-verleend",
            zaak,
            new SubsidieVerleendBericht(
                zaak,
                tijdvak,
                kvkNummer,
                regelversie,
                $"{zaak}-V1",
                Van.PlusDays(-1),
                11_500.00m,
                9_200.00m,
                4_600.00m,
                Van,
                Tot,
                wijze,
                ["A", "C"],
                ["beoordelaar", "medeondertekenaar"],
                huis.Nu,
                new Dictionary<string, decimal> { ["A"] = 4_968.00m, ["C"] = 4_232.00m },
                "mkb-onderneming"
            )
        );
    }

    public static async Task<JsonElement> Stand(Portaalhuis huis, string zaak) =>
        await huis.Gelukt("medeondertekenaar", HttpMethod.Get, $"/v1/verantwoordingen/{zaak}");

    private static object Uren(string id, string week) =>
        new
        {
            id,
            soort = "uren",
            activiteit = "C",
            medewerker = "P-01",
            week,
            uren = 30,
            uurtarief = "31.68",
            brutojaarloon = "41280.00",
        };

    /// <summary>Of a supplier of this case alone: an invoice that another case has too is seen.</summary>
    private static Dictionary<string, object> Factuur(string zaak, string id, string bedrag, string? betaald, string document)
    {
        var regel = new Dictionary<string, object>
        {
            ["id"] = id,
            ["soort"] = "factuur",
            ["activiteit"] = "C",
            ["leverancier"] = $"Leverancier van {zaak} B.V.",
            ["factuurnummer"] = $"F-{id}",
            ["factuurdatum"] = "2024-11-04",
            ["bedrag"] = bedrag,
            ["documenten"] = new[] { document },
        };
        if (betaald is not null)
        {
            regel["betaaldatum"] = betaald;
        }
        return regel;
    }

    private static async Task<string> Stuur(Portaalhuis huis, string wie, string zaak)
    {
        using var client = await Voorbeeldbeller.Als(wie, huis.Adres);
        using var verzoek = new HttpRequestMessage(HttpMethod.Post, $"/v1/documenten?zaaknummer={zaak}&soort=bijlage");
        verzoek.Content = new ByteArrayContent(Encoding.UTF8.GetBytes("factuur;2024-117\nbetaald;ja\n"));
        verzoek.Content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        verzoek.Content.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileNameStar = "facturen.txt" };
        verzoek.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        using var antwoord = await client.SendAsync(verzoek, Ct);
        var tekst = await antwoord.Content.ReadAsStringAsync(Ct);
        Assert.True(antwoord.IsSuccessStatusCode, tekst);
        return JsonSerializer.Deserialize<JsonElement>(tekst).GetProperty("document").GetString()!;
    }
}
