using System.Net;
using System.Text.RegularExpressions;

namespace SlimRegeling.Web.Tests;

/// <summary>A browser without a screen: keeps every cookie whatever it says, so that a test sees what is set and what is done with it.</summary>
/// <param name="viaProxy">Comes over https to a proxy, which speaks http with the program.</param>
internal sealed partial class Bezoeker(Uri adres, bool viaProxy = false) : IDisposable
{
    private readonly HttpClient _client = new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false })
    {
        BaseAddress = adres,
    };

    public Dictionary<string, string> Koekjes { get; } = [];

    /// <summary>Every cookie as it was set, in order.</summary>
    public List<string> Gezet { get; } = [];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>The parts of the session cookie, laid together; empty when nobody signed in.</summary>
    public string Sessie =>
        string.Concat(
            Koekjes
                .Where(k => k.Key.Replace("__Host-", "", StringComparison.Ordinal).StartsWith("slimregeling", StringComparison.Ordinal))
                .OrderBy(k => k.Key, StringComparer.Ordinal)
                .Select(k => k.Value)
        );

    public Task<HttpResponseMessage> Haal(string pad) => Stuur(HttpMethod.Get, pad);

    public async Task<HttpResponseMessage> Stuur(HttpMethod methode, string pad, IEnumerable<KeyValuePair<string, string>>? velden = null)
    {
        var antwoord = await Zend(methode, pad, methode == HttpMethod.Post ? new FormUrlEncodedContent(velden ?? []) : null);
        Onthoud(antwoord);
        return antwoord;
    }

    /// <summary>The same form three times at once, as it goes when someone keeps clicking; what the answers set is kept as they came.</summary>
    /// <param name="vorm">What is sent, made anew for each.</param>
    public async Task<IReadOnlyList<HttpStatusCode>> Driemaal(string pad, Func<HttpContent> vorm)
    {
        var antwoorden = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Zend(HttpMethod.Post, pad, vorm())));
        foreach (var antwoord in antwoorden)
        {
            Onthoud(antwoord);
            antwoord.Dispose();
        }
        return [.. antwoorden.Select(a => a.StatusCode)];
    }

    /// <summary>Signs in as this example person and goes to the page that was asked for.</summary>
    public async Task<HttpResponseMessage> MeldAan(string persoon, string terug = "/")
    {
        var keuze = await Volg(await Haal($"/aanmelden?terug={Uri.EscapeDataString(terug)}"));
        var html = await keuze.Content.ReadAsStringAsync(Ct);
        Assert.Contains($"value=\"{persoon}\"", html, StringComparison.Ordinal);
        var velden = Verborgen().Matches(html).ToDictionary(m => m.Groups[1].Value, m => WebUtility.HtmlDecode(m.Groups[2].Value));
        velden["persoon"] = persoon;
        return await Volg(await Stuur(HttpMethod.Post, keuze.RequestMessage!.RequestUri!.ToString(), velden));
    }

    public void Dispose() => _client.Dispose();

    /// <summary>The forms of a page that send something: where to, and the token that each carries.</summary>
    public static IReadOnlyList<(string Naar, string? Teken)> Formulieren(string html, string pad) =>
        [
            .. Verzendingen(html)
                .Select(f =>
                    (Naar(f, pad), Teken().Match(f.Groups["inhoud"].Value) is { Success: true } teken ? teken.Groups[1].Value : null)
                ),
        ];

    /// <summary>Of the forms of a page that send something the first in which this text stands: where to, and its hidden fields.</summary>
    public static (string Naar, IReadOnlyList<KeyValuePair<string, string>> Velden) Vorm(string html, string tekst, string pad)
    {
        var vorm = Verzendingen(html).FirstOrDefault(f => f.Value.Contains(tekst, StringComparison.Ordinal));
        Assert.True(vorm is not null, $"{pad} has no form with {tekst}.");
        return (Naar(vorm, pad), Verborgene(vorm.Value));
    }

    /// <summary>The hidden fields of the form in the main part of a page.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Velden(string html) =>
        Verborgene(html[html.IndexOf("<main", StringComparison.Ordinal)..]);

    private static IReadOnlyList<KeyValuePair<string, string>> Verborgene(string html) =>
        [
            .. Verstopt()
                .Matches(html)
                .Select(m =>
                    KeyValuePair.Create(
                        Naam().Match(m.Value).Groups[1].Value,
                        WebUtility.HtmlDecode(Waarde().Match(m.Value).Groups[1].Value)
                    )
                ),
        ];

    private static IEnumerable<Match> Verzendingen(string html) =>
        Formulier().Matches(html).Where(f => f.Groups["kop"].Value.Contains("method=\"post\"", StringComparison.OrdinalIgnoreCase));

    private static string Naar(Match vorm, string pad) =>
        Actie().Match(vorm.Groups["kop"].Value) is { Success: true } actie ? WebUtility.HtmlDecode(actie.Groups[1].Value) : pad;

    private async Task<HttpResponseMessage> Zend(HttpMethod methode, string pad, HttpContent? inhoud)
    {
        using var verzoek = new HttpRequestMessage(methode, pad.Replace("https://127.0.0.1", "http://127.0.0.1", StringComparison.Ordinal))
        {
            Content = inhoud,
        };
        if (viaProxy)
        {
            verzoek.Headers.Add("X-Forwarded-Proto", "https");
        }
        if (Koekjes.Count > 0)
        {
            verzoek.Headers.Add("Cookie", string.Join("; ", Koekjes.Select(k => $"{k.Key}={k.Value}")));
        }
        return await _client.SendAsync(verzoek, Ct);
    }

    private void Onthoud(HttpResponseMessage antwoord)
    {
        if (antwoord.Headers.TryGetValues("Set-Cookie", out var gezet))
        {
            foreach (var koekje in gezet)
            {
                Bewaar(koekje);
            }
        }
    }

    private async Task<HttpResponseMessage> Volg(HttpResponseMessage antwoord)
    {
        for (var i = 0; i < 10 && antwoord.Headers.Location is { } naar; i++)
        {
            var volgende = new Uri(antwoord.RequestMessage!.RequestUri!, naar);
            antwoord.Dispose();
            antwoord = await Haal(volgende.ToString());
        }
        return antwoord;
    }

    private void Bewaar(string koekje)
    {
        Gezet.Add(koekje);
        var (naam, waarde) = koekje.Split(';')[0].Split('=', 2) is [var n, var w] ? (n, w) : (koekje, "");
        if (waarde.Length == 0)
        {
            Koekjes.Remove(naam);
        }
        else
        {
            Koekjes[naam] = waarde;
        }
    }

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\">")]
    private static partial Regex Verborgen();

    [GeneratedRegex("<input[^>]*type=\"hidden\"[^>]*>")]
    private static partial Regex Verstopt();

    [GeneratedRegex("name=\"([^\"]*)\"")]
    private static partial Regex Naam();

    [GeneratedRegex("value=\"([^\"]*)\"")]
    private static partial Regex Waarde();

    [GeneratedRegex("<form(?<kop>[^>]*)>(?<inhoud>.*?)</form>", RegexOptions.Singleline | RegexOptions.IgnoreCase)]
    private static partial Regex Formulier();

    [GeneratedRegex("action=\"([^\"]*)\"")]
    private static partial Regex Actie();

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]*)\"")]
    private static partial Regex Teken();
}
