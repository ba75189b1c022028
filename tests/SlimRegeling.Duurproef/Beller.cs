using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Identiteit.Voorbeeldprovider;

namespace SlimRegeling.Duurproef;

/// <summary>Who calls; an applicant also names the enterprise.</summary>
internal sealed record Wie(string Onderwerp, Rol Rol, string? KvkNummer = null)
{
    public static readonly Wie Regelbeheerder = new("regelbeheerder", Rol.Regelbeheerder);
    public static readonly Wie TweedeRegelbeheerder = new("regelbeheerder-2", Rol.Regelbeheerder);
    public static readonly Wie Beoordelaar = new("beoordelaar", Rol.Beoordelaar);
    public static readonly Wie Medeondertekenaar = new("medeondertekenaar", Rol.Medeondertekenaar);
}

/// <summary>
/// A client of the public API as a careful one is written: it sends the same request with the same Idempotency-Key until it gets an
/// answer, however often the host or its database goes away meanwhile.
/// </summary>
internal sealed class Beller : IDisposable
{
    private const int GewoonGelijktijdig = 32;
    private static readonly TimeSpan Rust = TimeSpan.FromMilliseconds(30);
    private static readonly Dictionary<string, string> ContextVanPad = new()
    {
        ["tijdvakken"] = "tijdvakken",
        ["beheer"] = "tijdvakken",
        ["aanvragen"] = "aanvragen",
        ["ontvangsten"] = "aanvragen",
        ["documenten"] = "dossiers",
        ["ondernemingen"] = "relaties",
        ["verleningen"] = "verlening",
    };

    private readonly Hostgroep _hosts;
    private readonly SigningCredentials _sleutel;
    private readonly Dictionary<Wie, string> _tokens = [];
    private readonly SemaphoreSlim _plaats;
    private readonly HttpClient _client = new(
        new Afgebrokenverbinding
        {
            InnerHandler = new SocketsHttpHandler
            {
                ConnectTimeout = TimeSpan.FromSeconds(2),
                PooledConnectionLifetime = TimeSpan.FromMinutes(1),
            },
        }
    )
    {
        Timeout = TimeSpan.FromSeconds(30),
    };

    public Beller(Hostgroep hosts, int gelijktijdig = GewoonGelijktijdig)
    {
        _hosts = hosts;
        _plaats = new SemaphoreSlim(gelijktijdig);
        // The key of the example provider, which all processes share: its tokens for hundreds of enterprises are made here.
        _sleutel = new SigningCredentials(Voorbeeldsleutel.UitMap(hosts.Sleutelmap).Ondertekening, SecurityAlgorithms.RsaSha256);
    }

    /// <summary>Sends until answered. Refusals (4xx) are answers. Bytes go as a PDF, anything else as JSON.</summary>
    public async Task<Gekregen> Stuur(HttpMethod methode, Wie wie, string pad, string sleutel, object? inhoud, CancellationToken ct)
    {
        var json = inhoud is null or byte[] ? null : JsonSerializer.Serialize(inhoud, JsonSerializerOptions.Web);
        var token = Token(wie);
        var sinds = 0L;
        for (var poging = 1; ; poging++)
        {
            await _plaats.WaitAsync(ct);
            sinds = sinds == 0 ? Stopwatch.GetTimestamp() : sinds;
            try
            {
                using var verzoek = new HttpRequestMessage(
                    methode,
                    new Uri(_hosts.Adres(ContextVanPad[pad.Split('/', '?')[0]]), $"v1/{pad}")
                );
                verzoek.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
                verzoek.Headers.Add("Idempotency-Key", sleutel);
                verzoek.Content =
                    inhoud is byte[] bestand ? new ByteArrayContent(bestand) { Headers = { ContentType = new("application/pdf") } }
                    : json is null ? null
                    : new StringContent(json, Encoding.UTF8, "application/json");
                using var antwoord = await _client.SendAsync(verzoek, ct);
                var tekst = await antwoord.Content.ReadAsStringAsync(ct);
                if (antwoord.StatusCode < HttpStatusCode.InternalServerError)
                {
                    return new Gekregen((int)antwoord.StatusCode, tekst, poging, Stopwatch.GetElapsedTime(sinds));
                }
            }
            catch (Exception e)
                when (e is HttpRequestException or IOException || (e is TaskCanceledException && !ct.IsCancellationRequested))
            {
                // No answer: whether it was done is not known, so the same request goes again.
            }
            finally
            {
                _plaats.Release();
            }
            await Task.Delay(Rust, ct);
        }
    }

    /// <summary>Sends until it is done; a refusal with one of these codes is asked again later, any other is an error.</summary>
    public async Task<JsonElement> Doe(
        HttpMethod methode,
        Wie wie,
        string pad,
        string sleutel,
        object? inhoud,
        CancellationToken ct,
        params string[] later
    ) => (await Verkrijg(methode, wie, pad, sleutel, inhoud, ct, later)).Json;

    /// <inheritdoc cref="Doe"/>
    public async Task<Gekregen> Verkrijg(
        HttpMethod methode,
        Wie wie,
        string pad,
        string sleutel,
        object? inhoud,
        CancellationToken ct,
        params string[] later
    )
    {
        while (true)
        {
            var gekregen = await Stuur(methode, wie, pad, sleutel, inhoud, ct);
            if (gekregen.Status < 300)
            {
                return gekregen;
            }
            if (!later.Contains(gekregen.Code))
            {
                throw new InvalidOperationException($"{methode} {pad} gaf {gekregen.Status}: {gekregen.Tekst}");
            }
            await Task.Delay(Rust, ct);
        }
    }

    public void Dispose()
    {
        _client.Dispose();
        _plaats.Dispose();
    }

    private string Token(Wie wie)
    {
        lock (_tokens)
        {
            return _tokens.TryGetValue(wie, out var token) ? token : _tokens[wie] = Maak(wie);
        }
    }

    private string Maak(Wie wie)
    {
        var namen = new Claimnamen();
        var claims = new Dictionary<string, object> { [namen.Onderwerp] = wie.Onderwerp, [namen.Rol] = wie.Rol.Claimwaarde() };
        if (wie.KvkNummer is { } kvk)
        {
            claims[namen.HandelendPersoon] = wie.Onderwerp;
            claims[namen.KvkNummer] = kvk;
        }
        return new JsonWebTokenHandler().CreateToken(
            new SecurityTokenDescriptor
            {
                Issuer = _hosts.Provider.ToString(),
                Audience = new Aanmeldinstellingen().Doelgroep,
                Claims = claims,
                Expires = DateTime.UtcNow.AddHours(2),
                SigningCredentials = _sleutel,
            }
        );
    }
}

/// <param name="Pogingen">How often it was sent.</param>
/// <param name="Duur">By the client's own clock, from the first sending.</param>
internal sealed record Gekregen(int Status, string Tekst, int Pogingen, TimeSpan Duur)
{
    public JsonElement Json => JsonSerializer.Deserialize<JsonElement>(Tekst);

    /// <summary>Of a refusal.</summary>
    public string Code => Json.TryGetProperty("type", out var type) ? type.GetString()!.Split(':')[^1] : "";
}
