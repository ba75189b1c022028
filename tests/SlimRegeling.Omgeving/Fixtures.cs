using Xunit;

namespace SlimRegeling.Omgeving;

/// <summary>One server for a whole test assembly: <c>[assembly: AssemblyFixture(typeof(PostgresFixture))]</c>.</summary>
public class PostgresFixture(Wijze wijze) : IAsyncLifetime
{
    private PostgresServer? server;

    public PostgresFixture()
        : this(Wijze.Auto) { }

    public PostgresServer Server => server ?? throw new InvalidOperationException("PostgreSQL is nog niet gestart.");

    public async ValueTask InitializeAsync() => server = await PostgresServer.Start(wijze);

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (server is not null)
        {
            await server.DisposeAsync();
        }
    }
}

/// <summary>One broker for a whole test assembly: <c>[assembly: AssemblyFixture(typeof(RabbitFixture))]</c>.</summary>
public class RabbitFixture(Wijze wijze) : IAsyncLifetime
{
    private RabbitServer? server;

    public RabbitFixture()
        : this(Wijze.Auto) { }

    public RabbitServer Server => server ?? throw new InvalidOperationException("RabbitMQ is nog niet gestart.");

    public async ValueTask InitializeAsync() => server = await RabbitServer.Start(wijze);

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (server is not null)
        {
            await server.DisposeAsync();
        }
    }
}
