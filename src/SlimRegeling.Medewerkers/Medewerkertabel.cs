using Marten;
using Npgsql;
using SlimRegeling.Berichten.Relaties;
using SlimRegeling.Platform.Identiteit;

namespace SlimRegeling.Medewerkers;

/// <summary>What a context has heard of employees: the latest of each, so that neither order nor doubles matter. Who is not in it has what the provider says.</summary>
internal static class Medewerkertabel
{
    public const string Ddl = """
        create table if not exists {schema}.medewerkercorrectie (
          medewerker text primary key,
          versie bigint not null,
          ingetrokken text not null,
          toegekend text not null,
          geblokkeerd boolean not null
        )
        """;

    public static void Voeg(IDocumentSession sessie, string schema, MedewerkerGewijzigdBericht bericht) =>
        sessie.QueueSqlCommand(
            $"""
            insert into {schema}.medewerkercorrectie as m (medewerker, versie, ingetrokken, toegekend, geblokkeerd) values (?, ?, ?, ?, ?)
            on conflict (medewerker) do update
              set versie = excluded.versie, ingetrokken = excluded.ingetrokken, toegekend = excluded.toegekend, geblokkeerd = excluded.geblokkeerd
              where m.versie < excluded.versie
            """,
            bericht.Medewerker,
            bericht.Versie ?? throw new InvalidOperationException("A change of an employee has no version: nothing tells which came last."),
            string.Join(' ', bericht.Ingetrokken),
            string.Join(' ', bericht.Toegekend),
            bericht.Geblokkeerd
        );

    /// <summary>The latest that any of these contexts, of one database, has heard of each employee.</summary>
    public static async Task<IReadOnlyDictionary<string, (long Versie, Rolcorrectie Correctie)>> Lees(
        NpgsqlDataSource bron,
        IEnumerable<string> schemas,
        CancellationToken ct
    )
    {
        await using var opdracht = bron.CreateCommand(
            $"""
            select distinct on (medewerker) medewerker, versie, ingetrokken, toegekend, geblokkeerd
            from ({string.Join(" union all ", schemas.Select(schema => $"table {schema}.medewerkercorrectie"))}) gehoord
            order by medewerker, versie desc
            """
        );
        await using var rij = await opdracht.ExecuteReaderAsync(ct);
        var gelezen = new Dictionary<string, (long, Rolcorrectie)>(StringComparer.Ordinal);
        while (await rij.ReadAsync(ct))
        {
            gelezen.Add(rij.GetString(0), (rij.GetInt64(1), new(Rollen(rij.GetString(2)), Rollen(rij.GetString(3)), rij.GetBoolean(4))));
        }
        return gelezen;
    }

    // A role that this program does not know any more gives and takes nothing.
    private static IReadOnlyList<Rol> Rollen(string namen) =>
        [.. namen.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Platform.Identiteit.Rollen.Lees).OfType<Rol>()];
}
