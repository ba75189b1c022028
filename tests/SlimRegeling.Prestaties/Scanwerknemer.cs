using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using SlimRegeling.Platform.Api;

namespace SlimRegeling.Prestaties;

/// <summary>How long something took from the first try to its answer, in milliseconds.</summary>
/// <param name="BijHerstart">It began while the host was away, or had to be tried again.</param>
internal readonly record struct Scantijd(string Soort, double Duur, bool BijHerstart);

/// <summary>What all workers together went through.</summary>
internal sealed class Scanverloop
{
    /// <summary>Tries without an answer.</summary>
    public int Mislukt;

    private volatile bool _weg;

    public ConcurrentBag<Scantijd> Gemeten { get; } = [];

    /// <summary>Whether the host is away.</summary>
    public bool Weg
    {
        get => _weg;
        set => _weg = value;
    }
}

/// <summary>
/// Someone who answers from a telephone of their own: opens the list, by which the code that was handed out becomes one of their own, keeps what they did
/// and sends it. One in five does so on the pages, as people do; the others call what those pages call.
/// </summary>
internal sealed partial class Scanwerknemer(HttpClient client, string scan, string code, int nummer, Scanverloop verloop)
{
    private const int OpBladen = 5;
    private static readonly TimeSpan Geduld = TimeSpan.FromSeconds(120);
    private static readonly TimeSpan Adempauze = TimeSpan.FromMilliseconds(200);

    /// <summary>Made up once: the same opening again gives the same code of one's own.</summary>
    private readonly string _beurt = Guid.NewGuid().ToString("N");

    /// <summary>Until their answer is there.</summary>
    public Task Antwoord() => nummer % OpBladen == 0 ? OpBlad() : OverApi();

    private async Task OverApi()
    {
        var lijst = await Doe("open the list", () => Vraag(HttpMethod.Post, "vragenlijst", new { code, beurt = _beurt }), _ => true);
        var eigen = JsonSerializer.Deserialize<JsonElement>(lijst).GetProperty("code").GetString()!;
        var half = new { code = eigen, antwoorden = Antwoorden().Take(2).ToDictionary() };
        await Doe("keep it half-way", () => Vraag(HttpMethod.Put, "concept", half), _ => true);
        var heel = new
        {
            code = eigen,
            antwoorden = Antwoorden(),
            wilBeter = (string[])["D5"],
        };
        await Doe("send it", () => Vraag(HttpMethod.Post, "antwoorden", heel), _ => true, "code-ongeldig");
    }

    private async Task OpBlad()
    {
        var blad = await Doe("page: begin", () => Vorm(code, "", "open", []), Codeveld().IsMatch);
        var eigen = WebUtility.HtmlDecode(Codeveld().Match(blad).Groups[1].Value);
        await Doe(
            "page: answer a page of questions",
            () => Vorm(eigen, "D1", "verder", Velden().Where(v => v.Key.StartsWith("D1-", StringComparison.Ordinal))),
            tekst => tekst.Contains("D2-1", StringComparison.Ordinal)
        );
        await Doe(
            "page: send it",
            () => Vorm(eigen, "klaar", "verstuur", Velden()),
            tekst => tekst.Contains("Uw antwoorden zijn binnen", StringComparison.Ordinal),
            "Met deze code kunt u niet"
        );
    }

    /// <param name="binnen">
    /// What the answer says when the code does not work any more: after a try without an answer what was sent can have been taken, and that is right too.
    /// </param>
    private async Task<string> Doe(string soort, Func<HttpRequestMessage> vraag, Func<string, bool> gelukt, string? binnen = null)
    {
        var (sinds, herstart) = (Stopwatch.GetTimestamp(), verloop.Weg);
        while (Stopwatch.GetElapsedTime(sinds) < Geduld)
        {
            using var verzoek = vraag();
            // Each from an address of their own, as the site passes it on.
            verzoek.Headers.Add(
                Eindgebruiker.Kopregel,
                string.Create(CultureInfo.InvariantCulture, $"10.{(nummer >> 16) & 255}.{(nummer >> 8) & 255}.{nummer & 255}")
            );
            try
            {
                using var antwoord = await client.SendAsync(verzoek);
                var tekst = await antwoord.Content.ReadAsStringAsync();
                if (
                    (antwoord.IsSuccessStatusCode && gelukt(tekst))
                    || (herstart && binnen is not null && tekst.Contains(binnen, StringComparison.Ordinal))
                )
                {
                    verloop.Gemeten.Add(new(soort, Stopwatch.GetElapsedTime(sinds).TotalMilliseconds, herstart));
                    return tekst;
                }
                if (antwoord.StatusCode is not (HttpStatusCode.ServiceUnavailable or HttpStatusCode.InternalServerError))
                {
                    throw new InvalidOperationException($"{soort}: {antwoord.StatusCode} {tekst}");
                }
            }
            catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
            {
                // The host is away.
            }
            herstart = true;
            Interlocked.Increment(ref verloop.Mislukt);
            await Task.Delay(Adempauze);
        }
        throw new TimeoutException($"{soort}: no answer in {Geduld.TotalSeconds:0} s.");
    }

    private HttpRequestMessage Vraag(HttpMethod methode, string pad, object lichaam) =>
        new(methode, $"v1/scans/{scan}/{pad}") { Content = JsonContent.Create(lichaam) };

    private HttpRequestMessage Vorm(string metCode, string stap, string doe, IEnumerable<KeyValuePair<string, string>> velden) =>
        new(HttpMethod.Post, "scan/invullen?taal=nl")
        {
            Content = new FormUrlEncodedContent([
                .. velden,
                new("scan", scan),
                new("code", metCode),
                new("beurt", _beurt),
                new("stap", stap),
                new("_doe", doe),
            ]),
        };

    private Dictionary<string, int[]> Antwoorden() =>
        Enumerable
            .Range(1, 6)
            .ToDictionary(d => string.Create(CultureInfo.InvariantCulture, $"D{d}"), d => (int[])[1 + ((nummer + d) % 5), 1 + (d % 5)]);

    /// <summary>The same as the fields of the pages.</summary>
    private IEnumerable<KeyValuePair<string, string>> Velden() =>
        from deel in Antwoorden()
        from vraag in deel.Value.Index()
        select KeyValuePair.Create($"{deel.Key}-{vraag.Index + 1}", vraag.Item.ToString(CultureInfo.InvariantCulture));

    [GeneratedRegex("""<input type="hidden" name="code" value="([^"]+)">""")]
    private static partial Regex Codeveld();
}
