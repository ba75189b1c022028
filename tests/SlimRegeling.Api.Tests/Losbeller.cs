using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace SlimRegeling.Api.Tests;

/// <summary>
/// Calls a program that is killed and started again: whoever got no answer asks again with the same key. It is started when it is called or held, and not
/// before.
/// </summary>
internal sealed class Losbeller(Losprogramma programma) : IDisposable
{
    private readonly Dictionary<string, string> _tokens = [];
    private HttpClient? _client;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>The same call each time: with one key, and the same bytes.</summary>
    public Func<Task<Gekregen>> Vraag(string wie, string pad, object inhoud) =>
        Vraag(wie, pad, JsonSerializer.SerializeToUtf8Bytes(inhoud), "application/json");

    /// <inheritdoc cref="Vraag(string, string, object)"/>
    public Func<Task<Gekregen>> Vraag(string wie, string pad, byte[] xml) => Vraag(wie, pad, xml, "application/xml");

    public async Task<JsonElement> Post(string wie, string pad, object inhoud) => (await Lukt(Vraag(wie, pad, inhoud))).Inhoud;

    public async Task<JsonElement> Post(string wie, string pad, byte[] xml) => (await Lukt(Vraag(wie, pad, xml))).Inhoud;

    public async Task<JsonElement> Put(string wie, string pad, object inhoud)
    {
        using var lichaam = Lichaam(JsonSerializer.SerializeToUtf8Bytes(inhoud), "application/json");
        return (await Lukt(() => Zend(wie, HttpMethod.Put, pad, lichaam, Guid.NewGuid().ToString()))).Inhoud;
    }

    public async Task<JsonElement> Haal(string wie, string pad) => (await Lukt(() => Zend(wie, HttpMethod.Get, pad, null, null))).Inhoud;

    public async Task<byte[]> Bytes(string wie, string pad)
    {
        using var verzoek = await Verzoek(wie, HttpMethod.Get, pad);
        using var antwoord = await _client!.SendAsync(verzoek, Ct);
        Assert.True(antwoord.IsSuccessStatusCode, $"{pad} gave {antwoord.StatusCode}.");
        return await antwoord.Content.ReadAsByteArrayAsync(Ct);
    }

    /// <summary>Asks again what got no answer, and once more: the answer is the same.</summary>
    public static async Task<JsonElement> Nogmaals(Func<Task<Gekregen>> vraag)
    {
        var antwoord = await Lukt(vraag);
        Assert.Equal(antwoord.Tekst, (await Lukt(vraag)).Tekst);
        return antwoord.Inhoud;
    }

    /// <summary>Kills the program where it is held.</summary>
    /// <param name="greep">Holds it; it can be there as soon as it starts.</param>
    /// <param name="vraag">By which it comes there; null when it does by itself.</param>
    public async Task Dood(Func<string, Task<Greep>> greep, Func<Task>? vraag = null)
    {
        if (vraag is not null)
        {
            await Aan();
        }
        await using var vast = await greep(programma.Verbinding);
        await Aan();
        var bezig = vraag is null ? Task.CompletedTask : Beproef(vraag);
        try
        {
            await programma.Proces.WachtTot("the place where it is held", vast.Heeft, Losprogramma.Geduld, Ct);
        }
        finally
        {
            await programma.Proces.Kill9();
        }
        await bezig;
        Uit();
    }

    /// <summary>Until every context has heard all that was said.</summary>
    public async Task Rust()
    {
        await Aan();
        var rijen = await programma.Lees(
            """
            select string_agg(format('select id from %I.outbox', table_schema), ' union all ')
            from information_schema.tables where table_name = 'outbox'
            """
        );
        await programma.Proces.WachtTot(
            "silence",
            async _ => await programma.Lees($"select count(*)::text from ({rijen}) gezegd") == "0",
            Losprogramma.Geduld,
            Ct
        );
    }

    public void Dispose() => Uit();

    private async Task Aan()
    {
        if (_client is null)
        {
            await programma.Start();
            _client = new HttpClient { BaseAddress = programma.Adres };
        }
    }

    private void Uit()
    {
        _client?.Dispose();
        _client = null;
        // They name the address at which they were given.
        _tokens.Clear();
    }

    private static async Task Beproef(Func<Task> vraag)
    {
        try
        {
            await vraag();
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            // Killed before it answered.
        }
    }

    private static async Task<Gekregen> Lukt(Func<Task<Gekregen>> vraag)
    {
        var antwoord = await vraag();
        Assert.True(antwoord.Status is 200 or 201, $"{antwoord.Status}: {antwoord.Tekst}");
        return antwoord;
    }

    private Func<Task<Gekregen>> Vraag(string wie, string pad, byte[] inhoud, string soort)
    {
        var sleutel = Guid.NewGuid().ToString();
        return async () =>
        {
            using var lichaam = Lichaam(inhoud, soort);
            return await Zend(wie, HttpMethod.Post, pad, lichaam, sleutel);
        };
    }

    private static ByteArrayContent Lichaam(byte[] inhoud, string soort) =>
        new(inhoud) { Headers = { ContentType = new MediaTypeHeaderValue(soort) } };

    private async Task<Gekregen> Zend(string wie, HttpMethod methode, string pad, HttpContent? inhoud, string? sleutel)
    {
        using var verzoek = await Verzoek(wie, methode, pad);
        verzoek.Content = inhoud;
        if (sleutel is not null)
        {
            verzoek.Headers.Add("Idempotency-Key", sleutel);
        }
        using var antwoord = await _client!.SendAsync(verzoek, Ct);
        return await Gekregen.Van(antwoord);
    }

    private async Task<HttpRequestMessage> Verzoek(string wie, HttpMethod methode, string pad)
    {
        await Aan();
        if (!_tokens.TryGetValue(wie, out var token))
        {
            using var formulier = new FormUrlEncodedContent(
                new Dictionary<string, string>
                {
                    ["grant_type"] = "urn:slimregeling:voorbeeldpersoon",
                    ["client_id"] = "voorbeeld",
                    ["persoon"] = wie,
                }
            );
            using var antwoord = await _client!.PostAsync("/voorbeeldprovider/token", formulier, Ct);
            token = (await antwoord.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("access_token").GetString()!;
            _tokens[wie] = token;
        }
        return new HttpRequestMessage(methode, pad) { Headers = { Authorization = new AuthenticationHeaderValue("Bearer", token) } };
    }
}
