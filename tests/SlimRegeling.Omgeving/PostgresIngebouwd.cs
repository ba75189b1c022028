using Microsoft.Extensions.Logging.Abstractions;
using SlimRegeling.Platform;

namespace SlimRegeling.Omgeving;

/// <summary>The host's own embedded PostgreSQL, on a temporary folder.</summary>
internal sealed class PostgresIngebouwd(string map, IngebouwdePostgres server) : PostgresServer
{
    public override Wijze Wijze => Wijze.Ingebouwd;

    protected override string Beheer => server.Verbinding;

    public static async Task<PostgresIngebouwd> Start(CancellationToken ct)
    {
        var map = Directory.CreateTempSubdirectory("slimregeling-postgres-").FullName;
        try
        {
            return new PostgresIngebouwd(map, await IngebouwdePostgres.Start(map, NullLogger.Instance, ct));
        }
        catch
        {
            Directory.Delete(map, recursive: true);
            throw;
        }
    }

    public override async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        Directory.Delete(map, recursive: true);
    }
}
