using System.Net;
using System.Net.NetworkInformation;
using Npgsql;
using Xunit;

namespace SlimRegeling.Omgeving.Tests;

public sealed class PostgresInContainer() : PostgresFixture(Wijze.Testcontainers);

public sealed class PostgresIngebouwdInHost() : PostgresFixture(Wijze.Ingebouwd);

public sealed class PostgresUitTestcontainersTests(PostgresInContainer fixture)
    : PostgresServerTests(fixture.Server, Wijze.Testcontainers),
        IClassFixture<PostgresInContainer>
{
    [Fact]
    public void Is_only_reached_on_this_machine() => Luisteraar.AlleenLoopback(new NpgsqlConnectionStringBuilder(Verbinding).Port);
}

public sealed class PostgresIngebouwdTests(PostgresIngebouwdInHost fixture)
    : PostgresServerTests(fixture.Server, Wijze.Ingebouwd),
        IClassFixture<PostgresIngebouwdInHost>;

/// <summary>What a test may count on, whichever way the server runs.</summary>
public abstract class PostgresServerTests(PostgresServer server, Wijze wijze) : IAsyncLifetime
{
    protected string Verbinding { get; private set; } = "";

    public async ValueTask InitializeAsync() =>
        Verbinding = await server.NieuweDatabase(GetType().Name, TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public void Runs_the_way_that_was_asked() => Assert.Equal(wijze, server.Wijze);

    [Fact]
    public async Task Answers_a_query_with_the_embedded_versions_major_number()
    {
        var versie = (int)(await Vraag(Verbinding, "select current_setting('server_version_num')::int / 10000"))!;

        Assert.Equal(18, versie);
    }

    [Fact]
    public async Task Gives_each_test_class_an_empty_database_of_its_own()
    {
        var andere = await server.NieuweDatabase(GetType().Name, TestContext.Current.CancellationToken);
        await Vraag(Verbinding, "create table aanvraag (id int)");

        Assert.Equal(1L, await Vraag(Verbinding, "select count(*) from pg_tables where tablename = 'aanvraag'"));
        Assert.Equal(0L, await Vraag(andere, "select count(*) from pg_tables where tablename = 'aanvraag'"));
    }

    [Fact]
    public async Task Takes_a_name_that_is_no_identifier()
    {
        var verbinding = await server.NieuweDatabase(
            "Vaststelling: \"€ 11.040,00\" " + new string('x', 80),
            TestContext.Current.CancellationToken
        );

        Assert.StartsWith("vaststelling1104000x", (string?)await Vraag(verbinding, "select current_database()"), StringComparison.Ordinal);
    }

    private static async Task<object?> Vraag(string verbinding, string sql)
    {
        await using var bron = NpgsqlDataSource.Create(verbinding);
        await using var opdracht = bron.CreateCommand(sql);
        return await opdracht.ExecuteScalarAsync(TestContext.Current.CancellationToken);
    }
}

internal static class Luisteraar
{
    public static void AlleenLoopback(int poort)
    {
        var adressen = IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().Where(punt => punt.Port == poort).ToList();

        Assert.NotEmpty(adressen);
        Assert.All(adressen, punt => Assert.True(IPAddress.IsLoopback(punt.Address), $"luistert op {punt}"));
    }
}
