using System.Net;
using System.Text;

namespace SlimRegeling.Api.Tests;

/// <summary>Who guesses codes is held up, per address and whatever scan they name; who answers from another one is not.</summary>
public sealed class ScanradenTests(Apihuis huis)
{
    private const int PerMinuut = 600;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("POST", "vragenlijst", "203.0.113.90")]
    [InlineData("PUT", "concept", "203.0.113.91")]
    [InlineData("POST", "antwoorden", "203.0.113.92")]
    public async Task Six_hundred_guesses_a_minute_and_no_more_from_one_address(string methode, string wat, string adres)
    {
        using var client = new HttpClient { BaseAddress = huis.Adres };

        await Zeshonderdmaal(async i =>
        {
            using var geraden = await Raad(client, methode, $"v1/scans/scan-geraden{i}/{wat}", adres);
            Assert.Equal(HttpStatusCode.Conflict, geraden.StatusCode);
        });

        using var teveel = await Raad(client, methode, $"v1/scans/scan-weereen/{wat}", adres);
        Assert.Equal(HttpStatusCode.TooManyRequests, teveel.StatusCode);
        Assert.NotNull(teveel.Headers.RetryAfter);
        using var ander = await Raad(client, methode, $"v1/scans/scan-weereen/{wat}", "203.0.113.99");
        Assert.Equal(HttpStatusCode.Conflict, ander.StatusCode);
    }

    /// <summary>The pages call for who looks at them, and not for themselves: one who guesses there holds up nobody else.</summary>
    [Fact]
    public async Task Who_guesses_by_the_pages_is_held_up_by_their_own_address()
    {
        using var client = new HttpClient { BaseAddress = huis.Adres };

        await Zeshonderdmaal(async _ =>
        {
            using var geraden = await Blad(client, "203.0.113.93");
            Assert.Equal(HttpStatusCode.OK, geraden.StatusCode);
        });

        using var teveel = await Blad(client, "203.0.113.93");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, teveel.StatusCode);
        Assert.Contains("Probeer het over een minuut opnieuw", await teveel.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        using var ander = await Blad(client, "203.0.113.94");
        Assert.Equal(HttpStatusCode.OK, ander.StatusCode);
    }

    private static Task Zeshonderdmaal(Func<int, Task> doe) =>
        Parallel.ForEachAsync(
            Enumerable.Range(0, PerMinuut),
            new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = Ct },
            async (i, _) => await doe(i)
        );

    private static async Task<HttpResponseMessage> Raad(HttpClient client, string methode, string pad, string adres)
    {
        var code = new string('0', 26);
        var inhoud = pad.EndsWith("vragenlijst", StringComparison.Ordinal) ? $$"""{"code":"{{code}}"}""" : Zaakloop.Antwoorden(code);
        using var verzoek = new HttpRequestMessage(HttpMethod.Parse(methode), pad)
        {
            Content = new StringContent(inhoud, Encoding.UTF8, "application/json"),
        };
        return await Zend(client, verzoek, adres);
    }

    private static async Task<HttpResponseMessage> Blad(HttpClient client, string adres)
    {
        using var verzoek = new HttpRequestMessage(HttpMethod.Post, "scan/invullen")
        {
            Content = new FormUrlEncodedContent(
                new Dictionary<string, string>
                {
                    ["scan"] = "scan-bestaatniet",
                    ["code"] = new string('0', 26),
                    ["_doe"] = "open",
                }
            ),
        };
        return await Zend(client, verzoek, adres);
    }

    private static async Task<HttpResponseMessage> Zend(HttpClient client, HttpRequestMessage verzoek, string adres)
    {
        verzoek.Headers.Add("X-Forwarded-For", adres);
        return await client.SendAsync(verzoek, Ct);
    }
}
