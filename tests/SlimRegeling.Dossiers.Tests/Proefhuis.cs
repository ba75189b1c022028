using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SlimRegeling.Omgeving;
using SlimRegeling.Platform;
using SlimRegeling.Platform.Berichtenverkeer;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Identiteit.Voorbeeldprovider;
using SlimRegeling.Relaties;

namespace SlimRegeling.Dossiers.Tests;

/// <summary>A real host with Dossiers and Relaties, on a real PostgreSQL and a real port: the one asks the other over HTTP.</summary>
public class Proefhuis : IAsyncLifetime
{
    private static readonly Voorbeeldpersoon[] Personen =
    [
        new("olivia", "Olivia", [Rol.Aanvrager], Zaken.Kvk, "Bouwbedrijf"),
        new("bram", "Bram", [Rol.Aanvrager], "22222222", "Slagerij"),
        new("bea", "Bea", [Rol.Beoordelaar]),
        new("bas", "Bas", [Rol.Medeondertekenaar]),
        new("ben", "Ben", [Rol.Beheerder]),
        new("rianne", "Rianne", [Rol.Regelbeheerder]),
        new("rob", "Rob", [Rol.Regelbeheerder]),
    ];

    private readonly DirectoryInfo _map = Directory.CreateTempSubdirectory("slim-dossiers-");
    private readonly IReadOnlyDictionary<string, string?> _instellingen;
    private PostgresServer _postgres = null!;
    private WebApplication _app = null!;

    public Proefhuis()
        : this(new Dictionary<string, string?>()) { }

    internal Proefhuis(IReadOnlyDictionary<string, string?> instellingen) => _instellingen = instellingen;

    public IServiceProvider Diensten => _app.Services;

    public string Verbinding { get; private set; } = "";

    public Uri Adres => new(_app.Urls.First());

    public async ValueTask InitializeAsync()
    {
        _postgres = await PostgresServer.Start();
        var verbinding = Verbinding = await _postgres.NieuweDatabase(nameof(Proefhuis));
        var bouwer = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Development" });
        bouwer.WebHost.UseUrls("http://127.0.0.1:0");
        bouwer.Configuration.AddInMemoryCollection(_instellingen);
        bouwer.Logging.SetMinimumLevel(LogLevel.Warning);
        Context[] contexten = [Context.Van<BeslissersContext>(), Context.Van<RelatiesContext>(), Context.Van<DossiersContext>()];
        bouwer.AddVloer(
            new Vloerinstellingen
            {
                Alle = contexten,
                Hier = contexten.Select(c => c.Naam).ToHashSet(),
                Verbinding = _ => verbinding,
                Takenverbinding = verbinding,
            }
        );
        bouwer.Services.AddIdentiteit(bouwer.Configuration);
        // Who decides here answers for these too.
        foreach (var context in (string[])["aanvragen", "verlening", "vaststelling"])
        {
            bouwer
                .Services.AddHttpClient(context, (sp, client) => client.BaseAddress = Contextklanten.Adres(sp, BeslissersContext.Naam))
                .MetDiensttoken();
        }
        bouwer.Services.AddVoorbeeldprovider(bouwer.Configuration, bouwer.Environment, _map.FullName, Personen);
        _app = bouwer.Build();
        _app.UseVloer();
        await _app.StartAsync();
    }

    public async Task<HttpClient> Als(string persoon)
    {
        var client = new HttpClient { BaseAddress = new Uri(_app.Urls.First()) };
        using var formulier = new FormUrlEncodedContent(
            new Dictionary<string, string>
            {
                ["grant_type"] = "urn:slimregeling:voorbeeldpersoon",
                ["client_id"] = "voorbeeld",
                ["persoon"] = persoon,
            }
        );
        using var antwoord = await client.PostAsync("/voorbeeldprovider/token", formulier);
        var token = (await antwoord.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("access_token").GetString();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        client.DefaultRequestHeaders.Add("Idempotency-Key", Guid.NewGuid().ToString());
        return client;
    }

    public async Task<HttpResponseMessage> Post(string persoon, string pad, object inhoud)
    {
        using var client = await Als(persoon);
        return await client.PostAsJsonAsync(pad, inhoud, Platform.Stromen.Json.Opties);
    }

    public async Task<HttpResponseMessage> Haal(string persoon, string pad)
    {
        using var client = await Als(persoon);
        return await client.GetAsync(pad);
    }

    public Task Stil() => _app.Services.GetRequiredService<Stilte>().Wacht(TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await Stil();
        await _app.DisposeAsync();
        await _postgres.DisposeAsync();
        _map.Delete(recursive: true);
    }
}
