using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using SlimRegeling.Omgeving;
using SlimRegeling.Platform.Berichtenverkeer;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Identiteit.Voorbeeldprovider;
using SlimRegeling.Platform.Tests.Identiteit;

namespace SlimRegeling.Platform.Tests.Vloer;

/// <summary>A real host with the floor and four small contexts, on a real PostgreSQL.</summary>
public sealed class Proefhuis : IAsyncLifetime
{
    private static readonly Voorbeeldpersoon[] Personen =
    [
        new("anna", "Anna", [Rol.Aanvrager], "11111111", "Bakkerij"),
        new("bram", "Bram", [Rol.Aanvrager], "22222222", "Slagerij"),
        new("bea", "Bea", [Rol.Beoordelaar]),
        new("ben", "Ben", [Rol.Beheerder]),
        new("rianne", "Rianne", [Rol.Regelbeheerder]),
    ];

    private readonly Proefmap _map = new();
    private PostgresServer _postgres = null!;
    private WebApplication _app = null!;

    public IServiceProvider Diensten => _app.Services;

    public string Verbinding { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        _postgres = await PostgresServer.Start();
        Verbinding = await _postgres.NieuweDatabase(nameof(Proefhuis));
        _app = Bouw();
        await _app.StartAsync();
    }

    /// <summary>Another host on the same data, not started; the caller disposes it.</summary>
    /// <param name="rabbit">The broker; null: in memory.</param>
    /// <param name="hier">Names of the contexts that run there; none: all.</param>
    public WebApplication Bouw(Action<IServiceCollection>? erbij = null, Uri? rabbit = null, params string[] hier)
    {
        var bouwer = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Development" });
        bouwer.WebHost.UseUrls("http://127.0.0.1:0");
        bouwer.Logging.SetMinimumLevel(LogLevel.Warning);
        Context[] contexten =
        [
            Context.Van<SparenContext>(),
            Context.Van<BankContext>(),
            Context.Van<TellerContext>(),
            Context.Van<BellerContext>(),
        ];
        bouwer.AddVloer(
            new Vloerinstellingen
            {
                Alle = contexten,
                Hier = hier.Length > 0 ? hier.ToHashSet() : contexten.Select(c => c.Naam).ToHashSet(),
                Verbinding = _ => Verbinding,
                Takenverbinding = Verbinding,
                RabbitMq = rabbit,
            }
        );
        bouwer.Services.AddIdentiteit(bouwer.Configuration);
        bouwer.Services.AddVoorbeeldprovider(bouwer.Configuration, bouwer.Environment, _map.Pad, Personen);
        erbij?.Invoke(bouwer.Services);
        var app = bouwer.Build();
        app.UseVloer();
        return app;
    }

    public async Task<HttpClient> Als(string? persoon)
    {
        var client = new HttpClient { BaseAddress = new Uri(_app.Urls.First()) };
        if (persoon is not null)
        {
            using var antwoord = await client.PostAsync(
                "/voorbeeldprovider/token",
                new FormUrlEncodedContent(
                    new Dictionary<string, string>
                    {
                        ["grant_type"] = "urn:slimregeling:voorbeeldpersoon",
                        ["client_id"] = "voorbeeld",
                        ["persoon"] = persoon,
                    }
                )
            );
            var token = (await antwoord.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("access_token").GetString();
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }
        return client;
    }

    /// <summary>Posts JSON as it stands, with a key of its own unless one is given.</summary>
    public async Task<Gekregen> Post(string? persoon, string pad, string json, string? sleutel = null, string? ifMatch = null)
    {
        using var client = await Als(persoon);
        using var verzoek = new HttpRequestMessage(HttpMethod.Post, pad)
        {
            Content = new StringContent(json, Encoding.UTF8, "application/json"),
        };
        verzoek.Headers.Add("Idempotency-Key", sleutel ?? Guid.NewGuid().ToString());
        if (ifMatch is not null)
        {
            verzoek.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        }
        using var antwoord = await client.SendAsync(verzoek);
        return await Gekregen.Van(antwoord);
    }

    public async Task<Gekregen> Haal(string? persoon, string pad)
    {
        using var client = await Als(persoon);
        using var antwoord = await client.GetAsync(pad);
        return await Gekregen.Van(antwoord);
    }

    /// <summary>Ends this process, with what it was doing unfinished, and begins the next one on the same data.</summary>
    public async Task Herstart(Uri? rabbit = null, params string[] hier)
    {
        await _app.StopAsync(TestContext.Current.CancellationToken);
        await _app.DisposeAsync();
        _app = Bouw(null, rabbit, hier);
        await _app.StartAsync();
    }

    public Task Stil() => Diensten.GetRequiredService<Stilte>().Wacht(TestContext.Current.CancellationToken);

    public async Task<T> Vraag<T>(string sql)
    {
        await using var verbinding = new NpgsqlConnection(Verbinding);
        await verbinding.OpenAsync();
        await using var opdracht = new NpgsqlCommand(sql, verbinding);
        return (T)(await opdracht.ExecuteScalarAsync())!;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await _postgres.DisposeAsync();
        _map.Dispose();
    }
}

public sealed record Gekregen(int Status, string? Soort, JsonElement Inhoud, string? Etag)
{
    public static async Task<Gekregen> Van(HttpResponseMessage antwoord)
    {
        var tekst = await antwoord.Content.ReadAsStringAsync();
        return new Gekregen(
            (int)antwoord.StatusCode,
            antwoord.Content.Headers.ContentType?.MediaType,
            tekst.Length > 0 ? JsonSerializer.Deserialize<JsonElement>(tekst) : default,
            antwoord.Headers.ETag?.Tag
        );
    }

    /// <summary>The code of the problem, after its urn.</summary>
    public string Probleem => Inhoud.GetProperty("type").GetString()!.Split(':')[^1];

    public string Uitleg => Inhoud.GetProperty("detail").GetString()!;

    public string Veld => Inhoud.GetProperty("fouten")[0].GetProperty("veld").GetString()!;
}
