using Npgsql;

namespace SlimRegeling.Platform.Contexten;

/// <summary>Recognises that the database was away or cut the connection: the same again can succeed, and what was under way may have.</summary>
public static class Databasestoring
{
    public static bool Is(Exception e) =>
        e is NpgsqlException { IsTransient: true }
        || e is PostgresException { SqlState: PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown }
        // How Npgsql itself can fail when its connection is cut while it reads a result, or prepared what it asks.
        || e is NullReferenceException { Source: "Npgsql" }
        || (e is NpgsqlException and not PostgresException && e.Message.StartsWith("Received backend message", StringComparison.Ordinal))
        || (e.InnerException is { } binnen && Is(binnen));
}
