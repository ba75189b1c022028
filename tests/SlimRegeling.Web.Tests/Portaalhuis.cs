using System.Globalization;
using System.Text.Json;
using NodaTime;
using SlimRegeling.Host;
using SlimRegeling.Omgeving;
using SlimRegeling.Platform.Berichtenverkeer;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Identiteit.Voorbeeldprovider;
using SlimRegeling.Web.Tests;

[assembly: AssemblyFixture(typeof(Portaalhuis))]

namespace SlimRegeling.Web.Tests;

/// <summary>The whole program for applicants: a test publishes a window of its own, because an enterprise applies once in each.</summary>
public sealed class Portaalhuis : IAsyncLifetime
{
    public const string Ondernemer = "Olivia Ondernemer";
    public const string Buurman = "Bram Buurman";
    public const string Beoordelaar = "Bas Beoordelaar";

    private readonly string _map = Directory.CreateTempSubdirectory("portaalhuis").FullName;
    private PostgresServer _postgres = null!;
    private Huis _huis = null!;
    private string _verbinding = "";

    private int _ondernemingen;

    internal IClock Klok { get; init; } = SystemClock.Instance;

    /// <summary>Where the scanner is; without one, what is sent can be opened at once.</summary>
    internal string? Virusscanner { get; init; }

    /// <summary>What happens to each call of the pages to the API of the applications, before it goes out; nothing unless a test says so.</summary>
    internal Func<HttpRequestMessage, Task> Onderweg { get; set; } = _ => Task.CompletedTask;

    /// <summary>What happens to each call of other contexts to that of the documents, before it goes out; nothing unless a test says so.</summary>
    internal Func<HttpRequestMessage, Task> NaarDossiers { get; set; } = _ => Task.CompletedTask;

    /// <summary>What happens to each call of a page as nobody, of who answers in confidence; nothing unless a test says so.</summary>
    internal Func<HttpRequestMessage, Task> AlsNiemand { get; set; } = _ => Task.CompletedTask;

    public Uri Adres => new(_huis.App.Urls.First());

    public Instant Nu => Klok.GetCurrentInstant();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _postgres = await PostgresServer.Start();
        var verbinding = _verbinding = await _postgres.NieuweDatabase(nameof(Portaalhuis));
        _huis = await Huis.Bouw(
            ["--environment", "Development"],
            builder =>
            {
                builder.Configuration["ConnectionStrings:SlimRegeling"] = verbinding;
                builder.Configuration["SlimRegeling:Gegevensmap"] = _map;
                builder.Configuration["SlimRegeling:Wachtkamer:Stand"] = "uit";
                builder.Configuration["SlimRegeling:Toegankelijkheid:Meldadres"] = "toegankelijk@uitvoering.voorbeeld";
                builder.Configuration["SlimRegeling:Virusscanner"] = Virusscanner;
                builder.Configuration["urls"] = "http://127.0.0.1:0";
                builder.Services.AddSingleton(Klok);
                builder.Services.AddHttpClient("site-aanvragen").AddHttpMessageHandler(() => new Tussenkomst(v => Onderweg(v)));
                builder.Services.AddHttpClient("site-naamloos").AddHttpMessageHandler(() => new Tussenkomst(v => AlsNiemand(v)));
                builder.Services.AddHttpClient("dossiers").AddHttpMessageHandler(() => new Tussenkomst(v => NaarDossiers(v)));
                builder.Logging.SetMinimumLevel(LogLevel.Error);
            },
            CancellationToken.None
        );
        _huis
            .App.Services.GetRequiredService<Voorbeeldpersonen>()
            .Registreer(new("buurman", Buurman, [Rol.Aanvrager], "22222222", "Slagerij"));
        await _huis.App.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _huis.DisposeAsync();
        await _postgres.DisposeAsync();
        Directory.Delete(_map, recursive: true);
    }

    /// <summary>A window for one enterprise that is open already, or opens in ten days.</summary>
    /// <param name="dagen">Until it closes.</param>
    public Task<string> Tijdvak(string id, bool open = true, int dagen = 20, string volgorde = "loting") =>
        Tijdvak(
            id,
            "mkb-onderneming",
            "slim-2026",
            volgorde,
            Daghuis.Wandklok(Klok.GetCurrentInstant() + Duration.FromDays(open ? -3 : 10)),
            Daghuis.Wandklok(Klok.GetCurrentInstant() + Duration.FromDays(dagen))
        );

    /// <summary>A window as it was published; <see cref="Klok"/> says whether it is open.</summary>
    public async Task<string> Tijdvak(string id, string aanvragertype, string regelversie, string volgorde, string opent, string sluit)
    {
        var voorgesteld = await Gelukt(
            "regelbeheerder",
            HttpMethod.Post,
            "/v1/tijdvakken",
            new
            {
                id,
                aanvragertype,
                opent,
                sluit,
                plafond = "1200000.00",
                volgorde,
                regelversie,
            }
        );
        var (pad, inhoud) = Tijdvakbesluit.Ondertekening(voorgesteld);
        await Gelukt("regelbeheerder-2", HttpMethod.Post, $"/v1/{pad}", inhoud);
        await _huis.App.Services.GetRequiredService<Stilte>().Wacht(Ct);
        return id;
    }

    /// <summary>Someone who applies for an enterprise, on the page on which people choose.</summary>
    /// <param name="vestiging">The only establishment that they act for; null: for the whole enterprise.</param>
    public void Registreer(string id, string naam, string kvkNummer, string? vestiging = null) =>
        _huis.App.Services.GetRequiredService<Voorbeeldpersonen>().Registreer(new(id, naam, [Rol.Aanvrager], kvkNummer, naam, vestiging));

    internal void Registreer(Voorbeeldpersoon persoon) => _huis.App.Services.GetRequiredService<Voorbeeldpersonen>().Registreer(persoon);

    /// <summary>A draft as the API makes it, with as much as is given.</summary>
    /// <param name="wie">By their own name for themselves.</param>
    public async Task<string> Concept(string tijdvak, string? formulier = null, string wie = "ondernemer")
    {
        var zaak = (await Gelukt(wie, HttpMethod.Post, "/v1/aanvragen", new { tijdvak })).GetProperty("zaaknummer").GetString()!;
        if (formulier is not null)
        {
            await Gelukt(wie, HttpMethod.Put, $"/v1/aanvragen/{zaak}/concept", JsonSerializer.Deserialize<JsonElement>(formulier));
        }
        return zaak;
    }

    /// <summary>Who applies for an enterprise that nothing was awarded to yet: what one got decides what it can get.</summary>
    public async Task<string> Onderneming()
    {
        var nummer = Interlocked.Increment(ref _ondernemingen);
        var wie = string.Create(CultureInfo.InvariantCulture, $"onderneming-{nummer}");
        var (naam, kvk) = ($"Onderneming {nummer}", string.Create(CultureInfo.InvariantCulture, $"92{nummer:000000}"));
        Registreer(wie, naam, kvk);
        await Ingeschreven(wie, naam, kvk);
        return wie;
    }

    public Task<JsonElement> Ingeschreven(string wie, string naam, string kvkNummer) =>
        Gelukt(
            wie,
            HttpMethod.Post,
            $"/v1/ondernemingen/{kvkNummer}",
            new
            {
                naam,
                straat = "Steenweg 12",
                postcode = "3511 AB",
                plaats = "Utrecht",
                sbiCodes = (string[])["4321"],
                iban = "NL13TEST0123456789",
                tenaamstelling = naam,
            }
        );

    public Task<JsonElement> Lees(string pad) => Gelukt("ondernemer", HttpMethod.Get, pad);

    public Task Stil() => _huis.App.Services.GetRequiredService<Stilte>().Wacht(Ct);

    /// <summary>Until all was heard, and the terms were worked out of what was heard.</summary>
    public async Task Bijgewerkt()
    {
        await Stil();
        for (var i = 0; i < 300 && await Voer("select 1 from zaken.termijnwerk limit 1") is not null; i++)
        {
            await Task.Delay(100, Ct);
        }
    }

    public Task<JsonElement> Gelukt(string persoon, HttpMethod methode, string pad, object? lichaam = null) =>
        Voorbeeldbeller.Gelukt(Adres, persoon, methode, pad, lichaam);

    /// <summary>Lets a context say what it would say at the end of a way that a test does not go; all others hear it as they would.</summary>
    public async Task Zeg(string context, string soort, string zaaknummer, object bericht)
    {
        await using var bron = Npgsql.NpgsqlDataSource.Create(_verbinding);
        await using var opdracht = bron.CreateCommand(
            $"insert into {context}.outbox (id, soort, sleutel, inhoud, wie) values ($1, $2, $3, $4, 'systeem')"
        );
        opdracht.Parameters.Add(new() { Value = Guid.CreateVersion7() });
        opdracht.Parameters.Add(new() { Value = soort });
        opdracht.Parameters.Add(new() { Value = zaaknummer });
        opdracht.Parameters.Add(new() { Value = JsonSerializer.Serialize(bericht, bericht.GetType(), Platform.Stromen.Json.Opties) });
        await opdracht.ExecuteNonQueryAsync(Ct);
        var stil = Stil();
        await using var mislukt = bron.CreateCommand($"select fout from {context}.outbox where pogingen > 2 limit 1");
        while (await Task.WhenAny(stil, Task.Delay(100, Ct)) != stil)
        {
            Assert.Null(await mislukt.ExecuteScalarAsync(Ct));
        }
        await stil;
    }

    /// <summary>The one e-mail about this case, once it was sent: without a mail server it is a file.</summary>
    internal async Task<string> Email(string zaaknummer)
    {
        var stand = $"select stand from dossiers.email where zaaknummer = '{zaaknummer}'";
        for (var i = 0; i < 300 && await Voer(stand) is not "Verzonden"; i++)
        {
            await Task.Delay(100, Ct);
        }
        return Assert.Single(
            new DirectoryInfo(Path.Combine(_map, "email")).EnumerateFiles("*.eml").Select(f => File.ReadAllText(f.FullName)),
            tekst => tekst.Contains(zaaknummer, StringComparison.Ordinal)
        );
    }

    /// <summary>Does this in the database, and gives the first value of what it gives.</summary>
    internal async Task<object?> Voer(string sql)
    {
        await using var bron = Npgsql.NpgsqlDataSource.Create(_verbinding);
        await using var opdracht = bron.CreateCommand(sql);
        return await opdracht.ExecuteScalarAsync(Ct);
    }

    private sealed class Tussenkomst(Func<HttpRequestMessage, Task> doe) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await doe(request);
            return await base.SendAsync(request, cancellationToken);
        }
    }

    /// <summary>A form in which only the signature is missing.</summary>
    public const string Volledig = """
        {"onderneming":{"naam":"Bouwbedrijf De Troffel B.V.","werkzamePersonen":12.5,"jaaromzet":"1500000.00","balanstotaal":"800000.00","sbiCodes":["4321"]},
         "activiteiten":[{"soort":"A","externeUren":[{"uren":80,"uurtarief":"125.00"}]}],
         "plan":{"doelen":"Wij willen dat iedereen elk jaar iets leert.","aanpak":"Een adviseur licht ons bedrijf door.","resultaten":"Een opleidingsplan.","evaluatie":"Na een jaar vragen wij iedereen wat het opleverde."},
         "verklaringen":{"mkb":true,"deMinimis":{"soort":"geen"}},
         "rekening":{"iban":"NL13TEST0123456789"}}
        """;

    /// <summary>With the signature.</summary>
    public static readonly string Ondertekend = Volledig.Replace(
        "\"verklaringen\":{",
        "\"verklaringen\":{\"waarheid\":true,",
        StringComparison.Ordinal
    );
}
