using System.Net.Http.Json;
using System.Text.RegularExpressions;

namespace SlimRegeling.Web.Tests;

/// <summary>
/// Two firms in which the same people gave the same answers, and one of them is in another of two hidden teams: what the API and the pages say of both, with
/// their tables and charts, is the same to the letter.
/// </summary>
public sealed partial class VerborgenteambladTests(Portaalhuis huis)
{
    private static readonly int[] Negen = [1, 1, 1, 1, 2, 3, 3, 3, 3];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_page_and_no_chart_says_how_many_of_a_hidden_team_answered()
    {
        var een = await Verteld("verborgene-een", "Verborgen Linde", "93760001", 5);
        var ander = await Verteld("verborgene-ander", "Verborgen Wilg", "93760002", 4);

        Assert.Equal(een, ander);
        // What may be shown is there: the third team, with its eight people.
        Assert.Contains("Team drie", een[1], StringComparison.Ordinal);
        Assert.Contains("te weinig antwoorden om te tonen", een[1], StringComparison.Ordinal);
        Assert.Contains("data-kop=\"Deden mee\">8<", een[1], StringComparison.Ordinal);
    }

    private async Task<IReadOnlyList<string>> Verteld(string wie, string naam, string kvk, int eerste)
    {
        huis.Registreer(wie, naam, kvk);
        await huis.Ingeschreven(wie, naam, kvk);
        object[] teams =
        [
            new { naam = "Team een", gevraagd = 6 },
            new { naam = "Team twee", gevraagd = 6 },
            new { naam = "Team drie", gevraagd = 9 },
        ];
        var gestart = await huis.Gelukt(wie, HttpMethod.Post, "/v1/scans", new { gevraagd = 21, teams });
        var scan = gestart.GetProperty("scan").GetString()!;
        var codes = gestart.GetProperty("codes").EnumerateArray().Select(c => c.GetString()!).ToList();
        for (var i = 0; i < 17; i++)
        {
            await Beantwoord(
                scan,
                codes[i],
                i < 9 ? Negen[i] : 4,
                i >= 9 ? "T03"
                    : i < eerste ? "T01"
                    : "T02"
            );
        }
        await huis.Gelukt(wie, HttpMethod.Post, $"/v1/scans/{scan}/sluiting", new { });

        var rapport = (await huis.Gelukt(wie, HttpMethod.Get, $"/v1/scans/{scan}/rapport")).GetProperty("rapport");
        // What other firms show is of the moment.
        var json = string.Join(',', rapport.EnumerateObject().Where(v => v.Name != "anderen").Select(v => v.ToString()));
        using var bezoeker = await KnoppenTests.Als(huis.Adres, wie);
        return
        [
            json,
            await Delen(bezoeker, $"/scans/{scan}/rapport", scan),
            await Delen(bezoeker, $"/scans/{scan}/rapport/medewerkers", scan),
            await Delen(bezoeker, $"/scans/{scan}/plan", scan),
        ];
    }

    private async Task Beantwoord(string scan, string code, int antwoord, string team)
    {
        using var niemand = new HttpClient { BaseAddress = huis.Adres };
        using var gegeven = await niemand.PostAsJsonAsync(
            $"/v1/scans/{scan}/antwoorden",
            new
            {
                code,
                antwoorden = Enumerable.Range(1, 6).ToDictionary(d => $"D{d}", _ => (int[])[antwoord, antwoord]),
                kenmerken = new Dictionary<string, string> { ["team"] = team },
            },
            Ct
        );
        Assert.True(gegeven.IsSuccessStatusCode, await gegeven.Content.ReadAsStringAsync(Ct));
    }

    /// <summary>The sections and tables of a page; what other firms show is left out, as it is of the moment, and so is what names the firm itself.</summary>
    private static async Task<string> Delen(Bezoeker bezoeker, string pad, string scan)
    {
        using var antwoord = await bezoeker.Haal(pad);
        var html = await antwoord.Content.ReadAsStringAsync(Ct);
        Assert.True(antwoord.IsSuccessStatusCode, html);
        var delen = Deel()
            .Matches(html)
            .Select(d => d.Value)
            .Where(d => !d.Contains("andere bedrijven", StringComparison.Ordinal))
            .ToList();
        Assert.NotEmpty(delen);
        var tekst = string.Concat(delen).Replace(scan, "scan", StringComparison.Ordinal);
        return Eigen().Replace(tekst, "eigen");
    }

    [GeneratedRegex("<section aria-labelledby.*?</section>|<table.*?</table>|<textarea.*?</textarea>", RegexOptions.Singleline)]
    private static partial Regex Deel();

    // Hashes, and the tokens of forms.
    [GeneratedRegex(@"[0-9a-f]{64}|CfDJ8[\w-]+")]
    private static partial Regex Eigen();
}
