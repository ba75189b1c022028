using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;
using Npgsql;
using SlimRegeling.Api.Tests;
using SlimRegeling.Host;
using SlimRegeling.Omgeving;
using SlimRegeling.Platform.Berichtenverkeer;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Identiteit.Voorbeeldprovider;

// One program with one clock for all.
[assembly: AssemblyFixture(typeof(Apihuis))]
[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.None)]

namespace SlimRegeling.Api.Tests;

/// <summary>The whole program with all contexts on a real PostgreSQL, called over HTTP with tokens of the example provider.</summary>
public sealed class Apihuis : IAsyncLifetime
{
    private readonly string _map = Directory.CreateTempSubdirectory("apihuis").FullName;
    private readonly Dictionary<string, string> _tokens = [];
    private PostgresServer _postgres = null!;
    private Huis _huis = null!;
    private HttpClient _client = null!;
    private string _verbinding = "";
    private string? _telling;
    private int _ondernemingen;

    public Uri Adres => _client.BaseAddress!;

    public Proefklok Klok { get; } = new();

    /// <summary>Settings beside the usual ones.</summary>
    internal IReadOnlyDictionary<string, string?> Instellingen { get; init; } = new Dictionary<string, string?>();

    /// <summary>What a test adds to the program before it is built.</summary>
    internal Action<WebApplicationBuilder>? Aanvulling { get; init; }

    public string Verbinding => _verbinding;
    public DirectoryInfo Emailmap => new(Path.Combine(_map, "email"));

    public IReadOnlyList<RouteEndpoint> Eindpunten =>
        [
            .. _huis
                .App.Services.GetRequiredService<EndpointDataSource>()
                .Endpoints.OfType<RouteEndpoint>()
                .Where(e => e.RoutePattern.RawText!.StartsWith("/v1", StringComparison.Ordinal)),
        ];

    public async ValueTask InitializeAsync()
    {
        _postgres = await PostgresServer.Start();
        _verbinding = await _postgres.NieuweDatabase(nameof(Apihuis));
        _huis = await Huis.Bouw(
            ["--environment", "Development"],
            builder =>
            {
                builder.Configuration["ConnectionStrings:SlimRegeling"] = _verbinding;
                builder.Configuration["SlimRegeling:Gegevensmap"] = _map;
                builder.Configuration["SlimRegeling:Ontvangst:Speling"] = "00:00:00";
                builder.Configuration["urls"] = "http://127.0.0.1:0";
                builder.Configuration.AddInMemoryCollection(Instellingen);
                builder.Logging.ClearProviders();
                builder.Services.AddSingleton<IClock>(Klok);
                Aanvulling?.Invoke(builder);
            },
            CancellationToken.None
        );
        foreach (var persoon in Mensen.Alle)
        {
            _huis.App.Services.GetRequiredService<Voorbeeldpersonen>().Registreer(persoon);
        }
        await _huis.App.StartAsync();
        _client = new HttpClient { BaseAddress = new Uri(_huis.App.Urls.First()) };
    }

    /// <summary>Someone who acts for an enterprise that has nothing yet: an award changes what the next application may get.</summary>
    public (string Wie, string KvkNummer) Ondernemer()
    {
        var kvkNummer = (60_000_000 + Interlocked.Increment(ref _ondernemingen)).ToString(
            System.Globalization.CultureInfo.InvariantCulture
        );
        var wie = $"ondernemer-{kvkNummer}";
        _huis.App.Services.GetRequiredService<Voorbeeldpersonen>().Registreer(new Voorbeeldpersoon(wie, wie, [Rol.Aanvrager], kvkNummer));
        return (wie, kvkNummer);
    }

    /// <summary>An adviser who acts for this enterprise.</summary>
    public string Gemachtigde(string kvkNummer) => Namens(Rol.Gemachtigde, kvkNummer);

    /// <summary>Someone whose token says applicant of this enterprise, with another one in between.</summary>
    public string Aanvrager(string kvkNummer, string via)
    {
        var wie = $"aanvrager-{kvkNummer}-via-{via}";
        _huis
            .App.Services.GetRequiredService<Voorbeeldpersonen>()
            .Registreer(new Voorbeeldpersoon(wie, wie, [Rol.Aanvrager], kvkNummer, Intermediair: via));
        return wie;
    }

    /// <summary>An applicant who acts for one establishment of this enterprise.</summary>
    public string Vestiging(string kvkNummer)
    {
        var wie = $"vestiging-{kvkNummer}";
        _huis
            .App.Services.GetRequiredService<Voorbeeldpersonen>()
            .Registreer(new Voorbeeldpersoon(wie, wie, [Rol.Aanvrager], kvkNummer, Vestigingsnummer: "000012345678"));
        return wie;
    }

    /// <summary>Someone with this role in the token who acts for this enterprise.</summary>
    public string Namens(Rol rol, string kvkNummer)
    {
        var wie = $"{rol.Claimwaarde()}-{kvkNummer}";
        _huis
            .App.Services.GetRequiredService<Voorbeeldpersonen>()
            .Registreer(new Voorbeeldpersoon(wie, wie, [rol], kvkNummer, Intermediair: rol == Rol.Gemachtigde ? "44444444" : null));
        return wie;
    }

    /// <summary>An employee of whom nothing was decided yet.</summary>
    public string Medewerker(params Rol[] rollen)
    {
        var wie = $"medewerker-{Guid.NewGuid():N}";
        _huis.App.Services.GetRequiredService<Voorbeeldpersonen>().Registreer(new Voorbeeldpersoon(wie, wie, rollen));
        return wie;
    }

    /// <summary>From now on the provider gives this employee these roles, in a new token.</summary>
    public void Geef(string wie, params Rol[] rollen)
    {
        _huis.App.Services.GetRequiredService<Voorbeeldpersonen>().Registreer(new Voorbeeldpersoon(wie, wie, rollen));
        _tokens.Remove(wie);
    }

    /// <summary>A service of the program, in a scope of its own that the caller ends.</summary>
    public AsyncServiceScope Diensten() => _huis.App.Services.CreateAsyncScope();

    /// <param name="namens">KVK number of the enterprise that they act for by a machtiging from the portal.</param>
    public Task<Gekregen> Haal(string? wie, string pad, string? namens = null) => Zend(wie, HttpMethod.Get, pad, namens: namens);

    public Task<Gekregen> Post(
        string? wie,
        string pad,
        string inhoud = "{}",
        string? sleutel = null,
        string? ifMatch = null,
        string? namens = null
    ) => Zend(wie, HttpMethod.Post, pad, Json(inhoud), sleutel, ifMatch, namens);

    public Task<Gekregen> Put(
        string? wie,
        string pad,
        string inhoud,
        string? sleutel = null,
        string? ifMatch = null,
        string? namens = null
    ) => Zend(wie, HttpMethod.Put, pad, Json(inhoud), sleutel, ifMatch, namens);

    public async Task<Gekregen> Zend(
        string? wie,
        HttpMethod methode,
        string pad,
        HttpContent? inhoud = null,
        string? sleutel = null,
        string? ifMatch = null,
        string? namens = null
    )
    {
        using var verzoek = new HttpRequestMessage(methode, pad) { Content = inhoud };
        if (wie is not null)
        {
            verzoek.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await Token(wie));
        }
        if (methode != HttpMethod.Get)
        {
            verzoek.Headers.Add("Idempotency-Key", sleutel ?? Guid.NewGuid().ToString());
        }
        if (ifMatch is not null)
        {
            verzoek.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        }
        if (namens is not null)
        {
            verzoek.Headers.Add("Slim-Namens", namens);
        }
        using var antwoord = await _client.SendAsync(verzoek);
        return await Gekregen.Van(antwoord);
    }

    /// <summary>Waits until every context has heard all that was said.</summary>
    public async Task Stil()
    {
        using var eindig = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        await _huis.App.Services.GetRequiredService<Stilte>().Wacht(eindig.Token);
    }

    /// <summary>Waits until the list of work has all that was heard of cases.</summary>
    public async Task Bijgewerkt()
    {
        for (var i = 0; i < 1500; i++)
        {
            if (await Tel("select count(*) from zaken.termijnwerk") == 0)
            {
                return;
            }
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
        Assert.Fail("The list of work is not up to date.");
    }

    /// <summary>How much people have stored in all contexts: events, content beside them, drafts, files and first answers to calls.</summary>
    public async Task<long> Opgeslagen()
    {
        _telling ??= await Lees(
            """
            select string_agg(
              case table_name
                when 'mt_doc_concept' then format('(select coalesce(sum(mt_version), 0) from %I.mt_doc_concept)', table_schema)
                when 'mt_doc_uitnodiging' then format('(select coalesce(sum(mt_version), 0) from %I.mt_doc_uitnodiging)', table_schema)
                when 'mt_events' then format('(select count(*) from %I.mt_events where headers ->> ''wie'' <> ''systeem'')', table_schema)
                else format('(select count(*) from %I.%I)', table_schema, table_name)
              end, ' + ')
            from information_schema.tables where table_name in ('mt_events', 'mt_doc_inhoud', 'mt_doc_concept', 'mt_doc_uitnodiging', 'idempotentie', 'bestand', 'bestandsdeel')
            """
        );
        return await Tel($"select {_telling}");
    }

    public async Task<long> Tel(string sql) =>
        long.Parse(await Lees($"select ({sql})::text"), System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>What no call does: a state that would take hours to make, or that a killed process leaves.</summary>
    public async Task Voer(string sql)
    {
        await using var verbinding = new NpgsqlConnection(_verbinding);
        await verbinding.OpenAsync();
        await using var opdracht = new NpgsqlCommand(sql, verbinding);
        await opdracht.ExecuteNonQueryAsync();
    }

    /// <summary>Holds the advisory lock of this name; who needs it waits until the transaction ends.</summary>
    public async Task<NpgsqlTransaction> Slot(string naam)
    {
        var verbinding = new NpgsqlConnection(_verbinding + ";Pooling=false");
        await verbinding.OpenAsync(TestContext.Current.CancellationToken);
        var transactie = await verbinding.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await using var opdracht = new NpgsqlCommand(
            $"select pg_advisory_xact_lock(hashtextextended('{naam}', 0))",
            verbinding,
            transactie
        );
        await opdracht.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        return transactie;
    }

    /// <summary>Until someone waits for an advisory lock.</summary>
    /// <param name="soort"><c>ShareLock</c> or <c>ExclusiveLock</c>.</param>
    public async Task WachtOpSlot(string soort)
    {
        for (var i = 0; i < 500; i++)
        {
            if (await Tel($"select count(*) from pg_locks where locktype = 'advisory' and not granted and mode = '{soort}'") > 0)
            {
                return;
            }
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
        Assert.Fail($"Nobody waits for a {soort}.");
    }

    public async Task<string> Lees(string sql)
    {
        await using var verbinding = new NpgsqlConnection(_verbinding);
        await verbinding.OpenAsync();
        await using var opdracht = new NpgsqlCommand(sql, verbinding);
        return (string)(await opdracht.ExecuteScalarAsync())!;
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _huis.DisposeAsync();
        await _postgres.DisposeAsync();
        Directory.Delete(_map, recursive: true);
    }

    private static StringContent Json(string inhoud) => new(inhoud, Encoding.UTF8, "application/json");

    public async Task<string> Token(string wie)
    {
        if (wie == Mensen.Dienst)
        {
            return await _huis.App.Services.GetRequiredService<Dienstaanmelding>().Token(CancellationToken.None);
        }
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
            using var antwoord = await _client.PostAsync("/voorbeeldprovider/token", formulier);
            token = (await antwoord.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("access_token").GetString()!;
            _tokens[wie] = token;
        }
        return token;
    }
}
