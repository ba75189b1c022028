using System.Net.Http.Json;

namespace SlimRegeling.Web.Tests;

/// <summary>A scan as a firm does it, through the API, from its start to its report.</summary>
internal static class Leerscan
{
    private static readonly string[] Kern = ["D1", "D2", "D3", "D4", "D5", "D6"];
    private static readonly string[] Bouwstenen = ["B1", "B2", "B3", "B4", "B5", "B6"];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Eleven of twelve people in two teams answer: low on D5, high on D1. Management gives everything the highest.</summary>
    /// <param name="zaaknummer">The case it is evidence in; null for none.</param>
    /// <param name="hoog">What people give to what they do not give low.</param>
    /// <returns>The name of the scan.</returns>
    public static async Task<string> MetRapport(Uri adres, string wie, string? zaaknummer = null, int hoog = 4)
    {
        var opzet = new
        {
            gevraagd = 12,
            instrument = "bouwstenen-1",
            mensen = 14,
            sector = "F",
            teams = (object[])[new { naam = "Winkel" }, new { naam = "Werkplaats" }],
            zaaknummer,
        };
        var gestart = await Voorbeeldbeller.Gelukt(adres, wie, HttpMethod.Post, "/v1/scans", opzet);
        var scan = gestart.GetProperty("scan").GetString()!;
        await Voorbeeldbeller.Gelukt(
            adres,
            wie,
            HttpMethod.Post,
            $"/v1/scans/{scan}/leiding",
            new
            {
                antwoorden = Antwoorden(_ => 5),
                volgorde = (string[])["D5"],
                fase = "kunnen",
                belemmeringen = (string[])["tijd"],
                drijfveren = (string[])["kwaliteit"],
                doelgroepen = (string[])["praktisch"],
                richting = new { plan = "nee", budget = "deels" },
                akkoord = true,
            }
        );
        foreach (var (i, code) in gestart.GetProperty("codes").EnumerateArray().Select(c => c.GetString()!).Skip(1).Index())
        {
            await Beantwoord(adres, scan, code, i < 6 ? "T01" : "T02", hoog);
        }
        await Voorbeeldbeller.Gelukt(adres, wie, HttpMethod.Post, $"/v1/scans/{scan}/sluiting", new { });
        return scan;
    }

    private static async Task Beantwoord(Uri adres, string scan, string code, string team, int hoog)
    {
        using var niemand = new HttpClient { BaseAddress = adres };
        using var antwoord = await niemand.PostAsJsonAsync(
            $"/v1/scans/{scan}/antwoorden",
            new
            {
                code,
                antwoorden = Antwoorden(deel =>
                    deel is "D5" or "B5" ? 2
                    : deel is "D1" or "B1" ? 5
                    : hoog
                ),
                wilBeter = (string[])["D5"],
                kenmerken = new Dictionary<string, string> { ["team"] = team },
            },
            Ct
        );
        Assert.True(antwoord.IsSuccessStatusCode, await antwoord.Content.ReadAsStringAsync(Ct));
    }

    /// <summary>Of each part the same to all its questions.</summary>
    private static Dictionary<string, int[]> Antwoorden(Func<string, int> van) =>
        Kern.ToDictionary(d => d, d => (int[])[van(d), van(d)])
            .Concat(Bouwstenen.ToDictionary(b => b, b => (int[])[van(b), van(b), van(b), van(b)]))
            .ToDictionary(d => d.Key, d => d.Value);
}
