using System.Net;
using System.Text.Json;
using SlimRegeling.Host;
using SlimRegeling.Omgeving;

namespace SlimRegeling.Web.Tests;

/// <summary>What employees and others find while the database of one context of the program is away.</summary>
public sealed class RolstoringTests : IAsyncLifetime
{
    private readonly DirectoryInfo _map = Directory.CreateTempSubdirectory("rolstoring");
    private PostgresServer _postgres = null!;
    private Huis _huis = null!;
    private string _verlening = "";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private Uri Adres => new(_huis.App.Urls.First());

    public async ValueTask InitializeAsync()
    {
        _postgres = await PostgresServer.Start();
        _verlening = await _postgres.NieuweDatabase("rolstoringverlening", Ct);
        var verbinding = await _postgres.NieuweDatabase(nameof(RolstoringTests), Ct);
        _huis = await Huis.Bouw(
            ["--environment", "Development"],
            builder =>
            {
                builder.Configuration["ConnectionStrings:SlimRegeling"] = verbinding;
                builder.Configuration["ConnectionStrings:verlening"] = _verlening;
                builder.Configuration["SlimRegeling:Gegevensmap"] = _map.FullName;
                builder.Configuration["SlimRegeling:Sleutelmap"] = Path.Combine(_map.FullName, "sleutels");
                builder.Configuration["SlimRegeling:Wachtkamer:Stand"] = "uit";
                builder.Configuration["urls"] = "http://127.0.0.1:0";
                builder.Logging.ClearProviders();
            },
            CancellationToken.None
        );
        await _huis.App.StartAsync(Ct);
    }

    public async ValueTask DisposeAsync()
    {
        await _huis.DisposeAsync();
        await _postgres.DisposeAsync();
        _map.Delete(recursive: true);
    }

    [Fact]
    public async Task Until_it_is_known_what_was_decided_no_employee_comes_in_and_everyone_else_does()
    {
        await _postgres.Sluit(_verlening, dicht: true, Ct);

        using var geweigerd = await Haal("beoordelaar", "/v1/zaken");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, geweigerd.StatusCode);
        Assert.NotNull(geweigerd.Headers.RetryAfter);
        var probleem = JsonSerializer.Deserialize<JsonElement>(await geweigerd.Content.ReadAsStringAsync(Ct));
        Assert.Equal("urn:slimregeling:probleem:rollen-niet-te-controleren", probleem.GetProperty("type").GetString());
        foreach (var (wie, pad) in new[] { ("ondernemer", "/v1/aanvragen"), ("beoordelaar", "/v1/tijdvakken") })
        {
            using var gewoon = await Haal(wie, pad);
            Assert.Equal((wie, HttpStatusCode.OK), (wie, gewoon.StatusCode));
        }
        using var bezoeker = new Bezoeker(Adres);
        using var blad = await bezoeker.MeldAan("beoordelaar", "/zaken");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, blad.StatusCode);
        var tekst = WebUtility.HtmlDecode(await blad.Content.ReadAsStringAsync(Ct));
        Assert.Contains("Wij kunnen nu niet controleren welke rollen u hebt.", tekst, StringComparison.Ordinal);
        using var voorpagina = await bezoeker.Haal("/");
        Assert.Equal(HttpStatusCode.OK, voorpagina.StatusCode);

        await _postgres.Sluit(_verlening, dicht: false, Ct);
        var status = HttpStatusCode.ServiceUnavailable;
        for (var i = 0; i < 30 && status != HttpStatusCode.OK; i++)
        {
            await Task.Delay(500, Ct);
            using var weer = await Haal("beoordelaar", "/v1/zaken");
            status = weer.StatusCode;
        }
        Assert.Equal(HttpStatusCode.OK, status);

        // From then on it is known, also when that database is away for a moment.
        await _postgres.Sluit(_verlening, dicht: true, Ct);
        await Task.Delay(TimeSpan.FromSeconds(1.2), Ct);
        using var bekend = await Haal("beoordelaar", "/v1/zaken");
        Assert.Equal(HttpStatusCode.OK, bekend.StatusCode);
    }

    private Task<HttpResponseMessage> Haal(string wie, string pad) => Voorbeeldbeller.Roep(Adres, wie, HttpMethod.Get, pad);
}
