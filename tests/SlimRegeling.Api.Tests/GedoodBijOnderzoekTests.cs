using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using SlimRegeling.Omgeving;
using SlimRegeling.Platform;

namespace SlimRegeling.Api.Tests;

/// <summary>The program is killed between receiving a document and scanning it: the next one goes on, and meanwhile nobody reads it.</summary>
public sealed class GedoodBijOnderzoekTests : IAsyncLifetime
{
    private const string Ondernemer = "ondernemer";

    private readonly ClamavServer _clamav = new();
    private readonly Losprogramma _programma;
    private HttpClient _client = new();

    // It is not ready: the scanner is away.
    public GedoodBijOnderzoekTests() =>
        _programma = new("health/live", new Dictionary<string, string?> { ["SlimRegeling__Virusscanner"] = _clamav.Tcp });

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await Start();

    [Fact]
    public async Task Wat_is_ontvangen_wordt_na_een_kill_9_alsnog_onderzocht()
    {
        var zaak = Zaaknummer.Trek().ToString();
        await _programma.Voer(
            $$"""insert into dossiers.mt_doc_zaak (id, data) values ('{{zaak}}', '{"id":"{{zaak}}","kvkNummer":"{{Kvk}}","regelversie":"slim-2026"}')"""
        );
        var goed = await Stuur(zaak, Proefpdf.Van("goed"));
        var besmet = await Stuur(zaak, Proefpdf.Van(ClamavServer.Virus));
        Assert.Equal(HttpStatusCode.Conflict, await Open(goed));

        await _programma.Proces.Kill9();
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
        await _programma.DisposeAsync();
        await _clamav.DisposeAsync();
    }

    private async Task Start()
    {
        await _programma.Start();
        _client.Dispose();
        _client = new HttpClient { BaseAddress = _programma.Adres };
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
        _programma.Proces.WachtTot(
            stand,
            async ct =>
                (await _client.GetFromJsonAsync<JsonElement>($"/v1/documenten/{id}/stand", ct)).GetProperty("stand").GetString() == stand,
            Losprogramma.Geduld,
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
}
