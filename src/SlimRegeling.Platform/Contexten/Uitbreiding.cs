using Npgsql;

namespace SlimRegeling.Platform.Contexten;

/// <summary>An extension of PostgreSQL that a context cannot do without.</summary>
internal sealed record Uitbreiding(string Naam, string Waarvoor)
{
    /// <exception cref="Opstartfout">The server does not have it, or this account may not add it to the database.</exception>
    public async Task Zorg(NpgsqlConnection verbinding, CancellationToken ct)
    {
        try
        {
            await using var opdracht = new NpgsqlCommand($"create extension if not exists {Naam}", verbinding);
            await opdracht.ExecuteNonQueryAsync(ct);
        }
        catch (PostgresException e)
            when (e.SqlState
                    is PostgresErrorCodes.FeatureNotSupported
                        or PostgresErrorCodes.UndefinedFile
                        or PostgresErrorCodes.InsufficientPrivilege
            )
        {
            throw new Opstartfout(
                $"De database mist de uitbreiding {Naam}. Die is nodig om {Waarvoor}. Vraag de beheerder van de database om haar te installeren (bij Debian zit zij in postgresql-contrib) en om in deze database uit te voeren: create extension {Naam}. Start daarna opnieuw. PostgreSQL meldt: {e.MessageText}",
                e
            );
        }
    }
}
