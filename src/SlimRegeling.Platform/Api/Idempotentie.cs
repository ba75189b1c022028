using Marten;
using Npgsql;

namespace SlimRegeling.Platform.Api;

/// <summary>The first answer to a call, kept in the transaction of its effect, so that a second same call gets the same answer.</summary>
internal sealed record Idempotentie(
    string Wie,
    string Sleutel,
    string Vingerafdruk,
    int Status,
    string Antwoord,
    string? Etag,
    string? Locatie
)
{
    public static string Ddl(string schema) =>
        $"""
            create table if not exists {schema}.idempotentie (
              wie text not null,
              sleutel text not null,
              vingerafdruk text not null,
              status int not null,
              antwoord text not null,
              etag text,
              locatie text,
              op timestamptz not null default now(),
              constraint idempotentie_eenmaal primary key (wie, sleutel)
            );
            drop index if exists {schema}.idempotentie_op;
            create index if not exists idempotentie_op_bereik on {schema}.idempotentie using brin (op);
            """;

    public static void Voeg(IDocumentSession sessie, string schema, IReadOnlyList<Idempotentie> antwoorden)
    {
        if (antwoorden.Count == 0)
        {
            return;
        }
        sessie.QueueSqlCommand(
            $"insert into {schema}.idempotentie (wie, sleutel, vingerafdruk, status, antwoord, etag, locatie) select * from unnest(?, ?, ?, ?, ?, ?, ?)",
            Kolom(a => a.Wie),
            Kolom(a => a.Sleutel),
            Kolom(a => a.Vingerafdruk),
            Kolom(a => a.Status),
            Kolom(a => a.Antwoord),
            Kolom(a => a.Etag),
            Kolom(a => a.Locatie)
        );

        T[] Kolom<T>(Func<Idempotentie, T> waarde) => [.. antwoorden.Select(waarde)];
    }

    public static async Task<Idempotentie?> Zoek(NpgsqlDataSource bron, string schema, string wie, string sleutel, CancellationToken ct)
    {
        await using var opdracht = bron.CreateCommand(
            $"select vingerafdruk, status, antwoord, etag, locatie from {schema}.idempotentie where wie = $1 and sleutel = $2"
        );
        opdracht.Parameters.Add(new NpgsqlParameter<string> { TypedValue = wie });
        opdracht.Parameters.Add(new NpgsqlParameter<string> { TypedValue = sleutel });
        await using var rij = await opdracht.ExecuteReaderAsync(ct);
        return await rij.ReadAsync(ct)
            ? new Idempotentie(
                wie,
                sleutel,
                rij.GetString(0),
                rij.GetInt32(1),
                rij.GetString(2),
                await rij.IsDBNullAsync(3, ct) ? null : rij.GetString(3),
                await rij.IsDBNullAsync(4, ct) ? null : rij.GetString(4)
            )
            : null;
    }
}
