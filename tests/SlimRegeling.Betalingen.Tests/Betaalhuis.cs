using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;
using NodaTime.Text;
using Npgsql;
using SlimRegeling.Omgeving;
using SlimRegeling.Platform;
using SlimRegeling.Platform.Berichtenverkeer;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Identiteit.Voorbeeldprovider;
using SlimRegeling.Platform.Taken;
using SlimRegeling.Platform.Tijd;
using Xunit;
using static SlimRegeling.Platform.Stromen.Json;

namespace SlimRegeling.Betalingen.Tests;

/// <summary>Betalingen on a real host and a real PostgreSQL, with who speaks to it around it.</summary>
public sealed class Betaalhuis : IAsyncLifetime
{
    private static readonly Voorbeeldpersoon[] Personen =
    [
        new("fien", "Fien", [Rol.FinancieelMedewerker]),
        new("fred", "Fred", [Rol.FinancieelMedewerker]),
        new("bea", "Bea", [Rol.Beoordelaar, Rol.FinancieelMedewerker]),
        new("cor", "Cor", [Rol.FinancieelControleur]),
        new("anna", "Anna", [Rol.FinancieelControleur]),
        new("ontvanger", "Ontvanger", [Rol.Aanvrager], "69999991", "Bakkerij De Gouden Aar"),
        new("buur", "Buur", [Rol.Aanvrager], "69999992", "Slagerij Buur"),
        new("bob", "Bob", [Rol.Beoordelaar]),
    ];

    private readonly string _map = Directory.CreateTempSubdirectory("betaalhuis").FullName;
    private readonly Dictionary<string, string> _tokens = [];
    private PostgresServer _postgres = null!;
    private WebApplication _app = null!;

    public string Verbinding { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        _postgres = await PostgresServer.Start();
        Verbinding = await _postgres.NieuweDatabase(nameof(Betaalhuis));
        var bouwer = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Development" });
        bouwer.WebHost.UseUrls("http://127.0.0.1:0");
        bouwer.Logging.SetMinimumLevel(LogLevel.Warning);
        Context[] contexten = [Context.Van<BetalingenContext>(), Context.Van<Buitenwereld>()];
        bouwer.AddVloer(
            new Vloerinstellingen
            {
                Alle = contexten,
                Hier = contexten.Select(c => c.Naam).ToHashSet(),
                Verbinding = _ => Verbinding,
                Takenverbinding = Verbinding,
            }
        );
        bouwer.Services.AddIdentiteit(bouwer.Configuration);
        bouwer.Services.AddVoorbeeldprovider(bouwer.Configuration, bouwer.Environment, _map, Personen);
        _app = bouwer.Build();
        _app.UseVloer();
        await _app.StartAsync();
    }

    /// <summary>Lets these be said, and waits until all is heard.</summary>
    public async Task Zeg(params IEnumerable<object> berichten)
    {
        var verzoek = new Buitenwereld.Verzoek([.. berichten.Select(Buitenwereld.Zeg)]);
        Assert.Equal(200, (await Post(null, "/v1/gesprekken", JsonSerializer.Serialize(verzoek, Opties))).Status);
        await Stil();
    }

    /// <summary>Waits until all that was said is heard.</summary>
    public async Task Stil()
    {
        using var eindig = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        await _app.Services.GetRequiredService<Stilte>().Wacht(eindig.Token);
    }

    /// <summary>Does what Betalingen does by the clock.</summary>
    public async Task Doe<TTaak>()
        where TTaak : ITaak
    {
        await using (var diensten = _app.Services.CreateAsyncScope())
        {
            await diensten
                .ServiceProvider.GetRequiredService<Taakuitvoering>()
                .Voer(typeof(TTaak).AssemblyQualifiedName!, CancellationToken.None);
        }
        await Stil();
    }

    public async Task<Gekregen> Post(
        string? wie,
        string pad,
        string inhoud,
        string soort = "application/json",
        string? sleutel = null,
        string? ifMatch = null
    )
    {
        using var client = await Als(wie);
        using var verzoek = new HttpRequestMessage(HttpMethod.Post, pad) { Content = new StringContent(inhoud, Encoding.UTF8, soort) };
        verzoek.Headers.Add("Idempotency-Key", sleutel ?? Guid.NewGuid().ToString());
        if (ifMatch is not null)
        {
            verzoek.Headers.Add("If-Match", ifMatch);
        }
        using var antwoord = await client.SendAsync(verzoek);
        return await Gekregen.Van(antwoord);
    }

    /// <summary>Sends a file of the bank that is made while it is sent.</summary>
    public async Task<Gekregen> Stuur(string wie, string pad, Stream bestand)
    {
        using var client = await Als(wie);
        using var verzoek = new HttpRequestMessage(HttpMethod.Post, pad) { Content = new StreamContent(bestand) };
        verzoek.Content.Headers.ContentType = new MediaTypeHeaderValue("application/xml");
        verzoek.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        using var antwoord = await client.SendAsync(verzoek);
        return await Gekregen.Van(antwoord);
    }

    /// <summary>Has these paid today: proposed by the one, approved by two others.</summary>
    /// <returns>What came of the proposal.</returns>
    public async Task<Gekregen> Ronde(string wie, params IReadOnlyList<string> opdrachten)
    {
        var voorgesteld = await StelVoor(wie, opdrachten);
        if (voorgesteld.Status != 201)
        {
            return voorgesteld;
        }
        foreach (var collega in (string[])(wie == "fred" ? ["cor", "anna"] : ["fred", "anna"]))
        {
            var akkoord = await Accordeer(collega, voorgesteld);
            Assert.True(akkoord.Status == 200, akkoord.Inhoud.ToString());
        }
        return voorgesteld;
    }

    public Task<Gekregen> StelVoor(string wie, IReadOnlyList<string> opdrachten, string? sleutel = null)
    {
        var vandaag = LocalDatePattern.Iso.Format(Moment.Dag(SystemClock.Instance.GetCurrentInstant()));
        return Post(wie, "/v1/betaalrondes", JsonSerializer.Serialize(new { uitvoerdatum = vandaag, opdrachten }), sleutel: sleutel);
    }

    /// <param name="ronde">As it was proposed or looked at.</param>
    public Task<Gekregen> Accordeer(string wie, Gekregen ronde) =>
        Post(
            wie,
            $"/v1/betaalrondes/{ronde.Inhoud.GetProperty("ronde").GetString()}/akkoord",
            JsonSerializer.Serialize(new { hash = ronde.Inhoud.GetProperty("hash").GetString() })
        );

    /// <summary>Confirms what is proposed for a movement now.</summary>
    public async Task<Gekregen> Bevestig(string wie, string bankregel)
    {
        var regels = (await Haal("cor", "/v1/bankregels")).Inhoud.EnumerateArray();
        var hash = regels
            .Where(r => r.GetProperty("bankregel").GetString() == bankregel && r.TryGetProperty("voorstel", out _))
            .Select(r => r.GetProperty("voorstel").GetProperty("hash").GetString())
            .FirstOrDefault();
        return await Post(wie, $"/v1/bankregels/{bankregel}/bevestiging", JsonSerializer.Serialize(new { hash = hash ?? "" }));
    }

    public async Task<Gekregen> Haal(string wie, string pad)
    {
        using var client = await Als(wie);
        using var antwoord = await client.GetAsync(pad);
        return await Gekregen.Van(antwoord);
    }

    public async Task<byte[]> Bestand(string wie, string pad)
    {
        using var client = await Als(wie);
        return await client.GetByteArrayAsync(pad);
    }

    public async Task<IReadOnlyList<string>> Vraag(string sql)
    {
        await using var verbinding = new NpgsqlConnection(Verbinding);
        await verbinding.OpenAsync();
        await using var opdracht = new NpgsqlCommand(sql, verbinding);
        await using var rij = await opdracht.ExecuteReaderAsync();
        var regels = new List<string>();
        while (await rij.ReadAsync())
        {
            regels.Add(rij.GetString(0));
        }
        return regels;
    }

    /// <summary>How much there is of all that a file of the bank can leave behind.</summary>
    public Task<IReadOnlyList<string>> Stand() =>
        Vraag(
            """
            select wat || ': ' || aantal from (
              select 'gebeurtenissen' as wat, count(*) as aantal from betalingen.mt_events where type <> 'tombstone'
              union all select 'grootboek', count(*) from betalingen.grootboek
              union all select 'bankregels', count(*) from betalingen.mt_doc_bankregel
              union all select 'afschriften', count(*) from betalingen.mt_doc_afschrift
              union all select 'bankmutaties', count(*) from betalingen.bankmutatie
              union all select 'inhouden', count(*) from betalingen.mt_doc_inhoud
            ) s order by wat
            """
        );

    /// <summary>What runs behind the door, as for a job.</summary>
    public AsyncServiceScope Diensten() => _app.Services.CreateAsyncScope();

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await _postgres.DisposeAsync();
        Directory.Delete(_map, recursive: true);
    }

    private async Task<HttpClient> Als(string? wie)
    {
        var client = new HttpClient { BaseAddress = new Uri(_app.Urls.First()) };
        if (wie is not null)
        {
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await Token(client, wie));
        }
        return client;
    }

    private async Task<string> Token(HttpClient client, string wie)
    {
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
            using var antwoord = await client.PostAsync("/voorbeeldprovider/token", formulier);
            token = (await antwoord.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("access_token").GetString()!;
            _tokens[wie] = token;
        }
        return token;
    }
}

public sealed record Gekregen(int Status, JsonElement Inhoud)
{
    /// <summary>The code of the problem, after its urn.</summary>
    public string Probleem => Inhoud.GetProperty("type").GetString()!.Split(':')[^1];

    public static async Task<Gekregen> Van(HttpResponseMessage antwoord)
    {
        var tekst = await antwoord.Content.ReadAsStringAsync();
        return new Gekregen((int)antwoord.StatusCode, tekst.Length > 0 ? JsonSerializer.Deserialize<JsonElement>(tekst) : default);
    }
}
