using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using SlimRegeling.Host;
using SlimRegeling.Omgeving;
using SlimRegeling.Platform;
using SlimRegeling.Platform.Identiteit;

namespace SlimRegeling.Prestaties;

/// <summary>
/// Workers of many firms who answer a scan at the same time, each from a telephone of their own: open the list, stop half-way, go on and send. The
/// host is killed once while they do, and started again; who got no answer tries again. Then each scan is closed, and its report counts who answered.
/// </summary>
internal static class Scanmeting
{
    private const int PerScan = 250;
    private const double Doel = 300;
    private static readonly TimeSpan Geduld = TimeSpan.FromSeconds(120);

    /// <summary>How long each kind of request took that was answered, in milliseconds.</summary>
    private sealed record Tijden(List<double> Openen, List<double> Bewaren, List<double> Versturen)
    {
        public int Mislukt;
    }

    public static async Task<int> Voer(string map, int werknemers, int seconden)
    {
        await using var postgres = await IngebouwdePostgres.Start(
            Path.Combine(map, "gegevens"),
            NullLogger.Instance,
            CancellationToken.None
        );
        var adres = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{Poort.Vrij()}/"));
        var host = await Begin(adres, map, postgres.Verbinding);
        try
        {
            // As many connections as telephones that answer at the same moment; the host is another process.
            using var client = new HttpClient { BaseAddress = adres, Timeout = TimeSpan.FromSeconds(10) };
            var token = await Token(client);
            var codes = new List<(string Scan, string Code)>();
            for (var i = 0; i < werknemers; i += PerScan)
            {
                codes.AddRange(await Scan(client, token, Math.Min(PerScan, werknemers - i)));
            }
            var scans = codes.Select(c => c.Scan).Distinct().ToList();
            var volgorde = codes.ToArray();
            new Random(20261201).Shuffle(volgorde);

            var tijden = new Tijden([], [], []);
            var sinds = Stopwatch.StartNew();
            var bezig = new List<Task>();
            for (var i = 0; i < volgorde.Length; i++)
            {
                var moment = TimeSpan.FromSeconds((double)seconden * i / volgorde.Length);
                if (moment > sinds.Elapsed)
                {
                    await Task.Delay(moment - sinds.Elapsed);
                }
                bezig.Add(Antwoord(client, volgorde[i].Scan, volgorde[i].Code, i, tijden));
                if (i == volgorde.Length / 2)
                {
                    await host.Kill9();
                    await host.DisposeAsync();
                    host = await Begin(adres, map, postgres.Verbinding);
                }
            }
            await Task.WhenAll(bezig);
            var duur = sinds.Elapsed;
            var geteld = 0;
            foreach (var scan in scans)
            {
                await Stuur(client, HttpMethod.Post, $"v1/scans/{scan}/sluiting", token, "{}");
                var rapport = await Stuur(client, HttpMethod.Get, $"v1/scans/{scan}/rapport", token, null);
                geteld += rapport.GetProperty("rapport").GetProperty("antwoorden").GetInt32();
            }
            return Druk(werknemers, geteld, duur, tijden);
        }
        finally
        {
            await host.DisposeAsync();
        }
    }

    private static int Druk(int werknemers, int geteld, TimeSpan duur, Tijden tijden)
    {
        Console.WriteLine(
            Tekst(
                $"{DateTime.UtcNow:yyyy-MM-dd}, {werknemers} workers in {duur.TotalSeconds:0} s, one kill, .NET {Environment.Version}, {RuntimeInformation.OSDescription}"
            )
        );
        Console.WriteLine();
        Console.WriteLine("| | requests | p50 (ms) | p99 (ms) |");
        Console.WriteLine("| --- | ---: | ---: | ---: |");
        (string Naam, List<double> Gemeten)[] soorten =
        [
            ("open the list", tijden.Openen),
            ("keep it half-way", tijden.Bewaren),
            ("send it", tijden.Versturen),
        ];
        foreach (var (naam, gemeten) in soorten)
        {
            Console.WriteLine(Tekst($"| {naam} | {gemeten.Count} | {Deel(gemeten, 0.5):0.0} | {Deel(gemeten, 0.99):0.0} |"));
        }
        var traagste = soorten.Max(s => Deel(s.Gemeten, 0.99));
        Console.WriteLine();
        Console.WriteLine(
            Tekst(
                $"result: scan: {werknemers} workers answered, {werknemers - geteld} lost, {tijden.Mislukt} tries without an answer around the kill; p99 {traagste:0} ms (target {Doel:0} ms)"
            )
        );
        return geteld == werknemers && traagste <= Doel ? 0 : 1;
    }

    private static async Task<Hostproces> Begin(Uri adres, string map, string verbinding)
    {
        var omgeving = new Dictionary<string, string?>
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Development",
            ["ASPNETCORE_URLS"] = adres.ToString(),
            ["ConnectionStrings__SlimRegeling"] = verbinding,
            ["SlimRegeling__Voorbeeldzaken"] = "false",
            ["SlimRegeling__Gegevensmap"] = map,
            ["SlimRegeling__Voorbeeldprovider__Sleutelmap"] = Path.Combine(map, "sleutels"),
            ["Logging__LogLevel__Default"] = "Warning",
        };
        var host = Hostproces.Start("dotnet", [Path.Combine(AppContext.BaseDirectory, "SlimRegeling.Host.dll")], omgeving);
        await host.WachtOp(new Uri(adres, "health/ready"), Geduld);
        return host;
    }

    private static async Task<string> Token(HttpClient client)
    {
        using var formulier = new FormUrlEncodedContent(
            new Dictionary<string, string>
            {
                ["grant_type"] = "urn:slimregeling:voorbeeldpersoon",
                ["client_id"] = "voorbeeld",
                ["persoon"] = Voorbeeldaccounts.Alle.First(p => p.Rollen.SequenceEqual([Rol.Aanvrager])).Id,
            }
        );
        using var antwoord = await client.PostAsync(new Uri("voorbeeldprovider/token", UriKind.Relative), formulier);
        return (await antwoord.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("access_token").GetString()!;
    }

    private static async Task<IEnumerable<(string Scan, string Code)>> Scan(HttpClient client, string token, int gevraagd)
    {
        var gestart = await Stuur(client, HttpMethod.Post, "v1/scans", token, Tekst($$"""{"gevraagd":{{gevraagd}} }"""));
        var scan = gestart.GetProperty("scan").GetString()!;
        return gestart.GetProperty("codes").EnumerateArray().Select(c => (scan, c.GetString()!));
    }

    /// <summary>One worker, until their answer is there.</summary>
    private static async Task Antwoord(HttpClient client, string scan, string code, int nummer, Tijden tijden)
    {
        // The same again when no answer came: then it is the same code of their own.
        var beurt = Guid.NewGuid().ToString("N");
        var openen = Tekst($$"""{"code":"{{code}}","beurt":"{{beurt}}"}""");
        var geopend = await Probeer(client, HttpMethod.Post, $"v1/scans/{scan}/vragenlijst", openen, nummer, tijden, tijden.Openen);
        var eigen = JsonSerializer.Deserialize<JsonElement>(geopend).GetProperty("code").GetString();
        var half = Tekst($$"""{"code":"{{eigen}}","antwoorden":{"D1":[3,4],"D2":[{{1 + (nummer % 5)}},2]} }""");
        var heel = Tekst(
            $$"""{"code":"{{eigen}}","antwoorden":{"D1":[3,4],"D2":[{{1 + (nummer % 5)}},2],"D3":[5,4],"D4":[2,3],"D5":[1,4],"D6":[4,4]},"wilBeter":["D5"]}"""
        );
        await Probeer(client, HttpMethod.Put, $"v1/scans/{scan}/concept", half, nummer, tijden, tijden.Bewaren);
        await Probeer(client, HttpMethod.Post, $"v1/scans/{scan}/antwoorden", heel, nummer, tijden, tijden.Versturen);
    }

    /// <summary>After a try without an answer it can have been taken: then the code does not work any more, and that is right too.</summary>
    private static async Task<string> Probeer(
        HttpClient client,
        HttpMethod methode,
        string pad,
        string json,
        int nummer,
        Tijden tijden,
        List<double> gemeten
    )
    {
        for (var zonder = 0; ; )
        {
            using var verzoek = new HttpRequestMessage(methode, pad)
            {
                Content = new StringContent(json, Encoding.UTF8, "application/json"),
            };
            // Each from an address of their own, as the site passes it on.
            verzoek.Headers.Add("X-Forwarded-For", Tekst($"10.{nummer >> 16 & 255}.{nummer >> 8 & 255}.{nummer & 255}"));
            var sinds = Stopwatch.GetTimestamp();
            try
            {
                using var antwoord = await client.SendAsync(verzoek);
                if (antwoord.IsSuccessStatusCode || (zonder > 0 && antwoord.StatusCode == HttpStatusCode.Conflict))
                {
                    lock (gemeten)
                    {
                        gemeten.Add(Stopwatch.GetElapsedTime(sinds).TotalMilliseconds);
                    }
                    return await antwoord.Content.ReadAsStringAsync();
                }
                if (antwoord.StatusCode is not (HttpStatusCode.ServiceUnavailable or HttpStatusCode.InternalServerError))
                {
                    throw new InvalidOperationException($"{methode} {pad}: {await antwoord.Content.ReadAsStringAsync()}");
                }
            }
            catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
            {
                // The host is away.
            }
            zonder++;
            Interlocked.Increment(ref tijden.Mislukt);
            await Task.Delay(200);
        }
    }

    private static async Task<JsonElement> Stuur(HttpClient client, HttpMethod methode, string pad, string token, string? json)
    {
        using var verzoek = new HttpRequestMessage(methode, pad);
        verzoek.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (json is not null)
        {
            verzoek.Content = new StringContent(json, Encoding.UTF8, "application/json");
            verzoek.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        }
        using var antwoord = await client.SendAsync(verzoek);
        return antwoord.IsSuccessStatusCode
            ? await antwoord.Content.ReadFromJsonAsync<JsonElement>()
            : throw new InvalidOperationException($"{methode} {pad}: {await antwoord.Content.ReadAsStringAsync()}");
    }

    private static double Deel(List<double> tijden, double deel)
    {
        List<double> gesorteerd = [.. tijden.Order()];
        return gesorteerd[Math.Min(gesorteerd.Count - 1, (int)(gesorteerd.Count * deel))];
    }

    private static string Tekst(FormattableString tekst) => tekst.ToString(CultureInfo.InvariantCulture);
}
