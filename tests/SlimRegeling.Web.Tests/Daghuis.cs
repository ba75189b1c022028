using System.Text.Json;
using NodaTime;
using Npgsql;
using SlimRegeling.Berichten.Tijdvakken;
using SlimRegeling.Host;
using SlimRegeling.Omgeving;
using SlimRegeling.Platform.Berichtenverkeer;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Web.Tests;

[assembly: AssemblyFixture(typeof(Daghuis))]

namespace SlimRegeling.Web.Tests;

/// <summary>
/// The whole program on the day itself: a window that is open, drafts, a submission, and a message that was set apart. One context is said to
/// run where nothing answers. The waiting room lets few in.
/// </summary>
public sealed class Daghuis : IAsyncLifetime
{
    public const string Tijdvak = "2026-dag-mkb";
    public const string Regelbeheerder = "Rianne Regelbeheerder";
    public const string Beheerder = "Bert Beheerder";
    public const string Ondernemer = "Olivia Ondernemer";
    public const string Stuk = "dat-kwam-te-laat";

    private readonly string _map = Directory.CreateTempSubdirectory("daghuis").FullName;
    private PostgresServer _postgres = null!;
    private Huis _huis = null!;
    private string _verbinding = "";

    public Uri Adres => new(_huis.App.Urls.First());

    /// <summary>With which tickets and sign-ins are sealed.</summary>
    public DirectoryInfo Sleutels => new(Path.Combine(_map, "paginasleutels"));

    public IServiceProvider Diensten => _huis.App.Services;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _postgres = await PostgresServer.Start();
        _verbinding = await _postgres.NieuweDatabase(nameof(Daghuis));
        _huis = await Bouw();
        _huis.App.MapGet("/v1/kapot", string () => throw new InvalidOperationException("broken on purpose")).Openbaar();
        await _huis.App.StartAsync();
        await Vul();
    }

    /// <summary>Another process on the same data, not started; the caller disposes it.</summary>
    internal Task<Huis> Bouw(params string[] args) =>
        Huis.Bouw(
            ["--environment", "Development", .. args],
            builder =>
            {
                builder.Configuration["ConnectionStrings:SlimRegeling"] = _verbinding;
                builder.Configuration["SlimRegeling:Gegevensmap"] = _map;
                builder.Configuration["SlimRegeling:Sleutelmap"] = Sleutels.FullName;
                builder.Configuration["SlimRegeling:Wachtkamer:Gelijktijdig"] = "2";
                builder.Configuration["SlimRegeling:Wachtkamer:PerSeconde"] = "1";
                builder.Configuration["SlimRegeling:Adressen:betalingen"] = "http://127.0.0.1:1/";
                builder.Configuration["urls"] = "http://127.0.0.1:0";
                builder.Logging.SetMinimumLevel(LogLevel.Error);
            },
            CancellationToken.None
        );

    public async ValueTask DisposeAsync()
    {
        await _huis.DisposeAsync();
        await _postgres.DisposeAsync();
        Directory.Delete(_map, recursive: true);
    }

    public Task<HttpResponseMessage> Stuur(string persoon, HttpMethod methode, string pad, object? lichaam = null) =>
        Voorbeeldbeller.Roep(Adres, persoon, methode, pad, lichaam);

    public Task<JsonElement> Gelukt(string persoon, HttpMethod methode, string pad, object? lichaam = null) =>
        Voorbeeldbeller.Gelukt(Adres, persoon, methode, pad, lichaam);

    /// <summary>A message that nobody can read: each context that hears it fails at once.</summary>
    public async Task ZegOnzin()
    {
        await using var bron = NpgsqlDataSource.Create(_verbinding);
        await using var opdracht = bron.CreateCommand(
            "insert into tijdvakken.outbox (id, soort, sleutel, inhoud, wie) values ($1, 'tijdvak-gewijzigd', 'onzin', '[]', 'regelbeheerder')"
        );
        opdracht.Parameters.Add(new() { Value = Guid.CreateVersion7() });
        await opdracht.ExecuteNonQueryAsync(Ct);
    }

    public async Task<long> Tel(string sql)
    {
        await using var bron = NpgsqlDataSource.Create(_verbinding);
        await using var opdracht = bron.CreateCommand(sql);
        return (long)(await opdracht.ExecuteScalarAsync(Ct))!;
    }

    /// <summary>A window that is open.</summary>
    public async Task Publiceer(string id)
    {
        var nu = SystemClock.Instance.GetCurrentInstant();
        var voorgesteld = await Gelukt(
            "regelbeheerder",
            HttpMethod.Post,
            "/v1/tijdvakken",
            new
            {
                id,
                aanvragertype = "mkb-onderneming",
                opent = Wandklok(nu - Duration.FromDays(3)),
                sluit = Wandklok(nu + Duration.FromDays(20)),
                plafond = "20000.00",
                volgorde = "loting",
                regelversie = "slim-2026",
            }
        );
        var (pad, inhoud) = Tijdvakbesluit.Ondertekening(voorgesteld);
        await Gelukt("regelbeheerder-2", HttpMethod.Post, $"/v1/{pad}", inhoud);
        await Diensten.GetRequiredService<Stilte>().Wacht(Ct);
    }

    private async Task Vul()
    {
        await Publiceer(Tijdvak);
        await Concept();
        var zaak = await Concept();
        await Gelukt("ondernemer", HttpMethod.Post, $"/v1/aanvragen/{zaak}/indiening", new { });
        await Diensten.GetRequiredService<Stilte>().Wacht(Ct);
        await ZetApart(SystemClock.Instance.GetCurrentInstant());
    }

    private async Task<string> Concept()
    {
        var zaak = (await Gelukt("ondernemer", HttpMethod.Post, "/v1/aanvragen", new { tijdvak = Tijdvak }))
            .GetProperty("zaaknummer")
            .GetString()!;
        await Gelukt("ondernemer", HttpMethod.Put, $"/v1/aanvragen/{zaak}/concept", JsonSerializer.Deserialize<JsonElement>(Formulier));
        return zaak;
    }

    /// <summary>As it stands after a fault that is repaired since: the word of a window that Aanvragen did not get.</summary>
    private async Task ZetApart(Instant nu)
    {
        var bericht = new TijdvakGewijzigdBericht(Stuk, "mkb-onderneming", nu, nu + Duration.FromDays(1), 1000m, "loting", "slim-2026", nu);
        await using var bron = NpgsqlDataSource.Create(_verbinding);
        await using var opdracht = bron.CreateCommand(
            """
            insert into aanvragen.geparkeerd (id, soort, sleutel, inhoud, wie, fout)
            values ($1, 'tijdvak-gewijzigd', $2, $3, 'regelbeheerder', 'System.InvalidOperationException: de kolom was er nog niet')
            """
        );
        opdracht.Parameters.Add(new() { Value = Guid.CreateVersion7() });
        opdracht.Parameters.Add(new() { Value = Stuk });
        opdracht.Parameters.Add(new() { Value = Berichtsoorten.Schrijf(bericht) });
        await opdracht.ExecuteNonQueryAsync(Ct);
    }

    internal static string Wandklok(Instant moment) =>
        NodaTime.Text.LocalDateTimePattern.ExtendedIso.Format(
            moment.InZone(Moment.Amsterdam).LocalDateTime.With(TimeAdjusters.TruncateToHour)
        );

    internal const string Formulier = """
        {"onderneming":{"werkzamePersonen":12.0,"jaaromzet":"1500000.00","balanstotaal":"800000.00","sbiCodes":["4321"]},
         "activiteiten":[{"soort":"A","externeUren":[{"uren":40,"uurtarief":"150.00"}],"overigeExterneKosten":"899.20"}],
         "plan":{"doelen":"doelen","aanpak":"aanpak","resultaten":"resultaten","evaluatie":"evaluatie"},
         "verklaringen":{"mkb":true,"deMinimis":{"soort":"geen"},"waarheid":true},
         "rekening":{"iban":"NL13TEST0123456789"}}
        """;
}
