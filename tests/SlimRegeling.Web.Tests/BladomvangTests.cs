using System.Net.Http.Headers;
using System.Text.RegularExpressions;

namespace SlimRegeling.Web.Tests;

/// <summary>A page on a telephone: no more is sent than is needed, also to who has much.</summary>
public sealed partial class BladomvangTests(Paginahuis huis)
{
    private const int Hoogstens = 200 * 1024;
    private const int PerBladzijde = 25;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/")]
    [InlineData("/proefberekening")]
    public async Task A_page_with_all_that_it_loads_but_fonts_is_sent_in_less_than_200_kB(string pad)
    {
        using var client = new HttpClient { BaseAddress = huis.Adres };
        client.DefaultRequestHeaders.AcceptEncoding.Add(new StringWithQualityHeaderValue("gzip"));
        var html = await client.GetStringAsync(pad, Ct);
        var delen = Deel().Matches(html).Select(m => m.Groups["pad"].Value).Where(p => p.StartsWith('/')).ToList();
        Assert.Contains("/ui/utrecht.css", delen);
        var verstuurd = html.Length;
        foreach (var deel in delen)
        {
            using var antwoord = await client.GetAsync(deel, Ct);
            Assert.Equal((deel, "gzip"), (deel, string.Join(",", antwoord.Content.Headers.ContentEncoding)));
            verstuurd += (await antwoord.Content.ReadAsByteArrayAsync(Ct)).Length;
        }
        Assert.InRange(verstuurd, 1, Hoogstens);
    }

    [Fact]
    public async Task Who_has_many_drafts_goes_from_page_to_page_and_meets_each_once()
    {
        for (var i = 0; i <= PerBladzijde; i++)
        {
            var tijdvak = i % 2 == 0 ? Paginahuis.Tijdvak : Paginahuis.Samenwerkingstijdvak;
            using var begonnen = await huis.Roep(Paginahuis.Veelvrager, HttpMethod.Post, "/v1/aanvragen", new { tijdvak });
            Assert.True(begonnen.IsSuccessStatusCode, await begonnen.Content.ReadAsStringAsync(Ct));
        }
        using var bezoeker = new Bezoeker(huis.Adres);
        using var eerste = await bezoeker.MeldAan(Paginahuis.Veelvrager, "/aanvragen");
        var html = await eerste.Content.ReadAsStringAsync(Ct);
        var eersteNummers = Nummers(html);
        Assert.Equal(PerBladzijde, eersteNummers.Count);

        using var tweede = await bezoeker.Haal(Volgende().Match(html).Groups["pad"].Value.Replace("&amp;", "&", StringComparison.Ordinal));
        var verder = await tweede.Content.ReadAsStringAsync(Ct);
        Assert.Single(Nummers(verder));
        Assert.Empty(Nummers(verder).Intersect(eersteNummers));
        Assert.DoesNotMatch(Volgende(), verder);
    }

    private static HashSet<string> Nummers(string html) => [.. Concept().Matches(html).Select(m => m.Groups["nummer"].Value)];

    [GeneratedRegex("<link\\b[^>]*\\brel=\"stylesheet\"[^>]*\\bhref=\"(?<pad>[^\"]+)\"|<script\\b[^>]*\\bsrc=\"(?<pad>[^\"]+)\"")]
    private static partial Regex Deel();

    [GeneratedRegex("<a\\b[^>]*href=\"/aanvragen/(?<nummer>SLIM-[0-9A-Z]{10})\"")]
    private static partial Regex Concept();

    [GeneratedRegex("<a\\b[^>]*rel=\"next\"[^>]*href=\"(?<pad>[^\"]+)\"")]
    private static partial Regex Volgende();
}
