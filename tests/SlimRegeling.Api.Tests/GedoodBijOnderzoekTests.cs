using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Npgsql;
using SlimRegeling.Omgeving;
using SlimRegeling.Platform;

namespace SlimRegeling.Api.Tests;

/// <summary>The program is killed between receiving a document and scanning it: the next one goes on, and meanwhile nobody reads it.</summary>
public sealed class GedoodBijOnderzoekTests : IAsyncLifetime
{
    private const string Ondernemer = "ondernemer";
    private static readonly TimeSpan Geduld = TimeSpan.FromSeconds(60);

    private readonly DirectoryInfo _map = Directory.CreateTempSubdirectory("gedood-");
    private readonly ClamavServer _clamav = new();
    private PostgresServer _postgres = null!;
    private string _verbinding = "";
    private Hostproces? _host;
    private HttpClient _client = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _postgres = await PostgresServer.Start();
        _verbinding = await _postgres.NieuweDatabase(nameof(GedoodBijOnderzoekTests));
    }

    [Fact]
    public async Task Wat_is_ontvangen_wordt_na_een_kill_9_alsnog_onderzocht()
    {
        await Start();
        var zaak = Zaaknummer.Trek().ToString();
        await Voer(
            $$"""insert into dossiers.mt_doc_zaak (id, data) values ('{{zaak}}', '{"id":"{{zaak}}","kvkNummer":"{{Kvk}}","regelversie":"slim-2026"}')"""
        );
        var goed = await Stuur(zaak, Proefpdf.Van("goed"));
        var besmet = await Stuur(zaak, Proefpdf.Van(ClamavServer.Virus));
        Assert.Equal(HttpStatusCode.Conflict, await Open(goed));

        await _host!.Kill9();
        await _clamav.Hervat(Ct);
        await Start();

        await Wordt(goed, "beschikbaar");
        await Wordt(besmet, "geweigerd");
        Assert.Equal(HttpStatusCode.OK, await Open(goed));
        Assert.Equal(HttpStatusCode.Conflict, await Open(besmet));
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        if (_host is not null)
        {
            await _host.DisposeAsync();
        }
        await _postgres.DisposeAsync();
        await _clamav.DisposeAsync();
        _map.Delete(recursive: true);
    }

    private async Task Start()
    {
        if (_host is not null)
        {
            await _host.DisposeAsync();
        }
        var adres = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{Poort.Vrij()}");
        _host = Hostproces.Start(
            "dotnet",
            [Path.Combine(AppContext.BaseDirectory, "SlimRegeling.Host.dll")],
            new Dictionary<string, string?>
            {
                ["ASPNETCORE_ENVIRONMENT"] = "Development",
                ["ASPNETCORE_URLS"] = adres,
                ["ConnectionStrings__SlimRegeling"] = _verbinding,
                ["SlimRegeling__Gegevensmap"] = _map.FullName,
                ["SlimRegeling__Site"] = "uit",
                ["SlimRegeling__Virusscanner"] = _clamav.Tcp,
            }
        );
        _client.Dispose();
        _client = new HttpClient { BaseAddress = new Uri(adres) };
        await _host.WachtOp(new Uri($"{adres}/health/live"), Geduld, Ct);
        _client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await Token());
    }

    private async Task<string> Stuur(string zaak, byte[] inhoud)
    {
        using var verzoek = new HttpRequestMessage(HttpMethod.Post, $"/v1/documenten?zaaknummer={zaak}&soort=plan");
        verzoek.Content = new ByteArrayContent(inhoud) { Headers = { ContentType = new MediaTypeHeaderValue("application/pdf") } };
        verzoek.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        using var antwoord = await _client.SendAsync(verzoek, Ct);
        var ontvangst = await antwoord.Content.ReadFromJsonAsync<JsonElement>(Ct);
        Assert.True(antwoord.StatusCode == HttpStatusCode.Created, ontvangst.ToString());
        Assert.Equal("in-onderzoek", ontvangst.GetProperty("stand").GetString());
        return ontvangst.GetProperty("document").GetString()!;
    }

    private async Task<HttpStatusCode> Open(string id)
    {
        using var antwoord = await _client.GetAsync($"/v1/documenten/{id}", Ct);
        return antwoord.StatusCode;
    }

    private Task Wordt(string id, string stand) =>
        _host!.WachtTot(
            stand,
            async ct =>
                (await _client.GetFromJsonAsync<JsonElement>($"/v1/documenten/{id}/stand", ct)).GetProperty("stand").GetString() == stand,
            Geduld,
            Ct
        );

    private async Task<string> Token()
    {
        using var formulier = new FormUrlEncodedContent(
            new Dictionary<string, string>
            {
                ["grant_type"] = "urn:slimregeling:voorbeeldpersoon",
                ["client_id"] = "voorbeeld",
                ["persoon"] = Ondernemer,
            }
        );
        using var antwoord = await _client.PostAsync("/voorbeeldprovider/token", formulier, Ct);
        return (await antwoord.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("access_token").GetString()!;
    }

    /// <summary>For whom the example entrepreneur acts.</summary>
    private static string Kvk => Host.Voorbeeldaccounts.Alle.Single(p => p.Id == Ondernemer).KvkNummer!;

    private async Task Voer(string sql)
    {
        await using var verbinding = new NpgsqlConnection(_verbinding);
        await verbinding.OpenAsync(Ct);
        await using var opdracht = new NpgsqlCommand(sql, verbinding);
        await opdracht.ExecuteNonQueryAsync(Ct);
    }
}
