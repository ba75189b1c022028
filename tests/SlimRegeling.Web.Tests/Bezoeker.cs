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
        using var verzoek = new HttpRequestMessage(methode, pad.Replace("https://127.0.0.1", "http://127.0.0.1", StringComparison.Ordinal));
        if (viaProxy)
        {
            verzoek.Headers.Add("X-Forwarded-Proto", "https");
        }
        if (methode == HttpMethod.Post)
        {
            verzoek.Content = new FormUrlEncodedContent(velden ?? []);
        }
        if (Koekjes.Count > 0)
        {
            verzoek.Headers.Add("Cookie", string.Join("; ", Koekjes.Select(k => $"{k.Key}={k.Value}")));
        }
        var antwoord = await _client.SendAsync(verzoek, Ct);
        if (antwoord.Headers.TryGetValues("Set-Cookie", out var gezet))
        {
            foreach (var koekje in gezet)
            {
                Bewaar(koekje);
            }
        }
        return antwoord;
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
            .. Formulier()
                .Matches(html)
                .Where(f => f.Groups["kop"].Value.Contains("method=\"post\"", StringComparison.OrdinalIgnoreCase))
                .Select(f =>
                    (
                        Actie().Match(f.Groups["kop"].Value) is { Success: true } actie
                            ? WebUtility.HtmlDecode(actie.Groups[1].Value)
                            : pad,
                        Teken().Match(f.Groups["inhoud"].Value) is { Success: true } teken ? teken.Groups[1].Value : null
                    )
                ),
        ];

    /// <summary>The hidden fields of the form in the main part of a page.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Velden(string html) =>
        [
            .. Verstopt()
                .Matches(html[html.IndexOf("<main", StringComparison.Ordinal)..])
                .Select(m =>
                    KeyValuePair.Create(
                        Naam().Match(m.Value).Groups[1].Value,
                        WebUtility.HtmlDecode(Waarde().Match(m.Value).Groups[1].Value)
                    )
                ),
        ];

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
