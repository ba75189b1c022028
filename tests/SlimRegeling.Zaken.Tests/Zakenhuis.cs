using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using SlimRegeling.Omgeving;
using SlimRegeling.Platform;
using SlimRegeling.Platform.Berichtenverkeer;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Platform.Herbouw;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Identiteit.Voorbeeldprovider;
using SlimRegeling.Platform.Stromen;
using Vorm = SlimRegeling.Platform.Stromen.Json;

[assembly: AssemblyFixture(typeof(SlimRegeling.Zaken.Tests.Zakenserver))]

namespace SlimRegeling.Zaken.Tests;

public sealed class Zakenserver() : PostgresFixture(Wijze.Auto);

/// <summary>A host with Zaken and a context that says what the tests want, on a real PostgreSQL.</summary>
public sealed class Zakenhuis(Zakenserver postgres) : IAsyncLifetime
{
    public const string Anna = "anna";
    public const string Bram = "bram";
    public const string Bea = "bea";
    public const string Ben = "ben";
    public const string Fenna = "fenna";
    public const string Mila = "mila";

    private readonly DirectoryInfo _map = Directory.CreateTempSubdirectory("zaken");
    private WebApplication _app = null!;
    private string _verbinding = "";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _verbinding = await postgres.Server.NieuweDatabase(nameof(Zakenhuis));
        var bouwer = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Development" });
        bouwer.WebHost.UseUrls("http://127.0.0.1:0");
        bouwer.Logging.SetMinimumLevel(LogLevel.Warning);
        Context[] contexten = [Context.Van<VertellerContext>(), Context.Van<ZakenContext>()];
        bouwer.AddVloer(
            new Vloerinstellingen
            {
                Alle = contexten,
                Hier = contexten.Select(c => c.Naam).ToHashSet(),
                Verbinding = _ => _verbinding,
                Takenverbinding = _verbinding,
            }
        );
        bouwer.Services.AddIdentiteit(bouwer.Configuration);
        // Who tells answers for the owners too.
        foreach (var eigenaar in (string[])["aanvragen", "dossiers", "relaties"])
        {
            bouwer
                .Services.AddHttpClient(eigenaar, (sp, client) => client.BaseAddress = Contextklanten.Adres(sp, VertellerContext.Naam))
                .MetDiensttoken();
        }
        bouwer.Services.AddVoorbeeldprovider(
            bouwer.Configuration,
            bouwer.Environment,
            _map.FullName,
            [
                new(Anna, "Anna", [Rol.Aanvrager], "11111111", "Bakkerij"),
                new(Bram, "Bram", [Rol.Aanvrager], "22222222", "Slagerij"),
                new(Bea, "Bea", [Rol.Beoordelaar]),
                new(Ben, "Ben", [Rol.Beheerder]),
                new(Fenna, "Fenna", [Rol.FinancieelMedewerker]),
                new(Mila, "Mila", [Rol.Medeondertekenaar]),
            ]
        );
        _app = bouwer.Build();
        _app.UseVloer();
        await _app.StartAsync();
    }

    /// <summary>Says a message as a person: it goes over outbox, relay and bus.</summary>
    public async Task Zeg(string persoon, object bericht)
    {
        using var client = await Als(persoon);
        using var verzoek = new HttpRequestMessage(HttpMethod.Post, $"/v1/verhalen/{Guid.NewGuid():N}");
        var inhoud = JsonSerializer.Serialize(bericht, bericht.GetType(), Vorm.Opties);
        verzoek.Content = JsonContent.Create(new { soort = bericht.GetType().Name, inhoud });
        verzoek.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        using var antwoord = await client.SendAsync(verzoek, Ct);
        antwoord.EnsureSuccessStatusCode();
    }

    /// <summary>Lets Zaken hear a message under an id, past the inbox: the read model itself must bear doubles and any order.</summary>
    public async Task Hoor(Guid id, object bericht, string wie = Bea, string? namens = null)
    {
        await using var scope = _app.Services.CreateAsyncScope();
        var aanroep = scope.ServiceProvider.GetRequiredService<Aanroep>();
        (aanroep.Aanleiding, aanroep.Veroorzaker, aanroep.Namens) = (id, wie, namens);
        var verwerker = scope.ServiceProvider.GetRequiredService(
            typeof(ZakenContext).Assembly.GetTypes().Single(t => t.IsAssignableTo(typeof(IVerwerker<>).MakeGenericType(bericht.GetType())))
        );
        await (Task)verwerker.GetType().GetMethod("Verwerk")!.Invoke(verwerker, [bericht, Ct])!;
        await scope.ServiceProvider.GetRequiredService<Werkeenheid<ZakenContext>>().Sessie.SaveChangesAsync(Ct);
    }

    /// <summary>Has a job of the program run.</summary>
    public async Task Doe<T>(Func<T, Task> taak)
        where T : notnull
    {
        await using var scope = _app.Services.CreateAsyncScope();
        await taak(scope.ServiceProvider.GetRequiredService<T>());
    }

    /// <summary>Until the owners gave everything that was asked of them.</summary>
    public async Task Doorzoekbaar()
    {
        for (var i = 0; i < 600 && (await Lees("select 'x' from zaken.zoekwerk limit 1")).Count > 0; i++)
        {
            await Task.Delay(50, Ct);
        }
        Assert.Empty(await Lees("select zaaknummer from zaken.zoekwerk"));
    }

    /// <summary>Until the terms of all cases of which something was heard were worked out.</summary>
    public async Task Bijgewerkt()
    {
        for (var i = 0; i < 600 && (await Lees("select 'x' from zaken.termijnwerk limit 1")).Count > 0; i++)
        {
            await Task.Delay(50, Ct);
        }
        Assert.Empty(await Lees("select zaaknummer from zaken.termijnwerk"));
    }

    public Task Stil() => _app.Services.GetRequiredService<Stilte>().Wacht(Ct);

    public async Task<string> Tekst(string pad)
    {
        using var client = new HttpClient { BaseAddress = Adres };
        return await client.GetStringAsync(pad, Ct);
    }

    public async Task<(int Status, JsonElement Inhoud)> Haal(string? persoon, string pad)
    {
        using var client = persoon is null ? new HttpClient { BaseAddress = Adres } : await Als(persoon);
        using var antwoord = await client.GetAsync(pad, Ct);
        return ((int)antwoord.StatusCode, await antwoord.Content.ReadFromJsonAsync<JsonElement>(Ct));
    }

    public async Task<(int Status, JsonElement Inhoud)> Doe(string persoon, HttpMethod methode, string pad, object? inhoud = null)
    {
        using var client = await Als(persoon);
        using var verzoek = new HttpRequestMessage(methode, pad);
        verzoek.Content = inhoud is null ? null : JsonContent.Create(inhoud);
        verzoek.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        using var antwoord = await client.SendAsync(verzoek, Ct);
        return ((int)antwoord.StatusCode, await antwoord.Content.ReadFromJsonAsync<JsonElement>(Ct));
    }

    public async Task Voer(string sql)
    {
        await using var bron = NpgsqlDataSource.Create(_verbinding);
        for (var poging = 1; ; poging++)
        {
            try
            {
                await using var opdracht = bron.CreateCommand(sql);
                await opdracht.ExecuteNonQueryAsync(Ct);
                return;
            }
            catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.DeadlockDetected && poging < 10)
            {
                // Rounds of the program take the same tables in another order; of two that wait for each other one goes again.
            }
        }
    }

    /// <summary>Makes the read models again, as the command does, beside the host that runs.</summary>
    public async Task<IReadOnlyList<Contextherbouw>> Herbouw()
    {
        Context[] contexten = [Context.Van<VertellerContext>(), Context.Van<ZakenContext>()];
        await using var bron = Vloer.Herbouwbron(_verbinding);
        var opslagen = contexten.Select(c => Contextopslag.OmTeLezen(c, bron)).ToList();
        var herbouwd = new List<Contextherbouw>();
        await foreach (var context in new Herbouwer(contexten, opslagen).Voer(Ct))
        {
            herbouwd.Add(context);
        }
        opslagen.ForEach(o => o.Dispose());
        return herbouwd;
    }

    public async Task ControleerOfNiemandDraait()
    {
        await using var bron = Vloer.Herbouwbron(_verbinding);
        await Herbouwer.ControleerOfNiemandDraait(bron, Ct);
    }

    /// <summary>
    /// Tables that a rebuild leaves as they are, with why; as patterns of names. All others of Zaken are compared by the tests, so that a table that
    /// is added is too.
    /// </summary>
    private static readonly Dictionary<string, string> NietHerbouwd = new()
    {
        ["mt\\_%"] = "of Marten: no stream lives here, and what people wrote beside an alarm no message tells",
        ["inbox"] = "which messages were heard is not changed by hearing them again",
        ["outbox"] = "nothing is said",
        ["geparkeerd"] = "what could not be handled waits for people",
        ["idempotentie"] = "first answers to calls of people",
        ["inzage"] = "who saw a case, which no message tells",
        ["zegel"] = "of events, and none are here",
        ["alarm"] = "what a reconciliation found, and what people did about it",
        ["afstemming"] = "how reconciliations ended",
        ["weergave"] = "filters that employees keep",
    };

    /// <summary>The tables that a rebuild makes again, itself or in rounds of the program after it; without their schema.</summary>
    public Task<IReadOnlyList<string>> Tabellen() =>
        Lees(
            $"""
            select table_name::text from information_schema.tables where table_schema = 'zaken' and table_type = 'BASE TABLE'
            and not ({string.Join(" or ", NietHerbouwd.Keys.Select(patroon => $"table_name like '{patroon}'"))}) order by 1
            """
        );

    /// <summary>Every row of the read model, when nothing waits to be asked or worked out any more.</summary>
    public async Task<IReadOnlyList<string>> Rijen()
    {
        await Doorzoekbaar();
        await Bijgewerkt();
        var tabellen = await Tabellen();
        return await Lees(
            $"{string.Join(" union all ", tabellen.Select(t => $"select '{t} ' || to_jsonb(r)::text from zaken.{t} r"))} order by 1"
        );
    }

    /// <summary>As if nothing was ever heard here.</summary>
    public async Task Leeg()
    {
        // A round that is busy holds what this takes away.
        await Doorzoekbaar();
        await Bijgewerkt();
        await Voer($"truncate {string.Join(", ", (await Tabellen()).Select(t => $"zaken.{t}"))}");
    }

    /// <summary>What showed this case to someone of the executor, in the words of the view log.</summary>
    public Task<IReadOnlyList<string>> Gezien(string zaak) =>
        Lees($"select wat from zaken.inzage where zaaknummer = '{zaak}' order by op, id");

    public async Task<IReadOnlyList<string>> Lees(string sql)
    {
        await using var bron = NpgsqlDataSource.Create(_verbinding);
        await using var opdracht = bron.CreateCommand(sql);
        await using var rij = await opdracht.ExecuteReaderAsync(Ct);
        var rijen = new List<string>();
        while (await rij.ReadAsync(Ct))
        {
            rijen.Add(rij.GetString(0));
        }
        return rijen;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        _map.Delete(recursive: true);
    }

    private Uri Adres => new(_app.Urls.First());

    private async Task<HttpClient> Als(string persoon)
    {
        var client = new HttpClient { BaseAddress = Adres };
        using var antwoord = await client.PostAsync(
            "/voorbeeldprovider/token",
            new FormUrlEncodedContent(
                new Dictionary<string, string>
                {
                    ["grant_type"] = "urn:slimregeling:voorbeeldpersoon",
                    ["client_id"] = "voorbeeld",
                    ["persoon"] = persoon,
                }
            ),
            Ct
        );
        var token = (await antwoord.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("access_token").GetString();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }
}
