using DotNet.Testcontainers.Images;
using Testcontainers.PostgreSql;

namespace SlimRegeling.Omgeving;

internal sealed class PostgresContainer(PostgreSqlContainer container) : PostgresServer
{
    public override Wijze Wijze => Wijze.Testcontainers;

    protected override string Beheer => container.GetConnectionString();

    public static async Task<PostgresContainer> Start(CancellationToken ct)
    {
        var beeld = Beeld.Van("SLIMREGELING_TEST_BEELD_POSTGRES", "postgres:18");
        var container = new PostgreSqlBuilder(beeld.Naam)
            .WithImagePullPolicy(beeld.Ophalen)
            .WithLabel(Beeld.Label, Beeld.Run)
            .WithCreateParameterModifier(Beeld.AlleenLoopback)
            // As the embedded one: some classes start a second program beside the first.
            .WithCommand("-c", "max_connections=200")
            .Build();
        try
        {
            await container.StartAsync(ct);
        }
        catch
        {
            await container.DisposeAsync();
            throw;
        }
        return new PostgresContainer(container);
    }

    public override ValueTask DisposeAsync() => container.DisposeAsync();
}
