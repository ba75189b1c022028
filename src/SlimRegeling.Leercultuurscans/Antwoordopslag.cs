using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Marten;
using Npgsql;
using Vorm = SlimRegeling.Platform.Stromen.Json;

namespace SlimRegeling.Leercultuurscans;

/// <summary>
/// Answers, so that nobody can tell whose they are: no time, no order, no code beside them, and no event, message or kept answer of the API about
/// them. The row that marks a code and the row of its answer share a transaction, which the database remembers; so answers wait in a buffer and
/// move on by five, in random order, as new rows; closing writes all of them anew and destroys the codes.
/// </summary>
internal static class Antwoordopslag
{
    internal const string Ddl = """
        create table if not exists {schema}.uitnodiging (
          scan text not null,
          hash text not null,
          gebruikt boolean not null default false,
          primary key (scan, hash)
        );
        create table if not exists {schema}.antwoordbuffer (
          scan text not null,
          antwoorden text not null
        );
        create table if not exists {schema}.antwoord (
          id uuid primary key,
          scan text not null,
          antwoorden text not null
        );
        create index if not exists antwoord_scan on {schema}.antwoord (scan)
        """;

    private const string Slot = "select pg_advisory_xact_lock(hashtextextended('scan ' || $1, 0))";

    public static string Hash(string code) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(code.Trim().ToLowerInvariant())));

    /// <summary>Stores the hashes of codes, sorted: their order says nothing about who got which.</summary>
    public static void Uitnodigen(IDocumentSession sessie, string scan, IEnumerable<string> codes) =>
        sessie.QueueSqlCommand(
            "insert into leercultuurscans.uitnodiging (scan, hash) select ?, unnest(?)",
            scan,
            codes.Select(Hash).Order(StringComparer.Ordinal).ToArray()
        );

    /// <summary>Marks the code and keeps the answer; false when the code is unknown or used, or the scan is closed.</summary>
    public static async Task<bool> Ontvang(NpgsqlDataSource bron, string scan, string code, Antwoordblad blad, CancellationToken ct)
    {
        await using var verbinding = await bron.OpenConnectionAsync(ct);
        await using var transactie = await verbinding.BeginTransactionAsync(ct);
        await Voer(verbinding, Slot, ct, scan);
        const string Markeer = "update leercultuurscans.uitnodiging set gebruikt = true where scan = $1 and hash = $2 and not gebruikt";
        if (await Voer(verbinding, Markeer, ct, scan, Hash(code)) == 0)
        {
            return false;
        }
        const string Bewaar = "insert into leercultuurscans.antwoordbuffer (scan, antwoorden) values ($1, $2)";
        await Voer(verbinding, Bewaar, ct, scan, JsonSerializer.Serialize(blad.Antwoorden, Vorm.Opties));
        await Voer(
            verbinding,
            $"""
            with weg as (
              delete from leercultuurscans.antwoordbuffer where scan = $1
                and (select count(*) from leercultuurscans.antwoordbuffer where scan = $1) >= {Drempels.Antwoorden}
              returning antwoorden
            )
            insert into leercultuurscans.antwoord (id, scan, antwoorden) select gen_random_uuid(), $1, antwoorden from weg order by random()
            """,
            ct,
            scan
        );
        await transactie.CommitAsync(ct);
        return true;
    }

    /// <summary>How many people answered; to be told in steps only.</summary>
    public static async Task<int> Aantal(NpgsqlDataSource bron, string scan, CancellationToken ct)
    {
        await using var opdracht = bron.CreateCommand(
            """
            select (select count(*) from leercultuurscans.antwoordbuffer where scan = $1)::int
              + (select count(*) from leercultuurscans.antwoord where scan = $1)::int
            """
        );
        opdracht.Parameters.Add(new NpgsqlParameter<string> { TypedValue = scan });
        return (int)(await opdracht.ExecuteScalarAsync(ct))!;
    }

    /// <summary>Holds all answers off until this transaction ends, and reads those that are there.</summary>
    public static async Task<IReadOnlyList<Antwoordblad>> SluitEnLees(IDocumentSession sessie, string scan, CancellationToken ct)
    {
        await sessie.BeginTransactionAsync(ct);
        await using var slot = new NpgsqlCommand(Slot);
        slot.Parameters.Add(new NpgsqlParameter<string> { TypedValue = scan });
        await sessie.ExecuteAsync(slot, ct);
        // A statement of its own: its snapshot must be taken after the lock.
        await using var lees = new NpgsqlCommand(
            """
            select antwoorden from leercultuurscans.antwoord where scan = $1
            union all select antwoorden from leercultuurscans.antwoordbuffer where scan = $1
            """
        );
        lees.Parameters.Add(new NpgsqlParameter<string> { TypedValue = scan });
        await using var rij = await sessie.ExecuteReaderAsync(lees, ct);
        var bladen = new List<Antwoordblad>();
        while (await rij.ReadAsync(ct))
        {
            bladen.Add(
                new Antwoordblad(JsonSerializer.Deserialize<Dictionary<string, IReadOnlyList<int?>>>(rij.GetString(0), Vorm.Opties)!)
            );
        }
        return bladen;
    }

    /// <summary>Destroys the codes and writes every answer anew in random order, so that nothing of when it came is left.</summary>
    public static void Ontkoppel(IDocumentSession sessie, string scan)
    {
        sessie.QueueSqlCommand("delete from leercultuurscans.uitnodiging where scan = ?", scan);
        sessie.QueueSqlCommand(
            """
            with buffer as (delete from leercultuurscans.antwoordbuffer where scan = ? returning antwoorden),
              eerder as (delete from leercultuurscans.antwoord where scan = ? returning antwoorden)
            insert into leercultuurscans.antwoord (id, scan, antwoorden)
            select gen_random_uuid(), ?, antwoorden from (select antwoorden from buffer union all select antwoorden from eerder) alle
            order by random()
            """,
            scan,
            scan,
            scan
        );
    }

    private static async Task<int> Voer(NpgsqlConnection verbinding, string sql, CancellationToken ct, params string[] waarden)
    {
        await using var opdracht = new NpgsqlCommand(sql, verbinding);
        foreach (var waarde in waarden)
        {
            opdracht.Parameters.Add(new NpgsqlParameter<string> { TypedValue = waarde });
        }
        return await opdracht.ExecuteNonQueryAsync(ct);
    }
}
