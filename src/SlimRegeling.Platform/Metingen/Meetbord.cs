using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Platform.Metingen;

/// <summary>How often an endpoint refused something for a reason.</summary>
public sealed record Weigeringstand(string Stap, string Code, long Aantal);

/// <summary>What this process measures of itself: every endpoint, and every kind of message by the context that handles it.</summary>
public sealed class Meetbord(TimeProvider klok)
{
    private static readonly string[] Bekend = [HttpMethods.Get, HttpMethods.Head, HttpMethods.Post, HttpMethods.Put, HttpMethods.Delete];

    private readonly ConcurrentDictionary<(string Methode, string Pad), Meting> _verzoeken = new();
    private readonly ConcurrentDictionary<(string Context, string Soort), Meting> _berichten = new();

    private readonly ConcurrentDictionary<(string Stap, string Code), Meting> _weigeringen = new();

    private long Minuut => klok.GetTimestamp() / klok.TimestampFrequency / 60;

    /// <summary>Endpoints, the slowest first; only those that were called.</summary>
    public IReadOnlyList<Meetstand> Verzoeken => Standen(_verzoeken, " ");

    /// <summary>What was refused in the last ten minutes, by endpoint and code, the most frequent first.</summary>
    public IReadOnlyList<Weigeringstand> Weigeringen
    {
        get
        {
            var minuut = Minuut;
            return
            [
                .. _weigeringen
                    .Select(w => new Weigeringstand(w.Key.Stap, w.Key.Code, w.Value.Stand("", minuut)?.Fouten ?? 0))
                    .Where(w => w.Aantal > 0)
                    .OrderByDescending(w => w.Aantal)
                    .ThenBy(w => w.Code, StringComparer.Ordinal),
            ];
        }
    }

    /// <summary>From the delivery of a message until its effect is committed, the slowest first.</summary>
    public IReadOnlyList<Meetstand> Berichten => Standen(_berichten, ": ");

    internal void Verwerkt(string context, string soort, TimeSpan duur) => Van(_berichten, (context, soort)).Duurde(duur, Minuut);

    internal void Mislukt(string context, string soort) => Van(_berichten, (context, soort)).Mislukte(Minuut);

    /// <summary>Measures a request to an endpoint; what has none (a wrong address) is not a step of ours.</summary>
    internal async Task Meet(HttpContext http, RequestDelegate volgende)
    {
        var begin = Stopwatch.GetTimestamp();
        var eindpunt = http.GetEndpoint() as RouteEndpoint;
        await volgende(http);
        // The page that tells of a failure is made in the place of what failed, which is measured itself.
        if (eindpunt?.RoutePattern.RawText is not { } pad || http.Features.Get<IStatusCodeReExecuteFeature>() is not null)
        {
            return;
        }
        var meting = Van(_verzoeken, (Methode(http.Request), pad.StartsWith('/') ? pad : $"/{pad}"));
        meting.Duurde(Stopwatch.GetElapsedTime(begin), Minuut);
        if (http.Response.StatusCode >= StatusCodes.Status500InternalServerError)
        {
            meting.Mislukte(Minuut);
        }
        else if (http.Features.Get<Weigering>() is { } weigering)
        {
            Van(_weigeringen, ($"{http.Request.Method} {pad}", weigering.Code)).Mislukte(Minuut);
        }
    }

    private static Meting Van(ConcurrentDictionary<(string, string), Meting> metingen, (string, string) sleutel) =>
        metingen.GetOrAdd(sleutel, static _ => new Meting());

    // A page takes any word as its method: those must not fill the memory.
    private static string Methode(HttpRequest verzoek) =>
        HttpMethods.GetCanonicalizedValue(verzoek.Method) is var methode && Bekend.Contains(methode) ? methode : "*";

    private List<Meetstand> Standen(ConcurrentDictionary<(string, string), Meting> metingen, string tussen)
    {
        var minuut = Minuut;
        return
        [
            .. metingen
                .Select(m => m.Value.Stand($"{m.Key.Item1}{tussen}{m.Key.Item2}", minuut))
                .OfType<Meetstand>()
                .OrderByDescending(s => s.P99Milliseconden)
                .ThenBy(s => s.Stap, StringComparer.Ordinal),
        ];
    }
}
