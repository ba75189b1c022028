using Marten;
using Npgsql;
using SlimRegeling.Berichten.Aanvragen;

namespace SlimRegeling.Medewerkers;

/// <summary>
/// What a context knows of interests that employees declared in cases: the latest of each person in each case, so that neither order nor doubles
/// matter.
/// </summary>
public static class Belangtabel
{
    internal const string Zaak = "zaaknummer";
    internal const string Wie = "medewerker";

    public const string Ddl = """
        create table if not exists {schema}.belang (
          zaaknummer text not null,
          medewerker text not null,
          versie bigint not null,
          geldt boolean not null,
          primary key (zaaknummer, medewerker)
        );
        create index if not exists belang_medewerker on {schema}.belang (medewerker)
        """;

    public static void Voeg(IDocumentSession sessie, string schema, BelangGewijzigdBericht bericht) =>
        sessie.QueueSqlCommand(
            $"""
            insert into {schema}.belang as b (zaaknummer, medewerker, versie, geldt) values (?, ?, ?, ?)
            on conflict (zaaknummer, medewerker) do update set versie = excluded.versie, geldt = excluded.geldt
              where b.versie < excluded.versie
            """,
            bericht.Zaaknummer,
            bericht.Medewerker,
            bericht.Versie ?? throw new InvalidOperationException("A change of an interest has no version: nothing tells which came last."),
            bericht.Geldt
        );

    /// <summary>The latest that any of these contexts, of one database, knows of these cases or of these people.</summary>
    /// <param name="kolom"><see cref="Zaak"/> or <see cref="Wie"/>.</param>
    public static async Task<IReadOnlyList<(string Zaaknummer, string Medewerker, long Versie, bool Geldt)>> Lees(
        NpgsqlDataSource bron,
        IEnumerable<string> schemas,
        string kolom,
        string[] waarden,
        CancellationToken ct
    )
    {
        await using var opdracht = bron.CreateCommand(
            $"""
            select distinct on (zaaknummer, medewerker) zaaknummer, medewerker, versie, geldt
            from ({string.Join(" union all ", schemas.Select(s => $"select * from {s}.belang where {kolom} = any($1)"))}) bekend
            order by zaaknummer, medewerker, versie desc
            """
        );
        opdracht.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = waarden });
        await using var rij = await opdracht.ExecuteReaderAsync(ct);
        var gelezen = new List<(string, string, long, bool)>();
        while (await rij.ReadAsync(ct))
        {
            gelezen.Add((rij.GetString(0), rij.GetString(1), rij.GetInt64(2), rij.GetBoolean(3)));
        }
        return gelezen;
    }
}
