using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using NodaTime;
using Npgsql;
using SlimRegeling.Aanvragen;
using SlimRegeling.Host;
using SlimRegeling.Omgeving;
using SlimRegeling.Platform;
using SlimRegeling.Platform.Berichtenverkeer;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Identiteit.Voorbeeldprovider;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Prestaties;

/// <summary>The host itself, in this process and on the same cores as its callers, spoken to over loopback HTTP with tokens.</summary>
internal sealed class Proefhuis : IAsyncDisposable
{
    public const string Tijdvak = "prestaties";
    private const string Inschrijving = """
        {"naam":"Proefbedrijf","straat":"Steenweg 12","postcode":"3511 AB","plaats":"Utrecht","sbiCodes":["4321"],
         "iban":"NL91ABNA0417164300","tenaamstelling":"Proefbedrijf"}
        """;
    private static readonly TimeSpan Geldig = TimeSpan.FromHours(4);

    /// <summary>A round of a hundred thousand payments is one call.</summary>
    private static readonly TimeSpan Geduld = TimeSpan.FromMinutes(30);

    private readonly Huis _huis;
    private readonly HttpClient _client;
    private readonly SigningCredentials _sleutel;
    private int _kvk = 60_000_000;

    private Proefhuis(Huis huis, HttpClient client)
    {
        _huis = huis;
        _client = client;
        _sleutel = new SigningCredentials(
            huis.App.Services.GetRequiredService<Voorbeeldsleutel>().Ondertekening,
            SecurityAlgorithms.RsaSha256
        );
    }

    private Contextopslag Aanvragen => _huis.App.Services.GetRequiredService<Contextregister>().Van(typeof(AanvragenContext));

    private IEnumerable<Relay> Relays => _huis.App.Services.GetServices<Relay>();

    /// <summary>With a window of its own that is open by the real clock.</summary>
    public static async Task<Proefhuis> Open(string verbinding, string map)
    {
        var proef = await Open(verbinding, map, SystemClock.Instance);
        var nu = SystemClock.Instance.GetCurrentInstant().InZone(Moment.Amsterdam).LocalDateTime;
        await proef.Publiceer(new Venster(Tijdvak, nu.PlusDays(-1), nu.PlusDays(1), 100_000_000m, "slim-2026"));
        return proef;
    }

    public static async Task<Proefhuis> Open(string verbinding, string map, IClock klok)
    {
        var huis = await Huis.Bouw(
            [
                "--environment=Development",
                "--urls=http://127.0.0.1:0",
                $"--ConnectionStrings:SlimRegeling={verbinding}",
                $"--SlimRegeling:Voorbeeldprovider:Sleutelmap={Path.Combine(map, "sleutels")}",
                "--Logging:LogLevel:Default=Warning",
            ],
            bouwer => bouwer.Services.AddSingleton(klok),
            CancellationToken.None
        );
        await huis.App.StartAsync();
        return new Proefhuis(huis, new HttpClient { BaseAddress = new Uri(huis.App.Urls.First()), Timeout = Geduld });
    }

    public Task<IReadOnlyList<Concepten.Concept>> MaakConcepten(int aantal) => MaakConcepten(aantal, Tijdvak, _ => Concepten.Formulier);

    /// <summary>Drafts of as many enterprises, each just looked at by who will submit it.</summary>
    public async Task<IReadOnlyList<Concepten.Concept>> MaakConcepten(int aantal, string tijdvak, Func<int, Formulier> formulier)
    {
        var concepten = new Concepten.Concept[aantal];
        Parallel.For(0, aantal, i => concepten[i] = Nieuw());
        await Aanvragen.Store.BulkInsertAsync([
            .. concepten.Select((c, i) => new Aanvragen.Concept(c.Zaaknummer, c.KvkNummer, tijdvak, formulier(i), null)),
        ]);
        await Parallel.ForEachAsync(
            concepten,
            async (concept, ct) =>
            {
                using var antwoord = await Stuur(HttpMethod.Get, $"v1/aanvragen/{concept.Zaaknummer}/concept", concept.Token, json: null);
                antwoord.EnsureSuccessStatusCode();
            }
        );
        return concepten;
    }

    /// <summary>Drafts of one enterprise.</summary>
    /// <param name="tijdvak">The window of each.</param>
    public Task MaakConceptenVan(string kvkNummer, int aantal, Func<int, string> tijdvak) =>
        Aanvragen.Store.BulkInsertAsync([
            .. Enumerable
                .Range(0, aantal)
                .Select(i => new Aanvragen.Concept(Zaaknummer.Trek(), kvkNummer, tijdvak(i), Concepten.Formulier, null)),
        ]);

    public async Task DienIn(Concepten.Concept concept)
    {
        using var antwoord = await Stuur(HttpMethod.Post, $"v1/aanvragen/{concept.Zaaknummer}/indiening", concept.Token, "{}");
        if (!antwoord.IsSuccessStatusCode)
        {
            throw new InvalidOperationException(await antwoord.Content.ReadAsStringAsync());
        }
    }

    /// <summary>Without name and address there is nobody to write to, and without an account nowhere to pay.</summary>
    public Task SchrijfIn(Concepten.Concept concept) => Schrijf($"v1/ondernemingen/{concept.KvkNummer}", concept.Token, Inschrijving);

    /// <summary>A change that must be done.</summary>
    public Task<JsonElement> Schrijf(string pad, string token, string json) =>
        Schrijf(HttpMethod.Post, pad, token, new StringContent(json, Encoding.UTF8, "application/json"));

    public async Task<JsonElement> Schrijf(HttpMethod methode, string pad, string token, HttpContent inhoud)
    {
        using var antwoord = await Stuur(methode, pad, token, inhoud);
        return antwoord.IsSuccessStatusCode
            ? await antwoord.Content.ReadFromJsonAsync<JsonElement>()
            : throw new InvalidOperationException(await antwoord.Content.ReadAsStringAsync());
    }

    /// <summary>Fetches a file without holding it.</summary>
    /// <returns>Its SHA-256 in lower-case hex.</returns>
    public async Task<string> Bestandshash(string pad, string token)
    {
        using var verzoek = new HttpRequestMessage(HttpMethod.Get, pad);
        verzoek.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var antwoord = await _client.SendAsync(verzoek, HttpCompletionOption.ResponseHeadersRead);
        antwoord.EnsureSuccessStatusCode();
        await using var inhoud = await antwoord.Content.ReadAsStreamAsync();
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(inhoud));
    }

    /// <summary>How many letters of a kind were sent.</summary>
    public async Task<long> Brieven(string soort)
    {
        var dossiers = _huis.App.Services.GetRequiredService<Contextregister>().Hier.Single(o => o.Context.Naam == "dossiers");
        await using var opdracht = dossiers.Bron.CreateCommand(
            "select count(*) from dossiers.mt_events where type = 'brief-verzonden' and data ->> 'soort' = $1"
        );
        opdracht.Parameters.Add(new NpgsqlParameter<string> { TypedValue = soort });
        return (long)(await opdracht.ExecuteScalarAsync())!;
    }

    /// <summary>What is said stays in the outbox.</summary>
    public async Task StopRelay()
    {
        foreach (var relay in Relays)
        {
            await relay.StopAsync(CancellationToken.None);
        }
    }

    /// <summary>Lets the relay go and waits for the last effect.</summary>
    /// <returns>Effects (a message heard by a context) per second.</returns>
    public async Task<double> VoerAf()
    {
        var voor = await Gehoord();
        var sinds = Stopwatch.StartNew();
        foreach (var relay in Relays)
        {
            await relay.StartAsync(CancellationToken.None);
        }
        await Stil();
        var duur = sinds.Elapsed.TotalSeconds;
        return (await Gehoord() - voor) / duur;
    }

    public Task Stil() => _huis.App.Services.GetRequiredService<Stilte>().Wacht(CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _huis.DisposeAsync();
    }

    /// <summary>A request of a scheme manager or an assessor; null: it is refused for now.</summary>
    public async Task<JsonElement?> Vraag(HttpMethod methode, Rol rol, string pad, object? inhoud, string? wie = null)
    {
        var json = inhoud is null ? null : JsonSerializer.Serialize(inhoud, JsonSerializerOptions.Web);
        using var antwoord = await Stuur(methode, $"v1/{pad}", Token(wie ?? rol.Claimwaarde(), rol, null), json);
        var tekst = await antwoord.Content.ReadAsStringAsync();
        return antwoord.IsSuccessStatusCode ? JsonSerializer.Deserialize<JsonElement>(tekst)
            : antwoord.StatusCode == HttpStatusCode.Conflict ? null
            : throw new InvalidOperationException($"{methode} {pad}: {tekst}");
    }

    /// <summary>What anyone can read.</summary>
    public Task<string> Openbaar(string pad) => _client.GetStringAsync(new Uri(pad, UriKind.Relative));

    /// <summary>A window that is drawn.</summary>
    /// <param name="Opent">Of Amsterdam.</param>
    /// <param name="Plafond">Euro.</param>
    public sealed record Venster(
        string Id,
        LocalDateTime Opent,
        LocalDateTime Sluit,
        decimal Plafond,
        string Regelversie,
        string Aanvragertype = "mkb-onderneming"
    );

    public async Task Publiceer(Venster venster)
    {
        var token = Token("regelbeheerder", Rol.Regelbeheerder, null);
        var verzoek = $$"""
            {"id":"{{venster.Id}}","aanvragertype":"{{venster.Aanvragertype}}","opent":"{{Tekst(venster.Opent)}}","sluit":"{{Tekst(venster.Sluit)}}",
             "plafond":"{{venster.Plafond.ToString(
                "0.00",
                CultureInfo.InvariantCulture
            )}}","volgorde":"loting","regelversie":"{{venster.Regelversie}}"}
            """;
        using var antwoord = await Stuur(HttpMethod.Post, "v1/tijdvakken", token, verzoek);
        antwoord.EnsureSuccessStatusCode();
        var (pad, inhoud) = Tijdvakbesluit.Ondertekening(await antwoord.Content.ReadFromJsonAsync<JsonElement>());
        using var ondertekend = await Stuur(
            HttpMethod.Post,
            $"v1/{pad}",
            Token("regelbeheerder-2", Rol.Regelbeheerder, null),
            JsonSerializer.Serialize(inhoud)
        );
        ondertekend.EnsureSuccessStatusCode();
        await Stil();

        static string Tekst(LocalDateTime moment) => moment.ToString("uuuu-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture);
    }

    private Task<HttpResponseMessage> Stuur(HttpMethod methode, string pad, string token, string? json) =>
        Stuur(methode, pad, token, json is null ? null : new StringContent(json, Encoding.UTF8, "application/json"));

    private async Task<HttpResponseMessage> Stuur(HttpMethod methode, string pad, string token, HttpContent? inhoud)
    {
        using var verzoek = new HttpRequestMessage(methode, pad) { Content = inhoud };
        verzoek.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (inhoud is not null)
        {
            verzoek.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        }
        return await _client.SendAsync(verzoek);
    }

    private async Task<long> Gehoord()
    {
        var som = 0L;
        foreach (var opslag in _huis.App.Services.GetRequiredService<Contextregister>().Hier)
        {
            await using var opdracht = opslag.Bron.CreateCommand($"select count(*) from {opslag.Context.Naam}.inbox");
            som += (long)(await opdracht.ExecuteScalarAsync())!;
        }
        return som;
    }

    private Concepten.Concept Nieuw()
    {
        var kvk = Interlocked.Increment(ref _kvk).ToString(CultureInfo.InvariantCulture);
        return new Concepten.Concept(Zaaknummer.Trek(), kvk, Token($"aanvrager-{kvk}", Rol.Aanvrager, kvk));
    }

    public string Token(string onderwerp, Rol rol, string? kvkNummer)
    {
        var namen = new Claimnamen();
        var claims = new Dictionary<string, object> { [namen.Onderwerp] = onderwerp, [namen.Rol] = rol.Claimwaarde() };
        if (kvkNummer is not null)
        {
            claims[namen.HandelendPersoon] = onderwerp;
            claims[namen.KvkNummer] = kvkNummer;
        }
        return new JsonWebTokenHandler().CreateToken(
            new SecurityTokenDescriptor
            {
                Issuer = _client.BaseAddress!.ToString(),
                Audience = new Aanmeldinstellingen().Doelgroep,
                Claims = claims,
                Expires = DateTime.UtcNow + Geldig,
                SigningCredentials = _sleutel,
            }
        );
    }
}
