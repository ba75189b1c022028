using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Trace;

namespace SlimRegeling.Api.Tests;

/// <summary>
/// Someone answers, by the API and by the pages, also when it fails: no log, at its most talkative, and no trace tells of which scan it was, with which
/// code, from where, or what was said; and nothing is said on the bus.
/// </summary>
public sealed class ScanspoorTests : IAsyncLifetime
{
    private const string Adres = "203.0.113.77";
    private const string Antwoorden = """
        "D1":[4,2],"D2":[5,1],"D3":[1,5],"D4":[5,2],"D5":[2,5],"D6":[4,1]
        """;

    private readonly Logvanger _log = new();
    private readonly Spoorvanger _sporen = new();
    private readonly Apihuis _huis;

    public ScanspoorTests() =>
        _huis = new Apihuis
        {
            Instellingen = new Dictionary<string, string?>
            {
                ["Logging:LogLevel:Default"] = "Trace",
                ["Logging:LogLevel:Microsoft"] = "Trace",
                ["Logging:LogLevel:Microsoft.AspNetCore"] = "Trace",
                ["Logging:LogLevel:System"] = "Trace",
                ["Logging:LogLevel:Npgsql"] = "Trace",
                // As where traces are collected: nobody listens there.
                ["OTEL_EXPORTER_OTLP_ENDPOINT"] = "http://127.0.0.1:9",
            },
            Aanvulling = builder =>
            {
                builder.Logging.AddProvider(_log);
                builder.Services.ConfigureOpenTelemetryTracerProvider(t => t.AddProcessor(_sporen));
            },
        };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _huis.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        await _huis.DisposeAsync();
        _log.Dispose();
        _sporen.Dispose();
    }

    [Fact]
    public async Task Who_answers_is_in_no_log_no_trace_and_no_message()
    {
        var gestart = await Zaakloop.Gelukt(_huis.Post(Mensen.Anna, "/v1/scans", """{"gevraagd":8}"""));
        var scan = gestart.Veld("scan");
        List<string> codes = [.. gestart.Inhoud.GetProperty("codes").EnumerateArray().Select(c => c.GetString()!)];
        await _huis.Stil();
        var gezegd = await Gezegd();
        _log.Regels.Clear();
        _sporen.Sporen.Clear();

        using var client = new HttpClient { BaseAddress = _huis.Adres };
        client.DefaultRequestHeaders.Add("X-Forwarded-For", Adres);
        // By the API: opened, kept half-way, sent; a list with a fault, and a code that was used.
        var geopend = await Zend(client, HttpMethod.Post, $"v1/scans/{scan}/vragenlijst", $$"""{"code":"{{codes[0]}}"}""", 200);
        var eigen = geopend.GetProperty("code").GetString()!;
        await Zend(client, HttpMethod.Put, $"v1/scans/{scan}/concept", Lijst(eigen), 200);
        await Zend(client, HttpMethod.Post, $"v1/scans/{scan}/antwoorden", $$"""{"code":"{{eigen}}","antwoorden":{} }""", 422);
        await Zend(client, HttpMethod.Post, $"v1/scans/{scan}/antwoorden", Lijst(eigen), 200);
        await Zend(client, HttpMethod.Post, $"v1/scans/{scan}/antwoorden", Lijst(eigen), 409);
        // By the pages.
        await Blad(client, $"scan/{scan}", null, HttpStatusCode.OK);
        await Blad(client, "scan/invullen", Velden(scan, codes[1], "open"), HttpStatusCode.OK);
        var verstuurd = await Blad(client, "scan/invullen", Velden(scan, codes[2], "verstuur"), HttpStatusCode.OK);
        Assert.Contains("Uw antwoorden zijn binnen", verstuurd, StringComparison.Ordinal);
        // Where an answer would wait is away: a fault of the program.
        await _huis.Voer("alter table leercultuurscans.antwoordwacht rename to antwoordwacht_weg");
        await Zend(client, HttpMethod.Post, $"v1/scans/{scan}/antwoorden", Lijst(codes[3]), 500);
        await Blad(client, "scan/invullen", Velden(scan, codes[4], "verstuur"), HttpStatusCode.ServiceUnavailable);
        await _huis.Voer("alter table leercultuurscans.antwoordwacht_weg rename to antwoordwacht");
        await _huis.Stil();

        // That it failed is logged, and of other calls there is a trace: what is looked through is not empty.
        Assert.Contains(_log.Regels, r => r.Contains("antwoorden failed", StringComparison.Ordinal));
        await Zend(client, HttpMethod.Get, "v1/interventies", null, 200);
        await _sporen.WachtOp("v1/interventies");

        string[] verboden = [scan, Adres, .. codes, eigen, Antwoorden, "\"D2\":[5,1]", "D2-1=5"];
        foreach (var woord in verboden)
        {
            Assert.DoesNotContain(_log.Regels, r => r.Contains(woord, StringComparison.OrdinalIgnoreCase));
        }
        // The other call came from the same address.
        foreach (var woord in verboden.Where(w => w != Adres))
        {
            Assert.DoesNotContain(_sporen.Sporen, r => r.Contains(woord, StringComparison.OrdinalIgnoreCase));
        }
        Assert.Equal(gezegd, await Gezegd());
    }

    /// <summary>How many messages each context has said or heard.</summary>
    private async Task<string> Gezegd()
    {
        var vraag = await _huis.Lees(
            """
            select string_agg(format('(select count(*) from %I.%I)::text', table_schema, table_name), ' || '' '' || ' order by table_schema, table_name)
            from information_schema.tables where table_name in ('inbox', 'outbox')
            """
        );
        return await _huis.Lees($"select {vraag}");
    }

    private static string Lijst(string code) => $$"""{"code":"{{code}}","antwoorden":{ {{Antwoorden}} } }""";

    private static Dictionary<string, string> Velden(string scan, string code, string doe)
    {
        var velden = new Dictionary<string, string>
        {
            ["scan"] = scan,
            ["code"] = code,
            ["beurt"] = new string('a', 32),
            ["stap"] = "klaar",
            ["_doe"] = doe,
        };
        for (var deel = 1; deel <= 6; deel++)
        {
            (velden[$"D{deel}-1"], velden[$"D{deel}-2"]) = ("5", "1");
        }
        return velden;
    }

    private static async Task<JsonElement> Zend(HttpClient client, HttpMethod methode, string pad, string? json, int status)
    {
        // The test itself, which is in the same process, leaves no trace of what it asks.
        using var stil = SuppressInstrumentationScope.Begin();
        using var verzoek = new HttpRequestMessage(methode, pad)
        {
            Content = json is null ? null : new StringContent(json, Encoding.UTF8, "application/json"),
        };
        using var antwoord = await client.SendAsync(verzoek, Ct);
        var tekst = await antwoord.Content.ReadAsStringAsync(Ct);
        Assert.True((int)antwoord.StatusCode == status, $"{(int)antwoord.StatusCode}: {tekst}");
        return JsonSerializer.Deserialize<JsonElement>(tekst);
    }

    private static async Task<string> Blad(HttpClient client, string pad, Dictionary<string, string>? velden, HttpStatusCode status)
    {
        using var stil = SuppressInstrumentationScope.Begin();
        using var verzoek = new HttpRequestMessage(velden is null ? HttpMethod.Get : HttpMethod.Post, pad)
        {
            Content = velden is null ? null : new FormUrlEncodedContent(velden),
        };
        using var antwoord = await client.SendAsync(verzoek, Ct);
        Assert.Equal(status, antwoord.StatusCode);
        return await antwoord.Content.ReadAsStringAsync(Ct);
    }

    /// <summary>Every line of every logger, with what stands in it and the fault that it tells of.</summary>
    private sealed class Logvanger : ILoggerProvider
    {
        public ConcurrentQueue<string> Regels { get; } = new();

        public ILogger CreateLogger(string categoryName) => new Schrijver(this, categoryName);

        public void Dispose()
        {
            // There is nothing to let go of.
        }

        private sealed class Schrijver(Logvanger vanger, string naam) : ILogger
        {
            public IDisposable? BeginScope<TState>(TState state)
                where TState : notnull => null;

            public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

            public void Log<TState>(
                LogLevel logLevel,
                EventId eventId,
                TState state,
                Exception? exception,
                Func<TState, Exception?, string> formatter
            )
            {
                var delen = state is IEnumerable<KeyValuePair<string, object?>> velden
                    ? string.Join(' ', velden.Select(v => $"{v.Key}={v.Value}"))
                    : "";
                vanger.Regels.Enqueue($"{naam} {formatter(state, exception)} {delen} {exception}");
            }
        }
    }

    /// <summary>Every span that would leave the machine.</summary>
    private sealed class Spoorvanger : BaseProcessor<Activity>
    {
        public ConcurrentQueue<string> Sporen { get; } = new();

        public override void OnEnd(Activity data)
        {
            if (!data.Recorded)
            {
                return;
            }
            var delen = data
                .TagObjects.Select(t => $"{t.Key}={t.Value}")
                .Concat(data.Baggage.Select(b => $"{b.Key}={b.Value}"))
                .Concat(data.Events.SelectMany(e => e.Tags.Select(t => $"{e.Name} {t.Key}={t.Value}")));
            Sporen.Enqueue($"{data.Source.Name} {data.DisplayName} {data.StatusDescription} {string.Join(' ', delen)}");
        }

        /// <summary>A span ends just after its answer was sent.</summary>
        public async Task WachtOp(string tekst)
        {
            for (var i = 0; i < 250 && !Sporen.Any(s => s.Contains(tekst, StringComparison.Ordinal)); i++)
            {
                await Task.Delay(20, Ct);
            }
            Assert.Contains(Sporen, s => s.Contains(tekst, StringComparison.Ordinal));
        }
    }
}
