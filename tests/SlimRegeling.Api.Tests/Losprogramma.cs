using System.Globalization;
using Npgsql;
using SlimRegeling.Omgeving;

namespace SlimRegeling.Api.Tests;

/// <summary>The program in a process of its own, on a database of its own: it can be killed, and started again on what it left.</summary>
/// <param name="gezond">The path that tells that it started.</param>
/// <param name="instellingen">What its environment has beside the usual.</param>
internal sealed class Losprogramma(string gezond, Dictionary<string, string?> instellingen) : IAsyncDisposable
{
    /// <summary>The name of the connections that are not the program's.</summary>
    public const string Toezicht = "Toezicht";

    public static readonly TimeSpan Geduld = TimeSpan.FromSeconds(60);

    private readonly DirectoryInfo _map = Directory.CreateTempSubdirectory("gedood-");
    private PostgresServer? _postgres;
    private Hostproces? _proces;
    private string _verbinding = "";

    public Uri Adres { get; private set; } = null!;

    /// <summary>To its database, beside the program.</summary>
    public string Verbinding => $"{_verbinding};Application Name={Toezicht}";

    public Hostproces Proces => _proces ?? throw new InvalidOperationException("The program was not started.");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Also again, at another address, when it was killed.</summary>
    public async Task Start()
    {
        if (_postgres is null)
        {
            _postgres = await PostgresServer.Start(ct: Ct);
            _verbinding = await _postgres.NieuweDatabase(nameof(Losprogramma), Ct);
        }
        if (_proces is not null)
        {
            await _proces.DisposeAsync();
        }
        Adres = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{Poort.Vrij()}"));
        _proces = Hostproces.Start(
            "dotnet",
            [Path.Combine(AppContext.BaseDirectory, "SlimRegeling.Host.dll")],
            new Dictionary<string, string?>(instellingen)
            {
                ["ASPNETCORE_ENVIRONMENT"] = "Development",
                ["ASPNETCORE_URLS"] = Adres.ToString(),
                ["ConnectionStrings__SlimRegeling"] = _verbinding,
                ["SlimRegeling__Gegevensmap"] = _map.FullName,
                ["SlimRegeling__Site"] = "uit",
            }
        );
        await _proces.WachtOp(new Uri(Adres, gezond), Geduld, Ct);
    }

    public async Task Voer(string sql)
    {
        await using var verbinding = new NpgsqlConnection(Verbinding);
        await verbinding.OpenAsync(Ct);
        await using var opdracht = new NpgsqlCommand(sql, verbinding);
        await opdracht.ExecuteNonQueryAsync(Ct);
    }

    public async Task<string?> Lees(string sql)
    {
        await using var verbinding = new NpgsqlConnection(Verbinding);
        await verbinding.OpenAsync(Ct);
        await using var opdracht = new NpgsqlCommand(sql, verbinding);
        return (string?)await opdracht.ExecuteScalarAsync(Ct);
    }

    public async ValueTask DisposeAsync()
    {
        if (_proces is not null)
        {
            await _proces.DisposeAsync();
        }
        if (_postgres is not null)
        {
            await _postgres.DisposeAsync();
        }
        _map.Delete(recursive: true);
    }
}
