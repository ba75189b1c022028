using Marten;
using Npgsql;

namespace SlimRegeling.Platform.Berichtenverkeer;

/// <summary>
/// What a context has heard: a row per message in the transaction of its effect, and the messages that it could not handle. One that was set
/// apart and has a row after all was handled since (see <see cref="Apartgezet"/>).
/// </summary>
internal static class Inbox
{
    public static string Ddl(string schema) =>
        $"""
            create table if not exists {schema}.inbox (
              id uuid primary key,
              soort text not null,
              op timestamptz not null default now()
            );
            drop index if exists {schema}.inbox_op;
            create index if not exists inbox_op_bereik on {schema}.inbox using brin (op);
            create table if not exists {schema}.geparkeerd (
              id uuid primary key,
              soort text not null,
              sleutel text not null,
              inhoud text not null,
              wie text not null,
              namens text,
              spoor text,
              fout text not null,
              op timestamptz not null default now()
            );
            alter table {schema}.geparkeerd add column if not exists aangeboden_op timestamptz;
            alter table {schema}.geparkeerd add column if not exists aangeboden_door text;
            create index if not exists geparkeerd_aangeboden on {schema}.geparkeerd (id) where aangeboden_op is not null;
            """;

    public static void Voeg(IDocumentSession sessie, string schema, Envelop bericht) =>
        sessie.QueueSqlCommand($"insert into {schema}.inbox (id, soort) values (?, ?)", bericht.Id, bericht.Soort);

    public static async Task<bool> Bevat(NpgsqlDataSource bron, string schema, Guid id, CancellationToken ct)
    {
        await using var opdracht = bron.CreateCommand($"select 1 from {schema}.inbox where id = $1");
        opdracht.Parameters.Add(new NpgsqlParameter { Value = id });
        return await opdracht.ExecuteScalarAsync(ct) is not null;
    }

    /// <summary>Sets a message apart that keeps failing, where people see it; it counts as heard when it is offered again and succeeds.</summary>
    public static async Task Parkeer(NpgsqlDataSource bron, string schema, Envelop bericht, string fout, CancellationToken ct)
    {
        await using var opdracht = bron.CreateCommand(
            $"""
            insert into {schema}.geparkeerd (id, soort, sleutel, inhoud, wie, namens, spoor, fout) values ($1, $2, $3, $4, $5, $6, $7, $8)
            on conflict (id) do update set fout = excluded.fout, op = now(), aangeboden_op = null
            """
        );
        foreach (
            var waarde in (object?[])
                [bericht.Id, bericht.Soort, bericht.Sleutel, bericht.Inhoud, bericht.Kop.Wie, bericht.Kop.Namens, bericht.Kop.Spoor, fout]
        )
        {
            opdracht.Parameters.Add(new NpgsqlParameter { Value = waarde ?? DBNull.Value });
        }
        await opdracht.ExecuteNonQueryAsync(ct);
    }
}
