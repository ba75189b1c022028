using System.Text.Json;
using NodaTime;
using Npgsql;
using Vorm = SlimRegeling.Platform.Stromen.Json;

namespace SlimRegeling.Aanvragen.Simulaties;

/// <summary>
/// The simulations that are computed in the background, as rows: one that a stopped process left is taken up by the next and computed from the
/// start.
/// </summary>
internal static class Simulatierij
{
    public static readonly Duration Bewaartijd = Duration.FromDays(7);

    public const string Ddl = """
        create table if not exists {schema}.simulatie (
          id text primary key,
          opdracht text not null,
          gevraagd_op timestamptz not null,
          totaal int not null,
          gedaan int not null default 0,
          pogingen int not null default 0,
          uitslag text,
          uitleg text
        )
        """;

    public static async Task<string> Begin(NpgsqlDataSource bron, Opdracht opdracht, int totaal, CancellationToken ct)
    {
        var id = Guid.CreateVersion7().ToString("N");
        await using var voeg = bron.CreateCommand(
            "insert into aanvragen.simulatie (id, opdracht, gevraagd_op, totaal) values ($1, $2, $3, $4)"
        );
        voeg.Parameters.Add(new NpgsqlParameter<string> { TypedValue = id });
        voeg.Parameters.Add(new NpgsqlParameter<string> { TypedValue = JsonSerializer.Serialize(opdracht, Vorm.Opties) });
        voeg.Parameters.Add(new NpgsqlParameter<Instant> { TypedValue = opdracht.Op });
        voeg.Parameters.Add(new NpgsqlParameter<int> { TypedValue = totaal });
        await voeg.ExecuteNonQueryAsync(ct);
        return id;
    }

    public static async Task<SimulatieTonen.Stand?> Lees(NpgsqlDataSource bron, string id, CancellationToken ct)
    {
        await using var vraag = bron.CreateCommand(
            "select gedaan, totaal, gevraagd_op, uitleg, uitslag from aanvragen.simulatie where id = $1"
        );
        vraag.Parameters.Add(new NpgsqlParameter<string> { TypedValue = id });
        await using var rij = await vraag.ExecuteReaderAsync(ct);
        if (!await rij.ReadAsync(ct))
        {
            return null;
        }
        var uitleg = await rij.IsDBNullAsync(3, ct) ? null : rij.GetString(3);
        var uitslag = await rij.IsDBNullAsync(4, ct) ? null : JsonSerializer.Deserialize<Uitslag>(rij.GetString(4), Vorm.Opties);
        return new(
            id,
            uitslag is not null ? SimulatieTonen.Voortgang.Klaar
                : uitleg is not null ? SimulatieTonen.Voortgang.Mislukt
                : SimulatieTonen.Voortgang.Bezig,
            rij.GetInt32(0),
            rij.GetInt32(1),
            rij.GetFieldValue<Instant>(2) + Bewaartijd,
            uitleg,
            uitslag
        );
    }

    /// <summary>The oldest that waits and that no other process has; it is held until the transaction of this connection ends.</summary>
    public static async Task<(string Id, Opdracht Opdracht, int Pogingen)?> Neem(NpgsqlConnection verbinding, CancellationToken ct)
    {
        foreach (var id in await Wachtend(verbinding, ct))
        {
            await using var slot = new NpgsqlCommand(
                "select pg_try_advisory_xact_lock(hashtextextended('simulatie ' || $1, 0))",
                verbinding
            );
            slot.Parameters.Add(new NpgsqlParameter<string> { TypedValue = id });
            if (await slot.ExecuteScalarAsync(ct) is not true)
            {
                continue;
            }
            // Looked at again: it may have been finished since.
            await using var vraag = new NpgsqlCommand(
                "select opdracht, pogingen from aanvragen.simulatie where id = $1 and uitslag is null and uitleg is null",
                verbinding
            );
            vraag.Parameters.Add(new NpgsqlParameter<string> { TypedValue = id });
            await using var rij = await vraag.ExecuteReaderAsync(ct);
            if (await rij.ReadAsync(ct))
            {
                return (id, JsonSerializer.Deserialize<Opdracht>(rij.GetString(0), Vorm.Opties)!, rij.GetInt32(1));
            }
        }
        return null;
    }

    /// <param name="totaal">The window may have grown since it was asked.</param>
    public static Task Start(NpgsqlDataSource bron, string id, int totaal, CancellationToken ct) =>
        Zet(
            bron,
            "update aanvragen.simulatie set pogingen = pogingen + 1, gedaan = 0, totaal = $2 where id = $1",
            id,
            ct,
            new NpgsqlParameter<int> { TypedValue = totaal }
        );

    public static Task Vorder(NpgsqlDataSource bron, string id, int gedaan, CancellationToken ct) =>
        Zet(bron, "update aanvragen.simulatie set gedaan = $2 where id = $1", id, ct, new NpgsqlParameter<int> { TypedValue = gedaan });

    public static Task Klaar(NpgsqlDataSource bron, string id, Uitslag uitslag, CancellationToken ct) =>
        Zet(
            bron,
            "update aanvragen.simulatie set uitslag = $2 where id = $1",
            id,
            ct,
            new NpgsqlParameter<string> { TypedValue = JsonSerializer.Serialize(uitslag, Vorm.Opties) }
        );

    public static Task Mislukt(NpgsqlDataSource bron, string id, string uitleg, CancellationToken ct) =>
        Zet(bron, "update aanvragen.simulatie set uitleg = $2 where id = $1", id, ct, new NpgsqlParameter<string> { TypedValue = uitleg });

    public static async Task RuimOp(NpgsqlDataSource bron, Instant nu, CancellationToken ct)
    {
        await using var opdracht = bron.CreateCommand("delete from aanvragen.simulatie where gevraagd_op < $1");
        opdracht.Parameters.Add(new NpgsqlParameter<Instant> { TypedValue = nu - Bewaartijd });
        await opdracht.ExecuteNonQueryAsync(ct);
    }

    private static async Task<IReadOnlyList<string>> Wachtend(NpgsqlConnection verbinding, CancellationToken ct)
    {
        await using var vraag = new NpgsqlCommand(
            "select id from aanvragen.simulatie where uitslag is null and uitleg is null order by id limit 20",
            verbinding
        );
        await using var rij = await vraag.ExecuteReaderAsync(ct);
        var nummers = new List<string>();
        while (await rij.ReadAsync(ct))
        {
            nummers.Add(rij.GetString(0));
        }
        return nummers;
    }

    private static async Task Zet(NpgsqlDataSource bron, string sql, string id, CancellationToken ct, params NpgsqlParameter[] waarden)
    {
        await using var opdracht = bron.CreateCommand(sql);
        opdracht.Parameters.Add(new NpgsqlParameter<string> { TypedValue = id });
        opdracht.Parameters.AddRange(waarden);
        await opdracht.ExecuteNonQueryAsync(ct);
    }
}
