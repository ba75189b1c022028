using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace SlimRegeling.Prestaties;

/// <summary>Someone with a browser that keeps its cookies and nothing else, signed in at the example provider.</summary>
internal sealed partial class Bladlezer : IDisposable
{
    private const int MeesteSprongen = 10;

    private readonly HttpClient _client;
    private readonly Dictionary<string, string> _koekjes = [];

    private Bladlezer(Uri adres)
    {
        _client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = adres };
    }

    /// <param name="Duur">Milliseconds from the request to the last byte of the answer.</param>
    /// <param name="IsBlad">HTML, and not a file that one keeps.</param>
    public sealed record Antwoord(HttpStatusCode Status, byte[] Inhoud, double Duur, bool IsBlad)
    {
        public string Tekst => Encoding.UTF8.GetString(Inhoud);
    }

    /// <param name="Kaal">Bytes as they are.</param>
    /// <param name="Verstuurd">Bytes as they go to a browser that takes them compressed.</param>
    public readonly record struct Omvang(long Kaal, long Verstuurd)
    {
        public static Omvang operator +(Omvang een, Omvang twee) => new(een.Kaal + twee.Kaal, een.Verstuurd + twee.Verstuurd);
    }

    public static async Task<Bladlezer> MeldAan(Uri adres, string persoon)
    {
        var lezer = new Bladlezer(adres);
        var (keuze, plaats) = await lezer.Volg("/aanmelden?terug=/toegankelijkheid");
        var velden = Verborgen().Matches(keuze.Tekst).ToDictionary(m => m.Groups[1].Value, m => WebUtility.HtmlDecode(m.Groups[2].Value));
        velden["persoon"] = persoon;
        var (aangemeld, _) = await lezer.Volg(plaats, new FormUrlEncodedContent(velden));
        return aangemeld.Status == HttpStatusCode.OK && aangemeld.Tekst.Contains("/afmelden", StringComparison.Ordinal)
            ? lezer
            : throw new InvalidOperationException($"{persoon} did not get in: {aangemeld.Status}.");
    }

    public Task<Antwoord> Haal(string pad) => Stuur(pad, null, gecomprimeerd: true);

    /// <summary>The page itself.</summary>
    public async Task<Omvang> Meet(string pad) =>
        new(
            (await Stuur(pad, null, gecomprimeerd: false)).Inhoud.LongLength,
            (await Stuur(pad, null, gecomprimeerd: true)).Inhoud.LongLength
        );

    /// <summary>What a page loads beside itself: style, scripts and images; fonts are left out.</summary>
    public static IReadOnlyList<string> Delen(string html) =>
        [
            .. Deel()
                .Matches(html)
                .Select(m => WebUtility.HtmlDecode(m.Groups["pad"].Value))
                .Where(pad => pad.StartsWith('/'))
                .Distinct(StringComparer.Ordinal),
        ];

    public void Dispose() => _client.Dispose();

    private async Task<(Antwoord Antwoord, string Plaats)> Volg(string pad, HttpContent? formulier = null)
    {
        var (plaats, naar) = (new Uri(_client.BaseAddress!, pad), default(Uri));
        for (var i = 0; i < MeesteSprongen; i++)
        {
            var antwoord = await Stuur(plaats.ToString(), formulier, gecomprimeerd: false, l => naar = l);
            if (naar is null)
            {
                return (antwoord, plaats.ToString());
            }
            (plaats, naar, formulier) = (new Uri(plaats, naar), null, null);
        }
        throw new InvalidOperationException($"{pad} leads from one place to the next without an end.");
    }

    private async Task<Antwoord> Stuur(string pad, HttpContent? formulier, bool gecomprimeerd, Action<Uri?>? naar = null)
    {
        using var verzoek = new HttpRequestMessage(formulier is null ? HttpMethod.Get : HttpMethod.Post, pad) { Content = formulier };
        if (gecomprimeerd)
        {
            verzoek.Headers.Add("Accept-Encoding", "gzip, br");
        }
        if (_koekjes.Count > 0)
        {
            verzoek.Headers.Add("Cookie", string.Join("; ", _koekjes.Select(k => $"{k.Key}={k.Value}")));
        }
        var sinds = Stopwatch.GetTimestamp();
        using var antwoord = await _client.SendAsync(verzoek);
        var inhoud = await antwoord.Content.ReadAsByteArrayAsync();
        var duur = Stopwatch.GetElapsedTime(sinds).TotalMilliseconds;
        foreach (var koekje in antwoord.Headers.TryGetValues("Set-Cookie", out var gezet) ? gezet : [])
        {
            var (naam, waarde) = koekje.Split(';')[0].Split('=', 2) is [var n, var w] ? (n, w) : (koekje, "");
            _koekjes[naam] = waarde;
        }
        naar?.Invoke(antwoord.Headers.Location);
        return new(antwoord.StatusCode, inhoud, duur, antwoord.Content.Headers.ContentType?.MediaType == "text/html");
    }

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\">")]
    private static partial Regex Verborgen();

    [GeneratedRegex("<link\\b[^>]*\\brel=\"stylesheet\"[^>]*\\bhref=\"(?<pad>[^\"]+)\"|<(?:script|img)\\b[^>]*\\bsrc=\"(?<pad>[^\"]+)\"")]
    private static partial Regex Deel();
}
