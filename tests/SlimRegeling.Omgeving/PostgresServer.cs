using Npgsql;

namespace SlimRegeling.Omgeving;

/// <summary>
/// A real PostgreSQL for one test assembly; each test class takes a database of its own from it.
/// Which way it runs: the caller, else SLIMREGELING_TEST_POSTGRES (auto, testcontainers, ingebouwd), else <see cref="Wijze.Auto"/>.
/// </summary>
public abstract class PostgresServer : IAsyncDisposable
{
    public const string Variabele = "SLIMREGELING_TEST_POSTGRES";

    /// <summary>How it really runs, never <see cref="Wijze.Auto"/>.</summary>
    public abstract Wijze Wijze { get; }

    /// <summary>To a database that exists, as a user who may make others.</summary>
    protected abstract string Beheer { get; }

    /// <exception cref="DotNet.Testcontainers.Builders.DockerUnavailableException">A container was asked for and no engine answers.</exception>
    public static Task<PostgresServer> Start(Wijze wijze = Wijze.Auto, CancellationToken ct = default) =>
        Keuze.Start<PostgresServer>(
            Keuze.Van(wijze, Variabele, Wijze.Ingebouwd),
            "PostgreSQL",
            async () => await PostgresContainer.Start(ct),
            async () => await PostgresIngebouwd.Start(ct)
        );

    /// <param name="naam">To recognise it by, such as the name of the test class; the database's own name has a unique end.</param>
    /// <returns>The connection string of a fresh, empty database.</returns>
    public async Task<string> NieuweDatabase(string naam, CancellationToken ct = default)
    {
        var leesbaar = string.Concat(naam.ToLowerInvariant().Where(char.IsAsciiLetterOrDigit).Take(40));
        var database = $"{leesbaar}_{Guid.NewGuid():n}"[..Math.Min(leesbaar.Length + 13, 63)];
        await using var bron = NpgsqlDataSource.Create(Beheer);
        await using var opdracht = bron.CreateCommand($"create database \"{database}\"");
        await opdracht.ExecuteNonQueryAsync(ct);
        // Many hosts take turns at one server, whose connections are few: what a host no longer uses, the next one needs.
        return new NpgsqlConnectionStringBuilder(Beheer)
        {
            Database = database,
            ConnectionIdleLifetime = 10,
            ConnectionPruningInterval = 2,
        }.ConnectionString;
    }

    /// <summary>Ends all connections to a database and takes no new ones, as when it is away; or takes them again.</summary>
    public async Task Sluit(string verbinding, bool dicht, CancellationToken ct = default)
    {
        var database = new NpgsqlConnectionStringBuilder(verbinding).Database;
        await using var bron = NpgsqlDataSource.Create(Beheer);
        await using var sluit = bron.CreateCommand($"alter database \"{database}\" allow_connections {(dicht ? "false" : "true")}");
        await sluit.ExecuteNonQueryAsync(ct);
        await using var beeindig = bron.CreateCommand(
            $"select count(pg_terminate_backend(pid)) from pg_stat_activity where datname = '{database}'"
        );
        await beeindig.ExecuteScalarAsync(ct);
    }

    public abstract ValueTask DisposeAsync();
}
