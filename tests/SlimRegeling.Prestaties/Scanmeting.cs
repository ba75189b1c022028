using System.Diagnostics;
using System.Globalization;
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
/// Workers of many firms who answer a scan at the same time (<see cref="Scanwerknemer"/>). The host is killed once, at a moment at which fifty of them are
/// busy, and started again while others go on coming; who got no answer tries again. Then each scan is closed, and its report counts who answered.
/// </summary>
internal static class Scanmeting
{
    private const int PerScan = 250;
    private const int BijDeKill = 50;
    private const int Kernen = 2;
    private const int HeleMeting = 600;
    private const double Doel = 300;
    private static readonly TimeSpan Geduld = TimeSpan.FromSeconds(120);

    public static async Task<int> Voer(string map, int werknemers, int seconden)
    {
        if (Environment.ProcessorCount > Kernen)
        {
            throw new InvalidOperationException($"The target is that of {Kernen} cores: begin the command with taskset -c 0,1.");
        }
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

            var verloop = new Scanverloop();
            var sinds = Stopwatch.StartNew();
            var bezig = new List<Task>();
            var helft = volgorde.Length / 2;
            var samen = Math.Min(BijDeKill, volgorde.Length - helft);
            Task? herstart = null;
            for (var i = 0; i < volgorde.Length; i++)
            {
                // Those around the kill come together.
                var plaats = i >= helft && i < helft + samen ? helft : i;
                var moment = TimeSpan.FromSeconds((double)seconden * plaats / volgorde.Length);
                if (moment > sinds.Elapsed)
                {
                    await Task.Delay(moment - sinds.Elapsed);
                }
                bezig.Add(new Scanwerknemer(client, volgorde[i].Scan, volgorde[i].Code, i, verloop).Antwoord());
                if (i == helft + samen - 1)
                {
                    herstart = Herstart();
                }
            }
            await Task.WhenAll(bezig.Append(herstart ?? Task.CompletedTask));
            var duur = sinds.Elapsed;
            var geteld = 0;
            foreach (var scan in scans)
            {
                await Stuur(client, HttpMethod.Post, $"v1/scans/{scan}/sluiting", token, "{}");
                var rapport = await Stuur(client, HttpMethod.Get, $"v1/scans/{scan}/rapport", token, null);
                geteld += rapport.GetProperty("rapport").GetProperty("antwoorden").GetInt32();
            }
            return Druk(werknemers, geteld, duur, seconden, verloop);

            async Task Herstart()
            {
                verloop.Weg = true;
                await host.Kill9();
                await host.DisposeAsync();
                host = await Begin(adres, map, postgres.Verbinding);
                verloop.Weg = false;
            }
        }
        finally
        {
            await host.DisposeAsync();
        }
    }

    private static int Druk(int werknemers, int geteld, TimeSpan duur, int seconden, Scanverloop verloop)
    {
        var alle = verloop.Gemeten.ToList();
        Console.WriteLine(
            Tekst(
                $"{DateTime.UtcNow:yyyy-MM-dd}, {werknemers} workers in {duur.TotalSeconds:0} s on {Environment.ProcessorCount} cores with database and workers, one kill, .NET {Environment.Version}, {RuntimeInformation.OSDescription}"
            )
        );
        Console.WriteLine();
        Console.WriteLine("| from the first try to the answer | requests | p50 (ms) | p99 (ms) | longest (ms) |");
        Console.WriteLine("| --- | ---: | ---: | ---: | ---: |");
        foreach (var soort in alle.GroupBy(g => g.Soort).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            Rij(soort.Key, [.. soort]);
        }
        Rij("all", alle);
        Rij("all that began while the host was there", [.. alle.Where(g => !g.BijHerstart)]);
        var p99 = Deel([.. alle.Select(g => g.Duur)], 0.99);
        Console.WriteLine();
        Console.WriteLine(
            Tekst(
                $"result: scan: {werknemers} workers answered, {werknemers - geteld} lost, {verloop.Mislukt} tries without an answer around the kill; p99 {p99:0} ms (target {Doel:0} ms, in ten minutes)"
            )
        );
        // In a short run those of the kill are more than one in a hundred.
        return geteld == werknemers && (seconden < HeleMeting || p99 <= Doel) ? 0 : 1;

        static void Rij(string naam, List<Scantijd> gemeten)
        {
            List<double> duren = [.. gemeten.Select(g => g.Duur)];
            if (duren.Count > 0)
            {
                Console.WriteLine(
                    Tekst($"| {naam} | {duren.Count} | {Deel(duren, 0.5):0.0} | {Deel(duren, 0.99):0.0} | {duren.Max():0} |")
                );
            }
        }
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
